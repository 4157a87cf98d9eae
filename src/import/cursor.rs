//! [`ByteCursor`]: reads a file of any size through one small buffer, with a look ahead.
//!
//! For formats that cut a file into slices (mbox, SMS XML). What the bytes mean is not known here.

use super::Input;
use std::io::{self, Read as _, SeekFrom};

/// Bytes fetched at a time.
const CHUNK: usize = 256 * 1024;

/// A place in a file, with what follows it in memory as far as asked for.
pub(super) struct ByteCursor<'a> {
    input: &'a mut dyn Input,
    buffer: Vec<u8>,
    start: usize,
    offset: u64,
    is_drained: bool,
}

impl<'a> ByteCursor<'a> {
    /// Begins at the first byte of `input`.
    pub(super) fn new(input: &'a mut dyn Input) -> io::Result<Self> {
        input.seek(SeekFrom::Start(0))?;
        Ok(Self { input, buffer: Vec::new(), start: 0, offset: 0, is_drained: false })
    }

    /// Makes sure that at least `wanted` bytes lie ahead, unless the file ends before.
    pub(super) fn fill(&mut self, wanted: usize) -> io::Result<()> {
        if self.ahead().len() >= wanted || self.is_drained {
            return Ok(());
        }
        self.buffer.drain(..self.start);
        self.start = 0;
        while self.buffer.len() < wanted && !self.is_drained {
            let room = wanted.max(CHUNK) - self.buffer.len();
            let read = (&mut *self.input).take(room as u64).read_to_end(&mut self.buffer)?;
            self.is_drained = read < room;
        }
        Ok(())
    }

    /// What lies ahead in memory: at least what the last [`Self::fill`] asked for.
    pub(super) fn ahead(&self) -> &[u8] {
        self.buffer.get(self.start..).unwrap_or_default()
    }

    /// Moves on by `count` bytes, at most to the end of what lies ahead.
    pub(super) fn consume(&mut self, count: usize) {
        let count = count.min(self.ahead().len());
        self.start += count;
        self.offset += count as u64;
    }

    /// Where in the file the cursor is.
    pub(super) fn offset(&self) -> u64 {
        self.offset
    }

    /// Whether nothing is ahead any more. True only after a [`Self::fill`] that found nothing.
    pub(super) fn is_at_end(&self) -> bool {
        self.is_drained && self.ahead().is_empty()
    }

    /// Whether the last byte of the file is in memory.
    pub(super) fn sees_end(&self) -> bool {
        self.is_drained
    }

    /// Looks at up to `count` bytes elsewhere in the file; the cursor stays where it is. The answer is shorter where the file ends.
    pub(super) fn peek_at(&mut self, offset: u64, count: usize) -> io::Result<Vec<u8>> {
        let resume = self.offset + self.ahead().len() as u64;
        self.input.seek(SeekFrom::Start(offset))?;
        let mut bytes = Vec::new();
        (&mut *self.input).take(count as u64).read_to_end(&mut bytes)?;
        self.input.seek(SeekFrom::Start(resume))?;
        Ok(bytes)
    }

    /// Bytes in the whole file. The cursor stays where it is.
    pub(super) fn size(&mut self) -> io::Result<u64> {
        let resume = self.offset + self.ahead().len() as u64;
        let size = self.input.seek(SeekFrom::End(0))?;
        self.input.seek(SeekFrom::Start(resume))?;
        Ok(size)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Cursor;

    #[test]
    fn every_byte_comes_by_once_and_in_order() {
        let bytes: Vec<u8> = (0..700_000_u32).map(|n| (n % 251) as u8).collect();
        let mut input = Cursor::new(bytes.clone());
        let mut cursor = ByteCursor::new(&mut input).unwrap();
        let mut seen = Vec::new();
        loop {
            cursor.fill(1000).unwrap();
            if cursor.is_at_end() {
                break;
            }
            let step = cursor.ahead().len().min(777);
            assert_eq!(cursor.offset(), seen.len() as u64);
            seen.extend_from_slice(&cursor.ahead()[..step]);
            cursor.consume(step);
        }
        assert_eq!(seen, bytes);
    }

    #[test]
    fn looking_elsewhere_does_not_move_the_cursor() {
        let mut input = Cursor::new(b"abcdefgh".to_vec());
        let mut cursor = ByteCursor::new(&mut input).unwrap();
        cursor.fill(2).unwrap();
        cursor.consume(2);
        assert_eq!(cursor.peek_at(6, 10).unwrap(), b"gh");
        assert_eq!(cursor.size().unwrap(), 8);
        cursor.fill(4).unwrap();
        assert_eq!(&cursor.ahead()[..4], b"cdef");
    }
}
