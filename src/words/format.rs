//! Numbers and dates as the language writes them: `12 500`, `0,95`, « 14 mai 2010 »; `12,500`, `0.95`, "14 May 2010".

use crate::model::{Day, Language, UncertainDay};

const MONTHS_FR: [&str; 12] =
    ["janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"];
const MONTHS_EN: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// A whole number with its groups of three: a narrow no-break space in French, a comma in English.
pub fn count(number: u64, language: Language) -> String {
    let digits = number.to_string();
    let separator = match language {
        Language::Fr => '\u{202f}',
        Language::En => ',',
    };
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(separator);
        }
        out.push(digit);
    }
    out
}

/// A number with `decimals` places.
pub fn decimal(number: f64, decimals: usize, language: Language) -> String {
    let text = format!("{number:.decimals$}");
    match language {
        Language::Fr => text.replace('.', ","),
        Language::En => text,
    }
}

/// A share in [0, 1] as a percentage: « 95 % », "95%".
pub fn percent(share: f64, language: Language) -> String {
    percent_to(share, 0, language)
}

/// The same with `decimals` places: « 2,5 % », "2.5%".
pub fn percent_to(share: f64, decimals: usize, language: Language) -> String {
    let number = decimal(share * 100.0, decimals, language);
    match language {
        Language::Fr => format!("{number}\u{a0}%"),
        Language::En => format!("{number}%"),
    }
}

/// A day in full: « 1er mai 2010 », "1 May 2010".
pub fn day(day: Day, language: Language) -> String {
    let month = usize::from(day.month().unsigned_abs()) - 1;
    match language {
        Language::Fr if day.day() == 1 => format!("1er {} {}", MONTHS_FR[month], day.year()),
        Language::Fr => format!("{} {} {}", day.day(), MONTHS_FR[month], day.year()),
        Language::En => format!("{} {} {}", day.day(), MONTHS_EN[month], day.year()),
    }
}

/// An uncertain day: in full if it is one day, else as it was written.
pub fn uncertain_day(uncertain: &UncertainDay, language: Language) -> String {
    uncertain.day().map_or_else(|| uncertain.raw.clone(), |known| day(known, language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_days_follow_the_language() {
        assert_eq!(count(12_500, Language::Fr), "12\u{202f}500");
        assert_eq!(count(1_234_567, Language::En), "1,234,567");
        assert_eq!(count(999, Language::En), "999");
        assert_eq!(decimal(0.95, 2, Language::Fr), "0,95");
        assert_eq!(percent(0.954, Language::Fr), "95\u{a0}%");
        assert_eq!(day(Day::constant(2010, 8, 1), Language::Fr), "1er août 2010");
        assert_eq!(day(Day::constant(2010, 5, 14), Language::En), "14 May 2010");
    }
}
