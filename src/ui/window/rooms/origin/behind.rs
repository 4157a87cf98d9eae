//! The list behind a number: who is counted, what was used on them, and the row of the file it stands on. It takes the place of the page, with a way back.

use super::texts::{self, Texts};
use crate::analysis::behind::Behind;
use crate::analysis::{Link, RecipientAnalysis};
use crate::chart::ChartTable;
use crate::chart::timeline::say;
use crate::model::{Contents, Recipient, RecipientId, SourceId};
use crate::report::tsv::tsv;
use crate::ui::window::command::Command;
use crate::ui::window::inspector::how_linked;
use crate::ui::window::kit;
use crate::ui::window::room::{Room, RoomContext, Selection};
use crate::ui::window::rooms::recipients::name_of;
use crate::ui::window::widgets::stamp::Stamp;
use crate::ui::window::widgets::{empty, table};
use crate::words::{Words, format};
use egui::{Key, Label, RichText};

/// The view state.
#[derive(Default)]
pub struct BehindView {
    list: Option<List>,
}

/// The list, and what it was made from.
struct List {
    stamp: Stamp,
    behind: Behind,
    title: String,
    ids: Vec<RecipientId>,
    table: ChartTable,
}

impl BehindView {
    /// Draws the list. True when the user wants to go back.
    pub fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, texts: &Texts, behind: &Behind, commands: &mut Vec<Command>) -> bool {
        let words = ctx.words;
        if self.list.as_ref().is_none_or(|list| list.behind != *behind || !list.stamp.holds(ctx)) {
            self.list = Some(List::of(ctx, texts, behind));
        }
        let Some(list) = &self.list else { return true };
        let mut is_left = false;
        ui.horizontal_wrapped(|ui| {
            let back = ui.button(words.text("origin-behind-back")).on_hover_text(words.text("origin-behind-back-tip"));
            let has_focus = ui.memory(|memory| memory.focused().is_some());
            let is_front = ctx.lists.is_front();
            if !has_focus && is_front {
                back.request_focus();
            }
            is_left = back.clicked() || (is_front && !ui.text_edit_focused() && ui.input(|input| input.key_pressed(Key::Escape)));
            if ui.button(words.text("origin-chart-copy")).on_hover_text(words.text("origin-chart-copy-tip")).clicked() {
                commands.push(Command::Copy(tsv(&list.table)));
            }
            if ui.button(words.text("origin-behind-room")).clicked() {
                commands.push(Command::GoTo(Room::Recipients));
            }
        });
        ui.add(Label::new(RichText::new(list.title.as_str()).size(17.0).strong()).wrap());
        ui.add(Label::new(RichText::new(words.text("origin-behind-what")).weak()).wrap());
        ui.add_space(4.0);
        if list.ids.is_empty() {
            empty::nothing_here(ui, &words.text("origin-behind-nobody"));
            return is_left;
        }
        let selected = match ctx.selection {
            Some(Selection::Recipient(id)) => list.ids.iter().position(|known| known == id),
            _ => None,
        };
        kit::table_space(ui, |ui| {
            // Ids are short; addresses and rows share what the rest leaves.
            let rest = (ui.available_width() - 70.0 - 150.0 - 120.0 - 5.0 * 9.0).max(240.0);
            let widths = [70.0, 150.0, rest * 0.56, rest * 0.44, 120.0];
            if let Some(id) = table::sized_table(ui, "behind", &list.table, selected, &widths).and_then(|at| list.ids.get(at)) {
                commands.push(Command::Select(Selection::Recipient(id.clone())));
            }
        });
        is_left
    }
}

impl List {
    fn of(ctx: &RoomContext<'_>, texts: &Texts, behind: &Behind) -> Self {
        let (contents, words) = (ctx.case.contents(), ctx.words);
        let ids: Vec<RecipientId> = texts.roll.people(behind).into_iter().cloned().collect();
        let sources = of_interest(behind);
        let rows = ids.iter().map(|id| {
            let known = ctx.analysis.and_then(|analysis| {
                let at = analysis.recipients.binary_search_by(|known| known.id.cmp(id)).ok()?;
                analysis.recipients.get(at)
            });
            match contents.recipient(id) {
                Some(recipient) => row(recipient, known, &sources, contents, words),
                None => vec![id.to_string(), String::new(), String::new(), String::new(), String::new()],
            }
        });
        let header = ["rooms-recipients-id", "rooms-recipients-name", "origin-behind-used", "origin-behind-row", "origin-behind-link"];
        let table = ChartTable { header: header.map(|id| words.text(id)).to_vec(), rows: rows.collect() };
        Self { stamp: Stamp::of(ctx), title: texts::behind(behind, ids.len(), ctx), behind: behind.clone(), ids, table }
    }
}

