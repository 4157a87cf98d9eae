//! A small case in a folder of its own, and the records to put in it. Everything is invented.

use polars::prelude::{Column, DataFrame, DataType, NamedFrom as _, Series};
use sourcier::case::{CaseFile, Edit, Record};
use sourcier::job::Unwatched;
use sourcier::model::{
    AccessAction, AccessEvent, AccessId, Answer, Certainty, DateOrder, Day, Decision, DecisionId, Event, EventId, EventKind, EvidenceId, FoundBy,
    Identity, ImportId, ImportKind, ImportReport, Incident, Label, Mapping, Message, MessageId, Post, PostId, Recipient, Reference, Rejection, Rival,
    RivalId, Snapshot, SnapshotId, Source, SourceKind, Standing, Statement, StatementId, UncertainDay,
};
use std::path::{Path, PathBuf};

/// A case file in a temporary folder, which goes when this is dropped.
pub struct Fixture {
    pub folder: tempfile::TempDir,
    pub file: CaseFile,
}

impl Fixture {
    /// A case without a passphrase and without anything in it.
    pub fn empty() -> Self {
        Self::of(&incident())
    }

    /// The same of this incident.
    pub fn of(incident: &Incident) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = CaseFile::create(&folder.path().join("case.sourcier"), None, incident).unwrap();
        Self { folder, file }
    }

    /// Two recipients, one control, one source with one snapshot of three rows, one message and two posts, all from one import; the third row of the
    /// snapshot is the control's.
    pub fn small() -> Self {
        let mut fixture = Self::empty();
        fixture.import_small();
        fixture
    }

    /// Imports what [`Self::small`] describes.
    pub fn import_small(&mut self) -> ImportId {
        let path = self
            .write("membres.csv", b"nom,courriel\nAda Vance,ada@valmont.example\nBo Renier,bo@valmont.example\nCleo Marsan,cleo@valmont.example\n");
        let mut import = self.file.begin_import().unwrap();
        let id = import.id();
        let evidence = import.add_evidence(&path, "text/csv", "remis par un adhérent", &Unwatched).unwrap().evidence.id;
        import.put(Record::Source(source("membres", id))).unwrap();
        let snapshot_id = SnapshotId(import.fresh_id(sourcier::case::RecordKind::Snapshot));
        let rows = [["Ada Vance", "ada@valmont.example"], ["Bo Renier", "bo@valmont.example"], ["Cleo Marsan", "cleo@valmont.example"]];
        let shot = snapshot(snapshot_id, id, "membres", evidence, &["nom", "courriel"], rows.len());
        import.put_snapshot(shot, vec![segment(0, &rows)]).unwrap();
        for (n, (name, received)) in [("ada", true), ("bo", true), ("cleo", false)].into_iter().enumerate() {
            let mut recipient = recipient(&format!("r{}", n + 1), id, &format!("{name}@valmont.example"));
            (recipient.received, recipient.row, recipient.evidence) = (received, n as u64, evidence);
            import.put(Record::Recipient(recipient)).unwrap();
        }
        let message_id = MessageId(import.fresh_id(sourcier::case::RecordKind::Message));
        import.put(Record::Message(message(message_id, id, evidence))).unwrap();
        for person in ["Dana Orsel", "Elio Brandt"] {
            let post_id = PostId(import.fresh_id(sourcier::case::RecordKind::Post));
            import.put(Record::Post(post(post_id, id, person, Some("membres")))).unwrap();
        }
        import.add_report(report("membres.csv", evidence, 3)).unwrap();
        import.commit().unwrap()
    }

    /// Where the case is.
    pub fn path(&self) -> PathBuf {
        self.file.path().to_owned()
    }

    /// Writes a file beside the case.
    pub fn write(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }

    /// Closes the case and opens it again.
    pub fn reopen(self) -> Self {
        let Self { folder, file } = self;
        let path = file.path().to_owned();
        file.close().unwrap();
        Self { folder, file: CaseFile::open(&path, None).unwrap() }
    }

    /// Closes the case and keeps its folder.
    pub fn close(self) -> (tempfile::TempDir, PathBuf) {
        let Self { folder, file } = self;
        let path = file.path().to_owned();
        file.close().unwrap();
        (folder, path)
    }
}

