"""The examination of the ranking on screen: computed off the GUI thread, shown by question."""
