//! How wide a text is, and how to make it fit: Libertinus Serif's advance widths, without a font at hand.
//!
//! Close enough to keep labels apart. A viewer that falls back on another serif may differ by a tenth; the margins allow for it.

use unicode_normalization::UnicodeNormalization as _;

/// Advance widths of U+0020 to U+007E in thousandths of the size (Linux Libertine, which Libertinus Serif continues).
const ASCII: [u16; 95] = [
    250, 288, 336, 465, 465, 637, 705, 190, 298, 298, 369, 550, 220, 338, 220, 323, 465, 465, 465, 465, 465, 465, 465, 465, 465, 465, 236, 236, 550,
    550, 550, 435, 895, 695, 588, 646, 701, 557, 485, 685, 730, 297, 322, 637, 528, 839, 699, 702, 541, 702, 587, 485, 597, 661, 652, 951, 660, 575,
    604, 356, 287, 356, 518, 486, 392, 457, 493, 428, 506, 447, 310, 500, 538, 271, 272, 512, 264, 790, 542, 504, 519, 503, 372, 390, 316, 531, 497,
    747, 490, 515, 424, 277, 205, 277, 449,
];

/// Bold and unknown fallback fonts are wider.
const SAFETY: f64 = 1.05;

fn advance(c: char) -> u16 {
    match c {
        ' '..='~' => ASCII[c as usize - 0x20],
        '\u{202f}' => 125,
        '\u{a0}' | '·' => 250,
        '’' | '‘' => 268,
        '“' | '”' => 375,
        '«' | '»' | '–' | '×' => 550,
        '—' | '…' | 'œ' | 'æ' => 760,
        // A combining accent stands over its letter.
        c if unicode_normalization::char::is_combining_mark(c) => 0,
        // CJK, emoji and the like fill a square.
        c if c as u32 >= 0x2e80 => 1000,
        _ => 600,
    }
}

/// Width of `text` at `size`, in the unit of `size`.
pub fn width(text: &str, size: f64) -> f64 {
    let thousandths: u32 = text.nfd().map(|c| u32::from(advance(c))).sum();
    f64::from(thousandths) / 1000.0 * size * SAFETY
}

/// `text`, cut with « … » if it is wider than `room`; empty if not even one letter fits.
pub fn fit(text: &str, size: f64, room: f64) -> String {
    if width(text, size) <= room {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    let cut = |count: usize| {
        let kept: String = letters[..count].iter().collect();
        format!("{}…", kept.trim_end())
    };
    // Wider with every letter, so the longest that fits is found by halving.
    let (mut fits, mut too_long) = (0, letters.len());
    while fits + 1 < too_long {
        let middle = usize::midpoint(fits, too_long);
        if width(&cut(middle), size) <= room {
            fits = middle;
        } else {
            too_long = middle;
        }
    }
    if fits == 0 { String::new() } else { cut(fits) }
}

/// `text` in lines no wider than `room`; at most `lines`, the last one cut. Breaks at ordinary spaces only.
pub fn wrap(text: &str, size: f64, room: f64, lines: usize) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if line.is_empty() || width(&longer, size) <= room {
            line = longer;
        } else {
            out.push(std::mem::replace(&mut line, word.to_owned()));
        }
    }
    out.push(line);
    if out.len() > lines {
        let rest = out.split_off(lines.max(1) - 1).join(" ");
        out.push(rest);
    }
    out.iter().map(|line| fit(line, size, room)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_do_not_widen_and_wide_letters_do() {
        assert!((width("éàç", 10.0) - width("eac", 10.0)).abs() < 1e-9);
        assert!(width("WWW", 10.0) > width("iii", 10.0) * 2.0);
        assert!((width("", 10.0)).abs() < 1e-9);
    }

    #[test]
    fn a_text_that_fits_is_kept_and_one_that_does_not_is_cut_to_fit() {
        assert_eq!(fit("trésorière", 10.0, 100.0), "trésorière");
        let cut = fit("secrétaire de section", 10.0, 60.0);
        assert!(cut.ends_with('…') && cut.starts_with("secr"), "{cut}");
        assert!(width(&cut, 10.0) <= 60.0);
        assert_eq!(fit("secrétaire", 10.0, 3.0), "");
        assert_eq!(fit("", 10.0, 0.0), "");
    }

    #[test]
    fn wrapping_breaks_at_spaces_and_cuts_the_last_line() {
        assert_eq!(wrap("Liste électorale de Valmont", 10.0, 80.0, 3), ["Liste électorale de", "Valmont"]);
        let lines = wrap("un texte bien trop long pour deux lignes étroites", 10.0, 60.0, 2);
        assert_eq!(lines.len(), 2);
        assert!(lines[1].ends_with('…'), "{lines:?}");
        assert!(lines.iter().all(|line| width(line, 10.0) <= 60.0));
        assert_eq!(wrap("", 10.0, 60.0, 2), [""]);
    }
}
