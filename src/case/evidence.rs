//! Files as received: stored byte for byte in chunks, once per content, with every occurrence.

use super::store::{Store, count};
use super::{Bytes, CaseError, Original, StoredEvidence, chain};
use crate::job::{Progress, Stage};
use crate::model::{Evidence, EvidenceId, ImportId};
use rusqlite::{Connection, OptionalExtension as _, Row, params};
use sha2::{Digest as _, Sha256};
use std::io::Read as _;
use std::path::{Path, PathBuf};

/// Bytes of a chunk; the last one may be shorter.
pub(super) const CHUNK: usize = 1 << 20;
/// Larger files stay where they are; the case keeps their path and digest.
pub(super) const EMBEDDED_LIMIT: u64 = 1 << 30;

const COLUMNS: &str = "e.id, e.sha256, e.size, e.media_type, e.original_name, e.acquired_at, e.method, e.embedded, e.source_path IS NULL";

/// Lowercase hex.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        write!(text, "{byte:02x}").ok();
        text
    })
}

fn read_row(row: &Row<'_>) -> rusqlite::Result<Evidence> {
    let name: Vec<u8> = row.get(4)?;
    Ok(Evidence {
        id: EvidenceId(row.get(0)?),
        sha256: row.get(1)?,
        size: row.get::<_, i64>(2)?.unsigned_abs(),
        media_type: row.get(3)?,
        name: String::from_utf8_lossy(&name).into_owned(),
        acquired_at: row.get(5)?,
        method: row.get(6)?,
        is_embedded: row.get(7)?,
        is_withheld: !row.get::<_, bool>(7)? && row.get(8)?,
    })
}

/// Every file that came in with an import that stands, by id.
pub(super) fn visible(connection: &Connection) -> Result<Vec<Evidence>, CaseError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM evidence AS e WHERE EXISTS (SELECT 1 FROM evidence_occurrence AS o JOIN import AS i ON i.id = o.import
         WHERE o.evidence = e.id AND i.withdrawn = 0) ORDER BY e.id"
    );
    let mut statement = connection.prepare(&sql)?;
    let found = statement.query_map([], read_row)?.collect::<Result<_, _>>()?;
    Ok(found)
}

/// A file by its number, whether or not its import stands.
pub(super) fn get(connection: &Connection, id: EvidenceId) -> Result<Evidence, CaseError> {
    let sql = format!("SELECT {COLUMNS} FROM evidence AS e WHERE e.id = ?1");
    let found = connection.prepare_cached(&sql)?.query_row([id.0], read_row).optional()?;
    found.ok_or_else(|| CaseError::NoSuchRecord { what: format!("Evidence E{id}") })
}

fn by_digest(connection: &Connection, sha256: &str) -> Result<Option<Evidence>, CaseError> {
    let sql = format!("SELECT {COLUMNS} FROM evidence AS e WHERE e.sha256 = ?1");
    Ok(connection.prepare_cached(&sql)?.query_row([sha256], read_row).optional()?)
}

/// Where a file that was too large to embed was when it was taken in.
pub(super) fn source_path(connection: &Connection, id: EvidenceId) -> Result<Option<PathBuf>, CaseError> {
    let bytes: Option<Vec<u8>> = connection.query_row("SELECT source_path FROM evidence WHERE id = ?1", [id.0], |row| row.get(0))?;
    Ok(bytes.map(path_from))
}

#[cfg(unix)]
fn path_from(bytes: Vec<u8>) -> PathBuf {
    use std::os::unix::ffi::OsStringExt as _;
    PathBuf::from(std::ffi::OsString::from_vec(bytes))
}

#[cfg(not(unix))]
fn path_from(bytes: Vec<u8>) -> PathBuf {
    PathBuf::from(String::from_utf8_lossy(&bytes).into_owned())
}

/// One chunk of a file.
pub(super) fn chunk(connection: &Connection, id: EvidenceId, n: i64) -> Result<Option<Vec<u8>>, CaseError> {
    let sql = "SELECT bytes FROM evidence_chunk WHERE evidence = ?1 AND n = ?2";
    Ok(connection.prepare_cached(sql)?.query_row(params![id.0, n], |row| row.get(0)).optional()?)
}

/// Reads a file in chunks and computes its digest on the way.
struct Intake<'a> {
    path: &'a Path,
    bytes: Box<dyn Bytes + Send>,
    size: u64,
    progress: &'a dyn Progress,
    hasher: Sha256,
    done: u64,
}

