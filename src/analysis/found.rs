//! Who is found in one snapshot: both stages of linking, what reviewers said of it, and what of it counts as being in the file.

mod sealed;

use super::stored::{Stored, told};
use super::{AnalysisError, SnapshotLinkage};
use crate::job::Progress;
use crate::link::columns::Columns;
use crate::link::engine::{self, Options};
use crate::link::exact::{Hit, Search};
use crate::link::membership::Census;
use crate::link::membership::census;
use crate::link::review::{overrule, rulings};
use crate::link::staged::{Found, staged};
use crate::link::used::{Values, stands};
use crate::link::{How, LinkError, RecipientKeys, RowLink, Segments as _};
use crate::model::{Answer, Channel, Contents, RecipientId, Snapshot};
use std::collections::BTreeMap;
use std::sync::{Mutex, PoisonError};

/// Links of the engine are asked for from here on, so that members of a household are seen; [`staged`] says which of them are listed.
const LEAST: f64 = 1e-6;
/// From here on somebody is linked.
const LINKED: f64 = 0.5;
/// More is never claimed of rows that only resemble somebody; a reviewer may.
const MOST: f64 = 0.999;

/// The recipients of a case as linking asks about them, in the order of the case.
pub struct People<'a> {
    contents: &'a Contents,
    keys: &'a [RecipientKeys],
    columns: Columns,
    /// What was used on each, as far as it is known of them.
    used: Vec<Values>,
}

