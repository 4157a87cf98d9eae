//! Which encoding a text is in, judged on the whole of it and not on its header, and decoding it as a stream.
//!
//! Order: byte order mark, strict UTF-8, UTF-16 without a mark (every other byte is NUL), then what reads best as French: `chardetng` with the hint `fr`
//! against code page 850 (old DOS programs), Mac Roman and ISO-8859-15, which it does not know or cannot tell from windows-1252.

use super::super::{ImportError, Input};
use super::french::{self, Tally};
use crate::job::Progress;
use crate::model::Arg;
use crate::said;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_8859_15, MACINTOSH, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use std::io::{self, SeekFrom};
use std::path::PathBuf;

/// Bytes read at once.
pub(super) const CHUNK: usize = 64 * 1024;

/// A character encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    /// One that `encoding_rs` decodes.
    Standard(&'static Encoding),
    /// DOS code page 850, Western Europe.
    Cp850,
}

/// An encoding and how it came to be chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Which.
    pub charset: Charset,
    /// Whether some bytes may have no meaning in it, so that cells must be searched for replacement characters.
    pub may_be_lossy: bool,
}

impl Charset {
    /// By WHATWG label, or `cp850`, `ibm850`, `850`.
    pub fn from_label(label: &str) -> Option<Self> {
        let label = label.trim();
        if ["cp850", "ibm850", "850", "cp-850", "dos-850"].iter().any(|known| label.eq_ignore_ascii_case(known)) {
            return Some(Self::Cp850);
        }
        // WHATWG takes ISO-8859-15 and ISO-8859-1 as labels; "utf16" and "mac roman" are what people type.
        let folded: String = label.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
        match folded.as_str() {
            "utf16" => return Some(Self::Standard(UTF_16LE)),
            "macroman" => return Some(Self::Standard(MACINTOSH)),
            "cp1252" | "ansi" => return Some(Self::Standard(WINDOWS_1252)),
            _ => {}
        }
        Encoding::for_label(label.as_bytes()).map(Self::Standard)
    }

    /// The name shown to people.
    pub fn name(self) -> &'static str {
        match self {
            Self::Cp850 => "CP850",
            Self::Standard(encoding) => encoding.name(),
        }
    }

    /// What the byte means, for encodings of one byte a character.
    pub fn single_byte(self, byte: u8) -> Option<char> {
        match self {
            Self::Cp850 if byte < 0x80 => Some(char::from(byte)),
            Self::Cp850 => Some(CP850[usize::from(byte) - 0x80]),
            Self::Standard(encoding) if encoding.is_single_byte() => {
                let bytes = [byte];
                encoding.decode_without_bom_handling(&bytes).0.chars().next()
            }
            Self::Standard(_) => None,
        }
    }
}

/// Chooses the encoding of all that `input` holds and rewinds it.
///
/// # Errors
/// [`ImportError::Broken`] if `forced` is no known encoding, or if there are NUL bytes and no encoding explains them.
pub fn choose(input: &mut dyn Input, forced: Option<&str>, progress: &dyn Progress) -> Result<Choice, ImportError> {
    if let Some(label) = forced {
        let charset = Charset::from_label(label).ok_or_else(|| ImportError::Broken {
            what: said!("remarks-encoding-unknown", label = Arg::quoted(label)),
            line: None,
            path: PathBuf::new(),
        })?;
        return Ok(Choice { charset, may_be_lossy: true });
    }
    let survey = survey(input, progress)?;
    let standard = |encoding| Choice { charset: Charset::Standard(encoding), may_be_lossy: false };
    if let Some(encoding) = survey.mark {
        return Ok(Choice { may_be_lossy: !(encoding == UTF_8 && survey.invalid == 0), ..standard(encoding) });
    }
    if let Some(line) = survey.nul_line {
        let half = survey.bytes / 2;
        let [even, odd] = survey.nuls;
        return match () {
            // Western text in UTF-16 has a NUL in nearly every pair, always on the same side.
            () if odd * 2 > half && even * 20 < odd => Ok(Choice { may_be_lossy: true, ..standard(UTF_16LE) }),
            () if even * 2 > half && odd * 20 < even => Ok(Choice { may_be_lossy: true, ..standard(UTF_16BE) }),
            () => Err(ImportError::Broken { what: said!("remarks-nul"), line: Some(line), path: PathBuf::new() }),
        };
    }
    if survey.invalid == 0 {
        return Ok(standard(UTF_8));
    }
    // One damaged character must not turn a whole UTF-8 file into another encoding.
    if survey.multibyte >= 10 && survey.invalid * 10 < survey.multibyte {
        return Ok(Choice { may_be_lossy: true, ..standard(UTF_8) });
    }
    legacy(input, progress)
}

/// What one pass over the bytes shows.
#[derive(Default)]
struct Survey {
    mark: Option<&'static Encoding>,
    bytes: u64,
    /// NUL bytes at even and at odd places.
    nuls: [u64; 2],
    /// Line of the first NUL.
    nul_line: Option<u64>,
    /// Well-formed UTF-8 characters of several bytes, and bytes that belong to none.
    multibyte: u64,
    invalid: u64,
}

