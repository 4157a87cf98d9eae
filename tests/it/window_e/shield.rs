//! With the witness shield up the search finds people and names nobody; notes name nobody either.

use super::*;
use sourcier::model::Note;
use sourcier::normalise::fold;
use sourcier::ui::window::room::Room;

/// Every text in the accessibility tree but what was typed into the search itself.
fn texts(harness: &Window, typed: &str) -> Vec<String> {
    let nodes = harness.root().children_recursive();
    let all = nodes.flat_map(|node| [node.accesskit_node().label(), node.accesskit_node().value(), node.accesskit_node().description()]);
    all.flatten().filter(|text| text != typed).collect()
}

fn leaks<'a>(all: &'a [String], secrets: &[String]) -> Vec<&'a String> {
    all.iter().filter(|text| secrets.iter().any(|secret| fold(text).contains(secret.as_str()))).collect()
}

#[test]
fn the_search_finds_people_behind_the_shield_and_names_nobody() {
    each_language(|language, words| {
        let mut harness = window(Start::Sample("adherents".to_owned()), settings(language));
        until(&mut harness, "the sample", |h| h.state().session().is_some_and(|s| s.matrix().is_some()) && !h.state().is_busy());
        let case = contents(&harness);
        let recipient = case.recipients.iter().find(|it| it.identity.last_name.chars().count() > 4 || it.identity.name.chars().count() > 6).unwrap();
        let identity = recipient.identity.clone();
        let whole = sourcier::link::full_name(&identity);
        let name = whole.split_whitespace().max_by_key(|word| word.chars().count()).unwrap().to_owned();
        let person = case.posts[0].person.clone();
        // Notes that name people, beside people.
        let mut note = Note { about: vec![Thing::Person(person.clone())], text: format!("{whole} et {person} se connaissent, "), ..Note::default() };
        let number = note.cite(&Thing::Recipient(recipient.id.clone()));
        note.text = format!("{}voir [{number}].", note.text);
        let edit = sourcier::case::annotate::write_note(&case, note).unwrap();
        press(&mut harness, Command::Edit(edit));
        at_rest(&mut harness, "the note");
        let edit = sourcier::case::annotate::add_tag(&contents(&harness), &[Thing::Person(person.clone())], &format!("ami de {whole}")).unwrap();
        press(&mut harness, Command::Edit(edit));
        at_rest(&mut harness, "the tag");
        let mut secrets: Vec<String> =
            fold(&format!("{name} {person}")).split(' ').filter(|word| word.chars().count() > 3).map(str::to_owned).collect();
        secrets.extend([fold(&identity.email), fold(&identity.phone)].into_iter().filter(|text| text.chars().count() > 4));

        let ask = |harness: &mut Window, text: &str| {
            press(harness, Command::GoTo(Room::Search));
            let field = words.text("search-field");
            type_over(harness, &field, text);
            until(harness, "the answer", |h| !h.state().is_busy());
        };
        let hits = |harness: &Window| buttons(harness).into_iter().filter(|label| label.contains(" — ")).count();
        // The test can fail: without the shield the answer names them.
        ask(&mut harness, &name);
        let open = hits(&harness);
        assert!(open > 0 && !leaks(&texts(&harness, &name), &secrets).is_empty());
        harness.key_press(Key::F8);
        until(&mut harness, "the shield", |h| h.state().is_shielded());
        assert_eq!(hits(&harness), 0, "what was asked before is gone");
        assert_eq!(leaks(&texts(&harness, ""), &secrets), Vec::<&String>::new());
        for question in [name.clone(), person.0.clone(), identity.email.clone()] {
            if question.is_empty() {
                continue;
            }
            ask(&mut harness, &question);
            assert!(hits(&harness) > 0, "{question} is found all the same");
            let shown = texts(&harness, &question);
            assert_eq!(leaks(&shown, &secrets), Vec::<&String>::new(), "{question}");
        }
        ask(&mut harness, &name);
        assert_eq!(hits(&harness), open, "as many as without the shield");
        // Rows of files too.
        harness.get_by_role_and_label(Role::Button, &words.text("window-command-search-rows")).scroll_to_me();
        harness.run();
        click(&mut harness, Role::Button, &words.text("window-command-search-rows"));
        until(&mut harness, "the rows", |h| !h.state().is_busy());
        let rows = words.text_with("search-row", &sourcier::args! { "n" => "" });
        assert!(buttons(&harness).iter().any(|label| label.starts_with(rows.trim())), "rows are found");
        assert_eq!(leaks(&texts(&harness, &name), &secrets), Vec::<&String>::new());
        // The panel of notes, and the tag.
        press(&mut harness, Command::ToggleNotes);
        assert!(says(&harness, "[1]"), "the note is there");
        assert_eq!(leaks(&texts(&harness, &name), &secrets), Vec::<&String>::new());
        let label = harness.state().shown().unwrap().selection(&sourcier::ui::window::room::Selection::Person(person.clone()));
        press(&mut harness, Command::ToggleNotes);
        harness.state_mut().push(Command::GoTo(Room::People));
        harness.run();
        let sourcier::ui::window::room::Selection::Person(label) = label else { panic!("a person") };
        harness.query_all_by_label(label.as_str()).next().unwrap().click();
        harness.run();
        assert_eq!(leaks(&texts(&harness, ""), &secrets), Vec::<&String>::new());
    });
}
