"""Edits of what conditional options are conditional on, and of their steps."""

from db.model import Assessment, Benchmark, OptionBenchmark, Stage

from . import records, relations, texts


def add_benchmark(assessment: Assessment, key: str, name: str, standard: str = "") -> Assessment:
    """Add a benchmark; `standard` names the set to which it belongs."""
    row = Benchmark(id=key, name=texts.name(name), standard=standard)
    return records.add(assessment, "benchmarks", row)


def make_conditional(assessment: Assessment, option: str, benchmark: str) -> Assessment:
    """Say that an option is conditional on a benchmark."""
    row = OptionBenchmark(option=option, benchmark=benchmark)
    return relations.state(assessment, "option_benchmarks", row)


def make_unconditional(assessment: Assessment, option: str, benchmark: str) -> Assessment:
    """Say that an option does not depend on a benchmark after all."""
    return relations.withdraw(assessment, "option_benchmarks", (option, benchmark))


def add_stage(assessment: Assessment, key: str, name: str, option: str) -> Assessment:
    """Add a step to a conditional option, after those that it has."""
    return records.add(assessment, "stages", Stage(id=key, name=texts.name(name), option=option))
