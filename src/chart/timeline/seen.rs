//! What of a timeline is shown: without what the legend leaves out, with long gaps folded, cut to a range. Made when one of them changes, never per
//! frame; the window draws it, and what is saved is the same.

use super::legend::{self, Entry};
use super::{Bar, Lane, LaneKind, Mark, Timeline, say};
use crate::args;
use crate::chart::folds::Folds;
use crate::model::{Bound, Day, Interval};
use crate::words::Words;
use std::collections::BTreeSet;

/// What is to be seen of a timeline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Seen {
    /// What the legend leaves out.
    pub hidden: BTreeSet<Entry>,
    /// Whether long gaps are folded.
    pub is_folded: bool,
    /// Only `[from, until)`; `None` = everything.
    pub range: Option<(Day, Day)>,
}

impl Timeline {
    /// The timeline as it is to be seen.
    #[must_use]
    pub fn seen(&self, seen: &Seen, words: &Words) -> Self {
        let mut chart = self.clone();
        let hides = |entry| seen.hidden.contains(&entry);
        if let Some(density) = &mut chart.density {
            if hides(Entry::Density) {
                density.segments.clear();
            }
            if hides(Entry::Set95) {
                density.set95.clear();
                density.limits.clear();
            }
        }
        chart.density = chart.density.filter(|density| !density.segments.is_empty() || !density.set95.is_empty());
        chart.lanes = chart.lanes.into_iter().filter_map(|lane| lane_seen(lane, &seen.hidden)).collect();
        if let Some((from, until)) = seen.range {
            chart.cut(from, until);
        }
        if seen.is_folded {
            chart.folds = Folds::of(chart.turns(), chart.from, chart.until);
        }
        chart.note = note(&chart, seen, words);
        if !chart.note.is_empty() {
            chart.description = format!("{} {}", say::description(&chart, words), chart.note);
        }
        chart
    }

    /// Keeps what lies at least in part in `[from, until)`.
    fn cut(&mut self, from: Day, until: Day) {
        let (from, until) = (from.max(self.from), until.min(self.until));
        if from >= until || (from, until) == (self.from, self.until) {
            return;
        }
        for lane in &mut self.lanes {
            lane.bars.retain(|bar| bar.possible.0 < until && from < bar.possible.1);
            lane.marks.retain(|mark| mark.from < until && from <= mark.to);
        }
        (self.from, self.until, self.is_part) = (from, until, true);
    }

    /// Every day on which something begins, ends or happens: what no fold may hide.
    fn turns(&self) -> Vec<Day> {
        let after = |day: Day| day.tomorrow().unwrap_or(day);
        let mut days = Vec::new();
        for lane in &self.lanes {
            for bar in &lane.bars {
                days.extend([bar.possible.0, bar.possible.1]);
                days.extend(bar.certain.into_iter().flat_map(|(from, until)| [from, until]));
            }
            days.extend(lane.marks.iter().flat_map(|mark| [mark.from, after(mark.to)]));
        }
        if let Some(density) = &self.density {
            days.extend(density.set95.iter().flat_map(|span| [span.from, after(span.to)]));
        }
        days
    }
}

/// What is left of a lane; `None` if everything on it is left out.
fn lane_seen(mut lane: Lane, hidden: &BTreeSet<Entry>) -> Option<Lane> {
    let had_any = !lane.bars.is_empty() || !lane.marks.is_empty();
    let kind = lane.kind;
    lane.bars = lane.bars.into_iter().flat_map(|bar| bar_seen(bar, kind, hidden)).collect();
    let is_out = |mark: &Mark| hidden.contains(&Entry::Mark(mark.kind)) || (mark.is_vague() && hidden.contains(&Entry::Vague));
    lane.marks.retain(|mark| !is_out(mark));
    (!had_any || !lane.bars.is_empty() || !lane.marks.is_empty()).then_some(lane)
}

