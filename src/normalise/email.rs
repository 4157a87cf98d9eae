//! E-mail addresses. Not for finding addresses in running text: the text is one address, in one of the forms people and programs write.

use super::text::is_invisible;
use idna::AsciiDenyList;
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization as _;

/// Longest address we take: 64 for the local part, 255 for the domain, the @.
const LONGEST: usize = 320;

/// A canonical e-mail address.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Email {
    /// The key two addresses are compared by: lower case, domain in ASCII (`xn--`), without the sub-address tag. Dots are kept: merging them is a guess.
    pub key: String,
    /// The sub-address tag (`anna+parti@…` → `parti`), kept apart, lower case.
    pub tag: Option<String>,
    /// The domain as people read it, IDN decoded.
    pub display_domain: String,
}

/// Reads an address (`Anna <ANNA+parti@Exemple.TEST>`, `mailto:…` or bare, in quotes or brackets, with a full stop behind it); `None` if there is none
/// or more than one.
pub fn email(raw: &str) -> Option<Email> {
    plain(raw.trim()).or_else(|| any_form(raw))
}

/// A bare address of letters, digits, dots, hyphens and underscores, which is nearly every one; `None` for anything else.
fn plain(text: &str) -> Option<Email> {
    let (local, domain) = text.split_once('@')?;
    let is_simple = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b'_');
    let is_label = |label: &str| {
        let is_coded = label.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--"));
        (1..=63).contains(&label.len()) && !is_coded
    };
    let (_, last) = domain.rsplit_once('.')?;
    let is_plain = !local.is_empty()
        && text.len() <= LONGEST
        && local.bytes().chain(domain.bytes()).all(is_simple)
        && domain.split('.').all(is_label)
        && !last.bytes().all(|byte| byte.is_ascii_digit());
    is_plain.then(|| Email { key: text.to_ascii_lowercase(), tag: None, display_domain: domain.to_ascii_lowercase() })
}

fn any_form(raw: &str) -> Option<Email> {
    let visible: String = raw.chars().filter(|&c| !is_invisible(c)).collect();
    let stripped = bare_address(&visible)?;
    let (local, domain) = stripped.rsplit_once('@')?;
    let local = canonical_local(local)?;
    let (base, tag) = split_tag(&local);
    let domain = canonical_domain(domain)?;
    let key = format!("{base}@{domain}");
    (key.len() <= LONGEST).then(|| Email { key, tag: tag.map(str::to_owned), display_domain: readable_domain(&domain) })
}

/// Takes off everything that is written around an address: display name, angle brackets, `mailto:`, comments, quotes, closing punctuation.
fn bare_address(text: &str) -> Option<Cow<'_, str>> {
    let mut bare = text.trim();
    if let Some(close) = bare.rfind('>') {
        let open = bare[..close].rfind('<')?;
        let elsewhere = |part: &str| part.contains('@') && part.contains('<');
        // A second address beside this one: which of them is meant is not ours to guess. A display name may hold an @ of its own.
        if elsewhere(&bare[..open]) || elsewhere(&bare[close + 1..]) {
            return None;
        }
        bare = &bare[open + 1..close];
    }
    bare = trim_around(bare);
    let Some(rest) = strip_scheme(bare) else { return Some(Cow::Borrowed(bare)) };
    let address = rest.split_once('?').map_or(rest, |(address, _)| address);
    let decoded: String = percent_decoded(address).chars().filter(|&c| !is_invisible(c)).collect();
    Some(Cow::Owned(trim_around(&decoded).to_owned()))
}

fn strip_scheme(text: &str) -> Option<&str> {
    let scheme = text.get(..7)?;
    scheme.eq_ignore_ascii_case("mailto:").then(|| &text[7..])
}

fn trim_around(text: &str) -> &str {
    let mut rest = text;
    loop {
        let before = rest;
        rest = rest.trim().trim_end_matches(['.', ',', ';', ':']).trim_end();
        // A lone apostrophe in front is how a spreadsheet marks text.
        rest = rest.trim_start_matches(['\'', '’', '‘']).trim_end_matches(['\'', '’', '‘']);
        for (open, close) in [('"', '"'), ('«', '»'), ('“', '”'), ('(', ')'), ('[', ']'), ('<', '>')] {
            if let Some(inner) = rest.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)) {
                rest = inner;
            }
        }
        // A comment behind the address: `anna@b.example (Anna)`.
        if let Some((address, _)) = rest.strip_suffix(')').and_then(|rest| rest.rsplit_once('('))
            && address.contains('@')
        {
            rest = address;
        }
        if rest == before {
            return rest;
        }
    }
}

fn percent_decoded(text: &str) -> Cow<'_, str> {
    if !text.contains('%') {
        return Cow::Borrowed(text);
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let hex = |byte: &u8| char::from(*byte).to_digit(16);
        if first == b'%'
            && let [high, low, behind @ ..] = after
            && let (Some(high), Some(low)) = (hex(high), hex(low))
        {
            bytes.push((high * 16 + low) as u8);
            rest = behind;
        } else {
            bytes.push(first);
            rest = after;
        }
    }
    Cow::Owned(String::from_utf8_lossy(&bytes).into_owned())
}

