//! The witness matrix: recipients × source snapshots.
//!
//! Absent is only said of somebody who could have been found: whose address, number or identifier the snapshot has a column for. Everything else is
//! unknown, which is not no.

use super::ChartTable;
use super::timeline::say;
use crate::analysis::{Analysis, RecipientAnalysis};
use crate::args;
use crate::model::{Contents, Field, FoundBy, Recipient, RecipientId, Snapshot, SnapshotId, Source};
use crate::words::Words;
use serde::{Deserialize, Serialize};

/// Recipients (rows) against source snapshots (columns).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Matrix {
    /// Title.
    pub title: String,
    /// What it shows, in one sentence.
    pub description: String,
    /// Columns: snapshots by source, oldest first; declared sources have one column without a snapshot.
    pub columns: Vec<MatrixColumn>,
    /// Rows: recipients and controls by id.
    pub rows: Vec<MatrixRow>,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MatrixColumn {
    /// Source name.
    pub source: String,
    /// Snapshot label, empty for a declared source.
    pub snapshot: String,
    /// Which snapshot.
    pub id: Option<SnapshotId>,
    /// How many rows are present in it.
    pub present: usize,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MatrixRow {
    /// Who.
    pub id: RecipientId,
    /// Name or key.
    pub label: String,
    /// False for a control.
    pub received: bool,
    /// How they were found, in words.
    pub found_by: String,
    /// One per column.
    pub cells: Vec<Presence>,
}

/// Whether somebody is in a snapshot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Presence {
    /// The value used is in it.
    Present,
    /// It is not.
    Absent,
    /// It cannot be known: the source is declared only, or the snapshot has no column for anything known of the person.
    Unknown,
    /// The person is in it with other details.
    OtherDetails,
}

/// The fields an exact link can rest on.
const KEYS: [Field; 3] = [Field::Email, Field::Phone, Field::Identifier];

impl Matrix {
    /// Builds the matrix. Rows are in the order of the recipients' ids.
    pub fn build(contents: &Contents, analysis: &Analysis, words: &Words) -> Self {
        let mut columns = Vec::new();
        let mut snapshots = Vec::new();
        for source in &contents.sources {
            let held = contents.snapshots_of(&source.id);
            if held.is_empty() {
                columns.push(MatrixColumn { source: name(source), snapshot: String::new(), id: None, present: 0 });
                snapshots.push(None);
            }
            for snapshot in held {
                let label = label(snapshot, words);
                columns.push(MatrixColumn { source: name(source), snapshot: label, id: Some(snapshot.id), present: 0 });
                snapshots.push(Some(snapshot));
            }
        }
        let rows: Vec<MatrixRow> =
            contents.recipients.iter().filter(|recipient| !recipient.is_set_aside).map(|r| row(r, &snapshots, contents, analysis, words)).collect();
        for (at, column) in columns.iter_mut().enumerate() {
            column.present = rows.iter().filter(|row| row.cells[at] == Presence::Present).count();
        }
        let mut matrix = Self { title: words.text("chart-matrix-title"), description: String::new(), columns, rows };
        matrix.description = matrix.describe(words);
        matrix
    }

    /// The same as a table.
    pub fn table(&self, words: &Words) -> ChartTable {
        let mut header = ["who", "id", "status", "found-by"].map(|id| words.text(&format!("chart-matrix-{id}"))).to_vec();
        header.extend(self.columns.iter().map(|column| format!("{} {}", column.source, column.snapshot).trim_end().to_owned()));
        let rows = self.rows.iter().map(|row| {
            let mut cells = vec![row.label.clone(), row.id.to_string(), status(row.received, words), row.found_by.clone()];
            cells.extend(row.cells.iter().map(|&cell| presence(cell, words)));
            cells
        });
        ChartTable { header, rows: rows.collect() }
    }

    /// Counts: what a person who cannot see the chart is told.
    fn describe(&self, words: &Words) -> String {
        let (received, controls): (Vec<_>, Vec<_>) = self.rows.iter().partition(|row| row.received);
        let mut people = Vec::new();
        for (id, number) in [("chart-matrix-recipients", received.len()), ("chart-matrix-controls", controls.len())] {
            if number > 0 {
                people.push(say::counted(id, number, words));
            }
        }
        if people.is_empty() {
            return words.text("chart-matrix-empty");
        }
        let found = received.iter().filter(|row| row.cells.contains(&Presence::Present)).count();
        words.text_with(
            "chart-matrix-description",
            &args! {
                "people" => say::list(&people, words),
                "columns" => say::counted("chart-matrix-columns", self.columns.len(), words),
                "found" => say::counted("chart-matrix-found", found, words),
                "none" => say::counted("chart-matrix-none", received.len() - found, words),
            },
        )
    }
}

