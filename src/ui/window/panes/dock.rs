//! What panes look like: their tabs, the mark of the one in front, the lines between them. Dragging and docking is the work of `egui_tiles`.

use crate::ui::window::icons::{self, Icon};
use crate::ui::window::kit;
use crate::ui::window::room::Room;
use crate::ui::window::theme::{tokens, tokens_of};
use crate::words::Words;
use egui::{
    Color32, CornerRadius, Frame, Id, Margin, Rect, Response, Role, Sense, Stroke, TextStyle, Ui, Visuals, WidgetInfo, WidgetText, pos2, vec2,
};
use egui_tiles::{Behavior, EditAction, ResizeState, SimplificationOptions, TabState, TileId, Tiles, UiResponse};

/// Height of the bar of tabs.
const BAR: f32 = 30.0;
/// Thickness of the line over the pane in front.
const MARK: f32 = 3.0;

/// What somebody did with the panes in this frame.
#[derive(Clone, Copy, Debug, Default)]
pub struct Happened {
    /// A pane was clicked, or its tab.
    pub front: Option<Room>,
    /// A pane shall be closed.
    pub closed: Option<Room>,
    /// Panes were moved or resized.
    pub is_changed: bool,
}

/// Draws the panes.
pub struct Docking<'a> {
    /// The language.
    pub words: &'a Words,
    /// Draws one room; told whether it is in front.
    pub draw: &'a mut dyn FnMut(&mut Ui, Room, bool),
    pub(super) front: Option<Room>,
    pub(super) wants_focus: bool,
    pub(super) happened: Happened,
}

impl<'a> Docking<'a> {
    /// With what draws a room.
    pub fn new(words: &'a Words, draw: &'a mut dyn FnMut(&mut Ui, Room, bool)) -> Self {
        Self { words, draw, front: None, wants_focus: false, happened: Happened::default() }
    }

    fn name(&self, room: Room) -> String {
        self.words.text(room.name_id())
    }
}

