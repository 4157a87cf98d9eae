//! The roster: every post, with the form of the chosen one below.

use super::facts::Facts;
use super::{post_form, select_post};
use crate::case::{Edit, Record};
use crate::model::{Certainty, ImportId, ImportKind, PersonId, Post, PostId, SourceId, UncertainDay};
use crate::normalise::fold;
use crate::ui::window::command::Command;
use crate::ui::window::room::RoomContext;
use crate::ui::window::widgets::table;
use crate::ui::window::widgets::{self, text_field};
use crate::words::{Words, format};
use egui::{Panel, Sense};
use egui_extras::{Column, TableBuilder};

/// The view state.
#[derive(Default)]
pub struct PostsView {
    filter: String,
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
            ui.horizontal_wrapped(|ui| self.add(ui, ctx, commands));
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
        let filter = fold(&self.filter);
        let matches = |post: &Post| {
            filter.is_empty() || [post.person.as_str(), &post.post, &post.body, &post.proof].into_iter().any(|text| fold(text).contains(&filter))
        };
        let shown: Vec<usize> = facts.posts.iter().copied().filter(|&at| matches(&contents.posts[at])).collect();
        ui.horizontal_wrapped(|ui| {
            text_field::filter_field(ui, &words.text("rooms-filter"), &mut self.filter, 200.0);
            let (few, all) = (widgets::number(words, shown.len()), widgets::number(words, contents.posts.len()));
            ui.label(words.text_with("rooms-shown-of", &crate::args! { "shown" => few, "total" => all }));
            ui.separator();
            self.add(ui, ctx, commands);
        });
        ui.add_space(4.0);
        if shown.is_empty() {
            widgets::empty::nothing_here(ui, &words.text("rooms-nothing-matches"));
            return;
        }
        egui::ScrollArea::horizontal().id_salt("posts-across").auto_shrink([false, false]).show(ui, |ui| {
            self.table(ui, ctx, facts, &shown, commands);
        });
    }

    fn choose_awaited(&mut self, posts: &[Post]) {
        if posts.len() > self.awaited_beyond
            && let Some(person) = self.awaited.take()
        {
            self.chosen = posts.iter().filter(|post| post.person == person).map(|post| post.id).max();
        }
    }

    fn add(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, commands: &mut Vec<Command>) {
        let words = ctx.words;
        text_field::filter_field(ui, &words.text("rooms-people-new-name"), &mut self.new_person, 190.0);
        let name = self.new_person.trim();
        if ui.add_enabled(!name.is_empty(), egui::Button::new(words.text("rooms-people-add"))).clicked() {
            let person = PersonId::from(name);
            commands.push(Command::Edit(Edit::Put { record: Box::new(Record::Post(new_post(person.clone()))) }));
            self.awaited = Some(person);
            self.awaited_beyond = ctx.case.contents().posts.len();
            self.new_person.clear();
        }
    }

    fn table(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, facts: &Facts, shown: &[usize], commands: &mut Vec<Command>) {
        let words = ctx.words;
        let contents = ctx.case.contents();
        let column = |width: f32| Column::initial(width).at_least(50.0).resizable(true).clip(true);
        let titles = ["person", "post", "body", "access", "from", "to", "certainty", "proof", "proof-date"];
        TableBuilder::new(ui)
            .id_salt("posts")
            .striped(true)
            .sense(Sense::CLICK)
            .auto_shrink([false, false])
            .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
            .column(column(150.0))
            .columns(column(138.0), 2)
            .column(column(150.0))
            .columns(column(124.0), 2)
            .column(column(76.0))
            .columns(column(124.0), 2)
            .header(table::HEADER_HEIGHT, |mut row| {
                for title in titles {
                    table::plain_header(&mut row, &words.text(&format!("rooms-people-{title}")));
                }
            })
            .body(|body| {
                body.rows(table::ROW_HEIGHT, shown.len(), |mut row| {
                    let post = &contents.posts[shown[row.index()]];
                    let is_chosen = self.chosen == Some(post.id);
                    row.set_selected(is_chosen);
                    let mut is_clicked = false;
                    row.col(|ui| is_clicked |= table::row_name(ui, is_chosen, post.person.as_str()));
                    let has_two_hats = facts.has_two_hats(&post.person);
                    row.col(|ui| table::text_cell(ui, &post.post));
                    row.col(|ui| table::text_cell(ui, &post.body));
                    row.col(|ui| match access_text(post.source.as_ref(), ctx) {
                        Some(name) => table::text_cell(ui, &name),
                        None if has_two_hats => table::text_cell(ui, &words.text("rooms-people-other-hat")),
                        None => table::weak_cell(ui, &words.text("rooms-people-no-access")),
                    });
                    row.col(|ui| day_cell(ui, post.from.as_ref(), words));
                    row.col(|ui| day_cell(ui, post.to.as_ref(), words));
                    row.col(|ui| table::text_cell(ui, &certainty_text(post.certainty, words)));
                    row.col(|ui| {
                        if post.proof.is_empty() {
                            table::weak_cell(ui, &words.text("rooms-people-no-proof"));
                        } else {
                            table::text_cell(ui, &post.proof);
                        }
                    });
                    row.col(|ui| day_cell(ui, post.proof_date.as_ref(), words));
                    if is_clicked || row.response().clicked() {
                        self.chosen = Some(post.id);
                        commands.push(select_post(post.id));
                    }
                });
            });
    }
}

/// A day, or the quiet word for an unknown one: an empty end is not today.
fn day_cell(ui: &mut egui::Ui, day: Option<&UncertainDay>, words: &Words) {
    match day {
        Some(day) => table::text_cell(ui, &format::uncertain_day(day, words.language())),
        None => table::weak_cell(ui, &words.text("rooms-people-unknown-day")),
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
    }
}
