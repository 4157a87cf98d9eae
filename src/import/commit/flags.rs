//! Addresses that name a source and rows that are seeded, flagged while files come in. What they count for is said by the analysis.

use super::Desk;
use crate::attribute::fingerprint::canary::{Canary, CanaryReason, Named};
use crate::model::{Arg, Recipient, Rejection, Said, Source, SourceId};
use crate::said;
use crate::words::rejection;

/// Sentences told one by one for one file; the rest are counted.
const TOLD: usize = 50;

/// What addresses can name, and what was flagged since the last account.
#[derive(Default)]
pub(super) struct Flags {
    named: Named,
    found: Vec<Rejection>,
    untold: u64,
}

impl Flags {
    pub fn of(sources: &[Source]) -> Self {
        Self { named: Named::of(sources), ..Self::default() }
    }

    /// Somebody new.
    pub fn person(&mut self, recipient: &Recipient) {
        for canary in self.named.by(recipient) {
            self.tell(None, sentence(&canary, recipient));
        }
    }

    /// Something to be told with the file that is being read.
    pub fn tell(&mut self, line: Option<u64>, what: Said) {
        if self.found.len() < TOLD {
            self.found.push(rejection(line, what));
        } else {
            self.untold += 1;
        }
    }

    /// What was flagged since the last call.
    pub fn told(&mut self) -> Vec<Rejection> {
        let mut told = std::mem::take(&mut self.found);
        let untold = std::mem::take(&mut self.untold);
        if untold > 0 {
            told.push(rejection(None, said!("remarks-further-flags", n = untold)));
        }
        told
    }
}

fn sentence(canary: &Canary, recipient: &Recipient) -> Said {
    let (address, source, of) = (recipient.identity.email.trim(), canary.source.as_str(), canary.recipient.as_str());
    let what = match &canary.reason {
        CanaryReason::Tag { tag, .. } => said!("remarks-flag-tag", address = address, of = of, tag = Arg::quoted(tag), names = source),
        _ => said!("remarks-flag-word", address = address, of = of, names = source),
    };
    let others: Vec<&str> = canary.others.iter().map(SourceId::as_str).collect();
    if others.is_empty() { said!("remarks-flag", flagged = what) } else { said!("remarks-flag-also", flagged = what, others = others) }
}

impl Desk<'_, '_> {
    /// A source is new: addresses that are there already may name it.
    pub(super) fn sources_changed(&mut self, new: &SourceId) {
        let contents = self.transaction.contents();
        let named = Named::of(&contents.sources);
        let (mut found, own) = (Vec::new(), contents.sources.iter().filter(|source| source.id == *new).cloned().collect::<Vec<_>>());
        if !contents.recipients.is_empty() {
            let by_new = Named::of(&own);
            // Looked up against the new source first: most addresses name none.
            for recipient in contents.recipients.iter().filter(|recipient| !by_new.by(recipient).is_empty()) {
                found.extend(named.by(recipient).into_iter().filter(|canary| canary.source == *new).map(|canary| sentence(&canary, recipient)));
            }
        }
        self.flags.named = named;
        for sentence in found {
            self.flags.tell(None, sentence);
        }
    }
}
