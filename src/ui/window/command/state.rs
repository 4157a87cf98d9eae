//! Whether a command can be carried out now, or why not, and whether what it switches is on.

use super::Command;
use crate::model::Language;
use crate::ui::window::room::Room;
use crate::ui::window::settings::{TextSize, Theme};

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
}

#[cfg(test)]
mod tests {
    use super::*;

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
