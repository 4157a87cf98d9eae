//! What goes on which lane. The fictitious cases are in [`crate::chart::fixtures`].

use super::*;
use crate::chart::fixtures::{analysis, contents, exact, post};
use crate::model::{Certainty, Language};
use jiff::civil::date;

fn chart() -> Timeline {
    Timeline::build(&contents(), Some(&analysis()), &Words::new(Language::Fr))
}

fn lane<'a>(chart: &'a Timeline, label: &str) -> &'a Lane {
    chart.lanes.iter().find(|lane| lane.label == label).unwrap()
}

#[test]
fn lanes_are_people_by_name_then_sources_then_mailings_then_events() {
    let chart = chart();
    let lanes: Vec<_> = chart.lanes.iter().map(|lane| (lane.kind, lane.label.as_str())).collect();
    assert_eq!(
        lanes,
        [
            (LaneKind::Person, "Ana Exemple"),
            (LaneKind::Person, "Béatrice Modèle"),
            (LaneKind::Person, "Zoé Fictive"),
            (LaneKind::Source, "Fichier des adhérents"),
            (LaneKind::Source, "Liste électorale de Valmont"),
            (LaneKind::Campaign, "Envois"),
            (LaneKind::Events, "Événements"),
        ]
    );
}

#[test]
fn names_are_ordered_as_a_reader_looks_for_them() {
    let mut contents = contents();
    contents.posts =
        [(1, "Zoé"), (2, "émile"), (3, "Eric"), (4, "ana")].into_iter().map(|(id, name)| post(id, name, Some(exact(2009, 1, 1)), None)).collect();
    contents.accesses.clear();
    let chart = Timeline::build(&contents, None, &Words::new(Language::Fr));
    let names: Vec<_> = chart.lanes.iter().filter(|lane| lane.kind == LaneKind::Person).map(|lane| lane.label.as_str()).collect();
    assert_eq!(names, ["ana", "émile", "Eric", "Zoé"]);
}

#[test]
fn a_post_without_an_end_is_certain_up_to_its_proof_and_possible_to_the_last_day_considered() {
    let chart = chart();
    let bar = &lane(&chart, "Béatrice Modèle").bars[0];
    assert_eq!(bar.certain, Some((date(2008, 9, 1), date(2009, 6, 16))));
    assert_eq!(bar.possible, (date(2008, 9, 1), date(2011, 3, 2)), "the incident's last day is 1 March 2011");
    assert!(bar.has_open_end());
    assert!(bar.detail.contains("fin inconnue"), "{}", bar.detail);
}

#[test]
fn without_a_last_day_a_post_without_an_end_is_possible_to_the_last_send() {
    let mut contents = contents();
    contents.incident.until = None;
    let chart = Timeline::build(&contents, None, &Words::new(Language::Fr));
    assert_eq!(lane(&chart, "Béatrice Modèle").bars[0].possible.1, date(2011, 1, 13));
}

#[test]
fn a_post_elsewhere_is_another_hat_on_its_own_track() {
    let chart = chart();
    let lane = lane(&chart, "Ana Exemple");
    let hats: Vec<_> = lane.bars.iter().map(|bar| (bar.label.as_str(), bar.gives_access)).collect();
    assert_eq!(hats, [("trésorière", true), ("porte-parole", false)]);
    assert_eq!(lane.tracks(), [0, 1], "they overlap");
}

#[test]
fn a_likely_access_has_no_certain_day() {
    let mut contents = contents();
    contents.posts[0].certainty = Certainty::Possible;
    let chart = Timeline::build(&contents, None, &Words::new(Language::Fr));
    assert_eq!(lane(&chart, "Ana Exemple").bars[0].certain, None);
}

#[test]
fn the_access_log_stands_on_the_persons_lane_and_copies_also_on_the_files() {
    let chart = chart();
    let kinds = |label| lane(&chart, label).marks.iter().map(|mark| mark.kind).collect::<Vec<_>>();
    assert_eq!(kinds("Ana Exemple"), [MarkKind::View, MarkKind::Export]);
    assert_eq!(kinds("Fichier des adhérents"), [MarkKind::Snapshot, MarkKind::Export, MarkKind::Snapshot]);
}

#[test]
fn a_mailing_lasts_from_its_first_to_its_last_send() {
    let chart = chart();
    let marks = &lane(&chart, "Envois").marks;
    assert_eq!((marks[0].from, marks[0].to), (date(2010, 9, 8), date(2010, 9, 9)));
    assert_eq!(marks[0].label, "Rejoignez Valmont Demain");
    let without = Timeline::build(&contents(), None, &Words::new(Language::Fr));
    assert_eq!(lane(&without, "Envois").marks.len(), marks.len(), "the analysis is not needed for this");
}

#[test]
fn everything_dated_lies_inside_with_a_margin() {
    let chart = chart();
    for lane in &chart.lanes {
        for mark in &lane.marks {
            assert!(chart.from < mark.from && mark.to.tomorrow().unwrap() < chart.until, "{}", mark.detail);
        }
        for bar in &lane.bars {
            assert!(chart.from < bar.possible.0 && bar.possible.1 < chart.until, "{}", bar.detail);
        }
    }
    let density = chart.density.unwrap();
    assert!(density.set95.iter().all(|span| chart.from < span.from && span.to < chart.until));
}

