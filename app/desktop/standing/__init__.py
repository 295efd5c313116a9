"""The live ranking, its reasons, and the marks that options carry."""
