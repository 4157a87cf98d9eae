//! Sealing a table: of every row only the keyed hashes of its identifiers are kept, and its days if it has any; or the hashes somebody else has made of
//! them. Hashing itself is [`crate::normalise::seal`].

use super::mapping::Resolved;
use crate::model::{Arg, DateOrder, Field, Mapping, Said, SealKey};
use crate::normalise::seal::{SealedKind, seal, sealed};
use crate::said;
use crate::words::system;
use std::path::Path;

/// Days that may be kept beside the hashes.
const DAYS: [Field; 2] = [Field::Joined, Field::Left];

/// Turns the rows of one table into sealed rows.
#[derive(Clone, Debug)]
pub struct Sealer {
    takes: Vec<Take>,
    /// Columns of the table that are in no sealed row.
    left_out: Vec<String>,
    /// The order of the numbers in days as they come.
    dates: DateOrder,
}

/// A column of the sealed table, and the place it is made from.
#[derive(Clone, Debug)]
enum Take {
    Hash { kind: SealedKind, at: usize, key: SealKey },
    Hashed { kind: SealedKind, at: usize },
    Day { field: Field, at: usize },
}

impl Take {
    fn column(&self) -> &'static str {
        match self {
            Self::Hash { kind, .. } | Self::Hashed { kind, .. } => kind.column(),
            Self::Day { field, .. } => field.key(),
        }
    }

    fn field(&self) -> Field {
        match self {
            Self::Hash { kind, .. } | Self::Hashed { kind, .. } => kind.field(),
            Self::Day { field, .. } => *field,
        }
    }

    fn at(&self) -> usize {
        match self {
            Self::Hash { at, .. } | Self::Hashed { at, .. } | Self::Day { at, .. } => *at,
        }
    }
}

/// Reads the key of an exchange.
///
/// # Errors
/// A sentence: the file cannot be read, or what it holds is no key.
pub fn read_key(path: &Path) -> Result<SealKey, Said> {
    let named = || Arg::quoted(path.file_name().unwrap_or_default().display().to_string());
    let bytes = std::fs::read(path).map_err(|error| said!("remarks-key-file", name = named(), cause = system::cause(&error)))?;
    SealKey::from_file(&zeroize::Zeroizing::new(bytes)).map_err(|error| error.said())
}

/// Whether the header is that of a table of keyed hashes, as `sourcier seal` writes it and the printed rules ask for.
pub fn is_sealed_header(header: &[String]) -> bool {
    header.iter().any(|name| SealedKind::ALL.iter().any(|kind| name.trim().eq_ignore_ascii_case(kind.column())))
}

impl Sealer {
    /// For a table in the clear, whose columns are known.
    ///
    /// # Errors
    /// A sentence, if it has no column by which somebody could be found again.
    pub fn sealing(header: &[String], resolved: &Resolved, key: &SealKey) -> Result<Self, Said> {
        let place = |field: Field| resolved.columns.get(&field).copied();
        let hashes = SealedKind::ALL.into_iter().filter_map(|kind| Some(Take::Hash { kind, at: place(kind.field())?, key: key.clone() }));
        let days = DAYS.into_iter().filter_map(|field| Some(Take::Day { field, at: place(field)? }));
        let sealer = Self::of(header, hashes.chain(days).collect())?;
        Ok(Self { dates: resolved.dates.order, ..sealer })
    }

    /// For a table of hashes. Columns are those the rules name, or those of `mapping`.
    ///
    /// # Errors
    /// A sentence, if a named column is not there or none holds hashes of identifiers.
    pub fn received(header: &[String], mapping: &Mapping) -> Result<Self, Said> {
        let named = |name: &str| header.iter().position(|column| column.trim().eq_ignore_ascii_case(name.trim()));
        let place = |field: Field, usual: &str| match mapping.column(field) {
            Some(column) if column.trim().is_empty() => Ok(None),
            Some(column) => named(column).map(Some).ok_or_else(|| said!("remarks-no-such-column", column = Arg::quoted(column), field = field)),
            None => Ok(named(usual)),
        };
        let mut takes = Vec::new();
        for kind in SealedKind::ALL {
            takes.extend(place(kind.field(), kind.column())?.map(|at| Take::Hashed { kind, at }));
        }
        for field in DAYS {
            takes.extend(place(field, field.key())?.map(|at| Take::Day { field, at }));
        }
        Self::of(header, takes)
    }

    fn of(header: &[String], takes: Vec<Take>) -> Result<Self, Said> {
        let names_people = |take: &Take| matches!(take.field(), Field::Email | Field::Phone | Field::Identifier);
        if !takes.iter().any(names_people) {
            return Err(said!("remarks-sealed-needs"));
        }
        let is_taken = |at: usize| takes.iter().any(|take| take.at() == at);
        let left_out =
            header.iter().enumerate().filter(|(at, name)| !is_taken(*at) && !name.trim().is_empty()).map(|(_, name)| name.clone()).collect();
        Ok(Self { takes, left_out, dates: DateOrder::default() })
    }

