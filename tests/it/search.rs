//! Searching a case: how questions are read, what is found however it is written, what is found after a change, and that nothing is left behind.

use super::fixtures::{self, Fixture, put};
use proptest::prelude::*;
use secrecy::SecretString;
use sourcier::case::{CaseFile, Record, annotate};
use sourcier::job::{Cancellable, Unwatched};
use sourcier::model::{Contents, Message, MessageId, Note, NoteId, Thing};
use sourcier::search::terms::{self, Reading};
use sourcier::search::{Documents, Group, Index, Mistake, Query, SearchError, snippet};

/// A case of messages with these texts.
fn case(texts: &[&str]) -> Contents {
    let message =
        |(id, text): (i64, &&str)| Message { id: MessageId(id), subject: format!("Sujet {id}"), text: (*text).to_owned(), ..Message::default() };
    Contents { messages: (1..).zip(texts).map(message).collect(), ..Contents::default() }
}

fn index(contents: &Contents) -> Index {
    let mut index = Index::empty().unwrap();
    index.renew(contents, &Unwatched).unwrap();
    index
}

fn things(index: &Index, question: &str) -> Vec<Thing> {
    let mut found: Vec<_> = index.find(&Query::parse(question).unwrap()).unwrap().into_iter().flat_map(|it| it.hits).map(|hit| hit.thing).collect();
    found.sort();
    found
}

fn messages(index: &Index, question: &str) -> Vec<i64> {
    things(index, question).into_iter().filter_map(|thing| if let Thing::Message(id) = thing { Some(id.0) } else { None }).collect()
}

#[test]
fn accents_case_ligatures_and_apostrophes_do_not_matter() {
    let index = index(&case(&["L’Œuvre d’Élodie, à cœur ouvert", "loeuvre", "e\u{301}lodie STRASSE", "aﬃche"]));
    assert_eq!(messages(&index, "elodie"), [1, 3]);
    assert_eq!(messages(&index, "ÉLODIE"), [1, 3]);
    assert_eq!(messages(&index, "oeuvre"), [1]);
    assert_eq!(messages(&index, "l'œuvre"), [1]);
    assert_eq!(messages(&index, "straße"), [3]);
    assert_eq!(messages(&index, "affiche"), [4]);
    assert_eq!(messages(&index, "coeur"), [1]);
}

#[test]
fn phrases_operators_beginnings_and_parentheses_mean_what_they_say() {
    let index = index(&case(&["lettre aux adhérents", "adhérents de la lettre", "lettre aux abonnés", "rien"]));
    assert_eq!(messages(&index, "lettre adhérents"), [1, 2]);
    assert_eq!(messages(&index, "\"lettre aux\""), [1, 3]);
    assert_eq!(messages(&index, "«\u{a0}aux adhérents\u{a0}»"), [1]);
    assert_eq!(messages(&index, "lettre SAUF abonnés"), [1, 2]);
    assert_eq!(messages(&index, "lettre ET SAUF abonnés"), [1, 2]);
    assert_eq!(messages(&index, "lettre NOT (abonnés OU \"aux adhérents\")"), [2]);
    assert_eq!(messages(&index, "abonnés OU rien"), [3, 4]);
    assert_eq!(messages(&index, "lettre AND abonnés OR rien"), [3, 4]);
    assert_eq!(messages(&index, "lettre ET (abonnés OU rien)"), [3]);
    assert_eq!(messages(&index, "adh*"), [1, 2]);
    assert_eq!(messages(&index, "\"lettre aux ab\"*"), [3]);
    // Small letters are words like any others.
    assert_eq!(messages(&index, "lettre et adhérents"), Vec::<i64>::new());
}

