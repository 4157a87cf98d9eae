//! Who is in which file.

use super::*;
use crate::chart::fixtures::{analysis, contents, recipient, snapshot};
use crate::model::Language;

fn matrix() -> Matrix {
    Matrix::build(&contents(), &analysis(), &Words::new(Language::Fr))
}

#[test]
fn columns_are_snapshots_oldest_first_and_one_for_a_declared_source() {
    let columns: Vec<_> = matrix().columns.into_iter().map(|column| (column.source, column.snapshot, column.present)).collect();
    assert_eq!(
        columns,
        [
            ("Fichier des adhérents".to_owned(), "2010-01-15".to_owned(), 1),
            ("Fichier des adhérents".to_owned(), "2010-11-02".to_owned(), 2),
            ("Liste électorale de Valmont".to_owned(), String::new(), 0),
        ]
    );
}

#[test]
fn cells_tell_present_other_details_absent_and_unknown_apart() {
    let cells: Vec<_> = matrix().rows.into_iter().map(|row| row.cells).collect();
    assert_eq!(
        cells,
        [
            vec![Presence::Present, Presence::Present, Presence::Unknown],
            vec![Presence::OtherDetails, Presence::Present, Presence::Unknown],
            vec![Presence::Absent, Presence::Absent, Presence::Unknown],
        ]
    );
}

#[test]
fn somebody_known_by_a_key_the_snapshot_has_no_column_for_is_unknown_there_not_absent() {
    let mut contents = contents();
    contents.recipients[2].identity.email.clear();
    contents.recipients[2].identity.phone = "06 39 98 00 01".to_owned();
    let matrix = Matrix::build(&contents, &analysis(), &Words::new(Language::Fr));
    assert_eq!(matrix.rows[2].cells[0], Presence::Unknown);
}

#[test]
fn an_undated_snapshot_is_called_by_its_exhibit() {
    let mut contents = contents();
    contents.snapshots.push(snapshot(9, "adherents", None, 12));
    let matrix = Matrix::build(&contents, &analysis(), &Words::new(Language::Fr));
    assert_eq!(matrix.columns[2].snapshot, "non daté (E19)");
}

#[test]
fn people_set_aside_are_not_in_the_matrix() {
    let mut contents = contents();
    contents.recipients[0].is_set_aside = true;
    let matrix = Matrix::build(&contents, &analysis(), &Words::new(Language::Fr));
    assert_eq!(matrix.rows.len(), 2);
    assert_eq!(matrix.columns[1].present, 1);
}

#[test]
fn the_description_counts_recipients_and_controls() {
    let text = matrix().description;
    assert!(text.contains("2 destinataires et 1 personne de contrôle"), "{text}");
    assert!(text.contains("aucun n’y manque"), "{text}");
    let english = Matrix::build(&contents(), &analysis(), &Words::new(Language::En)).description;
    assert!(english.contains("2 recipients and 1 control"), "{english}");
}

#[test]
fn the_table_has_one_row_per_person_and_one_column_per_snapshot() {
    let table = matrix().table(&Words::new(Language::Fr));
    assert_eq!(table.header.len(), 4 + 3);
    assert_eq!(table.rows.len(), 3);
    assert!(table.rows.iter().all(|row| row.len() == 7));
    assert_eq!(table.rows[1][4], "présent, autres coordonnées");
    assert_eq!(table.rows[2][2], "Contrôle, n’a rien reçu");
}

#[test]
fn somebody_without_a_name_is_called_by_their_address() {
    let mut contents = contents();
    contents.recipients.push(recipient("r4", "", true));
    let matrix = Matrix::build(&contents, &analysis(), &Words::new(Language::Fr));
    assert_eq!(matrix.rows[3].label, "r4@post.example");
}
