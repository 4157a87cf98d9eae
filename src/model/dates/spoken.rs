//! Days in words, French and English: « 1er mars 2021 », « mi-mars 2021 », « printemps 2010 », « avant le 15/01/2010 », “late March 2021”.
//!
//! A day or month without its year is refused: which year is meant is not ours to guess.

use super::Day;
use super::parse::{self, Meaning, Refusal, day, month, season, small, year, years};
use crate::normalise::{fold, words};

const MONTHS: [&[&str]; 12] = [
    &["janvier", "janv", "jan", "january"],
    &["fevrier", "fevr", "fev", "february", "feb"],
    &["mars", "march", "mar"],
    &["avril", "avr", "april", "apr"],
    &["mai", "may"],
    &["juin", "june", "jun"],
    &["juillet", "juil", "july", "jul"],
    &["aout", "august", "aug"],
    &["septembre", "sept", "sep", "september"],
    &["octobre", "oct", "october"],
    &["novembre", "nov", "november"],
    &["decembre", "dec", "december"],
];

const SEASONS: [&[&str]; 4] = [&["printemps", "spring"], &["ete", "summer"], &["automne", "autumn", "fall"], &["hiver", "winter"]];

const WEEKDAYS: [&str; 14] = [
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

/// What the words in front of a date make of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lead {
    Nothing,
    About,
    Before,
    After,
    Since,
    Until,
}

const LEADS: [(Lead, &[&str]); 6] = [
    (
        Lead::About,
        &[
            "vers",
            "env",
            "environ",
            "autour de",
            "autour du",
            "aux environs de",
            "aux environs du",
            "circa",
            "ca",
            "c",
            "about",
            "around",
            "approximately",
        ],
    ),
    (Lead::Before, &["avant", "before"]),
    (Lead::After, &["apres", "after"]),
    (Lead::Since, &["depuis", "a partir de", "a partir du", "a compter de", "a compter du", "des", "since", "from", "au plus tot"]),
    (Lead::Until, &["jusqu", "jusque", "until", "till", "au plus tard"]),
    (
        Lead::Nothing,
        &[
            "le",
            "la",
            "l",
            "en",
            "au",
            "du",
            "de",
            "d",
            "a",
            "au mois de",
            "au mois d",
            "courant",
            "dans le courant de",
            "durant",
            "pendant",
            "the",
            "on",
            "in",
            "of",
        ],
    ),
];

/// Words in front of words in front of a date, and no more: « jusqu’à » « environ » « la » « fin » …
const DEEPEST: u8 = 5;

/// Reads a date in words; `depth` counts how many words in front have been taken off already.
pub(super) fn meaning(text: &str, depth: u8) -> Result<Meaning, Refusal> {
    match bare(&words(text)) {
        Err(Refusal::Form) => {}
        answered => return answered,
    }
    if depth >= DEEPEST {
        return Err(Refusal::Form);
    }
    // A span inside a span is prose.
    if depth < 2
        && let Some(answered) = between(text, depth)
    {
        return answered;
    }
    let (lead, rest) = lead(text).ok_or(Refusal::Form)?;
    let named = parse::meaning(rest, depth + 1)?;
    let open = Meaning { earliest: None, latest: None, ..named };
    match lead {
        Lead::Nothing => Ok(named),
        Lead::About => Ok(Meaning { approximate: true, ..named }),
        Lead::Before => Ok(Meaning { latest: Some(neighbour(named.earliest, Day::yesterday)?), ..open }),
        Lead::After => Ok(Meaning { earliest: Some(neighbour(named.latest, Day::tomorrow)?), ..open }),
        Lead::Since => Ok(Meaning { earliest: Some(named.earliest.ok_or(Refusal::Form)?), ..open }),
        Lead::Until => Ok(Meaning { latest: Some(named.latest.ok_or(Refusal::Form)?), ..open }),
    }
}

fn neighbour(day: Option<Day>, step: fn(Day) -> Result<Day, jiff::Error>) -> Result<Day, Refusal> {
    day.and_then(|day| step(day).ok()).ok_or(Refusal::Form)
}

/// Splits words such as « vers le » off the front; the longest first.
fn lead(text: &str) -> Option<(Lead, &str)> {
    let is_gap = |c: char| c.is_whitespace() || matches!(c, '\'' | '’');
    let mut ends: Vec<usize> = text.char_indices().filter(|&(at, c)| at > 0 && (is_gap(c) || c == '.')).map(|(at, _)| at).take(4).collect();
    ends.reverse();
    for end in ends {
        let front = fold(&text[..end]);
        let front = front.trim_end_matches(['.', ',', ':']);
        let rest = text[end..].trim_start_matches(|c: char| is_gap(c) || matches!(c, '.' | ',' | ':'));
        let found = LEADS.iter().find(|(_, phrases)| phrases.contains(&front)).map(|&(lead, _)| lead);
        let found = found.or_else(|| WEEKDAYS.contains(&front).then_some(Lead::Nothing));
        if let (Some(lead), false) = (found, rest.is_empty()) {
            return Some((lead, rest));
        }
    }
    None
}

