//! Messages as they come, read from files: every sample in `tests/data/messages` with what must be read from it beside it, damaged copies of them, and
//! what `inspect` writes.
//!
//! `UPDATE_GOLDEN=1 cargo test --test it messages` rewrites the expectations; look at the difference before committing it.

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};
use sourcier::import::{Head, ImportError, Input, InspectCounts, ReadOptions, Sheet, Sink, inspect, is_received, message_formats};
use sourcier::job::{Cancellable, Unwatched};
use sourcier::model::{Message, Said};
use sourcier::words::english;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Cursor, Read, Seek, SeekFrom};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// Keeps everything a format says.
#[derive(Default)]
struct Everything {
    messages: Vec<Message>,
    rejections: Vec<(Option<u64>, String)>,
    warnings: Vec<(Option<u64>, String)>,
    stop_after: Option<usize>,
}

impl Sink for Everything {
    fn message(&mut self, message: Message) -> ControlFlow<()> {
        self.messages.push(message);
        if self.stop_after == Some(self.messages.len()) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
    fn sheet(&mut self, _: Sheet) -> ControlFlow<()> {
        panic!("messages are no tables")
    }
    fn row(&mut self, _: u64, _: Vec<String>) -> ControlFlow<()> {
        panic!("messages are no tables")
    }
    fn reject(&mut self, line: Option<u64>, reason: Said) -> ControlFlow<()> {
        self.rejections.push((line, english(&reason)));
        ControlFlow::Continue(())
    }
    fn warn(&mut self, line: Option<u64>, what: Said) {
        self.warnings.push((line, english(&what)));
    }
}

fn read_as(name: &str, bytes: &[u8]) -> Result<Everything, ImportError> {
    let formats = message_formats();
    let format = formats.iter().find(|format| format.name() == name).unwrap_or_else(|| panic!("no format {name}"));
    let mut everything = Everything::default();
    format.read(&mut Cursor::new(bytes), &ReadOptions::default(), &mut everything, &Unwatched)?;
    Ok(everything)
}

/// The format that accepts these bytes.
fn detect(bytes: &[u8], path: &Path) -> Option<&'static str> {
    let head = Head { bytes: &bytes[..bytes.len().min(64 * 1024)], path };
    message_formats().iter().find(|format| format.accepts(head)).map(|format| format.name())
}

fn read(bytes: &[u8], path: &Path) -> Everything {
    let name = detect(bytes, path).unwrap_or_else(|| panic!("{} is not accepted", path.display()));
    read_as(name, bytes).unwrap()
}

fn samples() -> Vec<PathBuf> {
    let mut samples: Vec<PathBuf> = fs::read_dir("tests/data/messages")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| matches!(path.extension().and_then(|name| name.to_str()), Some("eml" | "mbox" | "xml" | "txt" | "pdf")))
        .collect();
    samples.sort();
    samples
}

fn sample(name: &str) -> (Vec<u8>, PathBuf) {
    let path = Path::new("tests/data/messages").join(name);
    (fs::read(&path).unwrap(), path)
}

/// A message without what only the case knows and without what is empty.
fn recorded(message: &Message) -> Value {
    const FROM_THE_CASE: [&str; 9] = ["said", "id", "import", "evidence", "campaign", "duplicate_of", "found_by", "sigma", "recipients"];
    // The same as the warnings, for every language.
    assert_eq!(message.warnings, message.said.iter().map(english).collect::<Vec<_>>());
    let Value::Object(fields) = serde_json::to_value(message).unwrap() else { panic!("a message is an object") };
    let is_empty = |value: &Value| value.is_null() || value == "" || value == &json!([]) || value == &json!(false);
    Value::Object(fields.into_iter().filter(|(name, value)| !FROM_THE_CASE.contains(&name.as_str()) && !is_empty(value)).collect::<Map<_, _>>())
}

fn transcript(everything: &Everything) -> String {
    let mut text = String::new();
    for message in &everything.messages {
        writeln!(text, "{}", recorded(message)).unwrap();
    }
    for (line, reason) in &everything.rejections {
        writeln!(text, "{}", json!({ "rejected": reason, "line": line })).unwrap();
    }
    for (line, what) in &everything.warnings {
        writeln!(text, "{}", json!({ "warning": what, "line": line })).unwrap();
    }
    text
}

