//! A text as the set of its shingles, their exact Jaccard index, and the MinHash signature that finds candidates.
//!
//! Long texts are cut into runs of three words, short ones into runs of five characters, where one changed word would otherwise change everything; texts
//! of middling length into both, so that they meet either. Hashes are our own and seeded: the same text gives the same numbers on every machine.
//!
//! References: Broder (1997), "On the resemblance and containment of documents".

/// Words in a row that make one shingle of a long text.
const WORDS_IN_A_ROW: usize = 3;
/// Characters in a row that make one shingle of a short text.
const CHARS_IN_A_ROW: usize = 5;
/// Texts with at most this many words are short; SMS are.
const SHORT: usize = 30;
/// Texts with at least this many words are long.
const LONG: usize = 20;

/// Hashes in a signature.
pub const SIGNATURE: usize = 64;
/// Hashes in a band: two texts of index J share one of the 32 bands with probability 1 − (1 − J²)³².
const BAND: usize = 2;

/// Distinct shingles as hashes, sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Shingles(Vec<u64>);

impl Shingles {
    fn new(mut hashes: Vec<u64>) -> Self {
        hashes.sort_unstable();
        hashes.dedup();
        Self(hashes)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// |A ∩ B| / |A ∪ B| in [0, 1], exact; 0 if either is empty.
    pub fn jaccard(&self, other: &Self) -> f64 {
        if self.is_empty() || other.is_empty() {
            return 0.0;
        }
        let common = common(&self.0, &other.0);
        common as f64 / (self.0.len() + other.0.len() - common) as f64
    }

    /// The hashes of the bands of its MinHash signature, in order; none if there is no shingle.
    pub fn bands(&self) -> Vec<u64> {
        if self.is_empty() {
            return Vec::new();
        }
        let mut signature = [u64::MAX; SIGNATURE];
        for &shingle in &self.0 {
            let mut state = shingle;
            for least in &mut signature {
                state = state.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
                *least = (*least).min(state ^ (state >> 29));
            }
        }
        signature.chunks(BAND).enumerate().map(|(band, rows)| rows.iter().fold(mix(band as u64 + 1), |hash, &row| mix(hash ^ row))).collect()
    }
}

fn common(a: &[u64], b: &[u64]) -> usize {
    let (mut at, mut count) = (0, 0);
    for shingle in a {
        while at < b.len() && b[at] < *shingle {
            at += 1;
        }
        if at < b.len() && b[at] == *shingle {
            count += 1;
            at += 1;
        }
    }
    count
}

/// The two ways a text is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sketch {
    /// Runs of words; empty for a short text.
    pub words: Shingles,
    /// Runs of characters; empty for a long text.
    pub chars: Shingles,
}

impl Sketch {
    /// Of a comparable text: folded words with single spaces between them.
    pub fn of(text: &str) -> Self {
        let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
        let mut sketch = Self::default();
        if words.len() >= LONG {
            let words: Vec<u64> = words.iter().map(|word| hash_of(word)).collect();
            sketch.words = Shingles::new(words.windows(WORDS_IN_A_ROW).map(|run| run.iter().fold(1, |hash, word| mix(hash ^ word))).collect());
        }
        if words.len() <= SHORT {
            let chars: Vec<char> = text.chars().collect();
            let run = |run: &[char]| run.iter().fold(2, |hash, &c| mix(hash ^ u64::from(u32::from(c))));
            let hashes = if chars.len() < CHARS_IN_A_ROW { Vec::new() } else { chars.windows(CHARS_IN_A_ROW).map(run).collect() };
            sketch.chars = Shingles::new(hashes);
        }
        sketch
    }

    /// The larger of both indices.
    pub fn jaccard(&self, other: &Self) -> f64 {
        self.words.jaccard(&other.words).max(self.chars.jaccard(&other.chars))
    }

    /// How alike two texts are, as a share of what makes them alike: at least 1 if they count as the same text.
    pub fn likeness(&self, other: &Self) -> f64 {
        (self.words.jaccard(&other.words) / SAME_LONG).max(self.chars.jaccard(&other.chars) / SAME_SHORT)
    }

