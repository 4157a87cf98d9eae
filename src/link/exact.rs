//! Exact links: equal canonical e-mail address, telephone number or identifier.

use super::LinkError;
use crate::job::Progress;
use polars::frame::DataFrame;
use serde::{Deserialize, Serialize};

/// Canonical keys of one recipient; see [`crate::normalise`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "one per key")]
pub struct RecipientKeys {
    pub email: Option<String>,
    pub phone: Option<String>,
    pub identifier: Option<String>,
}

/// By what a recipient was found in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "one per key")]
pub enum How {
    Email,
    Phone,
    Identifier,
}

/// A recipient found in a row of a snapshot.
#[derive(Clone, Debug, PartialEq)]
pub struct RowLink {
    /// Index into the recipients.
    pub recipient: u32,
    /// Row of the snapshot, from 0 after the header.
    pub row: u32,
    /// mᵢₖ from the observed uniqueness of the key.
    pub probability: f64,
    /// By which key.
    pub how: How,
}

/// Finds every recipient in the rows of one snapshot, given as its segments (see [`crate::case::Case::segments`]). Sorted by recipient, then row.
pub fn exact(recipients: &[RecipientKeys], segments: &[DataFrame], progress: &dyn Progress) -> Result<Vec<RowLink>, LinkError> {
    let _ = (recipients, segments, progress);
    todo!()
}
