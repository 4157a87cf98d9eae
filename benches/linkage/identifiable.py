"""How many true pairs could be found at all: an upper bound on recall that no engine can pass.

A perfect reader who repairs every typing error still has nothing to go by when the e-mail on file is another one and twelve people bear
the name. Here a true pair counts as identifiable when some piece of what the recipient handed in, and the source holds, fits that one
row and no other.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from people import People
from recipients import Given
from source import OnFile


def _mix(*columns: np.ndarray) -> np.ndarray:
    """One 64-bit key of several integer columns (collisions are of the order of 10⁻⁷ at ten million rows)."""
    key = np.zeros(len(columns[0]), np.uint64)
    for column in columns:
        key = (key ^ column.astype(np.uint64)) * np.uint64(0x9E3779B97F4A7C15)
        key ^= key >> np.uint64(29)
    return key


@dataclass
class Ledger:
    """The keys of every row of the source, kept while the chunks go by (40 bytes a row)."""

    initials: np.ndarray  # code of the first letter of each first name
    parts: dict[str, list[np.ndarray]] = field(default_factory=dict)

    def keys(self, people: People, surname: np.ndarray) -> dict[str, np.ndarray]:
        """The keys of some people under the given surname."""
        initial = self.initials[people.first]
        door = _mix(people.street, people.number, people.suffix, people.apartment)
        return {
            "name": _mix(people.first, surname),
            "name_town": _mix(people.first, surname, people.town),
            "initial_town": _mix(initial, surname, people.town),
            "door_first": _mix(door, people.first),
            "door_last": _mix(door, surname),
            "door_initial": _mix(door, initial, surname),
        }

    def add(self, people: People, held: OnFile) -> None:
        """Takes in one chunk of rows."""
        surname = np.where(held.by_birth_name, people.birth_surname, people.surname)
        for name, key in self.keys(people, surname).items():
            self.parts.setdefault(name, []).append(key)

    def counts(self, people: People, held: OnFile) -> dict[str, np.ndarray]:
        """How many rows of the source have the same key as each of these people."""
        surname = np.where(held.by_birth_name, people.birth_surname, people.surname)
        found = {}
        for name, wanted in self.keys(people, surname).items():
            values = np.unique(wanted)
            count = np.zeros(len(values), np.int64)
            for part in self.parts[name]:
                at = np.searchsorted(values, part).clip(0, len(values) - 1)
                count += np.bincount(at[values[at] == part], minlength=len(values))
            found[name] = count[np.searchsorted(values, wanted)]
        return found


def identifiable(ledger: Ledger, people: People, held: OnFile, given: list[Given]) -> np.ndarray:
    """For each true pair, whether it can be told from every other row."""
    counts = {name: count == 1 for name, count in ledger.counts(people, held).items()}
    result = np.zeros(len(given), bool)
    for at, one in enumerate(given):
        filed_by_birth_name = bool(held.by_birth_name[at])
        last = one.last != "" and (one.last == "birth") == filed_by_birth_name
        full = one.first == "full" and not held.first_initial[at]
        initial = one.first != ""
        street, town = one.street and held.address[at], one.town and held.town[at]
        result[at] = (
            (one.email and held.email[at])
            or (one.phone and held.phone[at])
            or (one.born and held.born[at] and (last or initial))
            or (street and full and counts["door_first"][at])
            or (street and initial and last and counts["door_initial"][at])
            or (street and last and counts["door_last"][at])
            or (town and full and last and counts["name_town"][at])
            or (town and initial and last and counts["initial_town"][at])
            or (full and last and counts["name"][at])
        )
    return result
