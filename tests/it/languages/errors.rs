//! What goes wrong is said in the language of who reads it. The words of a library, which are English, stand only in the marked technical detail.

use super::{LANGUAGES, french};
use crate::fixtures::Fixture;
use crate::workbooks::{patched, people};
use polars::error::PolarsError;
use sourcier::analysis::AnalysisError;
use sourcier::attribute::AttributeError;
use sourcier::campaign::CampaignError;
use sourcier::case::{CaseError, CaseFile, Damage, OtherFile, SheetFault};
use sourcier::import::manifest::Manifest;
use sourcier::import::sealed::read_key;
use sourcier::import::{ImportError, Request, import, preview};
use sourcier::job::Unwatched;
use sourcier::link::LinkError;
use sourcier::model::{EvidenceId, ImportKind, Language, Said, SealKeyError};
use sourcier::report::bundle::BundleError;
use sourcier::report::sheet::SheetError;
use sourcier::search::SearchError;
use sourcier::ui::window::errors;
use sourcier::ui::window::picture::PictureError;
use sourcier::ui::window::session::ChangeError;
use sourcier::words::{Words, english};
use std::collections::BTreeSet;
use std::error::Error;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

/// Words that a French sentence of ours does not have.
const ENGLISH: &str = " the is are was not no of and with could cannot failed failure invalid unexpected error denied file directory found missing \
     such permission wrong case end this that it ";

/// What stands outside the technical detail and the path.
fn outside(text: &str, language: Language) -> String {
    let mark = if language == Language::Fr { " (détail technique\u{a0}: " } else { " (technical detail: " };
    let first = text.lines().next().unwrap_or_default();
    match first.split_once(mark) {
        None => first.to_owned(),
        Some((before, detail)) => {
            assert!(detail.ends_with(')') && detail.len() > 1, "the detail comes last and is closed: {text}");
            before.to_owned()
        }
    }
}

/// What is wrong with a French sentence of ours. What is quoted from a file may be in any language.
fn foreign(text: &str) -> Option<String> {
    let said = outside(text, Language::Fr);
    let own = said.split(['«', '»']).step_by(2).collect::<Vec<_>>().join("«\u{a0}…\u{a0}»");
    if own.trim().is_empty() || own.contains('‹') {
        return Some(format!("says nothing: {text}"));
    }
    if let Some(why) = french(&own) {
        return Some(format!("{why}: {text}"));
    }
    let mut words = own.split(|c: char| !c.is_alphanumeric() && c != '’').map(str::to_lowercase);
    // « est », « non »: only whole words count.
    words.find(|word| ENGLISH.contains(&format!(" {word} "))).map(|word| format!("{word:?} is no French: {text}"))
}

