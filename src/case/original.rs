//! What comes in as it is: a file on disk, or a text the user pasted, which is never written anywhere but into the case.

use std::fs::File;
use std::io::{self, Cursor, Read, Seek};
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Bytes that can be read again from any place.
pub trait Bytes: Read + Seek {}
impl<T: Read + Seek> Bytes for T {}

/// A file, or a text that is to be kept as one.
#[derive(Clone, Copy, Debug)]
pub enum Original<'a> {
    /// The file at this path.
    File(&'a Path),
    /// A text and the name it goes by.
    Text {
        /// Its name, with an ending that says what it is.
        name: &'a Path,
        /// What was pasted, as UTF-8.
        text: &'a Arc<[u8]>,
    },
}

impl<'a> From<&'a Path> for Original<'a> {
    fn from(path: &'a Path) -> Self {
        Self::File(path)
    }
}

impl<'a> From<&'a PathBuf> for Original<'a> {
    fn from(path: &'a PathBuf) -> Self {
        Self::File(path)
    }
}

impl<'a> Original<'a> {
    /// Its path, or the name of a text.
    pub fn path(self) -> &'a Path {
        match self {
            Self::File(path) => path,
            Self::Text { name, .. } => name,
        }
    }

    /// Its name without the folder.
    pub(super) fn name(self) -> &'a [u8] {
        self.path().file_name().unwrap_or(self.path().as_os_str()).as_encoded_bytes()
    }

    /// Number of bytes.
    ///
    /// # Errors
    /// If the file cannot be asked, or is no file.
    pub(super) fn size(self) -> io::Result<u64> {
        match self {
            Self::File(path) => {
                // Asked before opening: a named pipe would wait for somebody to write into it.
                let metadata = std::fs::metadata(path)?;
                if metadata.is_file() { Ok(metadata.len()) } else { Err(io::Error::new(io::ErrorKind::InvalidInput, "it is not a file")) }
            }
            Self::Text { text, .. } => Ok(text.len() as u64),
        }
    }

    /// Its bytes, from the beginning.
    ///
    /// # Errors
    /// If the file cannot be opened.
    pub fn open(self) -> io::Result<Box<dyn Bytes + Send>> {
        Ok(match self {
            Self::File(path) => Box::new(File::open(path)?),
            Self::Text { text, .. } => Box::new(Cursor::new(Arc::clone(text))),
        })
    }
}
