//! Parts of a held file that may have been copied alone: the people of one town, of one category, of one year of joining. For `problem`.
//!
//! Which parts are tried is fixed by the file, never picked by the answer: the columns with few values, of each the values that hold enough rows. The
//! latest state is read twice, segment by segment, so memory does not grow with the table: once to count values, once to see how large each part was over
//! time. Of the recipients that were found their latest row counts, also where they have left the file since.

use super::AnalysisError;
use crate::attribute::SizeCurve;
use crate::case::Case;
use crate::job::Progress;
use crate::link::LinkError;
use crate::link::membership::Membership;
use crate::model::dates::{day_from_number, day_number};
use crate::model::{Day, Field, Snapshot};
use crate::normalise::fold;
use polars::frame::DataFrame;
use polars::prelude::{Int32Chunked, StringChunked, UInt32Chunked};
use std::collections::{BTreeMap, HashMap};

/// A part holds at least this share of the rows, and this many.
const LEAST_SHARE: f64 = 0.01;
const LEAST_ROWS: u64 = 20;
/// A column has so many parts, which together hold at least [`LEAST_TOGETHER`] of the rows: else it is no filter but a name.
const PARTS: std::ops::RangeInclusive<usize> = 2..=50;
const LEAST_TOGETHER: f64 = 0.5;
/// A column with more values than this is no category; towns and postcodes may have more.
const MOST_VALUES: usize = 1_000;
const MOST_PLACES: usize = 100_000;

/// A part of a file.
#[derive(Clone, Debug, PartialEq)]
pub struct FileSlice {
    /// The column, as written.
    pub field: String,
    /// What its rows have in it, in the most frequent spelling; a year for a day of joining.
    pub value: String,
    /// `N(T)`.
    pub size: SizeCurve,
    /// Whose latest row is in it: indices into the recipients of the case, sorted.
    pub recipients: Vec<u32>,
}

/// The parts of the file whose states are `snapshots`, with whom they hold of `members`; `size` is that of the whole file. By column, then value.
pub fn slices(
    case: &Case,
    snapshots: &[&Snapshot],
    members: &[Membership],
    size: &SizeCurve,
    progress: &dyn Progress,
) -> Result<Vec<FileSlice>, AnalysisError> {
    let latest = |snapshot: &&&Snapshot| (snapshot.as_of.as_ref().and_then(|day| day.latest.or(day.earliest)), snapshot.id);
    let Some(state) = snapshots.iter().max_by_key(latest) else { return Ok(Vec::new()) };
    let mut columns: Vec<Counted> = (0..state.columns.len()).filter_map(|place| Counted::of(state, place)).collect();
    if columns.is_empty() || state.rows == 0 {
        return Ok(Vec::new());
    }
    read(case, state, &columns.iter().map(|column| column.place).collect::<Vec<_>>(), progress, |segment| {
        columns.retain_mut(|column| column.count(segment));
        Ok(())
    })?;
    let parts: Vec<Parts> = columns.into_iter().filter_map(|column| column.parts(state)).collect();
    if parts.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<usize> = parts.iter().map(|of_column| of_column.place).collect();
    let mut sums: Vec<Vec<Steps>> = parts.iter().map(|of_column| vec![Steps::default(); of_column.values.len()]).collect();
    let mut all = Steps::default();
    read(case, state, &places, progress, |segment| {
        for at in 0..segment.rows.len() {
            let stay = segment.stay(at);
            all.add(stay);
            for (of_column, sums) in parts.iter().zip(&mut sums) {
                if let Some(part) = of_column.part(segment, at) {
                    sums[part].add(stay);
                }
            }
        }
        Ok(())
    })?;
    let mut recipients = whom(case, snapshots, members, &parts, progress)?;
    let mut slices = Vec::new();
    for (column, (of_column, sums)) in parts.iter().zip(&sums).enumerate() {
        for (part, value) in of_column.values.iter().enumerate() {
            let recipients = std::mem::take(&mut recipients[column][part]);
            slices.push(FileSlice { field: of_column.field.clone(), value: value.clone(), size: sums[part].share_of(&all, size), recipients });
        }
    }
    Ok(slices)
}

