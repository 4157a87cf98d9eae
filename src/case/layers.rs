//! Records in the database: which layer of a record shows, and reading everything that shows.
//!
//! The layer of a record is the import that wrote it (0 = by hand); see [`super::schema`].

use super::evidence;
use super::records::{self, Table};
use super::store::count;
use super::{CaseError, Record, RecordKey};
use crate::model::{Annotation, Contents, Decision, ImportId, ImportReport, Rival};
use rusqlite::{Connection, OptionalExtension as _, params};

/// The layer of a record that shows, and the record.
pub(super) fn visible(connection: &Connection, key: &RecordKey) -> Result<Option<(i64, Record)>, CaseError> {
    let table = key.table();
    let sql = format!(
        "SELECT t.import, t.record FROM {} AS t JOIN import AS i ON i.id = t.import WHERE t.id = ?1 AND i.withdrawn = 0 ORDER BY t.import DESC LIMIT 1",
        table.name()
    );
    let found: Option<(i64, String)> = connection.prepare_cached(&sql)?.query_row([key.id()], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
    found.map(|(layer, json)| Ok((layer, table.read(&json)?))).transpose()
}

/// Every layer of a record that is not withdrawn, lowest first.
pub(super) fn standing(connection: &Connection, key: &RecordKey) -> Result<Vec<(i64, Record)>, CaseError> {
    let table = key.table();
    let sql = format!(
        "SELECT t.import, t.record FROM {} AS t JOIN import AS i ON i.id = t.import WHERE t.id = ?1 AND i.withdrawn = 0 ORDER BY t.import",
        table.name()
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let mut rows = statement.query([key.id()])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push((row.get(0)?, table.read(&row.get::<_, String>(1)?)?));
    }
    Ok(found)
}

/// The other records that show and that this one takes the place of: a decision that of another on the same recipient and row, an answer to a rival
/// explanation that of another on the same mailing, star and tags those of another on the same thing.
pub(super) fn earlier(connection: &Connection, record: &Record) -> Result<Vec<RecordKey>, CaseError> {
    match record {
        Record::Decision(decision) => earlier_decisions(connection, decision),
        Record::Rival(rival) => earlier_rivals(connection, rival),
        Record::Annotation(annotation) => earlier_annotations(connection, annotation),
        _ => Ok(Vec::new()),
    }
}

fn earlier_decisions(connection: &Connection, decision: &Decision) -> Result<Vec<RecordKey>, CaseError> {
    let sql = "SELECT DISTINCT d.id FROM decision AS d JOIN import AS i ON i.id = d.import
               WHERE d.recipient = ?1 AND d.snapshot = ?2 AND d.\"row\" = ?3 AND d.id <> ?4 AND i.withdrawn = 0 ORDER BY d.id";
    let mut statement = connection.prepare_cached(sql)?;
    let about = params![decision.recipient.0, decision.snapshot.0, count(decision.row), decision.id.0];
    let found = statement.query_map(about, |row| row.get(0).map(RecordKey::Decision))?.collect::<Result<_, _>>()?;
    Ok(found)
}

fn earlier_rivals(connection: &Connection, rival: &Rival) -> Result<Vec<RecordKey>, CaseError> {
    let sql = "SELECT DISTINCT r.id FROM rival AS r JOIN import AS i ON i.id = r.import
               WHERE r.campaign = ?1 AND r.kind = ?2 AND r.id <> ?3 AND i.withdrawn = 0 ORDER BY r.id";
    let mut statement = connection.prepare_cached(sql)?;
    let about = params![rival.campaign.0, rival.kind.0, rival.id.0];
    let found = statement.query_map(about, |row| row.get(0).map(RecordKey::Rival))?.collect::<Result<_, _>>()?;
    Ok(found)
}

fn earlier_annotations(connection: &Connection, annotation: &Annotation) -> Result<Vec<RecordKey>, CaseError> {
    let sql = "SELECT DISTINCT a.id FROM annotation AS a JOIN import AS i ON i.id = a.import
               WHERE a.about = ?1 AND a.id <> ?2 AND i.withdrawn = 0 ORDER BY a.id";
    let mut statement = connection.prepare_cached(sql)?;
    let about = params![serde_json::to_string(&annotation.about)?, annotation.id.0];
    let found = statement.query_map(about, |row| row.get(0).map(RecordKey::Annotation))?.collect::<Result<_, _>>()?;
    Ok(found)
}

/// Writes one layer of a record.
pub(super) fn write(connection: &Connection, record: &Record, layer: i64) -> Result<(), CaseError> {
    let key = record.key();
    let sql = format!(
        "INSERT INTO {} (id, import, record) VALUES (?1, ?2, ?3) ON CONFLICT (id, import) DO UPDATE SET record = excluded.record",
        key.table().name()
    );
    connection.prepare_cached(&sql)?.execute(params![key.id(), layer, record.json()?])?;
    Ok(())
}

/// Takes one layer of a record away.
pub(super) fn erase(connection: &Connection, key: &RecordKey, layer: i64) -> Result<(), CaseError> {
    let sql = format!("DELETE FROM {} WHERE id = ?1 AND import = ?2", key.table().name());
    connection.prepare_cached(&sql)?.execute(params![key.id(), layer])?;
    Ok(())
}

/// Whether an import is withdrawn; `None` if there is no such import.
pub(super) fn is_withdrawn(connection: &Connection, import: ImportId) -> Result<Option<bool>, CaseError> {
    Ok(connection.prepare_cached("SELECT withdrawn FROM import WHERE id = ?1")?.query_row([import.0], |row| row.get(0)).optional()?)
}

/// Everything that shows.
pub(super) fn contents(connection: &Connection) -> Result<Contents, CaseError> {
    let mut contents = Contents { evidence: evidence::visible(connection)?, imports: reports(connection)?, ..Contents::default() };
    for table in Table::ALL {
        let sql =
            format!("SELECT t.record FROM {} AS t JOIN import AS i ON i.id = t.import WHERE i.withdrawn = 0 ORDER BY t.id, t.import", table.name());
        let mut statement = connection.prepare(&sql)?;
        let mut rows = statement.query([])?;
        let mut found = Vec::new();
        while let Some(row) = rows.next()? {
            found.push(table.read(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?)?);
        }
        // The newest layer comes last and therefore shows.
        records::show(&mut contents, found);
    }
    Ok(contents)
}

fn reports(connection: &Connection) -> Result<Vec<ImportReport>, CaseError> {
    let mut statement = connection
        .prepare("SELECT r.record FROM import_report AS r JOIN import AS i ON i.id = r.import WHERE i.withdrawn = 0 ORDER BY r.import, r.id")?;
    let mut rows = statement.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        found.push(serde_json::from_str(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?)?);
    }
    Ok(found)
}
