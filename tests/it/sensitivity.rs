//! What would change the answer, on whole cases: it starts from the answer that is shown, tips where the shown words do, and a workbench gives the same
//! numbers as the analysis.

use sourcier::analysis::{Settings, analyse, workbench};
use sourcier::attribute::workbench::Change;
use sourcier::case::CaseFile;
use sourcier::job::Unwatched;
use sourcier::model::Language;
use sourcier::report::results::results;
use sourcier::report::wording;
use sourcier::ui::samples;
use sourcier::words::Words;

#[test]
fn the_answer_of_a_sample_is_where_its_sensitivity_starts_from() {
    for name in ["adherents", "ecole"] {
        let folder = tempfile::tempdir().unwrap();
        let file = CaseFile::open(&samples::build(name, folder.path(), &Unwatched).unwrap(), None).unwrap();
        let settings = Settings::default();
        let analysis = analyse(file.case(), &settings, &Unwatched).unwrap();
        let words = Words::new(Language::Fr);
        for campaign in &analysis.campaigns {
            let Some(sensitivity) = &campaign.sensitivity else {
                assert!(campaign.recipients == 0 || campaign.attribution.candidates.is_empty(), "{name}");
                continue;
            };
            let leading = &campaign.attribution.candidates[0];
            let (baseline, tipping) = (&sensitivity.baseline, &sensitivity.tipping);
            assert_eq!((&baseline.leading, &baseline.best), (&leading.id, &campaign.verdict.best), "{name}");
            assert!((baseline.log10_lr_vs_none - leading.log10_lr_vs_none).abs() < 1e-9, "{name}");
            let shown = wording::support(leading.log10_lr_vs_none.abs(), campaign, &settings, &words);
            assert_eq!(wording::scale::Scale::current().bands[baseline.band].label(Language::Fr), shown, "{name}: the band is that of the words");
            assert_eq!(sensitivity.influence.len(), campaign.recipients, "{name}");

            let bench = workbench(file.case(), &analysis, &campaign.id, &Unwatched).unwrap().unwrap();
            let answer = bench.with(&Change::default(), &Unwatched).unwrap().unwrap();
            let same = |(scored, score): (&sourcier::attribute::workbench::Scored, &sourcier::attribute::CandidateScore)| {
                scored.id == score.id && (scored.log10_lr_vs_none - score.log10_lr_vs_none).abs() < 1e-9
            };
            assert!(answer.candidates.iter().zip(&campaign.attribution.candidates).all(same), "{name}");
            if let Some(pool) = tipping.pool {
                let outward = if pool > bench.problem().pool { 1e-6 } else { -1e-6 };
                let with = |pool: f64| bench.with(&Change::of_pool(pool), &Unwatched).unwrap().unwrap().reading;
                assert!(with(pool * (1.0 - outward)).says_the_same(baseline), "{name}");
                assert!(!with(pool * (1.0 + outward)).says_the_same(baseline), "{name}");
            }
        }
        let value = results(file.case().contents(), &analysis);
        let campaign = &value["campaigns"][0];
        assert_eq!(
            campaign["verdict"]["tipping"]["recipients"].as_u64().is_some(),
            name == "adherents",
            "{name}: {}",
            campaign["verdict"]["tipping"]
        );
        assert!(campaign["sensitivity"]["bars"].as_array().is_some_and(|bars| !bars.is_empty()), "{name}");
    }
}
