//! [`Columns`] as data frames, so that a case can keep them as Parquet beside the rows they were made from.

use super::LinkError;
use super::columns::{Columns, Record, Text};
use super::marks::{Days, Marks};
use super::words::Words;
use polars::prelude::{Column, DataFrame, PolarsError, PolarsResult};

const PHONE: &str = "phone";
const BIRTH: &str = "birth";
const CIVILITY: &str = "civility";
const CELLS: &str = "cells";
const RECORD: &str = "record";
const DAYS: [&str; 4] = ["joined.earliest", "joined.latest", "left.earliest", "left.latest"];

impl Columns {
    /// One frame with a row per row (`row`, a code per text, `phone`, `birth`, `civility`, and the marks: `cells`, `record` and the days of joining and
    /// leaving as far as there are any) and one with the dictionary (`word`, the empty text first).
    ///
    /// # Errors
    /// [`LinkError::Table`] if the frame cannot be built, which does not happen to columns from a [`super::columns::Builder`].
    pub fn to_frames(&self) -> Result<(DataFrame, DataFrame), LinkError> {
        let mut columns = vec![Column::new("row".into(), &self.rows)];
        for (text, name) in Text::ALL {
            columns.push(Column::new(name.into(), self.records.iter().map(|record| record.code(text)).collect::<Vec<u32>>()));
        }
        columns.push(Column::new(PHONE.into(), self.records.iter().map(|record| record.phone).collect::<Vec<u64>>()));
        columns.push(Column::new(BIRTH.into(), self.records.iter().map(|record| record.birth).collect::<Vec<u32>>()));
        columns.push(Column::new(CIVILITY.into(), self.records.iter().map(|record| u32::from(record.civility)).collect::<Vec<u32>>()));
        let Marks { records, cells, days } = &self.marks;
        for (name, hashes) in [(CELLS, cells), (RECORD, records)] {
            if !hashes.is_empty() {
                columns.push(Column::new(name.into(), hashes));
            }
        }
        if !days.is_empty() {
            let days = DAYS.iter().enumerate().map(|(at, name)| Column::new((*name).into(), days.iter().map(|days| days[at]).collect::<Vec<_>>()));
            columns.extend(days);
        }
        let words: Vec<&str> = self.words.iter().collect();
        Ok((DataFrame::new(self.len(), columns)?, DataFrame::new(words.len(), vec![Column::new("word".into(), words)])?))
    }

    /// Reads what [`Columns::to_frames`] wrote.
    ///
    /// # Errors
    /// [`LinkError::Table`] if a column is missing, of another type or holds nulls, or a code has no word.
    pub fn from_frames(rows: &DataFrame, words: &DataFrame) -> Result<Self, LinkError> {
        let mut dictionary = Words::default();
        for word in words.column("word")?.str()?.iter().skip(1) {
            dictionary.add(word.unwrap_or_default());
        }
        let numbers = whole(rows, "row")?;
        let mut records = vec![Record::default(); numbers.len()];
        for (text, name) in Text::ALL {
            for (record, code) in records.iter_mut().zip(whole(rows, name)?) {
                if code as usize >= dictionary.len() {
                    return Err(PolarsError::OutOfBounds(format!("word {code} of column {name} is not in the dictionary").into()).into());
                }
                record.words[text as usize] = code;
            }
        }
        for (record, phone) in records.iter_mut().zip(rows.column(PHONE)?.u64()?.iter()) {
            record.phone = phone.unwrap_or_default();
        }
        for ((record, birth), civility) in records.iter_mut().zip(whole(rows, BIRTH)?).zip(whole(rows, CIVILITY)?) {
            record.birth = birth;
            record.civility = civility as u8;
        }
        let marks = Marks { cells: hashes(rows, CELLS)?, records: hashes(rows, RECORD)?, days: days(rows)? };
        Ok(Self { rows: numbers, records, words: dictionary, marks })
    }
}

/// A column of hashes, or none.
fn hashes(frame: &DataFrame, name: &str) -> PolarsResult<Vec<u64>> {
    let Ok(column) = frame.column(name) else { return Ok(Vec::new()) };
    let column = column.u64()?;
    if column.null_count() > 0 {
        return Err(PolarsError::SchemaMismatch(format!("column {name} has empty places").into()));
    }
    Ok(column.into_no_null_iter().collect())
}

/// The columns of days, or none.
fn days(frame: &DataFrame) -> PolarsResult<Vec<Days>> {
    if frame.column(DAYS[0]).is_err() {
        return Ok(Vec::new());
    }
    let mut days = vec![Days::default(); frame.height()];
    for (at, name) in DAYS.into_iter().enumerate() {
        for (days, day) in days.iter_mut().zip(frame.column(name)?.i32()?.iter()) {
            days[at] = day;
        }
    }
    Ok(days)
}

/// A column of numbers without nulls.
fn whole(frame: &DataFrame, name: &str) -> PolarsResult<Vec<u32>> {
    let column = frame.column(name)?.u32()?;
    if column.null_count() > 0 {
        return Err(PolarsError::SchemaMismatch(format!("column {name} has empty places").into()));
    }
    Ok(column.into_no_null_iter().collect())
}

#[cfg(test)]
mod tests {
    use super::super::columns::{Builder, Particulars};
    use super::*;

    fn columns() -> Columns {
        let mut builder = Builder::default();
        let anna =
            Particulars { last_name: "Lefèvre", first_name: "Anna", email: "anna@exemple.test", phone: "06 39 98 00 12", ..Particulars::default() };
        builder.push(3, &anna);
        builder.push(4, &Particulars { birth_date: "03/09/1970", civility: "M.", ..anna });
        builder.push(9, &Particulars::default());
        builder.finish()
    }

    #[test]
    fn what_was_written_is_read_back() {
        let columns = columns();
        let (rows, words) = columns.to_frames().unwrap();
        assert_eq!(Columns::from_frames(&rows, &words).unwrap(), columns);
        let cells: Vec<u64> = vec![u64::MAX, 0, 7];
        for marks in [
            Marks { cells: cells.clone(), ..Marks::default() },
            Marks { cells: cells.clone(), records: vec![0, 9, 1 << 63], ..Marks::default() },
            Marks { cells, days: vec![[None; 4], [Some(-3), None, Some(4), Some(5)], [None; 4]], ..Marks::default() },
        ] {
            let marked = Columns { marks, ..columns.clone() };
            let (rows, words) = marked.to_frames().unwrap();
            assert_eq!(Columns::from_frames(&rows, &words).unwrap(), marked);
        }
        let empty = Columns::default();
        let (rows, words) = empty.to_frames().unwrap();
        assert_eq!(Columns::from_frames(&rows, &words).unwrap(), empty);
    }

    #[test]
    fn a_code_without_a_word_is_an_error_and_not_a_panic() {
        let (rows, words) = columns().to_frames().unwrap();
        let cut = words.slice(0, 2);
        assert!(matches!(Columns::from_frames(&rows, &cut), Err(LinkError::Table(_))));
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
