//! What leaves the case: `results.json`, `links.csv`, the import report, the summary a person reads.

pub mod bundle;
pub mod import_report;
pub mod links;
pub mod questionnaire;
pub mod results;
pub mod seal_rules;
pub mod sheet;
pub mod summary;
pub mod tsv;
pub mod waterfall;
pub mod wording;
