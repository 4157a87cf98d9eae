//! One e-mail message in one file (`.eml`, RFC 5322). Reading the message itself is in [`super::mail`].

use super::cursor::ByteCursor;
use super::mail::{self, KNOWN_FIELDS, Origin};
use super::remark::coded;
use super::slice::{Slice, SliceBuilder};
use super::{Format, Head, ImportError, Input, ReadOptions, Sink};
use crate::job::Progress;
use crate::said;
use std::borrow::Cow;
use std::path::PathBuf;

/// The format `.eml`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Eml;

impl Format for Eml {
    fn name(&self) -> &'static str {
        "eml"
    }

    fn media_type(&self) -> &'static str {
        "message/rfc822"
    }

    fn accepts(&self, head: Head<'_>) -> bool {
        is_message_file(head)
    }

    fn read(&self, input: &mut dyn Input, _: &ReadOptions, sink: &mut dyn Sink, progress: &dyn Progress) -> Result<(), ImportError> {
        let slice = whole_file(input, progress)?;
        let (bytes, is_verbatim) = without_marks(&slice.bytes);
        let mut warnings = Vec::new();
        if slice.is_cut {
            warnings.push(coded("message_cut", said!("remarks-message-cut")));
        }
        let Slice { offset, length, sha256, .. } = &slice;
        let origin =
            Origin { format: "eml", offset: *offset, length: *length, sha256: sha256.clone(), is_verbatim, now: jiff::Timestamp::now(), warnings };
        for (index, mut message) in (0..).zip(mail::read(&bytes, &origin)) {
            message.index = index;
            if sink.message(message).is_break() {
                break;
            }
        }
        Ok(())
    }
}

/// Whether a file begins with the headers of a message.
pub(super) fn is_message_file(head: Head<'_>) -> bool {
    let is_plain_text = head.path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("txt"));
    let (bytes, _) = without_marks(head.bytes);
    is_message(&bytes, is_plain_text)
}

/// The whole file as one slice.
pub(super) fn whole_file(input: &mut dyn Input, progress: &dyn Progress) -> Result<Slice, ImportError> {
    let read = |source| ImportError::Read { path: PathBuf::new(), source };
    let mut cursor = ByteCursor::new(input).map_err(read)?;
    let size = cursor.size().map_err(read)?;
    if size == 0 {
        return Err(ImportError::Empty { path: PathBuf::new() });
    }
    let mut slice = SliceBuilder::new(0);
    loop {
        cursor.fill(1).map_err(read)?;
        if cursor.is_at_end() {
            return Ok(slice.finish());
        }
        if progress.is_cancelled() {
            return Err(ImportError::Cancelled);
        }
        let count = cursor.ahead().len();
        slice.push(cursor.ahead());
        cursor.consume(count);
        progress.advance(cursor.offset(), Some(size));
    }
}

/// Without a byte order mark, empty lines or an mbox separator before the headers, and with line feeds where the file has only carriage returns.
/// The flag says whether nothing had to be changed.
fn without_marks(bytes: &[u8]) -> (Cow<'_, [u8]>, bool) {
    let mut rest = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    while let Some(after) = rest.strip_prefix(b"\n").or_else(|| rest.strip_prefix(b"\r\n")) {
        rest = after;
    }
    if !rest.contains(&b'\n') && rest.contains(&b'\r') {
        return (Cow::Owned(rest.iter().map(|&byte| if byte == b'\r' { b'\n' } else { byte }).collect()), false);
    }
    (Cow::Borrowed(rest), rest.len() == bytes.len())
}

/// Whether the bytes begin with the headers of a message.
///
/// `From`, `Received` and their like are enough. A letter may begin with `Date :` or `To:` too; such a block counts only if the file does not call
/// itself a text.
fn is_message(bytes: &[u8], is_plain_text: bool) -> bool {
    const WEAK: &[&str] = &["bcc", "cc", "content-type", "date", "from", "references", "sender", "subject", "to"];
    let first = bytes.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let separator = first.starts_with(b"From ") || first.starts_with(b">From ");
    let block = if separator { bytes.get(first.len() + 1..).unwrap_or_default() } else { bytes };
    let first = block.split(|&byte| byte == b'\n').next().unwrap_or_default();
    if !mail::looks_like_field(first) {
        return false;
    }
    let mut weak = 0;
    for line in block.split(|&byte| byte == b'\n').take(500) {
        if line.trim_ascii().is_empty() {
            break;
        }
        let Some(colon) = line.iter().take(60).position(|&byte| byte == b':') else { continue };
        let name = String::from_utf8_lossy(line.get(..colon).unwrap_or_default()).trim_end().to_ascii_lowercase();
        if !KNOWN_FIELDS.contains(&name.as_str()) {
            continue;
        }
        let is_address = matches!(name.as_str(), "from" | "to" | "cc" | "bcc" | "sender") && line.contains(&b'@');
        if is_address || !WEAK.contains(&name.as_str()) {
            return true;
        }
        weak += 1;
    }
    weak >= if is_plain_text { 3 } else { 1 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    fn accepts(bytes: &[u8], name: &str) -> bool {
        Eml.accepts(Head { bytes, path: Path::new(name) })
    }

    #[test]
    fn messages_are_known_by_their_headers_and_not_by_their_name() {
        assert!(accepts(b"From: a@x.example\r\n\r\nhi\r\n", "noname"));
        assert!(accepts(b"\xef\xbb\xbfReceived: by x\nSubject: y\n\nz", "x.txt"));
        assert!(accepts(b"Subject: x\r\rbody", "x.eml"));
        assert!(accepts(b"X-First: 1\nMessage-ID: <1@x.example>\n\n", "x"));
    }

    #[test]
    fn letters_and_tables_are_no_messages() {
        assert!(!accepts("Date : 4 mai 2018\nObjet : votre loyer\n\nMadame,".as_bytes(), "lettre.txt"));
        assert!(!accepts(b"nom:prenom\nMartin:Anna\n", "x.csv"));
        assert!(!accepts(b"Bonjour,\nFrom: nowhere\n", "x"));
        assert!(!accepts(b"", "x.eml"));
    }
}