/// Everything an error and its causes say of themselves.
fn own_words(error: &(dyn Error + 'static)) -> Vec<String> {
    let mut all = vec![error.to_string()];
    let mut next = error.source();
    while let Some(error) = next {
        all.push(error.to_string());
        next = error.source();
    }
    all
}

/// The sentence of an error in French, once it is seen to be French, and English in English.
fn check(error: &(dyn Error + 'static)) -> String {
    let [fr, en] = LANGUAGES.map(Words::new);
    let text = errors::render(error, &fr);
    assert_eq!(foreign(&text), None, "{error:?}");
    let said = outside(&text, Language::Fr);
    for words in own_words(error) {
        assert!(!said.contains(&words), "{words:?} in {text}");
    }
    assert!(!said.starts_with(&fr.text("errors-unknown")), "no sentence of its own: {error:?}");
    let english = outside(&errors::render(error, &en), Language::En);
    assert!(!english.contains('‹') && english != said, "{english}");
    assert!(!english.starts_with(&en.text("errors-unknown")), "{english}");
    said
}

fn path() -> PathBuf {
    "dossier.sourcier".into()
}

fn sqlite(code: i32) -> rusqlite::Error {
    rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(code), Some("near \"x\": syntax error".to_owned()))
}

fn json() -> serde_json::Error {
    serde_json::from_str::<u8>("{").unwrap_err()
}

fn table() -> PolarsError {
    PolarsError::ComputeError("lengths don't match".into())
}

/// One of each kind of refusal of a case. The compiler asks for a new one here.
fn case_errors() -> Vec<CaseError> {
    let what = || "Snapshot 3".to_owned();
    let mut all = vec![
        CaseError::PassphraseNeeded { path: path() },
        CaseError::WrongPassphrase { path: path() },
        CaseError::EmptyPassphrase,
        CaseError::InUse { path: path() },
        CaseError::Exists { path: path() },
        CaseError::Veiled,
        CaseError::ReadOnly { path: path() },
        CaseError::TooNew { path: path() },
        CaseError::Closed { path: path() },
        CaseError::NoSuchRecord { what: what() },
        CaseError::BadRecord { what: what(), why: "one of its numbers is infinite".to_owned() },
        CaseError::SealedBefore { file: "membres.csv".to_owned(), evidence: EvidenceId(3) },
        CaseError::Withheld { path: path() },
        CaseError::Altered { path: path() },
        CaseError::Unreconciled { file: "membres.csv".to_owned(), found: 3, imported: 1, duplicates: 0, rejected: 1 },
        CaseError::Io { path: path(), source: io::Error::from_raw_os_error(2) },
        CaseError::Database(sqlite(rusqlite::ffi::SQLITE_FULL)),
        CaseError::Record(json()),
        CaseError::Table(table()),
        CaseError::Cancelled,
    ];
    for found in [
        OtherFile::Folder,
        OtherFile::Empty,
        OtherFile::OtherDatabase,
        OtherFile::Png,
        OtherFile::Pdf,
        OtherFile::Zip,
        OtherFile::Text,
        OtherFile::Unknown,
    ] {
        all.push(CaseError::NotACase { found, path: path() });
    }
    for what in [SheetFault::Character, SheetFault::Groups, SheetFault::Check] {
        all.push(CaseError::BadRecoveryKey { what });
    }
    for what in [
        Damage::Cut { stated: 4_096, actual: 1_024 },
        Damage::Interrupted,
        Damage::Evidence { id: EvidenceId(3), what: "chunk 2 is missing".to_owned() },
        Damage::Record("missing field".to_owned()),
        Damage::Log("log entry 3 does not fit its hash".to_owned()),
        Damage::Database("database disk image is malformed".to_owned()),
    ] {
        all.push(CaseError::Damaged { what, path: path() });
    }
    all
}

/// A new variant must be added here, and then to [`case_errors`], or the count is wrong.
fn variant(error: &CaseError) -> usize {
    match error {
        CaseError::NotACase { .. } => 0,
        CaseError::PassphraseNeeded { .. } => 1,
        CaseError::WrongPassphrase { .. } => 2,
        CaseError::EmptyPassphrase => 3,
        CaseError::BadRecoveryKey { .. } => 4,
        CaseError::InUse { .. } => 5,
        CaseError::Exists { .. } => 6,
        CaseError::Veiled => 7,
        CaseError::ReadOnly { .. } => 8,
        CaseError::TooNew { .. } => 9,
        CaseError::Closed { .. } => 10,
        CaseError::Damaged { .. } => 11,
        CaseError::NoSuchRecord { .. } => 12,
        CaseError::BadRecord { .. } => 13,
        CaseError::SealedBefore { .. } => 14,
        CaseError::Withheld { .. } => 15,
        CaseError::Altered { .. } => 16,
        CaseError::Unreconciled { .. } => 17,
        CaseError::Io { .. } => 18,
        CaseError::Database(_) => 19,
        CaseError::Record(_) => 20,
        CaseError::Table(_) => 21,
        CaseError::Cancelled => 22,
    }
}

#[test]
fn every_refusal_of_a_case_has_its_sentence_in_both_languages() {
    let errors = case_errors();
    assert_eq!(errors.iter().map(variant).collect::<BTreeSet<_>>(), (0..23).collect());
    let mut said = BTreeSet::new();
    for error in &errors {
        assert!(said.insert(check(error)), "two refusals read alike: {error:?}");
    }
    // In whatever they come wrapped.
    for error in case_errors() {
        let plain = check(&error);
        let wrapped = ImportError::Case(error);
        assert_eq!(check(&wrapped), plain);
        assert_eq!(check(&ChangeError::Import(wrapped)), plain);
    }
    for error in case_errors() {
        let plain = check(&error);
        assert_eq!(check(&AnalysisError::Case(error)), plain);
    }
    for error in case_errors() {
        let plain = check(&error);
        assert_eq!(check(&SearchError::Case(error)), plain);
    }
}

#[test]
fn every_answer_of_the_system_has_its_sentence() {
    let kinds = [
        ErrorKind::NotFound,
        ErrorKind::PermissionDenied,
        ErrorKind::StorageFull,
        ErrorKind::ReadOnlyFilesystem,
        ErrorKind::IsADirectory,
        ErrorKind::NotADirectory,
        ErrorKind::DirectoryNotEmpty,
        ErrorKind::AlreadyExists,
        ErrorKind::InvalidFilename,
        ErrorKind::InvalidInput,
        ErrorKind::InvalidData,
        ErrorKind::UnexpectedEof,
        ErrorKind::Interrupted,
        ErrorKind::TimedOut,
        ErrorKind::ResourceBusy,
        ErrorKind::FileTooLarge,
        ErrorKind::OutOfMemory,
        ErrorKind::CrossesDevices,
        ErrorKind::Unsupported,
        ErrorKind::NetworkDown,
    ];
    let mut said = BTreeSet::new();
    for kind in kinds {
        assert!(said.insert(check(&io::Error::from(kind))), "{kind:?} reads as another");
        // With words of a library in it: they are the detail.
        let worded = io::Error::new(kind, "failed to fill whole buffer");
        check(&worded);
        assert!(errors::render(&worded, &Words::new(Language::Fr)).ends_with("(détail technique\u{a0}: failed to fill whole buffer)"));
    }
    for number in 1..135 {
        check(&io::Error::from_raw_os_error(number));
    }
    assert!(check(&io::Error::from_raw_os_error(9_999)).contains("9999"));
    check(&io::Error::other("odd"));
}

#[test]
fn every_answer_of_the_database_is_said_in_french() {
    use rusqlite::ffi;
    for code in
        [ffi::SQLITE_BUSY, ffi::SQLITE_FULL, ffi::SQLITE_READONLY, ffi::SQLITE_CANTOPEN, ffi::SQLITE_IOERR, ffi::SQLITE_CORRUPT, ffi::SQLITE_TOOBIG]
    {
        check(&sqlite(code));
        check(&CaseError::Database(sqlite(code)));
        check(&SearchError::Index(sqlite(code)));
    }
    for code in 1..30 {
        check(&CaseError::Database(sqlite(code)));
    }
    check(&CaseError::Database(rusqlite::Error::QueryReturnedNoRows));
}

#[test]
fn whatever_else_the_window_shows_has_its_sentence() {
    let segment = || LinkError::Segment(Box::new(CaseError::Damaged { what: Damage::Database("malformed".to_owned()), path: path() }));
    let all: Vec<Box<dyn Error>> = vec![
        Box::new(LinkError::Table(table())),
        Box::new(LinkError::Packed("it is cut off".to_owned())),
        Box::new(segment()),
        Box::new(LinkError::Cancelled),
        Box::new(AnalysisError::Link(segment())),
        Box::new(AnalysisError::Campaign(CampaignError::Cancelled)),
        Box::new(AnalysisError::Attribute(AttributeError::Cancelled)),
        Box::new(SearchError::Cancelled),
        Box::new(PictureError::Size),
        Box::new(PictureError::Write("the data is too large".to_owned())),
        Box::new(sourcier::ui::window::picture::png("no drawing").unwrap_err()),
        Box::new(io::Error::other(PictureError::Size)),
        Box::new(SheetError::TooLong(2_000_000)),
        Box::new(SheetError::Csv(io::Error::from(ErrorKind::StorageFull).into())),
        Box::new(BundleError::Json(json())),
        Box::new(BundleError::Csv(io::Error::from(ErrorKind::StorageFull).into())),
        Box::new(ChangeError::Defect),
        Box::new(SealKeyError::Short(5)),
        Box::new(SealKeyError::Long),
        Box::new(SealKeyError::Unreadable),
        Box::new(ImportError::Read { path: path(), source: ErrorKind::PermissionDenied.into() }),
        Box::new(ImportError::Write { source: ErrorKind::StorageFull.into() }),
        Box::new(ImportError::Missing { path: path() }),
        Box::new(ImportError::Cancelled),
        Box::new(Manifest::read(Path::new("no such manifest.toml")).unwrap_err()),
    ];
    for error in all {
        check(error.as_ref());
    }
    // What stands in front stays in front, and no path behind it.
    let (words, full) = (Words::new(Language::Fr), io::Error::from(ErrorKind::StorageFull));
    let text = errors::after("L’enregistrement a échoué".to_owned(), &full, &words);
    assert!(text.starts_with("L’enregistrement a échoué — il n’y a plus de place") && foreign(&text).is_none(), "{text}");
}

#[test]
fn a_file_that_is_no_case_is_called_what_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        path
    };
    let words = Words::new(Language::Fr);
    for (path, part) in [
        (at("a.sourcier", b"\x89PNG\r\n\x1a\n0000000000"), "image"),
        (at("b.sourcier", b"nom;courriel\nAda;a@valmont.example\n"), "texte"),
        (at("c.sourcier", b""), "vide"),
        (folder.path().to_owned(), "c’est un répertoire"),
        (folder.path().join("none.sourcier"), "déplacé"),
    ] {
        let error = CaseFile::open(&path, None).map(drop).unwrap_err();
        assert!(check(&error).contains(part), "{}", errors::render(&error, &words));
    }
    let fixture = Fixture::small();
    let path = fixture.path();
    let Fixture { folder, file } = fixture;
    file.close().unwrap();
    let bytes = std::fs::read(&path).unwrap();
    std::fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
    let said = check(&CaseFile::open(&path, None).map(drop).unwrap_err());
    assert!(said.contains("sa base de données ne se lit plus"), "{said}");
    drop(folder);
}

