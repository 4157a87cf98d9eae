//! Recipients and controls.

use super::{Cells, Moment, moment, read};
use crate::model::{CampaignId, EvidenceId, Field, FoundBy, Identity, ImportId, Recipient, RecipientId};
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
pub fn recipient(cells: Cells<'_>, defaults: &RecipientDefaults) -> Result<Recipient, String> {
    let identity = identity(cells);
    let id = RecipientId::from(cells.text(Field::RecipientId));
    let names_somebody = [&identity.email, &identity.phone, &identity.identifier, &identity.name, &identity.last_name, &identity.first_name];
    if names_somebody.iter().all(|text| text.is_empty()) {
        return Err("The row names nobody: it has no e-mail address, telephone number, number or name; fill one in or take the row out".to_owned());
    }
    let sent = match (cells.moment(Field::SentAt, &defaults.zone)?, &defaults.sent_at) {
        (Some(sent), _) => Some(sent),
        (None, Some(text)) if !text.trim().is_empty() => Some(
            moment(text, &defaults.zone).map_err(|error| format!("The time it was sent, as given for the whole table, cannot be read: {error}"))?,
        ),
        (None, _) => None,
    };
    let (sent_on, sent_at) = sent.map_or((None, None), |Moment { day, at }| (Some(day), at));
    let found_by = match cells.text(Field::FoundBy) {
        "" => defaults.found_by.clone(),
        text => text.parse::<FoundBy>().map_err(|error| format!("{}, {error}", cells.place(Field::FoundBy)))?,
    };
    let sigma = match cells.read(Field::Sigma, "a number of at least 1, such as 20 or 2,5", read::decimal)? {
        Some(sigma) if sigma < 1.0 => {
            return Err(format!("{}, the strength {sigma} is under 1; write a number of at least 1", cells.place(Field::Sigma)));
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

/// Who a row names, as written.
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
        birth_date: cells.owned(Field::BirthDate),
        identifier: cells.owned(Field::Identifier),
    }
}
