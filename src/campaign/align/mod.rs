//! The copies of one text laid over each other: what all have is the template, what differs are merge fields, each with a guess of what it is.
//!
//! Every copy is aligned with the *medoid*, the copy most like all others. What is found says which columns the sender's list had; see
//! [`super::columns`]. Which copies belong together is not decided here.

mod changes;
mod guess;
mod placeholders;
mod template;
#[cfg(test)]
mod tests;
mod tokens;

pub use changes::{Change, changes};
pub use template::align;

use crate::model::{Identity, Message};

/// What a merge field holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum FieldKind {
    Civility,
    FirstName,
    LastName,
    FullName,
    Town,
    Postcode,
    Street,
    /// A member, tenancy or customer number.
    Identifier,
    Email,
    Phone,
    Date,
    /// A link with a part made for one copy.
    Link,
    #[default]
    Unknown,
}

/// What a guess rests on, strongest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Basis {
    /// Equal to what is known of the recipient, in so many of so many copies.
    Recipients {
        /// Copies whose value is the recipient's own.
        equal: usize,
        /// Copies whose recipient has such a value.
        of: usize,
    },
    /// The values look like it.
    Values,
    /// The words before it.
    Place,
    /// The name of a blank some copies left unfilled.
    Blank,
    /// Nothing.
    None,
}

/// One copy of a text.
#[derive(Clone, Debug, Default)]
pub struct Copy<'c> {
    /// Subject, without `Re:` and the like; empty if the channel has none.
    pub subject: String,
    /// Body, without what was quoted or added.
    pub body: String,
    /// Who received it, if exactly one person did and something is known of them.
    pub recipient: Option<&'c Identity>,
}

impl<'c> Copy<'c> {
    /// Of a message, and who received it.
    pub fn of(message: &Message, recipient: Option<&'c Identity>) -> Self {
        Self {
            subject: super::text::bare_subject(&message.subject).to_owned(),
            body: super::text::own_text(&message.text, &message.subject),
            recipient,
        }
    }
}

/// The template of a text, with what varies.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alignment {
    /// The subject, piece by piece.
    pub subject: Vec<Piece>,
    /// The body, piece by piece.
    pub body: Vec<Piece>,
    /// What varies, in order: subject first.
    pub fields: Vec<MergeField>,
    /// Copies laid over each other; indices are those of the copies given.
    pub aligned: Vec<usize>,
    /// Copies that differ too much from the others: cut short, rewritten, another text.
    pub left_out: Vec<usize>,
    /// Copies that were not read because there are so many.
    pub unread: usize,
    /// Blanks left unfilled, with the copies they stand in. Sorted by what is written.
    pub unfilled: Vec<Unfilled>,
}

/// A piece of a template.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// The same in every copy, as the medoid writes it.
    Constant(String),
    /// Index into [`Alignment::fields`].
    Field(usize),
    /// A blank that every copy left unfilled, as written.
    Blank(String, FieldKind),
    /// Differs in a copy or two only: a misprint, a remark. As the medoid writes it.
    Deviation(String),
}

/// A span that varies from copy to copy.
#[derive(Clone, Debug, PartialEq)]
pub struct MergeField {
    /// What it holds, as far as can be told.
    pub kind: FieldKind,
    /// What the guess rests on.
    pub basis: Basis,
    /// Copy and value, in order of copies; empty where the copy has nothing there.
    pub values: Vec<(usize, String)>,
    /// How many different values, empty ones not counted.
    pub distinct: usize,
    /// Copies where it is empty though others have something there.
    pub empty: Vec<usize>,
}

/// A blank left unfilled.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unfilled {
    /// As written, « {PRENOM} », or the line that salutes nobody.
    pub written: String,
    /// What it should have held.
    pub kind: FieldKind,
    /// In which copies.
    pub copies: Vec<usize>,
}
