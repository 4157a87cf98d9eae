//! Subscribers of a theatre e-mailed ten days before an election; only one of three towns was mailed (modelled on domain.md §2, C02).
//!
//! The subscribers' file was copied on 6 March 2014; the mail went out on 13 March 2014.

use crate::people::{Maker, Person, french};
use crate::write::{self, Mail};
use jiff::civil::{Date, date};
use std::io;
use std::path::Path;

const COPIED: Date = date(2014, 3, 6);
const SNAPSHOTS: [Date; 2] = [date(2013, 10, 1), date(2014, 4, 1)];

struct Subscriber {
    person: Person,
    town: &'static str,
}

pub fn make(folder: &Path) -> io::Result<()> {
    let mut maker = Maker::new(2014);
    let mut subscribers = Vec::new();
    for _ in 0..4_350 {
        let joined = maker.day(date(2012, 9, 1), date(2014, 4, 1));
        let mut person = maker.person(joined);
        if maker.chance(0.15) {
            person.left = Some(maker.day(joined.saturating_add(jiff::Span::new().days(30)), date(2014, 6, 1)));
        }
        let draw = maker.chance(0.55);
        let town = if draw {
            "Ostrelac"
        } else if maker.chance(0.5) {
            "Belleronde"
        } else {
            "Sarlongue"
        };
        subscribers.push(Subscriber { person, town });
    }
    for day in SNAPSHOTS {
        let rows: Vec<Vec<String>> = subscribers
            .iter()
            .filter(|s| s.person.is_in(day))
            .map(|s| {
                let p = &s.person;
                vec![format!("{:05}", p.number), p.last.clone(), p.first.clone(), p.email.clone(), s.town.to_owned(), french(p.joined)]
            })
            .collect();
        write::csv(
            &folder.join(format!("sources/abonnes-{day}.csv")),
            &["N° abonné", "Nom", "Prénom", "Adresse électronique", "Commune", "Abonné depuis"],
            &rows,
        )?;
    }
    library(folder, &mut maker, &subscribers)?;
    let (mailed, controls) = choose(&mut maker, &subscribers);
    mails(folder, &mailed)?;
    let rows: Vec<Vec<String>> = controls
        .iter()
        .enumerate()
        .map(|(at, s)| {
            vec![
                format!("t{:02}", at + 1),
                s.person.first.clone(),
                s.person.last.clone(),
                s.person.email.clone(),
                s.town.to_owned(),
                "non".to_owned(),
            ]
        })
        .collect();
    write::csv(&folder.join("non-destinataires.csv"), &["recipient_id", "Prénom", "Nom", "Courriel", "Ville", "Reçu"], &rows)?;
    papers(folder)
}

/// The library of the same town: a rival file.
fn library(folder: &Path, maker: &mut Maker, subscribers: &[Subscriber]) -> io::Result<()> {
    let mut rows = Vec::new();
    for s in subscribers {
        if s.town == "Ostrelac" && maker.chance(0.2) {
            rows.push(vec![s.person.email.clone(), s.person.last.clone(), s.person.first.clone(), french(s.person.joined)]);
        }
    }
    for _ in 0..6_000 {
        let joined = maker.day(date(2009, 1, 1), date(2014, 2, 1));
        let p = maker.person(joined);
        rows.push(vec![p.email, p.last, p.first, french(joined)]);
    }
    write::csv(&folder.join("sources/mediatheque-2014-02-01.csv"), &["Courriel", "Nom", "Prénom", "Inscrit le"], &rows)
}

/// Recipients who came forward, all of one town; and subscribers who received nothing: of the same town but at other times, and of the other towns.
fn choose<'a>(maker: &mut Maker, all: &'a [Subscriber]) -> (Vec<&'a Subscriber>, Vec<&'a Subscriber>) {
    let here = |s: &&Subscriber| s.town == "Ostrelac";
    let present: Vec<&Subscriber> = all.iter().filter(here).filter(|s| s.person.is_in(COPIED)).collect();
    let mut mailed: Vec<&Subscriber> = present.iter().filter(|s| s.person.joined >= date(2014, 2, 20)).take(6).copied().collect();
    while mailed.len() < 47 {
        let s = *maker.pick(&present);
        if mailed.iter().all(|m| m.person.number != s.person.number) {
            mailed.push(s);
        }
    }
    let later =
        all.iter().filter(here).filter(|s| s.person.joined > COPIED && s.person.joined < date(2014, 3, 13) && s.person.left.is_none()).take(4);
    let elsewhere = all.iter().filter(|s| s.town != "Ostrelac" && s.person.is_in(COPIED)).take(8);
    (mailed, later.chain(elsewhere).collect())
}

