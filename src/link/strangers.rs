//! u: how often two strangers look this much alike. Counted where it can be counted, drawn only for likenesses of names.

use super::columns::{Record, Text};
use super::compare::name_level;
use super::found::{AddressLevel, NameLevel};
use super::frequency::Frequencies;
use super::weights::{ADDRESS, BIRTH, CIVILITY, COMPARISONS, EMAIL, FIRST, IDENTIFIER, LAST, MISSING, PHONE, Packed, SWAPPED};
use super::words::Words;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};

/// Least share of any value: 16 bits are the most a single name, town or address can weigh.
const LEAST: f64 = 1.0 / 65_536.0;
/// People compared with the rows drawn.
const ASKED: usize = 300;
/// Chance that two strangers have the same e-mail address, telephone number or other number, each found once in the table: slips, borrowed and
/// reassigned ones. In shares of one row.
const SHARED: [f64; 3] = [0.002, 0.01, 0.01];

// Levels of an address, as they are packed.
const EXACT: u8 = AddressLevel::Exact as u8;
const CLOSE: u8 = AddressLevel::Close as u8;
const STREET: u8 = AddressLevel::Street as u8;
const ELSEWHERE: u8 = AddressLevel::Elsewhere as u8;
const PLACE: u8 = AddressLevel::Place as u8;
const TOWN: u8 = AddressLevel::Town as u8;

/// log₂ of the share of strangers whose addresses or numbers differ by one letter: about one in a million.
const RARE: f32 = -20.0;

/// What the table says about strangers, for look-ups by code.
pub(super) struct Strangers<'t> {
    frequencies: &'t Frequencies,
    /// log₂ of the share of each value, by code: as last name, first name, postcode, town.
    shares: [Vec<f32>; 4],
    /// log₂ of the shares of pairs at each level of likeness, of last and of first names.
    alike: [[f32; 9]; 2],
}

/// How many rows hold what a person has, as far as it was counted.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Around {
    pub email: u32,
    pub local: u32,
    pub phone: u32,
    pub identifier: u32,
    /// At the same number and street, anywhere.
    pub house: u32,
    /// In the same street and town.
    pub street: u32,
    /// At the very address, among the rows compared.
    pub address: u32,
}

impl<'t> Strangers<'t> {
    /// `records` are the rows that may be compared, `drawn` codes of last and first names, `people` those asked about.
    pub(super) fn of(frequencies: &'t Frequencies, words: &Words, records: &[Record], drawn: &[(u32, u32)], people: &[Record]) -> Self {
        // Only of words that stand in such a place in a kept row.
        let shares = [Text::Last, Text::First, Text::Postcode, Text::City].map(|text| {
            let mut shares = vec![0.0; words.len()];
            for code in records.iter().map(|record| record.code(text)).filter(|code| *code != 0) {
                let share = &mut shares[code as usize];
                if *share >= 0.0 {
                    *share = libm::log2(frequencies.share(text, words.get(code)).max(LEAST)).min(-f64::EPSILON) as f32;
                }
            }
            shares
        });
        // Every so-manieth person, so that the draw does not depend on how many there are beyond it.
        let step = people.len().div_ceil(ASKED).max(1);
        let mut asked: Vec<&Record> = people.iter().collect();
        asked.sort_by_key(|record| (words.get(record.code(Text::Last)), words.get(record.code(Text::First))));
        let asked: Vec<&Record> = asked.into_iter().step_by(step).collect();
        let levels = |at: usize, is_first: bool| {
            let mut counts = [0_u64; 9];
            let of_person = |record: &&Record| {
                let mut counts = [0_u64; 9];
                let own = words.get(if is_first { record.code(Text::First) } else { record.code(Text::Last) });
                for pair in drawn {
                    let other = words.get(if at == 0 { pair.0 } else { pair.1 });
                    counts[name_level(own, other, is_first) as usize] += 1;
                }
                counts
            };
            let found: Vec<[u64; 9]> = asked.par_iter().map(of_person).collect();
            for of_person in &found {
                for (sum, count) in counts.iter_mut().zip(of_person) {
                    *sum += count;
                }
            }
            let seen: u64 = counts[..NameLevel::Missing as usize].iter().sum();
            // A level nobody drawn reached is rare, not impossible.
            counts.map(|count| (count as f64 + 0.5) / (seen as f64 + 50_000.0).max(100_000.0))
        };
        let mut alike = [levels(0, false), levels(1, true)];
        for shares in &mut alike {
            let rest: f64 = shares[..NameLevel::Different as usize].iter().sum();
            shares[NameLevel::Different as usize] = (1.0 - rest).max(0.5);
        }
        let alike = alike.map(|shares| shares.map(|share| libm::log2(share.clamp(1e-12, 1.0)) as f32));
        Self { frequencies, shares, alike }
    }

