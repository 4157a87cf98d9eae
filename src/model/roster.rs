//! Who held which post, and who opened which file when.

use super::{AccessId, Day, EvidenceId, ImportId, Interval, PersonId, PostId, SourceId, UncertainDay};
use serde::{Deserialize, Serialize};

/// Whether a document states a right or it is only likely.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Certainty {
    /// A document states it.
    #[default]
    Certain,
    /// Likely from the post, not stated.
    Possible,
}

/// One person in one post, which gave access to one source (or to none, if `source` is `None`: a post elsewhere, the second hat).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Post {
    /// Row number.
    pub id: PostId,
    /// The import it came in with.
    pub import: ImportId,
    /// The file it was read from, and its row there, from 0 after the header.
    pub evidence: Option<EvidenceId>,
    /// See `evidence`.
    pub row: u64,
    /// Who.
    pub person: PersonId,
    /// Title of the post.
    pub post: String,
    /// Organisation.
    pub body: String,
    /// The file the post gave access to.
    pub source: Option<SourceId>,
    /// First day, as written.
    pub from: Option<UncertainDay>,
    /// Last day still in post, as written; `None` = not known to have ended, which is not "today".
    pub to: Option<UncertainDay>,
    /// Whether the access is stated or likely.
    pub certainty: Certainty,
    /// The document that shows it.
    pub proof: String,
    /// The last day for which the proof shows the person in post; a post without an end is certain up to it.
    pub proof_date: Option<UncertainDay>,
    /// First and last day as the file has them, where somebody has corrected one of them by hand since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub documented: Option<Documented>,
}

/// When a post began and ended, as a file says.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Documented {
    /// First day.
    pub from: Option<UncertainDay>,
    /// Last day still in post.
    pub to: Option<UncertainDay>,
}

impl Post {
    /// Corrects the first day by hand.
    pub fn set_from(&mut self, day: Option<UncertainDay>) {
        let to = self.to.clone();
        self.correct(day, to);
    }

    /// Corrects the last day by hand.
    pub fn set_to(&mut self, day: Option<UncertainDay>) {
        let from = self.from.clone();
        self.correct(from, day);
    }

    /// What the file says is kept beside what somebody has written over it, until both say the same again.
    fn correct(&mut self, from: Option<UncertainDay>, to: Option<UncertainDay>) {
        let before = Documented { from: std::mem::replace(&mut self.from, from), to: std::mem::replace(&mut self.to, to) };
        if self.evidence.is_none() {
            return;
        }
        let limits = |day: &Option<UncertainDay>| day.as_ref().map(|day| (day.earliest, day.latest, day.approximate));
        let documented = self.documented.take().unwrap_or(before);
        let is_as_before = limits(&documented.from) == limits(&self.from) && limits(&documented.to) == limits(&self.to);
        self.documented = (!is_as_before).then_some(documented);
    }

    /// The span of the post: `[from, day after to)`.
    pub fn interval(&self) -> Interval {
        Interval {
            from: self.from.as_ref().map(UncertainDay::as_from).unwrap_or_default(),
            until: self.to.as_ref().map(UncertainDay::as_last_day).unwrap_or_default(),
        }
    }

    /// The days on which the post certainly gave access, as `[from, until)`; `None` if there are none.
    ///
    /// From the last day it can have begun to the first it can have ended, or further to the day for which the proof still shows the person in post.
    /// Where no end is known, up to that day, and without a dated proof on an exact first day only: an open end is not today, and a post that began
    /// at some time in March may have ended before the month did. Where no beginning is known, from the day of the proof or the exact last day.
    pub fn certain_days(&self) -> Option<(Day, Day)> {
        let span = self.interval();
        if self.certainty == Certainty::Possible || span.is_empty() {
            return None;
        }
        let proof = self.proof_date.as_ref();
        let proven = proof.and_then(|day| day.earliest).and_then(|day| day.tomorrow().ok());
        let last_day = self.to.as_ref().and_then(UncertainDay::day);
        let seen = [proof.and_then(UncertainDay::day), last_day].into_iter().flatten().min();
        let from = span.from.latest().or(seen)?;
        let until = match (span.until.earliest(), proven) {
            (Some(end), Some(proven)) => end.max(proven),
            (Some(only), None) | (None, Some(only)) => only,
            (None, None) if span.from.is_known() => from.tomorrow().ok()?,
            (None, None) => return None,
        };
        let until = span.until.latest().map_or(until, |latest| until.min(latest));
        if from < until {
            return Some((from, until));
        }
        // The proof is older than the beginning it shows: the first day stands, if it is exact.
        (span.until.earliest().is_none() && span.from.is_known()).then(|| Some((from, from.tomorrow().ok()?))).flatten()
    }
}

/// What somebody did with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AccessAction {
    /// Looked at it.
    View,
    /// Took a copy.
    Export,
    /// Sent it to somebody.
    Send,
    /// Handed it over.
    Transfer,
}

