//! What the room needs to know about the roster as a whole: people by name, two hats, orders. Computed when the case changes.

use crate::model::{Interval, PersonId, Post};
use crate::normalise::fold;
use crate::ui::window::room::RoomContext;
use crate::ui::window::widgets::stamp::Stamp;
use std::collections::{BTreeMap, BTreeSet};

/// One person of the roster or the log.
#[derive(Clone, Debug)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// Organisations, by name, joined.
    pub bodies: String,
    /// How many posts.
    pub posts: usize,
    /// Whether a post with access and a post elsewhere may have been held at the same time.
    pub has_two_hats: bool,
}

/// See the module.
#[derive(Clone, Debug)]
pub struct Facts {
    stamp: Stamp,
    /// By name.
    pub persons: Vec<Person>,
    /// Indices of posts by person, then first day.
    pub posts: Vec<usize>,
    /// Indices of accesses, oldest first.
    pub accesses: Vec<usize>,
}

impl Facts {
    /// Computes them.
    pub fn new(ctx: &RoomContext<'_>) -> Self {
        let contents = ctx.case.contents();
        let mut of_person: BTreeMap<&PersonId, Vec<&Post>> = BTreeMap::new();
        for post in &contents.posts {
            of_person.entry(&post.person).or_default().push(post);
        }
        for access in &contents.accesses {
            of_person.entry(&access.person).or_default();
        }
        let mut persons: Vec<Person> = of_person.iter().map(|(id, posts)| person(id, posts)).collect();
        persons.sort_by_cached_key(|person| (fold(person.id.as_str()), person.id.clone()));
        let mut posts: Vec<usize> = (0..contents.posts.len()).collect();
        posts.sort_by_cached_key(|&at| {
            let post = &contents.posts[at];
            (fold(post.person.as_str()), post.from.as_ref().and_then(|day| day.earliest), post.id)
        });
        let mut accesses: Vec<usize> = (0..contents.accesses.len()).collect();
        accesses.sort_by_key(|&at| {
            let access = &contents.accesses[at];
            (access.at.earliest, access.at.latest, access.id)
        });
        Self { stamp: Stamp::of(ctx), persons, posts, accesses }
    }

    /// Whether they are still true.
    pub fn holds(&self, ctx: &RoomContext<'_>) -> bool {
        self.stamp.holds(ctx)
    }

    /// Whether this person wears two hats.
    pub fn has_two_hats(&self, id: &PersonId) -> bool {
        self.persons.iter().any(|person| person.id == *id && person.has_two_hats)
    }
}

fn person(id: &PersonId, posts: &[&Post]) -> Person {
    let bodies: BTreeSet<&str> = posts.iter().map(|post| post.body.as_str()).filter(|body| !body.is_empty()).collect();
    let has_two_hats = posts.iter().any(|one| {
        one.source.is_some()
            && posts.iter().any(|other| {
                let is_elsewhere = other.source.is_none() || fold(&other.body) != fold(&one.body);
                one.id != other.id && is_elsewhere && may_overlap(&one.interval(), &other.interval())
            })
    });
    Person { id: id.clone(), bodies: bodies.into_iter().collect::<Vec<_>>().join(", "), posts: posts.len(), has_two_hats }
}

/// Whether two spans may share a day.
fn may_overlap(one: &Interval, other: &Interval) -> bool {
    let ((from_one, until_one), (from_other, until_other)) = (one.possible(), other.possible());
    let begins_before = |from: Option<_>, until: Option<_>| match (from, until) {
        (Some(from), Some(until)) => from < until,
        _ => true,
    };
    begins_before(from_one, until_other) && begins_before(from_other, until_one)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Certainty, ImportId, PostId, SourceId};

    fn post(id: i64, body: &str, source: Option<&str>, from: &str, to: Option<&str>) -> Post {
        Post {
            id: PostId(id),
            import: ImportId(1),
            evidence: None,
            row: 0,
            person: "Anne Exemple".into(),
            post: "secrétaire".to_owned(),
            body: body.to_owned(),
            source: source.map(SourceId::from),
            from: from.parse().ok(),
            to: to.and_then(|to| to.parse().ok()),
            certainty: Certainty::Certain,
            proof: String::new(),
            proof_date: None,
        }
    }

    #[test]
    fn two_hats_need_a_post_with_access_and_one_elsewhere_that_may_overlap() {
        let office = post(1, "Office", Some("locataires"), "2010-01-01", None);
        let party = post(2, "Parti", None, "2012-01-01", None);
        let earlier = post(3, "Parti", None, "2001-01-01", Some("2003-01-01"));
        let id = PersonId::from("Anne Exemple");
        assert!(person(&id, &[&office, &party]).has_two_hats);
        assert!(!person(&id, &[&office, &earlier]).has_two_hats);
        assert!(!person(&id, &[&party, &earlier]).has_two_hats);
    }
}
