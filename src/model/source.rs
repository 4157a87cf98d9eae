//! Candidate files: what they are said to be, and their dated states.

use super::{DateOrder, Day, EvidenceId, Identity, ImportId, Seal, SnapshotId, SourceId, UncertainDay};
use crate::normalise::seal::SealedKind;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How much of a source we have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SourceKind {
    /// We have one or more snapshots.
    #[default]
    Held,
    /// We only know its size, its population and what people say they gave to it.
    Declared,
    /// Only keyed hashes of its identifiers are kept.
    Sealed,
}

/// A file the list may have come from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Source {
    /// As the manifest names it.
    pub id: SourceId,
    /// The import it came in with.
    pub import: ImportId,
    /// Full name.
    pub name: String,
    /// Controller (responsable de traitement).
    pub controller: String,
    /// Declared purpose.
    pub purpose: String,
    /// Legal basis, if known.
    pub legal_basis: String,
    /// Retention period, if known.
    pub retention: String,
    /// Held, declared or sealed.
    pub kind: SourceKind,
    /// Declared: how many people. Held: read from the file.
    pub size: Option<u64>,
    /// Declared: share of the pool's members it should hold, in (0, 1].
    pub coverage: Option<f64>,
    /// First evidence of the file.
    pub first_known: Option<Day>,
    /// Declared: the columns it is known to hold. Sealed: those of the table that was sealed.
    pub columns: Vec<String>,
    /// Sealed, with states: how. The key is kept here, because without it nobody could link again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seal: Option<Seal>,
}

/// A dated state of a held source. Its rows are Parquet segments in the case.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Row number.
    pub id: SnapshotId,
    /// The import it came in with.
    pub import: ImportId,
    /// Which source.
    pub source: SourceId,
    /// The day whose state it shows; `None` if unknown.
    pub as_of: Option<UncertainDay>,
    /// The file.
    pub evidence: EvidenceId,
    /// The sheet, for a workbook.
    pub sheet: Option<String>,
    /// Column names, in order, as written.
    pub columns: Vec<String>,
    /// Which column holds which field.
    pub mapping: Mapping,
    /// The order of the numbers in its days.
    #[serde(default, skip_serializing_if = "DateOrder::is_usual")]
    pub dates: DateOrder,
    /// Number of rows.
    pub rows: u64,
}

impl Snapshot {
    /// How the snapshot is called in results: its day, or `E7` if undated.
    pub fn label(&self) -> String {
        self.as_of.as_ref().map_or_else(|| format!("E{}", self.evidence), |day| day.day().map_or_else(|| day.raw.clone(), |day| day.to_string()))
    }

    /// The place of the column that holds a field.
    pub fn place(&self, field: Field) -> Option<usize> {
        let column = self.mapping.column(field)?;
        self.columns.iter().position(|name| name == column)
    }

    /// Whether its rows hold keyed hashes of identifiers and no identifiers.
    pub fn is_sealed(&self) -> bool {
        self.mapping.0.iter().any(|(field, column)| SealedKind::ALL.iter().any(|kind| kind.field() == *field && kind.column() == column))
    }

    /// What a row of this state says about a person, as written; a date of birth with the day first.
    pub fn identity(&self, row: &[String]) -> Identity {
        let cell = |field: Field| self.place(field).and_then(|at| row.get(at)).cloned().unwrap_or_default();
        Identity {
            name: cell(Field::Name),
            first_name: cell(Field::FirstName),
            last_name: cell(Field::LastName),
            civility: cell(Field::Civility),
            email: cell(Field::Email),
            phone: cell(Field::Phone),
            street_number: cell(Field::StreetNumber),
            street: cell(Field::Street),
            address_extra: cell(Field::AddressExtra),
            postcode: cell(Field::Postcode),
            city: cell(Field::City),
            country: cell(Field::Country),
            birth_date: self.dates.day_first(&cell(Field::BirthDate)).into_owned(),
            identifier: cell(Field::Identifier),
        }
    }
}

