//! What a room is given, and what it gives back.

use super::command::offer::Offer;
use super::command::{Command, CommandState};
use super::searching::Searching;
use super::widgets::list::ListDesk;
use crate::analysis::{Analysis, Settings};
use crate::case::Case;
use crate::chart::matrix::Matrix;
use crate::chart::timeline::{Target, Timeline};
use crate::model::{EvidenceId, Marks, MessageId, NoteId, PersonId, RecipientId, SnapshotId, Thing};
use crate::words::Words;

/// The rooms, in the order of the rail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Room {
    #[default]
    Start,
    Search,
    Overview,
    Evidence,
    Messages,
    Recipients,
    Sources,
    People,
    Origin,
    Timeline,
}

impl Room {
    /// Every room, from top to bottom.
    pub const ALL: [Self; 10] = [
        Self::Start,
        Self::Search,
        Self::Overview,
        Self::Evidence,
        Self::Messages,
        Self::Recipients,
        Self::Sources,
        Self::People,
        Self::Origin,
        Self::Timeline,
    ];

    /// Id of the room's name in the texts.
    pub fn name_id(self) -> &'static str {
        match self {
            Self::Start => "window-room-start",
            Self::Search => "window-room-search",
            Self::Overview => "window-room-overview",
            Self::Evidence => "window-room-evidence",
            Self::Messages => "window-room-messages",
            Self::Recipients => "window-room-recipients",
            Self::Sources => "window-room-sources",
            Self::People => "window-room-people",
            Self::Origin => "window-room-origin",
            Self::Timeline => "window-room-timeline",
        }
    }
}

/// What is selected, in every room at once.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Selection {
    Evidence(EvidenceId),
    Message(MessageId),
    Recipient(RecipientId),
    Person(PersonId),
    Mark(Target),
    /// A row of a dated state of a file, from 0 after the header.
    Row(SnapshotId, u64),
    Note(NoteId),
}

/// A link: a recipient and a row of a snapshot.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct LinkKey {
    /// Who.
    pub recipient: RecipientId,
    /// In which snapshot.
    pub snapshot: SnapshotId,
    /// Which row of it, from 0 after the header.
    pub row: u64,
}

/// What the review of links means for what is shown.
#[derive(Clone, Copy, Debug, Default)]
pub struct ReviewView<'a> {
    /// Whether scores are hidden until the reviewer has decided.
    pub hides_scores: bool,
    /// Whether the pair under review is undecided and its score hidden: nothing that gives it away may be shown.
    pub is_score_hidden: bool,
    /// The pair under review.
    pub link: Option<&'a LinkKey>,
}

/// Everything a room reads. Charts are rebuilt by the app when case or analysis change, never per frame.
#[derive(Clone, Copy)]
pub struct RoomContext<'a> {
    /// The case.
    pub case: &'a Case,
    /// The last finished analysis; while a new one runs the old one stays.
    pub analysis: Option<&'a Analysis>,
    /// Whether an analysis is running.
    pub is_analysing: bool,
    /// The settings of the analysis.
    pub settings: &'a Settings,
    /// The timeline.
    pub timeline: &'a Timeline,
    /// The witness matrix, once there is an analysis.
    pub matrix: Option<&'a Matrix>,
    /// What is selected.
    pub selection: Option<&'a Selection>,
    /// Stars, tags and notes of everything.
    pub marks: &'a Marks,
    /// The rows chosen in a list, if any are: what is done to many things at once is done to them.
    pub picked: &'a [Thing],
    /// What was searched, and what was found.
    pub search: &'a Searching,
    /// The review of links.
    pub review: ReviewView<'a>,
    /// What is remembered of lists, and what is asked of the one in view.
    pub lists: &'a ListDesk,
    /// What can be done now.
    pub state: CommandState,
    /// The language.
    pub words: &'a Words,
}

impl RoomContext<'_> {
    /// What offering a command needs to know.
    pub fn offer(&self) -> Offer<'_> {
        Offer { state: &self.state, words: self.words }
    }
}

/// A room: its own view state, never written to the case.
pub trait RoomView {
    /// Draws the room. What the user asks for comes back as commands.
    fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>);
}
