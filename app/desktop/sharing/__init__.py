"""Giving a copy away: how much of its history, and what its reader would learn."""
