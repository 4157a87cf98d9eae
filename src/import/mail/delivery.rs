//! The address that really received a message, as the receiving hosts noted it. Kept apart from To, which anybody can write.

use super::header::Block;
use super::{Warnings, address, encoded_word};
use crate::model::Address;

/// Fields in which a receiving host notes the mailbox it delivered to; the first two are the common ones.
const FIELDS: &[&str] = &["delivered-to", "x-original-to", "x-delivered-to", "envelope-to", "x-envelope-to"];

/// Delivered-To, X-Original-To and their like; else the `for` of the topmost Received that has one. Each address once, the final mailbox first.
pub(super) fn delivered_to(block: &Block<'_>, warnings: &mut Warnings) -> Vec<Address> {
    let mut found: Vec<Address> = Vec::new();
    for field in FIELDS {
        for address in block.all(field).flat_map(|raw| address::list(raw, warnings)) {
            if !address.address.is_empty() && !found.iter().any(|known| known.address.eq_ignore_ascii_case(&address.address)) {
                found.push(address);
            }
        }
    }
    // A local mailbox name alone (`Delivered-To: box12`) does not say which address was written to.
    if !found.iter().any(|address| address.address.contains('@'))
        && let Some(address) = block.all("received").find_map(received_for)
    {
        found.insert(0, Address { name: String::new(), address });
    }
    found
}

/// The address in `Received: … for <address>; date`.
pub(super) fn received_for(raw: &[u8]) -> Option<String> {
    let line = outside_comments(&encoded_word::unfold(raw).0);
    let clauses = line.rsplit_once(';').map_or(line.as_str(), |(clauses, _)| clauses);
    let mut words = clauses.split_whitespace();
    words.find(|word| word.eq_ignore_ascii_case("for"))?;
    let address = words.next()?.trim_matches(['<', '>', ',', ';', '"']);
    (address.contains('@')).then(|| address.to_owned())
}

fn outside_comments(text: &str) -> String {
    let mut depth = 0_u32;
    let mut outside = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    outside
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delivered(headers: &str) -> Vec<String> {
        let block = Block::read(headers.as_bytes(), &mut Warnings::default());
        delivered_to(&block, &mut Warnings::default()).into_iter().map(|address| address.address).collect()
    }

    #[test]
    fn the_mailbox_is_kept_apart_from_to() {
        assert_eq!(delivered("To: liste@x.example\nDelivered-To: anna@x.example\n\n"), ["anna@x.example"]);
        assert_eq!(delivered("To: liste@x.example\n\n"), Vec::<String>::new());
    }

    #[test]
    fn every_note_counts_once_and_the_final_mailbox_comes_first() {
        let headers = "Delivered-To: anna@final.example\nX-Original-To: anna@alias.example\nDelivered-To: ANNA@alias.example\n\n";
        assert_eq!(delivered(headers), ["anna@final.example", "ANNA@alias.example"]);
    }

    #[test]
    fn the_topmost_received_with_a_for_counts_when_there_is_no_other_note() {
        let headers = "Received: from a by b (for the record) with SMTP id 1; Tue, 4 Sep 2018 08:00:00 +0200\nReceived: from c by d\n for <anna@x.example> (envelope-from <z@z.example>);\n Tue, 4 Sep 2018 08:00:00 +0200\nReceived: from e by f for <other@x.example>; Tue, 4 Sep 2018\n\n";
        assert_eq!(delivered(headers), ["anna@x.example"]);
        assert_eq!(delivered(&format!("Delivered-To: box12\n{headers}")), ["anna@x.example", "box12"]);
        assert_eq!(received_for(b" by x for multiple recipients; Tue"), None);
    }
}
