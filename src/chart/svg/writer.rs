//! SVG syntax: escaping, rounding, elements. Knows nothing of charts.

use super::super::palette::{self, Rgb};
use std::fmt::Write as _;

/// An SVG picture being written. Elements appear in the order they are added.
pub struct Writer {
    prefix: &'static str,
    body: String,
}

/// How a text is set.
#[derive(Clone, Copy)]
pub struct Style {
    pub size: f64,
    pub colour: Rgb,
    pub anchor: Anchor,
    pub is_bold: bool,
    pub is_italic: bool,
    /// A rim in the paper's colour, to stay readable over hatching.
    pub has_halo: bool,
}

/// Which point of a text its coordinate means.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Anchor {
    Start,
    Middle,
    End,
}

impl Style {
    /// Upright, from its left end, in ink.
    pub fn new(size: f64) -> Self {
        Self { size, colour: palette::INK, anchor: Anchor::Start, is_bold: false, is_italic: false, has_halo: false }
    }

    pub fn colour(self, colour: Rgb) -> Self {
        Self { colour, ..self }
    }

    pub fn anchor(self, anchor: Anchor) -> Self {
        Self { anchor, ..self }
    }

    pub fn bold(self) -> Self {
        Self { is_bold: true, ..self }
    }

    pub fn italic(self) -> Self {
        Self { is_italic: true, ..self }
    }

    pub fn halo(self) -> Self {
        Self { has_halo: true, ..self }
    }
}

/// A coordinate to 1/100, without needless zeros or a minus sign on zero.
pub fn number(value: f64) -> String {
    let hundredths = libm::round(value * 100.0);
    // Adding zero turns −0 into 0.
    let text = format!("{:.2}", hundredths / 100.0 + 0.0);
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// `#005f9e`.
pub fn hex([r, g, b]: Rgb) -> String {
    format!("#{r:02x}{g:02x}{b:02x}")
}

/// Text made safe for XML 1.0 and for the eye: what XML cannot hold, and what would turn the reading direction, is written as its code point.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' | '\r' => out.push(' '),
            c if c.is_control() || is_unsafe(c) => {
                write!(out, "&lt;U+{:04X}&gt;", c as u32).ok();
            }
            c => out.push(c),
        }
    }
    out
}

fn is_unsafe(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{fffe}' | '\u{ffff}' | '\u{e000}'..='\u{f8ff}')
}

impl Writer {
    /// An empty picture whose ids begin with `prefix`, so that two pictures in one page do not share them.
    pub fn new(prefix: &'static str) -> Self {
        Self { prefix, body: String::new() }
    }

    /// A reference to a pattern: `url(#tl-access)`.
    pub fn url(&self, name: &str) -> String {
        format!("url(#{}-{name})", self.prefix)
    }

    /// Oblique lines of `colour` over `under`, to fill with [`Writer::url`].
    pub fn hatch(&mut self, name: &str, colour: Rgb, under: Rgb) {
        let (prefix, colour, under) = (self.prefix, hex(colour), hex(under));
        self.line(&format!(
            "<defs><pattern id=\"{prefix}-{name}\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
             <rect width=\"5\" height=\"5\" fill=\"{under}\"/><rect width=\"1.3\" height=\"5\" fill=\"{colour}\"/></pattern></defs>"
        ));
    }

    fn line(&mut self, text: &str) {
        self.body.push_str(text);
        self.body.push('\n');
    }

    /// Opens a group that says what it is to who points at it or listens. Close it with [`Writer::end`].
    pub fn group(&mut self, title: &str) {
        let title = escape(title);
        self.line(&format!("<g><title>{title}</title>"));
    }

    /// Opens a group of which only what lies in the rectangle is shown. Close it with [`Writer::end`].
    pub fn clip(&mut self, name: &str, (x, y): (f64, f64), (width, height): (f64, f64)) {
        let (prefix, x, y, width, height) = (self.prefix, number(x), number(y), number(width), number(height));
        self.line(&format!(
            "<clipPath id=\"{prefix}-{name}\"><rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/></clipPath><g clip-path=\"url(#{prefix}-{name})\">"
        ));
    }

    pub fn end(&mut self) {
        self.line("</g>");
    }

