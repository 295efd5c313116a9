"""What an officer sets once: the look, the language, the name, the keys."""
