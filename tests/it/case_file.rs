//! Opening, editing, importing: what the case file promises.

use super::fixtures::{self, Fixture, put};
use sourcier::case::{CaseError, CaseFile, Edit, Record, RecordKey, RecordKind};
use sourcier::job::Unwatched;
use sourcier::model::{
    AccessId, Contents, DecisionId, EventId, EvidenceId, ImportId, MessageId, PostId, RecipientId, RivalId, SnapshotId, StatementId,
};

/// One record of every kind, by hand.
fn one_of_each(file: &mut CaseFile) -> Vec<Record> {
    let hand = ImportId(0);
    let mut incident = fixtures::incident();
    incident.until = Some(sourcier::model::Day::constant(2019, 1, 1));
    vec![
        Record::Incident(incident),
        Record::Message(fixtures::message(MessageId(file.fresh_id(RecordKind::Message).unwrap()), hand, EvidenceId(1))),
        Record::Recipient(fixtures::recipient("0012", hand, "ada@valmont.example")),
        Record::Source(fixtures::source("membres", hand)),
        Record::Snapshot(fixtures::snapshot(SnapshotId(file.fresh_id(RecordKind::Snapshot).unwrap()), hand, "membres", EvidenceId(1), &["nom"], 0)),
        Record::Statement(fixtures::statement(StatementId(file.fresh_id(RecordKind::Statement).unwrap()), hand)),
        Record::Post(fixtures::post(PostId(file.fresh_id(RecordKind::Post).unwrap()), hand, "Dana Orsel", None)),
        Record::Access(fixtures::access(AccessId(file.fresh_id(RecordKind::Access).unwrap()), hand)),
        Record::Event(fixtures::event(EventId(file.fresh_id(RecordKind::Event).unwrap()), hand)),
        Record::Decision(fixtures::decision(DecisionId(file.fresh_id(RecordKind::Decision).unwrap()), "0012")),
        Record::Rival(fixtures::rival(RivalId(file.fresh_id(RecordKind::Rival).unwrap()), "bought-list")),
    ]
}

#[test]
fn every_kind_of_record_comes_back_as_it_was_stored() {
    let mut fixture = Fixture::empty();
    let records = one_of_each(&mut fixture.file);
    for record in records.clone() {
        fixture.file.apply(put(record)).unwrap();
    }
    let before = fixture.file.case().contents().clone();
    let fixture = fixture.reopen();
    let after = fixture.file.case().contents();
    assert_eq!(*after, before);
    assert_eq!(Record::Incident(after.incident.clone()), records[0]);
    assert_eq!(Record::Message(after.messages[0].clone()), records[1]);
    assert_eq!(Record::Recipient(after.recipients[0].clone()), records[2]);
    assert_eq!(Record::Source(after.sources[0].clone()), records[3]);
    assert_eq!(Record::Snapshot(after.snapshots[0].clone()), records[4]);
    assert_eq!(Record::Statement(after.statements[0].clone()), records[5]);
    assert_eq!(Record::Post(after.posts[0].clone()), records[6]);
    assert_eq!(Record::Access(after.accesses[0].clone()), records[7]);
    assert_eq!(Record::Event(after.events[0].clone()), records[8]);
    assert_eq!(Record::Decision(after.decisions[0].clone()), records[9]);
    assert_eq!(Record::Rival(after.rivals[0].clone()), records[10]);
}

#[test]
fn closing_leaves_one_file() {
    let (folder, _) = Fixture::small().close();
    assert_eq!(fixtures::files_in(folder.path()), ["case.sourcier", "membres.csv"]);
}

#[test]
fn a_file_dropped_without_closing_is_tidied_up_too() {
    let Fixture { folder, file } = Fixture::small();
    assert!(fixtures::files_in(folder.path()).contains(&"case.sourcier.lock".to_owned()));
    drop(file);
    assert_eq!(fixtures::files_in(folder.path()), ["case.sourcier", "membres.csv"]);
}

