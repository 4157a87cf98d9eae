//! Lays copies over each other and reads template and merge fields off them.

use super::changes::matches;
use super::guess::{Slot, guess};
use super::tokens::{Token, tokens};
use super::{Alignment, Copy, MergeField, Piece, Unfilled, placeholders};
use crate::campaign::CampaignError;
use crate::campaign::shingles::{hash_of, words_in_common};
use crate::job::Progress;
use crate::normalise::words;
use rayon::prelude::*;
use similar::DiffOp;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Copies that are laid over each other; of more, as many are taken evenly.
const COPIES: usize = 2_000;
/// Copies the medoid is chosen from.
const CHOSEN_FROM: usize = 24;
/// Share of its tokens a copy must have in common with the medoid.
const LEAST_COMMON: f64 = 0.6;
/// From this many copies on, a difference in very few of them is a deviation and no merge field.
const MANY: usize = 10;

/// Aligns the copies of one text. Their order does not matter except for the indices in the answer.
pub fn align(copies: &[Copy<'_>], progress: &dyn Progress) -> Result<Alignment, CampaignError> {
    let read = chosen(copies);
    let mut alignment = Alignment { unread: copies.len() - read.len(), ..Alignment::default() };
    let Some(medoid) = medoid(copies, &read) else { return Ok(alignment) };
    if progress.is_cancelled() {
        return Err(CampaignError::Cancelled);
    }
    let subject = Part::new(medoid, &read, copies, |copy| &copy.subject);
    let body = Part::new(medoid, &read, copies, |copy| &copy.body);
    // The body decides who is laid over: a subject is too short to tell, unless there is nothing else.
    let telling = if body.medoid.is_empty() { &subject } else { &body };
    let (aligned, left_out) = read.iter().enumerate().partition::<Vec<_>, _>(|(row, _)| telling.common(*row) >= LEAST_COMMON);
    let rows: Vec<usize> = aligned.iter().map(|(row, _)| *row).collect();
    alignment.aligned = aligned.iter().map(|(_, copy)| **copy).collect();
    alignment.left_out = left_out.iter().map(|(_, copy)| **copy).collect();
    alignment.subject = subject.read(&rows, copies, &mut alignment.fields);
    alignment.body = body.read(&rows, copies, &mut alignment.fields);
    alignment.unfilled = unfilled(copies, &read);
    Ok(alignment)
}

/// At most [`COPIES`] copies, evenly among all in an order that depends on what they say. Sorted.
fn chosen(copies: &[Copy<'_>]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..copies.len()).collect();
    if copies.len() > COPIES {
        order.sort_by_cached_key(|&at| (hash_of(&copies[at].body), hash_of(&copies[at].subject), at));
        order = (0..COPIES).map(|n| order[n * copies.len() / COPIES]).collect();
        order.sort_unstable();
    }
    order
}

/// The copy most like a number of others.
fn medoid(copies: &[Copy<'_>], read: &[usize]) -> Option<usize> {
    let mut order: Vec<usize> = read.to_vec();
    order.sort_by_cached_key(|&at| (hash_of(&copies[at].body), hash_of(&copies[at].subject), at));
    // A copy with a blank left unfilled shows the text worse than one without.
    let filled: Vec<usize> = order.iter().copied().filter(|&at| placeholders::find(&copies[at].body).is_empty()).collect();
    if !filled.is_empty() {
        order = filled;
    }
    let step = order.len().div_ceil(CHOSEN_FROM).max(1);
    let candidates: Vec<(usize, String)> = order.iter().step_by(step).map(|&at| (at, words(&copies[at].body).join(" "))).collect();
    let of = |text: &str| candidates.iter().map(|(_, other)| words_in_common(text, other)).sum::<f64>();
    let mut best: Option<(f64, usize)> = None;
    for (at, text) in &candidates {
        let score = of(text);
        if best.is_none_or(|(highest, _)| score > highest) {
            best = Some((score, *at));
        }
    }
    best.map(|(_, at)| at)
}

/// Subject or body of all copies, each matched with the medoid.
struct Part<'c> {
    text: &'c str,
    medoid: Vec<Token>,
    rows: Vec<Row<'c>>,
}

/// One copy: which of its tokens stands for each of the medoid's.
struct Row<'c> {
    copy: usize,
    text: &'c str,
    tokens: Vec<Token>,
    partner: Vec<Option<usize>>,
}

impl<'c> Part<'c> {
    fn new(medoid: usize, read: &[usize], copies: &'c [Copy<'_>], whole: fn(&'c Copy<'_>) -> &'c str) -> Self {
        let text = whole(&copies[medoid]);
        let own = tokens(text);
        let row = |&copy: &usize| {
            let text = whole(&copies[copy]);
            let tokens = tokens(text);
            let mut partner = vec![None; own.len()];
            for op in matches(&own, &tokens) {
                if let DiffOp::Equal { old_index, new_index, len } = op {
                    (0..len).for_each(|n| partner[old_index + n] = Some(new_index + n));
                }
            }
            Row { copy, text, tokens, partner }
        };
        let rows = read.par_iter().map(row).collect();
        Self { text, medoid: own, rows }
    }

    /// Share of tokens a copy has in common with the medoid, of the longer one.
    fn common(&self, row: usize) -> f64 {
        let row = &self.rows[row];
        let longer = self.medoid.len().max(row.tokens.len());
        if longer == 0 { 1.0 } else { row.partner.iter().flatten().count() as f64 / longer as f64 }
    }

    /// The pieces of the template; fields are put behind those that are there.
    fn read(&self, rows: &[usize], copies: &[Copy<'_>], fields: &mut Vec<MergeField>) -> Vec<Piece> {
        let tolerated = if rows.len() >= MANY { (rows.len() / 50).max(1) } else { 0 };
        let missing = |token: usize| rows.iter().filter(|&&row| self.rows[row].partner[token].is_none()).count();
        let anchors: Vec<usize> = (0..self.medoid.len()).filter(|&token| missing(token) <= tolerated).collect();
        let mut writer = Writer { part: self, pieces: Vec::new(), written: 0 };
        for at in 0..=anchors.len() {
            let (before, after) = (at.checked_sub(1).map(|at| anchors[at]), anchors.get(at).copied());
            let own = before.map_or(0, |token| token + 1)..after.unwrap_or(self.medoid.len());
            if own.is_empty() && !rows.iter().any(|&row| self.rows[row].between(before, after).is_some_and(|span| !span.is_empty())) {
                continue;
            }
            let values: Vec<(usize, String)> =
                rows.iter().filter_map(|&row| Some((self.rows[row].copy, self.rows[row].value(self.rows[row].between(before, after)?)))).collect();
            writer.slot(own, values, before, tolerated, copies, fields);
        }
        writer.finish()
    }
}

impl Row<'_> {
    /// Tokens between those that stand for two of the medoid's; `None` if the copy lacks one of them.
    fn between(&self, before: Option<usize>, after: Option<usize>) -> Option<Range<usize>> {
        let from = before.map_or(Some(0), |token| self.partner[token].map(|own| own + 1))?;
        let to = after.map_or(Some(self.tokens.len()), |token| self.partner[token])?;
        (from <= to).then_some(from..to)
    }

    fn value(&self, span: Range<usize>) -> String {
        let Some((first, last)) = self.tokens.get(span).and_then(|tokens| Some((tokens.first()?, tokens.last()?))) else { return String::new() };
        self.text[first.range.start..last.range.end].to_owned()
    }
}

