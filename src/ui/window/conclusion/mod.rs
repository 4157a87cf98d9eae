//! « Vérifier ma conclusion »: in a sample incident, state the file, the days and the people, and see how that compares with what was planted.
//!
//! The planted answer is shown only when it is asked for; until then the comparison says what holds and what does not, never what would.

pub mod compare;

use super::kit::{self, Tone};
use super::theme::tokens;
use super::widgets::date_field::{DateInput, date_field};
use crate::case::Case;
use crate::model::{PersonId, SourceId};
use crate::ui::samples::Planted;
use crate::words::{Words, format};
use compare::{Comparison, Days, Part, Stated, compare};
use egui::{ComboBox, Label, RichText, ScrollArea, Ui};
use std::collections::BTreeSet;

/// The form, kept while the sample is open.
pub struct Conclusion {
    sources: Vec<(SourceId, String)>,
    people: Vec<PersonId>,
    planted: Planted,
    stated: Stated,
    compared: Option<Comparison>,
    is_answer_shown: bool,
}

impl Conclusion {
    /// An empty form for a sample.
    pub fn new(case: &Case, planted: Planted) -> Self {
        let contents = case.contents();
        let name = |source: &crate::model::Source| if source.name.is_empty() { source.id.0.clone() } else { source.name.clone() };
        let people: BTreeSet<_> = contents.posts.iter().map(|post| &post.person).chain(contents.accesses.iter().map(|it| &it.person)).collect();
        Self {
            sources: contents.sources.iter().map(|source| (source.id.clone(), name(source))).collect(),
            people: people.into_iter().filter(|person| !person.0.is_empty()).cloned().collect(),
            planted,
            stated: Stated::default(),
            compared: None,
            is_answer_shown: false,
        }
    }

    /// Draws the form. True when it is to be closed.
    pub fn ui(&mut self, ui: &mut Ui, words: &Words) -> bool {
        let before = self.stated.clone();
        ui.heading(words.text("frame-conclusion"));
        ui.add(Label::new(RichText::new(words.text("frame-conclusion-about")).color(tokens(ui).text_weak)).wrap());
        ui.add_space(8.0);
        self.source(ui, words);
        ui.add_space(6.0);
        self.days(ui, words);
        ui.add_space(6.0);
        self.who(ui, words);
        if self.stated != before {
            self.compared = None;
        }
        if let Some(compared) = &self.compared {
            ui.add_space(6.0);
            for (tone, text) in told(compared, words) {
                kit::note(ui, tone, &text);
            }
        }
        if self.is_answer_shown {
            ui.add_space(4.0);
            kit::note(ui, Tone::Neutral, &self.answer(words));
        }
        ui.add_space(10.0);
        ui.horizontal(|ui| {
            if kit::primary(ui, &words.text("frame-conclusion-compare")).clicked() {
                self.compared = Some(compare(&self.stated, &self.planted));
            }
            if ui.button(words.text("frame-conclusion-show")).on_hover_text(words.text("frame-conclusion-show-tip")).clicked() {
                self.is_answer_shown = true;
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| ui.button(words.text("window-close")).clicked()).inner
        })
        .inner
    }

    fn source(&mut self, ui: &mut Ui, words: &Words) {
        let none = words.text("frame-conclusion-none");
        let selected = match &self.stated.source {
            None => words.text("frame-conclusion-choose"),
            Some(None) => none.clone(),
            Some(Some(id)) => self.sources.iter().find(|(known, _)| known == id).map_or_else(|| id.0.clone(), |(_, name)| name.clone()),
        };
        let label = ui.label(words.text("frame-conclusion-source"));
        let width = ui.available_width();
        let combo = ComboBox::from_id_salt("conclusion source").width(width).truncate().selected_text(selected).show_ui(ui, |ui| {
            for (id, name) in &self.sources {
                ui.selectable_value(&mut self.stated.source, Some(Some(id.clone())), name);
            }
            ui.selectable_value(&mut self.stated.source, Some(None), none);
        });
        combo.response.labelled_by(label.id);
    }

    fn days(&mut self, ui: &mut Ui, words: &Words) {
        ui.label(words.text("frame-conclusion-days"));
        ui.horizontal(|ui| {
            for (id, day) in [("frame-conclusion-from", &mut self.stated.from), ("frame-conclusion-to", &mut self.stated.to)] {
                let name = words.text(id);
                ui.label(&name);
                if let DateInput::Changed(changed) = date_field(ui, id, &name, day.as_ref(), 150.0, words) {
                    *day = changed;
                }
            }
        });
    }

    fn who(&mut self, ui: &mut Ui, words: &Words) {
        ui.label(words.text("frame-conclusion-people"));
        kit::room_for_scroll_bar(ui);
        super::widgets::show_boxes(ui);
        let rows = (ui.spacing().interact_size.y + ui.spacing().item_spacing.y) * 5.0;
        ScrollArea::vertical().id_salt("conclusion people").max_height(rows).auto_shrink([false, true]).show(ui, |ui| {
            ui.horizontal_wrapped(|ui| {
                for person in &self.people {
                    let mut is_named = self.stated.people.contains(person);
                    if !ui.checkbox(&mut is_named, person.as_str()).changed() {
                        continue;
                    }
                    if is_named {
                        self.stated.people.insert(person.clone());
                    } else {
                        self.stated.people.remove(person);
                    }
                }
            });
        });
    }

    fn answer(&self, words: &Words) -> String {
        let Some(source) = &self.planted.source else { return words.text("frame-conclusion-answer-none") };
        let name = self.sources.iter().find(|(id, _)| id == source).map_or(source.as_str(), |(_, name)| name.as_str());
        let day = self.planted.copied_on.map(|day| format::day(day, words.language())).unwrap_or_default();
        let people = self.planted.holders.iter().map(PersonId::as_str).collect::<Vec<_>>().join(", ");
        words.text_with("frame-conclusion-answer", &crate::args! { "source" => name, "day" => day, "people" => people })
    }
}

/// The comparison in sentences.
fn told(compared: &Comparison, words: &Words) -> Vec<(Tone, String)> {
    let count = |id: &str, n: i64| words.text_with(id, &crate::args! { "n" => n, "count" => format::count(n.unsigned_abs(), words.language()) });
    let source = match compared.source {
        Part::Unstated => (Tone::Neutral, words.text("frame-conclusion-source-unstated")),
        Part::Right => (Tone::Good, words.text("frame-conclusion-source-right")),
        Part::Wrong => (Tone::Caution, words.text("frame-conclusion-source-wrong")),
    };
    let days = match compared.days {
        Days::Unstated => (Tone::Neutral, words.text("frame-conclusion-days-unstated")),
        Days::Inside(span) => (Tone::Good, count("frame-conclusion-days-inside", span)),
        Days::Later(gap) => (Tone::Caution, count("frame-conclusion-days-later", gap)),
        Days::Earlier(gap) => (Tone::Caution, count("frame-conclusion-days-earlier", gap)),
        Days::Backwards => (Tone::Caution, words.text("frame-conclusion-days-backwards")),
        Days::NoCopy => (Tone::Neutral, words.text("frame-conclusion-days-no-copy")),
    };
    let people = match compared.people {
        None => (Tone::Neutral, words.text("frame-conclusion-people-unstated")),
        Some(people) => {
            let tone = if people.found == people.planted && people.others == 0 { Tone::Good } else { Tone::Caution };
            let args = crate::args! { "found" => people.found, "planted" => people.planted, "others" => people.others };
            (tone, words.text_with("frame-conclusion-people-found", &args))
        }
    };
    vec![source, days, people]
}
