//! Plain text.

/// Lower case, without accents (NFKD, marks dropped; œ, æ, ß written out), every run of white space, hyphens or apostrophes as one space, trimmed.
pub fn fold(raw: &str) -> String {
    let _ = raw;
    todo!()
}

/// The words of a folded text.
pub fn words(raw: &str) -> Vec<String> {
    let _ = raw;
    todo!()
}