#[test]
fn an_import_shows_only_once_it_is_committed() {
    let mut fixture = Fixture::empty();
    let empty = fixture.file.case().contents().clone();
    let path = fixture.write("a.csv", b"x");
    {
        let mut import = fixture.file.begin_import().unwrap();
        import.add_evidence(&path, "text/csv", "", &Unwatched).unwrap();
        import.put(Record::Recipient(fixtures::recipient("r1", import.id(), "ada@valmont.example"))).unwrap();
        assert_eq!(import.contents().recipients.len(), 1);
        assert_eq!(import.contents().evidence.len(), 1);
    }
    assert_eq!(*fixture.file.case().contents(), empty);
    assert_eq!(fixture.file.history().unwrap(), []);
    let fixture = fixture.reopen();
    assert_eq!(*fixture.file.case().contents(), empty);
}

#[test]
fn an_import_is_one_step_back_and_forth_also_after_reopening() {
    let mut fixture = Fixture::empty();
    let empty = fixture.file.case().contents().clone();
    let import = fixture.import_small();
    let full = fixture.file.case().contents().clone();
    assert_eq!((full.recipients.len(), full.snapshots.len(), full.posts.len(), full.imports.len(), full.evidence.len()), (3, 1, 2, 1, 1));

    let mut fixture = fixture.reopen();
    assert_eq!(*fixture.file.case().contents(), full);
    let step = fixture.file.undo().unwrap().unwrap();
    assert_eq!(step.edit, Edit::Restore { import });
    assert!(step.is_undone);
    assert_eq!(*fixture.file.case().contents(), empty);
    assert_eq!(fixture.file.undo().unwrap(), None);

    let mut fixture = fixture.reopen();
    assert_eq!(*fixture.file.case().contents(), empty);
    assert!(!fixture.file.redo().unwrap().unwrap().is_undone);
    assert_eq!(*fixture.file.case().contents(), full);
    assert_eq!(fixture.file.redo().unwrap(), None);
}

