//! Recipient by recipient: what each source would have produced, and whether that is what the message shows.

use super::fit::FittedRule;
use super::letters::{addressed, clean};
use super::rule::Rendered;
use super::{Rendering, Row};
use crate::model::SourceId;
use std::collections::BTreeMap;

/// A recipient, ready to be compared.
pub(super) struct Observed<'a> {
    pub rendering: &'a Rendering,
    /// What the message shows, cleaned; fields that show nothing are left out.
    pub texts: BTreeMap<Rendered, String>,
    /// Rows with the place of their source, by source, snapshot and row.
    rows: Vec<(usize, &'a Row)>,
}

impl<'a> Observed<'a> {
    pub fn of(rendering: &'a Rendering, sources: &[&SourceId]) -> Self {
        let text = |(field, raw): (&Rendered, &String)| {
            let text = if *field == Rendered::Salutation { addressed(raw) } else { clean(raw) };
            // Mail programs put the address where there is no name.
            let is_no_name = field.is_name() && text.contains('@');
            (!is_no_name && text.chars().any(char::is_alphanumeric)).then_some((*field, text))
        };
        let place = |row: &'a Row| sources.binary_search(&&row.source).ok().map(|at| (at, row));
        let mut rows: Vec<(usize, &Row)> = rendering.rows.iter().filter_map(place).collect();
        rows.sort_by_key(|(at, row)| (*at, row.snapshot, row.row));
        Self { rendering, texts: rendering.rendered.iter().filter_map(text).collect(), rows }
    }

    /// The rows of source `k`.
    pub fn rows_of(&self, k: usize) -> impl Iterator<Item = &'a Row> + '_ {
        self.rows.iter().filter(move |row| row.0 == k).map(|row| row.1)
    }
}

/// What one source would have produced for one field: one text per state of the row.
#[derive(Debug)]
pub(super) struct Produced<'a> {
    /// Sorted, each once, with the row it comes from.
    pub texts: Vec<(String, &'a Row)>,
    /// The row that gives what the message shows.
    pub matched: Option<&'a Row>,
}

impl Produced<'_> {
    fn is_same(&self, other: &Self) -> bool {
        self.texts.iter().map(|text| &text.0).eq(other.texts.iter().map(|text| &text.0))
    }

    /// Whether the two would have been told apart by what the message shows: different texts, not both of them shown.
    fn differs(&self, other: &Self) -> bool {
        let is_both_shown = self.matched.is_some() && other.matched.is_some();
        !is_both_shown && !self.is_same(other)
    }
}

/// A field that tells sources apart for one recipient.
#[derive(Debug)]
pub(super) struct Telling<'a> {
    pub field: Rendered,
    /// What the message shows, cleaned.
    pub text: String,
    /// By source; `None` where the source says nothing: not a record of it, or no rule that is understood.
    pub produced: Vec<Option<Produced<'a>>>,
}

/// A discriminating recipient.
pub(super) struct Compared<'a> {
    pub rendering: &'a Rendering,
    pub fields: Vec<Telling<'a>>,
}

impl<'a> Compared<'a> {
    /// The recipient with the fields on which sources differ; `None` if there are none.
    pub fn of(observed: &Observed<'a>, rules: &[FittedRule], sources: &[&SourceId]) -> Option<Self> {
        let mut fields = Vec::new();
        for (&field, text) in &observed.texts {
            let produced = |(k, source): (usize, &&SourceId)| {
                let fitted = rules.iter().find(|fitted| fitted.field == field && fitted.source == **source && fitted.is_understood())?;
                let mut texts: Vec<(String, &Row)> = observed.rows_of(k).filter_map(|row| Some((fitted.rule.render(&row.written)?, row))).collect();
                texts.sort_by(|a, b| a.0.cmp(&b.0));
                texts.dedup_by(|a, b| a.0 == b.0);
                let matched = texts.iter().find(|made| made.0 == *text).map(|made| made.1);
                (!texts.is_empty()).then_some(Produced { texts, matched })
            };
            let produced: Vec<Option<Produced<'_>>> = sources.iter().enumerate().map(produced).collect();
            let mut given = produced.iter().flatten();
            let Some(first) = given.next() else { continue };
            let others: Vec<&Produced<'_>> = given.collect();
            let is_one_text = others.iter().all(|other| other.is_same(first));
            let is_all_shown = first.matched.is_some() && others.iter().all(|other| other.matched.is_some());
            if !is_one_text && !is_all_shown {
                fields.push(Telling { field, text: text.clone(), produced });
            }
        }
        (!fields.is_empty()).then_some(Self { rendering: observed.rendering, fields })
    }

    /// Whether source `k` would have produced everything that tells sources apart; `None` if it says nothing. Fields of one recipient depend on each
    /// other, so they are one observation.
    pub fn verdict(&self, k: usize) -> Option<bool> {
        verdict(self.fields.iter().filter_map(|field| field.produced[k].as_ref()))
    }

    /// The same for `k` and `l` on the fields on which those two differ.
    pub fn verdicts(&self, k: usize, l: usize) -> Option<(bool, bool)> {
        let both = || self.fields.iter().filter_map(|field| Some((field.produced[k].as_ref()?, field.produced[l].as_ref()?)));
        let differing = || both().filter(|(of_k, of_l)| of_k.differs(of_l));
        Some((verdict(differing().map(|both| both.0))?, verdict(differing().map(|both| both.1))?))
    }
}

fn verdict<'a>(produced: impl Iterator<Item = &'a Produced<'a>>) -> Option<bool> {
    let mut all = None;
    for of_field in produced {
        all = Some(all.unwrap_or(true) && of_field.matched.is_some());
    }
    all
}
