//! The witness shield: nobody is named anywhere in the window, in what is copied or in charts, and nothing of it reaches the case.

use super::*;
use crate::fixtures::{self, Fixture};
use crate::tour;
use egui::{Key, Modifiers};
use sourcier::case::{Record, RecordKind};
use sourcier::chart;
use sourcier::job::Unwatched;
use sourcier::model::{Contents, Incident, Message, MessageId};
use sourcier::normalise::fold;
use sourcier::ui::window::command::{Command, about};
use sourcier::ui::window::room::{Room, Selection};
use sourcier::ui::window::shield::Shown;
use std::collections::BTreeSet;

/// What must not be seen: words of names, and addresses and numbers as one run of letters and digits.
struct Secrets {
    words: BTreeSet<String>,
    runs: BTreeSet<String>,
}

fn run(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric() || *c == '@').collect()
}

impl Secrets {
    fn of(contents: &Contents, rows: &[Vec<String>]) -> Self {
        let mut secrets = Self { words: BTreeSet::new(), runs: BTreeSet::new() };
        for text in Shown::hidden(contents).into_iter().chain(rows.iter().flatten().filter(|cell| cell.contains('@')).cloned()) {
            if text.chars().any(|c| c.is_ascii_digit() || c == '@') {
                secrets.runs.insert(run(&text));
            } else if !is_organisation(&text) {
                secrets.words.extend(fold(&text).split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 3).map(str::to_owned));
            }
        }
        secrets
    }

    /// What of it a text gives away.
    fn found_in(&self, text: &str) -> Option<&str> {
        let words: BTreeSet<String> = fold(text).split(|c: char| !c.is_alphabetic()).map(str::to_owned).collect();
        let found = self.words.iter().find(|word| words.contains(*word));
        let whole = run(text);
        found.or_else(|| self.runs.iter().find(|secret| secret.chars().count() > 6 && whole.contains(secret.as_str()))).map(String::as_str)
    }
}

/// Senders that are no persons; their addresses are hidden all the same.
fn is_organisation(name: &str) -> bool {
    ["alliance", "cercle", "horizon"].iter().any(|word| fold(name).contains(word))
}

fn shielded(name: &str, language: Language) -> Window {
    let mut harness = window(Start::Sample(name.to_owned()), settings(language));
    until(&mut harness, "the sample", |h| h.state().session().is_some_and(|s| s.matrix().is_some()) && !h.state().is_busy());
    harness
}

fn raise(harness: &mut Window) {
    harness.key_press(Key::F8);
    let failed = |h: &Window| texts(h).into_iter().find(|text| text.contains("F8") && text.contains(" : ") || text.contains("safely"));
    until(harness, "the shield", |h| {
        assert_eq!(failed(h), None);
        h.state().is_shielded()
    });
}

/// Every text in the accessibility tree.
fn texts(harness: &Window) -> Vec<String> {
    let nodes = harness.root().children_recursive();
    nodes.flat_map(|node| [node.accesskit_node().label(), node.accesskit_node().value(), node.accesskit_node().description()]).flatten().collect()
}

fn check(harness: &Window, secrets: &Secrets, place: &str) {
    let all = texts(harness);
    assert!(all.len() > 20, "{place}: something is shown");
    let leaks: Vec<_> = all.iter().filter_map(|text| Some((secrets.found_in(text)?, text))).collect();
    assert!(leaks.is_empty(), "{place}: {leaks:#?}");
}

fn look(harness: &mut Window) {
    for _ in 0..40 {
        harness.step();
        std::thread::sleep(std::time::Duration::from_millis(10));
    }
    harness.run();
}

