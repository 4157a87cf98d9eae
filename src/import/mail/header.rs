//! The header block: fields as they stand, within limits. What a field means is read elsewhere.

use super::Warnings;
use crate::said;
use memchr::memchr;

/// Longest field that is kept, in bytes (formats.md §8).
const FIELD_LIMIT: usize = 64 * 1024;
/// Longest header block that is kept, in bytes (formats.md §8).
const BLOCK_LIMIT: usize = 1024 * 1024;
/// Most fields that are kept; far more than any real message has.
const COUNT_LIMIT: usize = 10_000;

/// Fields that show that a block is the head of a message and not prose with colons. Lower case.
pub(in crate::import) const KNOWN_FIELDS: &[&str] = &[
    "bcc",
    "cc",
    "content-type",
    "date",
    "delivered-to",
    "delivery-date",
    "dkim-signature",
    "envelope-to",
    "from",
    "in-reply-to",
    "list-id",
    "list-unsubscribe",
    "message-id",
    "mime-version",
    "received",
    "references",
    "reply-to",
    "return-path",
    "sender",
    "subject",
    "to",
    "x-gmail-labels",
    "x-gm-thrid",
    "x-mailer",
    "x-mozilla-status",
    "x-original-to",
    "x-uidl",
];

/// One header field.
#[derive(Clone, Copy, Debug)]
pub(super) struct Field<'a> {
    /// Name as written, printable ASCII.
    pub(super) name: &'a str,
    /// Value as written, folded, without the last line break.
    pub(super) raw: &'a [u8],
}

impl Field<'_> {
    /// Whether this is the field `name`.
    pub(super) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }
}

/// A header block, read.
#[derive(Debug, Default)]
pub(super) struct Block<'a> {
    /// Its fields, in order.
    pub(super) fields: Vec<Field<'a>>,
    /// Where the body begins.
    pub(super) body: usize,
    /// Whether an empty line ends the block.
    pub(super) is_closed: bool,
}

impl<'a> Block<'a> {
    /// Reads the block `bytes` begins with.
    pub(super) fn read(bytes: &'a [u8], warnings: &mut Warnings) -> Self {
        let mut block = Self::default();
        let mut at = 0;
        while let Some(line) = line_at(bytes, at) {
            let text = trim_line(line);
            if text.is_empty() {
                block.body = at + line.len();
                block.is_closed = true;
                return block;
            }
            let Some((name, value)) = split_field(text) else {
                let next = at + line.len();
                // A separator line that was left in, or a damaged line among intact ones. Anything else is the body without its empty line.
                if (at == 0 && is_separator(text)) || line_at(bytes, next).is_some_and(|line| split_field(trim_line(line)).is_some()) {
                    if at != 0 {
                        warnings.add("header_line_damaged", said!("remarks-header-line-damaged"));
                    }
                    at = next;
                    continue;
                }
                if at != 0 {
                    warnings.add("header_end_missing", said!("remarks-header-end-missing"));
                }
                block.body = at;
                return block;
            };
            let value_at = at + (text.len() - value.len());
            let mut end = at + line.len();
            while let Some(line) = line_at(bytes, end).filter(|line| matches!(line.first(), Some(b' ' | b'\t')) && line.len() > 1) {
                end += line.len();
            }
            let raw = trim_line(bytes.get(value_at..end).unwrap_or_default());
            if block.fields.len() >= COUNT_LIMIT || value_at > BLOCK_LIMIT {
                warnings.add("header_truncated", said!("remarks-header-truncated"));
            } else if let Some(cut) = raw.get(..FIELD_LIMIT) {
                warnings.add("header_truncated", said!("remarks-header-truncated-2"));
                block.fields.push(Field { name, raw: cut });
            } else {
                block.fields.push(Field { name, raw });
            }
            at = end;
        }
        block.body = bytes.len();
        block
    }

    /// The first field `name`.
    pub(super) fn first(&self, name: &str) -> Option<&'a [u8]> {
        self.all(name).next()
    }

    /// Every field `name`, in order.
    pub(super) fn all<'b>(&'b self, name: &'b str) -> impl Iterator<Item = &'a [u8]> + 'b {
        self.fields.iter().filter(move |field| field.is(name)).map(|field| field.raw)
    }
}

/// The line that begins at `at`, with its line break; `None` at the end.
fn line_at(bytes: &[u8], at: usize) -> Option<&[u8]> {
    let rest = bytes.get(at..).filter(|rest| !rest.is_empty())?;
    Some(memchr(b'\n', rest).and_then(|end| rest.get(..=end)).unwrap_or(rest))
}

/// Without the line break at the end.
pub(super) fn trim_line(line: &[u8]) -> &[u8] {
    let line = line.strip_suffix(b"\n").unwrap_or(line);
    line.strip_suffix(b"\r").unwrap_or(line)
}

