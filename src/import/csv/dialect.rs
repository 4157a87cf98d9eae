//! Which separator a table uses and where its header stands, judged on its content, quoted cells included.

use super::split::{Record, Splitter};
use std::io::{self, BufRead};

/// Text looked at.
const SAMPLE: usize = 256 * 1024;
/// Separators that are considered, the likeliest first: between equals, the earlier one is taken.
const SEPARATORS: [u8; 4] = [b';', b'\t', b',', b'|'];
/// Lines of title that may stand above the header.
const MAX_TITLE_ROWS: usize = 10;

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dialect {
    /// Between two cells.
    pub separator: u8,
    /// Whether the first line only says what the separator is (`sep=;`, written by Excel).
    pub has_separator_line: bool,
    /// Records above the header that are only a title.
    pub title_rows: usize,
    /// Cells of most records.
    pub columns: usize,
    /// Share of the records that have as many cells as the header; titles above it do not.
    pub regular: f64,
}

/// Judges the beginning of `input`; `forced` overrules the separator.
///
/// # Errors
/// If the stream cannot be read.
pub fn detect(input: &mut impl BufRead, forced: Option<u8>) -> io::Result<Dialect> {
    let mut sample = Vec::new();
    let is_whole = loop {
        let buffer = input.fill_buf()?;
        if buffer.is_empty() {
            break true;
        }
        let length = buffer.len().min(SAMPLE + 1 - sample.len());
        sample.extend_from_slice(&buffer[..length]);
        input.consume(length);
        if sample.len() > SAMPLE {
            break false;
        }
    };
    Ok(judge(&sample, is_whole, forced))
}

/// The same for text already at hand; `is_whole` if nothing follows it.
pub fn judge(sample: &[u8], is_whole: bool, forced: Option<u8>) -> Dialect {
    let (stated, body) = separator_line(sample);
    let has_separator_line = stated.is_some();
    let one = |separator| Dialect { has_separator_line, ..weigh(body, is_whole, separator) };
    if let Some(separator) = forced.or(stated) {
        return one(separator);
    }
    let mut best = one(SEPARATORS[0]);
    for separator in &SEPARATORS[1..] {
        let other = one(*separator);
        if is_better(&other, &best) {
            best = other;
        }
    }
    best
}

/// Whether `a` explains the text better than `b`, which is the likelier of the two beforehand.
fn is_better(a: &Dialect, b: &Dialect) -> bool {
    match (a.columns > 1, b.columns > 1) {
        (true, false) => true,
        (false, _) => false,
        // Of two separators that both cut regularly, the one that cuts the first line too (decimal commas do not), then the one that cuts more;
        // otherwise the more regular one.
        (true, true) if a.regular >= 0.9 && b.regular >= 0.9 => (a.title_rows == 0, a.columns) > (b.title_rows == 0, b.columns),
        (true, true) => a.regular > b.regular,
    }
}

fn separator_line(sample: &[u8]) -> (Option<u8>, &[u8]) {
    match sample {
        [s, e, p, b'=', separator, rest @ ..] if [*s, *e, *p].eq_ignore_ascii_case(b"sep") && separator.is_ascii() => {
            let end = rest.iter().position(|byte| !matches!(byte, b'\r' | b'\n')).unwrap_or(rest.len());
            if end == 0 && !rest.is_empty() { (None, sample) } else { (Some(*separator), &rest[end..]) }
        }
        _ => (None, sample),
    }
}

