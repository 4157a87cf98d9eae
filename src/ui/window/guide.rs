//! The guided path: messages, sources, people, origin, timeline, dossier. What is there, what is missing, and where to go next.
//!
//! What is missing is decided from the case and its analysis alone, in [`steps`]; [`ui`] draws it as one line above the room.

use super::command::Command;
use super::icons::{self, Icon};
use super::room::Room;
use super::theme::{self, tokens};
use crate::analysis::Analysis;
use crate::model::{Contents, ImportKind};
use crate::words::Words;
use egui::{Align, Layout, Link, Sense, TextStyle, Ui, WidgetInfo, vec2};
use std::collections::BTreeSet;

/// How far a step is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Progress {
    /// Everything it needs is there.
    Done,
    /// It is there to be read, and nobody has been there yet.
    Ready,
    /// Something is missing; the id of the sentence that says what.
    Missing(&'static str),
    /// It waits for earlier steps; the id of the sentence that says for which.
    Waiting(&'static str),
}

/// One step of the path.
#[derive(Clone, Debug)]
pub struct GuideStep {
    /// Id of its name.
    pub name_id: &'static str,
    /// Its picture.
    pub icon: Icon,
    /// How far it is.
    pub progress: Progress,
    /// What leads there, or mends what is missing.
    pub command: Option<Command>,
}

/// The path through a case. `visited` are the rooms somebody has looked at since it was opened; `has_saved` says whether its
/// results were saved since.
pub fn steps(contents: &Contents, analysis: Option<&Analysis>, visited: &BTreeSet<Room>, has_saved: bool) -> Vec<GuideStep> {
    let room = |room: Room, progress| {
        let command = match (room, progress) {
            (Room::Messages, Progress::Missing("frame-guide-no-messages")) => Command::AddFiles(Some(ImportKind::Messages)),
            (Room::Messages, Progress::Missing(_)) => Command::AddFiles(Some(ImportKind::Recipients)),
            (Room::Sources, Progress::Missing("frame-guide-undated")) => Command::GoTo(Room::Sources),
            (Room::Sources, Progress::Missing(_)) => Command::AddFiles(Some(ImportKind::Source)),
            (Room::People, Progress::Missing(_)) => Command::AddFiles(Some(ImportKind::Roster)),
            _ => Command::GoTo(room),
        };
        GuideStep { name_id: room.name_id(), icon: Icon::Room(room), progress, command: Some(command) }
    };
    // An analysis without a file to compare with answers nothing yet.
    let has_answer = !contents.sources.is_empty() && analysis.is_some_and(|analysis| !analysis.campaigns.is_empty());
    let to_read = |at: Room, waits_for| match (has_answer, visited.contains(&at)) {
        (false, _) => Progress::Waiting(waits_for),
        (true, true) => Progress::Done,
        (true, false) => Progress::Ready,
    };
    vec![
        room(Room::Messages, messages(contents)),
        room(Room::Sources, sources(contents)),
        room(Room::People, if contents.posts.is_empty() { Progress::Missing("frame-guide-no-posts") } else { Progress::Done }),
        room(Room::Origin, to_read(Room::Origin, "frame-guide-origin-waits")),
        room(Room::Timeline, to_read(Room::Timeline, "frame-guide-timeline-waits")),
        GuideStep {
            name_id: "frame-guide-dossier",
            icon: Icon::Room(Room::Evidence),
            progress: match (has_answer, has_saved) {
                (false, _) => Progress::Waiting("frame-guide-dossier-waits"),
                (true, false) => Progress::Ready,
                (true, true) => Progress::Done,
            },
            command: Some(Command::SaveResults),
        },
    ]
}

fn messages(contents: &Contents) -> Progress {
    let has_received = contents.recipients.iter().any(|recipient| recipient.received);
    match (contents.messages.is_empty(), has_received) {
        (_, true) => Progress::Done,
        (true, false) => Progress::Missing("frame-guide-no-messages"),
        (false, false) => Progress::Missing("frame-guide-no-recipients"),
    }
}

fn sources(contents: &Contents) -> Progress {
    match contents.sources.len() {
        0 => Progress::Missing("frame-guide-no-sources"),
        1 => Progress::Missing("frame-guide-one-source"),
        _ if contents.snapshots.iter().all(|snapshot| snapshot.as_of.is_none()) => Progress::Missing("frame-guide-undated"),
        _ => Progress::Done,
    }
}

/// What to do next: the first step with something missing, else the first that has not been read.
pub fn next(steps: &[GuideStep]) -> Option<&GuideStep> {
    let missing = steps.iter().find(|step| matches!(step.progress, Progress::Missing(_)));
    missing.or_else(|| steps.iter().find(|step| step.progress == Progress::Ready))
}

/// Draws the path, and what to do next.
pub fn ui(ui: &mut Ui, now: Room, steps: &[GuideStep], words: &Words, commands: &mut Vec<Command>) {
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 3.0;
        for (at, step) in steps.iter().enumerate() {
            if at > 0 {
                icons::show(ui, 12.0, Icon::Next, tokens(ui).unknown);
            }
            // The last step leads to no room: its picture is that of the evidence, where one is for other reasons.
            let is_now = step.icon == Icon::Room(now) && !matches!(step.command, None | Some(Command::SaveResults));
            one(ui, step, is_now, words, commands);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let hide = Command::ToggleGuide;
            if super::kit::bare_icon_button(ui, Icon::Close, &hide.text(words), true).on_hover_text(hide.tooltip(words)).clicked() {
                commands.push(hide);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| advice(ui, steps, words, commands));
        });
    });
}

