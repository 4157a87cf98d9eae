//! Families of invented messages.

use super::*;
use crate::campaign::fixtures::{APPEAL, LETTER, SCHOOL, case, message};
use crate::job::Unwatched;
use crate::model::{Message, MessageId};
use proptest::prelude::*;

/// The families as sets of (text, recipient), which do not depend on how messages are numbered.
fn shape(contents: &Contents) -> Vec<BTreeSet<(String, String)>> {
    let found = families(contents, &Unwatched).unwrap();
    let of = |at: &usize| (contents.messages[*at].text.clone(), contents.messages[*at].recipients[0].to_string());
    let mut shape: Vec<_> = found.iter().map(|family| family.messages.iter().map(of).collect()).collect();
    shape.sort();
    shape
}

#[test]
fn copies_are_one_family_and_other_senders_other_texts_are_not() {
    let mut messages: Vec<Message> =
        (0..6).map(|n| message(&LETTER.replace("amis", &format!("ami{n}")), "c@cercle.example", &format!("r{n}"), "2010-12-14")).collect();
    messages.push(message(SCHOOL, "ecoles@ville.example", "r1", "2010-12-14"));
    let found = families(&case(messages), &Unwatched).unwrap();
    assert_eq!(found.iter().map(|family| family.messages.len()).collect::<Vec<_>>(), [6, 1]);
    assert_eq!(found[0].versions.len(), 1);
}

#[test]
fn waves_of_one_sender_stay_one_family_with_the_reason() {
    let messages = vec![
        message(LETTER, "c@cercle.example", "r1", "2010-12-14"),
        message(APPEAL, "c@cercle.example", "r1", "2011-02-08"),
        message(&APPEAL.replace("trois cents", "quatre cents"), "c@cercle.example", "r1", "2011-03-08"),
    ];
    let found = families(&case(messages), &Unwatched).unwrap();
    assert_eq!((found.len(), found[0].versions.len(), found[0].waves.len()), (1, 2, 3));
    assert_eq!(found[0].waves.iter().map(|wave| wave.version).collect::<Vec<_>>(), [0, 1, 1]);
    assert!(found[0].ties[0].reasons.contains(&Reason::SameSender("c@cercle.example".to_owned())));
}

#[test]
fn the_same_text_on_two_channels_is_one_family() {
    let sms = "Bonne rentrée à toutes et à tous ! Travaillez bien, soyez fiers de votre région. Aurélien Chantevigne";
    let messages = vec![message(sms, "38099", "r1", "2018-09-04"), message(sms, "region@dourvane.example", "r2", "2018-09-04")];
    assert_eq!(families(&case(messages), &Unwatched).unwrap().len(), 1);
}

#[test]
fn a_word_of_thanks_says_nothing_and_joins_nobody() {
    let messages = vec![message("Merci !", "a@un.example", "r1", "2018-09-04"), message("merci", "b@deux.example", "r2", "2018-09-04")];
    assert_eq!(families(&case(messages), &Unwatched).unwrap().len(), 2);
}

#[test]
fn a_stated_campaign_takes_in_its_text_and_never_another_stated_one() {
    let stated = |name: &str, recipient: &str| Message { campaign: name.into(), ..message(LETTER, "c@cercle.example", recipient, "2010-12-14") };
    let free = message(&LETTER.replace("amis", "camarades"), "c@cercle.example", "r3", "2010-12-14");
    let other_text = message(APPEAL, "c@cercle.example", "r4", "2010-12-20");
    let found = families(&case(vec![stated("hiver", "r1"), stated("noel", "r2"), free, other_text]), &Unwatched).unwrap();
    let mut by_name: Vec<(Option<String>, usize)> =
        found.iter().map(|family| (family.stated.as_ref().map(ToString::to_string), family.messages.len())).collect();
    by_name.sort();
    assert_eq!(by_name, [(None, 1), (Some("hiver".to_owned()), 2), (Some("noel".to_owned()), 1)], "a sender alone joins no stated campaign");
}

#[test]
fn two_messages_say_why_they_are_together() {
    let contents = case(vec![
        message(LETTER, "c@cercle.example", "r1", "2010-12-14"),
        message(&LETTER.replace("amis", "camarades"), "c@cercle.example", "r2", "2010-12-15"),
    ]);
    let reasons = reasons_between(&contents, 0, 1);
    assert!(matches!(reasons[0], Reason::LikeText { words, .. } if words > 0.9 && words < 1.0), "{reasons:?}");
    assert_eq!(reasons[1..], [Reason::SameSender("c@cercle.example".to_owned()), Reason::Days(1)]);
    assert!(reasons_between(&contents, 0, 9).is_empty());
}

proptest! {
    #[test]
    fn neither_order_nor_further_copies_change_the_families(kinds in proptest::collection::vec((0..4_usize, 0..3_usize, 0..5_usize), 1..10), turn in 0..10_usize) {
        let make = |&(text, sender, recipient): &(usize, usize, usize)| {
            let text = [LETTER, APPEAL, SCHOOL, "Votez mardi"][text].replace("Commun", &format!("Commun{recipient}"));
            message(&text, ["c@cercle.example", "38099", "e@ville.example"][sender], &format!("r{recipient}"), "2010-12-14")
        };
        let messages: Vec<Message> = kinds.iter().map(make).collect();
        let contents = case(messages.clone());
        let mut turned = messages;
        let count = turned.len();
        turned.rotate_left(turn % count);
        let mut turned = case(turned);
        let mut copy = turned.messages[0].clone();
        copy.duplicate_of = Some(copy.id);
        copy.id = MessageId(99);
        turned.messages.push(copy);
        prop_assert_eq!(shape(&contents), shape(&turned));
    }

    #[test]
    fn any_messages_can_be_grouped(texts in proptest::collection::vec("(.|\n){0,60}", 0..6)) {
        let contents = case(texts.iter().map(|text| message(text, text, "r1", text)).collect());
        let found = families(&contents, &Unwatched).unwrap();
        let mut all: Vec<usize> = found.iter().flat_map(|family| family.messages.iter().copied()).collect();
        all.sort_unstable();
        prop_assert_eq!(all, (0..contents.messages.len()).collect::<Vec<_>>(), "every message is in one family");
        for family in &found {
            let waved: usize = family.waves.iter().map(|wave| wave.messages.len()).sum();
            prop_assert_eq!(waved, family.messages.len());
        }
    }
}
