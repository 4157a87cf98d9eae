//! People by name, with opportunity according to documents for each source of a campaign.

use super::facts::Facts;
use crate::analysis::{CampaignAnalysis, SourceOpportunity};
use crate::attribute::opportunity::Opportunity;
use crate::model::{CampaignId, PersonId, Thing};
use crate::report::wording;
use crate::ui::window::command::{Command, about};
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::widgets::list::{CellAt, Cells, Column, List, Made, Spec, TextCell, TextRows};
use crate::ui::window::widgets::stamp::Stamp;
use crate::ui::window::widgets::{self, table};
use crate::words::format;
use egui::{ComboBox, Panel, Ui};
use std::sync::Arc;

/// Whose reasons are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Those of a person.
    Person(PersonId),
    /// Those of unknown others.
    Others,
}

impl Whose {
    fn person(&self) -> Option<&PersonId> {
        match self {
            Self::Person(id) => Some(id),
            Self::Others => None,
        }
    }
}

/// The view state.
#[derive(Default)]
pub struct PersonsView {
    campaign: Option<CampaignId>,
    list: List,
    rows: Made<(Stamp, Option<CampaignId>), TextRows>,
    /// Whose reasons are shown below.
    pub chosen: Option<Whose>,
}

impl PersonsView {
    /// Draws the list.
    pub fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, facts: &Facts, commands: &mut Vec<Command>) {
        let words = ctx.words;
        let campaign = self.campaign(ui, ctx);
        ui.label(egui::RichText::new(words.text("rooms-people-opportunity")).size(16.0));
        ui.weak(words.text(match campaign {
            Some(_) => "rooms-people-opportunity-what",
            None if ctx.is_analysing => "rooms-analysing",
            None => "rooms-people-opportunity-later",
        }));
        ui.add_space(4.0);
        if let (Some(campaign), Some(whose)) = (campaign, self.chosen.as_ref()) {
            Panel::bottom("person-reasons").resizable(true).default_size(150.0).min_size(60.0).show(ui, |ui| {
                ui.add_space(6.0);
                egui::ScrollArea::vertical().id_salt("person-reasons-scroll").auto_shrink([false, false]).show(ui, |ui| {
                    reasons(ui, ctx, campaign, whose.person());
                });
            });
        }
        self.table(ui, ctx, facts, campaign, commands);
    }

    /// The campaign whose sources are shown, with a choice if there are several.
    fn campaign<'a>(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'a>) -> Option<&'a CampaignAnalysis> {
        let campaigns = &ctx.analysis?.campaigns;
        let chosen = self.campaign.as_ref().and_then(|id| campaigns.iter().find(|campaign| campaign.id == *id)).or(campaigns.first())?;
        if campaigns.len() > 1 {
            ui.horizontal(|ui| {
                let label = ui.label(ctx.words.text("rooms-campaign"));
                ComboBox::from_id_salt("persons-campaign")
                    .selected_text(chosen.title.as_str())
                    .show_ui(ui, |ui| {
                        for campaign in campaigns {
                            let is_chosen = campaign.id == chosen.id;
                            if ui.selectable_label(is_chosen, campaign.title.as_str()).clicked() {
                                self.campaign = Some(campaign.id.clone());
                            }
                        }
                    })
                    .response
                    .labelled_by(label.id);
            });
        }
        Some(chosen)
    }

    fn table(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, facts: &Facts, campaign: Option<&CampaignAnalysis>, commands: &mut Vec<Command>) {
        let Self { list, rows, chosen, .. } = self;
        let of = campaign.map(|campaign| &campaign.id);
        if rows.as_ref().is_none_or(|((stamp, made_of), ..)| !stamp.holds(ctx) || made_of.as_ref() != of) {
            let texts = Arc::new(texts(ctx, facts, campaign));
            *rows = Some(((Stamp::of(ctx), of.cloned()), Arc::clone(&texts), texts));
        }
        let Some((_, texts, rows)) = rows else { return };
        let selected = chosen.as_ref().map(|chosen| match chosen.person() {
            Some(id) => facts.persons.iter().position(|person| person.id == *id).unwrap_or(usize::MAX),
            None => facts.persons.len(),
        });
        let spec = Spec::new("persons", ctx.words.text("rooms-people-persons"), rows).selecting(selected);
        if let Some(row) = list.show(ui, ctx, &spec, |_, _| {}, &mut PersonCells { facts, texts }, commands) {
            let id = facts.persons.get(row).map(|person| &person.id);
            *chosen = Some(id.cloned().map_or(Whose::Others, Whose::Person));
            commands.push(id.map_or(Command::Deselect, |id| Command::Select(Selection::Person(id.clone()))));
        }
    }
}

