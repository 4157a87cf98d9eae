//! Views saved under a name. They are kept in the case and not in the settings: a filter is a name as often as not, and names stay where the case is, behind
//! its passphrase, hidden with the rest while the witness shield is up.

use super::List;
use super::bar::lasting_menu;
use super::contract::Spec;
use crate::case::{Edit, Record};
use crate::model::{Incident, SavedView};
use crate::ui::window::command::Command;
use crate::ui::window::icons::Icon;
use crate::ui::window::kit;
use crate::ui::window::room::RoomContext;
use egui::{Button, TextEdit, Ui};

impl List {
    /// The menu of the views of this list.
    pub(super) fn views(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, spec: &Spec<'_>, commands: &mut Vec<Command>) {
        let words = ctx.words;
        let incident = &ctx.case.contents().incident;
        let title = words.text("list-views");
        lasting_menu(ui, &title, &title, false, |ui| {
            ui.set_width(260.0);
            let mut is_any = false;
            for saved in incident.views.iter().filter(|saved| saved.list == spec.id) {
                is_any = true;
                ui.horizontal(|ui| {
                    if ui.add(Button::new(saved.name.as_str()).truncate().min_size(egui::vec2(215.0, 0.0))).clicked() {
                        self.look(&saved.view, spec.rows.as_ref());
                        self.keep(ctx, spec);
                        ui.close();
                    }
                    let change = put(incident, |views| views.retain(|other| other != saved));
                    let name = words.text_with("list-view-remove", &crate::args! { "name" => saved.name.as_str() });
                    if kit::icon_button(ui, Icon::Close, &name, change.why_not(&ctx.state).is_none()).clicked() {
                        commands.push(change);
                    }
                });
            }
            if !is_any {
                ui.weak(words.text("list-views-none"));
            }
            ui.separator();
            let name = words.text("list-view-name");
            ui.add(TextEdit::singleline(&mut self.new_name).hint_text(name.clone()).desired_width(f32::INFINITY)).accessible_name(name);
            let name = self.new_name.trim().to_owned();
            let saved = SavedView { name: name.clone(), list: spec.id.to_owned(), view: self.view(spec.rows.as_ref()) };
            let change = put(incident, |views| {
                views.retain(|other| other.list != saved.list || other.name != saved.name);
                views.push(saved);
            });
            let why_not = change.why_not(&ctx.state);
            let response = ui.add_enabled(!name.is_empty() && why_not.is_none(), Button::new(words.text("list-view-save")));
            let response = response.on_disabled_hover_text(words.text(why_not.unwrap_or("list-view-needs-name")));
            if response.on_hover_text(words.text("list-view-where")).clicked() {
                commands.push(change);
                self.new_name.clear();
                ui.close();
            }
        });
    }
}

/// The command that writes the views changed.
fn put(incident: &Incident, change: impl FnOnce(&mut Vec<SavedView>)) -> Command {
    let mut incident = incident.clone();
    change(&mut incident.views);
    Command::Edit(Edit::Put { record: Box::new(Record::Incident(incident)) })
}
