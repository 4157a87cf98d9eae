//! Reads the incident manifest (cli.md): settings, sources, and the files to import.
//!
//! It only states what is to be done, as an [`Incident`], [`Source`]s and import [`Request`]s; paths are resolved and globs expanded here, so that a
//! file that is not there is named before anything is written.

mod reader;
mod rivals;

pub use reader::{Document, Keys, ManifestError};

use super::mapping::nearest;
use super::{ReadOptions, Recipients, Request, StatedRival};
use crate::model::{Channel, DateOrder, Field, FoundBy, ImportKind, Incident, Language, Mapping, Seal, Source, SourceKind, UncertainDay};
use crate::words::english;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};
use toml::de::DeTable;

/// A manifest, read and checked.
#[derive(Clone, Debug)]
pub struct Manifest {
    /// The incident's settings.
    pub incident: Incident,
    /// Candidate files.
    pub sources: Vec<Source>,
    /// Files to import, in the order of the manifest.
    pub requests: Vec<Request>,
    /// Answers to rival explanations.
    pub rivals: Vec<StatedRival>,
}

const TABLES: [&str; 9] = ["incident", "messages", "recipients", "sources", "statements", "roster", "access_log", "events", "rivals"];
const FILE: [&str; 7] = ["path", "mapping", "encoding", "separator", "sheet", "dates", "obtained"];

impl Manifest {
    /// Reads the manifest at `path`.
    ///
    /// # Errors
    /// [`ManifestError`] with the line, the key and what to write instead.
    pub fn read(path: &Path) -> Result<Self, ManifestError> {
        let text = std::fs::read_to_string(path).map_err(|source| ManifestError::Read { path: path.to_owned(), source })?;
        Self::parse(path, text.trim_start_matches('\u{feff}'))
    }

    fn parse(path: &Path, text: &str) -> Result<Self, ManifestError> {
        let document = Document::new(path, text);
        let root = document.root()?;
        let keys = Keys::new(&document, "the manifest", root.get_ref(), 0..0, &TABLES)?;
        let incident = incident(&document, &keys)?;
        let mut manifest = Self { incident, sources: Vec::new(), requests: Vec::new(), rivals: Vec::new() };
        for (table, span) in keys.tables("sources")? {
            manifest.source(&document, table, span)?;
        }
        for (table, span) in keys.tables("messages")? {
            manifest.messages(&document, table, span)?;
        }
        for (table, span) in keys.tables("recipients")? {
            manifest.recipients(&document, table, span)?;
        }
        for (name, kind) in [
            ("statements", ImportKind::Statements),
            ("roster", ImportKind::Roster),
            ("access_log", ImportKind::AccessLog),
            ("events", ImportKind::Events),
        ] {
            let title = format!("[[{name}]]");
            for (table, span) in keys.tables(name)? {
                let keys = Keys::new(&document, &title, table, span, &FILE)?;
                manifest.requests.extend(files(&document, &keys, kind)?);
            }
        }
        for (table, span) in keys.tables("rivals")? {
            manifest.rival(&document, table, span)?;
        }
        manifest.check_circles(&document)?;
        Ok(manifest)
    }

