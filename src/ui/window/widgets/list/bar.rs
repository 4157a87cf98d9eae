//! The line above a list: the filter, how many rows are shown, the choices, the columns, the saved views, copying and exporting; and below it what is active.

use super::List;
use super::contract::Spec;
use crate::ui::window::command::{Command, ListAsk};
use crate::ui::window::icons::{self, Icon};
use crate::ui::window::kit;
use crate::ui::window::room::RoomContext;
use crate::ui::window::widgets;
use egui::containers::menu::{MenuButton, MenuConfig, SubMenuButton, is_in_menu};
use egui::{PopupCloseBehavior, TextEdit, Ui};

/// In a pane narrower than this, in points, columns, views and export share one button.
const NARROW: f32 = 480.0;

/// A menu in which several things can be chosen before it goes. A mark shows where there are values to choose from.
pub fn lasting_menu(ui: &mut Ui, title: &str, name: &str, is_choice: bool, contents: impl FnOnce(&mut Ui)) {
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    if is_in_menu(ui) {
        SubMenuButton::new(title).config(config).ui(ui, contents).0.accessible_name(name);
        return;
    }
    let button = if is_choice { MenuButton::new((title, icons::text(Icon::Down).size(11.0))) } else { MenuButton::new(title) };
    let (response, _) = button.config(config).ui(ui, contents);
    response.accessible_name(name);
}

impl List {
    /// Draws the bar and, if anything is filtered, what is active.
    pub(super) fn bar(
        &mut self,
        ui: &mut Ui,
        ctx: &RoomContext<'_>,
        spec: &Spec<'_>,
        lead: impl FnOnce(&mut Ui, &mut Vec<Command>),
        commands: &mut Vec<Command>,
    ) {
        let words = ctx.words;
        let is_narrow = ui.available_width() < NARROW;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            lead(ui, commands);
            let name = words.text("rooms-filter");
            let field = ui.add(TextEdit::singleline(&mut self.filter).hint_text(name.clone()).desired_width(120.0)).accessible_name(name);
            if std::mem::take(&mut self.wants_filter) {
                field.request_focus();
            }
            let few = self.arranged().map_or(0, |arranged| arranged.order.len());
            let (few, all) = (widgets::number(words, few), widgets::number(words, spec.rows.len()));
            ui.label(words.text_with("rooms-shown-of", &crate::args! { "shown" => few, "total" => all }));
            if self.marks.count() > 1 {
                ui.weak(widgets::counted(words, "list-marked", self.marks.count()));
            }
            if self.arranger.is_busy() {
                ui.spinner();
            }
            self.facets(ui, ctx, spec);
            self.marked.ui(ui, spec.rows.as_ref(), ctx);
            let copy = Command::List(ListAsk::Copy);
            let response = kit::bare_icon_button(ui, Icon::Copy, &copy.text(words), !spec.rows.is_empty());
            if ctx.offer().explained(response, &copy).clicked() {
                self.share(ui, ctx, spec, ListAsk::Copy, commands);
            }
            if is_narrow {
                let title = words.text("list-more");
                lasting_menu(ui, &title, &title, true, |ui| self.more(ui, ctx, spec, commands));
            } else {
                self.more(ui, ctx, spec, commands);
            }
        });
        if let Some(why) = self.sharing.failed() {
            kit::note(ui, kit::Tone::Bad, why);
        }
        self.chips(ui, ctx, spec);
    }

    /// Columns, views and export: beside each other, or in a menu where the pane is narrow.
    fn more(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, spec: &Spec<'_>, commands: &mut Vec<Command>) {
        let words = ctx.words;
        self.choose_columns(ui, ctx, spec);
        if spec.has_views {
            self.views(ui, ctx, spec, commands);
        }
        ui.menu_button(words.text("list-export"), |ui| {
            for ask in [ListAsk::Csv, ListAsk::Xlsx] {
                let command = Command::List(ask);
                if ui.button(command.text(words)).on_hover_text(command.tooltip(words)).clicked() {
                    self.share(ui, ctx, spec, ask, commands);
                    ui.close();
                }
            }
        });
    }

    /// Which columns are shown.
    fn choose_columns(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, spec: &Spec<'_>) {
        let words = ctx.words;
        let title = words.text("list-columns");
        let mut has_changed = false;
        lasting_menu(ui, &title, &words.text("list-columns-name"), false, |ui| {
            widgets::show_boxes(ui);
            ui.set_min_width(180.0);
            egui::ScrollArea::vertical().max_height(380.0).show(ui, |ui| {
                for column in spec.rows.columns() {
                    let mut is_shown = self.is_shown(column);
                    if ui.checkbox(&mut is_shown, column.full_title()).changed() {
                        self.layout.shown.insert(column.id.to_string(), is_shown);
                        has_changed = true;
                    }
                }
            });
            ui.separator();
            if ui.button(words.text("list-columns-reset")).clicked() {
                self.layout.shown.clear();
                self.layout.widths.clear();
                has_changed = true;
                ui.close();
            }
        });
        if has_changed {
            self.keep(ctx, spec);
        }
    }
}
