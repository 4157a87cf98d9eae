//! Parts of a held file that may have been copied alone: the people of one town, of one category, of one year of joining. For `problem`.
//!
//! Which parts are tried is fixed by the file, never picked by the answer: the columns with few values, of each the values that hold enough rows. What the
//! rows of the latest state can be sorted into was kept with them ([`crate::link::categories`]); no cell is read again. Of the recipients that were found
//! their latest row counts, also where they have left the file since.

use crate::attribute::SizeCurve;
use crate::job::Progress;
use crate::link::LinkError;
use crate::link::membership::census::Part as Rows;
use crate::link::membership::{Census, Membership};
use crate::model::dates::{day_from_number, day_number};
use crate::model::{Day, Field, Snapshot};
use crate::normalise::fold;
use rayon::iter::{IntoParallelRefIterator as _, ParallelIterator as _};
use std::collections::{BTreeMap, HashMap};

/// A part holds at least this share of the rows, and this many.
const LEAST_SHARE: f64 = 0.01;
const LEAST_ROWS: u64 = 20;
/// A column has so many parts, which together hold at least [`LEAST_TOGETHER`] of the rows: else it is no filter but a name.
const PARTS: std::ops::RangeInclusive<usize> = 2..=50;
const LEAST_TOGETHER: f64 = 0.5;

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

/// The parts of the file whose states are `snapshots` with the rows `rows`, with whom they hold of `members`; `size` is that of the whole file. By column,
/// then value.
///
/// # Errors
/// [`LinkError::Cancelled`].
pub fn slices(
    snapshots: &[&Snapshot],
    rows: &[&Census],
    members: &[Membership],
    size: &SizeCurve,
    progress: &dyn Progress,
) -> Result<Vec<FileSlice>, LinkError> {
    let latest = |(state, _): &(&&Snapshot, &&Census)| (state.as_of.as_ref().and_then(|day| day.latest.or(day.earliest)), state.id);
    let Some((state, census)) = snapshots.iter().zip(rows).max_by_key(latest) else { return Ok(Vec::new()) };
    let filters: Vec<Filter> = (0..state.columns.len()).filter_map(|column| Filter::of(state, column, census)).collect();
    if filters.is_empty() {
        return Ok(Vec::new());
    }
    if progress.is_cancelled() {
        return Err(LinkError::Cancelled);
    }
    let empty: Vec<Vec<Steps>> = filters.iter().map(|filter| vec![Steps::default(); filter.values.len()]).collect();
    let of_part = |rows: &Rows| {
        let (mut all, mut sums) = (Steps::default(), empty.clone());
        let sorted: Vec<Sorted<'_>> = filters.iter().map(|filter| filter.sort(rows)).collect();
        for at in 0..rows.len() {
            let stay = stay(rows, at);
            all.add(stay);
            for (sorted, sums) in sorted.iter().zip(&mut sums) {
                if let Some(part) = sorted.part(at) {
                    sums[part].add(stay);
                }
            }
        }
        (all, sums)
    };
    let parts: Vec<(Steps, Vec<Vec<Steps>>)> = census.parts().par_iter().map(of_part).collect();
    let (mut all, mut sums) = (Steps::default(), empty);
    for (all_of_part, sums_of_part) in parts {
        all.join(all_of_part);
        for (sum, more) in sums.iter_mut().flatten().zip(sums_of_part.into_iter().flatten()) {
            sum.join(more);
        }
    }
    let mut recipients = whom(snapshots, rows, members, &filters);
    let mut slices = Vec::new();
    for ((filter, sums), recipients) in filters.into_iter().zip(&sums).zip(&mut recipients) {
        for ((value, sum), recipients) in filter.values.into_iter().zip(sums).zip(recipients) {
            slices.push(FileSlice { field: filter.field.clone(), value, size: sum.share_of(&all, size), recipients: std::mem::take(recipients) });
        }
    }
    Ok(slices)
}

/// The year of joining of a row, if the day is known that well.
fn year(rows: &Rows, at: usize) -> Option<i16> {
    let days = rows.days(at);
    let year = |day: Option<i32>| day.and_then(day_from_number).map(Day::year);
    year(days[0]).filter(|first| year(days[1]) == Some(*first))
}

/// When the row came in and went out, as far as it says so itself.
fn stay(rows: &Rows, at: usize) -> (Option<i32>, Option<i32>) {
    let days = rows.days(at);
    (days[0].or(days[1]), days[3].or(days[2]))
}

