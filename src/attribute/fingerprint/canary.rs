//! Addresses that name the file they were given to: stated to be given to one source only, tagged (`anna+club@…`), made for it (`club.anna@…`), or
//! seeded in a file as a canary (domain.md F1, F2). Facts with a reason; what they are worth is not decided here.

mod marks;
mod names;
mod worth;

pub use marks::{SeedMarks, seed_mark};
pub use worth::{Flagged, RELIABILITY, Seen, Worth, weighed};

use crate::model::{Identity, Recipient, RecipientId, SnapshotId, Source, SourceId, Statement, StatementId};
use crate::normalise::{email, words};
use names::Names;
use serde::{Deserialize, Serialize};

/// An address that names a source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Canary {
    /// Whose address.
    pub recipient: RecipientId,
    /// The source it names.
    pub source: SourceId,
    /// Why it is flagged.
    pub reason: CanaryReason,
    /// Other sources that the same tag or statement names as well, by id: then it tells less.
    pub others: Vec<SourceId>,
}

/// Why an address is flagged.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum CanaryReason {
    /// Its owner says that it was given to this source only.
    GivenToOne {
        /// The statement.
        statement: StatementId,
        /// ρ.
        reliability: f64,
    },
    /// The tag behind the plus sign names the source.
    Tag {
        /// The tag, small.
        tag: String,
        /// What it names: a word of the source's id, name or controller, or their initials; folded.
        word: String,
    },
    /// The address itself names the source.
    Alias {
        /// The part before the @, small.
        local: String,
        /// As for a tag.
        word: String,
    },
    /// The row the recipient is linked to is marked as seeded.
    Seeded {
        /// The state.
        snapshot: SnapshotId,
        /// The row, from 0 after the header.
        row: u64,
        /// The column that marks it.
        column: String,
        /// What stands there.
        value: String,
    },
}

impl CanaryReason {
    fn place(&self) -> u8 {
        match self {
            Self::Seeded { .. } => 0,
            Self::Tag { .. } => 1,
            Self::Alias { .. } => 2,
            Self::GivenToOne { .. } => 3,
        }
    }
}

/// A row marked as seeded (see [`seed_mark`]) that a recipient is linked to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeededRow {
    /// Who received.
    pub recipient: RecipientId,
    /// The source.
    pub source: SourceId,
    /// The state.
    pub snapshot: SnapshotId,
    /// The row, from 0 after the header.
    pub row: u64,
    /// The column that marks it.
    pub column: String,
    /// What stands there.
    pub value: String,
}

/// All addresses that name a source, by recipient, then source, seeded rows first. Controls are looked at too: a canary that received nothing says
/// something as well.
pub fn canaries(recipients: &[Recipient], sources: &[Source], statements: &[Statement], seeded: &[SeededRow]) -> Vec<Canary> {
    let named = Named::of(sources);
    let mut found: Vec<Canary> = Vec::new();
    for mark in seeded {
        let SeededRow { recipient, source, snapshot, row, column, value } = mark.clone();
        found.push(Canary { recipient, source, reason: CanaryReason::Seeded { snapshot, row, column, value }, others: Vec::new() });
    }
    for statement in statements.iter().filter(|statement| statement.is_exclusive) {
        let reason = CanaryReason::GivenToOne { statement: statement.id, reliability: statement.reliability };
        found.push(Canary { recipient: statement.recipient.clone(), source: statement.source.clone(), reason, others: Vec::new() });
    }
    // Two statements that each name "the only one" contradict each other: each shows the other.
    for at in 0..found.len() {
        if matches!(found[at].reason, CanaryReason::GivenToOne { .. }) {
            let is_rival = |other: &&Canary| {
                matches!(other.reason, CanaryReason::GivenToOne { .. }) && other.recipient == found[at].recipient && other.source != found[at].source
            };
            let others: Vec<SourceId> = found.iter().filter(is_rival).map(|other| other.source.clone()).collect();
            found[at].others = sorted(others);
        }
    }
    found.extend(recipients.iter().flat_map(|recipient| named.by(recipient)));
    let key = |canary: &Canary| (canary.recipient.clone(), canary.source.clone(), canary.reason.place(), format!("{:?}", canary.reason));
    found.sort_by_cached_key(key);
    found.dedup();
    found
}

