//! Text in any encoding as a stream of UTF-8: whatever the size of the file, only a few chunks of it are held.

use super::super::Input;
use super::encoding::{CHUNK, Charset};
use encoding_rs::{CoderResult, Decoder};
use std::io::{self, BufRead, Read};

/// Text in any encoding, read as UTF-8.
pub struct Utf8<'a> {
    input: &'a mut dyn Input,
    charset: Charset,
    decoder: Option<Decoder>,
    raw: Vec<u8>,
    raw_at: usize,
    out: Vec<u8>,
    out_at: usize,
    is_at_end: bool,
    is_finished: bool,
    read: u64,
}

impl<'a> Utf8<'a> {
    /// Reads `input` from where it stands.
    pub fn new(input: &'a mut dyn Input, charset: Charset) -> Self {
        let decoder = match charset {
            Charset::Standard(encoding) => Some(encoding.new_decoder_with_bom_removal()),
            Charset::Cp850 => None,
        };
        Self { input, charset, decoder, raw: Vec::new(), raw_at: 0, out: Vec::new(), out_at: 0, is_at_end: false, is_finished: false, read: 0 }
    }

    /// Bytes of the file read so far.
    pub fn bytes_read(&self) -> u64 {
        self.read
    }

    fn refill(&mut self) -> io::Result<()> {
        if self.raw_at == self.raw.len() && !self.is_at_end {
            self.raw.resize(CHUNK, 0);
            let read = self.input.read(&mut self.raw)?;
            self.raw.truncate(read);
            self.raw_at = 0;
            self.read += read as u64;
            self.is_at_end = read == 0;
        }
        let source = &self.raw[self.raw_at..];
        self.out_at = 0;
        if let Some(decoder) = &mut self.decoder {
            let room = decoder.max_utf8_buffer_length(source.len()).unwrap_or(CHUNK * 4).max(16);
            self.out.resize(room, 0);
            let (result, read, written, _) = decoder.decode_to_utf8(source, &mut self.out, self.is_at_end);
            self.out.truncate(written);
            self.raw_at += read;
            self.is_finished = self.is_at_end && result == CoderResult::InputEmpty;
        } else {
            self.out.clear();
            for byte in source {
                let character = self.charset.single_byte(*byte).unwrap_or(char::REPLACEMENT_CHARACTER);
                self.out.extend_from_slice(character.encode_utf8(&mut [0; 4]).as_bytes());
            }
            self.raw_at = self.raw.len();
            self.is_finished = self.is_at_end;
        }
        Ok(())
    }
}

impl BufRead for Utf8<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.out_at == self.out.len() && !self.is_finished {
            self.refill()?;
        }
        Ok(&self.out[self.out_at..])
    }

    fn consume(&mut self, amount: usize) {
        self.out_at = (self.out_at + amount).min(self.out.len());
    }
}

impl Read for Utf8<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let available = self.fill_buf()?;
        let length = available.len().min(buffer.len());
        buffer[..length].copy_from_slice(&available[..length]);
        self.consume(length);
        Ok(length)
    }
}
