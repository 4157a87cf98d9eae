//! Views of lists somebody saved: which columns, in which order, what is kept and what is left out.
//!
//! They are part of the case and not of the user's settings, because what a list is filtered by names people.

use serde::{Deserialize, Serialize};

/// A column a list is sorted by.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SortedBy {
    /// Id of the column.
    pub column: String,
    /// Whether the last comes first.
    pub is_descending: bool,
}

/// What is asked of the values of a column: a row is kept if its value is one of those included, or none are, and is not among those excluded.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Pick {
    /// Id of the column.
    pub column: String,
    /// Values of which one must be there; none = whatever is there.
    pub included: Vec<String>,
    /// Values that must not be there.
    pub excluded: Vec<String>,
}

/// How a list is looked at.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct ListView {
    /// Ids of the columns shown.
    pub columns: Vec<String>,
    /// What it is sorted by, what counts most first.
    pub sort: Vec<SortedBy>,
    /// Text that must stand in a row.
    pub filter: String,
    /// What is asked of the values.
    pub picks: Vec<Pick>,
}

/// A view under a name.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedView {
    /// What it is called; of one list no two are called the same.
    pub name: String,
    /// Id of the list.
    pub list: String,
    /// How the list is looked at.
    pub view: ListView,
}
