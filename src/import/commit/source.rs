//! States of sources: their rows are streamed into segments, because they may be millions.

use super::gather::Notes;
use super::sealing::{self, Sealing};
use super::tables::LOOKED_AT;
use super::{Counts, Desk};
use crate::attribute::fingerprint::canary::SeedMarks;
use crate::case::{RecordKind, SnapshotWriter};
use crate::import::mapping::{DateOrders, Resolved, resolve};
use crate::import::sealed::{Sealer, is_sealed_header};
use crate::import::source_table::Builder;
use crate::import::{ImportError, Request, Sheet, Sink, detect_in};
use crate::job::Progress;
use crate::model::{Arg, DateOrder, ImportKind, Mapping, Message, Said, Snapshot, SnapshotId, SourceId};
use crate::said;
use std::ops::ControlFlow;

impl Desk<'_, '_> {
    /// How the latest state of this source was read.
    fn remembered(&self, source: &SourceId) -> Option<Remembered> {
        let snapshots = self.transaction.contents().snapshots.iter().filter(|snapshot| &snapshot.source == source);
        snapshots.max_by_key(|snapshot| snapshot.id).map(|snapshot| Remembered {
            label: snapshot.label(),
            mapping: snapshot.mapping.clone(),
            dates: snapshot.dates,
        })
    }

    /// Imports a state of a source. Its rows are streamed into segments: they may be millions.
    pub(super) fn source(&mut self, request: &Request) -> Result<(), ImportError> {
        let format = detect_in(request.original(), request.kind)?;
        let source = self.source_of(request)?;
        let sealing = self.sealing(&source, request, format.as_ref())?;
        let evidence = if sealing.as_ref().is_some_and(|sealing| sealing.is_withheld) {
            self.transaction.withhold_evidence(request.original(), format.media_type(), &request.method, self.progress)?.evidence
        } else {
            self.store(request, format.as_ref())?
        };
        let id = SnapshotId(self.transaction.fresh_id(RecordKind::Snapshot));
        let remembered = if sealing.is_some() { None } else { self.remembered(&source) };
        let mut rows = SourceRows::new(request, remembered, self.transaction.begin_snapshot(id), self.progress);
        rows.sealing = sealing;
        self.stream(request, format.as_ref(), &evidence, &mut rows)?;
        if self.progress.is_cancelled() {
            return Err(ImportError::Cancelled);
        }
        let SourceRows { mut sheet, resolved, table, mut notes, failure, sealing, lost, seeded, .. } = rows.finish()?;
        if let Some(failure) = failure {
            return Err(failure);
        }
        let Some(table) = table else { return Err(ImportError::Empty { path: request.path.clone() }) };
        let (table, writer) = table.finish()?;
        notes.warnings.extend(table.warnings);
        let is_sealed = sealing.is_some();
        if let Some(sealing) = sealing {
            for sentence in sealing.told(&evidence, lost) {
                notes.warn(None, sentence);
            }
            self.columns_of(&source, &sheet.header, &sealing)?;
            sheet.header = sealing.sealer().map(Sealer::columns).unwrap_or_default();
        }
        for (line, column, value) in seeded {
            let after = if is_sealed { said!("remarks-seeded-sealed") } else { said!("remarks-seeded-clear") };
            self.flags.tell(Some(line), said!("remarks-seeded", column = Arg::quoted(column), value = Arg::quoted(value), after = after));
        }
        let counts = Counts { imported: table.rows, duplicates: 0 };
        let (mapping, dates) = resolved.map(|resolved| (resolved.mapping, resolved.dates.order)).unwrap_or_default();
        let snapshot = Snapshot {
            id,
            import: self.transaction.id(),
            source,
            as_of: request.as_of.clone(),
            evidence: evidence.id,
            sheet: (!sheet.name.is_empty()).then(|| sheet.name.clone()),
            columns: sheet.header,
            dates,
            mapping,
            rows: table.rows,
        };
        self.transaction.finish_snapshot(snapshot, writer)?;
        self.account(request, evidence.id, sheet.format, counts, notes)
    }
}

/// How the latest state of a source was read, for the next one.
#[derive(Clone, Debug)]
struct Remembered {
    label: String,
    mapping: Mapping,
    dates: DateOrder,
}

/// Rows of a source on their way into segments. The mapping is decided on the first thousand.
struct SourceRows<'r> {
    request: &'r Request,
    remembered: Option<Remembered>,
    progress: &'r dyn Progress,
    sheet: Sheet,
    /// Rows before the mapping is decided; `None` holds the place of one that was rejected.
    waiting: Vec<Option<(u64, Vec<String>)>>,
    resolved: Option<Resolved>,
    /// Where the rows will go, until then.
    unused: Option<SnapshotWriter>,
    table: Option<Builder<SnapshotWriter>>,
    notes: Notes,
    failure: Option<ImportError>,
    /// How its rows are sealed, if they are.
    sealing: Option<Sealing>,
    /// Identifiers that could not be used for a sealed row.
    lost: u64,
    /// By which columns a row can be marked as seeded, and the rows that are: line, column, cell.
    marks: SeedMarks,
    seeded: Vec<(u64, String, String)>,
}