    /// Bands of both kinds; those of one kind never equal those of the other.
    pub fn bands(&self) -> Vec<u64> {
        let mut bands = self.words.bands();
        bands.extend(self.chars.bands().into_iter().map(|band| mix(band ^ 0xc0de)));
        bands
    }
}

/// Jaccard index of word runs from which two long texts are one text: about one word in ten differs.
pub const SAME_LONG: f64 = 0.5;
/// The same for character runs of short texts, where common words alone give more.
pub const SAME_SHORT: f64 = 0.55;

/// Share of their words two comparable texts have in common, each word as often as it stands in both: 2 |A ∩ B| / (|A| + |B|). 0 if both are empty.
pub fn words_in_common(a: &str, b: &str) -> f64 {
    let sorted = |text: &str| {
        let mut words: Vec<u64> = text.split(' ').filter(|word| !word.is_empty()).map(hash_of).collect();
        words.sort_unstable();
        words
    };
    let (a, b) = (sorted(a), sorted(b));
    let all = a.len() + b.len();
    if all == 0 { 0.0 } else { 2.0 * common(&a, &b) as f64 / all as f64 }
}

/// A hash of a text, the same on every machine.
pub fn hash_of(text: &str) -> u64 {
    text.bytes().fold(0x9ae1_6a3b_2f90_404f, |hash, byte| mix(hash ^ u64::from(byte)))
}

/// Spreads the bits of a number over all of it.
fn mix(mut x: u64) -> u64 {
    x = (x ^ (x >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    x = (x ^ (x >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    x ^ (x >> 32)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const LETTER: &str = "chers amis vous avez partage nos combats nous ouvrons aujourd hui une nouvelle page avec le cercle horizon commun et nous vous \
                          invitons a sa reunion fondatrice le onze janvier a morvencourt";

    #[test]
    fn one_changed_word_leaves_texts_alike_and_another_text_does_not() {
        let letter = Sketch::of(LETTER);
        let changed = Sketch::of(&LETTER.replace("amis", "adherents"));
        let other = Sketch::of(
            "madame monsieur le service des ecoles vous informe que les horaires changent a la rentree et que la cantine ouvre ses portes a midi le lundi",
        );
        assert!(letter.likeness(&changed) > 1.5);
        assert!(letter.likeness(&other) < 0.1);
    }

    #[test]
    fn the_index_of_hand_counted_shingles_is_exact() {
        // "abcdef" has abcde and bcdef, "abcdeg" has abcde and bcdeg: one of three in common.
        assert!((Sketch::of("abcdef").jaccard(&Sketch::of("abcdeg")) - 1.0 / 3.0).abs() < 1e-12);
        assert!((words_in_common("a b c d", "a b c e") - 0.75).abs() < 1e-12);
    }

    #[test]
    fn texts_of_middling_length_meet_long_and_short_ones() {
        let words: Vec<String> = (0..31).map(|n| format!("mot{n}")).collect();
        let (short, long) = (Sketch::of(&words[..29].join(" ")), Sketch::of(&words.join(" ")));
        assert!(short.likeness(&long) > 1.0);
    }

    #[test]
    fn alike_texts_share_a_band() {
        let (a, b) = (Sketch::of(LETTER).bands(), Sketch::of(&LETTER.replace("amis", "adherents")).bands());
        assert!(a.iter().zip(&b).any(|(a, b)| a == b));
    }

    proptest! {
        #[test]
        fn the_index_is_symmetric_and_a_text_is_like_itself(a in "[a-e ]{0,60}", b in "[a-e ]{0,60}") {
            let (a, b) = (Sketch::of(&a), Sketch::of(&b));
            prop_assert_eq!(a.jaccard(&b).to_bits(), b.jaccard(&a).to_bits());
            prop_assert!(a.chars.is_empty() || (a.jaccard(&a) - 1.0).abs() < 1e-12);
            prop_assert!((0.0..=1.0).contains(&a.jaccard(&b)));
        }
    }
}
