//! The cells of the witness matrix that are more than text.

use super::listing::{Listing, Shows, found_by_choices, found_by_text};
use super::put;
use crate::model::Recipient;
use crate::ui::window::command::{Command, about};
use crate::ui::window::icons::{self, Icon};
use crate::ui::window::room::RoomContext;
use crate::ui::window::theme::tokens;
use crate::ui::window::widgets::chart_ink::ChartInk;
use crate::ui::window::widgets::list::{CellAt, Cells};
use crate::ui::window::widgets::{self, signs, table};
use egui::{ComboBox, Role, Sense, Ui, WidgetInfo, vec2};

/// Draws signs, choices and boxes.
pub struct MatrixCells<'a> {
    /// What the room reads.
    pub ctx: &'a RoomContext<'a>,
    /// The rows.
    pub listing: &'a Listing,
    /// Whether words stand beside the signs.
    pub has_words: bool,
}

impl Cells for MatrixCells<'_> {
    fn cell(&mut self, ui: &mut Ui, at: CellAt<'_>, commands: &mut Vec<Command>) -> bool {
        let recipient = self.listing.recipient(at.row);
        match self.listing.shows[at.column] {
            Shows::Presence(column) => self.presence(ui, at, column),
            Shows::Link => self.link(ui, at),
            Shows::FoundBy => found_by(ui, self.ctx, recipient, commands),
            Shows::Aside => aside(ui, self.ctx, recipient, commands),
            Shows::Origin if self.listing.entries[at.row].origin.is_none() => table::weak_cell(ui, at.text),
            _ => return false,
        }
        true
    }

    fn has_menu(&self) -> bool {
        true
    }

    fn menu(&self, row: usize) -> Vec<Command> {
        about::recipient(&self.listing.recipient(row).id, self.ctx)
    }
}

impl MatrixCells<'_> {
    /// What the best link is called; a tick for one a reviewer has decided about.
    fn link(&self, ui: &mut Ui, at: CellAt<'_>) {
        let entry = &self.listing.entries[at.row];
        if entry.standing.is_none() {
            table::weak_cell(ui, "–");
            return;
        }
        if entry.is_decided {
            let (rect, response) = ui.allocate_exact_size(vec2(13.0, 13.0), Sense::hover());
            icons::paint(ui.painter(), rect, Icon::Check, tokens(ui).good);
            let text = self.ctx.words.text("links-label-decided");
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
            response.on_hover_text(text);
        }
        table::text_cell(ui, at.text);
    }

    fn presence(&self, ui: &mut Ui, at: CellAt<'_>, column: usize) {
        let entry = &self.listing.entries[at.row];
        let Some(kind) = entry.cells.get(column).copied() else {
            table::weak_cell(ui, "–");
            return;
        };
        let size = vec2(14.0, ui.available_height().min(18.0));
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        signs::presence(ui.painter(), rect.center(), kind, &ChartInk::of(ui));
        if self.has_words {
            table::text_cell(ui, at.text);
            return;
        }
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, at.text));
        response.on_hover_ui(|ui| {
            let Some(column) = self.ctx.matrix.and_then(|matrix| matrix.columns.get(column)) else { return };
            ui.label(self.ctx.words.text_with(
                "rooms-recipients-cell",
                &crate::args! {
                    "name" => entry.name.as_str(), "presence" => at.text, "source" => column.source.as_str(), "snapshot" => column.snapshot.as_str(),
                    "dated" => if column.snapshot.is_empty() { "no" } else { "yes" },
                },
            ));
        });
    }
}

/// How they were found, to be chosen.
fn found_by(ui: &mut Ui, ctx: &RoomContext<'_>, recipient: &Recipient, commands: &mut Vec<Command>) {
    let mut found_by = recipient.found_by.clone();
    let name = ctx.words.text_with("rooms-recipients-found-by-of", &crate::args! { "id" => recipient.id.as_str() });
    let width = ui.available_width() - 4.0;
    ui.spacing_mut().interact_size.y = 22.0;
    ui.spacing_mut().button_padding.y = 1.0;
    ComboBox::from_id_salt(("found-by", &recipient.id))
        .width(width)
        .truncate()
        .selected_text(found_by_text(&recipient.found_by, ctx))
        .show_ui(ui, |ui| {
            for choice in found_by_choices(ctx) {
                let text = found_by_text(&choice, ctx);
                ui.selectable_value(&mut found_by, choice, text);
            }
        })
        .response
        .accessible_name(name);
    if found_by != recipient.found_by {
        commands.push(put(Recipient { found_by, ..recipient.clone() }));
    }
}

/// Whether they are left aside.
fn aside(ui: &mut Ui, ctx: &RoomContext<'_>, recipient: &Recipient, commands: &mut Vec<Command>) {
    widgets::show_boxes(ui);
    let mut is_set_aside = recipient.is_set_aside;
    let name = ctx.words.text_with("rooms-recipients-set-aside-of", &crate::args! { "id" => recipient.id.as_str() });
    let response = ui.checkbox(&mut is_set_aside, "").accessible_name(name).on_hover_text(ctx.words.text("rooms-recipients-set-aside-hint"));
    if response.changed() {
        commands.push(put(Recipient { is_set_aside, ..recipient.clone() }));
    }
}