#[test]
fn an_empty_case_has_an_empty_chart_that_is_not_degenerate() {
    for language in [Language::Fr, Language::En] {
        let words = Words::new(language);
        let chart = Timeline::build(&Contents::default(), None, &words);
        assert!(chart.from < chart.until);
        assert!(chart.lanes.is_empty() && chart.undated.is_empty() && chart.density.is_none());
        assert!(!chart.description.is_empty());
    }
}

#[test]
fn a_single_day_is_shown_with_room_around_it() {
    let mut contents = Contents::default();
    contents.posts.push(post(1, "Ana", Some(exact(2010, 5, 14)), Some(exact(2010, 5, 14))));
    let chart = Timeline::build(&contents, None, &Words::new(Language::Fr));
    assert!(chart.from < date(2010, 5, 14) && date(2010, 5, 15) < chart.until);
}

#[test]
fn days_at_the_ends_of_the_calendar_do_not_overflow() {
    let mut contents = Contents::default();
    let from = crate::model::UncertainDay::exact(Day::MIN);
    let to = crate::model::UncertainDay::exact(Day::MAX);
    contents.posts.push(post(1, "Ana", Some(from), Some(to)));
    let chart = Timeline::build(&contents, None, &Words::new(Language::Fr));
    assert_eq!(chart.from, Day::MIN);
    assert!(!chart.table(&Words::new(Language::Fr)).rows.is_empty());
}

#[test]
fn what_has_no_date_goes_to_the_tray() {
    let labels: Vec<_> = chart().undated.into_iter().map(|undated| undated.label).collect();
    assert_eq!(labels.len(), 2, "{labels:?}");
    assert!(labels[0].contains("Zoé Fictive"), "{labels:?}");
    assert!(labels[1].contains("Réponse"), "{labels:?}");
}

#[test]
fn the_copy_date_of_the_best_source_is_shown_and_described() {
    let chart = chart();
    let density = chart.density.as_ref().unwrap();
    assert_eq!(density.label, "Fichier des adhérents");
    assert!(chart.description.contains("du 10 mai 2010 au 20 mai 2010"), "{}", chart.description);
    assert!((density.heights().into_iter().fold(0.0, f64::max) - 1.0).abs() < 1e-12);
}

#[test]
fn if_no_source_leads_the_first_supported_one_with_a_date_is_shown() {
    let mut analysis = analysis();
    analysis.campaigns[0].verdict.best = None;
    let chart = Timeline::build(&contents(), Some(&analysis), &Words::new(Language::Fr));
    assert_eq!(chart.density.unwrap().label, "Fichier des adhérents");
}

#[test]
fn if_no_source_is_supported_no_copy_date_is_shown() {
    let mut analysis = analysis();
    analysis.campaigns[0].verdict.best = None;
    for candidate in &mut analysis.campaigns[0].attribution.candidates {
        candidate.log10_lr_vs_none = 0.4;
    }
    assert_eq!(Timeline::build(&contents(), Some(&analysis), &Words::new(Language::Fr)).density, None);
}

#[test]
fn the_table_says_what_the_chart_shows() {
    let chart = chart();
    for (language, words) in [
        (Language::Fr, ["trésorière", "31 août 2010", "certain", "Date de copie"]),
        (Language::En, ["trésorière", "31 August 2010", "certain", "Copy date"]),
    ] {
        let words_of = Words::new(language);
        let chart = if language == Language::Fr { chart.clone() } else { Timeline::build(&contents(), Some(&analysis()), &words_of) };
        let table = chart.table(&words_of);
        assert_eq!(table.header.len(), 6);
        assert!(table.rows.iter().all(|row| row.len() == 6));
        let shown: usize = chart.lanes.iter().map(|lane| lane.bars.len() + lane.marks.len()).sum();
        assert_eq!(table.rows.len(), shown + 1 + chart.undated.len());
        let text = format!("{:?}", table.rows);
        for word in words {
            assert!(text.contains(word), "{word} in {text}");
        }
        assert!(table.rows.iter().flatten().all(|cell| !cell.contains('‹')), "{text}");
    }
}

#[test]
fn the_table_never_turns_an_open_end_into_a_day() {
    let table = chart().table(&Words::new(Language::Fr));
    let row = table.rows.iter().find(|row| row[1] == "Béatrice Modèle").unwrap();
    assert_eq!(row[3], "inconnu");
    assert!(row[4].starts_with("certain du 1er septembre 2008 au 15 juin 2009"), "{}", row[4]);
}

#[test]
fn a_mailing_that_only_the_analysis_found_has_its_mark() {
    let mut analysis = analysis();
    let mut found = analysis.campaigns[0].clone();
    found.id = "c2".into();
    found.title = "Horaires".to_owned();
    analysis.campaigns.push(found);
    let chart = Timeline::build(&contents(), Some(&analysis), &Words::new(Language::Fr));
    assert!(lane(&chart, "Envois").marks.iter().any(|mark| mark.label == "Horaires"));
}
