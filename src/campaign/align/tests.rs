//! Planted merge fields come back from generated copies.

use super::*;
use crate::job::Unwatched;
use proptest::prelude::*;

const FIRST: [&str; 8] = ["Yann", "Maëlle", "François", "Julie", "Didier", "Emma", "Hugo", "Zoé"];
const LAST: [&str; 8] = ["Corbibois", "Castanlin", "Lescurel", "Le Hautremont", "Escaïgnac", "Bessinet", "Dourvancourt", "Malvochamp"];
const TOWNS: [&str; 3] = ["Morvencourt", "Valmont", "Ostrelac"];

/// A person of an invented town; no two of the first sixty-four are the same.
fn person(n: usize) -> Identity {
    Identity {
        civility: if n.is_multiple_of(2) { "M." } else { "Mme" }.to_owned(),
        first_name: FIRST[n % 8].to_owned(),
        last_name: LAST[(n / 8 + n) % 8].to_owned(),
        city: TOWNS[n % 3].to_owned(),
        identifier: format!("AR-{:05}", 1000 + n * 37),
        email: format!("p{n}@poste.example"),
        phone: format!("06 39 98 {:02} {:02}", n / 100, n % 100),
        ..Identity::default()
    }
}

fn aligned(bodies: &[String], people: Option<&[Identity]>) -> Alignment {
    let copies: Vec<Copy<'_>> = bodies
        .iter()
        .enumerate()
        .map(|(at, body)| Copy { subject: String::new(), body: body.clone(), recipient: people.map(|people| &people[at]) })
        .collect();
    align(&copies, &Unwatched).unwrap()
}

fn kinds(alignment: &Alignment) -> Vec<FieldKind> {
    alignment.fields.iter().map(|field| field.kind).collect()
}

fn letter(person: &Identity) -> String {
    format!(
        "Cher {},\n\nVous habitez {} et vous avez partagé nos combats. Votre numéro d'adhérent est le {}. Nous vous invitons à la réunion fondatrice \
         du Cercle, le 11 janvier, et nous vous rappelons au {}. Votez ici : https://cercle.example/v?m={}\n\nLes fondateurs",
        person.first_name, person.city, person.identifier, person.phone, person.identifier
    )
}

/// First name, town and number, as [`letter`] plants them.
const PLANTED: [fn(&Identity) -> String; 3] = [|p| p.first_name.clone(), |p| p.city.clone(), |p| p.identifier.clone()];

#[test]
fn planted_merge_fields_come_back_with_what_they_are() {
    let people: Vec<Identity> = (0..24).map(person).collect();
    let bodies: Vec<String> = people.iter().map(letter).collect();
    let found = aligned(&bodies, Some(&people));
    assert_eq!(kinds(&found), [FieldKind::FirstName, FieldKind::Town, FieldKind::Identifier, FieldKind::Phone, FieldKind::Link]);
    assert_eq!(found.fields[0].basis, Basis::Recipients { equal: 24, of: 24 });
    for (field, planted) in found.fields.iter().zip(PLANTED) {
        let values: Vec<String> = field.values.iter().map(|(_, value)| value.clone()).collect();
        assert_eq!(values, people.iter().map(planted).collect::<Vec<_>>());
    }
    assert!(matches!(&found.body[0], Piece::Constant(text) if text == "Cher "));
    assert!(matches!(found.body.last(), Some(Piece::Constant(text)) if text.ends_with("Les fondateurs")));
}

#[test]
fn fields_are_guessed_from_their_values_and_places_when_nobody_is_known() {
    let people: Vec<Identity> = (0..24).map(person).collect();
    let bodies: Vec<String> = people.iter().map(letter).collect();
    let found = aligned(&bodies, None);
    assert_eq!(
        found.fields.iter().map(|field| (field.kind, field.basis)).collect::<Vec<_>>(),
        [
            (FieldKind::FirstName, Basis::Place),
            (FieldKind::Unknown, Basis::None),
            (FieldKind::Identifier, Basis::Values),
            (FieldKind::Phone, Basis::Values),
            (FieldKind::Link, Basis::Values),
        ]
    );
}