/// A field a column can be mapped to. The kebab- or snake-case names are the manifest's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the names are the manifest's column names, see cli.md")]
pub enum Field {
    RecipientId,
    Name,
    FirstName,
    LastName,
    Civility,
    Email,
    Phone,
    StreetNumber,
    Street,
    AddressExtra,
    Postcode,
    City,
    Country,
    BirthDate,
    Identifier,
    Received,
    SentAt,
    RenderedName,
    FoundBy,
    Joined,
    Left,
    RecordId,
    Campaign,
    Sigma,
    // Statements
    Source,
    GivenOn,
    Exclusive,
    Reliability,
    Answer,
    GivenAs,
    // Roster
    Person,
    Post,
    Body,
    From,
    To,
    Certainty,
    Proof,
    ProofDate,
    // Access log and events
    At,
    Action,
    Rows,
    Note,
    Title,
    Kind,
}

impl Field {
    /// Every field.
    pub const ALL: [Self; 44] = [
        Self::RecipientId,
        Self::Name,
        Self::FirstName,
        Self::LastName,
        Self::Civility,
        Self::Email,
        Self::Phone,
        Self::StreetNumber,
        Self::Street,
        Self::AddressExtra,
        Self::Postcode,
        Self::City,
        Self::Country,
        Self::BirthDate,
        Self::Identifier,
        Self::Received,
        Self::SentAt,
        Self::RenderedName,
        Self::FoundBy,
        Self::Joined,
        Self::Left,
        Self::RecordId,
        Self::Campaign,
        Self::Sigma,
        Self::Source,
        Self::GivenOn,
        Self::Exclusive,
        Self::Reliability,
        Self::Answer,
        Self::GivenAs,
        Self::Person,
        Self::Post,
        Self::Body,
        Self::From,
        Self::To,
        Self::Certainty,
        Self::Proof,
        Self::ProofDate,
        Self::At,
        Self::Action,
        Self::Rows,
        Self::Note,
        Self::Title,
        Self::Kind,
    ];

    /// The manifest's name of the field: `first_name`.
    pub fn key(self) -> &'static str {
        match self {
            Self::RecipientId => "recipient_id",
            Self::Name => "name",
            Self::FirstName => "first_name",
            Self::LastName => "last_name",
            Self::Civility => "civility",
            Self::Email => "email",
            Self::Phone => "phone",
            Self::StreetNumber => "street_number",
            Self::Street => "street",
            Self::AddressExtra => "address_extra",
            Self::Postcode => "postcode",
            Self::City => "city",
            Self::Country => "country",
            Self::BirthDate => "birth_date",
            Self::Identifier => "identifier",
            Self::Received => "received",
            Self::SentAt => "sent_at",
            Self::RenderedName => "rendered_name",
            Self::FoundBy => "found_by",
            Self::Joined => "joined",
            Self::Left => "left",
            Self::RecordId => "record_id",
            Self::Campaign => "campaign",
            Self::Sigma => "sigma",
            Self::Source => "source",
            Self::GivenOn => "given_on",
            Self::Exclusive => "exclusive",
            Self::Reliability => "reliability",
            Self::Answer => "answer",
            Self::GivenAs => "given_as",
            Self::Person => "person",
            Self::Post => "post",
            Self::Body => "body",
            Self::From => "from",
            Self::To => "to",
            Self::Certainty => "certainty",
            Self::Proof => "proof",
            Self::ProofDate => "proof_date",
            Self::At => "at",
            Self::Action => "action",
            Self::Rows => "rows",
            Self::Note => "note",
            Self::Title => "title",
            Self::Kind => "kind",
        }
    }
}

impl std::str::FromStr for Field {
    type Err = UnknownField;

    fn from_str(text: &str) -> Result<Self, UnknownField> {
        Self::ALL.into_iter().find(|field| field.key() == text).ok_or_else(|| UnknownField(text.to_owned()))
    }
}

/// A text that names no field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a known field")]
pub struct UnknownField(pub String);

/// Which column holds which field: field → column name as written in the header.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Mapping(pub BTreeMap<Field, String>);

impl Mapping {
    /// The column of `field`, if it has one.
    pub fn column(&self, field: Field) -> Option<&str> {
        self.0.get(&field).map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_is_listed_once_and_reads_what_it_writes() {
        for field in Field::ALL {
            assert_eq!(field.key().parse::<Field>(), Ok(field));
            assert_eq!(serde_json::to_value(field).unwrap(), field.key());
        }
        let distinct: std::collections::BTreeSet<_> = Field::ALL.into_iter().collect();
        assert_eq!(distinct.len(), Field::ALL.len());
    }
}
