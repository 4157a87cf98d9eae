//! Gathers from a case what fingerprints are read from: what messages show, the rows recipients are linked to, how common words are in files.
//!
//! What all of it means is said by [`crate::attribute::fingerprint`]; the answer of [`super::analyse`] does not use it.

use super::{AnalysisError, CampaignAnalysis, Link, RecipientAnalysis};
use crate::attribute::fingerprint::canary::{Canary, SeededRow, canaries, seed_mark};
use crate::attribute::fingerprint::{FileWords, Fingerprints, Rendered, Rendering, Row, fingerprints, salutation};
use crate::case::{Case, CaseError};
use crate::link::LinkError;
use crate::model::{Channel, Contents, Field, Recipient, RecipientId, SnapshotId, SourceId};
use crate::normalise::words;
use std::collections::{BTreeMap, BTreeSet};

/// Fields whose words are counted.
const COUNTED: [Field; 7] = [Field::Name, Field::FirstName, Field::LastName, Field::Street, Field::AddressExtra, Field::Postcode, Field::City];

/// Fingerprints of one mailing and the addresses in it that name a source.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Prints {
    /// Which file shares the quirks.
    pub fingerprints: Fingerprints,
    /// Addresses that name a source.
    pub canaries: Vec<Canary>,
}

/// Reads the fingerprints of `campaign`; `recipients` are those of the analysis it belongs to.
///
/// # Errors
/// [`AnalysisError`] if the case cannot be read.
pub fn prints(case: &Case, campaign: &CampaignAnalysis, recipients: &[RecipientAnalysis]) -> Result<Prints, AnalysisError> {
    let contents = case.contents();
    let members = campaign.members(contents);
    let (renderings, seeded) = gather(case, campaign, &members, recipients)?;
    let mut fingerprints_found = fingerprints(&renderings, &[]);
    if !fingerprints_found.wanted_words.is_empty() {
        fingerprints_found = fingerprints(&renderings, &count(case, &fingerprints_found.wanted_words)?);
    }
    let people: Vec<Recipient> = contents.recipients.iter().filter(|recipient| members.contains(&recipient.id)).cloned().collect();
    let statements: Vec<_> = contents.statements.iter().filter(|statement| members.contains(&statement.recipient)).cloned().collect();
    Ok(Prints { fingerprints: fingerprints_found, canaries: canaries(&people, &contents.sources, &statements, &seeded) })
}

/// What was rendered for everybody who received, with the rows that count as theirs, and which rows are marked as seeded (controls' rows too).
fn gather(
    case: &Case,
    campaign: &CampaignAnalysis,
    members: &BTreeSet<&RecipientId>,
    recipients: &[RecipientAnalysis],
) -> Result<(Vec<Rendering>, Vec<SeededRow>), CaseError> {
    let contents = case.contents();
    let salutations = salutations(contents, campaign);
    let mut renderings: BTreeMap<&RecipientId, Rendering> = BTreeMap::new();
    let mut wanted: Vec<(SnapshotId, u64, &RecipientId, &SourceId)> = Vec::new();
    for of in recipients.iter().filter(|of| members.contains(&of.id)) {
        let Some(recipient) = contents.recipient(&of.id) else { continue };
        if recipient.received && !recipient.is_set_aside {
            let rendered = rendered(recipient, salutations.get(&of.id).copied(), is_letter(contents, campaign));
            renderings.insert(&of.id, Rendering { recipient: of.id.clone(), rendered, rows: Vec::new() });
        }
        wanted.extend(best_rows(&of.links).into_iter().map(|link| (link.snapshot, link.row, &of.id, &link.source)));
    }
    // In the order of the rows, so that each part of a table is read once.
    wanted.sort();
    let mut seeded = Vec::new();
    for (snapshot, row, recipient, source) in wanted {
        let Some(state) = contents.snapshots.iter().find(|state| state.id == snapshot) else { continue };
        let cells = case.row(snapshot, row)?;
        if let Some(at) = seed_mark(&state.columns, &cells) {
            let (recipient, source, column, value) = (recipient.clone(), source.clone(), state.columns[at].clone(), cells[at].clone());
            seeded.push(SeededRow { recipient, source, snapshot, row, column, value });
        }
        if let Some(rendering) = renderings.get_mut(recipient) {
            rendering.rows.push(Row { source: source.clone(), snapshot, row, written: state.identity(&cells) });
        }
    }
    Ok((renderings.into_values().collect(), seeded))
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

fn is_letter(contents: &Contents, campaign: &CampaignAnalysis) -> bool {
    contents.messages.iter().filter(|message| campaign.messages.contains(&message.id)).all(|message| message.channel == Channel::Letter)
}

/// The salutations of messages that reached one recipient; of several the first.
fn salutations<'a>(contents: &'a Contents, campaign: &CampaignAnalysis) -> BTreeMap<&'a RecipientId, &'a str> {
    let mut found = BTreeMap::new();
    for message in contents.messages.iter().filter(|message| campaign.messages.contains(&message.id)) {
        if let [recipient] = &message.recipients[..]
            && let Some(line) = salutation(&message.text)
        {
            found.entry(recipient).or_insert(line);
        }
    }
    found
}

/// Counts words in the largest state of each source, part by part.
fn count(case: &Case, wanted: &[(SourceId, String)]) -> Result<Vec<FileWords>, AnalysisError> {
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
