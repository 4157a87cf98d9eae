//! Design tokens: colours, sizes and spacing of the window, light, dark and both with strong contrast. The only place with literal colours.
//!
//! [`install`] hands them to egui once; rooms and painters that draw by hand take their colours from [`tokens`].

use egui::style::WidgetVisuals;
use egui::{Color32, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Theme, Visuals, vec2};

/// Space inside a card or panel, in points.
pub const PADDING: f32 = 14.0;
/// Space above and below in a card of a list, in points.
pub const PADDING_TIGHT: f32 = 8.0;
/// Space between cards, in points.
pub const GAP: f32 = 10.0;
/// Corner radius of cards and dialogs.
pub const RADIUS: u8 = 10;
/// Corner radius of buttons and fields.
pub const RADIUS_SMALL: u8 = 6;
/// Width of the ring around what has the focus, in points.
pub const FOCUS: f32 = 2.0;
/// Height of a table row, in points.
pub const ROW_HEIGHT: f32 = 26.0;
/// Height of a table header, in points.
pub const HEADER_HEIGHT: f32 = 28.0;

/// The colours of one theme. Meaning is never carried by colour alone: each use has a word or a shape beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tokens {
    /// Behind everything.
    pub canvas: Color32,
    /// Cards, tables, fields.
    pub surface: Color32,
    /// The rail, headers of tables.
    pub sunken: Color32,
    /// Lines between things.
    pub line: Color32,
    /// Text.
    pub text: Color32,
    /// Text of second rank.
    pub text_weak: Color32,
    /// The one accent: selection, main buttons, links.
    pub accent: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// Behind what is selected.
    pub accent_soft: Color32,
    /// Established by documents.
    pub good: Color32,
    /// Behind `good`.
    pub good_soft: Color32,
    /// Deserves a look.
    pub caution: Color32,
    /// Behind `caution`.
    pub caution_soft: Color32,
    /// Went wrong.
    pub bad: Color32,
    /// Behind `bad`.
    pub bad_soft: Color32,
    /// Days certain, cells present.
    pub certain: Color32,
    /// Days possible (hatched).
    pub possible: Color32,
    /// Not known.
    pub unknown: Color32,
    /// Categories that have no order, told apart with most forms of colour blindness.
    pub series: [Color32; 8],
}

