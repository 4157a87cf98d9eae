//! The colours of charts in the window: those of paper ([`palette`]) in the light theme, lightened in the dark one.

use crate::chart::palette::{self, Rgb};
use crate::ui::window::theme::tokens;
use egui::{Color32, Painter, Rect, Stroke, lerp, pos2};

/// What a chart is drawn with.
#[derive(Clone, Copy, Debug)]
#[expect(missing_docs, reason = "one per colour of the palette")]
pub struct ChartInk {
    pub paper: Color32,
    pub ink: Color32,
    pub soft: Color32,
    pub grid: Color32,
    pub stripe: Color32,
    pub access: Color32,
    pub access_light: Color32,
    pub other: Color32,
    pub other_light: Color32,
    pub source: Color32,
    pub source_light: Color32,
    pub copy: Color32,
    pub copy_light: Color32,
    pub message: Color32,
    pub event: Color32,
    pub export: Color32,
    /// Text on a full bar.
    pub on_full: Color32,
}

impl ChartInk {
    /// The colours for the theme `ui` is drawn in.
    pub fn of(ui: &egui::Ui) -> Self {
        let t = tokens(ui);
        if ui.visuals().dark_mode {
            let strong = |rgb| mix(color(rgb), Color32::WHITE, 0.5);
            let light = |rgb| mix(t.surface, color(rgb), 0.42);
            return Self {
                paper: t.surface,
                ink: t.text,
                soft: t.text_weak,
                grid: mix(t.surface, t.line, 0.7),
                stripe: mix(t.surface, t.line, 0.25),
                access: strong(palette::ACCESS),
                access_light: light(palette::ACCESS),
                other: strong(palette::OTHER_POST),
                other_light: light(palette::OTHER_POST),
                source: strong(palette::SOURCE),
                source_light: light(palette::SOURCE),
                copy: strong(palette::COPY),
                copy_light: light(palette::COPY),
                message: strong(palette::MESSAGE),
                event: strong(palette::EVENT),
                export: strong(palette::EXPORT),
                on_full: t.sunken,
            };
        }
        Self {
            paper: color(palette::PAPER),
            ink: color(palette::INK),
            soft: color(palette::INK_SOFT),
            grid: color(palette::GRID),
            stripe: color(palette::STRIPE),
            access: color(palette::ACCESS),
            access_light: color(palette::ACCESS_LIGHT),
            other: color(palette::OTHER_POST),
            other_light: color(palette::OTHER_POST_LIGHT),
            source: color(palette::SOURCE),
            source_light: color(palette::SOURCE_LIGHT),
            copy: color(palette::COPY),
            copy_light: color(palette::COPY_LIGHT),
            message: color(palette::MESSAGE),
            event: color(palette::EVENT),
            export: color(palette::EXPORT),
            on_full: color(palette::PAPER),
        }
    }
}

/// Oblique lines over `bar`.
pub fn hatch(painter: &Painter, bar: Rect, colour: Color32) {
    let painter = painter.with_clip_rect(bar.intersect(painter.clip_rect()));
    let mut x = bar.left() - bar.height();
    while x < bar.right() {
        painter.line_segment([pos2(x, bar.bottom()), pos2(x + bar.height(), bar.top())], Stroke::new(1.2, colour));
        x += 5.0;
    }
}

#[expect(clippy::disallowed_methods, reason = "the one place where the palette of paper becomes the window's")]
fn color([r, g, b]: Rgb) -> Color32 {
    Color32::from_rgb(r, g, b)
}

/// `share` of the way from `a` to `b`, both opaque.
#[expect(clippy::disallowed_methods, reason = "both ends come from the palette or the theme")]
fn mix(a: Color32, b: Color32, share: f32) -> Color32 {
    let part = |a: u8, b: u8| lerp(f32::from(a)..=f32::from(b), share).round() as u8;
    Color32::from_rgb(part(a.r(), b.r()), part(a.g(), b.g()), part(a.b(), b.b()))
}
