//! Whom a number of the answer stands for: the recipients and controls behind each count, so that every number can be opened.
//!
//! Nothing is weighed here. Who is a record of which file is read from the links that count, as the attribution reads it.

use super::{Analysis, CampaignAnalysis};
use crate::campaign::{Campaign, merge_people};
use crate::model::{Contents, FoundBy, Recipient, RecipientId, SourceId, SourceKind};
use std::collections::BTreeSet;

/// A group of people some number counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Behind {
    /// Everybody who received.
    Received,
    /// Recipients that are records of the file.
    In(SourceId),
    /// Recipients that are not, as far as its rows are held: who is in a declared file is unknown, which is not no.
    NotIn(SourceId),
    /// Recipients that are records of it and of no other held file.
    OnlyIn(SourceId),
    /// Recipients that are records of it and of another held file.
    AlsoElsewhere(SourceId),
    /// Members of the file who did not receive.
    Controls(SourceId),
    /// Recipients found in the circle of the file.
    Circle(SourceId),
    /// Recipients found in the circle of a file they are no record of.
    OutsideCircle,
    /// Recipients that are records of no held file.
    Nowhere,
    /// Recipients in both files.
    Both(SourceId, SourceId),
    /// Recipients in the first file and not in the second, whose rows are held.
    FirstOnly(SourceId, SourceId),
    /// Recipients in neither of two whose rows are held.
    Neither(SourceId, SourceId),
    /// These people, by id.
    These(Vec<RecipientId>),
}

/// Who of a campaign is in which file.
#[derive(Clone, Debug, Default)]
pub struct Roll {
    sources: Vec<(SourceId, bool)>,
    /// By id.
    people: Vec<Person>,
    outside: Vec<RecipientId>,
}

#[derive(Clone, Debug)]
struct Person {
    id: RecipientId,
    received: bool,
    circle: Option<SourceId>,
    /// In the order of the sources.
    holds: Vec<bool>,
}

impl Roll {
    /// Reads who is in which file.
    pub fn of(campaign: &CampaignAnalysis, analysis: &Analysis, contents: &Contents) -> Self {
        let is_held = |id: &SourceId| contents.source(id).is_none_or(|source| source.kind != SourceKind::Declared);
        let sources: Vec<(SourceId, bool)> = campaign.attribution.candidates.iter().map(|score| (score.id.clone(), is_held(&score.id))).collect();
        let mut people: Vec<Person> =
            counted(campaign, contents).into_iter().map(|recipient| Person::of(recipient, &sources, analysis, contents)).collect();
        people.sort_by(|a, b| a.id.cmp(&b.id));
        Self { sources, people, outside: campaign.attribution.outside_their_circle.clone() }
    }

    /// Who is behind a number, by id.
    pub fn people(&self, behind: &Behind) -> Vec<&RecipientId> {
        if let Behind::These(ids) = behind {
            return self.people.iter().map(|person| &person.id).filter(|id| ids.contains(id)).collect();
        }
        self.people.iter().filter(|person| self.is_behind(person, behind)).map(|person| &person.id).collect()
    }

    /// How many they are.
    pub fn count(&self, behind: &Behind) -> usize {
        self.people(behind).len()
    }

    /// Whether its rows are held, so that not standing in it can be known.
    pub fn is_held(&self, source: &SourceId) -> bool {
        self.sources.iter().any(|(id, is_held)| *is_held && id == source)
    }

    fn is_behind(&self, person: &Person, behind: &Behind) -> bool {
        let holds = |source: &SourceId| self.sources.iter().zip(&person.holds).any(|((id, _), holds)| *holds && id == source);
        let is_elsewhere =
            |source: &SourceId| self.sources.iter().zip(&person.holds).any(|((id, is_held), holds)| *holds && *is_held && id != source);
        let lacks = |source: &SourceId| self.is_held(source) && !holds(source);
        match behind {
            Behind::Controls(source) => !person.received && holds(source),
            Behind::These(ids) => ids.contains(&person.id),
            _ if !person.received => false,
            Behind::Received => true,
            Behind::In(source) => holds(source),
            Behind::NotIn(source) => lacks(source),
            Behind::OnlyIn(source) => holds(source) && !is_elsewhere(source),
            Behind::AlsoElsewhere(source) => holds(source) && is_elsewhere(source),
            Behind::Circle(source) => person.circle.as_ref() == Some(source),
            Behind::OutsideCircle => self.outside.contains(&person.id),
            Behind::Nowhere => !self.sources.iter().zip(&person.holds).any(|((_, is_held), holds)| *holds && *is_held),
            Behind::Both(one, other) => holds(one) && holds(other),
            Behind::FirstOnly(one, other) => holds(one) && lacks(other),
            Behind::Neither(one, other) => lacks(one) && lacks(other),
        }
    }
}

