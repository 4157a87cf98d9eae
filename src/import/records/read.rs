//! Set words and numbers as French and English tables write them.

use super::super::mapping::plain;
use crate::model::{AccessAction, Certainty, EventKind, UncertainDay};

/// Yes or no; `None` for anything else.
pub fn yes_no(text: &str) -> Option<bool> {
    if is_tick(text) {
        return Some(true);
    }
    match plain(text).as_str() {
        "oui" | "o" | "vrai" | "1" | "true" | "yes" | "y" | "t" => Some(true),
        "non" | "n" | "faux" | "0" | "false" | "no" | "f" => Some(false),
        _ => None,
    }
}

/// What somebody answers who was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reply {
    /// Yes, or a tick.
    Yes,
    /// No.
    No,
    /// They do not know.
    Unknown,
}

/// Yes, no or do not know; `None` for anything else.
pub fn reply(text: &str) -> Option<Reply> {
    if let Some(is_yes) = yes_no(text) {
        return Some(if is_yes { Reply::Yes } else { Reply::No });
    }
    match plain(text).as_str() {
        "ne sait pas" | "ne sais pas" | "je ne sais pas" | "nsp" | "sais pas" | "inconnu" | "do not know" | "i do not know" | "don t know"
        | "i don t know" | "dk" | "unknown" => Some(Reply::Unknown),
        _ if text.trim() == "?" => Some(Reply::Unknown),
        _ => None,
    }
}

/// A mark in a list where a blank means no.
pub fn is_tick(text: &str) -> bool {
    matches!(text.trim(), "x" | "X" | "✓" | "✔" | "☑")
}

/// Whether an access is stated or likely.
pub fn certainty(text: &str) -> Option<Certainty> {
    match plain(text).as_str() {
        "certain" | "certaine" | "sur" | "sure" | "etabli" | "etablie" | "atteste" | "attestee" | "stated" | "established" => {
            Some(Certainty::Certain)
        }
        "possible" | "probable" | "vraisemblable" | "suppose" | "supposee" | "incertain" | "incertaine" | "likely" | "uncertain" => {
            Some(Certainty::Possible)
        }
        _ => None,
    }
}

/// What somebody did with a file. The first word decides: « Export CSV », « consultation de la fiche ».
pub fn action(text: &str) -> Option<AccessAction> {
    let plain = plain(text);
    plain.split(' ').find_map(|word| match word {
        "consultation" | "consulte" | "consultee" | "consulter" | "lecture" | "lu" | "vu" | "vue" | "visualisation" | "ouverture" | "ouvert"
        | "affichage" | "view" | "viewed" | "read" | "open" | "opened" | "access" | "accessed" => Some(AccessAction::View),
        "export" | "exporte" | "exportee" | "exportation" | "exporter" | "exported" | "extraction" | "extrait" | "extract" | "extracted"
        | "telechargement" | "telecharge" | "download" | "downloaded" | "copie" | "copy" | "copied" | "impression" | "imprime" | "print"
        | "printed" => Some(AccessAction::Export),
        "envoi" | "envoye" | "envoyee" | "envoyer" | "expedition" | "expedie" | "send" | "sent" | "mailed" | "emailed" => Some(AccessAction::Send),
        "transmission" | "transmis" | "transmise" | "transmettre" | "transfert" | "transfere" | "remise" | "remis" | "cession" | "cede"
        | "transfer" | "transferred" | "handover" => Some(AccessAction::Transfer),
        _ => None,
    })
}

/// What a dated event is. The first word that says it decides: « Demande d'accès », « réponse du parti ».
pub fn event_kind(text: &str) -> Option<EventKind> {
    let plain = plain(text);
    plain.split(' ').find_map(|word| match word {
        "election" | "elections" | "scrutin" | "vote" | "ballot" | "referendum" => Some(EventKind::Election),
        "demande" | "demandes" | "requete" | "request" | "requests" => Some(EventKind::Request),
        "reponse" | "reponses" | "answer" | "answers" | "reply" | "response" => Some(EventKind::Answer),
        "decision" | "decisions" | "sanction" | "jugement" | "deliberation" | "ruling" | "judgment" => Some(EventKind::Decision),
        "autre" | "autres" | "divers" | "other" => Some(EventKind::Other),
        _ => None,
    })
}