/// Everybody by name, and unknown others after them. What the documents leave open to each is shown and not sorted by: nothing here ranks people.
fn texts(ctx: &RoomContext<'_>, facts: &Facts, campaign: Option<&CampaignAnalysis>) -> TextRows {
    let words = ctx.words;
    let sources: &[SourceOpportunity] = campaign.map_or(&[], |campaign| &campaign.opportunity);
    let has_others = sources.iter().any(|source| find(source, None).is_some());
    let title = |id: &str| words.text(&format!("rooms-people-{id}"));
    let mut columns = vec![
        Column::new("person", title("person"), 190.0),
        Column::new("bodies", title("bodies"), 210.0),
        Column::new("post-count", title("post-count"), 64.0).number(),
        Column::new("hats", title("hats"), 120.0).choice(),
    ];
    let of_source = |source: &SourceOpportunity| {
        let title = super::posts::access_text(Some(&source.source), ctx).unwrap_or_default();
        Column::new(format!("opportunity:{}", source.source), title, 190.0).passing().unsorted()
    };
    columns.extend(sources.iter().map(of_source));
    let everybody = facts.persons.iter().map(Some).chain(has_others.then_some(None));
    let cells = everybody.map(|person| {
        let name = person.map_or_else(|| words.text("rooms-people-others"), |person| person.id.to_string());
        let hats = if person.is_some_and(|person| person.has_two_hats) { title("two-hats") } else { String::new() };
        let posts = person.map(|person| person.posts);
        let mut cells = vec![
            TextCell::new(name),
            TextCell::new(person.map_or("", |person| person.bodies.as_str())),
            TextCell::number(posts.map_or_else(String::new, |posts| widgets::number(words, posts)), posts.map(|posts| posts as f64)),
            TextCell::new(hats),
        ];
        cells.extend(sources.iter().map(|source| opportunity(ctx, campaign, source, person.map(|person| &person.id))));
        cells
    });
    let cells = cells.collect();
    let things = facts.persons.iter().map(|person| Thing::Person(person.id.clone())).collect();
    TextRows::new(columns, cells).of_things(things).with_last(has_others)
}

/// What is not known stands in the quiet colour.
struct PersonCells<'a> {
    facts: &'a Facts,
    texts: &'a TextRows,
}

impl Cells for PersonCells<'_> {
    fn cell(&mut self, ui: &mut Ui, at: CellAt<'_>, _commands: &mut Vec<Command>) -> bool {
        let is_missing = self.texts.cell(at.row, at.column).is_missing;
        if is_missing {
            table::weak_cell(ui, at.text);
        }
        is_missing
    }

    fn has_menu(&self) -> bool {
        true
    }

    fn menu(&self, row: usize) -> Vec<Command> {
        self.facts.persons.get(row).map(|person| about::person(&person.id)).unwrap_or_default()
    }
}

fn find<'a>(source: &'a SourceOpportunity, person: Option<&PersonId>) -> Option<&'a Opportunity> {
    source.people.iter().find(|opportunity| opportunity.person.as_ref() == person)
}

/// « certaine 62 %, possible 100 % », or why there is no number.
fn opportunity(ctx: &RoomContext<'_>, campaign: Option<&CampaignAnalysis>, source: &SourceOpportunity, person: Option<&PersonId>) -> TextCell {
    let words = ctx.words;
    let score = campaign.and_then(|campaign| campaign.attribution.candidates.iter().find(|score| score.id == source.source));
    if score.is_none_or(|score| score.copy_date.is_none()) {
        return TextCell::missing(words.text("rooms-people-undated"));
    }
    match find(source, person) {
        Some(found) => {
            let (certain, possible) = (format::percent(found.certain, words.language()), format::percent(found.possible, words.language()));
            TextCell::new(words.text_with("rooms-people-pair", &crate::args! { "certain" => certain, "possible" => possible }))
        }
        None => TextCell::missing(words.text("rooms-people-no-opportunity")),
    }
}

/// Why, source by source, in full sentences.
fn reasons(ui: &mut egui::Ui, ctx: &RoomContext<'_>, campaign: &CampaignAnalysis, person: Option<&PersonId>) {
    let words = ctx.words;
    ui.heading(person.map_or_else(|| words.text("rooms-people-others"), ToString::to_string));
    let mut has_any = false;
    for source in &campaign.opportunity {
        let Some(found) = find(source, person).filter(|found| !found.reasons.is_empty()) else { continue };
        has_any = true;
        ui.add_space(4.0);
        ui.strong(super::posts::access_text(Some(&source.source), ctx).unwrap_or_default());
        for reason in &found.reasons {
            ui.label(wording::reason(reason, ctx.case.contents(), words));
        }
    }
    if !has_any {
        widgets::empty::nothing_here(ui, &words.text("rooms-people-no-reasons"));
    }
}
