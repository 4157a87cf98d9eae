//! Counts how many rows of a file hold a word, so that rare quirks weigh what they should.

use super::super::AnalysisError;
use crate::attribute::fingerprint::FileWords;
use crate::case::Case;
use crate::link::LinkError;
use crate::model::{Field, SourceId};
use crate::normalise::words;
use std::collections::{BTreeMap, BTreeSet};

/// Fields whose words are counted.
const COUNTED: [Field; 7] = [Field::Name, Field::FirstName, Field::LastName, Field::Street, Field::AddressExtra, Field::Postcode, Field::City];

/// Counts words in the largest state of each source, part by part.
pub fn count(case: &Case, wanted: &[(SourceId, String)]) -> Result<Vec<FileWords>, AnalysisError> {
    let mut of_source: BTreeMap<&SourceId, BTreeMap<String, u64>> = BTreeMap::new();
    for (source, word) in wanted {
        of_source.entry(source).or_default().insert(word.clone(), 0);
    }
    let mut counted = Vec::new();
    for (source, mut counts) in of_source {
        let states = case.contents().snapshots.iter().filter(|state| state.source == *source);
        let Some(state) = states.max_by_key(|state| (state.rows, state.id)) else { continue };
        let columns: Vec<String> = COUNTED.iter().filter_map(|field| state.place(*field)).map(|at| format!("raw.{at}")).collect();
        let columns: Vec<&str> = columns.iter().map(String::as_str).collect();
        if columns.is_empty() {
            continue;
        }
        for n in 0..case.segment_count(state.id)? {
            let segment = case.segment_columns(state.id, n, &columns)?;
            let texts: Result<Vec<_>, _> = segment.columns().iter().map(|column| column.str()).collect();
            let texts = texts.map_err(LinkError::Table)?;
            for row in 0..segment.height() {
                let in_row: BTreeSet<String> = texts.iter().filter_map(|column| column.get(row)).flat_map(words).collect();
                for word in &in_row {
                    if let Some(count) = counts.get_mut(word) {
                        *count += 1;
                    }
                }
            }
        }
        counted.push(FileWords { source: source.clone(), rows: state.rows, counts });
    }
    Ok(counted)
}
