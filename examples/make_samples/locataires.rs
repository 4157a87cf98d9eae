//! A mayor's letter to 12,500 tenants with the landlord's file (modelled on domain.md §2, C01).
//!
//! The tenants' file was copied on 25 September 2017; the letter is dated 9 October 2017 and went to every tenant of that day, on benefit or not. The mail
//! house's list is complete.

use crate::people::{Maker, Person, french};
use crate::write;
use jiff::civil::{Date, date};
use std::io;
use std::path::Path;

const COPIED: Date = date(2017, 9, 25);
const SNAPSHOTS: [Date; 2] = [date(2017, 7, 1), date(2017, 12, 1)];
const MAILED: usize = 12_500;

pub fn make(folder: &Path) -> io::Result<()> {
    let mut maker = Maker::new(2017);
    let tenants = tenants(&mut maker);
    for day in SNAPSHOTS {
        // The management system keeps tenants who have left, with their day of departure.
        let rows: Vec<Vec<String>> = tenants
            .iter()
            .filter(|p| p.joined <= day && p.left.is_none_or(|left| left >= date(2017, 1, 1)))
            .map(|p| {
                let left = p.left.filter(|&left| left <= day).map(french).unwrap_or_default();
                vec![
                    tenancy(p),
                    p.civility().to_owned(),
                    p.last.to_uppercase(),
                    p.first.clone(),
                    format!("{} {}", p.house, p.street),
                    "99310".to_owned(),
                    "CARVAILLE".to_owned(),
                    french(p.joined),
                    left,
                ]
            })
            .collect();
        let header = ["N° locataire", "Civilité", "Nom", "Prénom", "Adresse", "Code postal", "Ville", "Entrée", "Sortie"];
        write::csv(&folder.join(format!("sources/locataires-{day}.csv")), &header, &rows)?;
    }
    // The mail house's list: labels with the tenancy number. No date but the letter's.
    let labels: Vec<Vec<String>> = tenants
        .iter()
        .filter(|p| p.is_in(COPIED))
        .map(|p| {
            vec![
                tenancy(p),
                p.civility().to_owned(),
                p.last.to_uppercase(),
                p.first.clone(),
                format!("{} {}", p.house, p.street),
                "99310".to_owned(),
                "CARVAILLE".to_owned(),
            ]
        })
        .collect();
    assert_eq!(labels.len(), MAILED);
    write::csv_ansi(&folder.join("etiquettes.csv"), &["Code client", "Civ.", "Nom", "Prénom", "Adresse", "CP", "Commune"], &labels)?;
    // Housing benefit is paid to the landlord under the tenancy number: about two tenants in five.
    let mut benefit: Vec<Vec<String>> = Vec::new();
    for person in tenants.iter().filter(|p| p.is_in(date(2017, 8, 1))) {
        if maker.chance(0.41) {
            benefit.push(vec![format!("A{:07}", person.number * 7 + 1_000_003), person.last.to_uppercase(), person.first.clone(), tenancy(person)]);
        }
    }
    for _ in 0..2_700 {
        let person = maker.person(COPIED);
        benefit.push(vec![
            format!("A{:07}", person.number * 7 + 1_000_003),
            person.last.to_uppercase(),
            person.first,
            format!("P{:06}", person.number),
        ]);
    }
    write::csv(&folder.join("sources/allocataires-2017-08-01.csv"), &["N° allocataire", "Nom", "Prénom", "N° locataire"], &benefit)?;
    papers(folder)
}

fn tenancy(person: &Person) -> String {
    format!("L{:06}", person.number)
}

/// Tenants who came and went, so that exactly [`MAILED`] lived there on the day of the copy.
fn tenants(maker: &mut Maker) -> Vec<Person> {
    let mut tenants = Vec::new();
    let mut present = 0;
    while present < MAILED {
        let joined = maker.day(date(1996, 1, 1), date(2017, 9, 26));
        let mut person = maker.person(joined);
        // One in six leaves within the two years around the letter.
        if maker.chance(0.16) {
            person.left = Some(maker.day(date(2016, 10, 1).max(joined.tomorrow().expect("a day")), date(2018, 10, 1)));
        }
        present += usize::from(person.is_in(COPIED));
        tenants.push(person);
    }
    for _ in 0..420 {
        let joined = maker.day(COPIED.tomorrow().expect("a day"), date(2017, 12, 1));
        tenants.push(maker.person(joined));
    }
    tenants.sort_by_key(|p| (p.last.clone(), p.first.clone(), p.number));
    tenants
}

