//! Choosing rows by the values of a column: how many have each, included or left out; and what is chosen, to be let go of one by one.

use super::List;
use super::arrange::Counted;
use super::bar::lasting_menu;
use super::contract::Spec;
use super::frequency::Frequency;
use crate::ui::window::icons::Icon;
use crate::ui::window::kit;
use crate::ui::window::room::RoomContext;
use crate::ui::window::theme::{self, tokens};
use crate::ui::window::widgets;
use egui::{Align, CornerRadius, Frame, Layout, Margin, Ui};

/// More values than this are looked at in the table of frequencies.
const MOST: usize = 24;

impl List {
    /// A menu for each column of a few values.
    pub(super) fn facets(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, spec: &Spec<'_>) {
        let Some(arranged) = self.arranged() else { return };
        for (&column, counted) in &arranged.counts {
            // A column with one value chooses nothing, unless what is chosen has made it so.
            let id = &spec.rows.columns()[column].id;
            let asked = self.picks.iter().find(|pick| pick.column == **id).map_or(0, |pick| pick.included.len() + pick.excluded.len());
            if counted.len() < 2 && asked == 0 {
                continue;
            }
            self.facet(ui, ctx, spec, column, counted, asked);
        }
    }

    fn facet(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, spec: &Spec<'_>, column: usize, counted: &[Counted], asked: usize) {
        let words = ctx.words;
        let of = &spec.rows.columns()[column];
        let title = if asked == 0 { of.full_title() } else { format!("{} ({asked})", of.full_title()) };
        let name = words.text_with("list-facet-name", &crate::args! { "column" => of.full_title() });
        let pick = self.picks.iter().find(|pick| pick.column == *of.id).cloned().unwrap_or_default();
        let mut toggled: Option<(String, bool)> = None;
        let mut counts_all = false;
        lasting_menu(ui, &title, &name, true, |ui| {
            ui.set_width(270.0);
            widgets::show_boxes(ui);
            for value in counted.iter().take(MOST) {
                let label = shown(spec, column, &value.value, ctx);
                ui.horizontal(|ui| {
                    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                        let is_out = pick.excluded.contains(&value.value);
                        let name = words.text_with("list-exclude", &crate::args! { "value" => label.as_str() });
                        let response = ui.selectable_label(is_out, words.text("list-except")).on_hover_text(&name);
                        if response.clicked() {
                            toggled = Some((value.value.clone(), true));
                        }
                        response.accessible_name(name);
                        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                            ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
                            let mut is_in = pick.included.contains(&value.value);
                            let args = crate::args! { "name" => label.as_str(), "count" => widgets::number(words, value.count) };
                            if ui.checkbox(&mut is_in, words.text_with("rooms-facet", &args)).clicked() {
                                toggled = Some((value.value.clone(), false));
                            }
                        });
                    });
                });
            }
            ui.separator();
            if ui.button(words.text("list-count-values")).clicked() {
                counts_all = true;
                ui.close();
            }
        });
        if let Some((value, is_exclusion)) = toggled {
            self.toggle(&of.id, &value, is_exclusion);
            self.scroll.home();
        }
        if counts_all {
            self.frequency = Some(Box::new(Frequency::new(column)));
        }
    }

    /// What is chosen, one chip each.
    pub(super) fn chips(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, spec: &Spec<'_>) {
        if self.picks.is_empty() {
            return;
        }
        let words = ctx.words;
        let mut gone: Option<(String, String, bool)> = None;
        let mut clears = false;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            for pick in &self.picks {
                let Some(column) = spec.rows.columns().iter().position(|column| column.id == pick.column.as_str()) else { continue };
                let title = spec.rows.columns()[column].full_title();
                let all = pick.included.iter().map(|value| (value, false)).chain(pick.excluded.iter().map(|value| (value, true)));
                for (value, is_exclusion) in all {
                    let id = if is_exclusion { "list-chip-except" } else { "list-chip" };
                    let text = words.text_with(id, &crate::args! { "column" => title.as_str(), "value" => shown(spec, column, value, ctx) });
                    if chip(ui, &text, &words.text_with("list-chip-remove", &crate::args! { "chip" => text.as_str() })) {
                        gone = Some((pick.column.clone(), value.clone(), is_exclusion));
                    }
                }
            }
            clears = ui.link(words.text("list-show-all")).clicked();
        });
        if let Some((column, value, is_exclusion)) = gone {
            self.toggle(&column, &value, is_exclusion);
        }
        if clears {
            self.clear();
        }
    }
}

/// How a value is called; a blank one in words.
fn shown(spec: &Spec<'_>, column: usize, value: &str, ctx: &RoomContext<'_>) -> String {
    let label = spec.rows.label(column, value);
    if label.trim().is_empty() { ctx.words.text("list-blank") } else { label.into_owned() }
}

/// A word on a ground of its own with a cross to let go of it; true when pressed.
fn chip(ui: &mut Ui, text: &str, name: &str) -> bool {
    let t = tokens(ui);
    Frame::new()
        .fill(t.accent_soft)
        .corner_radius(CornerRadius::same(theme::RADIUS))
        .inner_margin(Margin { left: 8, right: 2, top: 0, bottom: 0 })
        .show(ui, |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 2.0;
                ui.add(egui::Label::new(egui::RichText::new(text).small()).extend().selectable(false));
                kit::icon_button(ui, Icon::Close, name, true).clicked()
            })
            .inner
        })
        .inner
}
