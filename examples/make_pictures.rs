//! Makes pictures of the window: one PNG per room, language and theme, from a sample incident or a case file.
//!
//! `cargo run --example make_pictures -- adherents pictures` draws into the folder `pictures` without a display. Further arguments choose: a language
//! and theme (`fr-light`), a room (`origin`), of strong contrast only if asked for (`fr-contrast-dark`), or `sizes`: a few rooms and a split window on
//! small, common and very large screens.
//!
//! `cargo run --example make_pictures -- --docs docs/images` makes the pictures of README and guide in both languages, light, of the first sample.

use anyhow::Context as _;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};
use sourcier::chart::timeline::Target;
use sourcier::model::{Answer, Language};
use sourcier::ui::window::command::{Command, ListAsk};
use sourcier::ui::window::panes::Side;
use sourcier::ui::window::room::{Room, Selection};
use sourcier::ui::window::settings::{Theme, UserSettings};
use sourcier::ui::window::{App, Start};
use sourcier::words::Words;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Longer than any sample takes to open and analyse in a debug build.
const PATIENCE: Duration = Duration::from_mins(4);

fn main() -> anyhow::Result<()> {
    let mut arguments = std::env::args().skip(1).peekable();
    if arguments.next_if(|first| first == "--docs").is_some() {
        return docs(&PathBuf::from(arguments.next().unwrap_or_else(|| "docs/images".to_owned())));
    }
    let what = arguments.next().unwrap_or_else(|| "adherents".to_owned());
    let folder = PathBuf::from(arguments.next().unwrap_or_else(|| "pictures".to_owned()));
    let wanted: Vec<String> = arguments.collect();
    std::fs::create_dir_all(&folder)?;
    for (language, theme, name) in [
        (Language::Fr, Theme::Light, "fr-light"),
        (Language::En, Theme::Light, "en-light"),
        (Language::Fr, Theme::Dark, "fr-dark"),
        (Language::En, Theme::Dark, "en-dark"),
        (Language::Fr, Theme::ContrastLight, "fr-contrast-light"),
        (Language::Fr, Theme::ContrastDark, "fr-contrast-dark"),
    ] {
        // Two themes that few look at are drawn when they are asked for.
        if theme.is_contrast() && !wanted.iter().any(|wanted| wanted == name) {
            continue;
        }
        if wanted.iter().any(|wanted| wanted.contains('-')) && !wanted.iter().any(|wanted| wanted == name) {
            continue;
        }
        let is_file = what.ends_with(".sourcier");
        let start = match what.as_str() {
            "-" => Start::Empty,
            _ if is_file => Start::Open(PathBuf::from(&what)),
            sample => Start::Sample(sample.to_owned()),
        };
        let settings = UserSettings { language, theme, ..UserSettings::default() };
        let mut harness = Harness::builder()
            .with_size([1280.0, 720.0])
            .with_max_steps(60)
            .allow_missing_glyphs()
            .with_theme(if theme.preference() == egui::ThemePreference::Dark { egui::Theme::Dark } else { egui::Theme::Light })
            .wgpu()
            .build_eframe(move |cc| App::with_settings(&cc.egui_ctx, start, settings));
        let until = Instant::now() + PATIENCE;
        harness.step();
        while harness.state().is_busy() && Instant::now() < until {
            harness.step();
            std::thread::sleep(Duration::from_millis(20));
        }
        if wanted.iter().any(|wanted| wanted == "sizes") {
            sizes(&mut harness, &folder, name)?;
            continue;
        }
        for (at, room) in Room::ALL.into_iter().enumerate() {
            let called = format!("{room:?}").to_lowercase();
            if wanted.iter().any(|wanted| !wanted.contains('-')) && !wanted.contains(&called) {
                continue;
            }
            if harness.state().session().is_none() && room != Room::Start {
                break;
            }
            harness.state_mut().push(Command::GoTo(room));
            harness.run_steps(6);
            if let Some(selection) = example(&harness, room) {
                harness.state_mut().push(Command::Select(selection));
            }
            // Charts and look-ups come from threads.
            for _ in 0..20 {
                harness.step();
                std::thread::sleep(Duration::from_millis(10));
            }
            let stem = format!("{at}-{called}");
            harness.render().map_err(anyhow::Error::msg)?.save(folder.join(format!("{stem}-{name}.png")))?;
            for tab in tabs(room) {
                // A room that is empty has none.
                let title = Words::new(language).text(&format!("sources-tab-{tab}"));
                let Some(button) = harness.query_by_label(&title) else { continue };
                button.click();
                for _ in 0..40 {
                    harness.step();
                    std::thread::sleep(Duration::from_millis(25));
                }
                harness.render().map_err(anyhow::Error::msg)?.save(folder.join(format!("{stem}-{tab}-{name}.png")))?;
            }
            if room == Room::Origin {
                origin(&mut harness, &folder, &Words::new(language), name)?;
            }
            if room == Room::Timeline {
                timeline(&mut harness, &folder, &Words::new(language), name)?;
            }
            if room == Room::Evidence {
                sealing(&mut harness, &folder, &Words::new(language), name)?;
                pasting(&mut harness, &folder, &Words::new(language), name)?;
            }
            if room == Room::Search {
                searching(&mut harness, &folder, &Words::new(language), name)?;
                noting(&mut harness, &folder, &Words::new(language), name)?;
            }
            if room == Room::Messages {
                campaigns(&mut harness, &folder, &Words::new(language), name)?;
            }
            if room == Room::Recipients {
                lists(&mut harness, &folder, &Words::new(language), name)?;
            }
            // Without a link to judge, taking the judgement back would undo the import.
            let has_links = harness.state().session().is_some_and(|session| !session.case().contents().recipients.is_empty());
            if room == Room::Recipients && has_links {
                review(&mut harness, &folder, name)?;
            }
        }
        around(&mut harness, &folder, &Words::new(language), name)?;
        println!("{name}\n{}", harness.state().log().as_text());
    }
    Ok(())
}

