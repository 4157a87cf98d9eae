//! Who could have held the copy: boundaries of days, open ends, facts.

use crate::attribute::opportunity::{GroundRecord, Opportunity, Reason, Standing, holders, opportunity};
use crate::attribute::simulation::{WINDOW, at};
use crate::attribute::{CopyDate, DateSegment, DateSpan};
use crate::model::{AccessAction, AccessEvent, AccessId, Certainty, ImportId, Post, PostId, SourceId, UncertainDay};

/// The copy was taken on one of the ten days from day 100 to day 109, all alike.
fn ten_days() -> CopyDate {
    CopyDate {
        segments: vec![
            DateSegment { from: at(0), until: at(100), mass: 0.0 },
            DateSegment { from: at(100), until: at(110), mass: 1.0 },
            DateSegment { from: at(110), until: at(WINDOW + 1), mass: 0.0 },
        ],
        mode: at(100),
        set95: vec![DateSpan { from: at(100), to: at(109), mass: 1.0 }],
        edges: Vec::new(),
        set50: Vec::new(),
        is_contradictory: false,
        two_copies: None,
    }
}

fn day(days: i32) -> UncertainDay {
    UncertainDay::exact(at(days))
}

fn post(id: i64, person: &str, from: Option<i32>, to: Option<i32>) -> Post {
    Post {
        id: PostId(id),
        import: ImportId(1),
        evidence: None,
        row: 0,
        person: person.into(),
        post: "Secrétaire".into(),
        body: "Parti Exemple".into(),
        source: Some("k".into()),
        from: from.map(day),
        to: to.map(day),
        certainty: Certainty::Certain,
        proof: String::new(),
        proof_date: None,
        documented: None,
    }
}

fn access(id: i64, person: &str, on: i32, action: AccessAction) -> AccessEvent {
    AccessEvent {
        id: AccessId(id),
        import: ImportId(1),
        source: "k".into(),
        at: UncertainDay::exact(at(on)),
        person: person.into(),
        action,
        rows: Some(4100),
        note: String::new(),
    }
}

fn found(posts: &[Post], accesses: &[AccessEvent]) -> Vec<Opportunity> {
    opportunity(&SourceId::from("k"), Some(&ten_days()), at(WINDOW), posts, accesses)
}

/// Certain and possible mass of the first person, in tenths.
fn masses(posts: &[Post]) -> (i64, i64) {
    let first = &found(posts, &[])[0];
    ((first.certain * 10.0).round() as i64, (first.possible * 10.0).round() as i64)
}

#[test]
fn the_first_and_the_last_day_in_post_count_and_the_days_beside_them_do_not() {
    assert_eq!(masses(&[post(1, "Ana", Some(0), Some(99))]), (0, 0));
    assert_eq!(masses(&[post(1, "Ana", Some(0), Some(100))]), (1, 1));
    assert_eq!(masses(&[post(1, "Ana", Some(109), Some(500))]), (1, 1));
    assert_eq!(masses(&[post(1, "Ana", Some(110), Some(500))]), (0, 0));
    assert_eq!(masses(&[post(1, "Ana", Some(0), Some(500))]), (10, 10));
}

#[test]
fn a_post_without_an_end_is_certain_up_to_its_proof_and_possible_after_it() {
    let open = post(1, "Ana", Some(50), None);
    assert_eq!(masses(std::slice::from_ref(&open)), (0, 10));
    assert_eq!(masses(&[Post { proof_date: Some(day(104)), ..open.clone() }]), (5, 10));
    assert_eq!(masses(&[post(1, "Ana", Some(102), None)]), (1, 8), "certain on its first day only");
    assert_eq!(masses(&[Post { certainty: Certainty::Possible, proof_date: Some(day(104)), ..open }]), (0, 10));
}

#[test]
fn a_post_without_a_beginning_is_certain_on_proved_days_only() {
    assert_eq!(masses(&[post(1, "Ana", None, Some(104))]), (1, 5));
    assert_eq!(masses(&[Post { proof_date: Some(day(101)), ..post(1, "Ana", None, Some(104)) }]), (4, 5));
    assert_eq!(masses(&[post(1, "Ana", None, None)]), (0, 10));
}

#[test]
fn a_vague_end_is_certain_up_to_its_first_day_and_possible_up_to_its_last() {
    let vague = UncertainDay { earliest: Some(at(103)), latest: Some(at(106)), approximate: false, doubtful: false, raw: String::new() };
    assert_eq!(masses(&[Post { to: Some(vague), ..post(1, "Ana", Some(0), None) }]), (4, 7));
}

