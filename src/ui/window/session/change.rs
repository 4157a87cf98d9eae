//! Changes on their way into the case file, and what came of them. Queueing them and keeping the file is the session's.

use crate::case::{CaseError, CaseFile, Edit, Step, StepState};
use crate::import::{ImportError, Request, import};
use crate::job::Progress;
use crate::model::ImportReport;
use std::sync::Arc;

/// A change on its way into the file.
pub(super) enum Change {
    Edit(Edit),
    Undo,
    Redo,
    /// To where the case stood after this step; `None` = before the first.
    GoTo(Option<i64>),
    Import(Vec<Request>),
    StoreAnalysis {
        digest: String,
        json: String,
    },
}

/// What came of a change.
#[derive(Debug)]
pub enum Outcome {
    /// A step was taken back or made again.
    Changed,
    /// A step was made; so many that had been taken back are put aside for it.
    Made {
        /// How many.
        aside: usize,
    },
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

/// The steps of the case, as the history panel and the undo commands read them.
#[derive(Clone, Debug, Default)]
pub struct Steps {
    list: Arc<[Step]>,
}

impl Steps {
    /// Reads them from the file; none if they cannot be read.
    pub(super) fn of(file: &mut CaseFile) -> Self {
        Self { list: file.steps().map(Arc::from).unwrap_or_default() }
    }

    /// These steps, oldest first.
    pub(in crate::ui::window) fn from_list(list: Vec<Step>) -> Self {
        Self { list: list.into() }
    }

    /// Every step that was ever made, oldest first.
    pub fn list(&self) -> &[Step] {
        &self.list
    }

    /// Something can be undone.
    pub fn can_undo(&self) -> bool {
        self.list.iter().any(|step| step.state == StepState::Done)
    }

    /// Something can be redone.
    pub fn can_redo(&self) -> bool {
        self.list.iter().any(|step| step.state == StepState::Undone)
    }

    /// The newest step that holds.
    pub fn here(&self) -> Option<&Step> {
        self.list.iter().rev().find(|step| step.state == StepState::Done)
    }
}

/// Carries a change out on the file, on whatever thread it is.
pub(super) fn carry_out(file: &mut CaseFile, change: Change, progress: &dyn Progress) -> Result<Outcome, ChangeError> {
    Ok(match change {
        Change::Edit(edit) => {
            let edit = file.numbered(edit)?;
            let undone = file.steps()?.iter().filter(|step| step.state == StepState::Undone).count();
            file.apply(edit)?;
            Outcome::Made { aside: undone }
        }
        Change::Undo => file.undo()?.map_or(Outcome::Quiet, |_| Outcome::Changed),
        Change::Redo => file.redo()?.map_or(Outcome::Quiet, |_| Outcome::Changed),
        Change::GoTo(step) => {
            file.go_to(step)?;
            Outcome::Changed
        }
        Change::Import(requests) => Outcome::Imported(import(file, &requests, progress)?),
        Change::StoreAnalysis { digest, json } => {
            file.store_analysis(&digest, &json)?;
            Outcome::Quiet
        }
    })
}