/// What sources can be named by, looked up once for all addresses.
#[derive(Default)]
pub struct Named(Vec<(SourceId, Names)>);

impl Named {
    /// For these sources.
    pub fn of(sources: &[Source]) -> Self {
        Self(sources.iter().map(|source| (source.id.clone(), Names::of(source))).collect())
    }

    /// The sources that somebody's address names, by its tag or by itself.
    pub fn by(&self, recipient: &Recipient) -> Vec<Canary> {
        let mut found = Vec::new();
        let own = own_words(&recipient.identity);
        for (part, is_tag) in parts(&recipient.identity) {
            let fits: Vec<(&SourceId, String)> = self.0.iter().filter_map(|(id, names)| Some((id, names.named_by(&part, is_tag, &own)?))).collect();
            for (source, word) in &fits {
                let (part, word) = (part.clone(), word.clone());
                let reason = if is_tag { CanaryReason::Tag { tag: part, word } } else { CanaryReason::Alias { local: part, word } };
                let others = fits.iter().filter(|(other, _)| other != source).map(|(other, _)| (*other).clone()).collect();
                found.push(Canary { recipient: recipient.id.clone(), source: (*source).clone(), reason, others: sorted(others) });
            }
        }
        found
    }
}

fn sorted(mut ids: Vec<SourceId>) -> Vec<SourceId> {
    ids.sort();
    ids.dedup();
    ids
}

/// The tag of an address and its local part.
fn parts(identity: &Identity) -> Vec<(String, bool)> {
    let Some(address) = email(&identity.email) else { return Vec::new() };
    let local = address.key.rsplit_once('@').map(|(local, _)| local.to_owned());
    address.tag.map(|tag| (tag, true)).into_iter().chain(local.map(|local| (local, false))).collect()
}

