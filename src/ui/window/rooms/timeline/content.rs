//! Bars and marks in view, and where they are on the screen.

use super::lanes::{self, Row};
use super::sight::Sight;
use super::{bars, signs};
use crate::chart::timeline::{Bar, LaneKind, Mark, Target, crowd};
use crate::model::dates::day_from_number;
use crate::model::{Day, PostId};
use crate::ui::window::widgets::chart_ink::ChartInk;
use crate::words::Words;
use egui::{FontId, Painter, Rangef, Rect, Shape, Stroke, pos2, vec2};
use std::borrow::Cow;

const TEXT: f32 = 12.0;
/// Signs of a crowded lane closer than this are drawn as one.
const TOUCH: f64 = 11.0;
/// How near the end of a bar a press takes hold of it.
const GRIP: f32 = 4.0;

/// Something the pointer can be over.
pub struct Hit<'a> {
    pub rect: Rect,
    pub detail: Cow<'a, str>,
    /// What a click selects; `None` for several marks drawn as one.
    pub target: Option<&'a Target>,
}

/// Which end of a post.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    From,
    To,
}

/// The end of a post on the screen, to be dragged.
#[derive(Clone, Copy, Debug)]
pub struct Grip {
    pub rect: Rect,
    pub post: PostId,
    pub end: End,
}

/// What was drawn.
#[derive(Default)]
pub struct Drawn<'a> {
    pub hits: Vec<Hit<'a>>,
    pub grips: Vec<Grip>,
}

/// What is needed to draw lanes.
pub struct Lanes<'a, 'b> {
    pub painter: &'b Painter,
    pub sight: &'b Sight<'b>,
    pub ink: &'b ChartInk,
    pub words: &'b Words,
    /// What is ringed.
    pub marked: &'b [&'a Target],
    /// Where something is being dragged, that bar is drawn as it will be.
    pub dragged: Option<(PostId, End, Day)>,
}