/// What is left of a bar. Without its certain days there may be one part on either side of them.
fn bar_seen(bar: Bar, kind: LaneKind, hidden: &BTreeSet<Entry>) -> Vec<Bar> {
    let hides = |entry| hidden.contains(&entry);
    if kind == LaneKind::Source {
        return if hides(Entry::Source) { Vec::new() } else { vec![bar] };
    }
    let is_open = bar.has_open_end() || bar.has_open_start();
    if (!bar.gives_access && hides(Entry::Elsewhere)) || (is_open && hides(Entry::Open)) {
        return Vec::new();
    }
    if !bar.gives_access {
        return vec![bar];
    }
    let Some((from, until)) = bar.certain else {
        return if hides(Entry::Possible) { Vec::new() } else { vec![bar] };
    };
    match (hides(Entry::Certain), hides(Entry::Possible)) {
        (true, true) => Vec::new(),
        (false, false) => vec![bar],
        // The ends keep what is known of them: a side on which nothing is known stays torn.
        (false, true) => vec![Bar { possible: (from, until), ..bar }],
        (true, false) => {
            let (first, last) = bar.possible;
            let before = Interval { from: bar.span.from, until: Bound::Known(from) };
            let after = Interval { from: Bound::Known(until), until: bar.span.until };
            [((first, from), before), ((until, last), after)]
                .into_iter()
                .filter(|((from, until), _)| from < until)
                .map(|(possible, span)| Bar { possible, span, certain: None, ..bar.clone() })
                .collect()
        }
    }
}

/// What is not shown, in words; empty if everything is.
fn note(chart: &Timeline, seen: &Seen, words: &Words) -> String {
    let mut parts = Vec::new();
    if chart.is_part {
        let last = chart.until.yesterday().unwrap_or(chart.until);
        parts.push(words.text_with("timeline-note-range", &args! { "days" => say::days(chart.from, last, words) }));
    }
    let hidden: Vec<String> = seen.hidden.iter().map(|entry| entry.label(words)).collect();
    if !hidden.is_empty() {
        parts.push(words.text_with("timeline-note-hidden", &args! { "what" => hidden.join(", ") }));
    }
    if !chart.folds.is_empty() {
        parts.push(say::counted("timeline-note-folds", chart.folds.list().len(), words));
    }
    parts.join(" ")
}

impl Mark {
    /// Whether it is one day of a range; a mailing lasts from its first to its last send.
    pub fn is_vague(&self) -> bool {
        self.from != self.to && self.kind != super::MarkKind::Message
    }
}

impl Timeline {
    /// The entries of the legend that have anything to leave out: those of the whole chart.
    pub fn legend(&self) -> Vec<Entry> {
        legend::entries(self)
    }

