//! Who could open a file on given days, according to documents: the same people, posts and days as in [`super::opportunity`], asked without a copy
//! date. Nobody is left out and nobody is ranked: certain, possible and excluded are what the documents say, not what somebody did.

use super::super::access::{Days, Span, certain_days, certain_event, possible_days, possible_event};
use super::{Person, spelling};
use crate::model::dates::day_number;
use crate::model::{AccessEvent, AccessId, Day, PersonId, Post, PostId, SourceId};

/// What the documents say of somebody and the days asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// A document shows access on every one of the days.
    Certain,
    /// The documents leave at least one of the days open.
    Possible,
    /// What is documented of the person's access lies outside all of the days.
    Excluded,
}

/// What a standing rests on, and on how many of the days asked about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ground {
    /// Which record.
    pub record: GroundRecord,
    /// Days on which it shows access for certain.
    pub certain: i64,
    /// Days on which it may (certain ones included).
    pub possible: i64,
}

/// A post of the roster, or a line of the access log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "one per record")]
pub enum GroundRecord {
    Post(PostId),
    Access(AccessId),
}

/// Somebody who could hold the file on the days asked about, or whom the documents exclude.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Who; `None` = unknown others, who are always possible.
    pub person: Option<PersonId>,
    /// What the documents say.
    pub standing: Standing,
    /// Days of certain access.
    pub certain: i64,
    /// Days of possible access (certain ones included).
    pub possible: i64,
    /// Every post with access and every logged access of the person, in the order of their rows.
    pub grounds: Vec<Ground>,
}

/// Everybody the roster or the log connects with `source`, for `days` (first and last day of each span, both included): by name, unknown others last.
pub fn holders(source: &SourceId, days: &[(Day, Day)], posts: &[Post], accesses: &[AccessEvent]) -> Vec<Holder> {
    let asked = Days::of(days.iter().map(|(from, to)| Span::new(day_number(*from), day_number(*to) + 1)));
    let total = asked.count();
    let mut names: Vec<&PersonId> = posts.iter().filter(|post| post.source.as_ref() == Some(source)).map(|post| &post.person).collect();
    names.extend(accesses.iter().filter(|access| access.source == *source).map(|access| &access.person));
    names.sort_by_cached_key(|name| (spelling(name.as_str()), (*name).clone()));
    names.dedup();
    let mut found: Vec<Holder> = names
        .into_iter()
        .map(|name| {
            let person = Person::of(name, source, posts, accesses);
            let certain = asked.shared(&person.certain);
            let possible = asked.shared(&person.possible).max(certain);
            let standing = if total > 0 && certain == total {
                Standing::Certain
            } else if possible > 0 {
                Standing::Possible
            } else {
                Standing::Excluded
            };
            let mut grounds: Vec<Ground> = person.with_access.iter().map(|post| of_post(post, &asked)).collect();
            let logged = accesses.iter().filter(|access| access.person == *name && access.source == *source);
            grounds.extend(logged.map(|access| of_access(access, &asked)));
            Holder { person: Some(name.clone()), standing, certain, possible, grounds }
        })
        .collect();
    found.push(Holder { person: None, standing: Standing::Possible, certain: 0, possible: total, grounds: Vec::new() });
    found
}

fn of_post(post: &Post, asked: &Days) -> Ground {
    let certain = asked.shared(&Days::of(certain_days(post)));
    Ground { record: GroundRecord::Post(post.id), certain, possible: asked.shared(&Days::of([possible_days(post)])).max(certain) }
}

fn of_access(access: &AccessEvent, asked: &Days) -> Ground {
    let certain = asked.shared(&Days::of(certain_event(access)));
    Ground { record: GroundRecord::Access(access.id), certain, possible: asked.shared(&Days::of([possible_event(access)])).max(certain) }
}
