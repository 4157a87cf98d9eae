//! Sealed sources end to end: what is kept of them, what is found in them, and what is refused.

use crate::fixtures::Fixture;
use sourcier::analysis::{Analysis, Settings, analyse};
use sourcier::import::sealed::read_key;
use sourcier::import::sealed_table::seal_table;
use sourcier::import::{ReadOptions, Request, import};
use sourcier::job::Unwatched;
use sourcier::link::How;
use sourcier::model::{ImportKind, ImportReport, Mapping, Seal, SourceKind};
use sourcier::words::english;
use std::path::{Path, PathBuf};

const KEY: &str = "verre loutre dimanche cardan ocre tuile\n";
/// The third shares a telephone number with the fourth; the last two received nothing from anybody.
const MEMBERS: &str = "Nom;Courriel;Téléphone;Ville;Date d'adhésion\n\
    Castanvert;elodie@boite.example;06 39 98 00 01;Ostrelac;15/01/2009\n\
    Morvanel;YANN+club@boite.example;06 39 98 00 02;Ostrelac;15/02/2009\n\
    Oudartel;cedric@boite.example;06 39 98 00 03;Ostrelac;15/03/2009\n\
    Oudartel;hakim@boite.example;06 39 98 00 03;Ostrelac;15/04/2009\n\
    Secretin;jamais.vue@boite.example;06 39 98 00 98;Ostrelac;15/05/2009\n\
    Secretin;jamais.vu@boite.example;06 39 98 00 99;Ostrelac;15/06/2009\n";
const RECIPIENTS: &str = "recipient_id,Courriel,Téléphone,Reçu,sent_at\n\
    r1,elodie@boite.example,,oui,2010-06-01\n\
    r2,yann@boite.example,,oui,2010-06-01\n\
    r3,nouvelle.adresse@boite.example,06 39 98 00 01,oui,2010-06-01\n\
    r4,inconnue@boite.example,,oui,2010-06-01\n\
    r5,hakim@boite.example,06 39 98 00 03,oui,2010-06-01\n";

/// What was used is e-mail addresses.
const MAIL: &str = "From: Cercle <contact@cercle.example>\r\nTo: nouvelle.adresse@boite.example\r\nDelivered-To: nouvelle.adresse@boite.example\r\n\
    Date: Tue, 1 Jun 2010 09:00:00 +0200\r\nSubject: Une nouvelle page\r\n\r\nBonjour,\r\n\r\nRejoignez le Cercle.\r\n";

struct Exchange {
    fixture: Fixture,
    key: Seal,
    members: PathBuf,
    recipients: PathBuf,
}

fn exchange() -> Exchange {
    let fixture = Fixture::empty();
    let key = fixture.write("echange.key", KEY.as_bytes());
    let members = fixture.write("membres.csv", MEMBERS.as_bytes());
    let recipients = fixture.write("destinataires.csv", RECIPIENTS.as_bytes());
    Exchange { key: Seal { key: read_key(&key).unwrap() }, fixture, members, recipients }
}

/// A state of a source, in the clear.
fn open(path: &Path, id: &str) -> Request {
    Request { source: Some(id.into()), ..Request::new(path, ImportKind::Source) }
}

impl Exchange {
    fn sealed(&self, path: &Path, id: &str) -> Request {
        Request { seal: Some(self.key.clone()), ..open(path, id) }
    }

    fn bring_in(&mut self, requests: &[Request]) -> Vec<ImportReport> {
        import(&mut self.fixture.file, requests, &Unwatched).unwrap()
    }

    fn refused(&mut self, request: Request) -> String {
        import(&mut self.fixture.file, &[request], &Unwatched).unwrap_err().to_string()
    }

    fn analysis(&self) -> Analysis {
        analyse(self.fixture.file.case(), &Settings::default(), &Unwatched).unwrap()
    }
}

/// Of each recipient the links: source, row, how, whether it counts.
fn links(analysis: &Analysis) -> Vec<(String, u64, How, bool)> {
    let of = |it: &sourcier::analysis::RecipientAnalysis| {
        it.links.iter().map(|link| (it.id.to_string(), link.row, link.how, link.is_present)).collect::<Vec<_>>()
    };
    analysis.recipients.iter().flat_map(of).collect()
}

