//! What the operating system says when it refuses a file, in sentences of ours: its own words come in the language of the computer, or in English.

use crate::model::Said;
use crate::said;
use std::io::{Error, ErrorKind};

/// Why the system refused, as the end of a sentence, with the remedy where there is one.
pub fn cause(error: &Error) -> Said {
    match error.raw_os_error() {
        Some(number) => numbered(error.kind(), number),
        None => of_kind(error.kind()).unwrap_or_else(|| said!("errors-system-other")),
    }
}

/// What the system or a library said itself, where [`cause`] does not say all of it.
pub fn detail(error: &Error) -> Option<String> {
    let is_plain = of_kind(error.kind()).is_some() || error.raw_os_error().is_some_and(|number| of_number(number).is_some());
    (!is_plain || error.get_ref().is_some()).then(|| error.to_string())
}

/// What a refusal with a number of the operating system means.
fn numbered(kind: ErrorKind, number: i32) -> Said {
    let known = of_kind(kind).or_else(|| of_number(number));
    known.unwrap_or_else(|| said!("errors-system-number", number = number.to_string()))
}

/// Refusals that Rust has no name for.
fn of_number(number: i32) -> Option<Said> {
    const DEVICE: &[i32] = if cfg!(windows) { &[21, 23, 1117] } else { &[5, 6, 19] };
    const SHARED: &[i32] = if cfg!(windows) { &[32, 33] } else { &[] };
    const MANY: &[i32] = if cfg!(windows) { &[4] } else { &[23, 24] };
    match number {
        number if DEVICE.contains(&number) => Some(said!("errors-system-device")),
        number if SHARED.contains(&number) => Some(said!("errors-system-busy")),
        number if MANY.contains(&number) => Some(said!("errors-system-many")),
        _ => None,
    }
}

fn of_kind(kind: ErrorKind) -> Option<Said> {
    Some(match kind {
        ErrorKind::NotFound => said!("errors-system-missing"),
        ErrorKind::PermissionDenied => said!("errors-system-denied"),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::WriteZero => said!("errors-system-full"),
        ErrorKind::FileTooLarge => said!("errors-system-large"),
        ErrorKind::ReadOnlyFilesystem => said!("errors-system-read-only"),
        ErrorKind::IsADirectory => said!("errors-system-folder"),
        ErrorKind::NotADirectory => said!("errors-system-no-folder"),
        ErrorKind::DirectoryNotEmpty => said!("errors-system-not-empty"),
        ErrorKind::AlreadyExists => said!("errors-system-exists"),
        ErrorKind::InvalidFilename => said!("errors-system-name"),
        ErrorKind::InvalidInput => said!("errors-system-no-file"),
        ErrorKind::InvalidData => said!("errors-system-content"),
        ErrorKind::UnexpectedEof => said!("errors-system-cut"),
        ErrorKind::Interrupted => said!("errors-system-interrupted"),
        ErrorKind::TimedOut | ErrorKind::WouldBlock => said!("errors-system-slow"),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy | ErrorKind::Deadlock => said!("errors-system-busy"),
        ErrorKind::OutOfMemory => said!("errors-system-memory"),
        ErrorKind::CrossesDevices => said!("errors-system-other-disk"),
        ErrorKind::Unsupported => said!("errors-system-unsupported"),
        ErrorKind::BrokenPipe
        | ErrorKind::NotConnected
        | ErrorKind::ConnectionAborted
        | ErrorKind::ConnectionReset
        | ErrorKind::ConnectionRefused
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::StaleNetworkFileHandle => said!("errors-system-network"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_has_a_name_for_needs_no_words_of_its_own() {
        let denied = Error::from(ErrorKind::PermissionDenied);
        assert_eq!((cause(&denied).id.as_str(), detail(&denied)), ("errors-system-denied", None));
        let own = Error::new(ErrorKind::InvalidData, "chunk 3 is missing");
        assert_eq!((cause(&own).id.as_str(), detail(&own)), ("errors-system-content", Some("chunk 3 is missing".to_owned())));
    }

    #[test]
    fn a_refusal_without_a_name_is_told_by_its_number() {
        let unknown = Error::from_raw_os_error(9_999);
        assert_eq!(cause(&unknown), said!("errors-system-number", number = "9999"));
        assert!(detail(&unknown).is_some());
        if cfg!(unix) {
            let device = Error::from_raw_os_error(5);
            assert_eq!((cause(&device).id.as_str(), detail(&device)), ("errors-system-device", None));
        }
        assert_eq!(cause(&Error::other("odd")).id, "errors-system-other");
    }
}