fn weigh(sample: &[u8], is_whole: bool, separator: u8) -> Dialect {
    let mut splitter = Splitter::new(sample, separator, 1);
    let mut records: Vec<Record> = Vec::new();
    // A separator under which the text breaks off is judged by what came before.
    while let Ok(Some(record)) = splitter.read() {
        records.push(record);
    }
    // The last record of a sample may be cut through.
    if !is_whole && records.len() > 1 {
        records.pop();
    }
    let counts: Vec<usize> = records.iter().map(|record| record.cells.len()).collect();
    let columns = most_common(&counts);
    let title_rows = title_rows(&records, columns);
    let header = counts.get(title_rows).copied().unwrap_or(0);
    let regular = counts.iter().skip(title_rows).filter(|count| **count == header).count();
    let columns = if header > 1 { columns.max(header) } else { header };
    Dialect { separator, has_separator_line: false, title_rows, columns, regular: regular as f64 / counts.len().max(1) as f64 }
}

/// The commonest count; the larger of equals.
fn most_common(counts: &[usize]) -> usize {
    let mut sorted = counts.to_vec();
    sorted.sort_unstable();
    sorted.chunk_by(|a, b| a == b).map(|run| (run.len(), run[0])).max().map_or(0, |(_, count)| count)
}

/// Records of at most one filled cell above the first one that has as many cells as most have.
fn title_rows(records: &[Record], columns: usize) -> usize {
    if columns < 2 {
        return 0;
    }
    let is_title = |record: &Record| record.cells.iter().filter(|cell| !cell.trim().is_empty()).count() <= 1;
    let above = records.iter().take_while(|record| is_title(record)).count();
    let has_header = records.get(above).is_some_and(|record| record.cells.len() == columns);
    if above <= MAX_TITLE_ROWS && has_header { above } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> (char, usize) {
        let dialect = judge(text.as_bytes(), true, None);
        (char::from(dialect.separator), dialect.columns)
    }

    #[test]
    fn separators_are_told_by_how_regularly_they_cut() {
        assert_eq!(of("nom;courriel\nDUPONT;a@exemple.test\n"), (';', 2));
        assert_eq!(of("nom,courriel\nDUPONT,a@exemple.test\n"), (',', 2));
        assert_eq!(of("nom\tcourriel\nDUPONT\ta@exemple.test\n"), ('\t', 2));
        assert_eq!(of("nom|courriel\nDUPONT|a@exemple.test\n"), ('|', 2));
    }

    #[test]
    fn decimal_commas_are_not_separators() {
        assert_eq!(of("id;montant\n1;12,50\n2;3,75\n"), (';', 2));
        assert_eq!(of("montant;taux\n12,50;1,5\n3,75;2,5\n"), (';', 2));
        assert_eq!(of(&format!("montant;taux\n{}", "12,50;1,5\n".repeat(1000))), (';', 2));
    }

    #[test]
    fn separators_inside_quotes_do_not_count() {
        assert_eq!(of("name,address\n\"Dupont; Jean\",\"4; rue A; Valmont\"\n\"Martin; Anne\",\"5; rue B; Valmont\"\n"), (',', 2));
        assert_eq!(of("name;address\n\"Dupont, Jean\";\"4, rue A,\nValmont\"\n"), (';', 2));
    }

    #[test]
    fn one_column_without_any_separator_is_a_table_too() {
        assert_eq!(of("courriel\na@exemple.test\nb@exemple.test\n"), (';', 1));
    }

    #[test]
    fn a_title_above_the_header_is_seen() {
        let dialect = judge(b"Export du 12/03/2010;;\n\nnom;prenom;ville\nDUPONT;Jean;Valmont\n", true, None);
        assert_eq!((dialect.separator, dialect.title_rows, dialect.columns), (b';', 1, 3));
        let dialect = judge(b"Liste des locataires\nnom;prenom;ville\nDUPONT;Jean;Valmont\nMARTIN;Anne;Valmont\n", true, None);
        assert_eq!((dialect.separator, dialect.title_rows, dialect.columns), (b';', 1, 3));
    }

    #[test]
    fn the_line_by_which_excel_states_the_separator_is_believed() {
        let dialect = judge(b"sep=|\r\na;b|c;d\r\n", true, None);
        assert_eq!((dialect.separator, dialect.has_separator_line, dialect.columns), (b'|', true, 2));
    }
}
