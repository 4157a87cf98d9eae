//! The tables of a case file, and how an older file is brought up to date.
//!
//! `user_version` counts the steps below. A file with more steps than this program knows is opened read-only; nothing here ever takes a step back.
//!
//! Records are stored whole as JSON, one STRICT table per kind. What a person would ask for in SQL stands beside it as generated columns, so the two
//! can never disagree. A record may stand in several *layers*: the import that wrote it is part of its key, and the newest import that is not
//! withdrawn shows. That is what makes withdrawing an import exact: what it had covered shows again.

use super::CaseError;
use rusqlite::Connection;

/// `SRC1`, in the database header.
pub(super) const APPLICATION_ID: i32 = 0x5352_4331;

/// The version this program writes.
pub(super) const VERSION: i32 = 4;

/// One step per version; step `n` brings a file from `user_version` n to n + 1.
const STEPS: [&str; VERSION as usize] = [VERSION_1, VERSION_2, VERSION_3, VERSION_4];

const VERSION_1: &str = "
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;

CREATE TABLE import (id INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, withdrawn INTEGER NOT NULL DEFAULT 0 CHECK(withdrawn IN (0,1))) STRICT;
-- Row 0 stands for what was written by hand; it is never withdrawn.

CREATE TABLE evidence (id INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE CHECK(length(sha256)=64), size INTEGER NOT NULL,
  media_type TEXT NOT NULL, original_name BLOB NOT NULL, source_path BLOB, acquired_at TEXT NOT NULL, acquired_by TEXT NOT NULL,
  method TEXT NOT NULL, tool TEXT NOT NULL, embedded INTEGER NOT NULL CHECK(embedded IN (0,1))) STRICT;
CREATE TABLE evidence_chunk (evidence INTEGER NOT NULL REFERENCES evidence(id), n INTEGER NOT NULL, bytes BLOB NOT NULL,
  PRIMARY KEY (evidence, n)) STRICT, WITHOUT ROWID;
CREATE TABLE evidence_occurrence (id INTEGER PRIMARY KEY, evidence INTEGER NOT NULL REFERENCES evidence(id),
  import INTEGER NOT NULL REFERENCES import(id), name BLOB NOT NULL, path BLOB NOT NULL, at TEXT NOT NULL, method TEXT NOT NULL) STRICT;
CREATE INDEX evidence_occurrence_evidence ON evidence_occurrence(evidence);

CREATE TABLE import_report (id INTEGER PRIMARY KEY, import INTEGER NOT NULL REFERENCES import(id), record TEXT NOT NULL CHECK(json_valid(record)),
  file TEXT AS (record->>'file') VIRTUAL, kind TEXT AS (record->>'kind') VIRTUAL, found INTEGER AS (record->>'found') VIRTUAL,
  imported INTEGER AS (record->>'imported') VIRTUAL, duplicates INTEGER AS (record->>'duplicates') VIRTUAL) STRICT;

CREATE TABLE incident (id INTEGER NOT NULL CHECK(id=1), import INTEGER NOT NULL REFERENCES import(id), record TEXT NOT NULL CHECK(json_valid(record)),
  title TEXT AS (record->>'title') VIRTUAL, PRIMARY KEY (id, import)) STRICT;
CREATE TABLE message (id INTEGER NOT NULL, import INTEGER NOT NULL REFERENCES import(id), record TEXT NOT NULL CHECK(json_valid(record)),
  evidence INTEGER AS (record->>'evidence') VIRTUAL, campaign TEXT AS (record->>'campaign') VIRTUAL, subject TEXT AS (record->>'subject') VIRTUAL,
  sha256 TEXT AS (record->>'sha256') VIRTUAL, PRIMARY KEY (id, import)) STRICT;
CREATE TABLE recipient (id TEXT NOT NULL, import INTEGER NOT NULL REFERENCES import(id), record TEXT NOT NULL CHECK(json_valid(record)),
  campaign TEXT AS (record->>'campaign') VIRTUAL, received INTEGER AS (record->>'received') VIRTUAL, PRIMARY KEY (id, import)) STRICT;
