//! Findings beside a verdict, in sentences: the part of a file, two copies, shared spellings, addresses that name a file.

use super::rivals::ratio;
use super::verdicts::name;
use crate::analysis::{Prints, Reach, Settings};
use crate::args;
use crate::attribute::fingerprint::canary::{CanaryReason, Flagged, Worth};
use crate::attribute::fingerprint::{Quirk, Rendered, Standing};
use crate::attribute::{CandidateScore, SliceScore, TwoCopies};
use crate::model::{Contents, RecipientId, SourceId};
use crate::words::{Words, format};

/// People named in a sentence; of more, how many.
const NAMED: usize = 8;

/// |log₁₀ LR| from which a part counts as told from the whole.
const TOLD_APART: f64 = 0.301_029_995_663_981_2;

/// « Seule la partie du fichier où … vaut … ».
pub fn slice(slice: &SliceScore, score: &CandidateScore, contents: &Contents, settings: &Settings, words: &Words) -> String {
    let language = words.language();
    let args = args! {
        "source" => name(&score.id, contents),
        "field" => slice.field.as_str(),
        "value" => slice.value.as_str(),
        "times" => ratio(slice.log10_lr, settings, words),
        "captured" => format::count(slice.captured as u64, language),
        "of" => format::count(score.captured as u64, language),
        "size" => format::count(slice.size.max(0.0).round() as u64, language),
    };
    let id = match slice.log10_lr {
        log10_lr if log10_lr >= TOLD_APART => "findings-slice",
        log10_lr if log10_lr <= -TOLD_APART => "findings-slice-whole",
        _ => "findings-slice-even",
    };
    words.text_with(id, &args)
}

/// That it takes two copies, with both days and the records that tell them apart.
pub fn two_copies(copies: &TwoCopies, source: &SourceId, contents: &Contents, words: &Words) -> String {
    let language = words.language();
    let args = args! {
        "source" => name(source, contents),
        "first" => format::day(copies.first, language),
        "second" => format::day(copies.second, language),
        "only-first" => people(&copies.only_first, words),
        "only-second" => people(&copies.only_second, words),
        "share" => format::percent(copies.share, language),
    };
    ["findings-two-copies", "findings-two-copies-records", "findings-two-copies-share"].map(|id| words.text_with(id, &args)).join(" ")
}

/// « r1, r2 et 3 de plus ».
fn people(ids: &[RecipientId], words: &Words) -> String {
    let shown = ids.iter().take(NAMED).map(RecipientId::as_str).collect::<Vec<_>>().join(", ");
    match ids.len().checked_sub(NAMED) {
        Some(more) if more > 0 => {
            words.text_with("rivals-more", &args! { "names" => shown, "count" => format::count(more as u64, words.language()) })
        }
        _ => shown,
    }
}

fn place(field: Rendered, words: &Words) -> String {
    words.text(match field {
        Rendered::DisplayName => "findings-where-display-name",
        Rendered::Salutation => "findings-where-salutation",
        Rendered::NameLine => "findings-where-name-line",
        Rendered::ExtraLine => "findings-where-extra-line",
        Rendered::StreetLine => "findings-where-street-line",
        Rendered::PlaceLine => "findings-where-place-line",
        Rendered::Address => "findings-where-address",
    })
}

/// A shared quirk with what the message shows, what the file has, and what a rival would have given. Empty without a rival.
pub fn quirk(quirk: &Quirk, contents: &Contents, words: &Words) -> String {
    let Some(rival) = quirk.rivals.first() else { return String::new() };
    let args = args! {
        "recipient" => quirk.recipient.as_str(),
        "where" => place(quirk.field, words),
        "rendered" => quirk.rendered.as_str(),
        "source" => name(&quirk.source, contents),
        "written" => quirk.written.as_str(),
        "rival" => name(&rival.source, contents),
        "rival-written" => rival.written.as_str(),
        "would-show" => rival.would_show.as_str(),
    };
    let said = words.text_with("findings-quirk", &args);
    let Some(share) = rival.frequency else { return said };
    let share = if share < 0.01 {
        words.text_with("analysis-less-than", &args! { "share" => format::percent(0.01, words.language()) })
    } else {
        format::percent(share, words.language())
    };
    words.text_with("findings-quirk-rare", &args! { "quirk" => said, "share" => share, "rival" => name(&rival.source, contents) })
}

