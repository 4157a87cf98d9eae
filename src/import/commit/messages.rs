//! Messages: who received each, when, and whether it is another copy of one that is there already.

use super::gather::Notes;
use super::{Counts, Desk, when};
use crate::case::{Record, RecordKind};
use crate::import::remark::{self, coded};
use crate::import::{ImportError, Recipients, Request, forwarded, is_received};
use crate::link::RecipientKeys;
use crate::model::{Address, CampaignId, Channel, EvidenceId, Identity, ImportKind, Message, MessageId, Recipient, RecipientId};
use crate::said;

impl Desk<'_, '_> {
    /// Imports a file of messages.
    pub(super) fn messages(&mut self, request: &Request) -> Result<(), ImportError> {
        let listed = match &request.recipients {
            // The table is a file of its own, stored and accounted for like any other.
            Recipients::Table(path) => {
                let before = self.reports.len();
                let table =
                    Request { path: path.clone(), text: None, kind: ImportKind::Recipients, recipients: Recipients::InDocument, ..request.clone() };
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
        for message in gathered.messages {
            if !is_received(&message) {
                notes.reject(Some(message.index + 1), said!("remarks-sent-not-received"));
                continue;
            }
            self.message(message, request, evidence, listed.as_deref(), &mut counts, &mut notes)?;
        }
        self.account(request, evidence, format, counts, notes)
    }

    fn message(
        &mut self,
        mut message: Message,
        request: &Request,
        evidence: EvidenceId,
        listed: Option<&[RecipientId]>,
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
        } else if message.sent_on.is_none() && message.format == forwarded::NAME {
            (message.sent_at, message.sent_on) = forwarded::sent(&message.date_raw, &self.zone);
            if message.sent_on.is_none() {
                let unread = coded("date_unreadable", said!("remarks-date-unreadable"));
                message.warnings.push(crate::words::english(&unread));
                message.said.push(unread);
            }
        }
        let line = Some(message.index + 1);
        notes.warnings.extend(remark::of_message(&message));
        message.recipients = match listed {
            Some(ids) => ids.to_vec(),
            None => self.receivers(&message, request, &campaign, notes)?,
        };
        if message.recipients.is_empty() {
            notes.warn(line, said!("remarks-receiver-unknown"));
        }
        message.id = MessageId(self.transaction.fresh_id(RecordKind::Message));
        if let Some(&original) = self.seen.get(&likeness(&message)) {
            message.duplicate_of = Some(original);
            counts.duplicates += 1;
        } else {
            self.seen.insert(likeness(&message), message.id);
            counts.imported += 1;
        }
        self.transaction.put(Record::Message(message))?;
        Ok(())
    }

    /// The recipients of a message, known already or new.
    fn receivers(&mut self, message: &Message, request: &Request, campaign: &CampaignId, notes: &mut Notes) -> Result<Vec<RecipientId>, ImportError> {
        let contacts = contacts(message, request);
        let mut ids: Vec<RecipientId> = Vec::new();
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
        self.flags.person(&recipient);
        let id = recipient.id.clone();
        self.transaction.put(Record::Recipient(recipient))?;
        Ok(id)
    }

    /// A message for somebody who is known: it dates the sending if nothing did, and it shows that a control received after all.
    fn heard_again(&mut self, id: &RecipientId, message: &Message, notes: &mut Notes) -> Result<(), ImportError> {
        let Some(known) = self.people.get(id) else { return Ok(()) };
        let mut changed = known.clone();
        if !changed.received {
            notes.warn(Some(message.index + 1), said!("remarks-control-received", of = id.as_str()));
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
            self.people.change(&changed);
            self.transaction.put(Record::Recipient(changed))?;
        }
        Ok(())
    }
}

/// Who received it: the address that really did; else who the user says; else everybody it was openly addressed to, except the sender.
fn contacts(message: &Message, request: &Request) -> Vec<Address> {
    // One mailbox may be named in several ways (Delivered-To, X-Original-To…): the one the message was addressed to is the one a list held.
    let addressed = |mailbox: &&Address| message.to.iter().chain(&message.cc).find(|to| to.address.eq_ignore_ascii_case(&mailbox.address));
    if let Some(to) = message.delivered_to.iter().find_map(|mailbox| addressed(&mailbox)) {
        return vec![to.clone()];
    }
    // Not addressed openly: the mailbox named last is the one furthest from the final store, so the least rewritten.
    if let Some(mailbox) = message.delivered_to.last() {
        return vec![mailbox.clone()];
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
pub(super) fn likeness(message: &Message) -> String {
    let content = if message.message_id.is_empty() { &message.sha256 } else { &message.message_id };
    let mut receivers: Vec<&str> = message.recipients.iter().map(RecipientId::as_str).collect();
    receivers.sort_unstable();
    format!("{content}|{}", receivers.join(","))
}
