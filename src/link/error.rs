//! What can go wrong while linking.

/// Why linking stopped.
#[derive(Debug, thiserror::Error)]
pub enum LinkError {
    /// The table engine refused.
    #[error("The tables could not be joined")]
    Table(#[from] polars::error::PolarsError),
    /// What a case keeps for linking is not what linking keeps there.
    #[error("What linking compares could not be read: {0}")]
    Packed(String),
    /// A segment could not be read; the source says why.
    #[error("A part of the table could not be read")]
    Segment(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The user asked to stop.
    #[error("Cancelled")]
    Cancelled,
}
