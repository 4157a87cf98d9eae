//! A message received, on whatever channel.

use super::{CampaignId, EvidenceId, FoundBy, ImportId, MessageId, RecipientId, Said, UncertainDay};
use serde::{Deserialize, Serialize};

/// How a message travelled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// E-mail.
    #[default]
    Email,
    /// SMS or MMS.
    Sms,
    /// A letter by post.
    Letter,
    /// A telephone call.
    Call,
    /// Anything else.
    Other,
}

/// A name and an address or number, as written. Either may be empty.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Address {
    /// Display name, decoded.
    pub name: String,
    /// E-mail address or telephone number, as written.
    pub address: String,
}

/// One message. The original bytes are the slice `offset .. offset + length` of its evidence.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Message {
    /// Row number.
    pub id: MessageId,
    /// The import it came in with.
    pub import: ImportId,
    /// The file it stands in.
    pub evidence: EvidenceId,
    /// Its place in that file, from 0.
    pub index: u64,
    /// First byte of its slice of the evidence.
    pub offset: u64,
    /// Bytes of its slice.
    pub length: u64,
    /// Lowercase hex SHA-256 of that slice.
    pub sha256: String,
    /// An earlier message with the same content, if this is another copy of it. Collapsed in views, never dropped.
    pub duplicate_of: Option<MessageId>,
    /// Which mailing it belongs to.
    pub campaign: CampaignId,
    /// `eml`, `mbox`, `sms-xml`, `letter`.
    pub format: String,
    /// How it travelled.
    pub channel: Channel,
    /// Message-ID without angle brackets; empty if none.
    pub message_id: String,
    /// The instant it was sent, where the document gives one.
    pub sent_at: Option<jiff::Timestamp>,
    /// The day it was sent in the incident's time zone, as precisely as known.
    pub sent_on: Option<UncertainDay>,
    /// The date as written.
    pub date_raw: String,
    /// Sender(s).
    pub from: Vec<Address>,
    /// Declared addressees.
    pub to: Vec<Address>,
    /// Declared copies.
    pub cc: Vec<Address>,
    /// The address that really received it: Delivered-To, X-Original-To, `Received … for`, or the owner of the telephone.
    pub delivered_to: Vec<Address>,
    /// Subject, decoded.
    pub subject: String,
    /// Body as plain text.
    pub text: String,
    /// Headers worth keeping, in order, decoded: name and value.
    pub headers: Vec<(String, String)>,
    /// Whether a List-Unsubscribe header is there.
    pub has_list_unsubscribe: bool,
    /// Names of attachments.
    pub attachments: Vec<String>,
    /// How its recipient was found.
    pub found_by: FoundBy,
    /// Strength σ of the circle it was found through; `None` = unlimited.
    pub sigma: Option<f64>,
    /// The recipients it reached, resolved at import.
    pub recipients: Vec<RecipientId>,
    /// What could not be read or was guessed, in English, each with a short code before it.
    pub warnings: Vec<String>,
    /// The same for every language, in the same order; empty in a case from before it was kept.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub said: Vec<Said>,
}
