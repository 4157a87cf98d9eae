//! The roster: every post, with the form of the chosen one below.

use super::facts::Facts;
use super::{post_form, select_post};
use crate::case::{Case, Edit, Record};
use crate::model::{Certainty, ImportId, ImportKind, Language, PersonId, Post, PostId, SourceId, Thing, UncertainDay};
use crate::ui::window::command::{Command, about};
use crate::ui::window::room::RoomContext;
use crate::ui::window::widgets::list::{CellAt, Cells, Column, Key, List, Rows, Spec};
use crate::ui::window::widgets::{table, text_field};
use crate::words::{Words, format};
use egui::{Panel, Ui};
use std::borrow::Cow;

/// The view state.
#[derive(Default)]
pub struct PostsView {
    list: List,
    /// Name typed for a new post.
    new_person: String,
    /// The post in the form.
    pub chosen: Option<PostId>,
    /// A post was just added: choose it when it is there.
    awaited: Option<PersonId>,
    /// Number of posts when it was asked for.
    awaited_beyond: usize,
}

impl PostsView {
    /// Draws the roster.
    pub fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, facts: &Facts, commands: &mut Vec<Command>) {
        let words = ctx.words;
        let contents = ctx.case.contents();
        self.choose_awaited(&contents.posts);
        if contents.posts.is_empty() {
            ui.horizontal_wrapped(|ui| self.ask(ui, ctx, commands));
            let (title, advice) = ("rooms-people-nobody", "rooms-people-nobody-next");
            super::nobody(ui, ctx, ImportKind::Roster, title, advice, "rooms-people-import", commands);
            return;
        }
        if let Some(post) = self.chosen.and_then(|id| contents.posts.iter().find(|post| post.id == id)) {
            Panel::bottom("post-form").resizable(true).default_size(232.0).min_size(120.0).show(ui, |ui| {
                ui.add_space(6.0);
                egui::ScrollArea::vertical().id_salt("post-form-scroll").auto_shrink([false, false]).show(ui, |ui| {
                    post_form::form(ui, ctx, post, facts.has_two_hats(&post.person), commands);
                });
            });
        }
        let Self { list, chosen, new_person, awaited, awaited_beyond } = self;
        let selected = chosen.and_then(|id| facts.posts.iter().position(|&at| contents.posts[at].id == id));
        let spec = Spec::new("posts", words.text("rooms-people-posts"), &facts.post_rows).selecting(selected);
        let lead = |ui: &mut Ui, commands: &mut Vec<Command>| {
            if let Some(person) = add(ui, ctx, new_person, commands) {
                *awaited = Some(person);
                *awaited_beyond = contents.posts.len();
            }
            ui.separator();
        };
        if let Some(row) = list.show(ui, ctx, &spec, lead, &mut PostCells { ctx, facts }, commands) {
            let id = contents.posts[facts.posts[row]].id;
            *chosen = Some(id);
            commands.push(select_post(id));
        }
    }

    fn ask(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        if let Some(person) = add(ui, ctx, &mut self.new_person, commands) {
            self.awaited = Some(person);
            self.awaited_beyond = ctx.case.contents().posts.len();
        }
    }

    fn choose_awaited(&mut self, posts: &[Post]) {
        if posts.len() > self.awaited_beyond
            && let Some(person) = self.awaited.take()
        {
            self.chosen = posts.iter().filter(|post| post.person == person).map(|post| post.id).max();
        }
    }
}

/// The field for a new post; whose was asked for.
fn add(ui: &mut Ui, ctx: &RoomContext<'_>, new_person: &mut String, commands: &mut Vec<Command>) -> Option<PersonId> {
    let words = ctx.words;
    text_field::filter_field(ui, &words.text("rooms-people-new-name"), new_person, 170.0);
    let name = new_person.trim();
    if !ui.add_enabled(!name.is_empty(), egui::Button::new(words.text("rooms-people-add"))).clicked() {
        return None;
    }
    let person = PersonId::from(name);
    commands.push(Command::Edit(Edit::Put { record: Box::new(Record::Post(new_post(person.clone()))) }));
    new_person.clear();
    Some(person)
}

/// Numbers of the columns.
const TITLES: [&str; 9] = ["person", "post", "body", "access", "from", "to", "certainty", "proof", "proof-date"];
const WIDTHS: [f32; 9] = [150.0, 138.0, 138.0, 150.0, 124.0, 124.0, 76.0, 124.0, 124.0];

/// The posts as rows of a list, by person and then by first day.
pub struct PostRows {
    case: Case,
    columns: Vec<Column>,
    /// Indices of posts, in the order of the rows.
    posts: Vec<usize>,
    /// Of each: what it gives access to, in words; whether that is a file.
    access: Vec<(String, bool)>,
    certainties: [(Certainty, String); 2],
    unknown_day: String,
    no_proof: String,
    language: Language,
}

