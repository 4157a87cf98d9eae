//! What an analysis was computed from, as a digest; and the seed of its samplers.

use super::Settings;
use crate::link::RecipientKeys;
use crate::model::Contents;
use sha2::{Digest as _, Sha256};

/// Raise it when the reasoning changes between two versions of the program, so that answers kept by earlier builds are not taken for today's.
const REASONING: u32 = 4;

/// Digest of everything the reasoning reads: equal digests mean equal answers.
///
/// Texts and senders of messages are in, because they tell which messages are one campaign; the program's version is in, because it does the reasoning.
pub fn digest(contents: &Contents, settings: &Settings) -> String {
    let what = |m: &'_ crate::model::Message| (m.sha256.clone(), m.from.clone(), m.channel);
    let messages: Vec<_> =
        contents.messages.iter().map(|m| (&m.id, &m.campaign, &m.duplicate_of, &m.sent_at, &m.sent_on, &m.recipients, &m.subject, what(m))).collect();
    // What was shown while somebody decided, and when, changes nothing.
    let decisions: Vec<_> = contents.decisions.iter().map(|d| (&d.id, &d.recipient, &d.snapshot, &d.row, &d.answer)).collect();
    // Nor does how somebody looks at a list.
    let incident = crate::model::Incident { views: Vec::new(), ..contents.incident.clone() };
    let parts = (
        (env!("CARGO_PKG_VERSION"), REASONING, settings, &incident, messages),
        (&contents.recipients, &contents.sources, &contents.snapshots, &contents.statements),
        (&contents.posts, &contents.accesses, decisions),
    );
    let mut hasher = Sha256::new();
    // Everything here is plain data with string keys, which JSON can always hold.
    if let Ok(bytes) = serde_json::to_vec(&parts) {
        hasher.update(bytes);
    }
    hex(&hasher.finalize())
}

/// Seed from what people and files are, not from how they are called or ordered: renaming an id or shuffling rows changes nothing.
pub fn seed(contents: &Contents, keys: &[RecipientKeys]) -> u64 {
    let mut people: Vec<String> =
        keys.iter().zip(&contents.recipients).map(|(keys, r)| format!("{}|{}", keys.shown(&r.identity), r.received)).collect();
    people.sort_unstable();
    let mut files: Vec<&str> =
        contents.snapshots.iter().filter_map(|s| contents.evidence.iter().find(|e| e.id == s.evidence)).map(|e| e.sha256.as_str()).collect();
    files.sort_unstable();
    let mut hasher = Sha256::new();
    hasher.update(contents.incident.pool.to_le_bytes());
    for part in people.iter().map(String::as_str).chain(files) {
        hasher.update(part);
        hasher.update([0]);
    }
    let bytes = hasher.finalize();
    bytes.iter().take(8).fold(0, |seed, &byte| seed << 8 | u64::from(byte))
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_somebody_looks_at_a_list_changes_no_answer() {
        let mut viewed = Contents::default();
        viewed.incident.views.push(crate::model::SavedView { name: "Brive".to_owned(), ..Default::default() });
        let settings = Settings::default();
        assert_eq!(digest(&Contents::default(), &settings), digest(&viewed, &settings));
        viewed.incident.pool += 1;
        assert_ne!(digest(&Contents::default(), &settings), digest(&viewed, &settings), "what the reasoning reads does");
    }
}
