//! What a message says, apart from how it travelled: the comparable text, and the words a person would compare.
//!
//! Replies quoted below, signatures of mail programs and lines about unsubscribing are left out, and a forwarded message is read as what was forwarded.
//! Links, numbers and senders are not words; see [`super::features`].

use super::features;
use crate::model::Message;
use crate::normalise::{fold, words};

/// Words of a message that are compared; no campaign message comes near.
const WORDS_READ: usize = 4_000;
/// Fewer words than this outside a quotation are no text of their own.
const OWN_WORDS: usize = 5;
/// A line about unsubscribing with more words than this holds more than that.
const FOOTER_WORDS: usize = 40;

/// Lines that mail programs put above a forwarded or answered text. Folded.
const MARKS: [&str; 10] = [
    "forwarded message",
    "message transfere",
    "message original",
    "message d origine",
    "original message",
    "debut du message reexpedie",
    "debut du message transfere",
    "begin forwarded message",
    "message suivi",
    "mail transfere",
];

/// How a line of the header above a forwarded text begins. Folded, without the colon.
const HEADER_NAMES: [&str; 18] = [
    "de",
    "from",
    "date",
    "envoye",
    "envoye le",
    "sent",
    "a",
    "to",
    "cc",
    "objet",
    "sujet",
    "subject",
    "reply to",
    "repondre a",
    "pour",
    "copie a",
    "copie",
    "expediteur",
];

/// Lines that programs and platforms add. Folded; anywhere in the line.
const ADDED: [&str; 16] = [
    "envoye de mon ",
    "envoye depuis ",
    "sent from my ",
    "telecharger outlook",
    "get outlook for",
    "provenance : courrier",
    "desinscri",
    "desabonn",
    "unsubscribe",
    "ne souhaitez plus recevoir",
    "ne plus recevoir",
    "no longer wish to receive",
    "version en ligne",
    "dans votre navigateur",
    "in your browser",
    "informatique et libertes",
];

/// The comparable text of a message: the words of its body, then those of its subject, folded, with single spaces between them. Empty if it has none.
pub fn comparable(message: &Message) -> String {
    let body = without_addresses(&own_text(&message.text, &message.subject));
    let subject = without_addresses(bare_subject(&message.subject));
    let mut text = String::with_capacity(body.len());
    for word in words(&body).iter().chain(&words(&subject)).take(WORDS_READ) {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

/// What the sender of a campaign wrote: without answers quoted below, what programs add, and the frame of a forward.
pub fn own_text(text: &str, subject: &str) -> String {
    let forwarded = forwarded_part(text, subject);
    let lines = forwarded.unwrap_or_else(|| text.lines().collect());
    let own = without_quotation(&lines);
    let mut kept: Vec<&str> = Vec::new();
    for line in own {
        // The mark between a text and its signature, unless nothing stands above it.
        if matches!(line.trim_end(), "--" | "—") && count_words(&kept) >= OWN_WORDS {
            break;
        }
        if !is_added(line) {
            kept.push(line);
        }
    }
    kept.join("\n").trim().to_owned()
}

/// The subject without `Re:`, `TR :`, `Fwd:`…
pub fn bare_subject(subject: &str) -> &str {
    let mut rest = subject.trim();
    while let Some((before, after)) = rest.split_once(':') {
        if !matches!(fold(before).as_str(), "re" | "r" | "tr" | "fw" | "fwd" | "wg" | "aw" | "rv") {
            break;
        }
        rest = after.trim();
    }
    rest
}

/// The lines below the mark of a forward; `None` if nothing was forwarded, or if it is an answer.
fn forwarded_part<'t>(text: &'t str, subject: &str) -> Option<Vec<&'t str>> {
    let lines: Vec<&str> = text.lines().collect();
    let mark = lines.iter().position(|line| line.len() < 160 && is_mark(line))?;
    let is_answer = fold(subject).starts_with("re:") || fold(subject).starts_with("re :");
    if is_answer && count_words(&lines[..mark]) >= OWN_WORDS {
        return Some(lines[..mark].to_vec());
    }
    let below = &lines[mark + 1..];
    let head = below.iter().take_while(|line| line.trim().is_empty() || is_header(line)).count();
    (count_words(&below[head..]) > 0).then(|| below[head..].to_vec())
}

fn is_mark(line: &str) -> bool {
    let line = line.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '_' | '*' | '>' | ':'));
    // Prose may hold the same words; a mark stands nearly alone.
    line.split_whitespace().count() <= 8 && MARKS.iter().any(|mark| fold(line).starts_with(mark))
}

