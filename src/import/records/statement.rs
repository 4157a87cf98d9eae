//! What recipients say they gave to whom.

use super::{Cells, read};
use crate::model::{Field, ImportId, RecipientId, SourceId, Statement, StatementId};
use crate::normalise;

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
pub fn statement(cells: Cells<'_>) -> Result<(Witness, Statement), String> {
    let (id, email, phone) = (cells.text(Field::RecipientId), cells.text(Field::Email), cells.text(Field::Phone));
    let witness = Witness {
        id: Some(id).filter(|id| !id.is_empty()).map(RecipientId::from),
        email: normalise::email(email).map(|email| email.key),
        phone: normalise::phone(phone),
    };
    if witness == Witness::default() {
        let what = match (email, phone) {
            ("", "") => "The row does not say whose statement it is; fill in recipient_id, email or phone".to_owned(),
            ("", phone) => {
                format!("{}, {phone:?} is no telephone number; correct it or name the recipient by another field", cells.place(Field::Phone))
            }
            (email, _) => format!("{}, {email:?} is no e-mail address; correct it or name the recipient by another field", cells.place(Field::Email)),
        };
        return Err(what);
    }
    let source = SourceId::from(cells.needed(Field::Source, "the source")?);
    let reliability = cells.read(Field::Reliability, "a number between 0 and 1, such as 0,9", read::decimal)?.unwrap_or(DEFAULT_RELIABILITY);
    if !(reliability > 0.0 && reliability < 1.0) {
        let text = cells.text(Field::Reliability);
        return Err(format!(
            "{}, the reliability {text} is not between 0 and 1, both left out; write for instance 0,9",
            cells.place(Field::Reliability)
        ));
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