/// Both languages of a sentence.
fn check_said(said: &Said) -> String {
    let [fr, en] = LANGUAGES.map(Words::new);
    let text = fr.said(said);
    assert_eq!(foreign(&text), None, "{said:?}");
    assert!(!english(said).contains('‹') && en.said(said) != text, "{text}");
    text
}

#[test]
fn a_broken_file_is_explained_without_the_words_of_a_library() {
    let folder = tempfile::tempdir().unwrap();
    let refused = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        let Err(error) = preview(&Request::new(&path, ImportKind::Source)) else { return "taken".to_owned() };
        check(&error);
        check_said(&error.said().unwrap())
    };
    let whole = people().save_to_buffer().unwrap();
    let sheet = |change: fn(String) -> String| patched(&whole, "xl/worksheets/sheet1.xml", change);
    let mut flipped = whole.clone();
    // In the packed data of the first part.
    let first = 30 + usize::from(whole[26]) + usize::from(whole[28]);
    flipped[first + 20] ^= 0x55;
    let mut wrong = Vec::new();
    for (name, bytes, part) in [
        ("coupe.xlsx", whole[..whole.len() / 2].to_vec(), "son sommaire"),
        ("abime.xlsx", flipped, "données comprimées sont abîmées"),
        ("faux.xlsx", sheet(|text| text.replace("<c r=\"B2\"", "<!-- <c r=\"B2\"")), "commentaire"),
        ("faux.xlsx", sheet(|text| text.replace("<c r=\"B2\"", "<!-- <c r=\"B2\"")), "commentaire"),
        ("ouvert.xlsx", sheet(|text| text[..text.find("<c r=\"B2\"").unwrap() + 5].to_owned()), "jamais fermée"),
        ("fin.xlsx", sheet(|text| text[..text.find("<c r=\"B2\"").unwrap()].to_owned()), "trop tôt"),
    ] {
        let said = refused(name, &bytes);
        if !said.contains(part) {
            wrong.push(format!("{name}: {said}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn a_message_that_is_not_well_formed_says_why_in_french() {
    let mut fixture = Fixture::empty();
    let sms = b"<smses count=\"1\"><sms address=\"38105\" date=\"1536040800000\" type=\"1\" body=\"Oui\"><a>&amp</a></sms></smses>";
    let path = fixture.write("sms.xml", sms);
    import(&mut fixture.file, &[Request::new(path, ImportKind::Messages)], &Unwatched).unwrap();
    let message = &fixture.file.case().contents().messages[0];
    let remark = Words::new(Language::Fr).remarks_of(message).into_iter().find(|text| text.contains("bien formé")).unwrap();
    assert!(remark.contains("un caractère écrit en code"), "{remark}");
    assert!(message.warnings.iter().any(|text| text.contains("not well-formed")), "{:?}", message.warnings);
    // What an earlier version kept, in the words of its library, is marked.
    let before = sourcier::said!("remarks-not-well-formed", error = "ill-formed document: the entity was not closed");
    assert!(check_said(&before).ends_with("(détail technique\u{a0}: ill-formed document: the entity was not closed)"));
}

#[test]
fn a_mapping_file_and_a_key_file_are_refused_in_french() {
    for (text, part) in [
        ("email: Courriel", "signe égal"),
        ("email = Courriel", "entre guillemets droits"),
        ("email = \"Courriel", "jamais fermé"),
        ("email = \"a\"\nemail = \"b\"", "deux fois"),
        ("email = \"a\" b", "détail technique"),
    ] {
        let error = sourcier::import::mapping::from_toml(text).unwrap_err();
        // The quotes in it are what one writes.
        let text = Words::new(Language::Fr).said(&error.said().unwrap());
        assert!(text.contains(part) && foreign(&text.replace('"', "")).is_none(), "{text}");
    }
    let folder = tempfile::tempdir().unwrap();
    let short = folder.path().join("court.key");
    std::fs::write(&short, b"trop court").unwrap();
    for (path, part) in [(short, "au moins 16"), (folder.path().join("none.key"), "il n’y a pas de fichier")] {
        let said = read_key(&path).unwrap_err();
        assert!(check_said(&said).contains(part), "{said:?}");
    }
    for error in [SealKeyError::Short(5), SealKeyError::Long, SealKeyError::Unreadable] {
        assert_eq!(english(&error.said()), error.to_string());
    }
}

/// Places where an error may stand in its own words, and why.
const OWN_WORDS: [(&str, &str); 2] = [("picture.rs", "it becomes a detail"), ("window/mod.rs", "there is no window to say it in")];

#[test]
fn no_place_of_the_window_shows_an_error_in_its_own_words() {
    fn look(folder: &Path, found: &mut Vec<String>, seen: &mut usize) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                if !path.ends_with("errors") {
                    look(&path, found, seen);
                }
                continue;
            }
            *seen += 1;
            let text = std::fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
            for sign in ["error.to_string()", "{error", "{e}", "{err}"] {
                let is_allowed = OWN_WORDS.iter().any(|(end, _)| path.ends_with(end));
                if text.contains(sign) && !is_allowed {
                    found.push(format!("{}: {sign}", path.display()));
                }
            }
        }
    }
    let (mut found, mut seen) = (Vec::new(), 0);
    look(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ui/window"), &mut found, &mut seen);
    assert!(seen > 100, "the source was not read");
    assert!(found.is_empty(), "render it with `errors::render` or `errors::after`: {found:#?}");
}

#[test]
fn english_outside_the_detail_would_be_seen() {
    for wrong in [
        "Le fichier n’a pas pu être lu — No such file or directory (os error 2)",
        "Permission denied",
        "",
        " (détail technique\u{a0}: all of it)",
        "Le dossier est abîmé: oui",
    ] {
        assert!(foreign(wrong).is_some(), "{wrong}");
    }
    let right = "Le dossier est abîmé — sa base ne se lit plus (détail technique\u{a0}: the file is not a database)\n/tmp/the/file";
    assert_eq!(foreign(right), None);
    assert_eq!(foreign("Il y manque la partie «\u{a0}the file\u{a0}»"), None);
}
