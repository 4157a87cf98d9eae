//! Every band, the cap, the lost step, the turned-round pair; and nothing that must not be said.

use super::*;
use crate::analysis::Verdict;
use crate::chart::fixtures::{analysis, campaign, contents, score};
use crate::chart::{matrix::Matrix, timeline::Timeline};
use crate::model::{Language, PostId};
use jiff::civil::date;

fn fr() -> Words {
    Words::new(Language::Fr)
}

fn en() -> Words {
    Words::new(Language::En)
}

fn of(log10_lr: f64) -> PairScore {
    PairScore { favoured: "adherents".into(), against: "electeurs".into(), log10_lr }
}

fn say(ratio: f64, words: &Words) -> String {
    pair(&of(libm::log10(ratio)), &campaign(), &contents(), &Settings { cap: 1e9, ..Settings::default() }, words)
}

#[test]
fn a_pair_is_said_in_full_in_both_languages() {
    assert_eq!(
        say(47.0, &fr()),
        "Les observations sont de l’ordre de 47 fois plus probables si la liste d’envoi a été constituée, pour moitié au moins, à partir du fichier \
         «\u{a0}Fichier des adhérents\u{a0}» que si la liste d’envoi a été constituée, pour moitié au moins, à partir du fichier \
         «\u{a0}Liste électorale de Valmont\u{a0}». Elles apportent un soutien modéré à la première proposition par rapport à la seconde. \
         Cette évaluation ne porte ni sur la probabilité d’une proposition, ni sur l’auteur ou l’intention."
    );
    assert_eq!(
        say(47.0, &en()),
        "The findings are of the order of 47 times more probable if at least half of the mailing list was built from the file \
         “Fichier des adhérents” than if at least half of the mailing list was built from the file “Liste électorale de Valmont”. \
         They give moderate support for the first proposition over the second. \
         This does not state how probable either proposition is, nor who acted or why."
    );
}

#[test]
fn each_band_has_its_words() {
    for (ratio, french, english) in [
        (3.0, "un soutien faible à", "give weak support for"),
        (30.0, "un soutien modéré à", "give moderate support for"),
        (300.0, "un soutien modérément fort à", "give moderately strong support for"),
        (3_000.0, "un soutien fort à", "give strong support for"),
        (30_000.0, "un soutien très fort à", "give very strong support for"),
        (3e6, "un soutien extrêmement fort à", "give extremely strong support for"),
    ] {
        assert!(say(ratio, &fr()).contains(french), "{ratio}: {}", say(ratio, &fr()));
        assert!(say(ratio, &en()).contains(english), "{ratio}: {}", say(ratio, &en()));
    }
    for ratio in [1.0, 1.5, 1.99] {
        assert!(say(ratio, &fr()).contains("ne soutiennent pas une proposition plutôt que l’autre"), "{ratio}");
        assert!(say(ratio, &en()).contains("do not support one proposition over the other"), "{ratio}");
    }
}

#[test]
fn a_ratio_below_one_is_turned_round_and_names_the_other_proposition_first() {
    let text = pair(&of(-2.5), &campaign(), &contents(), &Settings::default(), &fr());
    let (first, second) = (text.find("Liste électorale").unwrap(), text.find("Fichier des adhérents").unwrap());
    assert!(first < second, "{text}");
    assert!(text.contains("310 fois") && text.contains("soutien modérément fort"), "{text}");
}

#[test]
fn a_source_less_supported_than_none_gives_support_to_none() {
    let mut campaign = campaign();
    campaign.attribution.candidates = vec![score("adherents", 0, -1.5, None)];
    campaign.verdict = Verdict { best: None, cautions: vec![Caution::NoneSupported] };
    let text = verdict(&campaign, &contents(), &Settings::default(), &fr());
    let (none, source) = (text.find("si la liste d’envoi ne vient d’aucun").unwrap(), text.find("que si la liste d’envoi a été").unwrap());
    assert!(none < source, "{text}");
    assert!(text.contains("31 fois") && text.contains("soutien modéré"), "{text}");
    assert_eq!(support(-1.5, &campaign, &Settings::default(), &fr()), "soutien modéré à une origine extérieure");
}

#[test]
fn numbers_and_words_stop_at_the_cap() {
    let capped = pair(&of(61.2), &campaign(), &contents(), &Settings::default(), &fr());
    assert!(capped.contains("au moins 10\u{202f}000 fois"), "{capped}");
    assert!(capped.contains("soutien très fort"), "the words claim no more than the number: {capped}");
    assert!(!capped.contains("10^") && !capped.contains("extrêmement"), "{capped}");
    let below = pair(&of(libm::log10(9_999.0)), &campaign(), &contents(), &Settings::default(), &fr());
    assert!(below.contains("de l’ordre de 9\u{202f}900 fois") && below.contains("soutien fort"), "{below}");
}