/// The files whose rows are shown; none: of every file.
fn of_interest(behind: &Behind) -> Vec<&SourceId> {
    match behind {
        Behind::In(source) | Behind::NotIn(source) | Behind::OnlyIn(source) | Behind::Controls(source) | Behind::Circle(source) => vec![source],
        Behind::Both(one, other) | Behind::FirstOnly(one, other) | Behind::Neither(one, other) => vec![one, other],
        Behind::Received | Behind::AlsoElsewhere(_) | Behind::OutsideCircle | Behind::Nowhere | Behind::These(_) => Vec::new(),
    }
}

/// Who, what was used on them, the rows it stands on, and by what they were found.
fn row(recipient: &Recipient, known: Option<&RecipientAnalysis>, sources: &[&SourceId], contents: &Contents, words: &Words) -> Vec<String> {
    let is_wanted = |source: &SourceId| sources.is_empty() || sources.contains(&source);
    // Of each file the best row of its latest state.
    let mut best: Vec<&Link> = Vec::new();
    for link in known.map_or(&[][..], |known| &known.links).iter().filter(|link| link.is_present && is_wanted(&link.source)) {
        match best.iter_mut().find(|other| other.source == link.source) {
            Some(other) if link.snapshot > other.snapshot || (link.snapshot == other.snapshot && link.probability > other.probability) => {
                *other = link;
            }
            Some(_) => {}
            None => best.push(link),
        }
    }
    // A list about one file does not name it in every line.
    let mut rows: Vec<String> = best.iter().map(|link| row_text(link, sources.len() == 1, contents, words)).collect();
    let stated = contents.statements.iter().find(|statement| statement.recipient == recipient.id).map(|statement| &statement.source);
    if let Some(source) = stated.filter(|source| is_wanted(source) && best.iter().all(|link| link.source != **source)) {
        rows.push(words.text_with("origin-behind-said", &crate::args! { "source" => say::source_name(contents, source) }));
    }
    if rows.is_empty() {
        rows.push(elsewhere(known, sources, contents, words));
    }
    let how = best.iter().map(|link| {
        words.text_with(
            "origin-behind-how",
            &crate::args! { "how" => how_linked(link.how, words), "p" => format::percent(link.probability, words.language()) },
        )
    });
    let how: Vec<String> = how.collect();
    vec![recipient.id.to_string(), name_of(recipient), used(recipient), rows.join(" · "), how.join(" · ")]
}

/// In the file with other details, or not there at all.
fn elsewhere(known: Option<&RecipientAnalysis>, sources: &[&SourceId], contents: &Contents, words: &Words) -> String {
    let snapshot = |id| contents.snapshots.iter().find(|snapshot| snapshot.id == id);
    let other = known.into_iter().flat_map(|known| &known.other_details).filter_map(|id| snapshot(*id));
    match other.map(|snapshot| &snapshot.source).find(|source| sources.is_empty() || sources.contains(source)) {
        Some(source) => words.text_with("origin-behind-other-details", &crate::args! { "source" => say::source_name(contents, source) }),
        None => words.text("origin-behind-not-there"),
    }
}

fn row_text(link: &Link, is_only: bool, contents: &Contents, words: &Words) -> String {
    let snapshot = contents.snapshots.iter().find(|snapshot| snapshot.id == link.snapshot);
    let state = snapshot.and_then(|snapshot| snapshot.as_of.as_ref()).map(|day| kit::short_day(day, words.language()));
    let args = crate::args! {
        "source" => say::source_name(contents, &link.source),
        "snapshot" => state.clone().unwrap_or_default(),
        "row" => format::count(link.row + 1, words.language()),
    };
    let id = match (is_only, state.is_some()) {
        (false, true) => "origin-behind-row-value",
        (false, false) => "origin-behind-row-value-undated",
        (true, true) => "origin-behind-row-only",
        (true, false) => "origin-behind-row-only-undated",
    };
    words.text_with(id, &args)
}

/// The address, number or label a message went to.
fn used(recipient: &Recipient) -> String {
    let identity = &recipient.identity;
    let place = [&identity.street_number, &identity.street, &identity.postcode, &identity.city].map(String::as_str);
    let label = place.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    [&identity.email, &identity.phone, &label].into_iter().find(|text| !text.is_empty()).cloned().unwrap_or_default()
}
