//! Dated events.

use super::{Cells, read};
use crate::model::{Event, EventId, Field, ImportId};
use jiff::tz::TimeZone;

/// A dated event; one without a date goes to the "no date" tray.
///
/// # Errors
/// A reason to reject the row.
pub fn event(cells: Cells<'_>, zone: &TimeZone) -> Result<Event, String> {
    let title = cells.needed(Field::Title, "the title")?.to_owned();
    let known = "election, request, answer, decision or other";
    Ok(Event {
        id: EventId::default(),
        import: ImportId::default(),
        at: cells.moment(Field::At, zone)?.map(|moment| moment.day),
        title,
        kind: cells.read(Field::Kind, known, read::event_kind)?.unwrap_or_default(),
        note: cells.owned(Field::Note),
    })
}