fn canonical_local(raw: &str) -> Option<String> {
    let lower: String = raw.nfc().flat_map(char::to_lowercase).nfc().collect();
    let unquoted = lower.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let is_plain = |text: &str| {
        !text.is_empty()
            && !text.starts_with(['\'', '’', '‘'])
            && !text.chars().any(|c| c.is_whitespace() || c.is_control() || "\"\\@()<>[]:;,".contains(c))
    };
    match unquoted {
        Some(inner) if is_plain(inner) => Some(inner.to_owned()),
        // Quotes that are needed stay; what would need escapes inside them is no address anybody has.
        Some(inner) => (!inner.trim().is_empty() && !inner.chars().any(|c| c.is_control() || "\"\\@<>".contains(c))).then_some(lower),
        None => is_plain(&lower).then_some(lower),
    }
}

/// `anna+parti` → (`anna`, `parti`). A plus sign in front or inside quotes begins no tag.
fn split_tag(local: &str) -> (&str, Option<&str>) {
    if local.starts_with('"') {
        return (local, None);
    }
    match local.split_once('+') {
        Some((base, tag)) if !base.is_empty() => (base, Some(tag).filter(|tag| !tag.is_empty())),
        _ => (local, None),
    }
}

fn canonical_domain(raw: &str) -> Option<String> {
    let lower = raw.trim().trim_end_matches('.').to_ascii_lowercase();
    let ascii = match idna::domain_to_ascii_cow(lower.as_bytes(), AsciiDenyList::EMPTY) {
        Ok(ascii) => ascii.into_owned(),
        // A broken `xn--` label is still a name somebody wrote.
        Err(_) if lower.is_ascii() => lower,
        Err(_) => return None,
    };
    let ascii = ascii.trim_end_matches('.');
    let is_label = |label: &str| (1..=63).contains(&label.len()) && label.bytes().all(|b| matches!(b, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_'));
    let (rest, last) = ascii.rsplit_once('.')?;
    let is_name = rest.split('.').all(is_label) && is_label(last) && !last.bytes().all(|b| b.is_ascii_digit());
    is_name.then(|| ascii.to_owned())
}

fn readable_domain(ascii: &str) -> String {
    match idna::domain_to_unicode(ascii) {
        (unicode, Ok(())) => unicode,
        (_, Err(_)) => ascii.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key(raw: &str) -> Option<String> {
        email(raw).map(|email| email.key)
    }

    #[test]
    fn the_forms_people_write_give_one_key() {
        for raw in [
            "anna@b.example",
            " ANNA@B.Example. ",
            "Anna <anna@b.example>",
            "\"Mercier, Anna\" <Anna@B.example>",
            "\"anna@b.example\" <anna@b.example>",
            "mailto:anna@b.example?subject=Bonjour",
            "MAILTO:anna%40b.example",
            "<mailto:anna@b.example>",
            "'anna@b.example'",
            "'anna@b.example",
            "[anna@b.example]",
            "« anna@b.example »",
            "anna@b.example (Anna Mercier)",
            "anna@b.example;",
            "\u{FEFF}anna@b.exa\u{200B}mple",
            "\"anna\"@b.example",
        ] {
            assert_eq!(key(raw).as_deref(), Some("anna@b.example"), "{raw}");
        }
    }

    #[test]
    fn the_tag_is_kept_apart_and_dots_are_kept() {
        let tagged = email("Anna <ANNA+Parti@Exemple.TEST>").unwrap();
        assert_eq!((tagged.key.as_str(), tagged.tag.as_deref()), ("anna@exemple.test", Some("parti")));
        assert_eq!(key("an.na@b.example").as_deref(), Some("an.na@b.example"));
        assert_eq!(email("anna+@b.example").unwrap().tag, None);
        assert_eq!(key("+33639980012@sms.example").as_deref(), Some("+33639980012@sms.example"));
        assert_eq!(key("o'brien@b.example").as_deref(), Some("o'brien@b.example"));
    }

    #[test]
    fn an_international_domain_reads_both_ways() {
        let unicode = email("élodie@Théâtre.example").unwrap();
        assert_eq!(unicode.key, "élodie@xn--thtre-bsa3c.example".replace("xn--thtre-bsa3c", idna::domain_to_ascii("théâtre").unwrap().as_str()));
        assert_eq!(unicode.display_domain, "théâtre.example");
        assert_eq!(email(&unicode.key).unwrap(), unicode);
    }

    #[test]
    fn what_is_no_single_address_has_no_key() {
        for raw in [
            "",
            "anna",
            "@b.example",
            "anna@",
            "anna@b",
            "a@b.example; c@d.example",
            "A <a@b.example>, C <c@d.example>",
            "a b@c.example",
            "a@10.0.0.1",
            "a@b..example",
            "a\0@b.example",
        ] {
            assert_eq!(key(raw), None, "{raw}");
        }
    }

    proptest! {
        #[test]
        fn the_short_way_is_the_long_way(raw in "[A-Za-z0-9._-]{0,9}@[A-Za-z0-9._-]{0,9}(\\.[a-z0-9]{0,3})?|(xn--|-)?[a-z]{1,3}@(XN--)?[a-z0-9-]{1,4}\\.[a-z]{2}") {
            if let Some(plain) = plain(&raw) {
                prop_assert_eq!(Some(plain), any_form(&raw));
            }
        }

        #[test]
        fn reading_the_key_again_gives_the_same_key(
            raw in "\\PC{0,20}|.{0,20}|[\"'<(«]{0,2}[a-zA-ZéÉİßЖ🦀+. \"]{0,6}@[a-zÉßЖ。.-]{1,8}\\.[a-z\u{0}]{2}[\"'>)».]{0,2}"
        ) {
            if let Some(first) = email(&raw) {
                let again = email(&first.key).unwrap();
                prop_assert_eq!(&again.key, &first.key);
                prop_assert_eq!(again.tag, None);
                prop_assert_eq!(again.display_domain, first.display_domain);
            }
        }
    }
}
