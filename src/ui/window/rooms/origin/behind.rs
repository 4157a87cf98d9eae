//! The list behind a number: who is counted, what was used on them, and the row of the file it stands on. It takes the place of the page, with a way back.

use super::texts::{self, Texts};
use crate::analysis::behind::Behind;
use crate::analysis::{Link, RecipientAnalysis};
use crate::chart::timeline::say;
use crate::model::{Contents, Recipient, RecipientId, SourceId, Thing};
use crate::ui::window::command::{Command, about};
use crate::ui::window::inspector::how_linked;
use crate::ui::window::kit;
use crate::ui::window::room::{Room, RoomContext, Selection};
use crate::ui::window::rooms::recipients::name_of;
use crate::ui::window::widgets::empty;
use crate::ui::window::widgets::list::{Cells, Column, List, Rows, Spec, TextCell, TextRows};
use crate::ui::window::widgets::stamp::Stamp;
use crate::words::{Words, format};
use egui::{Key, Label, RichText};
use std::sync::Arc;

/// The view state.
#[derive(Default)]
pub struct BehindView {
    list: Option<Counted>,
    shown: List,
}

/// Who is counted, and what the rows were made from.
struct Counted {
    stamp: Stamp,
    behind: Behind,
    title: String,
    ids: Vec<RecipientId>,
    rows: Arc<dyn Rows>,
}

impl BehindView {
    /// Draws the list. True when the user wants to go back.
    pub fn ui(&mut self, ui: &mut egui::Ui, ctx: &RoomContext<'_>, texts: &Texts, behind: &Behind, commands: &mut Vec<Command>) -> bool {
        let words = ctx.words;
        if self.list.as_ref().is_none_or(|list| list.behind != *behind || !list.stamp.holds(ctx)) {
            self.list = Some(Counted::of(ctx, texts, behind));
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
        let spec = Spec { natural: Some(0), ..Spec::new("behind", words.text("origin-behind-what"), &list.rows).selecting(selected) };
        let opened = self.shown.show(ui, ctx, &spec, |_, _| {}, &mut BehindCells { ids: &list.ids, ctx }, commands);
        if let Some(id) = opened.and_then(|at| list.ids.get(at)) {
            commands.push(Command::Select(Selection::Recipient(id.clone())));
        }
        is_left
    }
}

impl Counted {
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
                None => [id.to_string(), String::new(), String::new(), String::new(), String::new()],
            }
        });
        let column = |id: &'static str, title: &str, width| Column::new(id, words.text(title), width);
        let columns = vec![
            column("id", "rooms-recipients-id", 70.0),
            column("name", "rooms-recipients-name", 150.0),
            column("used", "origin-behind-used", 220.0),
            column("row", "origin-behind-row", 220.0).growing(),
            column("link", "origin-behind-link", 130.0),
        ];
        let rows = TextRows::new(columns, rows.map(|row| row.map(TextCell::new).into()).collect());
        let rows = Arc::new(rows.of_things(ids.iter().cloned().map(Thing::Recipient).collect()));
        Self { stamp: Stamp::of(ctx), title: texts::behind(behind, ids.len(), ctx), behind: behind.clone(), ids, rows }
    }
}

/// Texts, with what can be done with a recipient.
struct BehindCells<'a> {
    ids: &'a [RecipientId],
    ctx: &'a RoomContext<'a>,
}

impl Cells for BehindCells<'_> {
    fn has_menu(&self) -> bool {
        true
    }

    fn menu(&self, row: usize) -> Vec<Command> {
        self.ids.get(row).map(|id| about::recipient(id, self.ctx)).unwrap_or_default()
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
fn row(recipient: &Recipient, known: Option<&RecipientAnalysis>, sources: &[&SourceId], contents: &Contents, words: &Words) -> [String; 5] {
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
    [recipient.id.to_string(), name_of(recipient), used(recipient), rows.join(" · "), how.join(" · ")]
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
