//! Opening, editing, importing: what the case file promises.

use super::fixtures::{self, Fixture, put};
use sourcier::case::{CaseError, CaseFile, Edit, Record, RecordKey, RecordKind};
use sourcier::job::{Cancellable, Unwatched};
use sourcier::model::{AccessId, Contents, EventId, EvidenceId, ImportId, MessageId, PostId, RecipientId, SnapshotId, StatementId};
use std::io::{Read as _, Seek as _, SeekFrom};

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
fn rows_of_a_snapshot_come_back_whole_and_singly() {
    let mut fixture = Fixture::small();
    let mut import = fixture.file.begin_import().unwrap();
    let id = SnapshotId(import.fresh_id(RecordKind::Snapshot));
    // Row 2 was rejected, and there are two segments.
    let frames = vec![fixtures::segment(0, &[["a", "a@x.example"], ["b", ""]]), fixtures::segment(3, &[["d", "d@x.example"]])];
    let snapshot = fixtures::snapshot(id, import.id(), "membres", EvidenceId(1), &["nom", "courriel"], 3);
    import.put_snapshot(snapshot, frames.clone()).unwrap();
    import.commit().unwrap();
    let case = fixture.file.case();
    let read = case.segments(id).unwrap();
    assert_eq!(read.len(), 2);
    assert!(read.iter().zip(&frames).all(|(read, given)| read.equals_missing(given)), "{read:?}");
    assert_eq!(case.row(id, 3).unwrap(), ["d", "d@x.example"]);
    assert_eq!(case.row(id, 1).unwrap(), ["b", ""]);
    assert_eq!(case.row(id, 2).unwrap_err().to_string(), format!("Row 2 of snapshot {id} is not in this case"));
    assert!(matches!(case.row(id, u64::MAX), Err(CaseError::NoSuchRecord { .. })));
}

#[test]
fn a_segment_with_other_columns_or_rows_is_refused() {
    let mut fixture = Fixture::small();
    let mut import = fixture.file.begin_import().unwrap();
    let id = SnapshotId(import.fresh_id(RecordKind::Snapshot));
    let shot = |rows| fixtures::snapshot(id, ImportId(2), "membres", EvidenceId(1), &["nom", "courriel"], rows);
    assert!(matches!(import.put_snapshot(shot(1), vec![fixtures::segment(0, &[["only one"]])]), Err(CaseError::Table(_))));
    assert!(matches!(import.put_snapshot(shot(2), vec![fixtures::segment(0, &[["a", "b"]])]), Err(CaseError::Table(_))));
    let twice = vec![fixtures::segment(0, &[["a", "b"]]), fixtures::segment(0, &[["a", "b"]])];
    assert!(matches!(import.put_snapshot(shot(2), twice), Err(CaseError::Table(_))));
}

