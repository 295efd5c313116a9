"""The analysis: one evaluation, lines and crossovers, and SMAA beside C and beside a peer."""

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from app.analysis.additive import evaluate, prepare, weigh
from app.analysis.admissible import admit_all
from app.analysis.elicitation.questions import answer, find_next_step
from app.analysis.robustness import find_robustness
from app.analysis.score_flips import find_score_flips
from app.analysis.smaa.score_samples import NORMAL_95, Scores, vary
from app.analysis.smaa.simulation import simulate
from app.analysis.smaa.weight_samples import FreeWeights
from app.analysis.stability import find_joint_stability, find_score_tolerance
from app.analysis.value_functions import Carried
from app.analysis.weight_lines import vary_weight
from app.analysis.weights import normalise
from tests.benchmarks.figures import Figure
from tests.benchmarks.launch import ROOT
from tests.benchmarks.timing import Pair, paired

SAMPLES = 100_000
EXAMPLE = ROOT / "tests" / "reference" / "cases" / "worked_example_afghanistan.json"
SOURCE = Path(__file__).with_name("smaa_reference.c")
FLAGS = ("-O3", "-march=native", "-ffast-math", "-mprefer-vector-width=512")
QUESTIONS = "from tests.benchmarks.bench_analysis import ask; print(ask())"
PEAK = """
from pathlib import Path
from tests.benchmarks.bench_analysis import run
def peak():  # of this program alone: what getrusage says starts with its parent's
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmHWM:")[1].split()[0])
before = peak()
run("normal", 1_000_000), run("triangular", 1_000_000)
print((peak() - before) / 1024)
"""


def measure() -> Iterator[Figure]:
    """Measure evaluation, sensitivity and simulation."""
    yield from _evaluations()
    yield Figure(
        name="the next question about weights 50 x 50",
        value=float(_printed([sys.executable, "-c", QUESTIONS])) * 1e3,
        unit="ms",
        aim="value <= 500",
    )
    yield from _simulations()
    yield from _beside_c()
    yield from _beside_peer()
    if sys.platform == "linux":
        yield Figure(
            name="SMAA 1,000,000 samples, extra memory",
            value=float(_printed([sys.executable, "-c", PEAK])),
            unit="MB",
            aim="value <= 60",
        )


def example(options: int = 10, criteria: int = 10) -> tuple[np.ndarray, np.ndarray]:
    """Return mean values and standard deviations of a made-up decision."""
    generator = np.random.default_rng(1)
    shape = (options, criteria)
    return generator.uniform(20, 80, shape), generator.uniform(3, 12, shape)


def spread(kind: str, options: int = 10, criteria: int = 10) -> Scores:
    """Return the made-up decision with scores of one kind."""
    mean, deviation = example(options, criteria)
    reach = NORMAL_95 * deviation
    return vary(kind, mean - reach, mean, mean + reach)


def run(
    kind: str,
    samples: int = SAMPLES,
    options: int = 10,
    criteria: int = 10,
    *,
    confidence: bool = True,
) -> object:
    """Simulate the made-up decision, confidence factors included."""
    scores, weights = spread(kind, options, criteria), FreeWeights(criteria)
    return simulate(scores, weights, samples=samples, confidence=confidence)


def _evaluations() -> Iterator[Figure]:
    values = np.random.default_rng(2).uniform(0, 100, (50, 50))
    raw = np.random.default_rng(3).uniform(0, 100, 50)
    prepared, shares = prepare(values), normalise(raw)
    masks = np.eye(50, dtype=bool)
    bare = paired(lambda: weigh(prepared, shares), lambda: values @ shares, calls=500)
    yield timed("evaluation 50 x 50, beside the bare product", bare, 1e6, "us", "ratio <= 5")
    ranked = paired(
        lambda: evaluate(prepared, shares), lambda: np.argsort(-(values @ shares)), calls=500
    )
    yield timed("evaluation with ranks 50 x 50, beside product and sort", ranked, 1e6, "us", "")
    lines = paired(
        lambda: [vary_weight(prepared, shares, mask) for mask in masks],
        lambda: values @ shares,
        rounds=5,
    )
    yield Figure(name="all crossovers of all weights 50 x 50", value=lines.work * 1e3, unit="ms")
    winner = int(evaluate(prepared, shares).order[0])
    exact = paired(
        lambda: (
            find_score_flips(prepared, shares),
            find_score_tolerance(prepared, shares, winner),
            find_joint_stability(prepared, shares, winner),
            [vary_weight(prepared, shares, mask) for mask in masks],
        ),
        lambda: values @ shares,
        rounds=5,
    )
    yield Figure(
        name="flip points and stability 50 x 50",
        value=exact.work * 1e3,
        unit="ms",
        aim="value <= 1000",
    )
    yield _everything()


