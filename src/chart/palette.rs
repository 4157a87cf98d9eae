//! The colours every painter uses, as plain RGB triples, so that paper and window agree.
//!
//! After Okabe and Ito's set, which stays apart under the common forms of colour blindness. Colour never carries meaning alone: hatching, outline or
//! shape always says the same. The window turns these into its own colour type; dark themes may lighten them.

/// Red, green, blue.
pub type Rgb = [u8; 3];

/// Text.
pub const INK: Rgb = [0x1a, 0x1a, 0x1a];
/// Secondary text: axis, captions.
pub const INK_SOFT: Rgb = [0x5c, 0x5c, 0x5c];
/// Grid lines.
pub const GRID: Rgb = [0xe1, 0xe1, 0xe1];
/// Every other lane.
pub const STRIPE: Rgb = [0xf6, 0xf6, 0xf4];
/// Paper.
pub const PAPER: Rgb = [0xff, 0xff, 0xff];
/// A post that gave access: days certain.
pub const ACCESS: Rgb = [0x00, 0x5f, 0x9e];
/// The same under hatching: days possible.
pub const ACCESS_LIGHT: Rgb = [0xe3, 0xee, 0xf6];
/// A post elsewhere: the other hat.
pub const OTHER_POST: Rgb = [0x76, 0x76, 0x76];
/// The same, filling.
pub const OTHER_POST_LIGHT: Rgb = [0xf0, 0xf0, 0xf0];
/// The life of a file.
pub const SOURCE: Rgb = [0x00, 0x7a, 0x5a];
/// The same under hatching.
pub const SOURCE_LIGHT: Rgb = [0xe2, 0xf2, 0xec];
/// The copy date: density and 95 % set.
pub const COPY: Rgb = [0xc4, 0x4d, 0x00];
/// The same, filling.
pub const COPY_LIGHT: Rgb = [0xfb, 0xe3, 0xd2];
/// Messages sent.
pub const MESSAGE: Rgb = [0x9c, 0x3d, 0x7a];
/// Elections, requests, answers, decisions.
pub const EVENT: Rgb = [0x4a, 0x4a, 0x4a];
/// Exports, sendings and transfers of a file.
pub const EXPORT: Rgb = [0xa8, 0x32, 0x00];

#[cfg(test)]
mod tests {
    use super::*;

    /// WCAG 2 relative luminance.
    fn luminance(colour: Rgb) -> f64 {
        let part = |at: usize| {
            let value = f64::from(colour[at]) / 255.0;
            if value <= 0.03928 { value / 12.92 } else { libm::pow((value + 0.055) / 1.055, 2.4) }
        };
        0.2126 * part(0) + 0.7152 * part(1) + 0.0722 * part(2)
    }

    fn contrast(a: Rgb, b: Rgb) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn text_and_signs_stand_out_from_what_they_are_drawn_on() {
        for (over, under) in
            [(INK, PAPER), (INK_SOFT, PAPER), (PAPER, ACCESS), (PAPER, SOURCE), (INK, OTHER_POST_LIGHT), (INK, ACCESS_LIGHT), (INK, COPY_LIGHT)]
        {
            assert!(contrast(over, under) >= 4.5, "{over:?} on {under:?}: {:.2}", contrast(over, under));
        }
        for (over, under) in [(COPY, PAPER), (MESSAGE, PAPER), (EVENT, PAPER), (EXPORT, STRIPE), (OTHER_POST, STRIPE), (SOURCE, SOURCE_LIGHT)] {
            assert!(contrast(over, under) >= 3.0, "{over:?} on {under:?}: {:.2}", contrast(over, under));
        }
    }
}
