//! [`Columns`] as bytes, so that a case can keep them beside the rows they were made from.
//!
//! Not Parquet, unlike the rows: a question reads all of it, and a run of numbers is unpacked several times as fast as a data frame. It is a cache: what
//! does not fit is made again from the rows.
//!
//! Both files are a size (u32) and a zstd frame of so many bytes. `rows`: the number of rows and of words (u32), then [`Column`]s: row numbers as differences, a code per text, telephone
//! number, birth, civility, hashes of cells and record numbers, days as number − [`NO_DAY`] − 1 (0 for none), and after the number of categories each with
//! its number and codes. A column is its number of values (u32; 0 or that of the rows), bytes a value (1 to 8), and the values, little endian. `words`:
//! the lengths of the texts as a column, then the texts.

use super::LinkError;
use super::categories::Category;
use super::columns::{Columns, Record, Text};
use super::marks::{Days, Marks};
use super::words::Words;

/// Compression: stronger costs much at import and gains nothing when reading.
const LEVEL: i32 = 3;
/// Stands for a day that is not given; before any that is.
const NO_DAY: i64 = i32::MIN as i64;
/// More is never unpacked: a million rows of the widest columns stay far below.
const MOST_BYTES: usize = 1 << 30;
/// Rows filled together, so that they stay near while column after column is laid into them.
const BLOCK: usize = 2_048;

fn broken(why: &str) -> LinkError {
    LinkError::Packed(why.to_owned())
}

impl Columns {
    /// The two files: rows and dictionary.
    ///
    /// # Errors
    /// [`LinkError::Packed`] if compressing fails, which takes a lack of memory.
    pub fn pack(&self) -> Result<[Vec<u8>; 2], LinkError> {
        let mut rows = Vec::new();
        put_number(&mut rows, self.len() as u32);
        put_number(&mut rows, self.words.len() as u32);
        let mut last = 0;
        put(&mut rows, self.rows.iter().map(|&row| u64::from(row - std::mem::replace(&mut last, row))));
        for (text, _) in Text::ALL {
            put(&mut rows, self.records.iter().map(|record| u64::from(record.code(text))));
        }
        put(&mut rows, self.records.iter().map(|record| record.phone));
        put(&mut rows, self.records.iter().map(|record| u64::from(record.birth)));
        put(&mut rows, self.records.iter().map(|record| u64::from(record.civility)));
        let Marks { records, cells, days } = &self.marks;
        put(&mut rows, cells.iter().copied());
        put(&mut rows, records.iter().copied());
        for at in 0..4 {
            put(&mut rows, days.iter().map(|days| days[at].map_or(0, |day| (i64::from(day) - NO_DAY) as u64 + 1)));
        }
        put_number(&mut rows, self.categories.len() as u32);
        for of_column in &self.categories {
            put_number(&mut rows, of_column.column);
            put(&mut rows, of_column.codes.iter().copied().map(u64::from));
        }
        let mut words = Vec::with_capacity(self.words.size() + self.words.len());
        put(&mut words, self.words.iter().map(|word| word.len() as u64));
        for word in self.words.iter() {
            words.extend_from_slice(word.as_bytes());
        }
        Ok([compressed(&rows)?, compressed(&words)?])
    }

    /// Reads what [`Columns::pack`] wrote.
    ///
    /// # Errors
    /// [`LinkError::Packed`] if it is none of it.
    pub fn unpack(rows: &[u8], words: &[u8]) -> Result<Self, LinkError> {
        let bytes = unpacked(words)?;
        let mut rest = Rest(&bytes);
        let lengths = rest.column()?;
        let text = std::str::from_utf8(rest.0).map_err(|_error| broken("the dictionary is no text"))?;
        let words = Words::of(text, lengths.values()).ok_or_else(|| broken("the words do not fill the dictionary"))?;

        let bytes = unpacked(rows)?;
        let mut rest = Rest(&bytes);
        let (count, known) = (rest.number()? as usize, rest.number()?);
        if known as usize != words.len() {
            return Err(broken("rows and dictionary are not of one segment"));
        }
        let differences = rest.of_rows(count)?;
        let texts = Text::ALL.map(|_| rest.of_rows(count));
        let [phone, birth, civility] = [rest.of_rows(count)?, rest.of_rows(count)?, rest.of_rows(count)?];
        let [cells, record] = [rest.column()?, rest.column()?];
        let days = [rest.column()?, rest.column()?, rest.column()?, rest.column()?];
        if [&cells, &record].into_iter().chain(&days).any(|column| column.len() != 0 && column.len() != count) {
            return Err(broken("a column is of other rows"));
        }
        let mut row = 0_u32;
        let numbers = differences.values().map(|step| {
            row = row.wrapping_add(step as u32);
            row
        });
        let numbers = numbers.collect();
        let mut records = vec![Record::default(); count];
        let texts = texts.into_iter().collect::<Result<Vec<Column<'_>>, LinkError>>()?;
        for (block, records) in records.chunks_mut(BLOCK).enumerate() {
            let from = block * BLOCK;
            for (place, column) in texts.iter().enumerate() {
                column.each(from, records, |record, code| record.words[place] = code as u32);
            }
            phone.each(from, records, |record, phone| record.phone = phone);
            birth.each(from, records, |record, birth| record.birth = birth as u32);
            civility.each(from, records, |record, civility| record.civility = civility as u8);
        }
        if records.iter().flat_map(|record| record.words).max().is_some_and(|code| code >= known) {
            return Err(broken("a word is not in the dictionary"));
        }
        let mut of_rows = vec![Days::default(); days[0].len()];
        for (at, column) in days.iter().enumerate() {
            column.each(0, &mut of_rows, |days, day| days[at] = (day != 0).then(|| (day.cast_signed() - 1 + NO_DAY) as i32));
        }
        let mut categories = Vec::new();
        for _ in 0..rest.number()? {
            let column = rest.number()?;
            let codes: Vec<u32> = rest.of_rows(count)?.values().map(|code| code as u32).collect();
            if codes.iter().max().is_some_and(|code| *code >= known) {
                return Err(broken("a value is not in the dictionary"));
            }
            categories.push(Category { column, codes });
        }
        let marks = Marks { cells: cells.values().collect(), records: record.values().collect(), days: of_rows };
        Ok(Self { rows: numbers, records, words, marks, categories })
    }
}

