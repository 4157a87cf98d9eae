//! E-mail addresses.

/// A canonical e-mail address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Email {
    /// The key two addresses are compared by: lower case, domain in ASCII (`xn--`), without the sub-address tag. Dots are kept: merging them is a guess.
    pub key: String,
    /// The sub-address tag (`anna+parti@…` → `parti`), kept apart.
    pub tag: Option<String>,
    /// The domain as people read it, IDN decoded.
    pub display_domain: String,
}

/// Reads an address (`Anna <ANNA+parti@Exemple.TEST>` or bare); `None` if there is none.
pub fn email(raw: &str) -> Option<Email> {
    let _ = raw;
    todo!()
}
