//! The Search room: opened by `/`, asked by typing, walked through by arrows, left by Esc; lists of terms; rows of files.

use super::*;
use sourcier::ui::window::room::{Room, Selection};

/// Opens the search and asks.
fn ask(harness: &mut Window, words: &Words, text: &str) {
    if !is_open(harness, words) {
        harness.key_press(Key::Slash);
        harness.run();
    }
    let field = words.text("search-field");
    type_over(harness, &field, text);
    until(harness, "the answer", |h| !h.state().is_busy());
}

fn is_open(harness: &Window, words: &Words) -> bool {
    harness.query_by_role_and_label(Role::TextInput, &words.text("search-field")).is_some()
}

fn hits(harness: &Window) -> Vec<String> {
    buttons(harness).into_iter().filter(|name| name.contains(" — ")).collect()
}

#[test]
fn a_stroke_opens_the_search_and_typing_finds_things_room_by_room() {
    each_language(|language, words| {
        let (_folder, mut harness) = small(language);
        harness.key_press(Key::Slash);
        harness.input_mut().events.push(egui::Event::Text("/".to_owned()));
        harness.run();
        assert!(is_open(&harness, &words));
        let name = words.text("search-field");
        let field = harness.get_by_role_and_label(Role::TextInput, &name);
        assert!(field.is_focused() && field.value().is_none_or(|value| value.is_empty()), "the stroke that opens the field is not its first letter");
        assert!(says(&harness, &words.text("search-help-what")), "an empty search says what can be asked");
        ask(&mut harness, &words, "membres OU vance");
        let found = hits(&harness);
        assert!(found.len() > 2, "{found:?}");
        for room in [Room::Sources, Room::Recipients, Room::Evidence] {
            let name = words.text(room.name_id());
            assert!(harness.query_all_by_label_contains(&format!("{name} · ")).next().is_some(), "{name} is a group of its own");
        }
    });
}

#[test]
fn a_stroke_in_a_field_is_text() {
    let words = Words::new(Language::En);
    let (_folder, mut harness) = small(Language::En);
    press(&mut harness, Command::GoTo(Room::Recipients));
    harness.get_by_role_and_label(Role::TextInput, &words.text("rooms-filter")).focus();
    harness.run();
    harness.key_press(Key::Slash);
    harness.run();
    assert!(!is_open(&harness, &words));
}

#[test]
fn arrows_move_enter_goes_there_and_back_leads_to_the_same_answers() {
    each_language(|language, words| {
        let (_folder, mut harness) = small(language);
        ask(&mut harness, &words, "vance");
        let before = hits(&harness);
        let is_on = |node: &egui_kittest::Node<'_>| node.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True);
        let at = |harness: &Window| {
            let on = harness.query_all_by_role(Role::Button).filter(is_on).filter_map(|node| node.accesskit_node().label());
            on.into_iter().find(|name| name.contains(" — "))
        };
        assert_eq!(at(&harness).as_ref(), before.first());
        if before.len() > 1 {
            harness.key_press(Key::ArrowDown);
            harness.run();
            assert_eq!(at(&harness).as_ref(), before.get(1));
            harness.key_press(Key::ArrowUp);
            harness.run();
        }
        harness.key_press(Key::Enter);
        harness.run();
        assert!(!is_open(&harness, &words), "Enter goes to the thing");
        harness.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
        harness.run();
        until(&mut harness, "the answers", |h| !h.state().is_busy());
        assert_eq!(hits(&harness), before);
        // Esc leads back to where one was before searching.
        harness.key_press(Key::Escape);
        harness.run();
        assert!(!is_open(&harness, &words));
    });
}

#[test]
fn a_mistake_is_told_with_its_place_and_nothing_found_is_said() {
    each_language(|language, words| {
        let (_folder, mut harness) = small(language);
        ask(&mut harness, &words, "vance OU (");
        assert!(
            says(&harness, &words.text_with("search-mistake-empty", &sourcier::args! { "at" => 10 }))
                || says(&harness, &words.text_with("search-mistake-open-parenthesis", &sourcier::args! { "at" => 10 }))
        );
        ask(&mut harness, &words, "introuvableici");
        assert!(says(&harness, &words.text("search-nothing")));
        assert_eq!(hits(&harness), Vec::<String>::new());
    });
}

