//! The main path, gone by somebody who has only the names of things and keys: from an empty case to a timeline that answers, and back.
//!
//! The window is driven through its accessibility tree alone. What it must say is worked out beside it, without a window, from the same files.

use super::fixtures::Fixture;
use super::waiting::*;
use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sourcier::analysis::{Analysis, Settings, analyse};
use sourcier::case::{Edit, Record};
use sourcier::chart::timeline::ask::Answer;
use sourcier::chart::timeline::{Target, Timeline};
use sourcier::import::{Request, import};
use sourcier::job::Unwatched;
use sourcier::model::{Day, ImportKind, Incident, UncertainDay};
use sourcier::report::wording;
use sourcier::ui::window::Start;
use sourcier::words::Words;
use std::path::{Path, PathBuf};

const TITLE: &str = "Courriels du Cercle";
/// The day asked about, as it is typed, and the last day of the first post after it was corrected.
const ASKED: (&str, Day) = ("20/05/2010", Day::constant(2010, 5, 20));
const CORRECTED: (&str, Day) = ("13/05/2010", Day::constant(2010, 5, 13));

/// The files of the path, which is that of the guide: messages, states of two files (one says its day in its name, one does not), who had access, and more.
struct Files {
    messages: PathBuf,
    dated: [PathBuf; 2],
    undated: PathBuf,
    roster: PathBuf,
    /// What is added last, each known by its name.
    more: [(PathBuf, ImportKind); 4],
}

impl Files {
    fn lay_out(folder: &Path) -> Self {
        let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/adherents");
        let undated = folder.join("remis-par-le-parti.csv");
        std::fs::copy(sample.join("sources/adherents-2010-01-15.csv"), &undated).unwrap();
        Self {
            messages: sample.join("messages"),
            dated: ["adherents-2010-10-01.csv", "lettre-2010-09-01.csv"].map(|name| sample.join("sources").join(name)),
            undated,
            roster: sample.join("roster.csv"),
            more: [
                ("access-log.csv", ImportKind::AccessLog),
                ("declarations.csv", ImportKind::Statements),
                ("events.csv", ImportKind::Events),
                ("temoins.csv", ImportKind::Recipients),
            ]
            .map(|(name, kind)| (sample.join(name), kind)),
        }
    }
}

/// What the window has to say, said by the library of the same files.
struct Expected {
    verdict: String,
    description: String,
    answer: Answer,
    /// The answer after a date of the first post in the answer was corrected.
    corrected: Answer,
    /// Whose post that is.
    person: String,
    found: usize,
}

impl Expected {
    fn of(files: &Files, words: &Words) -> Self {
        let mut fixture = Fixture::of(&Incident { title: TITLE.to_owned(), language: words.language(), ..Incident::default() });
        let mut messages: Vec<PathBuf> = std::fs::read_dir(&files.messages).unwrap().map(|entry| entry.unwrap().path()).collect();
        messages.sort();
        let found = messages.len();
        import(&mut fixture.file, &messages.into_iter().map(|path| Request::new(path, ImportKind::Messages)).collect::<Vec<_>>(), &Unwatched)
            .unwrap();
        let state = |path: &Path, source: &str, day: &str| Request {
            source: Some(source.into()),
            as_of: Some(day.parse().unwrap()),
            ..Request::new(path, ImportKind::Source)
        };
        let states = [
            state(&files.dated[0], "adherents", "2010-10-01"),
            state(&files.dated[1], "lettre", "2010-09-01"),
            state(&files.undated, "adherents", "15/01/2010"),
        ];
        import(&mut fixture.file, &states, &Unwatched).unwrap();
        import(&mut fixture.file, &[Request::new(&files.roster, ImportKind::Roster)], &Unwatched).unwrap();
        let more = files.more.each_ref().map(|(path, kind)| Request::new(path, *kind));
        import(&mut fixture.file, &more, &Unwatched).unwrap();
        let case = fixture.file.case().clone();
        let settings = Settings::default();
        let analysis: Analysis = analyse(&case, &settings, &Unwatched).unwrap();
        let answer = Answer::of(&"adherents".into(), &[(ASKED.1, ASKED.1)], case.contents(), words);
        let Some(Target::Post(id)) = answer.lines[0].target.clone() else { panic!("the first line is a post") };
        let mut post = case.contents().posts.iter().find(|post| post.id == id).unwrap().clone();
        let person = post.person.as_str().to_owned();
        post.to = Some(UncertainDay::exact(CORRECTED.1));
        let verdict = wording::verdict(&analysis.campaigns[0], case.contents(), &settings, words);
        let description = Timeline::build(case.contents(), Some(&analysis), words).description;
        fixture.file.apply(Edit::Put { record: Box::new(Record::Post(post)) }).unwrap();
        let corrected = Answer::of(&"adherents".into(), &[(ASKED.1, ASKED.1)], fixture.file.case().contents(), words);
        assert_ne!(answer.summary, corrected.summary, "the correction is seen in the answer");
        Self { verdict, description, answer, corrected, person, found }
    }
}

