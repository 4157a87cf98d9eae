//! Which fields each kind of table has, and which of them it cannot do without.

use crate::model::{Field, ImportKind};

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

/// What such a table is called in a sentence.
pub fn table_of(kind: ImportKind) -> &'static str {
    match kind {
        ImportKind::Messages => "a table of messages",
        ImportKind::Recipients => "a table of recipients",
        ImportKind::Source => "the table of a source",
        ImportKind::Roster => "a roster",
        ImportKind::Statements => "a table of statements",
        ImportKind::AccessLog => "an access log",
        ImportKind::Events => "a table of events",
    }
}

/// The same at the beginning of a sentence.
pub fn capital_table_of(kind: ImportKind) -> String {
    let mut characters = table_of(kind).chars();
    characters.next().map(|first| first.to_uppercase().chain(characters).collect()).unwrap_or_default()
}

/// The fields such a table cannot do without, in a sentence: `recipient_id, email or phone, and source`.
pub fn needs(kind: ImportKind) -> String {
    let groups: Vec<String> = needed(kind).iter().map(|group| one_of(group)).collect();
    groups.join(", and ")
}

/// The names of fields in a sentence: `email, phone or name`.
pub fn one_of(fields: &[Field]) -> String {
    let names: Vec<&str> = fields.iter().map(|field| field.key()).collect();
    match names.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} or {last}", rest.join(", ")),
        Some((last, _)) => (*last).to_owned(),
        None => String::new(),
    }
}
