//! The review of links: one pair at a time, decided with single keys, the score hidden until then.
//!
//! The queue and the place in it are in `desk`; what is drawn in `pair`, `verdict` and `closing`. Decisions leave as edits, and the case's decisions are
//! the only truth about what was decided.

mod closing;
mod desk;
mod pair;
mod verdict;

use super::links;
use crate::case::{Edit, Record};
use crate::link::review::{Estimate, Item, estimate, queue};
use crate::model::{Answer, Decision, DecisionId, ImportId};
use crate::ui::window::command::Command;
use crate::ui::window::errors;
use crate::ui::window::jobs::{self, Fetched, Job, Poll};
use crate::ui::window::kit;
use crate::ui::window::room::{LinkKey, RoomContext};
use crate::words::Words;
use desk::{Desk, Entry};
use std::sync::Arc;
use std::time::Instant;

/// Up to this many links the queue is worked out at once; beyond, on a thread, and the old one stays until then.
const AT_ONCE: usize = 2_000;

/// What a queue was worked out from.
type Stamp = (u64, String);

/// A row as written, read on a thread.
type Row = Fetched<LinkKey, Result<Vec<String>, String>>;

/// What to ask and what the answers say so far.
struct Work {
    questions: Vec<Entry>,
    estimate: Estimate,
}

/// The review.
#[derive(Default)]
pub struct Review {
    desk: Desk,
    /// The links of the analysis with this digest.
    items: Option<(String, Arc<Vec<Item>>)>,
    work: Option<(Stamp, Estimate)>,
    job: Option<(Stamp, Job<Work>)>,
    /// The revision whose decisions the desk knows.
    followed: Option<u64>,
    /// Nothing is on its way into the case any more.
    is_settled: bool,
    /// A pair to begin with, once there is a queue.
    wanted: Option<LinkKey>,
    /// Rows never change, so the link alone says which.
    row: Row,
    /// The row of the pair that comes next, read while the reviewer looks at this one.
    next_row: (Option<LinkKey>, Row),
    /// The pair both sides of which are on screen, and since when.
    shown: Option<(LinkKey, Instant)>,
    /// What the program says of it, and whether the reviewer has seen that.
    score: Option<Item>,
    was_score_seen: bool,
    is_row_open: bool,
}

impl Review {
    /// A review that begins with `link`, or with the first question.
    pub fn beginning_with(link: Option<LinkKey>) -> Self {
        Self { wanted: link, ..Self::default() }
    }

    /// Goes to a link.
    pub fn show(&mut self, link: LinkKey) {
        self.desk.show(link);
    }

    /// The pair on the desk, once both sides are on screen: nobody decides about what they have not seen.
    pub fn pair(&self) -> Option<&LinkKey> {
        let current = &self.desk.current()?.link;
        self.shown.as_ref().is_some_and(|(shown, _)| shown == current).then_some(current)
    }

    /// The pair on the desk, whether or not it is on screen yet.
    pub fn current(&self) -> Option<&LinkKey> {
        self.desk.current().map(|entry| &entry.link)
    }

    /// Whether it is decided.
    pub fn is_decided(&self) -> bool {
        self.current().is_some_and(|link| self.desk.answer(link).is_some())
    }

    /// To the next pair or to the one before.
    pub fn step(&mut self, is_forward: bool) {
        self.desk.step(is_forward);
    }

    /// Everything the reviewer did is in the case, or was refused.
    pub fn settle(&mut self) {
        self.is_settled = true;
    }

    /// Decides about the pair on screen; `None` if there is none.
    pub fn judge(&mut self, answer: Answer, hides_scores: bool) -> Option<Edit> {
        let LinkKey { recipient, snapshot, row } = self.pair()?.clone();
        let (_, since) = self.shown.take()?;
        let is_blind = hides_scores && !self.is_decided() && !self.was_score_seen;
        let decision = Decision {
            id: DecisionId(0),
            import: ImportId(0),
            recipient,
            snapshot,
            row,
            answer,
            at: jiff::Timestamp::now(),
            shown: self.score.as_ref().map(|item| item.probability),
            label: self.score.as_ref().map(|item| item.label),
            is_blind,
            note: String::new(),
        };
        self.is_settled = false;
        self.desk.decide(answer, since.elapsed());
        Some(Edit::Put { record: Box::new(Record::Decision(decision)) })
    }

