//! What somebody needs who does not see the window, or has no pointer: names of everything that can be acted on, sentences for charts, keys.

use super::tour;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;
use sourcier::model::Language;
use sourcier::ui::window::command::{Command, catalogue, offer};
use sourcier::ui::window::room::Room;
use sourcier::ui::window::settings::{Theme, UserSettings};
use sourcier::ui::window::{App, Start, theme};
use sourcier::words::Words;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::path::Path;

/// Roles somebody acts on, or that hold what is gone through with keys.
const INTERACTIVE: [Role; 18] = [
    Role::Button,
    Role::CheckBox,
    Role::RadioButton,
    Role::Switch,
    Role::TextInput,
    Role::MultilineTextInput,
    Role::PasswordInput,
    Role::SearchInput,
    Role::ComboBox,
    Role::Slider,
    Role::SpinButton,
    Role::Link,
    Role::Grid,
    Role::Table,
    Role::ListBox,
    Role::Tab,
    Role::MenuItem,
    Role::ColorWell,
];

#[test]
fn everything_that_can_be_acted_on_has_a_name_and_every_chart_a_sentence_in_every_place() {
    let mut nameless = BTreeSet::new();
    let mut seen = BTreeSet::new();
    let mut charts = BTreeSet::new();
    let mut harness = tour::begin("adherents", Language::Fr);
    tour::every_place(&mut harness, Language::Fr, &mut |harness, place| {
        for node in harness.root().children_recursive() {
            let node = node.accesskit_node();
            // A chart is an image to whoever sees; to whoever does not, it is the sentence it bears.
            if node.role() == Role::Figure {
                let said = node.label().unwrap_or_default();
                assert!(said.split_whitespace().count() >= 4, "{place}: {said:?}");
                charts.insert(place.to_owned());
            }
            let can_be_acted_on = INTERACTIVE.contains(&node.role());
            if !can_be_acted_on {
                continue;
            }
            seen.insert(format!("{:?}", node.role()));
            if node.label().is_none_or(|name| name.trim().is_empty()) {
                let below: Vec<String> = node.children().filter_map(|child| child.label().or_else(|| child.value())).take(3).collect();
                nameless.insert(format!("{place}: {:?} {:?} {below:?}", node.role(), node.value()));
            }
        }
    });
    // The test can fail: it has met what it looks for.
    for role in ["Button", "CheckBox", "TextInput", "Link"] {
        assert!(seen.contains(role), "{role} was never met: {seen:?}");
    }
    for place in ["Timeline", "Origin, origin-question-when"] {
        assert!(charts.contains(place), "no chart in {place}: {charts:?}");
    }
    assert!(nameless.is_empty(), "without a name:\n{}", nameless.into_iter().collect::<Vec<_>>().join("\n"));
}

/// The keys of one language as a table for each menu.
fn keys(words: &Words) -> String {
    let ctx = egui::Context::default();
    ctx.set_os(egui::os::OperatingSystem::Nix);
    let mut page = String::new();
    let mut menu = "";
    for (title, command) in catalogue::titled() {
        let keys: Vec<String> =
            command.shortcut().into_iter().chain(command.other_key()).map(|keys| format!("`{}`", offer::keys_text(&ctx, &keys, words))).collect();
        if keys.is_empty() {
            continue;
        }
        if title != menu {
            menu = title;
            write!(page, "\n### {}\n\n| | | |\n|---|---|---|\n", words.text(title)).unwrap();
        }
        writeln!(page, "| {} | {} | {} |", keys.join(", "), command.text(words), command.tooltip(words)).unwrap();
    }
    page + "\n"
}

#[test]
fn the_page_about_the_keyboard_says_what_the_commands_say() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/keyboard.md");
    let page = std::fs::read_to_string(&path).unwrap();
    let mut fresh = page.clone();
    for (language, begins) in [(Language::En, "<!-- keys en -->\n"), (Language::Fr, "<!-- keys fr -->\n")] {
        let (before, rest) = fresh.split_once(begins).unwrap();
        let (_, after) = rest.split_once("<!-- end -->").unwrap();
        fresh = format!("{before}{begins}{}<!-- end -->{after}", keys(&Words::new(language)));
    }
    if std::env::var_os("UPDATE_SNAPSHOTS").is_some() {
        std::fs::write(&path, &fresh).unwrap();
        return;
    }
    assert_eq!(page, fresh, "run the test with UPDATE_SNAPSHOTS=true");
}

#[test]
fn every_room_can_be_reached_by_keys() {
    for room in Room::ALL {
        assert!(Command::GoTo(room).shortcut().is_some(), "{room:?} can be reached by keys");
    }
}

/// The ring shows where the keys act, in every theme: what is drawn with the focus on a button differs from what is drawn without.
#[test]
fn what_has_the_focus_is_drawn_with_a_ring_in_every_theme() {
    for theme in Theme::ALL {
        let settings = UserSettings { theme, ..UserSettings::default() };
        let mut harness =
            Harness::builder().with_size([1280.0, 720.0]).build_eframe(move |cc| App::with_settings(&cc.egui_ctx, Start::Empty, settings));
        harness.run_ok();
        let ring = |harness: &Harness<'_, App>| {
            let shapes = harness.output().shapes.iter();
            shapes.filter(|clipped| matches!(&clipped.shape, egui::Shape::Rect(rect) if rect.stroke.width == theme::FOCUS)).count()
        };
        let before = ring(&harness);
        harness.key_press(egui::Key::Tab);
        harness.run_ok();
        assert_eq!(ring(&harness), before + 1, "{theme:?}");
    }
}