CREATE TABLE source (id TEXT NOT NULL, import INTEGER NOT NULL REFERENCES import(id), record TEXT NOT NULL CHECK(json_valid(record)),
  name TEXT AS (record->>'name') VIRTUAL, kind TEXT AS (record->>'kind') VIRTUAL, PRIMARY KEY (id, import)) STRICT;
CREATE TABLE snapshot (id INTEGER NOT NULL, import INTEGER NOT NULL REFERENCES import(id), record TEXT NOT NULL CHECK(json_valid(record)),
  source TEXT AS (record->>'source') VIRTUAL, evidence INTEGER AS (record->>'evidence') VIRTUAL, \"rows\" INTEGER AS (record->>'rows') VIRTUAL,
  PRIMARY KEY (id, import)) STRICT;
CREATE TABLE statement (id INTEGER NOT NULL, import INTEGER NOT NULL REFERENCES import(id), record TEXT NOT NULL CHECK(json_valid(record)),
  recipient TEXT AS (record->>'recipient') VIRTUAL, source TEXT AS (record->>'source') VIRTUAL, PRIMARY KEY (id, import)) STRICT;
CREATE TABLE post (id INTEGER NOT NULL, import INTEGER NOT NULL REFERENCES import(id), record TEXT NOT NULL CHECK(json_valid(record)),
  person TEXT AS (record->>'person') VIRTUAL, source TEXT AS (record->>'source') VIRTUAL, PRIMARY KEY (id, import)) STRICT;
CREATE TABLE access (id INTEGER NOT NULL, import INTEGER NOT NULL REFERENCES import(id), record TEXT NOT NULL CHECK(json_valid(record)),
  source TEXT AS (record->>'source') VIRTUAL, person TEXT AS (record->>'person') VIRTUAL, PRIMARY KEY (id, import)) STRICT;
CREATE TABLE event (id INTEGER NOT NULL, import INTEGER NOT NULL REFERENCES import(id), record TEXT NOT NULL CHECK(json_valid(record)),
  title TEXT AS (record->>'title') VIRTUAL, kind TEXT AS (record->>'kind') VIRTUAL, PRIMARY KEY (id, import)) STRICT;

-- The next free row number of each kind: a number is never given twice, so the log always means one record by it.
CREATE TABLE counter (kind TEXT PRIMARY KEY, next INTEGER NOT NULL) STRICT;

-- Rows of snapshots as Parquet files, cut into parts because one value cannot be arbitrarily large.
CREATE TABLE segment (snapshot INTEGER NOT NULL, n INTEGER NOT NULL, import INTEGER NOT NULL REFERENCES import(id), first_row INTEGER, last_row INTEGER,
  row_count INTEGER NOT NULL, sha256 TEXT NOT NULL CHECK(length(sha256)=64), size INTEGER NOT NULL, PRIMARY KEY (snapshot, n)) STRICT, WITHOUT ROWID;
CREATE TABLE segment_part (snapshot INTEGER NOT NULL, n INTEGER NOT NULL, part INTEGER NOT NULL, bytes BLOB NOT NULL,
  PRIMARY KEY (snapshot, n, part), FOREIGN KEY (snapshot, n) REFERENCES segment(snapshot, n)) STRICT, WITHOUT ROWID;

CREATE TABLE analysis (digest TEXT PRIMARY KEY, at TEXT NOT NULL, json TEXT NOT NULL) STRICT;

CREATE TABLE audit (seq INTEGER PRIMARY KEY, entry TEXT NOT NULL, hash BLOB NOT NULL CHECK(length(hash)=32)) STRICT;
CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit BEGIN SELECT RAISE(ABORT,'append only'); END;
CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit BEGIN SELECT RAISE(ABORT,'append only'); END;

-- Steps that can be undone or, while undone, redone; a step dropped by a newer edit stays for the record.
CREATE TABLE history (seq INTEGER PRIMARY KEY, at TEXT NOT NULL, edit TEXT NOT NULL CHECK(json_valid(edit)),
  inverse TEXT NOT NULL CHECK(json_valid(inverse)), state TEXT NOT NULL CHECK(state IN ('done','undone','dropped')),
  log INTEGER NOT NULL REFERENCES audit(seq)) STRICT;
