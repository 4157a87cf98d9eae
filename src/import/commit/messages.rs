//! Messages: who received each, when, and whether it is another copy of one that is there already.

use super::gather::Notes;
use super::{Counts, Desk, when};
use crate::case::{Record, RecordKind};
use crate::import::{ImportError, Recipients, Request};
use crate::link::RecipientKeys;
use crate::model::{Address, CampaignId, Channel, EvidenceId, Identity, ImportKind, Message, MessageId, Recipient, RecipientId};
use std::collections::HashMap;

impl Desk<'_, '_> {
    /// Imports a file of messages.
    pub(super) fn messages(&mut self, request: &Request) -> Result<(), ImportError> {
        let listed = match &request.recipients {
            // The table is a file of its own, stored and accounted for like any other.
            Recipients::Table(path) => {
                let before = self.reports.len();
                let table = Request { path: path.clone(), kind: ImportKind::Recipients, recipients: Recipients::InDocument, ..request.clone() };
                let ids = self.recipients_table(&table)?;
                debug_assert_eq!(self.reports.len(), before + 1);
                Some(ids)
            }
            _ => None,
        };
        let read = self.read(request)?;
        let (evidence, gathered) = (read.evidence, read.gathered);
        let mut notes = gathered.notes;
        let mut counts = Counts::default();
        let format = gathered.messages.first().map_or_else(String::new, |message| message.format.clone());
        let mut seen = self.seen();
        for message in gathered.messages {
            self.message(message, request, evidence, listed.as_deref(), &mut seen, &mut counts, &mut notes)?;
        }
        self.account(request, evidence, format, counts, notes)
    }

    /// Messages that are there already, by content and receivers.
    fn seen(&self) -> HashMap<String, MessageId> {
        let originals = self.transaction.contents().messages.iter().filter(|message| message.duplicate_of.is_none());
        originals.map(|message| (likeness(message), message.id)).collect()
    }

    #[expect(clippy::too_many_arguments, reason = "one step of a loop whose state is all of these")]
    fn message(
        &mut self,
        mut message: Message,
        request: &Request,
        evidence: EvidenceId,
        listed: Option<&[RecipientId]>,
        seen: &mut HashMap<String, MessageId>,
        counts: &mut Counts,
        notes: &mut Notes,
    ) -> Result<(), ImportError> {
        let campaign = request.campaign.clone().unwrap_or_else(|| self.campaign.clone());
        message.import = self.transaction.id();
        message.evidence = evidence;
        message.campaign = campaign.clone();
        message.found_by = request.found_by.clone();
        message.sigma = request.sigma;
        if let Some(channel) = request.channel {
            message.channel = channel;
        }
        if message.from.is_empty()
            && let Some(sender) = &request.sender
        {
            message.from = vec![Address { name: sender.clone(), address: String::new() }];
        }
        if let Some(instant) = message.sent_at {
            let on = crate::model::UncertainDay::exact(when::day_of(instant, &self.zone));
            message.sent_on.get_or_insert(on);
        } else if message.sent_on.is_none()
            && let Some(raw) = &request.sent_at
        {
            (message.sent_at, message.sent_on) = when::sent(raw, &self.zone);
            if message.date_raw.is_empty() {
                message.date_raw.clone_from(raw);
            }
        }
        let line = Some(message.index + 1);
        for warning in &message.warnings {
            notes.warn(line, warning.clone());
        }
        message.recipients = match listed {
            Some(ids) => ids.to_vec(),
            None => self.receivers(&message, request, &campaign, notes)?,
        };
        if message.recipients.is_empty() {
            notes.warn(
                line,
                "Who received it is not in the document; add recipients = [\"address or number\"] in the manifest, or name them in the form",
            );
        }
        message.id = MessageId(self.transaction.fresh_id(RecordKind::Message));
        match seen.get(&likeness(&message)) {
            Some(&original) => {
                message.duplicate_of = Some(original);
                counts.duplicates += 1;
            }
            None => {
                seen.insert(likeness(&message), message.id);
                counts.imported += 1;
            }
        }
        self.transaction.put(Record::Message(message))?;
        Ok(())
    }

