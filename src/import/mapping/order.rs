//! The order of the numbers in the days of a table: as the user says, else as its values show, else the usual one, and which of these it was.

use super::values::filled;
use crate::model::dates::OrderTold;
use crate::model::{Arg, DateOrder, Said};
use crate::said;
use std::borrow::Cow;

/// Why days in figures are read in an order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum OrderBy {
    /// There is no day in figures with another order.
    #[default]
    NoDays,
    /// The user said so.
    Chosen,
    /// Some values fit no other order.
    Values,
    /// Every value fits both: the usual order is supposed.
    Supposed,
    /// Some values fit one order only and some the other.
    Mixed,
}

/// The order of a table, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dates {
    /// The order.
    pub order: DateOrder,
    /// Why.
    pub by: OrderBy,
    /// A value that shows it: for [`OrderBy::Mixed`] one that does not fit.
    pub example: String,
}

impl Dates {
    /// Looks at columns most of whose values are days in figures. `remembered` holds where the values do not tell.
    pub fn of(rows: &[Vec<String>], width: usize, chosen: Option<DateOrder>, remembered: Option<DateOrder>) -> Self {
        let mut found: [Option<&str>; 3] = [None; 3];
        for at in (0..width).filter(|at| is_of_days(rows, *at)) {
            for value in filled(rows, at) {
                let place = match DateOrder::told(value) {
                    Some(OrderTold::Only(DateOrder::DayFirst)) => 0,
                    Some(OrderTold::Only(DateOrder::MonthFirst)) => 1,
                    Some(OrderTold::Either) => 2,
                    None => continue,
                };
                found[place].get_or_insert(value);
            }
        }
        let [day_first, month_first, either] = found;
        let (order, by, example) = match (chosen, day_first, month_first, either) {
            (Some(order), ..) => (order, OrderBy::Chosen, day_first.or(month_first).or(either)),
            (None, Some(_), Some(example), _) => (DateOrder::DayFirst, OrderBy::Mixed, Some(example)),
            (None, Some(example), None, _) => (DateOrder::DayFirst, OrderBy::Values, Some(example)),
            (None, None, Some(example), _) => (DateOrder::MonthFirst, OrderBy::Values, Some(example)),
            (None, None, None, Some(example)) => (remembered.unwrap_or_default(), OrderBy::Supposed, Some(example)),
            (None, None, None, None) => (DateOrder::DayFirst, OrderBy::NoDays, None),
        };
        Self { order, by, example: example.unwrap_or_default().to_owned() }
    }

    /// What deserves a look and is kept with the import.
    pub fn remark(&self) -> Option<Said> {
        let example = Arg::quoted(&self.example);
        match (self.by, self.order) {
            (OrderBy::Mixed, _) => Some(said!("remarks-order-mixed", example = example)),
            (OrderBy::Values, DateOrder::MonthFirst) => Some(said!("remarks-order-month-first", example = example)),
            (OrderBy::Supposed, DateOrder::MonthFirst) => Some(said!("remarks-order-remembered", example = example)),
            _ => None,
        }
    }

    /// What the preview adds to that.
    pub fn reason(&self) -> Option<Said> {
        if self.by != OrderBy::Supposed || !self.order.is_usual() {
            return None;
        }
        let day = self.order.read(&self.example).ok()?.day()?;
        Some(said!("remarks-order-supposed", example = Arg::quoted(&self.example), day = day))
    }

    /// The rows with the day before the month in columns of days, to be looked at.
    pub fn turned<'a>(&self, rows: &'a [Vec<String>], width: usize) -> Cow<'a, [Vec<String>]> {
        if self.order.is_usual() {
            return Cow::Borrowed(rows);
        }
        let mut rows = rows.to_vec();
        let columns: Vec<usize> = (0..width).filter(|at| is_of_days(&rows, *at)).collect();
        for row in &mut rows {
            for at in &columns {
                if let Some(cell) = row.get_mut(*at) {
                    *cell = self.order.day_first(cell).into_owned();
                }
            }
        }
        Cow::Owned(rows)
    }
}

/// Whether at least half of the filled cells of a column are days in figures.
fn is_of_days(rows: &[Vec<String>], at: usize) -> bool {
    let (mut all, mut days) = (0usize, 0usize);
    for value in filled(rows, at) {
        all += 1;
        days += usize::from(DateOrder::told(value).is_some());
    }
    days > 0 && days * 2 >= all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(values: &[&str], chosen: Option<DateOrder>) -> Dates {
        let rows: Vec<Vec<String>> = values.iter().map(|value| vec!["x".to_owned(), (*value).to_owned()]).collect();
        Dates::of(&rows, 2, chosen, None)
    }

    #[test]
    fn values_that_fit_one_order_decide_and_others_leave_the_usual_one() {
        let month = of(&["03/04/2010", "05/14/2010"], None);
        assert_eq!((month.order, month.by, month.example.as_str()), (DateOrder::MonthFirst, OrderBy::Values, "05/14/2010"));
        let day = of(&["03/04/2010", "14/05/2010"], None);
        assert_eq!((day.order, day.by), (DateOrder::DayFirst, OrderBy::Values));
        let supposed = of(&["03/04/2010", "05/06/2010"], None);
        assert_eq!((supposed.order, supposed.by), (DateOrder::DayFirst, OrderBy::Supposed));
        let mixed = of(&["14/05/2010", "05/15/2010"], None);
        assert_eq!((mixed.order, mixed.by, mixed.example.as_str()), (DateOrder::DayFirst, OrderBy::Mixed, "05/15/2010"));
        assert_eq!(of(&["2010-05-14", "14 mai 2010"], None).by, OrderBy::NoDays);
    }

    #[test]
    fn what_the_user_says_holds_against_the_values_and_what_was_held_before_only_without_them() {
        assert_eq!(of(&["14/05/2010"], Some(DateOrder::MonthFirst)).order, DateOrder::MonthFirst);
        let rows = vec![vec!["03/04/2010".to_owned()]];
        assert_eq!(Dates::of(&rows, 1, None, Some(DateOrder::MonthFirst)).order, DateOrder::MonthFirst);
        let rows = vec![vec!["14/04/2010".to_owned()]];
        assert_eq!(Dates::of(&rows, 1, None, Some(DateOrder::MonthFirst)).order, DateOrder::DayFirst);
    }

    #[test]
    fn a_column_of_something_else_with_one_day_in_it_says_nothing() {
        assert_eq!(of(&["lot 4", "05/14/2010", "voir note", "a"], None).by, OrderBy::NoDays);
    }
}
