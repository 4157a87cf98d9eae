//! Remarks and rejections of an import: one English sentence, said in every language, whatever the file.

use sourcier::import::{Preview, Request, import, preview};
use sourcier::job::Unwatched;
use sourcier::model::{ImportKind, ImportReport, Language, Rejection};
use sourcier::words::{Words, english};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The blanks of every remark in a text file.
fn blanks(text: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut id = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) = line.split_once(" = ").filter(|_| line.starts_with("remarks-")) {
            name.clone_into(&mut id);
        }
        let of_id = found.entry(id.clone()).or_default();
        for piece in line.split('$').skip(1) {
            let name: String = piece.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
            of_id.insert(name.trim_end_matches("-n").to_owned());
        }
    }
    found.remove("");
    found
}

fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(std::fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn every_remark_in_the_code_has_its_text_and_fills_its_blanks() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let file = |language: &str| std::fs::read_to_string(root.join("assets/i18n").join(language).join("remarks.ftl")).unwrap();
    let (french, texts) = (blanks(&file("fr")), blanks(&file("en")));
    let mut code = Vec::new();
    sources(&root.join("src/import"), &mut code);
    let mut seen = BTreeSet::new();
    for text in &code {
        for site in text.split("said!(\"").skip(1) {
            let (id, rest) = site.split_once('"').unwrap();
            let Some(wanted) = texts.get(id) else { panic!("no text {id}") };
            let mut depth = 1;
            let inner: String = rest
                .chars()
                .take_while(|c| {
                    depth += i32::from(*c == '(') - i32::from(*c == ')');
                    depth > 0
                })
                .collect();
            for blank in wanted.iter().chain(&french[id]) {
                assert!(inner.contains(&format!("{blank} = ")), "{id} is said without {blank}: {inner}");
            }
            seen.insert(id.to_owned());
        }
    }
    // Chosen by what a file looks like or a column means, so their ids stand alone.
    let all = code.concat();
    let unused: Vec<&String> = texts.keys().filter(|id| !seen.contains(*id) && !all.contains(&format!("\"{id}\""))).collect();
    assert_eq!(unused, Vec::<&String>::new(), "texts nothing says");
}

/// Every note says in English what it is kept as, and something else in French.
fn check(notes: &[Rejection]) {
    let french = Words::new(Language::Fr);
    for note in notes {
        let said = note.said.as_ref().unwrap_or_else(|| panic!("only in English: {note:?}"));
        assert_eq!(note.reason, english(said));
        let text = french.reason(note);
        assert!(french.knows(said) && text != note.reason && !text.contains('‹'), "{text}");
        for ordinary in [" :", " ;", "« ", " »"] {
            assert!(!text.contains(ordinary), "an ordinary space in {text}");
        }
    }
}

fn files() -> Vec<(PathBuf, ImportKind)> {
    let tables = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data");
    let mut found = Vec::new();
    for entry in std::fs::read_dir(tables.join("tables")).unwrap() {
        let path = entry.unwrap().path();
        for kind in ImportKind::ALL {
            found.push((path.clone(), kind));
        }
    }
    let messages = std::fs::read_dir(tables.join("messages")).unwrap();
    found.extend(messages.map(|entry| (entry.unwrap().path(), ImportKind::Messages)));
    found.retain(|(path, _)| path.is_file());
    found.sort();
    found
}

#[test]
fn whatever_is_said_of_a_file_is_said_in_both_languages() {
    let french = Words::new(Language::Fr);
    let (mut notes, mut refused) = (0, 0);
    for (path, kind) in files() {
        match preview(&Request::new(&path, kind)) {
            Ok(Preview { rejections, warnings, remarks, .. }) => {
                check(&rejections);
                check(&warnings);
                for remark in &remarks {
                    assert!(french.knows(remark), "{remark:?}");
                    assert_ne!(french.said(remark), english(remark));
                }
                notes += rejections.len() + warnings.len() + remarks.len();
            }
            Err(error) => {
                let said = error.said().unwrap();
                assert_eq!(error.to_string(), english(&said));
                assert_ne!(french.said(&said), error.to_string());
                refused += 1;
            }
        }
    }
    assert!(notes > 50 && refused > 20, "{notes} notes, {refused} refused: the files say too little");
}