/// A few rooms and a split window on screens of several sizes; what is asked for is dots, at a scale of one or two.
fn sizes(harness: &mut Harness<'_, App>, folder: &Path, name: &str) -> anyhow::Result<()> {
    for (width, height, scale) in [(1280.0, 720.0, 1.0), (1720.0, 1000.0, 1.0), (3840.0, 2160.0, 2.0), (3840.0, 2160.0, 1.0)] {
        harness.set_pixels_per_point(scale);
        // A size given in the frame the scale changes in is lost.
        harness.step();
        harness.set_size(egui::vec2(width / scale, height / scale));
        let picture = |harness: &mut Harness<'_, App>, what: &str| -> anyhow::Result<()> {
            settle(harness);
            harness.render().map_err(anyhow::Error::msg)?.save(folder.join(format!("s-{width}x{height}@{scale}-{what}-{name}.png")))?;
            Ok(())
        };
        for room in [Room::Start, Room::Overview, Room::Timeline, Room::Recipients, Room::People, Room::Messages] {
            harness.state_mut().push(Command::GoTo(room));
            harness.run_steps(6);
            if let Some(selection) = example(harness, room) {
                harness.state_mut().push(Command::Select(selection));
            }
            picture(harness, &format!("{room:?}").to_lowercase())?;
        }
        harness.state_mut().push(Command::OpenBeside(Room::Timeline));
        harness.run_steps(4);
        harness.state_mut().push(Command::OpenBeside(Room::Messages));
        harness.run_steps(4);
        picture(harness, "split")?;
        harness.state_mut().push(Command::Split(Side::Below));
        picture(harness, "split-three")?;
        harness.state_mut().push(Command::OnePane);
        harness.run_steps(4);
    }
    Ok(())
}