";

/// Reviewers' decisions, and the columns linking compares, made once at import.
const VERSION_2: &str = "
CREATE TABLE decision (id INTEGER NOT NULL, import INTEGER NOT NULL REFERENCES import(id), record TEXT NOT NULL CHECK(json_valid(record)),
  recipient TEXT AS (record->>'recipient') VIRTUAL, snapshot INTEGER AS (record->>'snapshot') VIRTUAL, \"row\" INTEGER AS (record->>'row') VIRTUAL,
  answer TEXT AS (record->>'answer') VIRTUAL, PRIMARY KEY (id, import)) STRICT;
CREATE INDEX decision_about ON decision(recipient, snapshot, \"row\");

-- What linking compares of a segment, as two Parquet files: its rows, and the words they point to. `form` is the version of the canonical forms they
-- were made with. They can be made again from the segment, so a segment may be without.
CREATE TABLE linkage (snapshot INTEGER NOT NULL, n INTEGER NOT NULL, what TEXT NOT NULL CHECK(what IN ('rows','words')), form INTEGER NOT NULL,
  sha256 TEXT NOT NULL CHECK(length(sha256)=64), size INTEGER NOT NULL, PRIMARY KEY (snapshot, n, what),
  FOREIGN KEY (snapshot, n) REFERENCES segment(snapshot, n)) STRICT, WITHOUT ROWID;
CREATE TABLE linkage_part (snapshot INTEGER NOT NULL, n INTEGER NOT NULL, what TEXT NOT NULL, part INTEGER NOT NULL, bytes BLOB NOT NULL,
  PRIMARY KEY (snapshot, n, what, part), FOREIGN KEY (snapshot, n, what) REFERENCES linkage(snapshot, n, what)) STRICT, WITHOUT ROWID;
";

/// Answers to rival explanations.
const VERSION_3: &str = "
CREATE TABLE rival (id INTEGER NOT NULL, import INTEGER NOT NULL REFERENCES import(id), record TEXT NOT NULL CHECK(json_valid(record)),
  campaign TEXT AS (record->>'campaign') VIRTUAL, kind TEXT AS (record->>'kind') VIRTUAL, standing TEXT AS (record->>'standing') VIRTUAL,
  PRIMARY KEY (id, import)) STRICT;
CREATE INDEX rival_about ON rival(campaign, kind);
";

/// Stars and tags, and notes. What an annotation is about stands as the JSON of a [`crate::model::Thing`].
const VERSION_4: &str = "
CREATE TABLE annotation (id INTEGER NOT NULL, import INTEGER NOT NULL REFERENCES import(id), record TEXT NOT NULL CHECK(json_valid(record)),
  about TEXT AS (record->>'about') VIRTUAL, is_starred INTEGER AS (record->>'is_starred') VIRTUAL, tags TEXT AS (record->>'tags') VIRTUAL,
  PRIMARY KEY (id, import)) STRICT;
CREATE INDEX annotation_about ON annotation(about);
CREATE TABLE note (id INTEGER NOT NULL, import INTEGER NOT NULL REFERENCES import(id), record TEXT NOT NULL CHECK(json_valid(record)),
  text TEXT AS (record->>'text') VIRTUAL, PRIMARY KEY (id, import)) STRICT;
";

/// The number of steps a file has taken; 0 for a database without tables.
pub(super) fn version(connection: &Connection) -> rusqlite::Result<i32> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0))
}

/// Takes the steps that are missing, inside a transaction of the caller.
pub(super) fn migrate(connection: &Connection, from: i32) -> Result<(), CaseError> {
    for step in STEPS.iter().skip(usize::try_from(from).unwrap_or(0)) {
        connection.execute_batch(step)?;
    }
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    connection.pragma_update(None, "user_version", VERSION)?;
    Ok(())
}
