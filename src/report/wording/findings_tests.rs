//! Sentences beside a verdict: what would change it, parts of a file, two copies, spellings, addresses; in both languages, and nothing that must not be said.

use super::*;
use crate::analysis::rivals::{Hint, Side};
use crate::analysis::{Prints, Reach};
use crate::attribute::fingerprint::canary::{Canary, CanaryReason, Flagged, Worth};
use crate::attribute::fingerprint::{Fingerprints, Quirk, QuirkKind, Rendered, Rival, Standing};
use crate::attribute::sensitivity::{Ask, Bar, Influence, Prospect, Question, Reading, Reply, Sensitivity, Tipping, Turn, Turned};
use crate::attribute::{SliceScore, TwoCopies};
use crate::chart::fixtures::{campaign, contents, copy_date, score};
use crate::model::{EvidenceId, Field, FoundBy, Language, MessageId, Reference, RivalId, SnapshotId, SourceId, Standing as Answered, StatementId};
use jiff::civil::date;

fn fr() -> Words {
    Words::new(Language::Fr)
}

fn en() -> Words {
    Words::new(Language::En)
}

fn reading(band: usize) -> Reading {
    Reading {
        best: Some("adherents".into()),
        leading: "adherents".into(),
        rival: Some("electeurs".into()),
        log10_lr_vs_none: 61.2,
        log10_lr_vs_rival: Some(12.4),
        band,
        rival_band: Some(5),
    }
}

fn bar(turned: Turned, low: (Option<f64>, usize), high: (Option<f64>, usize)) -> Bar {
    let turn = |(value, band)| Turn { value, reading: reading(band), log10_lr_vs_none: Some(61.2), log10_lr_vs_rival: Some(12.4) };
    Bar { turned, low: turn(low), high: turn(high), width: 1.0 }
}

fn question(ask: Ask) -> Question {
    Question { ask, bits: 0.423, answers: Vec::new() }
}

/// The words change with a smaller pool and without the roll; nothing else does anything.
fn sensitivity() -> Sensitivity {
    Sensitivity {
        baseline: reading(5),
        bars: vec![
            bar(Turned::Pool, (Some(13_000.0), 4), (Some(1_300_000.0), 5)),
            bar(Turned::WithoutSource("electeurs".into()), (None, 4), (None, 5)),
            bar(Turned::WithoutSource("lettre".into()), (None, 5), (None, 5)),
            bar(Turned::WithoutSource("adherents".into()), (None, 0), (None, 5)),
            bar(Turned::WithoutFingerprints, (None, 5), (None, 5)),
            bar(Turned::SharePrior, (Some(0.25), 5), (Some(0.75), 5)),
        ],
        tipping: Tipping { pool: Some(900.4), sigma: None, recipients: None },
        influence: vec![Influence { recipient: "r1".into(), log10_lr_vs_none: 60.0, log10_lr_vs_rival: Some(12.0) }],
        contested_by: Some("electeurs".into()),
        questions: vec![question(Ask::Membership { recipient: "r2".into(), source: "adherents".into() })],
    }
}

#[test]
fn one_sentence_says_what_changes_the_words_and_one_what_does_not() {
    assert_eq!(
        sensitivity::summary(&sensitivity(), &campaign(), &contents(), &fr()),
        "Les termes du verdict changent si le bassin compte moins de 900 personnes\u{202f}; sans le fichier «\u{a0}Liste électorale de Valmont\u{a0}» parmi \
         les candidats. Ils restent les mêmes quelle que soit la part minimale essayée\u{202f}; quel que soit l’autre fichier que l’on retire\u{202f}; avec ou \
         sans les graphies partagées\u{202f}; quel que soit le destinataire que l’on écarte."
    );
    assert_eq!(
        sensitivity::summary(&sensitivity(), &campaign(), &contents(), &en()),
        "The words of the verdict change if the pool is below 900 people; without the file “Liste électorale de Valmont” among the candidates. They stay \
         the same whatever least share was tried; whichever other file is taken out; with or without the shared spellings; whichever single recipient is \
         left out."
    );
}

#[test]
fn a_verdict_nothing_changes_says_so_and_one_recipient_who_decides_is_told() {
    let mut steady = sensitivity();
    steady.bars.retain(|bar| bar.turned == Turned::Pool);
    steady.tipping = Tipping::default();
    let said = sensitivity::summary(&steady, &campaign(), &contents(), &fr());
    assert!(said.starts_with("Aucune des hypothèses examinées ne change les termes du verdict"), "{said}");
    steady.tipping.recipients = Some(1);
    let said = sensitivity::summary(&steady, &campaign(), &contents(), &fr());
    assert!(said.contains("si l’on écarte un seul destinataire") && !said.contains("quel que soit le destinataire"), "{said}");
    steady.tipping.recipients = Some(3);
    let said = sensitivity::summary(&steady, &campaign(), &contents(), &en());
    assert!(said.contains("if the 3 recipients that weigh most are left out") && said.contains("whichever single recipient"), "{said}");
}

