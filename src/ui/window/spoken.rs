//! What a screen reader hears of what egui and `egui_tiles` draw themselves: they name their handles in English, and have no other way to say it.
//!
//! The names are replaced in the accessibility tree on its way out, so that every handle there is speaks the language of the window.

use crate::words::Words;
use egui::accesskit::{Orientation, Role};
use egui::{Context, FullOutput, Plugin};

/// The names, in the language of the window.
pub struct Spoken {
    width: String,
    height: String,
    left: String,
    right: String,
}

impl Spoken {
    /// The names as these words say them.
    pub fn new(words: &Words) -> Self {
        let text = |id: &str| words.text(id);
        Self { width: text("panes-edge-width"), height: text("panes-edge-height"), left: text("panes-tabs-left"), right: text("panes-tabs-right") }
    }

    /// From now on `words` are spoken.
    pub fn speak(ctx: &Context, words: &Words) {
        let spoken = Self::new(words);
        if ctx.with_plugin::<Self, _>(|plugin| plugin.clone_from(&spoken)).is_none() {
            ctx.add_plugin(spoken);
        }
    }

    fn clone_from(&mut self, other: &Self) {
        let Self { width, height, left, right } = other;
        (self.width, self.height, self.left, self.right) = (width.clone(), height.clone(), left.clone(), right.clone());
    }

    /// What is said instead of what egui says.
    fn instead(&self, role: Role, orientation: Option<Orientation>, said: &str) -> Option<&str> {
        match (role, said) {
            // The divider of a panel beside something is vertical, and dragging it changes a width.
            (Role::Splitter, _) if orientation == Some(Orientation::Vertical) => Some(&self.width),
            (Role::Splitter, _) => Some(&self.height),
            (Role::Button, "Scroll tabs left") => Some(&self.left),
            (Role::Button, "Scroll tabs right") => Some(&self.right),
            _ => None,
        }
    }
}

impl Plugin for Spoken {
    fn debug_name(&self) -> &'static str {
        "spoken"
    }

    fn output_hook(&mut self, _ctx: &Context, output: &mut FullOutput) {
        let Some(update) = &mut output.platform_output.accesskit_update else { return };
        for (_, node) in &mut update.nodes {
            let orientation = node.orientation();
            if let Some(text) = node.label().and_then(|said| self.instead(node.role(), orientation, said)) {
                node.set_label(text);
            }
        }
    }
}
