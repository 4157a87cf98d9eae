//! Fingerprints gathered from a whole case.

use crate::fixtures::Fixture;
use serde_json::Value;
use sourcier::analysis::{Analysis, CampaignAnalysis, Reach, Settings, analyse};
use sourcier::attribute::fingerprint::canary::{CanaryReason, Worth};
use sourcier::attribute::fingerprint::{Layout, QuirkKind, Rendered, Rule};
use sourcier::case::CaseFile;
use sourcier::import::manifest::Manifest;
use sourcier::import::{Request, import};
use sourcier::job::Unwatched;
use sourcier::model::{ImportKind, ImportReport};
use sourcier::report::results;
use sourcier::ui::cli::run_manifest;
use std::path::Path;

/// Twenty people: first name, last name as the club writes it, and as the town does. The club has three typing errors and an old surname.
const PEOPLE: [(&str, &str, &str); 20] = [
    ("Élodie", "Castanvert", "Castanvère"),
    ("Yann", "Morvanel", "Morvanel"),
    ("Cédric", "Oudartel", "Oudartel"),
    ("Hakim", "Laborlca", "Laborlac"),
    ("Béatrice", "Gravalquin", "Gravalquin"),
    ("Noémie", "Delmobois", "Delmobois"),
    ("Thérèse", "Falguelin-Roux", "Dourvanlet"),
    ("Jean-Marc", "Escaïvert", "Escaïvert"),
    ("Odile", "Barnemont", "Barnemont"),
    ("Bastien", "Urbizin", "Urbizin"),
    ("Zoé", "Tavernrel", "Tavernrel"),
    ("Karim", "Sarradier", "Sarradier"),
    ("Inès", "Pellecourt", "Pellecourt"),
    ("Loïc", "Naudrignac", "Naudrignac"),
    ("Simone", "Quintarlin", "Quintarlin"),
    ("Rémi", "Ravelnac", "Ravelnac"),
    ("Léa", "Garricaille", "Garricaille"),
    ("Hugo", "Lescuzin", "Lescuzin"),
    ("Manon", "Corbilard", "Corbilard"),
    ("Adrien", "Jauberval", "Jaubreval"),
];

fn address(n: usize) -> String {
    match n {
        // Given to the club, with a tag that names it; the town was given the bare address.
        1 => "yann+club-ostrelac@boite.example".to_owned(),
        n => format!("personne{n}@boite.example"),
    }
}

/// An incident in a folder: the same people in two files, the messages made from the club's.
fn write(folder: &Path, incident: &str, found_by: &str) {
    let file = |name: &str, text: String| std::fs::write(folder.join(name), text).unwrap();
    let (mut club, mut town) = ("Prénom;Nom;Courriel;Remarque\n".to_owned(), "Prénom;Nom;Courriel\n".to_owned());
    for (n, (first, in_club, in_town)) in PEOPLE.iter().enumerate() {
        let mark = if n == 4 { "adresse témoin" } else { "" };
        club.extend([format!("{first};{in_club};{};{mark}\n", address(n))]);
        // The seeded address is in one file only.
        if n != 4 {
            town.extend([format!("{first};{in_town};{}\n", address(n).replace("+club-ostrelac", ""))]);
        }
        let mail = format!(
            "From: Cercle <contact@cercle.example>\r\nTo: \"{} {first}\" <{to}>\r\nDelivered-To: {to}\r\nDate: Tue, 1 Jun 2010 09:{n:02}:00 +0200\r\n\
             Message-ID: <{n}@cercle.example>\r\nSubject: Une nouvelle page\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\
             Bonjour {first},\r\n\r\nRejoignez le Cercle, votre soutien compte.\r\n",
            in_club.to_uppercase(),
            to = address(n),
        );
        file(&format!("m{n:02}.eml"), mail);
    }
    for n in 100..160 {
        club.extend([format!("Anne;Clubrel{n};club{n}@boite.example;\n")]);
        town.extend([format!("Anne;Villerel{n};ville{n}@boite.example\n")]);
    }
    town.push_str("Anne;Seule;seule@boite.example\n");
    file("club.csv", club);
    file("ville.csv", town);
    file(
        "incident.toml",
        format!(
            "[incident]\ntitle = \"Essai\"\npool = 50000\n{incident}\n[[messages]]\npath = \"*.eml\"\nfound_by = \"{found_by}\"\n\
             [[sources]]\nid = \"club\"\nname = \"Club d'Ostrelac\"\n[[sources.snapshots]]\npath = \"club.csv\"\n\
             [[sources]]\nid = \"ville\"\nname = \"Mairie\"\n[[sources.snapshots]]\npath = \"ville.csv\"\n"
        ),
    );
}

struct Answered {
    _folder: tempfile::TempDir,
    file: CaseFile,
    analysis: Analysis,
    reports: Vec<ImportReport>,
}

impl Answered {
    fn campaign(&self) -> &CampaignAnalysis {
        &self.analysis.campaigns[0]
    }

