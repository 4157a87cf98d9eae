//! What the room says and draws of one campaign, made when the analysis or the language changes.

use super::facts::{self, Fact};
use super::ranking::Rank;
use super::rivals::RivalLine;
use super::{Question, source_name};
use super::{quirks, rivals};
use crate::analysis::behind::{Behind, Roll};
use crate::analysis::rivals::board;
use crate::analysis::{Analysis, CampaignAnalysis, Caution};
use crate::attribute::{CandidateScore, PairScore};
use crate::chart::density::CopyDensity;
use crate::chart::shares::{self, Shares};
use crate::chart::timeline::say;
use crate::chart::tornado;
use crate::model::{CampaignId, SourceId};
use crate::report::wording;
use crate::ui::window::room::RoomContext;
use crate::ui::window::widgets;
use crate::ui::window::widgets::stamp::Stamp;
use crate::words::{Words, format};

/// Everything about one campaign.
pub struct Texts {
    stamp: Stamp,
    campaign: CampaignId,
    /// The answer in one plain sentence; empty where the verdict is one already.
    pub headline: String,
    /// The verdict sentence.
    pub verdict: String,
    /// What must be said beside it.
    pub cautions: Vec<String>,
    /// Who is behind each number.
    pub roll: Roll,
    /// The candidates as ranked.
    pub ranks: Vec<Rank>,
    /// The smallest set of files that holds everybody explained, in a sentence; empty if one file is enough.
    pub covering: String,
    /// For and against each candidate.
    pub(super) facts: Vec<(SourceId, Vec<Fact>)>,
    /// Shares of all files together.
    pub shares: Shares,
    /// Copy dates, of the candidates that have one.
    pub densities: Vec<CopyDensity>,
    /// Rival explanations, as they are asked.
    pub(super) rivals: Vec<RivalLine>,
    /// For each candidate the answers under the questions: which, and when.
    answers: Vec<(SourceId, String, String)>,
    pair: String,
    quirks: String,
    change: Option<String>,
    rivals_answer: String,
    next: Option<String>,
    people: String,
}

impl Texts {
    /// Writes them.
    pub fn new(ctx: &RoomContext<'_>, analysis: &Analysis, campaign: &CampaignAnalysis) -> Self {
        let (contents, words) = (ctx.case.contents(), ctx.words);
        let candidates = &campaign.attribution.candidates;
        let roll = Roll::of(campaign, analysis, contents);
        let covering: Vec<String> = campaign.attribution.covering.iter().map(|id| say::source_name(contents, id)).collect();
        let covering = if covering.len() > 1 {
            words.text_with("origin-covering", &crate::args! { "sources" => say::list(&covering, words) })
        } else {
            String::new()
        };
        let lines: Vec<RivalLine> = board(contents, analysis, campaign).iter().map(|line| RivalLine::of(line, &campaign.id, ctx)).collect();
        let density = |score: &CandidateScore| CopyDensity::build(score.copy_date.as_ref()?, &score.id, contents, words);
        Self {
            stamp: Stamp::of(ctx),
            campaign: campaign.id.clone(),
            headline: headline(ctx, campaign),
            verdict: wording::verdict(campaign, contents, ctx.settings, words),
            cautions: wording::cautions(campaign, contents, words),
            ranks: candidates.iter().map(|score| Rank::of(ctx, campaign, &roll, score)).collect(),
            covering,
            facts: candidates.iter().map(|score| (score.id.clone(), facts::facts(ctx, campaign, &roll, score))).collect(),
            shares: Shares::build(campaign, contents, words),
            densities: candidates.iter().filter_map(density).collect(),
            answers: candidates.iter().map(|score| (score.id.clone(), which(ctx, campaign, score), when(ctx, score))).collect(),
            pair: pair(ctx, campaign),
            quirks: quirks::answer(ctx, campaign),
            change: campaign.sensitivity.as_ref().map(|sensitivity| wording::sensitivity::summary(sensitivity, campaign, contents, words)),
            next: campaign.sensitivity.as_ref().map(|sensitivity| wording::sensitivity::next_question(sensitivity, contents, words)),
            people: words.text("origin-answer-people"),
            rivals_answer: rivals::answer(&lines, words),
            rivals: lines,
            roll,
        }
    }

    /// Whether they still say what is true of this campaign.
    pub fn holds(&self, ctx: &RoomContext<'_>, campaign: &CampaignId) -> bool {
        self.campaign == *campaign && self.stamp.holds(ctx)
    }

    /// The sentence under a question, about the chosen candidate.
    pub(super) fn answer(&self, question: Question, chosen: Option<&SourceId>) -> String {
        let of_chosen = self.answers.iter().find(|(id, ..)| Some(id) == chosen);
        match question {
            Question::Which => of_chosen.map(|(_, which, _)| which.clone()).unwrap_or_default(),
            Question::When => of_chosen.map(|(.., when)| when.clone()).unwrap_or_default(),
            Question::Pair => self.pair.clone(),
            Question::Quirks => self.quirks.clone(),
            Question::Change => self.change.clone().unwrap_or_default(),
            Question::Rivals => self.rivals_answer.clone(),
            Question::Next => self.next.clone().unwrap_or_default(),
            Question::People => self.people.clone(),
        }
    }

    /// Whether there is anything to say to a question.
    pub(super) fn has(&self, question: Question) -> bool {
        match question {
            Question::Change => self.change.is_some(),
            Question::Next => self.next.is_some(),
            Question::Pair => !self.ranks.is_empty(),
            _ => true,
        }
    }

    /// Which campaign.
    pub fn campaign(&self) -> &CampaignId {
        &self.campaign
    }
}