/// Somebody at the window.
struct Hand {
    window: Window,
    words: Words,
}

impl Hand {
    fn text(&self, id: &str) -> String {
        self.words.text(id)
    }

    fn press(&mut self, role: Role, label: &str) {
        self.window.get_by_role_and_label(role, label).click();
        self.window.run();
    }

    fn press_text(&mut self, id: &str) {
        let text = self.text(id);
        self.press(Role::Button, &text);
    }

    fn keys(&mut self, modifiers: Modifiers, key: Key) {
        self.window.key_press_modifiers(modifiers, key);
        self.window.run();
    }

    /// A field, by the id of its name, gets this instead of what stands in it.
    fn write(&mut self, id: &str, text: &str) {
        let label = self.text(id);
        type_over(&mut self.window, &label, text);
    }

    fn field(&self, id: &str) -> Option<String> {
        self.window.get_by_role_and_label(Role::TextInput, &self.text(id)).value()
    }

    fn wait_for(&mut self, what: &str, text: &str) {
        until(&mut self.window, what, |h| says(h, text));
    }

    /// The name of a step of the guided path in this state.
    fn step(&self, room: &str, state: &str) -> String {
        self.words.text_with("frame-guide-step", &sourcier::args! { "name" => self.text(room), "state" => self.text(state) })
    }

    /// Follows the guided path, which must say that this step is in this state.
    fn follow(&mut self, room: &str, state: &str) {
        let step = self.step(room, state);
        self.press(Role::Button, &step);
    }

    /// Puts a file or a folder on the desk, on which there are then so many files.
    fn put(&mut self, path: &Path, files: usize) {
        self.write("window-desk-type", &path.display().to_string());
        self.press_text("window-desk-add");
        let import = self.words.text_with("window-desk-import", &sourcier::args! { "n" => files });
        until(&mut self.window, "the files on the desk", |h| h.query_by_role_and_label(Role::Button, &import).is_some());
    }

    /// Imports what lies on the desk.
    fn import(&mut self, files: usize) {
        let import = self.words.text_with("window-desk-import", &sourcier::args! { "n" => files });
        self.press(Role::Button, &import);
        let done = self.words.text_with("window-desk-done", &sourcier::args! { "n" => files });
        self.wait_for("the import", &done);
    }

    /// Opens the question of the timeline and asks about the day.
    fn ask(&mut self) {
        self.press_text("timeline-ask");
        self.write("timeline-ask-day", ASKED.0);
        self.window.key_press(Key::Enter);
        self.window.run();
    }

    /// The answer that stands there, with its first lines: the rest is a scroll away.
    fn reads(&self, answer: &Answer) {
        for text in [&answer.title, &answer.summary, &answer.lines[0].reason, &answer.lines[0].proof] {
            assert!(says(&self.window, text), "{text:?} is not said");
        }
    }

    /// Everything the room says, whatever the frame around it says.
    fn page(&self) -> Vec<String> {
        let nodes = self.window.root().children_recursive().map(|node| node.accesskit_node());
        let is_in_room = |at: egui::accesskit::Rect| (190.0..1000.0).contains(&at.x0) && at.y0 > 80.0 && at.y1 < 690.0;
        let of_room = nodes.filter(|node| node.role() != Role::TextRun && node.bounding_box().is_some_and(is_in_room));
        let texts: Vec<String> = of_room.filter_map(|node| node.label().or_else(|| node.value())).collect();
        assert!(texts.len() > 10, "something is said: {texts:?}");
        texts
    }
}

