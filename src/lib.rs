//! Sourcier reconstructs how a file of personal data was misused: which file a list was taken from, when it was copied, and who, according to the
//! documents, could have held the copy on that day.
//!
//! The house has six floors and imports only go down; `ARCHITECTURE.md` is the map.
//!
//! | floor | modules |
//! | --- | --- |
//! | faces | `ui` (the window), `ui::cli` (the command line) |
//! | report | [`report`] |
//! | into the case, out to charts, the whole reasoning, searching | [`import`], [`chart`], [`analysis`], [`search`] |
//! | the reasoning part by part; the case file | [`link`], [`attribute`], [`campaign`], [`case`] |
//! | what things are | [`model`], [`normalise`], [`job`], [`words`] |

pub mod analysis;
pub mod attribute;
pub mod campaign;
pub mod case;
pub mod chart;
pub mod import;
pub mod job;
pub mod link;
pub mod model;
pub mod normalise;
pub mod report;
pub mod search;
pub mod ui;
pub mod words;
