//! Which clock instants are read on: that of the incident, or UTC.
//!
//! Only what was sent is known to the second (`sent_at` of messages and recipients). Posts, states of files, lines of the access log and events are
//! days as documents give them; no clock moves those, and none is invented for them. So the switch moves mailings alone, and by a day at most.

use super::say;
use crate::args;
use crate::model::{CampaignId, Contents, Day, MessageId, UncertainDay};
use crate::words::Words;
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The clock.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Clock {
    /// The time zone of the incident.
    #[default]
    Local,
    /// Coordinated universal time.
    Utc,
}

/// The incident's zone.
fn zone(contents: &Contents) -> TimeZone {
    TimeZone::get(&contents.incident.timezone).unwrap_or(TimeZone::UTC)
}

/// A sending as far as it is dated.
struct Sending<'a> {
    at: Option<Timestamp>,
    on: Option<&'a UncertainDay>,
}

impl Sending<'_> {
    /// First and last day it can have been on `zone`.
    fn days(&self, zone: &TimeZone) -> Option<(Day, Day)> {
        if let Some(at) = self.at {
            let day = at.to_zoned(zone.clone()).date();
            return Some((day, day));
        }
        let on = self.on?;
        Some((on.earliest.or(on.latest)?, on.latest.or(on.earliest)?))
    }
}

/// The sendings of a mailing: those that name it, or the messages the analysis put together.
fn sendings<'a>(contents: &'a Contents, id: &'a CampaignId, messages: &'a [MessageId]) -> impl Iterator<Item = Sending<'a>> {
    let sent = contents.messages.iter().filter(move |message| {
        message.duplicate_of.is_none() && if messages.is_empty() { message.campaign == *id } else { messages.contains(&message.id) }
    });
    let received = contents.recipients.iter().filter(move |recipient| recipient.received && recipient.campaign == *id);
    sent.map(|message| Sending { at: message.sent_at, on: message.sent_on.as_ref() })
        .chain(received.map(|recipient| Sending { at: recipient.sent_at, on: recipient.sent_on.as_ref() }))
}

/// First and last day of a mailing read in UTC; `None` if nothing of it is known to the second, so that no clock moves it.
pub(super) fn utc_days(contents: &Contents, id: &CampaignId, messages: &[MessageId]) -> Option<(Day, Day)> {
    let all: Vec<Sending<'_>> = sendings(contents, id, messages).collect();
    all.iter().any(|sending| sending.at.is_some()).then_some(())?;
    let days = || all.iter().filter_map(|sending| sending.days(&TimeZone::UTC));
    Some((days().map(|(first, _)| first).min()?, days().map(|(_, last)| last).max()?))
}

/// The first and the last instant of a mailing, written on `clock`; `None` if none is known.
pub(super) fn instants(contents: &Contents, id: &CampaignId, messages: &[MessageId], clock: Clock, words: &Words) -> Option<String> {
    let first = sendings(contents, id, messages).filter_map(|sending| sending.at).min()?;
    let last = sendings(contents, id, messages).filter_map(|sending| sending.at).max()?;
    let (zone, name) = match clock {
        Clock::Local => (zone(contents), contents.incident.timezone.clone()),
        Clock::Utc => (TimeZone::UTC, "UTC".to_owned()),
    };
    let write = |at: Timestamp| {
        let at = at.to_zoned(zone.clone());
        let time = at.strftime("%H:%M").to_string();
        words.text_with("timeline-instant", &args! { "day" => crate::words::format::day(at.date(), words.language()), "time" => time })
    };
    let id = if first == last { "timeline-instant-one" } else { "timeline-instants" };
    Some(words.text_with(id, &args! { "first" => write(first), "last" => write(last), "zone" => name }))
}

/// What the switch changes in this case, in a sentence: how many sendings have a time, and how many of those are on another day in UTC.
pub fn what_it_changes(contents: &Contents, words: &Words) -> String {
    let zone = zone(contents);
    let messages = contents.messages.iter().filter(|message| message.duplicate_of.is_none()).map(|message| message.sent_at);
    let recipients = contents.recipients.iter().filter(|recipient| recipient.received).map(|recipient| recipient.sent_at);
    let instants: Vec<Timestamp> = messages.chain(recipients).flatten().collect();
    if instants.is_empty() {
        return words.text("timeline-clock-nothing");
    }
    let moved = instants.iter().filter(|at| at.to_zoned(zone.clone()).date() != at.to_zoned(TimeZone::UTC).date()).count();
    let timed = say::counted("timeline-clock-timed", instants.len(), words);
    format!("{timed} {}", say::counted("timeline-clock-moved", moved, words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixtures;
    use crate::chart::timeline::{LaneKind, Timeline};
    use crate::model::Language;
    use jiff::civil::date;

    /// Half past midnight in Paris is still the day before in UTC.
    fn at_night() -> Contents {
        let mut contents = fixtures::contents();
        let at = "2010-09-08T00:30:00+02:00".parse().unwrap();
        contents.messages[0].sent_at = Some(at);
        contents
    }

    fn first_mailing(contents: &Contents, clock: Clock) -> (Day, Day) {
        let chart = Timeline::build_on(contents, Some(&fixtures::analysis()), clock, &Words::new(Language::Fr));
        let lane = chart.lanes.iter().find(|lane| lane.kind == LaneKind::Campaign).unwrap();
        (lane.marks[0].from, lane.marks[0].to)
    }

    #[test]
    fn a_sending_after_midnight_is_on_the_day_before_in_utc() {
        assert_eq!(first_mailing(&at_night(), Clock::Local), (date(2010, 9, 8), date(2010, 9, 9)));
        assert_eq!(first_mailing(&at_night(), Clock::Utc), (date(2010, 9, 7), date(2010, 9, 9)));
    }

    #[test]
    fn days_without_a_time_are_moved_by_no_clock() {
        assert_eq!(first_mailing(&fixtures::contents(), Clock::Utc), first_mailing(&fixtures::contents(), Clock::Local));
    }

    #[test]
    fn it_is_said_what_the_switch_changes() {
        let words = Words::new(Language::En);
        assert_eq!(what_it_changes(&fixtures::contents(), &words), words.text("timeline-clock-nothing"));
        let text = what_it_changes(&at_night(), &words);
        assert!(text.contains("1 sending"), "{text}");
    }
}