impl<'a> Intake<'a> {
    fn open(original: Original<'a>, progress: &'a dyn Progress) -> Result<Self, CaseError> {
        let path = original.path();
        let failed = |source| CaseError::Io { path: path.to_owned(), source };
        let size = original.size().map_err(failed)?;
        let bytes = original.open().map_err(failed)?;
        Ok(Self { path, bytes, size, progress, hasher: Sha256::new(), done: 0 })
    }

    /// The next chunk; empty at the end.
    fn next(&mut self) -> Result<Vec<u8>, CaseError> {
        if self.progress.is_cancelled() {
            return Err(CaseError::Cancelled);
        }
        let mut chunk = Vec::with_capacity(CHUNK.min(self.size.saturating_sub(self.done) as usize + 1));
        (&mut self.bytes).take(CHUNK as u64).read_to_end(&mut chunk).map_err(|source| CaseError::Io { path: self.path.to_owned(), source })?;
        self.hasher.update(&chunk);
        self.done += chunk.len() as u64;
        self.progress.advance(self.done, Some(self.size.max(self.done)));
        Ok(chunk)
    }

    /// Reads to the end without keeping anything.
    fn skip(&mut self) -> Result<(), CaseError> {
        while !self.next()?.is_empty() {}
        Ok(())
    }

    fn digest(self) -> (String, u64) {
        (hex(&self.hasher.finalize()), self.done)
    }
}

/// Takes a file in, as part of the transaction that is open.
pub(super) fn add(
    store: &Store,
    import: ImportId,
    original: Original<'_>,
    media_type: &str,
    method: &str,
    progress: &dyn Progress,
) -> Result<StoredEvidence, CaseError> {
    progress.stage(Stage::Reading, &String::from_utf8_lossy(original.name()));
    let mut intake = Intake::open(original, progress)?;

    // The same number of bytes as a file that is there already: it is probably the same file, and reading it once more is cheaper than writing it.
    let size = count(intake.size);
    let has_twin =
        store.within(|c| Ok(c.query_row("SELECT EXISTS (SELECT 1 FROM evidence WHERE size = ?1)", [size], |row| row.get::<_, bool>(0))?))?;
    if has_twin {
        intake.skip()?;
        let (sha256, _) = intake.digest();
        if let Some(evidence) = store.within(|c| by_digest(c, &sha256))? {
            if evidence.is_withheld {
                return Err(CaseError::SealedBefore { file: evidence.name, evidence: evidence.id });
            }
            store.within(|c| occurred(c, evidence.id, import, original, method))?;
            return Ok(StoredEvidence { evidence, is_new: false });
        }
        intake = Intake::open(original, progress)?;
    }

    // Chunks are written while the digest is computed, so what is stored is what was hashed, even if somebody writes to the file meanwhile.
    store.within(|c| {
        // The chunks come before the row they belong to, which needs the digest.
        c.execute_batch("PRAGMA defer_foreign_keys = ON; SAVEPOINT evidence")?;
        Ok(())
    })?;
    let stored = store_chunks(store, intake, original, media_type, method);
    let end = if stored.as_ref().is_ok_and(|stored| stored.is_new) { "RELEASE evidence" } else { "ROLLBACK TO evidence; RELEASE evidence" };
    let ended = store.within(|c| Ok(c.execute_batch(end)?));
    let stored = stored?;
    ended?;
    store.within(|c| occurred(c, stored.evidence.id, import, original, method))?;
    Ok(stored)
}