#[test]
fn a_pool_is_cut_to_three_digits_on_the_side_that_stays_true() {
    let mut turned = sensitivity();
    for (pool, told) in [(47.4, "below 47"), (98_765.0, "below 98,700"), (1_234_567.0, "above 1,240,000"), (999_900.0, "above 1,000,000")] {
        turned.tipping.pool = Some(pool);
        let said = sensitivity::summary(&turned, &campaign(), &contents(), &en());
        assert!(said.contains(&format!("if the pool is {told} people")), "{said}");
    }
}

#[test]
fn the_strength_of_a_circle_is_told_on_the_side_on_which_it_tips() {
    let (mut contents, mut turned) = (contents(), sensitivity());
    turned.tipping.sigma = Some(5.5);
    contents.recipients[0].found_by = FoundBy::Circle("adherents".into());
    let said = |contents: &Contents| sensitivity::summary(&turned, &campaign(), contents, &fr());
    assert!(said(&contents).contains("d’un facteur inférieur à 5,5"), "an unlimited circle: {}", said(&contents));
    contents.recipients[0].sigma = Some(2.0);
    assert!(said(&contents).contains("d’un facteur supérieur à 5,5"), "{}", said(&contents));
}

#[test]
fn the_next_question_is_told_with_what_it_would_tell_apart() {
    let said = sensitivity::next_question(&sensitivity(), &contents(), &en());
    assert_eq!(
        said,
        "Ask r2 in which files they have been: their link to the file “Fichier des adhérents” is not sure. It would help to tell the file “Fichier des \
         adhérents” from the file “Liste électorale de Valmont” (expected information: 0.42 of 1 bit)."
    );
    let mut none = sensitivity();
    none.questions.clear();
    assert!(sensitivity::next_question(&none, &contents(), &fr()).starts_with("Aucune question"));
}

fn slice_of(log10_lr: f64) -> SliceScore {
    SliceScore {
        field: "Commune".to_owned(),
        value: "Valmont".to_owned(),
        size: 1204.0,
        captured: 36,
        log10_lr,
        weight: 0.9,
        is_used: true,
        ..SliceScore::default()
    }
}

fn copies() -> TwoCopies {
    TwoCopies {
        first: date(2010, 5, 1),
        second: date(2010, 8, 14),
        only_first: (1..=10).map(|n| format!("r{n}").into()).collect(),
        only_second: vec!["r20".into(), "r21".into()],
        share: 0.3,
        log10_gain: 6.0,
    }
}

#[test]
fn a_part_of_a_file_is_told_with_column_value_and_how_much_more_probable_the_findings_are() {
    let score = score("adherents", 38, 61.2, None);
    let said = |log10_lr| findings::slice(&slice_of(log10_lr), &score, &contents(), &Settings::default(), &fr());
    let text = said(2.5);
    assert!(
        text.starts_with("Seule la partie du fichier «\u{a0}Fichier des adhérents\u{a0}» où «\u{a0}Commune\u{a0}» vaut «\u{a0}Valmont\u{a0}»"),
        "{text}"
    );
    assert!(
        text.contains("de l’ordre de 310 fois plus probables") && text.contains("36 des 38") && text.contains("1\u{202f}204 personnes"),
        "{text}"
    );
    assert!(said(9.0).contains("au moins 10\u{202f}000 fois plus probables"));
    assert!(said(-2.0).contains("a été essayée") && said(-2.0).contains("100 fois"), "{}", said(-2.0));
    assert!(said(0.1).contains("ne la départagent pas du fichier entier"));
}

#[test]
fn two_copies_are_told_with_both_days_and_the_records_of_each() {
    let text = findings::two_copies(&copies(), &"adherents".into(), &contents(), &fr());
    assert!(text.contains("l’une vers le 1er mai 2010, l’autre vers le 14 août 2010"), "{text}");
    assert!(text.contains("r7, r8 et 2 de plus. Le 14 août 2010 et non le 1er mai 2010\u{a0}: r20, r21."), "{text}");
    assert!(text.ends_with("environ 30\u{a0}% de la liste."), "{text}");
}

fn quirk_of(frequency: Option<f64>) -> Quirk {
    let rival = Rival {
        source: "electeurs".into(),
        snapshot: SnapshotId(2),
        row: 7,
        written: "LEFEVRE".to_owned(),
        would_show: "Mme Lefevre".to_owned(),
        frequency,
    };
    Quirk {
        kind: QuirkKind::Spelling,
        field: Rendered::NameLine,
        recipient: "r12".into(),
        source: "adherents".into(),
        snapshot: SnapshotId(1),
        row: 3,
        rendered: "Mme Lefèbre".to_owned(),
        written: "LEFÈBRE".to_owned(),
        rivals: vec![rival],
        words: vec!["lefebre".to_owned()],
        frequency,
        share: 0.1,
    }
}

