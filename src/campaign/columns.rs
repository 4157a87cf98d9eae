//! The columns a sender's list must have had, compared with the columns each source has.
//!
//! A merge field needs its column, a channel the address it travels by. What a source does not hold is told only where its columns are known: unknown is
//! not no. Nothing here says where the list came from; that a file has the columns is necessary, not sufficient.

use super::align::{Alignment, Basis, FieldKind};
use crate::model::{Channel, Contents, Field, Mapping, Source, SourceId, SourceKind};
use std::collections::{BTreeMap, BTreeSet};

/// Why a column was needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Because {
    /// Messages travelled this way.
    Channel(Channel),
    /// Index of a merge field of the alignment.
    MergeField(usize),
}

/// A column the list must have had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// What it held.
    pub field: Field,
    /// Why; sorted.
    pub because: Vec<Because>,
}

/// Whether a source has a column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// These columns, as the source calls them.
    Has(Vec<String>),
    /// Its columns are known, and none of them is it.
    HasNot,
    /// Its columns are not known.
    Unknown,
}

/// One source held against the needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SourceColumns {
    /// Which.
    pub source: SourceId,
    /// One per need, in their order.
    pub answers: Vec<Answer>,
}

/// The minimal list of columns, and what each source has of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Requirements {
    /// In the order of fields.
    pub needs: Vec<Need>,
    /// By id.
    pub sources: Vec<SourceColumns>,
    /// Merge fields nobody can tell the column of.
    pub untold: Vec<usize>,
}

impl Requirements {
    /// The only source known to have what a need asks for: `None` if none or several have it. Sources of unknown columns are counted in the second place.
    pub fn only(&self, need: usize) -> Option<(&SourceId, usize)> {
        let answer = |source: &&SourceColumns, wanted: fn(&Answer) -> bool| source.answers.get(need).is_some_and(wanted);
        let mut having = self.sources.iter().filter(|source| answer(source, |answer| matches!(answer, Answer::Has(_))));
        let only = having.next().filter(|_| having.next().is_none())?;
        let unknown = self.sources.iter().filter(|source| answer(source, |answer| matches!(answer, Answer::Unknown))).count();
        Some((&only.source, unknown))
    }

    /// Sources known to have everything that was needed.
    pub fn complete(&self) -> Vec<&SourceId> {
        let has_all = |source: &&SourceColumns| source.answers.iter().all(|answer| matches!(answer, Answer::Has(_)));
        self.sources.iter().filter(has_all).filter(|_| !self.needs.is_empty()).map(|source| &source.source).collect()
    }
}

/// What the list of a campaign must have held, by its merge fields and channels, against the sources of the case. `read` says which field each of a declared
/// source's column names is; `None` if that cannot be told.
pub fn requirements(
    contents: &Contents,
    alignment: &Alignment,
    channels: &BTreeSet<Channel>,
    read: &dyn Fn(&[String]) -> Option<Mapping>,
) -> Requirements {
    let mut needs: BTreeMap<Field, BTreeSet<Because>> = BTreeMap::new();
    for &channel in channels {
        for field in of_channel(channel) {
            needs.entry(*field).or_default().insert(Because::Channel(channel));
        }
    }
    let mut untold = Vec::new();
    for (at, merge) in alignment.fields.iter().enumerate() {
        match of_kind(merge.kind, merge.basis) {
            Some(field) => {
                needs.entry(field).or_default().insert(Because::MergeField(at));
            }
            // A link's token is made by the sending tool, not by the list.
            None if merge.kind == FieldKind::Link => {}
            None => untold.push(at),
        }
    }
    let needs: Vec<Need> = needs.into_iter().map(|(field, because)| Need { field, because: because.into_iter().collect() }).collect();
    let mut sources: Vec<&Source> = contents.sources.iter().collect();
    sources.sort_by(|a, b| a.id.cmp(&b.id));
    let columns = |source: &&Source| SourceColumns { source: source.id.clone(), answers: answers(&needs, &mappings(contents, source, read)) };
    let sources = sources.iter().map(columns).collect();
    Requirements { needs, sources, untold }
}

fn of_channel(channel: Channel) -> &'static [Field] {
    match channel {
        Channel::Email => &[Field::Email],
        Channel::Sms | Channel::Call => &[Field::Phone],
        Channel::Letter => &[Field::Name, Field::Street, Field::Postcode, Field::City],
        Channel::Other => &[],
    }
}

fn of_kind(kind: FieldKind, basis: Basis) -> Option<Field> {
    Some(match kind {
        FieldKind::Civility => Field::Civility,
        FieldKind::FirstName => Field::FirstName,
        FieldKind::LastName => Field::LastName,
        FieldKind::FullName => Field::Name,
        FieldKind::Town => Field::City,
        FieldKind::Postcode => Field::Postcode,
        FieldKind::Street => Field::Street,
        FieldKind::Identifier => Field::Identifier,
        FieldKind::Email => Field::Email,
        FieldKind::Phone => Field::Phone,
        // Some date; that it is the birth date is only known from the recipients' own.
        FieldKind::Date if matches!(basis, Basis::Recipients { .. }) => Field::BirthDate,
        FieldKind::Date | FieldKind::Link | FieldKind::Unknown => return None,
    })
}

