//! People: who held which post, who opened which file, and opportunity according to documents.
//!
//! People are always listed by name; nothing here ranks them.

mod facts;
mod log;
mod persons;
mod post_form;
mod posts;

use crate::chart::timeline::Target;
use crate::model::{ImportKind, PostId};
use crate::ui::window::command::Command;
use crate::ui::window::room::{RoomContext, RoomView, Selection};
use crate::ui::window::widgets::empty;
use crate::ui::window::widgets::list::List;
use facts::Facts;

/// What the room shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Tab {
    #[default]
    Posts,
    Persons,
    Log,
}

/// The room.
#[derive(Default)]
pub struct PeopleRoom {
    tab: Tab,
    facts: Option<Facts>,
    posts: posts::PostsView,
    persons: persons::PersonsView,
    log: List,
    /// What was selected in the last frame: a post selected elsewhere is shown here.
    selected_before: Option<Selection>,
}

impl RoomView for PeopleRoom {
    fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let words = ctx.words;
        self.follow_selection(ctx);
        ui.horizontal_wrapped(|ui| {
            for (tab, word) in [(Tab::Posts, "rooms-people-posts"), (Tab::Persons, "rooms-people-persons"), (Tab::Log, "rooms-people-log")] {
                ui.selectable_value(&mut self.tab, tab, words.text(word));
            }
        });
        ui.separator();
        let Self { tab, facts, posts, persons, log, .. } = self;
        if facts.as_ref().is_none_or(|facts| !facts.holds(ctx)) {
            *facts = Some(Facts::new(ctx));
        }
        let Some(facts) = facts.as_ref() else { return };
        let contents = ctx.case.contents();
        match tab {
            Tab::Posts => posts.ui(ui, ctx, facts, commands),
            Tab::Persons if facts.persons.is_empty() => {
                nobody(ui, ctx, ImportKind::Roster, "rooms-people-nobody", "rooms-people-nobody-next", "rooms-people-import", commands);
            }
            Tab::Persons => persons.ui(ui, ctx, facts, commands),
            Tab::Log if contents.accesses.is_empty() => {
                nobody(ui, ctx, ImportKind::AccessLog, "rooms-people-no-log", "rooms-people-no-log-next", "rooms-people-import-log", commands);
            }
            Tab::Log => log::list(log, ui, ctx, facts, commands),
        }
    }
}

impl PeopleRoom {
    fn follow_selection(&mut self, ctx: &RoomContext<'_>) {
        if ctx.selection == self.selected_before.as_ref() {
            return;
        }
        self.selected_before = ctx.selection.cloned();
        match ctx.selection {
            Some(Selection::Mark(Target::Post(id))) => {
                self.tab = Tab::Posts;
                self.posts.chosen = Some(*id);
            }
            Some(Selection::Mark(Target::Access(_))) => self.tab = Tab::Log,
            Some(Selection::Person(person)) => self.persons.chosen = Some(persons::Whose::Person(person.clone())),
            _ => {}
        }
    }
}

/// What an empty tab says.
fn nobody(ui: &mut egui::Ui, ctx: &RoomContext<'_>, kind: ImportKind, title: &str, advice: &str, action: &str, commands: &mut Vec<Command>) {
    let (title, advice, action) = (ctx.words.text(title), ctx.words.text(advice), ctx.words.text(action));
    empty::empty_state(ui, &title, &advice, Some((&action, Command::AddFiles(Some(kind)))), commands);
}

fn select_post(id: PostId) -> Command {
    Command::Select(Selection::Mark(Target::Post(id)))
}
