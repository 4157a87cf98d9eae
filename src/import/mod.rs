//! Into the case: detect from content → preview → plan → commit in one transaction.
//!
//! One file per format behind one trait, [`Format`]; a format only turns bytes into messages or rows and never sees the case. What bad input gets is a
//! sentence with file, line and remedy; nothing is dropped in silence: found = imported + duplicate + rejected.

mod commit;
mod csv;
mod cursor;
mod detect;
mod elements;
mod eml;
mod error;
mod format;
mod formats;
mod forwarded;
mod inspect;
mod letter;
mod look;
mod mail;
pub mod manifest;
pub mod mapping;
mod mbox;
pub mod people_table;
mod preview;
pub mod records;
mod remark;
pub mod sealed;
pub mod sealed_table;
mod separator;
mod slice;
mod sms_xml;
pub mod source_table;
mod tally;
mod xlsx;
mod xml_error;
mod xml_text;

use detect::detect_in;
pub use detect::{describe, detect, head};
pub use error::ImportError;
pub use format::{Format, Head, Input, ReadOptions, Sheet, Sink};
pub use formats::{message_formats, table_formats};
pub use inspect::{InspectCounts, inspect};
pub use sms_xml::is_received;

use crate::case::{Bytes, CaseFile, Original};
use crate::job::Progress;
use crate::model::{
    CampaignId, Channel, FoundBy, ImportKind, ImportReport, Mapping, Rejection, RivalKind, Said, Seal, Source, SourceId, Standing, UncertainDay,
};
use std::io::BufReader;
use std::path::PathBuf;
use std::sync::Arc;

/// One file to be imported, and what the user or the manifest says about it.
#[derive(Clone, Debug)]
pub struct Request {
    /// Which file; the name of a text that was pasted.
    pub path: PathBuf,
    /// The text, if it was pasted and is in no file.
    pub text: Option<Arc<[u8]>>,
    /// As what.
    pub kind: ImportKind,
    /// How the bytes are to be read, where detection is to be overruled.
    pub reading: ReadOptions,
    /// Field = column, where the proposal is to be overruled; fields not named here are proposed, and an empty column means that the field has none.
    pub mapping: Mapping,
    /// How the file was obtained, in the user's words.
    pub method: String,
    /// Messages and recipients: which mailing; `None` = the case's only one.
    pub campaign: Option<CampaignId>,
    /// Messages and recipients: how they were found.
    pub found_by: FoundBy,
    /// Strength of a circle; `None` = unlimited.
    pub sigma: Option<f64>,
    /// When it was sent, for files that do not say (with time if known).
    pub sent_at: Option<String>,
    /// Documents: how they travelled.
    pub channel: Option<Channel>,
    /// Documents: who sent them.
    pub sender: Option<String>,
    /// Documents: whom they reached, where the document does not say.
    pub recipients: Recipients,
    /// Sources: which source it is a state of.
    pub source: Option<SourceId>,
    /// Sources: the day whose state it shows.
    pub as_of: Option<UncertainDay>,
    /// Sources: only keyed hashes of its identifiers are to be kept. `None` = as the source says.
    pub seal: Option<Seal>,
    /// Sealed sources: the table holds hashes already, in the columns of the mapping. Tables with the columns the rules name are known without it.
    pub is_hashed: bool,
}

/// An answer to a rival explanation, as a manifest states it.
#[derive(Clone, Debug, PartialEq)]
pub struct StatedRival {
    /// Which explanation.
    pub kind: RivalKind,
    /// What one of one's own is called; empty for one of the catalogue.
    pub title: String,
    /// Where the question stands.
    pub standing: Standing,
    /// The answer in words.
    pub text: String,
    /// About which mailing; `None` = every one.
    pub campaign: Option<CampaignId>,
}

/// Whom a document reached, where it does not say itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Recipients {
    /// The document says.
    #[default]
    InDocument,
    /// These addresses or numbers.
    Listed(Vec<String>),
    /// Everybody in this table.
    Table(PathBuf),
}

impl Request {
    /// What is to be read.
    pub fn original(&self) -> Original<'_> {
        match &self.text {
            Some(text) => Original::Text { name: &self.path, text },
            None => Original::File(&self.path),
        }
    }

    /// Its bytes, from the beginning.
    ///
    /// # Errors
    /// [`ImportError::Missing`] or [`ImportError::Read`].
    pub(crate) fn open(&self) -> Result<BufReader<Box<dyn Bytes + Send>>, ImportError> {
        let bytes = self.original().open().map_err(|source| detect::unreadable(&self.path, source))?;
        Ok(BufReader::with_capacity(1 << 16, bytes))
    }

    /// A request with nothing said beyond file and kind.
    pub fn new(path: impl Into<PathBuf>, kind: ImportKind) -> Self {
        Self {
            path: path.into(),
            text: None,
            kind,
            reading: ReadOptions::default(),
            mapping: Mapping::default(),
            method: String::new(),
            campaign: None,
            found_by: FoundBy::OpenCall,
            sigma: None,
            sent_at: None,
            channel: None,
            sender: None,
            recipients: Recipients::InDocument,
            source: None,
            as_of: None,
            seal: None,
            is_hashed: false,
        }
    }
}

/// What was understood of a file, and what was not, before anything is stored.
#[derive(Clone, Debug, Default)]
pub struct Preview {
    /// Detected format, encoding and separator, in words.
    pub format: String,
    /// Sheets of a workbook (one unnamed for other tables; none for messages).
    pub sheets: Vec<String>,
    /// Column names.
    pub header: Vec<String>,
    /// The first rows (for messages: date, from, to, subject), at most 1,000.
    pub rows: Vec<Vec<String>>,
    /// The proposed mapping, with what the user already fixed.
    pub mapping: Mapping,
    /// The order of the numbers in its days.
    pub dates: mapping::Dates,
    /// Why a column was proposed, or why a mapping does not fit: sentences.
    pub remarks: Vec<Said>,
    /// What would be rejected, of what was looked at.
    pub rejections: Vec<Rejection>,
    /// What would be taken over with a warning.
    pub warnings: Vec<Rejection>,
    /// Items looked at.
    pub seen: u64,
    /// Whether that was all of the file.
    pub is_complete: bool,
}

/// Reads the beginning of a file without storing anything.
///
/// # Errors
/// [`ImportError`] if nothing in the file can be used.
pub fn preview(request: &Request) -> Result<Preview, ImportError> {
    preview::preview(request)
}

/// Imports files in one transaction: all of them or none.
///
/// # Errors
/// [`ImportError`]; the case is then as it was.
pub fn import(case: &mut CaseFile, requests: &[Request], progress: &dyn Progress) -> Result<Vec<ImportReport>, ImportError> {
    commit::commit(case, &commit::Stated::default(), requests, progress)
}

/// The same with the sources the files belong to, as a manifest states them.
///
/// # Errors
/// [`ImportError`]; the case is then as it was.
pub fn import_with_sources(
    case: &mut CaseFile,
    sources: &[Source],
    requests: &[Request],
    progress: &dyn Progress,
) -> Result<Vec<ImportReport>, ImportError> {
    commit::commit(case, &commit::Stated { sources, rivals: &[] }, requests, progress)
}

/// Everything a manifest states, in one transaction.
///
/// # Errors
/// [`ImportError`]; the case is then as it was.
pub fn import_manifest(case: &mut CaseFile, manifest: &manifest::Manifest, progress: &dyn Progress) -> Result<Vec<ImportReport>, ImportError> {
    let stated = commit::Stated { sources: &manifest.sources, rivals: &manifest.rivals };
    commit::commit(case, &stated, &manifest.requests, progress)
}
