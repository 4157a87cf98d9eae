//! Answers to rival explanations in the case: stored, undone, replaced, signed; and what a case from before they existed becomes.

use super::fixtures::{self, Fixture, put};
use rusqlite::Connection;
use sourcier::case::{CaseFile, Edit, Record, RecordKey, RecordKind, verify};
use sourcier::model::{ImportId, Rival, RivalId, Standing};

fn answer(fixture: &mut Fixture, kind: &str, standing: Standing) -> Rival {
    let id = RivalId(fixture.file.fresh_id(RecordKind::Rival).unwrap());
    let rival = Rival { standing, ..fixtures::rival(id, kind) };
    fixture.file.apply(put(Record::Rival(rival.clone()))).unwrap();
    rival
}

#[test]
fn an_answer_is_undone_and_redone_also_after_closing() {
    let mut fixture = Fixture::small();
    let before = fixture.file.case().contents().clone();
    let rival = answer(&mut fixture, "electoral-roll", Standing::SpokenAgainst);
    let mut fixture = fixture.reopen();
    assert_eq!(fixture.file.case().contents().rivals, std::slice::from_ref(&rival));
    fixture.file.undo().unwrap().unwrap();
    assert_eq!(*fixture.file.case().contents(), before);
    let mut fixture = fixture.reopen();
    fixture.file.redo().unwrap().unwrap();
    assert_eq!(fixture.file.case().contents().rivals, [rival]);
    let log = fixture.file.log().unwrap();
    assert!(log.iter().any(|entry| entry.contains(r#""on":"rival 1""#)), "{log:?}");
    assert!(log.iter().all(|entry| !entry.contains("courriels")), "what was answered stays out of the log");
    let (_folder, path) = fixture.close();
    assert!(verify(&path, None).unwrap().is_sound());
}

#[test]
fn a_newer_answer_takes_the_place_of_the_older_and_undoing_brings_it_back() {
    let mut fixture = Fixture::small();
    let first = answer(&mut fixture, "electoral-roll", Standing::Open);
    let other = answer(&mut fixture, "bought-list", Standing::Possible);
    let second = answer(&mut fixture, "electoral-roll", Standing::SpokenAgainst);
    let mut elsewhere = Rival { campaign: "c2".into(), ..second.clone() };
    elsewhere.id = RivalId(fixture.file.fresh_id(RecordKind::Rival).unwrap());
    fixture.file.apply(put(Record::Rival(elsewhere.clone()))).unwrap();
    let mut fixture = fixture.reopen();
    let contents = fixture.file.case().contents();
    assert_eq!(contents.rivals, [other.clone(), second.clone(), elsewhere]);
    assert_eq!(contents.rival(&"c1".into(), &"electoral-roll".into()), Some(&second));
    assert_eq!(contents.rival(&"c2".into(), &"bought-list".into()), None);
    fixture.file.undo().unwrap();
    fixture.file.undo().unwrap();
    assert_eq!(fixture.file.case().contents().rivals, [first, other]);
}

#[test]
fn an_answer_is_signed_by_the_log_with_whoever_wrote_it_as_it_stands() {
    let mut fixture = Fixture::small();
    fixture.file.set_actor("Irène Valt").unwrap();
    let mut rival = answer(&mut fixture, "electoral-roll", Standing::Open);
    let actor = |fixture: &Fixture| fixture.file.case().written(&RecordKey::Rival(1)).unwrap().unwrap().actor;
    assert_eq!(actor(&fixture), "Irène Valt");
    fixture.file.set_actor("Théo Marle").unwrap();
    rival.standing = Standing::Possible;
    fixture.file.apply(Edit::Batch { edits: vec![put(Record::Rival(rival))] }).unwrap();
    assert_eq!(actor(&fixture), "Théo Marle");
    fixture.file.undo().unwrap();
    let fixture = fixture.reopen();
    assert_eq!(actor(&fixture), "Irène Valt");
    assert_eq!(fixture.file.case().written(&RecordKey::Rival(9)).unwrap(), None);
    let imported = fixture.file.case().written(&RecordKey::Post(1)).unwrap().unwrap();
    assert_eq!(imported.actor, "examiner");
}

#[test]
fn a_case_of_version_2_opens_with_everything_in_it_and_takes_answers() {
    let fixture = Fixture::small();
    let before = fixture.file.case().contents().clone();
    let (folder, path) = fixture.close();
    Connection::open(&path)
        .unwrap()
        .execute_batch("DROP TABLE annotation; DROP TABLE note; DROP TABLE rival; DELETE FROM counter WHERE kind = 'rival'; PRAGMA user_version = 2;")
        .unwrap();
    let report = verify(&path, None).unwrap();
    assert!(report.is_sound(), "{report:#?}");
    let file = CaseFile::open(&path, None).unwrap();
    assert!(!file.is_read_only());
    assert_eq!(*file.case().contents(), before);
    let mut fixture = Fixture { folder, file };
    assert_eq!(answer(&mut fixture, "bought-list", Standing::DoesNotApply).id, RivalId(1));
    let (_folder, path) = fixture.reopen().close();
    assert!(verify(&path, None).unwrap().is_sound());
}

#[test]
fn an_answer_of_an_import_that_is_withdrawn_goes_with_it() {
    let mut fixture = Fixture::small();
    let rival = Rival { import: ImportId(1), ..fixtures::rival(RivalId(1), "bought-list") };
    fixture.file.apply(put(Record::Rival(rival))).unwrap();
    fixture.file.apply(Edit::Withdraw { import: ImportId(1) }).unwrap();
    assert_eq!(fixture.file.case().contents().rivals, []);
}
