//! Over and behind the lanes: time axis, copy-date density with who limits it, folds, the days asked about.

use super::canvas::{AXIS, name};
use super::sight::Sight;
use crate::attribute::SpanSide;
use crate::chart::scale;
use crate::chart::timeline::{Density, Timeline, elapsed};
use crate::model::{Day, UncertainDay};
use crate::ui::window::widgets::chart_ink::ChartInk;
use crate::words::{Words, format};
use egui::{Align2, FontId, Painter, Rangef, Rect, Role, Sense, Shape, Stroke, WidgetInfo, pos2};

/// Room a tick's text needs.
const TICK: f64 = 52.0;
const TEXT: f32 = 12.0;
/// How near an end of the copy date the pointer must be, to be told who limits it.
const NEAR: f32 = 7.0;

/// The axis for what is in view.
pub fn axis_of(chart: &Timeline, sight: &Sight<'_>, words: &Words) -> scale::Axis {
    let (from, until) = sight.view().unwrap_or((chart.from, chart.until));
    scale::folded_axis(from, until, sight.folds(), f64::from(sight.frame().width()), TICK, words)
}

/// The lines of the axis through the lanes.
pub fn grid(painter: &Painter, axis: &scale::Axis, sight: &Sight<'_>, ink: &ChartInk) {
    for tick in &axis.ticks {
        painter.vline(sight.x(tick.day), sight.frame().y_range(), Stroke::new(1.0, ink.grid));
    }
}

/// The time axis above the lanes: the finer row below, what it lies in above.
pub fn axis(painter: &Painter, axis: &scale::Axis, sight: &Sight<'_>, head: Rect, left: f32, ink: &ChartInk) {
    let frame = sight.frame();
    let band = Rect::from_min_max(pos2(left, head.top()), pos2(frame.right(), head.top() + AXIS));
    let painter = painter.with_clip_rect(band.intersect(painter.clip_rect()));
    let font = FontId::proportional(TEXT);
    for stretch in &axis.stretches {
        let left = sight.x(stretch.from).max(band.left());
        let right = sight.x(stretch.until).min(band.right());
        painter.vline(sight.x(stretch.from), Rangef::new(band.top(), band.bottom()), Stroke::new(1.0, ink.soft));
        let galley = painter.layout_no_wrap(stretch.label.clone(), font.clone(), ink.ink);
        if galley.size().x + 8.0 <= right - left {
            painter.galley(pos2(left + 5.0, band.top() + 1.0), galley, ink.ink);
        }
    }
    for (at, tick) in axis.ticks.iter().enumerate() {
        let x = sight.x(tick.day);
        painter.vline(x, Rangef::new(band.bottom() - 5.0, band.bottom()), Stroke::new(1.0, ink.soft));
        let galley = painter.layout_no_wrap(tick.label.clone(), font.clone(), ink.soft);
        // Before a fold the next tick may be near.
        let next = axis.ticks.get(at + 1).map_or(f32::INFINITY, |next| sight.x(next.day));
        if x + 5.0 + galley.size().x <= next {
            painter.galley(pos2(x + 4.0, band.bottom() - 2.0 - galley.size().y), galley, ink.soft);
        }
    }
    painter.hline(band.x_range(), band.bottom() - 0.5, Stroke::new(1.0, ink.soft));
}

/// Stretches drawn short: a grey band with a zigzag on either side.
pub fn folds(painter: &Painter, sight: &Sight<'_>, y: Rangef, ink: &ChartInk) {
    for fold in sight.folds().list() {
        let span = sight.span(fold.from, fold.until);
        painter.rect_filled(Rect::from_x_y_ranges(span, y), 0.0, ink.soft.gamma_multiply(0.18));
        for x in [span.min, span.max] {
            let count = ((y.span() / 4.0).ceil() as usize).min(2000);
            let points = (0..=count).map(|at| pos2(if at % 2 == 0 { x - 1.6 } else { x + 1.6 }, (y.min + at as f32 * 4.0).min(y.max)));
            painter.add(Shape::line(points.collect(), Stroke::new(1.0, ink.soft)));
        }
    }
}

/// What a fold under the pointer is.
pub fn fold_at(sight: &Sight<'_>, x: f32, words: &Words) -> Option<String> {
    let fold = sight.folds().list().iter().find(|fold| sight.span(fold.from, fold.until).contains(x))?;
    Some(words.text_with("timeline-fold", &crate::args! { "length" => elapsed::length(fold.from, fold.until, words) }))
}

/// The days asked about, between two lines of ink.
pub fn asked(painter: &Painter, days: &[(Day, Day)], sight: &Sight<'_>, y: Rangef, ink: &ChartInk) {
    for (from, to) in days {
        let span = sight.days(*from, *to);
        painter.rect_filled(Rect::from_x_y_ranges(span, y), 0.0, ink.ink.gamma_multiply(0.06));
        for x in [span.min, span.max] {
            painter.vline(x, y, Stroke::new(1.4, ink.ink));
        }
    }
}

