//! Campaigns: which messages and recipients belong to one mailing, and what its copies say about the list they were sent with.
//!
//! A campaign is what the user or the manifest says it is, see [`crate::model::Message::campaign`]. Messages for which nobody named one are grouped by
//! what they say and who sent them: [`families`]. Pure: it reads contents and gives answers.

pub mod align;
mod assign;
mod cards;
pub mod columns;
mod error;
mod families;
mod features;
#[cfg(test)]
mod fixtures;
mod gather;
pub mod rivals;
pub mod say;
mod shingles;
mod similar;
mod text;
mod ties;
mod unions;
mod waves;

pub use assign::merge_people;
pub use error::CampaignError;
pub use families::{Family, Tie, UNASSIGNED, Wave, families, least_in_common, reasons_between};
pub use gather::{Campaign, gather};
pub use ties::Reason;
