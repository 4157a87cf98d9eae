//! A share with its interval, as a small bar and as numbers.

use crate::attribute::Share;
use crate::ui::window::theme::tokens;
use crate::words::{Words, format};
use egui::{Rect, Role, Sense, Stroke, WidgetInfo, pos2, vec2};

/// The numbers of a share: « 62 % (48 à 75 %) ».
pub fn share_text(share: Share, words: &Words) -> String {
    let language = words.language();
    let (mean, lo, hi) = (format::percent(share.mean, language), format::percent(share.lo, language), format::percent(share.hi, language));
    words.text_with("rooms-share", &crate::args! { "mean" => mean, "lo" => lo, "hi" => hi })
}

/// A track from 0 to 100 % with the mean as a full bar and the 95 % interval as a whisker with end strokes.
pub fn interval_bar(ui: &mut egui::Ui, share: Share, width: f32, words: &Words) {
    let (rect, response) = ui.allocate_exact_size(vec2(width, 14.0), Sense::hover());
    let text = share_text(share, words);
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &text));
    let t = tokens(ui);
    let x = |at: f64| rect.left() + rect.width() * at.clamp(0.0, 1.0) as f32;
    let painter = ui.painter();
    painter.rect_filled(rect.shrink2(vec2(0.0, 3.0)), 2.0, t.line.gamma_multiply(0.6));
    let bar = Rect::from_min_max(rect.left_top() + vec2(0.0, 3.0), pos2(x(share.mean), rect.bottom() - 3.0));
    painter.rect_filled(bar, 2.0, t.accent.gamma_multiply(0.5));
    let whisker = Stroke::new(1.5, t.text);
    let middle = rect.center().y;
    painter.hline(x(share.lo)..=x(share.hi), middle, whisker);
    for end in [x(share.lo), x(share.hi)] {
        painter.vline(end, middle - 4.0..=middle + 4.0, whisker);
    }
    response.on_hover_text(text);
}
