//! Neutral cases stay neutral.

use crate::attribute::simulation::{Draws, sample_of, timeless};
use crate::attribute::*;
use crate::job::Unwatched;

#[test]
fn two_files_with_the_same_members_cannot_be_told_apart() {
    let found = attribute(&sample_of(25, 40_000.0, vec![timeless("b", 600.0, 0..24), timeless("a", 600.0, 0..24)]), &Unwatched).unwrap();
    assert!(found.pairs[0].log10_lr.abs() < 1e-12);
    assert_eq!(found.candidates[0].id.as_str(), "a", "equals stand in the order of their names");
    for score in &found.candidates {
        assert!(score.log10_lr_vs_none > 10.0 && score.exclusive == 0);
        assert!(score.share.hi - score.share.lo > 0.6, "either may have given all or nothing: {:?}", score.share);
    }
}

#[test]
fn people_found_in_a_circle_say_nothing_for_it_and_something_for_a_small_file_inside_it() {
    let mut problem = sample_of(15, 40_000.0, vec![timeless("club", 800.0, 0..15), timeless("board", 40.0, 0..15)]);
    for subject in &mut problem.subjects {
        subject.circle = Some(Circle { candidate: 0, sigma: f64::INFINITY });
    }
    problem.overlaps = vec![vec![SizeCurve::constant(800.0)], vec![SizeCurve::constant(40.0)]];
    let found = attribute(&problem, &Unwatched).unwrap();
    let of = |id: &str| found.candidates.iter().find(|score| score.id.as_str() == id).unwrap();
    assert!(of("club").log10_lr_vs_none.abs() < 1e-9);
    assert!((of("club").hypergeometric_p.unwrap() - 1.0).abs() < 1e-12, "nobody was found by chance");
    assert!(of("board").log10_lr_vs_none > 10.0);
    assert!(found.outside_their_circle.is_empty());
    // Half of the board's file in the circle by chance: nothing either.
    problem.candidates[1] = timeless("board", 400.0, 0..8);
    problem.overlaps[1] = vec![SizeCurve::constant(400.0)];
    let found = attribute(&problem, &Unwatched).unwrap();
    assert!(found.candidates.iter().all(|score| score.log10_lr_vs_none < 1.0));
}

#[test]
fn a_large_file_that_holds_as_many_as_chance_gives_is_not_supported() {
    // The school letter: 30 % of the town are in the file, and so are 30 % of those mailed.
    let mut draws = Draws::new(9);
    for _ in 0..10 {
        let held: Vec<usize> = (0..60).filter(|_| draws.unit() < 0.3).collect();
        let found = attribute(&sample_of(60, 20_000.0, vec![timeless("parents", 6000.0, held)]), &Unwatched).unwrap();
        let score = &found.candidates[0];
        assert!(score.log10_lr_vs_none < 0.0 && score.hypergeometric_p.unwrap() > 1e-3, "{score:?}");
        assert!(score.share.lo < 0.2 && found.unexplained.hi > 0.8);
    }
}
