//! How alike two short texts are.

/// Longest text compared letter by letter; longer ones are compared by their beginning, where names differ.
const LONGEST: usize = 64;

/// Jaro–Winkler similarity in [0, 1] of two canonical texts: 1 if equal, 0 if they share no letter or one is empty. Symmetric.
///
/// The prefix counts up to 4 letters, a tenth each, and only above a Jaro similarity of 0.7, as in Winkler (1990) "String Comparator Metrics and
/// Enhanced Decision Rules in the Fellegi–Sunter Model of Record Linkage". Texts of more than 64 letters are compared by their first 64.
pub fn jaro_winkler(a: &str, b: &str) -> f64 {
    if a.is_ascii() && b.is_ascii() {
        return of(a.as_bytes(), b.as_bytes());
    }
    let letters = |text: &str| text.chars().take(LONGEST).collect::<Vec<char>>();
    of(&letters(a), &letters(b))
}

fn of<T: Copy + Eq + Ord>(a: &[T], b: &[T]) -> f64 {
    let (a, b) = (&a[..a.len().min(LONGEST)], &b[..b.len().min(LONGEST)]);
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    if a == b {
        return 1.0;
    }
    // Always the same one first: which letters pair up may depend on where one begins.
    let (a, b) = if (a.len(), a) <= (b.len(), b) { (a, b) } else { (b, a) };
    let reach = (b.len() / 2).saturating_sub(1);
    let (mut in_a, mut in_b) = (0_u64, 0_u64);
    for (at, letter) in a.iter().enumerate() {
        let from = at.saturating_sub(reach);
        for (place, other) in b.iter().enumerate().take(at + reach + 1).skip(from) {
            if other == letter && in_b >> place & 1 == 0 {
                in_a |= 1 << at;
                in_b |= 1 << place;
                break;
            }
        }
    }
    let common = in_a.count_ones();
    if common == 0 {
        return 0.0;
    }
    let (mut left, mut right, mut crossed) = (in_a, in_b, 0_u32);
    while left != 0 {
        crossed += u32::from(a[left.trailing_zeros() as usize] != b[right.trailing_zeros() as usize]);
        left &= left - 1;
        right &= right - 1;
    }
    let common = f64::from(common);
    let jaro = (common / a.len() as f64 + common / b.len() as f64 + (common - f64::from(crossed / 2)) / common) / 3.0;
    if jaro <= 0.7 {
        return jaro;
    }
    let prefix = a.iter().zip(b).take(4).take_while(|(a, b)| a == b).count();
    jaro + 0.1 * prefix as f64 * (1.0 - jaro)
}

/// Whether one letter put in, left out, exchanged, or two neighbours swapped turn one text into the other. False for equal texts.
pub fn is_one_edit(a: &str, b: &str) -> bool {
    is_one_edit_of_bytes(a.as_bytes(), b.as_bytes())
}

/// The same for two numbers written with at least `width` digits.
pub fn is_one_digit(a: u64, b: u64, width: usize) -> bool {
    let (mut one, mut other) = ([b'0'; DIGITS], [b'0'; DIGITS]);
    is_one_edit_of_bytes(written(a, width, &mut one), written(b, width, &mut other))
}

/// Digits of the largest number.
const DIGITS: usize = 20;

/// A number in digits, without leading zeros beyond `width`.
fn written(mut number: u64, width: usize, digits: &mut [u8; DIGITS]) -> &[u8] {
    let mut from = DIGITS;
    while number > 0 || from + width.clamp(1, DIGITS) > DIGITS {
        from -= 1;
        digits[from] = b'0' + (number % 10) as u8;
        number /= 10;
    }
    &digits[from..]
}

fn is_one_edit_of_bytes(a: &[u8], b: &[u8]) -> bool {
    let (a, b) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if b.len() - a.len() > 1 || a == b {
        return false;
    }
    let same = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let (a, b) = (&a[same..], &b[same..]);
    if a.len() < b.len() {
        return *a == b[1..];
    }
    a[1..] == b[1..] || (a.len() > 1 && a[0] == b[1] && a[1] == b[0] && a[2..] == b[2..])
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_published_examples_come_out() {
        // Winkler's table of 1990, to three decimals.
        for (a, b, wanted) in [("martha", "marhta", 0.961), ("dwayne", "duane", 0.840), ("dixon", "dicksonx", 0.813)] {
            assert!((jaro_winkler(a, b) - wanted).abs() < 5e-4, "{a} {b} {}", jaro_winkler(a, b));
        }
    }

    #[test]
    fn one_edit_is_one_letter_or_two_swapped_neighbours() {
        for (a, b) in [("0639980012", "0639980013"), ("0639980012", "063998012"), ("0639980012", "0639980021"), ("a", ""), ("ab", "ba")] {
            assert!(is_one_edit(a, b) && is_one_edit(b, a), "{a} {b}");
        }
        for (a, b) in [("", ""), ("ab", "ab"), ("0639980012", "0639981002"), ("abc", "cba"), ("a", "abc"), ("abcd", "badc")] {
            assert!(!is_one_edit(a, b) && !is_one_edit(b, a), "{a} {b}");
        }
    }

    proptest! {
        #[test]
        fn numbers_are_one_digit_apart_if_they_are_so_as_written(a in 0_u64..3_000, b in 0_u64..3_000, large in proptest::num::u64::ANY, width in 0_usize..9) {
            for (a, b) in [(a, b), (a, a * 10 + b % 10), (large, large ^ 1), (large, b)] {
                prop_assert_eq!(is_one_digit(a, b, width), is_one_edit(&format!("{a:0width$}"), &format!("{b:0width$}")));
            }
        }

        #[test]
        fn it_is_symmetric_and_within_bounds(a in "[a-d]{0,12}|\\PC{0,12}", b in "[a-d]{0,12}|\\PC{0,12}") {
            let similarity = jaro_winkler(&a, &b);
            prop_assert_eq!(similarity.to_bits(), jaro_winkler(&b, &a).to_bits());
            prop_assert!((0.0..=1.0).contains(&similarity));
            prop_assert_eq!(similarity >= 1.0, a == b && !a.is_empty());
        }

        #[test]
        fn it_is_that_of_the_library(a in "[a-f]{1,10}", b in "[a-f]{1,10}") {
            let (short, long) = if (a.len(), &a) <= (b.len(), &b) { (&a, &b) } else { (&b, &a) };
            prop_assert!((jaro_winkler(&a, &b) - strsim::jaro_winkler(short, long)).abs() < 1e-12);
        }
    }
}
