//! Cuts an XML file of any size into the elements below its root, each with its place and digest, without holding the file.
//!
//! What an element says is read elsewhere, from its own bytes. A damaged element ends where the next one begins, so that one fault does not cost the
//! rest. A DTD or an entity declaration is refused, and so is deep nesting (formats.md §8).

use super::ImportError;
use super::cursor::ByteCursor;
use super::slice::{Slice, SliceBuilder};
use crate::said;
use memchr::{memchr, memchr2, memchr3, memmem};
use std::path::PathBuf;

/// Deepest nesting (formats.md §8).
const DEPTH_LIMIT: usize = 256;
/// Bytes of one attribute that are kept. Longer ones are pictures in base64, which are named and not read.
const VALUE_LIMIT: usize = 1024 * 1024;
/// Longest mark, comment or declaration that has to be seen whole.
const MARK: usize = 64;

/// How an element ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// As it should.
    Whole,
    /// The next element began before it was closed.
    Damaged,
    /// The file ended before it was closed.
    Cut,
}

/// One element below the root.
#[derive(Debug)]
pub(super) struct Element {
    /// Its bytes; closed by hand if it did not end as it should.
    pub(super) slice: Slice,
    /// How it ended.
    pub(super) end: End,
}

/// An XML file being cut.
pub(super) struct Elements<'a> {
    cursor: ByteCursor<'a>,
    /// The start tag of the root, once it was met.
    pub(super) root: Option<String>,
    /// Whether the end tag of the root was met.
    pub(super) is_closed: bool,
}

/// What a tag turned out to be.
enum Tag {
    Open,
    SelfClosed,
    Unfinished(End, Option<u8>),
}

impl<'a> Elements<'a> {
    /// Begins at the first byte of a file.
    pub(super) fn new(cursor: ByteCursor<'a>) -> Self {
        Self { cursor, root: None, is_closed: false }
    }

    /// Where in the file the reading is.
    pub(super) fn offset(&self) -> u64 {
        self.cursor.offset()
    }

    /// The next element below the root, or `None` at the end.
    ///
    /// # Errors
    /// [`ImportError::Broken`] for a DTD, [`ImportError::TooLarge`] for deep nesting, [`ImportError::Read`].
    pub(super) fn next(&mut self) -> Result<Option<Element>, ImportError> {
        loop {
            if !self.skip_text(None)? {
                return Ok(None);
            }
            if self.skip_aside(None)? {
                continue;
            }
            if self.cursor.ahead().starts_with(b"</") {
                self.take_past(b">", None)?;
                self.is_closed = true;
                continue;
            }
            if self.root.is_some() {
                return self.element().map(Some);
            }
            let mut tag = SliceBuilder::new(self.cursor.offset());
            let end = self.tag(&mut tag)?;
            self.root = Some(String::from_utf8_lossy(tag.kept()).into_owned());
            self.is_closed = matches!(end, Tag::SelfClosed);
        }
    }

    /// The element that begins here.
    fn element(&mut self) -> Result<Element, ImportError> {
        let mut slice = SliceBuilder::new(self.cursor.offset());
        let mut depth = 0;
        let finish = |slice: SliceBuilder, end, quote: Option<u8>| {
            let mut slice = slice.finish();
            if end != End::Whole {
                slice.bytes.extend(quote);
                slice.bytes.extend_from_slice(b" />");
            }
            Element { slice, end }
        };
        loop {
            if self.cursor.ahead().starts_with(b"</") {
                self.take_past(b">", Some(&mut slice))?;
                depth -= 1;
            } else {
                match self.tag(&mut slice)? {
                    Tag::Open => depth += 1,
                    Tag::SelfClosed => {}
                    Tag::Unfinished(end, quote) => return Ok(finish(slice, end, quote)),
                }
            }
            if depth == 0 {
                return Ok(finish(slice, End::Whole, None));
            }
            if depth > DEPTH_LIMIT {
                return Err(ImportError::TooLarge { what: said!("remarks-xml-deep", most = DEPTH_LIMIT), path: PathBuf::new() });
            }
            loop {
                if !self.skip_text(Some(&mut slice))? {
                    // Nothing to close: the tags that are there are whole.
                    let mut element = finish(slice, End::Whole, None);
                    element.end = End::Cut;
                    return Ok(element);
                }
                if !self.skip_aside(Some(&mut slice))? {
                    break;
                }
            }
            if begins_message(self.cursor.ahead()) {
                let mut element = finish(slice, End::Whole, None);
                element.end = End::Damaged;
                return Ok(element);
            }
        }
    }

