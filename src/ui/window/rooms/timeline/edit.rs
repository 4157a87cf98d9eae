//! Dates corrected in place: the ends of a post, the day of an event. Each change is one step of the history.
//!
//! Lines of a log, states of files and mailings come from imported evidence: their dates are not corrected here.

use super::content::End;
use crate::case::{Edit, Record};
use crate::chart::timeline::{Target, say};
use crate::model::{Day, PostId, UncertainDay};
use crate::ui::window::command::Command;
use crate::ui::window::room::RoomContext;
use crate::ui::window::widgets::date_field::{DateInput, date_field};
use egui::{Grid, Window};

const WIDTH: f32 = 150.0;

/// The step that moves an end of a post to an exact day; `None` if it stands there already.
pub fn moved(ctx: &RoomContext<'_>, id: PostId, end: End, day: Day) -> Option<Command> {
    let post = ctx.case.contents().posts.iter().find(|post| post.id == id)?;
    let new = Some(UncertainDay::exact(day));
    let mut changed = post.clone();
    let field = match end {
        End::From => &changed.from,
        End::To => &changed.to,
    };
    if field.as_ref().and_then(UncertainDay::day) == Some(day) {
        return None;
    }
    match end {
        End::From => changed.set_from(new),
        End::To => changed.set_to(new),
    }
    Some(Command::Edit(Edit::Put { record: Box::new(Record::Post(changed)) }))
}

/// Whether its dates can be corrected here.
pub fn can_edit(target: &Target) -> bool {
    matches!(target, Target::Post(_) | Target::Event(_))
}

/// Whether the case can be changed now.
pub fn is_writable(ctx: &RoomContext<'_>) -> bool {
    ctx.state.has_case && ctx.state.is_writable && !ctx.state.is_shielded
}

/// Draws the window over the chart; false when it is to be closed.
pub fn window(ui: &egui::Ui, ctx: &RoomContext<'_>, target: &Target, what: &str, is_new: bool, commands: &mut Vec<Command>) -> bool {
    let words = ctx.words;
    let title = words.text_with("timeline-edit-title", &crate::args! { "what" => what });
    let mut is_open = true;
    let mut is_done = false;
    Window::new(title)
        .id(egui::Id::unique("timeline-edit"))
        .collapsible(false)
        .resizable(false)
        .open(&mut is_open)
        .default_pos(ui.max_rect().center_top() + egui::vec2(-140.0, 60.0))
        .show(ui, |ui| {
            let contents = ctx.case.contents();
            Grid::new("timeline-edit-grid").num_columns(2).spacing([12.0, 8.0]).show(ui, |ui| match target {
                Target::Post(id) => {
                    let Some(post) = contents.posts.iter().find(|post| post.id == *id) else { return };
                    let set = |end| {
                        move |day| {
                            let mut changed = post.clone();
                            match end {
                                End::From => changed.set_from(day),
                                End::To => changed.set_to(day),
                            }
                            Record::Post(changed)
                        }
                    };
                    day(ui, ctx, ("timeline-edit-from", target), post.from.as_ref(), is_new, set(End::From), commands);
                    ui.end_row();
                    day(ui, ctx, ("timeline-edit-to", target), post.to.as_ref(), false, set(End::To), commands);
                    ui.end_row();
                }
                Target::Event(id) => {
                    let Some(event) = contents.events.iter().find(|event| event.id == *id) else { return };
                    let set = |at| Record::Event(crate::model::Event { at, ..event.clone() });
                    day(ui, ctx, ("timeline-edit-at", target), event.at.as_ref(), is_new, set, commands);
                    ui.end_row();
                }
                _ => {
                    ui.label(words.text("timeline-edit-imported"));
                    ui.end_row();
                }
            });
            if let Target::Post(id) = target {
                let post = contents.posts.iter().find(|post| post.id == *id);
                if let Some(corrected) = post.and_then(|post| say::corrected(post, words)) {
                    ui.label(corrected);
                }
                ui.weak(words.text("rooms-people-open-end"));
            }
            // What stands in a field is taken back by Escape, and the window goes with it, as everything that lies on top.
            is_done = ui.button(words.text("timeline-edit-done")).clicked() || ui.input(|input| input.key_pressed(egui::Key::Escape));
        });
    is_open && !is_done
}

fn day(
    ui: &mut egui::Ui,
    ctx: &RoomContext<'_>,
    (word, target): (&str, &Target),
    current: Option<&UncertainDay>,
    is_new: bool,
    set: impl FnOnce(Option<UncertainDay>) -> Record,
    commands: &mut Vec<Command>,
) {
    let name = ctx.words.text(word);
    ui.label(&name);
    let salt = (word, format!("{target:?}"));
    if is_new {
        let id = ui.scope_id().with(&salt);
        ui.memory_mut(|memory| memory.request_focus(id));
    }
    if let DateInput::Changed(day) = date_field(ui, salt, &name, current, WIDTH, ctx.words) {
        commands.push(Command::Edit(Edit::Put { record: Box::new(set(day)) }));
    }
}
