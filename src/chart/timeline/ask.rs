//! The chart asked a question: who could open the file on a day, or on the days of the copy, according to documents.
//!
//! The rule is [`holders`]; here it is put into words, each line with its reason and the document it rests on. Nobody is accused: access is not an act,
//! and unknown others are always a line.

use super::{Target, Timeline, say};
use crate::args;
use crate::attribute::opportunity::{Ground, GroundRecord, Holder, Standing, holders};
use crate::chart::ChartTable;
use crate::model::{AccessEvent, Contents, Day, PersonId, Post, SourceId};
use crate::words::{Words, format};
use std::collections::BTreeSet;

/// Which days are asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum When {
    /// One day.
    Day(Day),
    /// The 95 % set of the copy date.
    CopyDate,
}

/// Who could open a file, on the days asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The question in full.
    pub title: String,
    /// The answer in a sentence: how many are certain, possible, excluded.
    pub summary: String,
    /// Certain, then possible with unknown others last, then excluded; by name in each.
    pub lines: Vec<Line>,
}

/// One line of the answer: somebody, and one thing it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What the documents say of the person.
    pub standing: Standing,
    /// Who; `None` = unknown others.
    pub person: Option<PersonId>,
    /// The same as it is shown.
    pub who: String,
    /// Why.
    pub reason: String,
    /// The document, or the line of the log.
    pub proof: String,
    /// What a click selects.
    pub target: Option<Target>,
}

impl Timeline {
    /// The days of `when` for `source`: first and last of each span; `None` if there is no copy date of this source.
    pub fn days_of(&self, when: &When, source: &SourceId) -> Option<Vec<(Day, Day)>> {
        match when {
            When::Day(day) => Some(vec![(*day, *day)]),
            When::CopyDate => {
                let density = self.density.as_ref().filter(|density| density.source.as_ref() == Some(source) && !density.set95.is_empty())?;
                Some(density.set95.iter().map(|span| (span.from, span.to)).collect())
            }
        }
    }

    /// Who could open `source` then; `None` if there is no copy date of this source to ask about.
    pub fn ask(&self, when: &When, source: &SourceId, contents: &Contents, words: &Words) -> Option<Answer> {
        Some(Answer::of(source, &self.days_of(when, source)?, contents, words))
    }
}

impl Answer {
    /// Who could open `source` on `days` (first and last day of each span).
    pub fn of(source: &SourceId, days: &[(Day, Day)], contents: &Contents, words: &Words) -> Self {
        let found = holders(source, days, &contents.posts, &contents.accesses);
        let spans: Vec<String> = days.iter().map(|(from, to)| say::days(*from, *to, words)).collect();
        let when = say::list(&spans, words);
        let name = say::source_name(contents, source);
        let total = days.iter().map(|(from, to)| i64::from((*to - *from).get_days()) + 1).sum();
        let frame = Frame { contents, words, total };
        let mut lines = Vec::new();
        for standing in [Standing::Certain, Standing::Possible, Standing::Excluded] {
            let named = found.iter().filter(|holder| holder.standing == standing);
            lines.extend(named.flat_map(|holder| frame.lines(holder, source)));
        }
        let count = |standing| found.iter().filter(|holder| holder.standing == standing && holder.person.is_some()).count();
        let summary = words.text_with(
            "timeline-ask-summary",
            &args! {
                "certain" => say::counted("timeline-ask-count-certain", count(Standing::Certain), words),
                "possible" => say::counted("timeline-ask-count-possible", count(Standing::Possible), words),
                "excluded" => say::counted("timeline-ask-count-excluded", count(Standing::Excluded), words),
            },
        );
        Self { title: words.text_with("timeline-ask-title", &args! { "source" => name, "days" => when }), summary, lines }
    }

    /// The same as a table: what the documents say, who, why, the document.
    pub fn table(&self, words: &Words) -> ChartTable {
        let header = ["timeline-ask-standing", "chart-table-who", "timeline-ask-reason", "chart-table-proof"].map(|id| words.text(id)).to_vec();
        let row = |line: &Line| vec![standing_word(line.standing, words), line.who.clone(), line.reason.clone(), line.proof.clone()];
        ChartTable { header, rows: self.lines.iter().map(row).collect() }
    }
}

