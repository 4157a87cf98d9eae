//! Lines of an access log.

use super::{Cells, read};
use crate::model::{AccessEvent, AccessId, Field, ImportId, PersonId, Said, SourceId};
use crate::said;
use jiff::tz::TimeZone;

/// A line of an access log. `zone` is where a time with an offset is turned into a day.
///
/// # Errors
/// A reason to reject the row.
pub fn access(cells: Cells<'_>, zone: &TimeZone) -> Result<AccessEvent, Said> {
    let source = SourceId::from(cells.needed(Field::Source, said!("remarks-the-source"))?);
    cells.needed(Field::At, said!("remarks-the-date"))?;
    let at =
        cells.moment(Field::At, zone)?.ok_or_else(|| said!("remarks-missing", place = cells.place(Field::At), what = said!("remarks-the-date")))?;
    let person = PersonId::from(cells.needed(Field::Person, said!("remarks-the-person"))?);
    cells.needed(Field::Action, said!("remarks-the-action"))?;
    let action = cells
        .read(Field::Action, || said!("remarks-write-action"), read::action)?
        .ok_or_else(|| said!("remarks-missing", place = cells.place(Field::Action), what = said!("remarks-the-action")))?;
    Ok(AccessEvent {
        id: AccessId::default(),
        import: ImportId::default(),
        source,
        at: at.day,
        person,
        action,
        rows: cells.read(Field::Rows, || said!("remarks-write-whole"), read::count)?,
        note: cells.owned(Field::Note),
    })
}