impl<'a> People<'a> {
    /// All recipients and controls.
    pub fn of(contents: &'a Contents, keys: &'a [RecipientKeys]) -> Self {
        let columns = Columns::of_people(contents.recipients.iter().map(|recipient| &recipient.identity));
        let used = used(contents).into_iter().zip(&columns.records).map(|(used, record)| used.and(Values::of(record))).collect();
        Self { contents, keys, columns, used }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    fn index(&self, id: &RecipientId) -> Option<u32> {
        self.contents.recipients.binary_search_by(|recipient| recipient.id.cmp(id)).ok().map(|at| at as u32)
    }
}

/// What every recipient was reached by: the channels of the messages that reached them, else of those of their campaign.
fn used(contents: &Contents) -> Vec<Values> {
    let mut own: BTreeMap<&str, Vec<Channel>> = BTreeMap::new();
    let mut of_campaign: BTreeMap<&str, Vec<Channel>> = BTreeMap::new();
    for message in &contents.messages {
        of_campaign.entry(message.campaign.as_str()).or_default().push(message.channel);
        for recipient in &message.recipients {
            own.entry(recipient.as_str()).or_default().push(message.channel);
        }
    }
    let channels = contents.recipients.iter().map(|it| own.get(it.id.as_str()).or_else(|| of_campaign.get(it.campaign.as_str())));
    channels.map(|channels| Values::used_by(channels.into_iter().flatten().copied())).collect()
}

/// Who is found in one snapshot.
pub struct SnapshotFound {
    /// Everybody found, by person and row, and whether it counts as being in the file.
    pub found: Vec<(Found, bool)>,
    /// Rows taken out by reviewers.
    pub refused: Vec<Found>,
    /// What counts, for [`crate::link::membership`].
    pub links: Vec<RowLink>,
    /// Who is found without what was used on them; sorted.
    pub others: Vec<u32>,
    /// All rows, for [`crate::link::membership`].
    pub rows: Census,
    /// What linking says about itself.
    pub linkage: SnapshotLinkage,
}

/// What is taken from a part of a snapshot beside what the engine takes.
type Taken = (Vec<Hit>, census::Part);

impl SnapshotFound {
    /// Looks for everybody in a snapshot. Its parts are read once, each on the thread that works on it, and not before there is room for it.
    ///
    /// `with_keys`: its people are to be found in other sources as well.
    pub fn of(
        snapshot: &Snapshot,
        stored: &Stored<'_>,
        people: &People<'_>,
        with_keys: bool,
        progress: &dyn Progress,
    ) -> Result<Self, AnalysisError> {
        if let Some(seal) = people.contents.source(&snapshot.source).and_then(|source| source.seal.as_ref()) {
            return sealed::found(snapshot, stored, people, with_keys, seal, progress);
        }
        let search = Search::of(people.keys);
        let taken: Mutex<Vec<Taken>> = Mutex::default();
        let open = |n: usize| -> Result<Columns, LinkError> {
            let columns = stored.read(n)?;
            let of_part = (search.look(&columns), census::Part::of(&columns, with_keys));
            taken.lock().unwrap_or_else(PoisonError::into_inner).push(of_part);
            Ok(columns)
        };
        let options = Options { threshold: LEAST, is_one_to_one: false };
        let linked = engine::link(&people.columns, (0..stored.count()).map(Ok), open, options, progress).map_err(told)?;
        // Parts come in any order; neither what is found nor the rows keep it.
        let (hits, parts): (Vec<Vec<Hit>>, Vec<census::Part>) = taken.into_inner().unwrap_or_else(PoisonError::into_inner).into_iter().unzip();
        let (exact, rows) = (search.conclude(hits.concat()), Census::of(parts));
        let rulings = rulings(&people.contents.decisions, snapshot.id, |id| people.index(id));
        let (found, refused) = overrule(staged(&exact.links, linked.links), &rulings);
        let held = Values::held_by(&snapshot.mapping);
        let (mut links, mut others, mut marked) = (Vec::new(), Vec::new(), Vec::with_capacity(found.len()));
        for of_person in found.chunk_by(|a, b| a.person == b.person) {
            let values = people.used[of_person[0].person as usize].and(held);
            let counted = count(of_person, values);
            if counted.links.is_empty() && counted.is_elsewhere {
                others.push(of_person[0].person);
            }
            marked.extend(of_person.iter().map(|found| counted.links.iter().any(|link| link.row == found.row)));
            links.extend(counted.links);
        }
        let linkage = SnapshotLinkage {
            source: snapshot.source.clone(),
            snapshot: snapshot.id,
            rows: linked.rows,
            pairs: linked.pairs,
            learnt: linked.learnt,
            capped: linked.capped,
            shared: exact.shared,
        };
        Ok(Self { found: found.into_iter().zip(marked).collect(), refused, links, others, rows, linkage })
    }
}

/// What of the rows of one person counts.
struct Counted {
    links: Vec<RowLink>,
    /// Found without what was used.
    is_elsewhere: bool,
}

/// The value used decides. Rows that hold it by an equal key count each. Of rows that only resemble the person the best one counts, by its own
/// probability: adding up rows would make a file out of namesakes and of neighbouring numbers.
fn count(found: &[Found], values: Values) -> Counted {
    let (standing, elsewhere): (Vec<&Found>, Vec<&Found>) = found.iter().partition(|found| stands(found, values));
    let link = |found: &Found, probability| RowLink { recipient: found.person, row: found.row, probability, how: found.how };
    let is_elsewhere = elsewhere.iter().any(|found| found.probability >= LINKED);
    let mut links: Vec<RowLink> = standing.iter().filter(|it| it.how != How::Fields).map(|it| link(it, it.probability)).collect();
    if links.is_empty()
        && let Some(best) = standing.iter().min_by(|a, b| b.probability.total_cmp(&a.probability).then(a.row.cmp(&b.row)))
    {
        let probability = if best.answer == Some(Answer::Same) { 1.0 } else { f64::min(best.probability, MOST) };
        if probability >= LINKED {
            links.push(link(best, probability));
        }
    }
    Counted { links, is_elsewhere }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::Bar;
    use crate::link::Outcome;
    use crate::link::found::AddressLevel;
    use crate::model::Label;

    fn found(row: u32, probability: f64, level: AddressLevel) -> Found {
        Found {
            person: 4,
            row,
            probability,
            given: probability,
            how: How::Fields,
            label: Label::Possible,
            explained: None,
            compared: vec![Bar { outcome: Outcome::Address { level }, bits: 1.0 }],
            runner_up: None,
            answer: None,
        }
    }

    const LETTER: Values = Values { email: false, phone: false, address: true };

    fn rows(found: &[Found], values: Values) -> Vec<(u32, f64)> {
        count(found, values).links.iter().map(|link| (link.row, (link.probability * 1e6).round() / 1e6)).collect()
    }

    #[test]
    fn the_best_row_that_holds_the_value_counts_once_and_only_if_it_is_more_probable_than_not() {
        let rivals = [found(1, 0.30, AddressLevel::Exact), found(2, 0.60, AddressLevel::Street), found(3, 0.05, AddressLevel::Town)];
        assert_eq!(rows(&rivals, LETTER), [(2, 0.6)]);
        assert_eq!(rows(&[found(1, 0.44, AddressLevel::Exact), found(2, 0.46, AddressLevel::Exact)], LETTER), []);
    }

    #[test]
    fn namesakes_do_not_add_up_where_there_is_nothing_but_the_name() {
        let namesakes: Vec<Found> =
            (0..10).map(|row| Found { compared: Vec::new(), how: How::Fields, ..found(row, 0.09, AddressLevel::Missing) }).collect();
        assert_eq!(rows(&namesakes, Values::default()), []);
    }

    #[test]
    fn somebody_who_moved_is_elsewhere_in_the_file_and_not_in_it() {
        let counted = count(&[found(1, 0.98, AddressLevel::Different)], LETTER);
        assert!(counted.links.is_empty() && counted.is_elsewhere);
    }

    #[test]
    fn a_reviewers_word_is_certain() {
        let decided = Found { answer: Some(Answer::Same), ..found(1, 1.0, AddressLevel::Exact) };
        assert_eq!(rows(&[decided], LETTER), [(1, 1.0)]);
    }

    #[test]
    fn every_row_with_the_very_key_counts_and_what_only_resembles_it_does_not_add() {
        let keyed = Found { how: How::Email, ..found(1, 0.4995, AddressLevel::Missing) };
        let both = [keyed, found(2, 0.9, AddressLevel::Exact)];
        assert_eq!(rows(&both, Values { email: true, phone: false, address: true }), [(1, 0.4995)]);
    }
}
