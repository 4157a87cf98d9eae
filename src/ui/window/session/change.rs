//! Changes on their way into the case file, and what came of them. Queueing them and keeping the file is the session's.

use crate::case::{CaseError, CaseFile, Edit, HistoryEntry, Record, RecordKind};
use crate::import::{ImportError, Request, import};
use crate::job::Progress;
use crate::model::ImportReport;

/// A change on its way into the file.
pub(super) enum Change {
    Edit(Edit),
    Undo,
    Redo,
    Import(Vec<Request>),
    StoreAnalysis { digest: String, json: String },
}

/// What came of a change.
#[derive(Debug)]
pub enum Outcome {
    /// A step was made, taken back or made again.
    Changed,
    /// Files came in.
    Imported(Vec<ImportReport>),
    /// Nothing a user would notice.
    Quiet,
}

/// Why a change was not made.
#[derive(Debug, thiserror::Error)]
pub enum ChangeError {
    /// The case refused.
    #[error(transparent)]
    Case(#[from] CaseError),
    /// The import was refused; nothing of it is in the case.
    #[error(transparent)]
    Import(#[from] ImportError),
    /// A defect of ours.
    #[error("The program made a mistake and stopped this task; the case is as it was before")]
    Defect,
}

/// What the thread hands back.
pub(super) struct Finished {
    pub file: CaseFile,
    pub result: Result<Outcome, ChangeError>,
    pub steps: Steps,
}

/// Which steps can be taken back and made again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Steps {
    /// Something can be undone.
    pub can_undo: bool,
    /// Something can be redone.
    pub can_redo: bool,
}

impl Steps {
    pub(super) fn of(history: &[HistoryEntry]) -> Self {
        Self { can_undo: history.iter().any(|entry| !entry.is_undone), can_redo: history.iter().any(|entry| entry.is_undone) }
    }
}

/// Carries a change out on the file, on whatever thread it is.
pub(super) fn carry_out(file: &mut CaseFile, change: Change, progress: &dyn Progress) -> Result<Outcome, ChangeError> {
    Ok(match change {
        Change::Edit(edit) => {
            let edit = with_fresh_ids(file, edit)?;
            file.apply(edit)?;
            Outcome::Changed
        }
        Change::Undo => file.undo()?.map_or(Outcome::Quiet, |_| Outcome::Changed),
        Change::Redo => file.redo()?.map_or(Outcome::Quiet, |_| Outcome::Changed),
        Change::Import(requests) => Outcome::Imported(import(file, &requests, progress)?),
        Change::StoreAnalysis { digest, json } => {
            file.store_analysis(&digest, &json)?;
            Outcome::Quiet
        }
    })
}

/// A record put in with row number 0 is new and gets a free one.
fn with_fresh_ids(file: &mut CaseFile, edit: Edit) -> Result<Edit, CaseError> {
    Ok(match edit {
        Edit::Put { mut record } => {
            match record.as_mut() {
                Record::Message(message) if message.id.0 == 0 => message.id.0 = file.fresh_id(RecordKind::Message)?,
                Record::Snapshot(snapshot) if snapshot.id.0 == 0 => snapshot.id.0 = file.fresh_id(RecordKind::Snapshot)?,
                Record::Statement(statement) if statement.id.0 == 0 => statement.id.0 = file.fresh_id(RecordKind::Statement)?,
                Record::Post(post) if post.id.0 == 0 => post.id.0 = file.fresh_id(RecordKind::Post)?,
                Record::Access(access) if access.id.0 == 0 => access.id.0 = file.fresh_id(RecordKind::Access)?,
                Record::Event(event) if event.id.0 == 0 => event.id.0 = file.fresh_id(RecordKind::Event)?,
                Record::Decision(decision) if decision.id.0 == 0 => decision.id.0 = file.fresh_id(RecordKind::Decision)?,
                Record::Rival(rival) if rival.id.0 == 0 => rival.id.0 = file.fresh_id(RecordKind::Rival)?,
                _ => {}
            }
            Edit::Put { record }
        }
        Edit::Batch { edits } => Edit::Batch { edits: edits.into_iter().map(|edit| with_fresh_ids(file, edit)).collect::<Result<_, _>>()? },
        other => other,
    })
}
