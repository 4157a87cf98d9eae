//! Which pair is under review, in which order, and where the reviewer is: a queue that keeps its place while decisions come and go.
//!
//! It knows neither egui nor the case. What is worth asking is [`crate::link::review`]'s work.

use crate::link::review::Reason;
use crate::model::{Answer, Decision};
use crate::ui::window::room::LinkKey;
use std::collections::BTreeMap;
use std::time::Duration;

/// Times of this many decisions say how fast the reviewer is; fewer say nothing.
const PACE_FROM: usize = 5;
/// And no more than the latest of them.
const PACE_OF: usize = 20;
/// Whoever looks at a pair for longer than this does something else.
const PAUSE: Duration = Duration::from_mins(3);

/// A pair in the queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Which link.
    pub link: LinkKey,
    /// Why it is asked about; `None` if the reviewer asked for it.
    pub reason: Option<Reason>,
}

/// The queue and the place in it.
#[derive(Debug, Default)]
pub struct Desk {
    order: Vec<Entry>,
    /// The entry on the desk; the end of the queue is the closing screen.
    at: usize,
    /// The answers that stand in the case.
    known: BTreeMap<LinkKey, Answer>,
    /// Answers on their way into the case.
    awaited: BTreeMap<LinkKey, Answer>,
    /// The pair decided last.
    last: Option<LinkKey>,
    /// How long the latest decisions took.
    pace: Vec<Duration>,
    /// How many pairs of the queue have which answer, in the order of [`Answer::ALL`]; counted when something changes, never per frame.
    answers: [usize; 4],
}

impl Desk {
    /// The pair on the desk; `None` at the end of the queue.
    pub fn current(&self) -> Option<&Entry> {
        self.order.get(self.at)
    }

    /// Place in the queue, from 0.
    pub fn place(&self) -> usize {
        self.at
    }

    /// How many pairs there are.
    pub fn total(&self) -> usize {
        self.order.len()
    }

    /// How many of them are decided.
    pub fn decided(&self) -> usize {
        self.answers.iter().sum()
    }

    /// How many of them were answered so, in the order of [`Answer::ALL`].
    pub fn answers(&self) -> [usize; 4] {
        self.answers
    }

    fn count(&mut self) {
        let mut answers = [0; 4];
        for answer in self.order.iter().filter_map(|entry| self.answer(&entry.link)) {
            for (count, counted) in answers.iter_mut().zip(Answer::ALL) {
                *count += usize::from(answer == counted);
            }
        }
        self.answers = answers;
    }

    /// The answer that stands on a link, or is on its way into the case.
    pub fn answer(&self, link: &LinkKey) -> Option<Answer> {
        self.awaited.get(link).or_else(|| self.known.get(link)).copied()
    }

    /// The pair decided last, with its answer, as long as it stands.
    pub fn last(&self) -> Option<(&LinkKey, Answer)> {
        let link = self.last.as_ref()?;
        Some((link, self.answer(link)?))
    }

    /// Takes the questions as they are now. Pairs keep their places; new ones come at the end, undecided ones nobody asks about any more leave.
    pub fn ask(&mut self, questions: Vec<Entry>) {
        let here = self.current().map(|entry| entry.link.clone());
        let mut asked: BTreeMap<LinkKey, Entry> = questions.iter().map(|entry| (entry.link.clone(), entry.clone())).collect();
        let mut order: Vec<Entry> = Vec::with_capacity(self.order.len().max(questions.len()));
        for entry in std::mem::take(&mut self.order) {
            let is_asked = asked.remove(&entry.link).is_some();
            // What the reviewer asked for stays, and so does the pair on the desk.
            if is_asked || entry.reason.is_none() || self.answer(&entry.link).is_some() || here.as_ref() == Some(&entry.link) {
                order.push(entry);
            }
        }
        order.extend(questions.into_iter().filter_map(|entry| asked.remove(&entry.link)));
        self.order = order;
        self.count();
        self.at = here.and_then(|link| self.position(&link)).unwrap_or_else(|| self.next_open(0));
    }

    /// Takes the decisions as they stand in the case. A single one that came or went by undo or redo brings its pair back onto the desk.
    pub fn follow(&mut self, decisions: &[Decision]) {
        let key = |it: &Decision| LinkKey { recipient: it.recipient.clone(), snapshot: it.snapshot, row: it.row };
        // Sorted by id, so the newest stays.
        let now: BTreeMap<LinkKey, Answer> = decisions.iter().map(|it| (key(it), it.answer)).collect();
        let before = std::mem::replace(&mut self.known, now);
        let awaited = std::mem::take(&mut self.awaited);
        let mut changed = Vec::new();
        for link in before.keys().chain(self.known.keys()) {
            let is_changed = before.get(link) != self.known.get(link);
            let is_awaited = awaited.get(link).is_some_and(|answer| self.known.get(link) == Some(answer));
            if is_changed && !is_awaited && !changed.contains(link) {
                changed.push(link.clone());
            }
        }
        // Answers that have not arrived yet are still on their way, unless something else happened to them.
        self.awaited = awaited.into_iter().filter(|(link, answer)| self.known.get(link) != Some(answer) && !changed.contains(link)).collect();
        if let [link] = changed.as_slice()
            && !self.order.is_empty()
        {
            self.show(link.clone());
        }
        self.count();
    }

