//! Other numbers that name a person in both tables: membership, tenancy, customer numbers.

use super::text::{is_dash, is_invisible};
use unicode_normalization::UnicodeNormalization as _;

/// Spaces, dots, dashes and slashes taken out, upper case; leading zeros live. `None` if no letter or digit is left.
pub fn identifier(raw: &str) -> Option<String> {
    if raw.is_empty() {
        return None;
    }
    let kept = |c: &char| !(c.is_whitespace() || c.is_control() || is_invisible(*c) || is_dash(*c) || matches!(c, '.' | '/' | '\\' | '⁄' | '∕'));
    // Composed again after upper-casing: that can bring marks back (ΐ).
    let canonical: String = raw.nfkc().flat_map(char::to_uppercase).nfkc().filter(kept).collect();
    let canonical: String = canonical.nfkc().flat_map(char::to_uppercase).nfkc().collect();
    canonical.chars().any(char::is_alphanumeric).then_some(canonical)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn separators_and_case_do_not_matter_and_leading_zeros_do() {
        assert_eq!(identifier(" 00-12.34/ab "), Some("001234AB".to_owned()));
        assert_ne!(identifier("0012"), identifier("12"));
        assert_eq!(identifier(" -./ "), None);
        assert_eq!(identifier("?"), None);
    }

    proptest! {
        #[test]
        fn an_identifier_read_again_is_the_same(raw in "\\PC{0,20}|.{0,20}") {
            if let Some(once) = identifier(&raw) {
                prop_assert_eq!(identifier(&once), Some(once));
            }
        }
    }
}