/// Folded words of the person's own name, which say nothing when they stand in the address.
fn own_words(identity: &Identity) -> Vec<String> {
    [&identity.name, &identity.first_name, &identity.last_name].into_iter().flat_map(|text| words(text)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EvidenceId, FoundBy, ImportId};
    use proptest::prelude::*;

    fn recipient(id: &str, email: &str, last: &str) -> Recipient {
        Recipient {
            id: id.into(),
            import: ImportId(1),
            evidence: EvidenceId(1),
            row: 0,
            campaign: "c".into(),
            identity: Identity { email: email.into(), last_name: last.into(), ..Identity::default() },
            received: true,
            sent_on: None,
            sent_at: None,
            rendered_name: String::new(),
            found_by: FoundBy::OpenCall,
            sigma: None,
            is_set_aside: false,
        }
    }

    fn source(id: &str, name: &str, controller: &str) -> Source {
        Source { id: id.into(), name: name.into(), controller: controller.into(), ..Source::default() }
    }

    fn sources() -> Vec<Source> {
        vec![
            source("adherents", "Fichier des adhérents", "Parti du Chêne vert"),
            source("theatre", "Abonnés du théâtre", "Théâtre d’Ostrelac"),
            source("mairie-ostrelac", "Démarches en ligne", "Ville d’Ostrelac"),
        ]
    }

    fn named(email: &str, last: &str) -> Vec<(String, String)> {
        let found = canaries(&[recipient("r1", email, last)], &sources(), &[], &[]);
        let word = |canary: Canary| match canary.reason {
            CanaryReason::Tag { word, .. } => (canary.source.0, format!("+{word}")),
            CanaryReason::Alias { word, .. } => (canary.source.0, word),
            other => (canary.source.0, format!("{other:?}")),
        };
        found.into_iter().map(word).collect()
    }

    fn one(source: &str, word: &str) -> Vec<(String, String)> {
        vec![(source.to_owned(), word.to_owned())]
    }

    #[test]
    fn a_tag_that_names_a_source_is_found_by_id_word_or_initials() {
        assert_eq!(named("anna+adherents@b.example", "Mercier"), one("adherents", "+adherents"));
        assert_eq!(named("anna+chene@b.example", "Mercier"), one("adherents", "+chene"));
        assert_eq!(named("anna+pcv@b.example", "Mercier"), one("adherents", "+pcv"));
        assert_eq!(named("anna+PartiDuCheneVert@b.example", "Mercier"), one("adherents", "+partiducheneVert".to_lowercase().as_str()));
        assert_eq!(named("anna+theatres2013@b.example", "Mercier"), []);
        assert_eq!(named("anna+theatre-2013@b.example", "Mercier"), one("theatre", "+theatre"));
        assert_eq!(named("anna+vacances@b.example", "Mercier"), []);
        assert_eq!(named("anna+fichier@b.example", "Mercier"), [], "a word every file has names none");
    }

    #[test]
    fn an_address_made_for_a_source_is_found_unless_it_is_the_persons_own_name() {
        assert_eq!(named("theatre.anna@b.example", "Mercier"), one("theatre", "theatre"));
        assert_eq!(named("anna.chene@b.example", "Chêne"), []);
        assert_eq!(named("anna.mercier@b.example", "Mercier"), []);
        assert_eq!(named("not an address", "Mercier"), []);
    }

    #[test]
    fn a_word_two_sources_share_names_both_and_says_so() {
        let found = canaries(&[recipient("r1", "anna+ostrelac@b.example", "Mercier")], &sources(), &[], &[]);
        let others: Vec<_> = found.iter().map(|canary| (canary.source.as_str(), canary.others.len())).collect();
        assert_eq!(others, [("mairie-ostrelac", 1), ("theatre", 1)]);
    }

    #[test]
    fn exclusive_statements_and_seeded_rows_are_flagged_whatever_their_order() {
        let statement = |id: i64, recipient: &str, source: &str, is_exclusive: bool| Statement {
            id: StatementId(id),
            import: ImportId(1),
            recipient: recipient.into(),
            source: source.into(),
            given_on: None,
            is_exclusive,
            reliability: 0.9,
            is_denied: false,
            given_as: String::new(),
            note: String::new(),
        };
        let mut statements = vec![statement(1, "r2", "theatre", true), statement(2, "r1", "adherents", false), statement(3, "r2", "adherents", true)];
        let seeded = SeededRow {
            recipient: "r3".into(),
            source: "theatre".into(),
            snapshot: SnapshotId(4),
            row: 7,
            column: "Canari".into(),
            value: "oui".into(),
        };
        let found = canaries(&[], &sources(), &statements, std::slice::from_ref(&seeded));
        let short: Vec<_> = found.iter().map(|canary| (canary.recipient.as_str(), canary.source.as_str(), canary.others.len())).collect();
        assert_eq!(short, [("r2", "adherents", 1), ("r2", "theatre", 1), ("r3", "theatre", 0)], "{found:?}");
        statements.reverse();
        assert_eq!(canaries(&[], &sources(), &statements, &[seeded]), found);
    }

    #[test]
    fn a_row_is_seeded_when_a_column_or_a_remark_says_so() {
        let mark = |columns: [&str; 2], cells: [&str; 2]| seed_mark(&columns.map(String::from), &cells.map(String::from));
        assert_eq!(mark(["Nom", "Canari"], ["Mercier", "OUI"]), Some(1));
        assert_eq!(mark(["Nom", "Canari"], ["Mercier", "non"]), None);
        assert_eq!(mark(["Nom", "Remarques"], ["Mercier", "Adresse témoin (contrôle)"]), Some(1));
        assert_eq!(mark(["Nom", "Remarques"], ["Mercier", "témoin de mariage"]), None);
        assert_eq!(mark(["Nom", "Ville"], ["Canari", "Canari"]), None, "a name is no mark");
    }

    proptest! {
        #[test]
        fn no_text_panics(email in "\\PC{0,12}[+@.]{0,2}\\PC{0,12}|[a-zé]{0,8}\\+[a-zé.-]{0,8}@[a-z]{1,4}\\.test", name in "\\PC{0,20}", id in "\\PC{0,10}") {
            let found = canaries(&[recipient("r1", &email, &name)], &[source(&id, &name, &email)], &[], &[]);
            prop_assert!(found.len() <= 2);
            prop_assert!(seed_mark(&[id, name.clone()], &[name, email]).is_none_or(|at| at < 2));
        }
    }
}