fn store_chunks(store: &Store, mut intake: Intake<'_>, original: Original<'_>, media_type: &str, method: &str) -> Result<StoredEvidence, CaseError> {
    let id: i64 = store.within(|c| Ok(c.query_row("SELECT coalesce(max(id), 0) + 1 FROM evidence", [], |row| row.get(0))?))?;
    let mut is_embedded = intake.size <= EMBEDDED_LIMIT;
    if !is_embedded {
        intake.skip()?;
    }
    for n in 0_i64.. {
        let chunk = intake.next()?;
        if chunk.is_empty() {
            break;
        }
        if intake.done > EMBEDDED_LIMIT {
            // It has grown while it was read.
            store.within(|c| Ok(c.execute("DELETE FROM evidence_chunk WHERE evidence = ?1", [id])?))?;
            is_embedded = false;
            intake.skip()?;
            break;
        }
        store.within(|c| {
            c.prepare_cached("INSERT INTO evidence_chunk (evidence, n, bytes) VALUES (?1, ?2, ?3)")?.execute(params![id, n, chunk])?;
            Ok(())
        })?;
    }
    let (sha256, size) = intake.digest();
    store.within(|c| {
        if let Some(evidence) = by_digest(c, &sha256)? {
            return Ok(StoredEvidence { evidence, is_new: false });
        }
        let (name, path) = (original.name(), original.path());
        let actor = chain::actor(c)?;
        c.execute(
            "INSERT INTO evidence (id, sha256, size, media_type, original_name, source_path, acquired_at, acquired_by, method, tool, embedded)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
            params![
                id,
                sha256,
                count(size),
                media_type,
                name,
                path.as_os_str().as_encoded_bytes(),
                chain::now(),
                actor,
                method,
                chain::APP,
                is_embedded
            ],
        )?;
        Ok(StoredEvidence { evidence: get(c, EvidenceId(id))?, is_new: true })
    })
}

/// Takes note of a file whose bytes are not to be kept, because its table comes in sealed: digest, size and name, and not where it lies. If the same bytes
/// are in the case already they stay.
pub(super) fn withhold(
    store: &Store,
    import: ImportId,
    original: Original<'_>,
    media_type: &str,
    method: &str,
    progress: &dyn Progress,
) -> Result<StoredEvidence, CaseError> {
    progress.stage(Stage::Reading, &String::from_utf8_lossy(original.name()));
    let mut intake = Intake::open(original, progress)?;
    intake.skip()?;
    let (sha256, size) = intake.digest();
    store.within(|c| {
        let known = by_digest(c, &sha256)?;
        let is_new = known.is_none();
        let evidence = if let Some(evidence) = known {
            evidence
        } else {
            c.execute(
                "INSERT INTO evidence (id, sha256, size, media_type, original_name, source_path, acquired_at, acquired_by, method, tool, embedded)
                 SELECT coalesce(max(id), 0) + 1, ?1, ?2, ?3, ?4, NULL, ?5, ?6, ?7, ?8, 0 FROM evidence",
                params![sha256, count(size), media_type, original.name(), chain::now(), chain::actor(c)?, method, chain::APP],
            )?;
            get(c, EvidenceId(c.last_insert_rowid()))?
        };
        let name = Path::new(original.path().file_name().unwrap_or_default());
        occurred(c, evidence.id, import, Original::File(name), method)?;
        Ok(StoredEvidence { evidence, is_new })
    })
}

/// Records that a file was given once more.
fn occurred(connection: &Connection, id: EvidenceId, import: ImportId, original: Original<'_>, method: &str) -> Result<(), CaseError> {
    let (name, path) = (original.name(), original.path());
    connection.execute(
        "INSERT INTO evidence_occurrence (evidence, import, name, path, at, method) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![id.0, import.0, name, path.as_os_str().as_encoded_bytes(), chain::now(), method],
    )?;
    Ok(())
}

/// One time a file was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// With which import.
    pub import: ImportId,
    /// File name as given, made readable.
    pub name: String,
    /// Path as given; not for showing to others, it tells about the user's disk.
    pub path: PathBuf,
    /// When, RFC 3339 UTC.
    pub at: String,
    /// How it was obtained, in the user's words.
    pub method: String,
    /// Whether its import is withdrawn.
    pub is_withdrawn: bool,
}

/// Every time a file was given, in order.
pub(super) fn occurrences(connection: &Connection, id: EvidenceId) -> Result<Vec<Occurrence>, CaseError> {
    let sql = "SELECT o.import, o.name, o.path, o.at, o.method, i.withdrawn FROM evidence_occurrence AS o JOIN import AS i ON i.id = o.import
               WHERE o.evidence = ?1 ORDER BY o.id";
    let mut statement = connection.prepare(sql)?;
    let found = statement.query_map([id.0], |row| {
        let name: Vec<u8> = row.get(1)?;
        Ok(Occurrence {
            import: ImportId(row.get(0)?),
            name: String::from_utf8_lossy(&name).into_owned(),
            path: path_from(row.get(2)?),
            at: row.get(3)?,
            method: row.get(4)?,
            is_withdrawn: row.get(5)?,
        })
    })?;
    Ok(found.collect::<Result<_, _>>()?)
}
