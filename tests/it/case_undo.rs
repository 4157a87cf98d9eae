//! Undoing any command restores the case: random edits, taken back one by one.

use super::fixtures::{self, Fixture, put};
use proptest::prelude::*;
use sourcier::case::{Edit, Record, RecordKey};
use sourcier::model::{Contents, Decision, DecisionId, EventId, ImportId, PostId, Rival, RivalId, Standing, StatementId};

/// Something a person may do.
#[derive(Clone, Debug)]
enum Act {
    Edit(Edit),
    /// Import recipients with these numbers, some of which may be there already.
    Import(Vec<u8>),
    Undo,
    Redo,
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
        1 => Just(Act::Reopen),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    /// The contents after every step are remembered; undo and redo must lead through exactly these, and a refused edit must change nothing.
    #[test]
    fn undoing_any_command_restores_the_case(acts in proptest::collection::vec(act(), 1..12)) {
        let mut fixture = Fixture::empty();
        let mut states: Vec<Contents> = vec![fixture.file.case().contents().clone()];
        let mut at = 0;
        for act in acts {
            let moved = match act {
                Act::Edit(edit) => fixture.file.apply(edit).is_ok().then_some(at + 1),
                Act::Import(numbers) => {
                    let mut import = fixture.file.begin_import().unwrap();
                    for n in numbers {
                        let recipient = fixtures::recipient(&format!("r{n}"), import.id(), "import@valmont.example");
                        import.put(Record::Recipient(recipient)).unwrap();
                    }
                    import.commit().unwrap();
                    Some(at + 1)
                }
                Act::Undo => {
                    let undone = fixture.file.undo().unwrap().is_some();
                    prop_assert_eq!(undone, at > 0);
                    at -= usize::from(undone);
                    None
                }
                Act::Redo => {
                    let redone = fixture.file.redo().unwrap().is_some();
                    prop_assert_eq!(redone, at + 1 < states.len());
                    at += usize::from(redone);
                    None
                }
                Act::Reopen => {
                    fixture = fixture.reopen();
                    None
                }
            };
            if let Some(next) = moved {
                at = next;
                states.truncate(at);
                states.push(fixture.file.case().contents().clone());
            }
            prop_assert_eq!(fixture.file.case().contents(), &states[at]);
        }
        while fixture.file.undo().unwrap().is_some() {
            at -= 1;
            prop_assert_eq!(fixture.file.case().contents(), &states[at]);
        }
        prop_assert_eq!(at, 0);
        while fixture.file.redo().unwrap().is_some() {
            at += 1;
            prop_assert_eq!(fixture.file.case().contents(), &states[at]);
        }
        prop_assert_eq!(at + 1, states.len());
        let (_folder, path) = fixture.close();
        let report = sourcier::case::verify(&path, None).unwrap();
        prop_assert!(report.is_sound(), "{:#?}", report);
    }
}
