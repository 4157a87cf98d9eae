//! What a questionnaire asks, and what it does not tell.

use super::*;
use crate::chart::fixtures;
use crate::model::Language;
use crate::report::wording::linter;
use crate::words::Words;

fn ids(ids: &[&str]) -> Vec<RecipientId> {
    ids.iter().map(|&id| id.into()).collect()
}

#[test]
fn everybody_is_asked_about_every_file_in_the_order_of_names() {
    let mut contents = fixtures::contents();
    contents.sources[0].name = "Zones".to_owned();
    let asked = Questionnaire::new(&contents, &ids(&["r3", "r1", "r3", "gone"]));
    assert_eq!(asked.people.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["r1", "r3"]);
    assert_eq!(asked.files.iter().map(|it| it.id.as_str()).collect::<Vec<_>>(), ["electeurs", "adherents"]);
    let text = String::from_utf8(table(&asked, &Words::new(Language::Fr)).unwrap()).unwrap();
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines.len(), 1 + 2 * 4);
    assert!(lines[0].starts_with("Référence;Personne interrogée;Coordonnée en question;Fichier;"), "{}", lines[0]);
    assert!(lines[1].starts_with("r1;Chloé Inventée;r1@post.example;electeurs;Liste électorale de Valmont;"), "{}", lines[1]);
    assert!(lines[3].contains(";(aucun);aucun de ceux-ci;") && lines[4].contains(";(ne sait pas);ne sait pas;"));
}

#[test]
fn the_order_of_files_has_nothing_to_do_with_what_is_supported() {
    let contents = fixtures::contents();
    let mut turned = contents.clone();
    turned.sources.reverse();
    let order = |contents: &Contents| Questionnaire::new(contents, &ids(&["r1"])).files.iter().map(|it| it.id.clone()).collect::<Vec<_>>();
    assert_eq!(order(&contents), order(&turned));
}

#[test]
fn the_form_of_one_person_names_every_file_and_suggests_nothing() {
    let contents = fixtures::contents();
    let asked = Questionnaire::new(&contents, &ids(&["r1"]));
    for language in [Language::Fr, Language::En] {
        let words = Words::new(language);
        let text = form(&asked, asked.people[0], &words);
        assert!(text.contains("Parti Exemple — Fichier des adhérents") && text.contains("Liste électorale de Valmont"), "{text}");
        assert!(text.contains("r1@post.example") && text.contains("Chloé Inventée"), "{text}");
        assert_eq!(text.matches("- [ ]").count(), 2 + 2 + 3, "{text}");
        assert!(!text.contains('‹') && !text.contains('{'), "{text}");
        assert_eq!(linter::objections(&text, language), Vec::new());
        // Neither the mailing nor its sender nor what a file is worth is told.
        for leading in ["Valmont Demain", "vrai", "true source", "suspect", "origine", "origin "] {
            assert!(!text.contains(leading), "{leading}: {text}");
        }
    }
}

#[test]
fn whoever_was_written_to_by_post_is_asked_about_their_postal_address() {
    let mut contents = fixtures::contents();
    let identity = &mut contents.recipients[0].identity;
    (identity.email, identity.street_number, identity.street) = (String::new(), "12".to_owned(), "avenue du Four".to_owned());
    (identity.postcode, identity.city) = ("99120".to_owned(), "Saint-Valmont".to_owned());
    assert_eq!(contact(&contents.recipients[0]), "12 avenue du Four, 99120 Saint-Valmont");
}
