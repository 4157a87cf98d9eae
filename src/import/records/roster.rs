//! Posts: who held which, and from when to when.

use super::Cells;
use crate::model::Post;

/// A roster entry. `to` is the last day still in post; empty is "not known to have ended".
pub fn post(cells: Cells<'_>) -> Result<Post, String> {
    let _ = cells;
    todo!()
}