    /// Takes a start tag.
    fn tag(&mut self, slice: &mut SliceBuilder) -> Result<Tag, ImportError> {
        let (mut quote, mut value, mut last) = (None, 0, 0);
        slice.push(b"<");
        self.cursor.consume(1);
        loop {
            self.fill(MARK)?;
            let ahead = self.cursor.ahead();
            if ahead.is_empty() {
                return Ok(Tag::Unfinished(End::Cut, quote));
            }
            let found = match quote {
                None => memchr3(b'"', b'\'', b'>', ahead),
                Some(quote) => memchr2(quote, b'<', ahead),
            };
            // Up to the mark, or all there is.
            let count = found.unwrap_or(ahead.len());
            let text = ahead.get(..count).unwrap_or_default();
            last = text.last().copied().unwrap_or(last);
            let room = if quote.is_some() { VALUE_LIMIT.saturating_sub(value).min(count) } else { count };
            slice.push(text.get(..room).unwrap_or_default());
            slice.push_unkept(text.get(room..).unwrap_or_default());
            value += count;
            self.cursor.consume(count);
            let Some(_) = found else { continue };
            self.fill(MARK)?;
            let ahead = self.cursor.ahead();
            let mark = ahead.first().copied().unwrap_or_default();
            // `<` cannot stand in a value: where a message begins here, a quote was never closed.
            if mark == b'<' && begins_message(ahead) {
                return Ok(Tag::Unfinished(End::Damaged, quote));
            }
            slice.push(&[mark]);
            self.cursor.consume(1);
            match (mark, quote) {
                (b'>', None) => return Ok(if last == b'/' { Tag::SelfClosed } else { Tag::Open }),
                (b'<', _) => {}
                (_, Some(_)) => quote = None,
                (_, None) => (quote, value) = (Some(mark), 0),
            }
            last = mark;
        }
    }

    /// Goes to the next `<`; false at the end of the file.
    fn skip_text(&mut self, mut slice: Option<&mut SliceBuilder>) -> Result<bool, ImportError> {
        loop {
            self.fill(MARK)?;
            let ahead = self.cursor.ahead();
            if ahead.is_empty() {
                return Ok(false);
            }
            let found = memchr(b'<', ahead);
            let count = found.unwrap_or(ahead.len());
            if let Some(slice) = slice.as_deref_mut() {
                slice.push(ahead.get(..count).unwrap_or_default());
            }
            self.cursor.consume(count);
            if found.is_some() {
                self.fill(MARK)?;
                return Ok(true);
            }
        }
    }

    /// Skips a comment, a processing instruction or a CDATA section; false if there is none here.
    fn skip_aside(&mut self, slice: Option<&mut SliceBuilder>) -> Result<bool, ImportError> {
        let ahead = self.cursor.ahead();
        let end: &[u8] = if ahead.starts_with(b"<!--") {
            b"-->"
        } else if ahead.starts_with(b"<?") {
            b"?>"
        } else if ahead.starts_with(b"<![CDATA[") {
            b"]]>"
        } else if ahead.starts_with(b"<!") {
            return Err(ImportError::Broken { what: said!("remarks-xml-doctype"), line: None, path: PathBuf::new() });
        } else {
            return Ok(false);
        };
        self.take_past(end, slice)?;
        Ok(true)
    }

    /// Takes bytes up to and with `end`, or to the end of the file.
    fn take_past(&mut self, end: &[u8], mut slice: Option<&mut SliceBuilder>) -> Result<(), ImportError> {
        loop {
            self.fill(MARK)?;
            let ahead = self.cursor.ahead();
            if ahead.is_empty() {
                return Ok(());
            }
            let found = memmem::find(ahead, end);
            let count = match found {
                Some(at) => at + end.len(),
                None if self.cursor.sees_end() => ahead.len(),
                None => ahead.len() + 1 - end.len(),
            };
            if let Some(slice) = slice.as_deref_mut() {
                slice.push(ahead.get(..count).unwrap_or_default());
            }
            self.cursor.consume(count);
            if found.is_some() {
                return Ok(());
            }
        }
    }

