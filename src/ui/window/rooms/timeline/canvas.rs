//! The canvas: axis, copy date, lanes and gutter, and what pointer and keys do on it.

use super::content::{self, End, Grip, Hit, Lanes};
use super::head;
use super::lanes::{self, Row};
use super::sight::Sight;
use super::view::{View, Wanted};
use crate::chart::timeline::{Target, Timeline};
use crate::model::dates::{day_from_number, day_number};
use crate::model::{Day, PostId};
use crate::ui::window::widgets::chart_ink::ChartInk;
use crate::words::{Words, format};
use egui::{CursorIcon, EventFilter, Key, Label, Painter, Rect, Role, Sense, Stroke, UiBuilder, WidgetInfo, pos2, vec2};
use egui_plot::Plot;

/// Width of the lane names.
pub const GUTTER: f32 = 176.0;
/// Height of the axis: two lines of text.
pub const AXIS: f32 = 36.0;
/// Height of the strip that shows the copy-date density in full.
const DENSITY: f32 = 44.0;
const TEXT: f32 = 12.0;

/// What is drawn, and how.
pub struct Scene<'a> {
    /// The chart, as it is seen.
    pub chart: &'a Timeline,
    /// What was measured of its lanes.
    pub measures: &'a [lanes::Measure],
    /// What is selected, and what is measured from.
    pub marked: &'a [&'a Target],
    /// Whose lane is named strongly.
    pub person: Option<&'a str>,
    /// The days asked about.
    pub asked: &'a [(Day, Day)],
    /// Whether ends of posts may be dragged.
    pub can_edit: bool,
    /// The language.
    pub words: &'a Words,
}

/// What was done on the canvas.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// Clicked.
    Click { target: Target, with_shift: bool },
    /// Double-clicked, or Enter was pressed on what is selected (`None`).
    Edit(Option<Target>),
    /// Clicked where nothing stands but a day.
    Day(Day),
    /// An end of a post was dragged to this day: its first, or its last.
    Moved { post: PostId, end: End, day: Day },
    /// The next thing, or the one before, is to be selected.
    Step(bool),
}

/// What the canvas keeps between frames.
#[derive(Default)]
pub struct Canvas {
    grips: Vec<Grip>,
    drag: Option<Drag>,
}

/// An end under way. `day` is where the bar is drawn to: the first day of the post, or the first day after.
#[derive(Clone, Copy)]
struct Drag {
    post: PostId,
    end: End,
    day: Day,
    /// How far beside the end the pointer took hold, in days, so that nothing jumps.
    offset: f64,
    limits: (Day, Day),
}