    /// Rows of the table.
    pub(super) fn rows(&self) -> u64 {
        self.frequencies.rows
    }

    /// log₂ u of every comparison of a person with a row.
    pub(super) fn bits(&self, levels: &Packed, row: &Record, person: &Record, around: &Around) -> [f32; COMPARISONS] {
        let mut bits = [0.0; COMPARISONS];
        let filled = |text: Text| self.frequencies.filled(text).max(1) as f64;
        let log = |share: f64| libm::log2(share.clamp(1e-12, 1.0)) as f32;
        let share = |at: usize, code: u32| self.shares[at][code as usize];
        for (comparison, text) in [(LAST, Text::Last), (FIRST, Text::First)] {
            let own = share(comparison, row.code(text));
            bits[comparison] = match levels[comparison] {
                MISSING => 0.0,
                0 => own,
                level if level == NameLevel::Different as u8 => self.alike[comparison][level as usize],
                level => self.alike[comparison][level as usize].max(own),
            };
        }
        // Whether they fit straight or exchanged is already in the shares of the names.
        bits[SWAPPED] = 0.0;
        bits[ADDRESS] = self.address(levels[ADDRESS], row, person, around);
        let rows = |count: u32, shared: f64, filled: f64| log(f64::from(count.max(1) - 1) / filled + shared / self.rows().max(1) as f64);
        bits[EMAIL] = match levels[EMAIL] {
            0 => rows(around.email, SHARED[0], filled(Text::Local)),
            1 => rows(around.local, 0.1, filled(Text::Local)),
            2 => RARE,
            _ => 0.0,
        };
        bits[PHONE] = match levels[PHONE] {
            0 => rows(around.phone, SHARED[1], self.frequencies.phones.max(1) as f64),
            1 => RARE,
            _ => 0.0,
        };
        bits[BIRTH] = match levels[BIRTH] {
            // Days of birth of the living spread over some 55 years: 20,000 days.
            0 | 1 => -14.29,
            // Two of day, month and year: about 0.0045 of pairs; the year alone: 0.016; neither: 0.98.
            2 => -7.8,
            3 => -5.97,
            MISSING => 0.0,
            _ => -0.03,
        };
        bits[CIVILITY] = if levels[CIVILITY] == MISSING { 0.0 } else { -1.0 };
        bits[IDENTIFIER] = match levels[IDENTIFIER] {
            0 => rows(around.identifier, SHARED[2], filled(Text::Identifier)),
            1 => RARE,
            _ => 0.0,
        };
        bits
    }

    fn address(&self, level: u8, row: &Record, person: &Record, around: &Around) -> f32 {
        let filled = self.frequencies.filled(Text::City).max(self.frequencies.filled(Text::Postcode)).max(1) as f64;
        let log = |rows: f64| libm::log2((rows / filled).clamp(LEAST / 64.0, 1.0)) as f32;
        let share = |at: usize, text: Text| if row.code(text) == 0 { 0.0 } else { self.shares[at][row.code(text) as usize] };
        let (postcode, city) = (share(2, Text::Postcode), share(3, Text::City));
        match level {
            MISSING => 0.0,
            // Somebody lives at every address, so a stranger there is no rarity: never less than a household.
            EXACT => log(f64::from(around.address.max(2))),
            CLOSE => log(f64::from(around.address.max(2)) + 1.0),
            STREET => log(f64::from(around.street.max(8))),
            ELSEWHERE => log(f64::from(around.house.max(4))),
            PLACE => postcode.min(city),
            TOWN if row.code(Text::City) == person.code(Text::City) && row.code(Text::City) != 0 => city,
            TOWN => postcode,
            // Nothing in common: 0.98 of pairs.
            _ => -0.03,
        }
    }
}
