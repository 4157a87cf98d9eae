//! What if: assumptions turned by hand and the answer they would give. A trial: nothing of it is kept, and it says so.
//!
//! Preparing it links the case again, in the background and only when asked for; after that each turn is answered from what was prepared.

use super::{part_title, remark, source_name};
use crate::analysis::CampaignAnalysis;
use crate::attribute::sensitivity::Sensitivity;
use crate::attribute::workbench::{Answer, Change, Workbench};
use crate::chart::ChartTable;
use crate::chart::timeline::say::spans;
use crate::chart::tornado::say::log10;
use crate::job::Unwatched;
use crate::model::{CampaignId, RecipientId, SourceId};
use crate::ui::window::errors;
use crate::ui::window::jobs::{Fetched, repaint};
use crate::ui::window::kit::{self, Tone};
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::widgets::table;
use crate::words::{Words, format};
use egui::Slider;
use std::sync::Arc;

/// How far the pool can be turned, down and up.
const REACH: f64 = 100.0;
/// The strongest circle short of unlimited.
const STRONGEST: f64 = 1000.0;

/// Which campaign of which state of the case.
type Key = (u64, CampaignId);
/// What was prepared; `None` if there is nothing to try, or why it could not be.
type Prepared = Result<Option<Arc<Workbench>>, String>;

/// The view state.
#[derive(Default)]
pub struct WhatIfView {
    /// What the user asked to try: it is prepared once.
    wanted: Option<Key>,
    bench: Fetched<Key, Prepared>,
    change: Change,
    answer: Fetched<(Key, Change), Option<Answer>>,
    /// The last answer stays until the next is there.
    last: Option<Answer>,
}

impl WhatIfView {
    /// Draws the strip.
    pub(super) fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, campaign: &CampaignAnalysis, sensitivity: &Sensitivity) {
        let words = ctx.words;
        part_title(ui, &words.text("origin-whatif-title"));
        kit::note(ui, Tone::Neutral, &words.text("origin-whatif-trial"));
        let key: Key = (ctx.case.revision(), campaign.id.clone());
        if self.wanted.as_ref() != Some(&key) {
            if ui.button(words.text("origin-whatif-start")).on_hover_text(words.text("origin-whatif-start-tip")).clicked() {
                *self = Self { wanted: Some(key), ..Self::default() };
                ui.request_repaint();
            }
            return;
        }
        // Labels have no keys to reason on; the question is one for the case itself.
        if ctx.state.is_shielded {
            kit::note(ui, Tone::Neutral, &words.text("frame-shield-reasoning"));
            return;
        }
        let Some(bench) = self.bench(ui, ctx, &key) else { return };
        self.knobs(ui, ctx, campaign, &bench);
        self.turn(ui, &key, &bench);
        if let Some(answer) = &self.last {
            result(ui, ctx, campaign, sensitivity, answer);
        }
    }

    /// What was prepared; says that it is being prepared, or why it cannot be.
    fn bench(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, key: &Key) -> Option<Arc<Workbench>> {
        let words = ctx.words;
        // The thread needs its own copy of what it reads; made only when it starts.
        if self.bench.value().is_none() && self.bench.progress().is_none() {
            let (case, analysis) = (ctx.case.clone(), ctx.analysis?.clone());
            let (id, language) = (key.1.clone(), words.language());
            self.bench.watch(key.clone(), &repaint(ui.ctx()), move |progress| {
                let bench = crate::analysis::workbench(&case, &analysis, &id, progress);
                bench.map(|bench| bench.map(Arc::new)).map_err(|error| errors::render(&error, &Words::new(language)))
            });
        }
        match self.bench.watch(key.clone(), &repaint(ui.ctx()), |_| Ok(None)) {
            Some(Ok(Some(bench))) => return Some(Arc::clone(bench)),
            Some(Ok(None)) => ui.weak(words.text("origin-whatif-nothing")),
            Some(Err(error)) => {
                kit::note(ui, Tone::Bad, error);
                return None;
            }
            None => ui.weak(words.text("origin-whatif-preparing")),
        };
        None
    }

    /// Everything that can be turned.
    fn knobs(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, campaign: &CampaignAnalysis, bench: &Workbench) {
        let words = ctx.words;
        let problem = bench.problem();
        egui::Grid::new("what if").num_columns(2).spacing([12.0, 6.0]).show(ui, |ui| {
            let label = ui.label(words.text("origin-turned-pool"));
            let mut pool = self.change.pool.unwrap_or(problem.pool);
            let range = (problem.pool / REACH).max(problem.subjects.len() as f64)..=problem.pool * REACH;
            let number = |value: f64| format::count(value.round().max(0.0) as u64, words.language());
            let slider = Slider::new(&mut pool, range).logarithmic(true).custom_formatter(move |value, _| number(value)).custom_parser(count);
            if ui.add(slider).labelled_by(label.id).changed() {
                self.change.pool = Some(pool);
            }
            ui.end_row();
            if problem.subjects.iter().any(|subject| subject.circle.is_some()) {
                let label = ui.label(words.text("origin-turned-sigma"));
                let known = problem.subjects.iter().find_map(|subject| subject.circle).map_or(1.0, |circle| circle.sigma);
                let mut sigma = self.change.sigma.unwrap_or(known).min(STRONGEST);
                let unlimited = words.text("origin-turn-unlimited");
                let text = move |value: f64| if value >= STRONGEST { unlimited.clone() } else { format!("{value:.0}") };
                let slider = Slider::new(&mut sigma, 1.0..=STRONGEST).logarithmic(true).custom_formatter(move |value, _| text(value));
                if ui.add(slider).labelled_by(label.id).changed() {
                    self.change.sigma = Some(if sigma >= STRONGEST { f64::INFINITY } else { sigma });
                }
                ui.end_row();
            }
        });
        ui.horizontal_wrapped(|ui| {
            crate::ui::window::widgets::show_boxes(ui);
            for score in &campaign.attribution.candidates {
                let mut is_out = self.change.without_sources.contains(&score.id);
                let name = words.text_with("origin-turned-source", &crate::args! { "source" => source_name(&score.id, ctx) });
                if ui.checkbox(&mut is_out, name).changed() {
                    if is_out {
                        self.change.without_sources.insert(score.id.clone());
                    } else {
                        self.change.without_sources.remove(&score.id);
                    }
                }
            }
            if !problem.prints.is_empty() {
                ui.checkbox(&mut self.change.without_fingerprints, words.text("origin-turned-prints"));
            }
        });
        self.people(ui, ctx, bench);
    }

    /// Recipients left out: whoever is selected can be, and be put back.
    fn people(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, bench: &Workbench) {
        let words = ctx.words;
        let subjects = &bench.problem().subjects;
        let selected = match ctx.selection {
            Some(Selection::Recipient(id)) => subjects.iter().any(|subject| subject.id == *id).then_some(id),
            _ => None,
        };
        ui.horizontal_wrapped(|ui| {
            let can_drop = selected.is_some_and(|id| !self.change.without_recipients.contains(id));
            let response = ui.add_enabled(can_drop, egui::Button::new(words.text("origin-whatif-drop")));
            let response = response.on_hover_text(words.text("origin-whatif-drop-tip")).on_disabled_hover_text(words.text("origin-whatif-drop-tip"));
            if let Some(id) = selected.filter(|_| response.clicked()) {
                self.change.without_recipients.insert(id.clone());
            }
            let out: Vec<RecipientId> = self.change.without_recipients.iter().cloned().collect();
            for id in out {
                let text = words.text_with("origin-whatif-back", &crate::args! { "id" => id.as_str() });
                if ui.button(text).clicked() {
                    self.change.without_recipients.remove(&id);
                }
            }
            if self.change != Change::default() && ui.button(words.text("origin-whatif-reset")).clicked() {
                self.change = Change::default();
            }
        });
    }

    /// Asks for the answer to the knobs as they stand.
    fn turn(&mut self, ui: &egui::Ui, key: &Key, bench: &Arc<Workbench>) {
        let (bench, change) = (Arc::clone(bench), self.change.clone());
        let answer = self.answer.get((key.clone(), change.clone()), &repaint(ui.ctx()), move || bench.with(&change, &Unwatched).ok().flatten());
        if let Some(answer) = answer
            && self.last != *answer
        {
            self.last.clone_from(answer);
        }
    }
}

