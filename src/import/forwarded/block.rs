//! The lines a mail program puts above a message it forwards or shows: `De :`, `Envoyé :`, `À :`, `Objet :`, in French and English.

use crate::import::mapping::plain;

/// Lines in which a block is looked for.
const WITHIN: usize = 400;
/// Lines a block may have, with those its values run on to.
const LONGEST: usize = 40;

/// What stands in the lines above a message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Block {
    /// Sender as written.
    pub from: String,
    /// Whom it is addressed to.
    pub to: String,
    /// Copies.
    pub cc: String,
    /// When it was sent, as written.
    pub date: String,
    /// What it is about.
    pub subject: String,
    /// The line the block begins in, from 1.
    pub line: u64,
    /// Whether its date has a label no header of transport has: `Sent:`, `Envoyé :`.
    pub is_for_reading: bool,
    /// Whether something stands above it.
    pub has_more_above: bool,
    /// The text of the message.
    pub body: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Label {
    From,
    To,
    Cc,
    Date,
    Sent,
    Subject,
}

/// The first block of a text; `None` if none has a sender, a date, and a receiver or a subject.
pub(super) fn find(text: &str) -> Option<Block> {
    let lines: Vec<&str> = text.lines().collect();
    (0..lines.len().min(WITHIN)).find_map(|at| block_at(&lines, at))
}

fn block_at(lines: &[&str], start: usize) -> Option<Block> {
    let (label, value) = labelled(lines[start])?;
    // What begins with the subject is as often a letter; a mail program begins with one of these.
    if label == Label::Cc {
        return None;
    }
    let mut block = Block::default();
    let mut current = label;
    put(&mut block, label, value)?;
    let mut end = start + 1;
    for line in lines.iter().skip(start + 1).take(LONGEST) {
        if bare(line).is_empty() {
            break;
        }
        match labelled(line) {
            Some((label, value)) => {
                put(&mut block, label, value)?;
                current = label;
            }
            // A long list of receivers runs on; any other line is the message itself.
            None if matches!(current, Label::To | Label::Cc) && line.contains('@') => {
                let value = if current == Label::To { &mut block.to } else { &mut block.cc };
                value.push(' ');
                value.push_str(bare(line));
            }
            None => break,
        }
        end += 1;
    }
    let is_one = !block.from.is_empty() && !block.date.is_empty() && (!block.to.is_empty() || !block.subject.is_empty());
    if !is_one {
        return None;
    }
    block.line = start as u64 + 1;
    block.has_more_above = lines[..start].iter().any(|line| line.chars().any(char::is_alphanumeric) && !is_mark(line));
    let body: Vec<&str> = lines[end..].iter().skip_while(|line| bare(line).is_empty()).map(|line| line.trim_end()).collect();
    block.body.push_str(body.join("\n").trim_end());
    Some(block)
}

/// A label that comes twice is no block.
fn put(block: &mut Block, label: Label, value: &str) -> Option<()> {
    let place = match label {
        Label::From => &mut block.from,
        Label::To => &mut block.to,
        Label::Cc => &mut block.cc,
        Label::Date | Label::Sent => &mut block.date,
        Label::Subject => &mut block.subject,
    };
    if !place.is_empty() {
        return None;
    }
    *place = value.into();
    block.is_for_reading |= label == Label::Sent;
    Some(())
}

/// The label of a line and what follows it: `*De :* Ville <a@x.example>`.
fn labelled(line: &str) -> Option<(Label, &str)> {
    let (name, value) = bare(line).split_once(':')?;
    if name.len() > 24 {
        return None;
    }
    let label = match plain(name.trim_matches('*')).as_str() {
        "de" | "from" | "expediteur" => Label::From,
        "a" | "to" | "pour" | "destinataire" | "destinataires" => Label::To,
        "cc" | "copie" | "copie a" => Label::Cc,
        "date" => Label::Date,
        "envoye" | "envoye le" | "sent" | "date d envoi" => Label::Sent,
        "objet" | "sujet" | "subject" => Label::Subject,
        _ => return None,
    };
    Some((label, value.trim_matches(|c: char| c.is_whitespace() || c == '*')))
}

/// Without blanks around it and marks of quoting in front of it.
fn bare(line: &str) -> &str {
    line.trim_end().trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '>' | '|' | '\u{feff}' | '\u{200e}'))
}

/// A line that only says that a message follows: « ---------- Message transféré --------- ».
fn is_mark(line: &str) -> bool {
    let name = plain(line);
    ["message", "forwarded message", "begin forwarded message", "debut du message", "original message"].iter().any(|mark| name.starts_with(mark))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GMAIL: &str = "Regarde ce que j'ai reçu !\n\n---------- Forwarded message ---------\nDe : Ville de Valmont <maire@valmont.example>\n\
                         Date: lun. 3 sept. 2018 à 08:12\nSubject: Votre logement\nTo: <ada@poste.example>\n\n\nMadame,\n\nvotre immeuble…\n";
    const OUTLOOK: &str = "> *De :* Ville de Valmont [mailto:maire@valmont.example]\n> *Envoyé :* lundi 3 septembre 2018 08:12\n> *À :* Ada;\n\
                           > bo@poste.example\n> *Objet :* Votre logement\n>\n> Madame,\n";

    #[test]
    fn the_lines_of_mail_programs_are_read_and_what_stands_above_them_is_told() {
        let block = find(GMAIL).unwrap();
        assert_eq!(block.from, "Ville de Valmont <maire@valmont.example>");
        assert_eq!((block.date.as_str(), block.subject.as_str()), ("lun. 3 sept. 2018 à 08:12", "Votre logement"));
        assert_eq!((block.to.as_str(), block.line, block.has_more_above), ("<ada@poste.example>", 4, true));
        assert_eq!(block.body, "Madame,\n\nvotre immeuble…");
        let block = find(OUTLOOK).unwrap();
        assert_eq!((block.to.as_str(), block.date.as_str()), ("Ada; bo@poste.example", "lundi 3 septembre 2018 08:12"));
        assert!(!block.has_more_above);
    }

    #[test]
    fn a_letter_is_not_taken_for_one() {
        for text in [
            "Date : 4 mai 2018\nObjet : votre loyer\n\nMadame,",
            "De : la mairie\nÀ : tous les habitants\n\nBonjour",
            "Valmont, le 3 mai\nÀ : Ada Vance\nObjet : x\n",
            "",
        ] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
