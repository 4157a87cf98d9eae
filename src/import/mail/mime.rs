//! Walks the parts of a message: which texts are its body, what is attached, which messages are enclosed.
//!
//! Depth and number of parts are limited (formats.md §8). Attachments are named and never decoded.

use super::body::{self, Piece};
use super::header::{Block, trim_line};
use super::part::{Description, Transfer};
use super::{Warnings, transfer};
use crate::said;
use memchr::memmem;
use std::borrow::Cow;
use std::ops::Range;

/// Deepest nesting that is followed (formats.md §8).
const DEPTH_LIMIT: usize = 32;
/// Most parts that are looked at (formats.md §8).
const PART_LIMIT: usize = 1000;

/// A message that is enclosed in another.
#[derive(Debug)]
pub(super) struct Enclosed<'a> {
    /// Its bytes, decoded.
    pub(super) bytes: Cow<'a, [u8]>,
    /// Where they stand in the outer message, if they stand there as they are.
    pub(super) place: Option<Range<usize>>,
}

/// What the walk found.
#[derive(Debug, Default)]
pub(super) struct Content<'a> {
    /// The texts that make up the body.
    pub(super) pieces: Vec<Piece>,
    /// Names of attachments.
    pub(super) attachments: Vec<String>,
    /// Whole messages enclosed by somebody who forwarded them.
    pub(super) enclosed: Vec<Enclosed<'a>>,
}

/// Walks `message`, whose header block is `block`.
pub(super) fn walk<'a>(message: &'a [u8], block: &Block<'a>, warnings: &mut Warnings) -> Content<'a> {
    let mut walk = Walk { message, warnings, parts: 0, content: Content::default() };
    let place = Place { depth: 0, is_root: true, is_digest: false, is_related: false, is_report: false };
    let pieces = walk.part(block, block.body..message.len(), place);
    Content { pieces, ..walk.content }
}

struct Walk<'a, 'w> {
    message: &'a [u8],
    warnings: &'w mut Warnings,
    parts: usize,
    content: Content<'a>,
}

/// Where in the tree a part stands.
#[derive(Clone, Copy)]
#[expect(clippy::struct_excessive_bools, reason = "four independent facts about a place, none of which excludes another")]
struct Place {
    depth: usize,
    is_root: bool,
    is_digest: bool,
    is_related: bool,
    is_report: bool,
}

impl Walk<'_, '_> {
    /// One part: its fields and the range of its body. Answers the texts it contributes to the message's body.
    fn part(&mut self, block: &Block<'_>, range: Range<usize>, place: Place) -> Vec<Piece> {
        self.parts += 1;
        let about = Description::read(block, place.is_digest);
        let bytes = self.message.get(range.clone()).unwrap_or_default();
        if about.main == "multipart"
            && let Some(boundary) = &about.boundary
        {
            if place.depth >= DEPTH_LIMIT {
                self.warnings.add("mime_too_deep", said!("remarks-mime-too-deep"));
                return Vec::new();
            }
            let (ranges, is_closed) = split(bytes, boundary);
            if !is_closed {
                self.warnings.add("mime_not_closed", said!("remarks-mime-not-closed"));
            }
            if !ranges.is_empty() {
                let ranges: Vec<_> = ranges.into_iter().map(|inner| range.start + inner.start..range.start + inner.end).collect();
                return self.multipart(&about, &ranges, place);
            }
            self.warnings.add("mime_no_parts", said!("remarks-mime-no-parts"));
            return self.text(&about, bytes);
        }
        if about.main == "multipart" {
            self.warnings.add("mime_no_boundary", said!("remarks-mime-no-boundary"));
            return self.text(&about, bytes);
        }
        if about.is_message() && !place.is_report && self.enclosed(&about, range) {
            return Vec::new();
        }
        let is_body_type = about.is("text", "plain") || about.is("text", "html");
        if place.is_root && about.main == "text" || is_body_type && !about.is_attachment && about.file_name.is_none() {
            return self.text(&about, bytes);
        }
        if about.is("application", "pkcs7-mime") || about.is("application", "pgp-encrypted") {
            self.warnings.add("encrypted", said!("remarks-encrypted"));
        }
        // What the HTML shows inside itself is no attachment to the person who reads it.
        if !(place.is_related && about.has_content_id && !about.is_attachment) {
            self.content.attachments.push(about.label());
        }
        Vec::new()
    }

