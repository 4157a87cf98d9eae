//! Two files that differ by their quirks, put together by hand and drawn.

use super::*;
use crate::attribute::simulation::{Draws, sample_of, timeless};
use crate::attribute::{attribute, likelihood};
use crate::job::Unwatched;

fn row(source: &str, row: u64, first: &str, last: &str) -> Row {
    let written = Identity { first_name: first.into(), last_name: last.into(), ..Identity::default() };
    Row { source: source.into(), snapshot: SnapshotId(1), row, written }
}

fn shown(recipient: usize, display_name: &str, rows: Vec<Row>) -> Rendering {
    Rendering { recipient: format!("r{recipient:05}").into(), rendered: [(Rendered::DisplayName, display_name.to_owned())].into(), rows }
}

/// Five people in `club` and `town`. The club writes « Castanvert » where the town writes « Castanvère », and both have the fifth person otherwise.
fn five() -> Vec<Rendering> {
    let in_both = |n: usize, display_name: &str, club: (&str, &str), town: (&str, &str)| {
        shown(n, display_name, vec![row("club", n as u64, club.0, club.1), row("town", 40 + n as u64, town.0, town.1)])
    };
    vec![
        in_both(0, "CASTANVERT Élodie", ("Élodie", "Castanvert"), ("Élodie", "Castanvère")),
        in_both(1, "MORVANEL Yann", ("Yann", "Morvanel"), ("Yann", "Morvanel")),
        in_both(2, "OUDARTEL Cédric", ("Cédric", "Oudartel"), ("Cedric", "Oudartel")),
        in_both(3, "LABORLAC Hakim", ("Hakim", "Laborlac"), ("Hakim", "Laborlac")),
        in_both(4, "GRAVALQUIN Béatrice", ("Béatrice", "Gravalquin"), ("Béatrice", "Gravalquin")),
    ]
}

/// A file of 498 rows in which nobody is called « castanvert ».
fn town_counted() -> Vec<FileWords> {
    vec![FileWords { source: "town".into(), rows: 498, counts: BTreeMap::new() }]
}

#[test]
fn the_two_file_example_gives_the_numbers_worked_out_by_hand() {
    let found = fingerprints(&five(), &town_counted());
    let rule = Rule { letters: Letters::LastUpper, ..Rule::as_is(Layout::LastFirst) };
    let rules: Vec<_> = found.rules.iter().map(|fitted| (fitted.source.as_str(), fitted.rule, fitted.explained, fitted.linked)).collect();
    assert_eq!(rules, [("club", rule, 5, 5), ("town", rule, 3, 5)]);
    assert_eq!(found.error, ErrorRate { explained: 2, unexplained: 0 });
    // M = 2, X = 0: a mismatch is worth 1/21; « castanvert » stands in (0 + 1) of (498 + 2) rows.
    let factors: Vec<_> =
        found.factors.iter().map(|of| (of.recipient.as_str(), of.sources[0].ln_factor, libm::exp(-of.sources[1].ln_factor))).collect();
    assert_eq!(factors.len(), 2);
    assert_eq!((factors[0].0, factors[0].1), ("r00000", 0.0));
    assert!((factors[0].2 - 21.0 * 500.0).abs() < 1e-6 && (factors[1].2 - 21.0).abs() < 1e-9, "{factors:?}");
    // The pair: (20·21)/(21·22) against 2/(21·22), and once 500.
    let pair = &found.pairs[0];
    assert_eq!((pair.only_a, pair.only_b, pair.neither), (2, 0, 0));
    assert!((pair.ln_lr - libm::log(210.0 * 500.0)).abs() < 1e-9);
    assert_eq!(found.standings.iter().map(|of| (of.matches, of.mismatches)).collect::<Vec<_>>(), [(2, 0), (0, 2)]);
}

#[test]
fn shared_quirks_come_rarest_first_with_both_texts_as_written() {
    let found = fingerprints(&five(), &town_counted());
    let [first, second] = &found.quirks[..] else { panic!("{:?}", found.quirks) };
    assert_eq!((first.kind, first.recipient.as_str(), first.source.as_str(), first.row), (QuirkKind::Spelling, "r00000", "club", 0));
    assert_eq!((first.rendered.as_str(), first.written.as_str()), ("CASTANVERT Élodie", "Castanvert Élodie"));
    assert_eq!((first.rivals[0].written.as_str(), first.rivals[0].would_show.as_str()), ("Castanvère Élodie", "CASTANVÈRE Élodie"));
    assert_eq!((first.rivals[0].row, first.words.as_slice(), first.frequency), (40, ["castanvert".to_owned()].as_slice(), Some(0.002)));
    assert_eq!((second.kind, second.frequency), (QuirkKind::Accents, None));
    assert_eq!(found.wanted_words, [("town".into(), "castanvert".to_owned())]);
}

