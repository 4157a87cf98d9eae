//! How well bytes read as French in an encoding of one byte a character.
//!
//! A letter with an accent inside a word speaks for an encoding; a box-drawing sign, a control character or a capital in the middle of a small word
//! speaks against it.

use super::encoding::Charset;

/// How well a text reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Score {
    /// Points for, less points against.
    pub points: i64,
    /// Characters outside ASCII that stand next to a letter.
    pub characters: i64,
}

/// Adds up a [`Score`] over chunks.
pub struct Tally {
    table: [char; 256],
    before: char,
    current: Option<char>,
    score: Score,
}

impl Tally {
    /// For one encoding; one of several bytes a character scores nothing.
    pub fn new(charset: Charset) -> Self {
        let mut table = ['\0'; 256];
        for (byte, place) in (0..=u8::MAX).zip(&mut table) {
            *place = charset.single_byte(byte).unwrap_or('\0');
        }
        Self { table, before: ' ', current: None, score: Score::default() }
    }

    /// The next bytes.
    pub fn feed(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.next(self.table[usize::from(*byte)]);
        }
    }

    /// The score of all that was fed.
    pub fn finish(mut self) -> Score {
        self.next(' ');
        self.score
    }

    fn next(&mut self, after: char) {
        if let Some(current) = self.current.replace(after) {
            if !current.is_ascii() {
                let points = points(self.before, current, after);
                self.score.points += points;
                self.score.characters += i64::from(self.before.is_alphabetic() || after.is_alphabetic() || points != 0);
            }
            self.before = current;
        }
    }
}

fn points(before: char, current: char, after: char) -> i64 {
    const SMALL: &str = "àâäæçéèêëîïôöœùûüÿ";
    const CAPITAL: &str = "ÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ";
    // Signs that stand beside letters in well-formed text, or between them.
    const BESIDE: &str = "’‘“”«»…–—°ºª·²³€§\u{A0}\u{202F}";
    let is_inside = before.is_alphabetic() && after.is_alphabetic();
    let is_beside = before.is_alphabetic() || after.is_alphabetic();
    match current {
        c if SMALL.contains(c) => match () {
            () if before.is_uppercase() && after.is_uppercase() => -1,
            () if is_beside || c == 'à' => 1,
            () => 0,
        },
        c if c.is_uppercase() && before.is_lowercase() => -2,
        c if CAPITAL.contains(c) => i64::from(is_beside),
        c if c.is_alphabetic() && !"ªº".contains(c) => 0,
        c if c.is_control() => -2,
        '“' | '‘' | '«' | '”' | '»' if is_inside => -2,
        c if BESIDE.contains(c) => 0,
        _ if is_beside => -2,
        _ => 0,
    }
}

/// The candidate with the most points; the first of equals.
pub fn best(candidates: &[Charset], scores: &[Score]) -> (Charset, Score) {
    let mut best = (candidates[0], scores[0]);
    for (charset, score) in candidates.iter().zip(scores) {
        if score.points > best.1.points {
            best = (*charset, *score);
        }
    }
    best
}