/// Names of the files of a folder, sorted.
pub fn files_in(folder: &Path) -> Vec<String> {
    let mut names: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

pub fn put(record: Record) -> Edit {
    Edit::Put { record: Box::new(record) }
}

pub fn incident() -> Incident {
    Incident { title: "Lettre aux adhérents".to_owned(), pool: 4_000, ..Incident::default() }
}

pub fn day(year: i16, month: i8, day: i8) -> UncertainDay {
    UncertainDay::exact(Day::constant(year, month, day))
}

pub fn source(id: &str, import: ImportId) -> Source {
    Source {
        id: id.into(),
        import,
        name: "Fichier des adhérents".to_owned(),
        controller: "Parti Exemple".to_owned(),
        purpose: "Gestion des adhésions".to_owned(),
        kind: SourceKind::Held,
        size: Some(3),
        coverage: Some(0.1),
        first_known: Some(Day::constant(2008, 1, 1)),
        columns: vec!["nom".to_owned()],
        ..Source::default()
    }
}

pub fn recipient(id: &str, import: ImportId, email: &str) -> Recipient {
    Recipient {
        id: id.into(),
        import,
        evidence: EvidenceId(1),
        row: 0,
        campaign: "c1".into(),
        identity: Identity { email: email.to_owned(), phone: "06 39 98 12 34".to_owned(), ..Identity::default() },
        received: true,
        sent_on: Some(day(2018, 9, 3)),
        sent_at: Some("2018-09-03T06:00:00Z".parse().unwrap()),
        rendered_name: "Mme VANCE".to_owned(),
        found_by: FoundBy::Circle("membres".into()),
        sigma: Some(20.1),
        is_set_aside: false,
    }
}

pub fn snapshot(id: SnapshotId, import: ImportId, source: &str, evidence: EvidenceId, columns: &[&str], rows: usize) -> Snapshot {
    Snapshot {
        id,
        import,
        source: source.into(),
        dates: DateOrder::DayFirst,
        as_of: Some(day(2010, 1, 15)),
        evidence,
        sheet: None,
        columns: columns.iter().map(|&name| name.to_owned()).collect(),
        mapping: Mapping::default(),
        rows: rows as u64,
    }
}

pub fn message(id: MessageId, import: ImportId, evidence: EvidenceId) -> Message {
    Message {
        id,
        import,
        evidence,
        campaign: "c1".into(),
        format: "eml".to_owned(),
        subject: "Votre \"voix\" — compte\u{a0}!".to_owned(),
        sent_at: Some("2018-09-03T06:00:00.25Z".parse().unwrap()),
        sent_on: Some(day(2018, 9, 3)),
        headers: vec![("Subject".to_owned(), "Votre \"voix\"".to_owned()), ("X".to_owned(), "\u{1}\u{202e}".to_owned())],
        sigma: Some(1.0 / 3.0),
        recipients: vec!["r1".into()],
        warnings: vec!["date without a zone".to_owned()],
        said: Vec::new(),
        ..Message::default()
    }
}

pub fn post(id: PostId, import: ImportId, person: &str, source: Option<&str>) -> Post {
    Post {
        id,
        import,
        evidence: None,
        row: 0,
        person: person.into(),
        post: "Secrétaire".to_owned(),
        body: "Parti Exemple".to_owned(),
        source: source.map(Into::into),
        from: Some(day(2009, 1, 1)),
        to: None,
        certainty: Certainty::Possible,
        proof: "statuts.pdf".to_owned(),
        proof_date: Some(day(2010, 6, 1)),
        documented: None,
    }
}

pub fn statement(id: StatementId, import: ImportId) -> Statement {
    Statement {
        id,
        import,
        recipient: "r1".into(),
        source: "membres".into(),
        given_on: Some(UncertainDay { approximate: true, raw: "vers 2009".to_owned(), ..day(2009, 7, 1) }),
        is_exclusive: true,
        reliability: 0.1 + 0.2,
        is_denied: false,
        given_as: String::new(),
        note: String::new(),
    }
}

pub fn access(id: AccessId, import: ImportId) -> AccessEvent {
    AccessEvent {
        id,
        import,
        source: "membres".into(),
        at: day(2010, 5, 14),
        person: "Dana Orsel".into(),
        action: AccessAction::Export,
        rows: Some(4_100),
        note: "export complet".to_owned(),
    }
}

pub fn event(id: EventId, import: ImportId) -> Event {
    Event { id, import, at: None, title: "Élection municipale".to_owned(), kind: EventKind::Election, note: String::new() }
}

/// A decision by hand on row 0 of snapshot 1.
pub fn decision(id: DecisionId, recipient: &str) -> Decision {
    Decision {
        id,
        import: ImportId(0),
        recipient: recipient.into(),
        snapshot: SnapshotId(1),
        row: 0,
        answer: Answer::Same,
        at: "2026-11-22T10:00:00Z".parse().unwrap(),
        shown: Some(0.1 + 0.2),
        label: Some(Label::Ambiguous),
        is_blind: true,
        note: String::new(),
    }
}

/// An answer by hand to a rival explanation of the mailing `c1`.
pub fn rival(id: RivalId, kind: &str) -> Rival {
    Rival {
        id,
        import: ImportId(0),
        campaign: "c1".into(),
        kind: kind.into(),
        title: String::new(),
        standing: Standing::SpokenAgainst,
        text: "La liste n’a pas de courriels\u{a0}; « vérifié ».".to_owned(),
        references: vec![Reference::Evidence(EvidenceId(1)), Reference::Message(MessageId(1)), Reference::Recipient("r1".into())],
    }
}

/// An account of a file of which everything was taken over but one line.
pub fn report(file: &str, evidence: EvidenceId, imported: u64) -> ImportReport {
    ImportReport {
        import: ImportId(0),
        evidence: Some(evidence),
        file: file.to_owned(),
        kind: ImportKind::Source,
        format: "CSV, UTF-8, « , »".to_owned(),
        found: imported + 1,
        imported,
        duplicates: 0,
        rejections: vec![Rejection { line: Some(9), reason: "The quote is never closed; add the closing quote".to_owned(), said: None }],
        warnings: Vec::new(),
    }
}

/// Rows as a segment, with the second column (if any) as e-mail key. `first` is the number of the first row.
pub fn segment<const N: usize>(first: u32, rows: &[[&str; N]]) -> DataFrame {
    let numbers: Vec<u32> = (first..).take(rows.len()).collect();
    let mut columns = vec![Column::from(Series::new("row".into(), numbers))];
    for n in 0..N {
        let values: Vec<&str> = rows.iter().map(|row| row[n]).collect();
        columns.push(Column::from(Series::new(format!("raw.{n}").as_str().into(), values)));
    }
    for (n, name) in ["key.email", "key.phone", "key.identifier", "key.record"].into_iter().enumerate() {
        let values: Vec<Option<&str>> = rows.iter().map(|row| (n == 0).then(|| row.get(1).copied()).flatten()).collect();
        columns.push(Column::from(Series::new(name.into(), values)));
    }
    for name in ["joined.earliest", "joined.latest", "left.earliest", "left.latest"] {
        columns.push(Column::full_null(name.into(), rows.len(), &DataType::Int32));
    }
    DataFrame::new_infer_height(columns).unwrap()
}
