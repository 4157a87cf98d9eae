//! The case file: one SQLite database `*.sourcier`, encrypted with SQLCipher when a passphrase is set.
//!
//! [`CaseFile`] owns the file: its lock, its connection, its log; only it can change anything, through [`Edit`]s and [`ImportTransaction`]s.
//! [`Case`] is what everybody else reads: a cheap view of the contents that can be handed to a thread.
//!
//! Promises kept here: originals are stored byte for byte before they are parsed; one import is one transaction; every edit has an inverse that
//! survives closing; the action log is append-only and hash-chained; a file from a newer version is opened read-only, never downgraded.

pub mod annotate;
mod chain;
mod cipher;
mod damage;
mod edit;
mod error;
mod evidence;
mod file;
mod history;
mod import;
mod key;
mod layers;
mod linkage;
mod lock;
mod open;
mod original;
mod passphrase;
mod reader;
mod records;
mod schema;
mod segments;
mod steps;
mod store;
mod verify;
mod view;

pub use damage::{Damage, OtherFile, SheetFault};
pub use edit::{Edit, HistoryEntry, Record, RecordKey, RecordKind};
pub use error::CaseError;
pub use evidence::Occurrence;
pub use file::CaseFile;
pub use history::Written;
pub use import::{ImportTransaction, StoredEvidence};
pub use linkage::LinkagePart;
pub use original::{Bytes, Original};
pub use reader::EvidenceReader;
pub use segments::SnapshotWriter;
pub use steps::{Deed, Step, StepState};
pub use verify::{VerifyReport, verify};
pub use view::{Case, Veil};
