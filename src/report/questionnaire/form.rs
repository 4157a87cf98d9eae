//! The questionnaire of one person as Markdown that reads as plain text too, to be printed or sent.

use super::{Questionnaire, contact, file_name, person};
use crate::args;
use crate::model::Recipient;
use crate::words::Words;

/// The form of one person of the questionnaire.
pub fn form(questionnaire: &Questionnaire<'_>, recipient: &Recipient, words: &Words) -> String {
    let say = |id: &str| words.text(&format!("questions-form-{id}"));
    let mut lines = vec![
        format!("# {}", say("title")),
        String::new(),
        words.text_with("questions-form-reference", &args! { "reference" => plain(recipient.id.as_str()) }),
    ];
    let name = person(recipient);
    if !name.is_empty() {
        lines.push(String::new());
        lines.push(words.text_with("questions-form-person", &args! { "person" => plain(&name) }));
    }
    let contact = contact(recipient);
    if !contact.is_empty() {
        lines.push(String::new());
        lines.push(words.text_with("questions-form-contact", &args! { "contact" => plain(&contact) }));
    }
    lines.extend([String::new(), say("intro"), String::new(), format!("## 1. {}", say("ask")), String::new()]);
    for source in &questionnaire.files {
        lines.push(format!("- [ ] {}  ", plain(&file_name(source))));
        lines.push(format!("  {}", say("when")));
    }
    lines.push(format!("- [ ] {}", words.text("questions-none")));
    lines.push(format!("- [ ] {}", words.text("questions-unknown")));
    lines.extend([String::new(), format!("## 2. {}", say("else")), String::new()]);
    for answer in ["else-nobody", "else-others", "else-unknown"] {
        lines.push(format!("- [ ] {}", say(answer)));
    }
    lines.extend([String::new(), format!("## 3. {}", say("remark")), String::new(), "…".repeat(30), String::new(), say("sign"), String::new()]);
    lines.join("\n")
}

/// On one line, and without what Markdown would take for markup.
fn plain(text: &str) -> String {
    let one_line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(one_line.len());
    for character in one_line.chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            out.push('\\');
        }
        out.push(character);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn a_name_cannot_change_the_form() {
        assert_eq!(plain("Jeanne\n## <b>Oui</b>"), "Jeanne \\#\\# \\<b\\>Oui\\</b\\>");
        assert_eq!(plain("anne.lise@poste.test"), "anne.lise@poste.test");
    }
}
