//! Every user action is one command.

use super::room::{Room, Selection};
use crate::case::Edit;
use crate::model::{ImportKind, Language};
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
    /// Change the case. A record put in with row number 0 is new: the app gives it a free one ([`crate::case::CaseFile::fresh_id`]).
    Edit(Edit),
    /// Choose files to import as this kind (`None` = ask).
    AddFiles(Option<ImportKind>),
    /// Go to a room.
    GoTo(Room),
    /// Select something; the inspector shows it.
    Select(Selection),
    /// Nothing is selected any more.
    Deselect,
    /// Run the analysis again.
    Analyse,
    /// Cancel the running task.
    CancelTask,
    /// Switch the language.
    SetLanguage(Language),
    /// Put text on the clipboard.
    Copy(String),
}
