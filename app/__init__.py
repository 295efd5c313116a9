"""What one does with an assessment."""