    /// The recipients of a message, known already or new.
    fn receivers(&mut self, message: &Message, request: &Request, campaign: &CampaignId, notes: &mut Notes) -> Result<Vec<RecipientId>, ImportError> {
        let contacts = contacts(message, request);
        let mut ids = Vec::new();
        for contact in contacts {
            let identity = identity(&contact, message.channel);
            let keys = RecipientKeys::of(&identity);
            let known = self.people.with_key(campaign, &keys).cloned();
            let id = match known {
                Some(id) => {
                    self.heard_again(&id, message, notes)?;
                    id
                }
                None => self.new_receiver(identity, message, campaign)?,
            };
            if !ids.contains(&id) {
                ids.push(id);
            }
        }
        Ok(ids)
    }

    fn new_receiver(&mut self, identity: Identity, message: &Message, campaign: &CampaignId) -> Result<RecipientId, ImportError> {
        let recipient = Recipient {
            id: self.people.fresh_id(),
            import: self.transaction.id(),
            evidence: message.evidence,
            row: message.index,
            campaign: campaign.clone(),
            rendered_name: identity.name.clone(),
            identity,
            received: true,
            sent_on: message.sent_on.clone(),
            sent_at: message.sent_at,
            found_by: message.found_by.clone(),
            sigma: message.sigma,
            is_set_aside: false,
        };
        self.people.add(&recipient);
        let id = recipient.id.clone();
        self.transaction.put(Record::Recipient(recipient))?;
        Ok(id)
    }

    /// A message for somebody who is known: it dates the sending if nothing did, and it shows that a control received after all.
    fn heard_again(&mut self, id: &RecipientId, message: &Message, notes: &mut Notes) -> Result<(), ImportError> {
        let Some(known) = self.transaction.contents().recipient(id) else { return Ok(()) };
        let mut changed = known.clone();
        if !changed.received {
            notes.warn(
                Some(message.index + 1),
                format!("{id} was said not to have received it, but here is a message to them; they now count as a recipient"),
            );
            changed.received = true;
        }
        let earlier = match (message.sent_at, changed.sent_at) {
            (Some(new), Some(old)) => new < old,
            (new, old) => changed.sent_on.is_none() || (new.is_some() && old.is_none()),
        };
        if earlier && message.sent_on.is_some() {
            changed.sent_at = message.sent_at;
            changed.sent_on.clone_from(&message.sent_on);
        }
        if changed != *known {
            self.transaction.put(Record::Recipient(changed))?;
        }
        Ok(())
    }
}

/// Who received it: the address that really did; else who the user says; else everybody it was openly addressed to, except the sender.
fn contacts(message: &Message, request: &Request) -> Vec<Address> {
    if !message.delivered_to.is_empty() {
        let named = |address: &Address| {
            let name = message.to.iter().chain(&message.cc).find(|to| to.address.eq_ignore_ascii_case(&address.address)).map(|to| to.name.clone());
            Address { name: name.filter(|name| !name.is_empty()).unwrap_or_else(|| address.name.clone()), address: address.address.clone() }
        };
        return message.delivered_to.iter().map(named).collect();
    }
    if let Recipients::Listed(listed) = &request.recipients {
        return listed.iter().map(|address| Address { name: String::new(), address: address.clone() }).collect();
    }
    let is_sender = |address: &Address| message.from.iter().any(|from| from.address.eq_ignore_ascii_case(&address.address));
    message.to.iter().chain(&message.cc).filter(|address| !address.address.is_empty() && !is_sender(address)).cloned().collect()
}

fn identity(contact: &Address, channel: Channel) -> Identity {
    let mut identity = Identity { name: contact.name.clone(), ..Identity::default() };
    let is_email = contact.address.contains('@');
    match channel {
        _ if is_email => identity.email.clone_from(&contact.address),
        Channel::Sms | Channel::Call => identity.phone.clone_from(&contact.address),
        _ if contact.address.chars().any(|c| c.is_ascii_digit()) => identity.phone.clone_from(&contact.address),
        _ => identity.name.clone_from(&contact.address),
    }
    identity
}

/// What makes two messages copies of one: the same content for the same receivers. The same mailing to two people is two messages.
fn likeness(message: &Message) -> String {
    let content = if message.message_id.is_empty() { &message.sha256 } else { &message.message_id };
    let mut receivers: Vec<&str> = message.recipients.iter().map(RecipientId::as_str).collect();
    receivers.sort_unstable();
    format!("{content}|{}", receivers.join(","))
}