def _everything() -> Figure:
    case = json.loads(EXAMPLE.read_text(encoding="utf-8"))["inputs"]
    likely, shares = np.array(case["likely"], dtype=float), normalise(case["weights"])
    ranges = Carried(np.maximum(likely - 10, 0), likely, np.minimum(likely + 10, 100))
    pair = paired(lambda: find_robustness(ranges, shares), lambda: run("normal", 20_000), rounds=7)
    return Figure(
        name="everything about the worked example",
        value=pair.work * 1e3,
        unit="ms",
        aim="value <= 250",
    )


def _simulations() -> Iterator[Figure]:
    for kind in ("exact", "uniform", "triangular"):
        pair = paired(lambda kind=kind: run(kind), lambda: run("normal"), rounds=5)
        name = f"SMAA 10 x 10, 100,000 {kind}, beside normal scores"
        yield timed(name, pair, 1e3, "ms", "")
    live = paired(lambda: run("normal", 10_000), lambda: run("triangular", 10_000), rounds=9)
    for kind, seconds in (("normal", live.work), ("triangular", live.reference)):
        yield Figure(
            name=f"live SMAA 10 x 10, 10,000 {kind}",
            value=seconds * 1e3,
            unit="ms",
            aim="value <= 16.7",
        )
    for kind in ("normal", "triangular"):
        longer = paired(lambda kind=kind: run(kind, 400_000), lambda kind=kind: run(kind), rounds=5)
        name = f"SMAA 400,000 {kind} samples, beside 100,000"
        yield timed(name, longer, 1e3, "ms", "ratio <= 4.4")


def ask(questions: int = 6) -> float:
    """Return the median seconds for the next question about 50 weights, at the start and later."""
    generator = np.random.default_rng(5)
    prepared = prepare(generator.uniform(0, 100, (50, 50)))
    truth, admissible = normalise(generator.exponential(size=50)), admit_all(50)
    seconds = []
    for _ in range(questions):
        start = time.perf_counter()
        question = find_next_step(prepared, admissible).question
        seconds.append(time.perf_counter() - start)
        if question is None:
            break
        yes = bool(truth[question.first] > question.ratio * truth[question.second])
        admissible = answer(admissible, question, yes=yes)
    return float(np.median(seconds))


def _beside_c() -> Iterator[Figure]:
    compiler = shutil.which("gcc")
    if compiler is None:
        print("There is no gcc here: SMAA is not measured beside C.", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as folder:
        program = str(Path(folder) / "smaa_reference")
        subprocess.run([compiler, *FLAGS, str(SOURCE), "-o", program, "-lm"], check=True)
        numbers = " ".join(str(x) for x in np.concatenate([part.ravel() for part in example()]))
        arguments = [program, "10", "10", str(SAMPLES), "1"]
        samples = []
        for _ in range(9):
            ours = paired(lambda: run("normal"), lambda: None, rounds=1).work
            samples.append((ours, float(_printed(arguments, numbers).split()[0])))
    ours, c = (float(np.median(part)) for part in zip(*samples, strict=True))
    ratio = float(np.median([a / b for a, b in samples]))
    pair = Pair(ours, c, ratio)
    yield timed("SMAA 10 x 10, 100,000 normal, beside C", pair, 1e3, "ms", "ratio <= 6")


def _beside_peer() -> Iterator[Figure]:
    if importlib.util.find_spec("pysensmcda") is None:
        print("pySensMCDA is not installed: SMAA is not measured beside it.", file=sys.stderr)
        return
    for kind, aim in (("normal", "ratio <= 0.0333"), ("triangular", "ratio <= 0.04")):
        pair = paired(lambda kind=kind: run(kind), lambda kind=kind: _run_peer(kind), rounds=3)
        yield timed(f"SMAA 10 x 10, 100,000 {kind}, beside pySensMCDA", pair, 1e3, "ms", aim)


def _run_peer(kind: str) -> object:
    from pysensmcda.smaa import smaa2

    generator = np.random.default_rng(1)
    mean, deviation = example()
    shape, reach = (SAMPLES, *mean.shape), NORMAL_95 * deviation
    drawn = (
        generator.normal(mean, deviation, shape)
        if kind == "normal"
        else generator.triangular(mean - reach, mean, mean + reach, shape)
    )
    return smaa2(
        lambda matrix, weights, _types: matrix @ weights,
        mean,
        np.ones(mean.shape[1]),
        num_samples=SAMPLES,
        matrix_samples=drawn,
        reverse_ranking=True,
        seed=1,
    )


def timed(name: str, pair: Pair, scale: float, unit: str, aim: str) -> Figure:
    """Return the figure of two pieces of work measured side by side; scale: units in a second."""
    return Figure(
        name=name,
        value=pair.work * scale,
        unit=unit,
        reference=pair.reference * scale,
        ratio=pair.ratio,
        aim=aim,
    )


def _printed(command: list[str], given: str = "") -> str:
    return subprocess.run(
        command,
        input=given,
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "OPENBLAS_NUM_THREADS": "1"},  # as the program itself sets it
    ).stdout
