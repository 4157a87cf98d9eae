//! Cards: what is compared of each message, in an order that does not depend on how the messages were imported.

use super::families::UNASSIGNED;
use super::features::Features;
use super::shingles::hash_of;
use super::similar::canonical;
use super::text;
use crate::model::{CampaignId, Contents, Day, Message};
use jiff::tz::TimeZone;
use rayon::prelude::*;
use std::collections::{BTreeSet, HashMap};

/// Texts of fewer words than this say nothing alone: « merci », « oui ». They are one text only if they come from one sender.
const TELLING_WORDS: usize = 4;
/// What is compared of one message.
pub struct Card {
    /// Index into [`Contents::messages`].
    pub at: usize,
    /// Comparable text.
    pub text: String,
    /// What else it is recognised by.
    pub features: Features,
    /// Day of sending.
    pub day: Option<Day>,
}

/// The incident's zone.
pub fn zone(contents: &Contents) -> TimeZone {
    TimeZone::get(&contents.incident.timezone).unwrap_or(TimeZone::UTC)
}

/// The campaign somebody named; the one messages get when nobody does counts as none.
pub fn stated(message: &Message) -> Option<CampaignId> {
    (message.campaign.as_str() != UNASSIGNED).then(|| message.campaign.clone())
}

/// The day a message was sent in the incident's zone; of a vague day the first possible one.
fn day(message: &Message, zone: &TimeZone) -> Option<Day> {
    let vague = || message.sent_on.as_ref().and_then(|day| day.earliest.or(day.latest));
    message.sent_at.map(|at| at.to_zoned(zone.clone()).date()).or_else(vague)
}

/// The card of one message.
pub fn card(at: usize, message: &Message, zone: &TimeZone) -> Card {
    Card { at, text: text::comparable(message), features: Features::of(message), day: day(message, zone) }
}

/// One card per message that is no further copy, in order of time, then of what it says, so that the order of import does not matter.
pub fn cards(contents: &Contents) -> Vec<Card> {
    let zone = zone(contents);
    let messages: Vec<(usize, &Message)> = contents.messages.iter().enumerate().filter(|(_, message)| message.duplicate_of.is_none()).collect();
    let mut cards: Vec<Card> = messages.par_iter().map(|&(at, message)| card(at, message, &zone)).collect();
    cards.sort_by_cached_key(|card| {
        let message = &contents.messages[card.at];
        (card.day.is_none(), card.day, message.sent_at, hash_of(&card.text), message.sha256.clone(), message.recipients.clone(), message.id)
    });
    cards
}

/// Distinct texts in canonical order, and the text of each card. What says nothing alone is followed by its sender on a line of its own.
pub fn distinct(cards: &[Card]) -> (Vec<String>, Vec<usize>) {
    let keys: Vec<String> = cards
        .iter()
        .map(|card| {
            let is_telling = card.text.split(' ').filter(|word| !word.is_empty()).take(TELLING_WORDS).count() == TELLING_WORDS;
            let sender = || card.features.sender.as_ref().map_or("", |sender| sender.key.as_str());
            if is_telling { card.text.clone() } else { format!("{}\n{}", card.text, sender()) }
        })
        .collect();
    let mut texts: Vec<String> = keys.iter().cloned().collect::<BTreeSet<_>>().into_iter().collect();
    canonical(&mut texts);
    let places: HashMap<&str, usize> = texts.iter().enumerate().map(|(at, text)| (text.as_str(), at)).collect();
    let text_of = keys.iter().map(|key| places.get(key.as_str()).copied().unwrap_or_default()).collect();
    (texts, text_of)
}
