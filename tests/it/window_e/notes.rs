//! Stars, tags and notes: given to one thing or to many, seen in lists, filtered by, written, cited, taken back.

use super::*;
use sourcier::model::{EvidenceId, NoteId};
use sourcier::ui::window::room::{Room, Selection};

fn recipients(harness: &Window) -> Vec<Thing> {
    contents(harness).recipients.iter().map(|it| Thing::Recipient(it.id.clone())).collect()
}

#[test]
fn what_is_selected_is_starred_by_key_seen_and_taken_back() {
    each_language(|language, words| {
        let (_folder, mut harness) = small(language);
        press(&mut harness, Command::GoTo(Room::Evidence));
        press(&mut harness, Command::Deselect);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::D);
        harness.run();
        assert!(harness.state().log().as_text().contains(&words.text("notes-why-nothing-chosen")));
        press(&mut harness, Command::Select(Selection::Evidence(EvidenceId(1))));
        let thing = Thing::Evidence(EvidenceId(1));
        harness.key_press_modifiers(Modifiers::COMMAND, Key::D);
        until(&mut harness, "the star", |h| marks(h).is_starred(&thing) && !h.state().is_busy());
        assert!(says(&harness, &words.text("notes-starred")), "the list shows it");
        press(&mut harness, Command::ToggleHistory);
        assert!(buttons(&harness).iter().any(|name| name.contains(&words.text("notes-history-star-added"))), "{:?}", buttons(&harness));
        press(&mut harness, Command::ToggleHistory);
        click(&mut harness, Role::CheckBox, &words.text("window-command-star"));
        until(&mut harness, "the star to go", |h| !marks(h).is_starred(&thing) && !h.state().is_busy());
        press(&mut harness, Command::Undo);
        until(&mut harness, "the undo", |h| marks(h).is_starred(&thing));
    });
}

#[test]
fn rows_chosen_with_ctrl_are_tagged_in_one_step_and_untagged_in_one() {
    each_language(|language, words| {
        let (_folder, mut harness) = small(language);
        press(&mut harness, Command::GoTo(Room::Recipients));
        let things = recipients(&harness);
        let ids: Vec<String> = contents(&harness).recipients.iter().map(|it| it.id.0.clone()).collect();
        assert!(ids.len() > 1);
        harness.get_by_role_and_label(Role::Button, &ids[0]).click();
        harness.run();
        harness.get_by_role_and_label(Role::Button, &ids[1]).click_modifiers(Modifiers::COMMAND);
        harness.run();
        assert!(says(&harness, &words.text_with("notes-picked", &sourcier::args! { "n" => 2 })));
        harness.key_press_modifiers(Modifiers::COMMAND, Key::T);
        harness.run();
        let field = words.text("notes-tag-name");
        harness.get_by_role_and_label(Role::TextInput, &field).type_text("témoin");
        harness.run();
        let steps = harness.state().session().unwrap().steps().list().len();
        harness.key_press(Key::Enter);
        until(&mut harness, "the tags", |h| things[..2].iter().all(|thing| marks(h).tags_of(thing) == ["témoin"]) && !h.state().is_busy());
        assert_eq!(harness.state().session().unwrap().steps().list().len(), steps + 1);
        assert!(says(&harness, "témoin"));
        // Taken off both by the button in the details.
        let name = words.text_with("notes-tag-remove", &sourcier::args! { "tag" => "témoin" });
        click(&mut harness, Role::Button, &name);
        until(&mut harness, "the tags to go", |h| marks(h) == Marks::default() && !h.state().is_busy());
        press(&mut harness, Command::Undo);
        until(&mut harness, "the undo", |h| marks(h).tags().eq([("témoin", 2)]));
    });
}

