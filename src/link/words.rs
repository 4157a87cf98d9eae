//! A dictionary of texts: every text once, under a number.

use super::columns::Text;
use std::sync::atomic::{AtomicU64, Ordering};

/// Texts under codes, from 0 (the empty text, which stands for a missing value). Kept as one run of bytes, so that a million cost little more than
/// their letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Words {
    text: String,
    /// Where each word ends; word n begins where n − 1 ends.
    ends: Vec<u32>,
}

impl Default for Words {
    fn default() -> Self {
        Self { text: String::new(), ends: vec![0] }
    }
}

impl Words {
    /// Texts that stand one behind the other, by their lengths in bytes, the empty one first; `None` if the lengths are not those of such texts.
    pub(super) fn of(text: &str, lengths: impl Iterator<Item = u64>) -> Option<Self> {
        let mut ends = Vec::with_capacity(lengths.size_hint().0);
        let mut end = 0_u64;
        for length in lengths {
            end = end.checked_add(length).filter(|end| *end <= text.len() as u64)?;
            if !text.is_char_boundary(end as usize) {
                return None;
            }
            ends.push(u32::try_from(end).ok()?);
        }
        (ends.first() == Some(&0) && end == text.len() as u64).then(|| Self { text: text.to_owned(), ends })
    }

    /// The text under a code; empty for 0 and for a code that was never given.
    pub fn get(&self, code: u32) -> &str {
        let at = code as usize;
        match (at, self.ends.get(at)) {
            (0, _) | (_, None) => "",
            (_, Some(&end)) => &self.text[self.ends[at - 1] as usize..end as usize],
        }
    }

    /// Bytes of the text under a code, without looking at the text.
    pub(super) fn length(&self, code: u32) -> usize {
        let at = code as usize;
        match (at, self.ends.get(at)) {
            (0, _) | (_, None) => 0,
            (_, Some(end)) => (end - self.ends[at - 1]) as usize,
        }
    }

    /// Number of codes, the empty text included.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is nothing but the empty text.
    pub fn is_empty(&self) -> bool {
        self.ends.len() <= 1
    }

    /// Bytes of all texts together.
    pub fn size(&self) -> usize {
        self.text.len()
    }

    /// Every text in the order of its code, the empty one first.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len() as u32).map(|code| self.get(code))
    }

    /// Adds a text under the next code, whether it is known or not.
    pub(super) fn add(&mut self, word: &str) -> u32 {
        self.text.push_str(word);
        self.ends.push(self.text.len() as u32);
        (self.ends.len() - 1) as u32
    }
}

/// Where a text of the dictionary is: enough to compare it without looking anywhere else first.
#[derive(Clone, Copy, Debug, Default)]
struct Place {
    /// Half of its hash.
    tag: u32,
    code: u32,
    /// Where it begins, and how long it is.
    start: u32,
    length: u32,
}

/// Gives every text its code: a known one the same as before.
#[derive(Debug)]
pub struct Interner {
    words: Words,
    /// In open addressing; code 0 is a free place, since it is never looked up.
    table: Vec<Place>,
    /// Number of words in the table; words that were only added are not.
    used: usize,
    /// Tells one dictionary from another, for [`Coded`]. It reaches no result.
    id: u64,
}

impl Default for Interner {
    fn default() -> Self {
        static NEXT: AtomicU64 = AtomicU64::new(1);
        Self { words: Words::default(), table: vec![Place::default(); 1024], used: 0, id: NEXT.fetch_add(1, Ordering::Relaxed) }
    }
}

/// A text with its code in the dictionary it was last asked for: looking it up costs more than anything else that is done to a row.
#[derive(Clone, Debug, Default)]
pub(super) struct Coded {
    text: String,
    dictionary: u64,
    code: u32,
}

impl From<String> for Coded {
    fn from(text: String) -> Self {
        Self { text, ..Self::default() }
    }
}

impl Coded {
    /// Its code in this dictionary.
    pub(super) fn code(&mut self, words: &mut Interner) -> u32 {
        if self.dictionary != words.id {
            self.code = words.code(&self.text);
            self.dictionary = words.id;
        }
        self.code
    }
}

impl Interner {
    /// The code of a text.
    pub fn code(&mut self, word: &str) -> u32 {
        if word.is_empty() {
            return 0;
        }
        if self.used * 2 >= self.table.len() {
            self.grow();
        }
        let mask = self.table.len() - 1;
        let hash = hash(word);
        let (mut at, tag) = (hash as usize & mask, (hash >> 32) as u32);
        loop {
            let place = self.table[at];
            if place.code == 0 {
                let start = self.words.text.len() as u32;
                let code = self.words.add(word);
                self.table[at] = Place { tag, code, start, length: word.len() as u32 };
                self.used += 1;
                return code;
            }
            let is_it =
                place.tag == tag && self.words.text.as_bytes()[place.start as usize..(place.start + place.length) as usize] == *word.as_bytes();
            if is_it {
                return place.code;
            }
            at = (at + 1) & mask;
        }
    }

