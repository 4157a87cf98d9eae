//! Text with what was looked for in it: underlined and on a ground of its own, so that it reads without colour.

use crate::search::Run;
use crate::ui::window::theme::tokens;
use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, FontId, Stroke, TextStyle, Ui};

/// The text, to be laid out.
pub fn job(ui: &Ui, runs: &[Run], style: &TextStyle, ink: Color32) -> LayoutJob {
    let font: FontId = style.resolve(ui.style());
    let t = tokens(ui);
    let mut job = LayoutJob::default();
    for run in runs {
        let plain = TextFormat::simple(font.clone(), ink);
        let format = if run.is_match {
            TextFormat { color: t.text, background: t.caution_soft, underline: Stroke::new(1.0, t.caution), ..plain }
        } else {
            plain
        };
        job.append(&run.text, 0.0, format);
    }
    job
}

/// The text alone.
pub fn plain(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}