#[test]
fn the_same_bytes_are_stored_once_and_every_occurrence_is_kept() {
    let mut fixture = Fixture::empty();
    // Two chunks and a bit.
    let bytes: Vec<u8> = (0_u32..2_200_000).map(|n| (n.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    let (one, two) = (fixture.write("un.bin", &bytes), fixture.write("deux.bin", &bytes));
    let other = fixture.write("trois.bin", &bytes[1..]);
    let mut import = fixture.file.begin_import().unwrap();
    let first = import.add_evidence(&one, "application/octet-stream", "reçu", &Unwatched).unwrap();
    let again = import.add_evidence(&two, "application/octet-stream", "trouvé", &Unwatched).unwrap();
    let third = import.add_evidence(&other, "application/octet-stream", "", &Unwatched).unwrap();
    assert_eq!((first.is_new, again.is_new, third.is_new), (true, false, true));
    assert_eq!(again.evidence, first.evidence);
    let id = first.evidence.id;

    // Readable before the commit, from any place.
    let mut reader = import.open_evidence(id).unwrap();
    let mut read = Vec::new();
    reader.read_to_end(&mut read).unwrap();
    assert!(read == bytes);
    reader.seek(SeekFrom::End(-3)).unwrap();
    read.clear();
    reader.read_to_end(&mut read).unwrap();
    assert_eq!(read, bytes[bytes.len() - 3..]);
    import.commit().unwrap();

    let case = fixture.file.case();
    assert_eq!(case.contents().evidence.iter().map(|it| it.name.as_str()).collect::<Vec<_>>(), ["un.bin", "trois.bin"]);
    let across = (1 << 20) - 2;
    assert_eq!(case.evidence_bytes(id, across, 4).unwrap(), bytes[across as usize..across as usize + 4]);
    assert_eq!(case.evidence_bytes(id, bytes.len() as u64 - 1, 10).unwrap().len(), 1);
    assert_eq!(case.evidence_bytes(id, u64::MAX, 10).unwrap(), Vec::<u8>::new());
    let occurrences = case.occurrences(id).unwrap();
    assert_eq!(occurrences.iter().map(|it| (it.name.as_str(), it.method.as_str())).collect::<Vec<_>>(), [("un.bin", "reçu"), ("deux.bin", "trouvé")]);
    assert_eq!(occurrences[1].path, two);
    assert!(matches!(case.evidence_bytes(EvidenceId(99), 0, 1), Err(CaseError::NoSuchRecord { .. })));
}

#[test]
fn evidence_stays_in_sight_as_long_as_one_import_that_gave_it_stands() {
    let mut fixture = Fixture::empty();
    let path = fixture.write("a.csv", b"same");
    let mut give = || {
        let mut import = fixture.file.begin_import().unwrap();
        import.add_evidence(&path, "text/csv", "", &Unwatched).unwrap();
        import.commit().unwrap()
    };
    let (first, second) = (give(), give());
    fixture.file.apply(Edit::Withdraw { import: first }).unwrap();
    assert_eq!(fixture.file.case().contents().evidence.len(), 1);
    fixture.file.apply(Edit::Withdraw { import: second }).unwrap();
    assert_eq!(fixture.file.case().contents().evidence.len(), 0);
    assert_eq!(fixture.file.case().evidence_bytes(EvidenceId(1), 0, 9).unwrap(), b"same");
}

#[test]
fn cancelling_while_a_file_is_stored_keeps_nothing_of_it() {
    let mut fixture = Fixture::empty();
    let path = fixture.write("a.bin", &vec![7; 3_000_000]);
    let mut import = fixture.file.begin_import().unwrap();
    let cancelled = Cancellable::default();
    cancelled.cancel();
    assert!(matches!(import.add_evidence(&path, "application/octet-stream", "", &cancelled), Err(CaseError::Cancelled)));
    assert_eq!(import.contents().evidence, []);
    import.commit().unwrap();
    assert_eq!(fixture.file.case().contents().evidence, []);
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
fn a_folder_given_as_evidence_is_refused() {
    let mut fixture = Fixture::empty();
    let folder = fixture.folder.path().to_owned();
    let mut import = fixture.file.begin_import().unwrap();
    assert!(matches!(import.add_evidence(&folder, "", "", &Unwatched), Err(CaseError::Io { .. })));
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

#[test]
fn a_file_over_one_gibibyte_stays_where_it_is_and_is_known_by_its_digest() {
    let mut fixture = Fixture::empty();
    let path = fixture.folder.path().join("huge.mbox");
    // A hole: it takes no room on the disk.
    std::fs::File::create(&path).unwrap().set_len((1 << 30) + 1).unwrap();
    let mut import = fixture.file.begin_import().unwrap();
    let evidence = import.add_evidence(&path, "application/mbox", "", &Unwatched).unwrap().evidence;
    assert!(!evidence.is_embedded);
    assert_eq!(evidence.size, (1 << 30) + 1);
    let mut reader = import.open_evidence(evidence.id).unwrap();
    reader.seek(SeekFrom::End(-2)).unwrap();
    assert_eq!(reader.read_to_end(&mut Vec::new()).unwrap(), 2);
    import.commit().unwrap();
    assert!(std::fs::metadata(fixture.path()).unwrap().len() < 1 << 20);
    std::fs::remove_file(&path).unwrap();
    assert!(matches!(fixture.file.case().evidence_bytes(evidence.id, 0, 1), Err(CaseError::Io { .. })));
    let report = fixture.file.case().verify(&Unwatched).unwrap();
    assert!(report.is_sound(), "{report:#?}");
    assert_eq!(report.notes, ["Evidence E1 'huge.mbox' is kept outside the case and is not where it was; its digest could not be checked."]);
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
    let fixture = fixture.reopen();
    println!("imported in {imported:?}, closed and opened again in {:?}", started.elapsed() - imported);
    let case = fixture.file.case();
    assert_eq!((case.contents().recipients.len(), case.contents().snapshots.len()), (count, 5));
    assert_eq!(case.row(case.contents().snapshots[4].id, 12_499).unwrap(), ["Locataire 12499", "locataire12499@valmont.example"]);
}
