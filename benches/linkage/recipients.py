"""The recipients' table: what people who got a letter, an e-mail or an SMS hand in, with everything that goes wrong on the way.

Each recipient has one channel. Rates are in rates.py; `harsh` multiplies the noise.
"""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import rates
from people import NONE, People
from vocabulary import NICKNAMES, SHORT_STREET_TYPES, STREET_TYPES, World, fold
from written import dates, digit_typo, emails, last_names, phones, street_lines, text, typo

HEADER = "civilite nom prenom adresse code_postal ville courriel telephone date_naissance".split()


@dataclass
class Given:
    """What survives of a recipient's values once typing errors are read through: the most a perfect reader could use."""

    last: str = "same"  # "same" as in daily use, "birth", "cut" (one half of a double surname), "" (not shown)
    first: str = ""  # "full", "initial" or "" (not shown, or a nickname that hides it)
    street: bool = False
    town: bool = False
    email: bool = False
    phone: bool = False
    born: bool = False


class Noise:
    """A seeded source of accidents."""

    def __init__(self, seed: int, harsh: float) -> None:
        self.rng = random.Random(f"recipients {seed}")
        self.harsh = harsh

    def hits(self, rate: float) -> bool:
        """Whether an accident of this rate happens."""
        return self.rng.random() < min(0.9, rate * self.harsh)

    def chance(self, rate: float) -> bool:
        """Whether something of this rate happens that is no accident."""
        return self.rng.random() < rate


class Texts:
    """The true values of some people as lists of texts."""

    def __init__(self, world: World, people: People, seed: int) -> None:
        rng = np.random.default_rng([seed, 77])
        n = len(people)
        nobody = np.full(n, NONE, np.int32)
        always, never = np.ones(n, bool), np.zeros(n, bool)
        self.surname = text(world.surnames, people.surname).to_pylist()
        self.second = text(world.surnames, people.second).to_pylist()
        self.last = last_names(world, people.surname, people.second, rng.random(n) < 0.6).to_pylist()
        self.birth_name = last_names(world, people.birth_surname, nobody, never).to_pylist()
        self.first = text(world.first_names, people.first).to_pylist()
        self.flat = street_lines(world, people, never, always, always).to_pylist()
        self.street = street_lines(world, people, never, always, never).to_pylist()
        self.plain_street = street_lines(world, people, never, never, never).to_pylist()
        self.postcode = world.places.postcodes.take(people.town).to_pylist()
        self.town = text(world.places.towns, people.town).to_pylist()
        self.email = emails(world, people).to_pylist()
        self.phone = phones(rng, people.phone).to_pylist()
        self.born = dates(people.born, "%Y-%m-%d").to_pylist()


def handed_in(noise: Noise, true: Texts, other: Texts, people: People, at: int, channel: str) -> tuple[list[str], Given]:
    """The row that person `at` hands in, and what of it still holds. `other` lends old addresses, e-mails and numbers."""
    given = Given()
    civility = ("M." if people.sex[at] == 0 else "Mme") if noise.chance(rates.RECIPIENT_HAS_CIVILITY) else ""
    last, first = _name(noise, true, at, given) if noise.chance(rates.NAME_SHOWN[channel]) else ("", "")
    if not last and not first:
        civility, given.last, given.first = "", "", ""
    street = postcode = town = email = phone = born = ""
    if channel == "letter" or noise.chance(rates.TOWN_GIVEN[channel]):
        moved = noise.hits(rates.MOVED)
        home = other if moved else true
        if channel == "letter":
            street = _street(noise, home, at)
        postcode, town = _town(noise, home, at)
        given.street = bool(street) and not moved
        given.town = bool(postcode or town) and not moved
    if channel == "email":
        changed = noise.hits(rates.EMAIL_OTHER)
        email = (other if changed else true).email[at]
        if changed and noise.chance(0.5):  # another provider, the same habit of writing one's name
            email = true.email[at].split("@")[0] + "@" + other.email[at].split("@")[1]
        given.email = not changed
        if noise.hits(rates.EMAIL_TYPO):
            email = typo(noise.rng, email.split("@")[0]) + "@" + email.split("@")[1]
    if channel == "sms":
        changed = noise.hits(rates.PHONE_OTHER)
        phone = (other if changed else true).phone[at]
        slip = noise.hits(rates.PHONE_TYPO)
        phone = digit_typo(noise.rng, phone) if slip else phone
        given.phone = not changed and not slip
    if noise.chance(rates.RECIPIENT_HAS_BIRTH_DATE):
        slip = noise.hits(rates.WRONG_BIRTH_DATE)
        born = other.born[at] if slip else true.born[at]
        given.born = not slip
    return [civility, last, first, street, postcode, town, email, phone, born], given


