//! Linkage: keyed hashes as keys, so that people are found in a sealed table by the same search as everywhere. Not hashing; see [`crate::normalise::seal`].
//!
//! A hash stands where the key itself would: that of an e-mail address in front of an @, that of a telephone number as its first 64 bits. Two of a
//! million numbers fall together with a probability of 10⁻⁸.

use super::RecipientKeys;
use super::columns::{Record, Text};
use super::words::Interner;

/// What stands behind the @. No domain is called that.
const DOMAIN: &str = "sealed";

/// A row, by the hex hashes of its e-mail address, telephone number and other number; empty where it has none.
pub(super) fn record([email, phone, identifier]: [&str; 3], words: &mut Interner) -> Record {
    let mut record = Record::default();
    if !email.is_empty() {
        record.words[Text::Local as usize] = words.unshared(email);
        record.words[Text::Domain as usize] = words.code(DOMAIN);
    }
    if !identifier.is_empty() {
        record.words[Text::Identifier as usize] = words.unshared(identifier);
    }
    record.phone = number(phone);
    record
}

/// The keys to look for, by the hex hashes of somebody's keys.
pub fn keys(hashes: &RecipientKeys) -> RecipientKeys {
    RecipientKeys {
        email: hashes.email.as_ref().map(|hash| format!("{hash}@{DOMAIN}")),
        phone: hashes.phone.as_deref().map(number).filter(|number| *number != 0).map(|number| format!("+{number}")),
        identifier: hashes.identifier.clone(),
    }
}

/// The first 64 bits; 0 for no hash.
fn number(hash: &str) -> u64 {
    hash.get(..16).and_then(|digits| u64::from_str_radix(digits, 16).ok()).map_or(0, |number| number.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::job::Unwatched;
    use crate::link::How;
    use crate::link::columns::Builder;
    use crate::link::exact::exact;
    use crate::link::marks::Mark;

    fn hash(start: &str) -> String {
        format!("{start:0<64}")
    }

    #[test]
    fn people_are_found_by_their_hashes_and_a_household_is_counted() {
        let mut table = Builder::default();
        let rows = [(hash("a1"), hash("ff")), (hash("b2"), hash("ff")), (hash("c3"), String::new())];
        for (row, (email, phone)) in rows.iter().enumerate() {
            table.push_sealed(row as u32, [email, phone, ""], &Mark { cells: &[email, phone], ..Mark::default() });
        }
        let person = |email: &str, phone: &str| {
            let some = |text: &str| (!text.is_empty()).then(|| hash(text));
            keys(&RecipientKeys { email: some(email), phone: some(phone), identifier: None })
        };
        let found = exact(&[person("b2", ""), person("", "ff"), person("d4", "")], &[table.finish()], &Unwatched).unwrap();
        let short: Vec<_> = found.links.iter().map(|link| (link.recipient, link.row, link.how, (link.probability * 1e3).round())).collect();
        assert_eq!(short, [(0, 1, How::Email, 999.0), (1, 0, How::Phone, 500.0), (1, 1, How::Phone, 500.0)]);
    }
}