    /// log₁₀ LR of the club against the town.
    fn club_against_town(&self) -> f64 {
        let pair = &self.campaign().attribution.pairs[0];
        if pair.favoured.as_str() == "club" { pair.log10_lr } else { -pair.log10_lr }
    }

    fn results(&self) -> Value {
        results::results(self.file.case().contents(), &self.analysis)
    }
}

fn answered(incident: &str, found_by: &str, settings: &Settings) -> Answered {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), incident, found_by);
    let manifest = Manifest::read(&folder.path().join("incident.toml")).unwrap();
    let mut file = CaseFile::create(&folder.path().join("c.sourcier"), None, &manifest.incident).unwrap();
    let reports = sourcier::import::import_with_sources(&mut file, &manifest.sources, &manifest.requests, &Unwatched).unwrap();
    let analysis = analyse(file.case(), settings, &Unwatched).unwrap();
    Answered { _folder: folder, file, analysis, reports }
}

fn off() -> Settings {
    Settings { use_prints: false, ..Settings::default() }
}

#[test]
fn shared_errors_tell_two_files_with_the_same_people_apart_and_are_shown_with_both_texts() {
    let (on, without) = (answered("", "open-call", &Settings::default()), answered("", "open-call", &off()));
    let prints = &on.campaign().prints;
    assert_eq!((prints.reach, without.campaign().prints.reach), (Reach::Everything, Reach::Nothing));
    // The same is read either way; only what it bears on differs.
    assert_eq!(prints.fingerprints, without.campaign().prints.fingerprints);
    let telling: Vec<&str> = prints.fingerprints.factors.iter().map(|of| of.recipient.as_str()).collect();
    assert_eq!(telling.len(), 4, "{telling:?}");
    let kinds: Vec<(QuirkKind, &str)> = prints.fingerprints.quirks.iter().map(|quirk| (quirk.kind, quirk.source.as_str())).collect();
    assert_eq!(kinds, [(QuirkKind::Spelling, "club"); 4]);
    let old_surname = prints.fingerprints.quirks.iter().find(|quirk| quirk.rendered.contains("FALGUELIN")).unwrap();
    assert_eq!((old_surname.written.as_str(), old_surname.rivals[0].written.as_str()), ("Falguelin-Roux Thérèse", "Dourvanlet Thérèse"));
    assert!(old_surname.rivals[0].frequency.is_some_and(|frequency| frequency < 0.02), "{old_surname:?}");
    let gain = on.club_against_town() - without.club_against_town();
    assert!(gain > 4.0, "four rare errors are worth more than {gain}");
    // The club stands where it stood against none: an unknown copy of its file would show the same errors.
    let of = |answered: &Answered| answered.campaign().attribution.candidates.iter().find(|it| it.id.as_str() == "club").unwrap().log10_lr_vs_none;
    assert!((of(&on) - of(&without)).abs() < 1e-9);
    let results = on.results();
    let shown = &results["campaigns"][0]["prints"];
    assert_eq!(shown["recipients"].as_array().unwrap().len(), 4);
    assert_eq!(shown["recipients"][0]["fields"][0]["made"].as_array().unwrap().len(), 2);
    let first = &results["campaigns"][0]["sources"][0];
    assert_eq!((first["id"].as_str(), first["prints"]["matches"].as_u64(), first["prints"]["mismatches"].as_u64()), (Some("club"), Some(4), Some(0)));
    let schema: Value = serde_json::from_str(include_str!("../data/results.schema.json")).unwrap();
    let complaints: Vec<String> = jsonschema::validator_for(&schema).unwrap().iter_errors(&results).map(|error| error.to_string()).collect();
    assert!(complaints.is_empty(), "{complaints:?}");
}

#[test]
fn the_manifest_can_leave_fingerprints_out_and_a_wrong_value_is_named() {
    let without = answered("fingerprints = false", "open-call", &Settings::default());
    assert_eq!(without.campaign().prints.reach, Reach::Nothing);
    assert_eq!(without.campaign().attribution, answered("", "open-call", &off()).campaign().attribution);
    let folder = tempfile::tempdir().unwrap();
    for (written, hint) in [("fingerprints = \"oui\"", "true or false"), ("fingerprint = true", "did you mean \"fingerprints\"?")] {
        write(folder.path(), written, "open-call");
        let error = Manifest::read(&folder.path().join("incident.toml")).unwrap_err().to_string();
        assert!(error.starts_with("Line 4:") && error.contains(hint), "{error}");
    }
}

#[test]
fn on_a_complete_list_quirks_are_shown_and_the_pairs_do_not_move() {
    let (on, without) = (answered("", "complete-list", &Settings::default()), answered("", "complete-list", &off()));
    assert_eq!(on.campaign().prints.reach, Reach::Shares);
    assert_eq!(on.campaign().prints.fingerprints.quirks.len(), 4);
    assert_eq!(on.campaign().attribution.pairs, without.campaign().attribution.pairs);
    let share = |answered: &Answered| answered.campaign().attribution.candidates.iter().find(|it| it.id.as_str() == "club").unwrap().share.mean;
    assert!(share(&on) > share(&without) + 0.05, "shares are told apart: {} {}", share(&on), share(&without));
    let words = on.results()["campaigns"][0]["prints"]["words"]["fr"].as_str().unwrap().to_owned();
    assert!(words.contains("La liste est complète"), "{words}");
}

