"""The file in the window: where the work is kept, who else changed it, what was opened lately."""