#[expect(clippy::disallowed_methods, reason = "this file is where colours are made")]
const fn rgb(hex: u32) -> Color32 {
    Color32::from_rgb((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// The light theme.
pub const LIGHT: Tokens = Tokens {
    canvas: rgb(0x00f3_f4f1),
    surface: rgb(0x00ff_ffff),
    sunken: rgb(0x00e9_ece8),
    line: rgb(0x00d5_d9d3),
    text: rgb(0x001c_2321),
    text_weak: rgb(0x0055_625e),
    accent: rgb(0x0017_6a73),
    on_accent: rgb(0x00ff_ffff),
    accent_soft: rgb(0x00d8_eaea),
    good: rgb(0x0023_6b43),
    good_soft: rgb(0x00e0_f1e6),
    caution: rgb(0x0085_5800),
    caution_soft: rgb(0x00fb_f0d4),
    bad: rgb(0x00a8_2a1f),
    bad_soft: rgb(0x00fb_e6e2),
    certain: rgb(0x0017_6a73),
    possible: rgb(0x007f_b4b8),
    unknown: rgb(0x00b4_bab6),
    series: [
        rgb(0x0000_72b2),
        rgb(0x00d5_5e00),
        rgb(0x0000_9e73),
        rgb(0x00b0_5a8c),
        rgb(0x008a_6d00),
        rgb(0x003b_8fc2),
        rgb(0x006b_4fa0),
        rgb(0x005b_6b66),
    ],
};

/// The dark theme.
pub const DARK: Tokens = Tokens {
    canvas: rgb(0x0016_1a19),
    surface: rgb(0x001e_2423),
    sunken: rgb(0x0011_1514),
    line: rgb(0x0036_3e3c),
    text: rgb(0x00e6_ebe8),
    text_weak: rgb(0x00a2_afaa),
    accent: rgb(0x006f_c3ca),
    on_accent: rgb(0x0008_2124),
    accent_soft: rgb(0x0020_4246),
    good: rgb(0x007f_cf9f),
    good_soft: rgb(0x001d_3a2a),
    caution: rgb(0x00e8_bd5f),
    caution_soft: rgb(0x0041_3415),
    bad: rgb(0x00f2_8f83),
    bad_soft: rgb(0x004a_2521),
    certain: rgb(0x005f_b7be),
    possible: rgb(0x0037_6a6f),
    unknown: rgb(0x005d_6764),
    series: [
        rgb(0x005a_b4e8),
        rgb(0x00f0_9450),
        rgb(0x003f_c79b),
        rgb(0x00dd_92bd),
        rgb(0x00d9_b84a),
        rgb(0x008c_c6ea),
        rgb(0x00af_97dd),
        rgb(0x00a5_b3ae),
    ],
};

/// Strong contrast on white.
pub const CONTRAST_LIGHT: Tokens = Tokens {
    canvas: rgb(0x00fe_ffff),
    surface: rgb(0x00ff_ffff),
    sunken: rgb(0x00f0_f0f0),
    line: rgb(0x0000_0000),
    text: rgb(0x0000_0000),
    text_weak: rgb(0x001f_1f1f),
    accent: rgb(0x0000_3a70),
    on_accent: rgb(0x00ff_ffff),
    accent_soft: rgb(0x00dc_ebff),
    good: rgb(0x0000_4a1c),
    good_soft: rgb(0x00ff_ffff),
    caution: rgb(0x005c_3300),
    caution_soft: rgb(0x00ff_ffff),
    bad: rgb(0x008a_0000),
    bad_soft: rgb(0x00ff_ffff),
    certain: rgb(0x0000_3a70),
    possible: rgb(0x002f_6db0),
    unknown: rgb(0x0059_5959),
    series: [
        rgb(0x0000_4a80),
        rgb(0x0096_3a00),
        rgb(0x0000_5a40),
        rgb(0x0080_2a60),
        rgb(0x005c_4800),
        rgb(0x001f_5f90),
        rgb(0x004a_2f80),
        rgb(0x003a_4744),
    ],
};

/// Strong contrast on black.
pub const CONTRAST_DARK: Tokens = Tokens {
    canvas: rgb(0x0001_0000),
    surface: rgb(0x0000_0000),
    sunken: rgb(0x0014_1414),
    line: rgb(0x00ff_ffff),
    text: rgb(0x00ff_ffff),
    text_weak: rgb(0x00e4_e4e4),
    accent: rgb(0x00ff_e600),
    on_accent: rgb(0x0000_0000),
    accent_soft: rgb(0x0033_3000),
    good: rgb(0x0080_ffb0),
    good_soft: rgb(0x0000_0000),
    caution: rgb(0x00ff_d060),
    caution_soft: rgb(0x0000_0000),
    bad: rgb(0x00ff_a8a0),
    bad_soft: rgb(0x0000_0000),
    certain: rgb(0x00ff_e600),
    possible: rgb(0x00b0_a000),
    unknown: rgb(0x00a6_a6a6),
    series: [
        rgb(0x0080_d0ff),
        rgb(0x00ff_b070),
        rgb(0x0060_e8bc),
        rgb(0x00ff_b0dc),
        rgb(0x00ff_dc60),
        rgb(0x00b0_e0ff),
        rgb(0x00d0_bcff),
        rgb(0x00d0_dcd8),
    ],
};

/// The tokens of the theme `ui` is drawn in: each has a canvas of its own.
pub fn tokens(ui: &egui::Ui) -> &'static Tokens {
    tokens_of(ui.visuals())
}

/// The same where only the visuals are at hand.
pub fn tokens_of(visuals: &Visuals) -> &'static Tokens {
    let of = |is_contrast| of(if visuals.dark_mode { Theme::Dark } else { Theme::Light }, is_contrast);
    let contrast = of(true);
    if visuals.panel_fill == contrast.canvas { contrast } else { of(false) }
}

/// Whether these are the tokens of a theme with strong contrast.
pub fn is_contrast(tokens: &Tokens) -> bool {
    [CONTRAST_LIGHT, CONTRAST_DARK].contains(tokens)
}

/// The tokens of a theme, plain or with strong contrast.
fn of(theme: Theme, is_contrast: bool) -> &'static Tokens {
    match (theme, is_contrast) {
        (Theme::Light, false) => &LIGHT,
        (Theme::Dark, false) => &DARK,
        (Theme::Light, true) => &CONTRAST_LIGHT,
        (Theme::Dark, true) => &CONTRAST_DARK,
    }
}

/// Gives egui both themes and the icons.
pub fn install(ctx: &egui::Context) {
    super::icons::install(ctx);
    dress(ctx, false);
}

/// Puts on a theme.
pub fn wear(ctx: &egui::Context, theme: super::settings::Theme) {
    dress(ctx, theme.is_contrast());
    ctx.set_theme(theme.preference());
}

fn dress(ctx: &egui::Context, is_contrast: bool) {
    for theme in [Theme::Light, Theme::Dark] {
        ctx.style_mut_of(theme, |style| apply(style, theme, is_contrast));
    }
}

/// Draws a ring around whatever the keys act on, in every theme and whatever it looks like by itself.
pub fn focus_ring(ui: &egui::Ui) {
    let Some(focused) = ui.memory(egui::Memory::focused).and_then(|id| ui.ctx().read_response(id)) else { return };
    let stroke = Stroke::new(FOCUS, tokens(ui).accent);
    let painter = ui.ctx().layer_painter(focused.layer_id);
    painter.rect_stroke(focused.interact_rect, CornerRadius::same(RADIUS_SMALL), stroke, egui::StrokeKind::Outside);
}

