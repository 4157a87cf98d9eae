//! What can go wrong while linking.

/// Why linking stopped.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// The table engine refused.
    #[error("The tables could not be joined")]
    Table(#[from] polars::error::PolarsError),
    /// The user asked to stop.
    #[error("Cancelled")]
    Cancelled,
}
