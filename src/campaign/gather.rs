//! Gathers what belongs to each campaign, and when it was sent.

use super::{CampaignError, assign};
use crate::job::Progress;
use crate::model::{CampaignId, Contents, Day, Message, Recipient, UncertainDay};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use std::collections::BTreeMap;

/// One campaign of a case.
#[derive(Clone, Debug)]
pub struct Campaign<'c> {
    /// Which.
    pub id: CampaignId,
    /// Subject of its first message, the first words of its text, or its id.
    pub title: String,
    /// Its messages, further copies left out, in the order of the case.
    pub messages: Vec<&'c Message>,
    /// Indices into [`Contents::recipients`] of those who received and are not set aside.
    pub recipients: Vec<usize>,
    /// The same for controls.
    pub controls: Vec<usize>,
    /// First and last day of sending; `None` if nothing dates it.
    pub days: Option<(Day, Day)>,
    /// The same as instants where the time is known, else the start of the day; RFC 3339 in the incident's zone.
    pub sent: Option<(String, String)>,
}

/// The campaigns of a case, by id.
///
/// What somebody stated stays as stated. Messages for which nobody named a campaign are grouped by [`families`](super::families::families): one that says what
/// a stated campaign says joins it; of the others the largest family keeps the name [`UNASSIGNED`](super::UNASSIGNED) and takes everything that names no campaign and is no message
/// with words of its own (people of a table, controls, scans without text); further families are numbered in order of time.
pub fn gather<'c>(contents: &'c Contents, progress: &dyn Progress) -> Result<Vec<Campaign<'c>>, CampaignError> {
    let zone = TimeZone::get(&contents.incident.timezone).unwrap_or(TimeZone::UTC);
    let assigned = assign::campaigns(contents, progress)?;
    let mut campaigns: BTreeMap<CampaignId, Campaign<'_>> = BTreeMap::new();
    let empty = |id: &CampaignId| Campaign {
        id: id.clone(),
        title: String::new(),
        messages: Vec::new(),
        recipients: Vec::new(),
        controls: Vec::new(),
        days: None,
        sent: None,
    };
    for (message, campaign) in contents.messages.iter().zip(&assigned.of_message) {
        if message.duplicate_of.is_none() {
            campaigns.entry(campaign.clone()).or_insert_with(|| empty(campaign)).messages.push(message);
        }
    }
    for (at, recipient) in contents.recipients.iter().enumerate().filter(|(_, recipient)| !recipient.is_set_aside) {
        for id in &assigned.of_recipient[at] {
            let campaign = campaigns.entry(id.clone()).or_insert_with(|| empty(id));
            if recipient.received { campaign.recipients.push(at) } else { campaign.controls.push(at) }
        }
    }
    let mut campaigns: Vec<Campaign<'_>> = campaigns.into_values().collect();
    for campaign in &mut campaigns {
        assign::merge_people(contents, campaign);
        campaign.title = title(campaign);
        // Somebody of several campaigns has one day on file: which mailing's, the messages themselves tell.
        let received = campaign.recipients.iter().filter(|&&at| assigned.of_recipient[at].len() == 1).map(|&at| &contents.recipients[at]);
        let sendings: Vec<Sending> = campaign.messages.iter().map(|m| Sending::of_message(m)).chain(received.map(Sending::of_recipient)).collect();
        campaign.days = days(&sendings, &zone);
        campaign.sent = instants(&sendings, &zone);
    }
    Ok(campaigns)
}

/// When something was sent, as far as known.
struct Sending {
    at: Option<Timestamp>,
    on: Option<(Option<Day>, Option<Day>)>,
}

impl Sending {
    fn of_message(message: &Message) -> Self {
        Self::new(message.sent_at, message.sent_on.as_ref())
    }

    fn of_recipient(recipient: &Recipient) -> Self {
        Self::new(recipient.sent_at, recipient.sent_on.as_ref())
    }

    fn new(at: Option<Timestamp>, on: Option<&UncertainDay>) -> Self {
        Self { at, on: on.map(|day| (day.earliest, day.latest)) }
    }

    /// First and last day it can have been.
    fn limits(&self, zone: &TimeZone) -> (Option<Day>, Option<Day>) {
        match self.at {
            Some(at) => {
                let day = at.to_zoned(zone.clone()).date();
                (Some(day), Some(day))
            }
            None => self.on.unwrap_or_default(),
        }
    }
}

fn days(sendings: &[Sending], zone: &TimeZone) -> Option<(Day, Day)> {
    // The copy was taken before the first sending at the latest: of a vague day the last possible one limits it.
    let first = sendings.iter().map(|s| s.limits(zone)).filter_map(|(from, to)| to.or(from)).min()?;
    let last = sendings.iter().map(|s| s.limits(zone)).filter_map(|(from, to)| to.or(from)).max()?;
    Some((first, last))
}

fn instants(sendings: &[Sending], zone: &TimeZone) -> Option<(String, String)> {
    let instant = |s: &Sending| s.at.or_else(|| zone.to_timestamp(s.limits(zone).0?.to_datetime(jiff::civil::Time::midnight())).ok());
    let first = sendings.iter().filter_map(instant).min()?;
    let last = sendings.iter().filter_map(instant).max()?;
    let write = |at: Timestamp| at.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string();
    Some((write(first), write(last)))
}

fn title(campaign: &Campaign<'_>) -> String {
    let first = campaign.messages.iter().min_by_key(|message| (message.sent_at.is_none(), message.sent_at, message.id));
    let subject = first.map(|message| message.subject.trim()).unwrap_or_default();
    if !subject.is_empty() {
        return subject.to_owned();
    }
    let text: Vec<&str> = first.map(|message| message.text.split_whitespace().take(10).collect()).unwrap_or_default();
    if text.is_empty() { campaign.id.to_string() } else { format!("{}…", text.join(" ")) }
}
