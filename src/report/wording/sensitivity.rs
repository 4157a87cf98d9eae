//! What would change the words of a verdict, in one or two sentences; what is turned, what one recipient weighs, and what to ask next.

use super::verdicts::name;
use crate::analysis::CampaignAnalysis;
use crate::args;
use crate::attribute::sensitivity::{Ask, Bar, Influence, Prospect, Question, Reply, Sensitivity, Turned};
use crate::model::{Contents, FoundBy, Recipient, SourceId};
use crate::words::{Words, format};

/// Nearer to one than this, a strength of a circle is written with a decimal.
const WHOLE_SIGMA: f64 = 10.0;

/// What changes the words of the verdict and what does not: « Les termes du verdict changent si … . Ils restent les mêmes … . »
pub fn summary(sensitivity: &Sensitivity, campaign: &CampaignAnalysis, contents: &Contents, words: &Words) -> String {
    let (mut changes, mut holds) = (Vec::new(), Vec::new());
    pool_and_sigma(sensitivity, campaign, contents, words, (&mut changes, &mut holds));
    let tips = |bar: &Bar| !bar.low.reading.says_the_same(&sensitivity.baseline);
    let is_share = |bar: &&Bar| bar.turned == Turned::SharePrior;
    if let Some(bar) = sensitivity.bars.iter().find(is_share) {
        let turns = [&bar.low, &bar.high].into_iter().filter(|turn| !turn.reading.says_the_same(&sensitivity.baseline));
        let tipping: Vec<String> = turns.filter_map(|turn| turn.value).map(|share| format::percent(share, words.language())).collect();
        for share in &tipping {
            changes.push(words.text_with("findings-change-share", &args! { "share" => share.as_str() }));
        }
        if tipping.is_empty() {
            holds.push(words.text("findings-hold-share"));
        }
    }
    // Without the leading file itself the words cannot stay the same, and saying so says nothing.
    let others = |(_, source): &(&Bar, &SourceId)| **source != sensitivity.baseline.leading;
    let sources: Vec<_> = sensitivity.bars.iter().filter_map(|bar| Some((bar, source(&bar.turned)?))).filter(others).collect();
    for (_, source) in sources.iter().filter(|(bar, _)| tips(bar)) {
        changes.push(words.text_with("findings-change-source", &args! { "source" => name(source, contents) }));
    }
    if sources.iter().any(|(bar, _)| !tips(bar)) {
        holds.push(words.text("findings-hold-sources"));
    }
    if let Some(bar) = sensitivity.bars.iter().find(|bar| bar.turned == Turned::WithoutFingerprints) {
        let (list, id) = if tips(bar) { (&mut changes, "findings-change-prints") } else { (&mut holds, "findings-hold-prints") };
        list.push(words.text(id));
    }
    let fallen = sensitivity.tipping.recipients;
    if let Some(count) = fallen {
        let args = args! { "n" => count, "count" => format::count(u64::from(count), words.language()) };
        changes.push(words.text_with("findings-change-recipients", &args));
    }
    if fallen != Some(1) && !sensitivity.influence.is_empty() {
        holds.push(words.text("findings-hold-recipient"));
    }
    let say = |id: &str, list: &[String]| words.text_with(id, &args! { "list" => listed(list, words) });
    match (changes.is_empty(), holds.is_empty()) {
        (true, true) => String::new(),
        (true, false) => say("findings-holds-all", &holds),
        (false, true) => say("findings-changes", &changes),
        (false, false) => format!("{} {}", say("findings-changes", &changes), say("findings-holds", &holds)),
    }
}

fn source(turned: &Turned) -> Option<&SourceId> {
    match turned {
        Turned::WithoutSource(source) => Some(source),
        _ => None,
    }
}

fn pool_and_sigma(
    sensitivity: &Sensitivity,
    campaign: &CampaignAnalysis,
    contents: &Contents,
    words: &Words,
    (changes, holds): (&mut Vec<String>, &mut Vec<String>),
) {
    let has = |turned: &Turned| sensitivity.bars.iter().any(|bar| bar.turned == *turned);
    match sensitivity.tipping.pool {
        Some(pool) => {
            let is_below = pool < contents.incident.pool as f64;
            let args = args! { "pool" => people(pool, is_below, words) };
            changes.push(words.text_with(if is_below { "findings-change-pool-below" } else { "findings-change-pool-above" }, &args));
        }
        None if has(&Turned::Pool) => holds.push(words.text("findings-hold-pool")),
        None => {}
    }
    match sensitivity.tipping.sigma {
        Some(sigma) => {
            let members = campaign.members(contents);
            let circle = |it: &&Recipient| members.contains(&it.id) && matches!(it.found_by, FoundBy::Circle(_));
            let present = contents.recipients.iter().find(circle).and_then(|it| it.sigma);
            let is_below = present.is_none_or(|present| sigma < present);
            let args = args! { "sigma" => strength(sigma, words) };
            changes.push(words.text_with(if is_below { "findings-change-sigma-below" } else { "findings-change-sigma-above" }, &args));
        }
        None if has(&Turned::Sigma) => holds.push(words.text("findings-hold-sigma")),
        None => {}
    }
}

/// A number of people to three significant digits, cut on the side on which what is said of it stays true: where the words tip is not known to the head.
fn people(count: f64, is_below: bool, words: &Words) -> String {
    let count = count.max(0.0);
    let unit = if count < 1_000.0 { 1.0 } else { libm::pow(10.0, libm::floor(libm::log10(count)) - 2.0) };
    let units = if is_below { libm::floor(count / unit) } else { libm::ceil(count / unit) };
    format::count((units * unit) as u64, words.language())
}