#[test]
fn a_tag_and_a_seeded_row_are_flagged_at_import_and_count_as_statements() {
    let it = answered("", "open-call", &Settings::default());
    let told: Vec<&str> = it.reports.iter().flat_map(|report| report.warnings.iter().map(|note| note.reason.as_str())).collect();
    assert!(told.iter().any(|note| note.contains("club-ostrelac") && note.contains("names the source club") && note.contains("breach")), "{told:?}");
    assert!(told.iter().any(|note| note.contains("marked as seeded")), "{told:?}");
    let canaries = &it.campaign().prints.canaries;
    assert_eq!(canaries.len(), 2, "{canaries:?}");
    let seeded = canaries.iter().find(|it| matches!(it.canary.reason, CanaryReason::Seeded { .. })).unwrap();
    let tag = canaries.iter().find(|it| matches!(it.canary.reason, CanaryReason::Tag { .. })).unwrap();
    for it in [seeded, tag] {
        assert_eq!((it.canary.source.as_str(), it.worth), ("club", Worth::Statement { reliability: 0.9 }), "{it:?}");
    }
    // It speaks for the club against none, as a statement does; and the tag is not counted as a quirk of the address as well.
    let bare = {
        let folder = tempfile::tempdir().unwrap();
        write(folder.path(), "", "open-call");
        let statement = "Courriel;Fichier;Exclusive\nyann+club-ostrelac@boite.example;club;non\npersonne4@boite.example;club;non\n";
        std::fs::write(folder.path().join("declarations.csv"), statement).unwrap();
        let manifest = folder.path().join("incident.toml");
        let text = std::fs::read_to_string(&manifest).unwrap() + "[[statements]]\npath = \"declarations.csv\"\n";
        std::fs::write(&manifest, text).unwrap();
        let outputs = run_manifest(&manifest, &folder.path().join("out"), None, None, false, &Unwatched).unwrap();
        let file = CaseFile::open(&outputs.case, None).unwrap();
        analyse(file.case(), &Settings::default(), &Unwatched).unwrap()
    };
    assert!(bare.campaigns[0].prints.canaries.iter().all(|it| it.worth == Worth::Said), "what they said themselves counts");
    let club =
        |analysis: &Analysis| analysis.campaigns[0].attribution.candidates.iter().find(|it| it.id.as_str() == "club").unwrap().log10_lr_vs_none;
    let gain = club(&it.analysis) - club(&bare);
    assert!(gain > 1.5 && gain < 2.0, "two odds of nine are just under 1.91: {gain}");
    assert!(it.campaign().prints.fingerprints.quirks.iter().all(|quirk| quirk.field == Rendered::DisplayName));
}

#[test]
fn an_address_that_names_a_source_is_flagged_when_the_source_comes_later() {
    let mut fixture = Fixture::empty();
    let people = fixture.write("destinataires.csv", b"recipient_id;Courriel\nr1;anna+theatre@boite.example\nr2;bo@boite.example\n");
    let theatre = fixture.write("theatre.csv", b"Courriel\nanna@boite.example\n");
    let of_people = import(&mut fixture.file, &[Request::new(people, ImportKind::Recipients)], &Unwatched).unwrap();
    assert!(of_people[0].warnings.iter().all(|note| !note.reason.contains("theatre")), "{of_people:?}");
    let request = Request { source: Some("theatre".into()), ..Request::new(theatre, ImportKind::Source) };
    let of_source = import(&mut fixture.file, &[request], &Unwatched).unwrap();
    assert!(of_source[0].warnings.iter().any(|note| note.reason.contains("r1") && note.reason.contains("theatre")), "{of_source:?}");
}

/// The theatre's messages show « Prénom Nom » as the subscribers' file has them, capitals and accents included.
#[test]
fn the_rule_of_a_sample_is_read_off_its_messages() {
    let sample = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-data/theatre/incident.toml");
    let out = tempfile::tempdir().unwrap();
    let outputs = run_manifest(&sample, &out.path().join("out"), None, None, false, &Unwatched).unwrap();
    let file = CaseFile::open(&outputs.case, None).unwrap();
    let analysis = analyse(file.case(), &Settings::default(), &Unwatched).unwrap();
    let found = &analysis.campaigns[0].prints;
    let of =
        |field: Rendered| found.fingerprints.rules.iter().find(move |fitted| fitted.field == field && fitted.source.as_str() == "abonnes").unwrap();
    let name = of(Rendered::DisplayName);
    assert_eq!(name.rule, Rule::as_is(Layout::FirstLast), "{name:?}");
    assert!(name.linked > 10 && name.explained == name.linked, "{name:?}");
    let address = of(Rendered::Address);
    assert_eq!((address.rule, address.explained), (Rule::as_is(Layout::Email), address.linked));
    // The other file has the same people written the same way: nobody tells the two apart.
    assert!(found.fingerprints.factors.is_empty(), "{:#?}", found.fingerprints.quirks);
}
