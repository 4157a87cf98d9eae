//! The recipients as rows of a list: one column per snapshot of the matrix between who they are and what is known of them.

use super::links::{self, Standing};
use crate::analysis::RecipientAnalysis;
use crate::case::Case;
use crate::chart::matrix::Presence;
use crate::model::{FoundBy, Language, Recipient, RecipientId, Thing};
use crate::ui::window::room::RoomContext;
use crate::ui::window::widgets::list::{Column, Key, Rows};
use crate::ui::window::widgets::{self, signs};
use crate::words::{Words, format};
use std::borrow::Cow;
use std::collections::BTreeMap;

/// What a column shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shows {
    /// The id.
    Id,
    /// The name.
    Name,
    /// Presence in the snapshot with this number in the matrix.
    Presence(usize),
    /// What the best link is called.
    Link,
    /// Received, or a control.
    Status,
    /// How found.
    FoundBy,
    /// The most probable origin.
    Origin,
    /// Whether set aside.
    Aside,
    /// Whether a reviewer has decided about a link.
    Decided,
    /// The e-mail address.
    Email,
    /// The telephone number.
    Phone,
    /// The town.
    City,
}

/// One recipient with what is known of it.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The row of the matrix: presence by the number of the column; empty before the analysis.
    pub cells: Vec<Presence>,
    /// The most probable origin: its name and its probability.
    pub origin: Option<(String, f64)>,
    /// What it is called.
    pub name: String,
    /// What the links say; `None` before the analysis.
    pub standing: Option<Standing>,
    /// Whether a reviewer has decided about a link.
    pub is_decided: bool,
}

/// The rows: every recipient and control, by id.
pub struct Listing {
    case: Case,
    columns: Vec<Column>,
    /// What each column shows.
    pub shows: Vec<Shows>,
    /// One per recipient of the case, in their order.
    pub entries: Vec<Entry>,
    /// How values are called, by their keys.
    labels: BTreeMap<String, String>,
    origin: String,
    language: Language,
}

impl Listing {
    /// The rows for what the room looks at now.
    pub fn new(ctx: &RoomContext<'_>) -> Self {
        let words = ctx.words;
        let title = |id: &str| words.text(&format!("rooms-recipients-{id}"));
        let mut all = vec![(Shows::Id, Column::new("id", title("id"), 84.0)), (Shows::Name, Column::new("name", title("name"), 160.0))];
        for (at, column) in ctx.matrix.map_or(&[][..], |matrix| &matrix.columns).iter().enumerate() {
            let second = if column.snapshot.is_empty() { words.text("rooms-sources-declared") } else { column.snapshot.clone() };
            let id = column.id.map_or_else(|| format!("matrix:{}", column.source), |id| format!("matrix:{id}"));
            let present = widgets::counted(words, "rooms-recipients-column-present", column.present);
            // Of the matrix there can be many columns; what they hold is chosen from the table of frequencies.
            all.push((Shows::Presence(at), Column::new(id, second, 96.0).passing().under(column.source.as_str()).explained(present)));
        }
        all.extend([
            (Shows::Link, Column::new("link", title("link"), 92.0).choice()),
            (Shows::Status, Column::new("status", title("status"), 84.0).choice()),
            (Shows::FoundBy, Column::new("found-by", title("found-by"), 176.0).choice()),
            (Shows::Origin, Column::new("origin", title("origin"), 190.0).choice()),
            (Shows::Aside, Column::new("set-aside", title("set-aside"), 70.0).choice()),
            (Shows::Decided, Column::new("decided", title("decided"), 70.0).choice().hidden()),
            (Shows::Email, Column::new("email", title("email"), 180.0).hidden()),
            (Shows::Phone, Column::new("phone", title("phone"), 120.0).hidden()),
            (Shows::City, Column::new("city", title("city"), 120.0).hidden()),
        ]);
        let (shows, columns) = all.into_iter().unzip();
        Self {
            case: ctx.case.clone(),
            columns,
            shows,
            entries: entries(ctx),
            labels: labels(ctx),
            origin: words.text_with("rooms-recipients-origin-value", &crate::args! { "name" => "{name}", "p" => "{p}" }),
            language: words.language(),
        }
    }