#[test]
fn several_posts_count_once_for_each_day() {
    let posts = [post(1, "Ana", Some(0), Some(104)), post(2, "Ana", Some(103), Some(107))];
    assert_eq!(masses(&posts), (8, 8));
    let ana = &found(&posts, &[])[0];
    let parts: Vec<(i64, f64)> =
        ana.reasons.iter().filter_map(|r| if let Reason::Post { post, certain, .. } = r { Some((post.0, *certain)) } else { None }).collect();
    assert_eq!(parts.len(), 2);
    assert!((parts[0].1 - 0.5).abs() < 1e-12 && (parts[1].1 - 0.5).abs() < 1e-12);
}

#[test]
fn people_stand_in_the_order_of_their_names_and_unknown_others_last() {
    let posts = [post(1, "Zoé", Some(0), Some(500)), post(2, "Élise", Some(0), Some(50)), post(3, "Fanny", None, None)];
    let names: Vec<Option<String>> = found(&posts, &[]).into_iter().map(|row| row.person.map(|person| person.0)).collect();
    assert_eq!(names, [Some("Élise".to_owned()), Some("Fanny".to_owned()), Some("Zoé".to_owned()), None]);
    let others = found(&posts, &[]).pop().unwrap();
    assert_eq!((others.certain, others.possible, others.reasons.len()), (0.0, 1.0, 0));
}

#[test]
fn exports_inside_the_set_are_listed_and_looking_is_no_export() {
    let log = [
        access(1, "Ana", 105, AccessAction::Export),
        access(2, "Ana", 110, AccessAction::Export),
        access(3, "Ana", 104, AccessAction::View),
        access(4, "Ana", 103, AccessAction::Send),
    ];
    let ana = &found(&[], &log)[0];
    assert_eq!(ana.reasons, [Reason::Export { on: at(103), rows: Some(4100) }, Reason::Export { on: at(105), rows: Some(4100) }]);
    assert!((ana.certain - 0.3).abs() < 1e-12, "the log shows access on each of its days");
}

#[test]
fn a_message_sent_after_the_post_had_ended_is_said_with_the_days_since() {
    let used = |posts: &[Post]| {
        found(posts, &[])[0].reasons.iter().find_map(|r| if let Reason::UsedAfterPost { post, days } = r { Some((post.0, *days)) } else { None })
    };
    assert_eq!(used(&[post(1, "Ana", Some(0), Some(WINDOW - 1))]), Some((1, 1)));
    assert_eq!(used(&[post(1, "Ana", Some(0), Some(WINDOW))]), None, "still in post on the day of the send");
    assert_eq!(used(&[post(1, "Ana", Some(0), Some(90)), post(2, "Ana", Some(100), Some(200))]), Some((2, 800)));
    assert_eq!(used(&[post(1, "Ana", Some(0), Some(90)), post(2, "Ana", Some(100), None)]), None, "an open end is not an end");
}

#[test]
fn a_second_hat_is_a_post_with_another_body_on_the_day_of_the_send() {
    let elsewhere = |id, body: &str, from, to| Post { body: body.into(), source: None, ..post(id, "Ana", from, to) };
    let posts = [
        post(1, "Ana", Some(0), Some(500)),
        elsewhere(2, "Mouvement Exemple", Some(900), None),
        elsewhere(3, "parti exemple", Some(900), None),
        elsewhere(4, "Mairie de Valmont", Some(0), Some(WINDOW - 1)),
        Post { source: Some("other".into()), ..elsewhere(5, "Club Exemple", Some(WINDOW), Some(WINDOW)) },
    ];
    let hats: Vec<i64> =
        found(&posts, &[])[0].reasons.iter().filter_map(|r| if let Reason::TwoHats { post } = r { Some(post.0) } else { None }).collect();
    assert_eq!(hats, [2, 5]);
}

#[test]
fn others_with_access_on_the_same_days_are_counted() {
    let posts = [
        post(1, "Ana", Some(0), Some(104)),
        post(2, "Bo", Some(104), Some(300)),
        post(3, "Cy", Some(105), Some(106)),
        post(4, "Di", Some(300), None),
    ];
    let count = |index: usize| {
        found(&posts, &[])[index].reasons.iter().find_map(|r| if let Reason::OthersHadAccess { count } = r { Some(*count) } else { None })
    };
    assert_eq!([count(0), count(1), count(2), count(3)], [Some(1), Some(2), Some(1), None]);
}