impl Person {
    fn of(recipient: &Recipient, sources: &[(SourceId, bool)], analysis: &Analysis, contents: &Contents) -> Self {
        let known = analysis.recipients.binary_search_by(|known| known.id.cmp(&recipient.id)).ok().and_then(|at| analysis.recipients.get(at));
        let stated = contents.statements.iter().find(|statement| statement.recipient == recipient.id).map(|statement| &statement.source);
        let is_linked = |source: &SourceId| {
            known.is_some_and(|known| known.links.iter().any(|link| link.is_present && link.source == *source && link.probability > 0.0))
        };
        // Nobody has the rows of a declared file: there a statement stands for them.
        let holds = |(id, is_held): &(SourceId, bool)| is_linked(id) || (!is_held && recipient.received && stated == Some(id));
        let circle = match &recipient.found_by {
            FoundBy::Circle(source) => Some(source.clone()),
            FoundBy::OpenCall | FoundBy::CompleteList => None,
        };
        Self { id: recipient.id.clone(), received: recipient.received, circle, holds: sources.iter().map(holds).collect() }
    }
}

/// Everybody the campaign counts, each once: nobody set aside, and people who stand in it twice as the campaign merges them.
fn counted<'c>(campaign: &CampaignAnalysis, contents: &'c Contents) -> Vec<&'c Recipient> {
    let members: BTreeSet<&RecipientId> = campaign.members(contents);
    let of = |received: bool| {
        let is_one = move |(_, recipient): &(usize, &Recipient)| recipient.received == received && !recipient.is_set_aside;
        contents.recipients.iter().enumerate().filter(|(_, recipient)| members.contains(&recipient.id)).filter(is_one).map(|(at, _)| at).collect()
    };
    let (recipients, controls) = (of(true), of(false));
    let mut gathered = Campaign { id: campaign.id.clone(), title: String::new(), messages: Vec::new(), recipients, controls, days: None, sent: None };
    merge_people(contents, &mut gathered);
    gathered.recipients.iter().chain(&gathered.controls).map(|&at| &contents.recipients[at]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixtures;

    fn ids(behind: &Behind) -> Vec<String> {
        let (campaign, analysis, contents) = (fixtures::campaign(), fixtures::analysis(), fixtures::contents());
        Roll::of(&campaign, &analysis, &contents).people(behind).into_iter().map(ToString::to_string).collect()
    }

    #[test]
    fn recipients_are_told_apart_by_the_files_that_hold_them() {
        let file = || SourceId::from("adherents");
        assert_eq!(ids(&Behind::Received), ["r1", "r2"]);
        assert_eq!(ids(&Behind::In(file())), ["r1", "r2"]);
        assert_eq!(ids(&Behind::OnlyIn(file())), ["r1", "r2"]);
        assert!(ids(&Behind::NotIn(file())).is_empty());
        // Of a declared file nobody holds the rows: who is not in it is unknown.
        assert!(ids(&Behind::NotIn("electeurs".into())).is_empty());
        assert!(ids(&Behind::FirstOnly(file(), "electeurs".into())).is_empty());
        assert!(ids(&Behind::Nowhere).is_empty());
    }

    #[test]
    fn a_control_is_no_recipient_and_is_listed_by_name() {
        assert!(ids(&Behind::Controls("adherents".into())).is_empty(), "r3 is linked to nothing");
        assert_eq!(ids(&Behind::These(vec!["r3".into(), "r1".into()])), ["r1", "r3"]);
    }
}
