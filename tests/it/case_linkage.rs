//! What linking compares: made at import, kept beside the rows, made again where it is missing.

use super::fixtures::Fixture;
use rusqlite::Connection;
use sourcier::case::{Case, CaseError, CaseFile, verify};
use sourcier::import::{Request, import};
use sourcier::job::Unwatched;
use sourcier::link::FORM;
use sourcier::link::categories::{Category, Values};
use sourcier::link::columns::{Columns, Text};
use sourcier::link::marks::Marks;
use sourcier::model::{ImportKind, SnapshotId};
use std::path::Path;

const TENANTS: &str = "Civilité;Nom;Prénom;Adresse;Code postal;Ville;Courriel;Téléphone;Numéro de fiche;Date d'entrée
M.;MARTIN;Jean;3 bis, av. des Tilleuls;26999;Valmont-sur-Orne;jean@exemple.test;06 39 98 00 12;17;
trop;de;cellules;dans;cette;ligne;a;b;c;d;e
Mme;Lefèvre-Dubois;Anna;12 rue Haute;26999;Valmont;Anna+x@Exemple.TEST;;;2010-05
;;;;;;;;;
";

fn stored() -> Fixture {
    let mut fixture = Fixture::empty();
    let path = fixture.write("locataires.csv", TENANTS.as_bytes());
    import(&mut fixture.file, &[Request::new(path, ImportKind::Source)], &Unwatched).unwrap();
    fixture
}

fn only(case: &Case) -> SnapshotId {
    case.contents().snapshots[0].id
}

/// What the columns say, whatever the order of the words in their dictionary, by what the rows are marked, and what they can be sorted into.
fn said(columns: &Columns) -> (Vec<Said>, Marks, Vec<Sorted>) {
    let values = |category: &Category| Values::of(category, &columns.words);
    let sorted = |category| (0..columns.len()).map(|at| values(category).get(at).to_owned()).collect();
    (texts(columns), columns.marks.clone(), columns.categories.iter().map(|category| (category.column, sorted(category))).collect())
}

/// Number of a column, and what the rows have in it.
type Sorted = (u32, Vec<String>);

/// Number, texts, telephone number, birth date and civility of a row.
type Said = (u32, Vec<String>, u64, u32, u8);

fn texts(columns: &Columns) -> Vec<Said> {
    let of = |record| Text::ALL.map(|(text, _)| columns.text(record, text).to_owned()).to_vec();
    columns.rows.iter().zip(&columns.records).map(|(row, record)| (*row, of(record), record.phone, record.birth, record.civility)).collect()
}

#[test]
fn columns_made_at_import_say_what_the_rows_say_under_the_rows_own_numbers() {
    let fixture = stored();
    let case = fixture.file.case();
    let columns = case.linkage_columns(only(case), 0).unwrap();
    let rows = case.segment(only(case), 0).unwrap();
    let numbers: Vec<u32> = rows.column("row").unwrap().u32().unwrap().into_no_null_iter().collect();
    assert_eq!(columns.rows, numbers);
    assert_eq!(numbers[..2], [0, 2], "the row that was rejected keeps its number");
    let text = |at: usize, text| columns.text(&columns.records[at], text);
    assert_eq!((text(0, Text::Last), text(0, Text::Number), text(0, Text::Postcode)), ("martin", "3bis", "26999"));
    assert_eq!(columns.records[0].phone, 33_639_980_012);
    assert_eq!((text(1, Text::Local), text(1, Text::Domain)), ("anna", "exemple.test"));
    assert_eq!((columns.records[0].civility, columns.records[1].civility), (1, 2));
    // Civility, postcode and town; not what says who somebody is.
    let sorted: Vec<(u32, String)> = said(&columns).2.into_iter().map(|(column, values)| (column, values.join(" | "))).collect();
    let expected = [(0, "M. | Mme"), (4, "26999 | 26999"), (5, "Valmont-sur-Orne | Valmont")];
    assert_eq!(sorted, expected.map(|(column, values)| (column, values.to_owned())));
}

#[test]
fn columns_that_are_missing_are_made_from_the_rows_and_say_the_same() {
    let fixture = stored();
    let kept = said(&fixture.file.case().linkage_columns(only(fixture.file.case()), 0).unwrap());
    assert_eq!((kept.1.cells.len(), kept.1.records.is_empty(), kept.1.days.len()), (2, false, 2));
    let (_folder, path) = fixture.close();
    for change in ["UPDATE linkage SET form = 0", "DELETE FROM linkage_part; DELETE FROM linkage"] {
        Connection::open(&path).unwrap().execute_batch(change).unwrap();
        let file = CaseFile::open(&path, None).unwrap();
        assert_eq!(said(&file.case().linkage_columns(only(file.case()), 0).unwrap()), kept, "after {change}");
        file.close().unwrap();
        assert!(verify(&path, None).unwrap().is_sound());
    }
}

#[test]
fn columns_of_an_older_form_are_made_anew_once_and_kept() {
    let fixture = stored();
    let made = said(&fixture.file.case().linkage_columns(only(fixture.file.case()), 0).unwrap());
    let (_folder, path) = fixture.close();
    let held = |path: &Path| -> String {
        let sql = "SELECT group_concat(what || ' ' || form || ' ' || sha256, ', ') FROM (SELECT * FROM linkage ORDER BY snapshot, n, what)";
        Connection::open(path).unwrap().query_row(sql, [], |row| row.get(0)).unwrap()
    };
    for change in ["UPDATE linkage SET form = 1, sha256 = hex(zeroblob(32))", "DELETE FROM linkage_part; DELETE FROM linkage"] {
        Connection::open(&path).unwrap().execute_batch(change).unwrap();
        let mut kept = Vec::new();
        for _ in 0..2 {
            let mut file = CaseFile::open(&path, None).unwrap();
            file.renew_linkage(&Unwatched).unwrap();
            assert_eq!(said(&file.case().linkage_columns(only(file.case()), 0).unwrap()), made, "after {change}");
            file.close().unwrap();
            kept.push(held(&path));
        }
        assert_eq!(kept[0], kept[1], "there was nothing left to do");
        assert_eq!(kept[0].matches(&format!(" {FORM} ")).count(), 2, "{kept:?}");
        assert!(verify(&path, None).unwrap().is_sound());
    }
}

#[test]
fn asking_for_what_is_not_there_is_an_error_in_a_sentence() {
    let fixture = stored();
    let case = fixture.file.case();
    let error = case.linkage_columns(only(case), 7).unwrap_err();
    assert_eq!(error.to_string(), format!("Segment 7 of snapshot {} is not in this case", only(case)));
    assert!(matches!(case.linkage_columns(SnapshotId(99), 0), Err(CaseError::NoSuchRecord { .. })));
}

#[test]
fn a_changed_byte_of_what_linking_compares_is_named() {
    let (_folder, path) = stored().close();
    Connection::open(&path).unwrap().execute_batch("UPDATE linkage_part SET bytes = zeroblob(length(bytes)) WHERE what = 'words'").unwrap();
    let report = verify(&path, None).unwrap();
    let expected = "Snapshot 1, segment 0, what linking compares (words): its bytes no longer have the digest they were written with.";
    assert_eq!(report.problems, [expected]);
    let file = CaseFile::open(&path, None).unwrap();
    assert!(matches!(file.case().linkage_columns(only(file.case()), 0), Err(CaseError::Table(_))));
}