fn advice(ui: &mut Ui, steps: &[GuideStep], words: &Words, commands: &mut Vec<Command>) {
    ui.add_space(10.0);
    let Some((step, command)) = next(steps).and_then(|step| Some((step, step.command.clone()?))) else { return };
    let text = match step.progress {
        Progress::Missing(id) => words.text(id),
        _ if matches!(command, Command::SaveResults) => words.text("frame-guide-save"),
        _ => words.text_with("frame-guide-read", &crate::args! { "room" => words.text(step.name_id) }),
    };
    ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
    if ui.add(Link::new(&text)).on_hover_text(&text).clicked() {
        commands.push(command);
    }
}

/// One step: its name with a sign for how far it is.
fn one(ui: &mut Ui, step: &GuideStep, is_now: bool, words: &Words, commands: &mut Vec<Command>) {
    let name = words.text(step.name_id);
    let (state, tip) = match step.progress {
        Progress::Ready if matches!(step.command, Some(Command::SaveResults)) => (words.text("frame-guide-unsaved"), words.text("frame-guide-save")),
        Progress::Done => (words.text("frame-guide-done"), words.text("frame-guide-done")),
        Progress::Ready => (words.text("frame-guide-ready"), words.text("frame-guide-ready")),
        Progress::Missing(why) => (words.text("frame-guide-missing"), words.text(why)),
        Progress::Waiting(why) => (words.text("frame-guide-waiting"), words.text(why)),
    };
    let is_enabled = step.command.is_some();
    let font = TextStyle::Small.resolve(ui.style());
    let galley = ui.painter().layout_no_wrap(name.clone(), font, egui::Color32::PLACEHOLDER);
    let size = vec2(galley.size().x + 34.0, 22.0);
    let (rect, response) = ui.allocate_exact_size(size, if is_enabled { Sense::click() } else { Sense::hover() });
    // « Fichiers : il manque quelque chose »: told apart from the entry of the rail, which is the name alone.
    let spoken = words.text_with("frame-guide-step", &crate::args! { "name" => name, "state" => state });
    response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, is_enabled, &spoken));
    let t = tokens(ui);
    let (ink, sign) = match step.progress {
        Progress::Done => (t.good, Icon::Check),
        Progress::Ready => (t.accent, Icon::Eye),
        Progress::Missing(_) => (t.caution, Icon::Warning),
        Progress::Waiting(_) => (t.text_weak, Icon::Dots),
    };
    if is_now || (is_enabled && (response.hovered() || response.has_focus())) {
        ui.painter().rect_filled(rect, theme::RADIUS_SMALL, if is_now { t.accent_soft } else { t.sunken });
    }
    let at = egui::Rect::from_center_size(egui::pos2(rect.left() + 14.0, rect.center().y), vec2(13.0, 13.0));
    icons::paint(ui.painter(), at, sign, ink);
    let text_ink = if matches!(step.progress, Progress::Waiting(_)) { t.text_weak } else { t.text };
    ui.painter().galley(egui::pos2(rect.left() + 26.0, rect.center().y - galley.size().y / 2.0), galley, text_ink);
    if response.on_hover_text(tip).clicked()
        && let Some(command) = &step.command
    {
        commands.push(command.clone());
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::window::black_and_white::{all_differ, painted};

    #[test]
    fn an_empty_case_begins_with_messages_and_the_answers_wait() {
        let steps = steps(&Contents::default(), None, &BTreeSet::new(), false);
        let ids: Vec<_> = steps.iter().map(|step| step.name_id).collect();
        assert_eq!(ids.len(), 6);
        assert_eq!(next(&steps).map(|step| step.progress), Some(Progress::Missing("frame-guide-no-messages")));
        assert!(matches!(steps[3].progress, Progress::Waiting(_)));
    }

    #[test]
    fn how_far_a_step_is_is_told_without_colour() {
        let words = Words::new(crate::model::Language::Fr);
        let all = [Progress::Done, Progress::Ready, Progress::Missing("frame-guide-no-posts"), Progress::Waiting("frame-guide-origin-waits")];
        let step = |progress| GuideStep { name_id: Room::Origin.name_id(), icon: Icon::Room(Room::Origin), progress, command: None };
        let seen = all.map(|progress| (format!("{progress:?}"), painted(|ui, _| one(ui, &step(progress), false, &words, &mut Vec::new()))));
        all_differ(&seen);
    }

    #[test]
    fn one_source_is_not_enough_to_compare() {
        let mut contents = Contents::default();
        contents.sources.push(crate::model::Source { id: "a".into(), ..Default::default() });
        assert_eq!(sources(&contents), Progress::Missing("frame-guide-one-source"));
        contents.sources.push(crate::model::Source { id: "b".into(), ..Default::default() });
        assert_eq!(sources(&contents), Progress::Missing("frame-guide-undated"));
    }
}
