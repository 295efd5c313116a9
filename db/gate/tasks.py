"""What the worker can be asked to do: the last argument that it is started with."""

EXAMINE = "examine"
SALVAGE = "salvage"
