//! A fictitious incident for the charts' and the sentences' tests: a party's former treasurer, another movement's mailings.

use super::sides::Sides;
use crate::analysis::{Analysis, CampaignAnalysis, Link, Prints, RecipientAnalysis, Settings, SourceOpportunity, Verdict};
use crate::attribute::{Attribution, CandidateScore, CopyDate, DateSegment, DateSpan, PairScore, Share, SpanEdge, SpanSide};
use crate::link::found::{AddressLevel, CivilityLevel, NameLevel};
use crate::link::{Bar, How, Outcome};
use crate::model::*;
use jiff::civil::date;
use std::collections::BTreeMap;

pub fn exact(year: i16, month: i8, day: i8) -> UncertainDay {
    UncertainDay::exact(date(year, month, day))
}

pub fn vague(earliest: Day, latest: Day) -> UncertainDay {
    UncertainDay { earliest: Some(earliest), latest: Some(latest), approximate: false, doubtful: false, raw: format!("{earliest}/{latest}") }
}

/// A post that gives access to the members' file.
pub fn post(id: i64, person: &str, from: Option<UncertainDay>, to: Option<UncertainDay>) -> Post {
    Post {
        id: PostId(id),
        import: ImportId(1),
        evidence: None,
        row: 0,
        person: person.into(),
        post: "trésorière".to_owned(),
        body: "Parti Exemple, section de Valmont".to_owned(),
        source: Some("adherents".into()),
        from,
        to,
        certainty: Certainty::Certain,
        proof: "procès-verbal d’élection".to_owned(),
        proof_date: None,
        documented: None,
    }
}

pub fn access(id: i64, person: &str, at: UncertainDay, action: AccessAction, rows: Option<u64>) -> AccessEvent {
    AccessEvent { id: AccessId(id), import: ImportId(1), source: "adherents".into(), at, person: person.into(), action, rows, note: String::new() }
}

pub fn event(id: i64, at: Option<UncertainDay>, title: &str, kind: EventKind) -> Event {
    Event { id: EventId(id), import: ImportId(1), at, title: title.to_owned(), kind, note: String::new() }
}

pub fn snapshot(id: i64, source: &str, as_of: Option<UncertainDay>, rows: u64) -> Snapshot {
    Snapshot {
        id: SnapshotId(id),
        import: ImportId(1),
        source: source.into(),
        dates: crate::model::DateOrder::DayFirst,
        as_of,
        evidence: EvidenceId(id + 10),
        sheet: None,
        columns: vec!["Courriel".to_owned()],
        mapping: Mapping(BTreeMap::from([(Field::Email, "Courriel".to_owned())])),
        rows,
    }
}

pub fn recipient(id: &str, name: &str, received: bool) -> Recipient {
    let identity = Identity { name: name.to_owned(), email: format!("{id}@post.example"), ..Identity::default() };
    Recipient {
        id: id.into(),
        import: ImportId(1),
        evidence: EvidenceId(1),
        row: 0,
        campaign: "rentree".into(),
        identity,
        received,
        sent_on: None,
        sent_at: None,
        rendered_name: String::new(),
        found_by: FoundBy::OpenCall,
        sigma: None,
        is_set_aside: false,
    }
}

fn message(id: i64, campaign: &str, subject: &str, sent_on: UncertainDay) -> Message {
    Message { id: MessageId(id), campaign: campaign.into(), subject: subject.to_owned(), sent_on: Some(sent_on), ..Message::default() }
}

