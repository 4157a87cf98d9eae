//! `[[rivals]]`: answers to rival explanations, as the manifest states them.

use super::reader::{Document, Keys, ManifestError};
use super::{Manifest, choice};
use crate::campaign::rivals::Catalogue;
use crate::import::StatedRival;
use crate::model::{CampaignId, Standing};
use std::ops::Range;
use toml::de::DeTable;

/// What an explanation of one's own begins with, so that a slip in an id of the catalogue is noticed.
const OWN: &str = "own-";

impl Manifest {
    pub(super) fn rival(&mut self, document: &Document<'_>, table: &DeTable<'_>, span: Range<usize>) -> Result<(), ManifestError> {
        let keys = Keys::new(document, "[[rivals]]", table, span, &["kind", "answer", "text", "title", "campaign"])?;
        let kind = keys.needed("kind")?;
        let catalogue: Vec<&str> = Catalogue::current().entries.iter().map(|entry| entry.id.as_str()).collect();
        let is_own = kind.strip_prefix(OWN).is_some_and(|rest| !rest.is_empty());
        if !is_own && !catalogue.contains(&kind.as_str()) {
            let what = format!("{}; for an explanation of your own write an id that begins with {OWN:?}, and a title", choice(&kind, &catalogue));
            return Err(keys.wrong("kind", what));
        }
        let title = keys.text("title")?.unwrap_or_default();
        if is_own && title.trim().is_empty() {
            return Err(keys.wrong("kind", format!("the explanation {kind:?} needs a title: what it states, in a few words")));
        }
        if !is_own && !title.is_empty() {
            return Err(keys.wrong("title", format!("{kind:?} has its own title; leave this one out, or choose an id that begins with {OWN:?}")));
        }
        let standings = Standing::ALL.map(Standing::key);
        let answer = keys.needed("answer")?;
        let standing = Standing::ALL.into_iter().find(|standing| standing.key() == answer);
        let standing = standing.ok_or_else(|| keys.wrong("answer", choice(&answer, &standings)))?;
        let text = keys.text("text")?.unwrap_or_default();
        if standing != Standing::Open && text.trim().is_empty() {
            return Err(keys.wrong("answer", "an answer needs its reasons; add the key \"text\""));
        }
        let campaign = keys.text("campaign")?.map(CampaignId::from);
        let named = self.requests.iter().filter_map(|request| request.campaign.as_ref());
        let mut named: Vec<&str> = named.map(CampaignId::as_str).collect();
        named.sort_unstable();
        named.dedup();
        if let Some(campaign) = &campaign
            && !named.contains(&campaign.as_str())
        {
            let what = if named.is_empty() {
                "no messages or recipients of this manifest name a campaign; leave the key out".to_owned()
            } else {
                choice(campaign.as_str(), &named)
            };
            return Err(keys.wrong("campaign", what));
        }
        if self
            .rivals
            .iter()
            .any(|known| known.kind.as_str() == kind && (known.campaign == campaign || known.campaign.is_none() || campaign.is_none()))
        {
            return Err(keys.wrong("kind", format!("there is an answer to {kind:?} already; keep one of them for each campaign")));
        }
        self.rivals.push(StatedRival { kind: kind.into(), title, standing, text, campaign });
        Ok(())
    }
}
