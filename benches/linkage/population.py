"""Makes a noisy French linkage problem: recipients.csv, source.csv, truth.csv and facts.json, the same bytes for the same arguments.

    python3 population.py --rows 1000000 --recipients 12500 --seed 1 --out DIR [--harsh 1.5]

truth.csv holds `left_row,right_row` (rows counted from 0 after the header); recipients who are not in the source are absent from it.
facts.json says how many there are of what, and which share of the true pairs can be found at all.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import fields
from pathlib import Path

import numpy as np

import rates
import recipients
import source
from identifiable import Ledger, identifiable
from people import People, households, join
from source import OnFile
from vocabulary import World, fold

HOUSEHOLDS_A_CHUNK = 100_000


def channels(rng: np.random.Generator, count: int) -> np.ndarray:
    """The channel of each recipient, by name."""
    return rng.choice(list(rates.CHANNELS), count, p=list(rates.CHANNELS.values()))


def generate(rows: int, wanted: int, seed: int, harsh: float, out: Path) -> dict[str, object]:
    """Writes the files into `out` and returns the facts."""
    out.mkdir(parents=True, exist_ok=True)
    world = World(seed)
    rng = np.random.default_rng([seed, 2])
    true_count = round(wanted * rates.TRUE_SHARE)
    true_rows = np.sort(rng.choice(rows, true_count, replace=False))
    true_channels = channels(rng, true_count)
    strangers = wanted - true_count
    near_count = round(strangers * rates.STRANGER_SAME_HOUSEHOLD)
    namesake_count = round(strangers * rates.STRANGER_NAMESAKE)

    ledger = Ledger(np.array([ord(fold(name)[0].upper()) for name in world.first_names.texts]))
    chosen: list[People] = []
    chosen_held: list[OnFile] = []
    near: list[People] = []
    names: list[People] = []
    written = first_household = 0
    with (out / "source.csv").open("wb") as file:
        file.write((source.HEADER + "\n").encode())
        while written < rows:
            left = rows - written
            count = min(HOUSEHOLDS_A_CHUNK, left // 2 + 200)
            chunk = households(rng, world, count, first_household, int(rows / rates.SOURCE_COVERAGE))
            first_household += count
            inside = rng.random(len(chunk)) < rates.SOURCE_COVERAGE
            people = chunk.take(rng.permutation(np.flatnonzero(inside))[:left])
            n = len(people)

            here = slice(*np.searchsorted(true_rows, (written, written + n)))
            at = true_rows[here] - written
            by_email, by_sms = np.zeros(n, bool), np.zeros(n, bool)
            by_email[at] = true_channels[here] == "email"
            by_sms[at] = true_channels[here] == "sms"
            held = source.on_file(rng, people, by_email, by_sms)
            source.write_rows(file, rng, world, people, held, written, seed * 7_919)
            ledger.add(people, held)
            chosen.append(people.take(at))
            chosen_held.append(held.take(at))
            written += n
            # Strangers: people of known households who are not in the source themselves, and names to lend to others.
            outside = chunk.take(~inside & np.isin(chunk.household, people.household))
            near.append(outside.take(rng.permutation(len(outside))[: _quota(near_count, written, rows, near)]))
            names.append(people.take(rng.permutation(n)[: _quota(namesake_count, written, rows, names)]))

    found, held = join(chosen), OnFile(**{f.name: np.concatenate([getattr(part, f.name) for part in chosen_held]) for f in fields(OnFile)})
    others = [join(near), _namesakes(rng, world, join(names), rows)]
    others.append(households(rng, world, strangers, first_household, rows).take(slice(0, strangers - len(others[0]) - len(others[1]))))
    everybody = join([found, *others])
    everybody_channels = np.concatenate([true_channels, channels(rng, len(everybody) - true_count)])
    lent = households(rng, world, len(everybody), 0, rows).take(slice(0, len(everybody)))

    true, other = recipients.Texts(world, everybody, seed), recipients.Texts(world, lent, seed)
    noise = recipients.Noise(seed, harsh)
    handed = [recipients.handed_in(noise, true, other, everybody, at, everybody_channels[at]) for at in range(len(everybody))]
    order = rng.permutation(len(everybody))
    recipients.write(out / "recipients.csv", [handed[at][0] for at in order])
    with (out / "truth.csv").open("w", encoding="utf-8") as file:
        file.write("left_row,right_row\n")
        file.writelines(f"{row},{true_rows[at]}\n" for row, at in enumerate(order) if at < true_count)

    can = identifiable(ledger, found, held, [given for _, given in handed[:true_count]])
    exact = np.array([(g.email and e) or (g.phone and p) for (_, g), e, p in zip(handed, held.email, held.phone)])
    facts: dict[str, object] = {
        "rows": rows, "recipients": len(everybody), "seed": seed, "harsh": harsh, "true_pairs": true_count,
        "strangers_same_household": len(others[0]), "strangers_namesakes": len(others[1]), "strangers_other": len(others[2]),
        "identifiable_share": round(float(can.mean()), 4),
        "identifiable_share_by_channel": {c: round(float(can[true_channels == c].mean()), 4) for c in rates.CHANNELS},
        "same_email_or_phone_share": round(float(exact.mean()), 4),
    }  # fmt: skip
    (out / "facts.json").write_text(json.dumps(facts, indent=1) + "\n", encoding="utf-8")
    return facts


def _quota(total: int, done_rows: int, rows: int, parts: list[People]) -> int:
    """How many more to take so that they come evenly from the whole source."""
    return total * done_rows // rows - sum(len(part) for part in parts)


def _namesakes(rng: np.random.Generator, world: World, models: People, rows: int) -> People:
    """Other people under the models' names, some of them in the models' towns."""
    people = households(rng, world, len(models), 1 << 40, rows).take(slice(0, len(models)))
    for name in ("sex", "first", "surname", "second", "birth_surname"):
        setattr(people, name, getattr(models, name))
    same_town = rng.random(len(models)) < rates.NAMESAKE_SAME_TOWN
    street = world.places.first_street[models.town] + (rng.random(len(models)) * world.places.streets[models.town]).astype(np.int64)
    people.town = np.where(same_town, models.town, people.town)
    people.street = np.where(same_town, street, people.street).astype(np.int32)
    return people


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, required=True)
    parser.add_argument("--recipients", type=int, default=12_500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--harsh", type=float, default=1.0)
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    print(json.dumps(generate(asked.rows, asked.recipients, asked.seed, asked.harsh, asked.out), indent=1))


if __name__ == "__main__":
    main()
