//! Whom a number counts: on whole cases the list behind every number is as long as the number.

use sourcier::analysis::behind::{Behind, Roll};
use sourcier::analysis::{Settings, analyse};
use sourcier::case::CaseFile;
use sourcier::job::Unwatched;
use sourcier::ui::samples;

#[test]
fn behind_every_number_of_a_sample_stand_as_many_people() {
    for name in ["adherents", "ecole", "theatre"] {
        let folder = tempfile::tempdir().unwrap();
        let file = CaseFile::open(&samples::build(name, folder.path(), &Unwatched).unwrap(), None).unwrap();
        let contents = file.case().contents();
        let analysis = analyse(file.case(), &Settings::default(), &Unwatched).unwrap();
        for campaign in &analysis.campaigns {
            let roll = Roll::of(campaign, &analysis, contents);
            assert_eq!(roll.count(&Behind::Received), campaign.recipients, "{name}");
            let nowhere: Vec<_> = roll.people(&Behind::Nowhere).into_iter().cloned().collect();
            assert_eq!(nowhere, campaign.attribution.explained_by_none, "{name}");
            assert_eq!(roll.count(&Behind::OutsideCircle), campaign.attribution.outside_their_circle.len(), "{name}");
            for score in &campaign.attribution.candidates {
                let id = || score.id.clone();
                assert_eq!(roll.count(&Behind::In(id())), score.captured, "{name}: {}", score.id);
                assert_eq!(roll.count(&Behind::OnlyIn(id())), score.exclusive, "{name}: {}", score.id);
                // Who is not in a declared file is unknown: nobody has its rows.
                let lacking = if roll.is_held(&score.id) { campaign.recipients - score.captured } else { 0 };
                assert_eq!(roll.count(&Behind::NotIn(id())), lacking, "{name}: {}", score.id);
                let witnesses = score.copy_date.iter().flat_map(|copy| &copy.edges).map(|edge| edge.witnesses.clone());
                for these in witnesses {
                    assert_eq!(roll.count(&Behind::These(these.clone())), these.len(), "{name}: {these:?}");
                }
            }
        }
    }
}
