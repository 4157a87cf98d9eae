//! Who could have held the copy, according to documents (method.md §5).

use super::CopyDate;
use crate::model::{AccessEvent, Day, PersonId, Post, PostId, SourceId};
use serde::{Deserialize, Serialize};

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
        /// The log's note and number of rows.
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
/// Without a copy date (`None`) only the facts are listed and both masses are 0.
pub fn opportunity(source: &SourceId, copy: Option<&CopyDate>, first_send: Day, posts: &[Post], accesses: &[AccessEvent]) -> Vec<Opportunity> {
    let _ = (source, copy, first_send, posts, accesses);
    todo!()
}
