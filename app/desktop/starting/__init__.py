"""How the window comes up, and how that is measured."""
