"""Runs Splink 5 on a linkage problem and writes its pairs: the peer that `sourcier link` is measured against.

    python3 peers.py --problem DIR --setup docs|expert --out PAIRS.csv

DIR holds recipients.csv and source.csv (French problem or FEBRL 4, told by the header). Two set-ups:
docs    as Splink's own documentation builds a model: its ready-made comparisons, a handful of blocking rules, a prior from deterministic
        rules, u from random pairs, m by expectation-maximisation over two or three sessions;
expert  a careful user: one comparison of both names with term frequencies, more blocking rules, exact e-mail and phone levels, street and
        town compared, more random pairs.
The clock runs from reading the CSV files to the written pairs, so the cleaning is timed too; it is done in DuckDB's SQL. The last line
printed says how many pairs were written and in how many seconds.
"""

from __future__ import annotations

import argparse
import json
import logging
import time
from pathlib import Path

import duckdb
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

KEPT = 0.5  # pairs under this probability are not written

FRENCH_FIELDS = {
    "first_name": ("prenom", "Prénom"), "surname": ("nom", "Nom"), "street": ("adresse", "Adresse"), "postcode": ("code_postal", "Code postal"),
    "city": ("ville", "Commune"), "email": ("courriel", "Courriel"), "phone": ("telephone", "Téléphone"), "dob": ("date_naissance", "Date de naissance"),
}  # fmt: skip


def french_table(connection: duckdb.DuckDBPyConnection, name: str, file: Path, side: int) -> None:
    """Reads and cleans one table: small letters, no accents, one form for phones, dates and street types."""
    columns = {field: f'"{names[side]}"' for field, names in FRENCH_FIELDS.items()}
    words = {field: rf"nullif(trim(regexp_replace(strip_accents(lower({columns[field]})), '[^a-z0-9]+', ' ', 'g')), '')" for field in ("first_name", "surname", "city", "street")}
    street = words["street"]
    for pattern, full in (("av|ave", "avenue"), ("bd|bld", "boulevard"), ("r", "rue"), ("ch", "chemin"), ("imp", "impasse"), ("pl", "place"), ("all", "allee"), ("rte", "route"), ("sq", "square")):
        street = rf"regexp_replace({street}, '^(\d+ )?((?:bis|ter|a|b) )?({pattern}) ', '\1\2{full} ')"
    street = rf"regexp_replace({street}, ' appt \d+$', '')"
    city = rf"regexp_replace({words['city']}, '^st ', 'saint ')"
    separator = (",", ";")[side]
    connection.execute(f"""
        create table {name} as
        with cleaned as (
            select {words["first_name"]} as first_name, {words["surname"]} as surname, {street} as street, {city} as city,
                   nullif({columns["postcode"]}, '') as postcode, nullif(lower({columns["email"]}), '') as email,
                   nullif(right(regexp_replace({columns["phone"]}, '[^0-9]', '', 'g'), 9), '') as phone,
                   coalesce(try_strptime({columns["dob"]}, '%d/%m/%Y'), try_strptime({columns["dob"]}, '%Y-%m-%d'))::date as dob
            from read_csv('{file}', delim = '{separator}', header = true, all_varchar = true, quote = '"'))
        select row_number() over () - 1 as unique_id, *, first_name || ' ' || surname as full_name,
               nullif(regexp_replace(street, '^\\d+ ((bis|ter|a|b) )?', ''), '') as street_name
        from cleaned""")


def febrl_table(connection: duckdb.DuckDBPyConnection, name: str, file: Path) -> None:
    """Reads one FEBRL table; its values need no cleaning but for empty texts."""
    fields = "given_name surname street_number address_1 address_2 suburb postcode state date_of_birth soc_sec_id".split()
    texts = ", ".join(f"nullif(trim({field}), '') as {field}" for field in fields)
    connection.execute(f"""
        create table {name} as
        select row_number() over () - 1 as unique_id, *, given_name || ' ' || surname as full_name
        from (select {texts} from read_csv('{file}', delim = ',', header = true, all_varchar = true))""")


