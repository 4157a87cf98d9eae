//! Checking what is stored as records: every one can be read, is what its row says, and the history is what the log says of it.

use super::{Check, reason};
use crate::case::records::Table;
use crate::case::{CaseError, history};
use crate::model::ImportReport;

impl Check<'_> {
    pub(super) fn records(&mut self, table: Table) -> Result<(), CaseError> {
        let sql = format!("SELECT CAST(id AS TEXT), record FROM {} ORDER BY id, import", table.name());
        for (id, json) in self.all::<(String, String)>(&sql, |row| Ok((row.get(0)?, row.get(1)?)))? {
            self.report.records += 1;
            match table.read(&json) {
                Ok(record) if table == Table::Incident || record.key().id() == value(table, &id) => {}
                Ok(record) => self.problem(format!("The {} {id} says inside that it is the {}.", table.name(), record.key())),
                Err(error) => self.problem(format!("The {} {id} cannot be read: {}.", table.name(), reason(&error))),
            }
        }
        Ok(())
    }

    pub(super) fn reports(&mut self) -> Result<(), CaseError> {
        for (import, json) in
            self.all::<(i64, String)>("SELECT import, record FROM import_report ORDER BY id", |row| Ok((row.get(0)?, row.get(1)?)))?
        {
            match serde_json::from_str::<ImportReport>(&json) {
                Ok(report) if report.reconciles() => {}
                Ok(report) => self.problem(format!("The account of '{}' (import {import}) does not add up.", report.file)),
                Err(error) => self.problem(format!("An account of import {import} cannot be read: {error}.")),
            }
        }
        Ok(())
    }

    /// Each step against what the log says of it.
    pub(super) fn history(&mut self) -> Result<(), CaseError> {
        let sql = "SELECT h.seq, h.edit, h.log, a.entry->>'$.data.sha256' FROM history AS h
                   LEFT JOIN audit AS a ON a.seq = h.log AND json_valid(a.entry) ORDER BY h.seq";
        let rows: Vec<(i64, String, i64, Option<String>)> = self.all(sql, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
        for (seq, edit, log, sha256) in rows {
            if sha256.is_some_and(|sha256| sha256 != history::digest(&edit)) {
                self.problem(format!("Step {seq} of the history is not what log entry {log} says of it."));
            }
        }
        Ok(())
    }
}

/// The id column of a table as it is compared.
fn value(table: Table, id: &str) -> rusqlite::types::Value {
    match table {
        Table::Recipient | Table::Source => rusqlite::types::Value::Text(id.to_owned()),
        _ => id.parse().map_or_else(|_| rusqlite::types::Value::Text(id.to_owned()), rusqlite::types::Value::Integer),
    }
}
