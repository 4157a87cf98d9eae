//! Which recipients are shown, in which order, with the counts of the facets. Computed when an input changes, never per frame.

use super::links::{self, Standing};
use crate::analysis::RecipientAnalysis;
use crate::model::{FoundBy, Recipient, RecipientId, Thing};
use crate::normalise::fold;
use crate::ui::window::notes::filter::MarkFilter;
use crate::ui::window::room::{RoomContext, Selection};
use crate::ui::window::widgets::facet::FacetValue;
use crate::ui::window::widgets::stamp::Stamp;
use crate::ui::window::widgets::table::Sort;
use crate::words::Words;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Key of the facet value for recipients a reviewer has decided about.
const DECIDED: &str = "decided";

/// What the user wants to see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// Text that must stand in the id, the name or an address.
    pub filter: String,
    /// `received`, `control` or `aside`.
    pub status: Option<String>,
    /// A way of being found, as the manifest writes it.
    pub found_by: Option<String>,
    /// How the link is called, as [`Standing::key`] has it, or `decided`.
    pub link: Option<String>,
    /// What must stand beside them.
    pub marked: MarkFilter,
    /// The order.
    pub sort: Sort,
}

/// One recipient with where to find what is known of it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Index into the recipients of the case.
    pub recipient: usize,
    /// Index into the rows of the matrix.
    pub matrix_row: Option<usize>,
    /// The most probable origin: its name and its probability.
    pub origin: Option<(String, f64)>,
    /// What it is called.
    pub name: String,
    /// What the links say; `None` before the analysis.
    pub standing: Option<Standing>,
    /// Whether a reviewer has decided about a link.
    pub is_decided: bool,
}

/// What the filter and the order by name look at.
#[derive(Clone, Debug)]
struct Folded {
    name: String,
    everything: String,
}

/// The list as it is shown.
#[derive(Clone, Debug)]
pub struct Listing {
    stamp: Stamp,
    wanted: Wanted,
    /// Every recipient and control, by id.
    pub entries: Vec<Entry>,
    /// Indices into `entries`: what is shown, in order.
    pub shown: Vec<u32>,
    /// Facet: received, control, set aside.
    pub status: Vec<FacetValue>,
    /// Facet: how found.
    pub found_by: Vec<FacetValue>,
    /// Facet: what the best link is called, not found, decided.
    pub links: Vec<FacetValue>,
    /// One per entry, once somebody filters or sorts by name: folding a hundred thousand names takes longer than all the rest.
    folded: Option<Vec<Folded>>,
}

impl Listing {
    /// The list for what the room looks at now.
    pub fn new(ctx: &RoomContext<'_>, wanted: &Wanted) -> Self {
        let mut listing = Self {
            stamp: Stamp::of(ctx),
            wanted: wanted.clone(),
            entries: entries(ctx),
            shown: Vec::new(),
            status: Vec::new(),
            found_by: Vec::new(),
            links: Vec::new(),
            folded: None,
        };
        listing.facets(ctx);
        listing.choose(ctx);
        listing
    }

    /// Whether nothing it depends on has changed.
    pub fn is_current(&self, ctx: &RoomContext<'_>, wanted: &Wanted) -> bool {
        self.wanted == *wanted && self.stamp.holds(ctx)
    }

    /// The same list for other inputs; what still holds is kept.
    pub fn renewed(mut self, ctx: &RoomContext<'_>, wanted: &Wanted) -> Self {
        if !self.stamp.holds(ctx) {
            return Self::new(ctx, wanted);
        }
        self.wanted = wanted.clone();
        self.choose(ctx);
        self
    }

    /// The row to scroll to, if a recipient was just selected in another room.
    pub fn row_to_show(&self, ctx: &RoomContext<'_>, selected_before: &mut Option<Selection>) -> Option<usize> {
        if ctx.selection == selected_before.as_ref() {
            return None;
        }
        *selected_before = ctx.selection.cloned();
        let Some(Selection::Recipient(id)) = ctx.selection else { return None };
        let recipients = &ctx.case.contents().recipients;
        self.shown.iter().position(|&at| &recipients[self.entries[at as usize].recipient].id == id)
    }

