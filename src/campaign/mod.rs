//! Campaigns: which messages and recipients belong to one mailing.