#[test]
fn a_list_is_filtered_by_star_and_tag() {
    let words = Words::new(Language::Fr);
    let (_folder, mut harness) = small(Language::Fr);
    let things = recipients(&harness);
    let edit = sourcier::case::annotate::add_tag(&contents(&harness), &things[..1], "à recouper").unwrap();
    press(&mut harness, Command::Edit(edit));
    at_rest(&mut harness, "the tag");
    press(&mut harness, Command::GoTo(Room::Recipients));
    let ids: Vec<String> = contents(&harness).recipients.iter().map(|it| it.id.0.clone()).collect();
    let is_listed = |harness: &Window, id: &str| harness.query_by_role_and_label(Role::Button, id).is_some();
    assert!(is_listed(&harness, &ids[0]) && is_listed(&harness, &ids[1]));
    click(&mut harness, Role::Button, &words.text("notes-filter"));
    click(&mut harness, Role::CheckBox, "à recouper · 1");
    harness.key_press(Key::Escape);
    harness.run();
    assert!(is_listed(&harness, &ids[0]) && !is_listed(&harness, &ids[1]));
    let on = words.text_with("notes-filter-on", &sourcier::args! { "what" => "à recouper" });
    click(&mut harness, Role::Button, &on);
    click(&mut harness, Role::CheckBox, &words.text("notes-filter-star"));
    harness.key_press(Key::Escape);
    harness.run();
    assert!(!is_listed(&harness, &ids[0]) && !is_listed(&harness, &ids[1]), "a star and the tag");
}

#[test]
fn a_note_cites_what_is_selected_and_what_is_named_and_leads_there_and_back() {
    each_language(|language, words| {
        let (_folder, mut harness) = small(language);
        let about = recipients(&harness)[0].clone();
        let Thing::Recipient(id) = about.clone() else { panic!("a recipient") };
        press(&mut harness, Command::Show(Room::Recipients, Selection::Recipient(id)));
        harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::N);
        harness.run();
        let editor = words.text("notes-editor");
        harness.get_by_role_and_label(Role::MultilineTextInput, &editor).type_text("Voir ");
        harness.run();
        // The draft stays while one looks for what it shall cite.
        press(&mut harness, Command::Show(Room::Evidence, Selection::Evidence(EvidenceId(1))));
        click(&mut harness, Role::Button, &words.text("notes-cite-selection"));
        harness.get_by_role_and_label(Role::MultilineTextInput, &editor).focus();
        harness.run();
        harness.key_press_modifiers(Modifiers::COMMAND, Key::End);
        harness.get_by_role_and_label(Role::MultilineTextInput, &editor).type_text(" et [[");
        harness.run();
        let source = contents(&harness).sources[0].clone();
        let filter = words.text("notes-cite-filter");
        harness.get_by_role_and_label(Role::TextInput, &filter).focus();
        harness.run();
        harness.get_by_role_and_label(Role::TextInput, &filter).type_text(if source.name.is_empty() { source.id.as_str() } else { &source.name });
        harness.run();
        let kind = words.text("window-inspector-source");
        let offered = buttons(&harness).into_iter().find(|name| name.starts_with(&format!("{kind} · "))).unwrap();
        click(&mut harness, Role::Button, &offered);
        click(&mut harness, Role::Button, &words.text("notes-save"));
        until(&mut harness, "the note", |h| contents(h).notes.len() == 1 && !h.state().is_busy());
        let note = contents(&harness).notes[0].clone();
        assert_eq!(note.text, "Voir [1] et [2]");
        assert_eq!(note.cites, [Thing::Evidence(EvidenceId(1)), Thing::Source(source.id.clone())]);
        assert_eq!(note.about, [about]);
        assert!(note.written_at.is_some());
        // The number in the text is a link to what it cites, and that says where it is cited.
        press(&mut harness, Command::GoTo(Room::People));
        click(&mut harness, Role::Link, "[1]");
        press(&mut harness, Command::ToggleNotes);
        assert!(says(&harness, &words.text("notes-cited-in")), "{:?}", buttons(&harness));
        click(&mut harness, Role::Link, "Voir [1] et [2]");
        assert!(says(&harness, &words.text("notes-change")), "the note itself");
    });
}

