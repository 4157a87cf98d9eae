//! From rows in snapshots to membership over time.
