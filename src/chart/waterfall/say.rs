//! The waterfall in words: what a comparison saw, bits and probabilities, labels with their plain meaning. All texts come from `links.ftl`.

use super::{Step, StepKind, Waterfall};
use crate::args;
use crate::chart::timeline::say::list;
use crate::link::Outcome;
use crate::link::found::{AddressLevel, BirthLevel, CivilityLevel, EmailLevel, Label, NameLevel, NumberLevel};
use crate::words::{Words, format};

/// From this weight on, an agreeing name is called very rare: two people share it less than once in sixteen thousand.
const VERY_RARE: f64 = 14.0;
/// Rare: less than once in a thousand.
const RARE: f64 = 10.0;
/// Below this, common: more than once in two hundred.
const COMMON: f64 = 7.6;

/// What a step is about, in words, with a capital.
pub fn kind(kind: StepKind, bits: f64, words: &Words) -> String {
    match kind {
        StepKind::Prior => words.text("links-step-prior"),
        StepKind::Comparison(seen) => capitalised(&outcome(&seen, bits, words)),
        StepKind::Household => words.text("links-step-household"),
        StepKind::Rivals => words.text("links-step-rivals"),
        StepKind::Posterior => words.text("links-step-posterior"),
    }
}

/// What a comparison saw: « même nom, même prénom, rare ». `bits` is what it adds, for the rarity of an agreeing name.
pub fn outcome(outcome: &Outcome, bits: f64, words: &Words) -> String {
    match outcome {
        Outcome::Name { last, first, is_swapped } => name(*last, *first, *is_swapped, bits, words),
        Outcome::Address { level } => words.text(&format!("links-address-{}", address_level(*level))),
        Outcome::Email { level } => words.text(&format!("links-email-{}", email_level(*level))),
        Outcome::Phone { level } => words.text(&format!("links-phone-{}", number_level(*level))),
        Outcome::Birth { level } => words.text(&format!("links-birth-{}", birth_level(*level))),
        Outcome::Civility { level } => words.text(&format!("links-civility-{}", civility_level(*level))),
        Outcome::Identifier { level } => words.text(&format!("links-identifier-{}", number_level(*level))),
    }
}

fn name(last: NameLevel, first: NameLevel, is_swapped: bool, bits: f64, words: &Words) -> String {
    if last == NameLevel::Missing && first == NameLevel::Missing {
        return words.text("links-name-missing");
    }
    let mut parts = vec![words.text(&format!("links-last-{}", name_level(last))), words.text(&format!("links-first-{}", name_level(first)))];
    if is_swapped {
        parts.push(words.text("links-name-swapped"));
    }
    if last == NameLevel::Exact {
        let rarity = match bits {
            bits if bits >= VERY_RARE => Some("links-name-very-rare"),
            bits if bits >= RARE => Some("links-name-rare"),
            bits if bits < COMMON && first == NameLevel::Exact => Some("links-name-common"),
            _ => None,
        };
        parts.extend(rarity.map(|id| words.text(id)));
    }
    parts.join(", ")
}

fn name_level(level: NameLevel) -> &'static str {
    match level {
        NameLevel::Exact => "exact",
        NameLevel::Part => "part",
        NameLevel::Nickname => "nickname",
        NameLevel::Initial => "initial",
        NameLevel::Close => "close",
        NameLevel::Near => "near",
        NameLevel::Far => "far",
        NameLevel::Different => "different",
        NameLevel::Missing => "missing",
    }
}

fn address_level(level: AddressLevel) -> &'static str {
    match level {
        AddressLevel::Exact => "exact",
        AddressLevel::Close => "close",
        AddressLevel::Street => "street",
        AddressLevel::Elsewhere => "elsewhere",
        AddressLevel::Place => "place",
        AddressLevel::Town => "town",
        AddressLevel::Different => "different",
        AddressLevel::Missing => "missing",
    }
}

fn email_level(level: EmailLevel) -> &'static str {
    match level {
        EmailLevel::Exact => "exact",
        EmailLevel::Local => "local",
        EmailLevel::Close => "close",
        EmailLevel::Different => "different",
        EmailLevel::Missing => "missing",
    }
}

fn number_level(level: NumberLevel) -> &'static str {
    match level {
        NumberLevel::Exact => "exact",
        NumberLevel::Close => "close",
        NumberLevel::Different => "different",
        NumberLevel::Missing => "missing",
    }
}

fn birth_level(level: BirthLevel) -> &'static str {
    match level {
        BirthLevel::Exact => "exact",
        BirthLevel::Swapped => "swapped",
        BirthLevel::Close => "close",
        BirthLevel::Year => "year",
        BirthLevel::Different => "different",
        BirthLevel::Missing => "missing",
    }
}

fn civility_level(level: CivilityLevel) -> &'static str {
    match level {
        CivilityLevel::Same => "same",
        CivilityLevel::Different => "different",
        CivilityLevel::Missing => "missing",
    }
}

/// A label as texts and tables know it: `sure`, `likely`…
pub fn label_key(label: Label) -> &'static str {
    match label {
        Label::Sure => "sure",
        Label::Likely => "likely",
        Label::Possible => "possible",
        Label::Household => "household",
        Label::Ambiguous => "ambiguous",
        Label::Weak => "weak",
    }
}

/// What a label is called.
pub fn label(label: Label, words: &Words) -> String {
    words.text(&format!("links-label-{}", label_key(label)))
}

