//! Every user action is one command, with its text, its explanation, its keys, and why it cannot be carried out now.
//!
//! The menu bar, the palette, context menus, buttons and keys read them from here, so that they always agree: [`catalogue`] lists the commands that need
//! no further choice, [`about`] what can be done with one thing, [`offer`] draws them. Carrying a command out is the app's work.

pub mod about;
pub mod catalogue;
pub mod offer;

use super::panes::Side;
use super::room::{LinkKey, Room, Selection};
use super::searching::Question;
use super::settings::{TextSize, Theme};
use crate::case::Edit;
use crate::import::Request;
use crate::model::{Answer, ImportKind, Language, NoteId, Thing};
use crate::words::Words;
use egui::{Key, KeyboardShortcut, Modifiers};
use std::path::PathBuf;

/// What a user can ask for. Menus, buttons and keys all push these; the app carries them out.
#[derive(Clone, Debug)]
pub enum Command {
    /// Make a new case (asks where).
    NewCase,
    /// Open a case (asks which).
    OpenCase,
    /// Open this case.
    OpenPath(PathBuf),
    /// Open a sample incident by name.
    OpenSample(String),
    /// Close the case and go to the start screen.
    CloseCase,
    /// Leave the program.
    Quit,
    /// Take the last step back.
    Undo,
    /// Make it again.
    Redo,
    /// Bring the case to where it stood after a step; `None` = before the first.
    GoToStep(Option<i64>),
    /// Show or hide the steps of the case.
    ToggleHistory,
    /// Change the case.
    Edit(Edit),
    /// Choose files to import as this kind (`None` = ask).
    AddFiles(Option<ImportKind>),
    /// Paste or type a text to import, a mail or a text message.
    PasteText,
    /// Import these files in one transaction.
    Import(Vec<Request>),
    /// Go to a room.
    GoTo(Room),
    /// Select something; the inspector shows it.
    Select(Selection),
    /// Select something and go where it can be seen.
    Show(Room, Selection),
    /// Nothing is selected any more.
    Deselect,
    /// Go to what was looked at before.
    Back,
    /// And forward again.
    Forward,
    /// Open a pane at this side of the one in front; what was looked at last goes there.
    Split(Side),
    /// Open this room in a pane of its own beside the one in front.
    OpenBeside(Room),
    /// Bring the pane of this room to the front.
    FocusPane(Room),
    /// Go to the next pane.
    NextPane,
    /// Close the pane of this room (`None` = the one in front).
    ClosePane(Option<Room>),
    /// Only the pane in front stays.
    OnePane,
    /// Go to one of the places looked at, by its number in the trail.
    Revisit(usize),
    /// Begin or end the review of links.
    ToggleReview,
    /// Review this link.
    ReviewLink(LinkKey),
    /// Say whether the pair under review is one person.
    Judge(Answer),
    /// Go to the next pair under review.
    NextPair,
    /// Go to the pair before.
    PreviousPair,
    /// Hide the score until the reviewer has decided, or show it at once.
    ToggleScore,
    /// Rows chosen in a list, to act on them together. An empty choice is none.
    Pick(Vec<Thing>),
    /// Give what is chosen a star, or take it off.
    ToggleStar,
    /// Give what is chosen a tag (asks which).
    AddTag,
    /// Take a tag off what is chosen (asks which).
    RemoveTag,
    /// Write a note about what is chosen.
    WriteNote,
    /// Change a note.
    EditNote(NoteId),
    /// Show or hide all notes.
    ToggleNotes,
    /// Search the case for this.
    Ask(Question),
    /// Look through the rows of files too.
    SearchRows,
    /// Stop looking through rows.
    CancelSearch,
    /// Back to where one was before searching.
    LeaveSearch,
    /// Run the analysis again.
    Analyse,
    /// Cancel the running task.
    CancelTask,
    /// Begin the task again that did not succeed.
    Retry,
    /// Switch the language.
    SetLanguage(Language),
    /// Switch between light, dark, strong contrast and the system's choice.
    SetTheme(Theme),
    /// Show or hide the rail.
    ToggleRail,
    /// Show or hide the inspector.
    ToggleInspector,
    /// Choose how large everything is.
    SetTextSize(TextSize),
    /// One size larger.
    LargerText,
    /// One size smaller.
    SmallerText,
    /// Look for a command, a room, a person, a file.
    ShowPalette,
    /// Show or hide the guided path.
    ToggleGuide,
    /// Hide every person behind a label, or show them again.
    ToggleShield,
    /// State a conclusion about a sample and hold it against what was planted.
    CheckConclusion,
    /// Show the list of messages and errors.
    ShowMessages,
    /// Show the shortcuts.
    ShowShortcuts,
    /// Say what this program is.
    ShowAbout,
    /// Take a case out of the list of recent ones.
    Forget(PathBuf),
    /// Put text on the clipboard.
    Copy(String),
    /// Change what is assumed about the incident as a whole.
    CaseSettings,
    /// Save the results into a folder (asks where).
    SaveResults,
    /// Save something as a file (asks where).
    Export(Export),
    /// Ask something of the list in view.
    List(ListAsk),
}

