"""Kills, hostile files and failing disks: what an office does to files, and worse."""