#[test]
fn a_shared_quirk_shows_the_text_of_the_message_and_of_both_files() {
    let text = findings::quirk(&quirk_of(Some(0.0003)), &contents(), &en());
    for part in ["“Mme Lefèbre”", "“LEFÈBRE”", "“LEFEVRE”", "“Mme Lefevre”", "less than 1% of the rows of the file “Liste électorale de Valmont”."]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    assert!(!findings::quirk(&quirk_of(None), &contents(), &en()).contains("of the rows"));
}

fn flagged(reason: CanaryReason, worth: Worth) -> Flagged {
    let canary = Canary { recipient: "r1".into(), source: "adherents".into(), reason, others: Vec::new() };
    Flagged { canary, also_in: vec!["electeurs".into()], worth }
}

fn canaries() -> Vec<Flagged> {
    let tag = || CanaryReason::Tag { tag: "club".to_owned(), word: "club".to_owned() };
    let worths = [Worth::Statement { reliability: 0.9 }, Worth::Said, Worth::Ambiguous, Worth::Shared, Worth::Absent, Worth::Silent, Worth::Unsure];
    let mut all: Vec<Flagged> = worths.into_iter().map(|worth| flagged(tag(), worth)).collect();
    all.push(flagged(CanaryReason::GivenToOne { statement: StatementId(1), reliability: 0.9 }, Worth::Said));
    all.push(flagged(CanaryReason::Alias { local: "club.anna".to_owned(), word: "club".to_owned() }, Worth::Unsure));
    let (column, value) = ("Note".to_owned(), "témoin".to_owned());
    all.push(flagged(CanaryReason::Seeded { snapshot: SnapshotId(1), row: 4, column, value }, Worth::Statement { reliability: 0.9 }));
    all
}

/// A campaign with one of everything beside its verdict.
fn full() -> CampaignAnalysis {
    let mut campaign = campaign();
    campaign.sensitivity = Some(sensitivity());
    let mut copy = copy_date();
    copy.two_copies = Some(copies());
    campaign.attribution.candidates[0].copy_date = Some(copy);
    campaign.attribution.candidates[0].slices = vec![slice_of(2.0)];
    campaign.prints = Prints {
        reach: Reach::Shares,
        fingerprints: Fingerprints {
            standings: vec![Standing { source: "adherents".into(), matches: 9, mismatches: 1, ln_integral: -1.0 }],
            quirks: vec![quirk_of(Some(0.02))],
            ..Fingerprints::default()
        },
        unreadable: vec!["electeurs".into()],
        canaries: canaries(),
    };
    campaign
}

#[test]
fn what_stands_beside_a_verdict_is_the_same_list_in_both_languages() {
    let [french, english] = [fr(), en()].map(|words| beside(&full(), &contents(), &Settings::default(), &words));
    let key = |said: &[Said]| said.iter().map(|it| (it.about, it.source.clone(), it.recipient.clone())).collect::<Vec<_>>();
    assert_eq!(key(&french), key(&english));
    let about: Vec<About> = french.iter().map(|it| it.about).collect();
    for wanted in [About::Sensitivity, About::NextQuestion, About::Slice, About::TwoCopies, About::Fingerprints, About::Quirk, About::Canary] {
        assert!(about.contains(&wanted), "{wanted:?}");
    }
    assert_eq!(about.last(), Some(&About::CanaryCaveat), "the caveat closes the list of addresses");
    assert!(beside(&campaign(), &contents(), &Settings::default(), &fr()).is_empty(), "nothing was found, nothing is said");
}

#[test]
fn open_explanations_are_one_caution_that_names_them_and_possible_ones_another() {
    let mut contents = contents();
    let said = cautions(&campaign(), &contents, &fr());
    assert_eq!(said.len(), 1);
    assert!(
        said[0].starts_with("8 explications concurrentes n’ont pas encore reçu de réponse\u{a0}: liste électorale, annuaire public, "),
        "{said:?}"
    );
    let standings = [Answered::SpokenAgainst, Answered::Possible].into_iter().chain(std::iter::repeat(Answered::DoesNotApply));
    for ((entry, standing), id) in crate::campaign::rivals::Catalogue::current().entries.iter().zip(standings).zip(1..) {
        let id = RivalId(id);
        contents.rivals.push(crate::model::Rival { id, campaign: "rentree".into(), kind: entry.id.clone(), standing, ..Default::default() });
    }
    assert_eq!(cautions(&campaign(), &contents, &en()), ["A rival explanation remains possible after examination: public directory."]);
    let mut empty = campaign();
    empty.attribution.candidates.clear();
    assert!(rivals::cautions(&empty, &contents, &fr()).is_empty(), "there is nothing to weigh");
}