fn name(source: &Source) -> String {
    if source.name.trim().is_empty() { source.id.to_string() } else { source.name.clone() }
}

/// The day of a snapshot, as a column title: short and sortable, as written if it is vague.
fn label(snapshot: &Snapshot, words: &Words) -> String {
    if snapshot.as_of.is_some() { snapshot.label() } else { words.text_with("chart-matrix-undated", &args! { "evidence" => snapshot.label() }) }
}

fn row(recipient: &Recipient, snapshots: &[Option<&Snapshot>], contents: &Contents, analysis: &Analysis, words: &Words) -> MatrixRow {
    let known = analysis.recipients.binary_search_by(|known| known.id.cmp(&recipient.id)).ok().map(|at| &analysis.recipients[at]);
    MatrixRow {
        id: recipient.id.clone(),
        label: person(recipient, known),
        received: recipient.received,
        found_by: found_by(&recipient.found_by, contents, words),
        cells: snapshots.iter().map(|snapshot| cell(recipient, known, *snapshot)).collect(),
    }
}

fn cell(recipient: &Recipient, known: Option<&RecipientAnalysis>, snapshot: Option<&Snapshot>) -> Presence {
    let (Some(snapshot), Some(known)) = (snapshot, known) else { return Presence::Unknown };
    if known.links.iter().any(|link| link.is_present && link.snapshot == snapshot.id) {
        Presence::Present
    } else if known.other_details.contains(&snapshot.id) {
        Presence::OtherDetails
    } else if KEYS.into_iter().any(|field| snapshot.mapping.column(field).is_some() && has(recipient, field))
        || can_be_found_by_post(recipient, snapshot)
    {
        Presence::Absent
    } else {
        Presence::Unknown
    }
}

/// Whether name and street are known on both sides, so that not being found means something.
fn can_be_found_by_post(recipient: &Recipient, snapshot: &Snapshot) -> bool {
    let identity = &recipient.identity;
    let is_held = |field| snapshot.mapping.column(field).is_some();
    let is_named = !identity.name.trim().is_empty() || !identity.last_name.trim().is_empty();
    is_named && !identity.street.trim().is_empty() && is_held(Field::Street) && (is_held(Field::LastName) || is_held(Field::Name))
}

fn has(recipient: &Recipient, field: Field) -> bool {
    let identity = &recipient.identity;
    let value = match field {
        Field::Email => &identity.email,
        Field::Phone => &identity.phone,
        _ => &identity.identifier,
    };
    !value.trim().is_empty()
}

/// The best name there is for somebody.
fn person(recipient: &Recipient, known: Option<&RecipientAnalysis>) -> String {
    let identity = &recipient.identity;
    let parts = [identity.first_name.trim(), identity.last_name.trim()];
    let full = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let key = known.map(|known| known.key.trim()).unwrap_or_default();
    let names = [identity.name.trim(), &full, recipient.rendered_name.trim(), identity.email.trim(), identity.phone.trim(), key];
    names.into_iter().find(|name| !name.is_empty()).unwrap_or(recipient.id.as_str()).to_owned()
}

fn found_by(found_by: &FoundBy, contents: &Contents, words: &Words) -> String {
    match found_by {
        FoundBy::OpenCall => words.text("chart-found-open-call"),
        FoundBy::CompleteList => words.text("chart-found-complete-list"),
        FoundBy::Circle(id) => {
            let source = contents.source(id).map_or_else(|| id.to_string(), name);
            words.text_with("chart-found-circle", &args! { "source" => source })
        }
    }
}

/// « A reçu », or that they are a control.
pub fn status(received: bool, words: &Words) -> String {
    words.text(if received { "chart-matrix-received" } else { "chart-matrix-control" })
}

/// A cell in words.
pub fn presence(presence: Presence, words: &Words) -> String {
    words.text(match presence {
        Presence::Present => "chart-presence-present",
        Presence::Absent => "chart-presence-absent",
        Presence::Unknown => "chart-presence-unknown",
        Presence::OtherDetails => "chart-presence-other",
    })
}

#[cfg(test)]
mod tests;
