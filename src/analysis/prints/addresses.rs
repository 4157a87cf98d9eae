//! Addresses of a campaign that name a source, with what each counts for.

use super::rows::Read;
use crate::analysis::RecipientAnalysis;
use crate::attribute::fingerprint::canary::{Flagged, Seen, canaries, weighed};
use crate::campaign::Campaign;
use crate::model::{Contents, Recipient, SourceKind};
use std::collections::BTreeSet;

/// All of them, by recipient.
pub fn flagged(contents: &Contents, campaign: &Campaign<'_>, recipients: &[RecipientAnalysis], read: &Read<'_>) -> Vec<Flagged> {
    let members: BTreeSet<usize> = campaign.recipients.iter().chain(&campaign.controls).copied().collect();
    let people: Vec<Recipient> = members.iter().map(|&at| contents.recipients[at].clone()).collect();
    let ids: BTreeSet<_> = people.iter().map(|recipient| &recipient.id).collect();
    let statements: Vec<_> =
        contents.statements.iter().filter(|statement| !statement.is_denied && ids.contains(&statement.recipient)).cloned().collect();
    let found = canaries(&people, &contents.sources, &statements, &read.seeded);
    let linked = |at: usize| recipients[at].links.iter().filter(|link| link.is_present).map(move |link| (&recipients[at].id, &link.source));
    let seen = Seen {
        received: campaign.recipients.iter().map(|&at| &contents.recipients[at].id).collect(),
        stated: statements.iter().map(|statement| &statement.recipient).collect(),
        records: members.iter().flat_map(|&at| linked(at)).collect(),
        declared: contents.sources.iter().filter(|source| source.kind == SourceKind::Declared).map(|source| &source.id).collect(),
        holders: read.holders.clone(),
    };
    weighed(found, &seen)
}
