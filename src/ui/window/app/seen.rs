//! What is drawn: the case as it is, or as the shield shows it, and what rooms are given of it.

use crate::analysis::{Analysis, Settings};
use crate::case::Case;
use crate::chart::matrix::Matrix;
use crate::chart::timeline::Timeline;
use crate::model::{Marks, Thing};
use crate::ui::window::command::CommandState;
use crate::ui::window::room::{ReviewView, RoomContext, Selection};
use crate::ui::window::searching::Searching;
use crate::ui::window::session::{Session, Steps};
use crate::ui::window::shield::Shield;
use crate::ui::window::widgets::list::ListDesk;
use crate::words::Words;

/// What is drawn: the case and everything made from it, or the same with nobody in it.
pub(super) struct Seen<'a> {
    pub(super) case: &'a Case,
    pub(super) analysis: Option<&'a Analysis>,
    pub(super) is_analysing: bool,
    pub(super) settings: &'a Settings,
    pub(super) timeline: &'a Timeline,
    pub(super) matrix: Option<&'a Matrix>,
    pub(super) steps: &'a Steps,
    pub(super) marks: &'a Marks,
}

/// What stands beside the case: what is chosen and what was searched.
#[derive(Clone, Copy)]
pub(super) struct Beside<'a> {
    pub(super) picked: &'a [Thing],
    pub(super) search: &'a Searching,
    pub(super) lists: &'a ListDesk,
}

impl<'a> Seen<'a> {
    /// `None` while the shield is up and its view not ready.
    pub(super) fn of(session: &'a Session, shield: Option<&'a Shield>) -> Option<Self> {
        let (is_analysing, settings) = (session.is_analysing(), session.settings());
        Some(match shield {
            None => Self {
                case: session.case(),
                analysis: session.analysis(),
                is_analysing,
                settings,
                timeline: session.timeline(),
                matrix: session.matrix(),
                steps: session.steps(),
                marks: session.marks(),
            },
            Some(shield) => {
                let shown = shield.shown()?;
                Self {
                    case: &shown.case,
                    analysis: shown.analysis.as_ref(),
                    is_analysing,
                    settings,
                    timeline: &shown.timeline,
                    matrix: shown.matrix.as_ref(),
                    steps: &shown.steps,
                    marks: &shown.marks,
                }
            }
        })
    }
}

pub(super) fn room_context<'a>(
    seen: &Seen<'a>,
    selection: Option<&'a Selection>,
    review: ReviewView<'a>,
    beside: Beside<'a>,
    state: CommandState,
    words: &'a Words,
) -> RoomContext<'a> {
    RoomContext {
        case: seen.case,
        analysis: seen.analysis,
        is_analysing: seen.is_analysing,
        settings: seen.settings,
        timeline: seen.timeline,
        matrix: seen.matrix,
        selection,
        marks: seen.marks,
        picked: beside.picked,
        search: beside.search,
        review,
        lists: beside.lists,
        state,
        words,
    }
}
