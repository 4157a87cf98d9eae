//! A room on a stage: a small invented case, a hand-made analysis, and what the room asks for.
//!
//! The case: a party's former treasurer and another movement's mailing. Every name is invented.

use super::findings;
use crate::fixtures::{self, Fixture};
use egui_kittest::Harness;
use jiff::civil::date;
use sourcier::analysis::{Analysis, CampaignAnalysis, Caution, Link, RecipientAnalysis, Settings, SourceOpportunity, Verdict};
use sourcier::attribute::opportunity::{Opportunity, Reason};
use sourcier::attribute::{
    Attribution, CandidateScore, CopyDate, DateSegment, DateSpan, PairScore, Share, SliceScore, SpanEdge, SpanSide, TwoCopies,
};
use sourcier::case::{Edit, Record};
use sourcier::chart::matrix::Matrix;
use sourcier::chart::timeline::Timeline;
use sourcier::import::{Request, import_with_sources};
use sourcier::job::Unwatched;
use sourcier::link::How;
use sourcier::model::*;
use sourcier::ui::window::command::{Command, CommandState};
use sourcier::ui::window::room::{ReviewView, RoomContext, RoomView, Selection};
use sourcier::ui::window::searching::Searching;
use sourcier::ui::window::theme;
use sourcier::ui::window::widgets::list::ListDesk;
use sourcier::words::Words;

/// Everything a room reads.
pub struct Stage {
    fixture: Fixture,
    analysis: Option<Analysis>,
    settings: Settings,
    timeline: Timeline,
    matrix: Option<Matrix>,
    selection: Option<Selection>,
    marks: Marks,
    search: Searching,
    lists: ListDesk,
    words: Words,
}

/// A room and what it asked for.
pub struct Played<R> {
    pub room: R,
    pub commands: Vec<Command>,
}

impl<R> Played<R> {
    /// The records the room asked to write, in order.
    pub fn written(&self) -> Vec<&Record> {
        let put = |command: &'_ Command| matches!(command, Command::Edit(Edit::Put { .. }));
        let record = |command| match command {
            &Command::Edit(Edit::Put { ref record }) => Some(record.as_ref()),
            _ => None,
        };
        self.commands.iter().filter(|command| put(command)).filter_map(record).collect()
    }

    /// The last selection asked for.
    pub fn selected(&self) -> Option<&Selection> {
        self.commands.iter().rev().find_map(|command| match command {
            Command::Select(selection) => Some(selection),
            _ => None,
        })
    }
}

impl Stage {
    /// The case without anything in it.
    pub fn empty(language: Language) -> Self {
        Self::around(Fixture::empty(), None, language)
    }

    /// The case before its analysis.
    pub fn unanalysed(language: Language) -> Self {
        Self::around(filled(), None, language)
    }

    /// A case with states that differ and another file that shares people with the first one, imported from tables.
    pub fn compared(language: Language) -> Self {
        let mut fixture = Fixture::empty();
        let header = "N° adhérent;Nom complet;Courriel;Ville\n";
        let tables = [
            (
                "adherents",
                Some(date(2010, 1, 15)),
                "1;Chloé Inventée;r1@post.example;Valmont\n2;Ana Exemple;r2@post.example;Valmont\n\
                 3;Nour Absente;r3@post.example;Valmont\n4;Ida Passée;r4@post.example;Valmont\n",
            ),
            (
                "adherents",
                Some(date(2010, 11, 2)),
                "1;CHLOÉ INVENTÉE;r1@post.example;Valmont\n2;Ana Exemple;r2@post.example;Valmont\n\
                 3;Nour Absente;nour@post.example;Brive\n5;Hugo Nouveau;r5@post.example;Valmont\n",
            ),
            ("lettre", None, ";;r1@post.example;\n;;R2@post.example;\n;;nour@post.example;\n;;r4@post.example;\n;;r9@post.example;\n"),
        ];
        let requests = (1..).zip(tables).map(|(n, (source, as_of, rows))| {
            let path = fixture.write(&format!("{source}-{n}.csv"), format!("{header}{rows}").as_bytes());
            Request { source: Some(source.into()), as_of: as_of.map(UncertainDay::exact), ..Request::new(&path, ImportKind::Source) }
        });
        let requests: Vec<Request> = requests.collect();
        let source = |id: &str, name: &str, kind| Source { id: id.into(), name: name.to_owned(), kind, ..Source::default() };
        let sources = [
            source("adherents", "Fichier des adhérents", SourceKind::Held),
            source("electeurs", "Liste électorale", SourceKind::Declared),
            source("lettre", "Lettre publique", SourceKind::Held),
        ];
        import_with_sources(&mut fixture.file, &sources, &requests, &Unwatched).unwrap();
        Self::around(fixture, None, language)
    }