    /// The recipient of a row.
    pub fn recipient(&self, row: usize) -> &Recipient {
        &self.case.contents().recipients[row]
    }

    /// The row of a recipient.
    pub fn row_of(&self, id: &RecipientId) -> Option<usize> {
        self.case.contents().recipients.binary_search_by(|recipient| recipient.id.cmp(id)).ok()
    }

    /// How a value is called.
    fn called<'a>(&'a self, key: &'a str) -> Cow<'a, str> {
        self.labels.get(key).map_or(Cow::Borrowed(key), |label| Cow::Borrowed(label.as_str()))
    }

    fn presence(&self, row: usize, column: usize) -> Option<Presence> {
        self.entries[row].cells.get(column).copied()
    }
}

impl Rows for Listing {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn len(&self) -> usize {
        self.entries.len()
    }

    fn thing(&self, row: usize) -> Option<Thing> {
        Some(Thing::Recipient(self.recipient(row).id.clone()))
    }

    fn text(&self, row: usize, column: usize) -> Cow<'_, str> {
        let (entry, recipient) = (&self.entries[row], self.recipient(row));
        match self.shows[column] {
            Shows::Id => recipient.id.as_str().into(),
            Shows::Name => entry.name.as_str().into(),
            Shows::Origin => match &entry.origin {
                Some((name, p)) => self.origin.replace("{name}", name).replace("{p}", &format::percent(*p, self.language)).into(),
                None => "–".into(),
            },
            Shows::Email => recipient.identity.email.as_str().into(),
            Shows::Phone => recipient.identity.phone.as_str().into(),
            Shows::City => recipient.identity.city.as_str().into(),
            Shows::Presence(_) | Shows::Link | Shows::Status | Shows::FoundBy | Shows::Aside | Shows::Decided => {
                let value = self.value(row, column);
                self.labels.get(&*value).map_or(value, |label| label.as_str().into())
            }
        }
    }

    fn key(&self, row: usize, column: usize) -> Key<'_> {
        let (entry, recipient) = (&self.entries[row], self.recipient(row));
        match self.shows[column] {
            Shows::Presence(at) => Key::number(self.presence(row, at).map(|presence| f64::from(rank(presence)))),
            Shows::Link => Key::number(entry.standing.and_then(|of| Standing::ALL.iter().position(|standing| *standing == of)).map(|at| at as f64)),
            Shows::Status => Key::Number(f64::from(u8::from(!recipient.received))),
            Shows::Aside => Key::Number(f64::from(u8::from(!recipient.is_set_aside))),
            Shows::Decided => Key::Number(f64::from(u8::from(!entry.is_decided))),
            Shows::Origin => entry.origin.as_ref().map_or(Key::Missing, |(name, _)| Key::Text(name.as_str().into())),
            Shows::Id | Shows::Name | Shows::FoundBy | Shows::Email | Shows::Phone | Shows::City => match self.text(row, column) {
                text if text.is_empty() => Key::Missing,
                text => Key::Text(text),
            },
        }
    }

    fn value(&self, row: usize, column: usize) -> Cow<'_, str> {
        let (entry, recipient) = (&self.entries[row], self.recipient(row));
        match self.shows[column] {
            Shows::Presence(at) => self.presence(row, at).map_or("", presence_key).into(),
            Shows::Link => entry.standing.map_or("", Standing::key).into(),
            Shows::Status => (if recipient.received { "received" } else { "control" }).into(),
            Shows::FoundBy => recipient.found_by.to_string().into(),
            Shows::Aside => yes(recipient.is_set_aside).into(),
            Shows::Decided => yes(entry.is_decided).into(),
            Shows::Origin => entry.origin.as_ref().map_or("", |(name, _)| name.as_str()).into(),
            Shows::Id | Shows::Name | Shows::Email | Shows::Phone | Shows::City => self.text(row, column),
        }
    }

    fn label<'a>(&'a self, column: usize, value: &'a str) -> Cow<'a, str> {
        match self.shows[column] {
            Shows::Presence(_) | Shows::Link | Shows::Status | Shows::FoundBy | Shows::Aside | Shows::Decided => self.called(value),
            Shows::Id | Shows::Name | Shows::Origin | Shows::Email | Shows::Phone | Shows::City => value.into(),
        }
    }
}

