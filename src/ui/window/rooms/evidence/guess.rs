//! What a file or a text on the desk probably is. Only proposals: the user sees and changes them.

use crate::import::Recipients;
use crate::model::ImportKind;
use crate::normalise;
use std::path::Path;

/// Addresses and numbers, or else the path of a table of them.
pub(super) fn whom(text: &str) -> Recipients {
    let listed: Vec<String> = text.split([',', ';', '\n']).map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned).collect();
    let is_one = |one: &String| normalise::email(one).is_some() || normalise::phone(one).is_some();
    if listed.iter().all(is_one) { Recipients::Listed(listed) } else { Recipients::Table(text.into()) }
}

/// Whether a text is rows of a spreadsheet: its lines have tabs, and all as many.
pub(super) fn is_table(text: &str) -> bool {
    let mut tabs = text.lines().filter(|line| !line.trim().is_empty()).take(20).map(|line| line.matches('\t').count());
    let first = tabs.next().unwrap_or(0);
    let (mut rest, mut has_more) = (tabs, false);
    first > 0
        && rest.all(|count| {
            has_more = true;
            count == first
        })
        && has_more
}

/// What a file probably is, by its name. Only a proposal: the user sees and changes it.
pub(super) fn guess(path: &Path) -> ImportKind {
    let name = path.file_name().map(|name| name.to_string_lossy().to_lowercase()).unwrap_or_default();
    let extension = path.extension().map(|extension| extension.to_string_lossy().to_lowercase()).unwrap_or_default();
    if matches!(extension.as_str(), "eml" | "mbox" | "mbx" | "xml" | "pdf" | "txt" | "html" | "htm" | "docx" | "odt") {
        return ImportKind::Messages;
    }
    let says = |words: &[&str]| words.iter().any(|word| name.contains(word));
    if says(&["roster", "poste", "post", "organigramme", "annuaire", "fonction", "mandat"]) {
        ImportKind::Roster
    } else if says(&["statement", "declaration", "déclaration", "attestation"]) {
        ImportKind::Statements
    } else if says(&["journal", "access", "acces", "accès", "log", "export-log"]) {
        ImportKind::AccessLog
    } else if says(&["event", "evenement", "événement", "chrono", "calendrier"]) {
        ImportKind::Events
    } else if says(&["recipient", "destinataire", "temoin", "témoin", "control", "contrôle", "reponse", "réponse"]) {
        ImportKind::Recipients
    } else {
        ImportKind::Source
    }
}

/// `adherents-2010-05-14` is a state of `adherents` on that day.
pub(super) fn source_and_day(stem: &str) -> (String, String) {
    for length in [10, 7, 4] {
        let Some(at) = stem.len().checked_sub(length).filter(|&at| stem.is_char_boundary(at)) else { continue };
        let (name, day) = stem.split_at(at);
        let is_day = day.chars().enumerate().all(|(i, c)| if i == 4 || i == 7 { c == '-' } else { c.is_ascii_digit() });
        if is_day && name.ends_with(['-', '_', ' ']) {
            return (name.trim_end_matches(['-', '_', ' ']).to_owned(), day.to_owned());
        }
    }
    (stem.to_owned(), String::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_proposes_what_the_file_is() {
        for (name, kind) in [
            ("message.eml", ImportKind::Messages),
            ("sauvegarde-sms.xml", ImportKind::Messages),
            ("adherents-2010-05-14.csv", ImportKind::Source),
            ("postes.csv", ImportKind::Roster),
            ("journal-acces.csv", ImportKind::AccessLog),
            ("destinataires.xlsx", ImportKind::Recipients),
            ("declarations.csv", ImportKind::Statements),
            ("evenements.csv", ImportKind::Events),
        ] {
            assert_eq!(guess(Path::new(name)), kind, "{name}");
        }
    }

    #[test]
    fn receivers_are_typed_or_stand_in_a_table() {
        assert_eq!(whom("06 39 98 00 12; ada@valmont.example"), Recipients::Listed(vec!["06 39 98 00 12".into(), "ada@valmont.example".into()]));
        assert_eq!(whom("listes/a.csv"), Recipients::Table("listes/a.csv".into()));
    }

    #[test]
    fn a_dated_file_name_proposes_source_and_day() {
        assert_eq!(source_and_day("adherents-2010-05-14"), ("adherents".into(), "2010-05-14".into()));
        assert_eq!(source_and_day("abonnés_2012"), ("abonnés".into(), "2012".into()));
        assert_eq!(source_and_day("abonnés"), ("abonnés".into(), String::new()));
    }
}
