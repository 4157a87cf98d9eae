//! `sourcier inspect`: what is in a message file, without a case. One object or one block of lines a message, written as it is read.
//!
//! Streams: neither the file nor the list of messages is ever held.

use super::{ImportError, ReadOptions, Sheet, Sink, detect};
use crate::job::{Progress, Stage};
use crate::model::{Address, ImportKind, Message, Rejection, Said};
use crate::words::rejection;
use serde::Serialize;
use std::fs::File;
use std::io::{self, Write};
use std::ops::ControlFlow;
use std::path::Path;

/// Characters of the text that are shown.
const PREFIX: usize = 200;
/// Rejections and warnings about the file that are kept for the summary; all are counted.
const KEPT: usize = 1000;

/// What was seen in one file. `found = messages + rejected`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct InspectCounts {
    /// Messages written.
    pub messages: u64,
    /// How many of those carry a warning.
    pub warned: u64,
    /// Items that could not be read as a message.
    pub rejected: u64,
    /// The first 1,000 of those, with their number in the file and the reason.
    pub rejections: Vec<Rejection>,
    /// What is odd about the file as a whole, at most 1,000.
    pub warnings: Vec<Rejection>,
}

/// Reads a message file and writes what is in it, as JSON lines (cli.md) or as lines for people.
///
/// A reader that goes away (a closed pipe) ends the work without an error.
///
/// # Errors
/// [`ImportError`] if the file as a whole cannot be used, or if nothing can be written.
pub fn inspect(path: &Path, output: &mut dyn Write, jsonl: bool, progress: &dyn Progress) -> Result<InspectCounts, ImportError> {
    let format = detect(path, ImportKind::Messages)?;
    progress.stage(Stage::Reading, &path.to_string_lossy());
    let mut file = File::open(path).map_err(|source| ImportError::Read { path: path.to_owned(), source })?;
    let mut sink = Printer { path: path.to_string_lossy().into_owned(), output, jsonl, counts: InspectCounts::default(), failure: None };
    let result = format.read(&mut file, &ReadOptions::default(), &mut sink, progress).map_err(|error| error.at(path));
    let flushed = sink.output.flush();
    let Printer { counts, failure, .. } = sink;
    result?;
    match failure.map_or(flushed, Err) {
        Err(source) if source.kind() != io::ErrorKind::BrokenPipe => Err(ImportError::Write { source }),
        _ => Ok(counts),
    }
}

/// One line of `--jsonl`. Names and order are the contract of cli.md.
#[derive(Serialize)]
struct Line<'a> {
    path: &'a str,
    index: u64,
    format: &'a str,
    channel: crate::model::Channel,
    message_id: &'a str,
    date_utc: Option<String>,
    date_raw: &'a str,
    from: &'a [Address],
    to: &'a [Address],
    cc: &'a [Address],
    delivered_to: &'a [Address],
    subject: &'a str,
    text_prefix: String,
    list_unsubscribe: bool,
    attachments: usize,
    sha256: &'a str,
    warnings: &'a [String],
}

struct Printer<'a> {
    path: String,
    output: &'a mut dyn Write,
    jsonl: bool,
    counts: InspectCounts,
    failure: Option<io::Error>,
}

impl Printer<'_> {
    fn print(&mut self, message: &Message) -> io::Result<()> {
        let line = Line {
            path: &self.path,
            index: message.index,
            format: &message.format,
            channel: message.channel,
            message_id: &message.message_id,
            date_utc: message.sent_at.map(|instant| instant.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()),
            date_raw: &message.date_raw,
            from: &message.from,
            to: &message.to,
            cc: &message.cc,
            delivered_to: &message.delivered_to,
            subject: &message.subject,
            text_prefix: prefix(&message.text),
            list_unsubscribe: message.has_list_unsubscribe,
            attachments: message.attachments.len(),
            sha256: &message.sha256,
            warnings: &message.warnings,
        };
        if self.jsonl {
            serde_json::to_writer(&mut *self.output, &line)?;
            return self.output.write_all(b"\n");
        }
        // The same names as in the objects: this is a listing, not prose, and reads alike in every language.
        let date = line.date_utc.as_deref().unwrap_or(line.date_raw);
        writeln!(self.output, "{} [{}] {} {}", line.path, line.index, line.format, date)?;
        for (name, addresses) in [("from", line.from), ("to", line.to), ("cc", line.cc), ("delivered_to", line.delivered_to)] {
            if !addresses.is_empty() {
                writeln!(self.output, "  {name}  {}", addresses.iter().map(one_line).collect::<Vec<_>>().join(", "))?;
            }
        }
        let attachments = message.attachments.join(", ");
        for (name, value) in
            [("subject", line.subject), ("text", line.text_prefix.as_str()), ("attachments", &attachments), ("message_id", line.message_id)]
        {
            if !value.is_empty() {
                writeln!(self.output, "  {name}  {}", visible(value))?;
            }
        }
        if line.list_unsubscribe {
            writeln!(self.output, "  list_unsubscribe  true")?;
        }
        for warning in line.warnings {
            writeln!(self.output, "  ! {}", visible(warning))?;
        }
        Ok(())
    }
}

impl Sink for Printer<'_> {
    fn message(&mut self, message: Message) -> ControlFlow<()> {
        self.counts.messages += 1;
        self.counts.warned += u64::from(!message.warnings.is_empty());
        match self.print(&message) {
            Ok(()) => ControlFlow::Continue(()),
            Err(error) => {
                self.failure = Some(error);
                ControlFlow::Break(())
            }
        }
    }

    fn sheet(&mut self, _: Sheet) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn row(&mut self, _: u64, _: Vec<String>) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn reject(&mut self, line: Option<u64>, reason: Said) -> ControlFlow<()> {
        self.counts.rejected += 1;
        if self.counts.rejections.len() < KEPT {
            self.counts.rejections.push(rejection(line, reason));
        }
        ControlFlow::Continue(())
    }

    fn warn(&mut self, line: Option<u64>, what: Said) {
        if self.counts.warnings.len() < KEPT {
            self.counts.warnings.push(rejection(line, what));
        }
    }
}

fn one_line(address: &Address) -> String {
    match (address.name.as_str(), address.address.as_str()) {
        ("", address) => visible(address),
        (name, "") => visible(name),
        (name, address) => format!("{} <{}>", visible(name), visible(address)),
    }
}

/// The first 200 characters, white space folded.
fn prefix(text: &str) -> String {
    let mut prefix = String::new();
    let mut count = 0;
    for word in text.split_whitespace() {
        if count > 0 {
            prefix.push(' ');
            count += 1;
        }
        for c in word.chars() {
            if count >= PREFIX {
                prefix.truncate(prefix.trim_end().len());
                return prefix;
            }
            prefix.push(c);
            count += 1;
        }
    }
    prefix
}

/// Control characters shown instead of obeyed: a message must not steer the terminal or turn its line around.
fn visible(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}' => '\u{fffd}',
            c if c.is_control() => '\u{fffd}',
            c => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_prefix_is_200_characters_with_folded_white_space() {
        assert_eq!(prefix("  Chers\n\n adhérents,\t"), "Chers adhérents,");
        assert_eq!(prefix(&"é ".repeat(300)).chars().count(), 199);
        assert_eq!(prefix(&"x".repeat(300)).chars().count(), 200);
    }

    #[test]
    fn a_message_cannot_steer_the_terminal() {
        assert_eq!(visible("a\u{1b}[2Jb\u{202e}c"), "a\u{fffd}[2Jb\u{fffd}c");
    }
}
