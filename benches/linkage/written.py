"""How values are written: codes to text columns, a whole chunk at a time.

Shared by the source file and the recipients; knows no noise rate.
"""

from __future__ import annotations

import random

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from people import NONE, People
from vocabulary import SHORT_STREET_TYPES, STREET_TYPES, Words, World

NICKNAME_WORDS = pa.array("lune soleil chat tortue moto jardin piano velo montagne ocean bricole lapin cuisine foot nuage etoile rando peche".split())
SUFFIXES = pa.array(["", " bis", " ter", " A", " B"])
_TYPES, _SHORT_TYPES = pa.array(STREET_TYPES), pa.array(SHORT_STREET_TYPES)
EMPTY = pa.scalar("")


def text(words: Words, codes: np.ndarray, folded: bool = False) -> pa.Array:
    """The words of `codes`; an empty text for NONE."""
    table = words.folded if folded else words.arrow
    return pc.fill_null(table.take(pa.array(codes, mask=codes == NONE)), "")


def choose(mask: np.ndarray, yes: pa.Array, no: pa.Array) -> pa.Array:
    """`yes` where the mask holds, `no` elsewhere."""
    return pc.if_else(pa.array(mask), yes, no)


def blank(column: pa.Array, keep: np.ndarray) -> pa.Array:
    """The column with empty texts where `keep` does not hold."""
    return pc.if_else(pa.array(keep), column, EMPTY)


def glue(*columns: pa.Array | str) -> pa.Array:
    """The columns written one after the other."""
    return pc.binary_join_element_wise(*columns, "")


def last_names(world: World, surname: np.ndarray, second: np.ndarray, hyphen: np.ndarray) -> pa.Array:
    """`Martin`, `Martin-Roux` or `Martin Roux`."""
    join = pc.if_else(pa.array(second == NONE), "", choose(hyphen, pa.scalar("-"), pa.scalar(" ")))
    return glue(text(world.surnames, surname), join, text(world.surnames, second))


def emails(world: World, people: People) -> pa.Array:
    """`first.last12@domain` and five other patterns."""
    first = world.first_names.slug.take(pa.array(people.first))
    last = world.surnames.slug.take(pa.array(people.surname))
    initial = pc.utf8_slice_codeunits(first, 0, 1)
    digits = pc.if_else(pa.array(people.email_digits == NONE), "", pc.cast(pa.array(people.email_digits), pa.string()))
    word = NICKNAME_WORDS.take(pa.array(np.maximum(people.email_digits, 0) % len(NICKNAME_WORDS)))
    patterns = (glue(first, ".", last), glue(initial, last), glue(first, "_", last), glue(last, ".", first), glue(first, last), word)
    local = patterns[0]
    for kind in range(1, len(patterns)):
        local = choose(people.email_kind == kind, patterns[kind], local)
    return glue(local, digits, "@", text(world.domains, people.email_domain))


def phones(rng: np.random.Generator, numbers: np.ndarray) -> pa.Array:
    """`0612345678`, `06 12 34 56 78`, `06.12.34.56.78` or `+33612345678`."""
    bare = pc.utf8_lpad(pc.cast(pa.array(numbers), pa.string()), 9, "0")
    national = glue("0", bare)
    pairs = [pc.utf8_slice_codeunits(national, at, at + 2) for at in range(0, 10, 2)]
    spaced = pc.binary_join_element_wise(*pairs, " ")
    dotted = pc.binary_join_element_wise(*pairs, ".")
    style = rng.random(len(numbers))
    written = choose(style < 0.45, spaced, national)
    written = choose((style >= 0.45) & (style < 0.60), dotted, written)
    return choose((style >= 0.60) & (style < 0.68), glue("+33", bare), written)


def street_lines(world: World, people: People, short: np.ndarray, with_suffix: np.ndarray, with_apartment: np.ndarray) -> pa.Array:
    """`12 bis rue des Lilas Appt 4`."""
    places = world.places
    kind = pa.array(places.street_type[people.street])
    kinds = choose(short, _SHORT_TYPES.take(kind), _TYPES.take(kind))
    names = text(places.street_names, places.street_name[people.street])
    suffix = blank(SUFFIXES.take(pa.array(people.suffix)), with_suffix)
    flat = blank(glue(" Appt ", pc.cast(pa.array(people.apartment), pa.string())), with_apartment & (people.apartment > 0))
    return glue(pc.cast(pa.array(people.number), pa.string()), suffix, " ", kinds, " ", names, flat)


def dates(born: np.ndarray, pattern: str) -> pa.Array:
    """Days since 1970 written by a strftime pattern."""
    return pc.strftime(pa.array(born.astype("datetime64[D]")).cast(pa.timestamp("s")), format=pattern)


_LETTERS = "aeirstnlou"


def typo(rng: random.Random, word: str) -> str:
    """One slip of the keyboard: a letter added, lost, changed, or two swapped. Words of one letter stay."""
    if len(word) < 2:
        return word
    kind, at = rng.randrange(4), rng.randrange(1, len(word))
    if kind == 0:
        return word[:at] + rng.choice(_LETTERS) + word[at:]
    if kind == 1:
        return word[:at] + word[at + 1 :]
    if kind == 2:
        return word[:at] + rng.choice(_LETTERS) + word[at + 1 :]
    return word[: at - 1] + word[at] + word[at - 1] + word[at + 1 :]


def digit_typo(rng: random.Random, number: str) -> str:
    """One digit changed, or two neighbours swapped."""
    spots = [at for at, c in enumerate(number) if c.isdigit()]
    if not spots:
        return number
    at = rng.choice(spots)
    if rng.random() < 0.5 and at + 1 < len(number) and number[at + 1].isdigit() and number[at] != number[at + 1]:
        return number[:at] + number[at + 1] + number[at] + number[at + 2 :]
    return number[:at] + str((int(number[at]) + rng.randrange(1, 10)) % 10) + number[at + 1 :]


def with_typos(rng: random.Random, column: pa.Array, chosen: np.ndarray) -> pa.Array:
    """The column with one slip in each chosen value."""
    if not chosen.any():
        return column
    mask = pa.array(chosen)
    slips = [typo(rng, value) for value in column.filter(mask).to_pylist()]
    return pc.replace_with_mask(column, mask, pa.array(slips, pa.string()))