def _name(noise: Noise, true: Texts, at: int, given: Given) -> tuple[str, str]:
    """Last and first name as shown."""
    last, first = true.last[at], true.first[at]
    given.first = "full"
    if true.birth_name[at] != true.surname[at] and noise.hits(rates.BIRTH_NAME_USED):
        last, given.last = true.birth_name[at], "birth"
    elif true.second[at] and noise.hits(rates.DOUBLE_SURNAME_CUT):
        last, given.last = noise.rng.choice([true.surname[at], true.second[at]]), "cut"
    if first in NICKNAMES and noise.hits(rates.NICKNAME):
        first = NICKNAMES[first]
    elif "-" in first and noise.hits(rates.COMPOUND_FIRST_CUT):
        first = first.split("-")[0]
    elif noise.hits(rates.FIRST_INITIAL):
        first, given.first = first[0] + noise.rng.choice([".", ""]), "initial"
    elif noise.hits(rates.FIRST_MISSING):
        first, given.first = "", ""
    elif noise.hits(rates.TYPO_FIRST):
        first = typo(noise.rng, first)
    if noise.chance(0.25):
        first = first.replace("-", " ")
    if noise.hits(rates.TYPO_LAST):
        last = typo(noise.rng, last)
    if noise.hits(rates.ACCENTS_LOST):
        last, first = fold(last), fold(first)
    if noise.hits(rates.ALL_CAPITALS):
        last, first = last.upper(), first.upper()
    elif noise.hits(rates.SURNAME_CAPITALS):
        last = last.upper()
    if first and noise.hits(rates.SWAPPED_NAMES):
        last, first = first, last
    return last, first


def _street(noise: Noise, home: Texts, at: int) -> str:
    """Number and street as written on the letter; empty when it was cut off."""
    if noise.hits(rates.STREET_MISSING):
        return ""
    if noise.hits(rates.SUFFIX_LOST):
        line = home.plain_street[at]
    else:
        line = home.flat[at] if noise.chance(rates.APARTMENT_WRITTEN) else home.street[at]
    number, rest = line.split(" ", 1)
    if noise.hits(rates.STREET_TYPO):
        words = rest.split(" ")
        words[-1] = typo(noise.rng, words[-1])
        rest = " ".join(words)
    if noise.hits(rates.SHORT_STREET_TYPE):
        for kind, short in zip(STREET_TYPES, SHORT_STREET_TYPES):
            rest = rest.replace(kind + " ", noise.rng.choice([short, short.rstrip(".")]) + " ", 1)
    if noise.hits(rates.NUMBER_WRONG):
        number = digit_typo(noise.rng, number)
    rest = _case(noise, rest)
    return rest if noise.hits(rates.NUMBER_MISSING) else f"{number}{noise.rng.choice([' ', ' ', ', '])}{rest}"


def _town(noise: Noise, home: Texts, at: int) -> tuple[str, str]:
    """Postcode and town as written."""
    postcode, town = home.postcode[at], home.town[at]
    if noise.hits(rates.TOWN_MISSING):
        town = ""
    elif noise.hits(rates.TOWN_TYPO):
        town = typo(noise.rng, town)
    if town.startswith("Saint-") and noise.hits(rates.SAINT_SHORTENED):
        town = noise.rng.choice(["St-", "St "]) + town[len("Saint-") :].replace("-", noise.rng.choice(["-", " "]))
    if noise.hits(rates.POSTCODE_MISSING):
        postcode = ""
    elif noise.hits(rates.POSTCODE_TYPO):
        postcode = digit_typo(noise.rng, postcode)
    return postcode, _case(noise, town)


def _case(noise: Noise, value: str) -> str:
    """Capitals and lost accents as they happen."""
    value = fold(value) if noise.hits(rates.ACCENTS_LOST) else value
    return value.upper() if noise.hits(rates.ALL_CAPITALS) else value


def write(path: Path, rows: list[list[str]]) -> None:
    """Writes the recipients' table."""
    with path.open("w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow(HEADER)
        writer.writerows(rows)