fn survey(input: &mut dyn Input, progress: &dyn Progress) -> Result<Survey, ImportError> {
    let mut survey = Survey::default();
    let (mut line, mut carry) = (1u64, Vec::<u8>::new());
    each_chunk(input, progress, |chunk, is_last| {
        if survey.bytes == 0 {
            survey.mark = Encoding::for_bom(chunk).map(|(encoding, _)| encoding);
        }
        for at in memchr::memchr_iter(0, chunk) {
            survey.nuls[(survey.bytes as usize + at) % 2] += 1;
            survey.nul_line.get_or_insert_with(|| line + memchr::memchr_iter(b'\n', &chunk[..at]).count() as u64);
        }
        if survey.nul_line.is_none() {
            line += memchr::memchr_iter(b'\n', chunk).count() as u64;
        }
        survey.bytes += chunk.len() as u64;
        if carry.is_empty() && chunk.is_ascii() {
            return;
        }
        carry.extend_from_slice(chunk);
        let mut rest = carry.as_slice();
        let left = loop {
            match std::str::from_utf8(rest) {
                Ok(text) => {
                    survey.multibyte += multibyte(text);
                    break &[][..];
                }
                Err(error) => {
                    let (good, bad) = rest.split_at(error.valid_up_to());
                    survey.multibyte += multibyte(std::str::from_utf8(good).unwrap_or_default());
                    match error.error_len() {
                        Some(length) => {
                            survey.invalid += length as u64;
                            rest = &bad[length..];
                        }
                        None if is_last => {
                            survey.invalid += bad.len() as u64;
                            break &[][..];
                        }
                        None => break bad,
                    }
                }
            }
        };
        carry = left.to_vec();
    })?;
    // What was carried past the last chunk is the beginning of a character that never ended.
    survey.invalid += carry.len() as u64;
    Ok(survey)
}

fn multibyte(text: &str) -> u64 {
    text.bytes().filter(|byte| *byte >= 0xC0).count() as u64
}

/// Which of the encodings of one byte a character reads best.
fn legacy(input: &mut dyn Input, progress: &dyn Progress) -> Result<Choice, ImportError> {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let candidates = [Charset::Standard(WINDOWS_1252), Charset::Standard(ISO_8859_15), Charset::Cp850, Charset::Standard(MACINTOSH)];
    let mut tallies = candidates.map(Tally::new);
    each_chunk(input, progress, |chunk, is_last| {
        detector.feed(chunk, is_last);
        for tally in &mut tallies {
            tally.feed(chunk);
        }
    })?;
    let guess = detector.guess(Some(b"fr"), Utf8Detection::Deny);
    let scores = tallies.map(Tally::finish);
    let (best, score) = french::best(&candidates, &scores);
    let plain = scores[0];
    let charset = if guess == WINDOWS_1252 {
        // The others must be clearly better: windows-1252 is what nearly all such files are.
        if score.points >= plain.points + 2 && score.points > 0 { best } else { candidates[0] }
    } else if score.points > 0 && score.points * 5 >= score.characters * 4 {
        if score.points > plain.points { best } else { candidates[0] }
    } else {
        Charset::Standard(guess)
    };
    Ok(Choice { charset, may_be_lossy: false })
}

fn each_chunk(input: &mut dyn Input, progress: &dyn Progress, mut take: impl FnMut(&[u8], bool)) -> Result<(), ImportError> {
    let failed = |source| ImportError::Read { path: PathBuf::new(), source };
    let size = input.seek(SeekFrom::End(0)).map_err(failed)?;
    input.rewind().map_err(failed)?;
    let (mut buffer, mut done) = (vec![0; CHUNK], 0);
    loop {
        if progress.is_cancelled() {
            return Err(ImportError::Cancelled);
        }
        let read = match input.read(&mut buffer) {
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(failed(error)),
        };
        if read == 0 {
            break;
        }
        done += read as u64;
        take(&buffer[..read], done >= size);
    }
    input.rewind().map_err(failed)
}

/// The upper half of code page 850.
const CP850: [char; 128] = [
    'Ç', 'ü', 'é', 'â', 'ä', 'à', 'å', 'ç', 'ê', 'ë', 'è', 'ï', 'î', 'ì', 'Ä', 'Å', 'É', 'æ', 'Æ', 'ô', 'ö', 'ò', 'û', 'ù', 'ÿ', 'Ö', 'Ü', 'ø', '£',
    'Ø', '×', 'ƒ', 'á', 'í', 'ó', 'ú', 'ñ', 'Ñ', 'ª', 'º', '¿', '®', '¬', '½', '¼', '¡', '«', '»', '░', '▒', '▓', '│', '┤', 'Á', 'Â', 'À', '©', '╣',
    '║', '╗', '╝', '¢', '¥', '┐', '└', '┴', '┬', '├', '─', '┼', 'ã', 'Ã', '╚', '╔', '╩', '╦', '╠', '═', '╬', '¤', 'ð', 'Ð', 'Ê', 'Ë', 'È', 'ı', 'Í',
    'Î', 'Ï', '┘', '┌', '█', '▄', '¦', 'Ì', '▀', 'Ó', 'ß', 'Ô', 'Ò', 'õ', 'Õ', 'µ', 'þ', 'Þ', 'Ú', 'Û', 'Ù', 'ý', 'Ý', '¯', '´', '\u{AD}', '±', '‗',
    '¾', '¶', '§', '÷', '¸', '°', '¨', '·', '¹', '³', '²', '■', '\u{A0}',
];

