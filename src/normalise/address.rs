//! French postal addresses.

/// A canonical postal address; parts that are missing are empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct PostalAddress {
    /// House number with its index: `12bis`, `4`.
    pub number: String,
    /// Street type written out and street name, folded: `avenue du general leclerc`.
    pub street: String,
    /// Building, stairs, floor, flat: folded.
    pub extra: String,
    /// Five digits for France.
    pub postcode: String,
    /// Town, folded, CEDEX taken off, `st` written `saint`.
    pub city: String,
    /// CEDEX number, if any (`cedex 07` → `7`; bare `cedex` → `0`).
    pub cedex: Option<u8>,
}

/// Reads an address from its parts; `number` may be empty with the number in `street`, and `city` may hold « 35000 VALMONT CEDEX ».
pub fn address(number: &str, street: &str, extra: &str, postcode: &str, city: &str) -> Option<PostalAddress> {
    let _ = (number, street, extra, postcode, city);
    todo!()
}
