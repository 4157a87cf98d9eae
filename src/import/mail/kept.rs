//! The headers worth keeping with a message (imports.md), decoded, in their order. The original bytes stay in the evidence.

use super::encoded_word;
use super::header::{Block, Field};
use super::html::Links;

/// Fields kept whole. Lower case.
const KEPT: &[&str] = &[
    "message-id",
    "date",
    "from",
    "reply-to",
    "sender",
    "return-path",
    "to",
    "cc",
    "bcc",
    "subject",
    "delivered-to",
    "x-original-to",
    "x-delivered-to",
    "envelope-to",
    "x-envelope-to",
    "resent-from",
    "resent-to",
    "resent-date",
    "received",
    "in-reply-to",
    "references",
    "list-id",
    "list-unsubscribe",
    "list-unsubscribe-post",
    "list-post",
    "list-help",
    "feedback-id",
    "precedence",
    "auto-submitted",
    "organization",
    "user-agent",
    "errors-to",
    "x-gmail-labels",
    "received-spf",
];

/// Beginnings of fields that mailing platforms and mail programs sign with. Lower case.
const PLATFORM: &[&str] = &[
    "x-mailer",
    "x-mailgun",
    "x-mailjet",
    "x-mj-",
    "x-mandrill",
    "x-mc-",
    "x-sg-",
    "x-smtpapi",
    "x-sib-",
    "x-mailin",
    "x-ses-",
    "x-sfmc",
    "x-campaign",
    "x-csa-",
    "x-report-abuse",
    "x-abuse",
    "x-complaints",
    "x-feedback",
    "x-originating",
    "x-php-",
    "x-sender",
    "x-ymlp",
    "x-job",
    "x-roving",
    "x-cm-",
    "x-acymailing",
    "x-phplist",
    "x-listmember",
    "x-messageid",
    "x-mailing",
    "x-list",
    "x-mail-",
    "x-dmdispatch",
    "x-elq",
    "x-binding",
    "x-accounttype",
    "x-virtual-mta",
    "x-vr-",
    "x-mail_",
    "x-mimeole",
    "x-newsletter",
    "x-nl2go",
    "x-rapidmail",
    "x-inxmail",
    "x-cheetah",
    "x-sendinblue",
    "x-brevo",
];

/// Longest value kept, in bytes; enough for anything a person reads.
const VALUE_LIMIT: usize = 16 * 1024;

/// Names and values. What is no header stands in brackets: `(link hosts)`, `(image hosts)`.
pub(super) fn kept(block: &Block<'_>, links: &Links) -> Vec<(String, String)> {
    let provider = block.first("authentication-results").map(|raw| asserted_by(&encoded_word::header_text(raw)));
    let mut headers: Vec<(String, String)> = block.fields.iter().filter_map(|field| one(field, provider.as_deref())).collect();
    for (name, hosts) in [("(link hosts)", &links.hosts), ("(image hosts)", &links.image_hosts)] {
        if !hosts.is_empty() {
            headers.push((name.to_owned(), hosts.iter().map(String::as_str).collect::<Vec<_>>().join(", ")));
        }
    }
    headers
}

fn one(field: &Field<'_>, provider: Option<&str>) -> Option<(String, String)> {
    let name = field.name.to_ascii_lowercase();
    let value = match name.as_str() {
        "dkim-signature" => signature(&encoded_word::header_text(field.raw))?,
        // Anybody can add such a field further down; only the host that received the message last is believed to have written its own.
        "authentication-results" => {
            let value = encoded_word::header_text(field.raw);
            let by = asserted_by(&value);
            (Some(by.as_str()) == provider).then(|| format!("asserted by {by}: {value}"))?
        }
        name if KEPT.contains(&name) || PLATFORM.iter().any(|start| name.starts_with(start)) => encoded_word::header_text(field.raw),
        _ => return None,
    };
    Some((field.name.to_owned(), cut(value)))
}

fn cut(mut value: String) -> String {
    if value.len() > VALUE_LIMIT {
        value.truncate(value.floor_char_boundary(VALUE_LIMIT));
        value.push('…');
    }
    value
}

/// `d=` and `s=` of a DKIM signature: who signed, with which key.
fn signature(value: &str) -> Option<String> {
    let tags: Vec<String> = value
        .split(';')
        .filter_map(|tag| tag.split_once('='))
        .filter(|(name, _)| matches!(name.trim(), "d" | "s"))
        .map(|(name, value)| format!("{}={}", name.trim(), value.trim()))
        .collect();
    (!tags.is_empty()).then(|| tags.join("; "))
}

/// The host an Authentication-Results field says it was written by.
fn asserted_by(value: &str) -> String {
    value.split([';', ' ']).next().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::Warnings;
    use super::*;

    #[test]
    fn only_the_fields_worth_keeping_are_kept_and_signatures_are_short() {
        let headers = "Received: by mx.x.example\nAuthentication-Results: mx.x.example; dkim=pass\nAuthentication-Results: liar.example; dkim=pass\nDKIM-Signature: v=1; a=rsa-sha256; d=party.example;\n s=sel1; bh=abc=; b=def=\nX-Mailer: Exemple 1.0\nX-Spam-Score: 3\nList-Unsubscribe: <https://x.example/u>\nX-Gmail-Labels: =?utf-8?Q?Re=C3=A7us?=\n\n";
        let block = Block::read(headers.as_bytes(), &mut Warnings::default());
        let kept = kept(&block, &Links::default());
        let expected = [
            ("Received", "by mx.x.example"),
            ("Authentication-Results", "asserted by mx.x.example: mx.x.example; dkim=pass"),
            ("DKIM-Signature", "d=party.example; s=sel1"),
            ("X-Mailer", "Exemple 1.0"),
            ("List-Unsubscribe", "<https://x.example/u>"),
            ("X-Gmail-Labels", "Reçus"),
        ];
        assert_eq!(kept, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }
}
