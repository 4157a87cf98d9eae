//! What would change the answer (method.md §6): every recipient left out in turn, N₀, σ and the prior of shares over a range, every source left out, with
//! and without fingerprints; where the words of the verdict tip; and what is worth finding out next. Pure.

mod answer;
mod bands;

pub use answer::{Ask, Bar, Influence, Prospect, Question, Reading, Reply, Sensitivity, Tipping, Turn, Turned};
pub use bands::Bands;