/// The size of some bytes, and they compressed.
fn compressed(bytes: &[u8]) -> Result<Vec<u8>, LinkError> {
    let frame = zstd::bulk::compress(bytes, LEVEL).map_err(|error| broken(&error.to_string()))?;
    let mut file = Vec::with_capacity(frame.len() + 4);
    put_number(&mut file, bytes.len() as u32);
    file.extend_from_slice(&frame);
    Ok(file)
}

/// The bytes again.
fn unpacked(file: &[u8]) -> Result<Vec<u8>, LinkError> {
    let mut rest = Rest(file);
    let size = rest.number()? as usize;
    if size > MOST_BYTES {
        return Err(broken("it is too large"));
    }
    zstd::bulk::decompress(rest.0, size).map_err(|error| broken(&error.to_string()))
}

fn put_number(bytes: &mut Vec<u8>, number: u32) {
    bytes.extend_from_slice(&number.to_le_bytes());
}

/// Adds a column, in as few bytes a value as the largest needs.
fn put(bytes: &mut Vec<u8>, values: impl Iterator<Item = u64>) {
    let values: Vec<u64> = values.collect();
    let most = values.iter().copied().fold(0, |bits, value| bits | value);
    let width = (8 - most.leading_zeros() as usize / 8).max(1);
    put_number(bytes, values.len() as u32);
    bytes.push(width as u8);
    for value in values {
        bytes.extend_from_slice(&value.to_le_bytes()[..width]);
    }
}

/// A column, not unpacked yet.
#[derive(Clone, Copy)]
struct Column<'a> {
    width: usize,
    bytes: &'a [u8],
}

impl<'a> Column<'a> {
    fn len(&self) -> usize {
        self.bytes.len() / self.width
    }

    fn values(self) -> impl ExactSizeIterator<Item = u64> + 'a {
        self.bytes.chunks_exact(self.width).map(number)
    }

    /// Lays the values from place `from` on into `into`.
    fn each<T>(&self, from: usize, into: &mut [T], mut lay: impl FnMut(&mut T, u64)) {
        let bytes = &self.bytes[(from * self.width).min(self.bytes.len())..];
        // A width that is known is read several times as fast as one that is not.
        match self.width {
            1 => bytes.iter().zip(into).for_each(|(value, into)| lay(into, u64::from(*value))),
            2 => whole::<2, T>(bytes, into, lay),
            3 => whole::<3, T>(bytes, into, lay),
            4 => whole::<4, T>(bytes, into, lay),
            8 => whole::<8, T>(bytes, into, lay),
            _ => bytes.chunks_exact(self.width).zip(into).for_each(|(value, into)| lay(into, number(value))),
        }
    }
}

/// Lays values of a size that is known.
fn whole<const WIDTH: usize, T>(bytes: &[u8], into: &mut [T], mut lay: impl FnMut(&mut T, u64)) {
    for (value, into) in bytes.as_chunks::<WIDTH>().0.iter().zip(into) {
        lay(into, number(value));
    }
}

/// A value of at most eight bytes.
fn number(bytes: &[u8]) -> u64 {
    let mut whole = [0; 8];
    whole[..bytes.len()].copy_from_slice(bytes);
    u64::from_le_bytes(whole)
}

/// What is still to be read.
struct Rest<'a>(&'a [u8]);