/// The whole window, room by room, with something selected in each, tab by tab.
#[test]
fn with_the_shield_up_nobody_is_named_in_any_room() {
    let words = Words::new(Language::Fr);
    let mut harness = shielded("adherents", Language::Fr);
    let case = harness.state().session().unwrap().case().clone();
    let contents = case.contents().clone();
    let rows: Vec<Vec<String>> = contents.snapshots.iter().flat_map(|snapshot| (0..200).filter_map(|row| case.row(snapshot.id, row).ok())).collect();
    let secrets = Secrets::of(&contents, &rows);
    assert!(secrets.words.len() > 30 && secrets.runs.len() > 100);
    // The test can fail: without the shield people are named.
    harness.state_mut().push(Command::GoTo(Room::Recipients));
    harness.run();
    assert!(texts(&harness).iter().any(|text| secrets.found_in(text).is_some()));

    raise(&mut harness);
    let mut hovering = tour::Hovering::begin(&mut harness);
    let selections = [
        (Room::Start, None),
        (Room::Search, None),
        (Room::Overview, None),
        (Room::Evidence, contents.evidence.iter().max_by_key(|it| it.name.len()).map(|it| Selection::Evidence(it.id))),
        (Room::Messages, contents.messages.first().map(|it| Selection::Message(it.id))),
        (Room::Recipients, contents.recipients.first().map(|it| Selection::Recipient(it.id.clone()))),
        (Room::Sources, None),
        (Room::People, contents.posts.first().map(|it| Selection::Person(it.person.clone()))),
        (Room::Origin, contents.posts.first().map(|it| Selection::Mark(chart::timeline::Target::Post(it.id)))),
        (Room::Timeline, contents.accesses.first().map(|it| Selection::Mark(chart::timeline::Target::Access(it.id)))),
    ];
    for (room, selection) in selections {
        harness.state_mut().push(selection.map_or(Command::GoTo(room), |selection| Command::Show(room, selection)));
        look(&mut harness);
        check(&harness, &secrets, &format!("{room:?}"));
        hovering.go_over(&mut harness, &format!("{room:?}"));
        if room == Room::Timeline {
            // The question asked of the chart, and a length of time.
            for (role, id) in [
                (egui::Role::Button, "timeline-measure"),
                (egui::Role::Button, "timeline-ask"),
                (egui::Role::Button, "timeline-ask-days-of-copy"),
                (egui::Role::Button, "rooms-as-table"),
            ] {
                harness.get_by_role_and_label(role, &words.text(id)).click();
                look(&mut harness);
                check(&harness, &secrets, id);
            }
        }
        for tab in tabs(room) {
            let label = words.text(tab);
            let Some(button) = harness.query_all_by_label(&label).next() else { panic!("{tab} is not there") };
            button.click();
            look(&mut harness);
            check(&harness, &secrets, tab);
        }
    }
    // What comes up beside the pointer, too.
    println!("{} things gone over, {} texts came up", hovering.walked(), hovering.said.len());
    assert!(hovering.said.len() > 50 && hovering.said.iter().any(|(_, text)| text.contains("Personne ")), "{:?}", hovering.said);
    let leaks: Vec<_> = hovering.said.iter().filter_map(|(place, text)| Some((secrets.found_in(text)?, place, text))).collect();
    assert!(leaks.is_empty(), "on hover: {leaks:#?}");
    // Several rooms at once, and the names of their tabs.
    harness.state_mut().push(Command::GoTo(Room::Recipients));
    harness.state_mut().push(Command::OpenBeside(Room::Messages));
    harness.state_mut().push(Command::Split(sourcier::ui::window::panes::Side::Below));
    look(&mut harness);
    assert_eq!(harness.query_all_by_role(Role::Tab).count(), 3);
    check(&harness, &secrets, "panes");
    harness.state_mut().push(Command::OnePane);
    harness.run();
    // Answers to a question that is about everybody.
    harness.state_mut().push(Command::GoTo(Room::Search));
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, &words.text("search-field")).type_text("a* OU e* OU m*");
    until(&mut harness, "the answer", |h| !h.state().is_busy() && buttons(h).iter().filter(|name| name.contains(" — ")).count() > 20);
    check(&harness, &secrets, "search");
    // The questions of the Origin room, opened or closed one by one, and the review of links.
    harness.state_mut().push(Command::GoTo(Room::Origin));
    look(&mut harness);
    let questions: Vec<String> = buttons(&harness).into_iter().filter(|name| name.ends_with('?')).collect();
    assert!(questions.len() > 2, "{questions:?}");
    for question in questions {
        let Some(button) = harness.query_all_by_label(&question).next() else { continue };
        button.click_accesskit();
        look(&mut harness);
        check(&harness, &secrets, &question);
    }
    harness.state_mut().push(Command::ToggleReview);
    look(&mut harness);
    check(&harness, &secrets, "review");
    harness.state_mut().push(Command::ToggleReview);
    look(&mut harness);
    // What lies over and beside the rooms.
    for (place, keys) in [("palette", Key::K), ("history", Key::H), ("notes", Key::L), ("log", Key::M)] {
        harness.key_press_modifiers(Modifiers::COMMAND, keys);
        look(&mut harness);
        if place == "palette" {
            harness.get_by_role_and_label(Role::TextInput, &words.text("frame-palette")).type_text("r1");
            look(&mut harness);
        }
        check(&harness, &secrets, place);
        harness.key_press(Key::Escape);
        harness.run();
    }
    harness.get_by_role_and_label(Role::Button, &words.text("frame-places")).click();
    look(&mut harness);
    check(&harness, &secrets, "places");
}