    /// A rectangle; `fill` is a colour or a reference.
    pub fn rect(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), fill: &str, more: &str) {
        let (x, y, width, height) = (number(x), number(y), number(width.max(0.0)), number(height.max(0.0)));
        self.line(&format!("<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" fill=\"{fill}\"{}/>", space(more)));
    }

    pub fn segment(&mut self, (x1, y1): (f64, f64), (x2, y2): (f64, f64), colour: Rgb, width: f64, more: &str) {
        let (x1, y1, x2, y2) = (number(x1), number(y1), number(x2), number(y2));
        let (colour, width, more) = (hex(colour), number(width), space(more));
        self.line(&format!("<line x1=\"{x1}\" y1=\"{y1}\" x2=\"{x2}\" y2=\"{y2}\" stroke=\"{colour}\" stroke-width=\"{width}\"{more}/>"));
    }

    pub fn circle(&mut self, (x, y): (f64, f64), radius: f64, fill: &str, more: &str) {
        let (x, y, radius) = (number(x), number(y), number(radius));
        self.line(&format!("<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\" fill=\"{fill}\"{}/>", space(more)));
    }

    /// A closed shape through `points`.
    pub fn polygon(&mut self, points: &[(f64, f64)], fill: &str, more: &str) {
        let points = points.iter().map(|&(x, y)| format!("{},{}", number(x), number(y))).collect::<Vec<_>>().join(" ");
        self.line(&format!("<polygon points=\"{points}\" fill=\"{fill}\"{}/>", space(more)));
    }

    /// A path; `data` is written as it is.
    pub fn path(&mut self, data: &str, fill: &str, more: &str) {
        self.line(&format!("<path d=\"{data}\" fill=\"{fill}\"{}/>", space(more)));
    }

    /// A line of text with its baseline at `y`. Nothing is written for an empty text.
    pub fn text(&mut self, at: (f64, f64), text: &str, style: Style) {
        self.text_turned(at, text, style, 0.0);
    }

    /// The same, turned by `angle` degrees about its point.
    pub fn text_turned(&mut self, (x, y): (f64, f64), text: &str, style: Style, angle: f64) {
        if text.is_empty() {
            return;
        }
        let mut more = String::new();
        match style.anchor {
            Anchor::Start => {}
            Anchor::Middle => more.push_str(" text-anchor=\"middle\""),
            Anchor::End => more.push_str(" text-anchor=\"end\""),
        }
        if style.is_bold {
            more.push_str(" font-weight=\"bold\"");
        }
        if style.is_italic {
            more.push_str(" font-style=\"italic\"");
        }
        if style.has_halo {
            let paper = hex(palette::PAPER);
            write!(more, " stroke=\"{paper}\" stroke-width=\"2.6\" stroke-linejoin=\"round\" paint-order=\"stroke\"").ok();
        }
        let (x, y) = (number(x), number(y));
        if angle != 0.0 {
            write!(more, " transform=\"rotate({} {x} {y})\"", number(angle)).ok();
        }
        let (size, colour, text) = (number(style.size), hex(style.colour), escape(text));
        self.line(&format!("<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" fill=\"{colour}\"{more}>{text}</text>"));
    }

    /// The finished picture.
    pub fn finish(self, width: f64, height: f64, title: &str, description: &str, language: &str) -> String {
        let (width, height, title, description) = (number(width), number(height), escape(title), escape(description));
        let (prefix, paper) = (self.prefix, hex(palette::PAPER));
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" height=\"{height}\" role=\"img\" \
             xml:lang=\"{language}\" lang=\"{language}\" aria-labelledby=\"{prefix}-title {prefix}-desc\" \
             font-family=\"'Libertinus Serif', 'Linux Libertine O', serif\">\n\
             <title id=\"{prefix}-title\">{title}</title>\n<desc id=\"{prefix}-desc\">{description}</desc>\n\
             <rect width=\"{width}\" height=\"{height}\" fill=\"{paper}\"/>\n{}</svg>\n",
            self.body
        )
    }
}

fn space(more: &str) -> String {
    if more.is_empty() { String::new() } else { format!(" {more}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_rounded_to_hundredths_and_never_minus_zero() {
        assert_eq!(number(1.005), "1");
        assert_eq!(number(12.3456), "12.35");
        assert_eq!(number(-0.001), "0");
        assert_eq!(number(100.0), "100");
        assert_eq!(number(-3.5), "-3.5");
    }

    #[test]
    fn what_xml_cannot_hold_is_made_visible() {
        assert_eq!(escape("a<b> & \"c\""), "a&lt;b&gt; &amp; &quot;c&quot;");
        assert_eq!(escape("a\u{0}b\u{7}"), "a&lt;U+0000&gt;b&lt;U+0007&gt;");
        assert_eq!(escape("x\u{202e}y"), "x&lt;U+202E&gt;y");
        assert_eq!(escape("deux\nlignes"), "deux lignes");
        assert_eq!(escape("é « ’ »"), "é « ’ »");
    }
}