/// « certain », « possible », « exclu d’après les documents ».
pub fn standing_word(standing: Standing, words: &Words) -> String {
    words.text(match standing {
        Standing::Certain => "timeline-ask-certain",
        Standing::Possible => "timeline-ask-possible",
        Standing::Excluded => "timeline-ask-excluded",
    })
}

struct Frame<'a> {
    contents: &'a Contents,
    words: &'a Words,
    /// How many days are asked about.
    total: i64,
}

impl Frame<'_> {
    fn lines(&self, holder: &Holder, source: &SourceId) -> Vec<Line> {
        let Some(person) = &holder.person else { return vec![self.others(source)] };
        // Of who could, what shows it; of who is excluded, everything that is known.
        let is_told = |ground: &&Ground| holder.standing == Standing::Excluded || ground.possible > 0;
        let line = |reason: String, proof: String, target: Option<Target>| Line {
            standing: holder.standing,
            person: Some(person.clone()),
            who: person.to_string(),
            reason,
            proof,
            target,
        };
        let grounds = holder.grounds.iter().filter(is_told).filter_map(|ground| match ground.record {
            GroundRecord::Post(id) => {
                let post = self.contents.posts.iter().find(|post| post.id == id)?;
                Some(line(self.post(post, ground), self.proof(post), Some(Target::Post(id))))
            }
            GroundRecord::Access(id) => {
                let access = self.contents.accesses.iter().find(|access| access.id == id)?;
                Some(line(self.access(access, ground), self.log(access), Some(Target::Access(id))))
            }
        });
        grounds.collect()
    }

    /// Unknown others, with those of the roster of whom no access to this file is documented.
    fn others(&self, source: &SourceId) -> Line {
        let with: BTreeSet<&PersonId> =
            self.contents.posts.iter().filter(|post| post.source.as_ref() == Some(source)).map(|post| &post.person).collect();
        let logged: BTreeSet<&PersonId> =
            self.contents.accesses.iter().filter(|access| access.source == *source).map(|access| &access.person).collect();
        let named: BTreeSet<&PersonId> = self.contents.posts.iter().map(|post| &post.person).collect();
        let named: Vec<String> = named.into_iter().filter(|name| !with.contains(name) && !logged.contains(name)).map(ToString::to_string).collect();
        let mut reason = self.words.text("timeline-ask-others-reason");
        if !named.is_empty() {
            let list = say::list(&named, self.words);
            reason = format!("{reason} {}", self.words.text_with("timeline-ask-others-named", &args! { "names" => list }));
        }
        let who = self.words.text("timeline-ask-others");
        Line { standing: Standing::Possible, person: None, who, reason, proof: String::new(), target: None }
    }

    fn post(&self, post: &Post, ground: &Ground) -> String {
        let span = post.interval();
        let args = args! { "post" => say::post_title(post, self.words), "span" => say::interval(&span, self.words) };
        let what = self.words.text_with("timeline-ask-post", &args);
        let clause = if span.is_empty() { self.words.text("chart-post-contradictory") } else { self.clause(ground) };
        let mut parts = vec![what, clause];
        if ground.certain < ground.possible && ground.possible > 0 {
            if post.certainty == crate::model::Certainty::Possible {
                parts.push(self.words.text("timeline-ask-likely"));
            } else if let Some((from, until)) = post.certain_days() {
                let last = until.yesterday().unwrap_or(until);
                parts.push(self.words.text_with("timeline-ask-proven", &args! { "days" => say::days(from, last, self.words) }));
            }
        }
        parts.join(&self.words.text("chart-clause-join"))
    }

    fn access(&self, access: &AccessEvent, ground: &Ground) -> String {
        let what = say::access_label(access, self.words);
        let day = format::uncertain_day(&access.at, self.words.language());
        let what = self.words.text_with("timeline-ask-access", &args! { "what" => what, "day" => day });
        [what, self.clause(ground)].join(&self.words.text("chart-clause-join"))
    }

    /// On how many of the days asked about.
    fn clause(&self, ground: &Ground) -> String {
        let count = |days: i64| format::count(days.unsigned_abs(), self.words.language());
        let args =
            args! { "certain" => count(ground.certain), "possible" => count(ground.possible), "total" => count(self.total), "n" => self.total };
        let id = match (ground.certain, ground.possible) {
            (_, 0) => "timeline-ask-outside",
            (certain, _) if certain == self.total => "timeline-ask-all",
            (0, possible) if possible == self.total => "timeline-ask-open",
            (0, _) => "timeline-ask-some-open",
            (certain, possible) if certain == possible => "timeline-ask-some",
            _ => "timeline-ask-some-both",
        };
        self.words.text_with(id, &args)
    }

    fn proof(&self, post: &Post) -> String {
        let named = say::proof(post, self.words);
        let stored = post.evidence.map(|evidence| format!("E{evidence}"));
        match (named.is_empty(), stored) {
            (true, None) => self.words.text("chart-proof-none"),
            (true, Some(stored)) => stored,
            (false, None) => named,
            (false, Some(stored)) => format!("{named} ({stored})"),
        }
    }

    fn log(&self, access: &AccessEvent) -> String {
        let log = self.words.text("timeline-ask-log");
        if access.note.trim().is_empty() { log } else { format!("{log} ({})", access.note.trim()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixtures;
    use crate::model::Language;
    use jiff::civil::date;

    fn asked(when: &When, language: Language) -> Answer {
        let words = Words::new(language);
        let contents = fixtures::contents();
        let chart = Timeline::build(&contents, Some(&fixtures::analysis()), &words);
        chart.ask(when, &"adherents".into(), &contents, &words).unwrap()
    }

    fn standings(answer: &Answer) -> Vec<(Standing, &str)> {
        let mut all: Vec<_> = answer.lines.iter().map(|line| (line.standing, line.who.as_str())).collect();
        all.dedup();
        all
    }

    #[test]
    fn on_a_day_everybody_is_certain_possible_or_excluded_and_unknown_others_are_possible() {
        let answer = asked(&When::Day(date(2010, 11, 15)), Language::Fr);
        assert_eq!(
            standings(&answer),
            [
                (Standing::Possible, "Béatrice Modèle"),
                (Standing::Possible, "Zoé Fictive"),
                (Standing::Possible, "autres personnes, inconnues"),
                (Standing::Excluded, "Ana Exemple"),
            ]
        );
        let ana = answer.lines.iter().find(|line| line.who == "Ana Exemple").unwrap();
        assert!(ana.reason.contains("31 août 2010"), "{}", ana.reason);
        assert_eq!(ana.proof, "procès-verbal d’élection");
        let open = answer.lines.iter().find(|line| line.who == "Béatrice Modèle").unwrap();
        assert!(open.reason.contains("fin inconnue") && open.reason.contains("15 juin 2009"), "{}", open.reason);
    }

    #[test]
    fn on_the_days_of_the_copy_the_log_is_among_the_reasons() {
        let answer = asked(&When::CopyDate, Language::En);
        assert_eq!(standings(&answer)[0], (Standing::Certain, "Ana Exemple"));
        let reasons: Vec<_> = answer.lines.iter().filter(|line| line.who == "Ana Exemple").map(|line| line.target.clone()).collect();
        assert_eq!(reasons.len(), 2, "the post, and the export of 14 May; the view of February says nothing of these days: {reasons:?}");
        assert!(answer.title.contains("10 May 2010"), "{}", answer.title);
    }

    #[test]
    fn the_table_has_a_row_for_every_line_and_no_text_is_missing() {
        for language in [Language::Fr, Language::En] {
            let words = Words::new(language);
            for when in [When::CopyDate, When::Day(date(2009, 2, 1)), When::Day(date(1990, 1, 1)), When::Day(date(2030, 1, 1))] {
                let answer = asked(&when, language);
                let table = answer.table(&words);
                assert_eq!(table.rows.len(), answer.lines.len());
                assert!(table.rows.iter().all(|row| row.len() == 4));
                assert!(!format!("{table:?} {} {}", answer.title, answer.summary).contains('‹'), "{table:?}");
                assert_eq!(answer.lines.iter().filter(|line| line.person.is_none()).count(), 1, "unknown others, always");
            }
        }
    }

    #[test]
    fn a_source_without_a_copy_date_cannot_be_asked_about_its_days() {
        let words = Words::new(Language::Fr);
        let contents = fixtures::contents();
        let chart = Timeline::build(&contents, Some(&fixtures::analysis()), &words);
        assert_eq!(chart.ask(&When::CopyDate, &"electeurs".into(), &contents, &words), None);
        assert!(chart.ask(&When::Day(date(2010, 5, 14)), &"electeurs".into(), &contents, &words).is_some());
    }
}