#[test]
fn a_civility_and_a_name_are_two_fields() {
    let people: Vec<Identity> = (0..12).map(person).collect();
    let bodies: Vec<String> = people
        .iter()
        .map(|p| format!("{} {},\n\nLe bailleur vous informe que les loyers augmentent et vous invite à réagir.", p.civility, p.last_name))
        .collect();
    assert_eq!(kinds(&aligned(&bodies, Some(&people))), [FieldKind::Civility, FieldKind::LastName]);
    assert_eq!(kinds(&aligned(&bodies, None)), [FieldKind::Civility, FieldKind::LastName]);
}

#[test]
fn an_unfilled_blank_is_flagged_and_what_it_should_have_held_is_told() {
    let body = |name: &str| format!("Cher {name},\n\nVous avez partagé nos combats, nous ouvrons une nouvelle page avec le Cercle.");
    let bodies = vec![body("Yann"), body("Maëlle"), body("{PRENOM}"), body("Hugo"), body("")];
    let found = aligned(&bodies, None);
    assert_eq!(kinds(&found), [FieldKind::FirstName]);
    assert!(matches!(&found.body[2], Piece::Constant(text) if text.starts_with(",\n")), "the copy that shows the text is a filled one");
    assert_eq!((found.fields[0].distinct, &found.fields[0].empty), (3, &vec![4]));
    let flagged: Vec<(&str, &[usize])> = found.unfilled.iter().map(|unfilled| (unfilled.written.as_str(), &unfilled.copies[..])).collect();
    assert_eq!(flagged, [("Cher ,", &[4][..]), ("{PRENOM}", &[2][..])]);
    let everywhere = aligned(&[body("{PRENOM}"), body("{PRENOM}")], None);
    assert!(everywhere.fields.is_empty());
    assert!(everywhere.body.contains(&Piece::Blank("{PRENOM}".to_owned(), FieldKind::FirstName)));
}

#[test]
fn one_misprint_among_many_copies_is_no_merge_field() {
    let people: Vec<Identity> = (0..20).map(person).collect();
    let mut bodies: Vec<String> = people.iter().map(letter).collect();
    bodies[7] = bodies[7].replace("combats", "combts");
    assert_eq!(aligned(&bodies, Some(&people)).fields.len(), 5);
}

#[test]
fn a_copy_of_another_text_is_left_out() {
    let people: Vec<Identity> = (0..6).map(person).collect();
    let mut bodies: Vec<String> = people.iter().map(letter).collect();
    bodies.push("Bonjour, la cantine ouvre à midi et la garderie ferme à dix-huit heures.".to_owned());
    let found = aligned(&bodies, None);
    assert_eq!(found.left_out, [6]);
    assert_eq!(found.fields.len(), 5);
}

#[test]
fn nothing_and_one_copy_have_no_fields() {
    assert_eq!(aligned(&[], None), Alignment::default());
    let one = aligned(&["Chers amis, venez.".to_owned()], None);
    assert_eq!((one.fields.len(), &one.body[..]), (0, &[Piece::Constant("Chers amis, venez.".to_owned())][..]));
}

proptest! {
    #[test]
    fn any_copies_can_be_aligned_and_every_copy_is_accounted_for(bodies in proptest::collection::vec("(Cher |Chère |[A-C][a-c]{0,2}| |,|\n|\\{|\\}|é|1){0,20}", 0..8)) {
        let found = aligned(&bodies, None);
        prop_assert_eq!(found.aligned.len() + found.left_out.len() + found.unread, bodies.len());
        for field in &found.fields {
            prop_assert!(field.values.iter().all(|(copy, _)| found.aligned.contains(copy)));
        }
    }

    #[test]
    fn a_planted_number_comes_back_from_every_copy(numbers in proptest::collection::btree_set(1_000_u32..99_999, 2..12), at in 0..10_usize) {
        let words = "vous avez partagé nos combats et nous ouvrons une nouvelle page";
        let copy = |number: &u32| {
            let mut words: Vec<String> = words.split(' ').map(str::to_owned).collect();
            words.insert(at, format!("N{number}"));
            words.join(" ")
        };
        let bodies: Vec<String> = numbers.iter().map(copy).collect();
        let found = aligned(&bodies, None);
        prop_assert_eq!(found.fields.len(), 1);
        let values: Vec<String> = found.fields[0].values.iter().map(|(_, value)| value.clone()).collect();
        prop_assert_eq!(values, numbers.iter().map(|number| format!("N{number}")).collect::<Vec<_>>());
    }
}
