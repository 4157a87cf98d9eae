//! Reads the rows people are linked to and what was rendered for them. Each part of a table is read once.

use super::super::{AnalysisError, Link, RecipientAnalysis};
use crate::attribute::fingerprint::canary::{SeedMarks, SeededRow};
use crate::attribute::fingerprint::{Rendered, Rendering, Row, salutation};
use crate::campaign::Campaign;
use crate::case::Case;
use crate::link::LinkError;
use crate::model::{Channel, Recipient, RecipientId, Snapshot, SnapshotId, SourceId};
use crate::normalise;
use std::collections::{BTreeMap, BTreeSet};

/// What fingerprints are read from.
#[derive(Debug, Default)]
pub struct Read<'a> {
    /// What was rendered for everybody who received, with the rows that count as theirs; in the order of the case.
    pub renderings: Vec<Rendering>,
    /// Rows marked as seeded, of controls too.
    pub seeded: Vec<SeededRow>,
    /// In which sources the very address of somebody stands, tag included.
    pub holders: BTreeMap<&'a RecipientId, BTreeSet<&'a SourceId>>,
}

/// A row that is wanted: its number, and whose it is (index into the recipients of the case).
type Wanted = (u64, usize);

/// Reads what was rendered for the recipients of a campaign, and the rows they and its controls are linked to.
pub fn read<'a>(case: &'a Case, campaign: &Campaign<'_>, recipients: &[RecipientAnalysis]) -> Result<Read<'a>, AnalysisError> {
    let contents = case.contents();
    let salutations = salutations(campaign);
    let is_letter = campaign.messages.iter().all(|message| message.channel == Channel::Letter);
    let mut places: BTreeMap<usize, usize> = BTreeMap::new();
    let mut read = Read::default();
    for &at in &campaign.recipients {
        let recipient = &contents.recipients[at];
        let rendered = rendered(recipient, salutations.get(&recipient.id).copied(), is_letter);
        places.insert(at, read.renderings.len());
        read.renderings.push(Rendering { recipient: recipient.id.clone(), rendered, rows: Vec::new() });
    }
    let mut wanted: BTreeMap<SnapshotId, Vec<Wanted>> = BTreeMap::new();
    for &at in campaign.recipients.iter().chain(&campaign.controls) {
        for link in best_rows(&recipients[at].links) {
            wanted.entry(link.snapshot).or_default().push((link.row, at));
        }
    }
    for (snapshot, mut rows) in wanted {
        let Some(state) = contents.snapshots.iter().find(|state| state.id == snapshot) else { continue };
        if contents.source(&state.source).is_none_or(|source| source.seal.is_some()) {
            continue;
        }
        rows.sort_unstable();
        let marks = SeedMarks::of(&state.columns);
        visit(case, state, &rows, |(row, at), cells| {
            let (recipient, source) = (&contents.recipients[at], &state.source);
            if let Some(mark) = marks.in_row(&cells) {
                let (column, value) = (state.columns[mark].clone(), cells[mark].clone());
                read.seeded.push(SeededRow { recipient: recipient.id.clone(), source: source.clone(), snapshot, row, column, value });
            }
            let written = state.identity(&cells);
            if is_same_address(&written.email, &recipient.identity.email) {
                read.holders.entry(&recipient.id).or_default().insert(source);
            }
            if let Some(rendering) = places.get(&at) {
                read.renderings[*rendering].rows.push(Row { source: source.clone(), snapshot, row, written });
            }
        })?;
    }
    // A row that is marked in several states is flagged once, by the first.
    let mut marked = BTreeSet::new();
    read.seeded.retain(|row| marked.insert((row.recipient.clone(), row.source.clone())));
    Ok(read)
}

/// Hands over the cells of each of `rows` (sorted) of a state, reading every part of it once.
fn visit(case: &Case, state: &Snapshot, rows: &[Wanted], mut take: impl FnMut(Wanted, Vec<String>)) -> Result<(), AnalysisError> {
    let names: Vec<String> = std::iter::once("row".to_owned()).chain((0..state.columns.len()).map(|n| format!("raw.{n}"))).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    let mut rest = rows;
    for n in 0..case.segment_count(state.id)? {
        if rest.is_empty() {
            break;
        }
        let segment = case.segment_columns(state.id, n, &names)?;
        let numbers = segment.column("row").and_then(|column| column.u32()).map_err(LinkError::Table)?;
        let texts: Result<Vec<_>, _> = names[1..].iter().map(|name| segment.column(name).and_then(|column| column.str())).collect();
        let texts = texts.map_err(LinkError::Table)?;
        let Some(last) = numbers.last() else { continue };
        let (here, after) = rest.split_at(rest.partition_point(|wanted| wanted.0 <= u64::from(last)));
        rest = after;
        let mut at = 0;
        for &wanted in here {
            while numbers.get(at).is_some_and(|number| u64::from(number) < wanted.0) {
                at += 1;
            }
            if numbers.get(at).map(u64::from) == Some(wanted.0) {
                take(wanted, texts.iter().map(|column| column.get(at).unwrap_or_default().to_owned()).collect());
            }
        }
    }
    Ok(())
}

/// The same address to the letter, but for capitals: tags count.
fn is_same_address(a: &str, b: &str) -> bool {
    match (normalise::email(a), normalise::email(b)) {
        (Some(a), Some(b)) => a.key == b.key && a.tag == b.tag,
        _ => false,
    }
}

/// Of each state the likeliest row that counts as the recipient's.
fn best_rows(links: &[Link]) -> Vec<&Link> {
    let mut best: BTreeMap<SnapshotId, &Link> = BTreeMap::new();
    for link in links.iter().filter(|link| link.is_present && link.probability >= 0.5) {
        let known = best.entry(link.snapshot).or_insert(link);
        if link.probability > known.probability || (link.probability >= known.probability && link.row < known.row) {
            *known = link;
        }
    }
    best.into_values().collect()
}

/// What is known to have been rendered: the name, the address written to, and the salutation.
fn rendered(recipient: &Recipient, salutation: Option<&str>, is_letter: bool) -> BTreeMap<Rendered, String> {
    let name = if is_letter { Rendered::NameLine } else { Rendered::DisplayName };
    let known =
        [(name, recipient.rendered_name.as_str()), (Rendered::Address, &recipient.identity.email), (Rendered::Salutation, salutation.unwrap_or(""))];
    known.into_iter().filter(|(_, text)| !text.trim().is_empty()).map(|(field, text)| (field, text.to_owned())).collect()
}

/// The salutations of messages that reached one recipient; of several the first.
fn salutations<'a>(campaign: &Campaign<'a>) -> BTreeMap<&'a RecipientId, &'a str> {
    let mut found = BTreeMap::new();
    for message in &campaign.messages {
        if let [recipient] = &message.recipients[..]
            && let Some(line) = salutation(&message.text)
        {
            found.entry(recipient).or_insert(line);
        }
    }
    found
}
