//! A tour of the window with a sample open: every room, its tabs, panels and dialogs, for tests that look at everything that is shown.

use super::waiting::{Window, until};
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sourcier::chart::timeline::Target;
use sourcier::model::{Answer, Language};
use sourcier::ui::window::command::Command;
use sourcier::ui::window::room::{Room, Selection};
use sourcier::ui::window::settings::{Theme, UserSettings};
use sourcier::ui::window::{App, Start};
use sourcier::words::Words;
use std::collections::{BTreeMap, BTreeSet};

/// The window with the sample open and analysed.
pub fn begin(sample: &str, language: Language) -> Window {
    let settings = UserSettings { language, theme: Theme::Light, ..UserSettings::default() };
    let start = Start::Sample(sample.to_owned());
    let mut harness = Harness::builder()
        .with_size([1500.0, 1400.0])
        .with_max_steps(80)
        .allow_missing_glyphs()
        .build_eframe(move |cc| App::with_settings(&cc.egui_ctx, start, settings));
    until(&mut harness, "the sample", |h| h.state().session().is_some_and(|s| s.matrix().is_some()) && !h.state().is_busy());
    harness
}

fn look(harness: &mut Window) {
    // Charts and look-ups come from threads.
    for _ in 0..30 {
        harness.step();
        std::thread::sleep(std::time::Duration::from_millis(5));
    }
    harness.run_ok();
}

/// So many of what stands in one column of a list are hovered; the rest of the column says the same of other rows.
const SAMPLE: usize = 3;
/// Frames until a text has come up.
const STEPS: usize = 4;
/// Points of a chart that are hovered, across and down.
const POINTS: (usize, usize) = (10, 6);

/// Goes over things with a pointer to read what they say then; what was read once is passed by.
#[derive(Default)]
pub struct Hovering {
    walked: BTreeSet<String>,
    /// What said something, with what it said.
    pub said: BTreeSet<(String, String)>,
}

impl Hovering {
    /// Lets texts come at once.
    pub fn begin(harness: &mut Window) -> Self {
        harness.ctx.all_styles_mut(|style| {
            style.interaction.tooltip_delay = 0.0;
            style.interaction.show_tooltips_only_when_still = false;
        });
        Self::default()
    }

    /// How many things were gone over.
    pub fn walked(&self) -> usize {
        self.walked.len()
    }

    /// Goes over everything in view that was not gone over before.
    pub fn go_over(&mut self, harness: &mut Window, place: &str) {
        let mut before = Vec::new();
        for (name, at) in self.points(harness) {
            harness.hover_at(at);
            // What came up before goes first; a new text is laid out in one frame and seen in the next.
            for _ in 0..STEPS {
                harness.step();
                let now = tooltips(harness);
                if !now.is_empty() && now != before {
                    before = now;
                    self.said.extend(before.iter().map(|text| (format!("{place}, {name}"), text.clone())));
                    break;
                }
            }
        }
        harness.hover_at(egui::pos2(-10.0, -10.0));
        harness.step();
    }

    fn points(&mut self, harness: &Window) -> Vec<(String, egui::Pos2)> {
        let screen = harness.ctx.content_rect();
        let mut columns = BTreeMap::<(String, i64), usize>::new();
        let mut found = Vec::new();
        for node in harness.root().children_recursive() {
            let node = node.accesskit_node();
            let (role, label) = (node.role(), node.label().or_else(|| node.value()).unwrap_or_default());
            let Some(place) = node.bounding_box().filter(|_| role != Role::TextRun && !label.is_empty()) else { continue };
            let rect = egui::Rect::from_min_max(egui::pos2(place.x0 as f32, place.y0 as f32), egui::pos2(place.x1 as f32, place.y1 as f32));
            if !screen.contains(rect.center()) || !rect.is_positive() {
                continue;
            }
            let kind = format!("{role:?} {}", label.chars().map(|c| if c.is_ascii_digit() { '#' } else { c }).collect::<String>());
            let of_column = columns.entry((format!("{role:?}"), place.x0.round() as i64)).or_default();
            if *of_column >= SAMPLE && role == Role::Label || !self.walked.insert(kind) {
                continue;
            }
            *of_column += 1;
            if role == Role::Figure {
                let (across, down) = POINTS;
                let share = |at: usize, of: usize| (at as f32 + 0.5) / of as f32;
                let points = (0..across).flat_map(|x| (0..down).map(move |y| egui::vec2(share(x, across), share(y, down))));
                found.extend(points.map(|part| (label.clone(), rect.min + part * rect.size())));
            } else {
                found.push((label, rect.center()));
            }
        }
        found
    }
}

/// The texts that have come up beside the pointer.
fn tooltips(harness: &Window) -> Vec<String> {
    let mut found = Vec::new();
    for tooltip in harness.query_all_by_role(Role::Tooltip) {
        for node in tooltip.children_recursive() {
            let node = node.accesskit_node();
            if node.role() != Role::TextRun {
                found.extend([node.label(), node.value()].into_iter().flatten());
            }
        }
    }
    found
}

