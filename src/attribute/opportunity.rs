//! Who could have held the copy, according to documents (method.md §5). Opportunity is not an act: nobody is ranked and nobody is left out.
//!
//! Access is certain on days for which a document shows the person in the post, possible on all days the documents leave open. A line of the access
//! log shows access on its own day. Which days these are is in `access`; the same asked of single days is in `holders`.

mod holders;

pub use holders::{Ground, GroundRecord, Holder, Standing, holders};

use super::CopyDate;
use super::access::{Days, Span, certain_days, certain_event, possible_days, possible_event};
use crate::model::dates::{day_from_number, day_number};
use crate::model::{AccessAction, AccessEvent, Day, PersonId, Post, PostId, SourceId};
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// Opportunity of one person for one source.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Opportunity {
    /// Who; `None` = unknown others.
    pub person: Option<PersonId>,
    /// Posterior mass of the copy date on days of certain access.
    pub certain: f64,
    /// The same for possible access (certain included): `certain ≤ possible`.
    pub possible: f64,
    /// Why, as facts; put into words by `report`.
    pub reasons: Vec<Reason>,
}

/// A fact about a person's access.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "reason", rename_all = "kebab-case")]
pub enum Reason {
    /// A post gave access.
    Post {
        /// Which roster entry.
        post: PostId,
        /// Mass of the copy date certainly inside.
        certain: f64,
        /// Mass possibly inside.
        possible: f64,
    },
    /// The access log has an export, sending or transfer inside the 95 % set.
    Export {
        /// When.
        on: Day,
        /// How many rows, if logged.
        rows: Option<u64>,
    },
    /// The message went out after the person's last post with access had ended for certain.
    UsedAfterPost {
        /// Which roster entry.
        post: PostId,
        /// Days from the last possible day in post to the first send.
        days: i64,
    },
    /// The person also held a post elsewhere on the day of the send.
    TwoHats {
        /// The other post.
        post: PostId,
    },
    /// Others had access on the same days.
    OthersHadAccess {
        /// How many persons.
        count: usize,
    },
}

/// Opportunity of every person of the roster or the log for `source`: ordered by name, unknown others last. Never a ranking.
///
/// Without a copy date (`None`) only the facts are listed and both masses are 0, but for unknown others, who are always possible (1) and never certain.
pub fn opportunity(source: &SourceId, copy: Option<&CopyDate>, first_send: Day, posts: &[Post], accesses: &[AccessEvent]) -> Vec<Opportunity> {
    let send = day_number(first_send);
    let days = CopyDays::of(copy, send);
    let mut names: Vec<&PersonId> = posts.iter().filter(|post| post.source.as_ref() == Some(source)).map(|post| &post.person).collect();
    names.extend(accesses.iter().filter(|access| access.source == *source).map(|access| &access.person));
    names.sort_by_cached_key(|name| (spelling(name.as_str()), (*name).clone()));
    names.dedup();
    let people: Vec<Person> = names.into_iter().map(|name| Person::of(name, source, posts, accesses)).collect();
    let mut found: Vec<Opportunity> = people
        .iter()
        .map(|person| {
            let others = people.iter().filter(|other| other.name != person.name && days.share_a_day(&person.possible, &other.possible)).count();
            person.opportunity(&days, send, first_send, others)
        })
        .collect();
    found.push(Opportunity { person: None, certain: 0.0, possible: 1.0, reasons: Vec::new() });
    found
}

