//! What the case stores byte for byte: evidence and the rows of snapshots.

use super::fixtures::{self, Fixture};
use sourcier::case::{CaseError, Edit, Record, RecordKind};
use sourcier::job::{Cancellable, Unwatched};
use sourcier::model::{EvidenceId, ImportId, SnapshotId};
use std::io::{Read as _, Seek as _, SeekFrom};

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
fn a_folder_given_as_evidence_is_refused() {
    let mut fixture = Fixture::empty();
    let folder = fixture.folder.path().to_owned();
    let mut import = fixture.file.begin_import().unwrap();
    assert!(matches!(import.add_evidence(&folder, "", "", &Unwatched), Err(CaseError::Io { .. })));
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
fn rows_stored_segment_by_segment_are_the_rows_stored_at_once_and_can_be_read_in_parts() {
    let mut fixture = Fixture::small();
    let mut import = fixture.file.begin_import().unwrap();
    let ids = [(); 2].map(|()| SnapshotId(import.fresh_id(RecordKind::Snapshot)));
    let frames = [fixtures::segment(0, &[["a", "a@x.example"], ["b", ""]]), fixtures::segment(3, &[["d", "d@x.example"]])];
    let shot = |id| fixtures::snapshot(id, ImportId(2), "membres", EvidenceId(1), &["nom", "courriel"], 3);
    import.put_snapshot(shot(ids[0]), frames.to_vec()).unwrap();
    let mut rows = import.begin_snapshot(ids[1]);
    rows.push(&frames[0]).unwrap();
    import.put(Record::Recipient(fixtures::recipient("r9", import.id(), "zoe@valmont.example"))).unwrap();
    rows.push(&frames[1]).unwrap();
    import.finish_snapshot(shot(ids[1]), rows).unwrap();
    import.commit().unwrap();
    let case = fixture.file.case();
    assert_eq!(case.segment_count(ids[1]).unwrap(), 2);
    let (at_once, in_parts) = (case.segments(ids[0]).unwrap(), case.segments(ids[1]).unwrap());
    assert!(at_once.iter().zip(&in_parts).all(|(one, other)| one.equals_missing(other)));
    assert!(case.segment(ids[1], 1).unwrap().equals_missing(&frames[1]));
    let keys = case.segment_columns(ids[1], 0, &["row", "key.email"]).unwrap();
    assert_eq!(keys.get_column_names(), ["row", "key.email"]);
    assert_eq!(keys.column("row").unwrap().u32().unwrap().into_no_null_iter().collect::<Vec<_>>(), [0, 1]);
    assert!(matches!(case.segment(ids[1], 2), Err(CaseError::NoSuchRecord { .. })));
    assert!(matches!(case.segment_columns(ids[1], 0, &["key.colour"]), Err(CaseError::Table(_))));
}

#[test]
fn of_rows_that_were_not_finished_nothing_stays() {
    let mut fixture = Fixture::small();
    let mut import = fixture.file.begin_import().unwrap();
    let id = SnapshotId(import.fresh_id(RecordKind::Snapshot));
    let frame = fixtures::segment(0, &[["a", "a@x.example"]]);
    let begun = |import: &sourcier::case::ImportTransaction<'_>| {
        let mut rows = import.begin_snapshot(id);
        rows.push(&frame).unwrap();
        rows
    };
    drop(begun(&import));
    let shot = |rows| fixtures::snapshot(id, ImportId(2), "membres", EvidenceId(1), &["nom", "courriel"], rows);
    let rows = begun(&import);
    assert!(matches!(import.finish_snapshot(shot(2), rows), Err(CaseError::Table(_))));
    let rows = begun(&import);
    import.finish_snapshot(shot(1), rows).unwrap();
    import.commit().unwrap();
    assert_eq!(fixture.file.case().segment_count(id).unwrap(), 1);
    let (_folder, path) = fixture.close();
    let report = sourcier::case::verify(&path, None).unwrap();
    assert!(report.is_sound(), "{report:#?}");
    assert_eq!(report.segments, 2);
}

#[test]
fn a_snapshot_that_is_there_already_keeps_its_rows() {
    let mut fixture = Fixture::small();
    let import = fixture.file.begin_import().unwrap();
    let mut rows = import.begin_snapshot(SnapshotId(1));
    assert!(matches!(rows.push(&fixtures::segment(0, &[["a", "a@x.example"]])), Err(CaseError::Database(_))));
    drop(rows);
    import.commit().unwrap();
    assert_eq!(fixture.file.case().row(SnapshotId(1), 0).unwrap()[0], "Ada Vance");
}