#[cfg(test)]
mod tests {
    use super::super::decode::Utf8;
    use super::*;
    use crate::job::Unwatched;
    use std::io::{Cursor, Read as _};

    fn chosen(bytes: &[u8]) -> &'static str {
        choose(&mut Cursor::new(bytes), None, &Unwatched).unwrap().charset.name()
    }

    fn decoded(bytes: &[u8], charset: Charset) -> String {
        let mut input = Cursor::new(bytes);
        let mut text = String::new();
        Utf8::new(&mut input, charset).read_to_string(&mut text).unwrap();
        text
    }

    fn cp850(text: &str) -> Vec<u8> {
        text.chars().map(|c| if c.is_ascii() { c as u8 } else { 0x80 + CP850.iter().position(|known| *known == c).unwrap() as u8 }).collect()
    }

    const FRENCH: &str = "civilité;prénom;nom;qualité\nMme;Hélène;LEFÈVRE;élève à l'école\nM.;Benoît;D'ARTÉMARE;reçu, août\n";

    #[test]
    fn french_text_is_recognised_in_every_encoding_it_comes_in() {
        assert_eq!(chosen(FRENCH.as_bytes()), "UTF-8");
        assert_eq!(chosen(&WINDOWS_1252.encode(FRENCH).0), "windows-1252");
        assert_eq!(chosen(&cp850(FRENCH)), "CP850");
        assert_eq!(chosen(&mac(FRENCH)), "macintosh");
        let utf16: Vec<u8> = FRENCH.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(chosen(&utf16), "UTF-16LE");
        let utf16: Vec<u8> = FRENCH.encode_utf16().flat_map(u16::to_be_bytes).collect();
        assert_eq!(chosen(&utf16), "UTF-16BE");
        assert_eq!(chosen(&ISO_8859_15.encode("nom;rue\nCœur;rue du Sacré-Cœur\n").0), "ISO-8859-15");
    }

    fn mac(text: &str) -> Vec<u8> {
        let table: Vec<char> = (0..=255).map(|byte| Charset::Standard(MACINTOSH).single_byte(byte).unwrap()).collect();
        text.chars().map(|c| table.iter().position(|known| *known == c).unwrap() as u8).collect()
    }

    #[test]
    fn an_accent_far_behind_an_ascii_beginning_still_decides() {
        let mut bytes = b"nom;ville\n".to_vec();
        for _ in 0..20_000 {
            bytes.extend_from_slice(b"DUPONT;Valmont\n");
        }
        bytes.extend_from_slice(&WINDOWS_1252.encode("LEFÈVRE;Saint-Rémy\n").0);
        assert_eq!(chosen(&bytes), "windows-1252");
    }

    #[test]
    fn one_damaged_character_leaves_a_utf8_file_utf8() {
        let mut bytes = FRENCH.repeat(20).into_bytes();
        bytes.extend_from_slice(b"x;\xE9;y;z\n");
        let choice = choose(&mut Cursor::new(&bytes), None, &Unwatched).unwrap();
        assert_eq!((choice.charset.name(), choice.may_be_lossy), ("UTF-8", true));
    }

    #[test]
    fn nul_bytes_ask_for_the_encoding_and_name_the_line() {
        let error = choose(&mut Cursor::new(b"nom;ville\nDUPONT;Val\0mont\n"), None, &Unwatched).unwrap_err();
        assert!(matches!(&error, ImportError::Broken { line: Some(2), what, .. } if what.id == "remarks-nul"), "{error}");
    }

    #[test]
    fn an_unknown_encoding_is_answered_with_the_known_ones() {
        let error = choose(&mut Cursor::new(b"a;b\n"), Some("latin-9000"), &Unwatched).unwrap_err();
        assert!(error.to_string().contains("windows-1252"), "{error}");
        assert_eq!(Charset::from_label("latin1").map(Charset::name), Some("windows-1252"));
        assert_eq!(Charset::from_label("ISO-8859-15").map(Charset::name), Some("ISO-8859-15"));
        assert_eq!(Charset::from_label("CP850"), Some(Charset::Cp850));
    }

    #[test]
    fn decoding_is_the_same_however_the_chunks_fall() {
        let text = "é;à;ç\n".repeat(40_000);
        assert_eq!(decoded(&cp850(&text), Charset::Cp850), text);
        assert_eq!(decoded(text.as_bytes(), Charset::Standard(UTF_8)), text);
        let utf16: Vec<u8> = [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        assert_eq!(decoded(&utf16, Charset::Standard(UTF_16LE)), text);
    }
}
