//! Findings beside a verdict, in sentences: the part of a file, two copies, shared spellings. Addresses that name a file are in [`super::prints`].

use super::rivals::ratio;
use super::verdicts::name;
use crate::analysis::{Prints, Settings};
use crate::args;
use crate::attribute::fingerprint::{Quirk, Standing};
use crate::attribute::{CandidateScore, SliceScore, TwoCopies};
use crate::model::{Contents, RecipientId, SourceId};
use crate::words::{Words, format};

/// People named in a sentence; of more, how many.
const NAMED: usize = 8;

/// |log₁₀ LR| from which a part counts as told from the whole: where the verbal scale begins to speak of support.
const TOLD_APART: f64 = std::f64::consts::LOG10_2;

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

/// A shared quirk with what the message shows, what the file has, and what a rival would have given. Empty without a rival.
pub fn quirk(quirk: &Quirk, contents: &Contents, words: &Words) -> String {
    let Some(rival) = quirk.rivals.first() else { return String::new() };
    let args = args! {
        "recipient" => quirk.recipient.as_str(),
        "where" => super::prints::field(quirk.field, words),
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
    if prints.fingerprints.rules.is_empty() && prints.fingerprints.standings.is_empty() && prints.unreadable.is_empty() {
        return Vec::new();
    }
    let standing = |it: &Standing| {
        let of = it.matches + it.mismatches;
        let count = |n: u32| format::count(u64::from(n), words.language());
        let args = args! { "n" => of, "count" => count(of), "source" => name(&it.source, contents), "given" => count(it.matches) };
        (of > 0).then(|| words.text_with("findings-prints-standing", &args))
    };
    let mut said: Vec<String> = prints.fingerprints.standings.iter().filter_map(standing).collect();
    // What they bear on is of no interest where nobody tells files apart.
    let skipped = usize::from(prints.fingerprints.factors.is_empty());
    said.extend(super::prints::reach(prints, contents, words).into_iter().skip(skipped));
    said
}
