//! How panes are arranged, as the settings keep it: names of rooms and shares, nothing of a case.

use super::Panes;
use crate::ui::window::room::Room;
use egui_tiles::{Container, Linear, LinearDir, Tabs, Tile, TileId, Tiles};
use serde::{Deserialize, Deserializer, Serialize};
use std::collections::BTreeSet;

/// A pane, or several and how they stand to each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Arranged {
    /// A pane with this room, by its name.
    Room(String),
    /// Side by side, each with its share of the width.
    Row(Vec<(f32, Arranged)>),
    /// Below each other, each with its share of the height.
    Column(Vec<(f32, Arranged)>),
    /// Behind each other, and which of them is in front.
    Tabs(usize, Vec<Arranged>),
}

/// Reads what older or newer programs may have written otherwise: what is not understood is one pane, and the other settings stay.
pub fn lenient<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Arranged>, D::Error> {
    let value = serde_json::Value::deserialize(from)?;
    Ok(serde_json::from_value(value).ok())
}

/// A room by the name it is kept under; the start screen is never in a pane.
fn named(name: &str) -> Option<Room> {
    Room::ALL.into_iter().find(|room| *room != Room::Start && format!("{room:?}").eq_ignore_ascii_case(name))
}

impl Arranged {
    /// What `panes` look like; `None` for one pane alone.
    pub fn of(panes: &Panes) -> Option<Self> {
        panes.is_split().then(|| Self::tile(&panes.tree.tiles, panes.tree.root()?)).flatten()
    }

    fn tile(tiles: &Tiles<Room>, id: TileId) -> Option<Self> {
        let children = |container: &Container| -> Vec<(TileId, Self)> {
            container.children().filter_map(|child| Some((*child, Self::tile(tiles, *child)?))).collect()
        };
        Some(match tiles.get(id)? {
            Tile::Pane(room) => Self::Room(format!("{room:?}").to_lowercase()),
            Tile::Container(container) => {
                let found = children(container);
                match container {
                    Container::Tabs(tabs) => {
                        let front = found.iter().position(|(child, _)| tabs.is_active(*child)).unwrap_or(0);
                        Self::Tabs(front, found.into_iter().map(|(_, it)| it).collect())
                    }
                    Container::Linear(linear) => {
                        // A hundredth is finer than anybody drags.
                        let shared = found.into_iter().map(|(child, it)| ((linear.shares[child] * 100.0).round() / 100.0, it)).collect();
                        if linear.dir == LinearDir::Horizontal { Self::Row(shared) } else { Self::Column(shared) }
                    }
                    Container::Grid(_) => Self::Row(found.into_iter().map(|(_, it)| (1.0, it)).collect()),
                }
            }
        })
    }

    /// Puts the panes into `tiles`. A room that was there already is left out, and so is what has nothing in it.
    pub(super) fn build(&self, tiles: &mut Tiles<Room>, seen: &mut BTreeSet<Room>) -> Option<TileId> {
        let mut linear = |dir, parts: &[(f32, Self)]| {
            let mut linear = Linear { dir, ..Linear::default() };
            for (share, part) in parts {
                if let Some(child) = part.build(tiles, seen) {
                    linear.children.push(child);
                    linear.shares.set_share(child, if share.is_finite() { share.clamp(0.05, 20.0) } else { 1.0 });
                }
            }
            (!linear.children.is_empty()).then(|| tiles.insert_container(linear))
        };
        match self {
            Self::Room(name) => {
                let room = named(name).filter(|room| seen.insert(*room))?;
                Some(tiles.insert_pane(room))
            }
            Self::Row(parts) => linear(LinearDir::Horizontal, parts),
            Self::Column(parts) => linear(LinearDir::Vertical, parts),
            Self::Tabs(front, parts) => {
                let built: Vec<_> = parts.iter().map(|part| part.build(tiles, seen)).collect();
                let active = built.get(*front).copied().flatten();
                let mut tabs = Tabs::new(built.into_iter().flatten().collect());
                if let Some(active) = active {
                    tabs.set_active(active);
                }
                (!tabs.children.is_empty()).then(|| tiles.insert_container(tabs))
            }
        }
    }
}
