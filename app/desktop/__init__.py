"""The window: everything that an officer sees and does."""
