"""Shows where a list of pairs goes wrong, for whoever improves an engine: counts by channel, and examples with both records.

    python3 mistakes.py PROBLEM_DIR PAIRS.csv [--kind missed|wrong|stranger] [--show 15] [--threshold 0.5]

missed: the person is in the source and no pair was given; wrong: another row was given; stranger: a pair for somebody who is not there.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import pandas as pd

from score import best_pairs

KINDS = ("missed", "wrong", "stranger")


def judged(problem: Path, pairs: pd.DataFrame, threshold: float) -> pd.DataFrame:
    """The recipients with their channel, true row, given row, probability and what became of them."""
    left = pd.read_csv(problem / "recipients.csv", dtype=str, keep_default_na=False)
    left["true"] = pd.read_csv(problem / "truth.csv").set_index("left_row")["right_row"]
    best = best_pairs(pairs[pairs["probability"] >= threshold]).set_index("left_row")
    left["given"], left["probability"] = best["right_row"], best["probability"]
    left["channel"] = np.select([left.get("courriel", "") != "", left.get("telephone", "") != ""], ["email", "sms"], "letter")
    known, linked, same = left["true"].notna(), left["given"].notna(), left["true"] == left["given"]
    left["outcome"] = np.select([known & same, known & linked, known, linked], ["right", "wrong", "missed", "stranger"], "left alone")
    return left


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("problem", type=Path)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--kind", choices=KINDS)
    parser.add_argument("--show", type=int, default=15)
    parser.add_argument("--threshold", type=float, default=0.5)
    asked = parser.parse_args()
    table = judged(asked.problem, pd.read_csv(asked.pairs), asked.threshold)
    print(pd.crosstab(table["channel"], table["outcome"]))
    first_line = (asked.problem / "source.csv").open(encoding="utf-8").readline()
    right = pd.read_csv(asked.problem / "source.csv", sep=";" if ";" in first_line else ",", dtype=str, keep_default_na=False)
    columns = list(pd.read_csv(asked.problem / "recipients.csv", nrows=0).columns)
    for kind in [asked.kind] if asked.kind else KINDS:
        print(f"\n== {kind}")
        chosen = table[table["outcome"] == kind]
        for row, one in chosen.sample(min(asked.show, len(chosen)), random_state=1).sort_index().iterrows():
            print(f"{row}: {'|'.join(one[columns])}" + ("" if pd.isna(one["probability"]) else f"   p {one['probability']:.3f}"))
            for name in ("true", "given"):
                if pd.notna(one[name]):
                    print(f"      {name:5} {int(one[name])}: {'|'.join(right.iloc[int(one[name])])}")


if __name__ == "__main__":
    main()
