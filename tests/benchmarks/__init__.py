"""Speed, always beside a reference measured in the same run.

`make bench` runs every `bench_*.py` here, `make soak` every `soak_*.py` of `tests/soak`. Such a
module has one function,

    def measure() -> Iterable[Figure]: ...

that sets up what it needs, measures, and returns or yields figures (`figures.Figure`). Times come
from `timing.paired`, which alternates the work with its reference, so that a busy machine slows
both. Nothing else is needed: a new module is found by its name. `python -m tests.benchmarks bench
first_paint` runs one alone.
"""
