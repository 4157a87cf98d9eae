//! Fingerprints gathered from a whole case.

use sourcier::analysis::{Settings, analyse};
use sourcier::attribute::fingerprint::{Layout, Rendered, Rule};
use sourcier::case::CaseFile;
use sourcier::job::Unwatched;
use sourcier::ui::cli::run_manifest;
use std::path::Path;

/// The theatre's messages show « Prénom Nom » as the subscribers' file has them, capitals and accents included.
#[test]
fn the_rule_of_a_sample_is_read_off_its_messages() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/theatre/incident.toml");
    let out = tempfile::tempdir().unwrap();
    let outputs = run_manifest(&sample, &out.path().join("out"), None, None, false, &Unwatched).unwrap();
    let file = CaseFile::open(&outputs.case, None).unwrap();
    let analysis = analyse(file.case(), &Settings::default(), &Unwatched).unwrap();
    let found = &analysis.campaigns[0].prints;
    let of =
        |field: Rendered| found.fingerprints.rules.iter().find(move |fitted| fitted.field == field && fitted.source.as_str() == "abonnes").unwrap();
    let name = of(Rendered::DisplayName);
    assert_eq!(name.rule, Rule::as_is(Layout::FirstLast), "{name:?}");
    assert!(name.linked > 10 && name.explained == name.linked, "{name:?}");
    let address = of(Rendered::Address);
    assert_eq!((address.rule, address.explained), (Rule::as_is(Layout::Email), address.linked));
    // The other file has the same people written the same way: nobody tells the two apart.
    assert!(found.fingerprints.factors.is_empty(), "{:#?}", found.fingerprints.quirks);
}