/// A whole number as people write it, with any spaces.
fn count(text: &str) -> Option<f64> {
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// What the numbers say then, beside what they say as things are.
fn result(ui: &mut egui::Ui, ctx: &RoomContext<'_>, campaign: &CampaignAnalysis, sensitivity: &Sensitivity, answer: &Answer) {
    let words = ctx.words;
    let is_same = answer.reading.says_the_same(&sensitivity.baseline);
    let text = match (&answer.reading.best, is_same) {
        (_, true) => words.text("origin-whatif-same"),
        (Some(best), false) => words.text_with("origin-whatif-names", &crate::args! { "source" => source_name(best, ctx) }),
        (None, false) => words.text("origin-whatif-names-none"),
    };
    ui.add_space(4.0);
    kit::note(ui, if is_same { Tone::Good } else { Tone::Caution }, &text);
    let as_is = |id: &SourceId| campaign.attribution.candidates.iter().find(|score| score.id == *id);
    let rows = answer.candidates.iter().map(|scored| {
        vec![
            source_name(&scored.id, ctx).to_owned(),
            as_is(&scored.id).map_or_else(|| "–".to_owned(), |score| log10(score.log10_lr_vs_none, words)),
            log10(scored.log10_lr_vs_none, words),
            if scored.set95.is_empty() { "–".to_owned() } else { spans(&scored.set95, words) },
        ]
    });
    let header = ["file", "as-is", "then", "copy"].map(|title| words.text(&format!("origin-whatif-{title}")));
    let table = ChartTable { header: header.to_vec(), rows: rows.collect() };
    table::sized_table(ui, "what if", &table, None, &[200.0, 90.0, 90.0, 300.0]);
    remark(ui, &words.text("origin-whatif-what"));
}