#[test]
fn without_controls_and_complete_list_the_words_lose_one_step_and_say_so() {
    let mut campaign = campaign();
    campaign.has_controls = false;
    let settings = Settings { cap: 1e9, ..Settings::default() };
    for (ratio, words_of_it) in [
        (30.0, "soutien faible"),
        (300.0, "soutien modéré"),
        (3_000.0, "soutien modérément fort"),
        (30_000.0, "soutien fort"),
        (3e6, "soutien très fort"),
    ] {
        let text = pair(&of(libm::log10(ratio)), &campaign, &contents(), &settings, &fr());
        assert!(text.contains(&format!("un {words_of_it} à")) && text.contains("faute de personnes de contrôle"), "{ratio}: {text}");
    }
    let weak = pair(&of(libm::log10(3.0)), &campaign, &contents(), &settings, &fr());
    assert!(weak.contains("3 fois") && weak.contains("d’aucune des deux propositions"), "{weak}");
    let even = pair(&of(0.1), &campaign, &contents(), &settings, &fr());
    assert!(even.contains("à peu près aussi probables") && !even.contains("aute de personnes"), "nothing was lost: {even}");
    campaign.is_complete_list = true;
    let text = pair(&of(libm::log10(300.0)), &campaign, &contents(), &settings, &fr());
    assert!(text.contains("soutien modérément fort") && !text.contains("faute de"), "{text}");
}

#[test]
fn the_verdict_weighs_the_best_source_against_none_and_its_rival_and_dates_the_copy() {
    let text = verdict(&campaign(), &contents(), &Settings::default(), &fr());
    assert!(text.contains("que si la liste d’envoi ne vient d’aucun des fichiers connus"), "{text}");
    assert!(text.contains("Face au fichier «\u{a0}Liste électorale de Valmont\u{a0}»"), "{text}");
    assert!(text.contains("sa copie se situe du 10 mai 2010 au 20 mai 2010 (ensemble à 95\u{a0}%)"), "{text}");
    assert!(text.ends_with("ni sur l’auteur ou l’intention."), "{text}");
}

#[test]
fn the_verdict_does_not_name_a_best_file_when_two_are_too_close() {
    let mut campaign = campaign();
    campaign.verdict = Verdict { best: None, cautions: vec![Caution::TooClose] };
    let text = verdict(&campaign, &contents(), &Settings::default(), &fr());
    assert!(text.starts_with("Les observations ne départagent pas"), "{text}");
    assert!(!text.contains("copie se situe"), "{text}");
}

#[test]
fn the_verdict_of_a_case_without_people_or_files_says_that_there_is_nothing_to_weigh() {
    let mut empty = campaign();
    empty.recipients = 0;
    assert!(verdict(&empty, &contents(), &Settings::default(), &fr()).starts_with("Aucun destinataire"));
    let mut no_files = campaign();
    no_files.attribution.candidates.clear();
    no_files.verdict = Verdict { best: None, cautions: vec![Caution::NoSources] };
    assert!(verdict(&no_files, &contents(), &Settings::default(), &fr()).starts_with("Aucun fichier"));
}

const CAUTIONS: [Caution; 11] = [
    Caution::NoneSupported,
    Caution::TooClose,
    Caution::NoControls,
    Caution::FewRecipients,
    Caution::CircleOnly,
    Caution::SomeUnexplained,
    Caution::TwoCopies,
    Caution::OutsideCircle,
    Caution::Undated,
    Caution::NoSources,
    Caution::NoRecipients,
];

fn reasons() -> Vec<Reason> {
    let in_post = |certain, possible| Reason::Post { post: PostId(1), certain, possible };
    vec![
        in_post(0.8, 0.95),
        in_post(1.0, 1.0),
        in_post(0.0, 0.4),
        in_post(0.0, 0.0),
        in_post(0.004, 0.999),
        Reason::Post { post: PostId(99), certain: 0.1, possible: 0.2 },
        Reason::Export { on: date(2010, 5, 14), rows: Some(4180) },
        Reason::Export { on: date(2010, 5, 14), rows: None },
        Reason::UsedAfterPost { post: PostId(1), days: 8 },
        Reason::UsedAfterPost { post: PostId(1), days: 1 },
        Reason::TwoHats { post: PostId(2) },
        Reason::OthersHadAccess { count: 0 },
        Reason::OthersHadAccess { count: 1 },
        Reason::OthersHadAccess { count: 3 },
    ]
}

