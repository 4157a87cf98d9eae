//! Who is linked to whom.

use super::*;
use crate::link::found::{AddressLevel, EmailLevel, NameLevel, NumberLevel, Outcome};
use crate::link::{Label, PersonLink};

/// The best link of person 0.
fn best(linkage: &Linkage) -> &PersonLink {
    linkage.links.iter().find(|link| link.person == 0).expect("a link")
}

fn with_town(rows: Vec<Particulars<'static>>) -> Vec<Particulars<'static>> {
    let town: &'static [[String; 3]] = Box::leak(town(3_000).into_boxed_slice());
    residents(town).into_iter().chain(rows).collect()
}

#[test]
fn typos_lost_accents_swapped_names_and_short_streets_are_seen_through() {
    let row = at(named("Lefèvre-Chardonnel", "Élodie"), "12 avenue du Général Vauquelin", "35990", "Valmont");
    let table = with_town(vec![row]);
    for asked in [
        at(named("LEFEVRE CHARDONNEL", "ELODIE"), "12 av. du Gal Vauquelin", "35990", "VALMONT"),
        at(named("Lefevre-Chardonel", "Elodie"), "12, avenue du General Vauquelin", "35990", "Valmont"),
        at(named("Élodie", "Lefèvre-Chardonnel"), "12 av du général Vauquelin", "", "Valmont"),
        at(named("Lefèvre", "E."), "12 avenue du Général Vauquelin", "35990", "Valmont Cedex"),
        at(named("Chardonnel", "Élodie"), "14 avenue du Général Vauquelin", "35990", "Valmont"),
    ] {
        let found = link_all(&[asked], &table);
        let link = best(&found);
        assert_eq!(link.row, 3_000, "{asked:?}");
        assert!(link.probability > 0.9, "{asked:?} {}", link.probability);
    }
}

#[test]
fn what_is_missing_is_not_different() {
    let table = with_town(vec![Particulars { email: "zoe@exemple.test", ..named("Vauquelin", "Zoé") }]);
    let found = link_all(&[Particulars { phone: "06 39 98 00 12", ..at(named("Vauquelin", "Zoé"), "4 rue Longue", "35990", "Valmont") }], &table);
    let bars = &best(&found).bars;
    assert_eq!(bars.len(), 1, "{bars:?}");
    assert!(matches!(bars[0].outcome, Outcome::Name { last: NameLevel::Exact, first: NameLevel::Exact, is_swapped: false }));
}

#[test]
fn a_family_of_four_at_one_address_is_four_people() {
    let names = ["Zoé", "Hector", "Blanche", "Ulysse"];
    let family: Vec<Particulars<'static>> = names.map(|first| at(named("Vauquelin", first), "4 rue Longue", "35990", "Valmont")).into();
    let table = with_town(family.clone());
    let found = link_all(&family, &table);
    for person in 0..4 {
        let link = found.links.iter().find(|link| link.person == person).unwrap();
        assert_eq!(link.row, 3_000 + person);
        assert!(link.probability > 0.95, "{}", link.probability);
    }
    let fifth = at(named("Vauquelin", "Marguerite"), "4 rue Longue", "35990", "Valmont");
    let found = link_all(&[fifth], &table);
    let nearest = best(&found);
    assert!(nearest.probability < 0.2, "{}", nearest.probability);
    let all: f64 = found.links.iter().map(|link| link.probability).sum();
    assert!(all < 0.5, "somebody who is not in the table is in it with p {all}");
}

#[test]
fn a_household_is_called_one() {
    let table = with_town(vec![at(named("Vauquelin", "Hector"), "4 rue Longue", "35990", "Valmont")]);
    let found = link_all(&[at(named("Vauquelin", "Zoé"), "4 rue Longue", "35990", "Valmont")], &table);
    assert_eq!(best(&found).label, Label::Household);
}

#[test]
fn a_letter_box_and_a_switchboard_are_no_person() {
    let town: Vec<[String; 3]> = town(400);
    let shared =
        |[last, first, _]: &'static [String; 3]| Particulars { email: "contact@asso.example", phone: "01 99 00 00 00", ..named(last, first) };
    let table: Vec<Particulars<'_>> = Box::leak(town.into_boxed_slice()).iter().map(shared).collect();
    let found = link_all(&[Particulars { email: "Contact@asso.example", phone: "+33 1 99 00 00 00", ..Particulars::default() }], &table);
    assert!(found.links.iter().all(|link| link.probability < 0.05), "{:?}", found.links.first());
    // The name tells which of them it is.
    let asked = Particulars { email: "contact@asso.example", ..table[17] };
    assert_eq!(best(&link_all(&[asked], &table)).row, 17);
}

#[test]
fn an_address_of_ones_own_is_enough() {
    let table = with_town(vec![Particulars { email: "zoe.vauquelin@exemple.test", ..named("Vauquelin", "Zoé") }]);
    let found = link_all(&[Particulars { email: "zoe.vauquelin+parti@exemple.test", ..Particulars::default() }], &table);
    let link = best(&found);
    assert!(matches!(link.bars[..], [crate::link::Bar { outcome: Outcome::Email { level: EmailLevel::Exact }, .. }]));
    assert!(link.row == 3_000 && link.probability > 0.98 && link.label != Label::Ambiguous, "{link:?}");
}

#[test]
fn two_namesakes_are_ambiguous_and_one_entered_twice_is_not() {
    let two = vec![
        Particulars { birth_date: "01/02/1950", ..named("Vauquelin", "Zoé") },
        Particulars { birth_date: "03/04/1990", ..named("Vauquelin", "Zoé") },
    ];
    let asked = [named("Vauquelin", "Zoé")];
    let found = link_all(&asked, &with_town(two.clone()));
    assert_eq!(best(&found).label, Label::Ambiguous);
    assert!(best(&found).probability <= 0.5);
    let twice = vec![two[0], two[0]];
    let found = link_all(&asked, &with_town(twice));
    assert!(best(&found).label != Label::Ambiguous && best(&found).row == 3_000, "{:?}", found.links);
}

#[test]
fn ten_thousand_martins_do_not_blow_a_block() {
    let table: Vec<Particulars<'_>> = (0..10_000).map(|_| Particulars { postcode: "35990", city: "Valmont", ..named("Martin", "Jean") }).collect();
    let asked: Vec<Particulars<'_>> = (0..100).map(|_| Particulars { email: "jean@exemple.test", ..table[0] }).collect();
    let found = link_all(&asked, &table);
    assert!(found.pairs <= 100 * 6_000, "{} pairs", found.pairs);
    let block = found.capped.iter().find(|block| block.rule == "last+first").expect("the block is reported");
    assert_eq!((block.value.as_str(), block.rows, block.people), ("martin jean", 10_000, 100));
    assert!(found.links.iter().all(|link| link.probability < 0.01));
}

#[test]
fn whoever_shares_no_key_with_anybody_is_still_found_in_a_small_table() {
    let row = Particulars { birth_date: "01/02/1950", ..at(named("Vauquelin", "Zoé"), "4 rue Longue", "35990", "Valmont") };
    let asked = Particulars { birth_date: "10/02/1950", ..at(named("Wokelain", "Zwé"), "44 rue Longe", "35991", "Valmond") };
    let found = link_all(&[asked], &with_town(vec![row]));
    assert_eq!(best(&found).row, 3_000, "{:?}", found.links);
}

#[test]
fn the_bars_add_up_to_the_probability() {
    let table = with_town(vec![
        Particulars { civility: "Mme", phone: "06 39 98 00 12", ..at(named("Vauquelin", "Zoé"), "4 rue Longue", "35990", "Valmont") },
        at(named("Vauquelin", "Zora"), "4 rue Longue", "35990", "Valmont"),
    ]);
    let asked = Particulars { civility: "Mlle", phone: "06 39 98 00 13", ..at(named("Vauquelin", "Z."), "6 rue Longue", "35990", "Valmont") };
    let found = link_all(&[asked], &table);
    assert!(!found.links.is_empty());
    for link in &found.links {
        let sum = link.prior_bits + link.weight_bits() + link.household_bits + link.rivals_bits;
        let wanted = (link.probability / (1.0 - link.probability)).log2();
        assert!((sum - wanted).abs() < 1e-6, "{sum} {wanted}");
        assert!(link.household_bits <= 0.0 && link.rivals_bits <= 1e-9);
    }
    let phone = best(&found).bars.iter().find(|bar| matches!(bar.outcome, Outcome::Phone { level: NumberLevel::Close }));
    let street = best(&found).bars.iter().find(|bar| matches!(bar.outcome, Outcome::Address { level: AddressLevel::Street }));
    assert!(phone.is_some() && street.is_some(), "{:?}", best(&found).bars);
}

#[test]
fn one_to_one_gives_no_row_twice() {
    let table = with_town(vec![named("Vauquelin", "Zoé")]);
    let asked = [named("Vauquelin", "Zoé"), named("Vauquelin", "Zoé"), named("Vauquelin", "Zoe")];
    let options = Options { threshold: 0.0, is_one_to_one: true };
    let found = link_in_parts(&asked, &table, 500, options);
    let mut rows: Vec<u32> = found.links.iter().map(|link| link.row).collect();
    let count = rows.len();
    rows.sort_unstable();
    rows.dedup();
    assert_eq!(rows.len(), count);
}

#[test]
fn cancelling_stops_the_work() {
    let progress = crate::job::Cancellable::default();
    progress.cancel();
    let parts = std::iter::once(Ok::<_, LinkError>(()));
    let result = link(&columns(&[named("a", "b")]), parts, |()| Ok(Columns::default()), Options::default(), &progress);
    assert!(matches!(result, Err(LinkError::Cancelled)));
}

#[test]
fn an_empty_table_and_nobody_asked_give_no_link() {
    assert_eq!(link_all(&[named("Vauquelin", "Zoé")], &[]).links, []);
    assert_eq!(link_all(&[], &[named("Vauquelin", "Zoé")]).links, []);
}

#[test]
fn numbers_given_out_in_a_row_are_not_taken_for_slips_of_the_pen() {
    let numbers: Vec<(String, String)> =
        (0..2_000).map(|n| (format!("06 39 98 {:02} {:02}", n / 100, n % 100), format!("A{:05}", 10_000 + n))).collect();
    let numbers: &'static [(String, String)] = Box::leak(numbers.into_boxed_slice());
    let town: &'static [[String; 3]] = Box::leak(town(2_000).into_boxed_slice());
    let with_numbers = |([last, first, _], (phone, number)): (&'static [String; 3], &'static (String, String))| Particulars {
        phone,
        identifier: number,
        ..named(last, first)
    };
    let table: Vec<Particulars<'_>> = town.iter().zip(numbers).map(with_numbers).collect();
    // Everybody asked about is somebody else, with a number one further.
    let asked: Vec<Particulars<'_>> = (0..200)
        .map(|n| Particulars { phone: "06 39 98 55 55", identifier: "A12345", ..named("Vauquelin", if n % 2 == 0 { "Zoé" } else { "Hector" }) })
        .collect();
    let found = link_all(&asked, &table);
    assert!(found.links.iter().all(|link| link.probability < 0.1), "{:?}", found.links.first());
}
