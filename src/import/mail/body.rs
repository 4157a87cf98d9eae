//! The text of a message: which part it is and what it reads like. HTML becomes text in [`super::html`].

use super::part::{Description, Transfer};
use super::{Warnings, charset, html, transfer};
use crate::said;

/// Encoded bytes of one text that are read. Longer texts are cut and say so: no campaign message comes near.
const TEXT_LIMIT: usize = 2 * 1024 * 1024;

/// One text of a body, decoded.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// The text or the HTML source.
    pub(super) text: String,
    /// Whether it is HTML.
    pub(super) is_html: bool,
}

impl Piece {
    /// Decodes a text part.
    pub(super) fn read(about: &Description, bytes: &[u8], warnings: &mut Warnings) -> Self {
        let bytes = bytes.get(..TEXT_LIMIT).map_or(bytes, |cut| {
            warnings.add("text_cut", said!("remarks-text-cut"));
            cut
        });
        let decoded = match about.transfer {
            Transfer::Identity => charset::decode(bytes, about.charset.as_deref()),
            Transfer::QuotedPrintable => charset::decode(&transfer::quoted_printable(bytes), about.charset.as_deref()),
            Transfer::Base64 => {
                let (bytes, is_damaged) = transfer::base64(bytes);
                if is_damaged {
                    warnings.add("base64_damaged", said!("remarks-base64-damaged"));
                }
                charset::decode(&bytes, about.charset.as_deref())
            }
        };
        if let Some((code, sentence)) = decoded.doubt {
            warnings.add(code, sentence);
        }
        if decoded.text.contains('\u{fffd}') && bytes.contains(&0) {
            warnings.add("nul_bytes", said!("remarks-nul-bytes"));
        }
        Self { text: if decoded.text.contains('\r') { decoded.text.replace("\r\n", "\n") } else { decoded.text }, is_html: about.is("text", "html") }
    }

    fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// Of several versions of one text: the first plain one with something in it, else the last one that has something.
pub(super) fn best(mut choices: Vec<Vec<Piece>>) -> Vec<Piece> {
    let has_text = |pieces: &Vec<Piece>| pieces.iter().any(|piece| !piece.is_blank());
    let plain = choices.iter().position(|pieces| has_text(pieces) && pieces.iter().all(|piece| !piece.is_html));
    match plain.or_else(|| choices.iter().rposition(has_text)) {
        Some(at) => choices.swap_remove(at),
        None => Vec::new(),
    }
}

/// The body as plain text, and the links its HTML holds.
pub(super) fn text(pieces: Vec<Piece>, warnings: &mut Warnings) -> (String, html::Links) {
    let mut whole = String::new();
    let mut links = html::Links::default();
    for piece in pieces {
        let text = if piece.is_html {
            links.collect(&piece.text, warnings);
            html::to_text(&piece.text, warnings)
        } else {
            links.collect_plain(&piece.text);
            piece.text
        };
        let text = text.trim_end();
        if !text.trim().is_empty() {
            if !whole.is_empty() {
                whole.push_str("\n\n");
            }
            whole.push_str(text);
        }
    }
    (whole, links)
}