#[test]
fn a_sealed_file_leaves_nothing_in_the_case_but_hashes_and_days_and_people_are_found_in_it() {
    let mut it = exchange();
    let recipients = Request::new(&it.recipients, ImportKind::Recipients);
    let mail = it.fixture.write("m.eml", MAIL.as_bytes());
    let requests = [it.sealed(&it.members.clone(), "club"), recipients, Request::new(mail, ImportKind::Messages)];
    let reports = it.bring_in(&requests);
    assert!(reports.iter().all(ImportReport::reconciles));
    let told: String = reports[0].warnings.iter().map(|note| note.reason.as_str()).collect::<Vec<_>>().join("\n");
    assert!(told.contains("Not kept are the columns Nom, Ville") && told.contains("only its SHA-256"), "{told}");
    let contents = it.fixture.file.case().contents().clone();
    let source = contents.source(&"club".into()).unwrap();
    assert_eq!((source.kind, source.seal.as_ref()), (SourceKind::Sealed, Some(&it.key)));
    assert_eq!(source.columns.len(), 5, "the names of the columns stay, so that they can be compared with what a mailing needed");
    assert_eq!(contents.snapshots[0].columns, ["email_hmac", "phone_hmac", "joined"]);
    let evidence = contents.evidence.iter().find(|evidence| evidence.name == "membres.csv").unwrap();
    assert!(evidence.is_withheld && !evidence.is_embedded && evidence.size == MEMBERS.len() as u64);
    assert!(it.fixture.file.case().evidence_bytes(evidence.id, 0, 10).is_err(), "its bytes are not there");

    let analysis = it.analysis();
    let expected = [
        ("r1".to_owned(), 0, How::Email, true),
        // The tag is left off on both sides.
        ("r2".to_owned(), 1, How::Email, true),
        // Found by a number, written to at an address that is not in the file.
        ("r3".to_owned(), 0, How::Phone, false),
        ("r5".to_owned(), 2, How::Phone, false),
        ("r5".to_owned(), 3, How::Email, true),
    ];
    let known = links(&analysis);
    assert_eq!(known[..3], expected[..3], "{known:?}");
    assert_eq!(known[3..], expected[3..], "{known:?}");
    let score = &analysis.campaigns[0].attribution.candidates[0];
    assert_eq!((score.id.as_str(), score.captured), ("club", 3));
    assert_eq!(analysis.campaigns[0].prints.unreadable, ["club".into()]);

    let (_folder, path) = it.fixture.close();
    let bytes = std::fs::read(&path).unwrap();
    let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(holds("inconnue@boite.example"), "what the recipients say is there");
    for hidden in ["jamais.vue@boite.example", "jamais.vu", "Secretin", "0639980098", "33639980099"] {
        assert!(!holds(hidden), "{hidden} is in the case");
    }
    let verified = sourcier::case::verify(&path, None).unwrap();
    assert!(verified.is_sound() && verified.notes.iter().any(|note| note.contains("came in sealed")), "{verified:?}");
}

#[test]
fn the_answer_on_a_sealed_file_is_the_one_on_the_open_file_as_far_as_equal_keys_go() {
    let answer = |is_sealed: bool| {
        let mut it = exchange();
        let members = it.members.clone();
        let of = if is_sealed { it.sealed(&members, "club") } else { open(&members, "club") };
        // Without names there is nothing to compare people by but keys.
        let mapping = Mapping([(sourcier::model::Field::LastName, String::new()), (sourcier::model::Field::City, String::new())].into());
        let recipients = Request::new(&it.recipients, ImportKind::Recipients);
        it.bring_in(&[Request { mapping, ..of }, recipients]);
        let analysis = it.analysis();
        let attribution = &analysis.campaigns[0].attribution;
        let score = &attribution.candidates[0];
        let copy = score.copy_date.clone().unwrap();
        (score.captured, score.log10_lr_vs_none, copy.set95.iter().map(|span| (span.from, span.to)).collect::<Vec<_>>(), copy.mode)
    };
    let (sealed, in_the_clear) = (answer(true), answer(false));
    assert_eq!((sealed.0, &sealed.2, sealed.3), (in_the_clear.0, &in_the_clear.2, in_the_clear.3));
    // Where two people share a number, what else an open row says can tell them apart a little.
    assert!((sealed.1 - in_the_clear.1).abs() < 0.01, "{sealed:?} {in_the_clear:?}");
}

