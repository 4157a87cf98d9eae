//! Transfer encodings, read leniently: a damaged byte costs that byte, not the text.

/// Base64; anything outside the alphabet is skipped. The flag says whether something other than white space was.
pub(super) fn base64(encoded: &[u8]) -> (Vec<u8>, bool) {
    let mut bytes = Vec::with_capacity(encoded.len() / 4 * 3);
    let (mut held, mut count, mut is_damaged, mut is_padded) = (0_u32, 0_u8, false, false);
    for &byte in encoded {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            b'=' => {
                // Padding ends a group; several encoded texts may stand one after the other.
                flush(&mut bytes, held, count);
                (held, count, is_padded) = (0, 0, true);
                continue;
            }
            b' ' | b'\t' | b'\r' | b'\n' => continue,
            _ => {
                is_damaged = true;
                continue;
            }
        };
        held = (held << 6) | u32::from(value);
        count += 1;
        is_padded = false;
        if count == 4 {
            bytes.extend_from_slice(&held.to_be_bytes()[1..]);
            (held, count) = (0, 0);
        }
    }
    let is_short = count == 1 && !is_padded;
    flush(&mut bytes, held, count);
    (bytes, is_damaged || is_short)
}

fn flush(bytes: &mut Vec<u8>, held: u32, count: u8) {
    match count {
        2 => bytes.push((held >> 4) as u8),
        3 => bytes.extend_from_slice(&((held >> 2) as u16).to_be_bytes()),
        _ => {}
    }
}

/// Quoted-printable of a body; a `=` that is no escape is kept as it stands.
pub(super) fn quoted_printable(encoded: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(encoded.len());
    let mut rest = encoded;
    while let Some(at) = memchr::memchr(b'=', rest) {
        bytes.extend_from_slice(rest.get(..at).unwrap_or_default());
        let after = rest.get(at + 1..).unwrap_or_default();
        let blanks = after.iter().take_while(|byte| matches!(byte, b' ' | b'\t' | b'\r')).count();
        if let Some(byte) = escaped(after) {
            bytes.push(byte);
            rest = after.get(2..).unwrap_or_default();
        } else if after.get(blanks) == Some(&b'\n') || blanks == after.len() {
            rest = after.get(blanks + 1..).unwrap_or_default();
        } else {
            bytes.push(b'=');
            rest = after;
        }
    }
    bytes.extend_from_slice(rest);
    bytes
}

/// The `Q` form of encoded words: `_` is a space.
pub(super) fn q_word(encoded: &[u8]) -> Vec<u8> {
    let spaced: Vec<u8> = encoded.iter().map(|&byte| if byte == b'_' { b' ' } else { byte }).collect();
    let mut bytes = Vec::with_capacity(spaced.len());
    let mut rest = spaced.as_slice();
    while let Some((&first, after)) = rest.split_first() {
        match escaped(after) {
            Some(byte) if first == b'=' => {
                bytes.push(byte);
                rest = after.get(2..).unwrap_or_default();
            }
            _ => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    bytes
}

fn escaped(digits: &[u8]) -> Option<u8> {
    let digit = |at: usize| char::from(*digits.get(at)?).to_digit(16);
    Some((digit(0)? * 16 + digit(1)?) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_survives_damage_and_a_missing_end() {
        assert_eq!(base64(b"Qm9uam91cg=="), (b"Bonjour".to_vec(), false));
        assert_eq!(base64(b"Qm9u\r\n am91cg"), (b"Bonjour".to_vec(), false));
        assert_eq!(base64(b"Qm9u!am91cg=="), (b"Bonjour".to_vec(), true));
        assert_eq!(base64(b"Qm9uam91c"), (b"Bonjou".to_vec(), true));
        assert_eq!(base64(b"Qm9u=="), (b"Bon".to_vec(), false));
    }

    #[test]
    fn quoted_printable_keeps_what_is_no_escape() {
        assert_eq!(quoted_printable(b"d=C3=A9j=\r\n=C3=A0 1=1 =zz fin="), "déjà 1=1 =zz fin".as_bytes());
        assert_eq!(quoted_printable(b"a=  \nb"), b"ab");
        assert_eq!(q_word(b"Ch=E8re_amie=="), b"Ch\xe8re amie==");
    }
}
