//! What people are compared by: the canonical values of up to a million rows, dictionary-encoded.
//!
//! Made once, when a table is imported, and kept with it: canonical forms cost more than comparing. Not the raw values; those stay with the rows.

use super::canonical;
use super::categories::{Candidate, Category, Filling};
use super::marks::{Mark, Marks};
use super::sealed;
use super::words::{Interner, Words, hash, mix};
use crate::model::{DateOrder, Identity};
use std::num::NonZeroU64;

/// The texts of a record, by their place in [`Record::words`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(usize)]
pub enum Text {
    /// Last names, joined by hyphens; particles are part of the name they precede (`de la tour-martin`).
    Last,
    /// First names, joined by hyphens.
    First,
    /// E-mail address before the @, without sub-address tag.
    Local,
    /// E-mail address behind the @.
    Domain,
    /// House number with its index: `12bis`.
    Number,
    /// Street with its type written out.
    Street,
    /// Postcode.
    Postcode,
    /// Town.
    City,
    /// Any other number that names a person in both tables.
    Identifier,
}

impl Text {
    /// How many there are.
    pub const COUNT: usize = 9;
    /// Every one, with the name of its column.
    pub const ALL: [(Self, &'static str); Self::COUNT] = [
        (Self::Last, "last"),
        (Self::First, "first"),
        (Self::Local, "local"),
        (Self::Domain, "domain"),
        (Self::Number, "number"),
        (Self::Street, "street"),
        (Self::Postcode, "postcode"),
        (Self::City, "city"),
        (Self::Identifier, "identifier"),
    ];
}

/// One person, as codes into a dictionary. 0 always means: not given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Codes of the texts, see [`Text`].
    pub words: [u32; Text::COUNT],
    /// Telephone number, the digits of its E.164 form.
    pub phone: u64,
    /// Date of birth as the digits yyyymmdd; 00 for a day or month that is not said.
    pub birth: u32,
    /// 1 masculine, 2 feminine.
    pub civility: u8,
}

impl Record {
    /// The code of a text.
    pub fn code(&self, text: Text) -> u32 {
        self.words[text as usize]
    }

    /// Whether it has an e-mail address, a telephone number or another number.
    pub fn has_key(&self) -> bool {
        self.code(Text::Local) != 0 || self.phone != 0 || self.code(Text::Identifier) != 0
    }

    /// The record with codes of another dictionary.
    pub(super) fn recoded(mut self, mut code: impl FnMut(u32) -> u32) -> Self {
        for word in &mut self.words {
            *word = code(*word);
        }
        self
    }
}

/// The records of a run of rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// Number of each row in its table, rising.
    pub rows: Vec<u32>,
    /// Its record.
    pub records: Vec<Record>,
    /// The dictionary of the texts.
    pub words: Words,
    /// What each row is recognised by beside that; empty where nobody asked for it.
    pub marks: Marks,
    /// What the rows can be sorted into, by column; none where nobody asked for it.
    pub categories: Vec<Category>,
}

/// E-mail address, telephone number and other number of a row, hashed: enough to find equal ones.
pub type Keys = [Option<NonZeroU64>; 3];

/// Never 0, so that an optional one takes no more room.
pub(super) fn never_zero(hash: u64) -> NonZeroU64 {
    NonZeroU64::new(hash).unwrap_or(NonZeroU64::MIN)
}

/// Hash of an e-mail address, whose two parts are given.
pub(super) fn hash_of_email(local: &str, domain: &str) -> NonZeroU64 {
    never_zero(mix(hash(local), hash(domain)))
}

/// Hash of a telephone number.
pub(super) fn hash_of_phone(phone: u64) -> NonZeroU64 {
    never_zero(mix(1, phone))
}

/// Hash of any other number.
pub(super) fn hash_of_identifier(identifier: &str) -> NonZeroU64 {
    never_zero(hash(identifier))
}

impl Columns {
    /// The keys of a row.
    pub fn keys(&self, at: usize) -> Keys {
        let record = &self.records[at];
        let given = |text: Text| Some(self.text(record, text)).filter(|text| !text.is_empty());
        [
            given(Text::Local).map(|local| hash_of_email(local, self.text(record, Text::Domain))),
            (record.phone != 0).then(|| hash_of_phone(record.phone)),
            given(Text::Identifier).map(hash_of_identifier),
        ]
    }

    /// A text of a record of these rows.
    pub fn text(&self, record: &Record, text: Text) -> &str {
        self.words.get(record.code(text))
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The columns of people given one by one, numbered from 0.
    pub fn of_people<'a>(people: impl IntoIterator<Item = &'a Identity>) -> Self {
        let mut builder = Builder::default();
        for (row, person) in people.into_iter().enumerate() {
            builder.push(row as u32, &Particulars::of(person));
        }
        builder.finish()
    }
}