    /// Nothing is on its way into the case any more: an answer that is not there was refused or taken back.
    pub fn settle(&mut self) {
        self.awaited.clear();
        self.count();
    }

    /// The decisions as they stand when a review begins; the place does not change.
    pub fn know(&mut self, decisions: &[Decision]) {
        let at = self.at;
        self.follow(decisions);
        self.at = at;
    }

    /// Puts a pair on the desk; one that is not in the queue is put in here.
    pub fn show(&mut self, link: LinkKey) {
        self.at = self.position(&link).unwrap_or_else(|| {
            let at = self.at.min(self.order.len());
            self.order.insert(at, Entry { link, reason: None });
            at
        });
        self.count();
    }

    /// Notes the answer on the current pair, which took `after`, and goes on to the next undecided one: further on first, then from the start.
    pub fn decide(&mut self, answer: Answer, after: Duration) {
        let Some(link) = self.current().map(|entry| entry.link.clone()) else { return };
        self.awaited.insert(link.clone(), answer);
        self.last = Some(link);
        if after <= PAUSE {
            self.pace.push(after);
            let surplus = self.pace.len().saturating_sub(PACE_OF);
            self.pace.drain(..surplus);
        }
        self.at = self.next_open(self.at + 1);
        self.count();
    }

    /// The pair an answer would lead to, to be made ready.
    pub fn upcoming(&self) -> Option<&Entry> {
        self.order.get(self.next_open(self.at + 1)).filter(|_| self.at < self.order.len())
    }

    /// Goes to the next pair or to the one before, decided or not; on from the end, to what was left undecided.
    pub fn step(&mut self, is_forward: bool) {
        self.at = match is_forward {
            true if self.at >= self.order.len() => self.next_open(0),
            true => self.at + 1,
            false => self.at.saturating_sub(1),
        };
    }

    /// How long the rest will take, at the pace of this sitting; `None` if too little is known of it or nothing is left.
    pub fn time_left(&self) -> Option<Duration> {
        let left = self.total() - self.decided();
        if self.pace.len() < PACE_FROM || left == 0 {
            return None;
        }
        let mut pace = self.pace.clone();
        pace.sort_unstable();
        Some(pace[pace.len() / 2].saturating_mul(left as u32))
    }

    /// Whether another row of the snapshot was decided to be the recipient, so that there is nothing left to ask about this one.
    fn is_settled(&self, link: &LinkKey) -> bool {
        let of_person = |row| LinkKey { row, ..link.clone() };
        let rows = of_person(0)..=of_person(u64::MAX);
        let mut others = self.awaited.range(rows.clone()).chain(self.known.range(rows));
        others.any(|(other, _)| self.answer(other) == Some(Answer::Same))
    }

    fn position(&self, link: &LinkKey) -> Option<usize> {
        self.order.iter().position(|entry| &entry.link == link)
    }

