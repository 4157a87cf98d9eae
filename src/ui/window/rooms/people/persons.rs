//! People by name, with opportunity according to documents for each source of a campaign.

use super::facts::{Facts, Person};
use crate::analysis::{CampaignAnalysis, SourceOpportunity};
use crate::attribute::opportunity::Opportunity;
use crate::model::{CampaignId, PersonId, Thing};
use crate::report::wording;
use crate::ui::window::command::{Command, about};
use crate::ui::window::notes::{pick, signs};
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::widgets::{self, table};
use crate::words::format;
use egui::{ComboBox, Panel, Sense};
use egui_extras::{Column, TableBuilder};

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
        egui::ScrollArea::horizontal().id_salt("persons-across").auto_shrink([false, false]).show(ui, |ui| {
            self.table(ui, ctx, facts, campaign, commands);
        });
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

    fn table(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, facts: &Facts, campaign: Option<&CampaignAnalysis>, commands: &mut Vec<Command>) {
        let words = ctx.words;
        let sources: &[SourceOpportunity] = campaign.map_or(&[], |campaign| &campaign.opportunity);
        let has_others = sources.iter().any(|source| find(source, None).is_some());
        let column = |width: f32| Column::initial(width).at_least(50.0).resizable(true).clip(true);
        TableBuilder::new(ui)
            .id_salt(("persons", sources.len()))
            .striped(true)
            .sense(Sense::CLICK)
            .auto_shrink([false, false])
            .cell_layout(egui::Layout::left_to_right(egui::Align::Center))
            .column(column(190.0))
            .column(column(210.0))
            .column(column(64.0))
            .column(column(120.0))
            .columns(column(190.0), sources.len())
            .header(table::HEADER_HEIGHT, |mut row| {
                for title in ["person", "bodies"] {
                    table::plain_header(&mut row, &words.text(&format!("rooms-people-{title}")));
                }
                table::number_header(&mut row, &words.text("rooms-people-post-count"));
                table::plain_header(&mut row, &words.text("rooms-people-hats"));
                for source in sources {
                    table::plain_header(&mut row, &super::posts::access_text(Some(&source.source), ctx).unwrap_or_default());
                }
            })
            .body(|body| {
                body.rows(table::ROW_HEIGHT, facts.persons.len() + usize::from(has_others), |mut row| {
                    let person = facts.persons.get(row.index());
                    let id = person.map(|person| &person.id);
                    let is_chosen = self.chosen.as_ref().is_some_and(|chosen| chosen.person() == id);
                    let thing = id.map(|id| Thing::Person(id.clone()));
                    row.set_selected(is_chosen || thing.as_ref().is_some_and(|thing| ctx.picked.contains(thing)));
                    let name = id.map_or_else(|| words.text("rooms-people-others"), ToString::to_string);
                    let mut is_clicked = false;
                    row.col(|ui| {
                        if let Some(thing) = &thing {
                            signs::cell_star(ui, thing, ctx.marks, words);
                            signs::cell_tags(ui, thing, ctx.marks, words);
                        }
                        is_clicked |= table::row_name(ui, is_chosen, &name);
                    });
                    row.col(|ui| table::text_cell(ui, person.map_or("", |person| &person.bodies)));
                    row.col(|ui| table::number_cell(ui, &person.map_or_else(String::new, |person| widgets::number(words, person.posts))));
                    row.col(|ui| hats(ui, ctx, person));
                    for source in sources {
                        row.col(|ui| opportunity_cell(ui, ctx, campaign, source, id));
                    }
                    if is_clicked || row.response().clicked() {
                        self.chosen = Some(id.cloned().map_or(Whose::Others, Whose::Person));
                        if id.is_none() {
                            commands.push(Command::Deselect);
                        }
                    }
                    if let Some(id) = id {
                        pick::clicked(&row.response(), is_clicked, Selection::Person(id.clone()), ctx, commands);
                        ctx.offer().context_menu(&row.response(), || about::person(id), commands);
                    }
                });
            });
    }
}

fn hats(ui: &mut egui::Ui, ctx: &RoomContext<'_>, person: Option<&Person>) {
    if person.is_some_and(|person| person.has_two_hats) {
        table::text_cell(ui, &ctx.words.text("rooms-people-two-hats"));
    }
}

fn find<'a>(source: &'a SourceOpportunity, person: Option<&PersonId>) -> Option<&'a Opportunity> {
    source.people.iter().find(|opportunity| opportunity.person.as_ref() == person)
}

/// « certaine 62 %, possible 100 % », or why there is no number.
fn opportunity_cell(
    ui: &mut egui::Ui,
    ctx: &RoomContext<'_>,
    campaign: Option<&CampaignAnalysis>,
    source: &SourceOpportunity,
    person: Option<&PersonId>,
) {
    let words = ctx.words;
    let score = campaign.and_then(|campaign| campaign.attribution.candidates.iter().find(|score| score.id == source.source));
    if score.is_none_or(|score| score.copy_date.is_none()) {
        table::weak_cell(ui, &words.text("rooms-people-undated"));
        return;
    }
    match find(source, person) {
        Some(found) => {
            let (certain, possible) = (format::percent(found.certain, words.language()), format::percent(found.possible, words.language()));
            table::text_cell(ui, &words.text_with("rooms-people-pair", &crate::args! { "certain" => certain, "possible" => possible }));
        }
        None => table::weak_cell(ui, &words.text("rooms-people-no-opportunity")),
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
