//! Every user action is one command, with its text, its explanation, its keys, and why it cannot be carried out now.
//!
//! The menu bar, the palette, context menus, buttons and keys read them from here, so that they always agree: [`catalogue`] lists the commands that need
//! no further choice, [`about`] what can be done with one thing, [`offer`] draws them. Carrying a command out is the app's work.

pub mod about;
pub mod catalogue;
mod keys;
mod names;
pub mod offer;
mod state;

pub use state::CommandState;

use super::panes::Side;
use super::room::{LinkKey, Room, Selection};
use super::searching::Question;
use super::settings::{TextSize, Theme};
use crate::case::Edit;
use crate::import::Request;
use crate::model::{Answer, ImportKind, Language, NoteId, Thing};
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