/// The pictures of README and guide, in both languages: the rooms they speak of with what one would look at there, the desk where files are added, the
/// question asked of the timeline, and the witness shield.
fn docs(folder: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder)?;
    for (language, name) in [(Language::Fr, "fr"), (Language::En, "en")] {
        let settings = UserSettings { language, ..UserSettings::default() };
        let words = Words::new(language);
        let mut harness = Harness::builder()
            .with_size([1200.0, 740.0])
            .with_max_steps(60)
            .allow_missing_glyphs()
            .with_theme(egui::Theme::Light)
            .wgpu()
            .build_eframe(move |cc| App::with_settings(&cc.egui_ctx, Start::Sample("adherents".to_owned()), settings));
        settle(&mut harness);
        for room in [Room::Start, Room::Overview, Room::Recipients, Room::Origin, Room::Timeline] {
            // Pages of text are as large as charts if they are shorter.
            harness.set_size(egui::vec2(1200.0, if matches!(room, Room::Overview | Room::Origin) { 640.0 } else { 740.0 }));
            harness.state_mut().push(Command::GoTo(room));
            harness.run_steps(6);
            if let Some(selection) = example(&harness, room) {
                harness.state_mut().push(Command::Select(selection));
            }
            keep(&mut harness, &folder.join(format!("{}-{name}.png", format!("{room:?}").to_lowercase())))?;
        }
        asked(&mut harness, &words);
        keep(&mut harness, &folder.join(format!("asked-{name}.png")))?;
        harness.set_size(egui::vec2(1200.0, 740.0));
        let made = tempfile::tempdir()?;
        harness.state_mut().push(Command::ToggleInspector);
        desk(&mut harness, &words, made.path())?;
        keep(&mut harness, &folder.join(format!("desk-{name}.png")))?;
        harness.state_mut().push(Command::ToggleInspector);
        harness.get_by_role_and_label(Role::Button, &words.text("window-desk-leave")).click();
        harness.state_mut().push(Command::GoTo(Room::Recipients));
        harness.state_mut().push(Command::ToggleShield);
        harness.run_steps(40);
        keep(&mut harness, &folder.join(format!("shield-{name}.png")))?;
    }
    Ok(())
}

/// The timeline asked about the day its sample was copied on.
fn asked(harness: &mut Harness<'_, App>, words: &Words) {
    harness.set_size(egui::vec2(1200.0, 860.0));
    harness.get_by_role_and_label(Role::Button, &words.text("timeline-ask")).click();
    harness.run_steps(6);
    let day = words.text("timeline-ask-day");
    harness.get_by_role_and_label(Role::TextInput, &day).focus();
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::TextInput, &day).type_text("14/05/2010");
    harness.key_press(egui::Key::Enter);
}

/// The desk with two files of the sample on it.
fn desk(harness: &mut Harness<'_, App>, words: &Words, folder: &Path) -> anyhow::Result<()> {
    let manifest = sourcier::ui::samples::unpack("adherents", folder)?;
    let sources = manifest.parent().context("a sample without a folder")?.join("sources");
    harness.state_mut().push(Command::AddFiles(None));
    harness.run_steps(4);
    let (field, add) = (words.text("window-desk-type"), words.text("window-desk-add"));
    for file in ["lettre-2010-09-01.csv", "adherents-2010-10-01.csv"] {
        harness.get_by_role_and_label(Role::TextInput, &field).focus();
        harness.run_steps(2);
        harness.get_by_role_and_label(Role::TextInput, &field).type_text(&sources.join(file).display().to_string());
        harness.run_steps(2);
        harness.get_by_role_and_label(Role::Button, &add).click();
        harness.run_steps(4);
        settle(harness);
    }
    Ok(())
}

/// Saves what is shown, in fewer shades than it is drawn in: a page of documentation is opened over a slow line, and nobody sees the difference.
fn keep(harness: &mut Harness<'_, App>, path: &Path) -> anyhow::Result<()> {
    harness.event(egui::Event::PointerGone);
    settle(harness);
    let mut picture = harness.render().map_err(anyhow::Error::msg)?;
    for part in picture.iter_mut() {
        *part = ((u16::from(*part) + 2) / 4 * 4).min(255) as u8;
    }
    let size = resvg::tiny_skia::IntSize::from_wh(picture.width(), picture.height()).context("an empty picture")?;
    // Smaller than what the picture itself would write.
    let dots = resvg::tiny_skia::Pixmap::from_vec(picture.into_raw(), size).context("a picture of another size")?;
    dots.save_png(path)?;
    Ok(())
}

