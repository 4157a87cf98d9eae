//! Dated events.

use super::{Cells, read};
use crate::model::{Event, EventId, Field, ImportId, Said};
use crate::said;
use jiff::tz::TimeZone;

/// A dated event; one without a date goes to the "no date" tray.
///
/// # Errors
/// A reason to reject the row.
pub fn event(cells: Cells<'_>, zone: &TimeZone) -> Result<Event, Said> {
    let title = cells.needed(Field::Title, said!("remarks-the-title"))?.to_owned();
    Ok(Event {
        id: EventId::default(),
        import: ImportId::default(),
        at: cells.moment(Field::At, zone)?.map(|moment| moment.day),
        title,
        kind: cells.read(Field::Kind, || said!("remarks-means-event"), read::event_kind)?.unwrap_or_default(),
        note: cells.owned(Field::Note),
    })
}