    fn fill(&mut self, wanted: usize) -> Result<(), ImportError> {
        self.cursor.fill(wanted).map_err(|source| ImportError::Read { path: PathBuf::new(), source })
    }
}

/// Whether a message's element, or the end of all of them, begins here.
fn begins_message(ahead: &[u8]) -> bool {
    [&b"<sms "[..], b"<mms ", b"</smses"].iter().any(|start| ahead.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    fn cut(text: &str) -> Result<Vec<(u64, String, End)>, ImportError> {
        let mut input = Cursor::new(text.as_bytes().to_vec());
        let mut elements = Elements::new(ByteCursor::new(&mut input).unwrap());
        let mut found = Vec::new();
        while let Some(element) = elements.next()? {
            found.push((element.slice.offset, String::from_utf8(element.slice.bytes).unwrap(), element.end));
        }
        Ok(found)
    }

    #[test]
    fn elements_are_cut_where_they_begin_and_end() {
        let text = "<?xml version='1.0'?><!-- <sms a=\"0\"/> --><smses count=\"2\">\n <sms body=\"1 > 0\" />\n<mms a='\"'><parts><part text=\"x\"/></parts></mms></smses>";
        let found = cut(text).unwrap();
        let texts: Vec<&str> = found.iter().map(|(_, text, _)| text.as_str()).collect();
        assert_eq!(texts, ["<sms body=\"1 > 0\" />", "<mms a='\"'><parts><part text=\"x\"/></parts></mms>"]);
        for (offset, element, end) in &found {
            assert_eq!(&text[*offset as usize..*offset as usize + element.len()], element);
            assert_eq!(*end, End::Whole);
        }
    }

    #[test]
    fn a_quote_never_closed_costs_one_message_only() {
        let found = cut("<smses><sms a=\"1\" body=\"jamais fermé /><sms a=\"2\" /></smses>").unwrap();
        assert_eq!(found.len(), 2);
        assert_eq!(found[0].2, End::Damaged);
        assert_eq!(found[1].1, "<sms a=\"2\" />");
    }

    #[test]
    fn a_cut_file_gives_its_last_element_closed_by_hand() {
        let found = cut("<smses><sms a=\"1\" body=\"coup").unwrap();
        assert_eq!(found, [(7, "<sms a=\"1\" body=\"coup\" />".to_owned(), End::Cut)]);
        assert_eq!(cut("<smses><mms a=\"1\"><parts>").unwrap()[0].2, End::Cut);
    }

    #[test]
    fn a_document_type_and_deep_nesting_are_refused() {
        assert!(matches!(cut("<!DOCTYPE smses [<!ENTITY a \"b\">]><smses><sms/></smses>"), Err(ImportError::Broken { .. })));
        assert!(matches!(cut("<smses><mms><!ENTITY a \"b\"></mms></smses>"), Err(ImportError::Broken { .. })));
        assert!(matches!(cut(&format!("<smses>{}", "<a>".repeat(300))), Err(ImportError::TooLarge { .. })));
    }

    #[test]
    fn a_giant_value_is_hashed_whole_and_kept_in_part() {
        let text = format!("<smses><mms><part data=\"{}\"/></mms><sms a=\"1\"/></smses>", "QUJD".repeat(1_000_000));
        let mut input = Cursor::new(text.clone().into_bytes());
        let mut elements = Elements::new(ByteCursor::new(&mut input).unwrap());
        let element = elements.next().unwrap().unwrap();
        assert!(element.slice.bytes.len() < VALUE_LIMIT + 100);
        let (start, length) = (element.slice.offset as usize, element.slice.length as usize);
        assert_eq!(element.slice.sha256, super::super::slice::sha256(&text.as_bytes()[start..start + length]));
        assert!(text[start..start + length].ends_with("</mms>"));
        assert_eq!(elements.next().unwrap().unwrap().slice.bytes, b"<sms a=\"1\"/>");
    }
}