/// How a name is sorted: without case and accents.
fn spelling(name: &str) -> String {
    name.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

/// The days a copy may have been taken on: the posterior, and its 95 % set.
struct CopyDays {
    masses: Vec<(Span, f64)>,
    likely: Vec<Span>,
}

impl CopyDays {
    /// Without a copy date: no mass anywhere, and any day up to the send is as good as any other.
    fn of(copy: Option<&CopyDate>, send: i32) -> Self {
        let Some(copy) = copy else { return Self { masses: Vec::new(), likely: vec![Span::new(i32::MIN, send + 1)] } };
        let segment = |s: &super::DateSegment| (Span::new(day_number(s.from), day_number(s.until)), s.mass);
        let span = |s: &super::DateSpan| Span::new(day_number(s.from), day_number(s.to) + 1);
        Self { masses: copy.segments.iter().map(segment).collect(), likely: copy.set95.iter().map(span).collect() }
    }

    /// Posterior mass inside `days`.
    fn mass(&self, days: &Days) -> f64 {
        let inside = |(segment, mass): &(Span, f64)| mass * days.common(*segment) as f64 / segment.length().max(1) as f64;
        self.masses.iter().map(inside).sum::<f64>().min(1.0)
    }

    /// Whether the two have a day of the 95 % set in common.
    fn share_a_day(&self, one: &Days, other: &Days) -> bool {
        self.likely.iter().any(|span| one.within(*span).meets(other))
    }

    fn may_include(&self, days: Span) -> bool {
        self.likely.iter().any(|span| span.and(days).length() > 0)
    }
}

/// One person and what the documents say about their access to the source.
struct Person<'a> {
    name: &'a PersonId,
    /// Posts with access, by row.
    with_access: Vec<&'a Post>,
    /// Every other post, by row.
    elsewhere: Vec<&'a Post>,
    /// Copies that were logged, by day.
    copies: Vec<(Span, &'a AccessEvent)>,
    certain: Days,
    possible: Days,
}

impl<'a> Person<'a> {
    fn of(name: &'a PersonId, source: &SourceId, posts: &'a [Post], accesses: &'a [AccessEvent]) -> Self {
        let mut theirs: Vec<&Post> = posts.iter().filter(|post| post.person == *name).collect();
        theirs.sort_by_key(|post| post.id);
        let (with_access, elsewhere): (Vec<&Post>, Vec<&Post>) = theirs.into_iter().partition(|post| post.source.as_ref() == Some(source));
        let logged: Vec<&AccessEvent> = accesses.iter().filter(|access| access.person == *name && access.source == *source).collect();
        let mut copies: Vec<(Span, &AccessEvent)> =
            logged.iter().filter(|access| access.action != AccessAction::View).map(|access| (possible_event(access), *access)).collect();
        copies.sort_by_key(|(days, access)| (*days, access.id));
        let certain = with_access.iter().filter_map(|post| certain_days(post)).chain(logged.iter().filter_map(|access| certain_event(access)));
        let possible = with_access.iter().map(|post| possible_days(post)).chain(logged.iter().map(|access| possible_event(access)));
        Self { name, certain: Days::of(certain), possible: Days::of(possible), with_access, elsewhere, copies }
    }

    fn opportunity(&self, days: &CopyDays, send: i32, first_send: Day, others: usize) -> Opportunity {
        let mut reasons: Vec<Reason> = Vec::new();
        for post in &self.with_access {
            let certain = days.mass(&Days::of(certain_days(post)));
            let possible = days.mass(&Days::of([possible_days(post)])).max(certain);
            reasons.push(Reason::Post { post: post.id, certain, possible });
        }
        for (span, access) in self.copies.iter().filter(|(span, _)| days.may_include(*span)) {
            // A vague day is given as its first, or its last if the first is unknown.
            let on = if span.from > i32::MIN { span.from } else { span.until.saturating_sub(1) };
            reasons.extend(day_from_number(on).map(|on| Reason::Export { on, rows: access.rows }));
        }
        reasons.extend(self.used_after_post(send));
        let bodies: Vec<String> = self.with_access.iter().map(|post| spelling(post.body.trim())).collect();
        let other_hats = self
            .elsewhere
            .iter()
            .filter(|post| !bodies.contains(&spelling(post.body.trim())) && possible_days(post).contains(day_number(first_send)));
        reasons.extend(other_hats.map(|post| Reason::TwoHats { post: post.id }));
        if others > 0 && days.share_a_day(&self.possible, &self.possible) {
            reasons.push(Reason::OthersHadAccess { count: others });
        }
        let certain = days.mass(&self.certain);
        Opportunity { person: Some(self.name.clone()), certain, possible: days.mass(&self.possible).max(certain), reasons }
    }

    /// All posts with access had ended for certain before the send: the one that can have lasted longest, and the days since.
    fn used_after_post(&self, send: i32) -> Option<Reason> {
        let ends = self.with_access.iter().map(|post| (possible_days(post).until, post.id));
        let (until, post) = ends.max()?;
        (until <= send).then(|| Reason::UsedAfterPost { post, days: i64::from(send) - (i64::from(until) - 1) })
    }
}
