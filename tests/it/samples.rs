//! The sample incidents, end to end: `run` on each must find what was planted.

use serde_json::Value;
use sourcier::analysis::{Settings, analyse};
use sourcier::case::CaseFile;
use sourcier::job::Unwatched;
use sourcier::model::Language;
use sourcier::report::{summary, wording::linter};
use sourcier::ui::cli::{Outputs, run_manifest};
use sourcier::words::Words;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

fn samples() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data");
    let mut found: Vec<PathBuf> =
        std::fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.join("incident.toml").is_file()).collect();
    found.sort();
    assert_eq!(found.len(), 5, "five sample incidents");
    found
}

fn run(sample: &Path) -> (TempDir, Outputs) {
    let out = tempfile::tempdir().unwrap();
    let outputs = run_manifest(&sample.join("incident.toml"), &out.path().join("out"), None, None, false, &Unwatched).unwrap();
    (out, outputs)
}

fn results(out: &TempDir) -> Value {
    serde_json::from_slice(&std::fs::read(out.path().join("out/results.json")).unwrap()).unwrap()
}

/// Promise 4 and the schema are checked on the smallest sample too; here every sample is held against its planted answer.
#[test]
fn every_sample_incident_gives_its_planted_answer() {
    let schema: Value = serde_json::from_str(include_str!("../data/results.schema.json")).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    for sample in samples() {
        let name = sample.file_name().unwrap().to_string_lossy().into_owned();
        let answer: toml::Table = std::fs::read_to_string(sample.join("answer.toml")).unwrap().parse().unwrap();
        let (out, outputs) = run(&sample);
        let results = results(&out);
        let complaints: Vec<String> = validator.iter_errors(&results).map(|error| error.to_string()).collect();
        assert!(complaints.is_empty(), "{name}: {complaints:?}");
        assert_eq!(outputs.rejected, 0, "{name}: nothing is rejected");
        assert!(!outputs.summary.is_empty());
        nothing_forbidden_is_said(&name, &outputs, &results);
        let campaigns = results["campaigns"].as_array().unwrap();
        assert_eq!(campaigns.len(), 1, "{name}: one campaign");
        let campaign = &campaigns[0];
        planted(&name, &answer, campaign);
        let best = &campaign["verdict"]["best"];
        if answer.get("none").is_some() {
            assert!(best.is_null(), "{name}: the findings support no file, but {best} was named");
            continue;
        }
        assert_eq!(best.as_str(), answer["best"].as_str(), "{name}: {:#}", campaign["sources"]);
        let source = &campaign["sources"][0];
        assert_eq!(source["id"].as_str(), answer["best"].as_str(), "{name}: the right source comes first");
        let slice = source["slice"]["value"].as_str();
        assert_eq!(slice, answer.get("slice").and_then(toml::Value::as_str), "{name}: {:#}", source["slices"]);
        let copied = answer["copied_on"].as_datetime().unwrap().to_string();
        let spans = source["copy_date"]["set95"].as_array().unwrap();
        let holds = |span: &Value| span["from"].as_str().unwrap() <= copied.as_str() && copied.as_str() <= span["to"].as_str().unwrap();
        assert!(spans.iter().any(holds), "{name}: {copied} is not in {spans:?}");
        for holder in answer["holders"].as_array().unwrap() {
            let found = source["opportunity"].as_array().unwrap().iter().find(|o| o["person"].as_str() == holder.as_str());
            let found = found.unwrap_or_else(|| panic!("{name}: {holder} is not listed"));
            assert!(found["possible"].as_f64().unwrap() > 0.0, "{name}: {holder} had no access on the days of the copy");
            assert!(found["certain"].as_f64().unwrap() <= found["possible"].as_f64().unwrap() + 1e-9);
        }
    }
}

