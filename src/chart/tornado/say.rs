//! Assumptions, their values and what changing them would do, in words.

use super::TornadoBar;
use crate::args;
use crate::attribute::sensitivity::{Tipping, Turn, Turned};
use crate::chart::timeline::say::{counted, list, source_name};
use crate::model::Contents;
use crate::words::{Words, format};

/// Changes named in the sentence; the rest is counted.
const NAMED: usize = 4;

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

/// log₁₀ of a likelihood ratio, not capped: « −0,4 ».
pub fn log10(value: f64, words: &Words) -> String {
    let text = format::decimal(value, 1, words.language());
    // Rounded to zero, a number has no sign.
    if text.trim_start_matches('-').chars().all(|c| matches!(c, '0' | '.' | ',')) { text.replace('-', "") } else { text.replace('-', "−") }
}

/// What would change the words of the answer, and where they tip.
pub fn sentence(bars: &[TornadoBar], tipping: &Tipping, contents: &Contents, words: &Words) -> String {
    let mut changes: Vec<String> = bars.iter().flat_map(|bar| changes(bar, contents, words)).collect();
    let mut parts = Vec::new();
    if changes.is_empty() {
        parts.push(words.text("origin-tornado-steady"));
    } else {
        if let Some(more) = changes.len().checked_sub(NAMED).filter(|more| *more > 0) {
            changes.truncate(NAMED);
            changes.push(counted("origin-tornado-more", more, words));
        }
        parts.push(words.text_with("origin-tornado-changes", &args! { "changes" => list(&changes, words) }));
    }
    let tips = tips(tipping, words);
    if !tips.is_empty() {
        parts.push(words.text_with("origin-tornado-tips", &args! { "tips" => list(&tips, words) }));
    }
    parts.join(" ")
}

/// Each end of a bar at which the verdict says something else: « population de référence à 13 000 (plus aucun fichier n’est nommé) ».
fn changes(bar: &TornadoBar, contents: &Contents, words: &Words) -> Vec<String> {
    let is_left_out = matches!(bar.turned, Turned::WithoutRecipient(_) | Turned::WithoutSource(_) | Turned::WithoutFingerprints);
    let ends = [&bar.low, &bar.high];
    let said = ends.into_iter().filter(|end| end.changes_words).map(|end| {
        let name = small(&bar.name);
        let what = if is_left_out { name } else { words.text_with("origin-tornado-at", &args! { "what" => name, "value" => end.value.as_str() }) };
        match &end.names_instead {
            None => what,
            Some(None) => words.text_with("origin-tornado-names-none", &args! { "what" => what }),
            Some(Some(id)) => words.text_with("origin-tornado-names", &args! { "what" => what, "source" => source_name(contents, id) }),
        }
    });
    said.collect()
}

/// The first letter small: names begin a line, here they stand in a sentence.
fn small(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

fn tips(tipping: &Tipping, words: &Words) -> Vec<String> {
    let language = words.language();
    let pool =
        tipping.pool.map(|pool| words.text_with("origin-tip-pool", &args! { "pool" => format::count(pool.round().max(0.0) as u64, language) }));
    let sigma = tipping.sigma.map(|sigma| words.text_with("origin-tip-sigma", &args! { "sigma" => format::decimal(sigma, 1, language) }));
    let recipients = tipping.recipients.map(|count| counted("origin-tip-recipients", count as usize, words));
    [pool, sigma, recipients].into_iter().flatten().collect()
}