/// What it means, in a sentence.
pub fn label_meaning(label: Label, words: &Words) -> String {
    words.text(&format!("links-label-{}-meaning", label_key(label)))
}

/// « + 11,2 » as « +11,2 », « −3,4 »: the sign always stands, zero has none.
pub fn signed(bits: f64, words: &Words) -> String {
    let tenths = libm::round(bits * 10.0) / 10.0;
    let sign = if tenths > 0.0 {
        "+"
    } else if tenths < 0.0 {
        "−"
    } else {
        ""
    };
    format!("{sign}{}", format::decimal(tenths.abs(), 1, words.language()))
}

/// The same with its unit: « +11,2 bits ».
pub fn bits(bits: f64, words: &Words) -> String {
    // The plural of a decimal number begins at 2 in French; English has it for everything but 1.
    let is_one = match words.language() {
        crate::model::Language::Fr => bits.abs() < 1.95,
        crate::model::Language::En => (bits.abs() - 1.0).abs() < 0.05,
    };
    words.text_with(if is_one { "links-bit" } else { "links-bits" }, &args! { "n" => signed(bits, words) })
}

/// A probability that is never rounded to certainty: « plus de 99,9 % », « 98,7 % », « 62 % ».
pub fn probability(p: f64, words: &Words) -> String {
    let shown = |share: f64, decimals| words.text_with("links-percent", &args! { "n" => format::decimal(share * 100.0, decimals, words.language()) });
    if p.is_nan() {
        return words.text("links-unknown");
    }
    if p > 0.9995 {
        words.text_with("links-more-than", &args! { "p" => shown(0.999, 1) })
    } else if p < 0.0005 {
        words.text_with("links-less-than", &args! { "p" => shown(0.001, 1) })
    } else if !(0.015..0.985).contains(&p) {
        shown(p, 1)
    } else {
        shown(p, 0)
    }
}

/// Odds before looking: « 1 chance sur 12 000 » below one in a hundred, else as a probability. Two digits are told, more would feign exactness.
pub fn chance(p: f64, words: &Words) -> String {
    let one_in = 1.0 / p;
    if !(p < 0.01 && one_in.is_finite()) {
        return probability(p, words);
    }
    let mut unit = 1.0_f64;
    while one_in / unit >= 100.0 {
        unit *= 10.0;
    }
    let rounded = libm::round(one_in / unit) * unit;
    words.text_with("links-chance", &args! { "n" => format::count(rounded as u64, words.language()) })
}

/// Where a step leads, as a probability; the prior as a chance, because it is small.
pub fn total(step: &Step, words: &Words) -> String {
    if step.kind == StepKind::Prior { chance(step.probability, words) } else { probability(step.probability, words) }
}

/// What a step adds, explained in a sentence.
pub fn explain(step: &Step, words: &Words) -> String {
    let total = probability(step.probability, words);
    match step.kind {
        StepKind::Prior => words.text_with("links-explain-prior", &args! { "chance" => chance(step.probability, words) }),
        StepKind::Posterior => words.text_with("links-explain-posterior", &args! { "p" => total }),
        StepKind::Household => words.text("links-explain-household"),
        StepKind::Rivals => words.text("links-explain-rivals"),
        StepKind::Comparison(_) => {
            let id = if step.bits >= 0.0 { "links-explain-for" } else { "links-explain-against" };
            words.text_with(id, &args! { "times" => times(step.bits.abs(), words), "p" => total })
        }
    }
}

/// How many times `bits` is: « 2 400 fois », two digits told.
fn times(bits: f64, words: &Words) -> String {
    let factor = libm::exp2(bits.min(60.0));
    let language = words.language();
    let n = if factor < 9.95 {
        format::decimal(factor, 1, language)
    } else {
        let mut unit = 1.0_f64;
        while factor / unit >= 100.0 {
            unit *= 10.0;
        }
        format::count((libm::round(factor / unit) * unit) as u64, language)
    };
    words.text_with("links-times", &args! { "n" => n })
}

/// The chart in one sentence: where it begins, what speaks for and against, where it ends.
pub fn describe(chart: &Waterfall, words: &Words) -> String {
    let end = |at: Option<&Step>| at.map_or(f64::NAN, |step| step.probability);
    let inner: Vec<&Step> = chart.steps.iter().filter(|step| !step.is_end()).collect();
    let told = |wanted: fn(f64) -> bool| {
        let parts: Vec<String> = inner
            .iter()
            .filter(|step| wanted(step.bits))
            .map(|step| words.text_with("links-described-step", &args! { "what" => lowered(&step.text), "bits" => bits(step.bits, words) }))
            .collect();
        list(&parts, words)
    };
    let (gains, losses) = (told(|bits| bits >= 0.0), told(|bits| bits < 0.0));
    let id = match (gains.is_empty(), losses.is_empty()) {
        (false, false) => "links-waterfall-both",
        (false, true) => "links-waterfall-for",
        (true, false) => "links-waterfall-against",
        (true, true) => "links-waterfall-nothing",
    };
    let (prior, posterior) = (chance(end(chart.steps.first()), words), probability(end(chart.steps.last()), words));
    words.text_with(id, &args! { "prior" => prior, "posterior" => posterior, "for" => gains, "against" => losses })
}

/// With a capital first letter.
fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// With a small first letter.
fn lowered(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}