    /// The columns of the sealed table.
    pub fn columns(&self) -> Vec<String> {
        self.takes.iter().map(|take| take.column().to_owned()).collect()
    }

    /// Which column of the sealed table is which.
    pub fn resolved(&self) -> Resolved {
        let fields = || self.takes.iter().map(Take::field);
        let mapping = Mapping(fields().zip(self.columns()).collect());
        Resolved { mapping, columns: fields().zip(0..).collect(), ..Resolved::default() }
    }

    /// Columns that are in no sealed row, as written.
    pub fn left_out(&self) -> &[String] {
        &self.left_out
    }

    /// The sealed row: lowercase hex hashes, blank where a cell has no canonical form or holds no hash, and days as written, the day before the month.
    pub fn row(&self, cells: &[String]) -> Vec<String> {
        let cell = |at: usize| cells.get(at).map_or("", |cell| cell.trim());
        let take = |take: &Take| match take {
            Take::Hash { kind, at, key } => kind.canonical(cell(*at)).map(|canonical| seal(*kind, &canonical, key)).unwrap_or_default(),
            Take::Hashed { at, .. } => sealed(cell(*at)).unwrap_or_default(),
            Take::Day { at, .. } => self.dates.day_first(cell(*at)).into_owned(),
        };
        self.takes.iter().map(take).collect()
    }

    /// How many identifiers of a row could not be used: cells that are filled and are blank in the sealed row.
    pub fn unusable(&self, cells: &[String], sealed: &[String]) -> usize {
        let is_lost = |(take, out): (&Take, &String)| out.is_empty() && cells.get(take.at()).is_some_and(|cell| !cell.trim().is_empty());
        self.takes.iter().zip(sealed).filter(|pair| is_lost(*pair)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::mapping::{DateOrders, resolve};
    use crate::model::ImportKind;
    use crate::words::english;

    fn texts(cells: &[&str]) -> Vec<String> {
        cells.iter().map(|&cell| cell.to_owned()).collect()
    }

    fn key() -> SealKey {
        SealKey::from_file(b"exemple de clef pour essais").unwrap()
    }

    #[test]
    fn a_sealed_row_holds_hashes_of_identifiers_and_days_and_nothing_else() {
        let header = texts(&["Nom", "Courriel", "Tél.", "Ville", "Date d'adhésion"]);
        let resolved = resolve(&header, &[], ImportKind::Source, &Mapping::default(), DateOrders::default()).unwrap();
        let sealer = Sealer::sealing(&header, &resolved, &key()).unwrap();
        assert_eq!(sealer.columns(), ["email_hmac", "phone_hmac", "joined"]);
        assert_eq!(sealer.left_out(), ["Nom", "Ville"]);
        let cells = texts(&["Mercier", " Anna+x@Exemple.TEST", "néant", "Ostrelac", "15/01/2010"]);
        let row = sealer.row(&cells);
        assert_eq!(row, [seal(SealedKind::Email, "anna@exemple.test", &key()), String::new(), "15/01/2010".to_owned()]);
        assert_eq!(sealer.unusable(&cells, &row), 1);
        // What a controller makes of it and hands over is read as the same row.
        let received = Sealer::received(&sealer.columns(), &Mapping::default()).unwrap();
        assert_eq!(received.row(&row), row);
        assert_eq!(received.resolved(), sealer.resolved());
        assert!(is_sealed_header(&sealer.columns()) && !is_sealed_header(&header));
    }

    #[test]
    fn a_table_of_names_alone_cannot_be_sealed() {
        let header = texts(&["Nom", "Ville"]);
        let resolved = resolve(&header, &[], ImportKind::Source, &Mapping::default(), DateOrders::default()).unwrap();
        assert!(english(&Sealer::sealing(&header, &resolved, &key()).unwrap_err()).contains("email, phone or identifier"));
    }

    #[test]
    fn a_received_table_can_name_its_columns_as_it_likes() {
        let header = texts(&["Empreinte", "Ville"]);
        let mapping = Mapping([(Field::Email, "empreinte".to_owned())].into());
        let sealer = Sealer::received(&header, &mapping).unwrap();
        let hash = seal(SealedKind::Email, "a@b.example", &key());
        assert_eq!(sealer.row(&texts(&[&hash.to_uppercase(), "Ostrelac"])), [hash]);
        assert_eq!(sealer.left_out(), ["Ville"]);
        let wrong = Mapping([(Field::Email, "Courriel".to_owned())].into());
        assert!(english(&Sealer::received(&header, &wrong).unwrap_err()).contains("Courriel"));
    }
}
