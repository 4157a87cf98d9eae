//! The review of links, as commands from menus, buttons and keys reach it. What is asked and shown is the Recipients room's work.

use super::App;
use crate::model::Answer;
use crate::ui::window::room::{LinkKey, ReviewView, Room};

impl App {
    /// Whether the review can be seen, in front or beside.
    fn is_review_seen(&self) -> bool {
        self.session.is_some() && self.is_seen(Room::Recipients) && self.rooms.recipients.is_reviewing()
    }

    /// Whether the review is on screen and in front, so that its keys are its own.
    pub(super) fn is_reviewing(&self) -> bool {
        self.session.is_some() && self.trail.now().room == Room::Recipients && self.rooms.recipients.is_reviewing()
    }

    /// The pair under review, be it in a pane beside: what would give its score away is hidden as long as it can be seen.
    pub(super) fn link_under_review(&self) -> Option<LinkKey> {
        self.is_review_seen().then(|| self.rooms.recipients.pair().cloned()).flatten()
    }

    /// What the review of `link` means for what is shown.
    pub(super) fn review_view<'a>(&self, link: Option<&'a LinkKey>) -> ReviewView<'a> {
        let hides_scores = self.settings.hides_scores;
        ReviewView { hides_scores, is_score_hidden: hides_scores && link.is_some() && !self.rooms.recipients.is_pair_decided(), link }
    }

    pub(super) fn toggle_review(&mut self) {
        if self.is_reviewing() {
            self.rooms.recipients.stop_review();
        } else {
            if !self.is_review_seen() {
                self.rooms.recipients.start_review(None);
            }
            self.go(Room::Recipients, None);
        }
    }

    pub(super) fn review_link(&mut self, link: LinkKey) {
        self.rooms.recipients.start_review(Some(link));
        self.go(Room::Recipients, None);
    }

    /// Writes the reviewer's answer into the case; the room goes on to the next pair at once.
    pub(super) fn judge(&mut self, answer: Answer) {
        let Some(session) = &mut self.session else { return };
        if let Some(edit) = self.rooms.recipients.judge(answer, self.settings.hides_scores) {
            session.edit(edit);
        }
    }
}
