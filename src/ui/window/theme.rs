//! Design tokens: colours, sizes and spacing of the window, light and dark. The only place with literal colours.
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

/// The tokens of the theme `ui` is drawn in.
pub fn tokens(ui: &egui::Ui) -> &'static Tokens {
    of(if ui.visuals().dark_mode { Theme::Dark } else { Theme::Light })
}

/// The tokens of a theme.
pub fn of(theme: Theme) -> &'static Tokens {
    match theme {
        Theme::Light => &LIGHT,
        Theme::Dark => &DARK,
    }
}

/// Gives egui both themes and the icons.
pub fn install(ctx: &egui::Context) {
    super::icons::install(ctx);
    for theme in [Theme::Light, Theme::Dark] {
        ctx.style_mut_of(theme, |style| apply(style, theme));
    }
}

fn apply(style: &mut Style, theme: Theme) {
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
    style.visuals = visuals(theme);
}

fn visuals(theme: Theme) -> Visuals {
    let t = of(theme);
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
    v.disabled_alpha = 0.55;
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
        for t in [LIGHT, DARK] {
            for ground in [t.canvas, t.surface, t.sunken, t.accent_soft] {
                assert!(contrast(t.text, ground) >= 7.0);
                assert!(contrast(t.text_weak, ground) >= 4.5, "{ground:?} {}", contrast(t.text_weak, ground));
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
                assert!(contrast(text, ground) >= 4.5, "{text:?} on {ground:?}: {}", contrast(text, ground));
            }
        }
    }
}
