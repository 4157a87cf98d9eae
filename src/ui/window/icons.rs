//! Icons: signs of a font that is compiled in, the same on every machine.
//!
//! `assets/fonts/README.md` says where the font is from and which signs of it are there. Icons are decoration; the word stands beside them or in the
//! accessible name. [`install`] must have been called before the first one is drawn; [`super::theme::install`] does it.

use super::room::Room;
use egui::epaint::text::{FontInsert, FontPriority, InsertFontFamily};
use egui::{Align2, Color32, FontData, FontFamily, FontId, Painter, Rect, Vec2, pos2};

/// What can be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "the names say it")]
pub enum Icon {
    Room(Room),
    Back,
    Forward,
    Next,
    Down,
    Close,
    Warning,
    Check,
    Lock,
    Panel,
    Search,
    Eye,
    Dots,
    Shield,
    Copy,
    Again,
}

const FAMILY: &str = "icons";

/// Gives egui the font.
pub fn install(ctx: &egui::Context) {
    let data = FontData::from_static(include_bytes!("../../../assets/fonts/phosphor.ttf"));
    let family = InsertFontFamily { family: FontFamily::Name(FAMILY.into()), priority: FontPriority::Highest };
    ctx.add_font(FontInsert::new(FAMILY, data, vec![family]));
}

/// The sign of an icon.
fn sign(icon: Icon) -> char {
    match icon {
        Icon::Room(Room::Start) => '\u{e2c2}',
        Icon::Room(Room::Search) | Icon::Search => '\u{e30c}',
        Icon::Room(Room::Overview) => '\u{e408}',
        Icon::Room(Room::Evidence) => '\u{e23a}',
        Icon::Room(Room::Messages) => '\u{e218}',
        Icon::Room(Room::Recipients) => '\u{e68e}',
        Icon::Room(Room::Sources) => '\u{e1de}',
        Icon::Room(Room::People) => '\u{e4d6}',
        Icon::Room(Room::Origin) => '\u{e47c}',
        Icon::Room(Room::Timeline) => '\u{e152}',
        Icon::Back => '\u{e138}',
        Icon::Forward | Icon::Next => '\u{e13a}',
        Icon::Down => '\u{e136}',
        Icon::Close => '\u{e4f6}',
        Icon::Warning => '\u{e4e0}',
        Icon::Check => '\u{e182}',
        Icon::Lock => '\u{e308}',
        Icon::Panel => '\u{ec24}',
        Icon::Eye => '\u{e220}',
        Icon::Dots => '\u{e1fe}',
        Icon::Shield => '\u{e40c}',
        Icon::Copy => '\u{e1ca}',
        Icon::Again => '\u{e036}',
    }
}

/// Draws `icon` into `rect`.
pub fn paint(painter: &Painter, rect: Rect, icon: Icon, colour: Color32) {
    // The signs leave a margin of their own in their square; what is asked for is the sign.
    let size = rect.width().min(rect.height()) * 1.1;
    painter.text(rect.center(), Align2::CENTER_CENTER, sign(icon), FontId::new(size, FontFamily::Name(FAMILY.into())), colour);
}

/// The sign of `icon` as text, to stand in a line with words.
pub fn text(icon: Icon) -> egui::RichText {
    egui::RichText::new(sign(icon)).family(FontFamily::Name(FAMILY.into()))
}

/// Takes a square of `side` points and draws `icon` in it.
pub fn show(ui: &mut egui::Ui, side: f32, icon: Icon, colour: Color32) {
    let (rect, _) = ui.allocate_exact_size(Vec2::splat(side), egui::Sense::hover());
    paint(ui.painter(), Rect::from_min_max(rect.min + pos2(1.0, 1.0).to_vec2(), rect.max - pos2(1.0, 1.0).to_vec2()), icon, colour);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sign the font lacks would be an empty box.
    #[test]
    fn the_font_has_every_sign() {
        let ctx = egui::Context::default();
        install(&ctx);
        let rooms = Room::ALL.map(Icon::Room);
        let others = [
            Icon::Back,
            Icon::Forward,
            Icon::Next,
            Icon::Down,
            Icon::Close,
            Icon::Warning,
            Icon::Check,
            Icon::Lock,
            Icon::Panel,
            Icon::Search,
            Icon::Eye,
            Icon::Dots,
            Icon::Shield,
            Icon::Copy,
            Icon::Again,
        ];
        let mut missing = Vec::new();
        let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
            let font = FontId::new(16.0, FontFamily::Name(FAMILY.into()));
            missing = rooms.iter().chain(&others).filter(|icon| !ui.fonts_mut(|fonts| fonts.has_glyph(&font, sign(**icon)))).copied().collect();
        });
        output.textures_delta.clear();
        assert_eq!(missing, []);
    }
}