#[test]
fn what_a_controller_seals_is_read_as_what_we_would_have_sealed() {
    let mut it = exchange();
    let (members, folder) = (it.members.clone(), it.fixture.folder.path().to_owned());
    let sealed = seal_table(&members, &Mapping::default(), &ReadOptions::default(), &it.key.key, &Unwatched).unwrap();
    assert_eq!(
        (sealed.columns.as_slice(), sealed.rows.len(), sealed.unusable),
        (["email_hmac", "phone_hmac", "joined"].map(String::from).as_slice(), 6, 0)
    );
    assert!(sealed.rows.is_sorted(), "the order of the file is not kept");
    let handed_over = folder.join("remis.csv");
    let text: Vec<String> = std::iter::once(&sealed.columns).chain(&sealed.rows).map(|row| row.join(",")).collect();
    std::fs::write(&handed_over, text.join("\r\n")).unwrap();
    let recipients = Request::new(&it.recipients, ImportKind::Recipients);
    let requests = [it.sealed(&handed_over, "remis"), it.sealed(&members, "club"), recipients];
    it.bring_in(&requests);
    let contents = it.fixture.file.case().contents();
    assert!(contents.evidence.iter().any(|evidence| evidence.name == "remis.csv" && evidence.is_embedded), "hashes may be kept as they came");
    let analysis = it.analysis();
    let scores: Vec<(usize, String)> =
        analysis.campaigns[0].attribution.candidates.iter().map(|score| (score.captured, format!("{:.9}", score.log10_lr_vs_none))).collect();
    assert_eq!(scores[0], scores[1]);
    assert_eq!(scores[0].0, 4);
}

#[test]
fn what_would_hide_nothing_or_find_nobody_is_refused_with_a_remedy() {
    let mut it = exchange();
    let members = it.members.clone();
    let names = it.fixture.write("noms.csv", b"Nom;Ville\nCastanvert;Ostrelac\n");
    let hashes = it.fixture.write("empreintes.csv", format!("email_hmac\n{}\n", "0f".repeat(32)).as_bytes());
    let refused = it.refused(it.sealed(&names, "noms"));
    assert!(refused.contains("email, phone or identifier"), "{refused}");
    let refused = it.refused(open(&hashes, "sans-clef"));
    assert!(refused.contains("keyed hashes") && refused.contains("key"), "{refused}");
    it.bring_in(&[open(&members, "ouvert")]);
    let refused = it.refused(it.sealed(&members, "ouvert"));
    assert!(refused.contains("in the clear"), "{refused}");
    it.bring_in(&[it.sealed(&hashes, "club")]);
    // Sealed once, sealed for ever, and with the same key.
    let other = it.fixture.write("autre.key", b"une tout autre clef de plus de seize octets");
    let other = Request { seal: Some(Seal { key: read_key(&other).unwrap() }), ..open(&hashes, "club") };
    let refused = it.refused(other);
    assert!(refused.contains("another key"), "{refused}");
    let later = it.fixture.write("plus-tard.csv", b"Courriel\nanna@boite.example\n");
    it.bring_in(&[open(&later, "club")]);
    let contents = it.fixture.file.case().contents();
    assert!(contents.snapshots_of(&"club".into()).iter().all(|state| state.is_sealed()));
    // The bytes of what came in sealed are not brought in by another door.
    let refused = it.refused(open(&later, "tout-ouvert"));
    assert!(refused.contains("came in sealed"), "{refused}");
    let short = it.fixture.write("court.key", b"trop court");
    assert!(english(&read_key(&short).unwrap_err()).contains("at least 16"));
}

#[test]
fn a_sealed_source_survives_closing_and_undo() {
    let mut it = exchange();
    let members = it.members.clone();
    it.bring_in(&[it.sealed(&members, "club")]);
    it.fixture.file.undo().unwrap();
    assert!(it.fixture.file.case().contents().sources.is_empty());
    it.fixture.file.redo().unwrap();
    let Exchange { fixture, key, .. } = it;
    let fixture = fixture.reopen();
    let contents = fixture.file.case().contents();
    assert_eq!(contents.source(&"club".into()).unwrap().seal, Some(key));
}
