//! [`Slice`]: one message's bytes inside a file, with place and digest.
//!
//! The digest always covers the whole slice; what is kept in memory for reading is capped, so that one giant message cannot fill the memory.

use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// Bytes of one slice kept for reading.
pub(super) const KEPT: usize = 16 * 1024 * 1024;

/// The bytes of one message.
#[derive(Debug)]
pub(super) struct Slice {
    /// First byte, counted from the start of the file.
    pub(super) offset: u64,
    /// Bytes in the file.
    pub(super) length: u64,
    /// Lowercase hex SHA-256 of those bytes.
    pub(super) sha256: String,
    /// The bytes, at most [`KEPT`] of them.
    pub(super) bytes: Vec<u8>,
    /// Whether the slice is longer than what was kept.
    pub(super) is_cut: bool,
}

/// Takes a slice in pieces.
pub(super) struct SliceBuilder {
    offset: u64,
    length: u64,
    hasher: Sha256,
    bytes: Vec<u8>,
    is_cut: bool,
}

impl SliceBuilder {
    /// A slice that begins at `offset`.
    pub(super) fn new(offset: u64) -> Self {
        Self { offset, length: 0, hasher: Sha256::new(), bytes: Vec::new(), is_cut: false }
    }

    /// The next bytes of the slice.
    pub(super) fn push(&mut self, bytes: &[u8]) {
        let room = KEPT - self.bytes.len();
        let kept = bytes.get(..room).unwrap_or(bytes);
        // Doubling would reserve twice the cap for a message just over half of it.
        if self.bytes.capacity() > KEPT / 4 && self.bytes.capacity() < KEPT && self.bytes.len() + kept.len() > self.bytes.capacity() {
            self.bytes.reserve_exact(KEPT - self.bytes.len());
        }
        self.bytes.extend_from_slice(kept);
        self.is_cut |= kept.len() < bytes.len();
        self.push_unkept(bytes);
    }

    /// Bytes that belong to the slice and are not needed for reading.
    pub(super) fn push_unkept(&mut self, bytes: &[u8]) {
        self.hasher.update(bytes);
        self.length += bytes.len() as u64;
    }

    /// What was kept so far.
    pub(super) fn kept(&self) -> &[u8] {
        &self.bytes
    }

    /// The slice is complete.
    pub(super) fn finish(self) -> Slice {
        let Self { offset, length, hasher, bytes, is_cut } = self;
        Slice { offset, length, sha256: hex(&hasher.finalize()), bytes, is_cut }
    }
}

/// Lowercase hex SHA-256.
pub(super) fn sha256(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

fn hex(digest: &[u8]) -> String {
    digest.iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing to a string cannot fail.
        write!(text, "{byte:02x}").ok();
        text
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_giant_slice_is_hashed_whole_and_kept_in_part() {
        let piece = vec![b'x'; 3 * 1024 * 1024 + 7];
        let mut whole = Vec::new();
        let mut slice = SliceBuilder::new(5);
        for _ in 0..6 {
            slice.push(&piece);
            whole.extend_from_slice(&piece);
        }
        let slice = slice.finish();
        assert_eq!((slice.offset, slice.length), (5, whole.len() as u64));
        assert_eq!(slice.sha256, sha256(&whole));
        assert_eq!(slice.bytes.len(), KEPT);
        assert!(slice.is_cut);
    }

    #[test]
    fn the_digest_of_nothing_is_the_published_one() {
        assert_eq!(sha256(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
