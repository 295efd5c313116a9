"""Which Counterpoise this is; alone here, so that saying it loads nothing else."""

VERSION = "0.1.0"