    fn source(&mut self, document: &Document<'_>, table: &DeTable<'_>, span: Range<usize>) -> Result<(), ManifestError> {
        const KNOWN: [&str; 14] = [
            "id",
            "name",
            "controller",
            "purpose",
            "legal_basis",
            "retention",
            "kind",
            "size",
            "coverage",
            "first_known",
            "columns",
            "snapshots",
            "note",
            "key_file",
        ];
        let keys = Keys::new(document, "[[sources]]", table, span, &KNOWN)?;
        let id = keys.needed("id")?;
        if self.sources.iter().any(|source| source.id.as_str() == id) {
            return Err(keys.wrong("id", format!("there is a source {id:?} already; every source needs its own id")));
        }
        let kind = match keys.text("kind")?.as_deref() {
            None | Some("held") => SourceKind::Held,
            Some("declared") => SourceKind::Declared,
            Some("sealed") => SourceKind::Sealed,
            Some(other) => return Err(keys.wrong("kind", choice(other, &["held", "declared", "sealed"]))),
        };
        let seal = seal(document, &keys, kind)?;
        let coverage = keys.number("coverage")?;
        if coverage.is_some_and(|share| !(share > 0.0 && share <= 1.0)) {
            return Err(keys.wrong("coverage", "a share above 0 and up to 1 is needed, for instance 0.6"));
        }
        let size = keys.count("size")?;
        if kind == SourceKind::Declared && size.is_none() {
            return Err(keys.wrong("size", format!("the declared source {id:?} needs its size: how many people it holds")));
        }
        let first_known = keys.parsed::<UncertainDay>("first_known")?.and_then(|day| day.earliest);
        let name = keys.text("name")?.unwrap_or_else(|| id.clone());
        let text = |key| keys.text(key).map(Option::unwrap_or_default);
        self.sources.push(Source {
            id: id.clone().into(),
            name,
            controller: text("controller")?,
            purpose: text("purpose")?,
            legal_basis: text("legal_basis")?,
            retention: text("retention")?,
            kind,
            size,
            coverage,
            first_known,
            columns: keys.texts("columns")?,
            seal: seal.clone(),
            ..Source::default()
        });
        for (table, span) in keys.tables("snapshots")? {
            if kind == SourceKind::Sealed && seal.is_none() {
                let what = format!("the sealed source {id:?} has states and needs the file of its key, for instance key_file = \"echange.key\"");
                return Err(keys.wrong("snapshots", what));
            }
            let known: Vec<&str> = FILE.into_iter().chain(["as_of", "hashed"]).collect();
            let keys = Keys::new(document, "[[sources.snapshots]]", table, span, &known)?;
            let as_of = keys.parsed::<UncertainDay>("as_of")?;
            let is_hashed = keys.flag("hashed")?.unwrap_or(false);
            for request in files(document, &keys, ImportKind::Source)? {
                self.requests.push(Request { source: Some(id.clone().into()), as_of: as_of.clone(), seal: seal.clone(), is_hashed, ..request });
            }
        }
        Ok(())
    }

    fn messages(&mut self, document: &Document<'_>, table: &DeTable<'_>, span: Range<usize>) -> Result<(), ManifestError> {
        let known: Vec<&str> = FILE.into_iter().chain(["found_by", "sigma", "campaign", "channel", "sent_at", "sender", "recipients"]).collect();
        let keys = Keys::new(document, "[[messages]]", table, span, &known)?;
        let channel = match keys.text("channel")?.as_deref() {
            None => None,
            Some("email") => Some(Channel::Email),
            Some("sms") => Some(Channel::Sms),
            Some("letter") => Some(Channel::Letter),
            Some("call") => Some(Channel::Call),
            Some("other") => Some(Channel::Other),
            Some(other) => return Err(keys.wrong("channel", choice(other, &["email", "sms", "letter", "call", "other"]))),
        };
        let recipients = match keys.get("recipients").map(toml::Spanned::get_ref) {
            None => Recipients::InDocument,
            Some(toml::de::DeValue::String(path)) => Recipients::Table(one_file(document, &keys, "recipients", path)?),
            Some(_) => Recipients::Listed(keys.texts("recipients")?),
        };
        let sender = keys.text("sender")?;
        for request in mailing(document, &keys, ImportKind::Messages)? {
            self.requests.push(Request { channel, sender: sender.clone(), recipients: recipients.clone(), ..request });
        }
        Ok(())
    }

