//! Members of a party mailed twice by two former officers for another movement (modelled on domain.md §2, C04).
//!
//! The members' file was copied on 14 May 2010. One officer's post ended on 30 June 2010, the other's at the end of May; the mails went out on
//! 14 December 2010 and 8 February 2011.
//!
//! Planted beside that: the mails show names as the members' file writes them, capitals, typing errors and an old surname included, where the newsletter
//! has them right; one member gave the party an address with a tag; one row of the members' file is a seeded address; and a mutual-aid fund handed over
//! its file sealed.

use crate::adherents_planted::{self as planted, Planted};
use crate::people::{Maker, Person, french};
use crate::write::{self, Mail};
use jiff::civil::{Date, date};
use std::io;
use std::path::Path;

const COPIED: Date = date(2010, 5, 14);
const SNAPSHOTS: [Date; 2] = [date(2010, 1, 15), date(2010, 10, 1)];

pub fn make(folder: &Path) -> io::Result<()> {
    let mut maker = Maker::new(2010);
    let members = members(&mut maker);
    let mut friends = newsletter(&mut maker, &members);
    let (chosen, controls) = choose(&mut maker, &members);
    let planted = Planted::among(&chosen);
    planted.put_into(&mut friends);
    write::csv(&folder.join("sources/lettre-2010-09-01.csv"), &["Courriel", "Prénom", "Nom", "Inscription"], &friends)?;
    for day in SNAPSHOTS {
        snapshot(folder, &members, &planted, day)?;
    }
    planted::sealed_fund(folder, &members)?;
    mails(folder, &mut maker, &chosen, &planted)?;
    let rows: Vec<Vec<String>> = controls
        .iter()
        .enumerate()
        .map(|(at, p)| vec![format!("t{:02}", at + 1), p.last.clone(), p.first.clone(), p.email.clone(), "non".to_owned()])
        .collect();
    write::csv(&folder.join("temoins.csv"), &["recipient_id", "Nom", "Prénom", "Courriel", "Reçu"], &rows)?;
    let stated: Vec<Vec<String>> = chosen
        .iter()
        .take(12)
        .enumerate()
        .map(|(at, p)| {
            vec![p.email.clone(), "adherents".to_owned(), french(p.joined), if at % 4 == 3 { "non" } else { "oui" }.to_owned(), "0,9".to_owned()]
        })
        .collect();
    write::csv(&folder.join("declarations.csv"), &["Courriel", "Fichier", "Donnée le", "Exclusive", "Fiabilité"], &stated)?;
    papers(folder)
}

fn members(maker: &mut Maker) -> Vec<Person> {
    let mut members = Vec::new();
    for _ in 0..4_600 {
        let joined = maker.day(date(2007, 1, 1), date(2010, 12, 1));
        let mut person = maker.person(joined);
        if maker.chance(0.22) {
            let left =
                maker.day(joined.saturating_add(jiff::Span::new().days(60)), date(2011, 4, 1).max(joined.saturating_add(jiff::Span::new().days(61))));
            person.left = Some(left);
        }
        members.push(person);
    }
    members
}

fn snapshot(folder: &Path, members: &[Person], planted: &Planted, day: Date) -> io::Result<()> {
    let rows: Vec<Vec<String>> = members
        .iter()
        // Those who left stay on file for a while, with the day they left.
        .filter(|p| p.joined <= day && p.left.is_none_or(|left| left >= date(2009, 6, 1)))
        .map(|p| {
            let number = format!("{:06}", p.number + 1200);
            let left = p.left.filter(|&left| left <= day).map(french).unwrap_or_default();
            vec![
                number,
                p.civility().to_owned(),
                planted.last(p).to_uppercase(),
                planted.first(p),
                planted.email(p),
                p.phone.clone(),
                "Morvencourt".to_owned(),
                french(p.joined),
                left,
                planted.remark(p).to_owned(),
            ]
        })
        .collect();
    let header = ["N° adhérent", "Civilité", "Nom", "Prénom", "Courriel", "Téléphone", "Ville", "Date d'adhésion", "Date de départ", "Remarque"];
    // The older state was saved by an older spreadsheet.
    let path = folder.join(format!("sources/adherents-{day}.csv"));
    if day == SNAPSHOTS[0] { write::csv_ansi(&path, &header, &rows) } else { write::csv(&path, &header, &rows) }
}

