//! What a command is called, and what it does in a sentence.

use super::{Command, ListAsk};
use crate::model::{Answer, Language};
use crate::ui::window::panes::Side;
use crate::words::Words;

impl Command {
    /// Part of the ids of its texts: `window-command-KEY` and `window-command-KEY-tip`.
    fn key(&self) -> &'static str {
        match self {
            Self::NewCase => "new",
            Self::OpenCase => "open",
            Self::OpenPath(_) => "open-path",
            Self::OpenSample(_) => "open-sample",
            Self::CloseCase => "close",
            Self::Quit => "quit",
            Self::Undo => "undo",
            Self::Redo => "redo",
            Self::GoToStep(_) => "step",
            Self::ToggleHistory => "history",
            Self::Edit(_) => "edit",
            Self::AddFiles(_) => "add",
            Self::PasteText => "paste",
            Self::Import(_) => "import",
            Self::GoTo(_) => "go",
            Self::Select(_) => "select",
            Self::Show(..) => "show",
            Self::Deselect => "deselect",
            Self::Back => "back",
            Self::Forward => "forward",
            Self::Split(Side::Beside) => "split-beside",
            Self::Split(Side::Below) => "split-below",
            Self::OpenBeside(_) => "open-beside",
            Self::FocusPane(_) => "focus-pane",
            Self::NextPane => "next-pane",
            Self::ClosePane(_) => "close-pane",
            Self::OnePane => "one-pane",
            Self::Revisit(_) => "revisit",
            Self::ToggleReview => "review",
            Self::ReviewLink(_) => "review-link",
            Self::Judge(Answer::Same) => "judge-same",
            Self::Judge(Answer::Different) => "judge-different",
            Self::Judge(Answer::Household) => "judge-household",
            Self::Judge(Answer::Unsure) => "judge-unsure",
            Self::NextPair => "next-pair",
            Self::PreviousPair => "previous-pair",
            Self::ToggleScore => "score",
            Self::Pick(_) => "pick",
            Self::ToggleStar => "star",
            Self::AddTag => "tag",
            Self::RemoveTag => "untag",
            Self::WriteNote => "note",
            Self::EditNote(_) => "edit-note",
            Self::ToggleNotes => "notes",
            Self::Ask(_) => "ask",
            Self::SearchRows => "search-rows",
            Self::CancelSearch => "cancel-search",
            Self::LeaveSearch => "leave-search",
            Self::Analyse => "analyse",
            Self::CancelTask => "cancel",
            Self::Retry => "retry",
            Self::SetLanguage(_) => "language",
            Self::SetTheme(_) => "theme",
            Self::ToggleRail => "rail",
            Self::ToggleInspector => "inspector",
            Self::SetTextSize(_) => "text-size",
            Self::LargerText => "larger",
            Self::SmallerText => "smaller",
            Self::ShowPalette => "palette",
            Self::ToggleGuide => "guide",
            Self::ToggleShield => "shield",
            Self::CheckConclusion => "conclusion",
            Self::ShowMessages => "messages",
            Self::ShowShortcuts => "shortcuts",
            Self::ShowAbout => "about",
            Self::Forget(_) => "forget",
            Self::Copy(_) => "copy",
            Self::CaseSettings => "case-settings",
            Self::SaveResults => "results",
            Self::Export(_) => "export",
            Self::List(ListAsk::Copy) => "list-copy",
            Self::List(ListAsk::MarkAll) => "list-mark-all",
            Self::List(ListAsk::Filter) => "list-filter",
            Self::List(ListAsk::Clear) => "list-clear",
            Self::List(ListAsk::Frequencies) => "list-frequencies",
            Self::List(ListAsk::Csv) => "list-csv",
            Self::List(ListAsk::Xlsx) => "list-xlsx",
        }
    }

    /// What stands in the menu.
    pub fn text(&self, words: &Words) -> String {
        match self {
            Self::GoTo(room) => words.text(room.name_id()),
            Self::OpenBeside(room) => words.text_with("window-command-open-beside", &crate::args! { "room" => words.text(room.name_id()) }),
            Self::FocusPane(room) => words.text_with("window-command-focus-pane", &crate::args! { "room" => words.text(room.name_id()) }),
            Self::Show(room, _) => words.text_with("window-command-show", &crate::args! { "room" => words.text(room.name_id()) }),
            // A language is called by its own name, whatever is spoken now.
            Self::SetLanguage(Language::Fr) => words.text("window-language-fr"),
            Self::SetLanguage(Language::En) => words.text("window-language-en"),
            Self::SetTheme(theme) => words.text(theme.name_id()),
            Self::SetTextSize(size) => words.text(size.name_id()),
            other => words.text(&format!("window-command-{}", other.key())),
        }
    }

    /// What it does, in a sentence.
    pub fn tooltip(&self, words: &Words) -> String {
        match self {
            Self::GoTo(room) => words.text(&format!("{}-tip", room.name_id())),
            other => words.text(&format!("window-command-{}-tip", other.key())),
        }
    }
}
