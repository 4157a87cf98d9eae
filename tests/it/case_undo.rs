//! Undoing any command restores the case: random edits, taken back one by one, and gone to across branches.

use super::fixtures::{self, Fixture, put};
use proptest::prelude::*;
use sourcier::case::{Edit, Record, RecordKey, StepState};
use sourcier::model::{Contents, Decision, DecisionId, EventId, ImportId, PostId, Rival, RivalId, Standing, StatementId};
use std::collections::BTreeMap;

/// Something a person may do.
#[derive(Clone, Debug)]
enum Act {
    Edit(Edit),
    /// Import recipients with these numbers, some of which may be there already.
    Import(Vec<u8>),
    Undo,
    Redo,
    /// Go to one of the steps made so far, or before the first.
    GoTo(usize),
    Reopen,
}

fn record() -> impl Strategy<Value = Record> {
    let import = || (0_i64..3).prop_map(ImportId);
    prop_oneof![
        ("[a-é \"\\\\]{0,6}", 1_u64..9).prop_map(|(title, pool)| {
            let mut incident = fixtures::incident();
            (incident.title, incident.pool) = (title, pool);
            Record::Incident(incident)
        }),
        (0_u8..5, import(), any::<bool>()).prop_map(|(n, import, aside)| {
            let mut recipient = fixtures::recipient(&format!("r{n}"), import, "ada@valmont.example");
            recipient.is_set_aside = aside;
            Record::Recipient(recipient)
        }),
        (0_u8..3, import()).prop_map(|(n, import)| Record::Source(fixtures::source(&format!("s{n}"), import))),
        (1_i64..4, import()).prop_map(|(n, import)| Record::Post(fixtures::post(PostId(n), import, "Dana Orsel", None))),
        (1_i64..4, import(), 0.0_f64..1.0).prop_map(|(n, import, reliability)| {
            let mut statement = fixtures::statement(StatementId(n), import);
            statement.reliability = reliability;
            Record::Statement(statement)
        }),
        (1_i64..4, import()).prop_map(|(n, import)| Record::Event(fixtures::event(EventId(n), import))),
        (1_i64..5, import(), 0_u8..2, 0_u64..2).prop_map(|(n, import, recipient, row)| {
            Record::Decision(Decision { import, row, ..fixtures::decision(DecisionId(n), &format!("r{recipient}")) })
        }),
        (1_i64..5, import(), 0_u8..2, 0_usize..4).prop_map(|(n, import, kind, standing)| {
            let standing = Standing::ALL[standing];
            Record::Rival(Rival { import, standing, ..fixtures::rival(RivalId(n), ["bought-list", "own-1"][usize::from(kind)]) })
        }),
    ]
}

