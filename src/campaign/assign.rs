//! Which campaign each message and each recipient belongs to, stated or found.

use super::families::{Family, UNASSIGNED, families};
use super::text;
use super::{Campaign, CampaignError};
use crate::job::Progress;
use crate::model::{CampaignId, Contents, Identity, MessageId, RecipientId};
use crate::normalise;
use std::collections::{BTreeMap, BTreeSet};

/// Words a message must have to found a campaign of its own.
const TELLING_WORDS: usize = 4;

/// The campaigns of everything.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Assigned {
    /// Per message of the case; a further copy has its original's.
    pub of_message: Vec<CampaignId>,
    /// Per recipient of the case: its campaigns, sorted; at least one.
    pub of_recipient: Vec<Vec<CampaignId>>,
}

/// Finds the campaigns of a case.
pub fn campaigns(contents: &Contents, progress: &dyn Progress) -> Result<Assigned, CampaignError> {
    let mut of_message: Vec<CampaignId> = contents.messages.iter().map(|message| message.campaign.clone()).collect();
    // Where somebody named a campaign for every message there is nothing to find.
    if contents.messages.iter().any(|message| message.campaign.as_str() == UNASSIGNED) {
        let found = families(contents, progress)?;
        let names = names(contents, &found);
        for (family, name) in found.iter().zip(&names) {
            for &at in family.messages.iter().filter(|&&at| contents.messages[at].campaign.as_str() == UNASSIGNED) {
                of_message[at].clone_from(name);
            }
        }
        let places: BTreeMap<MessageId, usize> = contents.messages.iter().enumerate().map(|(at, message)| (message.id, at)).collect();
        for (at, message) in contents.messages.iter().enumerate() {
            if let Some(original) = message.duplicate_of.and_then(|id| places.get(&id)) {
                of_message[at] = of_message[*original].clone();
            }
        }
    }
    let of_recipient = of_recipients(contents, &of_message);
    Ok(Assigned { of_message, of_recipient })
}

/// The name of each family.
fn names(contents: &Contents, families: &[Family]) -> Vec<CampaignId> {
    let is_telling =
        |family: &Family| family.messages.iter().any(|&at| text::comparable(&contents.messages[at]).split(' ').nth(TELLING_WORDS - 1).is_some());
    let people = |family: &Family| family.messages.iter().flat_map(|&at| &contents.messages[at].recipients).collect::<BTreeSet<_>>().len();
    // The one that reached most people, then the one with most messages, then the earliest.
    let free = families.iter().enumerate().filter(|(_, family)| family.stated.is_none() && is_telling(family));
    let main = free.max_by_key(|(at, family)| (people(family), family.messages.len(), std::cmp::Reverse(*at))).map(|(at, _)| at);
    let taken: BTreeSet<&str> = contents
        .messages
        .iter()
        .map(|message| message.campaign.as_str())
        .chain(contents.recipients.iter().map(|recipient| recipient.campaign.as_str()))
        .collect();
    let mut number = 1;
    let mut name = |at: usize, family: &Family| match &family.stated {
        Some(stated) => stated.clone(),
        None if Some(at) == main || !is_telling(family) => UNASSIGNED.into(),
        None => loop {
            number += 1;
            let name = format!("c{number}");
            if !taken.contains(name.as_str()) {
                break CampaignId(name);
            }
        },
    };
    families.iter().enumerate().map(|(at, family)| name(at, family)).collect()
}

/// People of a table belong where the table says; people known by messages that nobody put into a campaign belong where those messages do.
fn of_recipients(contents: &Contents, of_message: &[CampaignId]) -> Vec<Vec<CampaignId>> {
    let mut named: BTreeMap<&RecipientId, BTreeSet<&CampaignId>> = BTreeMap::new();
    for (message, campaign) in contents.messages.iter().zip(of_message).filter(|(message, _)| message.campaign.as_str() == UNASSIGNED) {
        for recipient in &message.recipients {
            named.entry(recipient).or_default().insert(campaign);
        }
    }
    let of = |recipient: &crate::model::Recipient| match named.get(&recipient.id) {
        Some(campaigns) if recipient.campaign.as_str() == UNASSIGNED => campaigns.iter().map(|&campaign| campaign.clone()).collect(),
        _ => vec![recipient.campaign.clone()],
    };
    contents.recipients.iter().map(of).collect()
}

