//! The middle of the window as panes, each with one room: split, docked, remembered. Which rooms there are and what they draw is not decided here.
//!
//! A room has one view, so it stands in one pane at most: asking for one that is open brings its pane to the front. As long as there is one pane, there is
//! nothing to be seen of all this.

pub mod arranged;
mod dock;

use super::room::Room;
use arranged::Arranged;
pub use dock::{Docking, Happened};
use egui_tiles::{Container, Linear, LinearDir, SimplificationOptions, Tile, TileId, Tiles, Tree};
use std::collections::BTreeSet;

/// Every pane has a tab, so that it can be taken hold of; what is empty or alone goes.
const ORDER: SimplificationOptions = SimplificationOptions {
    prune_empty_tabs: true,
    prune_empty_containers: true,
    prune_single_child_tabs: true,
    prune_single_child_containers: true,
    all_panes_must_have_tabs: true,
    join_nested_linear_containers: true,
    flatten_tabs_in_tabs: true,
};

/// Where a new pane goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// To the right of the pane in front.
    Beside,
    /// Below it.
    Below,
}

/// The panes and which of them is in front.
#[derive(Debug)]
pub struct Panes {
    tree: Tree<Room>,
    front: TileId,
    /// The pane whose tab shall take the focus of the keyboard, so that the next Tab leads into it.
    wants_focus: bool,
}

impl Default for Panes {
    fn default() -> Self {
        Self::one(Room::Overview)
    }
}

impl Panes {
    /// One pane.
    fn one(room: Room) -> Self {
        let mut tiles = Tiles::default();
        let front = tiles.insert_pane(room);
        Self { tree: Tree::new(id(), front, tiles), front, wants_focus: false }
    }

    /// As they were left; one pane if that is not known or nothing sensible.
    pub fn new(kept: Option<&Arranged>) -> Self {
        let mut tiles = Tiles::default();
        let built = kept.and_then(|kept| kept.build(&mut tiles, &mut BTreeSet::new()));
        let Some(root) = built else { return Self::default() };
        let mut panes = Self { tree: Tree::new(id(), root, tiles), front: root, wants_focus: false };
        panes.tidy();
        panes.front = panes.all().first().map_or(root, |(tile, _)| *tile);
        panes
    }

    /// Whether there is more than one.
    pub fn is_split(&self) -> bool {
        self.count() > 1
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.tree.tiles.tiles().filter(|tile| tile.is_pane()).count()
    }

    /// Whether `room` has a pane, be it behind others.
    pub fn has(&self, room: Room) -> bool {
        self.tree.tiles.find_pane(&room).is_some()
    }

    /// The rooms that can be seen, in reading order.
    pub fn visible(&self) -> Vec<Room> {
        let active = self.tree.active_tiles();
        self.all().into_iter().filter(|(tile, _)| active.contains(tile)).map(|(_, room)| room).collect()
    }

    /// Every pane in reading order.
    fn all(&self) -> Vec<(TileId, Room)> {
        fn gather(tiles: &Tiles<Room>, id: TileId, found: &mut Vec<(TileId, Room)>) {
            match tiles.get(id) {
                Some(Tile::Pane(room)) => found.push((id, *room)),
                Some(Tile::Container(container)) => container.children().for_each(|child| gather(tiles, *child, found)),
                None => {}
            }
        }
        let mut found = Vec::new();
        if let Some(root) = self.tree.root() {
            gather(&self.tree.tiles, root, &mut found);
        }
        found
    }

    /// Brings `room` to the front: its own pane if it has one, else in the pane that is there. The start screen has the whole middle, panes wait behind it.
    pub fn show(&mut self, room: Room) {
        if room == Room::Start {
            return;
        }
        if let Some(tile) = self.tree.tiles.find_pane(&room) {
            self.front = tile;
        } else if let Some(Tile::Pane(shown)) = self.tree.tiles.get_mut(self.front) {
            *shown = room;
        } else {
            *self = Self::one(room);
        }
        let front = self.front;
        self.tree.make_active(|tile, _| tile == front);
    }

    /// Opens `room` in a pane of its own at this side of the one in front.
    pub fn open(&mut self, room: Room, side: Side) {
        if self.has(room) || room == Room::Start {
            return self.show(room);
        }
        let tiles = &mut self.tree.tiles;
        let fresh = tiles.insert_pane(room);
        let tabs = tiles.parent_of(self.front).filter(|parent| matches!(tiles.get_container(*parent), Some(Container::Tabs(_))));
        let anchor = tabs.unwrap_or(self.front);
        let parent = tiles.parent_of(anchor);
        let dir = if side == Side::Beside { LinearDir::Horizontal } else { LinearDir::Vertical };
        if let Some(Tile::Container(Container::Linear(linear))) = parent.and_then(|parent| tiles.get_mut(parent))
            && linear.dir == dir
        {
            let at = linear.children.iter().position(|child| *child == anchor).map_or(0, |at| at + 1);
            linear.children.insert(at, fresh);
            let half = linear.shares[anchor] / 2.0;
            linear.shares.set_share(anchor, half);
            linear.shares.set_share(fresh, half);
        } else {
            let both = tiles.insert_container(Linear::new(dir, vec![anchor, fresh]));
            match parent.and_then(|parent| tiles.get_mut(parent)) {
                Some(Tile::Container(container)) => drop(container.replace_child(anchor, both)),
                _ => self.tree = Tree::new(id(), both, std::mem::take(tiles)),
            }
        }
        self.tidy();
        self.show(room);
    }