def french_docs() -> SettingsCreator:
    """Ready-made comparisons and a handful of blocking rules, as the tutorial and the examples choose them."""
    return SettingsCreator(
        link_type="link_only",
        comparisons=[
            cl.NameComparison("first_name"),
            cl.NameComparison("surname"),
            cl.DateOfBirthComparison("dob", input_is_string=False),
            cl.JaroWinklerAtThresholds("street", [0.9, 0.7]),
            cl.ExactMatch("postcode").configure(term_frequency_adjustments=True),
            cl.EmailComparison("email"),
            cl.ExactMatch("phone"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("first_name", "surname"),
            block_on("surname", "postcode"),
            block_on("first_name", "postcode"),
            block_on("street", "postcode"),
            block_on("email"),
            block_on("phone"),
            block_on("surname", "dob"),
        ],
    )


def french_expert(rows: int) -> SettingsCreator:
    """Correlated fields in one comparison, term frequencies, swapped and initial levels, more ways into a block."""
    names = cl.CustomComparison(
        output_column_name="names",
        comparison_levels=[
            cll.Or(cll.NullLevel("surname"), cll.And(cll.NullLevel("first_name"), cll.NullLevel("surname"))),
            cll.ExactMatchLevel("full_name").configure(tf_adjustment_column="full_name"),
            cll.ColumnsReversedLevel("first_name", "surname", symmetrical=True),
            cll.CustomLevel("surname_l = surname_r and left(first_name_l, 1) = left(first_name_r, 1) and least(length(first_name_l), length(first_name_r)) = 1", "Surname and initial")
            .configure(tf_adjustment_column="surname"),
            cll.And(cll.JaroWinklerLevel("first_name", 0.92), cll.JaroWinklerLevel("surname", 0.92)),
            cll.CustomLevel("surname_l = surname_r and first_name_l[:3] = first_name_r[:3]", "Surname and start of the first name"),
            cll.And(cll.JaroWinklerLevel("first_name", 0.88), cll.JaroWinklerLevel("surname", 0.88)),
            cll.And(cll.ExactMatchLevel("first_name"), cll.CustomLevel("contains(surname_l, surname_r) or contains(surname_r, surname_l)")),
            cll.ExactMatchLevel("surname").configure(tf_adjustment_column="surname"),
            cll.ExactMatchLevel("first_name").configure(tf_adjustment_column="first_name"),
            cll.ElseLevel(),
        ],
    )  # fmt: skip
    address = cl.CustomComparison(
        output_column_name="address",
        comparison_levels=[
            cll.And(cll.NullLevel("street"), cll.NullLevel("postcode"), cll.NullLevel("city")),
            cll.And(cll.ExactMatchLevel("street"), cll.Or(cll.ExactMatchLevel("postcode"), cll.ExactMatchLevel("city"))),
            cll.And(cll.JaroWinklerLevel("street", 0.92), cll.Or(cll.ExactMatchLevel("postcode"), cll.ExactMatchLevel("city"))),
            cll.And(cll.ExactMatchLevel("street_name"), cll.Or(cll.ExactMatchLevel("postcode"), cll.ExactMatchLevel("city"))),
            cll.And(cll.ExactMatchLevel("postcode"), cll.JaroWinklerLevel("city", 0.88)),
            cll.ExactMatchLevel("city").configure(tf_adjustment_column="city"),
            cll.ExactMatchLevel("postcode").configure(tf_adjustment_column="postcode"),
            cll.ElseLevel(),
        ],
    )
    # Equal addresses and numbers of different people are too rare to be seen in a sample: their u is given.
    email = cl.CustomComparison(
        output_column_name="email",
        comparison_levels=[
            cll.NullLevel("email"),
            cll.ExactMatchLevel("email").configure(u_probability=0.1 / rows, fix_u_probability=True),
            cll.CustomLevel("split_part(email_l, '@', 1) = split_part(email_r, '@', 1)", "Same name before the @").configure(u_probability=10 / rows, fix_u_probability=True),
            cll.JaroWinklerLevel("email", 0.92),
            cll.ElseLevel(),
        ],
    )
    phone = cl.CustomComparison(
        output_column_name="phone",
        comparison_levels=[cll.NullLevel("phone"), cll.ExactMatchLevel("phone").configure(u_probability=0.1 / rows, fix_u_probability=True), cll.ElseLevel()],
    )
    return SettingsCreator(
        link_type="link_only",
        comparisons=[
            names,
            address,
            cl.DateOfBirthComparison("dob", input_is_string=False, datetime_thresholds=[1, 10], datetime_metrics=["year", "year"]),
            email,
            phone,
        ],
        blocking_rules_to_generate_predictions=[
            block_on("email"),
            block_on("phone"),
            block_on("first_name", "surname"),
            "l.first_name = r.surname and l.surname = r.first_name",
            block_on("surname", "postcode"),
            block_on("surname", "city"),
            block_on("first_name", "postcode"),
            block_on("first_name", "city"),
            block_on("street", "postcode"),
            block_on("street", "city"),
            block_on("surname", "dob"),
            block_on("first_name", "dob"),
            block_on("surname", "left(first_name, 1)", "left(postcode, 2)"),
            block_on("left(surname, 4)", "left(first_name, 2)", "left(postcode, 2)"),
            block_on("split_part(email, '@', 1)"),
        ],
    )


def febrl_docs() -> SettingsCreator:
    """The model of Splink's FEBRL 4 example."""
    return SettingsCreator(
        link_type="link_only",
        comparisons=[
            cl.NameComparison("given_name"),
            cl.NameComparison("surname"),
            cl.DateOfBirthComparison("date_of_birth", input_is_string=True, datetime_format="%Y%m%d"),
            cl.DamerauLevenshteinAtThresholds("soc_sec_id", [1, 2]),
            cl.ExactMatch("street_number").configure(term_frequency_adjustments=True),
            cl.DamerauLevenshteinAtThresholds("postcode", [1, 2]),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("given_name", "surname"),
            "l.given_name = r.surname and l.surname = r.given_name",
            block_on("date_of_birth"),
            block_on("soc_sec_id"),
            block_on("state", "address_1"),
            block_on("street_number", "address_1"),
            block_on("postcode"),
        ],
    )


def febrl_expert() -> SettingsCreator:
    """The same with both names in one comparison, as that example's second model."""
    settings = febrl_docs()
    settings.comparisons = [cl.ForenameSurnameComparison("given_name", "surname", forename_surname_concat_col_name="full_name"), *settings.comparisons[2:]]
    return settings


def train(linker: Linker, kind: str, expert: bool) -> None:
    """Prior from deterministic rules, u from random pairs, m from sessions that each leave other fields free."""
    if kind == "febrl":
        rules = ["l.soc_sec_id = r.soc_sec_id", block_on("given_name", "surname", "date_of_birth"), block_on("given_name", "surname", "postcode")]
        sessions = [block_on("date_of_birth"), block_on("postcode")]
        recall = 0.9
    else:
        rules = [block_on("email"), block_on("phone"), block_on("first_name", "surname", "postcode")]
        # A block by address would teach the expert's model that a household is a match; equal e-mails and numbers teach names better.
        sessions = [block_on("first_name", "surname"), *([block_on("email"), block_on("phone")] if expert else [block_on("street", "postcode")])]
        recall = 0.7
    linker.training.estimate_probability_two_random_records_match(rules, recall=recall)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e7 if expert else 1e6, seed=1)
    for session in sessions:
        linker.training.estimate_parameters_using_expectation_maximisation(session)