    fn recipients(&mut self, document: &Document<'_>, table: &DeTable<'_>, span: Range<usize>) -> Result<(), ManifestError> {
        let known: Vec<&str> = FILE.into_iter().chain(["found_by", "sigma", "campaign", "sent_at"]).collect();
        let keys = Keys::new(document, "[[recipients]]", table, span, &known)?;
        self.requests.extend(mailing(document, &keys, ImportKind::Recipients)?);
        Ok(())
    }

    /// A circle must be that of a source of this manifest.
    fn check_circles(&self, document: &Document<'_>) -> Result<(), ManifestError> {
        let known: Vec<&str> = self.sources.iter().map(|source| source.id.as_str()).collect();
        for request in &self.requests {
            if let FoundBy::Circle(source) = &request.found_by
                && !known.contains(&source.as_str())
            {
                let hint = nearest(source.as_str(), known.iter().copied()).map_or_else(String::new, |near| format!("; did you mean {near:?}?"));
                return Err(document.wrong(&(0..0), format!("found_by = \"circle:{source}\" names no source of this manifest{hint}")));
            }
        }
        Ok(())
    }
}

fn incident(document: &Document<'_>, root: &Keys<'_, '_>) -> Result<Incident, ManifestError> {
    let mut incident = Incident::default();
    let tables = root.tables("incident")?;
    let Some((table, span)) = tables.into_iter().next() else {
        return Err(document.wrong(&(0..0), "the manifest needs an [incident] table with a title and a pool".to_owned()));
    };
    let keys = Keys::new(document, "[incident]", table, span, &["title", "language", "timezone", "pool", "until", "fingerprints"])?;
    incident.title = keys.needed("title")?;
    incident.language = match keys.text("language")?.as_deref() {
        None | Some("fr") => Language::Fr,
        Some("en") => Language::En,
        Some(other) => return Err(keys.wrong("language", choice(other, &["fr", "en"]))),
    };
    if let Some(zone) = keys.text("timezone")? {
        jiff::tz::TimeZone::get(&zone)
            .map_err(|_unknown| keys.wrong("timezone", format!("{zone:?} is not a time zone; write for instance \"Europe/Paris\"")))?;
        incident.timezone = zone;
    }
    match keys.count("pool")? {
        Some(0) => return Err(keys.wrong("pool", "the pool is the number of people an unrelated mailing could have reached; it cannot be 0")),
        Some(pool) => incident.pool = pool,
        None => {}
    }
    incident.fingerprints = keys.flag("fingerprints")?.unwrap_or(incident.fingerprints);
    incident.until = keys.parsed::<UncertainDay>("until")?.and_then(|day| day.latest);
    Ok(incident)
}

/// The requests of a table with a `path`, before what its kind adds.
fn files(document: &Document<'_>, keys: &Keys<'_, '_>, kind: ImportKind) -> Result<Vec<Request>, ManifestError> {
    let pattern = keys.needed("path")?;
    let mapping = mapping(document, keys)?;
    let separator = match keys.text("separator")?.as_deref() {
        None => None,
        Some("tab" | "\t") => Some(b'\t'),
        Some(one) if one.len() == 1 => one.bytes().next(),
        Some(other) => return Err(keys.wrong("separator", format!("{other:?} is not one character; write \";\" or \"tab\""))),
    };
    let dates = match keys.text("dates")? {
        None => None,
        Some(word) => match DateOrder::ALL.into_iter().find(|order| order.key() == word) {
            Some(order) => Some(order),
            None => return Err(keys.wrong("dates", choice(&word, &DateOrder::ALL.map(DateOrder::key)))),
        },
    };
    let reading = ReadOptions { encoding: keys.text("encoding")?, separator, sheet: keys.text("sheet")?, dates };
    let method = keys.text("obtained")?.unwrap_or_default();
    let paths = expand(document, keys, &pattern)?;
    let request = |path| Request { reading: reading.clone(), mapping: mapping.clone(), method: method.clone(), ..Request::new(path, kind) };
    Ok(paths.into_iter().map(request).collect())
}