fn papers(folder: &Path) -> io::Result<()> {
    write::text(
        &folder.join("messages/lettre-2017-10-09.txt"),
        "Carvaille, le 9 octobre 2017\n\nMadame, Monsieur,\n\nLa baisse des aides au logement décidée cet été est une injustice. Elle menace l'office et chacun de ses locataires.\nJe vous appelle à faire entendre votre voix et à vous rassembler le samedi 14 octobre devant l'hôtel de ville.\n\nNadine Falguevert\nprésidente de Carvaille Habitat, maire de Carvaille\n",
    )?;
    write::text(
        &folder.join("roster.csv"),
        "personne;fonction;organisme;fichier;du;au;certitude;preuve;date de la preuve\n\
         Nadine Falguevert;présidente;Carvaille Habitat;locataires;2014-04-15;;certain;délibération du 15 avril 2014;2017-10-09\n\
         Nadine Falguevert;maire;Ville de Carvaille;;2014-04-05;;certain;procès-verbal d'installation;2017-10-09\n\
         Étienne Malvoron;directeur général;Carvaille Habitat;locataires;2011-09-01;;certain;contrat;2017-12-31\n\
         Sabine Urbinet;chargée de communication;Carvaille Habitat;locataires;2016-02-01;2017-09-15;possible;organigramme 2016;\n\
         Loïc Pelledou;chef de cabinet;Ville de Carvaille;;2014-05-01;;certain;arrêté;2017-11-01\n\
         Routage Tavernel;prestataire d'impression;Routage Tavernel SARL;locataires;2017-09-25;2017-10-20;certain;bon de commande;\n",
    )?;
    write::text(
        &folder.join("access-log.csv"),
        "fichier;date;personne;action;lignes;note\n\
         locataires;2017-03-02;Étienne Malvoron;consultation;;tableau des impayés\n\
         locataires;2017-09-25;Étienne Malvoron;export;12500;fichier d'adresses pour courrier\n\
         locataires;2017-09-26;Étienne Malvoron;envoi;12500;remis au prestataire d'impression\n",
    )?;
    write::text(
        &folder.join("events.csv"),
        "date;intitulé;type;note\n2017-10-27;Plainte d'une locataire;demande;\n2017-10-14;Rassemblement devant l'hôtel de ville;autre;\n2017-09-14;Annonce de la baisse des aides au logement;autre;\n",
    )?;
    write::text(
        &folder.join("incident.toml"),
        r#"# DONNÉES FICTIVES / FICTITIOUS DATA
[incident]
title = "Lettre aux locataires de Carvaille Habitat"
language = "fr"
timezone = "Europe/Paris"
pool = 70000
until = 2017-12-31

[[messages]]
path = "messages/lettre-2017-10-09.txt"
channel = "letter"
sent_at = "2017-10-09"
sender = "Nadine Falguevert, présidente de Carvaille Habitat"
found_by = "complete-list"
recipients = "etiquettes.csv"
obtained = "Lettre et fichier d'étiquettes remis par le prestataire d'impression"
[messages.mapping]
identifier = "Code client"

[[sources]]
id = "locataires"
name = "Fichier des locataires"
controller = "Carvaille Habitat, office public"
purpose = "Gestion locative"
kind = "held"
first_known = 2017-01-01
  [[sources.snapshots]]
  path = "sources/locataires-2017-07-01.csv"
  as_of = 2017-07-01
  [sources.snapshots.mapping]
  identifier = "N° locataire"
  [[sources.snapshots]]
  path = "sources/locataires-2017-12-01.csv"
  as_of = 2017-12-01
  [sources.snapshots.mapping]
  identifier = "N° locataire"

[[sources]]
id = "allocataires"
name = "Allocataires d'une aide au logement"
controller = "Caisse d'aide au logement"
purpose = "Versement des aides"
kind = "held"
  [[sources.snapshots]]
  path = "sources/allocataires-2017-08-01.csv"
  as_of = 2017-08-01
  [sources.snapshots.mapping]
  identifier = "N° locataire"
  record_id = "N° allocataire"

[[sources]]
id = "liste-electorale"
name = "Liste électorale de Carvaille"
controller = "Ville de Carvaille"
purpose = "Opérations électorales"
kind = "declared"
size = 48000
coverage = 0.65

[[roster]]
path = "roster.csv"

[[access_log]]
path = "access-log.csv"

[[events]]
path = "events.csv"
"#,
    )?;
    write::text(
        &folder.join("answer.toml"),
        "# What was planted, for the tests and for « vérifier ma conclusion ».\nbest = \"locataires\"\ncopied_on = 2017-09-25\nholders = [\"Étienne Malvoron\", \"Nadine Falguevert\"]\n",
    )?;
    write::text(
        &folder.join("README.md"),
        "# Les locataires / The tenants\n\n**DONNÉES FICTIVES / FICTITIOUS DATA**\n\n\
         La maire, présidente de l'office public de l'habitat, écrit aux 12 500 locataires pour les appeler à se mobiliser. Le fichier d'étiquettes du prestataire est complet : tous ceux qui ont reçu la lettre sont connus.\n\n\
         The mayor, who chairs the public landlord, writes to its 12,500 tenants and calls on them to mobilise. The mail house's label file is complete: everybody who was mailed is known.\n\n\
         `sourcier run incident.toml --out DIR` ; `answer.toml` holds what was planted.\n",
    )
}
