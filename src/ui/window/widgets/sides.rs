//! Two records side by side, what differs marked by a sign, a line under the letters and a word; colour only helps.

use crate::chart::sides::{Agreement, FieldPair, Piece, pieces};
use crate::model::Field;
use crate::ui::window::theme::tokens;
use crate::words::Words;
use egui::text::{LayoutJob, TextFormat};
use egui::{Align, FontId, Label, Layout, Pos2, RichText, Role, Sense, Shape, Stroke, TextStyle, Ui, WidgetInfo, pos2, vec2};

/// How large the values are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// To be read from afar: one pair fills the room.
    Large,
    /// To stand in a narrow panel, one value under the other.
    Small,
}

/// Titles of the two sides.
#[derive(Clone, Copy, Debug)]
pub struct Titles<'a> {
    /// Over the recipient's values.
    pub ours: &'a str,
    /// Over the row's.
    pub theirs: &'a str,
}

/// Draws both records.
pub fn sides(ui: &mut Ui, fields: &[FieldPair], titles: Titles<'_>, scale: Scale, words: &Words) {
    match scale {
        Scale::Large => large(ui, fields, titles, words),
        Scale::Small => small(ui, fields, titles, words),
    }
}

fn large(ui: &mut Ui, fields: &[FieldPair], titles: Titles<'_>, words: &Words) {
    let t = tokens(ui);
    let (name, sign) = (128.0, 34.0);
    ui.spacing_mut().item_spacing.y = 2.0;
    let gap = ui.spacing().item_spacing.x;
    let side = ((ui.available_width() - name - sign - 3.0 * gap) / 2.0).max(120.0);
    let line = |ui: &mut Ui, contents: [&mut dyn FnMut(&mut Ui); 4]| {
        ui.horizontal_top(|ui| {
            for (width, draw) in [name, side, sign, side].into_iter().zip(contents) {
                ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                    ui.set_width(width);
                    draw(ui);
                });
            }
        });
    };
    let title = |ui: &mut Ui, text: &str| {
        ui.add(Label::new(RichText::new(text).strong().color(t.text_weak)).wrap());
    };
    line(ui, [&mut |_| {}, &mut |ui| title(ui, titles.ours), &mut |_| {}, &mut |ui| title(ui, titles.theirs)]);
    ui.add(egui::Separator::default().spacing(6.0));
    for pair in fields {
        let (ours, theirs) = marked(pair);
        line(
            ui,
            [
                &mut |ui| {
                    ui.add_space(3.0);
                    ui.add(Label::new(RichText::new(field_name(pair.field, words)).color(t.text_weak)).wrap());
                },
                &mut |ui| value(ui, &pair.ours, &ours, 18.0),
                &mut |ui| agreement(ui, pair.agreement, 20.0, words),
                &mut |ui| value(ui, &pair.theirs, &theirs, 18.0),
            ],
        );
        ui.add(egui::Separator::default().spacing(2.0));
    }
}

fn small(ui: &mut Ui, fields: &[FieldPair], titles: Titles<'_>, words: &Words) {
    let t = tokens(ui);
    let lead = |text: &str| RichText::new(text).small().color(t.text_weak);
    for pair in fields {
        let (ours, theirs) = marked(pair);
        ui.horizontal(|ui| {
            agreement(ui, pair.agreement, 14.0, words);
            ui.label(lead(&field_name(pair.field, words)).strong());
        });
        for (title, text, pieces) in [(titles.ours, &pair.ours, &ours), (titles.theirs, &pair.theirs, &theirs)] {
            ui.horizontal_top(|ui| {
                ui.add_sized([74.0, 17.0], Label::new(lead(title)).truncate());
                ui.vertical(|ui| value(ui, text, pieces, 14.5));
            });
        }
        ui.add_space(3.0);
    }
}

/// What differs is only marked where there is something to compare and it is not merely written otherwise.
fn marked(pair: &FieldPair) -> (Vec<Piece>, Vec<Piece>) {
    if pair.agreement == Agreement::Different { pieces(&pair.ours, &pair.theirs) } else { (Vec::new(), Vec::new()) }
}

