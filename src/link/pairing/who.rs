//! What rows are recognised by: the file's own numbers, e-mail address, telephone number, names, birth date, postal address. Hashed; only ever compared.

use crate::job::Progress;
use crate::link::LinkError;
use crate::link::state::{Key, Table};
use crate::link::steps::Steps;
use crate::model::Field;
use crate::model::dates::day_number;
use crate::normalise;
use rayon::iter::{IntoParallelIterator as _, IntoParallelRefIterator as _, ParallelIterator as _};
use std::hash::{DefaultHasher, Hash, Hasher as _};
use std::num::NonZeroU64;

/// Rows between two questions whether to go on.
const CHUNK: usize = 16_384;

/// A hashed key.
pub type Mark = NonZeroU64;

/// The hash of something that is compared only.
pub fn mark(what: impl Hash) -> Mark {
    let mut hasher = DefaultHasher::new();
    what.hash(&mut hasher);
    NonZeroU64::new(hasher.finish()).unwrap_or(NonZeroU64::MIN)
}

/// The keys of a row that cost nothing: they stand in the segment.
#[derive(Clone, Copy, Debug, Default)]
pub struct Keys {
    pub record: Option<Mark>,
    pub identifier: Option<Mark>,
    pub email: Option<Mark>,
    pub phone: Option<Mark>,
    /// Everything the row says in the columns that are compared, but for its numbers. `None` if it is not to be looked at.
    pub content: Option<Mark>,
}

/// The names of a row.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// All words of the name in no order, so that swapped columns do not matter; `None` if there is no name.
    pub whole: Option<Mark>,
    /// First names, canonical.
    pub first: Vec<String>,
}

/// The keys that have to be computed from several cells.
#[derive(Clone, Copy, Debug, Default)]
pub struct Costly {
    pub names_and_birth: Option<Mark>,
    pub names_and_address: Option<Mark>,
}

/// Rows that are to be paired with others; they may come from several tables.
pub struct Side<'a> {
    tables: Vec<&'a Table>,
    /// Table and place of every row.
    places: Vec<(u32, u32)>,
    pub keys: Vec<Keys>,
    /// Rows looked at while they were paired.
    pub(in crate::link) steps: Steps,
}

impl<'a> Side<'a> {
    /// All rows of a table. `content` makes the mark of a row's cells, or nothing.
    pub fn of(table: &'a Table, content: impl Fn(usize) -> Option<Mark> + Sync, progress: &dyn Progress) -> Result<Self, LinkError> {
        let mut keys = Vec::with_capacity(table.len());
        for from in (0..table.len()).step_by(CHUNK) {
            if progress.is_cancelled() {
                return Err(LinkError::Cancelled);
            }
            let until = (from + CHUNK).min(table.len());
            let chunk: Vec<Keys> = (from..until).into_par_iter().map(|at| Keys { content: content(at), ..keys_of(table, at) }).collect();
            keys.extend(chunk);
            progress.advance(until as u64, Some(table.len() as u64));
        }
        Ok(Self { tables: vec![table], places: (0..table.len() as u32).map(|at| (0, at)).collect(), keys, steps: Steps::default() })
    }

    /// These rows of several tables, without their content.
    pub fn among(tables: Vec<&'a Table>, places: Vec<(u32, u32)>) -> Self {
        let keys = places.par_iter().map(|&(table, at)| keys_of(tables[table as usize], at as usize)).collect();
        Self { tables, places, keys, steps: Steps::default() }
    }

    pub fn len(&self) -> usize {
        self.places.len()
    }

    fn table(&self, at: u32) -> (&'a Table, usize) {
        self.steps.step();
        let (table, row) = self.places[at as usize];
        (self.tables[table as usize], row as usize)
    }

    /// The names of a row.
    pub fn names(&self, at: u32) -> Names {
        let (table, row) = self.table(at);
        names(table, row)
    }

    /// The keys of several rows that have to be computed.
    pub fn costly(&self, rows: &[u32]) -> Vec<Costly> {
        let one = |&at: &u32| {
            let (table, row) = self.table(at);
            costly(table, row)
        };
        rows.par_iter().map(one).collect()
    }
}

fn keys_of(table: &Table, at: usize) -> Keys {
    let key = |key| table.key(at, key).map(mark);
    Keys { record: key(Key::Record), identifier: key(Key::Identifier), email: key(Key::Email), phone: key(Key::Phone), content: None }
}

/// The names of a row: first and last name, or the whole name where there is no last name.
pub fn names(table: &Table, at: usize) -> Names {
    let (first, last, whole) = (table.field(at, Field::FirstName), table.field(at, Field::LastName), table.field(at, Field::Name));
    let name = if last.is_empty() && !whole.is_empty() { normalise::name("", whole) } else { normalise::name(first, last) };
    let Some(name) = name else { return Names::default() };
    // A first name alone names nobody.
    let has_last = !name.last.is_empty();
    let words = name.first.iter().chain(&name.last).flat_map(|part| part.split(' '));
    let mut words: Vec<&str> = words.filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.dedup();
    Names { whole: has_last.then(|| mark(&words)), first: name.first.clone() }
}

/// The keys made of names with a birth date or an address.
pub fn costly(table: &Table, at: usize) -> Costly {
    let Some(whole) = names(table, at).whole else { return Costly::default() };
    let birth = table.field(at, Field::BirthDate);
    let born = if birth.is_empty() { None } else { table.dates().read(birth).ok().and_then(|day| day.day()) };
    Costly {
        names_and_birth: born.map(|day| mark((whole, day_number(day)))),
        names_and_address: address(table, at).map(|address| mark((whole, address))),
    }
}

/// Number, street and place; `None` if the street or the place is missing.
fn address(table: &Table, at: usize) -> Option<Mark> {
    let field = |field| table.field(at, field);
    if field(Field::Street).is_empty() {
        return None;
    }
    let extra = field(Field::AddressExtra);
    let address = normalise::address(field(Field::StreetNumber), field(Field::Street), extra, field(Field::Postcode), field(Field::City))?;
    let place = if address.postcode.is_empty() { &address.city } else { &address.postcode };
    (!address.street.is_empty() && !place.is_empty()).then(|| mark((&address.number, &address.street, place)))
}
