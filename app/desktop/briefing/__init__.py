"""Making the brief in a process of its own, so that the window answers while pages are set."""
