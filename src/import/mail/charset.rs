//! From bytes to text: by the label if there is one that holds, else UTF-8, else windows-1252.

use crate::model::{Arg, Said};
use crate::said;
use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};
use mail_parser::decoders::charsets::map::charset_decoder;

/// A text and how it was come by.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::import) struct Decoded {
    /// The text. NUL is shown as U+FFFD.
    pub(in crate::import) text: String,
    /// Code and sentence if the label did not hold or there was none for bytes beyond ASCII.
    pub(in crate::import) doubt: Option<(&'static str, Said)>,
}

/// Decodes `bytes`, labelled `label`.
pub(in crate::import) fn decode(bytes: &[u8], label: Option<&str>) -> Decoded {
    let label = label.map(|label| label.trim().trim_matches(['"', '\''])).filter(|label| !label.is_empty());
    let (text, doubt) = match label {
        None => unlabelled(bytes),
        Some(label) if is_ascii_label(label) => unlabelled(bytes),
        Some(label) => match Encoding::for_label(label.as_bytes()) {
            Some(encoding) if encoding == UTF_8 => utf_8(bytes),
            Some(encoding) if encoding != encoding_rs::REPLACEMENT => {
                let (text, _, is_damaged) = encoding.decode(bytes);
                let doubt = is_damaged.then(|| ("charset_damaged", said!("remarks-charset-damaged-in", encoding = encoding.name())));
                (text.into_owned(), doubt)
            }
            _ => {
                if let Some(decoder) = charset_decoder(label.as_bytes()) {
                    (decoder(bytes), None)
                } else {
                    let (text, _) = unlabelled(bytes);
                    (text, Some(("charset_unknown", said!("remarks-charset-unknown", label = Arg::quoted(label)))))
                }
            }
        },
    };
    let text = if text.contains('\0') { text.replace('\0', "\u{fffd}") } else { text };
    Decoded { text, doubt }
}

fn is_ascii_label(label: &str) -> bool {
    ["us-ascii", "ascii", "ansi_x3.4-1968", "unknown-8bit", "8bit", "x-unknown", "unknown", "default"]
        .iter()
        .any(|name| label.eq_ignore_ascii_case(name))
}

fn unlabelled(bytes: &[u8]) -> (String, Option<(&'static str, Said)>) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.strip_prefix('\u{feff}').unwrap_or(text).to_owned(), None),
        Err(error) if is_cut_character(error, bytes.len()) => (String::from_utf8_lossy(bytes).into_owned(), None),
        Err(_) => (WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(), Some(("charset_guessed", said!("remarks-charset-guessed")))),
    }
}

fn utf_8(bytes: &[u8]) -> (String, Option<(&'static str, Said)>) {
    match std::str::from_utf8(bytes) {
        Ok(text) => (text.strip_prefix('\u{feff}').unwrap_or(text).to_owned(), None),
        // Labelled UTF-8 without one valid sequence beyond ASCII: the label is wrong.
        Err(error) if !is_cut_character(error, bytes.len()) && !has_sequence(bytes) => {
            (WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(), Some(("charset_wrong", said!("remarks-charset-wrong"))))
        }
        Err(_) => (String::from_utf8_lossy(bytes).into_owned(), Some(("charset_damaged", said!("remarks-charset-damaged")))),
    }
}

/// Whether the only fault is a character cut off at the very end.
fn is_cut_character(error: std::str::Utf8Error, length: usize) -> bool {
    error.error_len().is_none() && length - error.valid_up_to() < 4 && error.valid_up_to() > 0
}

fn has_sequence(bytes: &[u8]) -> bool {
    bytes.utf8_chunks().any(|chunk| !chunk.valid().is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_hold_where_they_can() {
        assert_eq!(decode(b"d\xe9j\xe0", Some("ISO-8859-1")).text, "déjà");
        assert_eq!(decode(b"10 \xa4", Some("iso-8859-15")).text, "10 €");
        assert_eq!(decode(b"d\x82j\x85", Some("cp850")).text, "déjà");
        assert_eq!(decode("déjà".as_bytes(), Some("us-ascii")), Decoded { text: "déjà".to_owned(), doubt: None });
    }

    #[test]
    fn bytes_without_a_label_are_utf_8_or_windows_1252_and_the_guess_is_said() {
        let decoded = decode(b"l\x92\xe9lu", None);
        assert_eq!(decoded.text, "l’élu");
        assert_eq!(decoded.doubt.map(|doubt| doubt.0), Some("charset_guessed"));
        assert_eq!(decode(b"l\xe9lu", Some("utf-8")).doubt.map(|doubt| doubt.0), Some("charset_wrong"));
    }

    #[test]
    fn a_nul_never_reaches_the_text() {
        assert_eq!(decode(b"a\0b", None).text, "a\u{fffd}b");
    }
}
