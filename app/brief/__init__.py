"""The brief: neutral blocks composed from an assessment, and their renderings."""
