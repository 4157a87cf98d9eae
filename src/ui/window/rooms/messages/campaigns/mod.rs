//! Campaigns: families of messages, and one of them laid open: template with its merge fields, columns its list needed, what changed, why together.
//!
//! Grouping and aligning run on threads; what was found before stays on screen until the new answer is there.

mod changed;
mod columns;
mod prepared;
mod template;
mod why;

use crate::case::Case;
use crate::model::Language;
use crate::ui::window::command::Command;
use crate::ui::window::jobs::{self, Fetched, Job, Poll};
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::widgets::list::{Column, List, Made, Plain, Spec, TextCell, TextRows};
use crate::words::Words;
use changed::Side;
use egui::{ComboBox, ScrollArea, Ui};
use prepared::{Compared, Families, Opened, Why};
use std::cmp::Reverse;
use std::sync::Arc;

/// What is shown of a family.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    Template,
    Columns,
    Changed,
    Why,
}

/// Contents and language something was computed from.
type Stamp = (u64, Language);

/// View state.
#[derive(Default)]
pub struct Campaigns {
    found: Option<(Stamp, Arc<Families>)>,
    job: Option<(Stamp, Job<Option<Families>>)>,
    list: List,
    rows: Made<Stamp, TextRows>,
    /// Family and wave.
    chosen: usize,
    wave: usize,
    tab: Tab,
    opened: Fetched<(Stamp, usize, usize), Option<Opened>>,
    /// What is compared, where the user chose it.
    sides: (Option<Side>, Option<Side>),
    compared: Fetched<(Stamp, usize, Side, Side), Option<Compared>>,
    why: Fetched<(Stamp, usize), Why>,
}

impl Campaigns {
    /// Draws the view.
    pub fn ui(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let words = ctx.words;
        self.tend(ui, ctx.case, words.language());
        let Some((stamp, families)) = self.found.clone() else {
            ui.weak(words.text("campaign-view-grouping"));
            return;
        };
        if stamp.0 != ctx.case.revision() {
            // Indices of the old answer belong to the old contents.
            ui.weak(words.text("campaign-view-grouping"));
            return;
        }
        let height = ui.available_height();
        let range = 160.0..=(height - 110.0).max(170.0);
        egui::Panel::bottom("campaign").resizable(true).default_size(height * 0.68).size_range(range).show(ui, |ui| {
            // The panel keeps its height while its contents are still being computed.
            ui.set_min_height(ui.available_height());
            self.family(ui, stamp, &families, ctx, commands);
        });
        self.table(ui, stamp, &families, ctx, commands);
    }

    /// Starts grouping when the case has changed, and collects the answer.
    fn tend(&mut self, ui: &Ui, case: &Case, language: Language) {
        let stamp = (case.revision(), language);
        if let Some((of, job)) = self.job.take() {
            match job.poll() {
                Poll::Running if of == stamp => self.job = Some((of, job)),
                Poll::Done(Some(families)) => {
                    if self.found.as_ref().is_none_or(|((revision, _), _)| *revision != of.0) {
                        self.chosen = most_first(&families).first().copied().unwrap_or_default();
                        (self.wave, self.sides) = (0, (None, None));
                    }
                    self.found = Some((of, Arc::new(families)));
                }
                Poll::Running | Poll::Done(None) | Poll::Lost => {}
            }
        }
        if self.job.is_none() && self.found.as_ref().is_none_or(|(of, _)| *of != stamp) {
            let case = case.clone();
            let job = Job::start("campaigns", jobs::repaint(ui.ctx()), move |progress| prepared::families_of(&case, language, progress).ok());
            self.job = job.ok().map(|job| (stamp, job));
        }
    }

    fn table(&mut self, ui: &mut Ui, stamp: Stamp, families: &Families, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        if self.rows.as_ref().is_none_or(|(of, ..)| *of != stamp) {
            let rows = Arc::new(texts(families, ctx.words));
            self.rows = Some((stamp, Arc::clone(&rows), rows));
        }
        let Some((_, _, rows)) = &self.rows else { return };
        let order = most_first(families);
        let selected = order.iter().position(|&family| family == self.chosen);
        let spec = Spec::new("families", ctx.words.text("campaign-view-campaigns"), rows).selecting(selected);
        let opened = self.list.show(ui, ctx, &spec, |_, _| {}, &mut Plain, commands);
        if let Some(&family) = opened.and_then(|row| order.get(row)) {
            self.chosen = family;
            (self.wave, self.sides) = (0, (None, None));
        }
    }

