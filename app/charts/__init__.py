"""Each picture once: from a frozen specification to a drawing for page and screen."""