/// Whether a text is a day or a span of days.
pub fn is_date(text: &str) -> bool {
    text.trim().parse::<UncertainDay>().is_ok()
}

/// Whether a text in the place of an end says that there is none yet.
pub fn is_ongoing(text: &str) -> bool {
    matches!(
        plain(text).as_str(),
        "en cours"
            | "a ce jour"
            | "actuel"
            | "actuelle"
            | "actuellement"
            | "present"
            | "aujourd hui"
            | "en poste"
            | "en fonction"
            | "ongoing"
            | "current"
            | "today"
            | "to date"
    )
}

/// A number with a decimal comma or point, spaces between thousands, and perhaps a per cent sign (then divided by 100).
pub fn decimal(text: &str) -> Option<f64> {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let (digits, scale) = compact.strip_suffix('%').map_or((compact.as_str(), 1.0), |rest| (rest, 100.0));
    let pointed = match (digits.rfind(','), digits.rfind('.')) {
        // 1.234,5: the comma is the decimal sign, the points part thousands.
        (Some(comma), Some(point)) if comma > point => digits.replace('.', "").replace(',', "."),
        (Some(_), Some(_)) => digits.replace(',', ""),
        (Some(_), None) => digits.replace(',', "."),
        _ => digits.to_owned(),
    };
    let is_plain = !pointed.is_empty() && pointed.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b'-' | b'+'));
    if !is_plain {
        return None;
    }
    pointed.parse::<f64>().ok().map(|value| value / scale).filter(|value| value.is_finite())
}

/// A count: a whole number, perhaps with spaces between thousands.
pub fn count(text: &str) -> Option<u64> {
    let compact: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let whole = compact.strip_suffix(".0").unwrap_or(&compact);
    (!whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit())).then(|| whole.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn yes_and_no_are_read_in_both_languages() {
        for text in ["oui", "Oui", "VRAI", "x", "X", "1", "true", "yes"] {
            assert_eq!(yes_no(text), Some(true), "{text}");
        }
        for text in ["non", "Faux", "0", "false", "no"] {
            assert_eq!(yes_no(text), Some(false), "{text}");
        }
        assert_eq!(yes_no("peut-être"), None);
        assert_eq!(yes_no(""), None);
    }

    #[test]
    fn set_words_are_read_in_both_languages() {
        assert_eq!(action("Consultation"), Some(AccessAction::View));
        assert_eq!(action("Export CSV"), Some(AccessAction::Export));
        assert_eq!(action("envoi"), Some(AccessAction::Send));
        assert_eq!(action("Transmission"), Some(AccessAction::Transfer));
        assert_eq!(action("view"), Some(AccessAction::View));
        assert_eq!(action("transfer"), Some(AccessAction::Transfer));
        assert_eq!(action("danse"), None);
        assert_eq!(event_kind("Élection municipale"), Some(EventKind::Election));
        assert_eq!(event_kind("Demande d'accès"), Some(EventKind::Request));
        assert_eq!(event_kind("answer"), Some(EventKind::Answer));
        assert_eq!(event_kind("Décision"), Some(EventKind::Decision));
        assert_eq!(event_kind("autre"), Some(EventKind::Other));
        assert_eq!(certainty("Certain"), Some(Certainty::Certain));
        assert_eq!(certainty("possible"), Some(Certainty::Possible));
        assert_eq!(certainty("bof"), None);
    }

    #[test]
    fn decimals_are_read_with_comma_and_with_point() {
        assert_eq!(decimal("0,9"), Some(0.9));
        assert_eq!(decimal("20.5"), Some(20.5));
        assert_eq!(decimal("90 %"), Some(0.9));
        assert_eq!(decimal("1\u{202F}234,5"), Some(1234.5));
        assert_eq!(decimal("1.234,5"), Some(1234.5));
        assert_eq!(decimal("NaN"), None);
        assert_eq!(decimal("inf"), None);
        assert_eq!(decimal(""), None);
        assert_eq!(count("4 100"), Some(4100));
        assert_eq!(count("-3"), None);
        assert_eq!(count("12.5"), None);
    }
}
