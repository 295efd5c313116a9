"""What the window tells: questions, troubles, reminders, and its own mistakes."""
