//! What is understood of a file before anything is stored.

use super::mapping::{Resolved, resolve};
use super::records::{self, Cells, RecipientDefaults};
use super::sealed::{Sealer, is_sealed_header};
use super::source_table::{Builder, Nowhere};
use super::{ImportError, Preview, Request, Sheet, Sink, detect_in, remark, xlsx};
use crate::job::Unwatched;
use crate::model::{Field, ImportKind, Incident, Message, Rejection, Said};
use crate::said;
use crate::words::rejection;
use jiff::tz::TimeZone;
use std::ops::ControlFlow;

/// Rows or messages looked at.
const ROWS: usize = 1_000;
/// Characters of a message's cell that are shown.
const SHOWN: usize = 200;

/// See [`super::preview`].
pub(super) fn preview(request: &Request) -> Result<Preview, ImportError> {
    let path = request.path.as_path();
    let format = detect_in(request.original(), request.kind)?;
    let mut seen = Seen::default();
    format.read(&mut request.open()?, &request.reading, &mut seen, &Unwatched).map_err(|error| error.at(path))?;
    let mut preview = Preview {
        format: seen.sheet.as_ref().map_or_else(|| format.name().to_owned(), |sheet| sheet.format.clone()),
        sheets: seen.sheet.iter().map(|sheet| sheet.name.clone()).collect(),
        rejections: seen.rejections,
        warnings: seen.warnings,
        seen: seen.items,
        is_complete: !seen.has_enough,
        ..Preview::default()
    };
    let Some(sheet) = seen.sheet.take() else {
        preview.header = ["date", "from", "to", "subject"].map(str::to_owned).into();
        preview.rows = seen.messages;
        return Ok(preview);
    };
    if format.media_type() == xlsx::MEDIA_TYPE {
        preview.sheets = xlsx::sheet_names(&mut request.open()?, &Unwatched).map_err(|error| error.at(path))?;
    }
    let (lines, rows): (Vec<u64>, Vec<Vec<String>>) = seen.rows.into_iter().unzip();
    if request.kind == ImportKind::Source && (request.is_hashed || is_sealed_header(&sheet.header)) {
        let sealer = Sealer::received(&sheet.header, &request.mapping);
        let sealer = sealer.map_err(|what| ImportError::Mapping { what, found: sheet.header.clone(), path: path.to_owned() })?;
        let columns = sealer.columns();
        preview.mapping = sealer.resolved().mapping;
        let lost: usize = rows.iter().map(|row| sealer.unusable(row, &sealer.row(row))).sum();
        if lost > 0 {
            preview.remarks.push(said!("remarks-no-hash", n = lost));
        }
        preview.remarks.push(said!("remarks-hashes-read", columns = columns));
        (preview.header, preview.rows) = (sheet.header, rows);
        return Ok(preview);
    }
    let resolved = resolve(&sheet.header, &rows, request.kind, &request.mapping, request.reading.dates.into()).map_err(|error| error.at(path))?;
    try_rows(request, &resolved, sheet.header.len(), &lines, &rows, &mut preview);
    preview.header = sheet.header;
    preview.rows = rows;
    preview.mapping = resolved.mapping;
    preview.dates = resolved.dates;
    preview.remarks = resolved.remarks.into_iter().chain(resolved.reasons).collect();
    preview.rejections.sort_by_key(|rejection| rejection.line);
    Ok(preview)
}

/// Makes records of the rows, only to see which would be refused.
fn try_rows(request: &Request, resolved: &Resolved, columns: usize, lines: &[u64], rows: &[Vec<String>], preview: &mut Preview) {
    // The case's own zone may be another; it moves an instant, never whether a row can be read.
    let zone = TimeZone::get(&Incident::default().timezone).unwrap_or(TimeZone::UTC);
    let defaults = RecipientDefaults {
        zone: zone.clone(),
        campaign: request.campaign.clone().unwrap_or_default(),
        found_by: request.found_by.clone(),
        sigma: request.sigma,
        sent_at: request.sent_at.clone(),
    };
    let mut table = Builder::new(resolved, columns, Nowhere);
    for (line, row) in lines.iter().zip(rows) {
        let cells = Cells::new(resolved, row);
        let outcome = match request.kind {
            ImportKind::Messages => Ok(()),
            ImportKind::Source => table.push(*line, row.clone()).map_err(|error| said!("remarks-not-stored", error = error.to_string())),
            ImportKind::Recipients => records::recipient(cells, &defaults).map(drop),
            ImportKind::Roster => records::post(cells).map(drop),
            ImportKind::Statements if resolved.columns.contains_key(&Field::Answer) => records::asked(cells).map(drop),
            ImportKind::Statements => records::statement(cells).map(drop),
            ImportKind::AccessLog => records::access(cells, &zone).map(drop),
            ImportKind::Events => records::event(cells, &zone).map(drop),
        };
        if let Err(reason) = outcome {
            preview.rejections.push(rejection(Some(*line), reason));
        }
    }
    if let Ok((table, Nowhere)) = table.finish() {
        preview.warnings.extend(table.warnings);
    }
}

/// Keeps the beginning of what a format reads.
#[derive(Default)]
struct Seen {
    sheet: Option<Sheet>,
    rows: Vec<(u64, Vec<String>)>,
    messages: Vec<Vec<String>>,
    rejections: Vec<Rejection>,
    warnings: Vec<Rejection>,
    items: u64,
    has_enough: bool,
}

impl Seen {
    /// Counts an item; the one after the last that is kept only shows that there are more.
    fn count(&mut self) -> ControlFlow<()> {
        if self.items as usize >= ROWS {
            self.has_enough = true;
            return ControlFlow::Break(());
        }
        self.items += 1;
        ControlFlow::Continue(())
    }
}

impl Sink for Seen {
    fn message(&mut self, message: Message) -> ControlFlow<()> {
        self.count()?;
        let people = |list: &[crate::model::Address]| {
            let names: Vec<&str> = list.iter().map(|one| if one.address.is_empty() { one.name.as_str() } else { one.address.as_str() }).collect();
            shortened(&names.join(", "))
        };
        let date = message.sent_at.map_or_else(|| message.date_raw.clone(), |at| at.to_string());
        self.messages.push(vec![shortened(&date), people(&message.from), people(&message.to), shortened(&message.subject)]);
        self.warnings.extend(remark::of_message(&message));
        ControlFlow::Continue(())
    }

    fn sheet(&mut self, sheet: Sheet) -> ControlFlow<()> {
        self.sheet = Some(sheet);
        ControlFlow::Continue(())
    }

    fn row(&mut self, line: u64, cells: Vec<String>) -> ControlFlow<()> {
        self.count()?;
        self.rows.push((line, cells));
        ControlFlow::Continue(())
    }

    fn reject(&mut self, line: Option<u64>, reason: Said) -> ControlFlow<()> {
        self.count()?;
        self.rejections.push(rejection(line, reason));
        ControlFlow::Continue(())
    }

    fn warn(&mut self, line: Option<u64>, what: Said) {
        if self.warnings.len() < ROWS {
            self.warnings.push(rejection(line, what));
        }
    }
}

fn shortened(text: &str) -> String {
    text.chars().take(SHOWN).collect()
}
