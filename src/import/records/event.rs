//! Dated events.

use super::Cells;
use crate::model::Event;
use jiff::tz::TimeZone;

/// A dated event; one without a date goes to the "no date" tray.
pub fn event(cells: Cells<'_>, zone: &TimeZone) -> Result<Event, String> {
    let _ = (cells, zone);
    todo!()
}
