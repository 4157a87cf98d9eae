//! First names people use beside the one in a file: short, familiar and foreign forms. Data: `assets/data/first-names.tsv`.

use std::collections::HashMap;
use std::sync::LazyLock;

/// Name → lines it stands in, rising. Compound names are joined by hyphens, as in [`super::columns::Text::First`].
static LINES: LazyLock<HashMap<String, Vec<u16>>> = LazyLock::new(|| {
    let mut lines: HashMap<String, Vec<u16>> = HashMap::new();
    let data = include_str!("../../assets/data/first-names.tsv").lines().filter(|line| !line.starts_with('#'));
    for (number, line) in data.enumerate() {
        for name in line.split('\t') {
            let known = lines.entry(name.replace(' ', "-")).or_default();
            if known.last() != Some(&(number as u16)) {
                known.push(number as u16);
            }
        }
    }
    lines
});

/// Whether two different canonical first names may be the same person's: Jo and Joseph, Cathy and Catherine.
pub fn are_forms_of_one_name(a: &str, b: &str) -> bool {
    let (Some(a), Some(b)) = (LINES.get(a), LINES.get(b)) else { return false };
    a.iter().any(|line| b.contains(line))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_are_known_in_both_directions() {
        for (a, b) in [("jo", "joseph"), ("catherine", "cathy"), ("jean-pierre", "jp"), ("manu", "emmanuelle")] {
            assert!(are_forms_of_one_name(a, b) && are_forms_of_one_name(b, a), "{a} {b}");
        }
        for (a, b) in [("jo", "marie"), ("", ""), ("kevin", "kevin"), ("fred", "alex")] {
            assert!(!are_forms_of_one_name(a, b), "{a} {b}");
        }
    }

    #[test]
    fn the_table_is_folded_and_every_line_says_something() {
        for name in LINES.keys().map(|name| name.replace('-', " ")).collect::<std::collections::BTreeSet<_>>() {
            assert_eq!(crate::normalise::fold(&name), name);
        }
        let data = include_str!("../../assets/data/first-names.tsv").lines().filter(|line| !line.starts_with('#'));
        assert!(data.clone().count() > 100);
        assert!(data.clone().all(|line| line.split('\t').count() > 1));
    }
}