    /// A case with a file whose second state has `count` people more than its first one.
    pub fn long(language: Language, count: usize) -> Self {
        let mut fixture = Fixture::empty();
        let first = "Courriel;Nom\nr1@post.example;EXEMPLE\n".to_owned();
        let later: Vec<String> = (0..count).map(|n| format!("n{n:03}@post.example;NOM\n")).collect();
        let states = [(date(2010, 1, 15), first.clone()), (date(2010, 11, 2), first + &later.concat())];
        let requests = states.map(|(as_of, text)| {
            let path = fixture.write(&format!("{as_of}.csv"), text.as_bytes());
            Request { source: Some("adherents".into()), as_of: Some(UncertainDay::exact(as_of)), ..Request::new(&path, ImportKind::Source) }
        });
        let source = Source { id: "adherents".into(), ..Source::default() };
        import_with_sources(&mut fixture.file, &[source], &requests, &Unwatched).unwrap();
        Self::around(fixture, None, language)
    }

    /// The case with its analysis.
    pub fn full(language: Language) -> Self {
        Self::around(filled(), Some(analysis()), language)
    }

    /// The same, with a copy date that takes two copies.
    pub fn torn(language: Language) -> Self {
        let mut analysis = analysis();
        if let Some(copy) = &mut analysis.campaigns[0].attribution.candidates[0].copy_date {
            copy.is_contradictory = true;
            copy.two_copies = Some(TwoCopies {
                first: date(2010, 4, 2),
                second: date(2009, 3, 1),
                only_first: vec!["r1".into()],
                only_second: vec!["r2".into()],
                share: 0.4,
                log10_gain: 3.2,
            });
        }
        Self::around(filled(), Some(analysis), language)
    }

    /// The case with `count` recipients more.
    pub fn many(language: Language, count: usize) -> Self {
        let mut fixture = filled();
        let mut import = fixture.file.begin_import().unwrap();
        let mut analysis = analysis();
        for n in 0..count {
            let mut recipient = fixtures::recipient(&format!("s{n:06}"), import.id(), "");
            recipient.identity.name = format!("Personne {n}");
            recipient.campaign = "rentree".into();
            let links = vec![Link::by_key("adherents".into(), SnapshotId(1), n as u64, 0.99, How::Email)];
            let origins = vec![("adherents".into(), 0.9)];
            analysis.recipients.push(RecipientAnalysis {
                id: recipient.id.clone(),
                key: String::new(),
                origins,
                none: 0.1,
                links,
                other_details: Vec::new(),
                refused: Vec::new(),
            });
            import.put(Record::Recipient(recipient)).unwrap();
        }
        import.commit().unwrap();
        Self::around(fixture, Some(analysis), language)
    }

    /// The case with a log of `count` lines: forty people over four years.
    pub fn logged(language: Language, count: u32) -> Self {
        let mut fixture = filled();
        let mut import = fixture.file.begin_import().unwrap();
        let actions = [AccessAction::View, AccessAction::View, AccessAction::Export, AccessAction::Send, AccessAction::Transfer];
        for n in 0..count {
            let day = date(2008, 1, 1).saturating_add(jiff::Span::new().days(i64::from(n * 7 % 1400)));
            import
                .put(Record::Access(AccessEvent {
                    source: "adherents".into(),
                    person: format!("Personne Fictive {:02}", n % 40).as_str().into(),
                    at: UncertainDay::exact(day),
                    action: actions[n as usize % 5],
                    rows: Some(u64::from(n)),
                    ..fixtures::access(AccessId(100 + i64::from(n)), import.id())
                }))
                .unwrap();
        }
        import.commit().unwrap();
        Self::around(fixture, Some(analysis()), language)
    }