/// A column that is a filter.
struct Filter {
    column: u32,
    field: String,
    /// A day of joining is sorted by its year.
    is_joined: bool,
    values: Vec<String>,
    /// The part of every spelling.
    of_value: HashMap<String, usize>,
}

impl Filter {
    /// The parts of a column of a state, if it is a filter.
    fn of(state: &Snapshot, column: usize, census: &Census) -> Option<Self> {
        let is_joined = state.place(Field::Joined) == Some(column);
        let column = u32::try_from(column).ok()?;
        let counts = if is_joined { by_year(census) } else { by_value(census, column)? };
        let mut by_spelling: Vec<(String, u64)> = counts.into_iter().collect();
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
        Some(Self {
            column,
            field: state.columns.get(column as usize)?.clone(),
            is_joined,
            of_value: of_value.map(|(part, value)| (value, part)).collect(),
            values: folded.into_values().map(|(value, _)| value).collect(),
        })
    }

    /// How a run of rows is sorted by it.
    fn sort<'a>(&'a self, rows: &'a Rows) -> Sorted<'a> {
        if self.is_joined {
            return Sorted::Years { of_value: &self.of_value, rows };
        }
        let Some(values) = rows.category(self.column) else { return Sorted::Codes { parts: Vec::new(), codes: &[] } };
        Sorted::Codes { parts: values.values.iter().map(|value| self.of_value.get(value).copied()).collect(), codes: &values.codes }
    }
}

/// A run of rows, sorted into the parts of a filter.
enum Sorted<'a> {
    /// By the years of joining.
    Years { of_value: &'a HashMap<String, usize>, rows: &'a Rows },
    /// By what they have: the part of every value, and the place of each row's value among them, plus 1.
    Codes { parts: Vec<Option<usize>>, codes: &'a [u16] },
}

impl Sorted<'_> {
    fn part(&self, at: usize) -> Option<usize> {
        match self {
            Self::Years { of_value, rows } => of_value.get(&year(rows, at)?.to_string()).copied(),
            Self::Codes { parts, codes } => *parts.get(usize::from(*codes.get(at)?).checked_sub(1)?)?,
        }
    }
}

/// Rows by their year of joining.
fn by_year(census: &Census) -> HashMap<String, u64> {
    let mut counts: BTreeMap<i16, u64> = BTreeMap::new();
    for part in census.parts() {
        for year in (0..part.len()).filter_map(|at| year(part, at)) {
            *counts.entry(year).or_default() += 1;
        }
    }
    counts.into_iter().map(|(year, count)| (year.to_string(), count)).collect()
}

/// Rows by what they have in a column; `None` if it is no category in any part.
fn by_value(census: &Census, column: u32) -> Option<HashMap<String, u64>> {
    let mut counts: HashMap<String, u64> = HashMap::new();
    for part in census.parts().iter().filter(|part| !part.is_empty()) {
        let values = part.category(column)?;
        let mut by_code = vec![0_u64; values.values.len() + 1];
        for code in &values.codes {
            by_code[usize::from(*code)] += 1;
        }
        for (value, count) in values.values.iter().zip(&by_code[1..]) {
            *counts.entry(value.clone()).or_default() += count;
        }
    }
    Some(counts)
}