#[test]
fn without_a_copy_date_facts_are_listed_and_no_mass_is_given() {
    let rows =
        opportunity(&SourceId::from("k"), None, at(WINDOW), &[post(1, "Ana", Some(0), Some(90))], &[access(1, "Bo", 50, AccessAction::Export)]);
    assert!(rows[..2].iter().all(|row| row.certain == 0.0 && row.possible == 0.0));
    assert!(rows[0].reasons.contains(&Reason::UsedAfterPost { post: PostId(1), days: i64::from(WINDOW) - 90 }));
    assert!(rows[1].reasons.contains(&Reason::Export { on: at(50), rows: Some(4100) }));
    assert!(rows[0].reasons.contains(&Reason::OthersHadAccess { count: 1 }));
}

/// Standing of the first person on the days from `from` to `to`, with days certain and possible.
fn asked(posts: &[Post], accesses: &[AccessEvent], from: i32, to: i32) -> (Standing, i64, i64) {
    let first = &holders(&SourceId::from("k"), &[(at(from), at(to))], posts, accesses)[0];
    (first.standing, first.certain, first.possible)
}

#[test]
fn on_a_day_a_post_is_certain_inside_and_excluded_outside() {
    let posts = [post(1, "Ana", Some(10), Some(20))];
    assert_eq!(asked(&posts, &[], 9, 9), (Standing::Excluded, 0, 0));
    assert_eq!(asked(&posts, &[], 10, 10), (Standing::Certain, 1, 1));
    assert_eq!(asked(&posts, &[], 20, 20), (Standing::Certain, 1, 1));
    assert_eq!(asked(&posts, &[], 21, 21), (Standing::Excluded, 0, 0));
    assert_eq!(asked(&posts, &[], 15, 24), (Standing::Possible, 6, 6), "certain on some of the days is not certain on all");
}

#[test]
fn after_the_proof_of_a_post_without_an_end_a_day_is_possible_and_never_excluded() {
    let posts = [Post { proof_date: Some(day(50)), ..post(1, "Ana", Some(10), None) }];
    assert_eq!(asked(&posts, &[], 50, 50), (Standing::Certain, 1, 1));
    assert_eq!(asked(&posts, &[], 51, 51), (Standing::Possible, 0, 1));
    assert_eq!(asked(&posts, &[], 5000, 5000), (Standing::Possible, 0, 1), "an open end is not today");
}

#[test]
fn a_line_of_the_log_shows_access_on_its_day_after_the_post() {
    let posts = [post(1, "Ana", Some(10), Some(20))];
    let log = [access(1, "Ana", 30, AccessAction::View)];
    assert_eq!(asked(&posts, &log, 30, 30), (Standing::Certain, 1, 1));
    let found = holders(&SourceId::from("k"), &[(at(30), at(30))], &posts, &log);
    let records: Vec<_> = found[0].grounds.iter().map(|ground| (ground.record, ground.certain)).collect();
    assert_eq!(records, [(GroundRecord::Post(PostId(1)), 0), (GroundRecord::Access(AccessId(1)), 1)]);
}

#[test]
fn unknown_others_are_always_asked_about_and_always_possible() {
    let found = holders(&SourceId::from("k"), &[(at(30), at(32))], &[], &[]);
    assert_eq!(found.len(), 1);
    assert_eq!((found[0].person.as_ref(), found[0].standing, found[0].certain, found[0].possible), (None, Standing::Possible, 0, 3));
}

#[test]
fn holders_and_opportunity_name_the_same_people_and_agree_on_the_days_of_the_copy() {
    let posts = [post(1, "Zoé", Some(0), Some(104)), post(2, "Ana", Some(105), None), post(3, "Bo", Some(0), Some(20))];
    let set = ten_days().set95[0];
    let asked = holders(&SourceId::from("k"), &[(set.from, set.to)], &posts, &[]);
    let opportunities = found(&posts, &[]);
    assert_eq!(asked.iter().map(|it| &it.person).collect::<Vec<_>>(), opportunities.iter().map(|it| &it.person).collect::<Vec<_>>());
    for (holder, opportunity) in asked.iter().zip(&opportunities).filter(|(holder, _)| holder.person.is_some()) {
        assert!((holder.certain as f64 / 10.0 - opportunity.certain).abs() < 1e-9, "{holder:?}");
        assert!((holder.possible as f64 / 10.0 - opportunity.possible).abs() < 1e-9, "{holder:?}");
    }
}