/// Shows every place and calls `see` with its name.
pub fn every_place(harness: &mut Window, language: Language, see: &mut dyn FnMut(&mut Window, &str)) {
    let contents = harness.state().session().unwrap().case().contents().clone();
    let selections = [
        (Room::Start, None),
        (Room::Search, None),
        (Room::Overview, None),
        (Room::Evidence, contents.evidence.first().map(|it| Selection::Evidence(it.id))),
        (Room::Messages, contents.messages.first().map(|it| Selection::Message(it.id))),
        (Room::Recipients, contents.recipients.first().map(|it| Selection::Recipient(it.id.clone()))),
        (Room::Sources, contents.sources.first().map(|it| Selection::Mark(Target::Source(it.id.clone())))),
        (Room::People, contents.posts.first().map(|it| Selection::Person(it.person.clone()))),
        (Room::Origin, contents.accesses.first().map(|it| Selection::Mark(Target::Access(it.id)))),
        (Room::Timeline, contents.posts.first().map(|it| Selection::Mark(Target::Post(it.id)))),
    ];
    let words = Words::new(language);
    for (room, selection) in selections {
        harness.state_mut().push(selection.map_or(Command::GoTo(room), |selection| Command::Show(room, selection)));
        look(harness);
        see(harness, &format!("{room:?}"));
        for tab in tabs(room) {
            let label = words.text(tab);
            // A case without campaigns, or with one file, has fewer.
            let Some(button) = harness.query_all_by_label(&label).next() else { continue };
            button.click_accesskit();
            look(harness);
            see(harness, &format!("{room:?}, {tab}"));
        }
        if room == Room::Search {
            harness.state_mut().push(Command::Ask(sourcier::ui::window::searching::Question { text: "lettre".to_owned(), ..Default::default() }));
            look(harness);
            see(harness, "Search, hits");
        }
    }
    let around: [(&str, &[Command]); 9] = [
        ("review", &[Command::GoTo(Room::Recipients), Command::ToggleReview]),
        ("review, decided", &[Command::Judge(Answer::Same)]),
        ("history", &[Command::ToggleReview, Command::ToggleHistory]),
        ("notes", &[Command::ToggleNotes]),
        ("desk", &[Command::ToggleNotes, Command::AddFiles(None)]),
        ("writing a note", &[Command::GoTo(Room::Messages), Command::WriteNote]),
        ("palette", &[Command::ShowPalette]),
        ("back", &[]),
        ("people again", &[Command::GoTo(Room::People)]),
    ];
    for (place, commands) in around {
        for command in commands {
            harness.state_mut().push(command.clone());
            look(harness);
        }
        see(harness, place);
        if place == "desk" {
            paste(harness, &words, see);
        }
        if place == "palette" {
            harness.key_press(egui::Key::Escape);
        }
    }
    for (place, command) in [
        ("new case", Command::NewCase),
        ("open case", Command::OpenCase),
        ("shortcuts", Command::ShowShortcuts),
        ("messages", Command::ShowMessages),
        ("about", Command::ShowAbout),
        ("conclusion", Command::CheckConclusion),
        ("tag", Command::AddTag),
        ("settings", Command::CaseSettings),
        ("results", Command::SaveResults),
    ] {
        harness.state_mut().push(command);
        look(harness);
        see(harness, place);
        harness.key_press(egui::Key::Escape);
        harness.run_ok();
    }
    for menu in sourcier::ui::window::command::catalogue::menus() {
        let title = words.text(menu.title_id);
        let Some(button) = harness.query_all_by_role_and_label(Role::Button, &title).next() else { panic!("no menu {title}") };
        button.click_accesskit();
        look(harness);
        see(harness, &format!("menu {}", menu.title_id));
        harness.key_press(egui::Key::Escape);
        harness.run_ok();
    }
}

/// The desk with rows of a spreadsheet on it whose days could be read in two orders, as far as anything can be pasted now.
fn paste(harness: &mut Window, words: &Words, see: &mut dyn FnMut(&mut Window, &str)) {
    harness.state_mut().push(Command::PasteText);
    look(harness);
    see(harness, "desk, nothing pasted yet");
    let label = words.text("window-desk-pasted");
    let Some(field) = harness.query_by_role_and_label(Role::MultilineTextInput, &label) else { return };
    field.type_text("Nom\tCourriel\tDate d'adhésion\nFalguezin\thakim.falguezin3@courrier.example\t03/04/2010\n");
    look(harness);
    see(harness, "desk, pasted");
}

/// What has to be pressed to see everything of a room.
fn tabs(room: Room) -> &'static [&'static str] {
    match room {
        Room::Messages => &[
            "campaign-view-campaigns",
            "campaign-view-template",
            "campaign-view-columns",
            "campaign-view-changed",
            "campaign-view-why",
            "campaign-view-list",
            "window-reader-headers",
            "window-reader-original",
        ],
        Room::Sources => &["sources-tab-overlaps", "sources-tab-profile", "sources-tab-changes", "sources-tab-history"],
        Room::Origin => &[
            "origin-question-pair",
            "origin-question-when",
            "origin-question-quirks",
            "origin-question-change",
            "origin-question-rivals",
            "origin-question-next",
            "origin-question-people",
        ],
        Room::Timeline => &["timeline-more", "timeline-measure", "timeline-ask", "timeline-ask-days-of-copy", "rooms-as-table"],
        _ => &[],
    }
}