    fn family(&mut self, ui: &mut Ui, stamp: Stamp, families: &Families, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let words = ctx.words;
        let Some((family, row)) = families.families.get(self.chosen).zip(families.rows.get(self.chosen)) else { return };
        self.wave = self.wave.min(family.waves.len().saturating_sub(1));
        ui.add_space(6.0);
        ui.add(egui::Label::new(egui::RichText::new(&row.title).size(16.0).strong()).truncate());
        ui.horizontal_wrapped(|ui| {
            for (tab, id) in TABS {
                ui.selectable_value(&mut self.tab, tab, words.text(id));
            }
        });
        ui.separator();
        if matches!(self.tab, Tab::Template | Tab::Columns) && family.waves.len() > 1 {
            ui.horizontal(|ui| self.wave_choice(ui, family, words));
        }
        crate::ui::window::kit::room_for_scroll_bar(ui);
        let contents = ctx.case.contents();
        let wake = jobs::repaint(ui.ctx());
        let area = ScrollArea::vertical().id_salt(("campaign", self.chosen, self.tab as u8)).auto_shrink([false, false]);
        match self.tab {
            Tab::Template | Tab::Columns => {
                let (case, language, messages) = (ctx.case.clone(), stamp.1, family.waves.get(self.wave).map(|wave| wave.messages.clone()));
                let opened = self.opened.get((stamp, self.chosen, self.wave), &wake, move || {
                    prepared::open(case.contents(), &messages.unwrap_or_default(), language, &crate::job::Unwatched).ok()
                });
                let Some(opened) = opened.and_then(Option::as_ref) else {
                    ui.weak(words.text("window-loading"));
                    return;
                };
                area.show(ui, |ui| match self.tab {
                    Tab::Template => template::ui(ui, opened, contents, words, commands),
                    _ => columns::ui(ui, opened, contents, words),
                });
            }
            Tab::Changed => {
                let selected = selected(ctx, family);
                let sides = changed::sides(ui, family, contents, selected, &mut self.sides, words);
                let Some((before, after)) = sides else { return };
                let (case, language) = (ctx.case.clone(), stamp.1);
                let (one, other) = (before.messages(family), after.messages(family));
                let key = (stamp, self.chosen, before, after);
                let compared = self.compared.get(key, &wake, move || prepared::compare(case.contents(), &one, &other, language));
                match compared.and_then(Option::as_ref) {
                    Some(compared) => {
                        area.show(ui, |ui| changed::ui(ui, compared, words));
                    }
                    None => {
                        ui.weak(words.text("window-loading"));
                    }
                }
            }
            Tab::Why => {
                let (case, language, of) = (ctx.case.clone(), stamp.1, family.clone());
                let why = self.why.get((stamp, self.chosen), &wake, move || prepared::why(case.contents(), &of, language));
                let Some(why) = why else {
                    ui.weak(words.text("window-loading"));
                    return;
                };
                area.show(ui, |ui| why::ui(ui, why, family, contents, words, commands));
            }
        }
    }

    fn wave_choice(&mut self, ui: &mut Ui, family: &crate::campaign::Family, words: &Words) {
        let name = words.text("campaign-view-wave");
        ui.label(&name);
        let shown = wave_text(family, self.wave, words);
        let response = ComboBox::from_id_salt("campaign-wave").width(260.0).selected_text(&shown).show_ui(ui, |ui| {
            for wave in 0..family.waves.len() {
                ui.selectable_value(&mut self.wave, wave, wave_text(family, wave, words));
            }
        });
        response.response.accessible_name(format!("{name} {shown}"));
    }
}

const TABS: [(Tab, &str); 4] = [
    (Tab::Template, "campaign-view-template"),
    (Tab::Columns, "campaign-view-columns"),
    (Tab::Changed, "campaign-view-changed"),
    (Tab::Why, "campaign-view-why"),
];

/// A wave in one line: « 2. 14/12/2010 · 16 copies · texte 1 ».
fn wave_text(family: &crate::campaign::Family, at: usize, words: &Words) -> String {
    let Some(wave) = family.waves.get(at) else { return String::new() };
    let args = crate::args! {
        "number" => prepared::count(at + 1, words), "days" => prepared::span(wave.days, words),
        "n" => wave.messages.len(), "copies" => prepared::count(wave.messages.len(), words), "text" => prepared::count(wave.version + 1, words),
    };
    words.text_with(if family.versions.len() > 1 { "campaign-view-wave-of-text" } else { "campaign-view-wave-line" }, &args)
}

/// Most messages first; of as many, the earlier.
fn most_first(families: &Families) -> Vec<usize> {
    let mut order: Vec<usize> = (0..families.rows.len()).collect();
    order.sort_by_key(|&at| (Reverse(families.rows[at].messages), at));
    order
}

fn texts(families: &Families, words: &Words) -> TextRows {
    let column = |id: &'static str, title: &str, width| Column::new(id, words.text(title), width);
    let columns = vec![
        column("family", "campaign-view-family", 200.0).growing(),
        column("messages", "campaign-view-messages", 78.0).number(),
        column("people", "campaign-view-people", 78.0).number(),
        column("waves", "campaign-view-waves", 78.0).number(),
        column("sent", "campaign-view-sent", 160.0).day(),
        column("channels", "campaign-view-channels", 66.0).choice(),
        column("senders", "campaign-view-senders", 130.0),
    ];
    let cells = most_first(families).into_iter().map(|at| {
        let row = &families.rows[at];
        let number = |n: usize| TextCell::number(prepared::count(n, words), Some(n as f64));
        vec![
            TextCell::new(&*row.title),
            number(row.messages),
            number(row.people),
            number(row.waves),
            // Families come in order of time.
            TextCell::number(&*row.days, (!row.days.is_empty()).then_some(at as f64)),
            TextCell::new(&*row.channels),
            TextCell::new(&*row.senders),
        ]
    });
    TextRows::new(columns, cells.collect())
}

/// The selected message, if it is of this family.
fn selected(ctx: &RoomContext<'_>, family: &crate::campaign::Family) -> Option<usize> {
    let Some(Selection::Message(id)) = ctx.selection else { return None };
    let at = ctx.case.contents().messages.iter().position(|message| message.id == *id)?;
    family.messages.contains(&at).then_some(at)
}