#[test]
fn what_was_changed_and_undone_is_found_and_no_longer_found() {
    let words = Words::new(Language::Fr);
    let (_folder, mut harness) = small(Language::Fr);
    ask(&mut harness, &words, "girouette");
    assert_eq!(hits(&harness).len(), 0);
    let mut source = contents(&harness).sources[0].clone();
    source.purpose = "compter les girouettes, une girouette à la fois".to_owned();
    press(&mut harness, Command::Edit(fixtures::put(sourcier::case::Record::Source(source))));
    until(&mut harness, "the new answer", |h| hits(h).len() == 1 && !h.state().is_busy());
    press(&mut harness, Command::Undo);
    until(&mut harness, "the answer after the undo", |h| hits(h).is_empty() && !h.state().is_busy());
}

#[test]
fn a_list_of_terms_becomes_a_table_with_every_term_and_is_copied_whole() {
    each_language(|language, words| {
        let (_folder, mut harness) = small(language);
        ask(&mut harness, &words, "x");
        // Several lines pasted into the field for words are a list.
        harness.input_mut().events.push(egui::Event::Paste("vance\nintrouvableici\n???\n".to_owned()));
        harness.run();
        until(&mut harness, "the table", |h| !h.state().is_busy() && says(h, "introuvableici"));
        assert!(says(&harness, "???") && says(&harness, &words.text("search-terms-nothing")));
        harness.get_by_role_and_label(Role::Button, &words.text("search-terms-copy")).click();
        harness.step();
        harness.step();
        let copied = harness.output().platform_output.commands.iter().find_map(|command| match command {
            egui::OutputCommand::CopyText(text) => Some(text.clone()),
            _ => None,
        });
        if let Some(copied) = copied {
            assert_eq!(copied.lines().count(), 4, "{copied}");
            assert!(copied.lines().any(|line| line.starts_with("introuvableici\t0\t") && line.ends_with("\t0")), "{copied}");
        }
        assert!(harness.state().log().as_text().contains(&words.text("window-log-copied")));
        // A click on a term asks for it alone.
        harness.run();
        click(&mut harness, Role::Button, "vance");
        until(&mut harness, "the term alone", |h| !h.state().is_busy() && !hits(h).is_empty());
        assert!(is_open(&harness, &words));
    });
}

#[test]
fn rows_of_files_are_read_only_when_asked() {
    let words = Words::new(Language::Fr);
    let (_folder, mut harness) = small(Language::Fr);
    let case = harness.state().session().unwrap().case().clone();
    let row = case.row(case.contents().snapshots[0].id, 2).unwrap();
    ask(&mut harness, &words, &format!("\"{}\"", row[0]));
    let line = words.text_with("search-row", &sourcier::args! { "n" => "3" });
    assert!(!buttons(&harness).iter().any(|name| name.starts_with(&line)));
    click(&mut harness, Role::Button, &words.text("window-command-search-rows"));
    until(&mut harness, "the rows", |h| buttons(h).iter().any(|name| name.starts_with(&line)));
    let button = buttons(&harness).into_iter().find(|name| name.starts_with(&line)).unwrap();
    click(&mut harness, Role::Button, &button);
    assert!(!is_open(&harness, &words));
    // The row stands in the inspector as it was written, and can be starred like anything else.
    until(&mut harness, "the row as written", |h| row.iter().filter(|cell| !cell.is_empty()).all(|cell| says(h, cell)));
    assert!(says(&harness, &words.text_with("window-inspector-row", &sourcier::args! { "n" => "3" })));
    let thing = Thing::Row(case.contents().snapshots[0].id, 2);
    press(&mut harness, Command::ToggleStar);
    until(&mut harness, "the star", |h| marks(h).is_starred(&thing));
}

#[test]
fn a_note_that_was_found_is_read_beside_the_answers() {
    let words = Words::new(Language::Fr);
    let (_folder, mut harness) = small(Language::Fr);
    let note = sourcier::model::Note { text: "Penser au quorum.".to_owned(), ..Default::default() };
    let edit = sourcier::case::annotate::write_note(&contents(&harness), note).unwrap();
    press(&mut harness, Command::Edit(edit));
    at_rest(&mut harness, "the note");
    ask(&mut harness, &words, "quorum");
    harness.key_press(Key::Enter);
    harness.run();
    assert!(is_open(&harness, &words), "a note is at home in no room");
    assert!(says(&harness, &words.text("notes-change")));
    press(&mut harness, Command::Show(Room::Sources, Selection::Note(sourcier::model::NoteId(1))));
    assert!(says(&harness, "Penser au quorum"));
    let thing = Thing::Note(sourcier::model::NoteId(1));
    press(&mut harness, Command::ToggleStar);
    until(&mut harness, "the star", |h| marks(h).is_starred(&thing));
}
