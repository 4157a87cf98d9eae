//! Internet messages (RFC 5322 and MIME), as they really come: with 8-bit headers, missing ends, impossible dates.
//!
//! The structure of a message is walked here and not by `mail-parser`, because the walk has to obey the limits of formats.md §8 (depth, parts, header
//! sizes) and must not trip over odd nestings; from that crate come the reading of `Content-Type` with its RFC 2231 parameters, rare charsets and the
//! plain HTML fallback. Files and slices are not known here: see [`super::eml`] and [`super::mbox`].

mod address;
mod body;
mod charset;
mod date;
mod delivery;
mod encoded_word;
mod forward;
mod header;
mod html;
mod kept;
mod mime;
mod part;
mod read;
mod transfer;

pub(super) use address::list as address_list;
pub(super) use charset::decode as decode_text;
pub(super) use date::{MailDate, in_trusted_range, read as read_date};
pub(super) use header::{KNOWN_FIELDS, looks_like_field, looks_like_header_block};
pub(super) use read::{Origin, read};

use super::remark::coded;
use crate::model::Said;

/// What went wrong with a message or was guessed, each once. A warning begins with a short code, so that scripts need not read sentences.
#[derive(Debug, Default)]
pub(super) struct Warnings(Vec<Said>);

impl Warnings {
    /// Adds a warning unless it is there already.
    pub(super) fn add(&mut self, code: &str, sentence: Said) {
        let warning = coded(code, sentence);
        if !self.0.contains(&warning) && self.0.len() < 200 {
            self.0.push(warning);
        }
    }

    /// All of them, in the order in which they came up.
    pub(super) fn into_said(self) -> Vec<Said> {
        self.0
    }

    /// The same in English.
    #[cfg(test)]
    pub(super) fn into_vec(self) -> Vec<String> {
        super::remark::texts(&self.0)
    }
}
