//! The board: what is asked, what was answered, and hints that never answer.

use super::*;
use crate::chart::fixtures::{analysis, campaign, contents, score};
use crate::model::{Address, Channel, Field, ImportId, MessageId, RivalId, Source, Statement, StatementId};

fn rival(id: i64, kind: &str, standing: Standing) -> Rival {
    Rival { id: RivalId(id), campaign: "rentree".into(), kind: kind.into(), standing, ..Rival::default() }
}

fn hints(contents: &Contents, campaign: &CampaignAnalysis, kind: &str) -> Vec<Hint> {
    board(contents, &analysis(), campaign).into_iter().find(|line| line.kind.as_str() == kind).unwrap().hints
}

#[test]
fn a_board_nobody_has_touched_asks_everything_and_answers_nothing() {
    let contents = contents();
    let board = board(&contents, &analysis(), &campaign());
    assert_eq!(board.len(), 8);
    assert!(board.iter().all(|line| line.standing() == Standing::Open && line.answer.is_none()));
    assert!(board.iter().any(|line| !line.hints.is_empty()), "hints stand beside, the question stays open");
}

#[test]
fn answers_stand_in_their_place_and_added_explanations_come_last() {
    let mut contents = contents();
    contents.rivals = vec![
        rival(1, "bought-list", Standing::SpokenAgainst),
        Rival { title: "Fichier du syndicat".to_owned(), ..rival(2, "own-1", Standing::Possible) },
        Rival { campaign: "voeux".into(), ..rival(3, "electoral-roll", Standing::DoesNotApply) },
    ];
    let board = board(&contents, &analysis(), &campaign());
    let of = |kind: &str| board.iter().find(|line| line.kind.as_str() == kind).unwrap();
    assert_eq!(of("bought-list").standing(), Standing::SpokenAgainst);
    assert_eq!(of("electoral-roll").standing(), Standing::Open, "that answer is about another mailing");
    assert_eq!(board.last().unwrap().name(Language::Fr), "Fichier du syndicat");
    assert_eq!(of("bought-list").name(Language::En), "Bought or rented list");
    assert_eq!(fresh_kind(&contents).as_str(), "own-2");
}

#[test]
fn a_source_of_that_kind_is_held_against_the_leading_other_one() {
    let found = hints(&contents(), &campaign(), "electoral-roll");
    let expected = Hint::SourceOfKind { source: "electeurs".into(), other: "adherents".into(), log10_lr: 12.4 };
    assert!(found.contains(&expected), "{found:?}");
    assert_eq!(expected.side(), Side::Against);
    assert_eq!(hints(&contents(), &campaign(), "bought-list")[0], Hint::NoSource);
    let mut leading = campaign();
    leading.attribution.candidates.reverse();
    leading.attribution.pairs[0] = crate::attribute::PairScore { favoured: "electeurs".into(), against: "adherents".into(), log10_lr: 3.0 };
    let found = hints(&contents(), &leading, "electoral-roll");
    assert!(found.iter().any(|hint| matches!(hint, Hint::SourceOfKind { log10_lr, .. } if *log10_lr < 0.0) && hint.side() == Side::For), "{found:?}");
}

#[test]
fn a_channel_the_list_could_not_serve_speaks_against_it() {
    let mut contents = contents();
    assert!(hints(&contents, &campaign(), "electoral-roll").contains(&Hint::Columns { missing: vec![Field::Email] }));
    assert!(hints(&contents, &campaign(), "bought-list").iter().all(|hint| !matches!(hint, Hint::Columns { .. })), "nobody knows what it holds");
    for message in &mut contents.messages {
        message.channel = Channel::Letter;
    }
    assert!(hints(&contents, &campaign(), "electoral-roll").iter().all(|hint| !matches!(hint, Hint::Columns { .. })));
}

#[test]
fn an_address_given_to_one_source_only_speaks_against_lists_it_was_never_given_to() {
    let mut contents = contents();
    let state = |id: i64, recipient: &str, source: &str| Statement {
        id: StatementId(id),
        import: ImportId(1),
        recipient: recipient.into(),
        source: source.into(),
        given_on: None,
        is_exclusive: true,
        reliability: 0.9,
        is_denied: false,
        given_as: String::new(),
        note: String::new(),
    };
    contents.statements = vec![state(1, "r1", "adherents"), state(2, "r3", "adherents")];
    contents.messages[0].recipients = vec!["r1".into()];
    contents.messages[1].recipients = vec!["r2".into()];
    let given = Hint::GivenToOne { source: "adherents".into(), recipients: vec!["r1".into()] };
    assert!(hints(&contents, &campaign(), "bought-list").contains(&given), "a control's statement does not count");
    assert!(!hints(&contents, &campaign(), "public-breach").contains(&given), "it may have leaked from there");
    // Two statements that each name "the only one" name none.
    contents.statements.push(state(3, "r1", "electeurs"));
    assert!(hints(&contents, &campaign(), "bought-list").iter().all(|hint| !matches!(hint, Hint::GivenToOne { .. })));
}

#[test]
fn people_beyond_the_files_are_counted_and_a_circle_is_told() {
    let mut contents = contents();
    let found = hints(&contents, &campaign(), "public-directory");
    let inside = Hint::Beyond { outside: 0, of: 2, is_circle: false };
    assert!(found.contains(&inside), "{found:?}");
    assert_eq!(inside.side(), Side::Against);
    contents.recipients[0].found_by = crate::model::FoundBy::Circle("adherents".into());
    let circle = Hint::Beyond { outside: 0, of: 2, is_circle: true };
    assert!(hints(&contents, &campaign(), "public-directory").contains(&circle));
    assert_eq!(circle.side(), Side::Neither);
}

#[test]
fn delivery_to_the_recipients_own_address_speaks_against_forwarding() {
    let mut contents = contents();
    for (at, id) in ["r1", "r2"].into_iter().enumerate() {
        contents.messages[at].recipients = vec![id.into()];
        contents.messages[at].delivered_to = vec![Address { name: String::new(), address: format!("{}@Post.example", id.to_uppercase()) }];
    }
    assert_eq!(hints(&contents, &campaign(), "forwarded"), [Hint::Delivered { messages: 2, of: 2 }]);
    contents.messages[1].delivered_to.clear();
    let some = Hint::Delivered { messages: 1, of: 2 };
    assert_eq!(hints(&contents, &campaign(), "forwarded"), std::slice::from_ref(&some));
    assert_eq!((some.side(), Hint::Delivered { messages: 2, of: 2 }.side()), (Side::Neither, Side::Against));
    contents.messages[0].id = MessageId(9);
    assert_eq!(hints(&contents, &campaign(), "forwarded"), [Hint::Delivered { messages: 0, of: 1 }]);
}

#[test]
fn two_files_that_cannot_be_told_apart_are_what_a_shared_processor_predicts() {
    let mut close = campaign();
    close.attribution.pairs[0].log10_lr = 0.4;
    let two = Hint::TwoFiles { first: "adherents".into(), second: "electeurs".into() };
    assert!(hints(&contents(), &close, "shared-processor").contains(&two));
    assert!(!hints(&contents(), &campaign(), "shared-processor").contains(&two));
    close.attribution.candidates = vec![score("adherents", 36, 61.2, None)];
    let mut contents = contents();
    contents.sources.push(Source { id: "x".into(), ..Source::default() });
    assert!(!hints(&contents, &close, "shared-processor").contains(&two));
}
