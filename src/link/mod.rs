//! Linkage: mᵢₖ, the probability that recipient i is a record of source k (method.md §1).
//!
//! Pure functions over polars columns. [`exact`] joins on canonical e-mail, telephone number and identifier; [`membership`] turns the rows a recipient
//! was found in, across the snapshots of a source, into one membership with its validity.

mod error;
pub mod exact;
#[cfg(test)]
mod fixtures;
pub mod found;
mod keys;
pub mod membership;
pub mod review;

pub use error::LinkError;
pub use exact::{Exact, How, RecipientKeys, RowLink, SharedKey};
pub use found::{Bar, CappedBlock, Label, Learnt, Linkage, Outcome, PersonLink};
pub use keys::full_name;