fn tabs(room: Room) -> &'static [&'static str] {
    match room {
        Room::Messages => &["window-reader-headers", "window-reader-original"],
        Room::Sources => &["sources-tab-overlaps", "sources-tab-profile", "sources-tab-changes", "sources-tab-history"],
        _ => &[],
    }
}

/// The title of the case and the name of a file name somebody the case does not know; a relay and the id of a message lead to a machine.
#[test]
fn a_title_a_file_and_the_relays_of_a_message_give_nobody_away() {
    let words = Words::new(Language::Fr);
    let mut fixture = Fixture::of(&Incident { title: "Plainte de Solveig Brandurel".to_owned(), ..fixtures::incident() });
    fixture.import_small();
    let path = fixture.write("courriel de Solveig Brandurel.eml", b"Subject: x\n\n");
    let mut import = fixture.file.begin_import().unwrap();
    let id = import.id();
    let evidence = import.add_evidence(&path, "message/rfc822", "", &Unwatched).unwrap().evidence.id;
    let message_id = MessageId(import.fresh_id(RecordKind::Message));
    let header = |name: &str, text: &str| (name.to_owned(), text.to_owned());
    let headers = vec![
        header("Received", "from relais.example ([203.0.113.77] [IPv6:2001:db8::77]) by mx.example; Mon, 3 Sep 2018 08:00:00 +0200"),
        header("Message-ID", "<poste-brandurel-4471>"),
    ];
    let message = Message { headers, message_id: "poste-brandurel-4471".to_owned(), ..fixtures::message(message_id, id, evidence) };
    import.put(Record::Message(message)).unwrap();
    import.add_report(fixtures::report("courriel de Solveig Brandurel.eml", evidence, 1)).unwrap();
    import.commit().unwrap();
    let (_folder, path) = fixture.close();

    let mut harness = window(Start::Open(path), settings(Language::Fr));
    until(&mut harness, "the case", |h| h.state().session().is_some() && !h.state().is_busy());
    let secrets = ["brandurel", "solveig", "203.0.113.77", "2001:db8::77", "4471"];
    let given_away = |harness: &Window| {
        let all = texts(harness);
        let found: Vec<String> = all.into_iter().filter(|text| secrets.iter().any(|secret| text.to_lowercase().contains(secret))).collect();
        found
    };
    let go = |harness: &mut Window, room: Room, selection: Selection| {
        harness.state_mut().push(Command::Show(room, selection));
        look(harness);
        if room == Room::Messages {
            let label = words.text("window-reader-headers");
            let Some(button) = harness.query_all_by_label(&label).next() else { panic!("the reader") };
            button.click();
            look(harness);
        }
    };
    // The test can fail: without the shield they are all there.
    go(&mut harness, Room::Messages, Selection::Message(message_id));
    let open = given_away(&harness).join(" ").to_lowercase();
    assert!(secrets.iter().all(|secret| open.contains(secret)), "{open}");
    raise(&mut harness);
    for (room, selection) in [
        (Room::Start, Selection::Evidence(evidence)),
        (Room::Overview, Selection::Evidence(evidence)),
        (Room::Evidence, Selection::Evidence(evidence)),
        (Room::Messages, Selection::Message(message_id)),
    ] {
        go(&mut harness, room, selection);
        assert_eq!(given_away(&harness), Vec::<String>::new(), "{room:?}");
        if room == Room::Evidence {
            let label = format!("{} E{}.eml", words.text("frame-shield-evidence"), evidence.0);
            assert!(texts(&harness).iter().any(|text| text.contains(&label)), "{label}");
        }
    }
    for (place, key) in [("history", Key::H), ("log", Key::M)] {
        harness.key_press_modifiers(Modifiers::COMMAND, key);
        look(&mut harness);
        assert_eq!(given_away(&harness), Vec::<String>::new(), "{place}");
        harness.key_press(Key::Escape);
        harness.run();
    }
}