    fn multipart(&mut self, about: &Description, ranges: &[Range<usize>], place: Place) -> Vec<Piece> {
        let is_alternative = about.sub == "alternative";
        let inner = Place {
            depth: place.depth + 1,
            is_root: place.is_root && ranges.len() == 1,
            is_digest: about.sub == "digest",
            is_related: about.sub == "related",
            is_report: place.is_report || matches!(about.sub.as_str(), "report" | "digest"),
        };
        let mut choices = Vec::new();
        for range in ranges {
            if self.parts >= PART_LIMIT {
                self.warnings.add("mime_too_many_parts", said!("remarks-mime-too-many-parts"));
                break;
            }
            let bytes = self.message.get(range.clone()).unwrap_or_default();
            let block = Block::read(bytes, self.warnings);
            let body = range.start + block.body..range.end;
            choices.push(self.part(&block, body, inner));
        }
        if is_alternative { body::best(choices) } else { choices.into_iter().flatten().collect() }
    }

    /// A leaf that is text of the body.
    fn text(&mut self, about: &Description, bytes: &[u8]) -> Vec<Piece> {
        vec![Piece::read(about, bytes, self.warnings)]
    }

    /// An enclosed message; false if there is none in it.
    fn enclosed(&mut self, about: &Description, range: Range<usize>) -> bool {
        let bytes = self.message.get(range.clone()).unwrap_or_default();
        let (bytes, place) = match about.transfer {
            Transfer::Identity => (Cow::Borrowed(bytes), Some(range)),
            Transfer::Base64 => (Cow::Owned(transfer::base64(bytes).0), None),
            Transfer::QuotedPrintable => (Cow::Owned(transfer::quoted_printable(bytes)), None),
        };
        if Block::read(&bytes, &mut Warnings::default()).fields.is_empty() {
            self.warnings.add("enclosed_empty", said!("remarks-enclosed-empty"));
            return false;
        }
        self.content.enclosed.push(Enclosed { bytes, place });
        true
    }
}

/// The ranges between the lines `--boundary`, and whether a line `--boundary--` ends them.
fn split(bytes: &[u8], boundary: &str) -> (Vec<Range<usize>>, bool) {
    let mut ranges = Vec::new();
    let mut start = None;
    let mark = format!("--{boundary}");
    let finder = memmem::Finder::new(mark.as_bytes());
    let mut from = 0;
    while let Some(at) = bytes.get(from..).and_then(|rest| finder.find(rest)).map(|at| from + at) {
        from = at + mark.len();
        // First, because looking for the end of a long line at each of many marks in it would take for ever.
        if at > 0 && bytes.get(at - 1) != Some(&b'\n') {
            continue;
        }
        let after = bytes.get(at + mark.len()..).unwrap_or_default();
        let line_end = memchr::memchr(b'\n', after).map_or(after.len(), |end| end + 1);
        let rest = trim_line(after.get(..line_end).unwrap_or_default()).trim_ascii_end();
        let is_last = rest == b"--";
        if !(rest.is_empty() || is_last) {
            continue;
        }
        if let Some(start) = start {
            ranges.push(start..before_line_break(bytes, at).max(start));
        }
        start = Some(at + mark.len() + line_end);
        if is_last {
            return (ranges, true);
        }
        // Far beyond what is looked at; the rest would only fill the memory.
        if ranges.len() > PART_LIMIT {
            return (ranges, true);
        }
    }
    if let Some(start) = start {
        ranges.push(start..bytes.len());
    }
    (ranges, false)
}

