//! Writes tables, mails and texts.

use jiff::civil::DateTime;
use std::fs;
use std::io;
use std::path::Path;

/// A CSV file with `;`, UTF-8.
pub fn csv(path: &Path, header: &[&str], rows: &[Vec<String>]) -> io::Result<()> {
    bytes(path, table(header, rows, ';').as_bytes())
}

/// The same in Windows-1252, as an older spreadsheet saves it.
pub fn csv_ansi(path: &Path, header: &[&str], rows: &[Vec<String>]) -> io::Result<()> {
    let text = table(header, rows, ';').replace('\n', "\r\n");
    let (ansi, _, _) = encoding_rs::WINDOWS_1252.encode(&text);
    bytes(path, &ansi)
}

fn table(header: &[&str], rows: &[Vec<String>], separator: char) -> String {
    let mut out = header.join(&separator.to_string());
    out.push('\n');
    for row in rows {
        assert_eq!(row.len(), header.len(), "a row of {header:?}");
        let cells: Vec<String> = row
            .iter()
            .map(|cell| if cell.contains([separator, '"', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() })
            .collect();
        out.push_str(&cells.join(&separator.to_string()));
        out.push('\n');
    }
    out
}

pub fn text(path: &Path, content: &str) -> io::Result<()> {
    bytes(path, content.as_bytes())
}

pub fn bytes(path: &Path, content: &[u8]) -> io::Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(path, content)
}

/// A mail as received.
pub struct Mail<'a> {
    pub from: &'a str,
    pub sender_host: &'a str,
    pub to_name: &'a str,
    pub to: &'a str,
    /// Delivered-To is written by the receiving host, if it does.
    pub delivered: bool,
    pub subject: &'a str,
    /// Local time in Paris, with its offset as mail writes it.
    pub at: DateTime,
    pub offset: &'a str,
    pub id: String,
    pub body: &'a str,
}

impl Mail<'_> {
    /// RFC 5322 with LF; the body is quoted-printable, names are encoded words.
    pub fn render(&self) -> String {
        let date = self.at.strftime("%a, %d %b %Y %H:%M:%S");
        let host = self.to.split('@').nth(1).unwrap_or("courrier.example");
        let mut lines = Vec::new();
        if self.delivered {
            lines.push(format!("Delivered-To: {}", self.to));
        }
        lines.extend([
            format!("Return-Path: <bounce@{}>", self.sender_host),
            format!("Received: from mx.{0} (mx.{0} [192.0.2.25])", self.sender_host),
            format!("\tby mx.{host} (Postfix) with ESMTP id {:X}", self.id.len() * 7919 + usize::from(self.at.minute().unsigned_abs())),
            format!("\tfor <{}>; {date} {}", self.to, self.offset),
            format!("Message-ID: <{}@{}>", self.id, self.sender_host),
            format!("Date: {date} {}", self.offset),
            format!("From: {}", self.from),
            format!("To: {} <{}>", word(self.to_name), self.to),
            format!("Subject: {}", word(self.subject)),
            "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n".to_owned(),
        ]);
        let mut out = lines.join("\n");
        out.push_str(&quoted(self.body));
        out
    }
}

/// Quoted-printable, lines of at most 76 characters.
fn quoted(text: &str) -> String {
    let mut out = String::new();
    for line in text.lines() {
        let mut width = 0;
        for byte in line.bytes() {
            let token = if byte == b'=' || byte >= 0x80 { format!("={byte:02X}") } else { char::from(byte).to_string() };
            if width + token.len() > 75 {
                out.push_str("=\n");
                width = 0;
            }
            width += token.len();
            out.push_str(&token);
        }
        out.push('\n');
    }
    out
}

/// An encoded word if needed (one per 40 characters).
fn word(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let chars: Vec<char> = text.chars().collect();
    let parts = chars.chunks(24).map(|chunk| {
        let bytes: String = chunk.iter().collect();
        let body: String = bytes.bytes().map(|b| if b.is_ascii_alphanumeric() { char::from(b).to_string() } else { format!("={b:02X}") }).collect();
        format!("=?utf-8?Q?{body}?=")
    });
    parts.collect::<Vec<_>>().join("\n ")
}
