//! What an outcome is worth: m, the chance of it for one person's two records; u, for two strangers; h, for two people of one household.
//!
//! u is counted in the table (see [`super::frequency`] and [`super::strangers`]). m starts from the defaults below and is moved by
//! expectation–maximisation as far as the pairs found allow: the defaults count as [`FIRM`] pairs, and fewer than [`ENOUGH`] expected true pairs move
//! nothing. So a list of people with one channel each, where plain EM runs away, keeps sound weights.

use super::compare::Levels;
use super::found::{AddressLevel, BirthLevel, CivilityLevel, EmailLevel, NameLevel, NumberLevel, Outcome};
use super::score::even;

/// Comparisons of a pair, the parts of a name one by one.
pub(super) const COMPARISONS: usize = 9;
/// Levels of a comparison at most.
const LEVELS: usize = 8;
/// Marks a comparison that says nothing.
pub(super) const MISSING: u8 = u8::MAX;
/// Expected true pairs from which on m is learnt.
pub(super) const ENOUGH: f64 = 200.0;
/// Pairs the defaults count as.
const FIRM: f64 = 100.0;

pub(super) const LAST: usize = 0;
pub(super) const FIRST: usize = 1;
pub(super) const SWAPPED: usize = 2;
pub(super) const ADDRESS: usize = 3;
pub(super) const EMAIL: usize = 4;
pub(super) const PHONE: usize = 5;
pub(super) const BIRTH: usize = 6;
pub(super) const CIVILITY: usize = 7;
pub(super) const IDENTIFIER: usize = 8;

/// The outcome of every comparison as a small number, [`MISSING`] where it says nothing.
pub(super) type Packed = [u8; COMPARISONS];

/// The outcomes of a pair as small numbers.
pub(super) fn pack(levels: &Levels) -> Packed {
    let or_missing = |level: u8, missing: u8| if level == missing { MISSING } else { level };
    let name = |level: NameLevel| or_missing(level as u8, NameLevel::Missing as u8);
    let number = |level: NumberLevel| or_missing(level as u8, NumberLevel::Missing as u8);
    let has_names = levels.last != NameLevel::Missing && levels.first != NameLevel::Missing;
    [
        name(levels.last),
        name(levels.first),
        if has_names { u8::from(levels.is_swapped) } else { MISSING },
        or_missing(levels.address as u8, AddressLevel::Missing as u8),
        or_missing(levels.email as u8, EmailLevel::Missing as u8),
        number(levels.phone),
        or_missing(levels.birth as u8, BirthLevel::Missing as u8),
        or_missing(levels.civility as u8, CivilityLevel::Missing as u8),
        number(levels.identifier),
    ]
}

/// The outcomes as they are shown, name first; comparisons that say nothing are left out. Each comes with the small numbers it is made of.
pub(super) fn outcomes(levels: &Levels) -> Vec<(Outcome, &'static [usize])> {
    let Levels { last, first, is_swapped, address, email, phone, birth, civility, identifier } = *levels;
    let mut outcomes: Vec<(Outcome, &'static [usize])> = Vec::with_capacity(7);
    if last != NameLevel::Missing || first != NameLevel::Missing {
        outcomes.push((Outcome::Name { last, first, is_swapped }, &[LAST, FIRST, SWAPPED]));
    }
    if address != AddressLevel::Missing {
        outcomes.push((Outcome::Address { level: address }, &[ADDRESS]));
    }
    if email != EmailLevel::Missing {
        outcomes.push((Outcome::Email { level: email }, &[EMAIL]));
    }
    if phone != NumberLevel::Missing {
        outcomes.push((Outcome::Phone { level: phone }, &[PHONE]));
    }
    if birth != BirthLevel::Missing {
        outcomes.push((Outcome::Birth { level: birth }, &[BIRTH]));
    }
    if civility != CivilityLevel::Missing {
        outcomes.push((Outcome::Civility { level: civility }, &[CIVILITY]));
    }
    if identifier != NumberLevel::Missing {
        outcomes.push((Outcome::Identifier { level: identifier }, &[IDENTIFIER]));
    }
    outcomes
}

/// m of every level of every comparison.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Weights {
    m: [[f64; LEVELS]; COMPARISONS],
}

