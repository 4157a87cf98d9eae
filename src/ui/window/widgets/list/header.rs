//! The titles of the columns: they sort, are drawn wider, and offer what can be done with a column.

use super::contract::{Column, Kind, Spec};
use super::frequency::Frequency;
use super::{List, Rows};
use crate::model::SortedBy;
use crate::ui::window::room::RoomContext;
use crate::ui::window::theme;
use crate::ui::window::widgets::table::header_text;
use egui::accesskit::SortDirection;
use egui::{Align, Button, CursorIcon, Key, Layout, Pos2, Rect, Role, Sense, Shape, Stroke, TextWrapMode, Ui, UiBuilder, WidgetInfo, pos2, vec2};

/// Height of titles with a line above.
const TWO_LINES: f32 = 40.0;
/// No column is narrower.
pub const NARROWEST: f32 = 36.0;

/// How high the header is.
pub fn height(rows: &dyn Rows) -> f32 {
    if rows.columns().iter().any(|column| !column.above.is_empty()) { TWO_LINES } else { theme::HEADER_HEIGHT }
}

/// Where the text of a cell stands. Numbers keep away from the texts that follow them.
pub fn inside(cell: Rect, kind: Kind) -> Rect {
    let right = if kind == Kind::Number { 11.0 } else { 4.0 };
    Rect::from_min_max(cell.min + vec2(4.0, 0.0), cell.max - vec2(right, 0.0))
}

/// What somebody did with a title.
enum Deed {
    Sort { is_added: bool },
    SortBy { is_descending: bool },
    Unsort,
    Count,
    Hide,
    Width(f32),
    Keep,
}

impl List {
    /// Draws the titles into `rect`, of columns this wide.
    pub(super) fn header(&mut self, ui: &mut Ui, ctx: &RoomContext<'_>, spec: &Spec<'_>, rect: Rect, columns: &[(usize, f32)]) {
        let mut left = rect.left();
        for &(at, width) in columns {
            let cell = Rect::from_min_size(pos2(left, rect.top()), vec2(width, rect.height()));
            left += width;
            let column = &spec.rows.columns()[at];
            let deed = self.title(ui, ctx, column, cell, width);
            if let Some(deed) = deed {
                self.done(ctx, spec, at, &deed);
            }
        }
        let t = theme::tokens(ui);
        ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, Stroke::new(1.0, t.line));
    }

    fn done(&mut self, ctx: &RoomContext<'_>, spec: &Spec<'_>, at: usize, deed: &Deed) {
        let id = spec.rows.columns()[at].id.to_string();
        match *deed {
            Deed::Sort { is_added } => self.sort(&id, is_added),
            Deed::SortBy { is_descending } => {
                self.layout.sort = vec![SortedBy { column: id, is_descending }];
                self.scroll.home();
            }
            Deed::Unsort => self.layout.sort.retain(|sort| sort.column != id),
            Deed::Count => {
                self.frequency = Some(Box::new(Frequency::new(at)));
                return;
            }
            Deed::Hide => drop(self.layout.shown.insert(id, false)),
            Deed::Width(width) => {
                self.layout.widths.insert(id, width.max(NARROWEST).round());
                return;
            }
            Deed::Keep => {}
        }
        self.keep(ctx, spec);
    }

    fn title(&self, ui: &mut Ui, ctx: &RoomContext<'_>, column: &Column, rect: Rect, width: f32) -> Option<Deed> {
        let words = ctx.words;
        let sorted = self.layout.sort.iter().position(|sort| sort.column == column.id);
        let is_descending = sorted.is_some_and(|at| self.layout.sort[at].is_descending);
        let layout = if column.kind == Kind::Number { Layout::right_to_left(Align::Center) } else { Layout::left_to_right(Align::Center) };
        let builder = UiBuilder::new().id_salt(("title", &column.id)).max_rect(inside(rect, column.kind)).layout(layout);
        let mut cell = ui.new_child(builder.accessibility_role(Role::ColumnHeader));
        cell.set_clip_rect(rect.intersect(ui.clip_rect()));
        if sorted.is_some() {
            cell.ctx().accesskit_node_builder(cell.unique_id(), |node| {
                node.set_sort_direction(if is_descending { SortDirection::Descending } else { SortDirection::Ascending });
            });
        }
        cell.style_mut().wrap_mode = Some(TextWrapMode::Truncate);
        cell.spacing_mut().button_padding = vec2(0.0, 0.0);
        cell.spacing_mut().item_spacing = vec2(3.0, 0.0);
        let mark = match sorted {
            Some(_) if self.layout.sort.len() > 1 => 20.0,
            Some(_) => 12.0,
            None => 0.0,
        };
        let response = if column.above.is_empty() {
            cell.set_max_width((cell.available_width() - mark).max(8.0));
            let title = header_text(ui, &column.title);
            if column.sorts {
                cell.add(Button::new(title).frame(false))
            } else {
                cell.add(egui::Label::new(title).sense(Sense::click()).selectable(false))
            }
        } else {
            cell.spacing_mut().interact_size.y = 17.0;
            cell.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                ui.set_max_width((ui.available_width() - mark).max(8.0));
                ui.add(egui::Label::new(header_text(ui, &column.above)).truncate().selectable(false));
                ui.add(Button::new(egui::RichText::new(column.title.as_str()).size(13.0)).frame(false).truncate())
            })
            .inner
        };
        if let Some(at) = sorted {
            let is_right = column.kind == Kind::Number;
            let x = if is_right { response.rect.left() - 7.0 } else { response.rect.right() + 7.0 };
            sort_mark(&cell, pos2(x, response.rect.center().y), is_descending);
            if self.layout.sort.len() > 1 {
                let x = if is_right { x - 7.0 } else { x + 7.0 };
                let font = egui::FontId::proportional(10.0);
                cell.painter().text(pos2(x, rect.center().y - 4.0), egui::Align2::CENTER_CENTER, at + 1, font, theme::tokens(ui).text_weak);
            }
        }
        let mut deed = None;
        if response.clicked() && column.sorts {
            deed = Some(Deed::Sort { is_added: ui.input(|input| input.modifiers.shift) });
        }
        if response.has_focus() {
            let step = ui.input(|input| f32::from(input.key_pressed(Key::Plus)) - f32::from(input.key_pressed(Key::Minus)));
            if step != 0.0 {
                deed = Some(Deed::Width(width + step * 20.0));
            }
        }
        response.context_menu(|ui| {
            ui.set_min_width(200.0);
            let mut entry = |ui: &mut Ui, id: &str, of: Deed| {
                if ui.button(words.text(id)).clicked() {
                    deed = Some(of);
                    ui.close();
                }
            };
            if column.sorts {
                entry(ui, "list-sort-up", Deed::SortBy { is_descending: false });
                entry(ui, "list-sort-down", Deed::SortBy { is_descending: true });
                entry(ui, "list-sort-also", Deed::Sort { is_added: true });
                if sorted.is_some() {
                    entry(ui, "list-sort-not", Deed::Unsort);
                }
                ui.separator();
            }
            entry(ui, "list-count-values", Deed::Count);
            ui.separator();
            entry(ui, "list-hide-column", Deed::Hide);
        });
        let hint = words.text("list-title-hint");
        let about = [column.full_title().as_str(), column.hint.as_str(), hint.as_str()]
            .into_iter()
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join("\n");
        response.on_hover_text(about);
        resizer(ui, ctx, column, rect, width).or(deed)
    }
}

