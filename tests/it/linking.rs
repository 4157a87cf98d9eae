//! From tables to who is in which file, through the whole reasoning: slips, moves, households, and what a reviewer says.

use super::fixtures::{self, Fixture, put};
use sourcier::analysis::{Analysis, Link, RecipientAnalysis, Settings, analyse};
use sourcier::case::{Record, RecordKind};
use sourcier::import::{Request, import};
use sourcier::job::Unwatched;
use sourcier::link::How;
use sourcier::model::{
    Answer, Channel, Decision, DecisionId, EvidenceId, ImportId, ImportKind, Label, Message, MessageId, RecipientId, Snapshot, SnapshotId,
};
use std::fmt::Write as _;

/// A housing office's file and letters: one with a slip in name and number, one to somebody who has moved since, one to a child of a tenant, one exact,
/// one to a stranger.
fn letters() -> Fixture {
    let mut fixture = Fixture::empty();
    let mut tenants = String::from("Nom;Prénom;Adresse;Code postal;Ville;Né le\n");
    let (lasts, firsts) =
        (["Barlou", "Corvex", "Damville", "Estrel", "Fontrac", "Gauvil", "Hordain"], ["Nina", "Paul", "Rose", "Tom", "Iris", "Noé"]);
    for (n, last) in lasts.into_iter().enumerate() {
        for (m, first) in firsts.into_iter().enumerate() {
            writeln!(tenants, "{last};{first};{} rue du Lot {n};26999;Valmont;{:02}/0{}/19{}", 2 * m + 1, n + 3, m + 1, 50 + 7 * m).unwrap();
        }
    }
    tenants += "Martin;Jean;12 rue des Tilleuls;26999;Valmont;04/05/1961\n";
    tenants += "Lefèvre;Anna;3 place Haute;26999;Valmont;17/09/1974\n";
    tenants += "Dupré;Marc;8 rue Basse;26999;Valmont;30/01/1980\n";
    tenants += "Morvan;Luc;5 quai Neuf;26999;Valmont;11/11/1959\n";
    tenants += "Morvan;Ève;5 quai Neuf;26999;Valmont;02/02/1962\n";
    let people = "Identifiant;Nom;Prénom;Adresse;Code postal;Ville;Date de naissance\n\
                  r1;Martyn;Jean;12 r. des Tilleuls;26999;VALMONT;04/05/1961\n\
                  r2;Lefevre;Anna;40 avenue du Port;29998;Portvieux;17/09/1974\n\
                  r3;Morvan;Gaspard;5 quai Neuf;26999;Valmont;23/06/1999\n\
                  r4;DUPRÉ;Marc;8 rue Basse;26999;Valmont;\n\
                  r5;Ailleurs;Zélie;77 chemin Vert;29998;Portvieux;09/09/1990\n";
    let file = fixture.write("locataires.csv", tenants.as_bytes());
    let list = fixture.write("destinataires.csv", people.as_bytes());
    let source = Request { source: Some("locataires".into()), ..Request::new(file, ImportKind::Source) };
    let recipients = Request { campaign: Some("voeux".into()), sent_at: Some("2018-01-08".to_owned()), ..Request::new(list, ImportKind::Recipients) };
    import(&mut fixture.file, &[source, recipients], &Unwatched).unwrap();
    let id = MessageId(fixture.file.fresh_id(RecordKind::Message).unwrap());
    let letter = Message { campaign: "voeux".into(), channel: Channel::Letter, ..fixtures::message(id, ImportId(0), EvidenceId(1)) };
    fixture.file.apply(put(Record::Message(Message { recipients: Vec::new(), ..letter }))).unwrap();
    fixture
}

fn analysed(fixture: &Fixture) -> Analysis {
    analyse(fixture.file.case(), &Settings::default(), &Unwatched).unwrap()
}

fn of<'a>(analysis: &'a Analysis, id: &str) -> &'a RecipientAnalysis {
    analysis.recipients.iter().find(|it| it.id.as_str() == id).unwrap()
}

fn present(recipient: &RecipientAnalysis) -> Vec<&Link> {
    recipient.links.iter().filter(|link| link.is_present).collect()
}

fn decide(fixture: &mut Fixture, recipient: &str, link: &Link, answer: Answer) {
    let id = DecisionId(fixture.file.fresh_id(RecordKind::Decision).unwrap());
    let decision = Decision { snapshot: link.snapshot, row: link.row, answer, shown: Some(link.given), ..fixtures::decision(id, recipient) };
    fixture.file.apply(put(Record::Decision(decision))).unwrap();
}

