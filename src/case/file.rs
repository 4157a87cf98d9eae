//! Opening and changing a case.

use super::open::{self, Opened, Unlock};
use super::steps::Tree;
use super::store::{self, Store};
use super::view::{Case, next_revision};
use super::{CaseError, Damage, Edit, HistoryEntry, ImportTransaction, RecordKind, Step, chain, history, key, layers, linkage};
use crate::case::cipher::RawKey;
use crate::case::key::Kind;
use crate::case::lock::CaseLock;
use crate::job::Progress;
use crate::model::Incident;
use rusqlite::{Connection, params};
use secrecy::SecretString;
use std::path::Path;
use std::sync::Arc;

/// The open case file.
pub struct CaseFile {
    pub(super) case: Case,
    pub(super) key: Option<RawKey>,
    is_read_only: bool,
    /// The next free row number of each kind, in the order of [`RecordKind::ALL`].
    pub(super) next: [i64; RecordKind::ALL.len()],
    /// The steps as they were last read.
    tree: Tree,
    /// Last, so that the file is closed before others may open it.
    _lock: CaseLock,
}

impl CaseFile {
    /// Makes a new case; encrypted if there is a passphrase.
    pub fn create(path: &Path, passphrase: Option<&SecretString>, incident: &Incident) -> Result<Self, CaseError> {
        Self::read(open::create(path, passphrase, incident)?)
    }

    /// Opens a case. A passphrase given for a case without one is not looked at.
    pub fn open(path: &Path, passphrase: Option<&SecretString>) -> Result<Self, CaseError> {
        Self::read(open::open(path, passphrase.map(Unlock::Passphrase))?)
    }

    /// Opens an encrypted case with its recovery sheet instead of the passphrase; see [`Self::recovery_sheet`].
    pub fn open_with_recovery_sheet(path: &Path, sheet: &SecretString) -> Result<Self, CaseError> {
        Self::read(open::open(path, Some(Unlock::RecoverySheet(sheet)))?)
    }

    fn read(opened: Opened) -> Result<Self, CaseError> {
        let Opened { lock, connection, path, key, is_read_only } = opened;
        let store = Arc::new(Store::new(path, connection));
        let read = store.read(|connection| Ok((layers::contents(connection)?, counters(connection)?)));
        let (contents, next) = read.map_err(|error| match error {
            CaseError::Damaged { .. } => error,
            // A newer version may have tables and records this one cannot make sense of.
            _ if is_read_only => CaseError::TooNew { path: store.path().to_owned() },
            CaseError::Record(error) => CaseError::Damaged { what: Damage::Record(error.to_string()), path: store.path().to_owned() },
            other => other,
        })?;
        Ok(Self { case: Case::new(contents, store), key, is_read_only, next, tree: Tree::default(), _lock: lock })
    }

    /// Whether the file at `path` needs a passphrase.
    pub fn is_encrypted(path: &Path) -> Result<bool, CaseError> {
        Ok(matches!(Kind::of(path)?, Kind::Encrypted(_)))
    }

    /// The contents, to read.
    pub fn case(&self) -> &Case {
        &self.case
    }

    /// Where the file is.
    pub fn path(&self) -> &Path {
        self.case.store.path()
    }

    /// Whether it was written by a newer version.
    pub fn is_read_only(&self) -> bool {
        self.is_read_only
    }

    pub(super) fn store(&self) -> &Arc<Store> {
        &self.case.store
    }

    pub(super) fn writable(&self) -> Result<(), CaseError> {
        if self.is_read_only { Err(CaseError::ReadOnly { path: self.path().to_owned() }) } else { Ok(()) }
    }

    /// Makes a change: stores it, its inverse and a log entry in one transaction. What was undone is put aside: redoing does not lead there any more,
    /// [`Self::go_to`] does.
    #[expect(clippy::needless_pass_by_value, reason = "an edit is made to be applied once; a command hands it over")]
    pub fn apply(&mut self, edit: Edit) -> Result<(), CaseError> {
        self.writable()?;
        let next = self.next;
        let update = self.store().change(|connection| {
            save_counters(connection, &next)?;
            history::apply(connection, &edit)
        })?;
        self.show(update);
        Ok(())
    }

    /// Takes the last step back; `None` if there is none.
    pub fn undo(&mut self) -> Result<Option<HistoryEntry>, CaseError> {
        self.writable()?;
        let step = self.store().change(history::undo)?;
        Ok(step.map(|(entry, update)| {
            self.show(update);
            entry
        }))
    }

    /// Makes the step undone last again; `None` if there is none.
    pub fn redo(&mut self) -> Result<Option<HistoryEntry>, CaseError> {
        self.writable()?;
        let step = self.store().change(history::redo)?;
        Ok(step.map(|(entry, update)| {
            self.show(update);
            entry
        }))
    }

    fn show(&mut self, update: history::Update) {
        update.apply(&mut self.case.contents);
        self.case.revision = next_revision();
    }

    /// Every step that is done or can be redone, oldest first.
    pub fn history(&self) -> Result<Vec<HistoryEntry>, CaseError> {
        self.store().read(history::all)
    }

    /// Every step that was ever made, oldest first, with the one it was made after.
    pub fn steps(&mut self) -> Result<&[Step], CaseError> {
        let store = Arc::clone(self.store());
        // What was read halfway is read again the next time.
        store.read(|connection| self.tree.refresh(connection)).inspect_err(|_| self.tree = Tree::default())?;
        Ok(self.tree.steps())
    }