#[test]
fn a_new_edit_drops_what_was_undone_but_not_from_the_log() {
    let mut fixture = Fixture::small();
    let hand = ImportId(0);
    let ids: Vec<_> = (0..2).map(|_| fixture.file.fresh_id(RecordKind::Post).unwrap()).collect();
    fixture.file.apply(put(Record::Post(fixtures::post(PostId(ids[0]), hand, "Faro Lind", None)))).unwrap();
    fixture.file.undo().unwrap();
    fixture.file.apply(put(Record::Post(fixtures::post(PostId(ids[1]), hand, "Gail Roux", None)))).unwrap();
    assert_eq!(fixture.file.redo().unwrap(), None);
    assert_eq!(fixture.file.history().unwrap().iter().map(|entry| entry.seq).collect::<Vec<_>>(), [1, 3]);
    let log = fixture.file.log().unwrap();
    let of = |what: &str| log.iter().filter(|entry| entry.contains(what)).count();
    assert_eq!((of(r#""action":"case.edit""#), of(r#""action":"case.undo""#)), (2, 1), "{log:?}");
    assert!(log.iter().any(|entry| entry.contains(&format!("\"on\":\"post {}\"", ids[0]))));
    let names: Vec<_> = fixture.file.case().contents().posts.iter().map(|post| post.person.0.as_str()).collect();
    assert_eq!(names, ["Dana Orsel", "Elio Brandt", "Gail Roux"]);
}

#[test]
fn withdrawing_an_import_shows_again_what_it_had_covered() {
    let mut fixture = Fixture::small();
    let before = fixture.file.case().contents().clone();
    let mut import = fixture.file.begin_import().unwrap();
    import.put(Record::Recipient(fixtures::recipient("r1", import.id(), "ada.vance@valmont.example"))).unwrap();
    let id = import.commit().unwrap();
    assert_eq!(fixture.file.case().contents().recipients[0].identity.email, "ada.vance@valmont.example");
    fixture.file.apply(Edit::Withdraw { import: id }).unwrap();
    assert_eq!(*fixture.file.case().contents(), before);
    fixture.file.apply(Edit::Restore { import: id }).unwrap();
    assert_eq!(fixture.file.case().contents().recipients[0].identity.email, "ada.vance@valmont.example");
    assert!(matches!(fixture.file.apply(Edit::Restore { import: id }), Err(CaseError::NoSuchRecord { .. })));
    assert!(matches!(fixture.file.apply(Edit::Withdraw { import: ImportId(0) }), Err(CaseError::NoSuchRecord { .. })));
}

#[test]
fn a_step_that_fails_halfway_changes_nothing() {
    let mut fixture = Fixture::small();
    let before = fixture.file.case().contents().clone();
    let mut changed = before.recipients[0].clone();
    changed.is_set_aside = true;
    let edits = vec![put(Record::Recipient(changed)), Edit::Remove { key: RecordKey::Post(99) }];
    let error = fixture.file.apply(Edit::Batch { edits }).unwrap_err();
    assert_eq!(error.to_string(), "Post 99 is not in this case");
    assert_eq!(*fixture.file.case().contents(), before);
    assert_eq!(*fixture.reopen().file.case().contents(), before);
}

#[test]
fn numbers_that_cannot_be_read_back_are_refused() {
    let mut fixture = Fixture::empty();
    let mut source = fixtures::source("membres", ImportId(0));
    source.coverage = Some(f64::NAN);
    assert!(matches!(fixture.file.apply(put(Record::Source(source))), Err(CaseError::BadRecord { .. })));
    assert_eq!(fixture.file.case().contents().sources, []);
}

#[test]
fn a_view_keeps_showing_the_contents_as_they_were() {
    let mut fixture = Fixture::small();
    let view = fixture.file.case().clone();
    fixture.file.apply(Edit::Remove { key: RecordKey::Recipient("r2".into()) }).unwrap();
    assert_eq!(view.contents().recipients.len(), 3);
    assert_eq!(fixture.file.case().contents().recipients.len(), 2);
    assert_ne!(view.revision(), fixture.file.case().revision());
    assert_eq!(view.revision(), view.clone().revision());
}

#[test]
fn a_view_can_be_read_from_another_thread_while_an_import_is_open() {
    let mut fixture = Fixture::small();
    let view = fixture.file.case().clone();
    let snapshot = view.contents().snapshots[0].id;
    let mut import = fixture.file.begin_import().unwrap();
    import.put(Record::Recipient(fixtures::recipient("r9", import.id(), "zoe@valmont.example"))).unwrap();
    let read = std::thread::scope(|scope| scope.spawn(move || (view.contents().recipients.len(), view.row(snapshot, 1))).join().unwrap());
    assert_eq!(read.0, 3);
    assert_eq!(read.1.unwrap(), ["Bo Renier", "bo@valmont.example"]);
    import.commit().unwrap();
    assert_eq!(fixture.file.case().contents().recipients.len(), 4);
}

#[test]
fn a_view_of_a_closed_case_says_so() {
    let Fixture { folder: _folder, file } = Fixture::small();
    let view = file.case().clone();
    file.close().unwrap();
    assert!(matches!(view.segments(view.contents().snapshots[0].id), Err(CaseError::Closed { .. })));
    assert_eq!(view.contents().recipients.len(), 3);
}

#[test]
fn an_account_that_does_not_add_up_is_refused() {
    let mut fixture = Fixture::empty();
    let mut import = fixture.file.begin_import().unwrap();
    let mut report = fixtures::report("a.csv", EvidenceId(1), 3);
    report.found += 1;
    let error = import.add_report(report).unwrap_err();
    assert_eq!(error.to_string(), "The account of \"a.csv\" does not add up: 5 found, but 3 imported + 0 duplicates + 1 rejected");
}

#[test]
fn only_the_newest_analysis_is_remembered() {
    let mut fixture = Fixture::empty();
    fixture.file.store_analysis("one", "{\"a\":1}").unwrap();
    fixture.file.store_analysis("two", "{\"a\":2}").unwrap();
    let fixture = fixture.reopen();
    assert_eq!(fixture.file.case().cached("one").unwrap(), None);
    assert_eq!(fixture.file.case().cached("two").unwrap().as_deref(), Some("{\"a\":2}"));
}

#[test]
fn row_numbers_are_never_given_twice() {
    let mut fixture = Fixture::empty();
    let id = fixture.file.fresh_id(RecordKind::Post).unwrap();
    fixture.file.apply(put(Record::Post(fixtures::post(PostId(id), ImportId(0), "Dana Orsel", None)))).unwrap();
    fixture.file.apply(Edit::Remove { key: RecordKey::Post(id) }).unwrap();
    let mut fixture = fixture.reopen();
    assert!(fixture.file.fresh_id(RecordKind::Post).unwrap() > id);
}

#[test]
fn lists_are_sorted_by_id_whatever_the_order_of_arrival() {
    let mut fixture = Fixture::empty();
    let mut import = fixture.file.begin_import().unwrap();
    for n in (1..=200).rev() {
        import.put(Record::Recipient(fixtures::recipient(&format!("r{n}"), import.id(), "first@valmont.example"))).unwrap();
        if n == 100 {
            assert_eq!(import.contents().recipients.len(), 101);
        }
    }
    // Once more over some of them: the last one stays.
    for n in 1..=50 {
        import.put(Record::Recipient(fixtures::recipient(&format!("r{n}"), import.id(), "last@valmont.example"))).unwrap();
    }
    import.commit().unwrap();
    let check = |contents: &Contents| {
        assert_eq!(contents.recipients.len(), 200);
        assert!(contents.recipients.is_sorted_by(|a, b| a.id < b.id));
        let email = |id: &str| contents.recipient(&RecipientId::from(id)).unwrap().identity.email.clone();
        assert_eq!((email("r50").as_str(), email("r51").as_str()), ("last@valmont.example", "first@valmont.example"));
    };
    check(fixture.file.case().contents());
    check(fixture.reopen().file.case().contents());
}

#[test]
fn the_log_names_who_did_it_and_every_file() {
    let mut fixture = Fixture::empty();
    assert_eq!(fixture.file.actor().unwrap(), "examiner");
    fixture.file.set_actor("Irène Valt").unwrap();
    fixture.import_small();
    let log = fixture.file.log().unwrap();
    let file = log.iter().find(|entry| entry.contains(r#""action":"evidence.import""#)).unwrap();
    assert!(file.contains(r#""actor":"Irène Valt""#) && file.contains(r#""name":"membres.csv""#) && file.contains(r#""size":105"#), "{file}");
    assert!(log[0].contains(r#""action":"case.create""#) && log[0].contains(r#""data":{"title":"Lettre aux adhérents"}"#), "{}", log[0]);
}

/// A housing office's list: what has to be fast is a measurement, printed; what must hold is that nothing is lost on the way.
#[test]
fn twelve_thousand_five_hundred_recipients_and_rows_come_in_with_one_import() {
    let mut fixture = Fixture::empty();
    let started = std::time::Instant::now();
    let mut import = fixture.file.begin_import().unwrap();
    let count = 12_500;
    for n in 0..count {
        let recipient = fixtures::recipient(&format!("r{n}"), import.id(), &format!("locataire{n}@valmont.example"));
        import.put(Record::Recipient(recipient)).unwrap();
    }
    for _ in 0..5 {
        let id = SnapshotId(import.fresh_id(RecordKind::Snapshot));
        let addresses: Vec<_> = (0..count).map(|n| (format!("Locataire {n}"), format!("locataire{n}@valmont.example"))).collect();
        let rows: Vec<[&str; 2]> = addresses.iter().map(|(name, email)| [name.as_str(), email.as_str()]).collect();
        let record = fixtures::snapshot(id, import.id(), "locataires", EvidenceId(1), &["nom", "courriel"], count);
        import.put_snapshot(record, vec![fixtures::segment(0, &rows)]).unwrap();
    }
    import.commit().unwrap();
    let imported = started.elapsed();
    let started = std::time::Instant::now();
    let fixture = fixture.reopen();
    println!("imported in {imported:?}, closed and opened again in {:?}", started.elapsed());
    let case = fixture.file.case();
    assert_eq!((case.contents().recipients.len(), case.contents().snapshots.len()), (count, 5));
    assert_eq!(case.row(case.contents().snapshots[4].id, 12_499).unwrap(), ["Locataire 12499", "locataire12499@valmont.example"]);
}
