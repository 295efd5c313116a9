"""What the user can ask of the window, where it stands in the menus, and what it does."""