impl Canvas {
    /// Draws the chart; says what was done.
    pub fn show(&mut self, ui: &mut egui::Ui, scene: &Scene<'_>, view: &mut View) -> Option<Deed> {
        let (chart, words) = (scene.chart, scene.words);
        let ink = ChartInk::of(ui);
        let (rows, height) = lanes::rows(chart, scene.measures);
        let strip = if chart.density.is_some() { DENSITY } else { 0.0 };
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let (head, head_response) = ui.allocate_exact_size(vec2(ui.available_width(), AXIS + strip), Sense::click());
        head_response.widget_info(|| WidgetInfo::labeled(Role::Group, true, &chart.title));
        ui.painter().rect_filled(head, 0.0, ink.paper);
        let is_hot = scene.can_edit && (self.drag.is_some() || self.hot(ui).is_some());
        let mut deed = None;
        let mut seen = None;
        egui::ScrollArea::vertical().id_salt("timeline-lanes").auto_shrink([false, false]).show(ui, |ui| {
            // The lanes fill what there is, so that the grid never ends in the air.
            let height = height.max(ui.available_height() - 2.0);
            ui.horizontal_top(|ui| {
                let (gutter, _) = ui.allocate_exact_size(vec2(gutter_width(ui), height), Sense::hover());
                let plotted = plot(ui, chart, view, height, !is_hot);
                let (sight, response) = (Sight::new(plotted.transform, &chart.folds), plotted.response);
                let description = chart.description.as_str();
                response.widget_info(|| WidgetInfo::labeled(Role::Figure, true, description));
                let painter = ui.painter().with_clip_rect(sight.frame().intersect(ui.clip_rect()));
                let all = ui.painter().with_clip_rect(gutter.union(sight.frame()).intersect(ui.clip_rect()));
                let axis = head::axis_of(chart, &sight, words);
                let whole = sight.frame().y_range();
                stripes(&all, &rows, gutter.left(), &sight, &ink);
                head::grid(&painter, &axis, &sight, &ink);
                head::folds(&painter, &sight, whole, &ink);
                if let Some(density) = &chart.density {
                    head::copy_date(&painter, density, &sight, whole, 0.10, &ink);
                }
                gutter_labels(ui, &rows, gutter, scene.person, &ink);
                let dragged = self.drag.map(|drag| (drag.post, drag.end, drag.day));
                let lanes = Lanes { painter: &painter, sight: &sight, ink: &ink, words, marked: scene.marked, dragged };
                let content::Drawn { hits, grips } = lanes.paint(&rows);
                head::asked(&painter, scene.asked, &sight, whole, &ink);
                self.grips = grips;
                deed = keys(ui, &response, view)
                    .or_else(|| if scene.can_edit { self.dragging(ui, &response, scene, &sight, &painter, &ink) } else { None })
                    .or_else(|| if is_hot { double_on_grip(&response, &hits) } else { point_at(&response, &hits, chart, &sight, words) });
                seen = Some((sight, gutter, axis));
            });
        });
        let (sight, gutter, axis) = seen?;
        let painter = ui.painter().with_clip_rect(head.intersect(ui.clip_rect()));
        head::axis(&painter, &axis, &sight, head, gutter.right(), &ink);
        if let Some(density) = &chart.density {
            let strip = Rect::from_min_max(pos2(head.left(), head.top() + AXIS), head.max);
            head::density_strip(ui, density, &sight, strip, gutter, &ink, words);
        }
        let plotted = egui::Rangef::new(gutter.right(), sight.frame().right());
        let over = Rect::from_x_y_ranges(plotted, head.y_range());
        head::asked(&painter.with_clip_rect(over.intersect(painter.clip_rect())), scene.asked, &sight, head.y_range(), &ink);
        if head_response.clicked()
            && let Some(pointer) = head_response.interact_pointer_pos()
            && plotted.contains(pointer.x)
        {
            deed = deed.or_else(|| sight.day(pointer.x).map(Deed::Day));
        }
        if view.settle(chart, sight.places()) {
            ui.request_repaint();
        }
        deed
    }

    /// The end the pointer is over, as drawn in the last frame.
    fn hot(&self, ui: &egui::Ui) -> Option<Grip> {
        let pointer = ui.input(|input| input.pointer.press_origin().or(input.pointer.hover_pos()))?;
        // What was drawn last lies on top.
        self.grips.iter().rev().find(|grip| grip.rect.contains(pointer)).copied()
    }

    /// Takes hold of an end, moves it, lets go: one deed, when the button is released. Escape puts it back.
    fn dragging(
        &mut self,
        ui: &egui::Ui,
        response: &egui::Response,
        scene: &Scene<'_>,
        sight: &Sight<'_>,
        painter: &Painter,
        ink: &ChartInk,
    ) -> Option<Deed> {
        if self.drag.is_none() && response.drag_started_by(egui::PointerButton::Primary) {
            let grip = self.hot(ui)?;
            let pressed = ui.input(|input| input.pointer.press_origin())?;
            self.drag = Drag::of(grip, scene.chart, sight.moment(pressed.x));
        }
        let Some(drag) = self.drag else {
            if response.hovered() && self.hot(ui).is_some() {
                ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
            }
            return None;
        };
        ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            self.drag = None;
            return None;
        }
        if let Some(pointer) = response.interact_pointer_pos()
            && let Some(day) = day_from_number((sight.moment(pointer.x) - drag.offset).round() as i32)
        {
            self.drag = Some(Drag { day: day.clamp(drag.limits.0, drag.limits.1), ..drag });
        }
        let drag = self.drag.unwrap_or(drag);
        let day = match drag.end {
            End::From => drag.day,
            End::To => drag.day.yesterday().unwrap_or(drag.day),
        };
        let id = if drag.end == End::From { "timeline-drag-from" } else { "timeline-drag-to" };
        let text = scene.words.text_with(id, &crate::args! { "day" => format::day(day, scene.words.language()) });
        head::flag(painter, sight.x(drag.day), sight.frame().y_range(), &text, ink);
        if response.drag_stopped() {
            self.drag = None;
            return Some(Deed::Moved { post: drag.post, end: drag.end, day });
        }
        if !response.dragged() {
            self.drag = None;
        }
        None
    }
}

