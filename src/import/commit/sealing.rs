//! Decides whether a state of a source comes in sealed, with which key, and what is kept of its file.

use super::Desk;
use crate::case::Record;
use crate::import::mapping::Resolved;
use crate::import::sealed::{Sealer, is_sealed_header};
use crate::import::{Format, ImportError, Request, Sheet, Sink};
use crate::job::Unwatched;
use crate::model::{Evidence, Message, Said, Seal, Source, SourceId, SourceKind};
use crate::normalise::seal::key_check;
use crate::said;
use std::ops::ControlFlow;

/// How the rows of one table are sealed.
pub(super) struct Sealing {
    seal: Seal,
    /// Known from the start for a table of hashes; for a table in the clear once its columns are.
    sealer: Option<Sealer>,
    /// The table holds hashes already.
    is_received: bool,
    /// The bytes of the file are not to be kept: it holds more than hashes and days.
    pub is_withheld: bool,
}

impl Sealing {
    pub fn sealer(&self) -> Option<&Sealer> {
        self.sealer.as_ref()
    }

    /// The columns of a table in the clear are known.
    pub fn seal(&mut self, header: &[String], resolved: &Resolved, request: &Request) -> Result<(), ImportError> {
        self.sealer = Some(Sealer::sealing(header, resolved, &self.seal.key).map_err(|what| refused(what, header, request))?);
        Ok(())
    }

    /// What the import report says of it.
    pub fn told(&self, evidence: &Evidence, lost: u64) -> Vec<Said> {
        let Some(sealer) = &self.sealer else { return Vec::new() };
        let mut told = Vec::new();
        let (kept, check) = (sealer.columns(), key_check(&self.seal.key));
        told.push(if self.is_received {
            said!("remarks-sealed-received", kept = kept, check = check)
        } else {
            said!("remarks-sealed", kept = kept, check = check)
        });
        let left_out = sealer.left_out();
        if !left_out.is_empty() {
            told.push(said!("remarks-not-kept", names = left_out.to_vec()));
        }
        if evidence.is_withheld {
            told.push(said!("remarks-withheld", sha256 = &evidence.sha256));
        } else if self.is_withheld {
            told.push(said!("remarks-in-the-clear", evidence = format!("E{}", evidence.id)));
        }
        if lost > 0 {
            told.push(if self.is_received { said!("remarks-lost-hashes", n = lost) } else { said!("remarks-lost", n = lost) });
        }
        told.push(said!("remarks-sealed-limits"));
        told
    }
}

/// A table of hashes for a source that is not sealed.
pub(super) fn needs_key(header: &[String], request: &Request) -> ImportError {
    let what = said!("remarks-needs-key");
    refused(what, header, request)
}

fn refused(what: Said, header: &[String], request: &Request) -> ImportError {
    ImportError::Mapping { what, found: header.to_vec(), path: request.path.clone() }
}

fn broken(what: Said, request: &Request) -> ImportError {
    ImportError::Broken { what, line: None, path: request.path.clone() }
}

impl Desk<'_, '_> {
    /// Whether and how this state of `source` comes in sealed; `None` in the clear.
    ///
    /// # Errors
    /// If the request and the source contradict each other: another key, no key, or states in the clear beside it.
    pub(super) fn sealing(&mut self, source: &SourceId, request: &Request, format: &dyn Format) -> Result<Option<Sealing>, ImportError> {
        let known = self.transaction.contents().source(source).cloned().unwrap_or_default();
        let seal = match (known.seal.clone(), request.seal.clone()) {
            (Some(seal), Some(other)) if seal != other => {
                let (one, two) = (key_check(&seal.key), key_check(&other.key));
                let what = said!("remarks-other-key", name = source.as_str(), one = one, two = two);
                return Err(broken(what, request));
            }
            (Some(seal), _) => seal,
            (None, Some(seal)) => {
                if self.transaction.contents().snapshots.iter().any(|state| state.source == *source) {
                    let what = said!("remarks-source-clear", name = source.as_str());
                    return Err(broken(what, request));
                }
                self.transaction.put(Record::Source(Source { kind: SourceKind::Sealed, seal: Some(seal.clone()), ..known }))?;
                seal
            }
            (None, None) if known.kind == SourceKind::Sealed => {
                let what = said!("remarks-key-unknown", name = source.as_str());
                return Err(broken(what, request));
            }
            (None, None) => return Ok(None),
        };
        let header = header_of(request, format)?;
        if !request.is_hashed && !is_sealed_header(&header) {
            return Ok(Some(Sealing { seal, sealer: None, is_received: false, is_withheld: true }));
        }
        let sealer = Sealer::received(&header, &request.mapping).map_err(|what| refused(what, &header, request))?;
        let is_withheld = !sealer.left_out().is_empty();
        Ok(Some(Sealing { seal, sealer: Some(sealer), is_received: true, is_withheld }))
    }

    /// Remembers which columns the sealed table had, so that they can be compared with what a mailing needed.
    pub(super) fn columns_of(&mut self, source: &SourceId, header: &[String], sealing: &Sealing) -> Result<(), ImportError> {
        let known = self.transaction.contents().source(source).cloned();
        if let Some(known) = known.filter(|known| known.columns.is_empty() && !sealing.is_received) {
            self.transaction.put(Record::Source(Source { columns: header.to_vec(), ..known }))?;
        }
        Ok(())
    }
}

/// The header of a table, before anything of it is stored.
fn header_of(request: &Request, format: &dyn Format) -> Result<Vec<String>, ImportError> {
    let mut header = Header(Vec::new());
    format.read(&mut request.open()?, &request.reading, &mut header, &Unwatched)?;
    Ok(header.0)
}

/// Takes the header and ends the reading.
struct Header(Vec<String>);

impl Sink for Header {
    fn message(&mut self, _message: Message) -> ControlFlow<()> {
        ControlFlow::Break(())
    }

    fn sheet(&mut self, sheet: Sheet) -> ControlFlow<()> {
        self.0 = sheet.header;
        ControlFlow::Break(())
    }

    fn row(&mut self, _line: u64, _cells: Vec<String>) -> ControlFlow<()> {
        ControlFlow::Break(())
    }

    fn reject(&mut self, _line: Option<u64>, _reason: Said) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn warn(&mut self, _line: Option<u64>, _what: Said) {}
}
