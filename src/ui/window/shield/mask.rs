//! Labels for people: the same name, address or number gets the same label wherever it stands, and nothing of it shows in the label.
//!
//! [`Mask::scrub`] finds them in running text, `walk` in records. A label is made from the value and from something only the case file holds, so
//! it stays the same from day to day. It hides people from who looks at the screen or at a picture of it, not from who has the file.

use crate::model::{Contents, EvidenceId, Field, Language, PersonId, RecipientId, Snapshot, Thing};
use crate::normalise;
use crate::words::Words;
use sha2::{Digest as _, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::net::{Ipv4Addr, Ipv6Addr};

/// What a label stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A name, whole or in part.
    Name,
    /// A first name.
    FirstName,
    /// A last name.
    LastName,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Phone,
    /// A street with its number.
    Address,
    /// A number that names somebody.
    Identifier,
    /// A birth date.
    Birth,
    /// The network address of a machine.
    Ip,
    /// Anything else somebody's row says.
    Value,
}

impl Kind {
    const ALL: [Self; 10] =
        [Self::Name, Self::FirstName, Self::LastName, Self::Email, Self::Phone, Self::Address, Self::Identifier, Self::Birth, Self::Ip, Self::Value];

    fn text_id(self) -> &'static str {
        match self {
            Self::Name => "frame-shield-name",
            Self::FirstName => "frame-shield-first-name",
            Self::LastName => "frame-shield-last-name",
            Self::Email => "frame-shield-email",
            Self::Phone => "frame-shield-phone",
            Self::Address => "frame-shield-address",
            Self::Identifier => "frame-shield-identifier",
            Self::Birth => "frame-shield-birth",
            Self::Ip => "frame-shield-ip",
            Self::Value => "frame-shield-value",
        }
    }
}

/// Letters of labels: none that spell words or look alike.
const LETTERS: &[u8; 32] = b"23456789BCDFGHJKLMNPQRSTVWXZbdhk";

/// Who is hidden behind which label.
pub struct Mask {
    salt: [u8; 32],
    prefixes: Vec<String>,
    /// Labels of the people of the roster, by name.
    people: BTreeMap<String, String>,
    /// The same by folded name, for running text.
    folded: BTreeMap<String, String>,
    /// New ids of recipients whose own id may be a member's number.
    recipients: BTreeMap<String, String>,
    /// Both back.
    back: BTreeMap<String, String>,
    /// Single words of names, folded.
    tokens: BTreeSet<String>,
    /// The title of the case, and what it is called instead.
    title: (String, String),
    /// Names of evidence files, and what they are called instead.
    files: BTreeMap<String, String>,
    /// « Pièce E » without its number.
    evidence: String,
    /// Ids of sources and campaigns: other things are found by them.
    kept: BTreeSet<String>,
    masked_language: Language,
}

/// Words of names that stand in every text: a name of them alone is not worth hiding.
const COMMON: [&str; 12] = ["madame", "monsieur", "mademoiselle", "mme", "mlle", "les", "des", "von", "van", "der", "the", "and"];

