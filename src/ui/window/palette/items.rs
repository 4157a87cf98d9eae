//! What the palette offers: every command, the rooms, the samples, recent cases, and what the open case is about.

use super::fuzzy;
use crate::case::Case;
use crate::chart::timeline::Target;
use crate::ui::samples;
use crate::ui::window::command::{Command, CommandState, catalogue};
use crate::ui::window::kit;
use crate::ui::window::room::{Room, Selection};
use crate::ui::window::settings::UserSettings;
use crate::words::Words;
use std::collections::BTreeSet;

/// One thing that can be chosen.
#[derive(Clone, Debug)]
pub struct Item {
    /// What it is called.
    pub text: String,
    /// Where it stands: the menu, or what kind of thing it is.
    pub group: String,
    /// What choosing it does.
    pub command: Command,
    /// A name that stays the same in every language and run, for those that are remembered.
    pub name: Option<String>,
    folded: Vec<char>,
    /// How many letters of it are the text; the rest is the group.
    own: usize,
}

/// What can be offered now.
pub struct Stock<'a> {
    /// The open case.
    pub case: Option<&'a Case>,
    /// Recent cases and commands.
    pub settings: &'a UserSettings,
    /// Whether people are hidden: then recent cases are not named.
    pub is_shielded: bool,
    /// The language.
    pub words: &'a Words,
}

/// What finding the query in the text itself is worth, and what not being possible now costs; the beginning of a word is worth 10.
const OWN_TEXT: i32 = 8;
const OUT_OF_REACH: i32 = 12;

/// At most this many are shown.
pub const SHOWN: usize = 60;

impl Stock<'_> {
    /// Everything that can be offered, commands first.
    pub fn items(&self) -> Vec<Item> {
        let mut items: Vec<Item> =
            catalogue::titled().into_iter().filter(|(_, it)| !matches!(it, Command::ShowPalette)).map(|it| self.command(it)).collect();
        let words = self.words;
        let group = words.text("frame-palette-sample");
        items.extend(samples::list().iter().map(|sample| {
            let text = words.text(&format!("window-sample-{}", sample.name));
            item(text, group.clone(), Command::OpenSample(sample.name.to_owned()), Some(format!("sample {}", sample.name)))
        }));
        let group = words.text("frame-palette-recent");
        items.extend(self.settings.recent.iter().filter(|_| !self.is_shielded).map(|recent| {
            let file = recent.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
            let text = if recent.title.is_empty() { file } else { recent.title.clone() };
            item(text, group.clone(), Command::OpenPath(recent.path.clone()), None)
        }));
        if let Some(case) = self.case {
            self.of_case(case, &mut items);
        }
        items
    }

    fn command(&self, (menu, command): (&'static str, Command)) -> Item {
        let words = self.words;
        let name = Some(format!("{command:?}"));
        item(command.text(words), words.text(menu), command, name)
    }

    fn of_case(&self, case: &Case, items: &mut Vec<Item>) {
        let (contents, words) = (case.contents(), self.words);
        let people: BTreeSet<_> = contents.posts.iter().map(|post| &post.person).chain(contents.accesses.iter().map(|it| &it.person)).collect();
        let group = words.text("frame-palette-person");
        items.extend(
            people
                .into_iter()
                .filter(|person| !person.0.is_empty())
                .map(|person| item(person.0.clone(), group.clone(), Command::Show(Room::People, Selection::Person(person.clone())), None)),
        );
        let group = words.text("frame-palette-source");
        items.extend(contents.sources.iter().map(|source| {
            let text = if source.name.is_empty() { source.id.0.clone() } else { source.name.clone() };
            item(text, group.clone(), Command::Show(Room::Sources, Selection::Mark(Target::Source(source.id.clone()))), None)
        }));
        let group = words.text("frame-palette-message");
        items.extend(contents.messages.iter().filter(|message| message.duplicate_of.is_none()).map(|message| {
            let subject = if message.subject.is_empty() { words.text("window-no-subject") } else { message.subject.clone() };
            let to = if message.delivered_to.is_empty() { &message.to } else { &message.delivered_to };
            let day = message.sent_on.as_ref().map(|day| kit::short_day(day, words.language())).unwrap_or_default();
            let who = to.first().map_or("", |to| if to.address.is_empty() { &to.name } else { &to.address });
            let text = [subject.as_str(), &day, who].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
            item(text, group.clone(), Command::Show(Room::Messages, Selection::Message(message.id)), None)
        }));
        let group = words.text("frame-palette-recipient");
        items.extend(contents.recipients.iter().map(|recipient| {
            let who = crate::link::full_name(&recipient.identity);
            let text = if who.is_empty() { recipient.id.0.clone() } else { format!("{who} · {}", recipient.id) };
            item(text, group.clone(), Command::Show(Room::Recipients, Selection::Recipient(recipient.id.clone())), None)
        }));
    }
}

fn item(text: String, group: String, command: Command, name: Option<String>) -> Item {
    // What is typed may name the kind of thing too: « fichier adhérents ».
    let own = fuzzy::folded(&text).len();
    let folded = fuzzy::folded(&format!("{text} {group}"));
    Item { text, group, command, name, folded, own }
}

impl Item {
    /// How well it answers a folded query: by its own text rather than by the kind of thing it is, and by what can be done now rather than by what cannot.
    fn score(&self, query: &[char], state: &CommandState) -> Option<i32> {
        let own = self.folded.get(..self.own).and_then(|own| fuzzy::score(query, own)).map(|score| score + OWN_TEXT);
        let score = own.max(fuzzy::score(query, &self.folded))?;
        Some(if self.command.why_not(state).is_some() { score - OUT_OF_REACH } else { score })
    }
}

/// The numbers of the items that answer a query, best first: those chosen lately before the others, what cannot be done now after what can.
/// Without a query only what has a name of its own is shown, the people of a case are too many.
pub fn answer(items: &[Item], query: &str, state: &CommandState, recent: &[String]) -> Vec<usize> {
    let query = fuzzy::folded(query);
    let rank = |item: &Item| item.name.as_ref().and_then(|name| recent.iter().position(|it| it == name));
    let mut found: Vec<(usize, i32)> = if query.is_empty() {
        items.iter().enumerate().filter(|(_, item)| item.name.is_some()).map(|(at, _)| (at, 0)).collect()
    } else {
        items.iter().enumerate().filter_map(|(at, item)| Some((at, item.score(&query, state)?))).collect()
    };
    found.sort_by_key(|&(at, score)| {
        let item = &items[at];
        let is_off = item.command.why_not(state).is_some();
        let recency = rank(item).unwrap_or(usize::MAX);
        // A query decides before habit does; without one, habit before the order of the menus.
        (query.is_empty() && is_off, std::cmp::Reverse(score), is_off, recency, at)
    });
    found.into_iter().map(|(at, _)| at).take(SHOWN).collect()
}
