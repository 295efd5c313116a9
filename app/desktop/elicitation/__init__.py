"""Dialogs that find weights by asking: they take a case and return an answer."""
