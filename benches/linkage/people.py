"""Invented people in households: who they are, where they live, how they can be reached.

Holds true values as codes into the vocabulary, one array a column. Not for how files write them down: see source.py and recipients.py.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

import numpy as np

import rates
from vocabulary import WEBMAIL, World

NONE = -1
# The pattern of e-mail addresses that says nothing of the name.
NICKNAME_KIND = 5


@dataclass
class People:
    """One entry a person in every array. Codes of `World` words; NONE where there is nothing."""

    household: np.ndarray  # number of the household, unique in the run
    sex: np.ndarray  # 0 man, 1 woman
    first: np.ndarray
    surname: np.ndarray  # in daily use
    second: np.ndarray  # second half of a double surname
    birth_surname: np.ndarray
    born: np.ndarray  # days since 1970-01-01
    town: np.ndarray
    street: np.ndarray
    number: np.ndarray
    suffix: np.ndarray  # 0 none, 1 bis, 2 ter, 3 A, 4 B
    apartment: np.ndarray  # 0 none
    email_kind: np.ndarray  # pattern of the local part, see written.emails
    email_digits: np.ndarray  # NONE when the local part has no digits
    email_domain: np.ndarray
    phone: np.ndarray  # national number without the leading zero, 9 digits

    def take(self, chosen: np.ndarray) -> "People":
        """The chosen people, by position or by mask."""
        return People(**{field.name: getattr(self, field.name)[chosen] for field in fields(self)})

    def __len__(self) -> int:
        return len(self.sex)


def join(parts: list[People]) -> People:
    """Several groups as one."""
    return People(**{field.name: np.concatenate([getattr(part, field.name) for part in parts]) for field in fields(People)})


def households(rng: np.random.Generator, world: World, count: int, first_number: int, expected_people: int) -> People:
    """`count` households with everybody in them. `expected_people` (of the whole run) decides when an e-mail address needs digits."""
    sizes = 1 + np.searchsorted(np.cumsum(rates.HOUSEHOLD_SIZES), rng.random(count)).clip(0, len(rates.HOUSEHOLD_SIZES) - 1)
    of = np.repeat(np.arange(count), sizes)
    starts = np.cumsum(sizes) - sizes
    role = np.arange(len(of)) - starts[of]  # 0 head, 1 partner, 2 and more: children
    n = len(of)

    sex = (rng.random(n) < 0.5).astype(np.int8)
    mixed = rng.random(count) < 0.96
    partner = role == 1
    sex[partner] = np.where(mixed[of[partner]], 1 - sex[starts[of[partner]]], sex[starts[of[partner]]])

    head_year = rng.triangular(1930, 1966, 2002, count)
    year = head_year[of] + np.where(partner, rng.normal(0, 4, n), 0)
    child = role >= 2
    year[child] = np.minimum(head_year[of[child]] + rng.uniform(21, 38, child.sum()), 2012)
    year = np.clip(year, 1920, 2012).astype(np.int32)
    born = ((year - 1970) * 365.2425 + rng.integers(0, 365, n)).astype(np.int32)
    surname, second, birth = _surnames(rng, world, of, role, sex, year, sizes, starts)
    first = _first_names(rng, world, sex, year)
    where = _addresses(rng, world, count)
    kind, digits, domain = _emails(rng, world, of, role, starts, first, surname, year, expected_people)

    # The ranges kept for fiction hold 10,000 numbers each, far too few for millions of people. These numbers are drawn over the whole
    # mobile and landline ranges; they are benchmark data only, made on the machine that measures, never shown and never committed.
    mobile = 600_000_000 + rng.integers(0, 199_999_999, n)
    landline = (rng.integers(1, 6, count) * 100_000_000 + rng.integers(10_000_000, 99_999_999, count))[of]
    phone = np.where(rng.random(n) < rates.LANDLINE_SHARE, landline, mobile)
    return People(
        (of + first_number).astype(np.int64), sex, first, surname, second, birth, born,
        *(column[of] for column in where), kind, digits, domain, phone,
    )  # fmt: skip


def _surnames(
    rng: np.random.Generator, world: World, of: np.ndarray, role: np.ndarray, sex: np.ndarray, year: np.ndarray,
    sizes: np.ndarray, starts: np.ndarray,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:  # fmt: skip
    """Surname in use, second half of a double one, birth name: couples marry or do not, children take one name or both."""
    n, count = len(of), len(sizes)
    own = world.surnames.draw(rng, n)
    birth, surname = own.copy(), own.copy()
    second = np.full(n, NONE, np.int32)
    # The woman of a married couple, whichever of the two she is, may bear the man's name.
    couple = (sizes >= 2)[of] & (role <= 1)
    married = (rng.random(count) < rates.MARRIED_COUPLES)[of] & couple
    spouse = starts[of] + np.where(role == 0, np.minimum(1, sizes[of] - 1), 0)
    wife = married & (sex == 1) & (sex[spouse] == 0)
    choice = rng.random(n)
    both = wife & (choice < rates.SPOUSE_NAME_DOUBLED)
    spouse_only = wife & ~both & (choice < rates.SPOUSE_NAME_DOUBLED + rates.SPOUSE_NAME_USED)
    surname[spouse_only] = own[spouse[spouse_only]]
    second[both] = own[spouse[both]]
    alone = (sizes == 1)[of] & (sex == 1) & (year < 1975) & (rng.random(n) < rates.WIDOWED_OR_DIVORCED_NAME)
    surname[alone] = world.surnames.draw(rng, int(alone.sum()))
    # Children: the father's name where there is one, sometimes the mother's, sometimes both.
    child = np.flatnonzero(role >= 2)
    head, partner = starts[of[child]], starts[of[child]] + 1
    father = np.where(sex[head] == 0, head, partner)
    mother = np.where(sex[head] == 0, partner, head)
    choice = rng.random(count)[of[child]]  # brothers and sisters bear the same name
    named = np.where(choice < rates.CHILD_OTHER_SURNAME, own[mother], own[father])
    surname[child] = named
    doubled = (choice >= rates.CHILD_OTHER_SURNAME) & (choice < rates.CHILD_OTHER_SURNAME + rates.CHILD_DOUBLE_SURNAME)
    second[child[doubled]] = own[mother[doubled]]
    birth[child] = named
    second[second == surname] = NONE
    return surname, second, birth


def _first_names(rng: np.random.Generator, world: World, sex: np.ndarray, year: np.ndarray) -> np.ndarray:
    """First names by sex and generation."""
    first = np.zeros(len(sex), np.int32)
    generation = np.digitize(year, (1950, 1975))
    for (group_sex, group_generation), words in world.first_by_group.items():
        chosen = (sex == group_sex) & (generation == group_generation)
        first[chosen] = words.draw(rng, int(chosen.sum()))
    return first


def _addresses(rng: np.random.Generator, world: World, count: int) -> tuple[np.ndarray, ...]:
    """Town, street, number, suffix and apartment of each household; large buildings share one number."""
    places = world.places
    town = places.towns.draw(rng, count)
    # Streets are not equally long: low street codes of a town draw more people.
    street = places.first_street[town] + (rng.random(count) ** 1.3 * places.streets[town]).astype(np.int64)
    number = 1 + (rng.random(count) ** 1.2 * places.street_length[street]).astype(np.int32)
    suffix = np.digitize(rng.random(count), np.cumsum([rates.STREET_BIS, rates.STREET_TER, rates.STREET_LETTER, rates.STREET_LETTER]))
    suffix = np.where(suffix == 4, 0, suffix + 1).astype(np.int8)
    block = rng.random(count) < rates.LIVES_IN_BLOCK
    building = 1 + (street * 7 + rng.integers(0, 3, count) * 12) % 61
    number = np.where(block, building, number).astype(np.int32)
    suffix = np.where(block, 0, suffix).astype(np.int8)
    apartment = np.where(block, rng.integers(1, 90, count), 0).astype(np.int16)
    return town, street.astype(np.int32), number, suffix, apartment


def _emails(
    rng: np.random.Generator, world: World, of: np.ndarray, role: np.ndarray, starts: np.ndarray, first: np.ndarray,
    surname: np.ndarray, year: np.ndarray, expected_people: int,
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:  # fmt: skip
    """Pattern, digits and domain of each address. Common names get digits, enough of them for addresses to stay (nearly) unique."""
    n = len(of)
    kind = np.digitize(rng.random(n), (0.38, 0.50, 0.60, 0.70, 0.82)).astype(np.int8)
    domain = world.domains.draw(rng, n)
    name_share = world.surnames.frequencies[surname]
    first_share = np.where(kind == 1, 0.08, world.first_shares[first])  # an initial alone tells little
    rivals = expected_people * name_share * first_share * np.where(domain < len(WEBMAIL), 0.1, 0.001)
    crowded = rivals > 0.02
    pool = np.maximum(100, rivals * 60)
    digits = np.where(crowded | (kind >= 4), (rng.random(n) * pool).astype(np.int64), NONE)
    birth_digits = (rng.random(n) < 0.15) & ~crowded
    digits = np.where(birth_digits, year % 100, digits)
    family = (rng.random(n) < rates.FAMILY_EMAIL) & (role == 1)
    head = starts[of[family]]
    kind[family] = kind[head] = NICKNAME_KIND  # a word and digits, nothing of a name
    nickname = kind == NICKNAME_KIND
    digits[nickname] = rng.integers(0, max(1000, expected_people), int(nickname.sum()))
    digits[family], domain[family] = digits[head], domain[head]
    return kind, digits.astype(np.int64), domain