/// What a row says about a person, as written. Missing values are empty.
#[derive(Clone, Copy, Debug, Default)]
#[expect(missing_docs, reason = "the fields are the manifest's column names")]
pub struct Particulars<'a> {
    pub name: &'a str,
    pub first_name: &'a str,
    pub last_name: &'a str,
    pub civility: &'a str,
    pub email: &'a str,
    pub phone: &'a str,
    pub street_number: &'a str,
    pub street: &'a str,
    pub address_extra: &'a str,
    pub postcode: &'a str,
    pub city: &'a str,
    pub birth_date: &'a str,
    pub identifier: &'a str,
    /// The order of the numbers in the date of birth.
    pub dates: DateOrder,
}

impl<'a> Particulars<'a> {
    /// Those of a person of the case.
    pub fn of(person: &'a Identity) -> Self {
        Self {
            name: &person.name,
            first_name: &person.first_name,
            last_name: &person.last_name,
            civility: &person.civility,
            email: &person.email,
            phone: &person.phone,
            street_number: &person.street_number,
            street: &person.street,
            address_extra: &person.address_extra,
            postcode: &person.postcode,
            city: &person.city,
            birth_date: &person.birth_date,
            identifier: &person.identifier,
            dates: DateOrder::DayFirst,
        }
    }
}

/// Puts rows into [`Columns`] one by one.
#[derive(Debug, Default)]
pub struct Builder {
    rows: Vec<u32>,
    records: Vec<Record>,
    words: Interner,
    marks: Marks,
    categories: Vec<Filling>,
}

impl Builder {
    /// One that keeps what its rows can be sorted into.
    pub fn with_categories(candidates: &[Candidate]) -> Self {
        Self { categories: candidates.iter().copied().map(Filling::new).collect(), ..Self::default() }
    }

    /// The candidates that may still be categories.
    pub fn candidates(&self) -> Vec<Candidate> {
        self.categories.iter().map(Filling::candidate).collect()
    }

    /// Adds a row; row numbers must rise.
    pub fn push(&mut self, row: u32, person: &Particulars<'_>) {
        let record = canonical::record(person, &mut self.words);
        self.rows.push(row);
        self.records.push(record);
    }

    /// Adds a row with its mark. Either all rows are marked or none.
    pub fn push_marked(&mut self, row: u32, person: &Particulars<'_>, mark: &Mark<'_>) {
        self.push(row, person);
        let has_key = self.records.last().is_some_and(Record::has_key);
        self.marks.push(mark, has_key);
        let cell = |of: &Filling| mark.cells.get(of.candidate().column as usize).map_or("", |cell| cell.trim());
        self.categories.retain_mut(|of_column| of_column.push(cell(of_column), &mut self.words));
    }

    /// Adds a row of a sealed table with its mark: keyed hashes in hex of its e-mail address, telephone number and other number, empty where it has none.
    pub fn push_sealed(&mut self, row: u32, hashes: [&str; 3], mark: &Mark<'_>) {
        let record = sealed::record(hashes, &mut self.words);
        self.rows.push(row);
        self.records.push(record);
        self.marks.push(mark, record.has_key());
    }

    /// Adds all rows of other columns, which come after those added so far.
    pub fn append(&mut self, columns: &Columns) {
        let mut codes = vec![u32::MAX; columns.words.len()];
        self.rows.extend_from_slice(&columns.rows);
        self.marks.append(&columns.marks);
        for record in &columns.records {
            let mut recoded = *record;
            for (place, word) in recoded.words.iter_mut().enumerate() {
                let known = &mut codes[*word as usize];
                if *known == u32::MAX {
                    *known = self.words.code_at(place, columns.words.get(*word));
                }
                *word = *known;
            }
            self.records.push(recoded);
        }
        let words = &mut self.words;
        self.categories.retain_mut(|of_column| {
            let Some(more) = columns.categories.iter().find(|more| more.column == of_column.candidate().column) else { return false };
            of_column.append(more, |code| {
                let known = &mut codes[code as usize];
                if *known == u32::MAX {
                    *known = words.code(columns.words.get(code));
                }
                *known
            })
        });
    }

    /// Number of rows added.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether nothing was added.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The finished columns.
    pub fn finish(self) -> Columns {
        let categories = self.categories.into_iter().map(Filling::finish).collect();
        Columns { rows: self.rows, records: self.records, words: self.words.into_words(), marks: self.marks, categories }
    }
}