#[test]
fn a_slip_is_found_a_move_is_seen_a_household_is_named_and_a_stranger_is_nobody() {
    let analysis = analysed(&letters());
    let rows = |id: &str| present(of(&analysis, id)).iter().map(|link| (link.row, link.how)).collect::<Vec<_>>();
    assert_eq!(rows("r1"), [(42, How::Fields)]);
    assert_eq!(rows("r4"), [(44, How::Fields)]);
    let slip = present(of(&analysis, "r1"))[0];
    assert!((0.5..1.0).contains(&slip.probability), "{slip:?}");
    let explained = slip.explained.as_ref().unwrap();
    assert!((explained.total_bits() - (slip.given / (1.0 - slip.given)).log2()).abs() < 1e-6, "the waterfall adds up to the probability");

    let moved = of(&analysis, "r2");
    assert_eq!((present(moved).len(), moved.other_details.len()), (0, 1), "the person is in the file, the address of the letter is not: {moved:#?}");
    assert!(moved.links.iter().any(|link| link.row == 43 && link.probability >= 0.5));

    let child = of(&analysis, "r3");
    assert!(!child.is_linked() && child.other_details.is_empty(), "{child:#?}");
    assert!(child.links.iter().any(|link| link.label == Label::Household && [45, 46].contains(&link.row)), "{child:#?}");

    assert!(!of(&analysis, "r5").is_linked());
    let captured = &analysis.campaigns[0].attribution.candidates[0];
    assert_eq!((captured.id.as_str(), captured.captured), ("locataires", 2));
    assert_eq!((analysis.linkage.len(), analysis.linkage[0].rows, analysis.linkage[0].learnt.is_learnt), (1, 47, false));
}

#[test]
fn a_reviewers_word_stands_above_the_programs_and_undoing_it_gives_the_same_answer_as_before() {
    let mut fixture = letters();
    let before = analysed(&fixture);
    let slip = present(of(&before, "r1"))[0].clone();
    decide(&mut fixture, "r1", &slip, Answer::Different);
    let without = analysed(&fixture);
    assert_ne!(without.digest, before.digest);
    let refused = of(&without, "r1");
    assert!(!refused.is_linked());
    assert_eq!((refused.refused[0].row, refused.refused[0].answer), (slip.row, Some(Answer::Different)));
    let items = without.review_items();
    let asked = items.iter().find(|item| item.recipient == RecipientId::from("r1") && item.row == slip.row).unwrap();
    assert!((asked.probability - slip.given).abs() < 1e-12, "what the program thought stays known");

    fixture.file.undo().unwrap();
    assert_eq!(serde_json::to_string(&analysed(&fixture)).unwrap(), serde_json::to_string(&before).unwrap());

    let home = of(&before, "r3").links[0].clone();
    decide(&mut fixture, "r3", &home, Answer::Same);
    let with = analysed(&fixture);
    let child = of(&with, "r3");
    assert_eq!(child.links.iter().map(|link| (link.row, link.probability, link.is_present)).collect::<Vec<_>>(), [(home.row, 1.0, true)]);
    decide(&mut fixture, "r3", &home, Answer::Unsure);
    let same = analysed(&fixture);
    assert!(!of(&same, "r3").is_linked(), "not enough information leaves it as the program saw it");
}

/// The same table once more, as a source of its own, stored in parts of `size` rows.
fn cut(fixture: &mut Fixture, source: &str, size: usize) {
    let case = fixture.file.case();
    let whole = case.contents().snapshots[0].clone();
    let rows = case.segment(whole.id, 0).unwrap();
    let mut import = fixture.file.begin_import().unwrap();
    let id = SnapshotId(import.fresh_id(RecordKind::Snapshot));
    import.put(Record::Source(fixtures::source(source, import.id()))).unwrap();
    let mut writer = import.begin_snapshot(id);
    for from in (0..rows.height()).step_by(size) {
        writer.push(&rows.slice(i64::try_from(from).unwrap(), size)).unwrap();
    }
    import.finish_snapshot(Snapshot { id, import: import.id(), source: source.into(), ..whole }, writer).unwrap();
    import.commit().unwrap();
}

#[test]
fn a_stored_table_is_linked_the_same_however_it_is_cut_and_on_however_many_cores() {
    let mut fixture = letters();
    cut(&mut fixture, "morceaux", 7);
    cut(&mut fixture, "lignes", 1);
    let on = |threads: usize| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap().install(|| analysed(&fixture));
    let analysis = on(1);
    assert_eq!(serde_json::to_string(&on(2)).unwrap(), serde_json::to_string(&analysis).unwrap());
    let of_source = |recipient: &RecipientAnalysis, source: &str| {
        let links = recipient.links.iter().filter(|link| link.source.as_str() == source);
        serde_json::to_string(&links.map(|link| (link.row, link.probability, link.is_present, &link.explained)).collect::<Vec<_>>()).unwrap()
    };
    for recipient in &analysis.recipients {
        for source in ["morceaux", "lignes"] {
            assert_eq!(of_source(recipient, source), of_source(recipient, "locataires"), "{} in {source}", recipient.id);
        }
    }
    let sizes: Vec<(u64, u64)> = analysis.linkage.iter().map(|linkage| (linkage.rows, linkage.pairs)).collect();
    assert_eq!(sizes, [sizes[0]; 3]);
    fixture.file.renew_linkage(&Unwatched).unwrap();
    assert_eq!(serde_json::to_string(&analysed(&fixture)).unwrap(), serde_json::to_string(&analysis).unwrap(), "kept or made each time");
}