impl Mask {
    /// The labels for everybody in a case. `salt` is what only the case file holds.
    pub fn new(contents: &Contents, salt: [u8; 32], words: &Words) -> Self {
        let mut mask = Self {
            salt,
            prefixes: Kind::ALL.map(|kind| words.text(kind.text_id())).into(),
            people: BTreeMap::new(),
            folded: BTreeMap::new(),
            recipients: BTreeMap::new(),
            back: BTreeMap::new(),
            tokens: BTreeSet::new(),
            title: (contents.incident.title.trim().to_owned(), words.text("frame-shield-case")),
            files: BTreeMap::new(),
            evidence: words.text("frame-shield-evidence"),
            kept: BTreeSet::new(),
            masked_language: words.language(),
        };
        for evidence in contents.evidence.iter().rev() {
            let label = mask.evidence(evidence.id, &evidence.name);
            mask.files.insert(evidence.name.clone(), label);
        }
        mask.kept.extend(contents.sources.iter().map(|source| source.id.0.clone()));
        mask.kept
            .extend(contents.messages.iter().map(|it| &it.campaign).chain(contents.recipients.iter().map(|it| &it.campaign)).map(|it| it.0.clone()));
        let names = contents.posts.iter().map(|it| &it.person).chain(contents.accesses.iter().map(|it| &it.person));
        // Somebody may be gone from the roster and still be noted.
        let noted = contents.annotations.iter().map(|it| &it.about).chain(contents.notes.iter().flat_map(|it| it.about.iter().chain(&it.cites)));
        let noted = noted.filter_map(|thing| if let Thing::Person(id) = thing { Some(id) } else { None });
        let names: BTreeSet<&str> = names.chain(noted).map(PersonId::as_str).filter(|name| !name.is_empty()).collect();
        // Numbered in an order that says nothing about the names.
        let mut ordered: Vec<_> = names.into_iter().map(|name| (mask.code("person", name), name)).collect();
        ordered.sort();
        for (n, (_, name)) in ordered.into_iter().enumerate() {
            let label = words.text_with("frame-shield-person", &crate::args! { "n" => n + 1 });
            mask.folded.insert(normalise::fold(name), label.clone());
            mask.back.insert(label.clone(), name.to_owned());
            mask.people.insert(name.to_owned(), label);
            mask.learn(name);
        }
        for recipient in &contents.recipients {
            let identity = &recipient.identity;
            for name in [&identity.name, &identity.first_name, &identity.last_name, &recipient.rendered_name] {
                mask.learn(name);
            }
            mask.hide_id(&recipient.id);
        }
        for annotation in &contents.annotations {
            mask.hide_thing(&annotation.about);
        }
        for note in &contents.notes {
            note.about.iter().chain(&note.cites).for_each(|thing| mask.hide_thing(thing));
        }
        mask
    }

    fn hide_thing(&mut self, thing: &Thing) {
        if let Thing::Recipient(id) = thing {
            self.hide_id(id);
        }
    }