/// The questions of the origin, one open at a time in a window as tall as it needs; then the list behind a number.
fn origin(harness: &mut Harness<'_, App>, folder: &Path, words: &Words, name: &str) -> anyhow::Result<()> {
    let press = |harness: &mut Harness<'_, App>, role: Role, label: &str| {
        let Some(button) = harness.query_all_by_role_and_label(role, label).next() else { return false };
        button.click_accesskit();
        harness.run_steps(8);
        true
    };
    let questions = ["which", "pair", "when", "quirks", "change", "rivals", "next", "people"];
    harness.set_size(egui::vec2(1280.0, 1500.0));
    press(harness, Role::Button, &words.text("origin-question-which"));
    for question in questions {
        let title = words.text(&format!("origin-question-{question}"));
        if !press(harness, Role::Button, &title) {
            continue;
        }
        harness.run_steps(20);
        harness.render().map_err(anyhow::Error::msg)?.save(folder.join(format!("7-origin-{question}-{name}.png")))?;
        press(harness, Role::Button, &title);
    }
    harness.set_size(egui::vec2(1280.0, 720.0));
    press(harness, Role::Button, &words.text("origin-question-which"));
    // Links to lists begin with how many they are.
    let counts = |label: Option<String>| label.is_some_and(|label| label.starts_with(|c: char| c.is_ascii_digit()));
    let number = harness.query_all_by_role(Role::Link).find(|node| counts(node.accesskit_node().label()));
    if let Some(number) = number {
        number.click_accesskit();
        harness.run_steps(8);
        harness.render().map_err(anyhow::Error::msg)?.save(folder.join(format!("7-origin-behind-{name}.png")))?;
        press(harness, Role::Button, &words.text("origin-behind-back"));
    }
    Ok(())
}

/// The question asked of the timeline, its menu, the legend as a filter with long gaps folded, a length of time, and all of it on a wider screen.
fn timeline(harness: &mut Harness<'_, App>, folder: &Path, words: &Words, name: &str) -> anyhow::Result<()> {
    let press = |harness: &mut Harness<'_, App>, role: Role, label: &str| {
        let found = harness.query_all_by_role_and_label(role, label).next().map(|node| node.click_accesskit()).is_some();
        harness.run_steps(8);
        found
    };
    let picture = |harness: &mut Harness<'_, App>, what: &str| {
        harness.render().map_err(anyhow::Error::msg)?.save(folder.join(format!("8-timeline-{what}-{name}.png"))).map_err(anyhow::Error::from)
    };
    press(harness, Role::Button, &words.text("timeline-more"));
    picture(harness, "menu")?;
    press(harness, Role::CheckBox, &words.text("timeline-fold-gaps"));
    harness.key_press(egui::Key::Escape);
    harness.run_steps(4);
    press(harness, Role::CheckBox, &words.text("chart-legend-possible"));
    picture(harness, "filtered")?;
    press(harness, Role::CheckBox, &words.text("chart-legend-possible"));
    press(harness, Role::Button, &words.text("timeline-preset-copy"));
    press(harness, Role::Button, &words.text("timeline-ask"));
    press(harness, Role::Button, &words.text("timeline-ask-days-of-copy"));
    picture(harness, "asked")?;
    harness.set_size(egui::vec2(1720.0, 1000.0));
    harness.run_steps(6);
    picture(harness, "asked-wide")?;
    press(harness, Role::Button, &words.text("timeline-ask-close"));
    press(harness, Role::Button, &words.text("timeline-preset-all"));
    press(harness, Role::Button, &words.text("timeline-measure"));
    let event = harness.state().session().and_then(|session| session.case().contents().events.first().map(|event| event.id));
    if let Some(event) = event {
        harness.state_mut().push(Command::Select(Selection::Mark(Target::Event(event))));
    }
    harness.run_steps(6);
    picture(harness, "measured-wide")?;
    harness.set_size(egui::vec2(1280.0, 720.0));
    press(harness, Role::Button, &words.text("rooms-as-table"));
    picture(harness, "table")?;
    press(harness, Role::Button, &words.text("rooms-as-chart"));
    Ok(())
}

