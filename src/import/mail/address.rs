//! Address lists as they stand in headers: names, groups, comments, and what people and programs write instead. Nothing is canonical here.

use super::{Warnings, encoded_word};
use crate::model::Address;
use crate::said;

/// Most addresses read from one message's field (formats.md §8).
pub(super) const ADDRESS_LIMIT: usize = 10_000;

/// Reads a raw header value as a list of addresses.
pub(in crate::import) fn list(raw: &[u8], warnings: &mut Warnings) -> Vec<Address> {
    let (text, is_8bit) = encoded_word::unfold(raw);
    if is_8bit {
        warnings.add("header_8bit", said!("remarks-header-8bit"));
    }
    let mut addresses = Vec::new();
    for piece in pieces(&text) {
        if addresses.len() >= ADDRESS_LIMIT {
            warnings.add("address_list_cut", said!("remarks-address-list-cut"));
            break;
        }
        addresses.extend(one(piece));
    }
    addresses
}

/// Where the reading of a list is.
#[derive(Default)]
struct Place {
    is_quoted: bool,
    is_angled: bool,
    comments: u32,
}

impl Place {
    /// Takes the next character; true if it stands outside of quotes, comments and angle brackets.
    fn step(&mut self, c: char) -> bool {
        if self.is_quoted {
            self.is_quoted = c != '"';
            return false;
        }
        match c {
            '(' => self.comments += 1,
            ')' if self.comments > 0 => self.comments -= 1,
            _ if self.comments > 0 => {}
            '"' => self.is_quoted = true,
            '<' => self.is_angled = true,
            '>' => self.is_angled = false,
            _ => return !self.is_angled,
        }
        false
    }
}

/// The text between commas (or semicolons), without the names of groups.
fn pieces(text: &str) -> Vec<&str> {
    let closes = closing(text);
    let (mut pieces, mut start, mut place) = (Vec::new(), 0, Place::default());
    let mut skip_until = 0;
    for (at, c) in text.char_indices() {
        if at < skip_until {
            continue;
        }
        if c == '\\' && (place.is_quoted || place.comments > 0) {
            skip_until = at + 1 + text.get(at + 1..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
            continue;
        }
        // A comma inside an encoded word is not allowed and is met all the same.
        if c == '='
            && !place.is_quoted
            && let Some(length) = text.get(at..).and_then(encoded_word::word_length)
        {
            skip_until = at + length;
            continue;
        }
        // A quote or bracket that is never closed would swallow the rest of the list.
        if (c == '"' && !place.is_quoted && at >= closes.quote) || (c == '<' && at >= closes.angle) || (c == '(' && at >= closes.comment) {
            continue;
        }
        if !place.step(c) {
            continue;
        }
        match c {
            ',' | ';' => {
                pieces.extend(text.get(start..at));
                start = at + 1;
            }
            ':' => start = at + 1,
            _ => {}
        }
    }
    pieces.extend(text.get(start..));
    pieces
}

/// The last place of each closing mark.
struct Closing {
    quote: usize,
    angle: usize,
    comment: usize,
}

fn closing(text: &str) -> Closing {
    Closing { quote: text.rfind('"').unwrap_or(0), angle: text.rfind('>').unwrap_or(0), comment: text.rfind(')').unwrap_or(0) }
}

/// One address, or `None` if there is nothing.
fn one(piece: &str) -> Option<Address> {
    let piece = piece.trim();
    if piece.is_empty() {
        return None;
    }
    if let Some((before, address)) = angled(piece) {
        let name = plain(before);
        let name = if name.is_empty() { comment(piece) } else { name };
        let address = if address.contains("=?") { encoded_word::decode(address).into_owned() } else { address.to_owned() };
        // A route (`@relay,@relay:address`) is obsolete; the address is what follows.
        let address = address.rsplit_once(':').map_or(address.as_str(), |(route, rest)| if route.starts_with('@') { rest } else { &address });
        return Some(Address { name, address: address.trim().to_owned() });
    }
    let bare = plain(&without_comments(piece));
    let name = comment(piece);
    let mut words = bare.split_whitespace();
    match (words.next(), words.next()) {
        (None, _) => (!name.is_empty()).then_some(Address { name, address: String::new() }),
        (Some(only), None) => Some(Address { name, address: only.to_owned() }),
        // `Anna Martin anna@x.example`, or words that are no address at all.
        _ => Some(match bare.split_whitespace().rfind(|word| word.contains('@')) {
            Some(address) => {
                Address { name: bare.replacen(address, "", 1).split_whitespace().collect::<Vec<_>>().join(" "), address: address.to_owned() }
            }
            None => Address { name: bare, address: String::new() },
        }),
    }
}

/// What stands before and in the last pair of angle brackets outside quotes.
fn angled(piece: &str) -> Option<(&str, &str)> {
    let end = piece.rfind('>')?;
    let start = piece.get(..end)?.rfind('<')?;
    // `"<a@x>"` as a name only: the bracket must not stand in quotes that close after it.
    let quotes = |text: &str| text.matches('"').count() - text.matches("\\\"").count();
    let (before, after) = (piece.get(..start)?, piece.get(end..)?);
    (quotes(before).is_multiple_of(2) || quotes(after).is_multiple_of(2)).then_some((before, piece.get(start + 1..end)?))
}

/// A display name without quotes, escapes and comments, decoded.
fn plain(text: &str) -> String {
    let text = without_comments(text);
    let mut name = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match c {
            '"' => {}
            '\\' => name.extend(chars.next()),
            _ => name.push(c),
        }
    }
    encoded_word::decode(name.trim()).trim().to_owned()
}

