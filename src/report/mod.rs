//! What leaves the case: `results.json`, `links.csv`, the import report, the summary a person reads.

pub mod wording;
