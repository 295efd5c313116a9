"""What `counterpoise analyse` can be told beyond a file and a perspective."""

import argparse
from collections.abc import Callable
from pathlib import Path


def add_questions(parser: argparse.ArgumentParser) -> None:
    """How to draw, answers, limits of the weights, how scores vary, and what to look at besides."""
    parser.add_argument(
        "--samples",
        type=_whole_number(1000, 10_000_000),
        default=50_000,
        help="how many combinations each simulation draws (default: 50000)",
    )
    parser.add_argument(
        "--seed",
        type=_whole_number(0, 2**32 - 1),
        default=0,
        help="equal seeds give equal numbers (default: 0)",
    )
    parser.add_argument(
        "--scores",
        choices=("exact", "uniform", "triangular", "normal"),
        default="triangular",
        help="how scores vary within their ranges (default: triangular)",
    )
    parser.add_argument(
        "--precision",
        type=_share,
        default=0.0,
        metavar="SHARE",
        help="stop a simulation when every rank is known to this standard error, such as 0.002",
    )
    parser.add_argument(
        "--order",
        metavar="ORDER",
        help="admit only weights in this order, such as “Security > Costs = Unity”",
    )
    parser.add_argument(
        "--bound",
        metavar="BOUND",
        action="append",
        default=[],
        help="admit only such a share of the weight in percent: “Security=10..40”; repeatable",
    )
    parser.add_argument(
        "--ratio",
        metavar="RATIO",
        action="append",
        default=[],
        help="admit only such a ratio of two weights: “Security/Costs=2..4”; repeatable",
    )
    parser.add_argument(
        "--answers",
        metavar="IN.json",
        type=Path,
        help="weights, limits and curves from answers (see docs/json-answers.md)",
    )
    parser.add_argument(
        "--triangle",
        metavar="CRITERION",
        nargs=3,
        help="the three branches of the weight triangle in --json (default: the heaviest)",
    )
    parser.add_argument(
        "--since",
        metavar="OTHER",
        type=Path,
        help="say what changed since an earlier file, and which edits did it",
    )


def _share(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = -1.0
    if not 0.0 <= number <= 0.5:
        raise argparse.ArgumentTypeError(f"{text!r} is no share from 0 to 0.5")
    return number


def _whole_number(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        try:
            number = int(text)
        except ValueError:
            number = least - 1
        if not least <= number <= most:
            raise argparse.ArgumentTypeError(f"{text!r} is no whole number from {least} to {most}")
        return number

    return read
