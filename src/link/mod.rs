//! Linkage: mᵢₖ, the probability that recipient i is a record of source k (method.md §1).
//!
//! Pure functions over columns and kernels of our own. [`exact`] links by canonical e-mail, telephone number and identifier; [`engine`] finds the
//! rest by everything a row says about a person; [`membership`] turns the rows a recipient was found in, across the snapshots of a source, into one
//! membership with its validity.
//!
//! The engine, in the order things happen: [`columns`] are what people are compared by, made once at import (`canonical`, kept through `frames`), with
//! the [`marks`] a row is recognised by in other states of its file.
//! `block` says which pairs meet, `index` and `scan` find them in one pass over the table, `frequency` counts how common values are.
//! `compare` gives each pair its outcomes, `strangers` and `weights` say what they are worth, `score` lets the rows compete for a person,
//! `assign` keeps rows from being given twice, `explain` makes the link as it is shown.
//!
//! Files with each other and over time: [`mod@diff`] compares two states of one file row by row, [`versions`](mod@versions) follows values that change
//! (both on `pairing`), [`overlaps`](mod@overlaps) counts the people files share, [`profile`](mod@profile) says what is in each column.

mod assign;
mod block;
mod canonical;
pub mod categories;
pub mod columns;
mod compare;
pub mod diff;
pub mod engine;
mod error;
pub mod exact;
mod explain;
mod fields;
#[cfg(test)]
mod fixtures;
pub mod found;
mod frequency;
mod index;
mod keys;
pub mod marks;
pub mod membership;
mod nicknames;
pub mod overlaps;
mod packed;
mod pairing;
pub mod profile;
pub mod review;
mod scan;
mod score;
pub mod sealed;
mod segments;
mod similar;
mod sound;
pub mod staged;
mod state;
#[cfg(test)]
mod states;
mod steps;
mod strangers;
mod table;
#[cfg(test)]
mod tests;
pub mod used;
pub mod versions;
mod weights;
mod words;

pub use error::LinkError;
pub use exact::{Exact, How, RecipientKeys, RowLink, SharedKey};
pub use fields::{FORM, Places};
pub use found::{Bar, CappedBlock, Label, Learnt, Linkage, Outcome, PersonLink};
pub use keys::full_name;
pub use segments::Segments;
pub use state::State;