/// What is planted beside the copy itself: shared errors, flagged addresses, sealed files, merge fields.
fn planted(name: &str, answer: &toml::Table, campaign: &Value) {
    let prints = &campaign["prints"];
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let number = |key: &str| answer.get(key).and_then(toml::Value::as_integer).and_then(|number| usize::try_from(number).ok());
    if let Some(quirks) = number("quirks") {
        let shared: Vec<Value> = list(&prints["quirks"]).into_iter().filter(|quirk| quirk["source"].as_str() == answer["best"].as_str()).collect();
        assert_eq!(shared.len(), quirks, "{name}: {shared:#?}");
        let spellings = shared.iter().filter(|quirk| quirk["kind"] == "spelling").count();
        assert_eq!(Some(spellings), number("spellings"), "{name}: {shared:#?}");
    }
    for (key, kind) in [("tagged", "tag"), ("seeded", "seeded")] {
        let Some(source) = answer.get(key).and_then(toml::Value::as_str) else { continue };
        let found: Vec<Value> = list(&prints["canaries"]).into_iter().filter(|canary| canary["reason"]["kind"] == kind).collect();
        assert_eq!(found.len(), 1, "{name}: {found:#?}");
        assert_eq!((found[0]["source"].as_str(), found[0]["worth"]["kind"].as_str()), (Some(source), Some("statement")), "{name}: {found:#?}");
    }
    if let Some(sealed) = answer.get("sealed").and_then(toml::Value::as_array) {
        assert_eq!(list(&prints["sealed"]).len(), sealed.len(), "{name}");
        for source in sealed {
            let found = list(&campaign["sources"]).into_iter().find(|it| it["id"].as_str() == source.as_str()).unwrap();
            assert!(found["captured"].as_u64().unwrap() > 0, "{name}: people are found in a sealed file by equal addresses");
        }
    }
    for (key, field, text) in [("merge_fields", "merge_fields", "/kind/fr"), ("unfilled", "unfilled", "/written")] {
        for wanted in answer.get(key).and_then(toml::Value::as_array).into_iter().flatten() {
            let mut found = list(&campaign["texts"]).into_iter().flat_map(|of| list(&of[field]));
            assert!(found.any(|it| it.pointer(text).and_then(Value::as_str) == wanted.as_str()), "{name}: {wanted} in {:#}", campaign["texts"]);
        }
    }
}

/// Promise 5: the rules of wording hold in every sentence produced, in both languages.
fn nothing_forbidden_is_said(name: &str, outputs: &Outputs, results: &Value) {
    let mut said = Vec::new();
    sentences(results, &mut said);
    let file = CaseFile::open(&outputs.case, None).unwrap();
    let analysis = analyse(file.case(), &Settings::default(), &Unwatched).unwrap();
    for language in [Language::Fr, Language::En] {
        let text = summary::summary(file.case().contents(), &analysis, &Words::new(language));
        assert!(!text.contains('‹'), "{name}: {text}");
        said.push((language, text));
    }
    assert!(said.len() > 20, "{name}: only {} sentences", said.len());
    for (language, text) in said {
        assert_eq!(linter::objections(&text, language), Vec::new(), "{name}: {text}");
    }
}

/// Texts in both languages, and cautions and reasons in that of the incident, which is French in all samples.
fn sentences(value: &Value, said: &mut Vec<(Language, String)>) {
    match value {
        Value::Object(map) => {
            if let (Some(Value::String(fr)), Some(Value::String(en))) = (map.get("fr"), map.get("en")) {
                said.extend([(Language::Fr, fr.clone()), (Language::En, en.clone())]);
            }
            for (key, value) in map {
                if let ("cautions" | "reasons", Value::Array(items)) = (key.as_str(), value) {
                    said.extend(items.iter().filter_map(Value::as_str).map(|text| (Language::Fr, text.to_owned())));
                }
                sentences(value, said);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| sentences(item, said)),
        _ => {}
    }
}

/// Promise 3.
#[test]
fn what_is_found_is_imported_or_a_duplicate_or_rejected() {
    let (out, _outputs) = run(&samples()[0]);
    let report: Value = serde_json::from_slice(&std::fs::read(out.path().join("out/import-report.json")).unwrap()).unwrap();
    let files = report["files"].as_array().unwrap();
    assert!(files.len() > 10);
    for file in files {
        let count = |what: &str| file[what].as_u64().unwrap();
        assert_eq!(count("found"), count("imported") + count("duplicates") + count("rejected"), "{file}");
        assert!(!file["file"].as_str().unwrap().contains('/'), "no absolute path leaves the machine");
    }
}

/// Promise 4.
#[test]
fn the_same_incident_gives_the_same_bytes() {
    let sample = &samples()[1];
    let ((one, _), (two, _)) = (run(sample), run(sample));
    for file in ["results.json", "links.csv", "import-report.json", "timeline.svg", "matrix.svg"] {
        let read = |out: &TempDir| std::fs::read(out.path().join("out").join(file)).unwrap();
        assert!(read(&one) == read(&two), "{file} differs");
        assert!(!read(&one).is_empty());
    }
}
