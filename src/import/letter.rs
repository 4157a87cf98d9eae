//! A letter kept as evidence: a text or a PDF, as one message. Date, sender and recipients come from the manifest or the form.
//!
//! The text of a PDF is not read here.

use super::eml::whole_file;
use super::look::{Look, look};
use super::remark::{coded, texts};
use super::{Format, Head, ImportError, Input, ReadOptions, Sink, mail};
use crate::job::Progress;
use crate::model::{Channel, Message};
use crate::said;
use std::ops::ControlFlow;

/// Letters, as text or PDF.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letter;

/// How far into a file the mark of a PDF may stand.
const PDF_MARK_WITHIN: usize = 1024;

fn is_pdf(bytes: &[u8]) -> bool {
    memchr::memmem::find(bytes.get(..PDF_MARK_WITHIN).unwrap_or(bytes), b"%PDF-").is_some()
}

impl Format for Letter {
    fn name(&self) -> &'static str {
        "letter"
    }

    fn media_type(&self) -> &'static str {
        "text/plain"
    }

    fn accepts(&self, head: Head<'_>) -> bool {
        // Prose with many commas can look like a table; it is one only if its lines really are rows or the file is called one.
        let is_called_table = head.path.extension().is_some_and(|name| name.eq_ignore_ascii_case("csv") || name.eq_ignore_ascii_case("tsv"));
        let is_called_text = head.path.extension().is_some_and(|name| name.eq_ignore_ascii_case("txt"));
        match look(head.bytes) {
            Look::Pdf => true,
            Look::Text | Look::Mail | Look::Mbox => !head.bytes.trim_ascii().is_empty(),
            // A text message of two lines has its commas too; rows have tabs or semicolons.
            Look::Table(separator) => !is_called_table && (is_called_text && separator == b',' || !has_rows(head.bytes, separator)),
            _ => is_pdf(head.bytes),
        }
    }

    fn read(&self, input: &mut dyn Input, options: &ReadOptions, sink: &mut dyn Sink, progress: &dyn Progress) -> Result<(), ImportError> {
        let slice = whole_file(input, progress)?;
        let mut warnings = Vec::new();
        if slice.is_cut {
            warnings.push(coded("message_cut", said!("remarks-message-cut-2")));
        }
        let mut text = String::new();
        if is_pdf(&slice.bytes) {
            warnings.push(coded("text_not_read", said!("remarks-text-not-read")));
        } else {
            let label = options.encoding.as_deref().or_else(|| utf_16(&slice.bytes));
            let decoded = mail::decode_text(&slice.bytes, label);
            warnings.extend(decoded.doubt.map(|(code, sentence)| coded(code, sentence)));
            text = decoded.text.replace("\r\n", "\n");
        }
        let message = Message {
            offset: slice.offset,
            length: slice.length,
            sha256: slice.sha256,
            format: "letter".to_owned(),
            channel: Channel::Letter,
            text,
            warnings: texts(&warnings),
            said: warnings,
            ..Message::default()
        };
        // One message: whether the sink wants more makes no difference.
        match sink.message(message) {
            ControlFlow::Continue(()) | ControlFlow::Break(()) => Ok(()),
        }
    }
}

/// Whether there are several lines, and the first of them all have the same number of separators.
fn has_rows(bytes: &[u8], separator: u8) -> bool {
    let count = |line: &&[u8]| memchr::memchr_iter(separator, line).count();
    let lines: Vec<&[u8]> = bytes.split(|&byte| byte == b'\n').take(6).filter(|line| !line.trim_ascii().is_empty()).collect();
    lines.len() > 1 && lines.iter().all(|line| count(line) == count(&lines[0]))
}

fn utf_16(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xfe, ..] => Some("utf-16le"),
        [0xfe, 0xff, ..] => Some("utf-16be"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn texts_and_pdfs_are_letters_and_tables_and_pictures_are_not() {
        let accepts = |bytes: &[u8]| Letter.accepts(Head { bytes, path: Path::new("x") });
        assert!(accepts("Chers locataires,\nle 4 mai\n".as_bytes()));
        assert!(accepts(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\0\0"));
        assert!(!accepts(b"nom;courriel\nMartin;a@x.example\n"));
        assert!(!accepts(b"\x89PNG\r\n\x1a\n\0"));
        assert!(!accepts(b"  \n"));
        assert!(accepts(b"Chers parents, la commune vous informe"));
        let named = |name: &str| Letter.accepts(Head { bytes: b"Chers parents,\nvotez bien, STOP 36000\n", path: Path::new(name) });
        assert!(named("sms.txt") && !named("sms.csv"));
    }
}