/// One line of an access log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AccessEvent {
    /// Row number.
    pub id: AccessId,
    /// The import it came in with.
    pub import: ImportId,
    /// Which file.
    pub source: SourceId,
    /// When.
    pub at: UncertainDay,
    /// Who.
    pub person: PersonId,
    /// What they did.
    pub action: AccessAction,
    /// How many rows, if logged.
    pub rows: Option<u64>,
    /// Free text.
    pub note: String,
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn post(from: &str, to: &str, proof_date: &str) -> Post {
        let day = |text: &str| (!text.is_empty()).then(|| text.parse().unwrap());
        Post {
            id: PostId(1),
            import: ImportId(0),
            evidence: None,
            row: 0,
            person: "Ana Exemple".into(),
            post: "secrétaire".to_owned(),
            body: "Alliance des Rivages".to_owned(),
            source: Some("adherents".into()),
            from: day(from),
            to: day(to),
            certainty: Certainty::Certain,
            proof: "procès-verbal".to_owned(),
            proof_date: day(proof_date),
            documented: None,
        }
    }

    #[test]
    fn a_post_with_both_ends_is_certain_to_its_last_day_included() {
        assert_eq!(post("2009-01-01", "2010-06-30", "").certain_days(), Some((date(2009, 1, 1), date(2010, 7, 1))));
    }

    #[test]
    fn a_post_without_an_end_is_certain_up_to_its_proof_and_possible_for_ever() {
        let post = post("2009-01-01", "", "2009-09-30");
        assert_eq!(post.certain_days(), Some((date(2009, 1, 1), date(2009, 10, 1))));
        assert_eq!(post.interval().possible(), (Some(date(2009, 1, 1)), None));
    }

    #[test]
    fn a_post_without_an_end_or_a_proof_is_certain_on_an_exact_first_day_only() {
        assert_eq!(post("2009-01-01", "", "").certain_days(), Some((date(2009, 1, 1), date(2009, 1, 2))));
        assert_eq!(post("2009-01", "", "").certain_days(), None);
        assert_eq!(post("2009-01-01", "", "2008-03-01").certain_days(), Some((date(2009, 1, 1), date(2009, 1, 2))));
    }

    #[test]
    fn vague_ends_are_certain_only_between_the_last_start_and_the_first_end() {
        let vague = post("2009-01/2009-03", "2010-01", "");
        assert_eq!(vague.certain_days(), Some((date(2009, 3, 31), date(2010, 1, 2))));
        assert_eq!(vague.interval().possible(), (Some(date(2009, 1, 1)), Some(date(2010, 2, 1))));
    }

    #[test]
    fn a_proof_inside_a_vague_end_reaches_to_its_day() {
        assert_eq!(post("2009-01-01", "2010-05", "2010-05-12").certain_days(), Some((date(2009, 1, 1), date(2010, 5, 13))));
    }

    #[test]
    fn a_proof_later_than_the_last_day_in_post_does_not_lengthen_it() {
        assert_eq!(post("2009-01-01", "2009-06-30", "2012-01-01").certain_days(), Some((date(2009, 1, 1), date(2009, 7, 1))));
    }

    #[test]
    fn without_a_beginning_the_day_of_the_proof_or_the_exact_last_day_is_certain() {
        assert_eq!(post("", "", "2009-09-30").certain_days(), Some((date(2009, 9, 30), date(2009, 10, 1))));
        assert_eq!(post("", "2010-06-30", "").certain_days(), Some((date(2010, 6, 30), date(2010, 7, 1))));
        assert_eq!(post("", "", "").certain_days(), None);
    }

    #[test]
    fn a_likely_post_and_one_that_ends_before_it_begins_have_no_certain_day() {
        let likely = Post { certainty: Certainty::Possible, ..post("2009-01-01", "2010-06-30", "") };
        assert_eq!(likely.certain_days(), None);
        assert_eq!(post("2011-01-01", "2010-06-30", "").certain_days(), None);
    }

    #[test]
    fn what_the_file_says_stays_beside_what_was_written_over_it() {
        let day = |text: &str| text.parse::<UncertainDay>().ok();
        let mut read = Post { evidence: Some(EvidenceId(1)), ..post("2009-01-01", "2010-06-30", "") };
        read.set_to(day("2010-07-05"));
        read.set_to(day("2010-07-09"));
        let documented = read.documented.clone().unwrap();
        assert_eq!((documented.from, documented.to), (day("2009-01-01"), day("2010-06-30")));
        read.set_to(day("30/06/2010"));
        assert_eq!(read.documented, None, "it says the same again");
        let mut own = Post { evidence: None, ..post("2009-01-01", "2010-06-30", "") };
        own.set_to(day("2010-07-05"));
        assert_eq!(own.documented, None, "there is no document to say otherwise");
    }
}
