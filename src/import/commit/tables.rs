//! Tables other than those of sources: recipients, rosters, statements, access logs, events.

use super::gather::Notes;
use super::{Counts, Desk, Read};
use crate::case::{CaseError, Record, RecordKind};
use crate::import::mapping::{Resolved, resolve};
use crate::import::records::{self, Cells, RecipientDefaults, Witness};
use crate::import::{ImportError, Request, Sheet};
use crate::link::RecipientKeys;
use crate::model::{AccessId, Arg, EventId, EvidenceId, Field, ImportKind, PostId, Recipient, RecipientId, Said, SourceId, StatementId};
use crate::said;

/// Rows looked at before a mapping is decided.
pub(super) const LOOKED_AT: usize = 1_000;

impl Desk<'_, '_> {
    /// Imports a table of anything but a source.
    pub(super) fn table(&mut self, request: &Request) -> Result<(), ImportError> {
        if request.kind == ImportKind::Recipients {
            return self.recipients_table(request).map(|_ids| ());
        }
        let (table, mut notes) = self.read_table(request)?;
        if request.kind == ImportKind::Statements && table.resolved.columns.contains_key(&Field::Answer) {
            let counts = self.answers(&table, &mut notes)?;
            return self.account(request, table.evidence, table.sheet.format, counts, notes);
        }
        let mut counts = Counts::default();
        for (at, (line, row)) in table.rows.iter().enumerate() {
            let cells = Cells::new(&table.resolved, row);
            match self.record(request.kind, cells, table.evidence, at as u64) {
                Ok(record) if !self.entries.insert(signature(&record)) => {
                    counts.duplicates += 1;
                    notes.warn(Some(*line), said!("remarks-entry-again"));
                }
                Ok(record) => {
                    if let Record::Statement(statement) = &record
                        && statement.is_exclusive
                    {
                        let (of, given_to) = (statement.recipient.as_str(), statement.source.as_str());
                        let what = said!("remarks-flag-statement", of = of, given_to = given_to);
                        self.flags.tell(Some(*line), what);
                    }
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
                        notes.warn(Some(*line), said!("remarks-person-again", of = id.as_str()));
                    }
                    if received {
                        ids.push(id);
                    }
                }
                Err(Refused::Taken(id)) => {
                    notes.reject(Some(*line), said!("remarks-id-taken", of = Arg::quoted(id.as_str())));
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
        self.flags.person(&recipient);
        let id = recipient.id.clone();
        self.transaction.put(Record::Recipient(recipient)).map_err(Refused::Case)?;
        Ok((id, true))
    }

    /// A row as a record with its ids.
    fn record(&mut self, kind: ImportKind, cells: Cells<'_>, evidence: EvidenceId, row: u64) -> Result<Record, Said> {
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
                statement.recipient = self.whose(&witness)?;
                statement.id = StatementId(self.transaction.fresh_id(RecordKind::Statement));
                statement.import = import;
                Ok(Record::Statement(statement))
            }
        }
    }

    /// Whose statement it is: by id first, else by address or number.
    pub(super) fn whose(&self, witness: &Witness) -> Result<RecipientId, Said> {
        let keys = RecipientKeys { email: witness.email.clone(), phone: witness.phone.clone(), identifier: None };
        let by_id = witness.id.clone().filter(|id| self.people.has(id));
        by_id.or_else(|| self.people.anywhere(&keys).cloned()).ok_or_else(|| said!("remarks-whose"))
    }

    pub(super) fn known_source(&self, source: &SourceId) -> Result<(), Said> {
        if self.sources.contains(source) {
            return Ok(());
        }
        let known: Vec<&str> = self.sources.iter().map(SourceId::as_str).collect();
        Err(said!("remarks-source-none", name = Arg::quoted(source.as_str()), known = known))
    }

    fn read_table(&mut self, request: &Request) -> Result<(Table, Notes), ImportError> {
        let Read { evidence, gathered } = self.read(request)?;
        let sheet = gathered.sheet.unwrap_or_default();
        let sample: Vec<Vec<String>> = gathered.rows.iter().take(LOOKED_AT).map(|(_, row)| row.clone()).collect();
        let resolved = resolve(&sheet.header, &sample, request.kind, &request.mapping, request.reading.dates.into())?;
        let mut notes = gathered.notes;
        for remark in &resolved.remarks {
            notes.warn(None, remark.clone());
        }
        Ok((Table { evidence, sheet, resolved, rows: gathered.rows }, notes))
    }
}

/// What makes two entries the same, whatever their row numbers.
pub(super) fn signature(record: &Record) -> String {
    match record {
        Record::Post(p) => format!("{:?}", (&p.person, &p.post, &p.body, &p.source, &p.from, &p.to)),
        Record::Access(a) => format!("{:?}", (&a.person, &a.source, &a.at, a.action, a.rows, &a.note)),
        Record::Event(e) => format!("{:?}", (&e.at, &e.title, e.kind)),
        Record::Statement(s) => format!("{:?}", (&s.recipient, &s.source, &s.given_on, s.is_exclusive, s.is_denied)),
        other => format!("{other:?}"),
    }
}

/// Why a recipient is not taken over.
enum Refused {
    Taken(RecipientId),
    Case(CaseError),
}

/// A table read and mapped.
pub(super) struct Table {
    evidence: EvidenceId,
    sheet: Sheet,
    pub(super) resolved: Resolved,
    pub(super) rows: Vec<(u64, Vec<String>)>,
}
