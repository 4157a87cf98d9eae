//! Assumptions and their values in words.

use super::{End, TornadoBar};
use crate::args;
use crate::attribute::sensitivity::{Turn, Turned};
use crate::chart::timeline::say::source_name;
use crate::model::Contents;
use crate::words::{Words, format};

/// What an assumption is called: « Population de référence », « Sans le destinataire r7 ».
pub fn name(turned: &Turned, contents: &Contents, words: &Words) -> String {
    match turned {
        Turned::Pool => words.text("origin-turned-pool"),
        Turned::Sigma => words.text("origin-turned-sigma"),
        Turned::SharePrior => words.text("origin-turned-prior"),
        Turned::WithoutRecipient(id) => words.text_with("origin-turned-recipient", &args! { "id" => id.as_str() }),
        Turned::WithoutSource(id) => words.text_with("origin-turned-source", &args! { "source" => source_name(contents, id) }),
        Turned::WithoutFingerprints => words.text("origin-turned-prints"),
    }
}

/// What it is turned to: « 13 000 », « illimitée », « 25 % », « laissé de côté », « tel quel ».
pub fn value(turned: &Turned, turn: &Turn, is_low: bool, words: &Words) -> String {
    let language = words.language();
    match (turned, turn.value) {
        (Turned::Pool, Some(pool)) => format::count(pool.round().max(0.0) as u64, language),
        (Turned::Sigma, Some(sigma)) => format::decimal(sigma, usize::from(sigma.fract() != 0.0), language),
        (Turned::Sigma, None) => words.text("origin-turn-unlimited"),
        (Turned::SharePrior, Some(share)) => format::percent(share, language),
        _ if is_low => words.text("origin-turn-left-out"),
        _ => words.text("origin-turn-as-is"),
    }
}

/// What a bar says, end by end.
pub fn spoken(bar: &TornadoBar, words: &Words) -> String {
    let number = |end: &End| end.log10_lr.map_or_else(|| "–".to_owned(), |value| log10(value, words));
    let args = args! {
        "what" => bar.name.as_str(),
        "low" => bar.low.value.as_str(),
        "low-lr" => number(&bar.low),
        "high" => bar.high.value.as_str(),
        "high-lr" => number(&bar.high),
    };
    let text = words.text_with("origin-tornado-spoken", &args);
    if bar.changes_words() { format!("{text} {}", words.text("origin-tornado-spoken-changes")) } else { text }
}

/// log₁₀ of a likelihood ratio, not capped: « −0,4 ».
pub fn log10(value: f64, words: &Words) -> String {
    let text = format::decimal(value, 1, words.language());
    // Rounded to zero, a number has no sign.
    if text.trim_start_matches('-').chars().all(|c| matches!(c, '0' | '.' | ',')) { text.replace('-', "") } else { text.replace('-', "−") }
}
