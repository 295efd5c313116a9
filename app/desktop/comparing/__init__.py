"""Two versions of an assessment, side by side."""
