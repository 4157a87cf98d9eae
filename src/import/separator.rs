//! The line that begins a message in a mailbox, and prose that only looks like one.

use super::mail;
use memchr::memchr;

/// Bytes that must be in memory from a separator on to judge it.
pub(super) const LOOK_AHEAD: usize = 32 * 1024;

/// Whether `ahead`, which begins at a line start, begins with a separator.
///
/// A `From ` line separates when the lines after it are a header block with a known mail field (Takeout writes no date, Netscape no empty line), or
/// when an empty line stands before it and it carries a date.
pub(super) fn is_separator(ahead: &[u8], is_after_empty_line: bool) -> bool {
    if !ahead.starts_with(b"From ") {
        return false;
    }
    let end = memchr(b'\n', ahead).map_or(ahead.len(), |end| end + 1);
    let (line, rest) = ahead.split_at(end);
    let rest = rest.get(..LOOK_AHEAD).unwrap_or(rest);
    mail::looks_like_header_block(rest) || (is_after_empty_line && has_date(line))
}

/// Whether a line carries a date as separators do: `Sep  4 08:00:00 2018`, also with a zone before the year, or `4 Sep 2018 08:00:00`.
fn has_date(line: &[u8]) -> bool {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let line = String::from_utf8_lossy(line.get(..500).unwrap_or(line));
    let words: Vec<&str> = line.split_whitespace().collect();
    let number = |at: usize, digits: std::ops::RangeInclusive<usize>| {
        words.get(at).is_some_and(|word| digits.contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let clock = |at: usize| words.get(at).is_some_and(|word| word.contains(':') && word.bytes().all(|byte| byte.is_ascii_digit() || byte == b':'));
    words.iter().enumerate().skip(1).any(|(at, word)| {
        MONTHS.iter().any(|month| word.eq_ignore_ascii_case(month))
            && ((number(at + 1, 1..=2) && clock(at + 2) && (3..=5).any(|year| number(at + year, 4..=4)))
                || (number(at - 1, 1..=2) && number(at + 1, 4..=4) && clock(at + 2)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn real_separators_are_known() {
        for line in [
            "From anna@x.example Tue Sep  4 08:00:00 2018\n",
            "From - Tue Sep 04 08:00:00 2018\n",
            "From MAILER-DAEMON Tue Sep  4 08:00:00 CEST 2018\n",
            "From anna@x.example Tue Sep  4 08:00 2018 remote from y\n",
            "From anna@x.example Tue, 04 Sep 2018 08:00:00 +0200\n",
        ] {
            assert!(is_separator(line.as_bytes(), true), "{line}");
            assert!(!is_separator(line.as_bytes(), false), "{line}");
        }
        assert!(is_separator(b"From 1844674407370955161@xxx\nX-GM-THRID: 1844\nReceived: by x\n\nbody", false));
    }

    #[test]
    fn prose_is_no_separator() {
        assert!(!is_separator("From September on, 10:30 is the hour\n".as_bytes(), true));
        assert!(!is_separator(b"From the town hall\nDear tenants,\n", true));
        assert!(!is_separator(b"From the town hall: news\n\nSubject: x\n", true));
        assert!(!is_separator(b"from anna Tue Sep  4 08:00:00 2018\n", true));
    }
}
