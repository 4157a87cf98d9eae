//! What would change the answer of a campaign, on the scale its words are chosen by; and a workbench of it for the window.

use super::verdict::SUPPORTED;
use super::{Analysis, AnalysisError, Settings, digest, linking, prints, problem};
use crate::attribute::sensitivity::Bands;
use crate::attribute::workbench::Workbench;
use crate::campaign::gather;
use crate::case::Case;
use crate::job::Progress;
use crate::link::RecipientKeys;
use crate::model::CampaignId;
use crate::words::scale::Scale;

/// The verbal scale as numbers, as the words of a campaign are chosen: capped by the settings, and one step lower where there is neither a control nor a
/// complete list.
pub fn bands(settings: &Settings, has_controls: bool, is_complete_list: bool) -> Bands {
    Bands {
        bounds: Scale::current().bounds(),
        cap: libm::log10(settings.cap.max(1.0)),
        steps: if has_controls || is_complete_list { 0 } else { Scale::current().steps_lost_without_controls },
        supported: SUPPORTED,
    }
}

/// Links the case again and puts one campaign on a workbench, so that the window can turn its knobs; `None` if the case has no such campaign. Takes as
/// long as linking does: for the background.
///
/// # Errors
/// [`AnalysisError`] if the case cannot be read or the user stops it.
pub fn workbench(case: &Case, analysis: &Analysis, id: &CampaignId, progress: &dyn Progress) -> Result<Option<Workbench>, AnalysisError> {
    let contents = case.contents();
    let Some(campaign) = gather(contents, progress)?.into_iter().find(|campaign| campaign.id == *id) else { return Ok(None) };
    let keys: Vec<RecipientKeys> = contents.recipients.iter().map(|recipient| RecipientKeys::of(&recipient.identity)).collect();
    let linked = linking::link(case, &keys, progress)?;
    let mut stated = problem::state(contents, &campaign, &linked, digest::seed(contents, &keys));
    prints::prints(case, &campaign, &analysis.recipients, &analysis.settings)?.fold_into(&mut stated.problem);
    let bands = bands(&analysis.settings, !campaign.controls.is_empty(), stated.problem.is_complete_list);
    Ok(Some(Workbench::of(stated.problem, bands, progress)?))
}