#[test]
fn addresses_and_numbers_are_found_as_they_are_typed_and_however_they_are_written() {
    let texts = [
        "Écrire à Anne.Leroy@Exemple.test ou au 06 39 98 12 34.",
        "anne leroy exemple test 06 39 98",
        "Tél. : +33639981234",
        "Autre : anneleroy@exemple.test, 0639981299",
        "anne.leroy+lettre@exemple.test",
    ];
    let index = index(&case(&texts));
    assert_eq!(messages(&index, "anne.leroy@exemple.test"), [1, 5], "the tag of an address is not part of its key; words alone are no address");
    for number in ["06 39 98 12 34", "0639981234", "+33639981234", "+33 (0)6 39 98 12 34", "06.39.98.12.34"] {
        assert_eq!(messages(&index, number), [1, 3], "{number}");
    }
    assert_eq!(messages(&index, "063998123*"), [1, 3]);
    assert_eq!(messages(&index, "0639981234 OU 0639981299"), [1, 3, 4]);
    assert_eq!(messages(&index, "leroy@exemple*"), [1, 2], "part of an address is looked for as words");
    assert_eq!(messages(&index, "écrire 06 39 98 12 34"), [1]);
}

#[test]
fn a_mistake_is_told_with_its_place() {
    let mistake = |text: &str| Query::parse(text).map_err(|error| (error.at, error.mistake));
    let word = str::to_owned;
    assert_eq!(mistake("  "), Err((1, Mistake::Nothing)));
    assert_eq!(mistake("& !"), Err((1, Mistake::Nothing)));
    assert_eq!(mistake("été \"ouvert"), Err((5, Mistake::OpenQuote)));
    assert_eq!(mistake("(a OU b"), Err((1, Mistake::OpenParenthesis)));
    assert_eq!(mistake("a)"), Err((2, Mistake::StrayParenthesis)));
    assert_eq!(mistake("a ()"), Err((3, Mistake::Empty)));
    assert_eq!(mistake("\"…\""), Err((1, Mistake::Empty)));
    assert_eq!(mistake("OU a"), Err((1, Mistake::NothingBefore(word("OU")))));
    assert_eq!(mistake("SAUF a"), Err((1, Mistake::NothingBefore(word("SAUF")))));
    assert_eq!(mistake("a OR NOT b"), Err((6, Mistake::NothingBefore(word("NOT")))));
    assert_eq!(mistake("a ET"), Err((5, Mistake::NothingAfter(word("ET")))));
    assert_eq!(mistake("a OU )"), Err((6, Mistake::NothingAfter(word("OU")))));
    assert_eq!(mistake("du*pont"), Err((3, Mistake::StarInside)));
    assert_eq!(mistake("*"), Err((1, Mistake::StarInside)));
    assert_eq!(mistake(&"(".repeat(40)), Err((17, Mistake::TooDeep)));
    assert!(matches!(mistake(&"a ".repeat(2_000)), Err((_, Mistake::TooLong))));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_text_is_a_wrong_question_to_the_index(
        text in prop_oneof![
            any::<String>(),
            prop::collection::vec(
                prop_oneof![
                    Just("ET"), Just("OU"), Just("SAUF"), Just("NOT"), Just("("), Just(")"), Just("\""), Just("«"), Just("»"), Just("dup*"), Just("*"),
                    Just("é"), Just("NEAR"), Just("a:b"), Just("-x"), Just("^"), Just("{"), Just("+33"), Just("06 39 98 12 34"), Just("a@b.test"), Just("''"),
                ],
                0..24,
            ).prop_map(|words| words.join(" ")),
        ]
    ) {
        let contents = case(&["dupont é a b x"]);
        let index = index(&contents);
        match Query::parse(&text) {
            Ok(query) => {
                let found = index.find(&query);
                prop_assert!(found.is_ok(), "{text:?}: {found:?}");
                let counted: usize = index.count(&query).unwrap().iter().sum();
                prop_assert_eq!(counted, found.unwrap().iter().map(|it| it.hits.len()).sum::<usize>());
            }
            Err(error) => prop_assert!(error.at >= 1 && error.at <= text.chars().count() + 1, "{text:?}: {error:?}"),
        }
        let (_, reading) = terms::read(&text);
        prop_assert!(reading != Reading::Nothing || !text.chars().any(|c| c.is_ascii_alphanumeric()), "{text:?}");
    }

    /// What the index finds in a text, the question itself finds there, and the other way round: rows of files are asked without an index.
    #[test]
    fn the_index_and_the_question_agree(text in "(anne|leroy|lettre|06 39 98 12 34|a@b\\.test|aux|,|\n| ){0,12}", question in "(anne|ler\\*|\"lettre aux\"|06 39 98 12 34|a@b\\.test|anne SAUF leroy|aux OU a@b\\.test)") {
        let mut contents = case(&[&text]);
        contents.messages[0].subject = String::new();
        let query = Query::parse(&question).unwrap();
        let found = !index(&contents).find(&query).unwrap().is_empty();
        prop_assert_eq!(found, query.matches(&sourcier::search::Haystack::new(&text)), "{:?} in {:?}", question, text);
    }

    #[test]
    fn a_snippet_is_made_of_its_text(text in any::<String>(), word in "[a-zé]{1,3}") {
        let Ok(query) = Query::parse(&word) else { return Ok(()) };
        for place in query.places(&text) {
            prop_assert!(text.get(place).is_some());
        }
        if let Some(runs) = snippet::around(&text, &query) {
            prop_assert!(runs.iter().any(|run| run.is_match));
        }
        let whole: String = snippet::whole(&text, &query).into_iter().map(|run| run.text).collect();
        prop_assert!(whole.chars().count() <= text.chars().count());
    }
}