fn edit() -> impl Strategy<Value = Edit> {
    let one = prop_oneof![
        4 => record().prop_map(put),
        2 => record().prop_map(|record| Edit::Remove { key: record.key() }),
        1 => (1_i64..4).prop_map(|n| Edit::Withdraw { import: ImportId(n) }),
        1 => (1_i64..4).prop_map(|n| Edit::Restore { import: ImportId(n) }),
        1 => (1_i64..9).prop_map(|n| Edit::Remove { key: RecordKey::Message(n) }),
    ];
    one.prop_recursive(2, 8, 4, |inner| proptest::collection::vec(inner, 0..4).prop_map(|edits| Edit::Batch { edits }))
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        8 => edit().prop_map(Act::Edit),
        2 => proptest::collection::vec(0_u8..5, 0..4).prop_map(Act::Import),
        2 => Just(Act::Undo),
        2 => Just(Act::Redo),
        3 => (0_usize..9).prop_map(Act::GoTo),
        1 => Just(Act::Reopen),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// The contents after every step are remembered; undo, redo and going to a step must lead through exactly these, and a refused edit must change
    /// nothing. `line` is where undo and redo lead; the steps beside it stay within reach.
    #[test]
    fn undoing_any_command_restores_the_case(acts in proptest::collection::vec(act(), 1..14)) {
        let mut fixture = Fixture::empty();
        let mut states: BTreeMap<Option<i64>, Contents> = [(None, fixture.file.case().contents().clone())].into();
        let mut made_after: BTreeMap<i64, Option<i64>> = BTreeMap::new();
        let mut line: Vec<i64> = Vec::new();
        let mut at = 0;
        for act in acts {
            let is_new = match act {
                Act::Edit(edit) => fixture.file.apply(edit).is_ok(),
                Act::Import(numbers) => {
                    let mut import = fixture.file.begin_import().unwrap();
                    for n in numbers {
                        let recipient = fixtures::recipient(&format!("r{n}"), import.id(), "import@valmont.example");
                        import.put(Record::Recipient(recipient)).unwrap();
                    }
                    import.commit().unwrap();
                    true
                }
                Act::Undo => {
                    let undone = fixture.file.undo().unwrap().is_some();
                    prop_assert_eq!(undone, at > 0);
                    at -= usize::from(undone);
                    false
                }
                Act::Redo => {
                    let redone = fixture.file.redo().unwrap().is_some();
                    prop_assert_eq!(redone, at < line.len());
                    at += usize::from(redone);
                    false
                }
                Act::GoTo(n) => {
                    let to = states.keys().nth(n % states.len()).copied().unwrap();
                    fixture.file.go_to(to).unwrap();
                    let steps = fixture.file.steps().unwrap();
                    let (done, ahead): (Vec<_>, Vec<_>) = steps.iter().filter(|step| step.state != StepState::Aside).partition(|step| step.state == StepState::Done);
                    prop_assert_eq!(done.last().map(|step| step.seq), to);
                    at = done.len();
                    line = done.iter().chain(&ahead).map(|step| step.seq).collect();
                    // Every step of the line stands on the one before it.
                    for (n, seq) in line.iter().enumerate() {
                        prop_assert_eq!(made_after[seq], n.checked_sub(1).map(|n| line[n]));
                    }
                    false
                }
                Act::Reopen => {
                    fixture = fixture.reopen();
                    false
                }
            };
            if is_new {
                let here = at.checked_sub(1).map(|n| line[n]);
                let step = fixture.file.steps().unwrap().last().unwrap().clone();
                prop_assert_eq!(step.after, here);
                line.truncate(at);
                line.push(step.seq);
                at += 1;
                made_after.insert(step.seq, here);
                states.insert(Some(step.seq), fixture.file.case().contents().clone());
            }
            prop_assert_eq!(fixture.file.case().contents(), &states[&at.checked_sub(1).map(|n| line[n])]);
        }
        while fixture.file.undo().unwrap().is_some() {
            at -= 1;
            prop_assert_eq!(fixture.file.case().contents(), &states[&at.checked_sub(1).map(|n| line[n])]);
        }
        prop_assert_eq!(at, 0);
        while fixture.file.redo().unwrap().is_some() {
            at += 1;
            prop_assert_eq!(fixture.file.case().contents(), &states[&Some(line[at - 1])]);
        }
        prop_assert_eq!(at, line.len());
        // Nothing that was ever done is out of reach, and what the file says of its tree is the same after opening it again.
        fixture = fixture.reopen();
        for (step, contents) in &states {
            fixture.file.go_to(*step).unwrap();
            prop_assert_eq!(fixture.file.case().contents(), contents);
        }
        let steps = fixture.file.steps().unwrap();
        prop_assert_eq!(steps.iter().map(|step| (step.seq, step.after)).collect::<BTreeMap<_, _>>(), made_after);
        let (_folder, path) = fixture.close();
        let report = sourcier::case::verify(&path, None).unwrap();
        prop_assert!(report.is_sound(), "{:#?}", report);
    }
}

#[test]
fn a_step_made_instead_of_another_leaves_the_other_within_reach() {
    let mut fixture = Fixture::empty();
    let first = fixtures::recipient("r1", ImportId(0), "ada@valmont.example");
    fixture.file.apply(put(Record::Recipient(first.clone()))).unwrap();
    let mut aside = first.clone();
    aside.is_set_aside = true;
    fixture.file.apply(put(Record::Recipient(aside.clone()))).unwrap();
    fixture.file.undo().unwrap();
    fixture.file.apply(put(Record::Source(fixtures::source("s1", ImportId(0))))).unwrap();
    let states = |fixture: &mut Fixture| fixture.file.steps().unwrap().iter().map(|step| (step.after, step.state)).collect::<Vec<_>>();
    assert_eq!(states(&mut fixture), [(None, StepState::Done), (Some(1), StepState::Aside), (Some(1), StepState::Done)]);
    // The step says what was there before and since.
    let deed = fixture.file.steps().unwrap()[1].deeds[0].clone();
    let boxed = |recipient| Some(Box::new(Record::Recipient(recipient)));
    assert_eq!(deed, sourcier::case::Deed::Record { before: boxed(first), after: boxed(aside) });
    fixture = fixture.reopen();
    fixture.file.go_to(Some(2)).unwrap();
    assert!(fixture.file.case().contents().recipients[0].is_set_aside && fixture.file.case().contents().sources.is_empty());
    assert_eq!(states(&mut fixture), [(None, StepState::Done), (Some(1), StepState::Done), (Some(1), StepState::Aside)]);
    fixture.file.go_to(Some(3)).unwrap();
    assert!(!fixture.file.case().contents().recipients[0].is_set_aside && fixture.file.case().contents().sources.len() == 1);
    assert!(fixture.file.go_to(Some(9)).is_err(), "there is no such step");
    assert_eq!(fixture.file.case().contents().sources.len(), 1, "and nothing has changed");
}