fn is_separator(line: &[u8]) -> bool {
    line.starts_with(b"From ") || line.starts_with(b">From ")
}

/// `Name: value`, where the name is printable ASCII without a space (spaces before the colon are the obsolete form).
fn split_field(line: &[u8]) -> Option<(&str, &[u8])> {
    let colon = memchr(b':', line.get(..200).unwrap_or(line))?;
    let (name, value) = (line.get(..colon)?.trim_ascii_end(), line.get(colon + 1..)?);
    (!name.is_empty() && name.iter().all(u8::is_ascii_graphic)).then_some(())?;
    Some((std::str::from_utf8(name).ok()?, value))
}

/// Whether a line reads `Name: …` with a name as header fields have it.
pub(in crate::import) fn looks_like_field(line: &[u8]) -> bool {
    split_field(trim_line(line)).is_some_and(|(name, _)| name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'))
}

/// Whether `bytes` begin with lines that are all header fields, one of them a known mail field, up to an empty line or the end of `bytes`.
pub(in crate::import) fn looks_like_header_block(bytes: &[u8]) -> bool {
    let (mut at, mut is_known) = (0, false);
    while let Some(line) = line_at(bytes, at) {
        let text = trim_line(line);
        if text.is_empty() {
            break;
        }
        let is_continuation = at > 0 && matches!(text.first(), Some(b' ' | b'\t'));
        let is_cut_off = at + line.len() == bytes.len() && !line.ends_with(b"\n");
        let is_inner_separator = text.starts_with(b">From ");
        if !is_continuation && !is_inner_separator {
            match split_field(text) {
                Some((name, _)) => is_known |= KNOWN_FIELDS.iter().any(|known| name.eq_ignore_ascii_case(known)),
                None if is_cut_off && at > 0 => {}
                None => return false,
            }
        }
        at += line.len();
    }
    is_known
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> (Vec<&str>, usize, Vec<String>) {
        let mut warnings = Warnings::default();
        let block = Block::read(text.as_bytes(), &mut warnings);
        (block.fields.iter().map(|field| field.name).collect(), block.body, warnings.into_vec())
    }

    #[test]
    fn folded_fields_and_both_line_ends_are_read() {
        let mut warnings = Warnings::default();
        let text = b"Subject: one\r\n two\r\nTo : a@x.example\n\nbody";
        let block = Block::read(text, &mut warnings);
        assert_eq!(block.first("SUBJECT"), Some(&b" one\r\n two"[..]));
        assert_eq!(block.first("to"), Some(&b" a@x.example"[..]));
        assert_eq!(&text[block.body..], b"body");
        assert!(warnings.into_vec().is_empty());
    }

    #[test]
    fn a_damaged_line_among_headers_is_skipped_and_said() {
        let (fields, _, warnings) = names("From: a@x.example\nthis is no header\nTo: b@x.example\n\nbody");
        assert_eq!(fields, ["From", "To"]);
        assert!(warnings[0].starts_with("header_line_damaged"));
    }

    #[test]
    fn a_missing_empty_line_does_not_eat_the_body() {
        let text = "From: a@x.example\nBonjour à tous\nSuite de la lettre\n";
        let (fields, body, warnings) = names(text);
        assert_eq!(fields, ["From"]);
        assert!(text[body..].starts_with("Bonjour"));
        assert!(warnings[0].starts_with("header_end_missing"));
    }

    #[test]
    fn a_header_over_64_kib_is_cut_and_flagged() {
        let text = format!("Subject: {}\nTo: b@x.example\n\nbody", "x".repeat(70_000));
        let mut warnings = Warnings::default();
        let block = Block::read(text.as_bytes(), &mut warnings);
        assert_eq!(block.first("subject").map(<[u8]>::len), Some(FIELD_LIMIT));
        assert!(block.first("to").is_some());
        assert!(warnings.into_vec()[0].starts_with("header_truncated"));
    }

    #[test]
    fn headers_over_1_mib_are_cut_and_the_body_is_still_found() {
        let text = format!("{}\nbody", "X-Padding: 0123456789012345678901234567890123456789\n".repeat(30_000));
        let mut warnings = Warnings::default();
        let block = Block::read(text.as_bytes(), &mut warnings);
        assert_eq!(&text[block.body..], "body");
        assert!(block.fields.len() <= COUNT_LIMIT);
        assert!(warnings.into_vec()[0].starts_with("header_truncated"));
    }

    #[test]
    fn prose_with_a_colon_is_no_header_block() {
        assert!(looks_like_header_block(b"Return-Path: <a@x.example>\nX-Other: 1\n\n"));
        assert!(!looks_like_header_block(b"the office we write: come\nSubject: x\n\n"));
        assert!(!looks_like_header_block(b"Remarque: rien\n\nSubject: x\n"));
    }
}
