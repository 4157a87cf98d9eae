//! The questionnaire as a table to be filled in: one line per person and file, then "none of these" and "do not know". `import --as statements` reads it
//! back as it is.
//!
//! UTF-8 with a byte order mark and CRLF, because it is filled in with a spreadsheet; semicolons in French, commas in English, as spreadsheets expect.

use super::{Questionnaire, contact, file_name, person};
use crate::args;
use crate::import::records::{DO_NOT_KNOW, NONE_OF_THESE};
use crate::model::Language;
use crate::report::links::guard;
use crate::words::Words;

/// The columns, in order; each has its text.
const COLUMNS: [&str; 10] = ["reference", "person", "contact", "file", "title", "answer", "since", "given-as", "exclusive", "note"];

/// The table.
///
/// # Errors
/// If writing to memory fails, which only happens when there is none left.
pub fn table(questionnaire: &Questionnaire<'_>, words: &Words) -> Result<Vec<u8>, csv::Error> {
    let language = words.language();
    let separator = match language {
        Language::Fr => b';',
        Language::En => b',',
    };
    let mut writer = csv::WriterBuilder::new().delimiter(separator).terminator(csv::Terminator::CRLF).from_writer("\u{feff}".as_bytes().to_vec());
    writer.write_record(COLUMNS.map(|column| words.text(&format!("questions-column-{column}"))))?;
    let at = usize::from(language == Language::En);
    let last = [(NONE_OF_THESE[at], "questions-none"), (DO_NOT_KNOW[at], "questions-unknown")];
    for recipient in &questionnaire.people {
        let who = [recipient.id.to_string(), person(recipient), contact(recipient)].map(|text| guard(&text));
        let files = questionnaire.files.iter().map(|source| (guard(source.id.as_str()), guard(&file_name(source))));
        let options = last.iter().map(|(id, text)| ((*id).to_owned(), words.text(text)));
        for (id, name) in files.chain(options) {
            let blank = String::new();
            let row = who.iter().chain([&id, &name]).chain([&blank; COLUMNS.len() - 5]);
            writer.write_record(row.map(String::as_bytes))?;
        }
    }
    writer.into_inner().map_err(|error| csv::Error::from(error.into_error()))
}

/// How to fill it in, for whoever sends it out: one sentence.
pub fn hint(words: &Words) -> String {
    words.text_with("questions-table-hint", &args! { "yes" => words.text("questions-yes"), "no" => words.text("questions-no") })
}
