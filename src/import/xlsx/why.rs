//! Why a workbook cannot be read, in sentences of ours. What libraries say of it is in English: it stands behind, as a technical detail, where nothing
//! better is known.

use super::super::ImportError;
use super::super::xml_error;
use super::archive::{broken, protected};
use crate::model::{Arg, Said};
use crate::said;
use crate::words::system;
use calamine::{OdsError, XlsError, XlsbError, XlsxError};
use std::io::ErrorKind;
use zip::result::ZipError;

/// Puts an error of calamine into a sentence.
pub trait Explain {
    fn explain(self) -> ImportError;
}

/// A workbook of which `error` says more, in English.
fn damaged(why: Option<Said>, error: &impl std::fmt::Display) -> ImportError {
    broken(match why {
        Some(why) => said!("remarks-workbook-damaged-why", why = why),
        None => said!("remarks-workbook-damaged", error = error.to_string()),
    })
}

impl Explain for XlsxError {
    fn explain(self) -> ImportError {
        let why = match &self {
            Self::Password => return protected(),
            Self::Io(error) => Some(unpacking(error)),
            Self::Zip(error) => zip(error),
            Self::Xml(error) => xml_error::why(error),
            Self::XmlAttr(_) => Some(said!("remarks-xml-attribute")),
            Self::Encoding(_) => Some(said!("remarks-xml-encoding")),
            Self::XmlEof(_) => Some(cut()),
            Self::FileNotFound(name) => Some(part_missing(name)),
            Self::RelationshipNotFound => Some(said!("remarks-cause-links")),
            Self::WorksheetNotFound(name) | Self::NotAWorksheet(name) => Some(sheet_missing(name)),
            Self::ParseFloat(_) | Self::ParseInt(_) | Self::CellTAttribute(_) | Self::CellError(_) => Some(said!("remarks-cause-value")),
            Self::Alphanumeric(_)
            | Self::NumericColumn(_)
            | Self::RangeWithoutColumnComponent
            | Self::RangeWithoutRowComponent
            | Self::ColumnNumberOverflow
            | Self::RowNumberOverflow
            | Self::DimensionCount(_) => Some(said!("remarks-cause-place")),
            _ => None,
        };
        damaged(why, &self)
    }
}

impl Explain for XlsbError {
    fn explain(self) -> ImportError {
        let why = match &self {
            Self::Password => return protected(),
            Self::Io(error) => Some(unpacking(error)),
            Self::Zip(error) => zip(error),
            Self::Xml(error) => xml_error::why(error),
            Self::XmlAttr(_) => Some(said!("remarks-xml-attribute")),
            Self::Encoding(_) => Some(said!("remarks-xml-encoding")),
            Self::FileNotFound(name) => Some(part_missing(name)),
            Self::WorksheetNotFound(name) => Some(sheet_missing(name)),
            Self::WideStr { .. } => Some(cut()),
            Self::CellError(_) => Some(said!("remarks-cause-value")),
            _ => None,
        };
        damaged(why, &self)
    }
}

impl Explain for OdsError {
    fn explain(self) -> ImportError {
        let why = match &self {
            Self::Password => return protected(),
            Self::Io(error) => Some(unpacking(error)),
            Self::Zip(error) => zip(error),
            Self::Xml(error) => xml_error::why(error),
            Self::XmlAttr(_) | Self::AttrError(_) => Some(said!("remarks-xml-attribute")),
            Self::EncodingError(_) => Some(said!("remarks-xml-encoding")),
            Self::Eof(_) => Some(cut()),
            Self::FileNotFound(name) => Some(part_missing(name)),
            Self::WorksheetNotFound(name) => Some(sheet_missing(name)),
            Self::ParseInt(_) | Self::ParseFloat(_) | Self::ParseBool(_) => Some(said!("remarks-cause-value")),
            Self::InvalidMime(_) => Some(said!("remarks-cause-kind")),
            _ => None,
        };
        damaged(why, &self)
    }
}

impl Explain for XlsError {
    fn explain(self) -> ImportError {
        let why = match &self {
            Self::Password => return protected(),
            Self::Io(error) => Some(unpacking(error)),
            Self::Cfb(_) => Some(said!("remarks-cause-container")),
            Self::EoStream(_) | Self::ContinueRecordTooShort | Self::Len { .. } => Some(cut()),
            Self::WorksheetNotFound(name) => Some(sheet_missing(name)),
            _ => None,
        };
        damaged(why, &self)
    }
}

/// An archive that cannot be opened.
pub fn archive(error: &ZipError) -> ImportError {
    match error {
        ZipError::UnsupportedArchive(what) if *what == ZipError::PASSWORD_REQUIRED => protected(),
        ZipError::InvalidPassword => protected(),
        other => broken(match zip(other) {
            Some(why) => said!("remarks-workbook-archive-why", why = why),
            None => said!("remarks-workbook-archive", error = other.to_string()),
        }),
    }
}

/// A part of a workbook that cannot be unpacked.
pub fn part(name: &str, error: &std::io::Error) -> ImportError {
    broken(said!("remarks-workbook-part", name = Arg::quoted(name), why = unpacking(error)))
}

fn zip(error: &ZipError) -> Option<Said> {
    Some(match error {
        ZipError::Io(error) => unpacking(error),
        // A file without its end is not told apart from one that never was an archive.
        ZipError::InvalidArchive(_) => said!("remarks-cause-archive"),
        ZipError::UnsupportedArchive(_) | ZipError::CompressionMethodNotSupported(_) => said!("remarks-cause-method"),
        ZipError::FileNotFound => said!("remarks-cause-links"),
        _ => return None,
    })
}

/// Unpacking reads from what is in memory or on the disk: what is wrong is the data, unless the system says something else.
fn unpacking(error: &std::io::Error) -> Said {
    match error.kind() {
        ErrorKind::InvalidData | ErrorKind::InvalidInput | ErrorKind::Other => said!("remarks-cause-packed"),
        ErrorKind::UnexpectedEof => cut(),
        _ => system::cause(error),
    }
}

fn cut() -> Said {
    said!("remarks-cause-cut")
}

fn part_missing(name: &str) -> Said {
    said!("remarks-cause-part-missing", name = Arg::quoted(name))
}

fn sheet_missing(name: &str) -> Said {
    said!("remarks-cause-sheet-missing", name = Arg::quoted(name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::english;

    fn said_of(error: impl Explain) -> String {
        english(&error.explain().said().unwrap())
    }

    #[test]
    fn what_is_known_is_said_and_what_is_not_is_a_detail() {
        assert!(said_of(XlsxError::FileNotFound("xl/styles.xml".to_owned())).contains("\"xl/styles.xml\" is missing"));
        assert!(said_of(XlsError::EoStream("x")).contains("ends too early"));
        assert!(said_of(OdsError::Password).contains("password"));
        let detail = XlsxError::Unexpected("odd thing");
        let shown = detail.to_string();
        assert!(said_of(detail).ends_with(&format!("(technical detail: {shown})")));
    }

    #[test]
    fn an_archive_says_whether_it_is_cut_or_packed_unknown_ways() {
        let text = |error: &ZipError| english(&archive(error).said().unwrap());
        assert!(text(&ZipError::InvalidArchive("no end".into())).contains("cut off"));
        assert!(text(&ZipError::CompressionMethodNotSupported(99)).contains("compressed"));
        let cut = std::io::Error::from(ErrorKind::UnexpectedEof);
        assert!(english(&part("a.xml", &cut).said().unwrap()).contains("ends too early"));
    }
}
