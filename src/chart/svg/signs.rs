//! The signs of marks and cells: each has its own shape, so that colour never speaks alone. Drawn, not taken from a font.

use super::super::matrix::Presence;
use super::super::palette::{self, Rgb};
use super::super::timeline::MarkKind;
use super::writer::{Writer, hex, number};

/// Half the width of a sign.
pub const HALF: f64 = 4.2;

pub fn mark_colour(kind: MarkKind) -> Rgb {
    match kind {
        MarkKind::Snapshot => palette::SOURCE,
        MarkKind::View => palette::ACCESS,
        MarkKind::Export | MarkKind::Send | MarkKind::Transfer => palette::EXPORT,
        MarkKind::Message => palette::MESSAGE,
        _ => palette::EVENT,
    }
}

/// The sign of `kind` around `(x, y)`.
pub fn mark(out: &mut Writer, kind: MarkKind, (x, y): (f64, f64)) {
    let colour = hex(mark_colour(kind));
    let rim = format!("stroke=\"{}\" stroke-width=\"0.8\"", hex(palette::PAPER));
    let outline = format!("stroke=\"{colour}\" stroke-width=\"1.4\" stroke-linejoin=\"round\"");
    let paper = hex(palette::PAPER);
    let h = HALF;
    match kind {
        // A sheet with its corner turned down.
        MarkKind::Snapshot => {
            out.polygon(
                &[(x - h * 0.8, y - h), (x + h * 0.2, y - h), (x + h * 0.8, y - h * 0.4), (x + h * 0.8, y + h), (x - h * 0.8, y + h)],
                &colour,
                &rim,
            );
        }
        // An eye, plain: a ring with a dot.
        MarkKind::View => {
            out.circle((x, y), h * 0.85, &paper, &outline);
            out.circle((x, y), h * 0.3, &colour, "");
        }
        // An arrow down into a tray.
        MarkKind::Export => {
            out.polygon(&[(x - h, y - h * 0.9), (x + h, y - h * 0.9), (x, y + h * 0.55)], &colour, &rim);
            out.segment((x - h, y + h * 0.95), (x + h, y + h * 0.95), mark_colour(kind), 1.5, "");
        }
        // An arrow to the right.
        MarkKind::Send => out.polygon(&[(x - h * 0.8, y - h), (x + h, y), (x - h * 0.8, y + h)], &colour, &rim),
        // A lozenge.
        MarkKind::Transfer => out.polygon(&[(x, y - h * 1.15), (x + h * 1.15, y), (x, y + h * 1.15), (x - h * 1.15, y)], &colour, &rim),
        // An envelope.
        MarkKind::Message => {
            out.rect((x - h * 1.2, y - h * 0.8), (h * 2.4, h * 1.6), &paper, &outline);
            let point = |dx: f64, dy: f64| format!("{},{}", number(x + dx * h), number(y + dy * h));
            out.path(&format!("M{} L{} L{}", point(-1.2, -0.8), point(0.0, 0.2), point(1.2, -0.8)), "none", &outline);
        }
        // A ballot box: a square with a slot.
        MarkKind::Election => {
            out.rect((x - h * 0.9, y - h * 0.9), (h * 1.8, h * 1.8), &colour, &rim);
            out.segment((x - h * 0.5, y - h * 0.3), (x + h * 0.5, y - h * 0.3), palette::PAPER, 1.3, "");
        }
        // An outlined triangle up.
        MarkKind::Request => out.polygon(&[(x - h, y + h * 0.8), (x + h, y + h * 0.8), (x, y - h)], &paper, &outline),
        // A filled triangle up.
        MarkKind::Answer => out.polygon(&[(x - h, y + h * 0.8), (x + h, y + h * 0.8), (x, y - h)], &colour, &outline),
        // A hexagon.
        MarkKind::Decision => {
            let half = h * 0.55;
            let side = h * 0.95;
            out.polygon(
                &[(x - h * 1.1, y), (x - half, y - side), (x + half, y - side), (x + h * 1.1, y), (x + half, y + side), (x - half, y + side)],
                &colour,
                &rim,
            );
        }
        MarkKind::Other => out.circle((x, y), h * 0.75, &paper, &outline),
    }
}

/// The sign of a cell around `(x, y)`.
pub fn presence(out: &mut Writer, presence: Presence, (x, y): (f64, f64)) {
    let radius = 5.0;
    let access = hex(palette::ACCESS);
    let soft = hex(palette::OTHER_POST);
    let paper = hex(palette::PAPER);
    match presence {
        Presence::Present => out.circle((x, y), radius, &access, ""),
        Presence::Absent => out.circle((x, y), radius - 0.6, &paper, &format!("stroke=\"{soft}\" stroke-width=\"1.2\"")),
        Presence::Unknown => {
            // A question mark: hook, stem and dot.
            let p = |dx: f64, dy: f64| format!("{},{}", number(x + dx), number(y + dy));
            let data =
                format!("M{} C{} {} {} C{} {} {}", p(-2.5, -2.2), p(-2.5, -5.6), p(2.6, -5.6), p(2.6, -2.3), p(2.6, -0.2), p(0.0, -0.4), p(0.0, 1.9));
            out.path(&data, "none", &format!("stroke=\"{soft}\" stroke-width=\"1.3\" stroke-linecap=\"round\""));
            out.circle((x, y + 4.4), 0.95, &soft, "");
        }
        Presence::OtherDetails => {
            let copy = hex(palette::COPY);
            out.circle((x, y), radius - 0.6, &paper, &format!("stroke=\"{copy}\" stroke-width=\"1.2\""));
            let (top, bottom, r, x) = (number(y - radius), number(y + radius), number(radius), number(x));
            out.path(&format!("M{x},{top} A{r},{r} 0 0 0 {x},{bottom} Z"), &copy, "");
        }
    }
}
