//! The innocent school letter: a town informs parents of school hours with the school's own file (modelled on domain.md §2, C10).
//!
//! Everybody who came forward was found through the parents' association, so the evidence cannot tell the school's file from any other file that holds
//! the same parents: the tool must stay neutral.

use crate::people::{Maker, Person, french};
use crate::write;
use jiff::civil::date;
use std::io;
use std::path::Path;

pub fn make(folder: &Path) -> io::Result<()> {
    let mut maker = Maker::new(1381);
    let mut parents: Vec<Person> = Vec::new();
    for _ in 0..940 {
        let joined = maker.day(date(2011, 9, 1), date(2013, 9, 15));
        parents.push(maker.person(joined));
    }
    let row = |p: &Person| {
        vec![
            p.civility().to_owned(),
            p.last.clone(),
            p.first.clone(),
            p.email.clone(),
            format!("{} {}", p.house, p.street),
            "99420".to_owned(),
            "Belleronde".to_owned(),
            french(p.joined),
        ]
    };
    let header = ["Civilité", "Nom", "Prénom", "Courriel", "Adresse", "CP", "Ville", "Inscription"];
    write::csv(&folder.join("sources/ecole-2013-09-20.csv"), &header, &parents.iter().map(row).collect::<Vec<_>>())?;
    // The canteen holds nearly the same parents.
    let canteen: Vec<Vec<String>> =
        parents.iter().filter(|p| !p.number.is_multiple_of(12)).map(|p| vec![p.last.clone(), p.first.clone(), p.email.clone()]).collect();
    write::csv(&folder.join("sources/cantine-2013-10-01.csv"), &["Nom", "Prénom", "Courriel"], &canteen)?;
    let mut found: Vec<&Person> = Vec::new();
    while found.len() < 24 {
        let p = maker.pick(&parents);
        if !p.number.is_multiple_of(12) && found.iter().all(|f| f.number != p.number) {
            found.push(p);
        }
    }
    let rows: Vec<Vec<String>> = found
        .iter()
        .enumerate()
        .map(|(at, p)| vec![format!("p{:02}", at + 1), p.first.clone(), p.last.clone(), p.email.clone(), "oui".to_owned(), "18/11/2013".to_owned()])
        .collect();
    write::csv(&folder.join("parents.csv"), &["recipient_id", "Prénom", "Nom", "Courriel", "Reçu", "Date de réception"], &rows)?;
    papers(folder)
}

fn papers(folder: &Path) -> io::Result<()> {
    write::text(
        &folder.join("messages/lettre-2013-11-15.txt"),
        "Belleronde, le 15 novembre 2013\n\nMadame, Monsieur,\n\nÀ partir de la rentrée de janvier, les cours finiront à 15 h 45 les lundis, mardis, jeudis et vendredis ; l'accueil du soir\nouvrira aussitôt après. Les inscriptions se font en mairie.\n\nLe service des écoles\n",
    )?;
    write::text(
        &folder.join("roster.csv"),
        "personne;fonction;organisme;fichier;du;au;certitude;preuve;date de la preuve\n\
         Joëlle Mareulignac;maire;Ville de Belleronde;ecole;2008-03-20;;possible;procès-verbal d'installation;2013-11-15\n\
         Didier Falguezin;chef du service des écoles;Ville de Belleronde;ecole;2010-02-01;;certain;arrêté;2013-12-31\n\
         Simone Corbilet;gestionnaire de la cantine;Ville de Belleronde;cantine;2009-09-01;;certain;fiche de poste;2013-12-31\n",
    )?;
    write::text(
        &folder.join("events.csv"),
        "date;intitulé;type;note\n2013-11-25;Réclamation d'un parent;demande;\n2014-03-23;Élections municipales, premier tour;élection;\n",
    )?;
    write::text(
        &folder.join("incident.toml"),
        r#"# DONNÉES FICTIVES / FICTITIOUS DATA
[incident]
title = "Lettre sur les horaires scolaires à Belleronde"
language = "fr"
timezone = "Europe/Paris"
pool = 14000
until = 2013-12-31

[[messages]]
path = "messages/lettre-2013-11-15.txt"
channel = "letter"
sent_at = "2013-11-15"
sender = "Ville de Belleronde, service des écoles"
found_by = "circle:ecole"
recipients = "parents.csv"
obtained = "Remise par l'association de parents"

[[sources]]
id = "ecole"
name = "Fichier des parents d'élèves"
controller = "Ville de Belleronde"
purpose = "Inscriptions scolaires, information des familles"
kind = "held"
first_known = 2011-09-01
  [[sources.snapshots]]
  path = "sources/ecole-2013-09-20.csv"
  as_of = 2013-09-20

[[sources]]
id = "cantine"
name = "Fichier de la cantine"
controller = "Ville de Belleronde"
purpose = "Restauration scolaire"
kind = "held"
  [[sources.snapshots]]
  path = "sources/cantine-2013-10-01.csv"
  as_of = 2013-10-01

[[sources]]
id = "liste-electorale"
name = "Liste électorale de Belleronde"
controller = "Ville de Belleronde"
purpose = "Opérations électorales"
kind = "declared"
size = 9800
coverage = 0.7

[[roster]]
path = "roster.csv"

[[events]]
path = "events.csv"
"#,
    )?;
    write::text(
        &folder.join("answer.toml"),
        "# What was planted, for the tests and for « vérifier ma conclusion »: the findings must support no file.\nnone = true\n",
    )?;
    write::text(
        &folder.join("README.md"),
        "# L'école / The school\n\n**DONNÉES FICTIVES / FICTITIOUS DATA**\n\n\
         Une ville informe les parents des nouveaux horaires, avant une élection. Le contenu est administratif et tous les destinataires connus ont été trouvés par l'association de parents : les observations ne soutiennent aucun fichier.\n\n\
         A town informs parents of new school hours, before an election. The content is administrative, and everybody who is known to have received it was found through the parents' association: the findings support no file.\n\n\
         `sourcier run incident.toml --out DIR` ; `answer.toml` holds what was planted.\n",
    )
}
