//! Rival explanations in sentences: the cautions about those that are open or remain possible, hints of the case, standings, references.

use super::scale::times;
use super::verdicts::name;
use crate::analysis::rivals::{Hint, Line, Side, answers};
use crate::analysis::{CampaignAnalysis, Settings};
use crate::args;
use crate::campaign::say::column;
use crate::model::{Contents, RecipientId, Reference, Standing};
use crate::words::{Words, format};

/// Recipients named in a hint; of more, how many.
const NAMED: usize = 8;

/// One caution that names every open explanation and one that names every possible one; empty if there is nothing to weigh.
pub fn cautions(campaign: &CampaignAnalysis, contents: &Contents, words: &Words) -> Vec<String> {
    if campaign.recipients == 0 || campaign.attribution.candidates.is_empty() {
        return Vec::new();
    }
    let lines = answers(contents, &campaign.id);
    let say = |standing: Standing, id: &str| {
        let names: Vec<String> = lines.iter().filter(|line| line.standing() == standing).map(|line| in_a_sentence(line, words)).collect();
        let args = args! { "n" => names.len(), "count" => format::count(names.len() as u64, words.language()), "names" => names.join(", ") };
        (!names.is_empty()).then(|| words.text_with(id, &args))
    };
    [say(Standing::Open, "rivals-caution-open"), say(Standing::Possible, "rivals-caution-possible")].into_iter().flatten().collect()
}

/// The name of an explanation inside a sentence: one of the catalogue begins small.
fn in_a_sentence(line: &Line<'_>, words: &Words) -> String {
    let name = line.name(words.language());
    let mut characters = name.chars();
    match (line.entry(), characters.next()) {
        (Some(_), Some(first)) => first.to_lowercase().chain(characters).collect(),
        _ => name.to_owned(),
    }
}

/// Where the question stands, in a few words.
pub fn standing(standing: Standing, words: &Words) -> String {
    words.text(&format!("rivals-standing-{}", standing.key()))
}

/// For or against, in two words.
pub fn side(side: Side, words: &Words) -> String {
    words.text(match side {
        Side::For => "rivals-side-for",
        Side::Against => "rivals-side-against",
        Side::Neither => "rivals-side-neither",
    })
}

/// What an answer points to: « pièce E7 ».
pub fn reference(reference: &Reference, words: &Words) -> String {
    match reference {
        Reference::Evidence(id) => words.text_with("rivals-reference-evidence", &args! { "id" => id.to_string() }),
        Reference::Message(id) => words.text_with("rivals-reference-message", &args! { "id" => id.to_string() }),
        Reference::Recipient(id) => words.text_with("rivals-reference-recipient", &args! { "id" => id.as_str() }),
    }
}

/// A hint in full sentences.
pub fn hint(hint: &Hint, contents: &Contents, settings: &Settings, words: &Words) -> String {
    let count = |n: usize| format::count(n as u64, words.language());
    let ratio = |log10_lr: f64| ratio(log10_lr, settings, words);
    match hint {
        Hint::SourceOfKind { source, other, log10_lr } => {
            let args = args! { "source" => name(source, contents), "other" => name(other, contents), "times" => ratio(*log10_lr) };
            words.text_with(by_side(hint, ["rivals-hint-source-for", "rivals-hint-source-against", "rivals-hint-source-even"]), &args)
        }
        Hint::OnlySource { source, log10_lr } => {
            let args = args! { "source" => name(source, contents), "times" => ratio(*log10_lr) };
            words.text_with(by_side(hint, ["rivals-hint-only-for", "rivals-hint-only-against", "rivals-hint-only-even"]), &args)
        }
        Hint::NoSource => words.text("rivals-hint-no-source"),
        Hint::Columns { missing } => {
            let mut columns: Vec<String> = missing.iter().map(|&field| column(field, words)).collect();
            columns.dedup();
            words.text_with("rivals-hint-columns", &args! { "columns" => columns.join(", ") })
        }
        Hint::GivenToOne { source, recipients } => {
            let shown: Vec<&str> = recipients.iter().take(NAMED).map(RecipientId::as_str).collect();
            let names = match recipients.len().checked_sub(NAMED) {
                Some(more) if more > 0 => words.text_with("rivals-more", &args! { "names" => shown.join(", "), "count" => count(more) }),
                _ => shown.join(", "),
            };
            let args = args! { "n" => recipients.len(), "count" => count(recipients.len()), "source" => name(source, contents), "names" => names };
            words.text_with("rivals-hint-given-to-one", &args)
        }
        Hint::Beyond { outside, of, is_circle } => {
            let n = if *outside == 0 { *of } else { *outside };
            let args = args! { "n" => n, "outside" => count(*outside), "of" => count(*of) };
            let beyond = words.text_with(if *outside == 0 { "rivals-hint-beyond-none" } else { "rivals-hint-beyond" }, &args);
            if *is_circle { words.text_with("rivals-hint-beyond-circle", &args! { "beyond" => beyond }) } else { beyond }
        }
        Hint::TwoFiles { first, second } => {
            words.text_with("rivals-hint-two-files", &args! { "first" => name(first, contents), "second" => name(second, contents) })
        }
        Hint::Delivered { messages, of } => {
            words.text_with("rivals-hint-delivered", &args! { "n" => *messages, "messages" => count(*messages), "of" => count(*of) })
        }
    }
}

fn by_side(hint: &Hint, [supports, against, even]: [&'static str; 3]) -> &'static str {
    match hint.side() {
        Side::For => supports,
        Side::Against => against,
        Side::Neither => even,
    }
}

/// « de l’ordre de 47 fois », « au moins 10 000 fois ».
pub(super) fn ratio(log10_lr: f64, settings: &Settings, words: &Words) -> String {
    let cap = libm::log10(settings.cap.max(1.0));
    let size = log10_lr.abs();
    let id = if size >= cap { "rivals-times-capped" } else { "rivals-times" };
    words.text_with(id, &args! { "times" => times(size.min(cap), words.language()) })
}