/// The same with what messages and recipients have in common.
fn mailing(document: &Document<'_>, keys: &Keys<'_, '_>, kind: ImportKind) -> Result<Vec<Request>, ManifestError> {
    let found_by = keys.parsed::<FoundBy>("found_by")?.unwrap_or_default();
    let sigma = keys.number("sigma")?;
    if sigma.is_some_and(|sigma| sigma < 1.0) {
        return Err(keys.wrong("sigma", "the strength of a circle is at least 1"));
    }
    let campaign = keys.text("campaign")?.map(Into::into);
    if let Some(raw) = keys.text("sent_at")? {
        raw.parse::<UncertainDay>().map_err(|error| keys.wrong("sent_at", error))?;
    }
    let sent_at = keys.text("sent_at")?;
    let requests = files(document, keys, kind)?;
    Ok(requests
        .into_iter()
        .map(|request| Request { found_by: found_by.clone(), sigma, campaign: campaign.clone(), sent_at: sent_at.clone(), ..request })
        .collect())
}

fn mapping(document: &Document<'_>, keys: &Keys<'_, '_>) -> Result<Mapping, ManifestError> {
    let tables = keys.tables("mapping")?;
    let Some((table, span)) = tables.into_iter().next() else { return Ok(Mapping::default()) };
    let known: Vec<&str> = Field::ALL.into_iter().map(Field::key).collect();
    let keys = Keys::new(document, "the mapping", table, span, &known)?;
    let mut mapping = BTreeMap::new();
    for field in Field::ALL {
        if let Some(column) = keys.text(field.key())? {
            mapping.insert(field, column);
        }
    }
    Ok(Mapping(mapping))
}

/// The files a path or glob names, sorted; at least one.
fn expand(document: &Document<'_>, keys: &Keys<'_, '_>, pattern: &str) -> Result<Vec<PathBuf>, ManifestError> {
    let plain = document.folder().join(pattern);
    // A file whose name has brackets is a file, not a pattern.
    if plain.is_file() {
        return Ok(vec![plain]);
    }
    let folder = glob::Pattern::escape(&document.folder().to_string_lossy());
    let whole = if folder.is_empty() { pattern.to_owned() } else { format!("{folder}/{pattern}") };
    let found = glob::glob(&whole).map_err(|error| keys.wrong("path", format!("{pattern:?} is not a valid pattern ({})", error.msg)))?;
    let mut paths: Vec<PathBuf> = found.filter_map(Result::ok).filter(|path| path.is_file()).collect();
    paths.sort();
    if paths.is_empty() {
        return Err(keys.wrong("path", format!("there is no file {pattern:?} beside the manifest")));
    }
    Ok(paths)
}

/// The key of a sealed source; `None` for others.
fn seal(document: &Document<'_>, keys: &Keys<'_, '_>, kind: SourceKind) -> Result<Option<Seal>, ManifestError> {
    let Some(path) = keys.text("key_file")? else { return Ok(None) };
    if kind != SourceKind::Sealed {
        return Err(keys.wrong("key_file", "only a source of kind = \"sealed\" has a key"));
    }
    let path = one_file(document, keys, "key_file", &path)?;
    crate::import::sealed::read_key(&path).map(|key| Some(Seal { key })).map_err(|said| keys.wrong("key_file", english(&said)))
}

fn one_file(document: &Document<'_>, keys: &Keys<'_, '_>, key: &str, path: &str) -> Result<PathBuf, ManifestError> {
    let full = document.folder().join(path);
    if full.is_file() { Ok(full) } else { Err(keys.wrong(key, format!("there is no file {path:?} beside the manifest"))) }
}

