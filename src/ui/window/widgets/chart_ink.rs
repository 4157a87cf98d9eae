//! The colours of charts in the window: those of paper ([`palette`]) in the light theme, lightened in the dark one, the theme's own where contrast is strong.

use crate::chart::palette::{self, Rgb};
use crate::ui::window::theme::{self, Tokens, tokens};
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
        Self::with(tokens(ui), ui.visuals().dark_mode)
    }

    fn with(t: &Tokens, is_dark: bool) -> Self {
        match is_dark {
            _ if theme::is_contrast(t) => Self::strong(t),
            true => Self::dark(t),
            false => Self::on_paper(),
        }
    }

    /// Nothing but the inks of the theme, on its ground: what is light elsewhere is empty here, and its hatching and outline say what it is.
    fn strong(t: &Tokens) -> Self {
        let [_, copy, source, message, ..] = t.series;
        Self {
            paper: t.surface,
            ink: t.text,
            soft: t.text_weak,
            grid: mix(t.surface, t.line, 0.3),
            stripe: t.sunken,
            access: t.certain,
            access_light: t.surface,
            other: t.unknown,
            other_light: t.sunken,
            source,
            source_light: t.surface,
            copy,
            copy_light: t.accent_soft,
            message,
            event: t.text,
            export: t.bad,
            on_full: t.on_accent,
        }
    }

    fn dark(t: &Tokens) -> Self {
        let strong = |rgb| mix(color(rgb), Color32::WHITE, 0.5);
        let light = |rgb| mix(t.surface, color(rgb), 0.42);
        Self {
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
        }
    }

    fn on_paper() -> Self {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::window::black_and_white::contrast;

    #[test]
    fn texts_and_lines_of_charts_stand_out_in_every_theme() {
        let themes = [
            (theme::LIGHT, false, 4.5, 3.0),
            (theme::DARK, true, 4.5, 3.0),
            (theme::CONTRAST_LIGHT, false, 7.0, 4.5),
            (theme::CONTRAST_DARK, true, 7.0, 4.5),
        ];
        for (t, is_dark, of_text, of_line) in themes {
            let ink = ChartInk::with(&t, is_dark);
            let texts = [ink.paper, ink.stripe, ink.access_light, ink.source_light, ink.copy_light, ink.other_light].map(|ground| (ink.ink, ground));
            let weak = [ink.paper, ink.stripe].map(|ground| (ink.soft, ground));
            for (text, ground) in texts.into_iter().chain(weak).chain([(ink.on_full, ink.access), (ink.on_full, ink.source)]) {
                assert!(contrast(text, ground) >= of_text, "{text:?} on {ground:?}: {:.2}", contrast(text, ground));
            }
            // WCAG 2.2, 1.4.11: what has to be seen to read the chart. The grid only helps.
            for line in [ink.access, ink.source, ink.copy, ink.message, ink.event, ink.export, ink.other] {
                for ground in [ink.paper, ink.stripe] {
                    assert!(contrast(line, ground) >= of_line, "{line:?} on {ground:?}: {:.2}", contrast(line, ground));
                }
            }
            for (line, ground) in [(ink.access, ink.access_light), (ink.source, ink.source_light), (ink.copy, ink.copy_light)] {
                assert!(contrast(line, ground) >= of_line.min(3.0), "{line:?} on {ground:?}: {:.2}", contrast(line, ground));
            }
        }
    }

    #[test]
    fn where_contrast_is_strong_charts_have_no_ink_of_their_own() {
        for t in [theme::CONTRAST_LIGHT, theme::CONTRAST_DARK] {
            let ink = ChartInk::with(&t, t == theme::CONTRAST_DARK);
            let own = [t.surface, t.text, t.text_weak, t.sunken, t.certain, t.unknown, t.accent_soft, t.bad, t.on_accent];
            let drawn = [
                ink.paper,
                ink.ink,
                ink.soft,
                ink.stripe,
                ink.access,
                ink.access_light,
                ink.other,
                ink.other_light,
                ink.source,
                ink.source_light,
                ink.copy,
                ink.copy_light,
                ink.message,
                ink.event,
                ink.export,
                ink.on_full,
            ];
            assert!(drawn.iter().all(|colour| own.contains(colour) || t.series.contains(colour)));
        }
    }
}