/// Reads the columns `places` of the segments of a state one by one.
fn read(
    case: &Case,
    state: &Snapshot,
    places: &[usize],
    progress: &dyn Progress,
    mut visit: impl FnMut(&Segment<'_>) -> Result<(), AnalysisError>,
) -> Result<(), AnalysisError> {
    let mut wanted: Vec<String> = places.iter().map(|place| format!("raw.{place}")).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let names: Vec<&str> =
        ["row", "joined.earliest", "joined.latest", "left.earliest", "left.latest"].into_iter().chain(wanted.iter().map(String::as_str)).collect();
    for n in 0..case.segment_count(state.id)? {
        if progress.is_cancelled() {
            return Err(LinkError::Cancelled.into());
        }
        let frame = case.segment_columns(state.id, n, &names)?;
        visit(&Segment::of(&frame).map_err(LinkError::Table)?)?;
    }
    Ok(())
}

/// The columns of a segment that matter here.
struct Segment<'a> {
    rows: &'a UInt32Chunked,
    days: [&'a Int32Chunked; 4],
    cells: BTreeMap<usize, &'a StringChunked>,
}

impl<'a> Segment<'a> {
    fn of(frame: &'a DataFrame) -> polars::prelude::PolarsResult<Self> {
        let days = |name: &str| frame.column(name)?.i32();
        let mut cells = BTreeMap::new();
        for column in frame.columns() {
            if let Some(place) = column.name().strip_prefix("raw.").and_then(|place| place.parse().ok()) {
                cells.insert(place, column.str()?);
            }
        }
        Ok(Self {
            rows: frame.column("row")?.u32()?,
            days: [days("joined.earliest")?, days("joined.latest")?, days("left.earliest")?, days("left.latest")?],
            cells,
        })
    }

    fn cell(&self, place: usize, at: usize) -> &'a str {
        self.cells.get(&place).and_then(|column| column.get(at)).unwrap_or_default().trim()
    }

    /// The year of joining, if the day is known that well.
    fn year(&self, at: usize) -> Option<i16> {
        let year = |column: usize| self.days[column].get(at).and_then(day_from_number).map(Day::year);
        year(0).filter(|first| year(1) == Some(*first))
    }

    /// When the row came in and went out, as far as it says so itself.
    fn stay(&self, at: usize) -> (Option<i32>, Option<i32>) {
        let day = |column: usize| self.days[column].get(at);
        (day(0).or(day(1)), day(3).or(day(2)))
    }
}

/// A column that may be a filter, while its values are counted.
struct Counted {
    place: usize,
    /// A day of joining is counted by its year.
    is_joined: bool,
    most: usize,
    values: HashMap<String, u64>,
}

impl Counted {
    /// `None` for columns that say who somebody is: nobody filters by those.
    fn of(state: &Snapshot, place: usize) -> Option<Self> {
        let field = Field::ALL.into_iter().find(|field| state.place(*field) == Some(place));
        let most = match field {
            Some(Field::City | Field::Postcode) => MOST_PLACES,
            None | Some(Field::Country | Field::Civility | Field::Joined) => MOST_VALUES,
            Some(_) => return None,
        };
        Some(Self { place, is_joined: field == Some(Field::Joined), most, values: HashMap::new() })
    }

    /// Counts the values of a segment; whether there are still few enough.
    fn count(&mut self, segment: &Segment<'_>) -> bool {
        for at in 0..segment.rows.len() {
            if self.is_joined {
                if let Some(year) = segment.year(at) {
                    *self.values.entry(year.to_string()).or_default() += 1;
                }
                continue;
            }
            let value = segment.cell(self.place, at);
            if value.is_empty() {
                continue;
            }
            if let Some(count) = self.values.get_mut(value) {
                *count += 1;
            } else if self.values.len() < self.most {
                self.values.insert(value.to_owned(), 1);
            } else {
                return false;
            }
        }
        true
    }

    /// The parts of the column, if it is a filter.
    fn parts(self, state: &Snapshot) -> Option<Parts> {
        let mut by_spelling: Vec<(String, u64)> = self.values.into_iter().collect();
        // The most frequent spelling first, equals by their text.
        by_spelling.sort_unstable_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        let mut folded: BTreeMap<String, (String, u64)> = BTreeMap::new();
        for (value, count) in &by_spelling {
            folded.entry(fold(value)).or_insert_with(|| (value.clone(), 0)).1 += count;
        }
        let least = LEAST_ROWS.max((LEAST_SHARE * state.rows as f64).ceil() as u64);
        folded.retain(|_, (_, count)| *count >= least);
        let held: u64 = folded.values().map(|(_, count)| count).sum();
        if !PARTS.contains(&folded.len()) || (held as f64) < LEAST_TOGETHER * state.rows as f64 {
            return None;
        }
        let parts: BTreeMap<String, usize> = folded.keys().cloned().zip(0..).collect();
        let of_value = by_spelling.into_iter().filter_map(|(value, _)| Some((parts.get(&fold(&value)).copied()?, value)));
        Some(Parts {
            place: self.place,
            field: state.columns[self.place].clone(),
            is_joined: self.is_joined,
            of_value: of_value.map(|(part, value)| (value, part)).collect(),
            values: folded.into_values().map(|(value, _)| value).collect(),
        })
    }
}

/// A column that is a filter.
struct Parts {
    place: usize,
    field: String,
    is_joined: bool,
    values: Vec<String>,
    /// The part of every spelling.
    of_value: HashMap<String, usize>,
}

impl Parts {
    fn part(&self, segment: &Segment<'_>, at: usize) -> Option<usize> {
        if self.is_joined {
            return self.of_value.get(&segment.year(at)?.to_string()).copied();
        }
        self.of_value.get(segment.cell(self.place, at)).copied()
    }
}