/// The line break before a boundary belongs to the boundary.
fn before_line_break(bytes: &[u8], at: usize) -> usize {
    match bytes.get(..at) {
        Some([.., b'\r', b'\n']) => at - 2,
        Some([.., b'\n']) => at - 1,
        _ => at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fmt::Write as _;

    fn content(message: &str) -> (Vec<String>, Vec<String>, usize, Vec<String>) {
        let mut warnings = Warnings::default();
        let block = Block::read(message.as_bytes(), &mut warnings);
        let content = walk(message.as_bytes(), &block, &mut warnings);
        let texts = content.pieces.into_iter().map(|piece| piece.text).collect();
        (texts, content.attachments, content.enclosed.len(), warnings.into_vec())
    }

    #[test]
    fn a_mixed_message_with_one_html_part_has_no_attachment() {
        let (texts, attachments, ..) =
            content("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html; name=\"mail.html\"\n\n<p>Bonjour</p>\n--b--\n");
        assert_eq!(texts, ["<p>Bonjour</p>"]);
        assert!(attachments.is_empty());
    }

    #[test]
    fn boundaries_that_begin_alike_are_told_apart() {
        let text = "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/alternative; boundary=bb\n\n--bb\n\nplain\n--bb\nContent-Type: text/html\n\n<p>html</p>\n--bb--\n--b\nContent-Disposition: attachment; filename=a.pdf\nContent-Type: application/pdf\n\nJVBE\n--b--\n";
        let (texts, attachments, _, warnings) = content(text);
        assert_eq!(texts, ["plain"]);
        assert_eq!(attachments, ["a.pdf"]);
        assert!(warnings.is_empty(), "{warnings:?}");
    }

    #[test]
    fn a_missing_end_is_said_and_what_is_there_is_read() {
        let (texts, _, _, warnings) = content("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nfirst\n--b\n\nsecond, cut");
        assert_eq!(texts, ["first", "second, cut"]);
        assert!(warnings[0].starts_with("mime_not_closed"));
    }

    #[test]
    fn nesting_over_the_limit_is_not_followed() {
        let mut text = String::new();
        for depth in 0..60 {
            write!(text, "Content-Type: multipart/mixed; boundary=b{depth}x\n\n--b{depth}x\n").unwrap();
        }
        let (.., warnings) = content(&text);
        assert!(warnings.iter().any(|warning| warning.starts_with("mime_too_deep")));
    }

    #[test]
    fn parts_over_the_limit_are_not_looked_at() {
        let text = format!("Content-Type: multipart/mixed; boundary=b\n\n{}", "--b\n\nx\n".repeat(5000));
        let (texts, .., warnings) = content(&text);
        assert!(texts.len() <= PART_LIMIT);
        assert!(warnings.iter().any(|warning| warning.starts_with("mime_too_many_parts")));
    }

    #[test]
    fn enclosed_messages_are_found_and_those_of_reports_are_not() {
        let enclosed = "Content-Type: message/rfc822\n\nFrom: a@x.example\n\ninner\n";
        let (_, _, count, _) = content(&format!("Content-Type: multipart/mixed; boundary=b\n\n--b\n\nvoir\n--b\n{enclosed}--b--\n"));
        assert_eq!(count, 1);
        let (_, attachments, count, _) = content(&format!("Content-Type: multipart/report; boundary=b\n\n--b\n\nvoir\n--b\n{enclosed}--b--\n"));
        assert_eq!((count, attachments), (0, vec!["(message/rfc822)".to_owned()]));
        let (_, _, count, warnings) = content("Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: message/rfc822\n\n--b--\n");
        assert_eq!(count, 0);
        assert!(warnings[0].starts_with("enclosed_empty"));
    }
    /// Found with a release build: the end of the line was looked for from each of fifteen million marks.
    #[test]
    fn millions_of_marks_on_one_line_are_passed_over_at_once() {
        let text = format!("Content-Type: multipart/mixed; boundary=\"-\"\n\n{}", "-".repeat(4_000_000));
        let (texts, .., warnings) = content(&text);
        assert!(texts.len() <= 1);
        assert!(!warnings.is_empty());
    }
}