/// The public newsletter: some members and many others.
fn newsletter(maker: &mut Maker, members: &[Person]) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for person in members {
        if maker.chance(0.18) {
            rows.push(vec![person.email.clone(), person.first.clone(), person.last.clone(), french(maker.day(person.joined, date(2011, 1, 1)))]);
        }
    }
    for _ in 0..5_200 {
        let joined = maker.day(date(2008, 1, 1), date(2010, 9, 1));
        let person = maker.person(joined);
        rows.push(vec![person.email, person.first, person.last, french(joined)]);
    }
    rows
}

/// Those who answered the call: members of the day of the copy, some of whom joined just before or have left since; and controls, who joined after
/// the copy or had left before and received nothing.
fn choose(maker: &mut Maker, members: &[Person]) -> (Vec<Person>, Vec<Person>) {
    let within = |from: Date, until: Date, day: Date| from <= day && day < until;
    let present: Vec<&Person> = members.iter().filter(|p| p.is_in(COPIED)).collect();
    let mut chosen: Vec<Person> = Vec::new();
    let joined_just_before = present.iter().filter(|p| within(date(2010, 4, 25), date(2010, 5, 14), p.joined)).take(5);
    let left_just_after = present.iter().filter(|p| p.left.is_some_and(|left| within(date(2010, 5, 18), date(2010, 7, 10), left))).take(5);
    chosen.extend(joined_just_before.chain(left_just_after).map(|p| (*p).clone()));
    while chosen.len() < 36 {
        let person = (*maker.pick(&present)).clone();
        if chosen.iter().all(|p| p.number != person.number) {
            chosen.push(person);
        }
    }
    // Two who are in no file we know.
    for _ in 0..2 {
        chosen.push(maker.person(COPIED));
    }
    let joined_after = members.iter().filter(|p| within(date(2010, 5, 17), date(2010, 8, 1), p.joined) && p.left.is_none()).take(6);
    let left_before = members.iter().filter(|p| p.left.is_some_and(|left| within(date(2010, 3, 1), date(2010, 5, 12), left))).take(3);
    let controls = joined_after.chain(left_before).cloned().collect();
    (chosen, controls)
}

fn mails(folder: &Path, maker: &mut Maker, chosen: &[Person], planted: &Planted) -> io::Result<()> {
    let first = "Chers amis,\n\nVous avez partagé nos combats. Nous ouvrons aujourd'hui une nouvelle page avec le Cercle Horizon Commun\net nous vous invitons à sa réunion fondatrice, le 11 janvier à Morvencourt.\n\nLes fondateurs du Cercle Horizon Commun\n";
    let second = "Bonjour,\n\nLe Cercle Horizon Commun compte déjà trois cents membres. Rejoignez-nous avant le printemps :\nvotre soutien fera la différence.\n\nLes fondateurs du Cercle Horizon Commun\n";
    let mut mailbox = String::new();
    for (at, person) in chosen.iter().enumerate() {
        let minute = i8::try_from(at % 50).unwrap_or_default();
        let mail = Mail {
            from: "Cercle Horizon Commun <contact@horizon-commun.example>",
            sender_host: "horizon-commun.example",
            to_name: &format!("{} {}", planted.first(person), planted.last(person).to_uppercase()),
            to: &planted.email(person),
            delivered: at % 3 != 0,
            subject: "Une nouvelle page s'ouvre à Morvencourt",
            at: date(2010, 12, 14).at(9, minute, 12, 0),
            offset: "+0100",
            id: format!("20101214.{at:04}"),
            body: first,
        };
        // Some were handed over one by one, the others in a mailbox made by the person who collected them.
        if at < 16 {
            write::text(&folder.join(format!("messages/recu-{:02}.eml", at + 1)), &mail.render())?;
        } else {
            mailbox.extend([format!("From contact@horizon-commun.example Tue Dec 14 09:{minute:02}:12 2010\n{}\n", mail.render())]);
        }
        if maker.chance(0.6) {
            let again = Mail {
                subject: "Le Cercle grandit, rejoignez-nous",
                at: date(2011, 2, 8).at(18, minute, 40, 0),
                id: format!("20110208.{at:04}"),
                body: second,
                ..mail
            };
            mailbox.extend([format!("From contact@horizon-commun.example Tue Feb  8 18:{minute:02}:40 2011\n{}\n", again.render())]);
        }
    }
    write::text(&folder.join("messages/boite.mbox"), &mailbox)
}

