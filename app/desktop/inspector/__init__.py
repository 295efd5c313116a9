"""The pane beside the page: everything about the one thing that is selected."""