#[test]
fn two_files_with_the_same_texts_are_not_told_apart() {
    let mut same = five();
    for rendering in &mut same {
        let written = rendering.rows[0].written.clone();
        rendering.rows[1].written = written;
    }
    let found = fingerprints(&same, &town_counted());
    assert!(found.factors.is_empty() && found.quirks.is_empty() && found.pairs.is_empty());
    assert!(found.standings.iter().all(|of| of.ln_integral.abs() < 1e-15));
    let mut problem = sample_of(5, 10_000.0, vec![timeless("club", 50.0, 0..5), timeless("town", 400.0, 0..5)]);
    let before = attribute(&problem, &Unwatched).unwrap();
    found.fold_into(&mut problem, true);
    assert_eq!(attribute(&problem, &Unwatched).unwrap(), before);
}

#[test]
fn folding_moves_the_pair_by_what_the_factors_say_once_and_can_be_taken_back() {
    let found = fingerprints(&five(), &town_counted());
    let plain = sample_of(5, 10_000.0, vec![timeless("club", 400.0, 0..5), timeless("town", 400.0, 0..5)]);
    let lr = |problem: &Problem| {
        let found = attribute(problem, &Unwatched).unwrap();
        let of = |id: &str| found.candidates.iter().find(|score| score.id.as_str() == id).unwrap().log10_lr_vs_none;
        (of("club"), of("town"))
    };
    let without = lr(&plain);
    assert!((without.0 - without.1).abs() < 1e-12);
    let mut folded = plain.clone();
    found.fold_into(&mut folded, true);
    assert!((folded.prints[1][0] - 1.0 / 10_500.0).abs() < 1e-12 && folded.prints[0].iter().all(|phi| (phi - 1.0).abs() < 1e-12));
    let with = lr(&folded);
    assert!((with.0 - without.0).abs() < 1e-12, "a file that gives everything is where it was against none");
    assert!(with.0 - with.1 > 2.0 && with.0 - with.1 < libm::log10(21.0 * 21.0 * 500.0), "{with:?}");
    found.fold_into(&mut folded, true);
    assert_eq!(lr(&folded), with, "twice is once");
    found.fold_into(&mut folded, false);
    assert_eq!(lr(&folded), without);
    assert!((likelihood::density(0.5, 1.0, 1.0, 10.0, 1.0, 0.0) - 0.05).abs() < 1e-15, "φ multiplies f");
}

const FIRST_NAMES: [&str; 8] = ["Élodie", "Cédric", "Béatrice", "Hakim", "Jean-Marc", "Noémie", "Yann", "Thérèse"];
const SYLLABLES: [&str; 9] = ["Cas", "tan", "vère", "mor", "lac", "champ", "oud", "del", "guin"];

/// `count` people in both files; the rival drops a letter for a fifth of them. The message is made from `club` by `rule`, one in `1/e` shows something
/// else.
fn drawn(seed: u64, count: usize, rule: Rule, e: f64) -> (Vec<Rendering>, u32) {
    let mut draws = Draws::new(seed);
    let mut errors_seen = 0;
    let renderings = (0..count).map(|n| {
        let first = FIRST_NAMES[draws.below(FIRST_NAMES.len())];
        let last: String = (0..3).map(|_| SYLLABLES[draws.below(SYLLABLES.len())]).collect();
        let is_other = draws.unit() < 0.2;
        let in_town = if is_other { last.chars().skip(1).collect() } else { last.clone() };
        let mut rows = vec![row("club", n as u64, first, &last), row("town", n as u64, first, &in_town)];
        for row in &mut rows {
            row.written.civility = if draws.unit() < 0.5 { "M." } else { "Mme" }.to_owned();
        }
        rows[1].written.civility = rows[0].written.civility.clone();
        let text = rule.render(&rows[0].written).unwrap();
        let is_error = draws.unit() < e;
        errors_seen += u32::from(is_error && is_other);
        shown(n, &if is_error { format!("{text}x") } else { text }, rows)
    });
    (renderings.collect(), errors_seen)
}

#[test]
fn planted_rules_come_back() {
    let as_is = Rule::as_is(Layout::FirstLast);
    for rule in [
        as_is,
        Rule { letters: Letters::Upper, drops_accents: true, ..as_is },
        Rule { letters: Letters::LastUpper, ..Rule::as_is(Layout::LastFirst) },
        Rule { letters: Letters::TitleAtSpaces, ..as_is },
        Rule { civility: Civility::InFull, ..Rule::as_is(Layout::Last) },
        Rule { civility: Civility::AsWritten, letters: Letters::Lower, ..Rule::as_is(Layout::LastCommaFirst) },
        Rule { cut: Some(14), ..Rule::as_is(Layout::LastFirst) },
    ] {
        // Without errors: a cut is where the longest text ends.
        let found = fingerprints(&drawn(5, 120, rule, 0.0).0, &[]);
        let fitted = found.rules.iter().find(|fitted| fitted.source.as_str() == "club").unwrap();
        assert_eq!((fitted.rule, fitted.explained), (rule, 120));
        assert!(found.pairs[0].ln_lr > 20.0, "{:?}", found.pairs);
    }
}

