//! Tables: recipients, rosters, statements, access logs, events; and the rows of sources, which are streamed.

use super::gather::Notes;
use super::{Counts, Desk, Read};
use crate::case::{CaseError, Record, RecordKind};
use crate::import::mapping::{Resolved, resolve};
use crate::import::records::{self, Cells, RecipientDefaults};
use crate::import::source_table::Builder;
use crate::import::{ImportError, Request, Sheet, Sink, detect};
use crate::job::Progress;
use crate::link::RecipientKeys;
use crate::model::{AccessId, EventId, EvidenceId, ImportKind, Message, PostId, Recipient, RecipientId, Snapshot, SnapshotId, SourceId, StatementId};
use std::ops::ControlFlow;

/// Rows looked at before a mapping is decided.
const LOOKED_AT: usize = 1_000;

impl Desk<'_, '_> {
    /// Imports a table of anything but a source.
    pub(super) fn table(&mut self, request: &Request) -> Result<(), ImportError> {
        if request.kind == ImportKind::Recipients {
            return self.recipients_table(request).map(|_ids| ());
        }
        let (table, mut notes) = self.read_table(request)?;
        let mut counts = Counts::default();
        for (at, (line, row)) in table.rows.iter().enumerate() {
            let cells = Cells::new(&table.resolved, row);
            match self.record(request.kind, cells, table.evidence, at as u64) {
                Ok(record) if !self.entries.insert(signature(&record)) => {
                    counts.duplicates += 1;
                    notes.warn(Some(*line), "The same entry is there already; it counts once");
                }
                Ok(record) => {
                    self.transaction.put(record)?;
                    counts.imported += 1;
                }
                Err(reason) => notes.reject(Some(*line), reason),
            }
        }
        self.account(request, table.evidence, table.sheet.format, counts, notes)
    }

    /// Imports a table of recipients and controls; gives the ids of those who received, new or known.
    pub(super) fn recipients_table(&mut self, request: &Request) -> Result<Vec<RecipientId>, ImportError> {
        let (table, mut notes) = self.read_table(request)?;
        let defaults = RecipientDefaults {
            zone: self.zone.clone(),
            campaign: request.campaign.clone().unwrap_or_else(|| self.campaign.clone()),
            found_by: request.found_by.clone(),
            sigma: request.sigma,
            sent_at: request.sent_at.clone(),
        };
        let mut counts = Counts::default();
        let mut ids = Vec::new();
        for (at, (line, row)) in table.rows.iter().enumerate() {
            let read = records::recipient(Cells::new(&table.resolved, row), &defaults);
            let recipient = match read {
                Ok(recipient) => Recipient { import: self.transaction.id(), evidence: table.evidence, row: at as u64, ..recipient },
                Err(reason) => {
                    notes.reject(Some(*line), reason);
                    continue;
                }
            };
            let received = recipient.received;
            match self.recipient(recipient) {
                Ok((id, is_new)) => {
                    if is_new {
                        counts.imported += 1;
                    } else {
                        counts.duplicates += 1;
                        notes.warn(Some(*line), format!("Exactly the same is said about {id} already; the person counts once"));
                    }
                    if received {
                        ids.push(id);
                    }
                }
                Err(Refused::Taken(id)) => {
                    notes
                        .reject(Some(*line), format!("The id {id:?} belongs to somebody else in this case; give every recipient an id of their own"));
                }
                Err(Refused::Case(error)) => return Err(error.into()),
            }
        }
        self.account(request, table.evidence, table.sheet.format, counts, notes)?;
        Ok(ids)
    }

    fn recipient(&mut self, mut recipient: Recipient) -> Result<(RecipientId, bool), Refused> {
        if let Some(known) = self.people.like(&recipient) {
            return Ok((known.clone(), false));
        }
        if recipient.id.as_str().is_empty() {
            recipient.id = self.people.fresh_id();
        } else if self.people.has(&recipient.id) {
            return Err(Refused::Taken(recipient.id));
        }
        self.people.add(&recipient);
        let id = recipient.id.clone();
        self.transaction.put(Record::Recipient(recipient)).map_err(Refused::Case)?;
        Ok((id, true))
    }