fn is_header(line: &str) -> bool {
    let line = line.trim_start_matches(['>', ' ', '*']);
    line.split_once(':').is_some_and(|(name, _)| HEADER_NAMES.contains(&fold(name.trim_end_matches('*')).as_str()))
}

/// Lines of the message itself; if there are hardly any, what it quotes.
fn without_quotation<'t>(lines: &[&'t str]) -> Vec<&'t str> {
    let mut own: Vec<&str> = Vec::new();
    for line in lines {
        if line.trim_start().starts_with('>') {
            continue;
        }
        if introduces_quotation(line) && lines.iter().any(|line| line.trim_start().starts_with('>')) {
            continue;
        }
        own.push(line);
    }
    if count_words(&own) >= OWN_WORDS || own.len() == lines.len() {
        return own;
    }
    lines.iter().map(|line| line.trim_start_matches(['>', ' '])).collect()
}

/// « Le 3 mars, X a écrit : », "On 3 March X wrote:".
fn introduces_quotation(line: &str) -> bool {
    let line = line.trim_end();
    line.len() < 240 && line.ends_with(':') && {
        let folded = fold(line);
        folded.contains("a ecrit") || folded.contains("wrote")
    }
}

fn is_added(line: &str) -> bool {
    let folded = fold(line);
    folded.split(' ').count() <= FOOTER_WORDS && ADDED.iter().any(|added| folded.contains(added))
}

fn count_words(lines: &[&str]) -> usize {
    lines.iter().map(|line| line.split_whitespace().count()).sum()
}

/// The text without links and e-mail addresses: they differ from copy to copy where the words do not.
fn without_addresses(text: &str) -> String {
    text.split_whitespace().filter(|word| !features::is_address(word)).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn message(subject: &str, text: &str) -> Message {
        Message { subject: subject.to_owned(), text: text.to_owned(), ..Message::default() }
    }

    #[test]
    fn the_body_comes_before_the_subject_and_both_are_folded() {
        assert_eq!(comparable(&message("Fête d’été", "Chers amis,\nvenez à Valmont !")), "chers amis venez a valmont fete d ete");
        assert_eq!(comparable(&message("TR : Re: Fête", "")), "fete");
        assert_eq!(comparable(&message("", "")), "");
    }

    #[test]
    fn links_and_addresses_are_no_words() {
        let text = "Votez sur https://valmont.example/v?x=1 ou <https://t.example/a> avant mardi, contact@valmont.example vous répond";
        assert_eq!(comparable(&message("", text)), "votez sur ou avant mardi vous repond");
    }

    #[test]
    fn a_forward_is_what_was_forwarded() {
        let text = "Regarde ça\n\n---------- Message transféré ---------\nDe : Cercle <c@cercle.example>\nDate : mardi\nObjet : Réunion\nÀ : moi\n\nChers amis,\nvenez nombreux.\n";
        assert_eq!(own_text(text, "TR : Réunion"), "Chers amis,\nvenez nombreux.");
        let quoted = "> Chers amis,\n> venez nombreux à la réunion.\n";
        assert_eq!(own_text(quoted, ""), "Chers amis,\nvenez nombreux à la réunion.");
    }

    #[test]
    fn an_answer_is_what_was_answered() {
        let text = "Merci de me dire d’où vient mon adresse.\n\nLe 3 mars 2011, Cercle a écrit :\n> Chers amis,\n> venez nombreux.";
        assert_eq!(own_text(text, "Re: Réunion"), "Merci de me dire d’où vient mon adresse.");
    }

    #[test]
    fn signatures_of_programs_and_footers_are_left_out() {
        let text = "Chers amis, venez nombreux mardi soir.\nPour vous désinscrire, cliquez ici\nEnvoyé de mon iPhone\n-- \nCercle Horizon";
        assert_eq!(own_text(text, ""), "Chers amis, venez nombreux mardi soir.");
        assert_eq!(own_text("-- \nseul", ""), "-- \nseul");
    }

    proptest! {
        #[test]
        fn any_text_can_be_compared(subject in ".{0,30}", text in "(.|\n|>|: ){0,200}") {
            let text = comparable(&message(&subject, &text));
            prop_assert!(!text.starts_with(' ') && !text.ends_with(' ') && !text.contains("  "));
        }
    }
}