#[test]
fn every_sample_message_file_reads_as_recorded() {
    let samples = samples();
    assert!(samples.len() >= 30, "the samples are missing");
    let mut differences = Vec::new();
    for path in samples {
        let actual = transcript(&read(&fs::read(&path).unwrap(), &path));
        let expected_path = PathBuf::from(format!("{}.expected.jsonl", path.display()));
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            fs::write(&expected_path, &actual).unwrap();
        } else if fs::read_to_string(&expected_path).unwrap_or_default() != actual {
            differences.push(format!("{}\nnow read as\n{actual}", path.display()));
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

#[test]
fn every_digest_is_that_of_the_named_slice() {
    for path in samples() {
        let bytes = fs::read(&path).unwrap();
        for message in read(&bytes, &path).messages {
            let slice = &bytes[message.offset as usize..(message.offset + message.length) as usize];
            let digest: String = Sha256::digest(slice).iter().fold(String::new(), |mut text, byte| {
                write!(text, "{byte:02x}").unwrap();
                text
            });
            assert_eq!(message.sha256, digest, "{} message {}", path.display(), message.index);
        }
    }
}

#[test]
fn a_message_in_a_mailbox_has_the_digest_it_had_as_a_file() {
    let (eml, path) = sample("campaign-plain.eml");
    let alone = read(&eml, &path).messages.remove(0);
    let mbox = [b"From x@y.example Mon Jan 10 09:12:00 2011\n", &eml[..], b"\nFrom x@y.example Mon Jan 10 09:12:00 2011\n", &eml, b"\n"].concat();
    let boxed = read(&mbox, Path::new("all.mbox"));
    assert_eq!(boxed.messages.len(), 2);
    for message in boxed.messages {
        assert_eq!(message.sha256, alone.sha256);
        assert_eq!(message.text, alone.text);
    }
}

#[test]
fn the_format_is_told_by_the_content_and_not_by_the_name() {
    for path in samples() {
        let bytes = fs::read(&path).unwrap();
        let expected = match path.extension().and_then(|name| name.to_str()) {
            Some("xml") => "sms-xml",
            Some("txt" | "pdf") => "letter",
            Some(name) => name,
            None => panic!("{} has no extension", path.display()),
        };
        assert_eq!(detect(&bytes, Path::new("renamed.bin")), Some(static_name(expected)), "{}", path.display());
    }
}

fn static_name(name: &str) -> &'static str {
    message_formats().iter().map(|format| format.name()).find(|known| *known == name).unwrap()
}

#[test]
fn sent_sms_are_shown_and_marked() {
    let (bytes, path) = sample("backup.xml");
    let everything = read(&bytes, &path);
    let received: Vec<bool> = everything.messages.iter().map(is_received).collect();
    assert_eq!(received, [true, false, true, true, true, false]);
    assert_eq!(everything.rejections.len(), 1, "the call is no message and is not dropped in silence");
}

#[test]
fn a_document_type_is_refused() {
    let bomb = b"<?xml version=\"1.0\"?><!DOCTYPE smses [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><smses><sms body=\"&b;\"/></smses>";
    assert_eq!(detect(bomb, Path::new("x.xml")), Some("sms-xml"));
    assert!(matches!(read_as("sms-xml", bomb), Err(ImportError::Broken { .. })));
}

#[test]
fn an_empty_file_and_a_file_of_another_kind_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let inspect_bytes = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        inspect(&path, &mut Vec::new(), true, &Unwatched)
    };
    assert!(matches!(inspect_bytes("empty.eml", b""), Err(ImportError::Empty { .. })));
    assert!(matches!(inspect_bytes("a.mbox", b"PK\x03\x04rest of a ZIP"), Err(ImportError::WrongKind { .. })));
    assert!(matches!(inspect_bytes("a.csv", b"nom;courriel\nMartin;a@x.example\nDurand;b@x.example\n"), Err(ImportError::WrongKind { .. })));
    assert!(matches!(inspect(&folder.path().join("missing.eml"), &mut Vec::new(), true, &Unwatched), Err(ImportError::Missing { .. })));
}

