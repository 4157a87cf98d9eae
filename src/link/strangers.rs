//! u: how often two strangers look this much alike. Counted where it can be counted, drawn only for likenesses of names.

use super::columns::{Record, Text};
use super::compare::{email, name_level, phone, text_number};
use super::found::{AddressLevel, EmailLevel, NameLevel, NumberLevel};
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

/// What the table says about strangers, for look-ups by code.
pub(super) struct Strangers<'t> {
    frequencies: &'t Frequencies,
    /// log₂ of the share of each value, by code: as last name, first name, postcode, town.
    shares: [Vec<f32>; 4],
    /// log₂ of the shares of pairs at each level of likeness, of last and of first names.
    alike: [[f32; 9]; 2],
    /// log₂ of the share of pairs that are one letter apart: of e-mail addresses, telephone numbers, other numbers. Numbers given out in a row are
    /// often that.
    close: [f32; 3],
}

/// What pairs of strangers look like. Whole numbers, so that it does not matter in which order they are added.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    /// Pairs at each level of likeness, of last and of first names.
    names: [[u64; 9]; 2],
    /// Pairs one letter apart, and pairs compared: of e-mail addresses, telephone numbers, other numbers.
    close: [[u64; 2]; 3],
}

impl Seen {
    fn add(&mut self, words: &Words, person: &Record, row: &Record) {
        for (counts, text) in self.names.iter_mut().zip([Text::Last, Text::First]) {
            counts[name_level(words.get(person.code(text)), words.get(row.code(text)), text == Text::First) as usize] += 1;
        }
        let levels = [
            Some(email(words, person, row)).filter(|level| *level != EmailLevel::Missing).map(|level| level == EmailLevel::Close),
            Some(phone(person.phone, row.phone)).filter(|level| *level != NumberLevel::Missing).map(|level| level == NumberLevel::Close),
            Some(text_number(words, person.code(Text::Identifier), row.code(Text::Identifier)))
                .filter(|level| *level != NumberLevel::Missing)
                .map(|level| level == NumberLevel::Close),
        ];
        for (counts, is_close) in self.close.iter_mut().zip(levels) {
            counts[0] += u64::from(is_close == Some(true));
            counts[1] += u64::from(is_close.is_some());
        }
    }

    fn and(mut self, other: Self) -> Self {
        let of_names = self.names.iter_mut().flatten().zip(other.names.into_iter().flatten());
        let of_close = self.close.iter_mut().flatten().zip(other.close.into_iter().flatten());
        for (sum, more) in of_names.chain(of_close) {
            *sum += more;
        }
        self
    }

    /// log₂ of the shares of levels of likeness; a level nobody drawn reached is rare, not impossible.
    fn shares(counts: [u64; 9]) -> [f32; 9] {
        let seen: u64 = counts[..NameLevel::Missing as usize].iter().sum();
        let mut shares = counts.map(|count| (count as f64 + 0.5) / (seen as f64 + 50_000.0).max(100_000.0));
        let rest: f64 = shares[..NameLevel::Different as usize].iter().sum();
        shares[NameLevel::Different as usize] = (1.0 - rest).max(0.5);
        shares.map(|share| libm::log2(share.clamp(1e-12, 1.0)) as f32)
    }

    /// log₂ of the share of pairs one letter apart: one in a million, if the pairs seen do not say otherwise.
    fn share([close, seen]: [u64; 2]) -> f32 {
        libm::log2((close as f64 + 0.1) / (seen as f64 + 100_000.0)) as f32
    }
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
    /// `records` are the rows that may be compared, `drawn` rows of the table at random, `people` those asked about.
    pub(super) fn of(frequencies: &'t Frequencies, words: &Words, records: &[Record], drawn: &[Record], people: &[Record]) -> Self {
        // Only of words that stand in such a place in a kept row.
        let shares = |text: Text| {
            let mut shares = vec![0.0; words.len()];
            for code in records.iter().map(|record| record.code(text)).filter(|code| *code != 0) {
                let share = &mut shares[code as usize];
                if *share >= 0.0 {
                    *share = libm::log2(frequencies.share(text, words.get(code)).max(LEAST)).min(-f64::EPSILON) as f32;
                }
            }
            shares
        };
        let ((last, first), (postcode, city)) = rayon::join(
            || rayon::join(|| shares(Text::Last), || shares(Text::First)),
            || rayon::join(|| shares(Text::Postcode), || shares(Text::City)),
        );
        let shares = [last, first, postcode, city];
        // Every so-manieth person, so that the draw does not depend on how many there are beyond it.
        let step = people.len().div_ceil(ASKED).max(1);
        let mut asked: Vec<&Record> = people.iter().collect();
        asked.sort_by_key(|record| {
            (words.get(record.code(Text::Last)), words.get(record.code(Text::First)), record.phone, words.get(record.code(Text::Local)))
        });
        let asked: Vec<&Record> = asked.into_iter().step_by(step).collect();
        let of_person = |person: &&Record| {
            let mut seen = Seen::default();
            for row in drawn {
                seen.add(words, person, row);
            }
            seen
        };
        let seen = asked.par_iter().map(of_person).reduce(Seen::default, Seen::and);
        Self { frequencies, shares, alike: seen.names.map(Seen::shares), close: seen.close.map(Seen::share) }
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
            2 => self.close[0],
            _ => 0.0,
        };
        bits[PHONE] = match levels[PHONE] {
            0 => rows(around.phone, SHARED[1], self.frequencies.phones.max(1) as f64),
            1 => self.close[1],
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
            1 => self.close[2],
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