/// Which columns of a source are which, one mapping per state; empty if its columns are not known.
fn mappings(contents: &Contents, source: &Source, read: &dyn Fn(&[String]) -> Option<Mapping>) -> Vec<Mapping> {
    let states: Vec<Mapping> = contents.snapshots.iter().filter(|snapshot| snapshot.source == source.id).map(|s| s.mapping.clone()).collect();
    // The states of a sealed source have columns of hashes; those of its table are known beside them.
    let is_in_states = !states.is_empty() && (source.seal.is_none() || source.columns.is_empty());
    if is_in_states || source.kind == SourceKind::Held || source.columns.is_empty() {
        return states;
    }
    read(&source.columns).into_iter().collect()
}

fn answers(needs: &[Need], mappings: &[Mapping]) -> Vec<Answer> {
    let answer = |need: &Need| {
        if mappings.is_empty() {
            return Answer::Unknown;
        }
        let columns: BTreeSet<String> = mappings.iter().flat_map(|mapping| columns(need.field, mapping)).collect();
        if columns.is_empty() { Answer::HasNot } else { Answer::Has(columns.into_iter().collect()) }
    };
    needs.iter().map(answer).collect()
}

/// Columns of one state that hold a field, alone or together.
fn columns(field: Field, mapping: &Mapping) -> Vec<String> {
    let all = |fields: &[Field]| -> Option<Vec<String>> {
        fields.iter().map(|&field| mapping.column(field).filter(|column| !column.is_empty()).map(str::to_owned)).collect()
    };
    let ways: &[&[Field]] = match field {
        Field::FirstName => &[&[Field::FirstName], &[Field::Name]],
        Field::LastName => &[&[Field::LastName], &[Field::Name]],
        Field::Name => &[&[Field::Name], &[Field::FirstName, Field::LastName], &[Field::LastName]],
        // The number of a record is a number of a person.
        Field::Identifier => &[&[Field::Identifier], &[Field::RecordId]],
        _ => return all(&[field]).unwrap_or_default(),
    };
    ways.iter().find_map(|way| all(way)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::align::MergeField;
    use crate::model::{EvidenceId, ImportId, Snapshot, SnapshotId};

    fn source(id: &str, kind: SourceKind, columns: &[&str]) -> Source {
        Source { id: id.into(), kind, columns: columns.iter().map(|&column| column.to_owned()).collect(), ..Source::default() }
    }

    fn state(source: &str, columns: &[(Field, &str)]) -> Snapshot {
        Snapshot {
            id: SnapshotId(1),
            import: ImportId(1),
            source: source.into(),
            dates: crate::model::DateOrder::DayFirst,
            as_of: None,
            evidence: EvidenceId(1),
            sheet: None,
            columns: columns.iter().map(|(_, column)| (*column).to_owned()).collect(),
            mapping: Mapping(columns.iter().map(|(field, column)| (*field, (*column).to_owned())).collect()),
            rows: 1,
        }
    }

    fn merge(kind: FieldKind) -> MergeField {
        MergeField { kind, basis: Basis::Values, values: Vec::new(), distinct: 2, empty: Vec::new() }
    }

    fn found() -> Requirements {
        let contents = Contents {
            sources: vec![
                source("lettre", SourceKind::Held, &[]),
                source("adherents", SourceKind::Held, &[]),
                source("electeurs", SourceKind::Declared, &["nom", "prénoms"]),
                source("courtier", SourceKind::Declared, &[]),
            ],
            snapshots: vec![
                state("adherents", &[(Field::Email, "Courriel"), (Field::RecordId, "N° adhérent"), (Field::Name, "Nom complet")]),
                state("lettre", &[(Field::Email, "mail"), (Field::FirstName, "prenom")]),
            ],
            ..Contents::default()
        };
        let alignment = Alignment {
            fields: vec![merge(FieldKind::FirstName), merge(FieldKind::Identifier), merge(FieldKind::Link), merge(FieldKind::Unknown)],
            ..Alignment::default()
        };
        let read = |_: &[String]| Some(Mapping([(Field::LastName, "nom".to_owned()), (Field::FirstName, "prénoms".to_owned())].into()));
        requirements(&contents, &alignment, &[Channel::Email].into(), &read)
    }

    #[test]
    fn needs_come_from_merge_fields_and_the_channel() {
        let found = found();
        let fields: Vec<(Field, &[Because])> = found.needs.iter().map(|need| (need.field, &need.because[..])).collect();
        assert_eq!(
            fields,
            [
                (Field::FirstName, &[Because::MergeField(0)][..]),
                (Field::Email, &[Because::Channel(Channel::Email)][..]),
                (Field::Identifier, &[Because::MergeField(1)][..]),
            ]
        );
        assert_eq!(found.untold, [3]);
    }

    #[test]
    fn the_only_source_with_a_column_is_named_and_unknown_is_not_no() {
        let found = found();
        let of = |id: &str| found.sources.iter().find(|source| source.source.as_str() == id).unwrap().answers.clone();
        let has = |column: &str| Answer::Has(vec![column.to_owned()]);
        assert_eq!(of("adherents"), [has("Nom complet"), has("Courriel"), has("N° adhérent")]);
        assert_eq!(of("lettre"), [has("prenom"), has("mail"), Answer::HasNot]);
        assert_eq!(of("electeurs"), [has("prénoms"), Answer::HasNot, Answer::HasNot]);
        assert_eq!(of("courtier"), [Answer::Unknown, Answer::Unknown, Answer::Unknown]);
        assert_eq!(found.only(2), Some((&"adherents".into(), 1)));
        assert_eq!(found.only(0), None);
        assert_eq!(found.complete(), [&SourceId::from("adherents")]);
    }
}
