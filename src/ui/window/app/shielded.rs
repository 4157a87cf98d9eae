//! The witness shield as the app handles it: when it goes up and down, and what is shown instead of the case.

use super::App;
use crate::case::Case;
use crate::ui::window::rooms::Rooms;
use crate::ui::window::searching::Searching;
use crate::ui::window::session::Session;
use crate::ui::window::shield::{Shield, Shown};
use std::borrow::Cow;

impl App {
    /// Whether the shield is up and its view ready.
    pub fn is_shielded(&self) -> bool {
        self.veiled().is_some()
    }

    /// The veiled view: what is shown while the shield is up.
    pub fn shown(&self) -> Option<&Shown> {
        self.veiled()
    }

    /// Up or down. What is open over the window goes: it was made before.
    pub(super) fn toggle_shield(&mut self) {
        self.dialog = None;
        self.palette = None;
        self.picked.clear();
        self.searching.forget();
        if self.shield.take().is_some() {
            self.rooms = self.rooms_behind.take().unwrap_or_default();
            // Why something was not possible behind it is answered.
            for why in ["window-why-shielded", "frame-results-why-shielded", "frame-shield-reasoning"] {
                self.log.over(&self.words.text(why));
            }
        } else {
            self.shield = Some(Shield::default());
            self.rooms_behind = Some(std::mem::take(&mut self.rooms));
        }
        self.settings.is_shielded = self.shield.is_some();
        self.keep_settings();
    }

    /// The veiled view, if the shield is up and the view is ready.
    pub(super) fn veiled(&self) -> Option<&Shown> {
        self.shield.as_ref().and_then(Shield::shown)
    }

    /// The case that may be shown; none while the shield is up and its view not ready.
    pub(super) fn shown_case(&self) -> Option<&Case> {
        match &self.shield {
            Some(shield) => shield.shown().map(|shown| &shown.case),
            None => self.session.as_ref().map(Session::case),
        }
    }

    /// Forgets what was behind the shield, with the case it was of.
    pub(super) fn forget_rooms(&mut self) {
        self.rooms = Rooms::default();
        self.rooms_behind = None;
        self.picked.clear();
        self.searching = Searching::default();
        if let Some(shield) = &mut self.shield {
            *shield = Shield::default();
        }
    }

    /// A text that may be shown: with nobody in it while the shield is up, and not at all before it is ready.
    pub(super) fn may_show<'a>(&self, text: &'a str) -> Cow<'a, str> {
        match &self.shield {
            None => Cow::Borrowed(text),
            Some(shield) => Cow::Owned(shield.shown().map_or_else(|| self.words.text("frame-shield-hidden"), |shown| shown.text(text))),
        }
    }
}
