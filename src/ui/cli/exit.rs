//! Failures: how they are worded and which exit code they give.

use crate::analysis::AnalysisError;
use crate::attribute::AttributeError;
use crate::campaign::CampaignError;
use crate::case::CaseError;
use crate::import::ImportError;
use crate::import::manifest::ManifestError;
use crate::link::LinkError;
use crate::report::bundle::BundleError;
use std::error::Error;
use std::path::Path;
use std::process::ExitCode;

/// Why a command failed.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The input was refused.
    #[error("{}", render(.0.as_ref()))]
    Refused(#[from] anyhow::Error),
    /// Wrong usage that clap cannot see.
    #[error("{0}")]
    Usage(String),
}

impl Failure {
    /// 1 refused, 2 usage, 3 damaged, 130 cancelled.
    pub fn exit_code(&self) -> ExitCode {
        match self {
            Self::Usage(_) => ExitCode::from(2),
            Self::Refused(error) if error.chain().any(is_cancelled) => ExitCode::from(130),
            Self::Refused(error) if error.chain().any(is_damaged) => ExitCode::from(3),
            Self::Refused(_) => ExitCode::from(1),
        }
    }
}

macro_rules! refused {
    ($($error:ty),+ $(,)?) => {
        $(impl From<$error> for Failure {
            fn from(error: $error) -> Self {
                Self::Refused(error.into())
            }
        })+
    };
}
refused!(CaseError, ImportError, ManifestError, AnalysisError, std::io::Error, serde_json::Error, csv::Error, BundleError);

fn is_cancelled(error: &(dyn Error + 'static)) -> bool {
    matches!(error.downcast_ref(), Some(CaseError::Cancelled))
        || matches!(error.downcast_ref(), Some(ImportError::Cancelled | ImportError::Case(CaseError::Cancelled)))
        || matches!(error.downcast_ref(), Some(LinkError::Cancelled))
        || matches!(error.downcast_ref(), Some(AttributeError::Cancelled))
        || matches!(
            error.downcast_ref(),
            Some(
                AnalysisError::Case(CaseError::Cancelled)
                    | AnalysisError::Link(LinkError::Cancelled)
                    | AnalysisError::Attribute(AttributeError::Cancelled)
                    | AnalysisError::Campaign(CampaignError::Cancelled)
            )
        )
}

fn is_damaged(error: &(dyn Error + 'static)) -> bool {
    let is = |error: &CaseError| matches!(error, CaseError::Damaged { .. });
    error.downcast_ref().is_some_and(is)
        || matches!(error.downcast_ref(), Some(ImportError::Case(case)) if is(case))
        || matches!(error.downcast_ref(), Some(AnalysisError::Case(case)) if is(case))
}

/// An error as a person reads it: message, then its causes, then the path last, so that it can be cut off when shared. Dialogs use it too.
pub fn render(error: &(dyn Error + 'static)) -> String {
    let mut text = String::new();
    let mut next = Some(error);
    let mut path = None;
    while let Some(error) = next {
        let message = error.to_string();
        // A transparent wrapper says the same as what it wraps.
        if !text.ends_with(&message) {
            if !text.is_empty() {
                text.push_str(": ");
            }
            text.push_str(&message);
        }
        path = path.or_else(|| path_of(error));
        next = error.source();
    }
    match path {
        Some(path) if !path.as_os_str().is_empty() => format!("{text} [{}]", path.display()),
        _ => text,
    }
}

/// The file an error is about; the window's dialogs ask too.
pub(in crate::ui) fn path_of<'a>(error: &'a (dyn Error + 'static)) -> Option<&'a Path> {
    if let Some(error) = error.downcast_ref::<ManifestError>() {
        return match error {
            ManifestError::Read { path, .. } | ManifestError::Wrong { path, .. } => Some(path),
        };
    }
    if let Some(AnalysisError::Case(error)) = error.downcast_ref::<AnalysisError>() {
        return path_of(error);
    }
    match error.downcast_ref::<ImportError>() {
        Some(ImportError::Case(error)) => return path_of(error),
        Some(error) => return error.path(),
        None => {}
    }
    error.downcast_ref::<CaseError>().and_then(CaseError::path)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::Damage;
    use std::path::PathBuf;

    #[test]
    fn an_error_reads_as_message_causes_and_path_last() {
        let source = std::io::Error::other("disk gone");
        let error = ImportError::Case(CaseError::Io { path: PathBuf::from("a.sourcier"), source });
        assert_eq!(render(&error), "The file could not be read or written: disk gone [a.sourcier]");
    }

    #[test]
    fn cancelling_and_damage_have_their_own_exit_codes() {
        assert_eq!(Failure::from(ImportError::Cancelled).exit_code(), ExitCode::from(130));
        assert_eq!(Failure::from(AnalysisError::Link(LinkError::Cancelled)).exit_code(), ExitCode::from(130));
        let damaged = CaseError::Damaged { what: Damage::Database("page 3".to_owned()), path: PathBuf::new() };
        assert_eq!(Failure::from(damaged).exit_code(), ExitCode::from(3));
        assert_eq!(Failure::from(ImportError::Empty { path: PathBuf::new() }).exit_code(), ExitCode::from(1));
    }
}
