//! Back and forward through what was looked at, as in a web browser.

use super::room::{Room, Selection};

/// A place: a room and what was selected there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Place {
    /// The room.
    pub room: Room,
    /// What was selected.
    pub selection: Option<Selection>,
}

/// More places than this are forgotten, the oldest first.
const LIMIT: usize = 200;

/// Where the user has been.
#[derive(Debug, Default)]
pub struct Trail {
    past: Vec<Place>,
    now: Place,
    future: Vec<Place>,
}

impl Trail {
    /// Where the user is.
    pub fn now(&self) -> &Place {
        &self.now
    }

    /// Goes somewhere new; what was ahead is forgotten.
    pub fn go(&mut self, place: Place) {
        if place == self.now {
            return;
        }
        self.past.push(std::mem::replace(&mut self.now, place));
        if self.past.len() > LIMIT {
            self.past.remove(0);
        }
        self.future.clear();
    }

    /// Another pane has come to the front: that is no step, what can be gone back to stays.
    pub fn stand_in(&mut self, room: Room) {
        self.now.room = room;
    }

    /// Goes back, if there is somewhere.
    pub fn back(&mut self) {
        if let Some(place) = self.past.pop() {
            self.future.push(std::mem::replace(&mut self.now, place));
        }
    }

    /// Goes forward again, if there is somewhere.
    pub fn forward(&mut self) {
        if let Some(place) = self.future.pop() {
            self.past.push(std::mem::replace(&mut self.now, place));
        }
    }

    /// Every place, oldest first, and which of them is now.
    pub fn places(&self) -> (Vec<&Place>, usize) {
        let all = self.past.iter().chain(std::iter::once(&self.now)).chain(self.future.iter().rev()).collect();
        (all, self.past.len())
    }

    /// Goes to the place with this number in [`Self::places`]; nothing happens if there is none.
    pub fn revisit(&mut self, at: usize) {
        while self.past.len() > at {
            self.back();
        }
        while self.past.len() < at && self.can_go_forward() {
            self.forward();
        }
    }

    /// Whether there is somewhere to go back to.
    pub fn can_go_back(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is somewhere to go forward to.
    pub fn can_go_forward(&self) -> bool {
        !self.future.is_empty()
    }

    /// Forgets everything and stands in `room`: places of one case mean nothing in another.
    pub fn restart(&mut self, room: Room) {
        *self = Self { now: Place { room, selection: None }, ..Self::default() };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn back_then_forward_is_where_one_was() {
        let mut trail = Trail::default();
        let messages = Place { room: Room::Messages, selection: Some(Selection::Recipient("r1".into())) };
        trail.go(messages.clone());
        trail.back();
        assert_eq!(trail.now().room, Room::Start);
        trail.forward();
        assert_eq!(trail.now(), &messages);
        assert!(!trail.can_go_forward());
    }

    #[test]
    fn any_place_can_be_gone_to_at_once_and_the_others_stay() {
        let mut trail = Trail::default();
        for room in [Room::Messages, Room::People, Room::Origin] {
            trail.go(Place { room, selection: None });
        }
        let rooms = |trail: &Trail| (trail.places().0.iter().map(|place| place.room).collect::<Vec<_>>(), trail.places().1);
        let all = vec![Room::Start, Room::Messages, Room::People, Room::Origin];
        trail.revisit(1);
        assert_eq!(rooms(&trail), (all.clone(), 1));
        trail.revisit(3);
        assert_eq!(rooms(&trail), (all.clone(), 3));
        trail.revisit(9);
        assert_eq!(rooms(&trail), (all, 3));
    }

    #[test]
    fn going_somewhere_new_forgets_what_was_ahead() {
        let mut trail = Trail::default();
        trail.go(Place { room: Room::Messages, selection: None });
        trail.back();
        trail.go(Place { room: Room::People, selection: None });
        assert!(!trail.can_go_forward());
        assert!(trail.can_go_back());
    }
}
