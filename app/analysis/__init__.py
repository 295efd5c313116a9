"""Multi-attribute value analysis as pure functions on arrays.

Options are rows and criteria are columns everywhere; values run from 0 to 100, shares of the
weight from 0 to 1 and sum to 1. Nothing here knows the screen, the file, the clock or the language.
"""