impl Drag {
    fn of(grip: Grip, chart: &Timeline, pressed: f64) -> Option<Self> {
        let target = Target::Post(grip.post);
        let bar = chart.lanes.iter().flat_map(|lane| &lane.bars).find(|bar| bar.target == target)?;
        let (from, until) = bar.possible;
        // An end never passes the other one: a post has a day at least.
        let (day, limits) = match grip.end {
            End::From => (from, (Day::MIN, until.yesterday().unwrap_or(until))),
            End::To => (until, (from.tomorrow().unwrap_or(from), Day::MAX)),
        };
        let offset = pressed - f64::from(day_number(day));
        Some(Self { post: grip.post, end: grip.end, day, offset, limits })
    }
}

/// Room for the names of the lanes.
pub fn gutter_width(ui: &egui::Ui) -> f32 {
    GUTTER.min(ui.available_width() * 0.4)
}

/// The plot that owns the visible span. Up and down it does not move.
fn plot(ui: &mut egui::Ui, chart: &Timeline, view: &mut View, height: f32, can_drag: bool) -> egui_plot::PlotResponse<()> {
    let wanted = view.take_wanted(chart);
    Plot::new("timeline")
        .height(height)
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .show_crosshair(false)
        .allow_zoom([true, false])
        .allow_drag([can_drag, false])
        .allow_scroll([true, false])
        .allow_boxed_zoom(false)
        .allow_double_click_reset(false)
        .set_margin_fraction(vec2(0.0, 0.0))
        .show(ui, move |plot_ui| {
            plot_ui.set_plot_bounds_y(0.0..=1.0);
            if let Some((from, until)) = wanted {
                plot_ui.set_plot_bounds_x(from..=until);
            }
        })
}

/// With the focus on the chart: left and right move, plus and minus zoom, up and down select, Enter edits, Home shows everything.
fn keys(ui: &egui::Ui, response: &egui::Response, view: &mut View) -> Option<Deed> {
    if !response.has_focus() {
        return None;
    }
    ui.memory_mut(|memory| {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        memory.set_focus_lock_filter(response.id, filter);
    });
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let moves = [
        (Key::ArrowLeft, Wanted::Shift(-0.1)),
        (Key::ArrowRight, Wanted::Shift(0.1)),
        (Key::Plus, Wanted::Zoom(0.8)),
        (Key::Equals, Wanted::Zoom(0.8)),
        (Key::Minus, Wanted::Zoom(1.25)),
        (Key::Home, Wanted::All),
    ];
    for (_, wanted) in moves.into_iter().filter(|(key, _)| pressed(*key)) {
        view.want(wanted);
    }
    if pressed(Key::ArrowDown) || pressed(Key::ArrowUp) {
        return Some(Deed::Step(pressed(Key::ArrowDown)));
    }
    pressed(Key::Enter).then_some(Deed::Edit(None))
}