/// « entre mars et mai 2010 », « du 3 au 5 mai 2010 », “from March to May 2010”. What the first end leaves out is taken from the second.
fn between(text: &str, depth: u8) -> Option<Result<Meaning, Refusal>> {
    let tokens: Vec<&str> = text.split_whitespace().collect();
    let opening = fold(tokens.first()?);
    let middles: &[&str] = match opening.as_str() {
        "entre" => &["et"],
        "between" => &["and"],
        "du" | "de" => &["au", "a"],
        "from" => &["to"],
        _ => return None,
    };
    let at = tokens.iter().position(|token| middles.contains(&fold(token).as_str()))?;
    let (left, right) = (&tokens[1..at], &tokens[at + 1..]);
    if left.is_empty() || right.is_empty() {
        return None;
    }
    let last = parse::meaning(&right.join(" "), depth + 2);
    let borrowed = (0..=right.len().min(2)).find_map(|count| {
        let whole: Vec<&str> = left.iter().chain(&right[right.len() - count..]).copied().collect();
        parse::meaning(&whole.join(" "), depth + 2).ok()
    });
    Some(last.and_then(|last| borrowed.ok_or(Refusal::Form)?.up_to(last)))
}

/// A date in words with nothing in front of it.
fn bare(words: &[String]) -> Result<Meaning, Refusal> {
    let words: Vec<&str> = words.iter().map(String::as_str).filter(|word| !matches!(*word, "de" | "of" | "d" | "le" | "the" | "l")).collect();
    let Some((last, front)) = words.split_last() else { return Err(Refusal::Form) };
    // « hiver 2010-2011 »: both years belong to one season.
    if let [name, first] = front
        && let (Some(4), Some((first, false)), Some((last, false))) = (season_number(name), year(first), year(last))
        && first.checked_add(1) == Some(last)
    {
        return season(first, 4).map(|winter| Meaning { doubtful: false, ..winter });
    }
    let (year, doubtful) = year(last).ok_or(Refusal::Form)?;
    let read = match *front {
        ["annees"] if year % 10 == 0 => years(year, year.saturating_add(9)),
        [one] => match (month_number(one), season_number(one), part_of(one)) {
            (Some(number), ..) => month(year, number),
            (_, Some(number), _) => season(year, number),
            (.., Some(part)) => third_of_year(year, part),
            _ => Err(Refusal::Form),
        },
        [one, two] => match (part_of(one), month_number(two)) {
            (Some(part), Some(number)) => third_of_month(year, number, part),
            _ => day_and_month(one, two).map_or_else(|| fraction_of_year(year, one, two), |(date, number)| exact(year, number, date)),
        },
        _ => Err(Refusal::Form),
    }?;
    // « 3 mai 10 » names its year with two digits; « mai 10 » could be a day of May.
    if doubtful && front.len() < 2 {
        return Err(Refusal::Form);
    }
    Ok(Meaning { doubtful: read.doubtful || doubtful, ..read })
}

fn exact(year: i16, month: i8, date: i8) -> Result<Meaning, Refusal> {
    let exact = day(year, month, date)?;
    Ok(Meaning::span(exact, exact))
}

/// « 1er mars », « 3 mai », “March 3”, “3rd March”.
fn day_and_month(one: &str, two: &str) -> Option<(i8, i8)> {
    let date = |word: &str| {
        let digits = ["er", "st", "nd", "rd", "th"].iter().find_map(|suffix| word.strip_suffix(suffix)).unwrap_or(word);
        small(digits)
    };
    date(one).zip(month_number(two)).or_else(|| date(two).zip(month_number(one)))
}

/// « T1 2010 », « 1er trimestre 2010 », « 2e semestre 2010 », “Q1 2010” (the last as one word).
fn fraction_of_year(year: i16, one: &str, two: &str) -> Result<Meaning, Refusal> {
    let number = one.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let months = match two {
        "trimestre" | "quarter" => 3,
        "semestre" | "half" => 6,
        _ => return Err(Refusal::Form),
    };
    let number = small(number).filter(|&number| (1..=12 / months).contains(&number)).ok_or(Refusal::Form)?;
    month(year, (number - 1) * months + 1)?.up_to(month(year, number * months)?)
}

/// Beginning, middle, end: 0, 1, 2.
fn part_of(word: &str) -> Option<usize> {
    [&["debut", "early", "beginning"][..], &["mi", "milieu", "mid"][..], &["fin", "late", "end"][..]].iter().position(|words| words.contains(&word))
}

/// Days 1–10, 11–20, 21–end.
fn third_of_month(year: i16, number: i8, part: usize) -> Result<Meaning, Refusal> {
    let last = day(year, number, 1)?.last_of_month();
    let (from, to) = [(1, 10), (11, 20), (21, last.day())][part];
    Ok(Meaning::span(day(year, number, from)?, day(year, number, to)?))
}

/// January–April, May–August, September–December.
fn third_of_year(year: i16, part: usize) -> Result<Meaning, Refusal> {
    let (from, to) = [(1, 4), (5, 8), (9, 12)][part];
    month(year, from)?.up_to(month(year, to)?)
}

fn month_number(word: &str) -> Option<i8> {
    MONTHS.iter().position(|names| names.contains(&word)).map(|at| at as i8 + 1)
}

fn season_number(word: &str) -> Option<i8> {
    SEASONS.iter().position(|names| names.contains(&word)).map(|at| at as i8 + 1)
}
