//! Passphrases: encrypted cases, recovery sheets, adding, changing and removing.

use super::fixtures::{self, Fixture};
use secrecy::{ExposeSecret as _, SecretString};
use sourcier::case::{CaseError, CaseFile, verify};
use sourcier::model::Contents;
use std::path::Path;

fn opens(path: &Path, passphrase: &str) -> Result<Contents, CaseError> {
    let file = CaseFile::open(path, Some(&passphrase.into()))?;
    let contents = file.case().contents().clone();
    file.close()?;
    Ok(contents)
}

/// Whether any of the readable text of the case stands in the file as it is.
fn is_readable(path: &Path) -> bool {
    let bytes = std::fs::read(path).unwrap();
    bytes.windows(8).any(|window| window == b"adherent" || window == b"valmont." || window == b"examiner")
}

#[test]
fn a_passphrase_keeps_the_case_shut_and_the_header_says_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.sourcier");
    let passphrase = SecretString::from("théâtre — 1986");
    let file = CaseFile::create(&path, Some(&passphrase), &fixtures::incident()).unwrap();
    let sheet = file.recovery_sheet().unwrap();
    let mut fixture = Fixture { folder, file };
    fixture.import_small();
    let full = fixture.file.case().contents().clone();
    // Also what is still in the write-ahead log.
    for name in fixtures::files_in(fixture.folder.path()).iter().filter(|name| name.starts_with("case.sourcier")) {
        assert!(!is_readable(&fixture.folder.path().join(name)), "{name}");
    }
    let (folder, path) = fixture.close();
    assert_eq!(fixtures::files_in(folder.path()), ["case.sourcier", "membres.csv"]);

    let head = std::fs::read(&path).unwrap()[..16].to_vec();
    assert_eq!(head[..4], [0x53, 0x52, 0x43, 0x01]);
    assert!(CaseFile::is_encrypted(&path).unwrap());
    assert!(!is_readable(&path));
    assert!(matches!(CaseFile::open(&path, None).err(), Some(CaseError::PassphraseNeeded { .. })));
    assert!(matches!(verify(&path, None), Err(CaseError::PassphraseNeeded { .. })));
    assert!(matches!(opens(&path, "theatre"), Err(CaseError::WrongPassphrase { .. })));
    assert!(matches!(opens(&path, ""), Err(CaseError::EmptyPassphrase)));
    // The same letters, composed differently by another keyboard.
    assert_eq!(opens(&path, "the\u{301}a\u{302}tre — 1986").unwrap(), full);
    assert!(verify(&path, Some(&passphrase)).unwrap().is_sound());

    let file = CaseFile::open_with_recovery_sheet(&path, &sheet).unwrap();
    assert_eq!(*file.case().contents(), full);
    assert_eq!(file.recovery_sheet().unwrap().expose_secret(), sheet.expose_secret());
    file.close().unwrap();
    let other = SecretString::from("0".repeat(68));
    assert!(matches!(CaseFile::open_with_recovery_sheet(&path, &other).err(), Some(CaseError::BadRecoveryKey { .. })));
    assert_eq!(fixtures::files_in(folder.path()), ["case.sourcier", "membres.csv"]);
}

#[test]
fn a_passphrase_can_be_added_changed_and_removed_without_losing_anything() {
    let mut fixture = Fixture::small();
    let full = fixture.file.case().contents().clone();
    let view = fixture.file.case().clone();
    let snapshot = full.snapshots[0].id;
    assert!(fixture.file.recovery_sheet().is_none());

    fixture.file.set_passphrase(Some(&"first".into())).unwrap();
    assert!(CaseFile::is_encrypted(&fixture.path()).unwrap());
    assert_eq!(view.row(snapshot, 2).unwrap()[0], "Cleo Marsan");
    let first_sheet = fixture.file.recovery_sheet().unwrap();
    let head = std::fs::read(fixture.path()).unwrap()[..16].to_vec();

    fixture.file.set_passphrase(Some(&"second".into())).unwrap();
    assert_eq!(std::fs::read(fixture.path()).unwrap()[..16], head);
    assert_ne!(fixture.file.recovery_sheet().unwrap().expose_secret(), first_sheet.expose_secret());
    // Still at work: what is written now belongs to the same case.
    fixture.file.undo().unwrap().unwrap();
    fixture.file.redo().unwrap().unwrap();
    let (folder, path) = fixture.close();
    assert!(matches!(opens(&path, "first"), Err(CaseError::WrongPassphrase { .. })));
    assert!(matches!(CaseFile::open_with_recovery_sheet(&path, &first_sheet).err(), Some(CaseError::WrongPassphrase { .. })));
    assert!(!is_readable(&path));

    let mut file = CaseFile::open(&path, Some(&"second".into())).unwrap();
    assert_eq!(*file.case().contents(), full);
    file.set_passphrase(None).unwrap();
    assert!(file.recovery_sheet().is_none());
    assert_eq!(file.case().row(snapshot, 0).unwrap()[0], "Ada Vance");
    file.close().unwrap();
    assert!(!CaseFile::is_encrypted(&path).unwrap());
    assert_eq!(fixtures::files_in(folder.path()), ["case.sourcier", "membres.csv"]);

    let file = CaseFile::open(&path, None).unwrap();
    assert_eq!(*file.case().contents(), full);
    let log = file.log().unwrap();
    for action in ["passphrase.add", "passphrase.change", "passphrase.remove"] {
        assert_eq!(log.iter().filter(|entry| entry.contains(action)).count(), 1, "{action}");
    }
    file.close().unwrap();
    let report = verify(&path, None).unwrap();
    assert!(report.is_sound(), "{report:#?}");
}

#[test]
fn removing_a_passphrase_that_is_not_there_changes_nothing_and_an_empty_one_is_refused() {
    let mut fixture = Fixture::small();
    let before = fixture.file.log().unwrap();
    fixture.file.set_passphrase(None).unwrap();
    assert!(matches!(fixture.file.set_passphrase(Some(&"".into())), Err(CaseError::EmptyPassphrase)));
    assert_eq!(fixture.file.log().unwrap(), before);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("case.sourcier");
    assert!(matches!(CaseFile::create(&path, Some(&"".into()), &fixtures::incident()), Err(CaseError::EmptyPassphrase)));
    assert_eq!(fixtures::files_in(folder.path()), Vec::<String>::new());
}
