//! Evidence as received, and the account of each import: found = imported + duplicate + rejected.

use super::{EvidenceId, ImportId, Said};
use serde::{Deserialize, Serialize};

/// One file as it was received. Its bytes are in the case, in chunks (but see `is_embedded` and `is_withheld`); what was read from it refers to it by id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Row number; shown as `E7`.
    pub id: EvidenceId,
    /// Lowercase hex SHA-256 of the bytes.
    pub sha256: String,
    /// Number of bytes.
    pub size: u64,
    /// What the content is: `message/rfc822`, `text/csv`…
    pub media_type: String,
    /// File name as given, made readable; the raw bytes are in the case.
    pub name: String,
    /// When it was taken in, RFC 3339 UTC.
    pub acquired_at: String,
    /// How it was obtained, in the user's words; empty until told.
    pub method: String,
    /// False if the file was over 1 GiB: then only its path and digest are kept.
    pub is_embedded: bool,
    /// Its bytes are not kept because its table came in sealed: only the digest is, and not where it lies. Then `is_embedded` is false too.
    #[serde(default)]
    pub is_withheld: bool,
}

/// What a file is imported as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ImportKind {
    /// Messages received.
    Messages,
    /// People who received a message or are known not to have.
    Recipients,
    /// A dated state of a candidate file.
    Source,
    /// Who held which post.
    Roster,
    /// What recipients say they gave to whom.
    Statements,
    /// Who opened, exported or sent a file.
    AccessLog,
    /// Elections, requests, answers…
    Events,
}

impl ImportKind {
    /// Every kind, in the order of the path of an inquiry.
    pub const ALL: [Self; 7] = [Self::Messages, Self::Recipients, Self::Source, Self::Roster, Self::Statements, Self::AccessLog, Self::Events];
}

/// One thing that was found in a file and not taken over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rejection {
    /// Line of the file, counted from 1; for an XLSX sheet its row; for a message its number. `None` if the whole file was refused.
    pub line: Option<u64>,
    /// Why, in a full English sentence with the remedy: what scripts and files read.
    pub reason: String,
    /// The same for every language; `None` in a case from before it was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said: Option<Said>,
}

/// The account of one imported file. `found = imported + duplicates + rejected` always holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportReport {
    /// The import this file came in with; 0 before it is stored.
    pub import: ImportId,
    /// The file's evidence record; `None` if the file itself was refused.
    pub evidence: Option<EvidenceId>,
    /// File name as the user gave it (never an absolute path).
    pub file: String,
    /// What it was imported as.
    pub kind: ImportKind,
    /// The format that was detected, for instance `CSV, windows-1252, « ; »`.
    pub format: String,
    /// Items seen.
    pub found: u64,
    /// Items taken over.
    pub imported: u64,
    /// Items that were there already; they are kept as further occurrences, never dropped.
    pub duplicates: u64,
    /// Items not taken over, each with its reason.
    pub rejections: Vec<Rejection>,
    /// What was taken over but deserves a look (short rows padded, header truncated, date without a zone…), with its line.
    pub warnings: Vec<Rejection>,
}

impl ImportReport {
    /// Items not taken over.
    pub fn rejected(&self) -> u64 {
        self.rejections.len() as u64
    }

    /// Whether the account adds up.
    pub fn reconciles(&self) -> bool {
        self.found == self.imported + self.duplicates + self.rejected()
    }
}
