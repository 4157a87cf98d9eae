//! What supports that two messages belong together besides their words: links, telephone numbers, sender, the mailing's own number.
//!
//! Canonical and comparable; how much each is worth is decided in [`super::ties`].

use crate::model::{Address, Channel, Message};
use crate::normalise;
use std::collections::BTreeSet;

/// Hosts that everybody uses: being named by two messages says nothing, unless the page is the same.
const SHARED_HOSTS: [&str; 22] = [
    "facebook.com",
    "twitter.com",
    "x.com",
    "instagram.com",
    "youtube.com",
    "youtu.be",
    "linkedin.com",
    "tiktok.com",
    "google.com",
    "goo.gl",
    "bit.ly",
    "tinyurl.com",
    "t.co",
    "wa.me",
    "w3.org",
    "apple.com",
    "helloasso.com",
    "mailchi.mp",
    "list-manage.com",
    "sendinblue.com",
    "brevo.com",
    "mailjet.com",
];

/// Longest run of digits and separators that can be a telephone number, in characters.
const LONGEST_NUMBER: usize = 24;
/// Bytes of a text that are searched.
const READ: usize = 256 * 1024;

/// Who sent a message.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Sender {
    /// Canonical address or number; the folded name if there is neither.
    pub key: String,
    /// Short codes and bare names can be many senders': the same one supports less.
    pub is_shared: bool,
}

/// The features of one message. Sets are sorted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Features {
    /// Hosts and pages, without what differs from copy to copy: `valmont.example/vote`.
    pub links: BTreeSet<String>,
    /// E.164.
    pub phones: BTreeSet<String>,
    /// Who sent it.
    pub sender: Option<Sender>,
    /// The number the mailing platform gave the mailing, with the header's name.
    pub mailings: BTreeSet<String>,
}

impl Features {
    /// Reads them off a message.
    pub fn of(message: &Message) -> Self {
        let text = clip(&message.text, READ);
        Self {
            links: text.split_whitespace().filter_map(link).collect(),
            phones: phones(text),
            sender: message.from.first().and_then(|from| sender(from, message.channel)),
            mailings: message.headers.iter().filter_map(|(name, value)| mailing(name, value)).collect(),
        }
    }

    /// The domain an e-mail came from.
    pub fn domain(&self) -> Option<&str> {
        self.sender.as_ref().and_then(|sender| sender.key.split_once('@')).map(|(_, domain)| domain)
    }
}

fn clip(text: &str, limit: usize) -> &str {
    let mut end = text.len().min(limit);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    &text[..end]
}

/// Whether a word is a link or an e-mail address.
pub(super) fn is_address(word: &str) -> bool {
    let bare = bare(word);
    link_start(bare).is_some() || (bare.contains('@') && normalise::email(bare).is_some())
}

fn bare(word: &str) -> &str {
    word.trim_matches(|c: char| {
        matches!(c, '<' | '>' | '(' | ')' | '[' | ']' | '"' | '«' | '»' | '“' | '”' | ',' | ';' | '.' | '!' | '?' | ':' | '*')
    })
}

/// What follows the scheme of a link, or the whole of one written without: `valmont.example/vote`.
fn link_start(bare: &str) -> Option<&str> {
    let lower = bare.get(..8.min(bare.len())).map(str::to_ascii_lowercase).unwrap_or_default();
    for scheme in ["https://", "http://"] {
        if lower.starts_with(scheme) {
            return Some(&bare[scheme.len()..]);
        }
    }
    if lower.starts_with("www.") {
        return Some(bare);
    }
    let (host, _) = bare.split_once('/')?;
    let labels: Vec<&str> = host.split('.').collect();
    let is_label = |label: &&str| !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let ends_well = labels.last().is_some_and(|last| last.len() >= 2 && last.chars().all(|c| c.is_ascii_alphabetic()));
    (labels.len() >= 2 && ends_well && labels.iter().all(is_label)).then_some(bare)
}

/// Host and path of a link without `www.`, query, and path segments that name a copy. `None` for what is no link, or only the front page of a shared host.
fn link(word: &str) -> Option<String> {
    let rest = link_start(bare(word))?;
    let rest = rest.split(['?', '#']).next().unwrap_or_default();
    let mut segments = rest.split('/');
    let host = segments.next().unwrap_or_default().to_ascii_lowercase();
    let host = host.rsplit('@').next().unwrap_or_default();
    let host = host.strip_prefix("www.").unwrap_or(host);
    if host.is_empty() || !host.contains('.') {
        return None;
    }
    let mut key = host.to_owned();
    for segment in segments.filter(|segment| !segment.is_empty() && !is_token(segment)) {
        key.push('/');
        key.push_str(&segment.to_ascii_lowercase());
    }
    let is_front_page = key == host;
    let is_shared = SHARED_HOSTS.iter().any(|shared| host == *shared || host.strip_suffix(shared).is_some_and(|sub| sub.ends_with('.')));
    (!(is_front_page && is_shared)).then_some(key)
}