/// The add desk with a table whose days could be read in two orders, and with a mail that was pasted.
fn pasting(harness: &mut Harness<'_, App>, folder: &Path, words: &Words, name: &str) -> anyhow::Result<()> {
    const MAIL: &str = "Voici ce que j'ai reçu.\n\n---------- Message transféré ---------\nDe : Ville de Valmont <maire@valmont.example>\n\
                        Date : lun. 3 sept. 2018 à 08:12\nObjet : Votre logement\nÀ : Ada Vance <ada@poste.example>\n\nMadame,\nvotre immeuble…\n";
    let made = tempfile::tempdir()?;
    let table = made.path().join("amis-2010-10-01.csv");
    std::fs::write(&table, "Nom;Courriel;Entrée\nVance;ada@valmont.example;01/02/2009\nRenier;bo@valmont.example;03/04/2009\n")?;
    harness.state_mut().push(Command::AddFiles(None));
    harness.run_steps(4);
    let label = words.text("window-desk-type");
    harness.get_by_role_and_label(Role::TextInput, &label).focus();
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::TextInput, &label).type_text(&table.display().to_string());
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::Button, &words.text("window-desk-add")).click();
    settle(harness);
    harness.render().map_err(anyhow::Error::msg)?.save(folder.join(format!("2-evidence-dates-{name}.png")))?;
    harness.state_mut().push(Command::PasteText);
    harness.run_steps(6);
    harness.get_by_role_and_label(Role::MultilineTextInput, &words.text("window-desk-pasted")).type_text(MAIL);
    settle(harness);
    harness.render().map_err(anyhow::Error::msg)?.save(folder.join(format!("2-evidence-pasted-{name}.png")))?;
    harness.get_by_role_and_label(Role::Button, &words.text("window-desk-leave")).click();
    harness.run_steps(4);
    Ok(())
}

/// The add desk with a table that is to be sealed, and what must be known before.
fn sealing(harness: &mut Harness<'_, App>, folder: &Path, words: &Words, name: &str) -> anyhow::Result<()> {
    let made = tempfile::tempdir()?;
    let (table, key) = (made.path().join("amis-2010-10-01.csv"), made.path().join("echange.key"));
    std::fs::write(&table, "Nom;Courriel;Entrée\nVance;ada@valmont.example;01/02/2009\nRenier;bo@valmont.example;03/04/2009\n")?;
    std::fs::write(&key, "ardoise verger cinq loutres mardi boussole")?;
    harness.state_mut().push(Command::AddFiles(None));
    harness.run_steps(4);
    let type_into = |harness: &mut Harness<'_, App>, label: &str, text: &str| {
        let label = words.text(label);
        harness.get_by_role_and_label(Role::TextInput, &label).focus();
        harness.run_steps(2);
        harness.get_by_role_and_label(Role::TextInput, &label).type_text(text);
        harness.run_steps(2);
    };
    type_into(harness, "window-desk-type", &table.display().to_string());
    harness.get_by_role_and_label(Role::Button, &words.text("window-desk-add")).click();
    for _ in 0..40 {
        harness.step();
        std::thread::sleep(Duration::from_millis(10));
    }
    harness.get_by_role_and_label(Role::CheckBox, &words.text("sealed-field-hint")).click();
    harness.run_steps(4);
    type_into(harness, "sealed-key-file", &key.display().to_string());
    harness.set_size(egui::vec2(1280.0, 1000.0));
    harness.run_steps(6);
    harness.render().map_err(anyhow::Error::msg)?.save(folder.join(format!("2-evidence-sealing-{name}.png")))?;
    harness.set_size(egui::vec2(1280.0, 720.0));
    harness.get_by_role_and_label(Role::Button, &words.text("window-desk-leave")).click();
    harness.run_steps(4);
    Ok(())
}