fn apply(style: &mut Style, theme: Theme, is_contrast: bool) {
    let font = |size| FontId::new(size, FontFamily::Proportional);
    style.text_styles = [
        (TextStyle::Small, font(12.0)),
        (TextStyle::Body, font(14.5)),
        (TextStyle::Button, font(14.5)),
        (TextStyle::Heading, font(21.0)),
        (TextStyle::Monospace, FontId::new(13.0, FontFamily::Monospace)),
    ]
    .into();
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(8.0, 6.0);
    spacing.button_padding = vec2(10.0, 4.0);
    spacing.interact_size = vec2(36.0, 26.0);
    spacing.window_margin = Margin::same(18);
    spacing.menu_margin = Margin::same(6);
    spacing.combo_width = 140.0;
    spacing.icon_spacing = 7.0;
    spacing.tooltip_width = 420.0;
    style.interaction.tooltip_delay = 0.4;
    style.visuals = visuals(theme, is_contrast);
}

fn visuals(theme: Theme, is_contrast: bool) -> Visuals {
    let t = of(theme, is_contrast);
    let mut v = match theme {
        Theme::Light => Visuals::light(),
        Theme::Dark => Visuals::dark(),
    };
    v.panel_fill = t.canvas;
    v.window_fill = t.surface;
    v.extreme_bg_color = t.surface;
    v.text_edit_bg_color = Some(t.surface);
    v.faint_bg_color = t.sunken.gamma_multiply(0.5);
    v.code_bg_color = t.sunken;
    v.weak_text_color = Some(t.text_weak);
    v.hyperlink_color = t.accent;
    v.warn_fg_color = t.caution;
    v.error_fg_color = t.bad;
    v.window_corner_radius = CornerRadius::same(RADIUS);
    v.menu_corner_radius = CornerRadius::same(RADIUS_SMALL);
    v.window_stroke = Stroke::new(1.0, t.line);
    v.window_shadow = Shadow { offset: [0, 6], blur: 24, spread: 0, color: Color32::from_black_alpha(60) };
    v.popup_shadow = Shadow { offset: [0, 3], blur: 12, spread: 0, color: Color32::from_black_alpha(45) };
    v.selection.bg_fill = t.accent_soft;
    v.selection.stroke = Stroke::new(1.0, t.accent);
    v.indent_has_left_vline = false;
    v.disabled_alpha = if is_contrast { 0.75 } else { 0.55 };
    let shape = |fill: Color32, line: Color32, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, line),
        corner_radius: CornerRadius::same(RADIUS_SMALL),
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    v.widgets.noninteractive = shape(t.surface, t.line, t.text);
    v.widgets.inactive = shape(t.surface, t.line, t.text);
    v.widgets.hovered = shape(t.accent_soft, t.accent, t.text);
    v.widgets.active = shape(t.accent_soft, t.accent, t.text);
    v.widgets.open = shape(t.accent_soft, t.accent, t.text);
    // Thin drawn parts (check marks, slider handles) need more than the outline of a field.
    v.widgets.inactive.bg_fill = t.sunken;
    v
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance of WCAG 2.2.
    fn luminance(colour: Color32) -> f64 {
        let [r, g, b, _] = colour.to_array().map(|c| {
            let c = f64::from(c) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    fn contrast(a: Color32, b: Color32) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_stands_out_from_everything_it_is_written_on() {
        for (t, least) in [(LIGHT, 4.5), (DARK, 4.5), (CONTRAST_LIGHT, 7.0), (CONTRAST_DARK, 7.0)] {
            for ground in [t.canvas, t.surface, t.sunken, t.accent_soft] {
                assert!(contrast(t.text, ground) >= 7.0);
                assert!(contrast(t.text_weak, ground) >= least, "{ground:?} {}", contrast(t.text_weak, ground));
                // WCAG 2.2, 1.4.11 and 2.4.13: the ring around what has the focus.
                assert!(contrast(t.accent, ground) >= 3.0, "{ground:?} {}", contrast(t.accent, ground));
            }
            for (text, ground) in [
                (t.on_accent, t.accent),
                (t.accent, t.surface),
                (t.accent, t.accent_soft),
                (t.good, t.good_soft),
                (t.caution, t.caution_soft),
                (t.bad, t.bad_soft),
                (t.bad, t.canvas),
            ] {
                assert!(contrast(text, ground) >= least, "{text:?} on {ground:?}: {}", contrast(text, ground));
            }
            // What is drawn in charts is no text.
            let drawn = t.series.into_iter().chain([t.certain]);
            for ink in drawn {
                assert!(contrast(ink, t.surface) >= if least > 5.0 { 4.5 } else { 3.0 }, "{ink:?}: {}", contrast(ink, t.surface));
            }
        }
    }

    #[test]
    fn every_theme_is_told_from_the_others_by_its_canvas() {
        let mut canvases = [LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK].map(|t| t.canvas.to_array());
        canvases.sort_unstable();
        assert!(canvases.windows(2).all(|two| two[0] != two[1]));
        for (theme, is_contrast) in [(Theme::Light, false), (Theme::Dark, false), (Theme::Light, true), (Theme::Dark, true)] {
            assert_eq!(visuals(theme, is_contrast).panel_fill, of(theme, is_contrast).canvas);
        }
    }
}
