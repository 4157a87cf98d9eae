//! Where the lists of the rooms and the rest of the window meet: what is remembered of a list, which list is in view, and what is asked of it.

use crate::model::SortedBy;
use crate::ui::window::command::ListAsk;
use egui::Id;
use serde::{Deserialize, Serialize};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// What the settings keep of a list. Nothing anybody filtered by: that names people, and belongs to the case.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Layout {
    /// Widths of columns, by their ids.
    pub widths: BTreeMap<String, f32>,
    /// Columns that are shown or not, where that was chosen.
    pub shown: BTreeMap<String, bool>,
    /// What it is sorted by.
    pub sort: Vec<SortedBy>,
}

/// See the module. Lists are drawn with the room only lent to them, so this changes from inside.
#[derive(Debug, Default)]
pub struct ListDesk {
    layouts: RefCell<BTreeMap<String, Layout>>,
    is_changed: Cell<bool>,
    /// The list in view; of several the one with the focus, else the first.
    front: Cell<Option<Id>>,
    asked: Cell<Option<(Id, ListAsk)>>,
    /// What is drawn now stands in a pane beside the one in front.
    is_beside: Cell<bool>,
}

impl ListDesk {
    /// With what the settings keep.
    pub fn new(layouts: BTreeMap<String, Layout>) -> Self {
        Self { layouts: RefCell::new(layouts), ..Self::default() }
    }

    /// A frame begins: whoever is drawn now is in view.
    pub fn begin(&self) {
        self.front.set(None);
    }

    /// A pane begins. Only in the one in front are keys without another owner listened to.
    pub fn enter(&self, is_front: bool) {
        self.is_beside.set(!is_front);
    }

    /// Whether what is drawn now stands in front.
    pub fn is_front(&self) -> bool {
        !self.is_beside.get()
    }

    /// Whether a list is in view.
    pub fn has_list(&self) -> bool {
        self.front.get().is_some()
    }

    /// Asks something of the list in view.
    pub fn ask(&self, ask: ListAsk) {
        self.asked.set(self.front.get().map(|id| (id, ask)));
    }

    /// What has changed since it was last asked, if anything.
    pub fn changed(&self) -> Option<BTreeMap<String, Layout>> {
        self.is_changed.take().then(|| self.layouts.borrow().clone())
    }

    /// A list is drawn; whether keys without another owner are its own.
    pub(super) fn meet(&self, id: Id, has_focus: bool) -> bool {
        if self.is_beside.get() {
            return false;
        }
        if has_focus || self.front.get().is_none() {
            self.front.set(Some(id));
        }
        self.front.get() == Some(id)
    }

    /// What is asked of this list; told once.
    pub(super) fn asked(&self, id: Id) -> Option<ListAsk> {
        let (of, ask) = self.asked.get()?;
        (of == id).then(|| {
            self.asked.set(None);
            ask
        })
    }

    pub(super) fn layout(&self, list: &str) -> Layout {
        self.layouts.borrow().get(list).cloned().unwrap_or_default()
    }

    pub(super) fn keep(&self, list: &str, layout: Layout) {
        let mut layouts = self.layouts.borrow_mut();
        if layouts.get(list) != Some(&layout) {
            layouts.insert(list.to_owned(), layout);
            self.is_changed.set(true);
        }
    }
}
