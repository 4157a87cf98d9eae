//! The rows in view, and how mouse and keyboard go about in them.

use super::contract::{CellAt, Cells, Kind, Spec};
use super::scroll::BAR;
use super::{List, header};
use crate::ui::window::command::Command;
use crate::ui::window::kit;
use crate::ui::window::notes::signs;
use crate::ui::window::room::RoomContext;
use crate::ui::window::theme::tokens;
use crate::ui::window::widgets::{empty, table};
use egui::{
    Align, Color32, EventFilter, Id, Key, Layout, Modifiers, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

/// A column narrower than this has no room for tags beside its text.
const ROOM_FOR_TAGS: f32 = 140.0;
/// So much of the cell belongs to its text.
const ROOM_FOR_TEXT: f32 = 100.0;
/// Height of the strip a sideways scroll bar needs.
const STRIP: f32 = 10.0;

impl List {
    /// Draws titles and rows; the row that was opened.
    pub(super) fn table(
        &mut self,
        ui: &mut Ui,
        ctx: &RoomContext<'_>,
        spec: &Spec<'_>,
        id: Id,
        cells: &mut dyn Cells,
        commands: &mut Vec<Command>,
    ) -> Option<usize> {
        let rows = spec.rows.as_ref();
        let Some(arranged) = self.arranged() else {
            ui.horizontal(|ui| {
                ui.spinner();
                ui.weak(ctx.words.text("list-arranging"));
            });
            return None;
        };
        let order = &arranged.order;
        let head = header::height(rows);
        let available = ui.available_size();
        let is_wide = self.widths(rows, available.x - BAR).1;
        let strip = if is_wide { STRIP } else { 0.0 };
        let least = head + 2.0 * spec.row_height;
        let height = if spec.fits { head + order.len().max(1) as f32 * spec.row_height + strip } else { available.y.max(least) };
        let (outer, _) = ui.allocate_exact_size(vec2(available.x, height), Sense::hover());
        let view = outer.height() - head - strip;
        let is_long = !spec.fits && order.len() as f64 * f64::from(spec.row_height) > f64::from(view);
        let width = outer.width() - if is_long { BAR } else { 0.0 };
        let (columns, _) = self.widths(rows, width);
        let total = columns.iter().map(|(_, width)| width).sum::<f32>().max(width);

        // The whole of it takes the keyboard; rows are not stations of the Tab key.
        let body = Rect::from_min_size(outer.min + vec2(0.0, head), vec2(width, view));
        let grid = ui.interact(body, id, Sense::click());
        grid.widget_info(|| WidgetInfo::labeled(Role::Grid, true, &spec.name));
        let has_focus = grid.has_focus();
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_row_count(order.len());
            node.set_column_count(columns.len());
        });
        if grid.clicked() {
            grid.request_focus();
        } else if grid.clicked_elsewhere() && has_focus && !body.contains(ui.input(|input| input.pointer.interact_pos()).unwrap_or_default()) {
            grid.surrender_focus();
        }
        let is_front = ctx.lists.meet(id, has_focus);
        let mut opened = None;
        // Pages are nobody else's; arrows lead from field to field as long as one has the focus.
        let is_paged = is_front && !ui.ctx().text_edit_focused() && is_uncovered(ui);
        if has_focus || is_paged {
            ui.memory_mut(|memory| {
                memory.set_focus_lock_filter(id, EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() });
            });
            let page = Page { rows: (view / spec.row_height).floor().max(1.0) as usize, row: spec.row_height };
            let has_arrows = has_focus || ui.memory(|memory| memory.focused().is_none());
            opened = self.keyboard(ui, order, page, (has_focus, has_arrows));
        }
        if !spec.fits && ui.rect_contains_pointer(body) {
            let delta = ui.input_mut(|input| std::mem::take(&mut input.smooth_scroll_delta.y));
            self.scroll.by(-f64::from(delta));
        }
        if let Some(row) = self.to_show.take()
            && !spec.fits
            && let Some(place) = order.iter().position(|&shown| shown == row)
        {
            self.scroll.show(place, spec.row_height, view);
        }
        if is_long {
            let track = Rect::from_min_max(pos2(outer.right() - BAR, body.top()), pos2(outer.right(), body.bottom()));
            self.scroll.bar(
                ui,
                track,
                order.len(),
                spec.row_height,
                &ctx.words.text_with("list-scroll", &crate::args! { "list" => spec.name.as_str() }),
            );
        }
        let seen = self.scroll.in_view(order.len(), spec.row_height, if spec.fits { f32::INFINITY } else { view });
        let inner = Rect::from_min_size(outer.min, vec2(width, outer.height()));
        let mut across = ui.new_child(UiBuilder::new().id_salt((spec.id, "across")).max_rect(inner).accessibility_parent(id));
        if strip > 0.0 {
            kit::room_for_scroll_bar(&mut across);
        }
        ScrollArea::horizontal().id_salt("across").auto_shrink([false, false]).show(&mut across, |ui| {
            let (all, _) = ui.allocate_exact_size(vec2(total, head + view), Sense::hover());
            self.header(ui, ctx, spec, Rect::from_min_size(all.min, vec2(total, head)), &columns);
            let clip = Rect::from_min_max(pos2(ui.clip_rect().left(), all.top() + head), pos2(ui.clip_rect().right(), all.bottom()))
                .intersect(ui.clip_rect());
            for place in seen.first..seen.end {
                let top = all.top() + head + seen.offset + (place - seen.first) as f32 * spec.row_height;
                let rect = Rect::from_min_size(pos2(all.left(), top), vec2(total, spec.row_height));
                let at = Place { id, nth: place, rect, clip, has_focus };
                if let Some(row) = self.row(ui, ctx, spec, &columns, order, &at, cells, commands) {
                    opened = Some(row);
                }
            }
        });
        if order.is_empty() {
            let mut nothing = ui.new_child(UiBuilder::new().max_rect(body.shrink2(vec2(4.0, 2.0))));
            empty::nothing_here(&mut nothing, &ctx.words.text("rooms-nothing-matches"));
        }
        if let Some(row) = opened {
            // It was seen where it was opened.
            self.selected_before = Some(row);
        }
        opened
    }

    #[expect(clippy::too_many_arguments, reason = "what a row is drawn from")]
    fn row(
        &mut self,
        ui: &mut Ui,
        ctx: &RoomContext<'_>,
        spec: &Spec<'_>,
        columns: &[(usize, f32)],
        order: &[u32],
        at: &Place,
        cells: &mut dyn Cells,
        commands: &mut Vec<Command>,
    ) -> Option<usize> {
        let number = order[at.nth];
        let row = number as usize;
        let is_selected = spec.selected == Some(row);
        let is_marked = self.marks.has(number) && (self.marks.count() > 1 || spec.selected.is_none());
        let mut line = ui.new_child(UiBuilder::new().id_salt(("row", number)).max_rect(at.rect).accessibility_role(Role::Row));
        line.set_clip_rect(at.clip);
        let mut response = line.interact(at.rect, at.id.with(number), Sense::CLICK);
        if let Some(fill) = ground(&line, at.nth, is_selected, is_marked, response.hovered()) {
            line.painter().rect_filled(at.rect, 0, fill);
        }
        let is_cursor = at.has_focus && self.marks.cursor == Some(number);
        if is_cursor {
            let ring = at.rect.intersect(at.clip).shrink(1.0);
            line.painter().rect_stroke(ring, 2, Stroke::new(1.0, tokens(ui).accent), StrokeKind::Inside);
        }
        let thing = spec.rows.thing(row).filter(|thing| ctx.marks.get(thing).is_some());
        let has_room = |at: usize| columns.iter().any(|&(column, width)| column == at && width >= ROOM_FOR_TAGS);
        let texts = columns.iter().map(|(at, _)| *at).filter(|at| spec.rows.columns()[*at].kind == Kind::Text);
        let tagged = std::iter::once(spec.name_column).chain(texts).find(|at| has_room(*at));
        let mut spoken = Vec::new();
        let mut left = at.rect.left();
        for (&(column, width), index) in columns.iter().zip(0..) {
            let rect = Rect::from_min_size(pos2(left, at.rect.top()), vec2(width, at.rect.height()));
            left += width;
            if !at.clip.intersects(rect) {
                continue;
            }
            let text = spec.rows.text(row, column);
            if is_cursor && !text.is_empty() {
                spoken.push(text.clone().into_owned());
            }
            let builder = UiBuilder::new()
                .id_salt(column)
                .max_rect(header::inside(rect, spec.rows.columns()[column].kind))
                .layout(Layout::left_to_right(Align::Center));
            let mut cell = line.new_child(builder.accessibility_role(Role::Cell));
            cell.set_clip_rect(rect.intersect(at.clip));
            cell.spacing_mut().item_spacing = vec2(4.0, 0.0);
            cell.ctx().accesskit_node_builder(cell.unique_id(), |node| node.set_column_index(index));
            if let Some(thing) = &thing {
                if column == spec.name_column {
                    signs::cell_star(&mut cell, thing, ctx.marks, ctx.words);
                }
                if Some(column) == tagged {
                    // At the end of the cell: what the row is about comes first, and is cut short before them.
                    let room = cell.available_width() - ROOM_FOR_TEXT;
                    cell = behind(cell, |ui| signs::cell_tags(ui, thing, ctx.marks, ctx.words, room));
                }
            }
            if column == spec.name_column {
                response |= name_cell(&mut cell, is_selected, &text);
            } else if !cells.cell(&mut cell, CellAt { row, column, text: &text }, commands) {
                match spec.rows.columns()[column].kind {
                    Kind::Number => table::number_cell(&mut cell, &text),
                    Kind::Text | Kind::Day | Kind::Choice if text.contains(['\n', '\r']) => {
                        table::text_cell(&mut cell, &text.replace(['\n', '\r'], " "));
                    }
                    Kind::Text | Kind::Day | Kind::Choice => table::text_cell(&mut cell, &text),
                }
            }
        }
        ui.ctx().accesskit_node_builder(line.unique_id(), |node| {
            node.set_row_index(at.nth);
            node.set_selected(is_selected || is_marked);
            if is_cursor {
                // Read out as the keyboard comes by.
                node.set_label(spoken.join(", "));
            }
        });
        if is_cursor {
            let row_id = line.unique_id().accesskit_id();
            ui.ctx().accesskit_node_builder(at.id, |node| node.set_active_descendant(row_id));
        }
        if cells.has_menu() {
            ctx.offer().context_menu(&response, || cells.menu(row), commands);
        }
        if response.secondary_clicked() && !self.marks.has(number) {
            // The menu is about the row it was asked for.
            self.marks.only(number);
            return spec.rows.thing(row).map(|_| row);
        }
        if !response.clicked() {
            return None;
        }
        ui.memory_mut(|memory| memory.request_focus(at.id));
        let modifiers = ui.input(|input| input.modifiers);
        if modifiers.command {
            self.marks.toggle(number);
            None
        } else if modifiers.shift {
            self.marks.extend(number, order);
            None
        } else {
            self.marks.only(number);
            Some(row)
        }
    }

    /// Arrows, pages, first and last; with Shift they mark. Space marks, Enter opens, Escape lets go of the marks.
    fn keyboard(&mut self, ui: &Ui, order: &[u32], page: Page, (has_focus, has_arrows): (bool, bool)) -> Option<usize> {
        let last = order.len().checked_sub(1)?;
        let pressed: Vec<(Key, Modifiers)> = ui.input(|input| {
            let keys = input.events.iter().filter_map(|event| match event {
                egui::Event::Key { key, pressed: true, modifiers, .. } => Some((*key, *modifiers)),
                _ => None,
            });
            keys.collect()
        });
        let mut opened = None;
        for (key, modifiers) in pressed {
            if modifiers.alt || modifiers.command && key != Key::Space {
                continue;
            }
            let place = self.marks.cursor.and_then(|cursor| order.iter().position(|&row| row == cursor));
            let target = match key {
                Key::ArrowDown | Key::ArrowUp if !has_arrows => continue,
                Key::ArrowDown => place.map_or(0, |place| (place + 1).min(last)),
                Key::ArrowUp => place.map_or(0, |place| place.saturating_sub(1)),
                Key::PageDown => (place.unwrap_or(0) + page.rows).min(last),
                Key::PageUp => place.unwrap_or(0).saturating_sub(page.rows),
                Key::Home => 0,
                Key::End => last,
                Key::Space if has_focus => {
                    if let Some(place) = place {
                        self.marks.toggle(order[place]);
                    }
                    continue;
                }
                Key::Enter if has_focus => {
                    opened = place.map(|place| order[place] as usize).or(opened);
                    continue;
                }
                Key::Escape if has_focus => {
                    self.marks.clear();
                    continue;
                }
                _ => continue,
            };
            // The row stays where it is in the view, and the page goes by.
            let by = page.rows as f64 * f64::from(page.row);
            match key {
                Key::PageDown => self.scroll.by(by),
                Key::PageUp => self.scroll.by(-by),
                _ => {}
            }
            let row = order[target];
            if modifiers.shift {
                self.marks.extend(row, order);
            } else {
                self.marks.only(row);
                if has_focus && matches!(key, Key::ArrowDown | Key::ArrowUp) {
                    opened = Some(row as usize);
                }
            }
            self.to_show = Some(row);
        }
        opened
    }
}