#[test]
fn what_is_copied_and_saved_behind_the_shield_names_nobody() {
    let mut harness = shielded("adherents", Language::En);
    let contents = harness.state().session().unwrap().case().contents().clone();
    let secrets = Secrets::of(&contents, &[]);
    raise(&mut harness);
    let shown = harness.state().shown().unwrap();
    let timeline = chart::svg::timeline(&shown.timeline, &Words::new(Language::En));
    let matrix = chart::svg::matrix(shown.matrix.as_ref().unwrap(), &Words::new(Language::En));
    assert!(timeline.contains("Person 1"), "people are there, as labels");
    for text in
        [timeline, matrix, serde_json::to_string(shown.case.contents()).unwrap(), serde_json::to_string(shown.analysis.as_ref().unwrap()).unwrap()]
    {
        let leaks: Vec<_> = text.split(['"', '<', '>']).filter_map(|part| Some((secrets.found_in(part)?, part))).take(5).collect();
        assert!(leaks.is_empty(), "{leaks:#?}");
    }
    assert!(about::person(&contents.posts[0].person).len() > 1);
}

#[test]
fn behind_the_shield_the_case_is_only_looked_at_and_comes_back_as_it_was() {
    each_language(|language, words| {
        let (_folder, mut harness) = small(language);
        let before = harness.state().session().unwrap().case().contents().clone();
        raise(&mut harness);
        let why = words.text("window-why-shielded");
        for command in [Command::Undo, Command::AddFiles(None), Command::GoToStep(None)] {
            harness.state_mut().push(command);
            harness.run();
        }
        assert!(harness.state().log().as_text().contains(&why));
        assert_eq!(harness.state().session().unwrap().case().contents(), &before);
        assert!(harness.query_by_role_and_label(Role::Button, &words.text("frame-shield-up")).is_some(), "it is seen that it is up");
        harness.key_press(Key::F8);
        harness.run();
        assert!(!harness.state().is_shielded());
        harness.state_mut().push(Command::Undo);
        until(&mut harness, "the undo", |h| h.state().session().unwrap().case().contents().recipients.is_empty());
    });
}

#[test]
fn somebody_selected_behind_the_shield_is_the_same_person_without_it() {
    let words = Words::new(Language::Fr);
    let mut harness = shielded("adherents", Language::Fr);
    let person = harness.state().session().unwrap().case().contents().posts[0].person.clone();
    raise(&mut harness);
    let label = harness.state().shown().unwrap().selection(&Selection::Person(person.clone()));
    let Selection::Person(label) = label else { panic!("a person") };
    assert_ne!(label, person);
    harness.state_mut().push(Command::GoTo(Room::People));
    look(&mut harness);
    harness.query_all_by_label(label.as_str()).next().unwrap().click();
    look(&mut harness);
    harness.key_press(Key::F8);
    look(&mut harness);
    assert!(texts(&harness).iter().any(|text| text == person.as_str()), "{}", words.text("window-inspector-person"));
}