impl Default for Weights {
    /// What to expect of a file that people typed in and a list that was copied from it some time ago.
    fn default() -> Self {
        let mut m = [[0.0; LEVELS]; COMPARISONS];
        // Exact, part, nickname, initial, close, near, far, different.
        m[LAST] = [0.87, 0.03, 0.0005, 0.002, 0.055, 0.01, 0.0125, 0.02];
        m[FIRST] = [0.86, 0.02, 0.015, 0.025, 0.045, 0.01, 0.01, 0.015];
        m[SWAPPED][..2].copy_from_slice(&[0.98, 0.02]);
        // Exact, close, street, elsewhere, place, town, different.
        m[ADDRESS][..7].copy_from_slice(&[0.65, 0.07, 0.04, 0.02, 0.06, 0.04, 0.12]);
        // Exact, local, close, different.
        m[EMAIL][..4].copy_from_slice(&[0.55, 0.08, 0.05, 0.32]);
        // Exact, close, different.
        m[PHONE][..3].copy_from_slice(&[0.6, 0.03, 0.37]);
        // Exact, swapped, close, year, different.
        m[BIRTH][..5].copy_from_slice(&[0.92, 0.01, 0.045, 0.01, 0.015]);
        m[CIVILITY][..2].copy_from_slice(&[0.97, 0.03]);
        m[IDENTIFIER][..3].copy_from_slice(&[0.85, 0.08, 0.07]);
        Self { m }
    }
}

impl Weights {
    /// log₂ m of an outcome; 0 for one that says nothing.
    pub(super) fn bits(&self, comparison: usize, level: u8) -> f64 {
        if level == MISSING { 0.0 } else { libm::log2(self.m[comparison][level as usize]) }
    }

    /// log₂ m of everything, for look-ups.
    pub(super) fn table(&self) -> [[f64; LEVELS]; COMPARISONS] {
        self.m.map(|levels| levels.map(|m| if m > 0.0 { libm::log2(m) } else { 0.0 }))
    }

    /// The weights that fit these expected counts best, the defaults counting as [`FIRM`] pairs; and how far the farthest has moved.
    pub(super) fn learn(&self, counts: &Counts) -> (Self, f64) {
        let defaults = Self::default();
        let mut next = self.clone();
        let mut moved = 0.0_f64;
        for comparison in 0..COMPARISONS {
            let seen: f64 = counts.0[comparison].iter().sum();
            if seen < ENOUGH {
                continue;
            }
            for level in 0..LEVELS {
                let default = defaults.m[comparison][level];
                if default > 0.0 {
                    let m = even((FIRM * default + counts.0[comparison][level]) / (FIRM + seen));
                    moved = moved.max((m - self.m[comparison][level]).abs());
                    next.m[comparison][level] = m;
                }
            }
        }
        (next, moved)
    }
}

/// Expected true pairs at each level of each comparison.
#[derive(Clone, Debug, Default)]
pub(super) struct Counts(pub [[f64; LEVELS]; COMPARISONS]);

impl Counts {
    /// Counts a pair that is true with this probability.
    pub(super) fn add(&mut self, levels: &Packed, probability: f64) {
        for (counts, &level) in self.0.iter_mut().zip(levels) {
            if level != MISSING {
                counts[level as usize] += probability;
            }
        }
    }
}

/// log₂ of the ratio by which a namesake's names and town are likelier than a stranger's. `m_bits` is log₂ m of the pair's last and first name.
///
/// Names are not drawn independently: last names keep to a region, first names to a generation, and families pass both on. Everything but names and town
/// is as between strangers.
pub(super) fn namesake_bits(levels: &Packed, u_bits: &[f32; COMPARISONS], m_bits: [f64; 2]) -> f64 {
    if levels[LAST] == MISSING || levels[FIRST] == MISSING {
        return f64::NEG_INFINITY;
    }
    let near = match levels[ADDRESS] {
        4 | 5 => libm::log2(NEARBY) - f64::from(u_bits[ADDRESS]),
        _ => 0.0,
    };
    m_bits[0] + m_bits[1] - f64::from(u_bits[LAST]) - f64::from(u_bits[FIRST]) + near.max(0.0)
}

/// Share of namesakes who live in the same town.
const NEARBY: f64 = 0.15;

/// log₂ h/u of what two people of one household differ and agree in, beside what their address says.
///
/// They mostly share the last name, rarely the first, sometimes the telephone; everything else is as between strangers. `u_bits` is log₂ u of the pair.
pub(super) fn household_bits(levels: &Packed, u_bits: &[f32; COMPARISONS]) -> f64 {
    // Without an address in common there is no household to speak of.
    let h_address = match levels[ADDRESS] {
        MISSING => return f64::NEG_INFINITY,
        level => [0.86, 0.07, 0.03, 0.02, 0.01, 0.005, 0.005, 0.0][level as usize],
    };
    let u = |comparison: usize| f64::from(u_bits[comparison]);
    let mut bits = libm::log2(h_address) - u(ADDRESS);
    bits += match levels[LAST] {
        MISSING => 0.0,
        0 => libm::log2(0.66) - u(LAST),
        1 => libm::log2(0.05) - u(LAST),
        4 => libm::log2(0.03) - u(LAST),
        _ => libm::log2(0.26),
    };
    bits += if levels[FIRST] == 0 { -3.0 } else { 0.0 };
    bits += match levels[EMAIL] {
        0 => libm::log2(0.03) - u(EMAIL),
        _ => 0.0,
    };
    bits += match levels[PHONE] {
        0 => libm::log2(0.1) - u(PHONE),
        _ => 0.0,
    };
    bits
}
