//! Back and forward through what was looked at, and the size of the text.

use super::*;
use egui::{Key, Modifiers};
use sourcier::ui::window::command::Command;
use sourcier::ui::window::room::Room;
use sourcier::ui::window::settings::TextSize;

fn is_in(harness: &Window, words: &Words, room: Room) -> bool {
    let label = words.text(room.name_id());
    harness.get_by_role_and_label(Role::Button, &label).accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
}

#[test]
fn the_menu_of_places_leads_to_any_place_looked_at() {
    each_language(|language, words| {
        let (_folder, mut harness) = small(language);
        let recipient = harness.state().session().unwrap().case().contents().recipients[0].id.clone();
        let selection = sourcier::ui::window::room::Selection::Recipient(recipient.clone());
        for command in [Command::Show(Room::Recipients, selection), Command::GoTo(Room::Sources), Command::GoTo(Room::People)] {
            harness.state_mut().push(command);
            harness.run();
        }
        harness.get_by_role_and_label(Role::Button, &words.text("frame-places")).click();
        harness.run();
        let room = words.text("window-room-recipients");
        let place = buttons(&harness).into_iter().find(|name| name.starts_with(&room) && name.contains(recipient.as_str())).unwrap();
        harness.get_by_role_and_label(Role::Button, &place).click();
        harness.run();
        assert!(is_in(&harness, &words, Room::Recipients));
        // Nothing ahead was lost.
        harness.key_press_modifiers(Modifiers::ALT, Key::ArrowRight);
        harness.run();
        assert!(is_in(&harness, &words, Room::Sources));
    });
}

#[test]
fn the_text_grows_and_shrinks_from_the_keyboard_within_limits() {
    let mut harness = window(Start::Empty, settings(Language::Fr));
    harness.run();
    let factor = |harness: &Window| harness.ctx.zoom_factor();
    for _ in TextSize::ALL {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Plus);
        harness.run();
    }
    assert!((factor(&harness) - TextSize::Largest.factor()).abs() < 1e-6);
    for _ in 0..2 * TextSize::ALL.len() {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Minus);
        harness.run();
    }
    assert!((factor(&harness) - TextSize::Small.factor()).abs() < 1e-6);
}

#[test]
fn a_window_opens_as_large_as_it_was_left() {
    let harness = window(Start::Empty, UserSettings { text_size: TextSize::Large, ..settings(Language::Fr) });
    assert!((harness.ctx.zoom_factor() - TextSize::Large.factor()).abs() < 1e-6);
}
