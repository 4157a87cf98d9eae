//! Which rule a mailing would have followed, had it been made from a given source: the one that explains most linked recipients (method.md §4).

use super::compare::Observed;
use super::rule::{Rendered, Rule, rules_for};
use crate::model::{Identity, SourceId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// Linked recipients below which no rule is read off a source: with one or two, some rule explains anything.
const FEWEST: usize = 3;

/// Linked recipients on which rules are compared; of more, this many are taken evenly in the order of their content. The winner is counted on all.
const MOST: usize = 500;

/// The rule of one source for one rendered field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FittedRule {
    /// What is rendered.
    pub field: Rendered,
    /// The file.
    pub source: SourceId,
    /// The rule that explains most; between equals the one that does least to the cells.
    pub rule: Rule,
    /// Linked recipients whose text is exactly what the rule makes of their row.
    pub explained: u32,
    /// Linked recipients whose message renders the field.
    pub linked: u32,
}

impl FittedRule {
    /// Whether the rule explains at least half of the linked recipients. If not, the file lacks a cell the message shows, or the tool did something that is
    /// not in the list: a difference that is the same for everybody is one observation, not one for each, so the field then says nothing about that file.
    pub fn is_understood(&self) -> bool {
        2 * self.explained >= self.linked && self.explained > 0
    }
}

/// The rules of all sources, by field, then source. Sources with fewer than three linked recipients, or nothing any rule explains, have none.
pub(super) fn fit(observed: &[Observed<'_>], sources: &[&SourceId]) -> Vec<FittedRule> {
    let mut fitted = Vec::new();
    for field in Rendered::ALL {
        let longest = observed.iter().filter_map(|of| of.texts.get(&field)).map(|text| text.chars().count()).max().unwrap_or(0) as u32;
        for (k, source) in sources.iter().enumerate() {
            let mut linked: Vec<(&str, Vec<&Identity>)> = observed
                .iter()
                .filter_map(|of| {
                    let rows: Vec<&Identity> = of.rows_of(k).map(|row| &row.written).collect();
                    Some((of.texts.get(&field)?.as_str(), rows)).filter(|found| !found.1.is_empty())
                })
                .collect();
            if linked.len() < FEWEST {
                continue;
            }
            linked.sort_by(|a, b| a.0.cmp(b.0).then_with(|| a.1.iter().map(|row| cells(row)).cmp(b.1.iter().map(|row| cells(row)))));
            if let Some(rule) = best(field, &linked, longest) {
                let is_explained = |(text, rows): &&(&str, Vec<&Identity>)| rows.iter().any(|row| rule.render(row).as_deref() == Some(text));
                let explained = linked.iter().filter(is_explained).count() as u32;
                fitted.push(FittedRule { field, source: (*source).clone(), rule, explained, linked: linked.len() as u32 });
            }
        }
    }
    fitted
}

fn best(field: Rendered, linked: &[(&str, Vec<&Identity>)], longest: u32) -> Option<Rule> {
    let mut counts: BTreeMap<Rule, u32> = BTreeMap::new();
    let taken = linked.len().min(MOST);
    for n in 0..taken {
        let (text, rows) = &linked[n * linked.len() / taken];
        let rules: BTreeSet<Rule> = rows.iter().flat_map(|row| rules_for(field, row, text, longest)).collect();
        for rule in rules {
            *counts.entry(rule).or_default() += 1;
        }
    }
    let order = |(rule, count): &(Rule, u32)| (std::cmp::Reverse(*count), rule.steps(), *rule);
    counts.into_iter().min_by_key(order).map(|found| found.0)
}

fn cells(row: &Identity) -> [&str; 9] {
    let Identity { name, first_name, last_name, civility, email, street_number, street, postcode, city, .. } = row;
    [name, first_name, last_name, civility, email, street_number, street, postcode, city]
}