/// Every sentence of these functions.
fn sentences(words: &Words) -> Vec<String> {
    let (contents, full, settings) = (contents(), full(), Settings::default());
    let mut out: Vec<String> = beside(&full, &contents, &settings, words).into_iter().map(|it| it.text).collect();
    out.extend(canaries().iter().map(|it| prints::canary(it, "r1", &contents, words)));
    let found = sensitivity();
    out.extend(found.bars.iter().map(|it| sensitivity::turned(it, &contents, words)));
    out.push(sensitivity::turned(&bar(Turned::Sigma, (Some(1.0), 5), (None, 5)), &contents, words));
    out.push(sensitivity::turned(&bar(Turned::WithoutRecipient("r1".into()), (None, 5), (None, 5)), &contents, words));
    out.push(sensitivity::influence(&found.influence[0], &found, &contents, words));
    let (source, other): (SourceId, SourceId) = ("adherents".into(), "electeurs".into());
    let asks = [
        Ask::Control { source: source.clone(), other: None },
        Ask::Control { source: source.clone(), other: Some(other.clone()) },
        Ask::Membership { recipient: "r1".into(), source: source.clone() },
        Ask::Presence { recipient: "r1".into(), source: source.clone(), on: date(2010, 5, 14) },
        Ask::Statement { recipient: "r1".into(), source: source.clone(), other: Some(other.clone()) },
        Ask::Statement { recipient: "r1".into(), source: source.clone(), other: None },
    ];
    for ask in asks {
        for reply in [Reply::Yes, Reply::No, Reply::OnlyToSource, Reply::OnlyToOther, Reply::Undecided] {
            let prospect = Prospect { reply, if_leading: 0.5, if_other: 0.5, log10_lr: 1.25 };
            out.push(sensitivity::prospect(&prospect, &ask, &contents, words));
        }
        out.push(sensitivity::question(&question(ask), &found, &contents, words));
    }
    for log10_lr in [-3.0, 0.1, 3.0, 30.0] {
        out.push(findings::slice(&slice_of(log10_lr), &score("adherents", 38, 61.2, None), &contents, &settings, words));
        for hint in hints(log10_lr) {
            out.push(rivals::hint(&hint, &contents, &settings, words));
            out.push(rivals::side(hint.side(), words));
        }
    }
    out.extend(Answered::ALL.map(|standing| rivals::standing(standing, words)));
    let references = [Reference::Evidence(EvidenceId(7)), Reference::Message(MessageId(3)), Reference::Recipient("r1".into())];
    out.extend(references.iter().map(|it| rivals::reference(it, words)));
    out.extend(cautions(&full, &contents, words));
    out
}

fn hints(log10_lr: f64) -> Vec<Hint> {
    let (source, other): (SourceId, SourceId) = ("electeurs".into(), "adherents".into());
    vec![
        Hint::SourceOfKind { source: source.clone(), other: other.clone(), log10_lr },
        Hint::OnlySource { source: source.clone(), log10_lr },
        Hint::NoSource,
        Hint::Columns { missing: vec![Field::Email, Field::Identifier] },
        Hint::GivenToOne { source: other.clone(), recipients: vec!["r1".into()] },
        Hint::GivenToOne { source: other.clone(), recipients: (1..20).map(|n| format!("r{n}").into()).collect() },
        Hint::Beyond { outside: 0, of: 38, is_circle: false },
        Hint::Beyond { outside: 30, of: 38, is_circle: true },
        Hint::TwoFiles { first: source, second: other },
        Hint::Delivered { messages: 1, of: 38 },
        Hint::Delivered { messages: 38, of: 38 },
    ]
}

#[test]
fn hints_speak_for_against_or_neither() {
    let sides = |log10_lr| hints(log10_lr)[..2].iter().map(Hint::side).collect::<Vec<_>>();
    assert_eq!(sides(3.0), [Side::Against, Side::For]);
    assert_eq!(sides(-3.0), [Side::For, Side::Against]);
    assert_eq!(sides(0.1), [Side::Neither, Side::Neither]);
}

#[test]
fn no_sentence_beside_a_verdict_says_what_must_not_be_said_or_lacks_a_text() {
    for language in [Language::Fr, Language::En] {
        let words = Words::new(language);
        let sentences = sentences(&words);
        assert!(sentences.len() > 100);
        for text in sentences {
            assert_eq!(linter::objections(&text, language), Vec::new(), "{text}");
            assert!(!text.is_empty() && !text.contains('‹') && !text.contains('{') && !text.contains("  "), "{text}");
        }
    }
}