/// Hits, rows of files, a mistake, a list of terms.
fn searching(harness: &mut Harness<'_, App>, folder: &Path, words: &Words, name: &str) -> anyhow::Result<()> {
    let ask = |harness: &mut Harness<'_, App>, field: &str, text: &str, stem: &str| -> anyhow::Result<()> {
        let role = if field == "search-field" { Role::TextInput } else { Role::MultilineTextInput };
        let field = words.text(field);
        harness.get_by_role_and_label(role, &field).focus();
        harness.run_steps(2);
        harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
        harness.get_by_role_and_label(role, &field).type_text(text);
        settle(harness);
        harness.render().map_err(anyhow::Error::msg)?.save(folder.join(format!("{stem}-{name}.png")))?;
        Ok(())
    };
    ask(harness, "search-field", "lettre OU (membre* SAUF 2010)", "1-search-hits")?;
    ask(harness, "search-field", "introuvable", "1-search-none")?;
    ask(harness, "search-field", "lettre OU \"tract", "1-search-mistake")?;
    ask(harness, "search-field", "martin", "1-search-rows-before")?;
    harness.state_mut().push(Command::SearchRows);
    settle(harness);
    harness.render().map_err(anyhow::Error::msg)?.save(folder.join(format!("1-search-rows-{name}.png")))?;
    harness.get_by_label(&words.text("search-mode-list")).click();
    harness.run_steps(4);
    let list = "lettre\nadhérents OU membres\nintrouvable\n(parenthèse\n???\n06 39 98 00 12";
    ask(harness, "search-list-field", list, "1-search-terms")?;
    harness.get_by_label(&words.text("search-mode-words")).click();
    harness.run_steps(4);
    Ok(())
}

/// Stars, tags and notes: in lists and the panel, a note being written, the filter, the dialog for tags.
fn noting(harness: &mut Harness<'_, App>, folder: &Path, words: &Words, name: &str) -> anyhow::Result<()> {
    use sourcier::case::annotate;
    use sourcier::model::{Contents, Note, Thing};
    use sourcier::ui::window::room::Selection;
    let apply = |harness: &mut Harness<'_, App>, make: &dyn Fn(&Contents) -> Option<sourcier::case::Edit>| {
        if let Some(edit) = harness.state().session().and_then(|session| make(session.case().contents())) {
            harness.state_mut().push(Command::Edit(edit));
            settle(harness);
        }
    };
    let save = |harness: &mut Harness<'_, App>, stem: &str| -> anyhow::Result<()> {
        harness.render().map_err(anyhow::Error::msg)?.save(folder.join(format!("{stem}-{name}.png")))?;
        Ok(())
    };
    let first = |harness: &Harness<'_, App>| harness.state().session().map(|session| session.case().contents().clone()).unwrap_or_default();
    let contents = first(harness);
    let messages: Vec<Thing> = contents.messages.iter().take(3).map(|it| Thing::Message(it.id)).collect();
    let recipients: Vec<Thing> = contents.recipients.iter().take(4).map(|it| Thing::Recipient(it.id.clone())).collect();
    let evidence: Vec<Thing> = contents.evidence.iter().take(2).map(|it| Thing::Evidence(it.id)).collect();
    apply(harness, &|c| annotate::star(c, &[&messages[..], &recipients[..2]].concat(), true));
    apply(harness, &|c| annotate::add_tag(c, &[&messages[..1], &recipients[1..]].concat(), "à recouper"));
    apply(harness, &|c| annotate::add_tag(c, &recipients, "témoin"));
    let mut note = Note { about: recipients.clone(), written_at: Some(jiff::Timestamp::now()), ..Note::default() };
    let numbers: Vec<usize> = evidence.iter().map(|thing| note.cite(thing)).collect();
    note.text = format!(
        "Ces personnes disent n’avoir donné leur adresse qu’une fois ; voir {}. À rapprocher de l’export.",
        numbers.iter().map(|number| format!("[{number}]")).collect::<Vec<_>>().join(" et ")
    );
    apply(harness, &|c| annotate::write_note(c, note.clone()));
    harness.state_mut().push(Command::ToggleNotes);
    harness.state_mut().push(Command::GoTo(Room::Recipients));
    settle(harness);
    save(harness, "k-notes-panel")?;
    harness.state_mut().push(Command::ToggleNotes);
    if let Some(recipient) = contents.recipients.first() {
        harness.state_mut().push(Command::Select(Selection::Recipient(recipient.id.clone())));
    }
    settle(harness);
    save(harness, "k-notes-details")?;
    harness.state_mut().push(Command::Pick(recipients.clone()));
    harness.state_mut().push(Command::AddTag);
    settle(harness);
    save(harness, "k-notes-tags")?;
    harness.key_press(egui::Key::Escape);
    harness.run_steps(4);
    harness.state_mut().push(Command::WriteNote);
    settle(harness);
    harness.get_by_role_and_label(Role::MultilineTextInput, &words.text("notes-editor")).type_text("Relire avec [[");
    settle(harness);
    save(harness, "k-notes-writing")?;
    harness.get_by_role_and_label(Role::Button, &words.text("window-cancel")).click();
    harness.state_mut().push(Command::ToggleNotes);
    harness.state_mut().push(Command::GoTo(Room::Messages));
    settle(harness);
    save(harness, "k-notes-messages")?;
    harness.state_mut().push(Command::GoTo(Room::Search));
    settle(harness);
    Ok(())
}

