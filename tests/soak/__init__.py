"""Long runs under load: what grows, what slows down, what breaks only after hours.

Each `soak_*.py` has a `measure()` as described in `tests.benchmarks`; `make soak` runs them all.
"""