/// Somebody may stand in a campaign twice, by its table and by a message that joined it: they count once, and as a recipient.
pub fn merge_people(contents: &Contents, campaign: &mut Campaign<'_>) {
    let is_own = |at: &usize| contents.recipients[*at].campaign == campaign.id;
    if campaign.recipients.iter().all(is_own) {
        return;
    }
    let keys = |at: &usize| keys(&contents.recipients[*at].identity);
    let own: BTreeSet<String> = campaign.recipients.iter().filter(|at| is_own(at)).flat_map(keys).collect();
    campaign.recipients.retain(|at| is_own(at) || !keys(at).iter().any(|key| own.contains(key)));
    let received: BTreeSet<String> = campaign.recipients.iter().flat_map(keys).collect();
    campaign.controls.retain(|at| !keys(at).iter().any(|key| received.contains(key)));
}

fn keys(identity: &Identity) -> Vec<String> {
    let email = normalise::email(&identity.email).map(|email| email.key);
    let identifier = normalise::identifier(&identity.identifier).map(|identifier| format!("#{identifier}"));
    email.into_iter().chain(normalise::phone(&identity.phone)).chain(identifier).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::campaign::fixtures::{APPEAL, LETTER, SCHOOL, case, message, recipient};
    use crate::campaign::gather;
    use crate::job::Unwatched;
    use crate::model::Message;
    use jiff::civil::date;

    fn incident() -> Contents {
        let mut contents = case(vec![
            message(LETTER, "c@cercle.example", "r1", "2010-12-14"),
            message(LETTER, "c@cercle.example", "r2", "2010-12-14"),
            message(APPEAL, "c@cercle.example", "r1", "2011-02-08"),
            message(SCHOOL, "ecoles@ville.example", "r1", "2009-09-01"),
            message("", "", "r3", ""),
        ]);
        contents.recipients = ["r1", "r2", "r3", "r4"].map(|id| recipient(id, id != "r4")).to_vec();
        contents
    }

    #[test]
    fn another_sender_s_other_text_is_a_campaign_of_its_own() {
        let contents = incident();
        let found = gather(&contents, &Unwatched).unwrap();
        let shape: Vec<(&str, usize, &[usize], &[usize])> =
            found.iter().map(|campaign| (campaign.id.as_str(), campaign.messages.len(), &campaign.recipients[..], &campaign.controls[..])).collect();
        assert_eq!(shape, [("c1", 4, &[0, 1, 2][..], &[3][..]), ("c2", 1, &[0][..], &[][..])]);
        assert_eq!(found[0].days, Some((date(2010, 12, 14), date(2011, 2, 8))), "the other campaign's days are not this one's");
    }

    #[test]
    fn a_message_that_joins_a_stated_campaign_brings_its_people_once() {
        let mut contents = case(vec![
            Message { campaign: "hiver".into(), ..message(LETTER, "c@cercle.example", "t1", "2010-12-14") },
            message(LETTER, "c@cercle.example", "r1", "2010-12-14"),
            message(LETTER, "c@cercle.example", "r2", "2010-12-14"),
            message(LETTER, "c@cercle.example", "r3", "2010-12-14"),
        ]);
        let of_table = |id: &str, email: &str, received| {
            let mut recipient = recipient(id, received);
            recipient.campaign = "hiver".into();
            recipient.identity.email = email.to_owned();
            recipient
        };
        contents.recipients = vec![recipient("r1", true), recipient("r2", true), recipient("r3", true)];
        contents.recipients.extend([of_table("t1", "R1@poste.example", true), of_table("t2", "r2@poste.example", false)]);
        let found = gather(&contents, &Unwatched).unwrap();
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].id.as_str(), found[0].messages.len()), ("hiver", 4));
        assert_eq!((&found[0].recipients[..], &found[0].controls[..]), (&[1, 2, 3][..], &[][..]));
    }

    #[test]
    fn where_every_message_has_its_campaign_nothing_is_regrouped() {
        let stated = |name: &str| Message { campaign: name.into(), ..message(LETTER, "c@cercle.example", "r1", "2010-12-14") };
        let contents = case(vec![stated("a"), stated("b")]);
        assert_eq!(campaigns(&contents, &Unwatched).unwrap().of_message, [CampaignId::from("a"), CampaignId::from("b")]);
    }

    #[test]
    fn a_name_somebody_gave_is_never_given_again() {
        let mut contents = incident();
        contents.messages.push(Message { id: MessageId(9), campaign: "c2".into(), ..message(APPEAL, "x@autre.example", "r1", "2015-01-01") });
        let assigned = campaigns(&contents, &Unwatched).unwrap();
        assert_eq!(assigned.of_message[3].as_str(), "c3");
    }
}
