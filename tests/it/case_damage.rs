//! Bad input and damage: what is wrong is said, nothing is lost, nothing panics.

use super::fixtures::{self, Fixture};
use rusqlite::Connection;
use secrecy::SecretString;
use sourcier::case::{CaseError, CaseFile, VerifyReport, verify};
use sourcier::job::Unwatched;
use std::path::Path;

fn open_error(path: &Path) -> CaseError {
    CaseFile::open(path, None).err().expect("it must not open")
}

/// Opens the database as anybody with an SQLite tool would.
fn by_hand(path: &Path, sql: &str) {
    Connection::open(path).unwrap().execute_batch(sql).unwrap();
}

fn only_problem(report: &VerifyReport) -> &str {
    assert_eq!(report.problems.len(), 1, "{report:#?}");
    &report.problems[0]
}

#[test]
fn files_of_another_kind_are_refused_in_a_sentence_and_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let foreign = folder.path().join("other.db");
    by_hand(&foreign, "CREATE TABLE x (a)");
    let cases: [(&str, Option<&[u8]>, &str); 6] = [
        ("empty.sourcier", Some(b""), "the file is empty"),
        ("letter.sourcier", Some(b"Madame, Monsieur,\n"), "it is a text file"),
        ("short.sourcier", Some(b"SRC"), "it is a text file"),
        ("picture.sourcier", Some(b"\x89PNG\r\n\x1a\n0123456789"), "it is a PNG picture"),
        ("noise.sourcier", Some(&[0xff, 0xfe, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]), "its first bytes are not those of a case"),
        ("other.db", None, "it is an SQLite database of another program"),
    ];
    for (name, bytes, found) in cases {
        let path = folder.path().join(name);
        if let Some(bytes) = bytes {
            std::fs::write(&path, bytes).unwrap();
        }
        let before = std::fs::read(&path).unwrap();
        for error in [open_error(&path), verify(&path, None).unwrap_err(), CaseFile::open(&path, Some(&"x".into())).err().unwrap()] {
            assert!(matches!(error, CaseError::NotACase { .. }), "{name}: {error:?}");
            assert_eq!(error.to_string(), format!("This is not a Sourcier case file: {found}"), "{name}");
        }
        assert_eq!(std::fs::read(&path).unwrap(), before, "{name}");
    }
    assert!(matches!(open_error(&folder.path().join("missing.sourcier")), CaseError::Io { .. }));
    assert!(matches!(open_error(folder.path()), CaseError::NotACase { .. }));
    let left: Vec<_> = fixtures::files_in(folder.path()).into_iter().filter(|name| name.contains(".lock") || name.contains("-wal")).collect();
    assert_eq!(left, Vec::<String>::new());
}

#[test]
fn a_new_case_never_replaces_a_file() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.txt");
    std::fs::write(&path, "important").unwrap();
    assert!(matches!(CaseFile::create(&path, None, &fixtures::incident()), Err(CaseError::Exists { .. })));
    assert_eq!(std::fs::read(&path).unwrap(), b"important");
    let nowhere = folder.path().join("no folder").join("case.sourcier");
    assert!(matches!(CaseFile::create(&nowhere, None, &fixtures::incident()), Err(CaseError::Io { .. })));
    assert_eq!(fixtures::files_in(folder.path()), ["notes.txt"]);
}

#[test]
fn a_second_instance_is_told_that_the_case_is_open() {
    let fixture = Fixture::small();
    assert!(matches!(open_error(&fixture.path()), CaseError::InUse { .. }));
    assert!(matches!(verify(&fixture.path(), None), Err(CaseError::InUse { .. })));
    let (_folder, path) = fixture.close();
    CaseFile::open(&path, None).unwrap();
}

#[test]
fn a_lock_file_left_behind_by_a_crash_locks_nobody_out() {
    let (folder, path) = Fixture::small().close();
    std::fs::write(folder.path().join("case.sourcier.lock"), "").unwrap();
    CaseFile::open(&path, None).unwrap().close().unwrap();
    assert_eq!(fixtures::files_in(folder.path()), ["case.sourcier", "membres.csv"]);
}

#[test]
fn a_case_from_a_newer_version_opens_read_only_and_stays_as_it_is() {
    let (_folder, path) = Fixture::small().close();
    by_hand(&path, "PRAGMA user_version = 999");
    let before = std::fs::read(&path).unwrap();
    let mut file = CaseFile::open(&path, None).unwrap();
    assert!(file.is_read_only());
    assert_eq!(file.case().contents().recipients.len(), 3);
    assert_eq!(file.case().row(file.case().contents().snapshots[0].id, 0).unwrap()[0], "Ada Vance");
    let remove = sourcier::case::Edit::Remove { key: sourcier::case::RecordKey::Recipient("r1".into()) };
    assert!(matches!(file.apply(remove), Err(CaseError::ReadOnly { .. })));
    assert!(matches!(file.undo(), Err(CaseError::ReadOnly { .. })));
    assert!(matches!(file.redo(), Err(CaseError::ReadOnly { .. })));
    assert!(matches!(file.begin_import().err(), Some(CaseError::ReadOnly { .. })));
    assert!(matches!(file.store_analysis("a", "{}"), Err(CaseError::ReadOnly { .. })));
    assert!(matches!(file.set_passphrase(Some(&"x".into())), Err(CaseError::ReadOnly { .. })));
    file.close().unwrap();
    assert!(std::fs::read(&path).unwrap() == before);
    assert!(verify(&path, None).unwrap().is_sound());
}

