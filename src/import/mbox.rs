//! Mailboxes in one file (mbox): mboxo, mboxrd, mboxcl, mboxcl2, Mozilla, Takeout, Netscape. Where one message ends and the next begins.
//!
//! Streams: one message at a time is in memory. What a separator line looks like is in [`super::separator`]; reading a message is in [`super::mail`].

use super::cursor::ByteCursor;
use super::mail::{self, Origin};
use super::remark::coded;
use super::separator::{LOOK_AHEAD, is_separator};
use super::slice::{Slice, SliceBuilder};
use super::{Format, Head, ImportError, Input, ReadOptions, Sink};
use crate::job::Progress;
use crate::model::Said;
use crate::said;
use memchr::{memchr, memmem};
use std::path::PathBuf;

/// The format mbox.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mbox;

impl Format for Mbox {
    fn name(&self) -> &'static str {
        "mbox"
    }

    fn media_type(&self) -> &'static str {
        "application/mbox"
    }

    fn accepts(&self, head: Head<'_>) -> bool {
        is_separator(head.bytes.get(beginning(head.bytes)..).unwrap_or_default(), true)
    }

    fn read(&self, input: &mut dyn Input, _: &ReadOptions, sink: &mut dyn Sink, progress: &dyn Progress) -> Result<(), ImportError> {
        let failed = |source| ImportError::Read { path: PathBuf::new(), source };
        let mut mailbox = Mailbox::open(input).map_err(failed)?;
        if mailbox.size == 0 {
            return Err(ImportError::Empty { path: PathBuf::new() });
        }
        if !mailbox.find_first().map_err(failed)? {
            return Err(ImportError::WrongKind {
                found: said!("remarks-look-no-mailbox"),
                wanted: said!("remarks-wanted-mailbox"),
                path: PathBuf::new(),
            });
        }
        let now = jiff::Timestamp::now();
        let mut index = 0;
        if mailbox.preamble > 0 {
            sink.warn(None, said!("remarks-preamble", bytes = mailbox.preamble));
        }
        while let Some(found) = mailbox.next(progress).map_err(failed)? {
            if progress.is_cancelled() {
                return Err(ImportError::Cancelled);
            }
            progress.advance(mailbox.cursor.offset(), Some(mailbox.size));
            let origin = Origin {
                format: "mbox",
                offset: found.slice.offset,
                length: found.slice.length,
                sha256: found.slice.sha256,
                is_verbatim: matches!(found.text, Text::Verbatim),
                now,
                warnings: found.warnings,
            };
            let bytes = match &found.text {
                Text::Verbatim => &found.slice.bytes,
                Text::Unquoted(bytes) => bytes,
            };
            for mut message in mail::read(bytes, &origin) {
                message.index = index;
                index += 1;
                if sink.message(message).is_break() {
                    return Ok(());
                }
            }
        }
        if progress.is_cancelled() { Err(ImportError::Cancelled) } else { Ok(()) }
    }
}

/// Length of a byte order mark and empty lines before the first separator.
fn beginning(bytes: &[u8]) -> usize {
    let mark = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    mark + bytes.iter().skip(mark).take_while(|byte| matches!(byte, b'\r' | b'\n')).count()
}

/// The bytes to be read as a message.
enum Text {
    /// Those of the slice.
    Verbatim,
    /// The same with one `>` taken from `>From ` lines.
    Unquoted(Vec<u8>),
}

/// One message of the mailbox.
struct Found {
    slice: Slice,
    text: Text,
    warnings: Vec<Said>,
}

/// A mailbox being read.
struct Mailbox<'a> {
    cursor: ByteCursor<'a>,
    size: u64,
    preamble: u64,
    /// A `>>From ` line was met: the writer quotes quoted lines too, so a `>` can be taken off for certain (mboxrd).
    is_rd: bool,
}

impl<'a> Mailbox<'a> {
    fn open(input: &'a mut dyn Input) -> std::io::Result<Self> {
        let mut cursor = ByteCursor::new(input)?;
        let size = cursor.size()?;
        cursor.fill(LOOK_AHEAD)?;
        let start = beginning(cursor.ahead());
        cursor.consume(start);
        Ok(Self { cursor, size, preamble: 0, is_rd: false })
    }

