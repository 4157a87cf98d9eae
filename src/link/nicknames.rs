//! First names people use beside the one in a file: short, familiar and foreign forms. Data: `assets/data/first-names.tsv`.

use super::frequency::ByHash;
use super::words::hash;
use std::sync::LazyLock;

/// Hash of a name → lines it stands in, rising. Compound names are joined by hyphens, as in [`super::columns::Text::First`].
static LINES: LazyLock<ByHash<Vec<u16>>> = LazyLock::new(|| {
    let mut lines: ByHash<Vec<u16>> = ByHash::default();
    let data = include_str!("../../assets/data/first-names.tsv").lines().filter(|line| !line.starts_with('#'));
    for (number, line) in data.enumerate() {
        for name in line.split('\t') {
            let known = lines.entry(hash(&name.replace(' ', "-"))).or_default();
            if known.last() != Some(&(number as u16)) {
                known.push(number as u16);
            }
        }
    }
    lines
});

/// Whether two different canonical first names may be the same person's: Jo and Joseph, Cathy and Catherine.
pub fn are_forms_of_one_name(a: &str, b: &str) -> bool {
    let Some(of_a) = LINES.get(&hash(a)) else { return false };
    LINES.get(&hash(b)).is_some_and(|of_b| of_a.iter().any(|line| of_b.contains(line)))
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
        let data = include_str!("../../assets/data/first-names.tsv").lines().filter(|line| !line.starts_with('#'));
        let names: std::collections::BTreeSet<&str> = data.clone().flat_map(|line| line.split('\t')).collect();
        for name in &names {
            assert_eq!(crate::normalise::fold(name), *name);
        }
        assert_eq!(LINES.len(), names.len(), "no two names have one hash");
        assert!(data.clone().count() > 100);
        assert!(data.clone().all(|line| line.split('\t').count() > 1));
    }
}