/// Something to be saved as a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// Proposed file name, with its extension.
    pub name: String,
    /// What the file will hold; of a picture (`….png`) the SVG it is drawn from when it is saved.
    pub bytes: Vec<u8>,
}

impl Export {
    /// A text to be saved.
    pub fn text(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), bytes: text.into().into_bytes() }
    }
}

/// What can be asked of the list in view.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ListAsk {
    /// Put the marked rows on the clipboard, or all that are shown.
    Copy,
    /// Mark every row that is shown.
    MarkAll,
    /// Go to the field it is filtered by.
    Filter,
    /// Let go of every filter.
    Clear,
    /// How often each value of the column occurs that it is sorted by.
    Frequencies,
    /// Save what is shown as CSV.
    Csv,
    /// Save what is shown as a workbook.
    Xlsx,
}

impl ListAsk {
    /// Everything that can be asked.
    pub const ALL: [Self; 7] = [Self::Filter, Self::Clear, Self::Frequencies, Self::MarkAll, Self::Copy, Self::Csv, Self::Xlsx];
}

impl Export {
    /// Whether it is saved as a picture of dots.
    pub fn is_picture(&self) -> bool {
        std::path::Path::new(&self.name).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("png"))
    }
}

/// What decides whether a command can be carried out now, and which of those that are a state hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct CommandState {
    /// A case is open.
    pub has_case: bool,
    /// It can be changed.
    pub is_writable: bool,
    /// There is a step to take back.
    pub can_undo: bool,
    /// There is a step to make again.
    pub can_redo: bool,
    /// A task is running that can be cancelled.
    pub is_busy: bool,
    /// A task did not succeed and can be tried again.
    pub can_retry: bool,
    /// There is somewhere to go back to.
    pub can_go_back: bool,
    /// And forward.
    pub can_go_forward: bool,
    /// How many panes there are.
    pub panes: usize,
    /// The review of links is on screen.
    pub is_reviewing: bool,
    /// A pair of it is, to be decided.
    pub has_pair: bool,
    /// Scores are hidden from reviewers.
    pub hides_scores: bool,
    /// A list is in view.
    pub has_list: bool,
    /// The rail is shown.
    pub has_rail: bool,
    /// The inspector is shown.
    pub has_inspector: bool,
    /// It shows the steps of the case.
    pub has_history: bool,
    /// All notes are shown.
    pub has_notes: bool,
    /// How many things a star or a tag would be given to.
    pub targets: usize,
    /// All of them bear a star.
    pub are_starred: bool,
    /// At least one of them has a tag.
    pub have_tags: bool,
    /// People are hidden behind labels, so the case is only looked at.
    pub is_shielded: bool,
    /// The guided path is shown.
    pub has_guide: bool,
    /// What the program answers about the case as it is now is there.
    pub has_answer: bool,
    /// The open case is a sample, so its answer is known.
    pub is_sample: bool,
    /// The language.
    pub language: Language,
    /// The theme.
    pub theme: Theme,
    /// How large everything is.
    pub text_size: TextSize,
}

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

    /// Whether what the command switches is on; `None` if it switches nothing.
    pub fn is_on(&self, state: &CommandState) -> Option<bool> {
        Some(match self {
            Self::ToggleReview => state.is_reviewing,
            Self::ToggleScore => state.hides_scores,
            Self::ToggleRail => state.has_rail,
            Self::ToggleInspector => state.has_inspector,
            Self::ToggleHistory => state.has_history,
            Self::ToggleNotes => state.has_notes,
            Self::ToggleStar => state.are_starred,
            Self::ToggleGuide => state.has_guide,
            Self::ToggleShield => state.is_shielded,
            Self::SetLanguage(language) => *language == state.language,
            Self::SetTheme(theme) => *theme == state.theme,
            Self::SetTextSize(size) => *size == state.text_size,
            _ => return None,
        })
    }

    /// `None` if it can be carried out now; else the id of the text that says why not.
    pub fn why_not(&self, state: &CommandState) -> Option<&'static str> {
        let needs = |has: bool, why| (!has).then_some(why);
        let writes = needs(!state.is_shielded, "window-why-shielded").or(needs(state.is_writable, "window-why-read-only"));
        let changes = needs(state.has_case, "window-why-no-case").or(writes);
        match self {
            Self::GoTo(room) if *room != Room::Start => needs(state.has_case, "window-why-no-case"),
            Self::CloseCase
            | Self::Analyse
            | Self::ToggleReview
            | Self::ReviewLink(_)
            | Self::ToggleHistory
            | Self::ToggleNotes
            | Self::Select(_)
            | Self::Show(..)
            | Self::SearchRows
            | Self::OpenBeside(_)
            | Self::FocusPane(_) => needs(state.has_case, "window-why-no-case"),
            Self::AddFiles(_)
            | Self::PasteText
            | Self::Import(_)
            | Self::Edit(_)
            | Self::GoToStep(_)
            | Self::CaseSettings
            | Self::WriteNote
            | Self::EditNote(_) => changes,
            Self::ToggleStar | Self::AddTag => changes.or(needs(state.targets > 0, "notes-why-nothing-chosen")),
            Self::RemoveTag => changes.or(needs(state.targets > 0, "notes-why-nothing-chosen")).or(needs(state.have_tags, "notes-why-no-tag")),
            Self::SaveResults => needs(state.has_case, "window-why-no-case")
                .or(needs(!state.is_shielded, "frame-results-why-shielded"))
                .or(needs(state.has_answer, "frame-results-why-no-answer")),
            Self::CheckConclusion => needs(state.is_sample, "window-why-no-sample").or(needs(!state.is_shielded, "window-why-shielded")),
            Self::Judge(_) => needs(state.has_pair, "window-why-no-pair").or(writes),
            Self::NextPair | Self::PreviousPair | Self::ToggleScore => needs(state.is_reviewing, "window-why-no-review"),
            Self::Split(_) => needs(state.has_case, "window-why-no-case").or(needs(state.panes + 1 < Room::ALL.len(), "panes-why-all-open")),
            Self::NextPane | Self::ClosePane(_) | Self::OnePane => {
                needs(state.has_case, "window-why-no-case").or(needs(state.panes > 1, "panes-why-one"))
            }
            Self::List(_) => needs(state.has_list, "window-why-no-list"),
            Self::Undo => changes.or(needs(state.can_undo, "window-why-nothing-to-undo")),
            Self::Redo => changes.or(needs(state.can_redo, "window-why-nothing-to-redo")),
            Self::LargerText => needs(state.text_size.larger() != state.text_size, "window-why-largest"),
            Self::SmallerText => needs(state.text_size.smaller() != state.text_size, "window-why-smallest"),
            Self::CancelTask => needs(state.is_busy, "window-why-idle"),
            Self::Retry => needs(state.can_retry, "window-why-nothing-failed"),
            Self::Back => needs(state.can_go_back, "window-why-no-trail"),
            Self::Forward => needs(state.can_go_forward, "window-why-no-trail"),
            _ => None,
        }
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

    #[test]
    fn without_a_case_only_what_makes_sense_is_offered() {
        let state = CommandState::default();
        assert!(Command::NewCase.why_not(&state).is_none());
        assert!(Command::GoTo(Room::Start).why_not(&state).is_none());
        assert_eq!(Command::GoTo(Room::Origin).why_not(&state), Some("window-why-no-case"));
        let open = CommandState { has_case: true, ..state };
        assert_eq!(Command::AddFiles(None).why_not(&open), Some("window-why-read-only"));
        let writable = CommandState { is_writable: true, ..open };
        assert_eq!(Command::Undo.why_not(&writable), Some("window-why-nothing-to-undo"));
        let shielded = CommandState { is_shielded: true, ..writable };
        assert_eq!(Command::AddFiles(None).why_not(&shielded), Some("window-why-shielded"));
    }
}
