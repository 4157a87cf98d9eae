//! Cells of a workbook as text: what a person sees in them, without the looks.

use calamine::{CellErrorType, Data, DataRef, ExcelDateTime};

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// A text, a number, a date (ISO 8601) or a truth value (`true`, `false`).
    Text(String),
    /// An error such as `#N/A`.
    Error(String),
}

impl Cell {
    /// From a streamed cell; `digits` is the number of digits its format writes at least.
    pub fn from_stream(value: DataRef<'_>, digits: usize) -> Self {
        match value {
            DataRef::Empty => Self::Empty,
            DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => Self::Text(text),
            DataRef::SharedString(text) => Self::Text(text.to_owned()),
            DataRef::Int(number) => Self::Text(padded(&number.to_string(), digits)),
            DataRef::Float(number) => Self::Text(padded(&self::number(number), digits)),
            DataRef::Bool(value) => Self::Text(value.to_string()),
            DataRef::DateTime(at) => Self::Text(moment(&at)),
            DataRef::Error(error) => Self::error(&error),
        }
    }

    /// From a cell that was read with its sheet.
    pub fn from_range(value: &Data) -> Self {
        match value {
            Data::Empty => Self::Empty,
            Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => Self::Text(text.clone()),
            Data::Int(number) => Self::Text(number.to_string()),
            Data::Float(number) => Self::Text(self::number(*number)),
            Data::Bool(value) => Self::Text(value.to_string()),
            Data::DateTime(at) => Self::Text(moment(at)),
            Data::Error(error) => Self::error(error),
        }
    }

    fn error(error: &CellErrorType) -> Self {
        Self::Error(error.to_string())
    }

    /// Whether nothing can be seen in it.
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            Self::Error(_) => false,
        }
    }
}

/// A number without what floating point adds: `75011` and not `75011.0`.
fn number(value: f64) -> String {
    // Rust writes the shortest text that reads back as the same number, and whole numbers without a fraction.
    if value == 0.0 { "0".to_owned() } else { value.to_string() }
}

/// Leading zeros that only the cell's format shows: a postcode kept as the number 1000 in the format `00000`.
fn padded(text: &str, digits: usize) -> String {
    if text.len() < digits && text.bytes().all(|byte| byte.is_ascii_digit()) { format!("{text:0>digits$}") } else { text.to_owned() }
}

/// How many digits a number format writes at least: 5 for `00000`, 10 for `0#" "##" "##" "##" "##`, 0 if it is no format of whole numbers.
pub fn least_digits(format: &str) -> usize {
    let (mut places, mut zero_at, mut characters) = (0, None, format.chars());
    while let Some(character) = characters.next() {
        match character {
            '0' => {
                zero_at.get_or_insert(places);
                places += 1;
            }
            '#' | '?' => places += 1,
            '"' => while characters.next().is_some_and(|inner| inner != '"') {},
            '[' => while characters.next().is_some_and(|inner| inner != ']') {},
            '\\' | '_' | '*' => {
                characters.next();
            }
            ' ' | '-' | '/' | '(' | ')' | '\u{A0}' => {}
            ';' => break,
            // Decimals, thousands, percent, dates, text: not the format of an id.
            _ => return 0,
        }
    }
    match zero_at {
        Some(at) if places - at > 1 && places <= 20 => places - at,
        _ => 0,
    }
}

/// ISO 8601: the day, with the time if there is one; a bare time or a duration as hours, minutes and seconds.
fn moment(at: &ExcelDateTime) -> String {
    let serial = at.as_f64();
    // Outside 1899 to 9999 a serial is no date in any spreadsheet program; keep what is stored.
    if !(0.0..2_958_466.0).contains(&serial) {
        return number(serial);
    }
    if at.is_duration() {
        return clock((serial * 86_400.0).round() as u64);
    }
    let (year, month, day, hour, minute, second, milli) = at.to_ymd_hms_milli();
    let seconds = u64::from(hour) * 3600 + u64::from(minute) * 60 + u64::from(second) + u64::from(milli >= 500);
    if serial < 1.0 {
        return clock(seconds);
    }
    // A fraction within half a second of midnight is midnight; the day it belongs to has then been reached already.
    if seconds == 0 || seconds >= 86_400 {
        return format!("{year:04}-{month:02}-{day:02}");
    }
    format!("{year:04}-{month:02}-{day:02}T{}", clock(seconds))
}

fn clock(seconds: u64) -> String {
    format!("{:02}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType;

    fn date(serial: f64, is_1904: bool) -> String {
        moment(&ExcelDateTime::new(serial, ExcelDateTimeType::DateTime, is_1904))
    }

    #[test]
    fn numbers_that_are_ids_have_no_fraction() {
        assert_eq!(Cell::from_stream(DataRef::Float(75_011.0), 0), Cell::Text("75011".to_owned()));
        assert_eq!(Cell::from_stream(DataRef::Float(33_639_980_012.0), 0), Cell::Text("33639980012".to_owned()));
        assert_eq!(Cell::from_stream(DataRef::Float(12.5), 0), Cell::Text("12.5".to_owned()));
        assert_eq!(Cell::from_stream(DataRef::Float(-0.0), 0), Cell::Text("0".to_owned()));
    }

    #[test]
    fn zeros_that_the_format_shows_are_part_of_the_text() {
        assert_eq!(Cell::from_stream(DataRef::Float(1000.0), 5), Cell::Text("01000".to_owned()));
        assert_eq!(least_digits("00000"), 5);
        assert_eq!(least_digits("0#\" \"##\" \"##\" \"##\" \"##"), 10);
        assert_eq!(least_digits("0"), 0);
        assert_eq!(least_digits("0.00"), 0);
        assert_eq!(least_digits("# ##0"), 0);
        assert_eq!(least_digits("General"), 0);
        assert_eq!(least_digits("dd/mm/yyyy"), 0);
    }

    #[test]
    fn dates_follow_the_epoch_of_the_workbook() {
        assert_eq!(date(40_312.0, false), "2010-05-14");
        assert_eq!(date(38_850.0, true), "2010-05-14");
        assert_eq!(date(40_312.354_166_666_7, false), "2010-05-14T08:30:00");
    }

    #[test]
    fn serials_that_are_no_dates_stay_numbers() {
        assert_eq!(date(3_000_000.0, false), "3000000");
        assert_eq!(date(-1.0, false), "-1");
        assert_eq!(date(0.25, false), "06:00:00");
        assert_eq!(moment(&ExcelDateTime::new(1.5, ExcelDateTimeType::TimeDelta, false)), "36:00:00");
    }
}