impl<'a> Rest<'a> {
    fn take(&mut self, count: usize) -> Result<&'a [u8], LinkError> {
        let (taken, rest) = self.0.split_at_checked(count).ok_or_else(|| broken("it ends too early"))?;
        self.0 = rest;
        Ok(taken)
    }

    fn number(&mut self) -> Result<u32, LinkError> {
        Ok(number(self.take(4)?) as u32)
    }

    fn column(&mut self) -> Result<Column<'a>, LinkError> {
        let (count, width) = (self.number()? as usize, usize::from(self.take(1)?[0]));
        if !(1..=8).contains(&width) {
            return Err(broken("a column has values of no size"));
        }
        Ok(Column { width, bytes: self.take(count.saturating_mul(width))? })
    }

    /// A column with a value for every row.
    fn of_rows(&mut self, count: usize) -> Result<Column<'a>, LinkError> {
        self.column().and_then(|column| if column.len() == count { Ok(column) } else { Err(broken("a column is of other rows")) })
    }
}

#[cfg(test)]
mod tests {
    use super::super::columns::{Builder, Particulars};
    use super::*;
    use proptest::prelude::*;

    fn columns() -> Columns {
        let mut builder = Builder::default();
        let anna =
            Particulars { last_name: "Lefèvre", first_name: "Anna", email: "anna@exemple.test", phone: "06 39 98 00 12", ..Particulars::default() };
        builder.push(3, &anna);
        builder.push(4, &Particulars { birth_date: "03/09/1970", civility: "M.", ..anna });
        builder.push(9, &Particulars::default());
        builder.finish()
    }

    fn again(columns: &Columns) -> Columns {
        let [rows, words] = columns.pack().unwrap();
        Columns::unpack(&rows, &words).unwrap()
    }

    #[test]
    fn what_was_packed_is_unpacked() {
        let columns = columns();
        assert_eq!(again(&columns), columns);
        let cells: Vec<u64> = vec![u64::MAX, 0, 7];
        for marks in [
            Marks { cells: cells.clone(), ..Marks::default() },
            Marks { cells: cells.clone(), records: vec![0, 9, 1 << 63], ..Marks::default() },
            Marks { cells, days: vec![[None; 4], [Some(-3), None, Some(i32::MIN), Some(i32::MAX)], [None; 4]], ..Marks::default() },
        ] {
            let marked = Columns { marks, ..columns.clone() };
            assert_eq!(again(&marked), marked);
        }
        let sorted = Columns { categories: [1, 12].map(|column| Category { column, codes: vec![0, 2, 1] }).into(), ..columns };
        assert_eq!(again(&sorted), sorted);
        assert_eq!(again(&Columns::default()), Columns::default());
    }

    #[test]
    fn more_rows_than_a_block_are_laid_in_their_places() {
        let mut builder = Builder::default();
        for row in 0..BLOCK as u32 * 2 + 5 {
            let (name, number) = (format!("Nom{}", row % 700), format!("06{row:08}"));
            builder.push(row * 3, &Particulars { last_name: &name, phone: &number, ..Particulars::default() });
        }
        let columns = builder.finish();
        assert_eq!(again(&columns), columns);
    }

    #[test]
    fn a_code_without_a_word_is_an_error_and_not_a_panic() {
        let columns = columns();
        let [rows, _] = columns.pack().unwrap();
        let [_, words] = Columns::default().pack().unwrap();
        assert!(matches!(Columns::unpack(&rows, &words), Err(LinkError::Packed(_))));
        let sorted = Columns { categories: vec![Category { column: 0, codes: vec![0, 99, 1] }], ..columns };
        let [rows, words] = sorted.pack().unwrap();
        assert!(matches!(Columns::unpack(&rows, &words), Err(LinkError::Packed(_))));
    }

    proptest! {
        #[test]
        fn no_bytes_are_too_strange(rows in prop::collection::vec(any::<u8>(), 0..200), words in prop::collection::vec(any::<u8>(), 0..200)) {
            prop_assert!(Columns::unpack(&rows, &words).is_err());
            // Whatever it says, it says it.
            drop(Columns::unpack(&compressed(&rows).unwrap(), &compressed(&words).unwrap()));
            let [_, good] = Columns::default().pack().unwrap();
            drop(Columns::unpack(&compressed(&rows).unwrap(), &good));
        }

        #[test]
        fn a_changed_byte_never_panics(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
            let [rows, words] = columns().pack().unwrap();
            let mut bytes = unpacked(&rows).unwrap();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            drop(Columns::unpack(&compressed(&bytes).unwrap(), &words));
        }
    }

    #[test]
    fn appending_gives_the_same_people() {
        let columns = columns();
        let mut builder = Builder::default();
        builder.append(&columns);
        let mut further = columns.clone();
        further.rows = vec![10, 11, 12];
        builder.append(&further);
        let both = builder.finish();
        assert_eq!(both.rows, [3, 4, 9, 10, 11, 12]);
        for (at, record) in both.records.iter().enumerate() {
            let other = &columns.records[at % 3];
            for (text, _) in Text::ALL {
                assert_eq!(both.text(record, text), columns.text(other, text));
            }
            assert_eq!((record.phone, record.birth, record.civility), (other.phone, other.birth, other.civility));
        }
    }
}
