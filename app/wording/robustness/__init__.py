"""How firmly a ranking stands, in sentences: one for each thing that was found out about it."""
