//! Decides whether a state of a source comes in sealed, with which key, and what is kept of its file.

use super::Desk;
use crate::case::Record;
use crate::import::mapping::Resolved;
use crate::import::sealed::{Sealer, is_sealed_header};
use crate::import::{Format, ImportError, Request, Sheet, Sink};
use crate::job::Unwatched;
use crate::model::{Evidence, Message, Seal, Source, SourceId, SourceKind};
use crate::normalise::seal::key_check;
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
    pub fn told(&self, evidence: &Evidence, lost: u64) -> Vec<String> {
        let Some(sealer) = &self.sealer else { return Vec::new() };
        let mut told = Vec::new();
        let (kept, check) = (sealer.columns().join(", "), key_check(&self.seal.key));
        told.push(if self.is_received {
            format!("Sealed by whoever handed it over; kept are {kept}. The key (check {check}) is stored in the case")
        } else {
            format!("Sealed: of each row only {kept} are kept, keyed hashes and days. The key (check {check}) is stored in the case")
        });
        let left_out = sealer.left_out();
        if !left_out.is_empty() {
            told.push(format!("Not kept are the columns {}", left_out.join(", ")));
        }
        if evidence.is_withheld {
            told.push(format!(
                "The file itself is not stored, only its SHA-256 {} and its size: whoever has it can show that it is the same",
                evidence.sha256
            ));
        } else if self.is_withheld {
            told.push(format!("The same file is in this case in the clear already (E{}); sealing it hides nothing here", evidence.id));
        }
        if lost > 0 {
            let what = if self.is_received { "is no keyed hash" } else { "is no e-mail address, telephone number or other number that can be read" };
            told.push(format!("{lost} cells are left out: what stands in them {what}"));
        }
        told.push(
            "Only equal addresses and numbers can be found in a sealed file: not names, postal addresses, changes of a row or shared errors"
                .to_owned(),
        );
        told
    }
}

/// A table of hashes for a source that is not sealed.
pub(super) fn needs_key(header: &[String], request: &Request) -> ImportError {
    let what = "This table holds keyed hashes: import it as a state of a sealed source, with the file of the key they were made with".to_owned();
    refused(what, header, request)
}

fn refused(what: String, header: &[String], request: &Request) -> ImportError {
    ImportError::Mapping { what, found: header.to_vec(), path: request.path.clone() }
}

fn broken(what: String, request: &Request) -> ImportError {
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
                let what = format!(
                    "The source {source} is sealed with another key (check {one}, this one {two}); one source has one key, so give this table a source of its own"
                );
                return Err(broken(what, request));
            }
            (Some(seal), _) => seal,
            (None, Some(seal)) => {
                if self.transaction.contents().snapshots.iter().any(|state| state.source == *source) {
                    let what = format!(
                        "The source {source} is in this case in the clear; sealing one more state of it would hide nothing, so give it a source of its own"
                    );
                    return Err(broken(what, request));
                }
                self.transaction.put(Record::Source(Source { kind: SourceKind::Sealed, seal: Some(seal.clone()), ..known }))?;
                seal
            }
            (None, None) if known.kind == SourceKind::Sealed => {
                let what = format!(
                    "The source {source} is sealed and its key is not known: name the file that holds it (key_file), or nobody could be found in it"
                );
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
    let file = std::fs::File::open(&request.path).map_err(|source| ImportError::Read { path: request.path.clone(), source })?;
    let mut header = Header(Vec::new());
    format.read(&mut std::io::BufReader::new(file), &request.reading, &mut header, &Unwatched)?;
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

    fn reject(&mut self, _line: Option<u64>, _reason: String) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }

    fn warn(&mut self, _line: Option<u64>, _what: String) {}
}