#[test]
fn a_snippet_shows_what_was_looked_for_among_a_few_words() {
    let text = format!("{} la lettre aux adhérents\n\nde juin {}", "avant ".repeat(60), "après ".repeat(60));
    let runs = snippet::around(&text, &Query::parse("\"aux adherents\"").unwrap()).unwrap();
    let matched: Vec<_> = runs.iter().filter(|run| run.is_match).map(|run| run.text.as_str()).collect();
    assert_eq!(matched, ["aux adhérents"]);
    let whole: String = runs.iter().map(|run| run.text.as_str()).collect();
    assert!(whole.starts_with('…') && whole.ends_with('…') && whole.chars().count() < 260, "{whole}");
    assert!(whole.contains("adhérents de juin"), "one line: {whole}");
    assert_eq!(snippet::around(&text, &Query::parse("absent").unwrap()), None);
}

#[test]
fn everything_a_case_says_is_found_in_its_group() {
    let mut fixture = Fixture::small();
    let note = Note { text: "Penser au quorum.".to_owned(), ..Note::default() };
    let edit = annotate::write_note(fixture.file.case().contents(), note).unwrap();
    let edit = fixture.file.numbered(edit).unwrap();
    fixture.file.apply(edit).unwrap();
    let contents = fixture.file.case().contents().clone();
    let index = index(&contents);
    let groups = |question: &str| index.find(&Query::parse(question).unwrap()).unwrap().into_iter().map(|it| it.group).collect::<Vec<_>>();
    assert_eq!(groups("quorum"), [Group::Notes]);
    assert!(groups("membres").contains(&Group::Sources) && groups("membres").contains(&Group::Evidence));
    let person = contents.posts[0].person.0.clone();
    assert!(groups(&format!("\"{person}\"")).contains(&Group::People));
    let email = contents.recipients.iter().find(|it| !it.identity.email.is_empty()).unwrap().identity.email.clone();
    assert!(groups(&email).contains(&Group::Recipients));
    let documents = Documents::new(&contents);
    assert_eq!(index.len(), documents.things().len());
    assert!(documents.things().iter().all(|thing| documents.get(thing).is_some()));
}

