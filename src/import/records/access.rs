//! Lines of an access log.

use super::{Cells, read};
use crate::model::{AccessEvent, AccessId, Field, ImportId, PersonId, SourceId};
use jiff::tz::TimeZone;

/// A line of an access log. `zone` is where a time with an offset is turned into a day.
///
/// # Errors
/// A reason to reject the row.
pub fn access(cells: Cells<'_>, zone: &TimeZone) -> Result<AccessEvent, String> {
    let source = SourceId::from(cells.needed(Field::Source, "the source")?);
    cells.needed(Field::At, "the date")?;
    let at = cells.moment(Field::At, zone)?.ok_or_else(|| format!("{}, the date is missing; fill it in", cells.place(Field::At)))?;
    let person = PersonId::from(cells.needed(Field::Person, "the person")?);
    cells.needed(Field::Action, "the action")?;
    let known = "view, export, send or transfer (consultation, export, envoi, transmission)";
    let action = cells
        .read(Field::Action, known, read::action)?
        .ok_or_else(|| format!("{}, the action is missing; fill it in", cells.place(Field::Action)))?;
    Ok(AccessEvent {
        id: AccessId::default(),
        import: ImportId::default(),
        source,
        at: at.day,
        person,
        action,
        rows: cells.read(Field::Rows, "a whole number", read::count)?,
        note: cells.owned(Field::Note),
    })
}