    /// « r12 » is given by the program; anything else may be a number people know each other by.
    fn hide_id(&mut self, id: &RecipientId) {
        let id = id.as_str();
        if !id.strip_prefix('r').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit())) {
            let label = format!("r-{}", self.code("recipient", id));
            self.back.insert(label.clone(), id.to_owned());
            self.recipients.insert(id.to_owned(), label);
        }
    }

    fn learn(&mut self, name: &str) {
        for word in normalise::fold(name).split(|c: char| !c.is_alphabetic()) {
            if word.chars().count() >= 3 && !COMMON.contains(&word) {
                self.tokens.insert(word.to_owned());
            }
        }
    }

    fn code(&self, what: &str, value: &str) -> String {
        let mut hasher = Sha256::new();
        hasher.update(self.salt);
        hasher.update(what.as_bytes());
        hasher.update([0]);
        hasher.update(value.as_bytes());
        hasher.finalize().iter().take(6).map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect()
    }

    /// The language the labels are in.
    pub fn language(&self) -> Language {
        self.masked_language
    }

    /// The label of a value; none of an empty one.
    pub fn label(&self, kind: Kind, value: &str) -> String {
        let value = value.trim();
        if value.is_empty() {
            return String::new();
        }
        let key = match kind {
            Kind::Email => normalise::email(value).map_or_else(|| normalise::fold(value), |email| email.key),
            Kind::Phone => normalise::phone(value).unwrap_or_else(|| normalise::fold(value)),
            _ => normalise::fold(value),
        };
        if matches!(kind, Kind::Name)
            && let Some(known) = self.folded.get(&key)
        {
            return known.clone();
        }
        format!("{} {}", self.prefixes[kind as usize], self.code(kind.text_id(), &key))
    }

    /// The id a recipient is shown under.
    pub fn recipient(&self, id: &RecipientId) -> RecipientId {
        self.recipients.get(id.as_str()).map_or_else(|| id.clone(), |label| label.as_str().into())
    }

    /// The name a person of the roster is shown under.
    pub fn person(&self, id: &PersonId) -> PersonId {
        self.people.get(id.as_str()).map_or_else(|| self.label(Kind::Name, id.as_str()).into(), |label| label.as_str().into())
    }

    /// What a whole text is if it is an id: of a person of the roster, or of a recipient.
    pub fn whole(&self, text: &str) -> Option<&str> {
        self.people.get(text).or_else(|| self.recipients.get(text)).map(String::as_str)
    }

    /// Whether a text is the id of a source or a campaign.
    pub fn is_kept(&self, text: &str) -> bool {
        self.kept.contains(text)
    }

    /// The id behind a label; the text itself if it is none.
    pub fn unmasked<'a>(&'a self, label: &'a str) -> &'a str {
        self.back.get(label).map_or(label, String::as_str)
    }

    /// The label of a cell of a source, by what its column holds. What does not name anybody (towns, days) stays.
    pub fn cell(&self, snapshot: &Snapshot, column: usize, value: &str) -> String {
        let name = snapshot.columns.get(column).map(String::as_str).unwrap_or_default();
        let fields: Vec<Field> = snapshot.mapping.0.iter().filter(|(_, it)| it.as_str() == name).map(|(field, _)| *field).collect();
        let kind = match fields.first() {
            Some(Field::Name) => Kind::Name,
            Some(Field::FirstName) => Kind::FirstName,
            Some(Field::LastName) => Kind::LastName,
            Some(Field::Email) => Kind::Email,
            Some(Field::Phone) => Kind::Phone,
            Some(Field::StreetNumber | Field::Street | Field::AddressExtra) => Kind::Address,
            Some(Field::BirthDate) => Kind::Birth,
            Some(Field::Civility | Field::Postcode | Field::City | Field::Country | Field::Joined | Field::Left) => return value.to_owned(),
            Some(Field::Identifier | Field::RecipientId | Field::RecordId) => Kind::Identifier,
            // Columns nobody has read may hold anything.
            Some(_) | None => Kind::Value,
        };
        self.label(kind, value)
    }

    /// What the case is called: a title often names who complained. None if it has none.
    pub fn title(&self) -> &str {
        if self.title.0.is_empty() { "" } else { &self.title.1 }
    }

    /// What a piece of evidence is called: its number, and what kind of file it is.
    pub fn evidence(&self, id: EvidenceId, name: &str) -> String {
        format!("{} E{id}{}", self.evidence, ending(name))
    }

    /// What a file is called of which only the name is known.
    pub fn file(&self, name: &str) -> String {
        self.files.get(name).cloned().unwrap_or_else(|| format!("{}{}", self.label(Kind::Value, name), ending(name)))
    }

    /// Text that may speak of the case and its files by name, scrubbed of both and of everybody.
    pub fn told(&self, text: &str) -> String {
        let (title, label) = (self.title.0.as_str(), self.title.1.as_str());
        if text.trim() == title && !title.is_empty() {
            return label.to_owned();
        }
        // A title of a letter or two would be found inside any word.
        let mut text = if title.chars().count() > 3 { text.replace(title, label) } else { text.to_owned() };
        let mut known: Vec<_> = self.files.iter().filter(|(name, _)| name.chars().count() > 3 && text.contains(name.as_str())).collect();
        known.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        for (name, label) in known {
            text = text.replace(name.as_str(), label);
        }
        self.scrub(&text)
    }

    /// Running text with every address, number and known name replaced.
    pub fn scrub(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some((before, machine, after)) = next_machine(rest) {
            self.scrub_addresses(before, &mut out);
            out.push_str(&self.label(Kind::Ip, machine));
            rest = after;
        }
        self.scrub_addresses(rest, &mut out);
        out
    }

    fn scrub_addresses(&self, text: &str, out: &mut String) {
        let mut rest = text;
        while let Some((before, address, after)) = next_address(rest) {
            self.scrub_numbers(before, out);
            out.push_str(&self.label(Kind::Email, &address.replace("%40", "@")));
            rest = after;
        }
        self.scrub_numbers(rest, out);
    }

    fn scrub_numbers(&self, text: &str, out: &mut String) {
        let mut rest = text;
        while let Some((before, number, after)) = next_number(rest) {
            self.scrub_names(before, out);
            out.push_str(&self.label(Kind::Phone, number));
            rest = after;
        }
        self.scrub_names(rest, out);
    }

    /// Runs of known words of names, with single spaces, hyphens or apostrophes between them, become one label.
    fn scrub_names(&self, text: &str, out: &mut String) {
        let mut run: Option<(usize, usize)> = None;
        let mut at = 0;
        let mut done = 0;
        while at < text.len() {
            let Some(first) = text[at..].chars().next() else { break };
            if !first.is_alphabetic() {
                at += first.len_utf8();
                continue;
            }
            let end = text[at..].find(|c: char| !c.is_alphabetic()).map_or(text.len(), |length| at + length);
            if self.tokens.contains(&normalise::fold(&text[at..end])) {
                let joins = run.is_some_and(|(_, last)| matches!(&text[last..at], " " | "-" | "'" | "’" | "\u{a0}"));
                run = match run {
                    Some((start, _)) if joins => Some((start, end)),
                    _ => {
                        self.close_run(text, run, &mut done, out);
                        Some((at, end))
                    }
                };
            }
            at = end;
        }
        self.close_run(text, run, &mut done, out);
        out.push_str(&text[done..]);
    }

    fn close_run(&self, text: &str, run: Option<(usize, usize)>, done: &mut usize, out: &mut String) {
        if let Some((start, end)) = run {
            out.push_str(&text[*done..start]);
            out.push_str(&self.label(Kind::Name, &text[start..end]));
            *done = end;
        }
    }
}

