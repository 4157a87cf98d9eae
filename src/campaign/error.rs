//! What can go wrong while grouping messages.

/// Why grouping stopped.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CampaignError {
    /// The user asked to stop.
    #[error("Cancelled")]
    Cancelled,
}