#[test]
fn from_an_empty_case_to_a_timeline_that_answers_and_back_by_names_and_keys_alone() {
    each_language(|language, words| {
        let folder = tempfile::tempdir().unwrap();
        let files = Files::lay_out(folder.path());
        let expected = Expected::of(&files, &words);
        let mut hand = Hand { window: window(Start::Empty, settings(language)), words };
        hand.window.run();

        new_case(&mut hand, folder.path());
        fill(&mut hand, &files, &expected);
        let origin = read_origin(&mut hand, &expected);
        let timeline = read_timeline(&mut hand, &expected);
        correct_and_undo(&mut hand, &expected);

        // Closed and opened again from the list of recent cases: the same answers, and what was undone can still be made again.
        hand.keys(Modifiers::COMMAND, Key::W);
        hand.press(Role::Link, TITLE);
        let step = hand.step("window-room-origin", "frame-guide-ready");
        until(&mut hand.window, "the case again", |h| h.query_by_role_and_label(Role::Button, &step).is_some() && !h.state().is_busy());
        assert_eq!(read_origin(&mut hand, &expected), origin);
        assert_eq!(read_timeline(&mut hand, &expected), timeline);
        hand.keys(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        hand.wait_for("what was undone, again", &expected.corrected.summary);
    });
}

fn new_case(hand: &mut Hand, folder: &Path) {
    hand.press_text("window-command-new");
    hand.write("window-new-name", TITLE);
    hand.write("window-new-path", &folder.join("cercle").display().to_string());
    hand.press_text("window-new-create");
    let empty = hand.text("window-evidence-empty");
    hand.wait_for("the empty case", &empty);
    assert!(folder.join("cercle.sourcier").is_file());
}

fn fill(hand: &mut Hand, files: &Files, expected: &Expected) {
    hand.follow("window-room-messages", "frame-guide-missing");
    hand.put(&files.messages, expected.found);
    hand.import(expected.found);
    // There is nothing to compare yet: the answers wait.
    at_rest(&mut hand.window, "the messages to be read");
    for room in ["window-room-origin", "window-room-timeline"] {
        let waits = hand.step(room, "frame-guide-waiting");
        hand.window.get_by_role_and_label(Role::Button, &waits);
    }
    hand.follow("window-room-sources", "frame-guide-missing");
    for (at, path) in files.dated.iter().enumerate() {
        hand.put(path, at + 1);
        let name = path.file_stem().unwrap().to_str().unwrap();
        let (source, day) = name.split_once('-').unwrap();
        assert_eq!(hand.field("window-desk-source").as_deref(), Some(source), "its name says which file it is");
        assert_eq!(hand.field("window-desk-as-of").as_deref(), Some(day), "and of which day");
    }
    hand.put(&files.undated, 3);
    hand.write("window-desk-source", "adherents");
    hand.write("window-desk-as-of", "15/01/2010");
    hand.import(3);
    hand.follow("window-room-people", "frame-guide-missing");
    hand.put(&files.roster, 1);
    hand.import(1);
    for (at, (path, kind)) in files.more.iter().enumerate() {
        hand.put(path, at + 1);
        let shown = hand.window.get_by_role_and_label(Role::ComboBox, &hand.text("window-desk-kind")).value();
        assert_eq!(shown, Some(sourcier::ui::window::rooms::evidence::kind_text(*kind, &hand.words)), "{}", path.display());
    }
    hand.import(files.more.len());
    let ready = hand.step("window-room-origin", "frame-guide-ready");
    until(&mut hand.window, "the analysis", |h| h.query_by_role_and_label(Role::Button, &ready).is_some() && !h.state().is_busy());
}

fn read_origin(hand: &mut Hand, expected: &Expected) -> Vec<String> {
    hand.follow("window-room-origin", "frame-guide-ready");
    hand.window.get_by_label(&expected.verdict);
    hand.page()
}

fn read_timeline(hand: &mut Hand, expected: &Expected) -> Vec<String> {
    hand.follow("window-room-timeline", "frame-guide-ready");
    until(&mut hand.window, "the chart", |h| h.query_by_role_and_label(Role::Figure, &expected.description).is_some());
    hand.window.get_by_label(&expected.person);
    hand.ask();
    hand.reads(&expected.answer);
    hand.page()
}

/// The last day of the first post of the answer is corrected from the chart by keys, and the step taken back.
fn correct_and_undo(hand: &mut Hand, expected: &Expected) {
    let certain = hand.text("timeline-ask-certain");
    hand.window.query_all_by_role_and_label(Role::Button, &certain).next().unwrap().click();
    hand.window.run();
    hand.window.get_by_role_and_label(Role::Figure, &expected.description).focus();
    hand.window.run();
    hand.window.key_press(Key::Enter);
    hand.window.run();
    hand.write("timeline-edit-to", CORRECTED.0);
    hand.window.key_press(Key::Enter);
    hand.window.run();
    hand.press_text("timeline-edit-done");
    hand.wait_for("the corrected answer", &expected.corrected.summary);
    assert!(!says(&hand.window, &expected.answer.summary));
    hand.keys(Modifiers::COMMAND, Key::Z);
    hand.wait_for("the answer as it was", &expected.answer.summary);
    hand.reads(&expected.answer);
    at_rest(&mut hand.window, "the case to be at rest");
}