/// Writes the pieces of a template from left to right.
struct Writer<'p> {
    part: &'p Part<'p>,
    pieces: Vec<Piece>,
    /// Bytes of the medoid that are in pieces already.
    written: usize,
}

impl Writer<'_> {
    /// A place where copies differ. `own` are the medoid's tokens there.
    fn slot(
        &mut self,
        own: Range<usize>,
        values: Vec<(usize, String)>,
        before: Option<usize>,
        tolerated: usize,
        copies: &[Copy<'_>],
        fields: &mut Vec<MergeField>,
    ) {
        let text = self.part.text;
        let end = before.map_or(0, |token| self.part.medoid[token].range.end);
        let bytes = match (self.part.medoid.get(own.start), own.end.checked_sub(1).map(|last| &self.part.medoid[last])) {
            (Some(first), Some(last)) if !own.is_empty() => first.range.start..last.range.end,
            _ => end..end,
        };
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for (_, value) in &values {
            *counts.entry(value).or_default() += 1;
        }
        let usual = counts.values().copied().max().unwrap_or_default();
        if values.len() - usual <= tolerated {
            // As the medoid writes it; if that is one of the few, nothing is lost: the next constant goes on behind it.
            if counts.len() > 1 {
                self.constant(bytes.start);
                if !bytes.is_empty() {
                    self.pieces.push(Piece::Deviation(text[bytes.clone()].to_owned()));
                    self.written = bytes.end;
                }
            }
            return;
        }
        self.constant(bytes.start);
        if bytes.is_empty() && !text[..end].ends_with(char::is_whitespace) && before.is_some() {
            self.pieces.push(Piece::Constant(" ".to_owned()));
        }
        let preceding = before.map_or("", |token| &text[self.part.medoid[token.saturating_sub(1)].range.start..end]);
        let slot = Slot { preceding, values };
        for piece in guess(slot, copies) {
            match piece {
                super::guess::Guessed::Between(text) => self.pieces.push(Piece::Constant(text)),
                super::guess::Guessed::Field(field) => {
                    self.pieces.push(Piece::Field(fields.len()));
                    fields.push(field);
                }
            }
        }
        self.written = bytes.end;
    }

    /// What all copies have, up to a byte of the medoid; blanks nobody filled stand out.
    fn constant(&mut self, until: usize) {
        let from = self.written;
        if from >= until {
            return;
        }
        let text = &self.part.text[from..until];
        let mut at = 0;
        for blank in placeholders::find(text).into_iter().filter(|blank| !blank.range.is_empty()) {
            self.push_constant(&text[at..blank.range.start]);
            self.pieces.push(Piece::Blank(text[blank.range.clone()].to_owned(), blank.kind));
            at = blank.range.end;
        }
        self.push_constant(&text[at..]);
        self.written = until;
    }

    fn push_constant(&mut self, text: &str) {
        if !text.is_empty() {
            self.pieces.push(Piece::Constant(text.to_owned()));
        }
    }

    fn finish(mut self) -> Vec<Piece> {
        self.constant(self.part.text.len());
        self.pieces
    }
}

/// Blanks left unfilled in any copy.
fn unfilled(copies: &[Copy<'_>], read: &[usize]) -> Vec<Unfilled> {
    let mut found: BTreeMap<(String, super::FieldKind), BTreeSet<usize>> = BTreeMap::new();
    for &at in read {
        for text in [&copies[at].subject, &copies[at].body] {
            for blank in placeholders::find(text) {
                let written = if blank.range.is_empty() { line_at(text, blank.range.start) } else { text[blank.range].to_owned() };
                found.entry((written, blank.kind)).or_default().insert(at);
            }
        }
    }
    found.into_iter().map(|((written, kind), copies)| Unfilled { written, kind, copies: copies.into_iter().collect() }).collect()
}

/// The line a byte stands in, without what follows its first comma.
fn line_at(text: &str, at: usize) -> String {
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    line.find(',').map_or(line, |comma| &line[..=comma]).trim().to_owned()
}