fn mails(folder: &Path, mailed: &[&Subscriber]) -> io::Result<()> {
    let body = "Chers spectateurs,\n\nUn article récent met en cause la politique culturelle d'Ostrelac. L'équipe sortante a toujours soutenu notre scène :\nnous tenons à le dire, à dix jours d'un choix important.\n\nLa direction du Théâtre des Deux-Rives\n";
    for (at, s) in mailed.iter().enumerate() {
        let mail = Mail {
            from: "=?utf-8?Q?Th=C3=A9=C3=A2tre_des_Deux-Rives?= <direction@deux-rives.example>",
            sender_host: "deux-rives.example",
            to_name: &s.person.full(),
            to: &s.person.email,
            delivered: true,
            subject: "À propos d'un article récent",
            at: date(2014, 3, 13).at(17, i8::try_from(at % 60).unwrap_or_default(), 5, 0),
            offset: "+0100",
            id: format!("envoi-312.{at:05}"),
            body,
        };
        write::text(&folder.join(format!("messages/spectateur-{:02}.eml", at + 1)), &mail.render())?;
    }
    Ok(())
}

fn papers(folder: &Path) -> io::Result<()> {
    write::text(
        &folder.join("roster.csv"),
        "personne;fonction;organisme;fichier;du;au;certitude;preuve;date de la preuve\n\
         Marcel Dourvanet;directeur;Théâtre des Deux-Rives;abonnes;2006-09-01;;certain;contrat;2014-06-30\n\
         Inès Gravalin;responsable de la billetterie;Théâtre des Deux-Rives;abonnes;2011-01-03;2014-03-04;certain;solde de tout compte;\n\
         Rémi Bessignac;stagiaire à la communication;Théâtre des Deux-Rives;abonnes;début 2014;fin mars 2014;possible;convention de stage;\n\
         Karima Escaïron;adjointe à la culture;Ville d'Ostrelac;;2008-03-21;2014-03-30;certain;délibération;\n\
         Yann Sarralet;bibliothécaire;Médiathèque d'Ostrelac;mediatheque;2010-05-01;;certain;fiche de poste;2014-05-01\n",
    )?;
    write::text(
        &folder.join("access-log.csv"),
        "fichier;date;personne;action;lignes;note\n\
         abonnes;2014-01-10;Inès Gravalin;consultation;1;échange de place\n\
         abonnes;2014-03-06;Marcel Dourvanet;export;2210;filtre commune = Ostrelac\n\
         abonnes;2014-03-20;Rémi Bessignac;consultation;;programme du printemps\n",
    )?;
    write::text(
        &folder.join("events.csv"),
        "date;intitulé;type;note\n2014-03-05;Article de presse sur la politique culturelle;autre;aire plus large que la commune\n2014-03-23;Élections municipales, premier tour;élection;\n2014-03-30;Élections municipales, second tour;élection;\n",
    )?;
    write::text(
        &folder.join("incident.toml"),
        r#"# DONNÉES FICTIVES / FICTITIOUS DATA
[incident]
title = "Courriel aux abonnés du Théâtre des Deux-Rives"
language = "fr"
timezone = "Europe/Paris"
pool = 60000
until = 2014-04-30

[[messages]]
path = "messages/*.eml"
found_by = "open-call"
obtained = "Remis par les spectateurs, format original"

[[recipients]]
path = "non-destinataires.csv"
found_by = "open-call"

[[sources]]
id = "abonnes"
name = "Fichier des abonnés"
controller = "Théâtre des Deux-Rives"
purpose = "Gestion des abonnements, actualité culturelle"
kind = "held"
first_known = 2013-09-01
  [[sources.snapshots]]
  path = "sources/abonnes-2013-10-01.csv"
  as_of = 2013-10-01
  [[sources.snapshots]]
  path = "sources/abonnes-2014-04-01.csv"
  as_of = 2014-04-01

[[sources]]
id = "mediatheque"
name = "Inscrits de la médiathèque"
controller = "Ville d'Ostrelac"
purpose = "Prêt de documents"
kind = "held"
  [[sources.snapshots]]
  path = "sources/mediatheque-2014-02-01.csv"
  as_of = 2014-02-01

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
        "# What was planted, for the tests and for « vérifier ma conclusion ».\nbest = \"abonnes\"\nslice = \"Ostrelac\"\ncopied_on = 2014-03-06\nholders = [\"Marcel Dourvanet\", \"Rémi Bessignac\"]\n",
    )?;
    write::text(
        &folder.join("README.md"),
        "# Le théâtre / The theatre\n\n**DONNÉES FICTIVES / FICTITIOUS DATA**\n\n\
         Dix jours avant une élection, la direction d'un théâtre écrit à ses abonnés pour louer l'équipe sortante. Le fichier couvre trois communes ; seuls des abonnés d'Ostrelac se sont fait connaître, et des abonnés des deux autres communes n'ont rien reçu.\n\n\
         Ten days before an election a theatre writes to its subscribers in praise of the outgoing council. The file covers three towns; only subscribers from Ostrelac came forward, and subscribers from the two other towns received nothing.\n\n\
         `sourcier run incident.toml --out DIR` ; `answer.toml` holds what was planted.\n",
    )
}