impl<'a> Lanes<'a, '_> {
    /// Bars and marks in view. What is off the screen costs nothing.
    pub fn paint(&self, rows: &[Row<'a>]) -> Drawn<'a> {
        let mut drawn = Drawn::default();
        for row in rows {
            let top = self.sight.frame().top() + row.top;
            let lane = Rangef::new(top, top + row.height);
            if !lane.intersects(self.painter.clip_rect().y_range()) {
                continue;
            }
            for (bar, &track) in row.lane.bars.iter().zip(&row.tracks) {
                self.bar(bar, row.lane.kind, lane.min + Row::bar_top(track), &mut drawn);
            }
            if row.kinds.is_empty() {
                self.marks(row, lane.min + row.marks, &mut drawn);
            } else {
                self.crowd(row, lane.min, &mut drawn);
            }
        }
        drawn
    }

    fn is_marked(&self, target: &Target) -> bool {
        self.marked.contains(&target)
    }

    fn bar(&self, bar: &'a Bar, kind: LaneKind, y: f32, drawn: &mut Drawn<'a>) {
        let view = self.painter.clip_rect();
        let (mut from, mut until) = bar.possible;
        let mut certain = bar.certain;
        if let (Some((post, end, day)), Target::Post(id)) = (self.dragged, &bar.target)
            && post == *id
        {
            match end {
                End::From => from = day,
                End::To => until = day,
            }
            certain = certain.map(|(a, b)| (a.max(from), b.min(until))).filter(|(a, b)| a < b);
        }
        let span = self.sight.span(from, until);
        let rect = Rect::from_min_max(pos2(span.min, y), pos2(span.max.max(span.min + bars::LEAST), y + lanes::BAR));
        if !rect.intersects(view) {
            return;
        }
        let certain = certain.map(|(from, until)| {
            let span = self.sight.span(from, until);
            Rangef::new(span.min, span.max.max(span.min + bars::LEAST))
        });
        bars::paint(self.painter, bar, kind, rect, certain, self.is_marked(&bar.target), self.ink);
        if let (Target::Post(post), LaneKind::Person) = (&bar.target, kind) {
            // A narrow bar keeps a middle that can be clicked.
            let grip = GRIP.min(rect.width() / 3.0);
            for (x, end) in [(rect.left(), End::From), (rect.right(), End::To)] {
                if view.x_range().contains(x) {
                    let side = if end == End::From { x - GRIP..=x + grip } else { x - grip..=x + GRIP };
                    drawn.grips.push(Grip { rect: Rect::from_x_y_ranges(side, rect.y_range()), post: *post, end });
                }
            }
        }
        drawn.hits.push(Hit { rect, detail: bar.detail.as_str().into(), target: Some(&bar.target) });
    }

    /// The marks that can be in view: those from `longest` days before it on.
    fn visible(&self, row: &Row<'a>) -> &'a [Mark] {
        let marks: &'a [Mark] = &row.lane.marks;
        let Some((from, until)) = self.sight.view() else { return marks };
        let from = day_from_number(crate::model::dates::day_number(from) - row.longest - 1).unwrap_or(from);
        let first = marks.partition_point(|mark| mark.from < from);
        let end = marks.partition_point(|mark| mark.from < until);
        &marks[first.min(end)..end]
    }

    /// A crowded lane: a line for each kind, signs that would touch drawn as one, with their number where it fits.
    fn crowd(&self, row: &Row<'a>, top: f32, drawn: &mut Drawn<'a>) {
        let extent = |mark: &Mark| {
            let span = self.sight.days(mark.from, mark.to);
            (f64::from(span.min), f64::from(span.max))
        };
        for cluster in crowd::clusters(self.visible(row), TOUCH, extent) {
            let y = top + row.line_of(cluster.kind());
            let (left, right) = (cluster.from as f32, cluster.to as f32);
            let center = pos2(f32::midpoint(left, right), y);
            if cluster.marks.iter().any(|mark| self.is_marked(&mark.target)) {
                self.painter.circle_stroke(center, signs::HALF + 4.0, Stroke::new(2.0, self.ink.ink));
            }
            signs::paint(self.painter, cluster.kind(), center, self.ink);
            let rect = Rect::from_center_size(center, vec2(14.0, 14.0)).union(Rect::from_x_y_ranges(left..=right, y - 5.0..=y + 5.0));
            let target = match cluster.marks[..] {
                [mark] => Some(&mark.target),
                _ => None,
            };
            drawn.hits.push(Hit { rect, detail: crowd::detail(&cluster, self.words), target });
        }
    }

    /// The marks of one lane, on their own line: a vague date as a range, a text where there is room.
    fn marks(&self, row: &Row<'a>, y: f32, drawn: &mut Drawn<'a>) {
        let view = self.painter.clip_rect();
        let place = |mark: &Mark| {
            let span = self.sight.span(mark.from, mark.to.tomorrow().unwrap_or(mark.to));
            (span.min, span.max, span.center())
        };
        let all: &'a [Mark] = &row.lane.marks;
        let mut free_from = view.left();
        for (at, mark) in all.iter().enumerate() {
            let (left, right, middle) = place(mark);
            if right < view.left() - 200.0 || left > view.right() + 20.0 {
                continue;
            }
            // One day, however wide it is drawn, is no range.
            let is_range = mark.from != mark.to && right - left > 4.0 * signs::HALF;
            if is_range {
                range(self.painter, row.lane.kind, mark, Rangef::new(left, right), y, self.ink);
            }
            let center = pos2(middle, y);
            if self.is_marked(&mark.target) {
                self.painter.circle_stroke(center, signs::HALF + 5.0, Stroke::new(2.0, self.ink.ink));
            }
            signs::paint(self.painter, mark.kind, center, self.ink);
            let sign = Rect::from_center_size(center, vec2(14.0, 16.0));
            let whole = if is_range { sign.union(Rect::from_x_y_ranges(left..=right, Rangef::new(y - 5.0, y + 5.0))) } else { sign };
            drawn.hits.push(Hit { rect: whole, detail: mark.detail.as_str().into(), target: Some(&mark.target) });
            let next = all.get(at + 1).map_or(view.right(), |next| place(next).2.min(place(next).0) - signs::HALF - 3.0);
            let before = at.checked_sub(1).map_or(view.left(), |last| place(&all[last]).1.max(place(&all[last]).2 + signs::HALF).max(free_from));
            let (left, right) = if is_range { (left, right) } else { (middle, middle) };
            let text_left = right.max(middle + signs::HALF) + 5.0;
            let right_room = Rangef::new(text_left, next.min(view.right()));
            let left_room = Rangef::new(before + 6.0, left.min(middle - signs::HALF) - 5.0);
            free_from = text(self.painter, &mark.label, right_room, left_room, y, self.ink);
        }
    }
}

/// The days a mark may be on, or (a mailing) lasted: a line with ends, dashed where the day is not known.
fn range(painter: &Painter, kind: LaneKind, mark: &Mark, days: Rangef, y: f32, ink: &ChartInk) {
    let stroke = Stroke::new(1.5, signs::color(mark.kind, ink));
    if kind == LaneKind::Campaign {
        painter.hline(days, y, stroke);
    } else {
        painter.extend(Shape::dashed_line(&[pos2(days.min, y), pos2(days.max, y)], stroke, 4.0, 3.0));
    }
    for end in [days.min, days.max] {
        painter.vline(end, y - 4.0..=y + 4.0, stroke);
    }
}

/// A mark's text: after its sign if it fits there, before it if it only fits there, else cut. Gives back where it ends.
fn text(painter: &Painter, label: &str, right: Rangef, left: Rangef, y: f32, ink: &ChartInk) -> f32 {
    let mut job = egui::text::LayoutJob::simple_singleline(label.to_owned(), FontId::proportional(TEXT), ink.ink);
    let whole = painter.layout_job(job.clone()).size();
    if whole.x > right.span() && whole.x <= left.span() {
        painter.galley(pos2(left.max - whole.x, y - whole.y / 2.0), painter.layout_job(job), ink.ink);
        return right.min;
    }
    if label.is_empty() || right.span() < 30.0 {
        return right.min;
    }
    job.wrap = egui::text::TextWrapping::truncate_at_width(right.span());
    let galley = painter.layout_job(job);
    let size = galley.size();
    painter.galley(pos2(right.min, y - size.y / 2.0), galley, ink.ink);
    right.min + size.x
}