/// The 95 % set shaded over `y`, its edges dashed, and the density as a wash inside it.
pub fn copy_date(painter: &Painter, density: &Density, sight: &Sight<'_>, y: Rangef, wash: f32, ink: &ChartInk) {
    for span in &density.set95 {
        let rect = Rect::from_x_y_ranges(sight.days(span.from, span.to), y);
        painter.rect_filled(rect, 0.0, ink.copy.gamma_multiply(wash));
        for edge in [rect.left(), rect.right()] {
            painter.extend(Shape::dashed_line(&[pos2(edge, y.min), pos2(edge, y.max)], Stroke::new(1.2, ink.copy), 5.0, 4.0));
        }
    }
    for (segment, height) in density.segments.iter().zip(density.heights()) {
        let rect = Rect::from_x_y_ranges(sight.span(segment.from, segment.until), y);
        painter.rect_filled(rect, 0.0, ink.copy.gamma_multiply(wash * height as f32));
    }
}

/// Every end of the copy date that is limited: where it stands, how far the pointer may be, and the sentence that says by whom.
pub fn limits(density: &Density, sight: &Sight<'_>, words: &Words) -> Vec<(Rangef, String)> {
    let at = |limit: &crate::chart::density::Limit| match limit.side {
        SpanSide::From => sight.x(limit.at),
        SpanSide::To => sight.x(limit.at.tomorrow().unwrap_or(limit.at)),
    };
    let mut found: Vec<(f32, String)> = density.limits.iter().map(|limit| (at(limit), limit.sentence(words))).collect();
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    let places: Vec<f32> = found.iter().map(|(x, _)| *x).collect();
    // Two ends close together share the room between them.
    let half = |one: f32, other: Option<&f32>| other.map_or(NEAR, |other| ((other - one).abs() / 2.0).clamp(1.0, NEAR));
    let reach = |at: usize| {
        let x = places[at];
        Rangef::new(x - half(x, at.checked_sub(1).and_then(|at| places.get(at))), x + half(x, places.get(at + 1)))
    };
    found.into_iter().enumerate().map(|(at, (_, text))| (reach(at), text)).collect()
}

/// The strip under the axis: the copy-date density as steps. Its ends say who limits them.
pub fn density_strip(ui: &mut egui::Ui, density: &Density, sight: &Sight<'_>, strip: Rect, gutter: Rect, ink: &ChartInk, words: &Words) {
    let band = Rect::from_min_max(pos2(gutter.right(), strip.top()), pos2(sight.frame().right(), strip.bottom()));
    let painter = ui.painter().with_clip_rect(band.intersect(ui.clip_rect()));
    for span in &density.set95 {
        painter.rect_filled(Rect::from_x_y_ranges(sight.days(span.from, span.to), band.y_range()), 0.0, ink.copy_light);
    }
    let base = band.bottom() - 1.0;
    for (segment, height) in density.segments.iter().zip(density.heights()) {
        let span = sight.span(segment.from, segment.until);
        let top = base - height as f32 * (band.height() - 6.0);
        painter.rect_filled(Rect::from_min_max(pos2(span.min, top), pos2(span.max.max(span.min + 1.0), base)), 0.0, ink.copy);
    }
    folds(&painter, sight, band.y_range(), ink);
    painter.hline(band.x_range(), base, Stroke::new(1.0, ink.soft));
    let caption = words.text_with("rooms-timeline-copy-of", &crate::args! { "source" => density.label.as_str() });
    let place = Rect::from_min_max(pos2(gutter.left() + 6.0, strip.top()), pos2(gutter.right() - 6.0, strip.bottom()));
    name(ui, place, &caption, ink.copy, false);
    let spans = density.set95.iter().map(|span| {
        let day = |day| format::uncertain_day(&UncertainDay::exact(day), words.language());
        words.text_with("rooms-timeline-span", &crate::args! { "from" => day(span.from), "to" => day(span.to) })
    });
    let detail = words.text_with("rooms-timeline-set95", &crate::args! { "spans" => spans.collect::<Vec<_>>().join(", ") });
    let response = ui.interact(band, ui.scope_id().with("density"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &detail));
    response.on_hover_text_at_pointer(detail);
    for (at, (reach, text)) in limits(density, sight, words).into_iter().enumerate() {
        let rect = Rect::from_x_y_ranges(reach, band.y_range()).intersect(band);
        if !rect.is_positive() {
            continue;
        }
        let response = ui.interact(rect, ui.scope_id().with(("density-limit", at)), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
        response.on_hover_text_at_pointer(text);
    }
}

/// A text over the lanes where something is being dragged to.
pub fn flag(painter: &Painter, x: f32, y: Rangef, text: &str, ink: &ChartInk) {
    painter.vline(x, y, Stroke::new(1.6, ink.ink));
    let galley = painter.layout_no_wrap(text.to_owned(), FontId::proportional(TEXT + 1.0), ink.paper);
    let clip = painter.clip_rect();
    let left = (x + 6.0).min(clip.right() - galley.size().x - 8.0).max(clip.left() + 4.0);
    let at = Align2::LEFT_TOP.anchor_size(pos2(left, (y.min + 6.0).max(clip.top() + 6.0)), galley.size());
    painter.rect_filled(at.expand2(egui::vec2(5.0, 3.0)), 3.0, ink.ink);
    painter.galley(at.min, galley, ink.paper);
}
