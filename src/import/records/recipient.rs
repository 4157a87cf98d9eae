//! Recipients and controls.

use super::Cells;
use crate::model::{CampaignId, FoundBy, Recipient};
use jiff::tz::TimeZone;

/// What holds for every row of a recipients table that does not say otherwise.
#[derive(Clone, Debug)]
pub struct RecipientDefaults {
    /// Time zone local times are read in.
    pub zone: TimeZone,
    /// Which mailing.
    pub campaign: CampaignId,
    /// How they were found.
    pub found_by: FoundBy,
    /// Strength of a circle; `None` = unlimited.
    pub sigma: Option<f64>,
    /// When it was sent, as written.
    pub sent_at: Option<String>,
}

/// A recipient (or control). `id` is what the table says, empty if it has no such column: the caller then numbers them.
pub fn recipient(cells: Cells<'_>, defaults: &RecipientDefaults) -> Result<Recipient, String> {
    let _ = (cells, defaults);
    todo!()
}
