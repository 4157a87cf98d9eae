//! A conclusion held against what was planted in a sample: the file, the days, the people. Pure.

use crate::model::{Day, PersonId, SourceId, UncertainDay};
use crate::ui::samples::Planted;
use std::collections::BTreeSet;

/// What somebody concluded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stated {
    /// The file: none yet, none of the known ones, or this one.
    pub source: Option<Option<SourceId>>,
    /// The copy was made on this day or later.
    pub from: Option<UncertainDay>,
    /// And on this day or earlier.
    pub to: Option<UncertainDay>,
    /// Who could have held it.
    pub people: BTreeSet<PersonId>,
}

/// How one part of it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Nothing was stated.
    Unstated,
    /// As planted.
    Right,
    /// Not as planted.
    Wrong,
}

/// The days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Days {
    /// Nothing, or not both ends, were stated.
    Unstated,
    /// The copy lies in the span, which is so many days long.
    Inside(i64),
    /// The copy was made so many days after the span.
    Later(i64),
    /// The copy was made so many days before the span.
    Earlier(i64),
    /// The span ends before it begins.
    Backwards,
    /// Nothing was copied from a known file, so there is no day to find.
    NoCopy,
}

/// The people.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct People {
    /// Planted and named.
    pub found: usize,
    /// Planted.
    pub planted: usize,
    /// Named and not planted.
    pub others: usize,
}

/// How a conclusion compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The file.
    pub source: Part,
    /// The days.
    pub days: Days,
    /// The people; `None` if nobody was named.
    pub people: Option<People>,
}

/// Holds what was stated against what was planted.
pub fn compare(stated: &Stated, planted: &Planted) -> Comparison {
    let source = match &stated.source {
        None => Part::Unstated,
        Some(source) if *source == planted.source => Part::Right,
        Some(_) => Part::Wrong,
    };
    let found = planted.holders.iter().filter(|person| stated.people.contains(*person)).count();
    let people = People { found, planted: planted.holders.len(), others: stated.people.len() - found };
    Comparison { source, days: days(stated, planted.copied_on), people: (!stated.people.is_empty()).then_some(people) }
}

fn days(stated: &Stated, copied_on: Option<Day>) -> Days {
    let from = stated.from.as_ref().and_then(|day| day.earliest);
    let to = stated.to.as_ref().and_then(|day| day.latest);
    let (Some(from), Some(to)) = (from, to) else { return Days::Unstated };
    let Some(copied_on) = copied_on else { return Days::NoCopy };
    let number = |day: Day| i64::from(crate::model::dates::day_number(day));
    let (from, to, at) = (number(from), number(to), number(copied_on));
    if to < from {
        Days::Backwards
    } else if at > to {
        Days::Later(at - to)
    } else if at < from {
        Days::Earlier(from - at)
    } else {
        Days::Inside(to - from + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn planted() -> Planted {
        Planted { source: Some("a".into()), copied_on: Some(Day::constant(2010, 5, 14)), holders: vec!["Ana".into(), "Bo".into()] }
    }

    fn stated(from: &str, to: &str) -> Stated {
        Stated { source: Some(Some("a".into())), from: from.parse().ok(), to: to.parse().ok(), people: ["Ana".into(), "Cléo".into()].into() }
    }

    #[test]
    fn file_days_and_people_are_held_against_the_answer_one_by_one() {
        let compared = compare(&stated("2010-05-01", "2010-05-31"), &planted());
        let people = People { found: 1, planted: 2, others: 1 };
        assert_eq!(compared, Comparison { source: Part::Right, days: Days::Inside(31), people: Some(people) });
        assert_eq!(compare(&stated("2010-05-20", "2010-05-31"), &planted()).days, Days::Earlier(6));
        assert_eq!(compare(&stated("2010-05-01", "2010-05-10"), &planted()).days, Days::Later(4));
        assert_eq!(compare(&stated("2010-06-01", "2010-05-10"), &planted()).days, Days::Backwards);
    }

    #[test]
    fn a_month_is_all_of_its_days() {
        assert_eq!(compare(&stated("2010-05", "2010-05"), &planted()).days, Days::Inside(31));
    }

    #[test]
    fn nothing_stated_is_not_wrong_and_no_file_can_be_the_right_answer() {
        let compared = compare(&Stated::default(), &planted());
        assert_eq!(compared, Comparison { source: Part::Unstated, days: Days::Unstated, people: None });
        let neutral = Planted { source: None, copied_on: None, holders: Vec::new() };
        let none = Stated { source: Some(None), ..stated("2010-05", "2010-05") };
        let compared = compare(&none, &neutral);
        assert_eq!((compared.source, compared.days), (Part::Right, Days::NoCopy));
        assert_eq!(compared.people, Some(People { found: 0, planted: 0, others: 2 }));
    }
}