    /// The first undecided pair from `from` on, then from the start; the end if there is none.
    fn next_open(&self, from: usize) -> usize {
        let is_open = |at: &usize| {
            let link = &self.order[*at].link;
            self.answer(link).is_none() && !self.is_settled(link)
        };
        (from..self.order.len()).find(is_open).or_else(|| (0..from.min(self.order.len())).find(is_open)).unwrap_or(self.order.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DecisionId, ImportId, SnapshotId};

    fn link(name: &str) -> LinkKey {
        LinkKey { recipient: name.into(), snapshot: SnapshotId(1), row: 0 }
    }

    fn questions(names: &[&str]) -> Vec<Entry> {
        names.iter().map(|name| Entry { link: link(name), reason: Some(Reason::Doubtful) }).collect()
    }

    fn decision(id: i64, name: &str, answer: Answer) -> Decision {
        let LinkKey { recipient, snapshot, row } = link(name);
        let (at, note) = (jiff::Timestamp::UNIX_EPOCH, String::new());
        Decision { id: DecisionId(id), import: ImportId(0), recipient, snapshot, row, answer, at, shown: None, label: None, is_blind: true, note }
    }

    fn on_desk(desk: &Desk) -> &str {
        desk.current().map_or("", |entry| entry.link.recipient.as_str())
    }

    fn desk(names: &[&str]) -> Desk {
        let mut desk = Desk::default();
        desk.know(&[]);
        desk.ask(questions(names));
        desk
    }

    #[test]
    fn an_answer_leads_to_the_next_pair_and_the_last_one_to_the_end() {
        let mut desk = desk(&["a", "b", "c"]);
        desk.step(true);
        assert_eq!(on_desk(&desk), "b");
        for expected in ["c", "a", ""] {
            desk.decide(Answer::Same, Duration::from_secs(2));
            assert_eq!(on_desk(&desk), expected, "what was skipped is asked again at the end");
        }
        assert_eq!((desk.decided(), desk.total(), desk.answers()), (3, 3, [3, 0, 0, 0]));
    }

    #[test]
    fn the_queue_keeps_its_place_when_the_analysis_runs_again() {
        let mut desk = desk(&["a", "b", "c", "d"]);
        desk.decide(Answer::Same, Duration::ZERO);
        desk.follow(&[decision(1, "a", Answer::Same)]);
        assert_eq!(on_desk(&desk), "b");
        // The new analysis asks in another order, about somebody new, and no longer about c.
        desk.ask(questions(&["e", "d", "b"]));
        assert_eq!(on_desk(&desk), "b");
        let order: Vec<&str> = desk.order.iter().map(|entry| entry.link.recipient.as_str()).collect();
        assert_eq!(order, ["a", "b", "d", "e"]);
    }

    #[test]
    fn undoing_a_decision_brings_its_pair_back() {
        let mut desk = desk(&["a", "b", "c"]);
        desk.decide(Answer::Same, Duration::ZERO);
        desk.follow(&[decision(1, "a", Answer::Same)]);
        desk.decide(Answer::Different, Duration::ZERO);
        desk.follow(&[decision(1, "a", Answer::Same), decision(2, "b", Answer::Different)]);
        assert_eq!(on_desk(&desk), "c");
        desk.follow(&[decision(1, "a", Answer::Same)]);
        assert_eq!((on_desk(&desk), desk.answer(&link("b"))), ("b", None));
        desk.follow(&[]);
        assert_eq!(on_desk(&desk), "a");
    }

    #[test]
    fn undoing_a_change_of_mind_brings_the_first_answer_back() {
        let mut desk = desk(&["a", "b"]);
        desk.follow(&[decision(1, "a", Answer::Unsure)]);
        desk.show(link("a"));
        desk.decide(Answer::Same, Duration::ZERO);
        desk.follow(&[decision(2, "a", Answer::Same)]);
        assert_eq!(on_desk(&desk), "b");
        desk.follow(&[decision(1, "a", Answer::Unsure)]);
        assert_eq!((on_desk(&desk), desk.answer(&link("a"))), ("a", Some(Answer::Unsure)));
    }

    #[test]
    fn two_answers_in_a_row_are_not_taken_for_an_undo() {
        let mut desk = desk(&["a", "b", "c"]);
        desk.decide(Answer::Same, Duration::ZERO);
        desk.decide(Answer::Same, Duration::ZERO);
        desk.follow(&[decision(1, "a", Answer::Same)]);
        assert_eq!(on_desk(&desk), "c");
        assert_eq!(desk.answer(&link("b")), Some(Answer::Same), "still on its way");
        desk.follow(&[decision(1, "a", Answer::Same), decision(2, "b", Answer::Same)]);
        assert_eq!(on_desk(&desk), "c");
    }

    #[test]
    fn an_undo_at_the_end_of_the_queue_leads_back_from_the_closing_screen() {
        let mut desk = desk(&["a"]);
        desk.decide(Answer::Same, Duration::ZERO);
        desk.follow(&[decision(1, "a", Answer::Same)]);
        desk.ask(Vec::new());
        assert!(desk.current().is_none());
        desk.follow(&[]);
        assert_eq!(on_desk(&desk), "a");
    }

    #[test]
    fn the_row_that_is_the_recipient_settles_the_others_at_once() {
        let mut desk = Desk::default();
        desk.know(&[]);
        let row = |name: &str, row| Entry { link: LinkKey { row, ..link(name) }, reason: Some(Reason::Ambiguous) };
        desk.ask(vec![row("a", 0), row("a", 1), row("b", 0)]);
        desk.decide(Answer::Different, Duration::ZERO);
        assert_eq!(desk.current(), Some(&row("a", 1)), "somebody else settles nothing");
        desk.step(false);
        desk.decide(Answer::Same, Duration::ZERO);
        assert_eq!(desk.current(), Some(&row("b", 0)));
    }

    #[test]
    fn a_pair_asked_for_by_the_reviewer_is_put_in_and_stays() {
        let mut desk = desk(&["a", "b"]);
        desk.show(link("z"));
        desk.ask(questions(&["a", "b"]));
        assert_eq!((on_desk(&desk), desk.total()), ("z", 3));
    }

    #[test]
    fn the_time_left_is_told_only_when_the_pace_is_known_and_pauses_do_not_count() {
        let names: Vec<String> = (0..20).map(|n| format!("r{n:02}")).collect();
        let mut desk = desk(&names.iter().map(String::as_str).collect::<Vec<_>>());
        for _ in 0..4 {
            desk.decide(Answer::Same, Duration::from_secs(10));
        }
        desk.decide(Answer::Same, Duration::from_mins(40));
        assert_eq!(desk.time_left(), None);
        desk.decide(Answer::Same, Duration::from_secs(12));
        assert_eq!(desk.time_left(), Some(Duration::from_secs(140)));
    }
}
