//! What is understood of a file before anything is stored.

use super::{ImportError, Preview, Request};

/// See [`super::preview`].
pub(super) fn preview(request: &Request) -> Result<Preview, ImportError> {
    let _ = request;
    todo!()
}