    /// A code for a text that hardly ever comes twice, such as an e-mail address: not looked up, so much cheaper.
    pub fn unshared(&mut self, word: &str) -> u32 {
        if word.is_empty() { 0 } else { self.words.add(word) }
    }

    /// The code of a text that stands at this place of a record (see [`super::columns::Text`]). E-mail addresses and other numbers are compared by their
    /// letters and not by their codes, so that they need not be looked up.
    pub(super) fn code_at(&mut self, place: usize, word: &str) -> u32 {
        let is_rare = place == Text::Local as usize || place == Text::Identifier as usize;
        if is_rare { self.unshared(word) } else { self.code(word) }
    }

    /// What was gathered so far.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// The finished dictionary.
    pub fn into_words(self) -> Words {
        self.words
    }

    fn grow(&mut self) {
        let mask = self.table.len() * 4 - 1;
        let mut table = vec![Place::default(); mask + 1];
        for &place in self.table.iter().filter(|place| place.code != 0) {
            let mut at = hash(self.words.get(place.code)) as usize & mask;
            while table[at].code != 0 {
                at = (at + 1) & mask;
            }
            table[at] = place;
        }
        self.table = table;
    }
}

/// Remembers what was computed from a text.
#[derive(Debug)]
pub(super) struct Memory<T> {
    texts: Interner,
    /// By code.
    values: Vec<T>,
}

/// Texts remembered; then all are forgotten, so that memory stays flat.
const REMEMBERED: usize = 1 << 18;

impl<T: Default> Default for Memory<T> {
    fn default() -> Self {
        Self { texts: Interner::default(), values: vec![T::default()] }
    }
}

impl<T: Default> Memory<T> {
    /// What was computed from this text before, or else what `compute` says; the default for the empty text.
    pub(super) fn of(&mut self, text: &str, compute: impl FnOnce(&str) -> T) -> &mut T {
        if self.values.len() >= REMEMBERED {
            *self = Self::default();
        }
        let code = self.texts.code(text) as usize;
        if code == self.values.len() {
            self.values.push(compute(text));
        }
        &mut self.values[code]
    }
}

/// A 64-bit hash of a text: the same on every machine and in every run.
pub fn hash(text: &str) -> u64 {
    let mut state = 0x9E37_79B9_7F4A_7C15_u64 ^ text.len() as u64;
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    for word in words {
        state = mix(state, u64::from_le_bytes(*word));
    }
    if !rest.is_empty() {
        let mut last = [0; 8];
        last[..rest.len()].copy_from_slice(rest);
        state = mix(state, u64::from_le_bytes(last));
    }
    finish(state)
}

/// Takes another number into a hash.
pub fn mix(state: u64, value: u64) -> u64 {
    finish(state.rotate_left(23) ^ value.wrapping_mul(0xD6E8_FEB8_6659_FD93))
}

fn finish(state: u64) -> u64 {
    let product = u128::from(state ^ 0xA076_1D64_78BD_642F) * u128::from(0xE703_7ED1_A0B4_28DB_u64);
    (product >> 64) as u64 ^ product as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn a_text_keeps_its_code_and_a_code_its_text(texts in prop::collection::vec("\\PC{0,12}", 0..400)) {
            let mut interner = Interner::default();
            let codes: Vec<u32> = texts.iter().map(|text| interner.code(text)).collect();
            prop_assert_eq!(&codes, &texts.iter().map(|text| interner.code(text)).collect::<Vec<_>>());
            let words = interner.into_words();
            for (code, text) in codes.iter().zip(&texts) {
                prop_assert_eq!(words.get(*code), text);
                prop_assert_eq!(words.length(*code), text.len());
                prop_assert_eq!(*code == 0, text.is_empty());
            }
            prop_assert!(words.len() <= texts.len() + 1);
        }
    }

    #[test]
    fn a_code_never_given_is_the_empty_text() {
        assert_eq!(Words::default().get(0), "");
        assert_eq!(Words::default().get(7), "");
    }

    #[test]
    fn hashes_are_the_same_in_every_run() {
        assert_ne!(hash("martin"), hash("martim"));
        assert_ne!(hash(""), hash("\0"));
        let spread: std::collections::BTreeSet<u64> = (0..10_000).map(|n| hash(&n.to_string()) >> 40).collect();
        assert!(spread.len() > 9_900, "{}", spread.len());
    }
}