#[test]
fn a_case_from_a_version_too_new_to_read_is_refused() {
    let (folder, path) = Fixture::small().close();
    by_hand(&path, "PRAGMA user_version = 999; ALTER TABLE recipient RENAME TO person");
    assert!(matches!(open_error(&path), CaseError::TooNew { .. }));
    assert!(matches!(verify(&path, None), Err(CaseError::TooNew { .. })));
    let derived = folder.path().join("derived.sourcier");
    std::fs::write(&derived, b"SRC\x02abcdefghijklmnop").unwrap();
    assert!(matches!(CaseFile::open(&derived, Some(&"x".into())).err(), Some(CaseError::TooNew { .. })));
}

#[test]
fn a_sound_case_verifies_with_what_was_looked_at() {
    let fixture = Fixture::small();
    let inside = fixture.file.case().verify(&Unwatched).unwrap();
    let (_folder, path) = fixture.close();
    let report = verify(&path, None).unwrap();
    assert!(report.is_sound(), "{report:#?}");
    assert_eq!(report, inside);
    assert_eq!((report.evidence, report.bytes, report.log_entries, report.segments, report.records), (1, 105, 3, 1, 9));
}

#[test]
fn a_flipped_byte_of_evidence_is_named() {
    let (_folder, path) = Fixture::small().close();
    let mut bytes = std::fs::read(&path).unwrap();
    let needle = b"ada@valmont.example\nBo Renier";
    let at = bytes.windows(needle.len()).position(|window| window == needle).unwrap();
    bytes[at] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let report = verify(&path, None).unwrap();
    assert_eq!(only_problem(&report), "Evidence E1 'membres.csv': its bytes no longer have the digest they came in with.");
}

#[test]
fn a_log_entry_changed_with_sql_is_named_and_so_is_the_missing_guard() {
    let (_folder, path) = Fixture::small().close();
    by_hand(&path, "DROP TRIGGER audit_no_update; UPDATE audit SET entry = replace(entry, 'membres', 'annuaire') WHERE seq = 2");
    let report = verify(&path, None).unwrap();
    assert_eq!(
        report.problems,
        [
            "The guard audit_no_update of the action log was taken away: the log could be changed.",
            "Log entry 2 does not fit its hash: it or its hash was changed after it was written.",
        ]
    );
}

#[test]
fn a_case_whose_newest_log_entry_was_changed_does_not_open() {
    let (_folder, path) = Fixture::small().close();
    by_hand(&path, "DROP TRIGGER audit_no_update; UPDATE audit SET entry = replace(entry, 'records', 'rekords') WHERE seq = 3");
    let error = open_error(&path);
    assert_eq!(error.to_string(), "The case file is damaged: log entry 3 does not fit its hash");
}

#[test]
fn log_entries_cut_off_at_the_end_are_noticed() {
    let (_folder, path) = Fixture::small().close();
    by_hand(&path, "PRAGMA foreign_keys = OFF; DROP TRIGGER audit_no_delete; DELETE FROM audit WHERE seq = 3");
    let report = verify(&path, None).unwrap();
    assert!(report.problems.iter().any(|p| p == "A row 1 of the table history refers to a row of audit that is not there."), "{report:#?}");
}

