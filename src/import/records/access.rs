//! Lines of an access log.

use super::Cells;
use crate::model::AccessEvent;
use jiff::tz::TimeZone;

/// A line of an access log. `zone` is where a time with an offset is turned into a day.
pub fn access(cells: Cells<'_>, zone: &TimeZone) -> Result<AccessEvent, String> {
    let _ = (cells, zone);
    todo!()
}
