"""The source file: rows of people as an association's or a town hall's software would have exported them."""

from __future__ import annotations

import random
from dataclasses import dataclass, fields
from typing import BinaryIO

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pacsv

import rates
from people import NONE, People
from vocabulary import World
from written import blank, choose, dates, emails, glue, last_names, phones, street_lines, text, with_typos

HEADER = "N° dossier;Civilité;Nom;Prénom;Adresse;Code postal;Commune;Courriel;Téléphone;Date de naissance"


@dataclass
class OnFile:
    """What the source holds of each person, as masks: needed to say which true pairs can be found at all."""

    address: np.ndarray
    town: np.ndarray
    email: np.ndarray
    phone: np.ndarray
    born: np.ndarray
    by_birth_name: np.ndarray
    first_initial: np.ndarray

    def take(self, chosen: np.ndarray) -> "OnFile":
        """The chosen rows."""
        return OnFile(**{field.name: getattr(self, field.name)[chosen] for field in fields(self)})


def on_file(rng: np.random.Generator, people: People, reached_by_email: np.ndarray, reached_by_sms: np.ndarray) -> OnFile:
    """Which values are filled. People reached by e-mail or SMS have theirs on file more often than others."""
    n = len(people)
    email = rng.random(n) < np.where(reached_by_email, rates.REACHED_ON_FILE, rates.SOURCE_HAS_EMAIL)
    phone = rng.random(n) < np.where(reached_by_sms, rates.REACHED_ON_FILE, rates.SOURCE_HAS_PHONE)
    woman = people.sex == 1
    address = rng.random(n) < rates.SOURCE_HAS_ADDRESS
    return OnFile(
        address=address,
        town=address | (rng.random(n) < 0.5),
        email=email,
        phone=phone,
        born=rng.random(n) < rates.SOURCE_HAS_BIRTH_DATE,
        by_birth_name=woman & (people.birth_surname != people.surname) & (rng.random(n) < rates.SOURCE_BIRTH_NAME),
        first_initial=rng.random(n) < rates.SOURCE_FIRST_INITIAL,
    )


def write_rows(out: BinaryIO, rng: np.random.Generator, world: World, people: People, held: OnFile, first_row: int, key: int) -> None:
    """Appends one chunk of rows. `key` scrambles the record numbers, which say nothing of row or person."""
    n = len(people)
    slips = random.Random(int(rng.integers(1 << 62)))
    surname = np.where(held.by_birth_name, people.birth_surname, people.surname)
    second = np.where(held.by_birth_name, NONE, people.second)
    last = last_names(world, surname, second, rng.random(n) < 0.7)
    first = text(world.first_names, people.first)
    first = choose(rng.random(n) < 0.2, pc.replace_substring(first, "-", " "), first)
    first = choose(held.first_initial, glue(pc.utf8_slice_codeunits(first, 0, 1), "."), first)
    last = with_typos(slips, last, rng.random(n) < rates.SOURCE_TYPO_LAST)
    first = with_typos(slips, first, rng.random(n) < rates.SOURCE_TYPO_FIRST)
    street = street_lines(world, people, rng.random(n) < rates.SOURCE_SHORT_STREET_TYPE, np.ones(n, bool), rng.random(n) < rates.SOURCE_APARTMENT_WRITTEN)
    town = text(world.places.towns, people.town)

    style = rng.random(n)
    capitals = style < rates.SOURCE_ALL_CAPITALS
    surname_capitals = capitals | (style > 1 - rates.SOURCE_SURNAME_CAPITALS)
    last = choose(surname_capitals, pc.utf8_upper(last), last)
    last, first, street, town = (in_capitals(column, capitals) for column in (last, first, street, town))

    postcode = world.places.postcodes.take(pa.array(people.town))
    wrong = rng.random(n) < rates.SOURCE_WRONG_BIRTH_DATE
    born = people.born + np.where(wrong, rng.integers(-400, 400, n), 0).astype(np.int32)
    civility = choose(people.sex == 0, pa.scalar("M."), choose(rng.random(n) < 0.1, pa.scalar("Mlle"), pa.scalar("Mme")))
    number = ((first_row + np.arange(n, dtype=np.int64)) * 2_654_435_761 + key) % 1_000_000_007
    columns = (
        pc.cast(pa.array(number), pa.string()),
        blank(civility, rng.random(n) < rates.SOURCE_HAS_CIVILITY),
        last,
        first,
        blank(street, held.address),
        blank(postcode, held.town),
        blank(town, held.town),
        blank(emails(world, people), held.email),
        blank(phones(rng, people.phone), held.phone),
        blank(dates(born, "%d/%m/%Y"), held.born),
    )
    table = pa.table(dict(zip(HEADER.split(";"), columns)))
    pacsv.write_csv(table, out, pacsv.WriteOptions(include_header=False, delimiter=";", quoting_style="none"))


_PLAIN_CAPITALS = dict(zip("ÀÂÄÉÈÊËÎÏÔÖÙÛÜÇ", "AAAEEEEIIOOUUUC"))


def in_capitals(column: pa.Array, chosen: np.ndarray) -> pa.Array:
    """The chosen values in capitals without accents, as old software stored them."""
    mask = pa.array(chosen)
    part = pc.utf8_upper(column.filter(mask))
    for accented, plain in _PLAIN_CAPITALS.items():
        part = pc.replace_substring(part, accented, plain)
    return pc.replace_with_mask(column, mask, part)