    /// Brings the case to where it stood right after a step, also one that was put aside; `None` = before the first step. What does not lead there is
    /// taken back and stays in the history.
    pub fn go_to(&mut self, step: Option<i64>) -> Result<(), CaseError> {
        self.writable()?;
        self.steps()?;
        if let Some(seq) = step.filter(|&seq| !self.tree.has(seq)) {
            return Err(CaseError::NoSuchRecord { what: format!("Step {seq}") });
        }
        let update = self.store().change(|connection| history::go_to(connection, &self.tree, step))?;
        self.show(update);
        Ok(())
    }

    /// A free row number for a new record of this kind, for [`Edit::Put`]. It is never given again.
    pub fn fresh_id(&mut self, kind: RecordKind) -> Result<i64, CaseError> {
        self.writable()?;
        Ok(self.take_number(kind))
    }

    /// The edit with a free row number in every record that is put in with number 0.
    pub fn numbered(&mut self, edit: Edit) -> Result<Edit, CaseError> {
        self.writable()?;
        Ok(self.with_numbers(edit))
    }

    fn with_numbers(&mut self, edit: Edit) -> Edit {
        match edit {
            Edit::Put { mut record } => {
                if let Some((number, kind)) = record.number()
                    && *number == 0
                {
                    *number = self.take_number(kind);
                }
                Edit::Put { record }
            }
            Edit::Batch { edits } => Edit::Batch { edits: edits.into_iter().map(|edit| self.with_numbers(edit)).collect() },
            other => other,
        }
    }

    pub(super) fn take_number(&mut self, kind: RecordKind) -> i64 {
        let next = &mut self.next[kind as usize];
        let taken = *next;
        *next += 1;
        taken
    }

    /// Begins an import. Nothing of it is visible before [`ImportTransaction::commit`]; dropping it leaves the case as it was.
    pub fn begin_import(&mut self) -> Result<ImportTransaction<'_>, CaseError> {
        self.writable()?;
        ImportTransaction::begin(self)
    }

    /// Stores an analysis under the digest of its inputs; older ones are forgotten.
    pub fn store_analysis(&mut self, digest: &str, json: &str) -> Result<(), CaseError> {
        self.writable()?;
        self.store().change(|connection| {
            connection.execute("DELETE FROM analysis", [])?;
            connection.execute("INSERT INTO analysis (digest, at, json) VALUES (?1, ?2, ?3)", params![digest, chain::now(), json])?;
            Ok(())
        })
    }

    /// Makes what linking compares anew where it is missing or an earlier version made it, and keeps it. Does nothing to a case that is read-only, or up
    /// to date. It changes no answer, only how soon it comes.
    ///
    /// # Errors
    /// [`CaseError::Cancelled`], and what reading and writing fail with; segments done until then are kept.
    pub fn renew_linkage(&mut self, progress: &dyn Progress) -> Result<(), CaseError> {
        if self.is_read_only { Ok(()) } else { linkage::renew(self.store(), &self.case.contents.snapshots, progress) }
    }

    /// Who is working on the case, as the log names them.
    pub fn actor(&self) -> Result<String, CaseError> {
        self.store().read(|connection| Ok(chain::actor(connection)?))
    }

    /// Says who is working on the case from now on.
    pub fn set_actor(&mut self, actor: &str) -> Result<(), CaseError> {
        self.writable()?;
        self.store().change(|connection| {
            chain::append(connection, "case.actor", [("actor", actor.into())].into())?;
            connection
                .execute("INSERT INTO setting (name, value) VALUES ('actor', ?1) ON CONFLICT (name) DO UPDATE SET value = excluded.value", [actor])?;
            Ok(())
        })
    }

    /// The action log: every entry as its canonical JSON, oldest first.
    pub fn log(&self) -> Result<Vec<String>, CaseError> {
        self.store().read(|connection| {
            let mut statement = connection.prepare("SELECT entry FROM audit ORDER BY seq")?;
            let entries = statement.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
            Ok(entries)
        })
    }

    /// The recovery sheet: the key as 64 hex digits in groups of 4 and a 4-digit check; `None` without a passphrase.
    pub fn recovery_sheet(&self) -> Option<SecretString> {
        self.key.as_ref().map(key::recovery_sheet)
    }

    /// Closes the case so that only one file is left. Views that are still around can read nothing from the file any more.
    pub fn close(self) -> Result<(), CaseError> {
        self.finish()
    }

    fn finish(&self) -> Result<(), CaseError> {
        let Some(connection) = self.store().take() else { return Ok(()) };
        if !self.is_read_only {
            store::settle(&connection)?;
        }
        connection.close().map_err(|(_connection, error)| error.into())
    }
}

impl Drop for CaseFile {
    fn drop(&mut self) {
        // Everything acknowledged is in the file already; if tidying up fails here, the next opening does it.
        self.finish().ok();
    }
}

/// The next free row numbers: above every number stored, also in withdrawn layers, and above every number given before.
fn counters(connection: &Connection) -> Result<[i64; RecordKind::ALL.len()], CaseError> {
    let mut next = [1; RecordKind::ALL.len()];
    for kind in RecordKind::ALL {
        let name = kind.table().name();
        let sql = format!("SELECT max(1 + coalesce((SELECT max(id) FROM {name}), 0), coalesce((SELECT next FROM counter WHERE kind = ?1), 1))");
        next[kind as usize] = connection.query_row(&sql, [name], |row| row.get(0))?;
    }
    Ok(next)
}

/// Writes the counters down, together with the first record that uses them.
pub(super) fn save_counters(connection: &Connection, next: &[i64; RecordKind::ALL.len()]) -> Result<(), CaseError> {
    for kind in RecordKind::ALL {
        connection
            .prepare_cached(
                "INSERT INTO counter (kind, next) VALUES (?1, ?2) ON CONFLICT (kind) DO UPDATE SET next = excluded.next WHERE next < excluded.next",
            )?
            .execute(params![kind.table().name(), next[kind as usize]])?;
    }
    Ok(())
}