impl<'r> SourceRows<'r> {
    fn new(request: &'r Request, remembered: Option<Remembered>, writer: SnapshotWriter, progress: &'r dyn Progress) -> Self {
        Self {
            request,
            remembered,
            progress,
            sheet: Sheet::default(),
            waiting: Vec::new(),
            resolved: None,
            unused: Some(writer),
            table: None,
            notes: Notes::default(),
            failure: None,
            sealing: None,
            lost: 0,
            marks: SeedMarks::default(),
            seeded: Vec::new(),
        }
    }

    /// Decides the mapping and lets the waiting rows through.
    fn decide(&mut self) -> Result<(), ImportError> {
        if self.table.is_some() || self.sheet.header.is_empty() {
            return Ok(());
        }
        let resolved = self.resolve()?;
        let Some(writer) = self.unused.take() else { return Ok(()) };
        let (resolved, builder) = if let Some(sealer) = self.sealing.as_ref().and_then(Sealing::sealer) {
            (sealer.resolved(), Builder::sealed(&sealer.resolved(), sealer.columns().len(), writer))
        } else {
            let builder = Builder::new(&resolved, self.sheet.header.len(), writer);
            (resolved, builder)
        };
        self.resolved = Some(resolved);
        self.table = Some(builder);
        for waiting in std::mem::take(&mut self.waiting) {
            match waiting {
                Some((line, row)) => self.take(line, row),
                None => self.skip(),
            }?;
        }
        Ok(())
    }

    /// Which column is which; for a table that is to be sealed, what its sealed rows are made of.
    fn resolve(&mut self) -> Result<Resolved, ImportError> {
        let header = &self.sheet.header;
        if self.sealing.as_ref().is_some_and(|sealing| sealing.sealer().is_some()) {
            return Ok(Resolved::default());
        }
        if self.sealing.is_none() && is_sealed_header(header) {
            return Err(sealing::needs_key(header, self.request));
        }
        let sample: Vec<Vec<String>> = self.waiting.iter().flatten().map(|(_, row)| row.clone()).collect();
        let remembered_order = self.remembered.as_ref().map(|state| state.dates);
        let mapping = self.mapping();
        let order = DateOrders { chosen: self.request.reading.dates, remembered: remembered_order };
        let resolved = resolve(&self.sheet.header, &sample, ImportKind::Source, &mapping, order)?;
        for remark in &resolved.remarks {
            self.notes.warn(None, remark.clone());
        }
        if let Some(sealing) = &mut self.sealing {
            sealing.seal(&self.sheet.header, &resolved, self.request)?;
        }
        Ok(resolved)
    }

    /// The mapping to start from: the user's, else that of the source's latest state if this table has its columns.
    fn mapping(&mut self) -> Mapping {
        let Some(remembered) = self.remembered.take().filter(|_| self.request.mapping.0.is_empty()) else { return self.request.mapping.clone() };
        let missing: Vec<&str> = remembered.mapping.0.values().filter(|column| !self.sheet.header.contains(column)).map(String::as_str).collect();
        if missing.is_empty() {
            self.notes.warn(None, said!("remarks-remembered", of = &remembered.label));
            return remembered.mapping;
        }
        let what = said!("remarks-remembered-misfit", of = &remembered.label, missing = missing);
        self.notes.warn(None, what);
        Mapping::default()
    }

    fn take(&mut self, line: u64, cells: Vec<String>) -> Result<(), ImportError> {
        if self.table.is_some()
            && let Some(at) = self.marks.in_row(&cells)
        {
            self.seeded.push((line, self.sheet.header[at].clone(), cells[at].clone()));
        }
        if let Some(builder) = &mut self.table {
            let Some(sealer) = self.sealing.as_ref().and_then(Sealing::sealer) else { return Ok(builder.push(line, cells)?) };
            let row = sealer.row(&cells);
            self.lost += sealer.unusable(&cells, &row) as u64;
            return Ok(builder.push(line, row)?);
        }
        self.waiting.push(Some((line, cells)));
        if self.waiting.len() >= LOOKED_AT { self.decide() } else { Ok(()) }
    }

    /// A rejected row keeps its place, so that row numbers are those of the file.
    fn skip(&mut self) -> Result<(), ImportError> {
        if let Some(builder) = &mut self.table {
            return Ok(builder.skip()?);
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
        self.marks = SeedMarks::of(&sheet.header);
        self.sheet = sheet;
        self.go_on()
    }

    fn row(&mut self, line: u64, cells: Vec<String>) -> ControlFlow<()> {
        if let Err(error) = self.take(line, cells) {
            self.failure = Some(error);
        }
        self.go_on()
    }

    fn reject(&mut self, line: Option<u64>, reason: Said) -> ControlFlow<()> {
        self.notes.reject(line, reason);
        if line.is_some()
            && let Err(error) = self.skip()
        {
            self.failure = Some(error);
        }
        self.go_on()
    }

    fn warn(&mut self, line: Option<u64>, what: Said) {
        self.notes.warn(line, what);
    }
}