/// Whether a segment of a path looks made for one copy: long, or digits among letters.
fn is_token(segment: &str) -> bool {
    let digits = segment.chars().filter(char::is_ascii_digit).count();
    segment.len() > 24
        || (segment.len() >= 6 && digits >= 2 && !segment.contains('.'))
        || (digits >= 4 && digits == segment.len() && segment.len() > 4)
}

/// Telephone numbers in a text: runs of digits and separators that begin like one.
fn phones(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '+' | ' ' | '.' | '-' | '(' | ')' | '\u{a0}' | '\u{202f}');
    for run in text.split(|c: char| !is_part(c)) {
        let run = run.trim_matches(|c: char| !(c.is_ascii_digit() || c == '+'));
        let digits = run.chars().filter(char::is_ascii_digit).count();
        if (9..=15).contains(&digits) && run.chars().count() <= LONGEST_NUMBER && (run.starts_with('0') || run.starts_with('+')) {
            found.extend(normalise::phone(run));
        }
    }
    found
}

fn sender(from: &Address, channel: Channel) -> Option<Sender> {
    let address = from.address.trim();
    if let Some(email) = normalise::email(address) {
        return Some(Sender { key: email.key, is_shared: false });
    }
    if let Some(phone) = normalise::phone(address) {
        return Some(Sender { key: phone, is_shared: false });
    }
    if !address.is_empty() {
        // A short code or the name a gateway shows; several senders may use it.
        return Some(Sender { key: normalise::fold(address), is_shared: matches!(channel, Channel::Sms | Channel::Call) })
            .filter(|s| !s.key.is_empty());
    }
    let name = normalise::fold(&from.name);
    (!name.is_empty()).then_some(Sender { key: name, is_shared: true })
}

fn mailing(name: &str, value: &str) -> Option<String> {
    let name = name.to_ascii_lowercase();
    let value = value.trim();
    (name.starts_with("x-campaign") && !value.is_empty()).then(|| format!("{name}: {value}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn from(address: &str, name: &str, channel: Channel) -> Option<Sender> {
        sender(&Address { name: name.to_owned(), address: address.to_owned() }, channel)
    }

    #[test]
    fn a_link_is_its_page_without_the_part_made_for_one_copy() {
        for written in [
            "https://www.Valmont.example/vote?u=12",
            "(http://valmont.example/vote/a1b2c3d4).",
            "<https://valmont.example/vote/#top>",
            "www.valmont.example/vote",
            "valmont.example/vote",
        ] {
            assert_eq!(link(written).as_deref(), Some("valmont.example/vote"), "{written}");
        }
        assert_eq!(link("https://facebook.com/"), None);
        assert_eq!(link("https://fr-fr.facebook.com"), None);
        assert_eq!(link("https://facebook.com/horizon.commun").as_deref(), Some("facebook.com/horizon.commun"));
        assert_eq!(link("et/ou"), None);
        assert_eq!(link("1.5/2"), None);
    }

    #[test]
    fn numbers_are_found_in_running_text() {
        let found = phones("Appelez le 06 39 98 00 12 ou le +33 1 99 00 12 34, STOP au 36180, le 14/12/2010, réf. 123456789.");
        assert_eq!(found.into_iter().collect::<Vec<_>>(), ["+33199001234", "+33639980012"]);
    }

    #[test]
    fn a_short_code_may_be_many_senders() {
        assert_eq!(from("38099", "", Channel::Sms), Some(Sender { key: "38099".to_owned(), is_shared: true }));
        assert_eq!(from("C@Cercle.example", "", Channel::Email), Some(Sender { key: "c@cercle.example".to_owned(), is_shared: false }));
        assert_eq!(from("", "Ville de Valmont", Channel::Letter), Some(Sender { key: "ville de valmont".to_owned(), is_shared: true }));
        assert_eq!(from("", "", Channel::Letter), None);
    }

    proptest! {
        #[test]
        fn any_text_has_features(text in "(.|https://|0|\\+33|\n| ){0,120}") {
            let features = Features::of(&Message { text, ..Message::default() });
            prop_assert!(features.links.iter().all(|link| link.contains('.')));
            prop_assert!(features.phones.iter().all(|phone| phone.starts_with('+')));
        }
    }
}