    /// Every lane that has something of `target`.
    pub fn lanes_of<'a>(&'a self, target: &'a super::Target) -> impl Iterator<Item = &'a Lane> {
        self.lanes
            .iter()
            .filter(move |lane| lane.bars.iter().any(|bar| bar.target == *target) || lane.marks.iter().any(|mark| mark.target == *target))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::fixtures::{analysis, contents};
    use crate::chart::timeline::{MarkKind, Target};
    use crate::model::{Language, PostId};
    use jiff::civil::date;

    fn words() -> Words {
        Words::new(Language::Fr)
    }

    fn whole() -> Timeline {
        Timeline::build(&contents(), Some(&analysis()), &words())
    }

    fn hiding(entries: &[Entry]) -> Timeline {
        whole().seen(&Seen { hidden: entries.iter().copied().collect(), ..Seen::default() }, &words())
    }

    /// Possible days, and certain ones.
    type Days = (Day, Day, Option<(Day, Day)>);

    fn bars(chart: &Timeline, id: i64) -> Vec<Days> {
        let all = chart.lanes.iter().flat_map(|lane| &lane.bars);
        all.filter(|bar| bar.target == Target::Post(PostId(id))).map(|bar| (bar.possible.0, bar.possible.1, bar.certain)).collect()
    }

    #[test]
    fn with_nothing_asked_for_everything_is_seen() {
        assert_eq!(whole().seen(&Seen::default(), &words()), whole());
    }

    #[test]
    fn without_possible_days_a_post_ends_where_it_is_certain_and_its_end_stays_unknown() {
        let chart = hiding(&[Entry::Possible]);
        assert_eq!(bars(&chart, 3), [(date(2008, 9, 1), date(2009, 6, 16), Some((date(2008, 9, 1), date(2009, 6, 16))))]);
        let bar = chart.lanes.iter().flat_map(|lane| &lane.bars).find(|bar| bar.target == Target::Post(PostId(3))).unwrap();
        assert!(bar.has_open_end(), "never drawn as an end");
    }

    #[test]
    fn without_certain_days_only_the_possible_ones_around_them_are_left() {
        let chart = hiding(&[Entry::Certain]);
        assert_eq!(bars(&chart, 1), [], "certain from end to end");
        assert_eq!(bars(&chart, 3), [(date(2009, 6, 16), date(2011, 3, 2), None)]);
        assert_eq!(bars(&chart, 5).len(), 2, "vague at both ends");
        assert!(!chart.lanes.iter().any(|lane| lane.label == "Ana Exemple" && lane.bars.iter().any(|bar| bar.gives_access)));
    }

    #[test]
    fn marks_are_left_out_by_kind_and_a_lane_without_anything_goes() {
        let chart = hiding(&[Entry::Mark(MarkKind::Message), Entry::Vague]);
        assert!(!chart.lanes.iter().any(|lane| lane.kind == LaneKind::Campaign));
        assert!(chart.lanes.iter().flat_map(|lane| &lane.marks).all(|mark| mark.from == mark.to));
        assert!(chart.note.contains("Envoi"), "{}", chart.note);
        assert!(hiding(&[Entry::Density, Entry::Set95]).density.is_none());
    }

    #[test]
    fn every_entry_of_the_legend_leaves_out_what_it_explains() {
        let whole = whole();
        for entry in whole.legend().into_iter().filter(|entry| entry.can_hide()) {
            let rest = hiding(&[entry]);
            assert!(!rest.legend().contains(&entry), "{entry:?}");
            assert!(rest.table(&words()).rows.len() <= whole.table(&words()).rows.len() + 2, "{entry:?}");
        }
    }

    #[test]
    fn a_part_has_what_lies_at_least_in_part_in_it() {
        let range = Some((date(2010, 5, 1), date(2010, 6, 1)));
        let chart = whole().seen(&Seen { range, ..Seen::default() }, &words());
        assert!(chart.is_part && chart.note.contains("1er mai 2010") && chart.note.contains("31 mai 2010"), "{}", chart.note);
        let marks: Vec<_> = chart.lanes.iter().flat_map(|lane| &lane.marks).map(|mark| mark.from).collect();
        assert_eq!(marks, [date(2010, 5, 14), date(2010, 5, 14)], "the export, on two lanes");
        assert_eq!(bars(&chart, 1).len(), 1);
        assert!(chart.lanes.iter().any(|lane| lane.label == "Liste électorale de Valmont"), "a lane of a file that goes on");
    }

    #[test]
    fn folding_keeps_every_day_on_which_something_happens() {
        let mut contents = contents();
        contents.events[0].at = Some(crate::chart::fixtures::exact(1995, 3, 14));
        let chart = Timeline::build(&contents, Some(&analysis()), &words()).seen(&Seen { is_folded: true, ..Seen::default() }, &words());
        assert_eq!(chart.folds.list().len(), 1, "{:?}", chart.folds);
        assert!(chart.folds.at(date(2000, 1, 1)).is_some());
        for mark in chart.lanes.iter().flat_map(|lane| &lane.marks) {
            assert!(chart.folds.at(mark.from).is_none() && chart.folds.at(mark.to).is_none());
        }
    }

    #[test]
    fn close_marks_of_one_kind_are_one_sign_and_every_mark_is_in_one() {
        let whole = whole();
        let marks: Vec<Mark> = (0..40)
            .map(|n: i32| Mark { from: date(2010, 1, 1).saturating_add(jiff::Span::new().days(n)), ..whole.lanes[0].marks[0].clone() })
            .map(|mark| Mark { to: mark.from, ..mark })
            .collect();
        let extent = |mark: &Mark| (f64::from(crate::model::dates::day_number(mark.from)), f64::from(crate::model::dates::day_number(mark.from)));
        let clusters = crate::chart::timeline::crowd::clusters(&marks, 10.0, extent);
        assert_eq!(clusters.iter().map(|cluster| cluster.marks.len()).collect::<Vec<_>>(), [10, 10, 10, 10]);
        assert!(crate::chart::timeline::crowd::detail(&clusters[0], &words()).contains("10 fois"));
    }
}
