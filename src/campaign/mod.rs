//! Campaigns: which messages and recipients belong to one mailing.
//!
//! A campaign is what the user or the manifest says it is, see [`crate::model::Message::campaign`]. Recognising near-duplicate texts comes later and
//! will only propose.

mod gather;

pub use gather::{Campaign, gather};