fn yes(is_so: bool) -> &'static str {
    if is_so { "yes" } else { "no" }
}

/// From there to not there, what is not known last.
fn rank(presence: Presence) -> u8 {
    match presence {
        Presence::Present => 0,
        Presence::OtherDetails => 1,
        Presence::Absent => 2,
        Presence::Unknown => 3,
    }
}

fn presence_key(presence: Presence) -> &'static str {
    match presence {
        Presence::Present => "presence-present",
        Presence::OtherDetails => "presence-other",
        Presence::Absent => "presence-absent",
        Presence::Unknown => "presence-unknown",
    }
}

/// Everything a cell can say that is one of a few words, by what it is counted by.
fn labels(ctx: &RoomContext<'_>) -> BTreeMap<String, String> {
    let words = ctx.words;
    let presence = [Presence::Present, Presence::OtherDetails, Presence::Absent, Presence::Unknown]
        .map(|it| (presence_key(it), signs::presence_text(it, words)));
    let standings = Standing::ALL.map(|standing| (standing.key(), words.text(&format!("links-label-{}", standing.key()))));
    let fixed = [
        ("received", words.text("rooms-recipients-received")),
        ("control", words.text("rooms-recipients-control")),
        ("yes", words.text("list-yes")),
        ("no", words.text("list-no")),
    ];
    let ways = found_by_choices(ctx).map(|way| (way.to_string(), found_by_text(&way, ctx)));
    let named = presence.into_iter().chain(standings).chain(fixed).map(|(key, label)| (key.to_owned(), label));
    named.chain(ways).collect()
}

/// Every way of being found.
pub fn found_by_choices<'a>(ctx: &'a RoomContext<'_>) -> impl Iterator<Item = FoundBy> + 'a {
    let circles = ctx.case.contents().sources.iter().map(|source| FoundBy::Circle(source.id.clone()));
    [FoundBy::OpenCall, FoundBy::CompleteList].into_iter().chain(circles)
}

fn entries(ctx: &RoomContext<'_>) -> Vec<Entry> {
    let contents = ctx.case.contents();
    // Both are in the order of the ids.
    let cells = |id: &RecipientId| {
        let matrix = ctx.matrix?;
        let at = matrix.rows.binary_search_by(|row| row.id.cmp(id)).ok()?;
        Some(matrix.rows[at].cells.clone())
    };
    let names: BTreeMap<&str, &str> = contents.sources.iter().map(|source| (source.id.as_str(), source.name.as_str())).collect();
    let none = ctx.words.text("rooms-none-of-the-files");
    let decided = links::decided(contents);
    let entry = |recipient: &Recipient| {
        let known = ctx.analysis.and_then(|analysis| {
            let found = analysis.recipients.binary_search_by(|known| known.id.cmp(&recipient.id)).ok()?;
            analysis.recipients.get(found)
        });
        Entry {
            cells: cells(&recipient.id).unwrap_or_default(),
            origin: known.filter(|_| recipient.received).and_then(|known| best_origin(known, &names, &none)),
            name: name_of(recipient),
            standing: known.map(Standing::of),
            is_decided: decided.binary_search(&recipient.id.as_str()).is_ok(),
        }
    };
    contents.recipients.iter().map(entry).collect()
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