#[test]
fn inspect_writes_the_fields_of_the_contract_in_their_order() {
    let mut output = Vec::new();
    let path = Path::new("tests/data/messages/campaign-plain.eml");
    let counts = inspect(path, &mut output, true, &Unwatched).unwrap();
    assert_eq!((counts.messages, counts.rejected), (1, 0));
    let text = String::from_utf8(output).unwrap();
    assert_eq!(text.lines().count(), 1);
    let object: Map<String, Value> = serde_json::from_str(&text).unwrap();
    let names: Vec<&str> = object.keys().map(String::as_str).collect();
    let contract = "path, index, format, channel, message_id, date_utc, date_raw, from, to, cc, delivered_to, subject, text_prefix, list_unsubscribe, \
                    attachments, sha256, warnings";
    assert_eq!(names.join(", "), contract);
    assert_eq!(object["path"], "tests/data/messages/campaign-plain.eml");
    assert_eq!(object["date_utc"], "2011-01-10T08:12:00Z");
    assert_eq!(object["date_raw"], "Mon, 10 Jan 2011 09:12:00 +0100");
    assert_eq!(object["from"], json!([{ "name": "Fédération de Valmont", "address": "contact@parti-exemple.test" }]));
    assert_eq!(object["subject"], "Rentrée politique : élections de mars");
    assert_eq!(object["delivered_to"][0]["address"], "anna.martin@boite.example");
    assert_eq!(object["list_unsubscribe"], true);
    assert_eq!(object["attachments"], 0);
}

#[test]
fn inspect_reads_every_sample_and_counts_what_it_wrote() {
    for path in samples() {
        let mut output = Vec::new();
        let InspectCounts { messages, .. } = inspect(&path, &mut output, true, &Unwatched).unwrap();
        assert_eq!(String::from_utf8_lossy(&output).lines().count() as u64, messages, "{}", path.display());
        assert!(messages > 0, "{}", path.display());
        let mut output = Vec::new();
        inspect(&path, &mut output, false, &Unwatched).unwrap();
        assert!(!String::from_utf8(output).unwrap().contains('\0'));
    }
}

#[test]
fn a_damaged_message_has_no_date_and_a_warning_and_ends_well() {
    let mut output = Vec::new();
    inspect(Path::new("tests/data/messages/truncated.mbox"), &mut output, true, &Unwatched).unwrap();
    let last: Value = serde_json::from_str(String::from_utf8(output).unwrap().lines().last().unwrap()).unwrap();
    assert_eq!(last["index"], 2);
    assert!(last["warnings"][0].as_str().unwrap().starts_with("truncated"));
    assert_eq!(last["text_prefix"], "Corps coupe au mil");
}

#[test]
fn a_cancelled_reading_stops() {
    let (bytes, _) = sample("mboxo.mbox");
    let cancelled = Cancellable::default();
    cancelled.cancel();
    for format in message_formats() {
        let result = format.read(&mut Cursor::new(&bytes), &ReadOptions::default(), &mut Everything::default(), &cancelled);
        assert!(matches!(result, Err(ImportError::Cancelled | ImportError::WrongKind { .. })), "{}", format.name());
    }
}

#[test]
fn a_sink_that_has_seen_enough_ends_the_reading() {
    let (bytes, _) = sample("mboxo.mbox");
    let mut sink = Everything { stop_after: Some(1), ..Everything::default() };
    let formats = message_formats();
    let format = formats.iter().find(|format| format.name() == "mbox").unwrap();
    format.read(&mut Cursor::new(bytes), &ReadOptions::default(), &mut sink, &Unwatched).unwrap();
    assert_eq!(sink.messages.len(), 1);
}

/// A mailbox that is never in memory: `count` messages of about a kilobyte.
struct Endless {
    message: Vec<u8>,
    at: u64,
    size: u64,
}

impl Read for Endless {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let inside = (self.at % self.message.len() as u64) as usize;
        let rest = &self.message[inside..];
        let count = rest.len().min(buffer.len()).min((self.size - self.at) as usize);
        buffer[..count].copy_from_slice(&rest[..count]);
        self.at += count as u64;
        Ok(count)
    }
}

