"""Assessments in other formats, in and out."""
