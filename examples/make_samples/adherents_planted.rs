//! What is planted in the members' sample beside the copy itself: errors of the members' file, a tagged address, a seeded row, and a sealed file.

use crate::people::{Maker, Person, french};
use crate::write;
use jiff::civil::date;
use sourcier::model::SealKey;
use sourcier::normalise::seal::{SealedKind, seal};
use std::collections::BTreeMap;
use std::io;
use std::path::Path;

/// The key the fund agreed on with the collective.
const KEY: &str = "ardoise-verger-cinq-loutres-mardi-boussole\n";

/// What the members' file writes otherwise, by member number.
pub struct Planted {
    /// First and last name as written there.
    written: BTreeMap<u32, (String, String)>,
    /// Those and some others, who stand in the newsletter as well, with their right names.
    in_both: Vec<Person>,
    tagged: u32,
    seeded: u32,
}

impl Planted {
    /// Chooses them among those who received; none of them made a statement, and all are members.
    pub fn among(chosen: &[Person]) -> Self {
        let in_both: Vec<Person> = chosen[14..20].to_vec();
        let mut written = BTreeMap::new();
        // The last two stand in both files as they are.
        for (at, person) in in_both.iter().take(4).enumerate() {
            let name = match at {
                // A clerk's fingers: two letters swapped, one left out.
                0 => (person.first.clone(), swapped(&person.last)),
                1 => (person.first.clone(), without(&person.last, 3)),
                // The name before a marriage; the newsletter has today's.
                2 => (person.first.clone(), "Quintargnac".to_owned()),
                // An accent more than the first name has.
                _ => (accented(&person.first), person.last.clone()),
            };
            written.insert(person.number, name);
        }
        Self { written, in_both, tagged: chosen[24].number, seeded: chosen[26].number }
    }

    pub fn first(&self, person: &Person) -> String {
        self.written.get(&person.number).map_or_else(|| person.first.clone(), |written| written.0.clone())
    }

    pub fn last(&self, person: &Person) -> String {
        self.written.get(&person.number).map_or_else(|| person.last.clone(), |written| written.1.clone())
    }

    /// The address as its owner gave it to the party.
    pub fn email(&self, person: &Person) -> String {
        if person.number == self.tagged { person.email.replace('@', "+adherents@") } else { person.email.clone() }
    }

    pub fn remark(&self, person: &Person) -> &'static str {
        if person.number == self.seeded { "adresse témoin" } else { "" }
    }

    /// Puts them into the newsletter with their right names, and takes the seeded address out of it.
    pub fn put_into(&self, newsletter: &mut Vec<Vec<String>>) {
        let of = |person: &Person| vec![person.email.clone(), person.first.clone(), person.last.clone(), french(person.joined)];
        newsletter.retain(|row| !self.in_both.iter().any(|person| person.email == row[0]) && !row[0].contains(&format!("{}@", self.seeded)));
        newsletter.extend(self.in_both.iter().map(of));
    }
}

/// One plain vowel with an accent.
fn accented(name: &str) -> String {
    let pairs = [('e', "é"), ('a', "â"), ('i', "î"), ('o', "ô"), ('u', "û")];
    let found = pairs.iter().find(|(vowel, _)| name.contains(*vowel));
    found.map_or_else(|| name.to_owned(), |(vowel, accented)| name.replacen(*vowel, accented, 1))
}

fn swapped(name: &str) -> String {
    let mut letters: Vec<char> = name.chars().collect();
    let last = letters.len() - 1;
    let at = (2..last).find(|&at| letters[at] != letters[at + 1]).unwrap_or(0);
    letters.swap(at, at + 1);
    letters.into_iter().collect()
}

fn without(name: &str, at: usize) -> String {
    name.chars().enumerate().filter(|(place, _)| *place != at).map(|(_, letter)| letter).collect()
}

/// The fund's file as it was handed over: keyed hashes of addresses, and the day of joining. Some members are in it, and others.
pub fn sealed_fund(folder: &Path, members: &[Person]) -> io::Result<()> {
    let key = SealKey::from_file(KEY.as_bytes()).expect("a key long enough");
    let mut maker = Maker::new(20_101);
    let mut rows = Vec::new();
    let hash = |email: &str| seal(SealedKind::Email, &email.to_lowercase(), &key);
    for person in members.iter().filter(|person| person.joined < date(2010, 10, 1)) {
        if maker.chance(0.12) {
            rows.push(vec![hash(&person.email), french(person.joined)]);
        }
    }
    for n in 0..900 {
        let joined = maker.day(date(2006, 1, 1), date(2010, 10, 1));
        rows.push(vec![hash(&format!("allocataire{n}@caisse.example")), french(joined)]);
    }
    // Sorted, so that their order tells nothing.
    rows.sort();
    write::csv(&folder.join("sources/caisse-2010-10-01.csv"), &["email_hmac", "joined"], &rows)?;
    write::text(&folder.join("sources/echange-caisse.key"), KEY)
}
