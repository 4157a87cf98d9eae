//! Keyed hashes of canonical identifiers: HMAC-SHA-256 (RFC 2104, FIPS 198-1), each kind of identifier in a domain of its own.
//!
//! `HMAC(key, "email:anna@b.example")`, `HMAC(key, "phone:+33639980012")`, `HMAC(key, "identifier:00123")`, `HMAC(key, "record:00123")`, in UTF-8; the text
//! behind the colon is what [`email`], [`phone`] and [`identifier`] make of the cell.
//!
//! What it hides, and what not: addresses and numbers can be guessed, so whoever has the key can test whether somebody is in the table. Without the key
//! nothing can be tested. A hash without a key would hide nothing: all telephone numbers are hashed in minutes.

use super::{email, identifier, phone};
use crate::model::{Field, SealKey};
use sha2::{Digest as _, Sha256};

/// Bytes of a block of SHA-256.
const BLOCK: usize = 64;

/// What is hashed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum SealedKind {
    /// An e-mail address, its tag left off.
    Email,
    /// A telephone number.
    Phone,
    /// Another number that names a person in several tables.
    Identifier,
    /// The number of a record, by which it is known again in another state.
    Record,
}

impl SealedKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Email, Self::Phone, Self::Identifier, Self::Record];

    /// The name of its domain.
    pub fn domain(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Identifier => "identifier",
            Self::Record => "record",
        }
    }

    /// The column that holds its hashes in a sealed table.
    pub fn column(self) -> &'static str {
        match self {
            Self::Email => "email_hmac",
            Self::Phone => "phone_hmac",
            Self::Identifier => "identifier_hmac",
            Self::Record => "record_hmac",
        }
    }

    /// The field it is read from.
    pub fn field(self) -> Field {
        match self {
            Self::Email => Field::Email,
            Self::Phone => Field::Phone,
            Self::Identifier => Field::Identifier,
            Self::Record => Field::RecordId,
        }
    }

    /// The canonical form of a cell; `None` if it has none.
    pub fn canonical(self, cell: &str) -> Option<String> {
        match self {
            Self::Email => email(cell).map(|email| email.key),
            Self::Phone => phone(cell),
            Self::Identifier | Self::Record => identifier(cell),
        }
    }
}

/// The keyed hash of a canonical identifier, 64 lowercase hex digits.
pub fn seal(kind: SealedKind, canonical: &str, key: &SealKey) -> String {
    hex(&hmac_sha256(key.bytes(), &[kind.domain().as_bytes(), b":", canonical.as_bytes()]))
}

/// A few characters by which two people can tell whether they have the same key, without telling each other anything about it.
pub fn key_check(key: &SealKey) -> String {
    hex(&hmac_sha256(key.bytes(), &[b"check:sourcier.seal/1"])[..4])
}

/// A keyed hash somebody else has written, as lowercase hex: 64 hex digits (any case, spaces or colons between them) or base64 of 32 bytes (also the
/// alphabet of URLs). `None` for anything else.
pub fn sealed(text: &str) -> Option<String> {
    let text = text.trim();
    let digits: String = text.chars().filter(|c| !matches!(c, ' ' | ':')).collect();
    if digits.len() == 2 * 32 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Some(digits.to_ascii_lowercase());
    }
    from_base64(text).map(|bytes| hex(&bytes))
}

fn from_base64(text: &str) -> Option<[u8; 32]> {
    let text = text.trim_end_matches('=');
    // 43 characters of six bits are 258; the last two must be nought.
    if text.len() != 43 {
        return None;
    }
    let mut bytes = [0; 32];
    let (mut held, mut bits, mut at) = (0_u32, 0, 0);
    for byte in text.bytes() {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => return None,
        };
        held = (held << 6 | u32::from(six)) & 0xfff;
        bits += 6;
        if bits >= 8 && at < bytes.len() {
            bits -= 8;
            bytes[at] = (held >> bits) as u8;
            at += 1;
        }
    }
    held.is_multiple_of(4).then_some(bytes)
}