    fn around(fixture: Fixture, analysis: Option<Analysis>, language: Language) -> Self {
        let words = Words::new(language);
        let contents = fixture.file.case().contents();
        let timeline = Timeline::build(contents, analysis.as_ref(), &words);
        let matrix = analysis.as_ref().map(|analysis| Matrix::build(contents, analysis, &words));
        Self {
            analysis,
            settings: Settings::default(),
            timeline,
            matrix,
            selection: None,
            marks: Marks::default(),
            search: Searching::default(),
            lists: ListDesk::default(),
            words,
            fixture,
        }
    }

    /// The same with something selected.
    pub fn selecting(mut self, selection: Selection) -> Self {
        self.selection = Some(selection);
        self
    }

    /// What the room says for `id`.
    pub fn text(&self, id: &str) -> String {
        self.words.text(id)
    }

    /// A text with blanks.
    pub fn text_with(&self, id: &str, args: &sourcier::words::Args<'_>) -> String {
        self.words.text_with(id, args)
    }

    /// What the case holds.
    pub fn contents(&self) -> &Contents {
        self.fixture.file.case().contents()
    }

    /// The one campaign of the analysis.
    pub fn campaign(&self) -> &CampaignAnalysis {
        &self.analysis.as_ref().unwrap().campaigns[0]
    }