def link(problem: Path, setup: str, out: Path) -> int:
    """Links the two tables of a problem and writes the pairs; returns how many."""
    left, right = problem / "recipients.csv", problem / "source.csv"
    kind = "febrl" if "soc_sec_id" in left.open(encoding="utf-8").readline() else "french"
    connection = duckdb.connect()
    for side, (name, file) in enumerate((("recipients", left), ("source", right))):
        if kind == "febrl":
            febrl_table(connection, "cleaned_" + name, file)
        else:
            french_table(connection, "cleaned_" + name, file, side)
    rows = connection.execute("select count(*) from cleaned_source").fetchall()[0][0]
    if kind == "febrl":
        settings = febrl_docs() if setup == "docs" else febrl_expert()
    else:
        settings = french_docs() if setup == "docs" else french_expert(rows)
    api = DuckDBAPI(connection=connection)
    tables = [api.register(connection.table("cleaned_" + name), dataset_display_name=name) for name in ("recipients", "source")]
    linker = Linker(tables, settings, log_level=logging.WARNING)
    train(linker, kind, setup == "expert")
    found = linker.inference.predict(threshold_match_probability=KEPT)
    # Splink orders the two sides by the names of the tables: recipients come before source.
    connection.execute(f"""
        copy (select unique_id_l as left_row, unique_id_r as right_row, match_probability as probability, match_weight as weight_bits
              from {found.physical_name} order by 1, 3 desc, 2)
        to '{out}' (header, delimiter ',')""")
    return connection.execute(f"select count(*) from {found.physical_name}").fetchall()[0][0]


def main() -> None:
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--problem", type=Path, required=True)
    parser.add_argument("--setup", choices=("docs", "expert"), required=True)
    parser.add_argument("--out", type=Path, required=True)
    asked = parser.parse_args()
    start = time.perf_counter()
    pairs = link(asked.problem, asked.setup, asked.out)
    print(json.dumps({"pairs": pairs, "seconds": round(time.perf_counter() - start, 3)}))


if __name__ == "__main__":
    main()
