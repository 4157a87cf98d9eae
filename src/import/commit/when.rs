//! When something was sent: an instant if the time is known, else an uncertain day.

use crate::import::records::moment;
use crate::model::{DateOrder, Day, UncertainDay};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The instant and the day of a date as written; local times are read in `zone`.
pub fn sent(raw: &str, zone: &TimeZone) -> (Option<Timestamp>, Option<UncertainDay>) {
    moment(raw, DateOrder::DayFirst, zone).map_or((None, None), |moment| (moment.at, Some(moment.day)))
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
