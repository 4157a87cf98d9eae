//! What stands beside every chart: shown as chart or as table, its table copied, its picture saved.

use crate::chart::ChartTable;
use crate::report::tsv::tsv;
use crate::ui::window::command::{Command, Export};
use crate::words::Words;
use egui::{Button, Label, RichText, Ui};

/// What the tools act on.
pub struct ChartTools<'a> {
    /// The chart's title: what it is called on screen and by a screen reader.
    pub title: &'a str,
    /// File name of its picture, without extension.
    pub file: &'a str,
    /// Its table, made when it is copied.
    pub table: &'a dyn Fn() -> ChartTable,
    /// Its picture for print, made when it is saved; `None` for a table that is its own chart.
    pub svg: Option<&'a dyn Fn() -> String>,
}

/// Draws the title with the tools beside it. `is_table` is the choice between chart and table.
pub fn chart_tools(ui: &mut Ui, tools: &ChartTools<'_>, is_table: Option<&mut bool>, words: &Words, commands: &mut Vec<Command>) {
    ui.horizontal_wrapped(|ui| {
        ui.add(Label::new(RichText::new(tools.title).size(15.0).strong()));
        ui.add_space(6.0);
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.spacing_mut().button_padding = egui::vec2(7.0, 1.0);
        // Several charts stand on one page: each tool says whose it is.
        let name = |what: &str| words.text_with("origin-chart-of", &crate::args! { "what" => what, "title" => tools.title });
        let small = |text: &str| RichText::new(text).small();
        if let Some(is_table) = is_table {
            for (value, id) in [(false, "rooms-as-chart"), (true, "rooms-as-table")] {
                let text = words.text(id);
                let response = ui.add(Button::selectable(*is_table == value, small(&text)));
                if response.clicked() {
                    *is_table = value;
                }
                response.accessible_name(name(&text));
            }
        }
        let text = words.text("origin-chart-copy");
        let response = ui.add(Button::new(small(&text))).on_hover_text(words.text("origin-chart-copy-tip"));
        if response.clicked() {
            commands.push(Command::Copy(tsv(&(tools.table)())));
        }
        response.accessible_name(name(&text));
        if let Some(svg) = tools.svg {
            let text = words.text("origin-chart-svg");
            let response = ui.add(Button::new(small(&text))).on_hover_text(words.text("origin-chart-svg-tip"));
            if response.clicked() {
                commands.push(Command::Export(Export::text(format!("{}.svg", tools.file), svg())));
            }
            response.accessible_name(name(&text));
        }
    });
}
