//! For tests: what is painted, as somebody sees it who sees no colours and no tints, only what stands out from the ground.
//!
//! Two meanings may not look the same then. A painted shape becomes a line of text: its form, its place, and of each of its colours whether it is ink or
//! ground; a text keeps its letters. What differs only in colour gives the same lines.

use super::theme::{self, tokens};
use egui::{Color32, Pos2, Rect, Shape, Ui, pos2};

/// What stands out less than this is ground: all grounds and tints of the theme do, and no ink does.
const STANDS_OUT: f64 = 1.5;

/// What `draw` paints from `at` on, in the light theme.
pub fn painted(mut draw: impl FnMut(&mut Ui, Pos2)) -> Vec<String> {
    let ctx = egui::Context::default();
    theme::install(&ctx);
    ctx.set_theme(egui::ThemePreference::Light);
    let at = pos2(100.0, 100.0);
    let input = || egui::RawInput { screen_rect: Some(Rect::from_min_size(Pos2::ZERO, egui::vec2(600.0, 400.0))), ..egui::RawInput::default() };
    let mut ground = Color32::WHITE;
    // Fonts are there from the second frame on.
    ctx.run_ui(input(), |_| {}).textures_delta.clear();
    let mut output = ctx.run_ui(input(), |ui| {
        ground = tokens(ui).surface;
        draw(ui, at);
    });
    output.textures_delta.clear();
    let mut lines = Vec::new();
    for clipped in &output.shapes {
        let clip = if clipped.clip_rect.width() < 500.0 { format!(" in {:?}", clipped.clip_rect) } else { String::new() };
        describe(&clipped.shape, ground, &clip, &mut lines);
    }
    assert!(!lines.is_empty(), "something is painted");
    lines
}

/// Fails if two of these look the same.
pub fn all_differ(meanings: &[(String, Vec<String>)]) {
    let mut alike = Vec::new();
    for (at, (name, lines)) in meanings.iter().enumerate() {
        alike.extend(meanings[..at].iter().filter(|(_, other)| other == lines).map(|(other, _)| format!("{other} and {name}")));
    }
    assert!(alike.is_empty(), "told apart by colour alone: {alike:?}");
}

fn describe(shape: &Shape, ground: Color32, clip: &str, lines: &mut Vec<String>) {
    let ink = |colour: Color32| {
        let seen = (colour.a() > 20).then(|| contrast(over(colour, ground), ground) >= STANDS_OUT);
        match seen {
            Some(true) => "ink",
            Some(false) => "ground",
            None => "nothing",
        }
    };
    let round = |at: Pos2| format!("{:.0},{:.0}", at.x * 2.0, at.y * 2.0);
    let line = match shape {
        Shape::Vec(shapes) => return shapes.iter().for_each(|shape| describe(shape, ground, clip, lines)),
        Shape::Circle(circle) => {
            format!("circle {} {:.1} {} {}", round(circle.center), circle.radius, ink(circle.fill), ink(circle.stroke.color))
        }
        Shape::LineSegment { points, stroke } => format!("line {} {} {}", round(points[0]), round(points[1]), ink(stroke.color)),
        Shape::Path(path) => {
            let points: Vec<String> = path.points.iter().map(|point| round(*point)).collect();
            let stroke = match &path.stroke.color {
                egui::epaint::ColorMode::Solid(colour) if path.stroke.width > 0.0 => ink(*colour),
                _ => "nothing",
            };
            format!("path {} {} {stroke}", points.join(" "), ink(path.fill))
        }
        Shape::Rect(rect) => {
            let stroke = if rect.stroke.width > 0.0 { ink(rect.stroke.color) } else { "nothing" };
            format!("rect {} {} {} {stroke}", round(rect.rect.min), round(rect.rect.max), ink(rect.fill))
        }
        Shape::Text(text) => format!("text {:?}", text.galley.text()),
        _ => return,
    };
    // What is not seen is not there.
    if line.ends_with("nothing nothing") || line.ends_with("ground nothing") || line.ends_with("ground ground") {
        return;
    }
    lines.push(line + clip);
}

/// `colour` as it is seen on the ground.
#[expect(clippy::disallowed_methods, reason = "both come from the theme")]
fn over(colour: Color32, ground: Color32) -> Color32 {
    let rest = 1.0 - f32::from(colour.a()) / 255.0;
    let part = |c: u8, g: u8| (f32::from(c) + f32::from(g) * rest).round().min(255.0) as u8;
    Color32::from_rgb(part(colour.r(), ground.r()), part(colour.g(), ground.g()), part(colour.b(), ground.b()))
}

/// WCAG 2.2.
pub fn contrast(a: Color32, b: Color32) -> f64 {
    let luminance = |colour: Color32| {
        let [r, g, b, _] = colour.to_array().map(|c| {
            let c = f64::from(c) / 255.0;
            if c <= 0.040_45 { c / 12.92 } else { libm::pow((c + 0.055) / 1.055, 2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

#[test]
fn what_differs_in_colour_alone_looks_the_same_and_what_differs_in_form_does_not() {
    let disc = |colour: Color32| {
        painted(move |ui, at| {
            ui.painter().circle_filled(at, 5.0, colour);
        })
    };
    assert_eq!(disc(theme::LIGHT.good), disc(theme::LIGHT.bad));
    let ring = painted(|ui, at| {
        ui.painter().circle_stroke(at, 5.0, egui::Stroke::new(1.5, theme::LIGHT.good));
    });
    assert_ne!(disc(theme::LIGHT.good), ring);
    let same = std::panic::catch_unwind(|| all_differ(&[("a".into(), disc(theme::LIGHT.good)), ("b".into(), disc(theme::LIGHT.bad))]));
    assert!(same.is_err(), "the check can fail");
}