#[test]
fn the_index_follows_edits_and_undo_and_reads_again_only_what_changed() {
    let mut fixture = Fixture::small();
    let mut index = index(fixture.file.case().contents());
    let mut source = fixture.file.case().contents().sources[0].clone();
    assert_eq!(things(&index, "girouette"), []);
    source.purpose = "recenser les girouettes et une girouette".to_owned();
    fixture.file.apply(put(Record::Source(source.clone()))).unwrap();
    index.renew(fixture.file.case().contents(), &Unwatched).unwrap();
    assert_eq!(things(&index, "girouette"), [Thing::Source(source.id.clone())]);
    fixture.file.undo().unwrap();
    index.renew(fixture.file.case().contents(), &Unwatched).unwrap();
    assert_eq!(things(&index, "girouette"), []);
    fixture.file.redo().unwrap();
    // A cancelled renewal leaves an index that answers, and the next one goes on.
    let cancelled = Cancellable::default();
    cancelled.cancel();
    assert!(matches!(index.renew(fixture.file.case().contents(), &cancelled), Err(SearchError::Cancelled)));
    assert!(index.find(&Query::parse("membres").unwrap()).is_ok());
    index.renew(fixture.file.case().contents(), &Unwatched).unwrap();
    assert_eq!(things(&index, "girouette"), [Thing::Source(source.id.clone())]);
    // What leaves the case leaves the index.
    index.renew(&Contents::default(), &Unwatched).unwrap();
    assert!(index.is_empty());
    assert_eq!(things(&index, "membres"), []);
}

#[test]
fn a_term_without_hits_stays_in_the_table_with_nought() {
    let index = index(&case(&["Anne Leroy a écrit", "Leroy encore", "anne.leroy@exemple.test"]));
    let rows = terms::count(&index, "leroy\n\n  absent \n(Leroy\n???\nLeroy, Anne\nanne.leroy@exemple.test", &Unwatched).unwrap();
    let told: Vec<_> = rows.iter().map(|row| (row.term.as_str(), row.total(), row.reading)).collect();
    assert_eq!(
        told,
        [
            ("leroy", 3, Reading::Question),
            ("absent", 0, Reading::Question),
            ("(Leroy", 3, Reading::Words),
            ("???", 0, Reading::Nothing),
            ("Leroy, Anne", 2, Reading::Question),
            ("anne.leroy@exemple.test", 1, Reading::Question),
        ]
    );
    let at = Group::ALL.iter().position(|group| *group == Group::Messages).unwrap();
    assert_eq!(rows[0].counts[at], 3);
}

#[test]
fn rows_of_files_are_searched_when_asked_and_only_then() {
    let fixture = Fixture::small();
    let case = fixture.file.case();
    let index = index(case.contents());
    let snapshot = case.contents().snapshots[0].id;
    let row = case.row(snapshot, 1).unwrap();
    let question = format!("\"{}\"", row[0]);
    let in_rows = sourcier::search::rows::rows(case, &Query::parse(&question).unwrap(), &Unwatched).unwrap();
    assert_eq!(in_rows[0].snapshot, snapshot);
    assert!(in_rows[0].rows.contains(&1) && in_rows[0].count >= 1, "{in_rows:?}");
    assert_eq!(in_rows[0].searched, case.contents().snapshots[0].rows);
    assert!(!things(&index, &question).contains(&Thing::Snapshot(snapshot)));
    let nothing = sourcier::search::rows::rows(case, &Query::parse("girouette").unwrap(), &Unwatched).unwrap();
    assert!(nothing.iter().all(|it| it.count == 0 && it.rows.is_empty()));
    let cancelled = Cancellable::default();
    cancelled.cancel();
    let stopped = sourcier::search::rows::rows(case, &Query::parse("girouette").unwrap(), &cancelled);
    assert!(matches!(stopped, Err(SearchError::Cancelled)));
}