#[test]
fn what_was_changed_with_sql_behind_the_programs_back_is_named() {
    let (folder, path) = Fixture::small().close();
    let changes = [
        (
            "UPDATE evidence SET sha256 = replace(sha256, substr(sha256, 1, 1), '0')",
            "Evidence E1 'membres.csv': its digest is not the one that log entry 2 states.",
        ),
        ("UPDATE evidence_chunk SET bytes = CAST(bytes || x'00' AS BLOB)", "Evidence E1 'membres.csv': chunk 0 has 106 bytes instead of 105."),
        ("DELETE FROM evidence_chunk", "Evidence E1 'membres.csv': chunk 0 is missing."),
        ("INSERT INTO evidence_chunk VALUES (1, 1, x'00')", "Evidence E1 'membres.csv': it has more chunks than its size of 105 bytes allows."),
        (
            "DELETE FROM evidence_chunk; DELETE FROM evidence_occurrence; DELETE FROM evidence",
            "Evidence E1 is missing: log entry 2 says that it came in.",
        ),
        ("UPDATE segment SET row_count = 4", "Snapshot 1, segment 0 has 3 rows instead of 4."),
        ("UPDATE segment_part SET bytes = substr(bytes, 2)", "Snapshot 1, segment 0: its bytes no longer have the digest they were written with."),
        ("DELETE FROM segment_part; DELETE FROM segment", "Snapshot 1 says it has 3 rows, its segments have 0."),
        (
            "UPDATE recipient SET record = '{}' WHERE id = 'r2'",
            "The recipient r2 cannot be read: A stored record could not be read: missing field `id` at line 1 column 2.",
        ),
        (
            "UPDATE recipient SET record = replace(record, '\"r2\"', '\"r7\"') WHERE id = 'r2'",
            "The recipient r2 says inside that it is the recipient r7.",
        ),
        (
            "UPDATE import_report SET record = replace(record, '\"found\":4', '\"found\":9')",
            "The account of 'membres.csv' (import 1) does not add up.",
        ),
    ];
    for (sql, expected) in changes {
        let copy = folder.path().join("copy.sourcier");
        std::fs::copy(&path, &copy).unwrap();
        by_hand(&copy, &format!("PRAGMA foreign_keys = ON; {sql}"));
        let report = verify(&copy, None).unwrap();
        assert!(report.problems.iter().any(|problem| problem == expected), "{sql}: {report:#?}");
        // Opening such a file may work or not; it must not panic, and what it says must be about damage.
        if let Err(error) = CaseFile::open(&copy, None) {
            assert!(matches!(error, CaseError::Damaged { .. }), "{sql}: {error:?}");
        }
        std::fs::remove_file(&copy).unwrap();
    }
}

#[test]
fn an_edit_changed_in_the_history_is_named() {
    let mut fixture = Fixture::small();
    let mut recipient = fixture.file.case().contents().recipients[0].clone();
    recipient.is_set_aside = true;
    fixture.file.apply(fixtures::put(sourcier::case::Record::Recipient(recipient))).unwrap();
    let (_folder, path) = fixture.close();
    by_hand(&path, "UPDATE history SET edit = replace(edit, '\"is_set_aside\":true', '\"is_set_aside\":false')");
    assert_eq!(only_problem(&verify(&path, None).unwrap()), "Step 2 of the history is not what log entry 4 says of it.");
}

/// Whatever byte is damaged, opening and checking end with a report or an error, never with a panic, and never with silence if the byte was evidence.
#[test]
fn damage_anywhere_is_an_error_or_a_report_and_never_a_panic() {
    let (folder, path) = Fixture::small().close();
    let sound = std::fs::read(&path).unwrap();
    let copy = folder.path().join("copy.sourcier");
    // A fixed walk over the whole file, every page touched, more densely at the start.
    let places = (0..100).step_by(3).chain((100..sound.len()).step_by(4_099));
    for (n, at) in places.enumerate() {
        let mut bytes = sound.clone();
        bytes[at] ^= [0xff, 0x01, 0x80][n % 3];
        std::fs::write(&copy, bytes).unwrap();
        drop(verify(&copy, None));
        std::fs::write(&copy, &sound).unwrap();
        let mut bytes = sound.clone();
        bytes[at] ^= 0x10;
        std::fs::write(&copy, bytes).unwrap();
        if let Ok(file) = CaseFile::open(&copy, None) {
            drop(file.case().contents().clone());
        }
    }
    for length in [1, 15, 16, 17, 99, 100, 4095, 4096, 8192, sound.len() / 2, sound.len() - 1] {
        std::fs::write(&copy, &sound[..length]).unwrap();
        let report = verify(&copy, None);
        assert!(report.as_ref().map_or(true, |report| !report.is_sound()), "cut to {length} bytes: {report:?}");
        assert!(CaseFile::open(&copy, None).is_err(), "cut to {length} bytes");
    }
}

#[test]
fn an_encrypted_case_says_which_page_is_damaged_and_which_evidence_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.sourcier");
    let passphrase = SecretString::from("correct horse");
    let source = folder.path().join("big.bin");
    std::fs::write(&source, vec![5; 300_000]).unwrap();
    let mut file = CaseFile::create(&path, Some(&passphrase), &fixtures::incident()).unwrap();
    let mut import = file.begin_import().unwrap();
    import.add_evidence(&source, "application/octet-stream", "", &Unwatched).unwrap();
    import.commit().unwrap();
    file.close().unwrap();
    assert!(verify(&path, Some(&passphrase)).unwrap().is_sound());
    let mut bytes = std::fs::read(&path).unwrap();
    let page = bytes.len() / 4096 / 2;
    bytes[page * 4096 + 17] ^= 1;
    std::fs::write(&path, bytes).unwrap();
    let report = verify(&path, Some(&passphrase)).unwrap();
    let says = |start: &str| report.problems.iter().any(|problem| problem.starts_with(start));
    assert!(says(&format!("The encrypted file is damaged: HMAC verification failed for page {}.", page + 1)), "{report:#?}");
    assert!(says("Evidence E1 'big.bin': chunk 0 cannot be read"), "{report:#?}");
}
