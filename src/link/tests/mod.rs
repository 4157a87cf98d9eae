//! What the engine promises, on small tables made by hand.

mod people;
mod properties;
mod recovery;

use super::columns::{Builder, Columns, Particulars};
use super::engine::{Options, link};
use super::{LinkError, Linkage};
use crate::job::Unwatched;

/// Columns of people, numbered from 0.
fn columns(people: &[Particulars<'_>]) -> Columns {
    let mut builder = Builder::default();
    for (row, person) in people.iter().enumerate() {
        builder.push(row as u32, person);
    }
    builder.finish()
}

/// Links people to a table handed over in parts of `size` rows.
fn link_in_parts(people: &[Particulars<'_>], table: &[Particulars<'_>], size: usize, options: Options) -> Linkage {
    let parts = table.chunks(size).enumerate().map(|(number, rows)| Ok::<_, LinkError>((number * size, rows)));
    let open = |(first, rows): (usize, &[Particulars<'_>])| {
        let mut builder = Builder::default();
        for (at, person) in rows.iter().enumerate() {
            builder.push((first + at) as u32, person);
        }
        Ok(builder.finish())
    };
    link(&columns(people), parts, open, options, &Unwatched).unwrap()
}

/// Links people to a table; links of any probability.
fn link_all(people: &[Particulars<'_>], table: &[Particulars<'_>]) -> Linkage {
    link_in_parts(people, table, 1_000, Options { threshold: 1e-6, is_one_to_one: false })
}

fn named<'a>(last: &'a str, first: &'a str) -> Particulars<'a> {
    Particulars { last_name: last, first_name: first, ..Particulars::default() }
}

fn at<'a>(person: Particulars<'a>, street: &'a str, postcode: &'a str, city: &'a str) -> Particulars<'a> {
    Particulars { street, postcode, city, ..person }
}

/// A town of invented people at invented addresses, so that names and streets have a frequency.
fn town(size: usize) -> Vec<[String; 3]> {
    let syllables = ["ba", "cor", "dul", "fen", "gri", "lom", "mar", "nec", "pos", "rif", "sal", "tou", "ver"];
    let name = |mut number: usize, length: usize| {
        let mut name = String::new();
        for _ in 0..length {
            name.push_str(syllables[number % syllables.len()]);
            number = number / syllables.len() + number % 7;
        }
        name
    };
    (0..size).map(|n| [name(n * 31 + 5, 3), name(n % 40 + 200, 2), format!("{} rue {}", n % 90 + 1, name(n % 60, 3))]).collect()
}

fn residents(town: &[[String; 3]]) -> Vec<Particulars<'_>> {
    town.iter().map(|[last, first, street]| at(named(last, first), street, "35990", "Valmont")).collect()
}
