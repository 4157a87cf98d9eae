//! A neutral questionnaire for people who may know where their address came from: a table to be filled in and read back ([`table`]), and a form to print
//! per person ([`form`]).
//!
//! Neutral means: everybody is asked about every file of the case, in the order of their names, with "none of these" and "do not know"; neither the
//! leading file nor what the answer would change is told. Whom to ask is decided elsewhere.

mod form;
mod table;
#[cfg(test)]
mod tests;

pub use form::form;
pub use table::{hint, table};

use crate::link::full_name;
use crate::model::{Contents, Recipient, RecipientId, Source};
use crate::normalise::words;

/// Whom to ask, and about what.
#[derive(Clone, Debug, PartialEq)]
pub struct Questionnaire<'c> {
    /// By id.
    pub people: Vec<&'c Recipient>,
    /// By what they are called, controller first.
    pub files: Vec<&'c Source>,
}

impl<'c> Questionnaire<'c> {
    /// A questionnaire for these people, each once; whoever is not in the case is left out.
    pub fn new(contents: &'c Contents, people: &[RecipientId]) -> Self {
        let mut people: Vec<&Recipient> = people.iter().filter_map(|id| contents.recipient(id)).collect();
        people.sort_by(|a, b| a.id.cmp(&b.id));
        people.dedup_by(|a, b| a.id == b.id);
        let mut files: Vec<&Source> = contents.sources.iter().collect();
        files.sort_by_cached_key(|source| (words(&file_name(source)), source.id.clone()));
        Self { people, files }
    }

    /// Whether there is nobody to ask or nothing to ask about.
    pub fn is_empty(&self) -> bool {
        self.people.is_empty() || self.files.is_empty()
    }
}

/// Whose file it is, as the person asked knows it: « Parti Exemple — Fichier des adhérents ».
fn file_name(source: &Source) -> String {
    let name = if source.name.trim().is_empty() { source.id.as_str() } else { source.name.trim() };
    if source.controller.trim().is_empty() { name.to_owned() } else { format!("{} — {name}", source.controller.trim()) }
}

/// The address, number or name the question is about.
fn contact(recipient: &Recipient) -> String {
    let identity = &recipient.identity;
    let given = [&identity.email, &identity.phone].into_iter().find(|text| !text.trim().is_empty());
    given.map_or_else(|| postal(recipient), |text| text.trim().to_owned())
}

fn postal(recipient: &Recipient) -> String {
    let identity = &recipient.identity;
    let join = |parts: &[&String], by: &str| {
        let parts: Vec<&str> = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
        parts.join(by)
    };
    let street = join(&[&identity.street_number, &identity.street], " ");
    let town = join(&[&identity.postcode, &identity.city], " ");
    join(&[&street, &town], ", ")
}

/// What the person is called, if it is known.
fn person(recipient: &Recipient) -> String {
    let name = full_name(&recipient.identity);
    if name.is_empty() { recipient.rendered_name.trim().to_owned() } else { name }
}
