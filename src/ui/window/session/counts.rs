//! Numbers shown all the time.

use crate::case::Case;
use std::collections::BTreeSet;

/// Numbers shown all the time, counted once per revision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub struct Counts {
    pub evidence: usize,
    pub messages: usize,
    pub recipients: usize,
    pub sources: usize,
    pub people: usize,
    pub campaigns: usize,
}

impl Counts {
    pub(super) fn of(case: &Case) -> Self {
        let contents = case.contents();
        Self {
            evidence: contents.evidence.len(),
            messages: contents.messages.iter().filter(|message| message.duplicate_of.is_none()).count(),
            recipients: contents.recipients.len(),
            sources: contents.sources.len(),
            people: contents.posts.iter().map(|post| &post.person).chain(contents.accesses.iter().map(|a| &a.person)).collect::<BTreeSet<_>>().len(),
            campaigns: contents
                .messages
                .iter()
                .map(|message| &message.campaign)
                .chain(contents.recipients.iter().map(|r| &r.campaign))
                .collect::<BTreeSet<_>>()
                .len(),
        }
    }
}
