"""Checks of the benchmark itself: the generator repeats itself, the truth is about real rows, the score counts right.

    python3 benches/linkage/run.py --self-test     (or selftest.py with the environment's Python)
"""

from __future__ import annotations

import csv
import tempfile
from pathlib import Path

import pandas as pd

import population
import recipients
import source
from score import score

ROWS, RECIPIENTS = 6_000, 400


def rows(file: Path, delimiter: str) -> list[list[str]]:
    """All rows of a table, the header first."""
    with file.open(newline="", encoding="utf-8") as handle:
        return list(csv.reader(handle, delimiter=delimiter))


def the_same_arguments_give_the_same_bytes(folder: Path) -> None:
    """Twice the same seed, once another."""
    for name, seed in (("a", 5), ("b", 5), ("c", 6)):
        population.generate(ROWS, RECIPIENTS, seed, 1.0, folder / name)
    for file in ("source.csv", "recipients.csv", "truth.csv", "facts.json"):
        first, again, other = ((folder / name / file).read_bytes() for name in "abc")
        assert first == again, f"{file} differs between two runs with one seed"
        assert first != other, f"{file} does not depend on the seed"


def the_truth_is_about_real_rows(folder: Path) -> None:
    """Right number of rows, one true row at most for each recipient, and true pairs that share something."""
    right, left, truth = rows(folder / "a/source.csv", ";"), rows(folder / "a/recipients.csv", ","), rows(folder / "a/truth.csv", ",")
    assert right[0] == source.HEADER.split(";") and left[0] == recipients.HEADER and truth[0] == ["left_row", "right_row"]
    assert len(right) == ROWS + 1 and len(left) == RECIPIENTS + 1
    assert len({len(row) for row in right}) == 1 and len({len(row) for row in left}) == 1
    pairs = [(int(a), int(b)) for a, b in truth[1:]]
    assert len({a for a, _ in pairs}) == len(pairs) == len({b for _, b in pairs}), "a row is in two true pairs"
    assert all(0 <= a < RECIPIENTS and 0 <= b < ROWS for a, b in pairs)
    assert 0.75 < len(pairs) / RECIPIENTS < 0.9

    def shared(a: int, b: int) -> bool:
        """Same postcode, e-mail address or name on both sides."""
        one, two = left[a + 1], right[b + 1]
        return one[4] == two[5] != "" or one[6] == two[7] != "" or one[1].lower() == two[2].lower() != ""

    true_share = sum(shared(a, b) for a, b in pairs) / len(pairs)
    shifted_share = sum(shared(a, (b + 1) % ROWS) for a, b in pairs) / len(pairs)
    assert true_share > 0.8 and shifted_share < 0.1, (true_share, shifted_share)


def record_numbers_give_nothing_away(folder: Path) -> None:
    """They are unique and in no order."""
    numbers = [int(row[0]) for row in rows(folder / "a/source.csv", ";")[1:]]
    assert len(set(numbers)) == len(numbers) and numbers != sorted(numbers)


def harsh_data_is_harder(folder: Path) -> None:
    """More noise leaves fewer pairs that can be told apart."""
    mild = population.generate(ROWS, RECIPIENTS, 5, 1.0, folder / "mild")["identifiable_share"]
    rough = population.generate(ROWS, RECIPIENTS, 5, 4.0, folder / "rough")["identifiable_share"]
    assert rough < mild, (rough, mild)


def the_score_counts_the_best_pair_of_each_recipient() -> None:
    """Worked by hand: three people in the source, one stranger."""
    truth = pd.DataFrame({"left_row": [0, 1, 2], "right_row": [10, 11, 12]})
    pairs = pd.DataFrame(
        [(0, 10, 0.9), (0, 99, 0.8), (1, 98, 0.9), (1, 11, 0.6), (2, 12, 0.4), (3, 97, 0.85)], columns=["left_row", "right_row", "probability"]
    )
    result = score(pairs, truth)
    assert result.links == 3 and abs(result.precision - 1 / 3) < 1e-12 and abs(result.recall - 1 / 3) < 1e-12
    assert result.checked.links == 3 and result.checked.right == 1 and result.calibrated is False
    assert score(pairs.iloc[:0], truth).f1 == 0.0 and score(pairs.iloc[:0], truth).calibrated is None
    perfect = truth.assign(probability=1.0)
    assert score(perfect, truth).f1 == 1.0


def main() -> None:
    """Runs every check."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        the_same_arguments_give_the_same_bytes(folder)
        the_truth_is_about_real_rows(folder)
        record_numbers_give_nothing_away(folder)
        harsh_data_is_harder(folder)
    the_score_counts_the_best_pair_of_each_recipient()
    print("the benchmark's own checks hold")


if __name__ == "__main__":
    main()
