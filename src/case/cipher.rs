//! Handing a raw key to SQLCipher without it ever being SQL text.
//!
//! The only file of the package with `unsafe`: rusqlite has no safe call for a key.
#![expect(unsafe_code, reason = "sqlite3_key_v2 and sqlite3_rekey_v2 have no safe wrapper")]

use rusqlite::{Connection, ffi};
use std::ffi::{CStr, c_int, c_void};
use zeroize::Zeroizing;

/// A raw 32-byte key.
pub(super) type RawKey = Zeroizing<[u8; 32]>;

/// Sets the key of the attached database `schema`. With `salt` (only when creating) the file's first 16 bytes become it.
pub(super) fn set_key(connection: &Connection, schema: &CStr, key: &RawKey, salt: Option<&[u8; 16]>) -> rusqlite::Result<()> {
    let text = key_text(key, salt);
    // SAFETY: the handle is open for as long as `connection` is borrowed, `schema` ends with NUL, and pointer and length describe `text`, which
    // SQLCipher copies before it returns.
    let code = unsafe { ffi::sqlite3_key_v2(connection.handle(), schema.as_ptr(), text.as_ptr().cast::<c_void>(), length(&text)) };
    done(code)
}

/// Encrypts the open database again with another key; its first 16 bytes stay.
pub(super) fn change_key(connection: &Connection, key: &RawKey) -> rusqlite::Result<()> {
    let text = key_text(key, None);
    // SAFETY: as in `set_key`.
    let code = unsafe { ffi::sqlite3_rekey_v2(connection.handle(), c"main".as_ptr(), text.as_ptr().cast::<c_void>(), length(&text)) };
    done(code)
}

/// `x'<64 hex key>[<32 hex salt>]'`, wiped when dropped. The capacity is right from the start so that no copy is left behind by growing.
fn key_text(key: &RawKey, salt: Option<&[u8; 16]>) -> Zeroizing<Vec<u8>> {
    let mut text = Zeroizing::new(Vec::with_capacity(3 + 64 + 32));
    text.extend_from_slice(b"x'");
    for byte in key.iter().chain(salt.into_iter().flatten()) {
        for nibble in [byte >> 4, byte & 15] {
            text.push(b"0123456789abcdef"[usize::from(nibble)]);
        }
    }
    text.push(b'\'');
    text
}

/// At most 99, see [`key_text`].
fn length(text: &[u8]) -> c_int {
    c_int::try_from(text.len()).unwrap_or(0)
}

fn done(code: c_int) -> rusqlite::Result<()> {
    if code == ffi::SQLITE_OK { Ok(()) } else { Err(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None)) }
}
