"""Scores a list of pairs against the truth: best pair per recipient at p ≥ threshold, and the reliability table.

    python3 score.py PAIRS.csv TRUTH.csv [--threshold 0.5]

PAIRS.csv has `left_row,right_row,probability` and maybe more columns. Of several pairs of one recipient only the most probable counts; a
tie goes to the pair that comes first in the file. Precision: of the recipients given a best pair, how many got the right row. Recall: of
the recipients who are in the source, how many got their row.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

BINS = (0.5, 0.6, 0.7, 0.8, 0.95, 0.99, 0.999, 1.0)
# The calibration rule: among links given p in this bin, the share that is right must lie in this range.
CHECKED_BIN, CHECKED_RANGE = (0.8, 0.95), (0.75, 0.98)


@dataclass
class Bin:
    """One row of the reliability table: links with low ≤ p < high (the last bin includes 1)."""

    low: float
    high: float
    links: int
    right: int
    mean_probability: float

    @property
    def share(self) -> float:
        """Share of the links that are right; NaN without any."""
        return self.right / self.links if self.links else float("nan")


@dataclass
class Score:
    """What came out, over the best pair of each recipient."""

    precision: float
    recall: float
    f1: float
    links: int
    bins: list[Bin]

    @property
    def checked(self) -> Bin:
        """The bin that the calibration rule is about."""
        return next(one for one in self.bins if (one.low, one.high) == CHECKED_BIN)

    @property
    def calibrated(self) -> bool | None:
        """Whether the rule holds; None where the bin is empty."""
        return CHECKED_RANGE[0] <= self.checked.share <= CHECKED_RANGE[1] if self.checked.links else None


def best_pairs(pairs: pd.DataFrame) -> pd.DataFrame:
    """The most probable pair of each left row, the first in the file where two are equal."""
    ordered = pairs.sort_values("probability", ascending=False, kind="stable")
    return ordered.drop_duplicates("left_row").reset_index(drop=True)


def score(pairs: pd.DataFrame, truth: pd.DataFrame, threshold: float = 0.5) -> Score:
    """Precision, recall, F1 and reliability of the best pairs with at least the threshold's probability."""
    best = best_pairs(pairs[pairs["probability"] >= threshold])
    true_pairs = set(zip(truth["left_row"], truth["right_row"]))
    right = np.fromiter((pair in true_pairs for pair in zip(best["left_row"], best["right_row"])), bool, len(best))
    hits = int(right.sum())
    precision = hits / len(best) if len(best) else 0.0
    recall = hits / truth["left_row"].nunique()
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    p = best["probability"].to_numpy()
    bins = []
    for low, high in zip(BINS, BINS[1:]):
        inside = (p >= low) & ((p < high) | (high == BINS[-1]))
        links = int(inside.sum())
        bins.append(Bin(low, high, links, int(right[inside].sum()), float(p[inside].mean()) if links else float("nan")))
    return Score(precision, recall, f1, len(best), bins)


def read(pairs: Path, truth: Path, threshold: float = 0.5) -> Score:
    """The score of two files."""
    return score(pd.read_csv(pairs), pd.read_csv(truth), threshold)


def reliability(result: Score) -> str:
    """The reliability table as text."""
    lines = ["p                 links   right   share right   mean p"]
    for one in result.bins:
        lines.append(f"[{one.low:.3f}, {one.high:.3f}{']' if one.high == BINS[-1] else ')'} {one.links:8d} {one.right:7d} {one.share:13.3f} {one.mean_probability:8.3f}")
    return "\n".join(lines)


def rule(result: Score) -> str:
    """Whether the calibration rule holds, as a sentence."""
    low, high = CHECKED_RANGE
    verdict = {None: "no link there", True: "holds", False: "FAILS"}[result.calibrated]
    return f"rule: between {low:.0%} and {high:.0%} of the links in [{CHECKED_BIN[0]}, {CHECKED_BIN[1]}) are right: {verdict}"


def main() -> int:
    """Reads the command line; 1 when the calibration rule fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("truth", type=Path)
    parser.add_argument("--threshold", type=float, default=0.5)
    asked = parser.parse_args()
    result = read(asked.pairs, asked.truth, asked.threshold)
    print(f"F1 {result.f1:.4f}   precision {result.precision:.4f}   recall {result.recall:.4f}   links {result.links}")
    print(reliability(result))
    print(rule(result))
    return 1 if result.calibrated is False else 0


if __name__ == "__main__":
    sys.exit(main())
