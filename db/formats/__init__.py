"""The exact tables of every released format, by version number."""