    /// Closes the pane of `room`; the last one stays. Says which room is in front now.
    pub fn close(&mut self, room: Room) -> Option<Room> {
        let tile = self.tree.tiles.find_pane(&room).filter(|_| self.is_split())?;
        let before = self.all().iter().position(|(it, _)| *it == tile).unwrap_or(0);
        self.tree.remove_recursively(tile);
        self.tidy();
        if tile == self.front {
            // A tab that lay behind comes up; else the neighbour.
            let (all, visible) = (self.all(), self.visible());
            let next = all.iter().skip(before.saturating_sub(1)).chain(&all).find(|(_, room)| visible.contains(room))?;
            self.front = next.0;
        }
        self.in_front()
    }

    /// Only the pane in front stays.
    pub fn unsplit(&mut self) {
        *self = Self::one(self.in_front().unwrap_or(Room::Overview));
    }

    /// Goes to the next pane in reading order, panes behind others too, and puts the keyboard there.
    pub fn advance(&mut self) -> Option<Room> {
        let all = self.all();
        let at = all.iter().position(|(tile, _)| *tile == self.front)?;
        let (_, room) = all.get((at + 1) % all.len())?;
        self.show(*room);
        self.wants_focus = true;
        Some(*room)
    }

    /// The room of the pane in front.
    pub fn in_front(&self) -> Option<Room> {
        self.tree.tiles.get_pane(&self.front).copied()
    }

    /// Draws the panes; `draw` draws one room. Says what somebody did with them.
    pub fn ui(&mut self, ui: &mut egui::Ui, mut docking: Docking<'_>) -> Happened {
        docking.front = self.in_front();
        docking.wants_focus = std::mem::take(&mut self.wants_focus);
        self.tree.ui(&mut docking, ui);
        docking.happened
    }

    fn tidy(&mut self) {
        self.tree.simplify(&ORDER);
        let front = self.front;
        self.tree.make_active(|tile, _| tile == front);
    }
}

fn id() -> egui::Id {
    egui::Id::unique("panes")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rooms(panes: &Panes) -> Vec<Room> {
        panes.all().into_iter().map(|(_, room)| room).collect()
    }

    fn three() -> Panes {
        let mut panes = Panes::default();
        panes.open(Room::Messages, Side::Beside);
        panes.open(Room::Timeline, Side::Below);
        panes
    }

    #[test]
    fn a_room_that_is_open_is_brought_to_the_front_and_not_opened_twice() {
        let mut panes = three();
        panes.open(Room::Overview, Side::Beside);
        assert_eq!(rooms(&panes), [Room::Overview, Room::Messages, Room::Timeline]);
        assert_eq!(panes.in_front(), Some(Room::Overview));
        panes.show(Room::Messages);
        assert_eq!((rooms(&panes).len(), panes.in_front()), (3, Some(Room::Messages)));
    }

    #[test]
    fn another_room_takes_the_pane_in_front() {
        let mut panes = three();
        panes.show(Room::People);
        assert_eq!(rooms(&panes), [Room::Overview, Room::Messages, Room::People]);
    }

    #[test]
    fn what_is_kept_comes_back_with_its_shares() {
        let panes = three();
        let kept = Arranged::of(&panes).unwrap();
        let json = serde_json::to_string(&kept).unwrap();
        let read: Arranged = serde_json::from_str(&json).unwrap();
        let back = Panes::new(Some(&read));
        assert_eq!(rooms(&back), rooms(&panes));
        assert_eq!(Arranged::of(&back), Some(kept));
    }

    #[test]
    fn nonsense_in_the_settings_is_as_few_panes_as_make_sense() {
        let twice = Arranged::Row(vec![(f32::NAN, Arranged::Room("people".into())), (1.0, Arranged::Room("people".into()))]);
        let panes = Panes::new(Some(&twice));
        assert_eq!(rooms(&panes), [Room::People]);
        assert_eq!(Arranged::of(&panes), None);
        for kept in [Arranged::Row(Vec::new()), Arranged::Room("cellar".into()), Arranged::Tabs(7, vec![Arranged::Room("start".into())])] {
            assert_eq!(Panes::new(Some(&kept)).count(), 1);
        }
    }

    #[test]
    fn closing_leads_to_what_is_left_and_the_last_pane_stays() {
        let mut panes = three();
        assert_eq!(panes.close(Room::Timeline), Some(Room::Messages));
        assert_eq!(panes.close(Room::Overview), Some(Room::Messages));
        assert_eq!(panes.close(Room::Messages), None);
        assert_eq!(rooms(&panes), [Room::Messages]);
    }

    #[test]
    fn the_next_pane_is_every_pane_in_turn() {
        let mut panes = three();
        let round: Vec<_> = (0..3).filter_map(|_| panes.advance()).collect();
        assert_eq!(round, [Room::Overview, Room::Messages, Room::Timeline]);
        panes.unsplit();
        assert_eq!(rooms(&panes), [Room::Timeline]);
    }
}