    /// A row as a record with its ids.
    fn record(&mut self, kind: ImportKind, cells: Cells<'_>, evidence: EvidenceId, row: u64) -> Result<Record, String> {
        let import = self.transaction.id();
        match kind {
            ImportKind::Roster => {
                let mut post = records::post(cells)?;
                if let Some(source) = &post.source {
                    self.known_source(source)?;
                }
                post.id = PostId(self.transaction.fresh_id(RecordKind::Post));
                (post.import, post.evidence, post.row) = (import, Some(evidence), row);
                Ok(Record::Post(post))
            }
            ImportKind::AccessLog => {
                let mut access = records::access(cells, &self.zone)?;
                self.known_source(&access.source)?;
                access.id = AccessId(self.transaction.fresh_id(RecordKind::Access));
                access.import = import;
                Ok(Record::Access(access))
            }
            ImportKind::Events => {
                let mut event = records::event(cells, &self.zone)?;
                event.id = EventId(self.transaction.fresh_id(RecordKind::Event));
                event.import = import;
                Ok(Record::Event(event))
            }
            _ => {
                let (witness, mut statement) = records::statement(cells)?;
                self.known_source(&statement.source)?;
                let keys = RecipientKeys { email: witness.email, phone: witness.phone, identifier: None };
                let by_id = witness.id.filter(|id| self.people.has(id));
                let Some(recipient) = by_id.or_else(|| self.people.anywhere(&keys).cloned()) else {
                    return Err(
                        "Whose statement this is cannot be told: no recipient has this id, address or number; import the recipients first".to_owned()
                    );
                };
                statement.recipient = recipient;
                statement.id = StatementId(self.transaction.fresh_id(RecordKind::Statement));
                statement.import = import;
                Ok(Record::Statement(statement))
            }
        }
    }

    fn known_source(&self, source: &SourceId) -> Result<(), String> {
        if self.sources.contains(source) {
            return Ok(());
        }
        let known: Vec<&str> = self.sources.iter().map(SourceId::as_str).collect();
        Err(format!("There is no source {:?} in this case; known sources are {}", source.as_str(), known.join(", ")))
    }

    fn read_table(&mut self, request: &Request) -> Result<(Table, Notes), ImportError> {
        let Read { evidence, gathered } = self.read(request)?;
        let sheet = gathered.sheet.unwrap_or_default();
        let sample: Vec<Vec<String>> = gathered.rows.iter().take(LOOKED_AT).map(|(_, row)| row.clone()).collect();
        let resolved = resolve(&sheet.header, &sample, request.kind, &request.mapping)?;
        let mut notes = gathered.notes;
        for remark in &resolved.remarks {
            notes.warn(None, remark.clone());
        }
        Ok((Table { evidence, sheet, resolved, rows: gathered.rows }, notes))
    }

    /// Imports a state of a source. Its rows are streamed into segments: they may be millions.
    pub(super) fn source(&mut self, request: &Request) -> Result<(), ImportError> {
        let format = detect(&request.path, request.kind)?;
        let evidence = self.store(request, format.as_ref())?;
        let source = self.source_of(request)?;
        let mut rows = SourceRows::new(request, self.progress);
        self.stream(request, format.as_ref(), &evidence, &mut rows)?;
        if self.progress.is_cancelled() {
            return Err(ImportError::Cancelled);
        }
        let SourceRows { sheet, resolved, table, mut notes, failure, .. } = rows.finish()?;
        if let Some(failure) = failure {
            return Err(failure);
        }
        let table = match table {
            Some(builder) => builder.finish().map_err(CaseError::from)?,
            None => return Err(ImportError::Empty { path: request.path.clone() }),
        };
        notes.warnings.extend(table.warnings);
        let counts = Counts { imported: table.rows, duplicates: 0 };
        let snapshot = Snapshot {
            id: SnapshotId(self.transaction.fresh_id(RecordKind::Snapshot)),
            import: self.transaction.id(),
            source,
            as_of: request.as_of.clone(),
            evidence: evidence.id,
            sheet: (!sheet.name.is_empty()).then(|| sheet.name.clone()),
            columns: sheet.header,
            mapping: resolved.map(|resolved| resolved.mapping).unwrap_or_default(),
            rows: table.rows,
        };
        self.transaction.put_snapshot(snapshot, table.segments)?;
        self.account(request, evidence.id, sheet.format, counts, notes)
    }
}

