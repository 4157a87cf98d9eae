//! Telephone numbers, as E.164.

/// A number in E.164 (`+33639980012`), read as French if it has no country code; `None` if it is no possible number.
pub fn phone(raw: &str) -> Option<String> {
    phone_in(raw, "FR")
}

/// The same for another default country (ISO 3166 alpha-2).
pub fn phone_in(raw: &str, country: &str) -> Option<String> {
    let _ = (raw, country);
    todo!()
}