/// A value with what differs underlined; nothing is a dash.
fn value(ui: &mut Ui, text: &str, pieces: &[Piece], size: f32) {
    let t = tokens(ui);
    if text.is_empty() {
        ui.label(RichText::new("—").size(size).color(t.text_weak));
        return;
    }
    if pieces.is_empty() {
        ui.add(Label::new(RichText::new(text).size(size).color(t.text)).wrap());
        return;
    }
    let plain = TextFormat::simple(FontId::new(size, TextStyle::Body.resolve(ui.style()).family), t.text);
    let mut job = LayoutJob::default();
    for piece in pieces {
        let format = if piece.is_different {
            TextFormat { underline: Stroke::new(2.0, t.bad), background: t.bad_soft, ..plain.clone() }
        } else {
            plain.clone()
        };
        job.append(&text[piece.range.clone()], 0.0, format);
    }
    ui.add(Label::new(job).wrap());
}

/// The sign of an agreement: two strokes, two waves, two strokes struck through; nothing where one side is silent.
fn agreement(ui: &mut Ui, kind: Agreement, side: f32, words: &Words) {
    let t = tokens(ui);
    let text = agreement_text(kind, words);
    let (rect, response) = ui.allocate_exact_size(vec2(side, side + 4.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &text));
    let (center, half) = (rect.center(), side * 0.36);
    let colour = match kind {
        Agreement::Same | Agreement::Alike => t.good,
        Agreement::Different => t.bad,
        Agreement::OnlyOurs | Agreement::OnlyTheirs => t.text_weak,
    };
    let stroke = Stroke::new((side / 9.0).max(1.5), colour);
    let painter = ui.painter();
    let lines = [center.y - side * 0.14, center.y + side * 0.14];
    match kind {
        Agreement::Alike => {
            for y in lines {
                let wave = |step: i32| {
                    let along = step as f32 / 8.0;
                    pos2(center.x - half + 2.0 * half * along, y - side * 0.07 * (along * std::f32::consts::TAU).sin())
                };
                painter.add(Shape::line((0..=8).map(wave).collect::<Vec<Pos2>>(), stroke));
            }
        }
        Agreement::OnlyOurs | Agreement::OnlyTheirs => {
            painter.circle_filled(center, side * 0.09, colour);
        }
        Agreement::Same | Agreement::Different => {
            for y in lines {
                painter.line_segment([pos2(center.x - half, y), pos2(center.x + half, y)], stroke);
            }
            if kind == Agreement::Different {
                painter.line_segment([center + vec2(-half * 0.6, half), center + vec2(half * 0.6, -half)], stroke);
            }
        }
    }
    response.on_hover_text(text);
}

/// An agreement in words.
pub fn agreement_text(kind: Agreement, words: &Words) -> String {
    words.text(match kind {
        Agreement::Same => "links-agreement-same",
        Agreement::Alike => "links-agreement-alike",
        Agreement::Different => "links-agreement-different",
        Agreement::OnlyOurs => "links-agreement-only-ours",
        Agreement::OnlyTheirs => "links-agreement-only-theirs",
    })
}

/// What a field is called, with a capital.
fn field_name(field: Field, words: &Words) -> String {
    let id = if field == Field::Street { "links-field-street".to_owned() } else { format!("rooms-field-{}", field.key().replace('_', "-")) };
    let text = words.text(&id);
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::ui::window::black_and_white::{all_differ, painted};

    /// Which of two sides is silent is seen by the dash on it.
    #[test]
    fn how_far_two_sides_agree_is_told_without_colour() {
        let words = Words::new(Language::Fr);
        let all = [Agreement::Same, Agreement::Alike, Agreement::Different, Agreement::OnlyOurs];
        all_differ(&all.map(|kind| (format!("{kind:?}"), painted(|ui, _| agreement(ui, kind, 18.0, &words)))));
    }
}