/// Endings of file names that tell the kind of a file and never a person.
const ENDINGS: [&str; 16] = ["eml", "mbox", "msg", "xml", "csv", "tsv", "txt", "xlsx", "xls", "ods", "pdf", "html", "json", "zip", "toml", "md"];

/// The ending of a file name with its dot; nothing if it may be part of a name.
fn ending(name: &str) -> String {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).filter(|ending| ENDINGS.contains(&ending.as_str()));
    ending.map(|ending| format!(".{ending}")).unwrap_or_default()
}

/// The first network address of a text, of either kind, with what stands before and after it.
fn next_machine(text: &str) -> Option<(&str, &str, &str)> {
    let cut = |from: usize, to: usize| Some((&text[..from], &text[from..to], &text[to..]));
    if text.bytes().filter(|byte| *byte == b'.').count() < 3 && text.bytes().filter(|byte| *byte == b':').count() < 2 {
        return None;
    }
    let is_part = |c: char| c.is_ascii_hexdigit() || matches!(c, '.' | ':');
    let mut from = 0;
    loop {
        let start = from + text[from..].find(is_part)?;
        let end = text[start..].find(|c| !is_part(c)).map_or(text.len(), |length| start + length);
        let run = text[start..end].trim_end_matches('.');
        // Shorter ones (`::1`) lead to nobody.
        if run.len() > 5 && run.parse::<Ipv6Addr>().is_ok() {
            return cut(start, start + run.len());
        }
        let mut at = start;
        // A port may follow.
        for part in text[start..end].split(':') {
            let trimmed = part.trim_matches('.');
            if trimmed.parse::<Ipv4Addr>().is_ok() {
                let first = at + part.len() - part.trim_start_matches('.').len();
                return cut(first, first + trimmed.len());
            }
            at += part.len() + 1;
        }
        from = end;
    }
}

/// The first e-mail address of a text, with what stands before and after it. `%40` in a link counts as `@`.
fn next_address(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let (at, width) = match (text[from..].find('@'), text[from..].find("%40")) {
            (Some(a), Some(b)) if b < a => (from + b, 3),
            (Some(a), _) => (from + a, 1),
            (None, Some(b)) => (from + b, 3),
            (None, None) => return None,
        };
        let is_local = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '+' | '-' | '\'');
        let is_domain = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-');
        let start = text[..at].char_indices().rev().take_while(|(_, c)| is_local(*c)).last().map_or(at, |(start, _)| start);
        let end = text[at + width..].find(|c: char| !is_domain(c)).map_or(text.len(), |length| at + width + length);
        if start < at && end > at + width {
            return Some((&text[..start], &text[start..end], &text[end..]));
        }
        from = at + width;
    }
}

