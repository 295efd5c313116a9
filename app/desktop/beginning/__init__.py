"""Beginning an assessment with something on the page."""
