//! Well-formed, stable, honest pictures. `SOURCIER_DUMP_SVG=DIR cargo test --lib chart::svg` leaves the pictures in DIR to be looked at.

use super::*;
use crate::chart::fixtures;
use crate::chart::matrix::{MatrixColumn, MatrixRow, Presence};
use crate::chart::timeline::MarkKind;
use crate::chart::timeline::legend::Entry;
use crate::chart::timeline::seen::Seen;
use crate::chart::waterfall::Evidence;
use crate::model::{AccessAction, Contents, Language, PersonId, SnapshotId};
use jiff::ToSpan as _;
use jiff::civil::date;
use quick_xml::events::Event;

fn words() -> [Words; 2] {
    [Words::new(Language::Fr), Words::new(Language::En)]
}

fn party(words: &Words) -> Timeline {
    Timeline::build(&fixtures::contents(), Some(&fixtures::analysis()), words)
}

/// Sixty people with several posts and a log of ten thousand lines.
fn crowd(words: &Words) -> Timeline {
    let mut contents = Contents::default();
    for person in 0..60_i64 {
        let name = format!("Personne Fictive {person:02} de Valmont-sur-Exemple");
        let from = date(2008, 1, 1).saturating_add((person * 9).days());
        for hat in 0..=(person % 3) {
            let start = from.saturating_add((hat * 200).days());
            let end = (person % 4 != 0).then(|| crate::model::UncertainDay::exact(start.saturating_add((300 + person * 5).days())));
            let mut post = fixtures::post(person * 10 + hat, &name, Some(crate::model::UncertainDay::exact(start)), end);
            post.source = (hat != 1).then(|| "adherents".into());
            contents.posts.push(post);
        }
    }
    for line in 0..10_000_i64 {
        let at = date(2008, 2, 1).saturating_add((line % 1400).days());
        let person: PersonId = format!("Personne Fictive {:02} de Valmont-sur-Exemple", line % 7).into();
        let action = if line % 97 == 0 { AccessAction::Export } else { AccessAction::View };
        contents.accesses.push(fixtures::access(line, person.as_str(), crate::model::UncertainDay::exact(at), action, None));
    }
    contents.sources = fixtures::contents().sources;
    Timeline::build(&contents, None, words)
}

fn wide_matrix(rows: usize) -> Matrix {
    let column = |source: &str, snapshot: &str, id: Option<i64>| MatrixColumn {
        source: source.to_owned(),
        snapshot: snapshot.to_owned(),
        id: id.map(SnapshotId),
        present: rows / 2,
    };
    let columns = vec![
        column("Fichier des adhérents", "2009-01-15", Some(1)),
        column("Fichier des adhérents", "2010-01-15", Some(2)),
        column("Fichier des adhérents", "2010-11-02", Some(3)),
        column("Abonnés à la lettre d’information du mouvement", "2010-06", Some(4)),
        column("Liste électorale de Valmont", "", None),
    ];
    let states = [Presence::Present, Presence::Absent, Presence::OtherDetails];
    let row = |at: usize| MatrixRow {
        id: format!("r{at:05}").into(),
        label: format!("Destinataire Fictif {at}"),
        received: at % 9 != 8,
        found_by: String::new(),
        cells: vec![states[at % 3], states[at / 3 % 3], states[at / 9 % 2], states[at % 2], Presence::Unknown],
    };
    Matrix {
        title: "Qui figure dans quel fichier".to_owned(),
        description: "Une matrice fictive.".to_owned(),
        columns,
        rows: (0..rows).map(row).collect(),
    }
}

/// A letter's recipient and the row that fits best.
fn link(words: &Words) -> Waterfall {
    let bars = fixtures::bars();
    let evidence = Evidence { prior_bits: -11.9, bars: &bars, household_bits: -0.6, rivals_bits: -1.2 };
    Waterfall::build(&evidence, &fixtures::sides(), words)
}

fn shares_of(words: &Words) -> Shares {
    Shares::build(&fixtures::campaign(), &fixtures::contents(), words)
}

fn tornado_of(words: &Words) -> Tornado {
    Tornado::build(&crate::chart::tornado::tests::sensitivity(), false, "Une phrase.".to_owned(), &fixtures::contents(), words).unwrap()
}

