"""What tables and trees show: the assessment as rows, columns and cells."""
