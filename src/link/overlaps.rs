//! The overlap matrix |`S_k` ∩ `S_l`|: how many people of each file are in each other file, in their latest states and ever.
//!
//! Pure. For reading; the overlap over time that the likelihoods need is [`super::membership::overlap`].

mod roll;

#[cfg(test)]
mod tests;

pub use roll::Roll;

use super::LinkError;
use crate::job::Progress;
use crate::model::SourceId;
use serde::{Deserialize, Serialize};

/// What is known of the people of a file.
#[derive(Clone, Debug)]
pub enum Known {
    /// Its rows.
    Held(Roll),
    /// Nothing can be compared.
    Not(Why),
}

/// Why an overlap cannot be computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// Only the size of one of the two is known.
    Declared,
    /// One of the two is sealed: there are only keyed hashes of it.
    Sealed,
    /// One of the two is held, and no state of it was imported.
    NoState,
    /// The two have nothing in common people could be recognised by, for instance only addresses in one and only telephone numbers in the other.
    NothingInCommon,
}

/// Numbers of people: in the latest states, and ever in any state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct People {
    /// In the latest state of each file, without those who had left by then.
    pub latest: u64,
    /// In any state.
    pub ever: u64,
}

/// How many people of the file of the row are in the file of the column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Overlap {
    /// Row and column are the same file: its own people.
    Own(People),
    /// So many of the row's people.
    Shared(People),
    /// It cannot be computed.
    Unknown(Why),
}

/// The matrix. `cells[k][l]` counts people of `sources[k]` who are in `sources[l]`; seen from the other side the number may differ a little, where one row
/// of a file stands for several people of the other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Overlaps {
    /// The files, in the order given.
    pub sources: Vec<SourceId>,
    /// One row per file.
    pub cells: Vec<Vec<Overlap>>,
}

impl Overlaps {
    /// The own people of a file; `None` if they are not known.
    pub fn own(&self, source: usize) -> Option<People> {
        match self.cells.get(source)?.get(source)? {
            Overlap::Own(people) => Some(*people),
            Overlap::Shared(_) | Overlap::Unknown(_) => None,
        }
    }

    /// What share of the row's people the cell is, in the latest states and ever, each in [0, 1]; `None` if it is not known or the row has nobody.
    pub fn shares(&self, row: usize, column: usize) -> (Option<f64>, Option<f64>) {
        let (Some(own), Some(Overlap::Shared(shared))) = (self.own(row), self.cells.get(row).and_then(|cells| cells.get(column))) else {
            return (None, None);
        };
        let share = |part: u64, whole: u64| (whole > 0).then(|| part as f64 / whole as f64);
        (share(shared.latest, own.latest), share(shared.ever, own.ever))
    }
}

/// Counts, for every pair of files, the people of the one who are in the other.
///
/// People are the same if a canonical e-mail address, telephone number or identifier is, or their names with their birth date or postal address.
///
/// # Errors
/// [`LinkError::Cancelled`].
pub fn overlaps(files: &[(SourceId, Known)], progress: &dyn Progress) -> Result<Overlaps, LinkError> {
    let mut cells = Vec::with_capacity(files.len());
    for (row, (_, one)) in files.iter().enumerate() {
        let mut of_row = Vec::with_capacity(files.len());
        for (column, (_, other)) in files.iter().enumerate() {
            if progress.is_cancelled() {
                return Err(LinkError::Cancelled);
            }
            progress.advance((row * files.len() + column) as u64, Some((files.len() * files.len()) as u64));
            of_row.push(match (one, other) {
                (Known::Not(why), _) | (_, Known::Not(why)) => Overlap::Unknown(*why),
                (Known::Held(one), _) if row == column => Overlap::Own(one.count()),
                (Known::Held(one), Known::Held(other)) => one.shared(other).map_or(Overlap::Unknown(Why::NothingInCommon), Overlap::Shared),
            });
        }
        cells.push(of_row);
    }
    Ok(Overlaps { sources: files.iter().map(|(id, _)| id.clone()).collect(), cells })
}