/// Every other lane on a ground of its own, with a line between people, files and the rest.
fn stripes(painter: &Painter, rows: &[Row<'_>], left: f32, sight: &Sight<'_>, ink: &ChartInk) {
    let frame = sight.frame();
    painter.rect_filled(Rect::from_min_max(pos2(left, frame.top()), frame.max), 0.0, ink.paper);
    for (at, row) in rows.iter().enumerate() {
        let rect = Rect::from_min_size(pos2(left, frame.top() + row.top), vec2(frame.right() - left, row.height));
        if !rect.intersects(painter.clip_rect()) {
            continue;
        }
        if at % 2 == 1 {
            painter.rect_filled(rect, 0.0, ink.stripe);
        }
        if at > 0 && rows[at - 1].lane.kind != row.lane.kind {
            painter.hline(rect.x_range(), rect.top(), Stroke::new(1.0, ink.soft.gamma_multiply(0.6)));
        }
    }
}

/// A text in two lines at most, cut if need be, with its place in the accessibility tree.
pub fn name(ui: &mut egui::Ui, rect: Rect, text: &str, color: egui::Color32, is_strong: bool) {
    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(egui::Layout::left_to_right(egui::Align::Center)), |ui| {
        ui.set_clip_rect(rect.intersect(ui.clip_rect()));
        let written = egui::RichText::new(text).size(TEXT + 1.0).color(color);
        let label = Label::new(if is_strong { written.underline() } else { written }).selectable(false);
        if rect.height() > 34.0 { ui.add(label.wrap()) } else { ui.add(label.truncate()) }.on_hover_text(text);
    });
}

fn gutter_labels(ui: &mut egui::Ui, rows: &[Row<'_>], gutter: Rect, person: Option<&str>, ink: &ChartInk) {
    for row in rows {
        let rect = Rect::from_min_size(pos2(gutter.left() + 6.0, gutter.top() + row.top), vec2(gutter.width() - 12.0, row.height));
        if rect.intersects(ui.clip_rect()) {
            name(ui, rect, &row.lane.label, ink.ink, person == Some(row.lane.label.as_str()));
        }
    }
    let line = ui.painter().clone();
    line.vline(gutter.right(), gutter.y_range(), Stroke::new(1.0, ink.soft));
}

/// What the pointer is over gets its sentence; says what was clicked.
fn point_at(response: &egui::Response, hits: &[Hit<'_>], chart: &Timeline, sight: &Sight<'_>, words: &Words) -> Option<Deed> {
    let pointer = response.hover_pos()?;
    // What was drawn last lies on top.
    let hit = hits.iter().rev().find(|hit| hit.rect.expand(2.0).contains(pointer));
    let Some(hit) = hit else {
        let limits = chart.density.iter().flat_map(|density| head::limits(density, sight, words));
        let limit = limits.into_iter().find(|(reach, _)| reach.contains(pointer.x)).map(|(_, text)| text);
        if let Some(text) = limit.or_else(|| head::fold_at(sight, pointer.x, words)) {
            response.clone().on_hover_text_at_pointer(text);
        }
        return if response.clicked() { sight.day(pointer.x).map(Deed::Day) } else { None };
    };
    let response = response.clone().on_hover_text_at_pointer(hit.detail.as_ref());
    let target = hit.target?;
    let response = response.on_hover_cursor(CursorIcon::PointingHand);
    if response.double_clicked() {
        return Some(Deed::Edit(Some(target.clone())));
    }
    let with_shift = response.ctx.input(|input| input.modifiers.shift);
    response.clicked().then(|| Deed::Click { target: target.clone(), with_shift })
}

/// On the end of a bar a click selects it, and a double click edits it, as anywhere else on it.
fn double_on_grip(response: &egui::Response, hits: &[Hit<'_>]) -> Option<Deed> {
    let pointer = response.interact_pointer_pos()?;
    let target = hits.iter().rev().find(|hit| hit.rect.expand(4.0).contains(pointer))?.target?.clone();
    if response.double_clicked() {
        return Some(Deed::Edit(Some(target)));
    }
    let with_shift = response.ctx.input(|input| input.modifiers.shift);
    response.clicked().then_some(Deed::Click { target, with_shift })
}
