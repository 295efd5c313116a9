"""Pictures of every page as officers may see it: themes, sizes, languages, empty and crowded."""
