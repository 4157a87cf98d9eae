//! What linking found: links that explain themselves, in the same numbers for the window, CSV and JSON.

pub use crate::model::Label;
use serde::{Deserialize, Serialize};

/// How alike two names are, one part (first or last) at a time. From most to least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameLevel {
    /// Equal canonical forms.
    Exact,
    /// One is part of the other: a double surname, a compound first name.
    Part,
    /// First names only: a known short form (Jo, Joseph).
    Nickname,
    /// One is the other's initial.
    Initial,
    /// Jaro–Winkler at least 0.92.
    Close,
    /// At least 0.88.
    Near,
    /// At least 0.7.
    Far,
    /// Below.
    Different,
    /// One side has none: says nothing.
    Missing,
}

/// How alike two postal addresses are. From most to least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AddressLevel {
    /// Same number, street and place: the same household or building.
    Exact,
    /// Same number and place, the street written nearly alike.
    Close,
    /// Same street and place, another number or none.
    Street,
    /// Same number and street in another place, or one place missing.
    Elsewhere,
    /// Same postcode and town.
    Place,
    /// Same town or same postcode.
    Town,
    /// Nothing in common.
    Different,
    /// One side has none: says nothing.
    Missing,
}

/// How alike two e-mail addresses are. From most to least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EmailLevel {
    /// Equal canonical addresses.
    Exact,
    /// The same before the @, another domain.
    Local,
    /// Same domain, nearly the same before the @.
    Close,
    /// Different.
    Different,
    /// One side has none: says nothing.
    Missing,
}

/// How alike two numbers are (telephone numbers, other identifiers). From most to least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NumberLevel {
    /// Equal canonical forms.
    Exact,
    /// One digit wrong, missing or too many, or two neighbours swapped.
    Close,
    /// Different.
    Different,
    /// One side has none: says nothing.
    Missing,
}

/// How alike two birth dates are. From most to least.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BirthLevel {
    /// The same day.
    Exact,
    /// Day and month swapped.
    Swapped,
    /// Two of day, month and year equal, the third different; or one digit wrong.
    Close,
    /// The same year only, or all that both dates say.
    Year,
    /// Different.
    Different,
    /// One side has none: says nothing.
    Missing,
}

/// Whether two civilities agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CivilityLevel {
    /// Both masculine or both feminine.
    Same,
    /// One each.
    Different,
    /// One side has none, or one that does not tell: says nothing.
    Missing,
}

/// The outcome of one comparison of a pair of records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "comparison", rename_all = "kebab-case")]
pub enum Outcome {
    /// First and last name: one comparison, because they are not independent.
    Name {
        /// Of the last names.
        last: NameLevel,
        /// Of the first names.
        first: NameLevel,
        /// Whether the two agree better with first and last name exchanged; the levels are those after the exchange.
        is_swapped: bool,
    },
    /// Number, street, postcode and town: one comparison.
    Address {
        /// How alike.
        level: AddressLevel,
    },
    /// E-mail addresses.
    Email {
        /// How alike.
        level: EmailLevel,
    },
    /// Telephone numbers.
    Phone {
        /// How alike.
        level: NumberLevel,
    },
    /// Dates of birth.
    Birth {
        /// How alike.
        level: BirthLevel,
    },
    /// Civilities.
    Civility {
        /// Whether they agree.
        level: CivilityLevel,
    },
    /// Any other number that names a person in both tables.
    Identifier {
        /// How alike.
        level: NumberLevel,
    },
}

/// One bar of the waterfall: what one comparison adds to the evidence.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    /// What was seen.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// log₂(m/u) of it, for this very value: a rare name weighs more than a common one.
    pub bits: f64,
}

/// The best record for one person, with its explanation.
///
/// The bars add up: `prior_bits` + every bar + `household_bits` + `rivals_bits` = log₂(p / (1 − p)).
#[derive(Clone, Debug, PartialEq)]
pub struct PersonLink {
    /// Index into the people asked about.
    pub person: u32,
    /// Row of the table, from 0 after the header.
    pub row: u32,
    /// Probability that this row is that person: at most one row can be, so over all rows of a table it adds up to at most 1.
    pub probability: f64,
    /// What this link is called.
    pub label: Label,
    /// log₂ of the odds, before looking, that a row drawn from the table is this person.
    pub prior_bits: f64,
    /// What each comparison adds; comparisons with a value missing are left out.
    pub bars: Vec<Bar>,
    /// What the chance that it is somebody of the same household or a namesake takes away (0 or less).
    pub household_bits: f64,
    /// What other rows that fit as well take away (0 or less).
    pub rivals_bits: f64,
    /// Next best row and its probability.
    pub runner_up: Option<(u32, f64)>,
}

impl PersonLink {
    /// Weight of evidence in bits: the sum of the bars, without prior, household and rivals.
    pub fn weight_bits(&self) -> f64 {
        self.bars.iter().map(|bar| bar.bits).sum()
    }
}

/// What the model learnt, and what it did not.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Learnt {
    /// Estimated share of the people asked about who stand in the table and can be recognised there.
    pub share: f64,
    /// Expected number of true pairs the m-probabilities were learnt from.
    pub pairs: f64,
    /// Whether there were enough of them (200) to move the defaults at all.
    pub is_learnt: bool,
    /// Steps of expectation–maximisation taken, and whether it settled.
    pub steps: u32,
    /// See `steps`.
    pub has_converged: bool,
}

/// A blocking key whose value stands on so many rows that its pairs were left out.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CappedBlock {
    /// The rule, for instance `last+first`.
    pub rule: String,
    /// The value it was about, for instance `martin jean`.
    pub value: String,
    /// Rows it stands on.
    pub rows: u64,
    /// How many people asked about have it.
    pub people: u32,
}

/// Everything linking people to one table says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Linkage {
    /// Rows of the table.
    pub rows: u64,
    /// The best row of everybody who has any candidate of p at least the least asked for, and every further row of at least that p;
    /// sorted by person, then by falling p, then row.
    pub links: Vec<PersonLink>,
    /// What was learnt from the data.
    pub learnt: Learnt,
    /// Blocks left out, sorted.
    pub capped: Vec<CappedBlock>,
    /// Pairs compared.
    pub pairs: u64,
}
