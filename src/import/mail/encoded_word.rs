//! Header values as text: unfolded, 8-bit bytes decoded, encoded words (RFC 2047) decoded. Addresses are taken apart in [`super::address`].

use super::{charset, transfer};
use std::borrow::Cow;

/// A raw header value on one line, as text. Bytes beyond ASCII, which a header must not have and often has, are read as UTF-8 or else windows-1252;
/// the flag says whether there were any.
pub(super) fn unfold(raw: &[u8]) -> (String, bool) {
    let is_8bit = !raw.is_ascii();
    let text = match std::str::from_utf8(raw) {
        Ok(text) if !is_8bit => Cow::Borrowed(text),
        _ => Cow::Owned(charset::decode(raw, None).text),
    };
    if memchr::memchr3(b'\n', b'\t', b'\0', text.as_bytes()).is_none() {
        return (text.trim().replace('\r', " "), is_8bit);
    }
    let mut line = String::with_capacity(text.len());
    for part in text.split('\n') {
        let part = part.strip_suffix('\r').unwrap_or(part);
        if line.is_empty() {
            line.push_str(part.trim());
        } else {
            // A fold stands for one space, whatever the indent.
            let part = part.trim();
            if !part.is_empty() {
                line.push(' ');
                line.push_str(part);
            }
        }
    }
    if line.contains(['\t', '\0', '\r']) {
        line = line.replace(['\t', '\r'], " ").replace('\0', "\u{fffd}");
    }
    (line, is_8bit)
}

/// A raw header value, unfolded and decoded.
pub(super) fn header_text(raw: &[u8]) -> String {
    decode(&unfold(raw).0).into_owned()
}

/// One encoded word at the start of a text.
struct Word<'a> {
    charset: &'a str,
    bytes: Vec<u8>,
    length: usize,
}

/// Length of the encoded word `text` begins with.
pub(super) fn word_length(text: &str) -> Option<usize> {
    word(text).map(|word| word.length)
}

/// Longest data of an encoded word that is looked for; RFC 2047 allows 75 characters for the whole word, mailers write several hundred.
const WORD_LIMIT: usize = 4096;

fn word(text: &str) -> Option<Word<'_>> {
    let inside = text.strip_prefix("=?")?;
    let (charset, _) = inside.get(..inside.floor_char_boundary(60))?.split_once('?')?;
    let rest = inside.get(charset.len() + 1..)?;
    let encoding = rest.get(..1)?;
    let rest = rest.get(1..)?.strip_prefix('?')?;
    (!charset.is_empty() && charset.bytes().all(|byte| byte.is_ascii_graphic())).then_some(())?;
    let end = rest.get(..rest.floor_char_boundary(WORD_LIMIT))?.find("?=")?;
    let data = rest.get(..end)?;
    let bytes = match encoding {
        "q" | "Q" => transfer::q_word(data.as_bytes()),
        "b" | "B" => transfer::base64(data.as_bytes()).0,
        _ => return None,
    };
    // RFC 2231 allows a language after the charset.
    let charset = charset.split('*').next().unwrap_or(charset);
    Some(Word { charset, bytes, length: text.len() - rest.len() + end + 2 })
}

/// Decodes the encoded words of a text. The white space between two of them is not part of the text; that between a word and plain text is.
pub(super) fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains("=?") {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    // Neighbours with one charset are decoded together: mailers split characters between them.
    let mut pending: Option<(&str, Vec<u8>)> = None;
    let mut rest = text;
    while !rest.is_empty() {
        let Some(at) = rest.find("=?") else { break };
        let (before, candidate) = rest.split_at(at);
        let Some(Word { charset, bytes, length }) = word(candidate) else {
            flush(&mut decoded, pending.take());
            decoded.push_str(before);
            decoded.push_str("=?");
            rest = candidate.get(2..).unwrap_or_default();
            continue;
        };
        let is_neighbour = pending.is_some() && before.chars().all(char::is_whitespace);
        match &mut pending {
            Some((label, held)) if is_neighbour && label.eq_ignore_ascii_case(charset) => held.extend_from_slice(&bytes),
            _ => {
                flush(&mut decoded, pending.take());
                if !is_neighbour {
                    decoded.push_str(before);
                }
                pending = Some((charset, bytes));
            }
        }
        rest = candidate.get(length..).unwrap_or_default();
    }
    flush(&mut decoded, pending);
    decoded.push_str(rest);
    Cow::Owned(decoded)
}

fn flush(decoded: &mut String, pending: Option<(&str, Vec<u8>)>) {
    if let Some((label, bytes)) = pending {
        let text = charset::decode(&bytes, Some(label)).text;
        // A line break in a header would be one that was smuggled in.
        decoded.extend(text.chars().map(|c| if matches!(c, '\r' | '\n' | '\t') { ' ' } else { c }));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_decoded_in_both_encodings() {
        assert_eq!(decode("=?utf-8?Q?Rentr=C3=A9e_2018?="), "Rentrée 2018");
        assert_eq!(decode("=?UTF-8?B?w4AgdG91cw==?="), "À tous");
        assert_eq!(decode("=?iso-8859-1*fr?q?=E9lu?="), "élu");
    }

    #[test]
    fn the_space_between_a_word_and_following_text_is_kept_and_between_words_is_not() {
        assert_eq!(decode("=?utf-8?Q?H=C3=A9l=C3=A8ne?= Martin"), "Hélène Martin");
        assert_eq!(decode("Lettre =?utf-8?Q?=C3=A0?= tous"), "Lettre à tous");
        assert_eq!(decode("=?utf-8?Q?a?=  =?utf-8?Q?b?="), "ab");
        assert_eq!(decode("=?utf-8?Q?a?= =?iso-8859-1?Q?=E9?= c"), "aé c");
        assert_eq!(decode("=?utf-8?Q?H=C3=A9?=lène"), "Hélène");
    }

    #[test]
    fn a_character_split_between_two_words_is_joined() {
        assert_eq!(decode("=?utf-8?Q?caf=C3?= =?utf-8?Q?=A9?="), "café");
    }

    #[test]
    fn what_is_no_word_stays_as_it_is() {
        for text in ["=?", "a =? b", "=?utf-8?X?abc?=", "=?utf-8?Q?never closed", "=??Q?a?=", "1 =?2?= 3"] {
            assert_eq!(decode(text), text);
        }
    }

    #[test]
    fn eight_bit_headers_are_utf_8_or_windows_1252() {
        assert_eq!(unfold("Déjà\r\n  vu".as_bytes()), ("Déjà vu".to_owned(), true));
        assert_eq!(unfold(b"D\xe9j\xe0 vu"), ("Déjà vu".to_owned(), true));
        assert_eq!(unfold(b" plain \n\ttext"), ("plain text".to_owned(), false));
    }
}