/// A table with an impossible date, a short and a long row and an empty one.
pub const BAD_TABLE: &str = "Courriel;Nom;Date d'adhésion\na@exemple.test;Anna Mercier;30/02/2010\nb@exemple.test;Bo Lenoir\n;;\nc@exemple.test;Cléo Roy;01/03/2010;de trop\nd@exemple.test;Dina Roy;01/02/2009\ne@exemple.test;Élio Roy;02/02/2009\n";

/// A message without a zone, without a sender, with a part that is never closed.
pub const BAD_MESSAGE: &str =
    "To: a@exemple.test\nDate: Tue, 04 Sep 2018 08:00:00\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nBonjour, c’est coupé";

fn reports(folder: &Path) -> Vec<ImportReport> {
    let (table, message) = (folder.join("membres.csv"), folder.join("recu.eml"));
    std::fs::write(&table, BAD_TABLE).unwrap();
    std::fs::write(&message, BAD_MESSAGE).unwrap();
    let mut fixture = crate::fixtures::Fixture::empty();
    import(&mut fixture.file, &[Request::new(table, ImportKind::Source), Request::new(message, ImportKind::Messages)], &Unwatched).unwrap();
    // As they were stored, not as they were made.
    fixture.file.case().contents().imports.clone()
}

#[test]
fn what_is_stored_with_an_import_can_be_said_in_french() {
    let folder = tempfile::tempdir().unwrap();
    let reports = reports(folder.path());
    let french = Words::new(Language::Fr);
    for report in &reports {
        check(&report.rejections);
        check(&report.warnings);
    }
    let said: Vec<String> =
        reports.iter().flat_map(|report| report.rejections.iter().chain(&report.warnings)).map(|note| french.reason(note).into_owned()).collect();
    let has = |text: &str| assert!(said.iter().any(|it| it.starts_with(text)), "{text}: {said:#?}");
    has("Dans la colonne «\u{a0}Date d'adhésion\u{a0}», le jour «\u{a0}30/02/2010\u{a0}» n’existe pas dans le calendrier");
    has("La ligne a 2 cellules et l’en-tête 3\u{202f}; celles qui manquent sont prises pour vides");
    has("La ligne a 4 cellules et l’en-tête 3\u{a0}: on ne sait pas quelle valeur va où");
    has("La ligne est vide");
    has("La date n’a pas de fuseau horaire utilisable");
    has("Le message ne nomme pas d’expéditeur");
}

#[test]
fn a_quote_that_is_never_closed_is_explained_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.csv");
    std::fs::write(&path, "Courriel;Nom\na@exemple.test;\"Anna\nb@exemple.test;Bo\n").unwrap();
    let error = preview(&Request::new(path, ImportKind::Source)).unwrap_err();
    assert!(error.to_string().starts_with("A quote is opened and never closed") && error.to_string().ends_with("(line 2)"), "{error}");
    let french = Words::new(Language::Fr).said(&error.said().unwrap());
    assert!(french.starts_with("Un guillemet est ouvert et jamais fermé\u{a0}:") && french.ends_with("(ligne 2)"), "{french}");
}

#[test]
fn numbers_and_what_depends_on_them_follow_the_language() {
    let french = Words::new(Language::Fr);
    let said = sourcier::said!("remarks-further-dates", n = 12_500u64);
    assert_eq!(english(&said), "12,500 further dates could not be read; their rows are taken over without them");
    assert!(french.said(&said).starts_with("12\u{202f}500 autres dates n’ont pas pu être lues"));
    let one = sourcier::said!("remarks-further-dates", n = 1u64);
    assert!(french.said(&one).starts_with("1 autre date n’a pas pu être lue"));
}

#[test]
fn a_record_from_before_still_says_its_reason() {
    let old: Rejection = serde_json::from_str("{\"line\":9,\"reason\":\"The row is empty\"}").unwrap();
    assert_eq!(Words::new(Language::Fr).reason(&old), "The row is empty");
    // And one from a later version, whose texts are not known here.
    let later: Rejection =
        serde_json::from_str("{\"line\":9,\"reason\":\"New\",\"said\":{\"id\":\"remarks-of-tomorrow\",\"args\":{\"n\":3}}}").unwrap();
    assert_eq!(Words::new(Language::Fr).reason(&later), "New");
    assert_eq!(serde_json::to_string(&old).unwrap(), "{\"line\":9,\"reason\":\"The row is empty\"}");
}