/// For every column and part: whose latest row is in it, sorted.
fn whom(
    case: &Case,
    snapshots: &[&Snapshot],
    members: &[Membership],
    parts: &[Parts],
    progress: &dyn Progress,
) -> Result<Vec<Vec<Vec<u32>>>, AnalysisError> {
    let day = |index: usize| snapshots[index].as_of.as_ref().and_then(|day| day.latest.or(day.earliest));
    let mut wanted: Vec<BTreeMap<u32, Vec<u32>>> = vec![BTreeMap::new(); snapshots.len()];
    for member in members {
        let latest = member.rows.iter().filter(|row| (row.0 as usize) < snapshots.len());
        if let Some(&(snapshot, row)) = latest.max_by_key(|row| (day(row.0 as usize), snapshots[row.0 as usize].id)) {
            wanted[snapshot as usize].entry(row).or_default().push(member.recipient);
        }
    }
    let mut whom: Vec<Vec<Vec<u32>>> = parts.iter().map(|of_column| vec![Vec::new(); of_column.values.len()]).collect();
    for (state, wanted) in snapshots.iter().zip(wanted).filter(|(_, wanted)| !wanted.is_empty()) {
        // The same column by its name: states need not have the same ones.
        let here: Vec<(usize, Parts)> = (parts.iter().enumerate())
            .filter_map(|(column, of_column)| {
                let place = state.columns.iter().position(|name| *name == of_column.field)?;
                Some((
                    column,
                    Parts { place, field: String::new(), is_joined: of_column.is_joined, values: Vec::new(), of_value: of_column.of_value.clone() },
                ))
            })
            .collect();
        let places: Vec<usize> = here.iter().map(|(_, of_column)| of_column.place).collect();
        read(case, state, &places, progress, |segment| {
            for (at, row) in segment.rows.iter().enumerate() {
                let Some(recipients) = row.and_then(|row| wanted.get(&row)) else { continue };
                for (column, of_column) in &here {
                    if let Some(part) = of_column.part(segment, at) {
                        whom[*column][part].extend(recipients);
                    }
                }
            }
            Ok(())
        })?;
    }
    for recipients in whom.iter_mut().flatten() {
        recipients.sort_unstable();
        recipients.dedup();
    }
    Ok(whom)
}

/// How many rows were in on each day.
#[derive(Clone, Debug, Default)]
struct Steps {
    before: i64,
    by_day: BTreeMap<i32, i64>,
    total: i64,
}

impl Steps {
    fn add(&mut self, (from, until): (Option<i32>, Option<i32>)) {
        self.total += 1;
        match from {
            None => self.before += 1,
            Some(day) => *self.by_day.entry(day).or_default() += 1,
        }
        if let Some(day) = until {
            *self.by_day.entry(day).or_default() -= 1;
        }
    }

    /// The size of a part whose rows these are, if `all` are the rows of the file and `size` is its size over time.
    fn share_of(&self, all: &Self, size: &SizeCurve) -> SizeCurve {
        let share = |own: i64, all_of: i64| if all_of > 0 { own.max(0) as f64 / all_of as f64 } else { self.total as f64 / all.total.max(1) as f64 };
        let (mut own, mut all_of) = (self.before, all.before);
        let (mut own_steps, mut all_steps) = (self.by_day.iter().peekable(), all.by_day.iter().peekable());
        let before = size.before * share(own, all_of);
        let knots = size.knots.iter().map(|&(day, people)| {
            let number = day_number(day);
            while let Some((_, step)) = own_steps.next_if(|(day, _)| **day <= number) {
                own += step;
            }
            while let Some((_, step)) = all_steps.next_if(|(day, _)| **day <= number) {
                all_of += step;
            }
            (day, people * share(own, all_of))
        });
        SizeCurve { knots: knots.collect(), before }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn steps(stays: &[(Option<i32>, Option<i32>)]) -> Steps {
        stays.iter().fold(Steps::default(), |mut steps, stay| {
            steps.add(*stay);
            steps
        })
    }

    #[test]
    fn a_part_grows_with_its_own_rows_in_proportion_to_the_file() {
        let day = |d: i8| date(2010, 1, d);
        let number = |d: i8| Some(day_number(day(d)));
        // Of four rows two are of the part: one always in, one from the 10th on; of the others one leaves on the 20th.
        let own = [(None, None), (number(10), None)];
        let rest = [(None, None), (None, number(20))];
        let all = steps(&[own[0], own[1], rest[0], rest[1]]);
        // The file is known to have held twice as many people.
        let size = SizeCurve { before: 6.0, knots: vec![(day(5), 6.0), (day(10), 8.0), (day(20), 6.0)] };
        let part = steps(&own).share_of(&all, &size);
        assert!((part.before - 2.0).abs() < 1e-12);
        let sizes: Vec<f64> = part.knots.iter().map(|knot| knot.1).collect();
        assert!(sizes.iter().zip([2.0, 4.0, 4.0]).all(|(a, b)| (a - b).abs() < 1e-12), "{sizes:?}");
    }

    #[test]
    fn a_part_of_undated_rows_is_always_the_same_share() {
        let size = SizeCurve { before: 100.0, knots: vec![(date(2010, 1, 1), 50.0)] };
        let part = steps(&[(None, None)]).share_of(&steps(&[(None, None); 4]), &size);
        assert_eq!((part.before, part.knots[0].1), (25.0, 12.5));
    }
}