#[test]
fn notes_are_listed_filtered_by_tag_changed_and_removed() {
    let words = Words::new(Language::En);
    let (_folder, mut harness) = small(Language::En);
    for text in ["First thought", "Second thought"] {
        let note = sourcier::model::Note { text: text.to_owned(), ..Default::default() };
        let edit = sourcier::case::annotate::write_note(&contents(&harness), note).unwrap();
        press(&mut harness, Command::Edit(edit));
        at_rest(&mut harness, "the note");
    }
    let edit = sourcier::case::annotate::add_tag(&contents(&harness), &[Thing::Note(NoteId(2))], "later").unwrap();
    press(&mut harness, Command::Edit(edit));
    at_rest(&mut harness, "the tag");
    press(&mut harness, Command::GoTo(Room::Sources));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::L);
    harness.run();
    assert!(says(&harness, "First thought") && says(&harness, "Second thought"));
    harness.get_by_label("later · 1").click();
    harness.run();
    assert!(!says(&harness, "First thought") && says(&harness, "Second thought"));
    click(&mut harness, Role::Button, &words.text("notes-change"));
    harness.get_by_role_and_label(Role::MultilineTextInput, &words.text("notes-editor")).type_text(" again");
    harness.run();
    click(&mut harness, Role::Button, &words.text("notes-save"));
    until(&mut harness, "the change", |h| contents(h).notes[1].text == "Second thought again" && !h.state().is_busy());
    click(&mut harness, Role::Button, &words.text("notes-remove"));
    until(&mut harness, "the note to go", |h| contents(h).notes.len() == 1 && !h.state().is_busy());
    assert_eq!(contents(&harness).annotations, [], "its tag goes with it");
    press(&mut harness, Command::Undo);
    until(&mut harness, "the undo", |h| contents(h).notes.len() == 2 && contents(h).annotations.len() == 1);
}

#[test]
fn a_note_being_written_is_saved_when_the_case_is_closed() {
    let words = Words::new(Language::Fr);
    let (folder, mut harness) = small(Language::Fr);
    let path = harness.state().session().unwrap().path().to_owned();
    press(&mut harness, Command::GoTo(Room::Overview));
    press(&mut harness, Command::WriteNote);
    harness.get_by_role_and_label(Role::MultilineTextInput, &words.text("notes-editor")).type_text("Pas encore enregistrée");
    harness.run();
    press(&mut harness, Command::CloseCase);
    drop(harness);
    let file = sourcier::case::CaseFile::open(&path, None).unwrap();
    assert_eq!(file.case().contents().notes[0].text, "Pas encore enregistrée");
    drop(folder);
}

#[test]
fn what_is_typed_in_a_note_beside_the_answers_is_not_for_them_and_saving_is_in_reach() {
    let words = Words::new(Language::Fr);
    let (_folder, mut harness) = small(Language::Fr);
    harness.key_press(Key::Slash);
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, &words.text("search-field")).type_text("vance");
    until(&mut harness, "the answer", |h| !h.state().is_busy() && buttons(h).iter().any(|name| name.contains(" — ")));
    let things = recipients(&harness);
    press(&mut harness, Command::Pick(things));
    press(&mut harness, Command::WriteNote);
    let editor = words.text("notes-editor");
    let field = |harness: &Window| harness.get_by_role_and_label(Role::MultilineTextInput, &editor).is_focused();
    assert!(field(&harness), "whoever writes a note wants to type");
    harness.get_by_role_and_label(Role::MultilineTextInput, &editor).type_text("Une ligne");
    harness.key_press(Key::Enter);
    harness.run();
    harness.get_by_role_and_label(Role::MultilineTextInput, &editor).type_text("et une autre [[");
    harness.run();
    assert!(harness.query_by_role_and_label(Role::TextInput, &words.text("search-field")).is_some(), "Enter went nowhere");
    let save = harness.get_by_role_and_label(Role::Button, &words.text("notes-save")).rect();
    assert!(save.bottom() < 690.0, "{save:?}");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    until(&mut harness, "the note", |h| contents(h).notes.len() == 1 && !h.state().is_busy());
    let note = contents(&harness).notes[0].clone();
    assert_eq!(note.text, "Une ligne\net une autre [[");
    assert_eq!(note.about, recipients(&harness));
}
