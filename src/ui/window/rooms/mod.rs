//! One file per room, and [`Rooms`], which holds their view states.

pub mod evidence;
pub mod messages;
pub mod origin;
pub mod overview;
pub mod people;
pub mod recipients;
pub mod search;
pub mod sources;
pub mod start;
pub mod timeline;

use super::notes::NotesPanel;
use super::room::{Room, RoomView};

/// The view state of every room that shows a case; made anew when another case is opened.
pub struct Rooms {
    /// The add desk takes dropped and chosen files, so the app knows this one by type.
    pub evidence: evidence::EvidenceRoom,
    /// So does the review of links: its commands come from menus and keys.
    pub recipients: recipients::RecipientsRoom,
    /// The cursor is put into its field when somebody asks for it.
    pub search: search::SearchRoom,
    /// Notes stand beside all rooms, and are put aside with them.
    pub notes: NotesPanel,
    messages: Box<dyn RoomView>,
    overview: Box<dyn RoomView>,
    sources: Box<dyn RoomView>,
    people: Box<dyn RoomView>,
    origin: Box<dyn RoomView>,
    timeline: Box<dyn RoomView>,
}

impl Default for Rooms {
    fn default() -> Self {
        Self {
            evidence: evidence::EvidenceRoom::default(),
            search: search::SearchRoom::default(),
            notes: NotesPanel::default(),
            messages: Box::<messages::MessagesRoom>::default(),
            overview: Box::<overview::OverviewRoom>::default(),
            recipients: recipients::RecipientsRoom::default(),
            sources: Box::<sources::SourcesRoom>::default(),
            people: Box::<people::PeopleRoom>::default(),
            origin: Box::<origin::OriginRoom>::default(),
            timeline: Box::<timeline::TimelineRoom>::default(),
        }
    }
}

impl Rooms {
    /// The view of `room`; `None` for the start screen, which needs no case.
    pub fn view(&mut self, room: Room) -> Option<&mut dyn RoomView> {
        Some(match room {
            Room::Start => return None,
            Room::Search => &mut self.search,
            Room::Overview => self.overview.as_mut(),
            Room::Evidence => &mut self.evidence,
            Room::Messages => self.messages.as_mut(),
            Room::Recipients => &mut self.recipients,
            Room::Sources => self.sources.as_mut(),
            Room::People => self.people.as_mut(),
            Room::Origin => self.origin.as_mut(),
            Room::Timeline => self.timeline.as_mut(),
        })
    }
}