#[test]
fn the_planted_error_rate_comes_back() {
    let rule = Rule { letters: Letters::LastUpper, ..Rule::as_is(Layout::FirstLast) };
    for (seed, e) in [(1, 0.02), (2, 0.1), (3, 0.25)] {
        let (renderings, errors_seen) = drawn(seed, 4000, rule, e);
        let found = fingerprints(&renderings, &[]);
        assert_eq!(found.error.unexplained, errors_seen);
        let discriminating = f64::from(found.error.explained + found.error.unexplained);
        assert!((found.error.mean() - e).abs() < 3.0 * (e * (1.0 - e) / discriminating).sqrt() + 0.01, "{e}: {:?}", found.error);
    }
}

#[test]
fn neither_the_order_of_recipients_nor_that_of_rows_changes_anything() {
    let (mut renderings, _) = drawn(11, 900, Rule::as_is(Layout::FirstLast), 0.05);
    let found = fingerprints(&renderings, &town_counted());
    let mut draws = Draws::new(12);
    draws.shuffle(&mut renderings);
    for rendering in &mut renderings {
        draws.shuffle(&mut rendering.rows);
    }
    let twice = renderings[3].clone();
    renderings.push(twice);
    assert_eq!(fingerprints(&renderings, &town_counted()), found);
}

#[test]
fn several_fields_of_one_recipient_are_one_observation() {
    let mut renderings = five();
    for rendering in &mut renderings {
        let name = rendering.rendered[&Rendered::DisplayName].clone();
        rendering.rendered.insert(Rendered::NameLine, name);
    }
    let (one, two) = (fingerprints(&five(), &[]), fingerprints(&renderings, &[]));
    let factors = |found: &Fingerprints| found.factors.iter().map(|of| (of.recipient.clone(), of.sources.clone())).collect::<Vec<_>>();
    assert_eq!((two.error, factors(&two), &two.pairs), (one.error, factors(&one), &one.pairs));
    assert!(two.factors.iter().all(|of| of.fields.len() == 2), "and both are shown");
    assert_eq!(two.quirks.len(), 2 * one.quirks.len());
}

#[test]
fn what_a_file_cannot_give_at_all_is_one_observation_and_not_counted_for_everybody() {
    // The newsletter has first names only; the message shows whole names.
    let mut renderings = five();
    for rendering in &mut renderings {
        rendering.rows[1].written.last_name = String::new();
    }
    let found = fingerprints(&renderings, &[]);
    assert!(found.rules.iter().all(|fitted| fitted.source.as_str() == "club"));
    assert!(found.factors.is_empty());
}

#[test]
fn an_earlier_state_of_a_record_counts_as_well() {
    let mut renderings = five();
    let earlier = Row { snapshot: SnapshotId(7), ..row("town", 40, "Élodie", "Castanvert") };
    renderings[0].rows.push(earlier);
    let found = fingerprints(&renderings, &[]);
    assert_eq!(found.factors.iter().map(|of| of.recipient.as_str()).collect::<Vec<_>>(), ["r00002"]);
}

mod anything {
    use super::*;
    use proptest::prelude::*;

    fn text() -> impl Strategy<Value = String> {
        prop_oneof!["\\PC{0,12}", ".{0,12}", "(M\\. |Mme )?[A-ZÉ]{0,6}[ ,'-][a-zé]{0,6}", "[a-z]{1,5}(\\+[a-z]{0,4})?@b\\.example"]
    }

    fn rendering(n: usize) -> impl Strategy<Value = Rendering> {
        let cells = || (0..3_i64, text(), text(), text(), text());
        let fields = prop::collection::btree_map(prop::sample::select(Rendered::ALL.to_vec()), text(), 0..4);
        (fields, prop::collection::vec(cells(), 0..4)).prop_map(move |(rendered, rows)| {
            let rows = rows.into_iter().zip(0..).map(|((source, name, first_name, last_name, email), row)| Row {
                source: format!("s{source}").into(),
                snapshot: SnapshotId(1),
                row,
                written: Identity { civility: first_word(&name), street: name.clone(), name, first_name, last_name, email, ..Identity::default() },
            });
            Rendering { recipient: format!("r{n}").into(), rendered, rows: rows.collect() }
        })
    }

    fn first_word(name: &str) -> String {
        name.split(' ').next().unwrap_or_default().to_owned()
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn no_text_panics_and_factors_are_probabilities(renderings in (0..6).map(rendering).collect::<Vec<_>>()) {
            let files = [FileWords { source: "s1".into(), rows: 3, counts: [("x".to_owned(), 9)].into() }];
            let found = fingerprints(&renderings, &files);
            for factor in found.factors.iter().flat_map(|of| &of.sources) {
                prop_assert!(factor.ln_factor <= 0.0 && factor.ln_factor > libm::log(1e-6), "{factor:?}");
            }
            prop_assert!(found.pairs.iter().all(|pair| pair.ln_lr.is_finite()));
            prop_assert!(found.quirks.iter().all(|quirk| (0.0..=1.0).contains(&quirk.rarity())));
        }
    }
}
