//! From rows in snapshots to membership over time: vᵢₖ(T), `N_k(T)`, and who stood in which state of the file.
//!
//! The *value used* decides: a recipient is present in a snapshot only if it was found there with what was used on them; a changed address ends the
//! validity even if the person stayed. Nothing is ever taken to last until today: what is unknown is open.

pub mod census;
mod curve;
pub(super) mod edges;
mod people;

pub use census::Census;
pub use people::People;

use self::edges::{Dates, States};
use self::people::Roll;
use super::{LinkError, RowLink};
use crate::attribute::{SizeCurve, Validity};
use crate::job::Progress;
use crate::model::Day;

/// One state of a source and who was found in it.
#[derive(Clone, Copy)]
pub struct SnapshotRows<'a> {
    /// First and last day whose state it can show; `None` if unknown.
    pub as_of: Option<(Day, Day)>,
    /// Its rows.
    pub rows: &'a Census,
    /// Who was found in it with what was used on them, see [`super::exact::exact`].
    pub links: &'a [RowLink],
    /// Who was found in it without that: recipients, sorted.
    pub others: &'a [u32],
}

/// What is known of a recipient in one snapshot.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Presence {
    /// Found by what was used on them.
    Present,
    /// Neither they nor what was used.
    #[default]
    Absent,
    /// The same person, but not what was used: another address, another number, or an empty cell.
    OtherDetails,
}

/// A recipient as a record of the source.
#[derive(Clone, Debug, PartialEq)]
pub struct Membership {
    /// Index into the recipients.
    pub recipient: u32,
    /// m, of the best row.
    pub probability: f64,
    /// v: when what was used stood in the file.
    pub validity: Validity,
    /// The rows it rests on, the best of each snapshot: index of the snapshot and row. Sorted.
    pub rows: Vec<(u32, u32)>,
}

/// Everything linking says about one source.
#[derive(Clone, Debug)]
pub struct SourceMembership {
    /// At most one per recipient, sorted by recipient.
    pub members: Vec<Membership>,
    /// `presence[snapshot][recipient]`, snapshots in the order given.
    pub presence: Vec<Vec<Presence>>,
    /// `N_k(T)`: everybody in the file, each by their validity.
    pub size: SizeCurve,
    /// Whether anything dates its records: a day of joining or leaving, or two states of different days.
    pub is_dated: bool,
    /// Everybody in the file, for [`overlap`].
    pub people: People,
}

/// Turns the rows `recipients` people were found in into memberships of the source.
///
/// Rows of different snapshots are one person's if their record numbers are equal, where every snapshot has them, else their e-mail addresses, else
/// numbers, else identifiers, else whole rows. Snapshots of the same day are one state, so a file that came in parts is whole.
///
/// The rules of validity, the first that says something:
/// - a day of joining starts it and a day of leaving ends it, half-open, with vague days as ramps; the first joining and the last leaving count where a
///   person has several rows, and a row without a day of leaving has not left;
/// - what was used is absent from the state before the first it stands in: the start lies between the two, also where the person had joined before,
///   with other details; likewise the end. A gap between two states it stands in is taken for a slip of the export;
/// - else the end is open.
///
/// # Errors
/// [`LinkError::Cancelled`].
pub fn membership(recipients: usize, snapshots: &[SnapshotRows<'_>], progress: &dyn Progress) -> Result<SourceMembership, LinkError> {
    let states = States::of(snapshots.iter().map(|snapshot| snapshot.as_of));
    let roll = Roll::of(snapshots, progress)?;
    let mut presence = vec![vec![Presence::Absent; recipients]; snapshots.len()];
    let mut members = Vec::new();
    for (recipient, found) in links_of(recipients, snapshots) {
        let Some(best) =
            found.iter().min_by(|a, b| b.probability.total_cmp(&a.probability).then_with(|| (a.snapshot, a.row).cmp(&(b.snapshot, b.row))))
        else {
            continue;
        };
        let person = roll.person(best.snapshot, best.row);
        let mut dates = Dates::default();
        let mut present = vec![false; states.len()];
        let mut rows = Vec::new();
        for of_snapshot in found.chunk_by(|a, b| a.snapshot == b.snapshot) {
            let snapshot = of_snapshot[0].snapshot;
            presence[snapshot as usize][recipient] = Presence::Present;
            if let Some(state) = states.of_snapshot(snapshot as usize) {
                present[state] = true;
            }
            let own = |link: &&Found| person.is_none() || roll.person(link.snapshot, link.row) == person;
            let best_here = of_snapshot
                .iter()
                .min_by(|a, b| b.probability.total_cmp(&a.probability).then_with(|| own(b).cmp(&own(a))).then_with(|| a.row.cmp(&b.row)));
            rows.extend(best_here.map(|link| (snapshot, link.row)));
        }
        // Days of the rows that are this person's, in the order of the states: later ones know better who has left.
        let mut own: Vec<&Found> = found.iter().filter(|link| roll.person(link.snapshot, link.row) == person).collect();
        own.sort_by_key(|link| (states.rank(link.snapshot as usize), link.snapshot, link.row));
        for link in own {
            dates.add(states.rank(link.snapshot as usize), roll.days(link.snapshot, link.row));
        }
        let validity = edges::validity(&present, &states, &dates);
        members.push(Membership { recipient: recipient as u32, probability: best.probability, validity, rows });
        for (snapshot, of_snapshot) in presence.iter_mut().enumerate() {
            let elsewhere = of_snapshot[recipient] == Presence::Absent && person.is_some_and(|person| roll.is_in(person, snapshot));
            if elsewhere {
                of_snapshot[recipient] = Presence::OtherDetails;
            }
        }
    }
    for (of_snapshot, snapshot) in presence.iter_mut().zip(snapshots) {
        for &recipient in snapshot.others {
            if let Some(presence) = of_snapshot.get_mut(recipient as usize).filter(|presence| **presence == Presence::Absent) {
                *presence = Presence::OtherDetails;
            }
        }
    }
    let is_dated = roll.has_days || states.len() >= 2;
    let people = roll.into_people(&states);
    Ok(SourceMembership { members, presence, size: people.size(), is_dated, people })
}

/// |`S_l` ∩ `S_h`| over time: the people of `l` by their validity, each counted as far as they stood in `h` on `day`.
///
/// People are the same if e-mail address, number or identifier is the same in both.
pub fn overlap(l: &People, h: &People, day: Day) -> SizeCurve {
    people::overlap(l, h, day)
}

/// A link of one recipient, with its snapshot.
#[derive(Clone, Copy, Debug)]
struct Found {
    snapshot: u32,
    row: u32,
    probability: f64,
}

/// The links of every recipient that has any, by recipient; within, by snapshot and row.
fn links_of(recipients: usize, snapshots: &[SnapshotRows<'_>]) -> Vec<(usize, Vec<Found>)> {
    let mut found: Vec<Vec<Found>> = vec![Vec::new(); recipients];
    for (snapshot, rows) in snapshots.iter().enumerate() {
        for link in rows.links {
            if let Some(of_recipient) = found.get_mut(link.recipient as usize) {
                of_recipient.push(Found { snapshot: snapshot as u32, row: link.row, probability: link.probability });
            }
        }
    }
    for of_recipient in &mut found {
        of_recipient.sort_by_key(|link| (link.snapshot, link.row));
    }
    found.into_iter().enumerate().filter(|(_, links)| !links.is_empty()).collect()
}

#[cfg(test)]
#[expect(clippy::float_cmp, reason = "sizes are whole people or sixteenths of them, exact in binary")]
mod tests;