fn strength(sigma: f64, words: &Words) -> String {
    if sigma < WHOLE_SIGMA { format::decimal(sigma, 1, words.language()) } else { format::count(sigma.round() as u64, words.language()) }
}

/// « a », « a ; b », « a ; b ; c ».
fn listed(list: &[String], words: &Words) -> String {
    let mut items = list.iter();
    let first = items.next().cloned().unwrap_or_default();
    items.fold(first, |list, last| words.text_with("findings-and", &args! { "list" => list, "last" => last.as_str() }))
}

/// What a bar of the tornado turns, and how far.
pub fn turned(bar: &Bar, contents: &Contents, words: &Words) -> String {
    let language = words.language();
    let end = |value: Option<f64>, say: &dyn Fn(f64) -> String| value.map_or_else(|| words.text("findings-unlimited"), say);
    let ends = |say: &dyn Fn(f64) -> String| args! { "low" => end(bar.low.value, say), "high" => end(bar.high.value, say) };
    match &bar.turned {
        Turned::Pool => words.text_with("findings-turned-pool", &ends(&|pool| format::count(pool.max(0.0).round() as u64, language))),
        Turned::Sigma => words.text_with("findings-turned-sigma", &ends(&|sigma| strength(sigma, words))),
        Turned::SharePrior => words.text_with("findings-turned-share", &ends(&|share| format::percent(share, language))),
        Turned::WithoutRecipient(id) => words.text_with("findings-turned-recipient", &args! { "recipient" => id.as_str() }),
        Turned::WithoutSource(id) => words.text_with("findings-turned-source", &args! { "source" => name(id, contents) }),
        Turned::WithoutFingerprints => words.text("findings-turned-prints"),
    }
}

/// What one recipient weighs.
pub fn influence(influence: &Influence, sensitivity: &Sensitivity, contents: &Contents, words: &Words) -> String {
    let language = words.language();
    let before = &sensitivity.baseline;
    let log = |value: f64| format::decimal(value, 1, language);
    let mut args = args! {
        "recipient" => influence.recipient.as_str(),
        "source" => name(&before.leading, contents),
        "before" => log(before.log10_lr_vs_none),
        "after" => log(influence.log10_lr_vs_none),
    };
    let (Some(rival), Some(was), Some(is)) = (&before.rival, before.log10_lr_vs_rival, influence.log10_lr_vs_rival) else {
        return words.text_with("findings-influence", &args);
    };
    args.set("rival", name(rival, contents));
    args.set("rival-before", log(was));
    args.set("rival-after", log(is));
    words.text_with("findings-influence-rival", &args)
}

/// What to find out.
pub fn ask(ask: &Ask, contents: &Contents, words: &Words) -> String {
    match ask {
        Ask::Control { source, other: None } => words.text_with("findings-question-control", &args! { "source" => name(source, contents) }),
        Ask::Control { source, other: Some(other) } => {
            let args = args! { "source" => name(source, contents), "other" => name(other, contents) };
            words.text_with("findings-question-control-other", &args)
        }
        Ask::Membership { recipient, source } => {
            let args = args! { "recipient" => recipient.as_str(), "source" => name(source, contents) };
            words.text_with("findings-question-membership", &args)
        }
        Ask::Presence { recipient, source, on } => {
            let day = format::day(*on, words.language());
            let args = args! { "recipient" => recipient.as_str(), "source" => name(source, contents), "day" => day };
            words.text_with("findings-question-presence", &args)
        }
        Ask::Statement { recipient, .. } => words.text_with("findings-question-statement", &args! { "recipient" => recipient.as_str() }),
    }
}

/// What to ask next, and what it would help to tell apart.
pub fn question(question: &Question, sensitivity: &Sensitivity, contents: &Contents, words: &Words) -> String {
    let ask = ask(&question.ask, contents, words);
    let bits = format::decimal(question.bits, 2, words.language());
    let leading = name(&sensitivity.baseline.leading, contents);
    let contest = match &sensitivity.contested_by {
        Some(other) => words.text_with("findings-question-contest", &args! { "source" => leading, "other" => name(other, contents), "bits" => bits }),
        None => words.text_with("findings-question-contest-none", &args! { "source" => leading, "bits" => bits }),
    };
    format!("{ask} {contest}")
}

/// The best next question in full; that there is none, if so.
pub fn next_question(sensitivity: &Sensitivity, contents: &Contents, words: &Words) -> String {
    let best = sensitivity.questions.first();
    best.map_or_else(|| words.text("findings-question-none"), |best| question(best, sensitivity, contents, words))
}

/// What an answer would do.
pub fn prospect(prospect: &Prospect, ask: &Ask, contents: &Contents, words: &Words) -> String {
    let log = format::decimal(prospect.log10_lr, 1, words.language());
    words.text_with("findings-prospect", &args! { "reply" => reply(prospect.reply, ask, contents, words), "log" => log })
}

/// An answer in a few words.
pub fn reply(reply: Reply, ask: &Ask, contents: &Contents, words: &Words) -> String {
    match (reply, ask) {
        (Reply::Yes, _) => words.text("findings-reply-yes"),
        (Reply::No, _) => words.text("findings-reply-no"),
        (Reply::OnlyToSource, Ask::Statement { source, .. }) => {
            words.text_with("findings-reply-only-to-source", &args! { "source" => name(source, contents) })
        }
        (Reply::OnlyToOther, Ask::Statement { other: Some(other), .. }) => {
            words.text_with("findings-reply-only-to-other", &args! { "other" => name(other, contents) })
        }
        (Reply::OnlyToSource | Reply::OnlyToOther, _) => words.text("findings-reply-only-elsewhere"),
        (Reply::Undecided, _) => words.text("findings-reply-undecided"),
    }
}