impl Seek for Endless {
    fn seek(&mut self, position: SeekFrom) -> io::Result<u64> {
        self.at = match position {
            SeekFrom::Start(at) => at,
            SeekFrom::End(by) => self.size.checked_add_signed(by).unwrap(),
            SeekFrom::Current(by) => self.at.checked_add_signed(by).unwrap(),
        };
        Ok(self.at)
    }
}

/// Counts messages and keeps none.
#[derive(Default)]
struct Counting(u64);

impl Sink for Counting {
    fn message(&mut self, _: Message) -> ControlFlow<()> {
        self.0 += 1;
        ControlFlow::Continue(())
    }
    fn sheet(&mut self, _: Sheet) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
    fn row(&mut self, _: u64, _: Vec<String>) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
    fn reject(&mut self, _: Option<u64>, _: Said) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
    fn warn(&mut self, _: Option<u64>, _: Said) {}
}

#[test]
fn a_mailbox_is_read_across_every_border_of_the_buffer() {
    let (eml, _) = sample("campaign-plain.eml");
    let message = [b"From x@y.example Mon Jan 10 09:12:00 2011\n", &eml[..], b"\n"].concat();
    let count = 2000;
    let mut input: Box<dyn Input> = Box::new(Endless { size: message.len() as u64 * count, message, at: 0 });
    let mut sink = Counting::default();
    let formats = message_formats();
    let format = formats.iter().find(|format| format.name() == "mbox").unwrap();
    format.read(&mut input, &ReadOptions::default(), &mut sink, &Unwatched).unwrap();
    assert_eq!(sink.0, count);
}

#[test]
fn a_giant_message_is_read_in_part_and_says_so() {
    let mut eml = b"From: a@x.example\nTo: b@y.example\nSubject: Gros\nDate: 4 Mar 2011 08:00:00 +0100\n\n".to_vec();
    eml.resize(20 * 1024 * 1024, b'x');
    let everything = read(&eml, Path::new("gros.eml"));
    let message = &everything.messages[0];
    assert_eq!(message.length, eml.len() as u64);
    assert_eq!(message.subject, "Gros");
    assert!(message.warnings.iter().any(|warning| warning.starts_with("message_cut")));
    assert!(message.text.len() <= 2 * 1024 * 1024);
}

/// A sample with some bytes changed, taken out, doubled or cut off.
fn damaged() -> impl Strategy<Value = (Vec<u8>, PathBuf)> {
    let change = (any::<prop::sample::Index>(), any::<u8>(), 0..5_u8);
    let noise = prop::sample::select(vec![b'\n', b'"', b'<', b'=', b'-', b'\0', b':', 0xff, b'?', b'&']);
    (prop::sample::select(samples()), prop::collection::vec((change, noise), 1..12)).prop_map(|(path, changes)| {
        let mut bytes = fs::read(&path).unwrap();
        for ((at, byte, kind), noise) in changes {
            if bytes.is_empty() {
                break;
            }
            let at = at.index(bytes.len());
            match kind {
                0 => bytes[at] = byte,
                1 => bytes[at] = noise,
                2 => {
                    bytes.remove(at);
                }
                3 => {
                    let end = (at + usize::from(byte)).min(bytes.len());
                    let piece = bytes[at..end].to_vec();
                    bytes.splice(at..at, piece);
                }
                _ => bytes.truncate(at.max(1)),
            }
        }
        (bytes, path)
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_damage_makes_a_format_panic_or_lose_a_slice((bytes, path) in damaged()) {
        detect(&bytes, &path);
        for format in message_formats() {
            let mut everything = Everything::default();
            if format.read(&mut Cursor::new(&bytes), &ReadOptions::default(), &mut everything, &Unwatched).is_ok() {
                for message in &everything.messages {
                    prop_assert!(message.offset + message.length <= bytes.len() as u64);
                    prop_assert!(!message.warnings.iter().any(|warning| warning.starts_with("unreadable")), "{:?}", message.warnings);
                }
            }
        }
    }

    #[test]
    fn any_bytes_at_all_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
        detect(&bytes, Path::new("x"));
        for format in message_formats() {
            // Refusing is as good as reading; panicking is not.
            format.read(&mut Cursor::new(&bytes), &ReadOptions::default(), &mut Everything::default(), &Unwatched).ok();
        }
    }
}
