//! [`Stamp`]: what a cached view was computed from.

use crate::model::Language;
use crate::ui::window::room::RoomContext;

/// Contents, analysis and language a view was computed from. Filtering and sorting run again when it changes, never per frame.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    revision: u64,
    digest: Option<String>,
    language: Language,
    /// The matrix follows the analysis a moment later.
    matrix_rows: usize,
}

impl Stamp {
    /// What the room is looking at now.
    pub fn of(ctx: &RoomContext<'_>) -> Self {
        Self {
            revision: ctx.case.revision(),
            digest: ctx.analysis.map(|analysis| analysis.digest.clone()),
            language: ctx.words.language(),
            matrix_rows: ctx.matrix.map_or(0, |matrix| matrix.rows.len()),
        }
    }

    /// Whether the room still looks at the same.
    pub fn holds(&self, ctx: &RoomContext<'_>) -> bool {
        self.revision == ctx.case.revision()
            && self.digest.as_deref() == ctx.analysis.map(|analysis| analysis.digest.as_str())
            && self.language == ctx.words.language()
            && self.matrix_rows == ctx.matrix.map_or(0, |matrix| matrix.rows.len())
    }
}