/// What makes two entries the same, whatever their row numbers.
pub(super) fn signature(record: &Record) -> String {
    match record {
        Record::Post(p) => format!("{:?}", (&p.person, &p.post, &p.body, &p.source, &p.from, &p.to)),
        Record::Access(a) => format!("{:?}", (&a.person, &a.source, &a.at, a.action, a.rows, &a.note)),
        Record::Event(e) => format!("{:?}", (&e.at, &e.title, e.kind)),
        Record::Statement(s) => format!("{:?}", (&s.recipient, &s.source, &s.given_on, s.is_exclusive)),
        other => format!("{other:?}"),
    }
}

/// Why a recipient is not taken over.
enum Refused {
    Taken(RecipientId),
    Case(CaseError),
}

/// A table read and mapped.
struct Table {
    evidence: EvidenceId,
    sheet: Sheet,
    resolved: Resolved,
    rows: Vec<(u64, Vec<String>)>,
}

/// Rows of a source on their way into segments. The mapping is decided on the first thousand.
struct SourceRows<'r> {
    request: &'r Request,
    progress: &'r dyn Progress,
    sheet: Sheet,
    /// Rows before the mapping is decided; `None` holds the place of one that was rejected.
    waiting: Vec<Option<(u64, Vec<String>)>>,
    resolved: Option<Resolved>,
    table: Option<Builder>,
    notes: Notes,
    failure: Option<ImportError>,
}

impl<'r> SourceRows<'r> {
    fn new(request: &'r Request, progress: &'r dyn Progress) -> Self {
        Self { request, progress, sheet: Sheet::default(), waiting: Vec::new(), resolved: None, table: None, notes: Notes::default(), failure: None }
    }

    /// Decides the mapping and lets the waiting rows through.
    fn decide(&mut self) -> Result<(), ImportError> {
        if self.table.is_some() || self.sheet.header.is_empty() {
            return Ok(());
        }
        let sample: Vec<Vec<String>> = self.waiting.iter().flatten().map(|(_, row)| row.clone()).collect();
        let resolved = resolve(&self.sheet.header, &sample, ImportKind::Source, &self.request.mapping)?;
        for remark in &resolved.remarks {
            self.notes.warn(None, remark.clone());
        }
        let mut builder = Builder::new(&resolved, self.sheet.header.len());
        for waiting in self.waiting.drain(..) {
            match waiting {
                Some((line, row)) => builder.push(line, row),
                None => builder.skip(),
            }
            .map_err(CaseError::from)?;
        }
        self.resolved = Some(resolved);
        self.table = Some(builder);
        Ok(())
    }

    fn take(&mut self, line: u64, cells: Vec<String>) -> Result<(), ImportError> {
        if let Some(builder) = &mut self.table {
            return builder.push(line, cells).map_err(|error| ImportError::Case(error.into()));
        }
        self.waiting.push(Some((line, cells)));
        if self.waiting.len() >= LOOKED_AT { self.decide() } else { Ok(()) }
    }

    /// A rejected row keeps its place, so that row numbers are those of the file.
    fn skip(&mut self) -> Result<(), ImportError> {
        if let Some(builder) = &mut self.table {
            return builder.skip().map_err(|error| ImportError::Case(error.into()));
        }
        self.waiting.push(None);
        Ok(())
    }

    fn finish(mut self) -> Result<Self, ImportError> {
        if self.failure.is_none() {
            self.decide()?;
        }
        Ok(self)
    }

    fn go_on(&self) -> ControlFlow<()> {
        if self.failure.is_some() || self.progress.is_cancelled() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

impl Sink for SourceRows<'_> {
    fn message(&mut self, _message: Message) -> ControlFlow<()> {
        ControlFlow::Break(())
    }

    fn sheet(&mut self, sheet: Sheet) -> ControlFlow<()> {
        self.sheet = sheet;
        self.go_on()
    }

    fn row(&mut self, line: u64, cells: Vec<String>) -> ControlFlow<()> {
        if let Err(error) = self.take(line, cells) {
            self.failure = Some(error);
        }
        self.go_on()
    }

    fn reject(&mut self, line: Option<u64>, reason: String) -> ControlFlow<()> {
        self.notes.reject(line, reason);
        if line.is_some()
            && let Err(error) = self.skip()
        {
            self.failure = Some(error);
        }
        self.go_on()
    }

    fn warn(&mut self, line: Option<u64>, what: String) {
        self.notes.warn(line, what);
    }
}