/// Every sentence these functions can make, and all that the charts say of the sample.
fn sentences(words: &Words) -> Vec<String> {
    let (contents, analysis, mut campaign) = (contents(), analysis(), campaign());
    campaign.attribution.outside_their_circle = vec!["r1".into(), "r2".into()];
    let mut out: Vec<String> = CAUTIONS.into_iter().map(|it| caution(it, &campaign, words)).collect();
    out.extend(reasons().iter().map(|it| reason(it, &contents, words)));
    for has_controls in [true, false] {
        campaign.has_controls = has_controls;
        for ratio in [0.001, 0.2, 1.0, 3.0, 30.0, 300.0, 3e3, 3e4, 3e6, 1e20] {
            for cap in [10_000.0, 1e30] {
                out.push(pair(&of(libm::log10(ratio)), &campaign, &contents, &Settings { cap, ..Settings::default() }, words));
                out.push(support(libm::log10(ratio), &campaign, &Settings { cap, ..Settings::default() }, words));
            }
        }
        for (best, cautions) in [(Some("adherents".into()), vec![]), (None, vec![Caution::TooClose]), (None, vec![Caution::NoneSupported])] {
            campaign.verdict = Verdict { best, cautions };
            out.push(verdict(&campaign, &contents, &Settings::default(), words));
        }
    }
    let timeline = Timeline::build(&contents, Some(&analysis), words);
    let matrix = Matrix::build(&contents, &analysis, words);
    out.extend([timeline.description.clone(), matrix.description.clone()]);
    for table in [timeline.table(words), matrix.table(words)] {
        out.extend(table.header);
        out.extend(table.rows.into_iter().flatten());
    }
    out.extend(
        timeline.lanes.iter().flat_map(|lane| lane.bars.iter().map(|bar| bar.detail.clone()).chain(lane.marks.iter().map(|m| m.detail.clone()))),
    );
    out
}

#[test]
fn nothing_that_must_not_be_said_is_in_any_text_or_sentence() {
    for language in [Language::Fr, Language::En] {
        let sentences = sentences(&Words::new(language));
        assert!(sentences.len() > 100);
        for text in &sentences {
            assert_eq!(linter::objections(text, language), Vec::new(), "{text}");
        }
        let texts = crate::words::texts(language);
        assert!(texts.len() > 1_000);
        for (id, text) in texts.into_iter().filter(|(id, _)| !linter::is_allowed(id)) {
            // The names of blanks are not seen.
            let seen = text.split('{').map(|part| part.split_once('}').map_or(part, |(_, rest)| rest)).collect::<Vec<_>>().join("…");
            assert_eq!(linter::objections(&seen, language), Vec::new(), "{id}: {text}");
        }
        for entry in &crate::campaign::rivals::Catalogue::current().entries {
            let of = entry.texts(language);
            for text in [&of.name, &of.claim, &of.predicts, &of.speaks_for, &of.speaks_against, &of.ask] {
                assert_eq!(linter::objections(text, language), Vec::new(), "{text}");
            }
        }
        for band in &scale::Scale::current().bands {
            assert_eq!(linter::objections(band.label(language), language), Vec::new());
        }
    }
}

#[test]
fn no_sentence_lacks_a_text_or_a_blank_and_each_ends_as_sentences_do() {
    for language in [Language::Fr, Language::En] {
        let words = Words::new(language);
        for text in sentences(&words) {
            assert!(!text.contains('‹') && !text.contains('{') && !text.contains("  "), "{text}");
        }
        for it in CAUTIONS {
            assert!(caution(it, &campaign(), &words).ends_with('.'), "{it:?}");
        }
    }
}

#[test]
fn french_texts_have_no_break_spaces_where_typography_wants_them() {
    let rivals = crate::campaign::rivals::Catalogue::current().entries.iter().map(|entry| &entry.fr);
    let of_rivals = rivals.flat_map(|of| [&of.name, &of.claim, &of.predicts, &of.speaks_for, &of.speaks_against, &of.ask]);
    for text in crate::words::texts(Language::Fr).into_iter().map(|(_, text)| text).chain(of_rivals.map(String::as_str)) {
        for wrong in [" ;", " !", " ?", " :", " »", "« ", " %", "'"] {
            assert!(!text.contains(wrong), "{wrong:?} in {text}");
        }
    }
}

#[test]
fn facts_about_access_are_told_with_their_document_and_share() {
    let contents = contents();
    let told: Vec<String> = reasons().iter().map(|it| reason(it, &contents, &fr())).collect();
    assert_eq!(
        told[0],
        "trésorière (Parti Exemple, section de Valmont), du 10 janvier 2009 au 31 août 2010, d’après\u{a0}: procès-verbal d’élection\u{a0}: accès \
         certain au fichier «\u{a0}Fichier des adhérents\u{a0}» pour 80\u{a0}% de la distribution de la date de copie, possible pour 95\u{a0}%."
    );
    assert!(told[4].contains("moins de 1\u{a0}%") && told[4].contains("plus de 99\u{a0}%"), "{}", told[4]);
    assert!(told[5].contains("fonction inconnue"));
    assert!(told[8].contains("8 jours après la fin") && told[9].contains("1 jour après"), "{} {}", told[8], told[9]);
    assert!(reason(&Reason::OthersHadAccess { count: 1 }, &contents, &en()).starts_with("1 other person"));
}
