//! What the beginning of a file looks like.
//!
//! A judgement on bytes alone: it decides what a person is told when a file is of the wrong kind, and keeps tables from being read out of mails and pictures.

use super::csv::{choose, judge};
use crate::job::Unwatched;
use std::io::Cursor;

/// What a content looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Look {
    /// No bytes.
    Empty,
    /// A workbook: XLSX, XLSB or ODS in a ZIP archive, or an XLS file.
    Workbook,
    /// An office file in the older container; perhaps a workbook, perhaps one that is encrypted.
    OldOffice,
    /// A text document of an office suite.
    OfficeText,
    /// A ZIP archive that is none of these.
    Zip,
    /// Another compressed file.
    Compressed,
    /// PDF.
    Pdf,
    /// A picture.
    Image,
    /// A mail in a file of its own.
    Mail,
    /// Many mails in one file.
    Mbox,
    /// An SMS backup.
    SmsBackup,
    /// A web page.
    Html,
    /// XML of another kind.
    Xml,
    /// JSON.
    Json,
    /// Rich text.
    Rtf,
    /// A Parquet table.
    Parquet,
    /// A Sourcier case.
    Case,
    /// An SQLite database.
    Sqlite,
    /// Text with separated cells.
    Table(u8),
    /// Text.
    Text,
    /// None of these.
    Binary,
}

impl Look {
    /// Whether rows can be read out of it as text. Text in one column is a table too.
    pub fn may_be_table(self) -> bool {
        matches!(self, Self::Table(_) | Self::Text)
    }

    /// The text that names it as a noun with its article.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Empty => "remarks-look-empty",
            Self::Workbook => "remarks-look-workbook",
            Self::OldOffice => "remarks-look-old-office",
            Self::OfficeText => "remarks-look-office-text",
            Self::Zip => "remarks-look-zip",
            Self::Compressed => "remarks-look-compressed",
            Self::Pdf => "remarks-look-pdf",
            Self::Image => "remarks-look-image",
            Self::Mail => "remarks-look-mail",
            Self::Mbox => "remarks-look-mbox",
            Self::SmsBackup => "remarks-look-sms-backup",
            Self::Html => "remarks-look-html",
            Self::Xml => "remarks-look-xml",
            Self::Json => "remarks-look-json",
            Self::Rtf => "remarks-look-rtf",
            Self::Parquet => "remarks-look-parquet",
            Self::Case => "remarks-look-case",
            Self::Sqlite => "remarks-look-sqlite",
            Self::Table(b'\t') => "remarks-look-tsv",
            Self::Table(_) => "remarks-look-table",
            Self::Text => "remarks-look-text",
            Self::Binary => "remarks-look-binary",
        }
    }
}

const ZIP: &[u8] = b"PK\x03\x04";

/// Looks at the first bytes of a file (64 KiB are enough).
pub fn look(head: &[u8]) -> Look {
    const SIGNS: [(&[u8], Look); 17] = [
        (b"%PDF-", Look::Pdf),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", Look::OldOffice),
        (b"PK\x05\x06", Look::Zip),
        (b"PK\x07\x08", Look::Zip),
        (b"\x89PNG\r\n", Look::Image),
        (b"\xFF\xD8\xFF", Look::Image),
        (b"GIF8", Look::Image),
        (b"II*\0", Look::Image),
        (b"MM\0*", Look::Image),
        (b"\x1F\x8B", Look::Compressed),
        (b"7z\xBC\xAF\x27\x1C", Look::Compressed),
        (b"Rar!\x1A\x07", Look::Compressed),
        (b"\xFD7zXZ\0", Look::Compressed),
        (b"{\\rtf", Look::Rtf),
        (b"PAR1", Look::Parquet),
        (b"SRC\x01", Look::Case),
        (b"SQLite format 3\0", Look::Sqlite),
    ];
    if head.is_empty() {
        return Look::Empty;
    }
    if head.starts_with(ZIP) {
        return zip(head);
    }
    if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") || head.get(4..12) == Some(b"ftypheic") {
        return Look::Image;
    }
    if let Some((sign, look)) = SIGNS.iter().find(|(sign, _)| head.starts_with(sign)) {
        let is_case = *sign == b"SQLite format 3\0" && head.get(68..72) == Some(b"SRC1");
        return if is_case { Look::Case } else { *look };
    }
    text(head)
}

/// Names of entries stand in the clear before each of them.
fn zip(head: &[u8]) -> Look {
    let has = |name: &[u8]| memchr::memmem::find(head, name).is_some();
    if has(b"xl/") || has(b"opendocument.spreadsheet") {
        Look::Workbook
    } else if has(b"word/") || has(b"ppt/") || has(b"opendocument.text") {
        Look::OfficeText
    } else if has(b"[Content_Types].xml") {
        // The first part may fill the whole of what was looked at.
        Look::Workbook
    } else {
        Look::Zip
    }
}