pub fn contents() -> Contents {
    let mut open = post(3, "Béatrice Modèle", Some(exact(2008, 9, 1)), None);
    open.post = "secrétaire de section".to_owned();
    open.proof_date = Some(exact(2009, 6, 15));
    let mut hat = post(2, "Ana Exemple", Some(exact(2010, 3, 1)), None);
    hat.post = "porte-parole".to_owned();
    hat.body = "Valmont Demain".to_owned();
    hat.source = None;
    let mut undated = post(4, "Zoé Fictive", None, None);
    undated.post = "webmestre".to_owned();
    let mut vague_post = post(5, "Zoé Fictive", Some(vague(date(2009, 1, 1), date(2009, 4, 30))), Some(vague(date(2010, 10, 1), date(2010, 12, 31))));
    vague_post.post = "adjointe au fichier".to_owned();
    Contents {
        incident: Incident { title: "Lettre aux adhérents".to_owned(), pool: 130_000, until: Some(date(2011, 3, 1)), ..Incident::default() },
        messages: vec![
            message(1, "rentree", "Rejoignez Valmont Demain", exact(2010, 9, 8)),
            message(2, "rentree", "Rejoignez Valmont Demain", exact(2010, 9, 9)),
            message(3, "voeux", "Nos vœux pour 2011", exact(2011, 1, 12)),
        ],
        recipients: vec![recipient("r1", "Chloé Inventée", true), recipient("r2", "Hugo Imaginaire", true), recipient("r3", "Nour Absente", false)],
        sources: vec![
            Source {
                id: "adherents".into(),
                name: "Fichier des adhérents".to_owned(),
                controller: "Parti Exemple".to_owned(),
                purpose: "gestion des adhésions".to_owned(),
                first_known: Some(date(2008, 1, 1)),
                ..Source::default()
            },
            Source {
                id: "electeurs".into(),
                name: "Liste électorale de Valmont".to_owned(),
                kind: SourceKind::Declared,
                size: Some(41_000),
                first_known: Some(date(2008, 3, 1)),
                ..Source::default()
            },
        ],
        snapshots: vec![snapshot(1, "adherents", Some(exact(2010, 1, 15)), 4100), snapshot(2, "adherents", Some(exact(2010, 11, 2)), 4350)],
        posts: vec![post(1, "Ana Exemple", Some(exact(2009, 1, 10)), Some(exact(2010, 8, 31))), hat, open, undated, vague_post],
        accesses: vec![
            access(1, "Ana Exemple", exact(2010, 2, 3), AccessAction::View, None),
            access(2, "Ana Exemple", exact(2010, 5, 14), AccessAction::Export, Some(4180)),
        ],
        events: vec![
            event(1, Some(exact(2010, 3, 14)), "Élections régionales", EventKind::Election),
            event(2, Some(exact(2010, 10, 4)), "Demande d’accès de Chloé Inventée", EventKind::Request),
            event(3, None, "Réponse du mouvement", EventKind::Answer),
            event(4, Some(vague(date(2011, 1, 20), date(2011, 2, 10))), "Réclamation à l’autorité", EventKind::Decision),
        ],
        ..Contents::default()
    }
}

pub fn score(id: &str, captured: usize, log10_lr: f64, copy_date: Option<CopyDate>) -> CandidateScore {
    CandidateScore {
        id: id.into(),
        captured,
        exclusive: captured / 2,
        share: Share { mean: 0.9, lo: 0.8, hi: 0.97, ..Share::default() },
        log10_lr_vs_none: log10_lr,
        hypergeometric_p: None,
        reverse_coverage: None,
        copy_date,
        slices: Vec::new(),
    }
}

pub fn copy_date() -> CopyDate {
    let segment = |from, until, mass| DateSegment { from, until, mass };
    CopyDate {
        segments: vec![
            segment(date(2008, 1, 1), date(2010, 5, 1), 0.004),
            segment(date(2010, 5, 1), date(2010, 5, 10), 0.02),
            segment(date(2010, 5, 10), date(2010, 5, 15), 0.6),
            segment(date(2010, 5, 15), date(2010, 5, 21), 0.35),
            segment(date(2010, 5, 21), date(2010, 7, 1), 0.016),
            segment(date(2010, 7, 1), date(2010, 9, 8), 0.01),
        ],
        mode: date(2010, 5, 10),
        set95: vec![DateSpan { from: date(2010, 5, 10), to: date(2010, 5, 20), mass: 0.95 }],
        edges: vec![SpanEdge { at: date(2010, 5, 10), side: SpanSide::From, witnesses: vec!["r1".into()] }],
        set50: Vec::new(),
        is_contradictory: false,
        two_copies: None,
    }
}