/// What fits into the view.
#[derive(Clone, Copy)]
struct Page {
    /// Whole rows.
    rows: usize,
    /// Height of one.
    row: f32,
}

/// Where a row is drawn.
struct Place {
    id: Id,
    nth: usize,
    rect: Rect,
    clip: Rect,
    has_focus: bool,
}

/// Whether nothing lies over the list that takes keys first.
fn is_uncovered(ui: &Ui) -> bool {
    ui.memory(|memory| memory.top_modal_layer().is_none()) && !egui::Popup::is_any_open(ui.ctx())
}

/// Draws something at the end of a cell; the rest of the cell.
fn behind(mut cell: Ui, draw: impl FnOnce(&mut Ui)) -> Ui {
    let whole = cell.available_rect_before_wrap();
    let clip = cell.clip_rect();
    let mut end = cell.new_child(UiBuilder::new().id_salt("behind").max_rect(whole).layout(Layout::right_to_left(Align::Center)));
    end.set_clip_rect(clip);
    end.spacing_mut().item_spacing = vec2(4.0, 0.0);
    draw(&mut end);
    let rest = Rect::from_min_max(whole.min, pos2((end.min_rect().left() - 4.0).max(whole.left()), whole.bottom()));
    let mut cell = cell.new_child(UiBuilder::new().id_salt("rest").max_rect(rest).layout(Layout::left_to_right(Align::Center)));
    cell.set_clip_rect(clip.intersect(rest.expand2(vec2(0.0, 4.0))));
    cell.spacing_mut().item_spacing = vec2(4.0, 0.0);
    cell
}

/// What lies under a row.
fn ground(ui: &Ui, place: usize, is_selected: bool, is_marked: bool, is_hovered: bool) -> Option<Color32> {
    let t = tokens(ui);
    if is_selected {
        Some(ui.visuals().selection.bg_fill)
    } else if is_marked {
        Some(t.accent_soft)
    } else if is_hovered {
        Some(t.accent_soft.gamma_multiply(0.5))
    } else {
        (place % 2 == 1).then(|| ui.visuals().faint_bg_color)
    }
}

/// The text that opens a row. A click anywhere in the row does the same; the Tab key goes past it.
fn name_cell(ui: &mut Ui, is_selected: bool, text: &str) -> Response {
    ui.style_mut().wrap_mode = Some(egui::TextWrapMode::Truncate);
    ui.spacing_mut().button_padding = vec2(0.0, 1.0);
    let shown = egui::RichText::new(text.replace(['\n', '\r'], " ")).strong();
    let response = ui.add(egui::Button::new(shown).frame(false).sense(Sense::CLICK));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_selected, text));
    response
}