/// Steps until nothing is at work any more.
fn settle(harness: &mut Harness<'_, App>) {
    let until = Instant::now() + PATIENCE;
    for at in 0.. {
        harness.step();
        std::thread::sleep(Duration::from_millis(10));
        if at > 12 && (!harness.state().is_busy() || Instant::now() > until) {
            break;
        }
    }
}

/// The campaigns of the messages, tab by tab; then the list again.
fn campaigns(harness: &mut Harness<'_, App>, folder: &Path, words: &Words, name: &str) -> anyhow::Result<()> {
    for tab in ["campaigns", "template", "columns", "changed", "why", "list"] {
        let label = words.text(&format!("campaign-view-{tab}"));
        let Some(button) = harness.query_by_role_and_label(Role::Button, &label) else { return Ok(()) };
        button.click();
        for _ in 0..40 {
            harness.step();
            std::thread::sleep(Duration::from_millis(10));
        }
        if !matches!(tab, "campaigns" | "list") {
            let picture = harness.render().map_err(anyhow::Error::msg)?;
            picture.save(folder.join(format!("3-messages-{tab}-{name}.png")))?;
        }
    }
    Ok(())
}

/// What the list of recipients offers: the values of a column, the columns, the table of frequencies; and what is left with a value left out.
fn lists(harness: &mut Harness<'_, App>, folder: &Path, words: &Words, name: &str) -> anyhow::Result<()> {
    let status = words.text("rooms-recipients-status");
    let facet = words.text_with("list-facet-name", &sourcier::args! { "column" => status.as_str() });
    let out = words.text_with("list-exclude", &sourcier::args! { "value" => words.text("rooms-recipients-control") });
    let steps = [("facet", facet), ("out", out), ("frequency", words.text("list-count-values")), ("columns", words.text("list-columns-name"))];
    for (what, label) in steps {
        let Some(button) = harness.query_all_by_role_and_label(Role::Button, &label).next() else { continue };
        button.click();
        for _ in 0..20 {
            harness.step();
            std::thread::sleep(Duration::from_millis(10));
        }
        harness.render().map_err(anyhow::Error::msg)?.save(folder.join(format!("4-recipients-{what}-{name}.png")))?;
    }
    harness.state_mut().push(Command::List(ListAsk::Clear));
    for _ in 0..2 {
        harness.key_press(egui::Key::Escape);
        harness.run_steps(4);
    }
    Ok(())
}