    /// Draws the review.
    pub fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        self.tend(ui, ctx);
        if ctx.analysis.is_none() || self.work.is_none() {
            ui.weak(ctx.words.text(if ctx.is_analysing || self.job.is_some() { "rooms-analysing" } else { "links-review-not-analysed" }));
            return;
        }
        closing::head(ui, ctx, &self.desk, commands);
        ui.add_space(6.0);
        let estimate = self.work.as_ref().map(|(_, estimate)| estimate);
        let Some(entry) = self.desk.current().cloned() else {
            closing::ui(ui, ctx, &self.desk, estimate, commands);
            return;
        };
        let answer = self.desk.answer(&entry.link);
        if self.next_row.0.as_ref() == Some(&entry.link) {
            std::mem::swap(&mut self.row, &mut self.next_row.1);
            self.next_row.0 = None;
        }
        let row = self.row.get(entry.link.clone(), &jobs::repaint(ui.ctx()), look_up(ctx, &entry.link));
        let seen = pair::Seen { entry: &entry, answer, row, is_hidden: ctx.review.hides_scores && answer.is_none() };
        let last = self.desk.last();
        let bar = egui::Frame::new().inner_margin(egui::Margin { top: 8, ..egui::Margin::ZERO });
        egui::Panel::bottom("answers").resizable(false).frame(bar).show(ui, |ui| {
            pair::answers(ui, ctx, &seen, commands);
            if let (Some((link, answer)), None) = (last, seen.answer) {
                verdict::last(ui, ctx, link, answer);
            }
        });
        kit::room_for_scroll_bar(ui);
        let is_shown = egui::ScrollArea::vertical()
            .id_salt("review")
            .auto_shrink([false, false])
            .show(ui, |ui| {
                let is_shown = pair::ui(ui, ctx, &seen, &mut self.is_row_open, commands);
                if let Some(estimate) = estimate {
                    verdict::estimate(ui, ctx, estimate);
                }
                is_shown
            })
            .inner;
        if is_shown && self.shown.as_ref().is_none_or(|(shown, _)| *shown != entry.link) {
            self.shown = Some((entry.link.clone(), Instant::now()));
            self.was_score_seen = false;
        }
        if is_shown && let Some(next) = self.desk.upcoming().map(|next| &next.link).filter(|next| **next != entry.link) {
            self.next_row.0 = Some(next.clone());
            self.next_row.1.get(next.clone(), &jobs::repaint(ui.ctx()), look_up(ctx, next));
        }
        self.was_score_seen |= is_shown && !seen.is_hidden;
        self.score = ctx.analysis.and_then(|analysis| links::item(analysis, &entry.link));
    }

    /// Follows the case and the analysis. Keeps the place.
    fn tend(&mut self, ui: &egui::Ui, ctx: &RoomContext<'_>) {
        let contents = ctx.case.contents();
        let revision = ctx.case.revision();
        match self.followed {
            None => self.desk.know(&contents.decisions),
            Some(before) if before != revision => self.desk.follow(&contents.decisions),
            Some(_) => {}
        }
        self.followed = Some(revision);
        if std::mem::take(&mut self.is_settled) {
            self.desk.settle();
        }
        let Some(analysis) = ctx.analysis else { return };
        if self.items.as_ref().is_none_or(|(digest, _)| *digest != analysis.digest) {
            self.items = Some((analysis.digest.clone(), Arc::new(links::items(analysis))));
        }
        let stamp = (revision, analysis.digest.clone());
        if let Some((of, job)) = self.job.take() {
            match job.poll() {
                Poll::Running => self.job = Some((of, job)),
                Poll::Done(work) => self.take(of, work),
                Poll::Lost => {}
            }
        }
        let is_current = self.work.as_ref().is_some_and(|(of, _)| *of == stamp) || self.job.as_ref().is_some_and(|(of, _)| *of == stamp);
        let Some((_, items)) = self.items.as_ref().filter(|_| !is_current) else { return };
        let (items, decisions, seed) = (Arc::clone(items), contents.decisions.clone(), analysis.seed);
        if items.len() <= AT_ONCE {
            self.take(stamp, work(&items, &decisions, seed));
        } else if let Ok(job) = Job::start("review queue", jobs::repaint(ui.ctx()), move |_| work(&items, &decisions, seed)) {
            self.job = Some((stamp, job));
        }
    }

    fn take(&mut self, stamp: Stamp, work: Work) {
        self.desk.ask(work.questions);
        self.work = Some((stamp, work.estimate));
        if let Some(link) = self.wanted.take() {
            self.desk.show(link);
        }
    }
}

fn work(items: &[Item], decisions: &[Decision], seed: u64) -> Work {
    let questions = queue(items, decisions, seed).into_iter().map(|question| {
        let item = &items[question.item];
        Entry { link: LinkKey { recipient: item.recipient.clone(), snapshot: item.snapshot, row: item.row }, reason: Some(question.reason) }
    });
    Work { questions: questions.collect(), estimate: estimate(items, decisions, seed) }
}

/// Reads the row of a link, on a thread.
fn look_up(ctx: &RoomContext<'_>, link: &LinkKey) -> impl FnOnce() -> Result<Vec<String>, String> + Send + 'static {
    let (case, snapshot, row, language) = (ctx.case.clone(), link.snapshot, link.row, ctx.words.language());
    move || case.row(snapshot, row).map_err(|error| errors::render(&error, &Words::new(language)))
}