impl Behavior<Room> for Docking<'_> {
    fn pane_ui(&mut self, ui: &mut Ui, _tile: TileId, room: &mut Room) -> UiResponse {
        let t = tokens(ui);
        let (rect, is_front) = (ui.max_rect(), self.front == Some(*room));
        ui.painter().rect_filled(rect, 0, t.canvas);
        let is_pressed = ui.input(|input| input.pointer.any_pressed()) && ui.rect_contains_pointer(rect);
        let state = Id::unique(("pane", *room as u8));
        let before: Option<Id> = ui.data(|data| data.get_temp(state)).flatten();
        let name = self.name(*room);
        let name = if is_front { self.words.text_with("panes-active", &crate::args! { "room" => name.as_str() }) } else { name };
        let place = egui::UiBuilder::new().accessibility_role(Role::TabPanel).accessibility_label(name);
        ui.scope_builder(place, |ui| {
            // A reader that shows where it is reads no place from a part of the window otherwise.
            let bounds = egui::accesskit::Rect::new(rect.left().into(), rect.top().into(), rect.right().into(), rect.bottom().into());
            ui.ctx().accesskit_node_builder(ui.unique_id(), |node| node.set_bounds(bounds));
            Frame::new().inner_margin(Margin::symmetric(12, 10)).show(ui, |ui| (self.draw)(ui, *room, is_front));
        });
        // The keyboard came in from elsewhere: the pane comes to the front with it.
        let layer = ui.layer_id();
        let is_inside = |id: &Id| ui.read_response(*id).is_some_and(|it| it.layer_id == layer && rect.contains(it.rect.center()));
        let held = ui.memory(egui::Memory::focused).filter(is_inside);
        let is_entered = held.is_some() && held != before;
        ui.data_mut(|data| data.insert_temp(state, held));
        if !is_front && (is_pressed || is_entered) {
            self.happened.front = Some(*room);
        }
        UiResponse::None
    }

    fn tab_title_for_pane(&mut self, room: &Room) -> WidgetText {
        self.name(*room).into()
    }

    fn tab_ui(&mut self, tiles: &mut Tiles<Room>, ui: &mut Ui, id: Id, tile: TileId, state: &TabState) -> Response {
        let t = tokens(ui);
        let Some(room) = tiles.get_pane(&tile).copied() else { return ui.interact(Rect::NOTHING, id, Sense::hover()) };
        let (name, is_front) = (self.name(room), self.front == Some(room));
        let ink = if is_front { t.text } else { t.text_weak };
        let galley = WidgetText::from(&*name).into_galley(ui, Some(egui::TextWrapMode::Extend), f32::INFINITY, TextStyle::Body.resolve(ui.style()));
        let (_, rect) = ui.allocate_space(vec2(galley.size().x + 74.0, ui.available_height()));
        let tab = ui.interact(rect, id, Sense::click_and_drag());
        tab.widget_info(|| WidgetInfo::selected(Role::Tab, ui.is_enabled(), is_front, &name));
        if is_front && self.wants_focus {
            tab.request_focus();
        }
        if (tab.clicked() || tab.drag_started()) && !is_front {
            self.happened.front = Some(room);
        }
        if !state.is_being_dragged {
            let painter = ui.painter();
            if state.active {
                painter.rect_filled(rect, 0, t.canvas);
            } else if tab.hovered() {
                painter.rect_filled(rect, 0, t.line.gamma_multiply(0.6));
            }
            if is_front {
                painter.rect_filled(Rect::from_min_size(rect.min, vec2(rect.width(), MARK)), 0, t.accent);
            }
            if tab.has_focus() {
                painter.rect_stroke(rect.shrink(2.0), CornerRadius::same(4), Stroke::new(1.5, t.accent), egui::StrokeKind::Inside);
            }
            let icon = Rect::from_center_size(pos2(rect.left() + 20.0, rect.center().y), vec2(16.0, 16.0));
            icons::paint(painter, icon, Icon::Room(room), if is_front { t.accent } else { ink });
            painter.galley(pos2(rect.left() + 36.0, rect.center().y - galley.size().y / 2.0), galley, ink);
        }
        let close = Rect::from_center_size(pos2(rect.right() - 18.0, rect.center().y), vec2(22.0, 22.0));
        let label = self.words.text_with("panes-close-named", &crate::args! { "room" => name.as_str() });
        let mut inner = ui.new_child(egui::UiBuilder::new().id_salt(("close", room as u8)).max_rect(close));
        if kit::icon_button(&mut inner, Icon::Close, &label, true).clicked() || tab.middle_clicked() {
            self.happened.closed = Some(room);
        }
        tab.on_hover_text(self.words.text("panes-tab-tip"))
    }

    fn drag_ui(&mut self, tiles: &Tiles<Room>, ui: &mut Ui, tile: TileId) {
        let name = tiles.get_pane(&tile).map(|room| self.name(*room)).unwrap_or_default();
        Frame::popup(ui.style()).show(ui, |ui| ui.label(name));
    }

    fn on_edit(&mut self, action: EditAction) {
        self.happened.is_changed |= matches!(action, EditAction::TileDropped | EditAction::TabSelected);
    }

    fn simplification_options(&self) -> SimplificationOptions {
        super::ORDER
    }

    // Keys are commands, in one list.
    fn cycle_tabs_with_keyboard(&self) -> bool {
        false
    }

    fn tab_bar_height(&self, _style: &egui::Style) -> f32 {
        BAR
    }

    fn gap_width(&self, _style: &egui::Style) -> f32 {
        5.0
    }

    fn min_size(&self) -> f32 {
        160.0
    }

    fn tab_bar_color(&self, visuals: &Visuals) -> Color32 {
        tokens_of(visuals).sunken
    }

    fn resize_stroke(&self, style: &egui::Style, state: ResizeState) -> Stroke {
        let t = tokens_of(&style.visuals);
        match state {
            ResizeState::Idle => Stroke::new(1.0, t.line),
            ResizeState::Hovering => Stroke::new(3.0, t.unknown),
            ResizeState::Dragging => Stroke::new(3.0, t.accent),
        }
    }

    fn tab_bar_hline_stroke(&self, visuals: &Visuals) -> Stroke {
        Stroke::new(1.0, tokens_of(visuals).line)
    }

    fn drag_preview_stroke(&self, visuals: &Visuals) -> Stroke {
        Stroke::new(1.5, tokens_of(visuals).accent)
    }

    fn drag_preview_color(&self, visuals: &Visuals) -> Color32 {
        tokens_of(visuals).accent.gamma_multiply(0.25)
    }
}
