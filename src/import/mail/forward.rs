//! Recognises messages that were forwarded inside a text. Enclosed ones are unwrapped by [`super::read`]; these can only be pointed out.

/// Lines that mail programs put above a forwarded text. Lower case.
const MARKS: &[&str] = &[
    "forwarded message",
    "message transféré",
    "message transfere",
    "message d'origine",
    "message d’origine",
    "message original",
    "original message",
    "début du message réexpédié",
    "début du message transféré",
    "begin forwarded message",
    "message suivi",
    "weitergeleitete nachricht",
];

/// Whether a text holds a forwarded message: a mark on a line of its own, or a subject that says so above a line `De : …`.
pub(super) fn is_inline(subject: &str, text: &str) -> bool {
    let subject = subject.trim().to_lowercase();
    let says_so = ["fwd:", "fw:", "tr:", "tr :", "fwd :", "wg:", "i:"].iter().any(|start| subject.starts_with(start));
    text.lines().take(2000).any(|line| {
        let line = line.trim_matches([' ', '\t', '-', '_', '*', '>', ':', '\u{a0}']);
        line.len() < 120 && {
            let line = line.to_lowercase();
            MARKS.iter().any(|mark| line.starts_with(mark))
                || (says_so && ["de :", "de\u{a0}:", "de:", "from:"].iter().any(|start| line.starts_with(start)))
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forwards_inside_a_text_are_noticed_and_prose_is_not() {
        assert!(is_inline("", "Voici\n\n---------- Forwarded message ---------\nDe : X"));
        assert!(is_inline("", "-------- Message transféré --------\nSujet : Y"));
        assert!(is_inline("TR : Lettre", "\nDe : mairie@ville.example\n"));
        assert!(!is_inline("Lettre", "De : la mairie\nÀ tous"));
        assert!(!is_inline("TR : Lettre", "Bonjour à tous"));
    }
}
