"""Merging on screen: what the versions come to, and what is decided about it."""
