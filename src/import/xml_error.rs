//! Why XML cannot be read on, in sentences of ours: what the parser says of it is in English.

use crate::model::{Arg, Said};
use crate::said;
use crate::words::system;
use quick_xml::Error;
use quick_xml::errors::{IllFormedError, SyntaxError};

/// Why, as the end of a sentence; `None` if it is nothing people meet.
pub(super) fn why(error: &Error) -> Option<Said> {
    Some(match error {
        Error::Io(error) => system::cause(error),
        Error::Syntax(SyntaxError::UnclosedTag) => said!("remarks-xml-tag-open"),
        Error::Syntax(SyntaxError::UnclosedSingleQuotedAttributeValue | SyntaxError::UnclosedDoubleQuotedAttributeValue) => {
            said!("remarks-xml-value-open")
        }
        Error::Syntax(_) => said!("remarks-xml-part-open"),
        Error::IllFormed(IllFormedError::MissingEndTag(name)) => said!("remarks-xml-end-missing", name = Arg::quoted(name)),
        Error::IllFormed(IllFormedError::UnmatchedEndTag(name)) => said!("remarks-xml-end-alone", name = Arg::quoted(name)),
        Error::IllFormed(IllFormedError::MismatchedEndTag { expected, found }) => {
            said!("remarks-xml-end-wrong", expected = Arg::quoted(expected), found = Arg::quoted(found))
        }
        Error::IllFormed(IllFormedError::UnclosedReference) | Error::Escape(_) => said!("remarks-xml-entity"),
        Error::InvalidAttr(_) => said!("remarks-xml-attribute"),
        Error::Encoding(_) => said!("remarks-xml-encoding"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use quick_xml::Reader;
    use quick_xml::events::Event;

    /// The id of what is said of a text that cannot be read to its end.
    fn of(text: &str) -> String {
        let mut reader = Reader::from_str(text);
        loop {
            match reader.read_event() {
                Ok(Event::Eof) => return String::new(),
                Ok(_) => {}
                Err(error) => return why(&error).map_or_else(|| error.to_string(), |said| said.id),
            }
        }
    }

    #[test]
    fn what_people_meet_has_its_sentence() {
        for (text, id) in [
            ("<sms a=\"1\"", "remarks-xml-tag-open"),
            ("<sms a=\"1", "remarks-xml-value-open"),
            ("<sms><!-- never", "remarks-xml-part-open"),
            ("<sms></mms>", "remarks-xml-end-wrong"),
            ("</sms>", "remarks-xml-end-alone"),
            ("<sms>&amp</sms>", "remarks-xml-entity"),
            ("<sms/>", ""),
        ] {
            assert_eq!(of(text), id, "{text}");
        }
    }
}