/// The review of links: a pair with its score hidden, the next one after an answer, and the first one again with its score.
fn review(harness: &mut Harness<'_, App>, folder: &Path, name: &str) -> anyhow::Result<()> {
    let steps: [(&str, &[Command]); 4] = [
        ("a", &[Command::ToggleReview]),
        ("b", &[Command::Judge(Answer::Same)]),
        ("c", &[Command::PreviousPair]),
        ("d", &[Command::Undo, Command::ToggleReview]),
    ];
    for (letter, commands) in steps {
        for command in commands {
            harness.state_mut().push(command.clone());
        }
        let until = Instant::now() + PATIENCE;
        for at in 0.. {
            harness.step();
            std::thread::sleep(Duration::from_millis(10));
            if at > 30 && (!harness.state().is_busy() || Instant::now() > until) {
                break;
            }
        }
        if letter != "d" {
            let picture = harness.render().map_err(anyhow::Error::msg)?;
            picture.save(folder.join(format!("4{letter}-review-{name}.png")))?;
        }
    }
    Ok(())
}

/// The further tabs of a room.
fn tabs(room: Room) -> &'static [&'static str] {
    match room {
        Room::Sources => &["overlaps", "profile", "changes", "history"],
        _ => &[],
    }
}

/// What stands around the rooms: the palette, the steps of the case, the shortcuts.
fn around(harness: &mut Harness<'_, App>, folder: &Path, words: &Words, name: &str) -> anyhow::Result<()> {
    harness.state_mut().push(Command::GoTo(Room::Recipients));
    harness.state_mut().push(Command::ShowPalette);
    harness.run_steps(4);
    harness.render().map_err(anyhow::Error::msg)?.save(folder.join(format!("a-palette-{name}.png")))?;
    for (stem, typed) in [("b-palette-query", "re"), ("c-palette-none", "zzz")] {
        harness.get_by_role_and_label(Role::TextInput, &words.text("frame-palette")).type_text(typed);
        harness.run_steps(4);
        harness.render().map_err(anyhow::Error::msg)?.save(folder.join(format!("{stem}-{name}.png")))?;
    }
    harness.key_press(egui::Key::Escape);
    harness.run_steps(2);
    for (stem, command) in [
        ("d-shortcuts", Command::ShowShortcuts),
        ("d-settings", Command::CaseSettings),
        ("d-results", Command::SaveResults),
        ("f-conclusion", Command::CheckConclusion),
    ] {
        harness.state_mut().push(command);
        harness.run_steps(4);
        harness.render().map_err(anyhow::Error::msg)?.save(folder.join(format!("{stem}-{name}.png")))?;
        harness.key_press(egui::Key::Escape);
        harness.run_steps(2);
    }
    if harness.state().session().is_some() {
        harness.state_mut().push(Command::ToggleHistory);
        harness.run_steps(4);
        harness.render().map_err(anyhow::Error::msg)?.save(folder.join(format!("e-history-{name}.png")))?;
        harness.state_mut().push(Command::ToggleHistory);
        harness.state_mut().push(Command::ToggleShield);
        for (stem, room) in [("g-shield-recipients", Room::Recipients), ("h-shield-messages", Room::Messages), ("i-shield-timeline", Room::Timeline)]
        {
            harness.state_mut().push(Command::GoTo(room));
            for _ in 0..60 {
                harness.step();
                std::thread::sleep(Duration::from_millis(20));
            }
            harness.render().map_err(anyhow::Error::msg)?.save(folder.join(format!("{stem}-{name}.png")))?;
        }
        harness.state_mut().push(Command::ToggleShield);
        harness.state_mut().push(Command::ShowMessages);
        harness.run_steps(4);
        harness.render().map_err(anyhow::Error::msg)?.save(folder.join(format!("j-journal-{name}.png")))?;
    }
    Ok(())
}

/// Something to select in a room, so that the inspector shows what it can do.
fn example(harness: &Harness<'_, App>, room: Room) -> Option<Selection> {
    let contents = harness.state().session()?.case().contents();
    match room {
        Room::Evidence => contents.evidence.first().map(|evidence| Selection::Evidence(evidence.id)),
        Room::Messages => contents.messages.first().map(|message| Selection::Message(message.id)),
        Room::Recipients => contents.recipients.first().map(|recipient| Selection::Recipient(recipient.id.clone())),
        Room::People => contents.posts.first().map(|post| Selection::Person(post.person.clone())),
        Room::Timeline => contents.posts.first().map(|post| Selection::Mark(Target::Post(post.id))),
        _ => None,
    }
}
