//! Posts: who held which, and from when to when.

use super::{Cells, read};
use crate::model::{Field, ImportId, PersonId, Post, PostId, Said};
use crate::said;

/// A roster entry. `to` is the last day still in post; empty (or « en cours ») is "not known to have ended".
///
/// # Errors
/// A reason to reject the row.
pub fn post(cells: Cells<'_>) -> Result<Post, Said> {
    let person = PersonId::from(cells.needed(Field::Person, said!("remarks-the-person"))?);
    let (from, to) = (cells.day(Field::From)?, if read::is_ongoing(cells.text(Field::To)) { None } else { cells.day(Field::To)? });
    let starts = from.as_ref().and_then(|day| day.earliest);
    let ends = to.as_ref().and_then(|day| day.latest);
    if let (Some(starts), Some(ends)) = (starts, ends)
        && ends < starts
    {
        let (from, to) = (cells.text(Field::From), cells.text(Field::To));
        return Err(said!("remarks-post-order", end = to, start = from));
    }
    Ok(Post {
        id: PostId::default(),
        import: ImportId::default(),
        evidence: None,
        row: 0,
        person,
        post: cells.owned(Field::Post),
        body: cells.owned(Field::Body),
        source: Some(cells.text(Field::Source)).filter(|text| !text.is_empty()).map(Into::into),
        from,
        to,
        certainty: cells.read(Field::Certainty, || said!("remarks-means-certainty"), read::certainty)?.unwrap_or_default(),
        proof: cells.owned(Field::Proof),
        proof_date: cells.day(Field::ProofDate)?,
        documented: None,
    })
}
