//! What a MIME part says about itself: type, charset, encoding, name.

use super::encoded_word;
use super::header::Block;
use mail_parser::parsers::MessageStream;
use mail_parser::{ContentType, HeaderValue};

/// How the bytes of a part are encoded for transfer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Transfer {
    /// As they are: 7bit, 8bit, binary, or not said.
    #[default]
    Identity,
    /// Base64.
    Base64,
    /// Quoted-printable.
    QuotedPrintable,
}

/// The description of one part.
#[derive(Debug, Default)]
pub(super) struct Description {
    /// Main type, lower case; `text` if not said.
    pub(super) main: String,
    /// Subtype, lower case; `plain` if not said.
    pub(super) sub: String,
    /// Label of the charset.
    pub(super) charset: Option<String>,
    /// Boundary between the parts of a multipart.
    pub(super) boundary: Option<String>,
    /// File name, decoded.
    pub(super) file_name: Option<String>,
    /// Transfer encoding.
    pub(super) transfer: Transfer,
    /// Marked as an attachment.
    pub(super) is_attachment: bool,
    /// Has a Content-ID: something the HTML shows.
    pub(super) has_content_id: bool,
}

impl Description {
    /// Reads the fields of a part. `is_digest`: the part stands in a digest, where the default type is a message.
    pub(super) fn read(block: &Block<'_>, is_digest: bool) -> Self {
        let content_type = block.first("content-type").and_then(parameters);
        let disposition = block.first("content-disposition").and_then(parameters);
        let (main, sub) = match &content_type {
            Some(content_type) if !content_type.ctype().is_empty() => {
                let main = content_type.ctype().to_ascii_lowercase();
                let default = if main == "text" { "plain" } else { "" };
                (main, content_type.subtype().unwrap_or(default).to_ascii_lowercase())
            }
            _ if is_digest => ("message".to_owned(), "rfc822".to_owned()),
            _ => ("text".to_owned(), "plain".to_owned()),
        };
        let attribute = |header: &Option<ContentType<'_>>, name: &str| {
            header.as_ref().and_then(|header| header.attribute(name)).map(str::to_owned).filter(|value| !value.is_empty())
        };
        let file_name = attribute(&disposition, "filename").or_else(|| attribute(&content_type, "name"));
        let transfer = block.first("content-transfer-encoding").map(|raw| encoded_word::unfold(raw).0.to_ascii_lowercase());
        Self {
            main,
            sub,
            charset: attribute(&content_type, "charset"),
            boundary: attribute(&content_type, "boundary"),
            file_name: file_name.map(|name| encoded_word::decode(&name).into_owned()),
            transfer: match transfer.as_deref().map(|name| name.trim_matches(['"', ';', ' '])) {
                Some("base64") => Transfer::Base64,
                Some("quoted-printable") => Transfer::QuotedPrintable,
                _ => Transfer::Identity,
            },
            is_attachment: disposition.as_ref().is_some_and(ContentType::is_attachment),
            has_content_id: block.first("content-id").is_some(),
        }
    }

    /// Whether the type is `main/sub`.
    pub(super) fn is(&self, main: &str, sub: &str) -> bool {
        self.main == main && self.sub == sub
    }

    /// Whether the part is a whole message.
    pub(super) fn is_message(&self) -> bool {
        self.main == "message" && matches!(self.sub.as_str(), "rfc822" | "global" | "news")
    }

    /// What an attachment is called; its type in brackets if it has no name.
    pub(super) fn label(&self) -> String {
        self.file_name.clone().unwrap_or_else(|| format!("({}/{})", self.main, self.sub))
    }
}

/// A value with parameters, read by `mail-parser` from a value already on one line and decoded.
fn parameters(raw: &[u8]) -> Option<ContentType<'static>> {
    let mut line = encoded_word::unfold(raw).0;
    line.push('\n');
    match MessageStream::new(line.as_bytes()).parse_content_type().into_owned() {
        HeaderValue::ContentType(content_type) => Some(content_type),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Warnings;
    use super::*;

    fn describe(headers: &str) -> Description {
        Description::read(&Block::read(headers.as_bytes(), &mut Warnings::default()), false)
    }

    #[test]
    fn names_in_pieces_and_encoded_words_are_decoded() {
        let part = describe("Content-Disposition: attachment;\n filename*0*=utf-8''lettre%20;\n filename*1*=%C3%A9lue.pdf\n\n");
        assert_eq!(part.file_name.as_deref(), Some("lettre élue.pdf"));
        assert!(part.is_attachment);
        let part = describe("Content-Type: application/pdf; name=\"=?utf-8?Q?d=C3=A9j=C3=A0.pdf?=\"\n\n");
        assert_eq!(part.file_name.as_deref(), Some("déjà.pdf"));
        let part = describe("Content-Type: application/pdf; name=\"d\u{e9}j\u{e0}.pdf\"\n\n");
        assert_eq!(part.file_name.as_deref(), Some("déjà.pdf"));
    }

    #[test]
    fn what_is_not_said_is_plain_text() {
        let part = describe("Subject: x\n\n");
        assert!(part.is("text", "plain"));
        assert_eq!(part.transfer, Transfer::Identity);
        assert!(describe("Content-Type: TEXT/HTML; Charset=\"UTF-8\"\n\n").is("text", "html"));
        assert!(describe("Content-Type: text\n\n").is("text", "plain"));
    }
}
