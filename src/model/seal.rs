//! The key of a sealed source (method.md §0): with it identifiers become keyed hashes, and only those are kept. Hashing itself is [`crate::normalise::seal`].

use super::Said;
use crate::said;
use serde::{Deserialize, Serialize};
use zeroize::Zeroizing;

/// Fewest bytes of a key. Shorter ones can be tried one after the other.
const FEWEST: usize = 16;
/// Most bytes: more is the wrong file.
const MOST: usize = 4_096;

/// The key of one exchange, as it stands in its key file. Wiped from memory when it is dropped, and never shown: not by `Debug`, not in any report.
///
/// It is stored in the case (as hex), because nobody could link again without it; whoever has the key and the table can test addresses.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct SealKey(Zeroizing<Vec<u8>>);

/// Why bytes are no key.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealKeyError {
    /// Fewer than 16 bytes.
    #[error("The key has {0} bytes; at least {FEWEST} are needed, or it can be found by trying: write for instance six words chosen by dice")]
    Short(usize),
    /// More than 4096 bytes.
    #[error("The key file has more than {MOST} bytes; it must be another file; choose the right one")]
    Long,
    /// Not what a case stores.
    #[error("The stored key cannot be read")]
    Unreadable,
}

impl SealKeyError {
    /// The sentence for every language; in English it is the one above.
    pub fn said(&self) -> Said {
        match self {
            Self::Short(found) => said!("errors-key-short", found = found.to_string(), fewest = FEWEST.to_string()),
            Self::Long => said!("errors-key-long", most = MOST.to_string()),
            Self::Unreadable => said!("errors-key-unreadable"),
        }
    }
}

impl SealKey {
    /// The key in the bytes of a key file: all of them, but for a byte order mark in front and spaces and line ends around.
    ///
    /// # Errors
    /// [`SealKeyError`] if they are too few or too many.
    pub fn from_file(bytes: &[u8]) -> Result<Self, SealKeyError> {
        let key = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii();
        match key.len() {
            ..FEWEST => Err(SealKeyError::Short(key.len())),
            FEWEST..=MOST => Ok(Self(Zeroizing::new(key.to_vec()))),
            _ => Err(SealKeyError::Long),
        }
    }

    /// The bytes HMAC takes.
    pub fn bytes(&self) -> &[u8] {
        &self.0
    }
}

impl std::fmt::Debug for SealKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SealKey(…)")
    }
}

impl From<SealKey> for String {
    fn from(key: SealKey) -> Self {
        key.0.iter().flat_map(|byte| [byte >> 4, byte & 15]).filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect()
    }
}

impl TryFrom<String> for SealKey {
    type Error = SealKeyError;

    fn try_from(hex: String) -> Result<Self, SealKeyError> {
        let hex = Zeroizing::new(hex);
        let digits: Option<Zeroizing<Vec<u8>>> =
            hex.chars().map(|c| c.to_digit(16).map(|digit| digit as u8)).collect::<Option<Vec<u8>>>().map(Zeroizing::new);
        let digits = digits.filter(|digits| digits.len().is_multiple_of(2)).ok_or(SealKeyError::Unreadable)?;
        Self::from_file(&Zeroizing::new(digits.chunks(2).map(|pair| pair[0] << 4 | pair[1]).collect::<Vec<u8>>()))
    }
}

/// How a source is sealed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seal {
    /// The key of the exchange.
    pub key: SealKey,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_what_stands_in_the_file_without_what_editors_add() {
        let plain = SealKey::from_file("six mots tirés au sort".as_bytes()).unwrap();
        assert_eq!(SealKey::from_file("\u{feff}six mots tirés au sort\r\n".as_bytes()).unwrap(), plain);
        assert_ne!(SealKey::from_file("six mots tirés au  sort".as_bytes()).unwrap(), plain);
        assert_eq!(SealKey::from_file(b"court"), Err(SealKeyError::Short(5)));
        assert_eq!(SealKey::from_file(&[b'a'; 5_000]), Err(SealKeyError::Long));
    }

    #[test]
    fn a_stored_key_comes_back_and_is_never_printed() {
        let seal = Seal { key: SealKey::from_file(b"correct horse battery").unwrap() };
        let stored = serde_json::to_string(&seal).unwrap();
        assert_eq!(serde_json::from_str::<Seal>(&stored).unwrap(), seal);
        assert!(!format!("{seal:?}").contains("horse"));
        for broken in ["abc", "zz", "00ff"] {
            assert!(SealKey::try_from(broken.to_owned()).is_err(), "{broken}");
        }
    }
}
