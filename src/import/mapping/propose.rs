//! Proposes columns for the fields the user has not fixed: by name first, by values where the names say nothing.

use super::values::{self, Profile};
use super::{Resolved, names, plain};
use crate::model::{Arg, Field, ImportKind, Said};
use crate::said;

/// Adds proposals and their reasons to `resolved`.
pub fn propose(header: &[String], profiles: &[Profile], rows: &[Vec<String>], kind: ImportKind, resolved: &mut Resolved) {
    let mut desk = Desk { header, profiles, rows, kind, resolved };
    desk.by_name();
    desk.by_value();
}

struct Desk<'a> {
    header: &'a [String],
    profiles: &'a [Profile],
    rows: &'a [Vec<String>],
    kind: ImportKind,
    resolved: &'a mut Resolved,
}

impl Desk<'_> {
    fn open_fields(&self) -> Vec<Field> {
        super::fields(self.kind).into_iter().filter(|field| !self.resolved.columns.contains_key(field)).collect()
    }

    fn is_open(&self, field: Field) -> bool {
        !self.resolved.columns.contains_key(&field) && super::fields(self.kind).contains(&field)
    }

    fn free_columns(&self) -> Vec<usize> {
        (0..self.header.len()).filter(|at| !self.resolved.columns.values().any(|taken| taken == at)).collect()
    }

    fn take(&mut self, field: Field, at: usize, why: Said) {
        let column = &self.header[at];
        self.resolved.columns.insert(field, at);
        self.resolved.mapping.0.insert(field, column.clone());
        let column = if column.is_empty() { Arg::from((at + 1).to_string()) } else { Arg::quoted(column) };
        self.resolved.reasons.push(said!("remarks-taken", column = column, field = field, why = why));
    }

    /// Share of filled cells that can stand in a field, in per cent; 100 where nothing is filled.
    fn fitting(&self, field: Field, at: usize) -> usize {
        let (mut filled, mut fitting) = (0, 0);
        for value in values::filled(self.rows, at) {
            filled += 1;
            fitting += usize::from(values::fits(field, value, self.kind));
        }
        (fitting * 100usize).checked_div(filled).unwrap_or(100)
    }

    fn by_name(&mut self) {
        let plain_names: Vec<String> = self.header.iter().map(|name| plain(name)).collect();
        let free = self.free_columns();
        let has_first_name = self.resolved.columns.contains_key(&Field::FirstName)
            || free.iter().any(|at| names::fit(Field::FirstName, &plain_names[*at], self.kind) >= 60);
        let mut candidates = Vec::new();
        for (order, field) in self.open_fields().into_iter().enumerate() {
            for at in &free {
                let mut fit = names::fit(field, &plain_names[*at], self.kind);
                // « Nom » alone is the last name beside a first name, and otherwise whatever its values are.
                if matches!(plain_names[*at].as_str(), "nom" | "name") && matches!(field, Field::Name | Field::LastName) {
                    let has_other_last = free.iter().any(|other| other != at && names::fit(Field::LastName, &plain_names[*other], self.kind) >= 100);
                    let is_whole = if has_first_name { has_other_last } else { self.profiles[*at].mostly(self.profiles[*at].names, 50) };
                    fit = if (field == Field::Name) == is_whole { 100 } else { 0 };
                }
                if fit > 0 {
                    candidates.push((std::cmp::Reverse(fit), order, *at, field));
                }
            }
        }
        candidates.sort_unstable();
        let mut misfits = Vec::new();
        for (_, _, at, field) in candidates {
            if !self.is_open(field) || self.resolved.columns.values().any(|taken| *taken == at) {
                continue;
            }
            if self.fitting(field, at) < 50 {
                misfits.push((field, at));
                continue;
            }
            self.take(field, at, said!("remarks-why-name"));
        }
        for (field, at) in misfits {
            // Said only where nothing better was found for the field or the column.
            if self.is_open(field) && !self.resolved.columns.values().any(|taken| *taken == at) {
                let (column, meaning) = (Arg::quoted(&self.header[at]), Said::new(values::meaning(field)));
                self.resolved.remarks.push(said!("remarks-not-taken", column = column, field = field, meaning = meaning));
            }
        }
    }

    fn by_value(&mut self) {
        self.first_like(Field::Email, |profile| profile.mostly(profile.emails, 80), said!("remarks-why-emails"));
        self.first_like(Field::Phone, |profile| profile.mostly(profile.phones, 80), said!("remarks-why-phones"));
        self.first_like(Field::Civility, |profile| profile.mostly(profile.civilities, 80), said!("remarks-why-civilities"));
        // Postcodes come again; running numbers of five digits do not.
        self.first_like(
            Field::Postcode,
            |profile| profile.mostly(profile.postcodes, 90) && profile.distinct < profile.filled,
            said!("remarks-why-postcodes"),
        );
        let is_unnamed = [Field::Name, Field::LastName, Field::FirstName].iter().all(|field| !self.resolved.columns.contains_key(field));
        if is_unnamed {
            self.first_like(
                Field::Name,
                |profile| profile.mostly(profile.names, 80) && profile.distinct * 2 > profile.filled,
                said!("remarks-why-names"),
            );
        }
        self.first_like(Field::Person, |profile| profile.mostly(profile.names, 80), said!("remarks-why-names"));
        self.only_date();
        for field in [Field::RecipientId, Field::RecordId] {
            let is_number = |profile: &Profile| profile.filled > 1 && profile.mostly(profile.digits, 95) && profile.distinct == profile.filled;
            if self.kind != ImportKind::Statements {
                self.first_like(field, is_number, said!("remarks-why-numbers"));
            }
        }
        self.yes_no_left_over();
    }

    fn first_like(&mut self, field: Field, is_like: impl Fn(&Profile) -> bool, why: Said) {
        if self.is_open(field)
            && let Some(at) = self.free_columns().into_iter().find(|at| is_like(&self.profiles[*at]))
        {
            self.take(field, at, why);
        }
    }

    /// A table with one date takes it from the one column of dates; where there are several, the user says which.
    fn only_date(&mut self) {
        let columns: Vec<usize> = self.free_columns().into_iter().filter(|at| self.profiles[*at].mostly(self.profiles[*at].dates, 80)).collect();
        let field = [Field::At, Field::GivenOn].into_iter().find(|field| self.is_open(*field));
        match (field, &columns[..]) {
            (Some(field), [only]) => self.take(field, *only, said!("remarks-why-dates")),
            (_, []) => {}
            (_, found) => {
                let names: Vec<Arg> = found.iter().map(|at| Arg::quoted(&self.header[*at])).collect();
                let fields: Vec<Field> = self.open_fields().into_iter().filter(|field| values::meaning(*field) == "remarks-means-dates").collect();
                if !fields.is_empty() {
                    let what = said!("remarks-other-dates", columns = names, fields = super::fields::one_of(&fields));
                    self.resolved.remarks.push(what);
                }
            }
        }
    }

    fn yes_no_left_over(&mut self) {
        for field in [Field::Received, Field::Exclusive] {
            if !self.is_open(field) {
                continue;
            }
            let found = self.free_columns().into_iter().find(|at| {
                let profile = &self.profiles[*at];
                profile.filled > 1 && profile.mostly(profile.yes_no, 95) && profile.distinct <= 4
            });
            if let Some(at) = found {
                // Never proposed: taking one yes for another would turn recipients into controls.
                let what = said!("remarks-yes-no", column = Arg::quoted(&self.header[at]), field = field);
                self.resolved.remarks.push(what);
            }
        }
    }
}
