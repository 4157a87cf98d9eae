//! What kind of workbook a file is, and whether it keeps to the limits, before anything unpacks it whole.
//!
//! Sizes are counted while reading every part (formats.md §8); what an archive states about itself is not believed.

use super::super::{ImportError, Input};
use super::why;
use crate::job::Progress;
use crate::model::{Arg, Said};
use crate::said;
use std::io::{BufReader, Read as _, SeekFrom};
use std::path::PathBuf;
use zip::ZipArchive;

/// What a workbook may take unpacked.
#[derive(Clone, Copy, Debug)]
struct Limits {
    /// Bytes of one part.
    part: u64,
    /// Bytes of all parts together.
    total: u64,
    /// Entries of the archive.
    entries: usize,
}

/// formats.md §8.
const LIMITS: Limits = Limits { part: 512 << 20, total: 1 << 30, entries: 10_000 };

/// The kinds of workbook.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Office Open XML.
    Xlsx,
    /// Office Open XML with binary sheets.
    Xlsb,
    /// `OpenDocument`.
    Ods,
    /// The format before 2007.
    Xls,
}

impl Kind {
    /// As it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Xlsx => "XLSX",
            Self::Xlsb => "XLSB",
            Self::Ods => "ODS",
            Self::Xls => "XLS",
        }
    }
}

/// What the counting read found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// Which kind of workbook.
    pub kind: Kind,
    /// Whether a sheet may hold formulas.
    pub has_formulas: bool,
}

pub(super) fn broken(what: Said) -> ImportError {
    ImportError::Broken { what, line: None, path: PathBuf::new() }
}

fn too_large(what: Said) -> ImportError {
    ImportError::TooLarge { what, path: PathBuf::new() }
}

pub(super) fn protected() -> ImportError {
    broken(said!("remarks-workbook-password"))
}

/// Reads every part once, counting, and rewinds.
///
/// # Errors
/// [`ImportError::TooLarge`] over a limit; [`ImportError::Broken`] if it is no workbook, is damaged, or is protected by a password.
pub fn inspect(input: &mut dyn Input, progress: &dyn Progress) -> Result<Parts, ImportError> {
    inspect_within(input, LIMITS, progress)
}

fn inspect_within(input: &mut dyn Input, limits: Limits, progress: &dyn Progress) -> Result<Parts, ImportError> {
    let failed = |source| ImportError::Read { path: PathBuf::new(), source };
    let size = input.seek(SeekFrom::End(0)).map_err(failed)?;
    input.rewind().map_err(failed)?;
    if size == 0 {
        return Err(ImportError::Empty { path: PathBuf::new() });
    }
    let mut magic = Vec::new();
    (&mut *input).take(4).read_to_end(&mut magic).map_err(failed)?;
    input.rewind().map_err(failed)?;
    let parts = if magic.starts_with(b"PK") {
        unpack(input, limits, progress)?
    } else if magic == b"\xD0\xCF\x11\xE0" {
        older(input, size, limits)?
    } else {
        return Err(broken(said!("remarks-workbook-none")));
    };
    input.rewind().map_err(failed)?;
    Ok(parts)
}

/// The container of Office before 2007, in which encrypted workbooks are kept to this day.
fn older(input: &mut dyn Input, size: u64, limits: Limits) -> Result<Parts, ImportError> {
    if size > limits.part {
        return Err(too_large(said!("remarks-workbook-large", size = limits.part >> 20)));
    }
    let utf16 = |name: &str| name.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes).map_err(|source| ImportError::Read { path: PathBuf::new(), source })?;
    let has = |name: &str| memchr::memmem::find(&bytes, &utf16(name)).is_some();
    if has("EncryptedPackage") {
        return Err(protected());
    }
    if !has("Workbook") && !has("Book") {
        return Err(broken(said!("remarks-workbook-old")));
    }
    Ok(Parts { kind: Kind::Xls, has_formulas: true })
}

