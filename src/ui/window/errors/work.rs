//! What goes wrong while linking, searching, drawing and exporting, in the language of who reads it.

use super::Told;
use crate::analysis::AnalysisError;
use crate::attribute::AttributeError;
use crate::campaign::CampaignError;
use crate::import::ImportError;
use crate::import::manifest::ManifestError;
use crate::link::LinkError;
use crate::report::bundle::BundleError;
use crate::report::sheet::{MOST, SheetError};
use crate::said;
use crate::search::SearchError;
use crate::ui::window::picture::PictureError;
use crate::ui::window::rooms::sources::work::Stop;
use crate::ui::window::session::ChangeError;
use std::error::Error;

/// The error that is meant: some errors only hand on another.
pub fn inside<'a>(error: &'a (dyn Error + 'static)) -> &'a (dyn Error + 'static) {
    if let Some(ImportError::Case(error)) = error.downcast_ref() {
        return error;
    }
    match error.downcast_ref() {
        Some(AnalysisError::Case(error)) => return error,
        Some(AnalysisError::Campaign(error)) => return error,
        Some(AnalysisError::Link(error)) => return error,
        Some(AnalysisError::Attribute(error)) => return error,
        None => {}
    }
    if let Some(SearchError::Case(error)) = error.downcast_ref() {
        return error;
    }
    match error.downcast_ref() {
        Some(Stop::Case(error)) => return error,
        Some(Stop::Link(error)) => return error,
        None => {}
    }
    match error.downcast_ref() {
        Some(ChangeError::Case(error)) => return error,
        Some(ChangeError::Import(error)) => return inside(error),
        Some(ChangeError::Defect) | None => {}
    }
    error
}

/// What is said of an error of these kinds.
pub fn told(error: &(dyn Error + 'static)) -> Option<Told> {
    let kinds: [fn(&(dyn Error + 'static)) -> Option<Told>; 7] = [stopped, link, search, picture, sheet, bundle, manifest];
    kinds.iter().find_map(|kind| kind(error))
}

fn stopped(error: &(dyn Error + 'static)) -> Option<Told> {
    if matches!(error.downcast_ref(), Some(ChangeError::Defect)) {
        return Some(Told::said(said!("window-error-defect")));
    }
    let is_stopped =
        matches!(error.downcast_ref(), Some(CampaignError::Cancelled)) || matches!(error.downcast_ref(), Some(AttributeError::Cancelled));
    is_stopped.then(|| Told::said(said!("window-error-cancelled")))
}

fn link(error: &(dyn Error + 'static)) -> Option<Told> {
    Some(match error.downcast_ref()? {
        LinkError::Table(_) => Told::said(said!("errors-link-table")),
        LinkError::Packed(what) => Told::said(said!("errors-link-packed")).detail(what),
        LinkError::Segment(_) => Told::said(said!("errors-link-segment")),
        LinkError::Cancelled => Told::said(said!("window-error-cancelled")),
    })
}

fn search(error: &(dyn Error + 'static)) -> Option<Told> {
    match error.downcast_ref()? {
        SearchError::Cancelled => Some(Told::said(said!("window-error-cancelled"))),
        SearchError::Index(_) => Some(Told::said(said!("errors-search-index"))),
        SearchError::Case(_) => None,
    }
}

fn picture(error: &(dyn Error + 'static)) -> Option<Told> {
    Some(match error.downcast_ref()? {
        PictureError::Read(_) => Told::said(said!("errors-picture-drawing")),
        PictureError::Size => Told::said(said!("errors-picture-size")),
        PictureError::Write(what) => Told::said(said!("errors-picture-writing")).detail(what),
    })
}

fn sheet(error: &(dyn Error + 'static)) -> Option<Told> {
    Some(match error.downcast_ref()? {
        SheetError::TooLong(rows) => Told::said(said!("errors-sheet-rows", rows = *rows, most = MOST)),
        SheetError::Workbook(_) => Told::said(said!("errors-sheet-workbook")),
        SheetError::Csv(_) => Told::said(said!("errors-sheet-csv")),
    })
}

fn bundle(error: &(dyn Error + 'static)) -> Option<Told> {
    Some(match error.downcast_ref()? {
        BundleError::Json(_) => Told::said(said!("errors-bundle-json")),
        BundleError::Csv(_) => Told::said(said!("errors-sheet-csv")),
    })
}

fn manifest(error: &(dyn Error + 'static)) -> Option<Told> {
    Some(match error.downcast_ref()? {
        ManifestError::Read { .. } => Told::said(said!("errors-manifest-read")),
        ManifestError::Wrong { line, what, .. } => Told::said(said!("errors-manifest-wrong", line = line.to_string())).detail(what),
    })
}
