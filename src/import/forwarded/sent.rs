//! When a mail as text was sent, as mail programs write it: « lun. 3 sept. 2018 à 08:12 », `Monday, September 3, 2018 8:12 AM`, `03/09/2018 08:12`.
//!
//! Dates of headers are read by [`crate::import::mail`], which refuses a day in figures that could be two. Here it is settled, and said.

use crate::import::mail::{MailDate, read_date};
use crate::model::dates::OrderTold;
use crate::model::{DateOrder, Day, UncertainDay};
use jiff::Timestamp;
use jiff::tz::TimeZone;

/// The instant and the day of a date as written. A time without an offset is read in `zone`.
pub(in crate::import) fn sent(raw: &str, zone: &TimeZone) -> (Option<Timestamp>, Option<UncertainDay>) {
    let kept = |day: Day| UncertainDay { raw: raw.trim().to_owned(), ..UncertainDay::exact(day) };
    match read_date(&settled(raw)) {
        Some(MailDate::Instant(at)) => (Some(at), Some(kept(at.to_zoned(zone.clone()).date()))),
        Some(MailDate::Local(day, time)) => {
            // A time that the clock change skips or repeats is taken as jiff's "compatible" reading, as calendars do.
            let at = time.and_then(|time| day.to_datetime(time).to_zoned(zone.clone()).ok()).map(|zoned| zoned.timestamp());
            (at, Some(kept(day)))
        }
        None => (None, raw.parse().ok()),
    }
}

/// The day in figures of a date that could be two, and which of them it is read as.
pub(super) fn doubt(raw: &str) -> Option<(Day, DateOrder)> {
    let token = figures(raw).filter(|token| DateOrder::told(token) == Some(OrderTold::Either))?;
    let order = order(raw);
    let day = order.read(token).ok()?.day()?;
    // 03/03/2018 is one day in either order.
    (day.day() != day.month()).then_some((day, order))
}

/// The order a date is read in: its own, else that of the country whose clock has AM and PM.
fn order(raw: &str) -> DateOrder {
    match figures(raw).and_then(DateOrder::told) {
        Some(OrderTold::Only(order)) => order,
        _ if has_half_days(raw) => DateOrder::MonthFirst,
        _ => DateOrder::DayFirst,
    }
}

/// With the day in figures as `2018-09-03`.
fn settled(raw: &str) -> String {
    let day = figures(raw).and_then(|token| Some((token, order(raw).read(token).ok()?.day()?)));
    day.map_or_else(|| raw.to_owned(), |(token, day)| raw.replacen(token, &day.to_string(), 1))
}

/// The word that is a day in figures.
fn figures(raw: &str) -> Option<&str> {
    raw.split(|c: char| c.is_whitespace() || c == ',').find(|token| DateOrder::told(token).is_some())
}

fn has_half_days(raw: &str) -> bool {
    raw.split_whitespace().any(|word| {
        let word = word.to_ascii_lowercase();
        let number = word.strip_suffix("am").or_else(|| word.strip_suffix("pm"));
        number.is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit() || byte == b':'))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn dates_are_read_as_mail_programs_write_them() {
        let paris = TimeZone::get("Europe/Paris").unwrap();
        for text in [
            "lun. 3 sept. 2018 à 08:12",
            "lundi 3 septembre 2018 08:12",
            "3 septembre 2018 à 08:12:00 UTC+2",
            "3 septembre 2018 à 06:12 GMT",
            "Mon, Sep 3, 2018 at 8:12 AM",
            "Monday, September 3, 2018 8:12 AM",
            "Mon, 3 Sep 2018 08:12:00 +0200",
            "03/09/2018 08:12",
            "03.09.2018 à 08h12",
            "9/3/2018 8:12 AM",
            "2018-09-03 08:12",
        ] {
            let at = sent(text, &paris).0.map(|at| at.to_string());
            assert_eq!(at.as_deref(), Some("2018-09-03T06:12:00Z"), "{text}");
        }
        let (at, day) = sent("Mar 3, 2018", &paris);
        assert_eq!((at, day.and_then(|day| day.day())), (None, Some(Day::constant(2018, 3, 3))));
        assert_eq!(sent("mar. 6 mars 2018", &paris).1.unwrap().raw, "mar. 6 mars 2018");
        assert_eq!(sent("mi-mars 2018", &paris).1.unwrap().earliest, Some(Day::constant(2018, 3, 11)));
        assert_eq!(sent("hier", &paris), (None, None));
    }

    #[test]
    fn only_a_day_in_figures_that_could_be_two_leaves_a_doubt() {
        assert_eq!(doubt("03/09/2018 08:12"), Some((Day::constant(2018, 9, 3), DateOrder::DayFirst)));
        assert_eq!(doubt("9/3/2018 8:12 PM"), Some((Day::constant(2018, 9, 3), DateOrder::MonthFirst)));
        for sure in ["lun. 3 sept. 2018 à 08:12", "13/9/2018 8:12 PM", "03/03/2018", "2018-09-03"] {
            assert_eq!(doubt(sure), None, "{sure}");
        }
    }

    proptest! {
        #[test]
        fn no_text_makes_it_panic(text in "\\PC{0,30}|[0-9/: ]{0,20}(AM|pm|UTC\\+?[0-9]{0,3})?") {
            let _read = (sent(&text, &TimeZone::UTC), doubt(&text));
        }
    }
}
