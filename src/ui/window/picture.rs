//! A chart as a picture of dots: its SVG, drawn.
//!
//! The font is the window's own, so that the same SVG gives the same picture on every machine; it runs wider than the one charts are laid out for, so
//! letters are drawn a little smaller.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::{Database, Source};
use resvg::usvg::{self, Tree};
use std::fmt::Write as _;
use std::sync::Arc;

/// Dots per point: sharp on paper at the width of a page.
const SCALE: f32 = 2.0;
/// How much smaller letters are drawn.
const SMALLER: f64 = 0.9;
/// Dots on a side; what is larger would not fit into memory.
const MOST: f32 = 20_000.0;

/// Why there is no picture.
#[derive(Debug, thiserror::Error)]
pub enum PictureError {
    /// It is no SVG.
    #[error("The drawing could not be read")]
    Read(#[from] usvg::Error),
    /// It has no size, or one beyond bounds.
    #[error("The picture would have no size, or one beyond bounds")]
    Size,
    /// It could not be written.
    #[error("The picture could not be written")]
    Write(String),
}

/// `svg` as PNG.
pub fn png(svg: &str) -> Result<Vec<u8>, PictureError> {
    let mut fonts = Database::new();
    let family = load(&mut fonts);
    let options = usvg::Options { font_family: family, fontdb: Arc::new(fonts), ..usvg::Options::default() };
    let tree = Tree::from_str(&with_smaller_letters(svg), &options)?;
    let (width, height) = (tree.size().width() * SCALE, tree.size().height() * SCALE);
    if !(width >= 1.0 && height >= 1.0 && width <= MOST && height <= MOST) {
        return Err(PictureError::Size);
    }
    let mut dots = Pixmap::new(width.ceil() as u32, height.ceil() as u32).ok_or(PictureError::Size)?;
    resvg::render(&tree, Transform::from_scale(SCALE, SCALE), &mut dots.as_mut());
    dots.encode_png().map_err(|error| PictureError::Write(error.to_string()))
}

/// Puts the fonts of the window into `fonts`; gives back the family of the first.
fn load(fonts: &mut Database) -> String {
    let all = egui::FontDefinitions::default();
    let names = all.families.get(&egui::FontFamily::Proportional).cloned().unwrap_or_default();
    for data in names.iter().filter_map(|name| all.font_data.get(name)) {
        fonts.load_font_source(Source::Binary(Arc::clone(&data.font)));
    }
    let family = fonts.faces().next().and_then(|face| face.families.first().map(|(name, _)| name.clone())).unwrap_or_default();
    fonts.set_serif_family(family.clone());
    family
}

/// The same drawing with every letter a little smaller.
fn with_smaller_letters(svg: &str) -> String {
    const MARK: &str = " font-size=\"";
    let mut out = String::with_capacity(svg.len());
    let mut rest = svg;
    while let Some(at) = rest.find(MARK) {
        let (before, after) = rest.split_at(at + MARK.len());
        out.push_str(before);
        let end = after.find('"').unwrap_or(0);
        match after[..end].parse::<f64>() {
            Ok(size) => {
                write!(out, "{:.2}", size * SMALLER).ok();
            }
            Err(_) => out.push_str(&after[..end]),
        }
        rest = &after[end..];
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chart::timeline::Timeline;
    use crate::chart::{fixtures, svg};
    use crate::model::Language;
    use crate::words::Words;

    fn drawn() -> Vec<u8> {
        let words = Words::new(Language::Fr);
        png(&svg::timeline(&Timeline::build(&fixtures::contents(), Some(&fixtures::analysis()), &words), &words)).unwrap()
    }

    #[test]
    fn a_chart_becomes_a_picture_with_its_colours_and_its_letters() {
        let bytes = drawn();
        if let Some(folder) = std::env::var_os("SOURCIER_DUMP_SVG") {
            std::fs::write(std::path::Path::new(&folder).join("timeline.png"), &bytes).unwrap();
        }
        let picture = Pixmap::decode_png(&bytes).unwrap();
        assert_eq!(picture.width(), 1600);
        let has = |rgb: [u8; 3]| picture.pixels().iter().any(|dot| [dot.red(), dot.green(), dot.blue()] == rgb);
        assert!(has(crate::chart::palette::ACCESS) && has(crate::chart::palette::PAPER));
        // The title stands at the top left; without a font that part would be empty.
        let dark = |dot: &resvg::tiny_skia::PremultipliedColorU8| dot.red() < 90;
        let letters = (20..70).flat_map(|y| (30..400).map(move |x| (x, y))).filter_map(|(x, y)| picture.pixel(x, y)).filter(dark).count();
        assert!(letters > 200, "{letters}");
    }

    #[test]
    fn the_same_chart_gives_the_same_bytes() {
        assert_eq!(drawn(), drawn());
    }

    #[test]
    fn letters_are_made_smaller_and_nothing_else_is_touched() {
        assert_eq!(with_smaller_letters("<text x=\"10\" font-size=\"10\">a</text>"), "<text x=\"10\" font-size=\"9.00\">a</text>");
        assert_eq!(with_smaller_letters("<g>10</g>"), "<g>10</g>");
    }

    #[test]
    fn what_is_no_drawing_is_refused() {
        assert!(matches!(png("no drawing"), Err(PictureError::Read(_))));
    }
}