impl PostRows {
    /// The rows in this order. `has_two_hats` says it of a person.
    pub fn new(ctx: &RoomContext<'_>, posts: Vec<usize>, has_two_hats: impl Fn(&PersonId) -> bool) -> Self {
        let words = ctx.words;
        let all = &ctx.case.contents().posts;
        let column = |(id, width): (&'static str, f32)| {
            let column = Column::new(id, words.text(&format!("rooms-people-{id}")), width);
            match id {
                "body" | "access" => column.choice(),
                "from" | "to" | "proof-date" => column.day(),
                _ => column,
            }
        };
        let access = |&at: &usize| match access_text(all[at].source.as_ref(), ctx) {
            Some(name) => (name, true),
            None if has_two_hats(&all[at].person) => (words.text("rooms-people-other-hat"), false),
            None => (words.text("rooms-people-no-access"), false),
        };
        Self {
            case: ctx.case.clone(),
            columns: TITLES.into_iter().zip(WIDTHS).map(column).collect(),
            access: posts.iter().map(access).collect(),
            posts,
            certainties: [Certainty::Certain, Certainty::Possible].map(|it| (it, certainty_text(it, words))),
            unknown_day: words.text("rooms-people-unknown-day"),
            no_proof: words.text("rooms-people-no-proof"),
            language: words.language(),
        }
    }

    fn post(&self, row: usize) -> &Post {
        &self.case.contents().posts[self.posts[row]]
    }

    fn day(&self, row: usize, column: usize) -> Option<&UncertainDay> {
        let post = self.post(row);
        match TITLES[column] {
            "from" => post.from.as_ref(),
            "to" => post.to.as_ref(),
            _ => post.proof_date.as_ref(),
        }
    }
}

impl Rows for PostRows {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn len(&self) -> usize {
        self.posts.len()
    }

    fn thing(&self, row: usize) -> Option<Thing> {
        Some(Thing::Post(self.post(row).id))
    }

    fn text(&self, row: usize, column: usize) -> Cow<'_, str> {
        let post = self.post(row);
        match TITLES[column] {
            "person" => post.person.as_str().into(),
            "post" => post.post.as_str().into(),
            "body" => post.body.as_str().into(),
            "access" => self.access[row].0.as_str().into(),
            "certainty" => self.certainties.iter().find(|(it, _)| *it == post.certainty).map_or("", |(_, text)| text).into(),
            "proof" if post.proof.is_empty() => self.no_proof.as_str().into(),
            "proof" => post.proof.as_str().into(),
            // An empty end is not today.
            _ => self.day(row, column).map_or(Cow::Borrowed(self.unknown_day.as_str()), |day| format::uncertain_day(day, self.language).into()),
        }
    }

    fn key(&self, row: usize, column: usize) -> Key<'_> {
        match TITLES[column] {
            "from" | "to" | "proof-date" => Key::day(self.day(row, column)),
            "proof" if self.post(row).proof.is_empty() => Key::Missing,
            _ => match self.text(row, column) {
                text if text.is_empty() => Key::Missing,
                text => Key::Text(text),
            },
        }
    }
}

/// What is not known stands in the quiet colour.
struct PostCells<'a> {
    ctx: &'a RoomContext<'a>,
    facts: &'a Facts,
}

impl Cells for PostCells<'_> {
    fn cell(&mut self, ui: &mut Ui, at: CellAt<'_>, _commands: &mut Vec<Command>) -> bool {
        let post = &self.ctx.case.contents().posts[self.facts.posts[at.row]];
        let is_known = match TITLES[at.column] {
            "access" => post.source.is_some() || self.facts.has_two_hats(&post.person),
            "from" => post.from.is_some(),
            "to" => post.to.is_some(),
            "proof" => !post.proof.is_empty(),
            "proof-date" => post.proof_date.is_some(),
            _ => true,
        };
        if !is_known {
            table::weak_cell(ui, at.text);
        }
        !is_known
    }

    fn has_menu(&self) -> bool {
        true
    }

    fn menu(&self, row: usize) -> Vec<Command> {
        about::person(&self.ctx.case.contents().posts[self.facts.posts[row]].person)
    }
}

/// The file a post gave access to.
pub fn access_text(source: Option<&SourceId>, ctx: &RoomContext<'_>) -> Option<String> {
    let id = source?;
    let name = ctx.case.contents().source(id).map(|source| source.name.as_str()).filter(|name| !name.is_empty());
    Some(name.unwrap_or(id.as_str()).to_owned())
}

/// Stated or likely.
pub fn certainty_text(certainty: Certainty, words: &Words) -> String {
    words.text(match certainty {
        Certainty::Certain => "rooms-people-certain",
        Certainty::Possible => "rooms-people-possible",
    })
}

/// An empty post; the app gives it its number.
fn new_post(person: PersonId) -> Post {
    Post {
        id: PostId(0),
        import: ImportId(0),
        evidence: None,
        row: 0,
        person,
        post: String::new(),
        body: String::new(),
        source: None,
        from: None,
        to: None,
        certainty: Certainty::Possible,
        proof: String::new(),
        proof_date: None,
        documented: None,
    }
}
