//! Every command that needs no further choice, as the menus order them. The palette and the keys read the same list.

use super::{Command, ListAsk};
use crate::model::{Answer, Language};
use crate::ui::window::panes::Side;
use crate::ui::window::room::Room;
use crate::ui::window::settings::{TextSize, Theme};

/// An entry of a menu.
#[derive(Clone, Debug)]
pub enum Entry {
    /// A command.
    Do(Command),
    /// A line between groups.
    Line,
    /// A menu in the menu.
    More(Menu),
}

/// A menu: the id of its title, and what is in it.
#[derive(Clone, Debug)]
pub struct Menu {
    /// Id of the title.
    pub title_id: &'static str,
    /// From top to bottom.
    pub entries: Vec<Entry>,
}

/// The menu bar, from left to right.
pub fn menus() -> Vec<Menu> {
    vec![
        menu(
            "window-menu-file",
            [
                group([Command::NewCase, Command::OpenCase, Command::CloseCase]),
                group([Command::AddFiles(None), Command::PasteText, Command::CaseSettings, Command::SaveResults]),
                group([Command::Quit]),
            ],
        ),
        menu(
            "window-menu-edit",
            [group([Command::Undo, Command::Redo, Command::ToggleHistory]), group([Command::Analyse, Command::CancelTask, Command::Retry])],
        ),
        menu("notes-menu", [group([Command::ToggleStar, Command::AddTag, Command::RemoveTag]), group([Command::WriteNote, Command::ToggleNotes])]),
        menu("window-menu-go", [group([Command::ShowPalette]), group(Room::ALL.map(Command::GoTo)), group([Command::Back, Command::Forward])]),
        menu(
            "window-menu-view",
            [
                group([Command::ToggleRail, Command::ToggleInspector, Command::ToggleGuide, Command::ShowMessages]),
                vec![
                    Entry::Do(Command::Split(Side::Beside)),
                    Entry::Do(Command::Split(Side::Below)),
                    Entry::More(menu("panes-menu-beside", [Room::ALL.into_iter().skip(1).map(Command::OpenBeside).map(Entry::Do).collect()])),
                    Entry::Do(Command::NextPane),
                    Entry::Do(Command::ClosePane(None)),
                    Entry::Do(Command::OnePane),
                ],
                group([Command::ToggleShield]),
                group([Command::LargerText, Command::SmallerText]),
                vec![
                    Entry::More(menu("window-menu-text-size", [group(TextSize::ALL.map(Command::SetTextSize))])),
                    Entry::More(menu("window-menu-theme", [group(Theme::ALL.map(Command::SetTheme))])),
                ],
            ],
        ),
        menu(
            "window-menu-review",
            [
                group([Command::ToggleReview]),
                group(Answer::ALL.map(Command::Judge)),
                group([Command::NextPair, Command::PreviousPair]),
                group([Command::ToggleScore]),
            ],
        ),
        menu(
            "window-menu-list",
            [
                group([ListAsk::Filter, ListAsk::Clear, ListAsk::Frequencies].map(Command::List)),
                group([ListAsk::MarkAll, ListAsk::Copy].map(Command::List)),
                group([ListAsk::Csv, ListAsk::Xlsx].map(Command::List)),
            ],
        ),
        menu("window-menu-language", [group([Language::Fr, Language::En].map(Command::SetLanguage))]),
        menu("window-menu-help", [group([Command::ShowShortcuts, Command::CheckConclusion]), group([Command::ShowAbout])]),
    ]
}

/// Every command of the menus, in their order.
pub fn all() -> Vec<Command> {
    titled().into_iter().map(|(_, command)| command).collect()
}

/// The same, each with the id of the title of the menu it stands in.
pub fn titled() -> Vec<(&'static str, Command)> {
    fn gather(menu: Menu, found: &mut Vec<(&'static str, Command)>) {
        for entry in menu.entries {
            match entry {
                Entry::Do(command) => found.push((menu.title_id, command)),
                Entry::Line => {}
                Entry::More(menu) => gather(menu, found),
            }
        }
    }
    let mut found = Vec::new();
    for menu in menus() {
        gather(menu, &mut found);
    }
    found
}

fn group<const N: usize>(commands: [Command; N]) -> Vec<Entry> {
    commands.map(Entry::Do).into()
}

/// A menu of groups with lines between them.
fn menu<const N: usize>(title_id: &'static str, groups: [Vec<Entry>; N]) -> Menu {
    let mut entries = Vec::new();
    for group in groups {
        if !entries.is_empty() {
            entries.push(Entry::Line);
        }
        entries.extend(group);
    }
    Menu { title_id, entries }
}
