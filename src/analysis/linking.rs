//! Links every recipient of the case to every source, once for all campaigns.

use super::{AnalysisError, Link, RecipientAnalysis};
use crate::attribute::{SizeCurve, Validity};
use crate::case::Case;
use crate::job::{Progress, Stage};
use crate::link::{How, RecipientKeys, exact};
use crate::model::{Contents, Day, SnapshotId, SourceId};
use std::collections::BTreeMap;
