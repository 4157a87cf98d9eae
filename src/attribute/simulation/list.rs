//! How the list of a simulated incident came about, and who of those who were mailed came forward. For tests only.

use super::files::{File, Pool};
use super::{Draws, WINDOW};

/// The people of an incident.
#[derive(Debug, Default)]
pub struct List {
    /// The recipients who are known.
    pub people: Vec<usize>,
    /// How many of them were really taken from the source.
    pub taken: usize,
    /// For each whether they were found among the members of the circle.
    pub in_circle: Vec<bool>,
    /// People of the source, known not to have received.
    pub controls: Vec<usize>,
}

/// What was copied.
#[derive(Clone, Copy, Debug)]
pub struct Copied<'a> {
    pub file: &'a File,
    pub day: i32,
    pub town: Option<usize>,
}

impl Copied<'_> {
    fn people(&self, pool: Pool) -> Vec<usize> {
        self.file.on(self.day).filter(|person| self.town.is_none_or(|town| pool.town(*person) == town)).collect()
    }
}

/// A sample of about `wanted` recipients, each of them with probability `share` from what was copied and else anybody.
pub fn sample(draws: &mut Draws, pool: Pool, wanted: usize, share: f64, copied: Option<Copied<'_>>, circle: Option<(&File, f64)>) -> List {
    let mut copy = copied.map(|copied| copied.people(pool)).unwrap_or_default();
    draws.shuffle(&mut copy);
    let circle_of: Vec<usize> = circle.map(|(file, _)| file.on(WINDOW).collect()).unwrap_or_default();
    let is_in_circle = |person: usize| circle_of.binary_search(&person).is_ok();
    let mut list = List::default();
    let mut tries = 0;
    while list.people.len() < wanted && tries < 100 * wanted {
        tries += 1;
        let from_circle = circle.is_some_and(|(_, part)| draws.chance(part));
        let from_copy = copied.is_some() && draws.chance(share);
        let person = match (from_copy, from_circle) {
            (true, false) => copy.pop(),
            // Anybody of the copy who is in the circle as well.
            (true, true) => copy.iter().rposition(|person| is_in_circle(*person)).map(|at| copy.remove(at)),
            (false, true) => Some(circle_of[draws.below(circle_of.len())]),
            (false, false) => Some(pool.person(draws)),
        };
        let Some(person) = person else { continue };
        if !list.people.contains(&person) {
            list.taken += usize::from(from_copy);
            list.people.push(person);
            list.in_circle.push(from_circle);
        }
    }
    list
}

/// Everybody who was mailed: each of the copy with probability `mailed`, each other of the pool with probability `others`, the smaller. Taken from
/// the copy are those who would not have been mailed without it.
pub fn complete(draws: &mut Draws, pool: Pool, copied: Copied<'_>, mailed: f64, others: f64) -> List {
    let copy = copied.people(pool);
    let mut list = List::default();
    for person in 0..pool.size {
        let is_mailed_anyway = draws.chance(others);
        let is_taken = !is_mailed_anyway && copy.binary_search(&person).is_ok() && draws.chance((mailed - others) / (1.0 - others));
        if is_mailed_anyway || is_taken {
            list.taken += usize::from(is_taken);
            list.people.push(person);
            list.in_circle.push(false);
        }
    }
    list
}

/// Asks `asked` people who stand in the file on the day of the send; those who were not mailed are controls. Of what was copied the share `mailed` was.
pub fn ask(draws: &mut Draws, pool: Pool, list: &mut List, asked: usize, copied: Copied<'_>, mailed: f64) {
    let mut here: Vec<usize> = copied.file.on(WINDOW).collect();
    draws.shuffle(&mut here);
    let copy = copied.people(pool);
    for person in here.into_iter().take(asked) {
        let is_mailed = list.people.contains(&person) || copy.binary_search(&person).is_ok() && draws.chance(mailed);
        if !is_mailed {
            list.controls.push(person);
        }
    }
    list.controls.sort_unstable();
}
