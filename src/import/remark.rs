//! What is said of a message: a sentence with a short code before it, so that scripts need not read sentences.

use crate::model::{Message, Rejection, Said};
use crate::said;
use crate::words::{english, rejection};

/// A sentence about a message, with its code.
pub(super) fn coded(code: &str, what: Said) -> Said {
    said!("remarks-coded", code = code, what = what)
}

/// The sentences in English.
pub(super) fn texts(said: &[Said]) -> Vec<String> {
    said.iter().map(english).collect()
}

/// What is said of a message, as notes about the file it stands in.
pub(super) fn of_message(message: &Message) -> Vec<Rejection> {
    message.said.iter().map(|said| rejection(Some(message.index + 1), said.clone())).collect()
}
