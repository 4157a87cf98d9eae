//! What must not matter: order, threads, how the table is cut; and that no name is too strange.

use super::*;
use crate::link::PersonLink;
use proptest::prelude::*;

/// A link without row numbers, by the names it is about.
fn told(link: &PersonLink) -> (u64, String, Vec<u64>) {
    (link.probability.to_bits(), format!("{:?}", link.label), link.bars.iter().map(|bar| bar.bits.to_bits()).collect())
}

fn asked(town: &[[String; 3]]) -> Vec<Particulars<'_>> {
    let of = |(n, [last, first, street]): (usize, &'static [String; 3])| match n % 4 {
        0 => at(named(last, first), street, "35990", "Valmont"),
        1 => at(named(first, last), street, "", "Valmont"),
        2 => named(&last[1..], first),
        _ => at(named(last, &first[..1]), street, "35990", "Valmont"),
    };
    let town: &'static [[String; 3]] = Box::leak(town.to_vec().into_boxed_slice());
    town.iter().enumerate().step_by(9).map(of).collect()
}

#[test]
fn neither_the_cut_nor_the_threads_change_a_byte() {
    let town = town(4_000);
    let (people, table) = (asked(&town), residents(&town));
    let options = Options { threshold: 0.001, is_one_to_one: false };
    let run = |threads: usize, size: usize| {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        pool.install(|| link_in_parts(&people, &table, size, options))
    };
    let once = run(1, 4_000);
    assert!(once.links.len() > 200);
    assert_eq!(once, run(2, 4_000));
    assert_eq!(once, run(2, 137));
    assert_eq!(once, run(1, 1_000));
}

#[test]
fn the_order_of_rows_and_of_people_changes_nothing() {
    let town: &'static [[String; 3]] = Box::leak(town(1_500).into_boxed_slice());
    let (people, table) = (asked(town), residents(town));
    let straight = link_all(&people, &table);
    let reversed = |rows: &[Particulars<'static>]| rows.iter().rev().copied().collect::<Vec<_>>();
    let turned = link_all(&people, &reversed(&table));
    // Rows that fit equally well may trade places; what is said about each person stays.
    let of_person = |linkage: &Linkage, person: u32, rows: Option<u32>| {
        let mut said: Vec<_> = linkage
            .links
            .iter()
            .filter(|link| link.person == person && link.probability > 0.01)
            .map(|link| (rows.map_or(link.row, |last| last - link.row), told(link)))
            .collect();
        said.sort();
        said
    };
    for person in 0..people.len() as u32 {
        assert_eq!(of_person(&straight, person, None), of_person(&turned, person, Some(table.len() as u32 - 1)), "{person}");
    }
    let backwards: Vec<Particulars<'_>> = people.iter().rev().copied().collect();
    let turned = link_all(&backwards, &table);
    for person in 0..people.len() as u32 {
        let other = people.len() as u32 - 1 - person;
        assert_eq!(of_person(&straight, person, None), of_person(&turned, other, None), "{person}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn no_name_is_too_strange(
        names in prop::collection::vec("[A-Za-zé' -]{0,10}|[А-яЁё]{0,8}|[ا-ي]{0,8}|\\PC{0,6}|.|", 8),
        rest in prop::collection::vec("[0-9 +]{0,12}|\\PC{0,12}|[a-z]{1,5}@[a-z]{1,5}\\.test|", 8),
    ) {
        let people: Vec<Particulars<'_>> = (0..8).map(|n| Particulars {
            last_name: &names[n], first_name: &names[(n + 3) % 8], name: &names[(n + 5) % 8], email: &rest[n], phone: &rest[(n + 1) % 8],
            street: &rest[(n + 2) % 8], postcode: &rest[(n + 3) % 8], city: &names[(n + 1) % 8], birth_date: &rest[(n + 4) % 8],
            identifier: &rest[(n + 5) % 8], ..Particulars::default()
        }).collect();
        let found = link_all(&people, &people);
        for link in &found.links {
            prop_assert!((0.0..=1.0).contains(&link.probability) && link.weight_bits().is_finite() && link.rivals_bits.is_finite());
        }
        let sums = |person| found.links.iter().filter(|link| link.person == person).map(|link| link.probability).sum::<f64>();
        for person in 0..8 {
            prop_assert!(sums(person) <= 1.0 + 1e-9);
        }
    }
}
