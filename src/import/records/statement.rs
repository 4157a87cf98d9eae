//! What recipients say they gave to whom.

use super::{Cells, read};
use crate::model::{Arg, Field, ImportId, RecipientId, Said, SourceId, Statement, StatementId};
use crate::normalise;
use crate::said;

/// ρ of a statement that does not say (method.md §2).
pub const DEFAULT_RELIABILITY: f64 = 0.9;

/// By what a statement names its recipient: whatever the row gives. The caller looks them up, id first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Witness {
    /// As the recipients table calls them.
    pub id: Option<RecipientId>,
    /// Canonical e-mail address (the key of [`crate::normalise::email`]).
    pub email: Option<String>,
    /// E.164 number.
    pub phone: Option<String>,
}

/// A statement, and whose. `recipient` in it is left empty.
///
/// # Errors
/// A reason to reject the row.
pub fn statement(cells: Cells<'_>) -> Result<(Witness, Statement), Said> {
    let (id, email, phone) = (cells.text(Field::RecipientId), cells.text(Field::Email), cells.text(Field::Phone));
    let witness = Witness {
        id: Some(id).filter(|id| !id.is_empty()).map(RecipientId::from),
        email: normalise::email(email).map(|email| email.key),
        phone: normalise::phone(phone),
    };
    if witness == Witness::default() {
        let what = match (email, phone) {
            ("", "") => said!("remarks-whose-row"),
            ("", phone) => said!("remarks-no-phone", place = cells.place(Field::Phone), text = Arg::quoted(phone)),
            (email, _) => said!("remarks-no-email", place = cells.place(Field::Email), text = Arg::quoted(email)),
        };
        return Err(what);
    }
    let source = SourceId::from(cells.needed(Field::Source, said!("remarks-the-source"))?);
    let reliability = cells.read(Field::Reliability, || said!("remarks-write-reliability"), read::decimal)?.unwrap_or(DEFAULT_RELIABILITY);
    if !(reliability > 0.0 && reliability < 1.0) {
        let text = cells.text(Field::Reliability);
        return Err(said!("remarks-reliability", place = cells.place(Field::Reliability), text = text));
    }
    let statement = Statement {
        id: StatementId::default(),
        import: ImportId::default(),
        recipient: RecipientId::default(),
        source,
        given_on: cells.day(Field::GivenOn)?,
        is_exclusive: cells.yes_no(Field::Exclusive)?.unwrap_or(false),
        reliability,
        is_denied: false,
        given_as: cells.owned(Field::GivenAs),
        note: cells.owned(Field::Note),
    };
    Ok((witness, statement))
}
