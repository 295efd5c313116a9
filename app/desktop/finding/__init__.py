"""Finding things by their names and words, and going there."""
