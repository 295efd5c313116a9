"""The pages, one for each step of the work."""
