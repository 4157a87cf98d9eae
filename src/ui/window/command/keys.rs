//! The keys of commands, and in which room they hold.

use super::{Command, ListAsk, catalogue};
use crate::model::Answer;
use crate::ui::window::panes::Side;
use crate::ui::window::room::Room;
use egui::{Key, KeyboardShortcut, Modifiers};

impl Command {
    /// Its keys, if it has any.
    pub fn shortcut(&self) -> Option<KeyboardShortcut> {
        let ctrl = |key| KeyboardShortcut::new(Modifiers::COMMAND, key);
        let plain = |key| KeyboardShortcut::new(Modifiers::NONE, key);
        let shift = |key| KeyboardShortcut::new(Modifiers::COMMAND | Modifiers::SHIFT, key);
        Some(match self {
            Self::NewCase => ctrl(Key::N),
            Self::OpenCase => ctrl(Key::O),
            Self::CloseCase => ctrl(Key::W),
            Self::Quit => ctrl(Key::Q),
            Self::Undo => ctrl(Key::Z),
            Self::Redo => shift(Key::Z),
            Self::AddFiles(None) => ctrl(Key::I),
            Self::PasteText => shift(Key::I),
            Self::SaveResults => shift(Key::E),
            Self::Back => KeyboardShortcut::new(Modifiers::ALT, Key::ArrowLeft),
            Self::Forward => KeyboardShortcut::new(Modifiers::ALT, Key::ArrowRight),
            Self::Split(Side::Beside) => shift(Key::O),
            Self::Split(Side::Below) => shift(Key::J),
            Self::NextPane => plain(Key::F6),
            Self::ClosePane(None) => shift(Key::W),
            Self::OnePane => shift(Key::S),
            Self::ToggleHistory => ctrl(Key::H),
            Self::ShowPalette => ctrl(Key::K),
            Self::LargerText => ctrl(Key::Plus),
            Self::SmallerText => ctrl(Key::Minus),
            Self::ToggleReview => ctrl(Key::R),
            Self::List(ListAsk::Copy) => ctrl(Key::C),
            Self::List(ListAsk::MarkAll) => ctrl(Key::A),
            Self::List(ListAsk::Filter) => ctrl(Key::F),
            Self::List(ListAsk::Csv) => ctrl(Key::E),
            Self::Judge(answer) => plain(match answer {
                Answer::Same => Key::Y,
                Answer::Different => Key::N,
                Answer::Household => Key::H,
                Answer::Unsure => Key::U,
            }),
            Self::NextPair => plain(Key::J),
            Self::PreviousPair => plain(Key::K),
            Self::ToggleScore => plain(Key::S),
            Self::ToggleStar => ctrl(Key::D),
            Self::AddTag => ctrl(Key::T),
            Self::RemoveTag => shift(Key::T),
            Self::WriteNote => shift(Key::N),
            Self::ToggleNotes => ctrl(Key::L),
            Self::Analyse => plain(Key::F5),
            Self::ToggleGuide => ctrl(Key::G),
            Self::ToggleShield => plain(Key::F8),
            Self::ToggleRail => ctrl(Key::B),
            Self::ToggleInspector => ctrl(Key::J),
            Self::ShowMessages => ctrl(Key::M),
            Self::ShowShortcuts => plain(Key::F1),
            Self::GoTo(Room::Search) => plain(Key::Slash),
            Self::GoTo(room) => ctrl(match room {
                Room::Start | Room::Search => Key::Num0,
                Room::Overview => Key::Num1,
                Room::Evidence => Key::Num2,
                Room::Messages => Key::Num3,
                Room::Recipients => Key::Num4,
                Room::Sources => Key::Num5,
                Room::People => Key::Num6,
                Room::Origin => Key::Num7,
                Room::Timeline => Key::Num8,
            }),
            _ => return None,
        })
    }

    /// Another key that does the same. Space only as long as nothing has the focus, since it presses a focused button.
    pub fn other_key(&self) -> Option<KeyboardShortcut> {
        Some(match self {
            Self::Judge(Answer::Unsure) => KeyboardShortcut::new(Modifiers::NONE, Key::Space),
            // Where Plus needs Shift, Ctrl and the key it stands on are what people press.
            Self::LargerText => KeyboardShortcut::new(Modifiers::COMMAND, Key::Equals),
            _ => return None,
        })
    }

    /// The room it belongs to, if it can be carried out in one only.
    pub fn room(&self) -> Option<Room> {
        matches!(self, Self::Judge(_) | Self::NextPair | Self::PreviousPair | Self::ToggleScore).then_some(Room::Recipients)
    }

    /// Everything that has keys, the more specific keys first (egui ignores extra Shift).
    pub fn with_keys() -> Vec<Self> {
        let mut all: Vec<Self> = catalogue::all().into_iter().filter(|command| command.shortcut().is_some()).collect();
        all.sort_by_key(|command| std::cmp::Reverse(command.shortcut().is_some_and(|keys| keys.modifiers.shift)));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::words::Words;

    #[test]
    fn every_command_with_keys_has_its_texts_and_no_two_share_keys() {
        let words = Words::new(Language::Fr);
        let mut seen = Vec::new();
        for command in Command::with_keys() {
            assert!(!command.text(&words).contains('‹'), "{command:?}");
            assert!(!command.tooltip(&words).contains('‹'), "{command:?}");
            let keys = command.shortcut().expect("listed as having keys");
            assert!(!seen.contains(&keys), "{command:?}");
            seen.push(keys);
        }
    }
}
