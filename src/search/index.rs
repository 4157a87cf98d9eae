//! The full-text index: SQLite FTS5 in the memory of this program, made from what a case shows.
//!
//! It is never written anywhere. So a protected case leaves nothing in plain text, a case that cannot be changed is searched like any other, and the
//! case file stays the same bytes. What it costs is making it again after opening; after a change only the documents that changed are read again.

use super::SearchError;
use super::documents::{Document, Documents, Group};
use super::fts;
use super::query::Query;
use super::spot;
use crate::job::{Progress, Stage};
use crate::model::{Contents, Thing};
use crate::normalise::tokens;
use rusqlite::{Connection, params};
use sha2::{Digest as _, Sha256};
use std::collections::BTreeMap;

/// Documents read between two looks at whether to stop.
const AT_A_TIME: u64 = 64;

/// See the module.
pub struct Index {
    connection: Connection,
    /// The number of each document, and the digest of what it was made from.
    known: BTreeMap<Thing, (i64, [u8; 32])>,
    things: BTreeMap<i64, Thing>,
    next: i64,
}

/// Something found.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// What.
    pub thing: Thing,
    /// How well it answers: the smaller, the better.
    pub rank: f64,
}

/// Everything found in one group.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// Where.
    pub group: Group,
    /// Best first.
    pub hits: Vec<Hit>,
}

impl Index {
    /// An empty index.
    ///
    /// # Errors
    /// If the database engine refuses, for instance for want of memory.
    pub fn empty() -> Result<Self, SearchError> {
        let connection = Connection::open_in_memory()?;
        connection.execute_batch(
            "PRAGMA temp_store = MEMORY;
             CREATE VIRTUAL TABLE document USING fts5(title, who, text, keys, content = '', contentless_delete = 1,
               tokenize = 'unicode61 remove_diacritics 2');
             INSERT INTO document(document, rank) VALUES ('rank', 'bm25(5.0, 3.0, 1.0, 3.0)');",
        )?;
        Ok(Self { connection, known: BTreeMap::new(), things: BTreeMap::new(), next: 1 })
    }

    /// Brings the index up to date with a case. What has not changed is left as it is.
    ///
    /// # Errors
    /// [`SearchError::Cancelled`]; the index is then as good as before, and the next call goes on.
    pub fn renew(&mut self, contents: &Contents, progress: &dyn Progress) -> Result<(), SearchError> {
        progress.stage(Stage::Indexing, &contents.incident.title);
        let documents = Documents::new(contents);
        let things = documents.things();
        let total = things.len() as u64;
        self.connection.execute_batch("BEGIN")?;
        let done = self.renew_within(&documents, &things, total, progress);
        // What was read until a cancel is true and kept.
        self.connection.execute_batch("COMMIT")?;
        done
    }

    fn renew_within(&mut self, documents: &Documents<'_>, things: &[Thing], total: u64, progress: &dyn Progress) -> Result<(), SearchError> {
        let there: std::collections::BTreeSet<&Thing> = things.iter().collect();
        let gone: Vec<Thing> = self.known.keys().filter(|thing| !there.contains(thing)).cloned().collect();
        for thing in gone {
            self.forget(&thing)?;
        }
        for (done, thing) in (0..).zip(things) {
            if done % AT_A_TIME == 0 {
                progress.advance(done, Some(total));
                if progress.is_cancelled() {
                    return Err(SearchError::Cancelled);
                }
            }
            let Some(document) = documents.get(thing) else { continue };
            let digest = digest(&document);
            if self.known.get(thing).is_some_and(|(_, before)| *before == digest) {
                continue;
            }
            self.forget(thing)?;
            self.add(thing, &document, digest)?;
        }
        progress.advance(total, Some(total));
        Ok(())
    }

    fn forget(&mut self, thing: &Thing) -> Result<(), SearchError> {
        if let Some((number, _)) = self.known.remove(thing) {
            self.things.remove(&number);
            self.connection.prepare_cached("DELETE FROM document WHERE rowid = ?1")?.execute([number])?;
        }
        Ok(())
    }

    fn add(&mut self, thing: &Thing, document: &Document, digest: [u8; 32]) -> Result<(), SearchError> {
        let number = self.next;
        self.next += 1;
        self.connection.prepare_cached("INSERT INTO document (rowid, title, who, text, keys) VALUES (?1, ?2, ?3, ?4, ?5)")?.execute(params![
            number,
            folded(&document.title),
            folded(&document.who),
            folded(&document.text),
            keys(document)
        ])?;
        self.known.insert(thing.clone(), (number, digest));
        self.things.insert(number, thing.clone());
        Ok(())
    }

    /// How many documents it has.
    pub fn len(&self) -> usize {
        self.known.len()
    }

    /// Whether it has none.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Everything that answers a question, group by group; groups without anything are left out.
    ///
    /// # Errors
    /// If the database engine fails.
    pub fn find(&self, query: &Query) -> Result<Vec<Found>, SearchError> {
        let mut statement = self.connection.prepare_cached("SELECT rowid, rank FROM document WHERE document MATCH ?1")?;
        let mut rows = statement.query([fts::expression(query)])?;
        let mut hits: BTreeMap<Group, Vec<Hit>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            if let Some(thing) = self.things.get(&row.get(0)?) {
                hits.entry(Group::of(thing)).or_default().push(Hit { thing: thing.clone(), rank: row.get(1)? });
            }
        }
        let mut found = Vec::new();
        for group in Group::ALL {
            let Some(mut hits) = hits.remove(&group) else { continue };
            hits.sort_by(|a, b| a.rank.total_cmp(&b.rank).then_with(|| a.thing.cmp(&b.thing)));
            found.push(Found { group, hits });
        }
        Ok(found)
    }

    /// How many things of each group answer a question, in the order of [`Group::ALL`].
    ///
    /// # Errors
    /// If the database engine fails.
    pub fn count(&self, query: &Query) -> Result<[usize; Group::ALL.len()], SearchError> {
        let mut statement = self.connection.prepare_cached("SELECT rowid FROM document WHERE document MATCH ?1")?;
        let mut rows = statement.query([fts::expression(query)])?;
        let mut counts = [0; Group::ALL.len()];
        while let Some(row) = rows.next()? {
            let group = self.things.get(&row.get(0)?).map(Group::of);
            if let Some(at) = group.and_then(|group| Group::ALL.iter().position(|it| *it == group)) {
                counts[at] += 1;
            }
        }
        Ok(counts)
    }
}

/// The words of a text as the index keeps them: folded by us, so that a ligature is two letters and a question is folded the same way.
fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for token in tokens(text) {
        out.push_str(&token.folded);
        out.push(' ');
    }
    out
}

fn keys(document: &Document) -> String {
    let mut keys = String::new();
    for text in [&document.title, &document.who, &document.text] {
        for spotted in spot::spotted(text) {
            if let Some(national) = spot::national(&spotted.key) {
                keys.push_str(&national);
                keys.push(' ');
            }
            keys.push_str(&spotted.key);
            keys.push(' ');
        }
    }
    keys
}

fn digest(document: &Document) -> [u8; 32] {
    let mut hasher = Sha256::new();
    for part in [&document.title, &document.who, &document.text] {
        hasher.update((part.len() as u64).to_le_bytes());
        hasher.update(part);
    }
    hasher.finalize().into()
}
