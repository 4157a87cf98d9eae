//! Which formats there are, in the order in which they are asked.

use super::Format;
use super::csv::Csv;
use super::eml::Eml;
use super::forwarded::Forwarded;
use super::letter::Letter;
use super::mbox::Mbox;
use super::sms_xml::SmsXml;
use super::xlsx::Workbook;

/// Formats of tables. A workbook is asked first: it is recognised by its first bytes, whereas nearly any text can be read as a table.
pub fn table_formats() -> Vec<Box<dyn Format>> {
    vec![Box::new(Workbook), Box::new(Csv)]
}

/// Formats of messages. The letter comes last: any text could be one. A mail as text comes before the mail itself: its lines look like headers.
pub fn message_formats() -> Vec<Box<dyn Format>> {
    vec![Box::new(SmsXml), Box::new(Mbox), Box::new(Forwarded), Box::new(Eml), Box::new(Letter)]
}
