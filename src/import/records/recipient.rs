//! Recipients and controls.

use super::{Cells, Moment, date_error, moment, read};
use crate::model::{Arg, CampaignId, DateOrder, EvidenceId, Field, FoundBy, Identity, ImportId, Recipient, RecipientId, Said};
use crate::said;
use jiff::tz::TimeZone;

/// What holds for every row of a recipients table that does not say otherwise.
#[derive(Clone, Debug)]
pub struct RecipientDefaults {
    /// Time zone local times are read in.
    pub zone: TimeZone,
    /// Which mailing.
    pub campaign: CampaignId,
    /// How they were found.
    pub found_by: FoundBy,
    /// Strength of a circle; `None` = unlimited.
    pub sigma: Option<f64>,
    /// When it was sent, as written.
    pub sent_at: Option<String>,
}

/// A recipient (or control). `id` is what the table says, empty if it has no such column: the caller then numbers them.
///
/// # Errors
/// A reason to reject the row.
pub fn recipient(cells: Cells<'_>, defaults: &RecipientDefaults) -> Result<Recipient, Said> {
    let identity = identity(cells);
    let id = RecipientId::from(cells.text(Field::RecipientId));
    let names_somebody = [&identity.email, &identity.phone, &identity.identifier, &identity.name, &identity.last_name, &identity.first_name];
    if names_somebody.iter().all(|text| text.is_empty()) {
        return Err(said!("remarks-names-nobody"));
    }
    let sent = match (cells.moment(Field::SentAt, &defaults.zone)?, &defaults.sent_at) {
        (Some(sent), _) => Some(sent),
        (None, Some(text)) if !text.trim().is_empty() => {
            Some(moment(text, DateOrder::DayFirst, &defaults.zone).map_err(|error| said!("remarks-sent-at", error = date_error(&error)))?)
        }
        (None, _) => None,
    };
    let (sent_on, sent_at) = sent.map_or((None, None), |Moment { day, at }| (Some(day), at));
    let found_by = match cells.text(Field::FoundBy) {
        "" => defaults.found_by.clone(),
        text => {
            text.parse::<FoundBy>().map_err(|error| said!("remarks-found-by", place = cells.place(Field::FoundBy), text = Arg::quoted(&error.0)))?
        }
    };
    let sigma = match cells.read(Field::Sigma, || said!("remarks-write-sigma"), read::decimal)? {
        Some(sigma) if sigma < 1.0 => {
            return Err(said!("remarks-sigma", place = cells.place(Field::Sigma), text = cells.text(Field::Sigma)));
        }
        sigma => sigma.or(defaults.sigma),
    };
    let campaign = match cells.text(Field::Campaign) {
        "" => defaults.campaign.clone(),
        text => text.into(),
    };
    Ok(Recipient {
        id,
        import: ImportId::default(),
        evidence: EvidenceId::default(),
        row: 0,
        campaign,
        identity,
        received: cells.yes_no(Field::Received)?.unwrap_or(true),
        sent_on,
        sent_at,
        rendered_name: cells.owned(Field::RenderedName),
        found_by,
        sigma,
        is_set_aside: false,
    })
}

/// Who a row names, as written; a date of birth with the day first.
fn identity(cells: Cells<'_>) -> Identity {
    Identity {
        name: cells.owned(Field::Name),
        first_name: cells.owned(Field::FirstName),
        last_name: cells.owned(Field::LastName),
        civility: cells.owned(Field::Civility),
        email: cells.owned(Field::Email),
        phone: cells.owned(Field::Phone),
        street_number: cells.owned(Field::StreetNumber),
        street: cells.owned(Field::Street),
        address_extra: cells.owned(Field::AddressExtra),
        postcode: cells.owned(Field::Postcode),
        city: cells.owned(Field::City),
        country: cells.owned(Field::Country),
        birth_date: cells.day_first(Field::BirthDate),
        identifier: cells.owned(Field::Identifier),
    }
}