    /// Goes to the first separator; false if there is none.
    fn find_first(&mut self) -> std::io::Result<bool> {
        self.cursor.fill(LOOK_AHEAD)?;
        if is_separator(self.cursor.ahead(), true) {
            return Ok(true);
        }
        let start = self.cursor.offset();
        let mut skipped = Ending::new(SliceBuilder::new(start));
        self.scan(&mut skipped, &crate::job::Unwatched)?;
        self.preamble = self.cursor.offset() - start;
        Ok(!self.cursor.is_at_end())
    }

    /// The next message. The cursor stands on its separator line.
    fn next(&mut self, progress: &dyn Progress) -> std::io::Result<Option<Found>> {
        self.cursor.fill(LOOK_AHEAD)?;
        if self.cursor.is_at_end() {
            return Ok(None);
        }
        let line = memchr(b'\n', self.cursor.ahead()).map_or(self.cursor.ahead().len(), |end| end + 1);
        self.cursor.consume(line);
        let mut ending = Ending::new(SliceBuilder::new(self.cursor.offset()));
        let announced = self.content_length()?;
        let end = announced.filter(|end| *end <= self.size);
        if let Some(end) = end
            && self.lands(end)?
        {
            self.take_until(end, &mut ending, progress)?;
        }
        let is_whole_line = self.scan(&mut ending, progress)?;
        let slice = ending.finish();
        let mut warnings = Vec::new();
        let at_end = self.cursor.is_at_end();
        if slice.is_cut {
            warnings.push(coded("message_cut", said!("remarks-message-cut")));
        }
        if at_end && !is_whole_line {
            warnings.push(coded("truncated", said!("remarks-truncated-3")));
        } else if at_end && announced.is_some_and(|end| end > self.size + 2) {
            warnings.push(coded("truncated", said!("remarks-truncated-4")));
        }
        let text = self.unquote(&slice.bytes, &mut warnings);
        Ok(Some(Found { slice, text, warnings }))
    }

    /// Takes bytes up to the next separator or the end of the file. Answers whether the last line is whole.
    fn scan(&mut self, ending: &mut Ending, progress: &dyn Progress) -> std::io::Result<bool> {
        let finder = memmem::Finder::new(b"\nFrom ");
        // A separator may follow the last one at once: an empty message.
        let mut is_line_start = ending.is_at_line_start();
        loop {
            self.cursor.fill(LOOK_AHEAD)?;
            if self.cursor.is_at_end() || progress.is_cancelled() {
                return Ok(ending.is_at_line_start());
            }
            let ahead = self.cursor.ahead();
            if is_line_start && ahead.starts_with(b"From ") {
                if is_separator(ahead, ending.is_after_empty_line()) {
                    return Ok(true);
                }
                // Not a separator: text that happens to begin like one.
                ending.push(b"From ");
                self.cursor.consume(5);
                is_line_start = false;
                continue;
            }
            let (count, found) = match finder.find(ahead) {
                Some(at) => (at + 1, true),
                None if self.cursor.sees_end() => (ahead.len(), false),
                // The last bytes may be the beginning of a separator.
                None => (ahead.len() - 5, false),
            };
            ending.push(ahead.get(..count).unwrap_or_default());
            self.cursor.consume(count);
            is_line_start = found || ending.is_at_line_start();
        }
    }

    /// Takes bytes up to a place in the file, without looking for separators.
    fn take_until(&mut self, end: u64, ending: &mut Ending, progress: &dyn Progress) -> std::io::Result<()> {
        while self.cursor.offset() < end && !progress.is_cancelled() {
            self.cursor.fill(1)?;
            let left = usize::try_from(end - self.cursor.offset()).unwrap_or(usize::MAX);
            let count = self.cursor.ahead().len().min(left);
            if count == 0 {
                break;
            }
            ending.push(self.cursor.ahead().get(..count).unwrap_or_default());
            self.cursor.consume(count);
        }
        Ok(())
    }

