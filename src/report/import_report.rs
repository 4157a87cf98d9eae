//! `import-report.json`: the account of every file, found = imported + duplicates + rejected.

use crate::model::{Contents, Rejection};
use serde_json::{Value, json};

/// Line and English sentence: what is kept beside it to say it in another language is the program's own.
fn notes(notes: &[Rejection]) -> Vec<Value> {
    notes.iter().map(|note| json!({ "line": note.line, "reason": note.reason })).collect()
}

/// The account of every import of the case.
pub fn import_report(contents: &Contents) -> Value {
    let total = |count: fn(&crate::model::ImportReport) -> u64| contents.imports.iter().map(count).sum::<u64>();
    let digest = |evidence| contents.evidence.iter().find(|e| Some(e.id) == evidence).map(|e| (e.sha256.clone(), e.size));
    let files = contents.imports.iter().map(|report| {
        let stored = digest(report.evidence);
        json!({
            "file": report.file,
            "kind": report.kind,
            "format": report.format,
            "evidence": report.evidence.map(|id| format!("E{id}")),
            "sha256": stored.as_ref().map(|(sha256, _)| sha256),
            "size": stored.as_ref().map(|(_, size)| size),
            "found": report.found,
            "imported": report.imported,
            "duplicates": report.duplicates,
            "rejected": report.rejected(),
            "rejections": notes(&report.rejections),
            "warnings": notes(&report.warnings),
        })
    });
    json!({
        "schema": "sourcier.import-report/1",
        "files": files.collect::<Vec<_>>(),
        "totals": {
            "found": total(|r| r.found),
            "imported": total(|r| r.imported),
            "duplicates": total(|r| r.duplicates),
            "rejected": total(crate::model::ImportReport::rejected),
        },
    })
}
