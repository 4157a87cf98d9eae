//! Attribute values of XML as telephones write them: character references may come as UTF-16 halves, which XML forbids, and nothing as `null`.

use quick_xml::events::BytesStart;

/// The attributes of one element.
#[derive(Debug, Default)]
pub(super) struct Attributes {
    values: Vec<(String, String)>,
    /// Half of a surrogate pair was met.
    pub(super) has_lone_surrogate: bool,
}

impl Attributes {
    /// Reads the attributes of a tag; those that are damaged are left out.
    pub(super) fn read(tag: &BytesStart<'_>) -> Self {
        let mut attributes = Self::default();
        for attribute in tag.attributes().with_checks(false).flatten() {
            let (value, is_damaged) = unescape(&attribute.value);
            attributes.has_lone_surrogate |= is_damaged;
            attributes.values.push((attribute.key.as_ref().to_owned(), value));
        }
        attributes
    }

    /// Reads the attributes of a start tag given as text, with its brackets.
    pub(super) fn of_tag(tag: &str) -> Self {
        let inside = tag.trim_start_matches('<').trim_end_matches(['>', '/']);
        let name = inside.find(char::is_whitespace).unwrap_or(inside.len());
        Self::read(&BytesStart::from_content(inside, name))
    }

    /// The value of `name`; `None` if it is not there or `null`.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.raw(name).filter(|value| *value != "null")
    }

    /// Whether the value of `name` is missing or `null`.
    pub(super) fn is_null(&self, name: &str) -> bool {
        self.get(name).is_none()
    }

    fn raw(&self, name: &str) -> Option<&str> {
        self.values.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Resolves references; two that are the halves of a surrogate pair make one character. The flag says whether half a pair was left over.
/// What is no reference stays as it is.
pub(super) fn unescape(value: &str) -> (String, bool) {
    let mut text = String::with_capacity(value.len());
    let mut is_damaged = false;
    let mut high: Option<u32> = None;
    let mut rest = value;
    while !rest.is_empty() {
        let Some((reference, after)) = reference(rest) else {
            is_damaged |= give_up(&mut text, &mut high);
            let next = rest.get(1..).and_then(|after| after.find('&')).map_or(rest.len(), |at| at + 1);
            // `find` answers a character's start, except where the first character is longer than one byte.
            let next = rest.ceil_char_boundary(next);
            text.push_str(rest.get(..next).unwrap_or_default());
            rest = rest.get(next..).unwrap_or_default();
            continue;
        };
        rest = after;
        match (high.take(), reference) {
            (Some(first), 0xdc00..=0xdfff) => {
                let joined = 0x10000 + ((first - 0xd800) << 10) + (reference - 0xdc00);
                text.push(char::from_u32(joined).unwrap_or(char::REPLACEMENT_CHARACTER));
            }
            (before, 0xd800..=0xdbff) => {
                high = before;
                is_damaged |= give_up(&mut text, &mut high);
                high = Some(reference);
            }
            (before, code) => {
                high = before;
                is_damaged |= give_up(&mut text, &mut high);
                is_damaged |= (0xdc00..=0xdfff).contains(&code);
                text.push(char::from_u32(code).filter(|c| *c != '\0').unwrap_or(char::REPLACEMENT_CHARACTER));
            }
        }
    }
    is_damaged |= give_up(&mut text, &mut high);
    (text, is_damaged)
}

/// Writes the mark for half a pair that found no other half.
fn give_up(text: &mut String, high: &mut Option<u32>) -> bool {
    let is_left = high.take().is_some();
    if is_left {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    is_left
}

/// The reference a text begins with, as a code, and what follows it.
fn reference(text: &str) -> Option<(u32, &str)> {
    let inside = text.strip_prefix('&')?;
    // The longest is `&#x10FFFF;`, with room for zeros in front.
    let (name, _) = inside.get(..inside.floor_char_boundary(12))?.split_once(';')?;
    let after = inside.get(name.len() + 1..)?;
    let code = match name {
        "amp" => u32::from('&'),
        "lt" => u32::from('<'),
        "gt" => u32::from('>'),
        "quot" => u32::from('"'),
        "apos" => u32::from('\''),
        _ => {
            let number = name.strip_prefix('#')?;
            match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            }
        }
    };
    Some((code, after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unescaping_keeps_what_is_no_reference() {
        assert_eq!(unescape("a & b &nbsp; &#x1F600; &#0; &#xZZ;"), ("a & b &nbsp; 😀 \u{fffd} &#xZZ;".to_owned(), false));
    }
}
