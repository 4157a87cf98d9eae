//! Who is known already: recipients by id, by key and by everything said about them.

use crate::link::{RecipientKeys, full_name};
use crate::model::{CampaignId, Contents, Identity, Recipient, RecipientId};
use crate::normalise;
use std::collections::HashMap;

/// The recipients of the case, as an import needs to find them.
pub struct People {
    known: HashMap<RecipientId, Recipient>,
    by_key: HashMap<(CampaignId, String), RecipientId>,
    by_likeness: HashMap<String, RecipientId>,
    next: u64,
}

impl People {
    /// Those a case holds.
    pub fn new(contents: &Contents) -> Self {
        let mut people = Self { known: HashMap::new(), by_key: HashMap::new(), by_likeness: HashMap::new(), next: 1 };
        for recipient in &contents.recipients {
            people.add(recipient);
        }
        people
    }

    /// Remembers a recipient. The first one with a key keeps it.
    pub fn add(&mut self, recipient: &Recipient) {
        self.known.insert(recipient.id.clone(), recipient.clone());
        for key in keys(&RecipientKeys::of(&recipient.identity)) {
            self.by_key.entry((recipient.campaign.clone(), key)).or_insert_with(|| recipient.id.clone());
        }
        self.by_likeness.entry(likeness(recipient)).or_insert_with(|| recipient.id.clone());
    }

    /// Whether the id is taken.
    pub fn has(&self, id: &RecipientId) -> bool {
        self.known.contains_key(id)
    }

    /// The recipient with this id.
    pub fn get(&self, id: &RecipientId) -> Option<&Recipient> {
        self.known.get(id)
    }

    /// What is known of a recipient has changed.
    pub fn change(&mut self, recipient: &Recipient) {
        self.known.insert(recipient.id.clone(), recipient.clone());
    }

    /// Somebody of the campaign with this e-mail address, number or identifier.
    pub fn with_key(&self, campaign: &CampaignId, wanted: &RecipientKeys) -> Option<&RecipientId> {
        keys(wanted).into_iter().find_map(|key| self.by_key.get(&(campaign.clone(), key)))
    }

    /// Somebody of any campaign with this e-mail address or number.
    pub fn anywhere(&self, wanted: &RecipientKeys) -> Option<&RecipientId> {
        let wanted = keys(wanted);
        let mut found: Vec<&RecipientId> = self.by_key.iter().filter(|((_, key), _)| wanted.contains(key)).map(|(_, id)| id).collect();
        found.sort();
        found.into_iter().next()
    }

    /// Somebody about whom exactly the same is said. Sharing one address is not enough: a family may.
    pub fn like(&self, recipient: &Recipient) -> Option<&RecipientId> {
        self.by_likeness.get(&likeness(recipient))
    }

    /// A free id.
    pub fn fresh_id(&mut self) -> RecipientId {
        loop {
            let id = RecipientId(format!("r{}", self.next));
            self.next += 1;
            if !self.has(&id) {
                return id;
            }
        }
    }
}

fn keys(keys: &RecipientKeys) -> Vec<String> {
    let tagged = [("e", &keys.email), ("p", &keys.phone), ("i", &keys.identifier)];
    tagged.into_iter().filter_map(|(tag, key)| key.as_ref().map(|key| format!("{tag}:{key}"))).collect()
}

/// Everything that is said about somebody, in canonical form.
fn likeness(recipient: &Recipient) -> String {
    let Identity { street_number, street, postcode, city, birth_date, .. } = &recipient.identity;
    let keys = RecipientKeys::of(&recipient.identity);
    let parts = [&full_name(&recipient.identity), street_number, street, postcode, city, birth_date].map(|part| normalise::fold(part));
    format!("{}|{}|{keys:?}|{}", recipient.campaign, recipient.received, parts.join("|"))
}
