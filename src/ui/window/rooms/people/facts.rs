//! What the room needs to know about the roster as a whole: people by name, two hats, orders. Computed when the case changes.

use super::log::AccessRows;
use super::posts::PostRows;
use crate::model::{Interval, PersonId, Post};
use crate::normalise::{Collation, fold};
use crate::ui::window::room::RoomContext;
use crate::ui::window::widgets::list::Rows;
use crate::ui::window::widgets::stamp::Stamp;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

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
#[derive(Clone)]
pub struct Facts {
    stamp: Stamp,
    /// By name.
    pub persons: Vec<Person>,
    /// Indices of posts by person, then first day.
    pub posts: Vec<usize>,
    /// Indices of accesses, oldest first.
    pub accesses: Vec<usize>,
    /// The posts as rows, in their order.
    pub post_rows: Arc<dyn Rows>,
    /// The accesses as rows, in their order.
    pub access_rows: Arc<dyn Rows>,
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
        let collation = Collation::new();
        persons.sort_by(|a, b| collation.compare(a.id.as_str(), b.id.as_str()));
        let mut posts: Vec<usize> = (0..contents.posts.len()).collect();
        posts.sort_by(|&a, &b| {
            let (one, other) = (&contents.posts[a], &contents.posts[b]);
            let begin = |post: &Post| (post.from.as_ref().and_then(|day| day.earliest), post.id);
            collation.compare(one.person.as_str(), other.person.as_str()).then_with(|| begin(one).cmp(&begin(other)))
        });
        let mut accesses: Vec<usize> = (0..contents.accesses.len()).collect();
        accesses.sort_by_key(|&at| {
            let access = &contents.accesses[at];
            (access.at.earliest, access.at.latest, access.id)
        });
        let two_hats = |id: &PersonId| persons.iter().any(|person| person.id == *id && person.has_two_hats);
        let post_rows = Arc::new(PostRows::new(ctx, posts.clone(), two_hats));
        let access_rows = Arc::new(AccessRows::new(ctx, accesses.clone()));
        Self { stamp: Stamp::of(ctx), persons, posts, accesses, post_rows, access_rows }
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
            documented: None,
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
