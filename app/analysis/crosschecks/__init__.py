"""Other methods on the same values, to see whether they agree; the additive model decides.

All take values (options, criteria) on one common scale, all better when higher, and shares of the
weight. They obey fewer laws than the additive model: see docs/methods.md.
"""