fn without_comments(text: &str) -> String {
    split_comments(text).0
}

/// The first comment of a piece, decoded: the old way to give a name.
fn comment(text: &str) -> String {
    encoded_word::decode(split_comments(text).1.trim()).into_owned()
}

fn split_comments(text: &str) -> (String, String) {
    if !text.contains('(') {
        return (text.to_owned(), String::new());
    }
    let (mut outside, mut inside, mut place) = (String::new(), String::new(), Place::default());
    let last_close = text.rfind(')').unwrap_or(0);
    for (at, c) in text.char_indices() {
        if c == '(' && !place.is_quoted && at >= last_close {
            outside.push(c);
            continue;
        }
        let before = place.comments;
        place.step(c);
        match (before, place.comments) {
            (0, 0) => outside.push(c),
            (0, _) | (1, 0) => {}
            _ => inside.push(c),
        }
    }
    (outside, inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<(String, String)> {
        list(text.as_bytes(), &mut Warnings::default()).into_iter().map(|address| (address.name, address.address)).collect()
    }

    fn pair(name: &str, address: &str) -> (String, String) {
        (name.to_owned(), address.to_owned())
    }

    #[test]
    fn the_usual_forms_are_read() {
        assert_eq!(read("anna@x.example"), [pair("", "anna@x.example")]);
        assert_eq!(read("Anna Martin <anna@x.example>, <bo@x.example>"), [pair("Anna Martin", "anna@x.example"), pair("", "bo@x.example")]);
        assert_eq!(read("\"Martin, Anna\" <anna@x.example>"), [pair("Martin, Anna", "anna@x.example")]);
        assert_eq!(read("anna@x.example (Anna Martin)"), [pair("Anna Martin", "anna@x.example")]);
        assert_eq!(read("=?utf-8?Q?H=C3=A9l=C3=A8ne?= Martin <h@x.example>"), [pair("Hélène Martin", "h@x.example")]);
        assert_eq!(read("\"Anna \\\"la\\\" Martin\" <anna@x.example>"), [pair("Anna \"la\" Martin", "anna@x.example")]);
    }

    #[test]
    fn groups_lose_their_name_and_keep_their_members() {
        assert_eq!(read("Adhérents: a@x.example, Bo <b@x.example>;, c@x.example").len(), 3);
        assert_eq!(read("undisclosed-recipients:;"), []);
    }

    #[test]
    fn what_people_write_instead_is_read_too() {
        assert_eq!(read("Anna Martin anna@x.example"), [pair("Anna Martin", "anna@x.example")]);
        assert_eq!(read("a@x.example; b@x.example"), [pair("", "a@x.example"), pair("", "b@x.example")]);
        assert_eq!(read("Les adhérents"), [pair("Les adhérents", "")]);
        assert_eq!(read("=?utf-8?Q?Martin, Anna?= <a@x.example>"), [pair("Martin, Anna", "a@x.example")]);
        assert_eq!(read("\"jamais fermé <a@x.example>, b@x.example").len(), 2);
        assert_eq!(read("<@relay.example:a@x.example>"), [pair("", "a@x.example")]);
        assert_eq!(read("a@x.example, , b@x.example,").len(), 2);
    }

    #[test]
    fn a_name_that_shows_another_address_stays_a_name() {
        assert_eq!(read("\"mairie@ville.example\" <x@y.example>"), [pair("mairie@ville.example", "x@y.example")]);
    }

    #[test]
    fn a_list_over_the_limit_is_cut_and_said() {
        let mut warnings = Warnings::default();
        let text = "a@x.example,".repeat(ADDRESS_LIMIT + 5);
        assert_eq!(list(text.as_bytes(), &mut warnings).len(), ADDRESS_LIMIT);
        assert!(warnings.into_vec()[0].starts_with("address_list_cut"));
    }
}
