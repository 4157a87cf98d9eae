//! Waves: when the copies of one text were sent.

use super::families::Wave;
use crate::model::Day;
use crate::model::dates::day_number;

/// Days without a copy after which the next one begins a wave. Large mailings are spread over a few days.
const PAUSE: i32 = 3;

/// The waves of one text, from its messages in order of time, undated ones last. Undated copies of a text that was sent once belong to that sending.
pub fn waves(version: usize, messages: &[(usize, Option<Day>)]) -> Vec<Wave> {
    let mut waves: Vec<Wave> = Vec::new();
    let mut undated: Vec<usize> = Vec::new();
    for &(message, day) in messages {
        let Some(day) = day else {
            undated.push(message);
            continue;
        };
        match waves.last_mut() {
            Some(Wave { days: Some((_, last)), messages, .. }) if day_number(day) - day_number(*last) <= PAUSE => {
                *last = day.max(*last);
                messages.push(message);
            }
            _ => waves.push(Wave { version, days: Some((day, day)), messages: vec![message] }),
        }
    }
    match &mut waves[..] {
        _ if undated.is_empty() => {}
        [only] => only.messages.extend(undated),
        _ => waves.push(Wave { version, days: None, messages: undated }),
    }
    waves
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn a_pause_begins_a_wave() {
        let day = |d| Some(date(2010, 12, d));
        let found = waves(0, &[(0, day(1)), (1, day(3)), (2, day(6)), (3, day(20))]);
        assert_eq!(found.iter().map(|wave| wave.messages.clone()).collect::<Vec<_>>(), [vec![0, 1, 2], vec![3]]);
        assert_eq!(found[0].days, Some((date(2010, 12, 1), date(2010, 12, 6))));
    }

    #[test]
    fn an_undated_copy_joins_the_only_wave_and_no_other() {
        let day = |d| Some(date(2010, 12, d));
        assert_eq!(waves(0, &[(0, day(1)), (1, None)]).len(), 1);
        assert_eq!(waves(0, &[(0, day(1)), (1, day(20)), (2, None)]).last().map(|wave| wave.days), Some(None));
        assert_eq!(waves(0, &[(0, None)])[0].messages, [0]);
    }
}