    fn facets(&mut self, ctx: &RoomContext<'_>) {
        let recipients = &ctx.case.contents().recipients;
        let mut found: BTreeMap<String, usize> = BTreeMap::new();
        let mut status = [("received", 0), ("control", 0), ("aside", 0)];
        for recipient in recipients {
            *found.entry(recipient.found_by.to_string()).or_default() += 1;
            status[usize::from(!recipient.received)].1 += 1;
            status[2].1 += usize::from(recipient.is_set_aside);
        }
        let value = |key: &str, name: String, count: usize| {
            let count_text = crate::ui::window::widgets::number(ctx.words, count);
            let label = ctx.words.text_with("rooms-facet", &crate::args! { "name" => name, "count" => count_text });
            FacetValue { key: key.to_owned(), label, count }
        };
        self.status = status
            .into_iter()
            .filter(|&(_, count)| count > 0)
            .map(|(key, count)| value(key, ctx.words.text(&format!("rooms-recipients-{key}")), count))
            .collect();
        self.found_by = found
            .into_iter()
            .map(|(key, count)| {
                let name = key.parse().map_or_else(|_| key.clone(), |found_by| found_by_text(&found_by, ctx));
                value(&key, name, count)
            })
            .collect();
        let standings = Standing::ALL.map(|standing| {
            let count = self.entries.iter().filter(|entry| entry.standing == Some(standing)).count();
            (standing.key(), count)
        });
        let decided = (DECIDED, self.entries.iter().filter(|entry| entry.is_decided).count());
        self.links = standings
            .into_iter()
            .chain([decided])
            .filter(|&(_, count)| count > 0)
            .map(|(key, count)| value(key, ctx.words.text(&format!("links-label-{key}")), count))
            .collect();
    }

    fn choose(&mut self, ctx: &RoomContext<'_>) {
        let recipients = &ctx.case.contents().recipients;
        let filter = fold(&self.wanted.filter);
        if self.folded.is_none() && (!filter.is_empty() || self.wanted.sort.column == 1) {
            self.folded = Some(self.entries.iter().map(|entry| folded(entry, &recipients[entry.recipient])).collect());
        }
        let is_wanted = |at: usize| filter.is_empty() || self.folded.as_ref().is_none_or(|folded| folded[at].everything.contains(&filter));
        let keep = |at: usize| {
            let recipient = &recipients[self.entries[at].recipient];
            is_wanted(at)
                && (!self.wanted.marked.is_on() || self.wanted.marked.keeps(&Thing::Recipient(recipient.id.clone()), ctx.marks))
                && self.wanted.status.as_deref().is_none_or(|status| match status {
                    "control" => !recipient.received,
                    "aside" => recipient.is_set_aside,
                    _ => recipient.received,
                })
                && self.wanted.link.as_deref().is_none_or(|wanted| {
                    let entry = &self.entries[at];
                    if wanted == DECIDED { entry.is_decided } else { entry.standing.is_some_and(|standing| standing.key() == wanted) }
                })
                && self.wanted.found_by.as_ref().is_none_or(|wanted| recipient.found_by.to_string() == *wanted)
        };
        let mut shown: Vec<u32> = (0..self.entries.len()).filter(|&at| keep(at)).map(|at| at as u32).collect();
        let sort = self.wanted.sort;
        // Entries are by id, and the sort is stable: equal rows stay in the order of their ids.
        shown.sort_by(|&a, &b| {
            let order = self.compare(ctx, sort.column, a as usize, b as usize);
            if sort.is_descending { order.reverse() } else { order }
        });
        self.shown = shown;
    }

    fn compare(&self, ctx: &RoomContext<'_>, column: usize, a: usize, b: usize) -> Ordering {
        let (left, right) = (&self.entries[a], &self.entries[b]);
        let recipients = &ctx.case.contents().recipients;
        let (one, other) = (&recipients[left.recipient], &recipients[right.recipient]);
        match column {
            0 => a.cmp(&b),
            1 => self.folded.as_ref().map_or(Ordering::Equal, |folded| folded[a].name.cmp(&folded[b].name)),
            2 => left.standing.cmp(&right.standing).then(right.is_decided.cmp(&left.is_decided)),
            3 => other.received.cmp(&one.received),
            4 => one.found_by.cmp(&other.found_by),
            5 => {
                let probability = |entry: &Entry| entry.origin.as_ref().map_or(-1.0, |(_, p)| *p);
                let name = |entry: &Entry| entry.origin.as_ref().map(|(name, _)| name.clone());
                name(left).cmp(&name(right)).then(probability(right).total_cmp(&probability(left)))
            }
            6 => other.is_set_aside.cmp(&one.is_set_aside),
            matrix_column => {
                let rank = |entry: &Entry| self.presence_rank(ctx, entry, matrix_column - super::FIXED_COLUMNS);
                rank(left).cmp(&rank(right))
            }
        }
    }

