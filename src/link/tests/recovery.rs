//! Parameters come back from data drawn from them.

use crate::link::compare::Levels;
use crate::link::found::{AddressLevel, BirthLevel, CivilityLevel, EmailLevel, NameLevel, NumberLevel};
use crate::link::score::{Pair, fit};
use crate::link::weights::{ADDRESS, BIRTH, COMPARISONS, FIRST, LAST, MISSING, Packed};
use rand::{RngExt as _, SeedableRng as _};
use rand_chacha::ChaCha8Rng;

const NOTHING: Levels = Levels {
    last: NameLevel::Missing,
    first: NameLevel::Missing,
    is_swapped: false,
    address: AddressLevel::Missing,
    email: EmailLevel::Missing,
    phone: NumberLevel::Missing,
    birth: BirthLevel::Missing,
    civility: CivilityLevel::Missing,
    identifier: NumberLevel::Missing,
};

/// Draws a level from its probabilities.
fn draw(random: &mut ChaCha8Rng, shares: &[f64]) -> usize {
    let mut left: f64 = random.random();
    shares
        .iter()
        .position(|share| {
            left -= share;
            left < 0.0
        })
        .unwrap_or(shares.len() - 1)
}

#[test]
fn share_and_weights_are_those_the_data_was_drawn_from() {
    let rows = 100_000_u64;
    let share = 0.7;
    // Exact, part, nickname, initial, close, near, far, different.
    let m_last = [0.80, 0.04, 0.01, 0.01, 0.08, 0.02, 0.01, 0.03];
    let u_last = [0.002, 0.002, 0.002, 0.002, 0.004, 0.01, 0.06, 0.918];
    let m_address = [0.6, 0.08, 0.05, 0.02, 0.08, 0.07, 0.1];
    let u_address = [0.00002, 0.00002, 0.0002, 0.00002, 0.01, 0.01, 0.97974];
    let m_birth = [0.8, 0.02, 0.1, 0.03, 0.05];
    let u_birth = [0.00005, 0.00005, 0.0045, 0.016, 0.9794];
    let mut random = ChaCha8Rng::seed_from_u64(7);
    let mut pair = |row: u32, last: &[f64], address: &[f64], birth: &[f64]| {
        let mut packed: Packed = [MISSING; COMPARISONS];
        let mut u_bits = [0.0_f32; COMPARISONS];
        for (at, drawn_from, u) in
            [(LAST, last, &u_last[..]), (FIRST, last, &u_last[..]), (ADDRESS, address, &u_address[..]), (BIRTH, birth, &u_birth[..])]
        {
            let level = draw(&mut random, drawn_from);
            packed[at] = level as u8;
            u_bits[at] = libm::log2(u[level]) as f32;
        }
        Pair { row, packed, levels: NOTHING, u_bits, household_bits: 0.0 }
    };
    let mut people: Vec<Vec<Pair>> = Vec::new();
    for person in 0..4_000_u32 {
        let mut pairs = Vec::new();
        if f64::from(person % 10) < share * 10.0 {
            pairs.push(pair(person, &m_last, &m_address, &m_birth));
        }
        // Of the strangers in the table only a few are worth drawing: the rest weighs nothing.
        for stranger in 0..5 {
            pairs.push(pair(50_000 + stranger, &u_last, &u_address, &u_birth));
        }
        people.push(pairs);
    }
    let found = fit(&people, rows);
    assert!(found.has_converged);
    // Those who stand in the table under quite other details cannot be told from strangers, and are not counted.
    assert!((share - 0.04..=share).contains(&found.share), "{}", found.share);
    for (comparison, wanted) in [(LAST, &m_last[..]), (FIRST, &m_last[..]), (ADDRESS, &m_address[..]), (BIRTH, &m_birth[..])] {
        for (level, m) in wanted.iter().enumerate() {
            let learnt = libm::exp2(found.weights.bits(comparison, level as u8));
            // The defaults count as 100 of some 2,900 pairs.
            assert!((learnt - m).abs() < 0.03, "comparison {comparison} level {level}: {learnt} instead of {m}");
        }
    }
}

#[test]
fn too_few_pairs_leave_the_defaults() {
    let pair = Pair {
        row: 0,
        packed: [0, 0, 0, 6, MISSING, MISSING, MISSING, MISSING, MISSING],
        levels: NOTHING,
        u_bits: [-20.0; COMPARISONS],
        household_bits: 0.0,
    };
    let people = vec![vec![pair]; 50];
    let found = fit(&people, 1_000);
    assert_eq!(found.weights, crate::link::weights::Weights::default());
}