fn density_of(words: &Words) -> CopyDensity {
    CopyDensity::build(&fixtures::copy_date(), &"adherents".into(), &fixtures::contents(), words).unwrap()
}

/// Parses as XML and returns all the text in it.
fn texts(svg: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(svg);
    let mut out = Vec::new();
    let mut depth = 0;
    let mut text = String::new();
    loop {
        match reader.read_event().unwrap() {
            Event::Start(_) => depth += 1,
            Event::End(_) => {
                depth -= 1;
                if !text.trim().is_empty() {
                    out.push(text.trim().to_owned());
                }
                text.clear();
            }
            Event::Text(part) => text.push_str(&part.into_inner()),
            Event::GeneralRef(name) => text.push_str(match name.into_inner().as_ref() {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                other => panic!("entity {other}"),
            }),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    out
}

fn dump(name: &str, svg: &str) {
    if let Some(folder) = std::env::var_os("SOURCIER_DUMP_SVG") {
        std::fs::write(std::path::Path::new(&folder).join(name), svg).unwrap();
    }
}

#[test]
fn every_picture_is_well_formed_described_and_the_same_twice() {
    for words in words() {
        let language = if words.language() == Language::Fr { "fr" } else { "en" };
        let small = Matrix::build(&fixtures::contents(), &fixtures::analysis(), &words);
        let pictures = [
            ("timeline-party", timeline(&party(&words), &words), timeline(&party(&words), &words)),
            ("timeline-crowd", timeline(&crowd(&words), &words), timeline(&crowd(&words), &words)),
            (
                "timeline-empty",
                timeline(&Timeline::build(&Contents::default(), None, &words), &words),
                timeline(&Timeline::build(&Contents::default(), None, &words), &words),
            ),
            ("waterfall", waterfall(&link(&words), &words), waterfall(&link(&words), &words)),
            ("shares", shares(&shares_of(&words), &words), shares(&shares_of(&words), &words)),
            ("tornado", tornado(&tornado_of(&words), &words), tornado(&tornado_of(&words), &words)),
            ("density", copy_density(&density_of(&words), &words), copy_density(&density_of(&words), &words)),
            ("matrix-party", matrix(&small, &words), matrix(&small, &words)),
            ("matrix-40", matrix(&wide_matrix(40), &words), matrix(&wide_matrix(40), &words)),
            ("matrix-12500", matrix(&wide_matrix(12_500), &words), matrix(&wide_matrix(12_500), &words)),
        ];
        for (name, svg, again) in pictures {
            dump(&format!("{name}-{language}.svg"), &svg);
            assert_eq!(svg, again, "{name}");
            let texts = texts(&svg);
            assert!(texts.iter().all(|text| !text.contains('‹')), "{name}: a text is missing: {texts:?}");
            for part in ["viewBox=\"0 0 ", "role=\"img\"", "<title id=", "<desc id=", "'Libertinus Serif'"] {
                assert!(svg.contains(part), "{name} lacks {part}");
            }
            assert!(!svg.contains("NaN") && !svg.contains("\"inf") && !svg.contains(",inf"), "{name}");
        }
    }
}

#[test]
fn a_post_without_an_end_is_hatched_after_its_proof_and_torn_at_its_end() {
    let [words, _] = words();
    let mut contents = Contents::default();
    let mut post = fixtures::post(1, "Ana Exemple", Some(fixtures::exact(2009, 1, 1)), None);
    post.proof_date = Some(fixtures::exact(2009, 6, 30));
    contents.posts.push(post);
    contents.incident.until = Some(date(2011, 1, 1));
    let svg = timeline(&Timeline::build(&contents, None, &words), &words);
    let bar = svg.lines().find(|line| line.starts_with("<polygon") && line.contains("url(#tl-access)")).unwrap();
    let points = bar.split('"').nth(1).unwrap().split(' ').count();
    assert!(points > 4, "the open end is torn: {bar}");
    let right = |line: &str| -> f64 { line.split('"').nth(1).unwrap().split(' ').nth(1).unwrap().split(',').next().unwrap().parse().unwrap() };
    let full = svg.lines().find(|line| line.starts_with("<rect") && line.contains("fill=\"#005f9e\"")).unwrap();
    let attribute = |name: &str| -> f64 { full.split(&format!(" {name}=\"")).nth(1).unwrap().split('"').next().unwrap().parse().unwrap() };
    assert!(attribute("x") + attribute("width") < right(bar) / 2.0, "certain for half a year out of two: {full} {bar}");
}

#[test]
fn a_post_with_both_ends_is_full_and_not_torn() {
    let [words, _] = words();
    let mut contents = Contents::default();
    contents.posts.push(fixtures::post(1, "Ana Exemple", Some(fixtures::exact(2009, 1, 1)), Some(fixtures::exact(2009, 6, 30))));
    let svg = timeline(&Timeline::build(&contents, None, &words), &words);
    let bar = svg.lines().find(|line| line.starts_with("<polygon") && line.contains("url(#tl-access)")).unwrap();
    assert_eq!(bar.split('"').nth(1).unwrap().split(' ').count(), 4, "{bar}");
    assert!(!texts(&svg).contains(&words.text("chart-legend-possible")), "nothing is hatched, so hatching is not explained");
}

#[test]
fn a_part_is_cut_at_its_ends_and_says_what_is_not_shown() {
    let [words, _] = words();
    let hidden = [Entry::Mark(MarkKind::View)].into();
    let seen = Seen { hidden, is_folded: false, range: Some((date(2010, 5, 1), date(2010, 9, 20))) };
    let chart = party(&words).seen(&seen, &words);
    let svg = timeline(&chart, &words);
    dump("timeline-part-fr.svg", &svg);
    assert!(svg.contains("<clipPath id=\"tl-part\">") && svg.contains("clip-path=\"url(#tl-part)\""));
    let shown = texts(&svg);
    assert!(shown.iter().any(|text| text.contains("Partie montrée")) && shown.iter().any(|text| text.contains("Consultation")));
    assert!(!shown.iter().any(|text| text == &words.text("chart-mark-view")), "the legend explains what is there only");
    // A post that goes on beyond the right end is drawn past it, so that no end is seen there.
    let right = |line: &str| -> f64 { line.split('"').nth(1).unwrap().split(' ').nth(1).unwrap().split(',').next().unwrap().parse().unwrap() };
    let widest = svg.lines().filter(|line| line.starts_with("<polygon") && line.contains("url(#tl-access)")).map(right).fold(0.0, f64::max);
    assert!(widest > 784.0, "{widest}");
    assert!(!timeline(&party(&words), &words).contains("clipPath"), "the whole is not cut");
}

#[test]
fn folds_are_drawn_as_bands_that_say_how_long_they_are() {
    let [words, _] = words();
    let mut contents = fixtures::contents();
    contents.events[0].at = Some(fixtures::exact(1995, 3, 14));
    let chart = Timeline::build(&contents, Some(&fixtures::analysis()), &words);
    let folded = chart.seen(&Seen { is_folded: true, ..Seen::default() }, &words);
    let svg = timeline(&folded, &words);
    dump("timeline-folded-fr.svg", &svg);
    let fold = folded.folds.list()[0];
    let length = crate::chart::timeline::elapsed::length(fold.from, fold.until, &words);
    assert!(texts(&svg).iter().any(|text| text.contains(&length) && text.contains("replié")), "{length}");
    assert!(!texts(&svg).iter().any(|text| text == "2000"), "no tick inside the fold");
}

#[test]
fn each_end_of_the_copy_date_names_its_witnesses() {
    let [words, _] = words();
    let chart = party(&words);
    let shown = texts(&timeline(&chart, &words));
    for limit in &chart.density.as_ref().unwrap().limits {
        assert!(shown.contains(&limit.sentence(&words)), "{}", limit.text);
    }
}

#[test]
fn pictures_speak_the_language_asked_for() {
    let [french, english] = words();
    let fr = texts(&timeline(&party(&french), &french)).join("\n");
    let en = texts(&timeline(&party(&english), &english)).join("\n");
    for text in ["Qui avait accès, et quand", "Accès possible", "Sans date", "Envois", "du 10 mai 2010 au 20 mai 2010"] {
        assert!(fr.contains(text), "{text} in {fr}");
    }
    for text in ["Who had access, and when", "Access possible", "No date", "Mailings", "from 10 May 2010 to 20 May 2010"] {
        assert!(en.contains(text), "{text} in {en}");
    }
}

#[test]
fn hostile_names_stay_text() {
    let [words, _] = words();
    let mut contents = fixtures::contents();
    contents.posts[0].post = "</text><script>alert(1)</script>\u{0}\u{202e}".to_owned();
    contents.posts[0].person = "\u{1}\"><image href='http://x.invalid'/>".into();
    contents.events[0].title = "]]> & <!-- \u{ffff}".to_owned();
    let svg = timeline(&Timeline::build(&contents, None, &words), &words);
    assert!(texts(&svg).iter().any(|text| text.contains("<script>")), "shown as it is");
    assert!(!svg.contains("<script") && !svg.contains("<image"));
    assert!(svg.chars().all(|c| c == '\n' || !c.is_control()));
}

#[test]
fn ten_thousand_marks_make_a_picture_of_bearable_size() {
    let [words, _] = words();
    let svg = timeline(&crowd(&words), &words);
    assert!(svg.len() < 2_000_000, "{} bytes", svg.len());
    assert!(svg.len() > 20_000);
}

#[test]
fn many_rows_are_grouped_by_pattern_and_every_person_is_counted() {
    let [words, _] = words();
    let chart = wide_matrix(12_500);
    let svg = matrix(&chart, &words);
    let counted: usize = texts(&svg)
        .iter()
        .filter(|text| text.contains("destinataires") || text.contains("personnes de contrôle"))
        .filter(|text| !text.contains(','))
        .map(|text| text.chars().filter(char::is_ascii_digit).collect::<String>().parse::<usize>().unwrap())
        .sum();
    assert_eq!(counted, 12_500);
    assert!(!svg.contains("Destinataire Fictif 77<"));
}

#[test]
fn two_hundred_rows_are_still_drawn_one_by_one() {
    let [words, _] = words();
    assert!(matrix(&wide_matrix(200), &words).contains("Destinataire Fictif 199<"));
    assert!(!matrix(&wide_matrix(201), &words).contains("Destinataire Fictif 199<"));
}

#[test]
fn a_bar_against_is_hatched_and_every_bar_carries_its_sign() {
    let [words, _] = words();
    let svg = waterfall(&link(&words), &words);
    assert_eq!(svg.lines().filter(|line| line.starts_with("<rect") && line.contains("url(#wf-against)")).count(), 3, "civility, household, rivals");
    let texts = texts(&svg);
    for text in ["+11,2", "+9,4", "−3,1", "−11,9"] {
        assert!(texts.iter().any(|found| found == text), "{text} in {texts:?}");
    }
    assert!(texts.iter().any(|text| text == "Jeanne Exemple") && texts.iter().any(|text| text == "Jeannette EXEMPLE"), "both values");
}

#[test]
fn what_is_unexplained_is_a_hatched_bar_among_the_shares() {
    let [words, _] = words();
    let svg = shares(&shares_of(&words), &words);
    assert_eq!(svg.lines().filter(|line| line.starts_with("<rect") && line.contains("url(#sh-unexplained)")).count(), 1);
    let texts = texts(&svg);
    for text in ["Fichier des adhérents", "Liste électorale de Valmont", "90\u{a0}% (80\u{a0}% à 97\u{a0}%)", "5\u{a0}% (1\u{a0}% à 13\u{a0}%)"] {
        assert!(texts.iter().any(|found| found == text), "{text} in {texts:?}");
    }
}

#[test]
fn the_copy_date_is_drawn_with_its_set_and_a_sentence_for_each_end() {
    let [words, _] = words();
    let chart = density_of(&words);
    let svg = copy_density(&chart, &words);
    assert_eq!(svg.lines().filter(|line| line.contains("stroke-dasharray=\"3 2\"")).count(), 2, "both ends of the one span");
    let texts = texts(&svg);
    let sentence = chart.limits[0].sentence(&words);
    assert!(texts.contains(&sentence), "{sentence} in {texts:?}");
}

#[test]
fn a_bar_that_changes_the_words_of_the_answer_is_hatched() {
    let [words, _] = words();
    let svg = tornado(&tornado_of(&words), &words);
    assert_eq!(svg.lines().filter(|line| line.starts_with("<rect") && line.contains("url(#to-changes)")).count(), 1, "the pool alone");
    let texts = texts(&svg);
    for text in ["Bassin", "13\u{202f}000", "1\u{202f}300\u{202f}000", "Sans le destinataire r1", "laissé de côté"] {
        assert!(texts.iter().any(|found| found == text), "{text} in {texts:?}");
    }
}