    /// Where the message ahead ends if its Content-Length is right.
    fn content_length(&mut self) -> std::io::Result<Option<u64>> {
        const NAME: &[u8] = b"content-length:";
        self.cursor.fill(LOOK_AHEAD)?;
        let mut at = 0;
        let mut length = None;
        let ahead = self.cursor.ahead();
        while let Some(rest) = ahead.get(at..).filter(|rest| !rest.is_empty()) {
            let end = memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
            let line = rest.get(..end).unwrap_or_default();
            at += end;
            if line.trim_ascii().is_empty() {
                return Ok(length.map(|length: u64| self.cursor.offset().saturating_add(at as u64).saturating_add(length)));
            }
            if line.get(..NAME.len()).is_some_and(|start| start.eq_ignore_ascii_case(NAME)) {
                length = line.get(NAME.len()..).and_then(|value| std::str::from_utf8(value).ok()).and_then(|value| value.trim().parse().ok());
            }
        }
        Ok(None)
    }

    /// Whether a message that ends there is followed by a separator or the end of the file, with at most two line breaks between.
    fn lands(&mut self, end: u64) -> std::io::Result<bool> {
        if end < self.cursor.offset() {
            return Ok(false);
        }
        if end == self.size {
            return Ok(true);
        }
        let before = self.cursor.peek_at(end.saturating_sub(1), 1)?;
        let bytes = self.cursor.peek_at(end, LOOK_AHEAD)?;
        let breaks = bytes.iter().take(4).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let rest = bytes.get(breaks..).unwrap_or_default();
        Ok((breaks > 0 || before == b"\n") && (rest.is_empty() || is_separator(rest, true)))
    }

    /// Takes one `>` from `>From ` lines if the mailbox proves to be of the kind that quotes reversibly.
    fn unquote(&mut self, bytes: &[u8], warnings: &mut Vec<Said>) -> Text {
        if memmem::find(bytes, b"\n>From ").is_none() && memmem::find(bytes, b"\n>>From ").is_none() {
            return Text::Verbatim;
        }
        self.is_rd |= memmem::find(bytes, b"\n>>From ").is_some();
        if !self.is_rd {
            warnings.push(coded("from_quoted", said!("remarks-from-quoted")));
            return Text::Verbatim;
        }
        warnings.push(coded("from_unquoted", said!("remarks-from-unquoted")));
        let mut text = Vec::with_capacity(bytes.len());
        for line in bytes.split_inclusive(|&byte| byte == b'\n') {
            let quotes = line.iter().take_while(|&&byte| byte == b'>').count();
            let is_quoted = quotes > 0 && line.get(quotes..).is_some_and(|rest| rest.starts_with(b"From "));
            text.extend_from_slice(if is_quoted { line.get(1..).unwrap_or_default() } else { line });
        }
        Text::Unquoted(text)
    }
}

/// A slice whose last bytes are held back, because the empty line before a separator belongs to the mailbox and not to the message.
struct Ending {
    slice: SliceBuilder,
    held: Vec<u8>,
    is_empty: bool,
}

impl Ending {
    fn new(slice: SliceBuilder) -> Self {
        Self { slice, held: Vec::with_capacity(8), is_empty: true }
    }

    fn push(&mut self, bytes: &[u8]) {
        self.is_empty &= bytes.is_empty();
        if bytes.len() >= 3 {
            let (start, end) = bytes.split_at(bytes.len() - 3);
            self.slice.push(&self.held);
            self.slice.push(start);
            self.held.clear();
            self.held.extend_from_slice(end);
        } else {
            self.held.extend_from_slice(bytes);
            let surplus = self.held.len().saturating_sub(3);
            self.slice.push(self.held.get(..surplus).unwrap_or_default());
            self.held.drain(..surplus);
        }
    }

    fn is_at_line_start(&self) -> bool {
        self.is_empty || self.held.ends_with(b"\n")
    }

    fn is_after_empty_line(&self) -> bool {
        self.empty_line() > 0
    }

    /// Length of the empty line at the end.
    fn empty_line(&self) -> usize {
        let is_whole = self.slice.kept().is_empty();
        match self.held.as_slice() {
            [.., b'\n', b'\r', b'\n'] => 2,
            [b'\r', b'\n'] if is_whole => 2,
            [.., b'\n', b'\n'] => 1,
            [b'\n'] if is_whole => 1,
            _ => 0,
        }
    }

    fn finish(mut self) -> Slice {
        let kept = self.held.len() - self.empty_line();
        self.slice.push(self.held.get(..kept).unwrap_or_default());
        self.slice.finish()
    }
}
