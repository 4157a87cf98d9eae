//! `links.csv`: every recipient found in every snapshot, one line each. `present` says whether it counts as being in the file.
//!
//! RFC 4180 with CRLF and UTF-8 without BOM; a field that a spreadsheet would take for a formula is guarded by an apostrophe (formats.md §6).

use crate::analysis::Analysis;
use crate::model::{Contents, Snapshot};
use std::collections::BTreeMap;

/// The links of an analysis as CSV.
///
/// # Errors
/// If writing to memory fails, which only happens when there is none left.
pub fn links_csv(contents: &Contents, analysis: &Analysis) -> Result<Vec<u8>, csv::Error> {
    let labels: BTreeMap<_, String> = contents.snapshots.iter().map(|s| (s.id, Snapshot::label(s))).collect();
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(["recipient_id", "key", "source", "snapshot", "row", "probability", "how", "label", "present", "weight_bits"])?;
    for recipient in &analysis.recipients {
        for link in &recipient.links {
            let how = word(&link.how);
            writer.write_record([
                guard(recipient.id.as_str()),
                guard(&recipient.key),
                guard(link.source.as_str()),
                guard(labels.get(&link.snapshot).map_or("", String::as_str)),
                link.row.to_string(),
                format!("{:.6}", link.probability),
                how,
                word(&link.label),
                link.is_present.to_string(),
                link.explained.as_ref().map(|it| format!("{:.4}", it.weight_bits())).unwrap_or_default(),
            ])?;
        }
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

/// The word something is known by in results.
fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Keeps a spreadsheet from running a text as a formula. A telephone number in E.164 is a text here, so its plus sign is guarded too.
pub fn guard(text: &str) -> String {
    match text.chars().next() {
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\0' | '＝' | '＋' | '－' | '＠') => format!("'{text}"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_would_run_is_guarded() {
        assert_eq!(guard("=1+1"), "'=1+1");
        assert_eq!(guard("+33639980012"), "'+33639980012");
        assert_eq!(guard("a=b"), "a=b");
        assert_eq!(guard(""), "");
    }
}