fn unpack(input: &mut dyn Input, limits: Limits, progress: &dyn Progress) -> Result<Parts, ImportError> {
    let mut archive = ZipArchive::new(BufReader::new(input)).map_err(|error| why::archive(&error))?;
    if archive.len() > limits.entries {
        return Err(too_large(said!("remarks-workbook-entries", found = archive.len(), most = limits.entries)));
    }
    let (mut kind, mut is_ods, mut has_formulas, mut total) = (None, false, false, 0);
    let mut buffer = vec![0; 64 * 1024];
    for index in 0..archive.len() {
        if progress.is_cancelled() {
            return Err(ImportError::Cancelled);
        }
        let mut part = archive.by_index(index).map_err(|error| why::archive(&error))?;
        let name = String::from_utf8_lossy(part.name_raw()).into_owned();
        match name.as_str() {
            "xl/workbook.bin" => kind = Some(Kind::Xlsb),
            "content.xml" => is_ods = true,
            name if name.starts_with("xl/") => kind = kind.or(Some(Kind::Xlsx)),
            _ => {}
        }
        let is_sheet = name.starts_with("xl/worksheets/");
        let (mut size, mut tail) = (0, Vec::new());
        loop {
            let read = part.read(&mut buffer).map_err(|error| why::part(&name, &error))?;
            if read == 0 {
                break;
            }
            if size == 0 && declares_entities(&buffer[..read.min(4096)]) {
                return Err(broken(said!("remarks-workbook-doctype", name = Arg::quoted(&name))));
            }
            size += read as u64;
            total += read as u64;
            if size > limits.part || total > limits.total {
                return Err(too_large(said!("remarks-workbook-unpacks", part = limits.part >> 20, total = limits.total >> 20)));
            }
            if is_sheet && !has_formulas {
                tail.extend_from_slice(&buffer[..read]);
                has_formulas = holds_formula(&tail);
                tail.drain(..tail.len().saturating_sub(2));
            }
        }
    }
    let kind = match kind {
        Some(kind) => kind,
        None if is_ods => Kind::Ods,
        None => return Err(broken(said!("remarks-workbook-zip"))),
    };
    Ok(Parts { kind, has_formulas: has_formulas || kind != Kind::Xlsx })
}

fn declares_entities(start: &[u8]) -> bool {
    memchr::memmem::find(start, b"<!DOCTYPE").is_some() || memchr::memmem::find(start, b"<!ENTITY").is_some()
}

/// Whether an element `f` begins here, with or without a namespace prefix.
fn holds_formula(xml: &[u8]) -> bool {
    memchr::memchr_iter(b'f', xml).any(|at| {
        let before = at.checked_sub(1).map(|before| xml[before]);
        matches!(before, Some(b'<' | b':')) && matches!(xml.get(at + 1), Some(b' ' | b'>' | b'/'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::Unwatched;
    use std::io::{Cursor, Write as _};

    /// A workbook's archive whose one sheet is `sheet`.
    fn archive(sheet: &[u8]) -> Cursor<Vec<u8>> {
        let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in [("xl/workbook.xml", &b"<workbook/>"[..]), ("xl/worksheets/sheet1.xml", sheet)] {
            writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap()
    }

    #[test]
    fn what_unpacks_beyond_a_limit_is_refused_while_it_is_counted() {
        let sheet = vec![b' '; 300_000];
        let refused = |limits| match inspect_within(&mut archive(&sheet), limits, &Unwatched) {
            Err(ImportError::TooLarge { what, .. }) => crate::words::english(&what),
            other => panic!("{other:?}"),
        };
        let wide = Limits { part: 1 << 20, total: 1 << 20, entries: 10 };
        assert!(inspect_within(&mut archive(&sheet), wide, &Unwatched).is_ok());
        assert!(refused(Limits { part: 200_000, ..wide }).contains("CSV"));
        assert!(refused(Limits { total: 200_000, ..wide }).contains("CSV"));
        assert!(refused(Limits { entries: 1, ..wide }).contains("2 entries"));
    }

    #[test]
    fn a_part_that_declares_entities_is_not_read() {
        let sheet = b"<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet/>";
        let error = inspect(&mut archive(sheet), &Unwatched).unwrap_err();
        assert!(error.to_string().contains("document type"), "{error}");
    }

    #[test]
    fn formulas_are_seen_with_and_without_a_prefix() {
        assert!(holds_formula(b"<c r=\"A1\"><f>1+1</f><v>2</v></c>"));
        assert!(holds_formula(b"<x:c><x:f t=\"shared\"/></x:c>"));
        assert!(!holds_formula(b"<c r=\"A1\"><is><t>if it fits</t></is></c>"));
    }
}