/// What fingerprints say on the whole, one sentence each; empty if there was nothing to compare.
pub fn prints(prints: &Prints, contents: &Contents, words: &Words) -> Vec<String> {
    let mut said = Vec::new();
    let standing = |it: &Standing| {
        let of = it.matches + it.mismatches;
        let count = |n: u32| format::count(u64::from(n), words.language());
        let args = args! { "n" => of, "count" => count(of), "source" => name(&it.source, contents), "given" => count(it.matches) };
        (of > 0).then(|| words.text_with("findings-prints-standing", &args))
    };
    let standings: Vec<String> = prints.fingerprints.standings.iter().filter_map(standing).collect();
    if !standings.is_empty() {
        said.extend(standings);
        match prints.reach {
            Reach::Nothing => said.push(words.text("findings-prints-left-out")),
            Reach::Shares => said.push(words.text("findings-prints-shares")),
            Reach::Everything => {}
        }
    } else if !prints.fingerprints.rules.is_empty() {
        said.push(words.text("findings-prints-none"));
    }
    if !prints.unreadable.is_empty() {
        let names: Vec<String> = prints.unreadable.iter().map(|id| name(id, contents)).collect();
        said.push(words.text_with("findings-prints-unreadable", &args! { "sources" => names.join(", ") }));
    }
    said
}

/// An address that names a file, what it counts for, and where else it is.
pub fn canary(flagged: &Flagged, contents: &Contents, words: &Words) -> String {
    let canary = &flagged.canary;
    let mut args = args! { "recipient" => canary.recipient.as_str(), "source" => name(&canary.source, contents) };
    let id = match &canary.reason {
        CanaryReason::GivenToOne { .. } => "findings-canary-given",
        CanaryReason::Tag { tag, .. } => {
            args.set("tag", tag.as_str());
            "findings-canary-tag"
        }
        CanaryReason::Alias { local, .. } => {
            args.set("local", local.as_str());
            "findings-canary-alias"
        }
        CanaryReason::Seeded { column, value, .. } => {
            args.set("column", column.as_str());
            args.set("value", value.as_str());
            "findings-canary-seeded"
        }
    };
    let mut said = vec![words.text_with(id, &args)];
    if !flagged.also_in.is_empty() {
        let names: Vec<String> = flagged.also_in.iter().map(|id| name(id, contents)).collect();
        said.push(words.text_with("findings-canary-also-in", &args! { "sources" => names.join(", ") }));
    }
    said.extend(worth(flagged, words));
    said.join(" ")
}

/// What the address counts for. What somebody says themselves is a statement, and that is told already.
fn worth(flagged: &Flagged, words: &Words) -> Option<String> {
    if matches!(flagged.canary.reason, CanaryReason::GivenToOne { .. }) {
        return None;
    }
    Some(match flagged.worth {
        Worth::Statement { reliability } => {
            let args = args! { "reliability" => format::decimal(reliability, 1, words.language()) };
            words.text_with("findings-canary-worth-statement", &args)
        }
        Worth::Said => words.text("findings-canary-worth-said"),
        Worth::Ambiguous => words.text("findings-canary-worth-ambiguous"),
        Worth::Shared => words.text("findings-canary-worth-shared"),
        Worth::Absent => words.text("findings-canary-worth-absent"),
        Worth::Silent => words.text("findings-canary-worth-silent"),
        Worth::Unsure => words.text("findings-canary-worth-unsure"),
    })
}

/// What must be said beside every address that names a file.
pub fn canary_caveat(words: &Words) -> String {
    words.text("findings-canary-caveat")
}