/// The first telephone number of a text: nine to fifteen digits that begin with `+` or 0, with spaces, dots or hyphens between them.
fn next_number(text: &str) -> Option<(&str, &str, &str)> {
    let mut before: Option<char> = None;
    for (start, c) in text.char_indices() {
        let may_begin = (c == '+' || c == '0') && !before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '/' | ':' | ',' | '+'));
        before = Some(c);
        if !may_begin {
            continue;
        }
        let (mut digits, mut end) = (0, start);
        let mut last_was_digit = true;
        for (at, c) in text[start..].char_indices() {
            if c.is_ascii_digit() {
                digits += 1;
                end = start + at + 1;
                last_was_digit = true;
            } else if (c == '+' && at == 0) || (last_was_digit && matches!(c, ' ' | '.' | '-' | '\u{a0}' | '\u{202f}')) {
                last_was_digit = c == '+';
            } else {
                break;
            }
        }
        if (9..=15).contains(&digits) {
            return Some((&text[..start], &text[start..end], &text[end..]));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Identity, Post};

    fn mask() -> Mask {
        let mut contents = Contents::default();
        let identity = Identity { first_name: "Noémie".to_owned(), last_name: "Laborsart".to_owned(), ..Identity::default() };
        let recipient = serde_json::json!({
            "id": "r1", "import": 1, "evidence": 1, "row": 0, "campaign": "c", "identity": identity, "received": true, "sent_on": null,
            "sent_at": null, "rendered_name": "", "found_by": "open-call", "sigma": null
        });
        contents.recipients.push(serde_json::from_value(recipient).unwrap());
        let post = serde_json::json!({
            "id": 1, "import": 1, "evidence": null, "row": 0, "person": "Armand Vesperin", "post": "", "body": "", "source": null, "from": null,
            "to": null, "certainty": "certain", "proof": "", "proof_date": null
        });
        contents.posts.push(serde_json::from_value::<Post>(post).unwrap());
        Mask::new(&contents, [7; 32], &Words::new(Language::Fr))
    }

    #[test]
    fn names_addresses_and_numbers_are_found_in_running_text() {
        let mask = mask();
        let text = "Chère Noémie LABORSART, écrivez à n.laborsart@post.example ou au 06 39 98 12 34 avant le 08/09/2010 (n° 2010-4).";
        let scrubbed = mask.scrub(text);
        for hidden in ["Noémie", "LABORSART", "laborsart", "post.example", "39 98"] {
            assert!(!scrubbed.contains(hidden), "{scrubbed}");
        }
        assert!(scrubbed.starts_with("Chère ") && scrubbed.ends_with("avant le 08/09/2010 (n° 2010-4)."), "{scrubbed}");
    }

    #[test]
    fn the_same_person_has_the_same_label_however_it_is_written() {
        let mask = mask();
        assert_eq!(mask.scrub("noemie laborsart"), mask.scrub("Noémie Laborsart"));
        assert_eq!(mask.label(Kind::Phone, "06 39 98 12 34"), mask.label(Kind::Phone, "+33639981234"));
        assert_eq!(mask.scrub("par M. Armand VESPERIN"), format!("par M. {}", mask.person(&"Armand Vesperin".into())));
        assert_ne!(mask.label(Kind::Email, "a@x.example"), mask.label(Kind::Email, "b@x.example"));
    }

    #[test]
    fn a_label_leads_back_to_the_person_and_other_texts_stay() {
        let mask = mask();
        let label = mask.person(&"Armand Vesperin".into());
        assert_eq!(mask.unmasked(label.as_str()), "Armand Vesperin");
        assert_eq!(
            mask.scrub("Fichier des adhérents, 4034 lignes, 2010-05-14T10:00:00Z"),
            "Fichier des adhérents, 4034 lignes, 2010-05-14T10:00:00Z"
        );
    }

    #[test]
    fn machines_are_found_and_times_versions_and_names_in_code_are_not() {
        let mask = mask();
        let text = "from relay.example ([203.0.113.7]:25) by mx (IPv6:2001:db8::7:1) at 10:00:00, version 1.2.3, std::fmt. 198.51.100.9.";
        let scrubbed = mask.scrub(text);
        for hidden in ["203.0", "113.7", "2001:db8", "198.51"] {
            assert!(!scrubbed.contains(hidden), "{scrubbed}");
        }
        assert!(scrubbed.contains("]:25)") && scrubbed.contains("at 10:00:00, version 1.2.3, std::fmt. ") && scrubbed.ends_with('.'), "{scrubbed}");
        assert_eq!(mask.scrub("203.0.113.7"), mask.label(Kind::Ip, "203.0.113.7"));
    }

    #[test]
    fn files_keep_the_ending_that_names_nobody() {
        let mask = mask();
        assert_eq!(mask.evidence(EvidenceId(58), "Plainte Solveig Brandurel.EML"), "Pièce E58.eml");
        assert_eq!(mask.evidence(EvidenceId(58), "solveig.brandurel"), "Pièce E58");
        assert!(
            std::path::Path::new(&mask.file("brandurel.csv")).extension().is_some_and(|ending| ending == "csv")
                && !mask.file("brandurel.csv").contains("brandurel")
        );
    }

    #[test]
    fn an_address_inside_a_link_is_found() {
        let scrubbed = mask().scrub("https://x.example/stop?m=ana.b%40post.example&c=3");
        assert!(!scrubbed.contains("ana.b") && scrubbed.starts_with("https://x.example/stop?m=") && scrubbed.ends_with("&c=3"), "{scrubbed}");
    }
}