    /// The timeline as data.
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// Puts a room on the stage.
    pub fn play<'a, R: RoomView + 'a>(&'a self, room: R) -> Harness<'a, Played<R>> {
        self.play_in(room, egui::vec2(1240.0, 720.0), egui::Theme::Light)
    }

    /// The same with a size and a theme.
    pub fn play_in<'a, R: RoomView + 'a>(&'a self, room: R, size: egui::Vec2, look: egui::Theme) -> Harness<'a, Played<R>> {
        let ctx = RoomContext {
            case: self.fixture.file.case(),
            analysis: self.analysis.as_ref(),
            is_analysing: false,
            settings: &self.settings,
            timeline: &self.timeline,
            matrix: self.matrix.as_ref(),
            selection: self.selection.as_ref(),
            marks: &self.marks,
            picked: &[],
            search: &self.search,
            review: ReviewView { hides_scores: true, ..ReviewView::default() },
            lists: &self.lists,
            state: CommandState { has_case: true, is_writable: true, language: self.words.language(), ..CommandState::default() },
            words: &self.words,
        };
        let draw = move |ui: &mut egui::Ui, played: &mut Played<R>| {
            ctx.lists.begin();
            egui::CentralPanel::default().show(ui, |ui| played.room.ui(ui, &ctx, &mut played.commands));
        };
        let mut harness = Harness::builder()
            .with_size(size)
            .with_theme(look)
            .with_context_setup(theme::install)
            .build_ui_state(draw, Played { room, commands: Vec::new() });
        harness.run();
        harness
    }
}

fn filled() -> Fixture {
    let mut fixture = Fixture::empty();
    let path = fixture.write("adherents.csv", b"Nom,Courriel\n");
    let mut import = fixture.file.begin_import().unwrap();
    let id = import.id();
    let evidence = import.add_evidence(&path, "text/csv", "", &Unwatched).unwrap().evidence.id;
    for record in records(id, evidence) {
        import.put(record).unwrap();
    }
    for (n, as_of) in [(1, date(2010, 1, 15)), (2, date(2010, 11, 2))] {
        let mut shot = fixtures::snapshot(SnapshotId(n), id, "adherents", evidence, &["Nom", "Courriel"], 2);
        shot.as_of = Some(UncertainDay::exact(as_of));
        shot.mapping = Mapping([(Field::Email, "Courriel".to_owned())].into());
        import.put_snapshot(shot, vec![fixtures::segment(0, &[["Chloé Inventée", "r1@post.example"], ["Nour Absente", "r3@post.example"]])]).unwrap();
    }
    import.add_report(fixtures::report("adherents.csv", evidence, 2)).unwrap();
    import.commit().unwrap();
    fixture
}

fn records(import: ImportId, evidence: EvidenceId) -> Vec<Record> {
    let source = |id: &str, name: &str, kind| Source { id: id.into(), import, name: name.to_owned(), kind, ..Source::default() };
    let mut held = source("adherents", "Fichier des adhérents", SourceKind::Held);
    held.controller = String::from("Parti Exemple");
    held.first_known = Some(date(2008, 1, 1));
    let mut declared = source("electeurs", "Liste électorale de Valmont", SourceKind::Declared);
    declared.size = Some(41_000);
    declared.coverage = Some(0.95);
    let recipient = |id: &str, name: &str, received| Recipient {
        identity: Identity { name: name.to_owned(), email: format!("{id}@post.example"), ..Identity::default() },
        received,
        found_by: FoundBy::OpenCall,
        campaign: "rentree".into(),
        sigma: None,
        ..fixtures::recipient(id, import, "")
    };
    let post = |id: i64, person: &str, title: &str, body: &str, from: Option<UncertainDay>, to: Option<UncertainDay>| Post {
        id: PostId(id),
        post: title.to_owned(),
        body: body.to_owned(),
        source: (body != "Valmont Demain").then(|| "adherents".into()),
        from,
        to,
        certainty: Certainty::Certain,
        proof: "procès-verbal".to_owned(),
        proof_date: Some(fixtures::day(2009, 6, 15)),
        documented: None,
        ..fixtures::post(PostId(id), import, person, None)
    };
    let party = "Parti Exemple";
    let access = |id: i64, day, action, rows| AccessEvent {
        source: "adherents".into(),
        person: "Ana Exemple".into(),
        at: day,
        action,
        rows,
        ..fixtures::access(AccessId(id), import)
    };
    let event = |id: i64, at, title: &str, kind| Event { at, title: title.to_owned(), kind, ..fixtures::event(EventId(id), import) };
    let vague = |from: Day, to: Day| UncertainDay { earliest: Some(from), latest: Some(to), ..UncertainDay::exact(from) };
    let mut message = fixtures::message(MessageId(1), import, evidence);
    message.campaign = "rentree".into();
    message.subject = String::from("Rejoignez Valmont Demain");
    message.sent_on = Some(fixtures::day(2010, 9, 8));
    message.sent_at = None;
    vec![
        Record::Source(held),
        Record::Source(declared),
        Record::Recipient(recipient("r1", "Chloé Inventée", true)),
        Record::Recipient(recipient("r2", "Hugo Imaginaire", true)),
        Record::Recipient(recipient("r3", "Nour Absente", false)),
        Record::Post(post(1, "Ana Exemple", "trésorière", party, Some(fixtures::day(2009, 1, 10)), Some(fixtures::day(2010, 8, 31)))),
        Record::Post(post(2, "Ana Exemple", "porte-parole", "Valmont Demain", Some(fixtures::day(2010, 3, 1)), None)),
        Record::Post(post(3, "Béatrice Modèle", "secrétaire", party, Some(fixtures::day(2008, 9, 1)), None)),
        Record::Post(post(4, "Zoé Fictive", "webmestre", party, None, None)),
        Record::Post(post(
            5,
            "Zoé Fictive",
            "adjointe",
            party,
            Some(vague(date(2009, 1, 1), date(2009, 4, 30))),
            Some(vague(date(2010, 10, 1), date(2010, 12, 31))),
        )),
        Record::Access(access(1, fixtures::day(2010, 2, 3), AccessAction::View, None)),
        Record::Access(access(2, fixtures::day(2010, 5, 14), AccessAction::Export, Some(4180))),
        Record::Event(event(1, Some(fixtures::day(2010, 3, 14)), "Élections régionales", EventKind::Election)),
        Record::Event(event(2, Some(fixtures::day(2010, 10, 4)), "Demande d’accès", EventKind::Request)),
        Record::Event(event(3, None, "Réponse du mouvement", EventKind::Answer)),
        Record::Event(event(4, Some(vague(date(2011, 1, 20), date(2011, 2, 10))), "Réclamation", EventKind::Decision)),
        Record::Message(message),
    ]
}

fn analysis() -> Analysis {
    let link = |snapshot| Link::by_key("adherents".into(), SnapshotId(snapshot), 0, 0.99, How::Email);
    let known = |id: &str, party: f64, roll: f64, links: Vec<Link>, other_details| RecipientAnalysis {
        id: id.into(),
        key: format!("{id}@post.example"),
        origins: vec![("adherents".into(), party), ("electeurs".into(), roll)],
        none: 1.0 - party - roll,
        links,
        refused: Vec::new(),
        other_details,
    };
    let mut control = known("r3", 0.0, 0.0, vec![link(1)], Vec::new());
    (control.origins, control.none) = (Vec::new(), 0.0);
    Analysis {
        digest: "0".repeat(64),
        seed: 7,
        settings: Settings::default(),
        campaigns: vec![campaign()],
        linkage: Vec::new(),
        recipients: vec![
            known("r1", 0.97, 0.02, vec![link(1), link(2)], Vec::new()),
            known("r2", 0.10, 0.20, vec![link(2)], vec![SnapshotId(1)]),
            control,
        ],
    }
}

fn campaign() -> CampaignAnalysis {
    let score = |id: &str, captured, exclusive, mean, log10, copy_date| CandidateScore {
        id: id.into(),
        captured,
        exclusive,
        share: Share { mean, lo: mean * 0.8, hi: (mean * 1.2).min(1.0), ..Share::default() },
        log10_lr_vs_none: log10,
        hypergeometric_p: Some(0.000_2).filter(|_| captured > 0),
        reverse_coverage: None,
        copy_date,
        slices: Vec::new(),
    };
    let mut members = score("adherents", 2, 2, 0.81, 5.3, Some(copy_date()));
    members.slices = vec![SliceScore {
        field: "Ville".to_owned(),
        value: "Valmont".to_owned(),
        size: 1200.0,
        captured: 2,
        log10_lr: 0.7,
        weight: 0.83,
        reverse_coverage: None,
        is_used: true,
    }];
    let opportunity =
        |person: Option<&str>, certain, possible, reasons| Opportunity { person: person.map(PersonId::from), certain, possible, reasons };
    let people = vec![
        opportunity(Some("Ana Exemple"), 0.92, 1.0, vec![Reason::TwoHats { post: PostId(2) }]),
        opportunity(Some("Béatrice Modèle"), 0.0, 1.0, Vec::new()),
        opportunity(Some("Zoé Fictive"), 0.31, 1.0, Vec::new()),
        opportunity(None, 0.0, 1.0, Vec::new()),
    ];
    CampaignAnalysis {
        id: "rentree".into(),
        title: "Rejoignez Valmont Demain".to_owned(),
        messages: vec![MessageId(1)],
        recipients: 2,
        controls: 1,
        first_send: date(2010, 9, 8),
        last_send: date(2010, 9, 8),
        first_sent: "2010-09-08T09:00:00+02:00".to_owned(),
        last_sent: "2010-09-08T09:00:00+02:00".to_owned(),
        is_complete_list: false,
        has_controls: true,
        attribution: Attribution {
            candidates: vec![members, score("electeurs", 0, 0, 0.08, -0.4, None)],
            unexplained: Share { mean: 0.11, lo: 0.01, hi: 0.3, ..Share::default() },
            pairs: vec![PairScore { favoured: "adherents".into(), against: "electeurs".into(), log10_lr: 5.6 }],
            origins: vec![vec![0.97, 0.02, 0.01], vec![0.1, 0.2, 0.7]],
            origin_order: vec!["adherents".into(), "electeurs".into()],
            outside_their_circle: Vec::new(),
            covering: vec!["adherents".into()],
            coverings: Vec::new(),
            explained_by_none: Vec::new(),
        },
        opportunity: vec![
            SourceOpportunity { source: "adherents".into(), people },
            SourceOpportunity { source: "electeurs".into(), people: Vec::new() },
        ],
        verdict: Verdict { best: Some("adherents".into()), cautions: vec![Caution::FewRecipients] },
        sensitivity: Some(findings::sensitivity()),
        prints: findings::prints(),
    }
}

fn copy_date() -> CopyDate {
    let segment = |from, until, mass| DateSegment { from, until, mass };
    CopyDate {
        segments: vec![
            segment(date(2008, 1, 1), date(2010, 2, 20), 0.02),
            segment(date(2010, 2, 20), date(2010, 4, 2), 0.18),
            segment(date(2010, 4, 2), date(2010, 6, 10), 0.77),
            segment(date(2010, 6, 10), date(2010, 9, 8), 0.03),
        ],
        mode: date(2010, 4, 2),
        set95: vec![DateSpan { from: date(2010, 2, 20), to: date(2010, 6, 9), mass: 0.95 }],
        edges: vec![
            SpanEdge { at: date(2010, 2, 20), side: SpanSide::From, witnesses: vec!["r1".into()] },
            SpanEdge { at: date(2010, 6, 9), side: SpanSide::To, witnesses: vec!["r3".into()] },
        ],
        set50: vec![DateSpan { from: date(2010, 4, 2), to: date(2010, 6, 9), mass: 0.77 }],
        is_contradictory: false,
        two_copies: None,
    }
}