/// The pair that is nearest to the leading file: the rival that explains the findings best after it.
fn nearest(campaign: &CampaignAnalysis) -> Option<&PairScore> {
    let leading = &campaign.attribution.candidates.first()?.id;
    let pairs = campaign.attribution.pairs.iter().filter(|pair| &pair.favoured == leading);
    pairs.min_by(|a, b| a.log10_lr.total_cmp(&b.log10_lr).then_with(|| a.against.cmp(&b.against)))
}

/// The answer in one plain sentence.
fn headline(ctx: &RoomContext<'_>, campaign: &CampaignAnalysis) -> String {
    let words = ctx.words;
    let support = |log10_lr| wording::support(log10_lr, campaign, ctx.settings, words);
    let has = |caution| campaign.verdict.cautions.contains(&caution);
    let Some(leading) = campaign.attribution.candidates.first().filter(|_| campaign.recipients > 0) else { return String::new() };
    let source = source_name(&leading.id, ctx);
    let rival = nearest(campaign);
    match (&campaign.verdict.best, rival) {
        (Some(_), Some(pair)) => {
            let args = crate::args! {
                "source" => source,
                "support" => support(leading.log10_lr_vs_none),
                "rival" => source_name(&pair.against, ctx),
                "rival-support" => support(pair.log10_lr),
            };
            words.text_with("origin-headline-rival", &args)
        }
        (Some(_), None) => {
            words.text_with("origin-headline-alone", &crate::args! { "source" => source, "support" => support(leading.log10_lr_vs_none) })
        }
        (None, Some(pair)) if has(Caution::TooClose) => {
            words.text_with("origin-headline-close", &crate::args! { "source" => source, "rival" => source_name(&pair.against, ctx) })
        }
        (None, _) => words.text("origin-headline-none"),
    }
}

/// The leading file against its nearest rival, in a few words.
fn pair(ctx: &RoomContext<'_>, campaign: &CampaignAnalysis) -> String {
    let words = ctx.words;
    let Some(pair) = nearest(campaign) else { return words.text("origin-answer-pair") };
    let args = crate::args! {
        "source" => source_name(&pair.favoured, ctx),
        "other" => source_name(&pair.against, ctx),
        "support" => wording::support(pair.log10_lr, campaign, ctx.settings, words),
    };
    words.text_with("origin-answer-pair-of", &args)
}

fn which(ctx: &RoomContext<'_>, campaign: &CampaignAnalysis, score: &CandidateScore) -> String {
    let words = ctx.words;
    let args = crate::args! {
        "source" => source_name(&score.id, ctx),
        "captured" => widgets::number(words, score.captured),
        "all" => widgets::number(words, campaign.recipients),
        "share" => shares::text(score.share, words),
    };
    words.text_with(if campaign.verdict.best.is_some() { "origin-answer-which" } else { "origin-answer-which-none" }, &args)
}

fn when(ctx: &RoomContext<'_>, score: &CandidateScore) -> String {
    let source = source_name(&score.id, ctx);
    match &score.copy_date {
        Some(copy) => ctx.words.text_with("origin-answer-when", &crate::args! { "source" => source, "days" => say::spans(&copy.set95, ctx.words) }),
        None => ctx.words.text_with("origin-answer-when-undated", &crate::args! { "source" => source }),
    }
}

/// What a number counts, in a sentence: « 11 destinataires sont dans « Fichier des adhérents » ».
pub fn behind(behind: &Behind, count: usize, ctx: &RoomContext<'_>) -> String {
    let (id, source, other): (_, Option<&SourceId>, Option<&SourceId>) = match behind {
        Behind::Received => ("received", None, None),
        Behind::In(source) => ("in", Some(source), None),
        Behind::NotIn(source) => ("not-in", Some(source), None),
        Behind::OnlyIn(source) => ("only-in", Some(source), None),
        Behind::AlsoElsewhere(source) => ("elsewhere", Some(source), None),
        Behind::Controls(source) => ("controls", Some(source), None),
        Behind::Circle(source) => ("circle", Some(source), None),
        Behind::OutsideCircle => ("outside", None, None),
        Behind::Nowhere => ("nowhere", None, None),
        Behind::Both(source, other) => ("both", Some(source), Some(other)),
        Behind::FirstOnly(source, other) => ("first-only", Some(source), Some(other)),
        Behind::Neither(source, other) => ("neither", Some(source), Some(other)),
        Behind::These(_) => ("these", None, None),
    };
    let name = |id: Option<&SourceId>| id.map(|id| say::source_name(ctx.case.contents(), id)).unwrap_or_default();
    let args = crate::args! {
        "n" => count as u64,
        "count" => format::count(count as u64, ctx.words.language()),
        "source" => name(source),
        "other" => name(other),
    };
    ctx.words.text_with(&format!("origin-behind-{id}"), &args)
}

/// log₁₀ of a likelihood ratio, capped both ways as the settings say: « ≥ 4,0 ».
pub fn log10_lr(value: f64, ctx: &RoomContext<'_>) -> String {
    let words: &Words = ctx.words;
    let cap = libm::log10(ctx.settings.cap.max(1.0));
    let number = |value: f64| tornado::say::log10(value, words);
    if value >= cap {
        words.text_with("rooms-at-least", &crate::args! { "n" => number(cap) })
    } else if value <= -cap {
        words.text_with("rooms-at-most", &crate::args! { "n" => number(-cap) })
    } else {
        number(value)
    }
}

/// P(X ≥ x) by chance: « < 0,001 ».
pub fn chance(p: f64, words: &Words) -> String {
    if p < 0.001 {
        words.text_with("rooms-less-than", &crate::args! { "n" => format::decimal(0.001, 3, words.language()) })
    } else {
        format::decimal(p, 3, words.language())
    }
}
