//! Invented messages for tests.

use crate::model::{Address, Channel, Contents, Message, MessageId, Recipient, RecipientId, UncertainDay};

pub const LETTER: &str = "Chers amis,\n\nVous avez partagé nos combats. Nous ouvrons aujourd'hui une nouvelle page avec le Cercle Horizon Commun et nous vous \
                          invitons à sa réunion fondatrice, le 11 janvier à Morvencourt.\n\nLes fondateurs du Cercle Horizon Commun";
pub const APPEAL: &str = "Bonjour,\n\nLe Cercle compte déjà trois cents membres. Rejoignez-nous avant le printemps : votre soutien fera la différence pour \
                          la ville, ses quartiers et ses écoles, et nous serons plus forts ensemble.\n\nLes fondateurs";
pub const SCHOOL: &str = "Madame, Monsieur,\n\nLe service des écoles vous informe que les horaires changent à la rentrée. La cantine ouvrira à midi, la \
                          garderie fermera à dix-huit heures.\n\nLe service des écoles";

/// A message of `text` from `sender` to `recipient` on a day of 2010 or later, written as ISO.
pub fn message(text: &str, sender: &str, recipient: &str, day: &str) -> Message {
    let channel = if sender.contains('@') { Channel::Email } else { Channel::Sms };
    Message {
        channel,
        campaign: super::UNASSIGNED.into(),
        text: text.to_owned(),
        from: vec![Address { name: String::new(), address: sender.to_owned() }],
        sent_on: day.parse::<UncertainDay>().ok(),
        recipients: vec![RecipientId::from(recipient)],
        sha256: format!("{text}{sender}{recipient}{day}"),
        ..Message::default()
    }
}

/// A recipient of the messages nobody put into a campaign, known by e-mail.
pub fn recipient(id: &str, received: bool) -> Recipient {
    Recipient {
        id: id.into(),
        import: crate::model::ImportId(1),
        evidence: crate::model::EvidenceId(1),
        row: 0,
        campaign: super::UNASSIGNED.into(),
        identity: crate::model::Identity { email: format!("{id}@poste.example"), ..crate::model::Identity::default() },
        received,
        sent_on: None,
        sent_at: None,
        rendered_name: String::new(),
        found_by: crate::model::FoundBy::OpenCall,
        sigma: None,
        is_set_aside: false,
    }
}

/// A case with these messages, numbered from 1.
pub fn case(messages: Vec<Message>) -> Contents {
    let messages = messages.into_iter().zip(1..).map(|(message, id)| Message { id: MessageId(id), ..message }).collect();
    Contents { messages, ..Contents::default() }
}