/// The edge of a column, which is drawn wider.
fn resizer(ui: &mut Ui, ctx: &RoomContext<'_>, column: &Column, rect: Rect, width: f32) -> Option<Deed> {
    let edge = Rect::from_min_max(pos2(rect.right() - 4.0, rect.top()), pos2(rect.right() + 3.0, rect.bottom()));
    let response = ui.interact(edge, ui.scope_id().with(("edge", &column.id)), Sense::DRAG);
    let name = ctx.words.text_with("list-width-of", &crate::args! { "column" => column.full_title() });
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, &name));
    let t = theme::tokens(ui);
    let is_held = response.dragged() || response.hovered();
    let ink = if is_held { t.accent } else { t.line };
    ui.painter().vline(rect.right() - 0.5, rect.shrink2(vec2(0.0, 5.0)).y_range(), Stroke::new(1.0, ink));
    let response = response.on_hover_cursor(CursorIcon::ResizeHorizontal);
    if response.drag_stopped() {
        Some(Deed::Keep)
    } else if response.dragged() {
        response
            .interact_pointer_pos()
            .map(|pointer| Deed::Width((pointer.x - rect.left()).max(NARROWEST)))
            .filter(|_| response.drag_delta().x != 0.0 || width > 0.0)
    } else {
        None
    }
}

fn sort_mark(ui: &Ui, at: Pos2, is_descending: bool) {
    let tip = if is_descending { 3.0 } else { -3.0 };
    let points = vec![at + vec2(-3.5, -tip * 0.6), at + vec2(3.5, -tip * 0.6), at + vec2(0.0, tip)];
    ui.painter().add(Shape::convex_polygon(points, ui.visuals().strong_text_color(), Stroke::NONE));
}