#[test]
fn searching_a_protected_case_leaves_nothing_in_plain_text() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("protected.sourcier");
    let passphrase = SecretString::from("ardoise verger loutre");
    let mut file = CaseFile::create(&path, Some(&passphrase), &fixtures::incident()).unwrap();
    let note = Note { text: "Le mot girouettesecrète ne sort pas d'ici.".to_owned(), ..Note::default() };
    let edit = annotate::write_note(file.case().contents(), note).unwrap();
    let edit = file.numbered(edit).unwrap();
    file.apply(edit).unwrap();
    let index = index(file.case().contents());
    assert_eq!(things(&index, "girouettesecrete"), [Thing::Note(NoteId(1))]);
    let scan = || {
        let mut bytes = 0;
        for entry in std::fs::read_dir(folder.path()).unwrap() {
            let content = std::fs::read(entry.unwrap().path()).unwrap();
            bytes += content.len();
            for word in ["girouettesecr", "girouettesecrete"] {
                assert!(!content.windows(word.len()).any(|window| window.eq_ignore_ascii_case(word.as_bytes())), "{word}");
            }
        }
        assert!(bytes > 10_000);
    };
    scan();
    drop(index);
    file.close().unwrap();
    scan();
    // The scan can find something: the same case without a passphrase has the word in it.
    let open = folder.path().join("open.sourcier");
    let mut file = CaseFile::create(&open, None, &fixtures::incident()).unwrap();
    let edit = annotate::write_note(file.case().contents(), Note { text: "girouettesecrète".to_owned(), ..Note::default() }).unwrap();
    let edit = file.numbered(edit).unwrap();
    file.apply(edit).unwrap();
    file.close().unwrap();
    assert!(std::fs::read(&open).unwrap().windows(13).any(|window| window == b"girouettesecr"));
}

#[test]
fn a_case_that_cannot_be_changed_is_searched_like_any_other() {
    let fixture = Fixture::small();
    let (_folder, path) = fixture.close();
    rusqlite::Connection::open(&path).unwrap().execute_batch("PRAGMA user_version = 99;").unwrap();
    let before = std::fs::read(&path).unwrap();
    let file = CaseFile::open(&path, None).unwrap();
    assert!(file.is_read_only());
    let index = index(file.case().contents());
    assert!(!things(&index, "membres").is_empty());
    file.close().unwrap();
    assert_eq!(std::fs::read(&path).unwrap(), before, "searching changes no byte");
}

/// `cargo test --release --test it search::what_twenty_thousand_messages_cost -- --ignored --nocapture` prints the figures of `benches/README.md`.
#[test]
#[ignore = "measures; prints and judges nothing"]
fn what_twenty_thousand_messages_cost() {
    let town = ["Valmont", "Brive-le-Haut", "Morvencourt", "Sainte-Aure"];
    let text = |n: usize| {
        let words = (0..300).map(|at| format!("mot{}", (n * 7919 + at * 104_729) % 5_000));
        format!("Chère adhérente de {}, {}", town[n % town.len()], words.collect::<Vec<_>>().join(" "))
    };
    let texts: Vec<String> = (0..20_000).map(text).collect();
    let contents = case(&texts.iter().map(String::as_str).collect::<Vec<_>>());
    let begun = std::time::Instant::now();
    let index = index(&contents);
    println!("20 000 messages of 300 words: the index takes {:.2} s", begun.elapsed().as_secs_f64());
    for question in ["adherente valmont", "\"adhérente de Morvencourt\"", "mot42 OU mot43", "mot4* SAUF valmont", "rien"] {
        let query = Query::parse(question).unwrap();
        let mut millis: Vec<f64> = Vec::new();
        let mut count = 0;
        for _ in 0..20 {
            let begun = std::time::Instant::now();
            count = index.find(&query).unwrap().iter().map(|group| group.hits.len()).sum();
            millis.push(begun.elapsed().as_secs_f64() * 1e3);
        }
        millis.sort_by(f64::total_cmp);
        println!("{question}: {count} hits, median {:.1} ms, most {:.1} ms", millis[10], millis[19]);
    }
}
