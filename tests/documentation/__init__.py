"""The documentation holds what it says: links, commands, numbers, pictures."""
