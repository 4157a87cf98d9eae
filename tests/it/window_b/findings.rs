//! What the analysis on the stage says beyond its numbers: what would change them, and which errors are shared. Invented, like everything there.

use sourcier::analysis::{Prints, Reach};
use sourcier::attribute::fingerprint::canary::{Canary, CanaryReason, Flagged, Worth};
use sourcier::attribute::fingerprint::{Fingerprints, Quirk, QuirkKind, RecipientFactors, Rendered, Rival, Standing};
use sourcier::attribute::sensitivity::{Ask, Bar, Influence, Prospect, Question, Reading, Reply, Sensitivity, Tipping, Turn, Turned};
use sourcier::model::{SnapshotId, SourceId};

fn reading(best: Option<&str>, vs_none: f64, vs_rival: f64, band: usize) -> Reading {
    Reading {
        best: best.map(SourceId::from),
        leading: "adherents".into(),
        rival: Some("electeurs".into()),
        log10_lr_vs_none: vs_none,
        log10_lr_vs_rival: Some(vs_rival),
        band,
        rival_band: Some(band),
    }
}

fn turn(value: Option<f64>, best: Option<&str>, vs_none: f64, vs_rival: f64, band: usize) -> Turn {
    Turn { value, reading: reading(best, vs_none, vs_rival, band), log10_lr_vs_none: Some(vs_none), log10_lr_vs_rival: Some(vs_rival) }
}

/// The pool would change the words, leaving out `r1` would move the numbers; a control would tell most.
pub fn sensitivity() -> Sensitivity {
    let named = Some("adherents");
    let bar = |turned, low, high, width| Bar { turned, low, high, width };
    let answers = |yes: f64, no: f64| {
        vec![
            Prospect { reply: Reply::Yes, if_leading: 0.8, if_other: 0.1, log10_lr: yes },
            Prospect { reply: Reply::No, if_leading: 0.2, if_other: 0.9, log10_lr: no },
        ]
    };
    Sensitivity {
        baseline: reading(named, 5.3, 5.6, 5),
        bars: vec![
            bar(Turned::Pool, turn(Some(13_000.0), None, 0.4, 4.1, 0), turn(Some(1_300_000.0), named, 9.8, 6.0, 5), 9.4),
            bar(Turned::WithoutRecipient("r1".into()), turn(None, named, 3.1, 2.2, 5), turn(None, named, 5.3, 5.6, 5), 4.4),
            bar(Turned::SharePrior, turn(Some(0.25), named, 5.1, 5.5, 5), turn(Some(0.75), named, 5.4, 5.7, 5), 0.3),
        ],
        tipping: Tipping { pool: Some(16_000.0), sigma: None, recipients: Some(2) },
        influence: vec![
            Influence { recipient: "r1".into(), log10_lr_vs_none: 3.1, log10_lr_vs_rival: Some(2.2) },
            Influence { recipient: "r2".into(), log10_lr_vs_none: 5.0, log10_lr_vs_rival: Some(5.4) },
        ],
        contested_by: Some("electeurs".into()),
        questions: vec![
            Question { ask: Ask::Control { source: "adherents".into(), other: Some("electeurs".into()) }, bits: 0.62, answers: answers(6.5, 4.9) },
            Question { ask: Ask::Membership { recipient: "r2".into(), source: "adherents".into() }, bits: 0.21, answers: answers(6.1, 5.0) },
        ],
    }
}

/// `r1`'s message has a spelling the members' file has and the roll has not; `r2`'s address has a tag.
pub fn prints() -> Prints {
    let rival = Rival {
        source: "electeurs".into(),
        snapshot: SnapshotId(9),
        row: 3,
        written: "INVENTEE Chloé".to_owned(),
        would_show: "Chloé INVENTEE".to_owned(),
        frequency: Some(0.001),
    };
    let quirk = Quirk {
        kind: QuirkKind::Spelling,
        field: Rendered::DisplayName,
        recipient: "r1".into(),
        source: "adherents".into(),
        snapshot: SnapshotId(2),
        row: 0,
        rendered: "Chlóe Invnetée".to_owned(),
        written: "Invnetée;Chlóe".to_owned(),
        rivals: vec![rival],
        words: vec!["invnetee".to_owned()],
        frequency: Some(0.001),
        share: 1.0,
    };
    let factors = RecipientFactors { recipient: "r1".into(), sources: Vec::new(), fields: Vec::new() };
    let tagged = Canary {
        recipient: "r2".into(),
        source: "adherents".into(),
        reason: CanaryReason::Tag { tag: "parti".to_owned(), word: "parti".to_owned() },
        others: Vec::new(),
    };
    Prints {
        reach: Reach::Everything,
        fingerprints: Fingerprints {
            standings: vec![Standing { source: "adherents".into(), matches: 1, mismatches: 0, ln_integral: -0.05 }],
            factors: vec![factors],
            quirks: vec![quirk],
            ..Fingerprints::default()
        },
        unreadable: Vec::new(),
        canaries: vec![Flagged { canary: tagged, also_in: Vec::new(), worth: Worth::Statement { reliability: 0.9 } }],
    }
}