/// HMAC with SHA-256 of the parts of a message, one after the other.
fn hmac_sha256(key: &[u8], parts: &[&[u8]]) -> [u8; 32] {
    let mut block = zeroize::Zeroizing::new([0_u8; BLOCK]);
    if key.len() > BLOCK {
        block[..32].copy_from_slice(&Sha256::digest(key));
    } else {
        block[..key.len()].copy_from_slice(key);
    }
    let padded = |pad: u8| zeroize::Zeroizing::new(block.map(|byte| byte ^ pad));
    let mut inner = Sha256::new_with_prefix(padded(0x36).as_slice());
    for part in parts {
        inner.update(part);
    }
    Sha256::new_with_prefix(padded(0x5c).as_slice()).chain_update(inner.finalize()).finalize().into()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]).filter_map(|digit| char::from_digit(u32::from(digit), 16)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// RFC 4231, test cases 1 to 4, 6 and 7.
    #[test]
    fn hmac_gives_the_values_of_the_standard() {
        let key_of_25: Vec<u8> = (1..=25).collect();
        let cases: [(&[u8], &[u8], &str); 6] = [
            (&[0x0b; 20], b"Hi There", "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"),
            (b"Jefe", b"what do ya want for nothing?", "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"),
            (&[0xaa; 20], &[0xdd; 50], "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"),
            (&key_of_25, &[0xcd; 50], "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b"),
            (
                &[0xaa; 131],
                b"Test Using Larger Than Block-Size Key - Hash Key First",
                "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54",
            ),
            (
                &[0xaa; 131],
                b"This is a test using a larger than block-size key and a larger than block-size data. The key needs to be hashed before being used by the HMAC algorithm.",
                "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2",
            ),
        ];
        for (key, message, expected) in cases {
            assert_eq!(hex(&hmac_sha256(key, &[message])), expected);
            let (start, end) = message.split_at(message.len() / 2);
            assert_eq!(hex(&hmac_sha256(key, &[start, end])), expected, "in parts");
        }
    }

    #[test]
    fn each_kind_has_its_own_domain_and_each_key_its_own_hashes() {
        let key = SealKey::from_file(b"exemple de clef pour essais").unwrap();
        let other = SealKey::from_file(b"exemple de clef pour essais!").unwrap();
        let of = |kind| seal(kind, "00123", &key);
        let all: std::collections::BTreeSet<String> = SealedKind::ALL.into_iter().map(of).collect();
        assert_eq!(all.len(), 4);
        assert_ne!(seal(SealedKind::Email, "a@b.example", &key), seal(SealedKind::Email, "a@b.example", &other));
        assert_ne!(key_check(&key), key_check(&other));
        assert_eq!(key_check(&key).len(), 8);
    }

    #[test]
    fn a_hash_is_read_in_hex_and_in_base64() {
        let hash = seal(SealedKind::Email, "a@b.example", &SealKey::from_file(b"exemple de clef pour essais").unwrap());
        assert_eq!(sealed(&hash.to_uppercase()), Some(hash.clone()));
        assert_eq!(
            sealed("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=").unwrap(),
            "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"
        );
        assert_eq!(
            sealed("__79_Pv6-fj39vX08_Lx8O_u7ezr6uno5-bl5OPi4eA").unwrap(),
            "fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0efeeedecebeae9e8e7e6e5e4e3e2e1e0"
        );
        for other in ["", "anna@b.example", &hash[1..], "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh9="] {
            assert_eq!(sealed(other), None, "{other}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics(text in "\\PC{0,70}|[0-9a-fA-F: ]{60,70}|[A-Za-z0-9+/_=-]{40,46}") {
            prop_assert!(sealed(&text).is_none_or(|hash| hash.len() == 64 && sealed(&hash) == Some(hash.clone())));
        }
    }
}