/// For every filter and part: whose latest row is in it, sorted.
fn whom(snapshots: &[&Snapshot], rows: &[&Census], members: &[Membership], filters: &[Filter]) -> Vec<Vec<Vec<u32>>> {
    let day = |index: usize| snapshots[index].as_of.as_ref().and_then(|day| day.latest.or(day.earliest));
    // The same column by its name: states need not have the same ones.
    let places: Vec<Vec<Option<u32>>> = (snapshots.iter())
        .map(|state| {
            let place = |filter: &Filter| state.columns.iter().position(|name| *name == filter.field);
            filters.iter().map(|filter| place(filter).and_then(|place| u32::try_from(place).ok())).collect()
        })
        .collect();
    let mut whom: Vec<Vec<Vec<u32>>> = filters.iter().map(|filter| vec![Vec::new(); filter.values.len()]).collect();
    for member in members {
        let latest = member.rows.iter().filter(|row| (row.0 as usize) < snapshots.len());
        let Some(&(snapshot, row)) = latest.max_by_key(|row| (day(row.0 as usize), snapshots[row.0 as usize].id)) else { continue };
        let Some((part, at)) = rows[snapshot as usize].place(row) else { continue };
        for ((filter, whom), place) in filters.iter().zip(&mut whom).zip(&places[snapshot as usize]) {
            let value = match place {
                Some(_) if filter.is_joined => year(part, at).map(|year| year.to_string()),
                Some(place) => part.category(*place).map(|values| values.get(at).to_owned()),
                None => None,
            };
            if let Some(found) = value.and_then(|value| filter.of_value.get(&value)) {
                whom[*found].push(member.recipient);
            }
        }
    }
    for recipients in whom.iter_mut().flatten() {
        recipients.sort_unstable();
        recipients.dedup();
    }
    whom
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

    /// Adds the rows of another run.
    fn join(&mut self, more: Self) {
        self.before += more.before;
        self.total += more.total;
        for (day, step) in more.by_day {
            *self.by_day.entry(day).or_default() += step;
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
    use crate::attribute::Validity;
    use crate::job::Unwatched;
    use crate::link::categories::candidates;
    use crate::link::columns::{Builder, Particulars};
    use crate::link::marks::Mark;
    use crate::model::{EvidenceId, ImportId, Mapping, SnapshotId, SourceId};
    use jiff::civil::date;

    fn steps(stays: &[(Option<i32>, Option<i32>)]) -> Steps {
        stays.iter().fold(Steps::default(), |mut steps, stay| {
            steps.add(*stay);
            steps
        })
    }

    /// Sixty rows, two thirds of them of one town, as a census cut into parts of `size` rows.
    fn census(size: usize) -> Census {
        let rows: Vec<[String; 2]> =
            (0..60).map(|row| [format!("m{row}@exemple.test"), ["Ostrelac", " ostrelac ", "Vaubrun"][row % 3].to_owned()]).collect();
        let place = |field: Field| [Field::Email, Field::City].iter().position(|known| *known == field);
        let part = |(number, rows): (usize, &[[String; 2]])| {
            let mut builder = Builder::with_categories(&candidates(2, place));
            for (at, [email, city]) in rows.iter().enumerate() {
                let person = Particulars { email, city, ..Particulars::default() };
                let (cells, row) = ([email.as_str(), city.as_str()], (number * size + at) as u32);
                let joined = Some(day_number(date(2009 + i16::from(row < 30), 3, 1)));
                builder.push_marked(row, &person, &Mark { cells: &cells, days: [joined, joined, None, None], ..Mark::default() });
            }
            Rows::of(&builder.finish(), false)
        };
        Census::of(rows.chunks(size).enumerate().map(part).collect())
    }

    #[test]
    fn parts_of_a_file_are_the_same_however_its_rows_are_cut() {
        let mapping = [(Field::Email, "Courriel"), (Field::City, "Ville"), (Field::Joined, "Entrée")];
        let state = Snapshot {
            id: SnapshotId(1),
            import: ImportId(1),
            source: SourceId("fichier".to_owned()),
            dates: crate::model::DateOrder::DayFirst,
            as_of: None,
            evidence: EvidenceId(1),
            sheet: None,
            columns: ["Courriel", "Ville", "Entrée"].map(str::to_owned).into(),
            mapping: Mapping(mapping.map(|(field, column)| (field, column.to_owned())).into()),
            rows: 60,
        };
        let member = |recipient: u32, row: u32| Membership { recipient, probability: 1.0, validity: Validity::default(), rows: vec![(0, row)] };
        let (members, size) = ([member(0, 1), member(1, 2), member(2, 44)], SizeCurve { before: 60.0, knots: Vec::new() });
        let found = |cut| slices(&[&state], &[&census(cut)], &members, &size, &Unwatched).unwrap();
        let whole = found(60);
        let told: Vec<_> = whole.iter().map(|part| (part.field.as_str(), part.value.as_str(), part.recipients.as_slice())).collect();
        // Rows 1 and 2 joined in 2010, row 44 in 2009; row 1 is of Ostrelac, the others of Vaubrun.
        let expected: [(&str, &str, &[u32]); 4] =
            [("Ville", "Ostrelac", &[0]), ("Ville", "Vaubrun", &[1, 2]), ("Entrée", "2009", &[2]), ("Entrée", "2010", &[0, 1])];
        assert_eq!(told, expected);
        for cut in [1, 7, 31] {
            assert_eq!(found(cut), whole, "{cut}");
        }
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
