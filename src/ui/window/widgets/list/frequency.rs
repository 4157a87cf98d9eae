//! How often each value of a column occurs, as a list of its own: sorted, copied and exported like any other. A click keeps only the rows with that value.

use super::List;
use super::arrange::{Counted, Prepared, Wanted, arrange};
use super::contract::{Column, Key, Plain, Rows, Spec};
use crate::model::Language;
use crate::ui::window::command::Command;
use crate::ui::window::jobs::{self, Fetched};
use crate::ui::window::room::RoomContext;
use crate::ui::window::widgets;
use crate::words::format;
use egui::{Key as Pressed, Ui, Window, vec2};
use std::borrow::Cow;
use std::sync::Arc;

/// What decides about the counts: the rows, what else is asked, the language.
type Question = (usize, Wanted, Language);

/// The table of one column, while it is open.
pub struct Frequency {
    column: usize,
    found: Fetched<Question, Option<Arc<dyn Rows>>>,
    list: List,
}

impl Frequency {
    /// For this column.
    pub fn new(column: usize) -> Self {
        Self { column, found: Fetched::default(), list: List::default() }
    }
}

impl List {
    /// Draws the table of frequencies, if it is open.
    pub(super) fn frequencies(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, spec: &Spec<'_>, commands: &mut Vec<Command>) {
        let Some(mut frequency) = self.frequency.take() else { return };
        let Some(column) = spec.rows.columns().get(frequency.column) else { return };
        let Some((prepared, wanted)) = self.arranger.question() else { return };
        let words = ctx.words;
        let asked = wanted.asked.into_iter().filter(|asked| asked.column != frequency.column).collect();
        let wanted = Wanted { sort: Vec::new(), asked, counted: vec![frequency.column], ..wanted };
        let titles = ["value", "count", "share"].map(|title| words.text(&format!("list-frequency-{title}")));
        let (language, at, blank) = (words.language(), frequency.column, words.text("list-blank"));
        let question = (Arc::as_ptr(&prepared.rows).cast::<()>() as usize, wanted.clone(), language);
        frequency.found.watch(question, &jobs::repaint(ui.ctx()), move |progress| {
            let counted = arrange(&prepared, &wanted, progress)?.counts.remove(&at)?;
            Some(Arc::new(Frequencies::new(prepared, at, counted, titles, blank, language)) as Arc<dyn Rows>)
        });
        let mut is_open = true;
        let title = words.text_with("list-frequency-title", &crate::args! { "column" => column.full_title() });
        let mut chosen = None;
        // Beside the list rather than over it.
        let place = ui.max_rect().right_top() + vec2(-440.0, 60.0);
        Window::new(title.as_str())
            .id(ui.scope_id().with("frequency"))
            .open(&mut is_open)
            .collapsible(false)
            .default_pos(place)
            .default_size(vec2(420.0, 380.0))
            .min_size(vec2(300.0, 180.0))
            .show(ui, |ui| {
                ui.label(words.text("list-frequency-what"));
                let Some(Some(rows)) = frequency.found.value() else {
                    ui.spinner();
                    return;
                };
                let rows = Arc::clone(rows);
                let inner = Spec { has_views: false, ..Spec::new("frequencies", title.as_str(), &rows) };
                if let Some(row) = frequency.list.counted(ui, ctx, &inner, commands) {
                    chosen = Some(rows.value(row, 0).into_owned());
                }
            });
        if let Some(value) = chosen {
            self.toggle(&column.id, &value, false);
        }
        let is_left = ui.input(|input| input.key_pressed(Pressed::Escape)) && !egui::Popup::is_any_open(ui.ctx());
        if is_open && !is_left {
            self.frequency = Some(frequency);
        }
    }

    /// The list of the values with a short bar: how many there are, copying, exporting.
    fn counted(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, spec: &Spec<'_>, commands: &mut Vec<Command>) -> Option<usize> {
        ui.label(widgets::counted(ctx.words, "list-frequency-values", spec.rows.len()));
        self.show(ui, ctx, spec, |_, _| {}, &mut Plain, commands)
    }
}

/// Values with their counts, as rows.
struct Frequencies {
    columns: [Column; 3],
    of: Arc<Prepared>,
    column: usize,
    counted: Vec<Counted>,
    total: usize,
    blank: String,
    language: Language,
}

impl Frequencies {
    fn new(of: Arc<Prepared>, column: usize, mut counted: Vec<Counted>, titles: [String; 3], blank: String, language: Language) -> Self {
        let total = counted.iter().map(|value| value.count).sum();
        // Most frequent first; equally frequent ones stay in the order of their values.
        counted.sort_by_key(|value| std::cmp::Reverse(value.count));
        let [value, count, share] = titles;
        let columns =
            [Column::new("value", value, 200.0).growing(), Column::new("count", count, 80.0).number(), Column::new("share", share, 80.0).number()];
        Self { columns, of, column, counted, total, blank, language }
    }
}

impl Rows for Frequencies {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn len(&self) -> usize {
        self.counted.len()
    }

    fn text(&self, row: usize, column: usize) -> Cow<'_, str> {
        let counted = &self.counted[row];
        match column {
            0 => {
                let label = self.of.rows.label(self.column, &counted.value);
                if label.trim().is_empty() { Cow::Borrowed(self.blank.as_str()) } else { label }
            }
            1 => format::count(counted.count as u64, self.language).into(),
            _ => format::percent_to(counted.count as f64 / self.total.max(1) as f64, 1, self.language).into(),
        }
    }

    fn key(&self, row: usize, column: usize) -> Key<'_> {
        match column {
            // In the order of the column itself: numbers as numbers, days as days.
            0 => self.of.rows.key(self.counted[row].first as usize, self.column),
            1 => Key::Number(self.counted[row].count as f64),
            _ => Key::Number(self.counted[row].count as f64 / self.total.max(1) as f64),
        }
    }

    fn value(&self, row: usize, column: usize) -> Cow<'_, str> {
        if column == 0 { Cow::Borrowed(self.counted[row].value.as_str()) } else { self.text(row, column) }
    }
}
