//! From a passphrase to the key of the file, and back from the recovery sheet.
//!
//! The first 16 bytes of an encrypted case are ours: `SRC`, the version of the key derivation, 12 random bytes. All 16 are the salt.

use super::cipher::RawKey;
use super::{CaseError, OtherFile, SheetFault};
use secrecy::{ExposeSecret as _, SecretString};
use sha2::{Digest as _, Sha256};
use std::io::Read as _;
use std::path::Path;
use unicode_normalization::UnicodeNormalization as _;
use zeroize::Zeroizing;

/// The first bytes of an encrypted case.
const MAGIC: &[u8; 3] = b"SRC";
/// Argon2id v0x13, m = 262144 KiB, t = 3, p = 1, 32 bytes. Another cost needs another version.
const DERIVATION: u8 = 1;
const MEMORY_KIB: u32 = 262_144;
const PASSES: u32 = 3;
const LANES: u32 = 1;

/// What the first bytes of a file say it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An ordinary SQLite database; whether it is a case is seen inside.
    Plain,
    /// An encrypted case with this salt.
    Encrypted([u8; 16]),
}

impl Kind {
    /// Looks at the first bytes of the file.
    pub(super) fn of(path: &Path) -> Result<Self, CaseError> {
        let failed = |source| CaseError::Io { path: path.to_owned(), source };
        let mut head = Vec::with_capacity(16);
        let file = std::fs::File::open(path).map_err(failed)?;
        if file.metadata().map_err(failed)?.is_dir() {
            return Err(CaseError::NotACase { found: OtherFile::Folder, path: path.to_owned() });
        }
        file.take(16).read_to_end(&mut head).map_err(failed)?;
        let other = |found| Err(CaseError::NotACase { found, path: path.to_owned() });
        if head.is_empty() {
            return other(OtherFile::Empty);
        }
        if head == b"SQLite format 3\0" {
            return Ok(Self::Plain);
        }
        match <[u8; 16]>::try_from(head.as_slice()) {
            Ok(salt) if salt.starts_with(MAGIC) && salt[3] == DERIVATION => Ok(Self::Encrypted(salt)),
            // A later version may derive its key in another way; a text that happens to begin with SRC does not have a control character there.
            Ok(salt) if salt.starts_with(MAGIC) && (DERIVATION + 1..0x20).contains(&salt[3]) => Err(CaseError::TooNew { path: path.to_owned() }),
            _ if head.starts_with(b"\x89PNG") => other(OtherFile::Png),
            _ if head.starts_with(b"%PDF") => other(OtherFile::Pdf),
            _ if head.starts_with(b"PK\x03\x04") => other(OtherFile::Zip),
            _ if std::str::from_utf8(&head).is_ok() => other(OtherFile::Text),
            _ => other(OtherFile::Unknown),
        }
    }
}

/// A new salt: our four bytes and 12 random ones.
pub(super) fn fresh_salt() -> Result<[u8; 16], CaseError> {
    // SQLite's generator is seeded by the operating system. The salt need not be secret, only different in every file.
    let random: [u8; 12] = rusqlite::Connection::open_in_memory()?.query_row("SELECT randomblob(12)", [], |row| row.get(0))?;
    let mut salt = [0; 16];
    salt[..3].copy_from_slice(MAGIC);
    salt[3] = DERIVATION;
    salt[4..].copy_from_slice(&random);
    Ok(salt)
}

/// The key: Argon2id of the NFC-normalised passphrase with the whole salt.
pub(super) fn derive(passphrase: &SecretString, salt: &[u8; 16]) -> Result<RawKey, CaseError> {
    let given = passphrase.expose_secret();
    if given.is_empty() {
        return Err(CaseError::EmptyPassphrase);
    }
    // NFC never needs more than three times the bytes; without growing, no copy of the passphrase is left behind.
    let mut normalised = Zeroizing::new(String::with_capacity(given.len() * 3));
    normalised.extend(given.nfc());
    let mut key = RawKey::new([0; 32]);
    let refused = |error: argon2::Error| CaseError::BadRecord { what: "The passphrase".to_owned(), why: error.to_string() };
    let cost = argon2::Params::new(MEMORY_KIB, PASSES, LANES, Some(key.len())).map_err(refused)?;
    argon2::Argon2::new(argon2::Algorithm::Argon2id, argon2::Version::V0x13, cost)
        .hash_password_into(normalised.as_bytes(), salt, key.as_mut())
        .map_err(refused)?;
    Ok(key)
}

/// The recovery sheet: 64 hex digits in groups of 4, then a 4-digit check (the first two bytes of the key's SHA-256).
pub(super) fn recovery_sheet(key: &RawKey) -> SecretString {
    let check = Sha256::digest(key.as_slice());
    let mut sheet = String::with_capacity(17 * 5);
    for (n, byte) in key.iter().chain(&check[..2]).enumerate() {
        if n > 0 && n % 2 == 0 {
            sheet.push(' ');
        }
        for nibble in [byte >> 4, byte & 15] {
            sheet.push(char::from(b"0123456789abcdef"[usize::from(nibble)]));
        }
    }
    SecretString::from(sheet)
}

/// Reads a recovery sheet back; spaces, line ends and hyphens do not matter.
pub(super) fn from_recovery_sheet(sheet: &SecretString) -> Result<RawKey, CaseError> {
    let bad = |what| CaseError::BadRecoveryKey { what };
    let mut bytes = Zeroizing::new(Vec::with_capacity(34));
    let mut high = None;
    for character in sheet.expose_secret().chars().filter(|c| !c.is_whitespace() && *c != '-') {
        let digit = character.to_digit(16).ok_or_else(|| bad(SheetFault::Character))? as u8;
        match high.take() {
            None => high = Some(digit),
            Some(high) => bytes.push(high << 4 | digit),
        }
    }
    if high.is_some() || bytes.len() != 34 {
        return Err(bad(SheetFault::Groups));
    }
    let mut key = RawKey::new([0; 32]);
    key.copy_from_slice(&bytes[..32]);
    if Sha256::digest(key.as_slice())[..2] != bytes[32..] {
        return Err(bad(SheetFault::Check));
    }
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_recovery_sheet_reads_back_as_the_key_and_a_typing_error_is_found() {
        let key = RawKey::new(std::array::from_fn(|n| n as u8 * 7));
        let sheet = recovery_sheet(&key);
        assert_eq!(sheet.expose_secret().split(' ').count(), 17);
        assert!(sheet.expose_secret().split(' ').all(|group| group.len() == 4));
        assert_eq!(from_recovery_sheet(&sheet).unwrap(), key);
        let sloppy = SecretString::from(sheet.expose_secret().to_uppercase().replace(' ', "-\n"));
        assert_eq!(from_recovery_sheet(&sloppy).unwrap(), key);
        let typo = SecretString::from(sheet.expose_secret().replacen('0', "1", 1));
        assert!(matches!(from_recovery_sheet(&typo), Err(CaseError::BadRecoveryKey { .. })));
        assert!(matches!(from_recovery_sheet(&"12ab".into()), Err(CaseError::BadRecoveryKey { .. })));
    }

    #[test]
    fn the_same_passphrase_typed_on_another_keyboard_gives_the_same_key() {
        let salt = *b"SRC\x01abcdefghijkl";
        let composed = derive(&"théâtre".into(), &salt).unwrap();
        let decomposed = derive(&"the\u{301}a\u{302}tre".into(), &salt).unwrap();
        assert_eq!(composed, decomposed);
        assert!(matches!(derive(&"".into(), &salt), Err(CaseError::EmptyPassphrase)));
    }
}
