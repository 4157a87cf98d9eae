//! When something was sent: an instant if the time is known, else an uncertain day.

use crate::model::{Day, UncertainDay};
use jiff::tz::TimeZone;
use jiff::{Timestamp, civil};

/// The instant and the day of a date as written; local times are read in `zone`.
pub fn sent(raw: &str, zone: &TimeZone) -> (Option<Timestamp>, Option<UncertainDay>) {
    let raw = raw.trim();
    let instant = raw.parse::<Timestamp>().ok().or_else(|| {
        let has_time = raw.contains(['T', ' ']) && raw.contains(':');
        let local = has_time.then(|| raw.parse::<civil::DateTime>().ok()).flatten()?;
        zone.to_timestamp(local).ok()
    });
    let on = match instant {
        Some(instant) => Some(UncertainDay { raw: raw.to_owned(), ..UncertainDay::exact(day_of(instant, zone)) }),
        None => raw.parse().ok(),
    };
    (instant, on)
}

/// The day of an instant in a zone.
pub fn day_of(instant: Timestamp, zone: &TimeZone) -> Day {
    instant.to_zoned(zone.clone()).date()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_local_time_is_read_in_the_zone_and_its_day_is_the_day_there() {
        let paris = TimeZone::get("Europe/Paris").unwrap();
        let (instant, on) = sent("2018-09-03T00:30", &paris);
        assert_eq!(instant.unwrap().to_string(), "2018-09-02T22:30:00Z");
        assert_eq!(on.unwrap().day(), Some(Day::constant(2018, 9, 3)));
        let (instant, on) = sent("2018-09-02T22:30:00Z", &paris);
        assert!(instant.is_some());
        assert_eq!(on.unwrap().day(), Some(Day::constant(2018, 9, 3)));
    }

    #[test]
    fn a_bare_day_has_no_instant() {
        let (instant, on) = sent("2018-09-03", &TimeZone::UTC);
        assert_eq!(instant, None);
        assert_eq!(on.unwrap().day(), Some(Day::constant(2018, 9, 3)));
    }
}
