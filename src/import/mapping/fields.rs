//! Which fields each kind of table has, and which of them it cannot do without.

use crate::model::{Field, ImportKind, Said};
use crate::said;

/// Who somebody is.
const IDENTITY: [Field; 14] = [
    Field::Email,
    Field::Phone,
    Field::Name,
    Field::FirstName,
    Field::LastName,
    Field::Civility,
    Field::Identifier,
    Field::StreetNumber,
    Field::Street,
    Field::AddressExtra,
    Field::Postcode,
    Field::City,
    Field::Country,
    Field::BirthDate,
];

/// The fields a table of this kind can have; messages have none.
pub fn fields(kind: ImportKind) -> Vec<Field> {
    use Field as F;
    let own: &[Field] = match kind {
        ImportKind::Messages => return Vec::new(),
        ImportKind::Recipients => &[F::RecipientId, F::Received, F::SentAt, F::RenderedName, F::FoundBy, F::Campaign, F::Sigma],
        ImportKind::Source => &[F::RecordId, F::Joined, F::Left],
        ImportKind::Roster => return vec![F::Person, F::Post, F::Body, F::Source, F::From, F::To, F::Certainty, F::Proof, F::ProofDate],
        ImportKind::Statements => {
            return vec![F::RecipientId, F::Email, F::Phone, F::Source, F::Answer, F::GivenOn, F::GivenAs, F::Exclusive, F::Reliability, F::Note];
        }
        ImportKind::AccessLog => return vec![F::Source, F::At, F::Person, F::Action, F::Rows, F::Note],
        ImportKind::Events => return vec![F::At, F::Title, F::Kind, F::Note],
    };
    IDENTITY.iter().chain(own).copied().collect()
}

/// Groups of fields: of each, at least one must have a column.
pub fn needed(kind: ImportKind) -> &'static [&'static [Field]] {
    use Field as F;
    match kind {
        ImportKind::Messages => &[],
        ImportKind::Recipients => &[&[F::Email, F::Phone, F::Identifier, F::Name, F::LastName]],
        // A file of addresses alone is still a file people can be found in.
        ImportKind::Source => &[&[F::Email, F::Phone, F::Identifier, F::Name, F::LastName, F::Street]],
        ImportKind::Roster => &[&[F::Person]],
        ImportKind::Statements => &[&[F::RecipientId, F::Email, F::Phone], &[F::Source]],
        ImportKind::AccessLog => &[&[F::Source], &[F::At], &[F::Person], &[F::Action]],
        ImportKind::Events => &[&[F::Title]],
    }
}

/// What such a table is called at the beginning of a sentence.
pub fn table_of(kind: ImportKind) -> Said {
    match kind {
        ImportKind::Messages => said!("remarks-table-messages"),
        ImportKind::Recipients => said!("remarks-table-recipients"),
        ImportKind::Source => said!("remarks-table-source"),
        ImportKind::Roster => said!("remarks-table-roster"),
        ImportKind::Statements => said!("remarks-table-statements"),
        ImportKind::AccessLog => said!("remarks-table-access-log"),
        ImportKind::Events => said!("remarks-table-events"),
    }
}

/// The fields such a table cannot do without, in a sentence: `recipient_id, email or phone, and source`.
pub fn needs(kind: ImportKind) -> Said {
    let mut groups = needed(kind).iter().map(|group| one_of(group));
    let first = groups.next().unwrap_or_default();
    groups.fold(first, |before, group| said!("remarks-and-needed", before = before, group = group))
}

/// The names of fields in a sentence: `email, phone or name`.
pub fn one_of(fields: &[Field]) -> Said {
    match fields.split_last() {
        Some((last, [])) => said!("remarks-one", field = *last),
        Some((last, rest)) => said!("remarks-one-of", list = rest.to_vec(), last = *last),
        None => Said::default(),
    }
}