fn choice(found: &str, known: &[&str]) -> String {
    let hint = nearest(found, known.iter().copied()).map_or_else(String::new, |near| format!("; did you mean {near:?}?"));
    format!("{found:?} is none of {}{hint}", known.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaint(text: &str) -> String {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.csv"), "x\n").unwrap();
        Manifest::parse(&folder.path().join("incident.toml"), text).map_or_else(|error| error.to_string(), |_| String::new())
    }

    #[test]
    fn an_unknown_key_names_its_line_and_the_nearest_known_key() {
        let text = "[incident]\ntitle = \"x\"\npol = 3\n";
        assert_eq!(complaint(text), "Line 3: [incident] has no key \"pol\"; did you mean \"pool\"?");
    }

    #[test]
    fn bad_values_name_line_key_and_remedy() {
        let head = "[incident]\ntitle = \"x\"\n";
        assert!(complaint(&format!("{head}language = \"de\"\n")).starts_with("Line 3: language in [incident]: \"de\" is none of fr, en"));
        assert!(complaint(&format!("{head}pool = 0\n")).starts_with("Line 3: pool in [incident]"));
        let source = "[[sources]]\nid = \"a\"\nkind = \"declared\"\n";
        assert!(complaint(&format!("{head}{source}")).contains("needs its size"));
        let twice = "[[sources]]\nid = \"a\"\n[[sources]]\nid = \"a\"\n";
        assert!(complaint(&format!("{head}{twice}")).starts_with("Line 6: id in [[sources]]: there is a source \"a\" already"));
    }

    #[test]
    fn a_missing_file_is_named_before_anything_is_written() {
        let text = "[incident]\ntitle = \"x\"\n[[roster]]\npath = \"roster.csv\"\n";
        assert_eq!(complaint(text), "Line 4: path in [[roster]]: there is no file \"roster.csv\" beside the manifest");
    }

    #[test]
    fn a_circle_must_be_that_of_a_known_source() {
        let text = "[incident]\ntitle = \"x\"\n[[sources]]\nid = \"adherents\"\n[[recipients]]\npath = \"a.csv\"\nfound_by = \"circle:adherants\"\n";
        assert!(complaint(text).contains("did you mean \"adherents\"?"));
    }

    #[test]
    fn an_answer_to_a_rival_explanation_is_held_against_the_catalogue() {
        let said = |rival: &str| complaint(&format!("[incident]\ntitle = \"x\"\n[[rivals]]\n{rival}"));
        assert_eq!(said("kind = \"bought-list\"\nanswer = \"possible\"\ntext = \"facture\"\n"), "");
        assert_eq!(said("kind = \"own-1\"\ntitle = \"Fichier du syndicat\"\nanswer = \"open\"\n"), "");
        let unknown = said("kind = \"electoral-rol\"\nanswer = \"open\"\n");
        assert!(unknown.starts_with("Line 4: kind in [[rivals]]") && unknown.contains("did you mean \"electoral-roll\"?"), "{unknown}");
        let unknown = said("kind = \"bought-list\"\nanswer = \"refuted\"\n");
        assert!(unknown.starts_with("Line 5: answer in [[rivals]]: \"refuted\" is none of open, spoken-against"), "{unknown}");
        assert!(said("kind = \"bought-list\"\nanswer = \"possible\"\n").contains("add the key \"text\""));
        assert!(said("kind = \"own-1\"\nanswer = \"open\"\n").contains("needs a title"));
        assert!(said("kind = \"bought-list\"\nanswers = \"open\"\n").contains("did you mean \"answer\"?"));
        assert!(said("kind = \"bought-list\"\nanswer = \"open\"\ncampaign = \"c1\"\n").contains("leave the key out"));
        let twice = "kind = \"bought-list\"\nanswer = \"open\"\n[[rivals]]\nkind = \"bought-list\"\nanswer = \"open\"\n";
        assert!(said(twice).starts_with("Line 7: kind in [[rivals]]: there is an answer"), "{}", said(twice));
    }

    #[test]
    fn broken_toml_names_the_line() {
        assert!(complaint("[incident]\ntitle = \n").starts_with("Line 2: "));
    }
}