fn text(head: &[u8]) -> Look {
    // NUL bytes leave the encoding open. If the rest is text, the reader of tables says so, and the encoding can be forced.
    let (text, nuls) = match choose(&mut Cursor::new(head), None, &Unwatched) {
        Ok(choice) => (choice.charset.decode_head(head), 0),
        Err(_undecided) => (String::from_utf8_lossy(head).into_owned(), memchr::memchr_iter(0, head).count()),
    };
    let controls = text.chars().filter(|c| *c == char::REPLACEMENT_CHARACTER || c.is_control() && !c.is_whitespace() && *c != '\u{1A}').count();
    if (controls - nuls.min(controls)) * 50 > text.chars().count() || nuls * 2 > head.len() {
        return Look::Binary;
    }
    let start = text.trim_start();
    if text.starts_with("From ") && is_header_block(start.split_once('\n').map_or("", |(_, rest)| rest)) {
        return Look::Mbox;
    }
    if start.starts_with(['{', '[']) && serde_json::Deserializer::from_str(start).into_iter::<serde_json::Value>().next().is_some_and(is_json) {
        return Look::Json;
    }
    let small = start.get(..start.len().min(4096)).unwrap_or(start).to_ascii_lowercase();
    if small.starts_with("<?xml") || small.starts_with('<') {
        return match () {
            () if small.contains("<smses") || small.contains("<sms ") || small.contains("<mms ") => Look::SmsBackup,
            () if small.contains("<html") || small.contains("<!doctype html") || small.contains("<table") => Look::Html,
            () if small.starts_with("<?xml") || small.contains("</") || small.contains("/>") => Look::Xml,
            () => Look::Text,
        };
    }
    if is_header_block(start) {
        return Look::Mail;
    }
    let dialect = judge(text.as_bytes(), false, None);
    if dialect.columns > 1 && dialect.regular >= 0.5 { Look::Table(dialect.separator) } else { Look::Text }
}

/// A beginning that is JSON, even if cut off.
fn is_json(parsed: Result<serde_json::Value, serde_json::Error>) -> bool {
    match parsed {
        Ok(value) => value.is_object() || value.as_array().is_some_and(|items| !items.is_empty()),
        Err(error) => error.is_eof(),
    }
}

/// Whether a text begins with header fields of a mail, at least two of those every mail has some of.
fn is_header_block(text: &str) -> bool {
    const KNOWN: [&str; 14] = [
        "from",
        "to",
        "cc",
        "date",
        "subject",
        "message-id",
        "mime-version",
        "received",
        "return-path",
        "delivered-to",
        "content-type",
        "reply-to",
        "x-mozilla-status",
        "x-gmail-labels",
    ];
    let mut known = 0;
    for line in text.lines().take(200) {
        if line.starts_with([' ', '\t', '>']) {
            continue;
        }
        let Some((name, _)) = line.split_once(':') else { break };
        if name.is_empty() || !name.bytes().all(|byte| byte.is_ascii_graphic()) {
            break;
        }
        known += usize::from(KNOWN.iter().any(|field| name.eq_ignore_ascii_case(field)));
    }
    known >= 2
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn contents_are_told_apart_by_their_bytes() {
        assert_eq!(look(b""), Look::Empty);
        assert_eq!(look(b"%PDF-1.7\n"), Look::Pdf);
        assert_eq!(look(b"PK\x03\x04.....holiday.jpg"), Look::Zip);
        assert_eq!(look(b"PK\x03\x04.....xl/workbook.xml"), Look::Workbook);
        assert_eq!(look(b"\x89PNG\r\n\x1A\n"), Look::Image);
        assert_eq!(look(b"SQLite format 3\0"), Look::Sqlite);
        assert_eq!(look(b"SRC\x01abcdefghijkl"), Look::Case);
        assert_eq!(look(b"From: a@exemple.test\nTo: b@exemple.test\nSubject: x\n\nBonjour\n"), Look::Mail);
        assert_eq!(look(b"From - Mon Jan 01 00:00:00 2010\nFrom: a@exemple.test\nDate: x\n\nBonjour\n"), Look::Mbox);
        assert_eq!(look(b"<?xml version='1.0'?>\n<smses count=\"1\">"), Look::SmsBackup);
        assert_eq!(look(b"<html><body><table>"), Look::Html);
        assert_eq!(look(b"{\"a\": [1, 2"), Look::Json);
        assert_eq!(look(b"nom;courriel\nDUPONT;a@exemple.test\n"), Look::Table(b';'));
        assert_eq!(look(b"courriel\na@exemple.test\n"), Look::Text);
        assert_eq!(look(b"\x00\x01\x02\x03\x04\xFE\x00\x10"), Look::Binary);
    }

    #[test]
    fn a_table_with_a_few_nul_bytes_is_still_a_table() {
        assert_eq!(look(b"nom;courriel\nDUP\0ONT;a@exemple.test\n"), Look::Table(b';'));
    }

    #[test]
    fn a_case_kept_without_a_passphrase_is_still_a_case() {
        let mut head = vec![0; 100];
        head[..16].copy_from_slice(b"SQLite format 3\0");
        head[68..72].copy_from_slice(&0x5352_4331_u32.to_be_bytes());
        assert_eq!(look(&head), Look::Case);
    }

    #[test]
    fn a_roster_with_the_columns_from_and_to_is_no_mail() {
        assert_eq!(look(b"person;post;from;to\nAnne Martin;secretary;2009-01-01;\n"), Look::Table(b';'));
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_look_panic(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            look(&bytes);
        }
    }
}
