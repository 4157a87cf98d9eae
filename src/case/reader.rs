//! Stored evidence as a stream that can be read from any place.

use super::CaseError;
use super::evidence::{CHUNK, chunk, get, source_path};
use super::store::{Store, count};
use crate::model::EvidenceId;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::sync::Arc;

/// The bytes of one file, as a stream that can be read from any place.
pub struct EvidenceReader {
    size: u64,
    position: u64,
    bytes: Bytes,
}

enum Bytes {
    Chunks {
        store: Arc<Store>,
        id: EvidenceId,
        current: Option<(u64, Vec<u8>)>,
    },
    /// Too large to embed: read where it was when it was taken in.
    Outside(File),
}

impl EvidenceReader {
    pub(super) fn new(store: Arc<Store>, id: EvidenceId) -> Result<Self, CaseError> {
        let evidence = store.read(|c| get(c, id))?;
        let bytes = if evidence.is_embedded {
            Bytes::Chunks { store, id, current: None }
        } else if evidence.is_withheld {
            return Err(CaseError::Withheld { path: evidence.name.into() });
        } else {
            let path = store.read(|c| source_path(c, id))?.unwrap_or_default();
            let failed = |source| CaseError::Io { path: path.clone(), source };
            let file = File::open(&path).map_err(failed)?;
            if file.metadata().map_err(failed)?.len() != evidence.size {
                return Err(CaseError::Altered { path });
            }
            Bytes::Outside(file)
        };
        Ok(Self { size: evidence.size, position: 0, bytes })
    }

    /// Number of bytes.
    pub fn size(&self) -> u64 {
        self.size
    }
}

impl Read for EvidenceReader {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.position >= self.size || buffer.is_empty() {
            return Ok(0);
        }
        let read = match &mut self.bytes {
            Bytes::Outside(file) => {
                file.seek(SeekFrom::Start(self.position))?;
                file.read(buffer)?
            }
            Bytes::Chunks { store, id, current } => {
                let n = self.position / CHUNK as u64;
                let bytes = match current {
                    Some((held, bytes)) if *held == n => bytes,
                    _ => {
                        let found = store.read(|c| chunk(c, *id, count(n))).map_err(io::Error::other)?;
                        let found =
                            found.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, format!("chunk {n} of evidence E{id} is missing")))?;
                        &mut current.insert((n, found)).1
                    }
                };
                let from = (self.position % CHUNK as u64) as usize;
                let rest = bytes.get(from..).filter(|rest| !rest.is_empty());
                let rest = rest.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidData, format!("chunk {n} of evidence E{id} is too short")))?;
                let taken = rest.len().min(buffer.len());
                buffer[..taken].copy_from_slice(&rest[..taken]);
                taken
            }
        };
        self.position += read as u64;
        Ok(read)
    }
}

impl Seek for EvidenceReader {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let position = match to {
            SeekFrom::Start(position) => Some(position),
            SeekFrom::End(offset) => self.size.checked_add_signed(offset),
            SeekFrom::Current(offset) => self.position.checked_add_signed(offset),
        };
        self.position = position.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "before the beginning of the file"))?;
        Ok(self.position)
    }
}