fn papers(folder: &Path) -> io::Result<()> {
    write::text(
        &folder.join("roster.csv"),
        "personne;fonction;organisme;fichier;du;au;certitude;preuve;date de la preuve\n\
         Armand Vesperin;secrétaire départemental;Alliance des Rivages, fédération de Morvencourt;adherents;2008-03-01;2010-06-30;certain;PV du bureau du 30 juin 2010;\n\
         Odile Castagnet-Roux;trésorière;Alliance des Rivages, fédération de Morvencourt;adherents;2009-01;mai 2010;certain;PV de l'assemblée générale;\n\
         Armand Vesperin;cofondateur;Cercle Horizon Commun;;2010-09-15;;certain;récépissé de déclaration;2011-02-08\n\
         Odile Castagnet-Roux;cofondatrice;Cercle Horizon Commun;;2010-09-15;;certain;récépissé de déclaration;2011-02-08\n\
         Bastien Oudarlet;responsable du fichier;Alliance des Rivages, fédération de Morvencourt;adherents;2009-06-01;;certain;fiche de poste;2010-11-15\n\
         Solène Garrinac;secrétaire départementale;Alliance des Rivages, fédération de Morvencourt;adherents;2010-07-01;;certain;PV du bureau du 30 juin 2010;2010-12-01\n\
         Hakim Laborquin;chargé de la lettre;Alliance des Rivages, fédération de Morvencourt;lettre;2009-03-01;2010-12-31;possible;organigramme;\n",
    )?;
    write::text(
        &folder.join("access-log.csv"),
        "fichier;date;personne;action;lignes;note\n\
         adherents;2010-02-03;Bastien Oudarlet;consultation;1;recherche d'un adhérent\n\
         adherents;2010-05-14;Armand Vesperin;export;4034;export complet, motif « convocations »\n\
         adherents;2010-11-15;Bastien Oudarlet;export;3920;appel de cotisations\n",
    )?;
    write::text(
        &folder.join("events.csv"),
        "date;intitulé;type;note\n\
         2010-03-14;Élections régionales, premier tour;élection;\n\
         2010-12-20;Demande d'accès et d'origine des données adressée au Cercle;demande;lettre recommandée, cinq destinataires\n\
         2011-01-18;Relance restée sans réponse;demande;\n\
         2011-03-20;Élections cantonales, premier tour;élection;\n\
         ;Réunion du bureau où la copie aurait été évoquée;autre;date inconnue\n",
    )?;
    write::text(
        &folder.join("incident.toml"),
        r#"# DONNÉES FICTIVES / FICTITIOUS DATA
[incident]
title = "Courriels aux adhérents de l'Alliance des Rivages"
language = "fr"
timezone = "Europe/Paris"
pool = 130000
until = 2011-03-31

[[messages]]
path = "messages/*.eml"
found_by = "open-call"
obtained = "Remis par les destinataires, format original"

[[messages]]
path = "messages/boite.mbox"
found_by = "open-call"
obtained = "Boîte constituée par le collectif des destinataires"

[[recipients]]
path = "temoins.csv"
found_by = "open-call"

[[sources]]
id = "adherents"
name = "Fichier des adhérents"
controller = "Alliance des Rivages, fédération de Morvencourt"
purpose = "Gestion des adhésions"
legal_basis = "Exemption de déclaration, loi art. 22-II-3°"
kind = "held"
first_known = 2008-01-01
  [[sources.snapshots]]
  path = "sources/adherents-2010-01-15.csv"
  as_of = 2010-01-15
  [[sources.snapshots]]
  path = "sources/adherents-2010-10-01.csv"
  as_of = 2010-10-01

[[sources]]
id = "lettre"
name = "Lettre d'information publique"
controller = "Alliance des Rivages, fédération de Morvencourt"
purpose = "Envoi de la lettre d'information"
kind = "held"
  [[sources.snapshots]]
  path = "sources/lettre-2010-09-01.csv"
  as_of = 2010-09-01

[[sources]]
id = "liste-electorale"
name = "Liste électorale de Morvencourt"
controller = "Ville de Morvencourt"
purpose = "Opérations électorales"
kind = "declared"
size = 92000
coverage = 0.7
columns = ["nom", "prénoms", "date de naissance", "adresse"]

[[sources]]
id = "caisse"
name = "Caisse d'entraide de Morvencourt"
controller = "Caisse d'entraide de Morvencourt"
purpose = "Secours aux familles"
kind = "sealed"                    # remis en empreintes à clef : personne n'a vu le fichier
key_file = "sources/echange-caisse.key"
  [[sources.snapshots]]
  path = "sources/caisse-2010-10-01.csv"
  as_of = 2010-10-01

[[statements]]
path = "declarations.csv"

[[roster]]
path = "roster.csv"

[[access_log]]
path = "access-log.csv"

[[events]]
path = "events.csv"

[[rivals]]
kind = "electoral-roll"
answer = "spoken-against"
text = "La liste électorale ne porte pas de courriel."

[[rivals]]
kind = "earlier-consent"
answer = "spoken-against"
text = "Interrogés, les destinataires disent n'avoir rien laissé au Cercle avant le premier envoi."

[[rivals]]
kind = "forwarded"
answer = "spoken-against"
text = "Messages remis au format original, livrés à l'adresse de chaque destinataire."

[[rivals]]
kind = "own-section"
title = "Liste tenue par une section locale"
answer = "possible"
text = "Une section pouvait tenir sa propre liste ; question posée au parti, sans réponse à ce jour."
"#,
    )?;
    write::text(
        &folder.join("answer.toml"),
        "# What was planted, for the tests and for « vérifier ma conclusion ».\nbest = \"adherents\"\ncopied_on = 2010-05-14\nholders = [\"Armand Vesperin\", \"Odile Castagnet-Roux\"]\n\
         # The mails show what the members' file writes where the newsletter has it right: so many recipients, so many shared errors of spelling.\n\
         quirks = 4\nspellings = 3\n\
         # One address with a tag that names the file, one seeded row of it; one file handed over sealed.\n\
         tagged = \"adherents\"\nseeded = \"adherents\"\nsealed = [\"caisse\"]\n",
    )?;
    write::text(
        &folder.join("README.md"),
        "# Les adhérents / The members\n\n**DONNÉES FICTIVES / FICTITIOUS DATA**\n\n\
         Deux anciens responsables d'un parti écrivent aux adhérents pour un autre mouvement, en décembre 2010 puis en février 2011. Trente-huit destinataires ont remis leurs messages ; neuf personnes, adhérentes à d'autres dates, n'ont rien reçu. Le fichier des adhérents est connu à deux dates.\n\n\
         À chercher : les messages affichent les noms comme les écrit le fichier des adhérents (capitales, fautes de frappe, un ancien nom) alors que la lettre publique les a justes ; une adresse porte l'étiquette « +adherents » ; une ligne du fichier est une adresse témoin ; la caisse d'entraide n'a remis que des empreintes à clef (`sources/echange-caisse.key`).\n\n\
         Two former officers of a party write to its members for another movement, in December 2010 and again in February 2011. Thirty-eight recipients handed over their messages; nine people who were members at other times received nothing. The members' file is known at two dates.\n\n\
         To be found: the messages show names as the members' file writes them (capitals, typing errors, an old surname) where the public newsletter has them right; one address carries the tag “+adherents”; one row of the file is a seeded address; the mutual-aid fund handed over keyed hashes only (`sources/echange-caisse.key`).\n\n\
         `sourcier run incident.toml --out DIR` ; `answer.toml` holds what was planted.\n",
    )
}