pub fn campaign() -> CampaignAnalysis {
    CampaignAnalysis {
        id: "rentree".into(),
        title: "Rejoignez Valmont Demain".to_owned(),
        messages: vec![MessageId(1), MessageId(2)],
        recipients: 38,
        controls: 3,
        first_send: date(2010, 9, 8),
        last_send: date(2010, 9, 9),
        first_sent: "2010-09-08T09:00:00+02:00".to_owned(),
        last_sent: "2010-09-09T18:00:00+02:00".to_owned(),
        is_complete_list: false,
        has_controls: true,
        attribution: Attribution {
            candidates: vec![score("adherents", 36, 61.2, Some(copy_date())), score("electeurs", 30, 1.4, None)],
            unexplained: Share { mean: 0.05, lo: 0.01, hi: 0.13, ..Share::default() },
            pairs: vec![PairScore { favoured: "adherents".into(), against: "electeurs".into(), log10_lr: 12.4 }],
            origins: Vec::new(),
            origin_order: Vec::new(),
            outside_their_circle: Vec::new(),
            covering: vec!["adherents".into()],
            coverings: Vec::new(),
            explained_by_none: Vec::new(),
        },
        opportunity: vec![SourceOpportunity { source: "adherents".into(), people: Vec::new() }],
        verdict: Verdict { best: Some("adherents".into()), cautions: Vec::new() },
        sensitivity: None,
        prints: Prints::default(),
    }
}

pub fn analysis() -> Analysis {
    let link = |snapshot| Link::by_key("adherents".into(), SnapshotId(snapshot), 1, 0.99, How::Email);
    let known = |id: &str, links: Vec<Link>, other: Vec<SnapshotId>| RecipientAnalysis {
        id: id.into(),
        key: format!("{id}@post.example"),
        origins: Vec::new(),
        none: 0.0,
        links,
        other_details: other,
        refused: Vec::new(),
    };
    Analysis {
        digest: "0".repeat(64),
        seed: 7,
        settings: Settings::default(),
        campaigns: vec![campaign()],
        linkage: Vec::new(),
        recipients: vec![
            known("r1", vec![link(1), link(2)], Vec::new()),
            known("r2", vec![link(2)], vec![SnapshotId(1)]),
            known("r3", Vec::new(), Vec::new()),
        ],
    }
}

/// A state of a file with names and addresses in columns of their own.
pub fn snapshot_with_addresses() -> Snapshot {
    let columns = ["Nom", "Prénom", "Adresse", "CP", "Ville", "Tél", "Courriel"];
    let fields = [Field::LastName, Field::FirstName, Field::Street, Field::Postcode, Field::City, Field::Phone, Field::Email];
    let mut snapshot = snapshot(9, "adherents", Some(exact(2010, 1, 15)), 4000);
    snapshot.columns = columns.map(str::to_owned).to_vec();
    snapshot.mapping = Mapping(fields.into_iter().zip(columns.map(str::to_owned)).collect());
    snapshot
}

/// A recipient of a letter beside the row that fits best.
pub fn sides() -> Sides {
    let mut recipient = recipient("r7", "", true);
    recipient.identity = Identity {
        civility: "Mme".to_owned(),
        first_name: "Jeanne".to_owned(),
        last_name: "Exemple".to_owned(),
        street_number: "12".to_owned(),
        street: "avenue du Four".to_owned(),
        postcode: "99120".to_owned(),
        city: "Saint-Valmont".to_owned(),
        phone: "06 39 98 12 34".to_owned(),
        ..Identity::default()
    };
    let row = ["EXEMPLE", "Jeannette", "12 av. du Four", "99120", "ST VALMONT", "+33639981234", "j.exemple@post.example"];
    Sides::of(&recipient, &snapshot_with_addresses(), &row.map(str::to_owned))
}

/// What the engine says of them: a rare name, the address, another civility.
pub fn bars() -> Vec<Bar> {
    vec![
        Bar { outcome: Outcome::Name { last: NameLevel::Exact, first: NameLevel::Part, is_swapped: false }, bits: 11.2 },
        Bar { outcome: Outcome::Address { level: AddressLevel::Exact }, bits: 9.4 },
        Bar { outcome: Outcome::Civility { level: CivilityLevel::Different }, bits: -3.1 },
    ]
}
