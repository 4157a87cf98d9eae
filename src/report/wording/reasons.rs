//! Cautions, and facts about somebody's access, in sentences.

use super::verdicts::name;
use crate::analysis::{CampaignAnalysis, Caution};
use crate::args;
use crate::attribute::opportunity::Reason;
use crate::chart::timeline::say;
use crate::model::{Contents, Post, PostId};
use crate::words::{Words, format};

pub(super) fn caution(caution: Caution, campaign: &CampaignAnalysis, words: &Words) -> String {
    let language = words.language();
    match caution {
        Caution::FewRecipients => say::counted("analysis-caution-few-recipients", campaign.recipients, words),
        Caution::OutsideCircle => say::counted("analysis-caution-outside-circle", campaign.attribution.outside_their_circle.len(), words),
        Caution::SomeUnexplained => {
            let share = campaign.attribution.unexplained;
            let percent = |share| format::percent(share, language);
            let args = args! { "mean" => percent(share.mean), "lo" => percent(share.lo), "hi" => percent(share.hi) };
            words.text_with("analysis-caution-some-unexplained", &args)
        }
        Caution::NoneSupported => words.text("analysis-caution-none-supported"),
        Caution::TooClose => words.text("analysis-caution-too-close"),
        Caution::NoControls => words.text("analysis-caution-no-controls"),
        Caution::CircleOnly => words.text("analysis-caution-circle-only"),
        Caution::TwoCopies => words.text("analysis-caution-two-copies"),
        Caution::Undated => words.text("analysis-caution-undated"),
        Caution::NoSources => words.text("analysis-caution-no-sources"),
        Caution::NoRecipients => words.text("analysis-caution-no-recipients"),
    }
}

fn post(id: PostId, contents: &Contents) -> Option<&Post> {
    contents.posts.iter().find(|post| post.id == id)
}

/// The title of a post; of one that is no longer in the roster, that it is unknown.
fn post_title(id: PostId, contents: &Contents, words: &Words) -> String {
    post(id, contents).map_or_else(|| words.text("analysis-post-unknown"), |post| say::post_title(post, words))
}

/// A share of the copy date. Almost everything and almost nothing are not rounded to everything and nothing.
fn share(mass: f64, words: &Words) -> String {
    let language = words.language();
    if mass > 0.0 && mass < 0.01 {
        words.text_with("analysis-less-than", &args! { "share" => format::percent(0.01, language) })
    } else if mass > 0.99 && mass < 1.0 - 1e-9 {
        words.text_with("analysis-more-than", &args! { "share" => format::percent(0.99, language) })
    } else {
        format::percent(mass.clamp(0.0, 1.0), language)
    }
}

pub(super) fn reason(reason: &Reason, contents: &Contents, words: &Words) -> String {
    match *reason {
        Reason::Post { post: id, certain, possible } => in_post(id, certain, possible, contents, words),
        Reason::Export { on, rows } => {
            let args = args! {
                "day" => format::day(on, words.language()),
                "n" => rows.unwrap_or_default(),
                "rows" => format::count(rows.unwrap_or_default(), words.language()),
            };
            words.text_with(if rows.is_some() { "analysis-reason-export-rows" } else { "analysis-reason-export" }, &args)
        }
        Reason::UsedAfterPost { post: id, days } => {
            let args = args! {
                "post" => post_title(id, contents, words),
                "n" => days,
                "days" => format::count(days.unsigned_abs(), words.language()),
            };
            words.text_with("analysis-reason-used-after-post", &args)
        }
        Reason::TwoHats { post: id } => words.text_with("analysis-reason-two-hats", &args! { "post" => post_title(id, contents, words) }),
        Reason::OthersHadAccess { count: 0 } => words.text("analysis-reason-no-others"),
        Reason::OthersHadAccess { count } => say::counted("analysis-reason-others", count, words),
    }
}

fn in_post(id: PostId, certain: f64, possible: f64, contents: &Contents, words: &Words) -> String {
    let Some(post) = post(id, contents) else { return words.text("analysis-post-unknown") };
    let proof = match post.proof.trim() {
        "" => words.text("chart-proof-none"),
        proof => words.text_with("chart-proof", &args! { "proof" => proof }),
    };
    let proof = say::corrected(post, words).map_or_else(|| proof.clone(), |corrected| format!("{proof} — {corrected}"));
    let source = post.source.as_ref().map(|source| name(source, contents)).unwrap_or_default();
    let args = args! {
        "post" => say::post_title(post, words),
        "span" => say::interval(&post.interval(), words),
        "proof" => proof,
        "source" => source,
        "certain" => share(certain, words),
        "possible" => share(possible, words),
    };
    let id = if possible <= 0.0 {
        "analysis-reason-post-outside"
    } else if (possible - certain).abs() < 1e-9 {
        "analysis-reason-post-certain"
    } else if certain <= 0.0 {
        "analysis-reason-post-possible"
    } else {
        "analysis-reason-post"
    };
    words.text_with(id, &args)
}
