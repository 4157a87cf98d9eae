//! A table as tab-separated values, for the clipboard and spreadsheets.

use super::links::guard;
use crate::chart::ChartTable;

/// The header and every row, a line each, ended by LF. Tabs and line breaks in cells become spaces; texts a spreadsheet would run are guarded as in
/// `links.csv` (formats.md §6).
pub fn tsv(table: &ChartTable) -> String {
    let cell = |text: &String| guard(&text.replace(['\t', '\n', '\r'], " "));
    let line = |cells: &Vec<String>| format!("{}\n", cells.iter().map(cell).collect::<Vec<_>>().join("\t"));
    std::iter::once(&table.header).chain(&table.rows).map(line).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_keep_their_column_and_formulas_their_place() {
        let row = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        let table = ChartTable { header: row(["Nom", "Part"]), rows: vec![row(["deux\tmots\nici", "=1+1"]), row(["", "12"])] };
        assert_eq!(tsv(&table), "Nom\tPart\ndeux mots ici\t'=1+1\n\t12\n");
    }
}
