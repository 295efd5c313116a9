"""Showing pictures to a meeting."""
