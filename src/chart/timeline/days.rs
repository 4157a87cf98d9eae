//! Which days of a post are certain, and which only possible (method.md §5).
//!
//! A post is certain on the days its document covers whatever its vague ends turn out to be. Where no end is known it is certain up to the last day the
//! proof shows the person in post, or, without such a day, on its first day only; after that it is possible and never certain. An open end is
//! not today: no clock is read here.

use crate::model::{Certainty, Day, Post};

/// Days of certain access as `[from, until)`; `None` if there are none.
pub fn certain(post: &Post) -> Option<(Day, Day)> {
    let span = post.interval();
    if post.certainty == Certainty::Possible || span.is_empty() {
        return None;
    }
    // The day the proof speaks of: shown in post from the start up to it; if it is vague, up to its first possible day.
    let proof = post.proof_date.as_ref();
    let proven = proof.and_then(|day| day.earliest).and_then(|day| day.tomorrow().ok());
    let stated_end = span.until.earliest();
    let (from, until) = match (span.from.latest(), stated_end, proven) {
        (Some(from), Some(end), Some(proven)) => (from, end.max(proven)),
        (Some(from), Some(end), None) => (from, end),
        (Some(from), None, Some(proven)) if from < proven => (from, proven),
        (Some(from), None, _) if span.from.is_known() => (from, from.tomorrow().ok()?),
        // No start is known, but the proof is of one day: in post on that day.
        (None, end, Some(_)) => {
            let day = proof.and_then(crate::model::UncertainDay::day)?;
            (day, end.unwrap_or(day).max(day.tomorrow().ok()?))
        }
        _ => return None,
    };
    let until = span.until.latest().map_or(until, |latest| until.min(latest));
    (from < until).then_some((from, until))
}

/// Days of possible access as `[from, until)`, certain ones included; `None` = no limit is known on that side.
pub fn possible(post: &Post) -> (Option<Day>, Option<Day>) {
    post.interval().possible()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixtures::{exact, post, vague};
    use jiff::civil::date;

    #[test]
    fn a_post_with_both_ends_is_certain_to_its_last_day_included() {
        let post = post(1, "Ana Exemple", Some(exact(2009, 1, 1)), Some(exact(2010, 6, 30)));
        assert_eq!(certain(&post), Some((date(2009, 1, 1), date(2010, 7, 1))));
    }

    #[test]
    fn a_post_without_an_end_is_certain_up_to_its_proof_and_possible_for_ever() {
        let mut post = post(1, "Ana Exemple", Some(exact(2009, 1, 1)), None);
        post.proof_date = Some(exact(2009, 9, 30));
        assert_eq!(certain(&post), Some((date(2009, 1, 1), date(2009, 10, 1))));
        assert_eq!(possible(&post), (Some(date(2009, 1, 1)), None));
    }

    #[test]
    fn a_post_without_an_end_or_a_proof_is_certain_on_its_first_day_only() {
        let post = post(1, "Ana Exemple", Some(exact(2009, 1, 1)), None);
        assert_eq!(certain(&post), Some((date(2009, 1, 1), date(2009, 1, 2))));
    }

    #[test]
    fn a_vague_start_without_an_end_has_no_certain_day() {
        let post = post(1, "Ana Exemple", Some(vague(date(2009, 1, 1), date(2009, 3, 31))), None);
        assert_eq!(certain(&post), None);
    }

    #[test]
    fn vague_ends_are_certain_only_between_the_last_start_and_the_first_end() {
        let post = post(1, "Ana", Some(vague(date(2009, 1, 1), date(2009, 3, 31))), Some(vague(date(2010, 1, 1), date(2010, 1, 31))));
        assert_eq!(certain(&post), Some((date(2009, 3, 31), date(2010, 1, 2))));
        assert_eq!(possible(&post), (Some(date(2009, 1, 1)), Some(date(2010, 2, 1))));
    }

    #[test]
    fn a_post_that_is_only_likely_has_no_certain_day() {
        let mut post = post(1, "Ana", Some(exact(2009, 1, 1)), Some(exact(2010, 6, 30)));
        post.certainty = Certainty::Possible;
        assert_eq!(certain(&post), None);
    }

    #[test]
    fn a_post_that_ends_before_it_begins_has_no_certain_day() {
        let post = post(1, "Ana", Some(exact(2011, 1, 1)), Some(exact(2010, 6, 30)));
        assert_eq!(certain(&post), None);
    }

    #[test]
    fn a_proof_later_than_the_last_day_in_post_does_not_lengthen_it() {
        let mut post = post(1, "Ana", Some(exact(2009, 1, 1)), Some(exact(2009, 6, 30)));
        post.proof_date = Some(exact(2012, 1, 1));
        assert_eq!(certain(&post), Some((date(2009, 1, 1), date(2009, 7, 1))));
    }

    #[test]
    fn a_proof_of_one_day_makes_that_day_certain_even_without_a_start() {
        let mut post = post(1, "Ana", None, None);
        post.proof_date = Some(exact(2009, 9, 30));
        assert_eq!(certain(&post), Some((date(2009, 9, 30), date(2009, 10, 1))));
    }
}