    #[expect(clippy::unused_self, reason = "reads beside the other orders")]
    fn presence_rank(&self, ctx: &RoomContext<'_>, entry: &Entry, column: usize) -> u8 {
        use crate::chart::matrix::Presence;
        let cell = entry.matrix_row.and_then(|row| ctx.matrix?.rows.get(row)?.cells.get(column));
        match cell {
            Some(Presence::Present) => 0,
            Some(Presence::OtherDetails) => 1,
            Some(Presence::Absent) => 2,
            Some(Presence::Unknown) => 3,
            None => 4,
        }
    }
}

fn entries(ctx: &RoomContext<'_>) -> Vec<Entry> {
    let contents = ctx.case.contents();
    // Both are in the order of the ids.
    let matrix_row = |id: &RecipientId| ctx.matrix.and_then(|matrix| matrix.rows.binary_search_by(|row| row.id.cmp(id)).ok());
    let names: BTreeMap<&str, &str> = contents.sources.iter().map(|source| (source.id.as_str(), source.name.as_str())).collect();
    let none = ctx.words.text("rooms-none-of-the-files");
    let decided = links::decided(contents);
    contents
        .recipients
        .iter()
        .enumerate()
        .map(|(at, recipient)| {
            let known = ctx.analysis.and_then(|analysis| {
                let found = analysis.recipients.binary_search_by(|known| known.id.cmp(&recipient.id)).ok()?;
                analysis.recipients.get(found)
            });
            Entry {
                recipient: at,
                matrix_row: matrix_row(&recipient.id),
                origin: known.filter(|_| recipient.received).and_then(|known| best_origin(known, &names, &none)),
                name: name_of(recipient),
                standing: known.map(Standing::of),
                is_decided: decided.binary_search(&recipient.id.as_str()).is_ok(),
            }
        })
        .collect()
}

fn folded(entry: &Entry, recipient: &Recipient) -> Folded {
    let identity = &recipient.identity;
    let everything = fold(&format!("{} {} {} {} {}", recipient.id, entry.name, identity.email, identity.phone, identity.city));
    Folded { name: fold(&entry.name), everything }
}

/// The most probable origin of one recipient.
fn best_origin(known: &RecipientAnalysis, names: &BTreeMap<&str, &str>, none: &str) -> Option<(String, f64)> {
    let best = known.origins.iter().max_by(|a, b| a.1.total_cmp(&b.1));
    match best {
        Some((source, p)) if *p > known.none => {
            let name = names.get(source.as_str()).filter(|name| !name.is_empty()).copied().unwrap_or(source.as_str());
            Some((name.to_owned(), *p))
        }
        Some(_) => Some((none.to_owned(), known.none)),
        None => (known.none > 0.0).then(|| (none.to_owned(), known.none)),
    }
}

/// What a recipient is called: the name in the table, else the name the message rendered, else an address.
pub fn name_of(recipient: &Recipient) -> String {
    let identity = &recipient.identity;
    let parts = [identity.civility.as_str(), identity.first_name.as_str(), identity.last_name.as_str()];
    let joined = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    let choices = [&identity.name, &joined, &recipient.rendered_name, &identity.email, &identity.phone];
    choices.into_iter().find(|text| !text.is_empty()).cloned().unwrap_or_default()
}

/// A way of being found, in words.
pub fn found_by_text(found_by: &FoundBy, ctx: &RoomContext<'_>) -> String {
    let words: &Words = ctx.words;
    match found_by {
        FoundBy::OpenCall => words.text("rooms-found-open-call"),
        FoundBy::CompleteList => words.text("rooms-found-complete-list"),
        FoundBy::Circle(source) => {
            let name = ctx.case.contents().source(source).map(|source| source.name.as_str()).filter(|name| !name.is_empty());
            words.text_with("rooms-found-circle", &crate::args! { "source" => name.unwrap_or(source.as_str()).to_owned() })
        }
    }
}
