//! Pupils texted by the president of their region with the youth-pass file; some had agreed to it (modelled on domain.md §2, C03).
//!
//! The pass file was copied on 28 August 2018; the SMS went out on 4 September 2018.

use crate::people::{Maker, Person, french, mobile};
use crate::write;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use std::io;
use std::path::Path;

const COPIED: Date = date(2018, 8, 28);
const SNAPSHOTS: [Date; 2] = [date(2018, 7, 2), date(2018, 10, 1)];

pub fn make(folder: &Path) -> io::Result<()> {
    let mut maker = Maker::new(2018);
    let mut pupils = Vec::new();
    for _ in 0..7_000 {
        let joined = maker.day(date(2017, 6, 1), date(2018, 10, 1));
        let mut person = maker.person(joined);
        if maker.chance(0.2) {
            person.left = Some(maker.day(joined.saturating_add(jiff::Span::new().days(20)), date(2019, 1, 1)));
        }
        pupils.push(person);
    }
    let consents: Vec<bool> = pupils.iter().map(|_| maker.chance(0.86)).collect();
    for day in SNAPSHOTS {
        let rows: Vec<Vec<String>> = pupils
            .iter()
            .zip(&consents)
            .filter(|(p, _)| p.is_in(day))
            .map(|(p, agreed)| {
                vec![
                    format!("PJ{:06}", p.number),
                    p.last.to_uppercase(),
                    p.first.clone(),
                    damaged(p),
                    if *agreed { "oui" } else { "non" }.to_owned(),
                    french(p.joined),
                ]
            })
            .collect();
        write::csv(
            &folder.join(format!("sources/pass-{day}.csv")),
            &["N° de pass", "Nom", "Prénom", "Portable", "Accord information régionale", "Créé le"],
            &rows,
        )?;
    }
    club(folder, &mut maker, &pupils)?;
    let (texted, controls) = choose(&mut maker, &pupils);
    phones(folder, &texted[..9])?;
    let declared: Vec<Vec<String>> = texted[9..]
        .iter()
        .map(|p| (p, "oui"))
        .chain(controls.iter().map(|p| (p, "non")))
        .enumerate()
        .map(|(at, (p, received))| {
            vec![
                format!("d{:02}", at + 1),
                p.first.clone(),
                p.phone.replace(' ', "."),
                received.to_owned(),
                if received == "oui" { "2018-09-04" } else { "" }.to_owned(),
            ]
        })
        .collect();
    write::csv(&folder.join("declarations-lyceens.csv"), &["recipient_id", "Prénom", "Téléphone", "Reçu", "Reçu le"], &declared)?;
    papers(folder)
}

/// The file is dirty: spaces, country codes, and a spreadsheet that ate leading zeros.
fn damaged(person: &Person) -> String {
    match person.number % 4 {
        0 => person.phone.replace(' ', ""),
        1 => format!("+33 {}", &person.phone[1..]),
        2 => person.phone.replace(' ', "").trim_start_matches('0').to_owned(),
        _ => person.phone.clone(),
    }
}

/// A federation of sports clubs: a rival file.
fn club(folder: &Path, maker: &mut Maker, pupils: &[Person]) -> io::Result<()> {
    let mut rows = Vec::new();
    for p in pupils {
        if maker.chance(0.15) {
            rows.push(vec![p.last.clone(), p.first.clone(), p.phone.clone(), french(p.joined)]);
        }
    }
    for number in 7_001..9_990_u32 {
        let joined = maker.day(date(2015, 9, 1), date(2018, 7, 1));
        let p = maker.person(joined);
        rows.push(vec![p.last, p.first, mobile(number), french(joined)]);
    }
    write::csv(&folder.join("sources/licencies-2018-07-15.csv"), &["Nom", "Prénom", "Mobile", "Licencié depuis"], &rows)
}

fn choose(maker: &mut Maker, pupils: &[Person]) -> (Vec<Person>, Vec<Person>) {
    let present: Vec<&Person> = pupils.iter().filter(|p| p.is_in(COPIED)).collect();
    let mut texted: Vec<Person> = present.iter().filter(|p| p.joined >= date(2018, 8, 20)).take(6).map(|p| (*p).clone()).collect();
    while texted.len() < 44 {
        let p = (*maker.pick(&present)).clone();
        if texted.iter().all(|t| t.number != p.number) {
            texted.push(p);
        }
    }
    // The first nine lent their telephones; mix newcomers in by turning the list.
    texted.rotate_left(3);
    let controls = pupils.iter().filter(|p| p.joined > COPIED && p.joined < date(2018, 9, 4) && p.left.is_none()).take(5).cloned().collect();
    (texted, controls)
}

/// As the backup writes what is not ASCII.
fn escaped(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii() { c.to_string() } else { format!("&#{};", u32::from(c)) }).collect()
}

/// One backup per telephone, with other texts around the one that matters.
fn phones(folder: &Path, owners: &[Person]) -> io::Result<()> {
    for (at, owner) in owners.iter().enumerate() {
        let sent = date(2018, 9, 4).at(7, 58, i8::try_from(at * 5).unwrap_or_default(), 0);
        // One first name did not make it into its text.
        let greeted = if at == 6 { "[PRENOM]".to_owned() } else { escaped(&owner.first) };
        let millis = sent.to_zoned(TimeZone::get("Europe/Paris").expect("a known zone")).expect("a valid time").timestamp().as_millisecond();
        let mut xml = String::from("<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n<!-- DONNÉES FICTIVES / FICTITIOUS DATA -->\n");
        xml.extend([format!("<smses count=\"1\" backup_set=\"fictif-{at}\" backup_date=\"{}\" type=\"full\">", millis + 86_400_000)]);
        xml.push('\n');
        xml.extend([format!(
            "  <sms protocol=\"0\" address=\"38099\" date=\"{millis}\" type=\"1\" subject=\"null\" body=\"Bonne rentr&#233;e {greeted} ! Travaillez bien, soyez fiers de votre r&#233;gion. Aur&#233;lien Chantevigne &#55357;&#56832;\" toa=\"null\" sc_toa=\"null\" service_center=\"null\" read=\"1\" status=\"-1\" locked=\"0\" date_sent=\"{}\" sub_id=\"1\" readable_date=\"4 sept. 2018 07:58:{:02}\" contact_name=\"(Unknown)\" />",
            millis - 1000,
            at * 5
        )]);
        xml.push('\n');
        xml.push_str("</smses>\n");
        write::text(&folder.join(format!("messages/telephone-{:02}-{}.xml", at + 1, owner.number)), &xml)?;
    }
    // One entry a telephone: a backup does not say whose it is.
    let entry = |(at, owner): (usize, &Person)| {
        format!(
            "[[messages]]\npath = \"messages/telephone-{:02}-{}.xml\"\nrecipients = [\"{}\"]\nfound_by = \"open-call\"\nobtained = \"Sauvegarde du téléphone, remise par son propriétaire\"\n\n",
            at + 1,
            owner.number,
            owner.phone
        )
    };
    let entries = owners.iter().enumerate().map(entry).collect::<Vec<_>>().concat();
    write::text(&folder.join("incident.toml"), &format!("{HEAD}{entries}{TAIL}"))
}

const HEAD: &str = r#"# DONNÉES FICTIVES / FICTITIOUS DATA
[incident]
title = "SMS de rentrée aux lycéens"
language = "fr"
timezone = "Europe/Paris"
pool = 180000
until = 2018-12-31

"#;

const TAIL: &str = r#"[[recipients]]
path = "declarations-lyceens.csv"
found_by = "open-call"

[[sources]]
id = "pass"
name = "Fichier du pass Jeunes"
controller = "Région Haute-Dourvane"
purpose = "Gestion du pass ; information sur les dispositifs régionaux avec accord"
kind = "held"
first_known = 2017-06-01
  [[sources.snapshots]]
  path = "sources/pass-2018-07-02.csv"
  as_of = 2018-07-02
  [[sources.snapshots]]
  path = "sources/pass-2018-10-01.csv"
  as_of = 2018-10-01

[[sources]]
id = "licencies"
name = "Licenciés de la fédération sportive"
controller = "Fédération sportive de Haute-Dourvane"
purpose = "Gestion des licences"
kind = "held"
  [[sources.snapshots]]
  path = "sources/licencies-2018-07-15.csv"
  as_of = 2018-07-15

[[sources]]
id = "courtier"
name = "Fichier d'un courtier en données"
controller = "Contacts Sarrac"
purpose = "Location d'adresses"
kind = "declared"
size = 60000
coverage = 0.3

[[roster]]
path = "roster.csv"

[[access_log]]
path = "access-log.csv"

[[events]]
path = "events.csv"
"#;

fn papers(folder: &Path) -> io::Result<()> {
    write::text(
        &folder.join("roster.csv"),
        "personne;fonction;organisme;fichier;du;au;certitude;preuve;date de la preuve\n\
         Aurélien Chantevigne;président;Région Haute-Dourvane;pass;2016-01-04;;possible;procès-verbal d'installation;2018-12-31\n\
         Thérèse Naudrilet;directrice de la jeunesse;Région Haute-Dourvane;pass;2016-09-01;;certain;arrêté;2018-11-30\n\
         Urbival Services;prestataire du pass;Urbival Services;pass;2017-06-01;2020-05-31;certain;marché public;\n\
         Guillaume Quintarel;directeur de cabinet;Région Haute-Dourvane;pass;2018-09-03;;possible;arrêté;2018-12-31\n",
    )?;
    write::text(
        &folder.join("access-log.csv"),
        "fichier;date;personne;action;lignes;note\n\
         pass;2018-08-28;Urbival Services;export;5120;demande du cabinet\n\
         pass;2018-08-28;Urbival Services;transmission;5120;dépôt sécurisé\n",
    )?;
    write::text(
        &folder.join("events.csv"),
        "date;intitulé;type;note\n2018-09-03;Rentrée scolaire;autre;\n2018-09-06;Premières réclamations de parents;demande;\n2018-10-15;Réponse de la région;réponse;évoque un accord coché à l'inscription\n",
    )?;
    write::text(
        &folder.join("answer.toml"),
        "# What was planted, for the tests and for « vérifier ma conclusion ».\nbest = \"pass\"\ncopied_on = 2018-08-28\nholders = [\"Thérèse Naudrilet\", \"Urbival Services\"]\n\
         # The texts greet by first name; one was left unfilled.\nmerge_fields = [\"prénom\"]\nunfilled = [\"[PRENOM]\"]\n",
    )?;
    write::text(
        &folder.join("README.md"),
        "# Les lycéens / The pupils\n\n**DONNÉES FICTIVES / FICTITIOUS DATA**\n\n\
         Le jour de la rentrée, des lycéens reçoivent un SMS signé du président de leur région, qui ne parle pas du pass pour lequel ils ont donné leur numéro. Neuf téléphones ont été remis ; d'autres lycéens ont déclaré l'avoir reçu. Une partie avait accepté d'être informée. Les SMS appellent chacun par son prénom (dans l'un d'eux le champ est resté vide).\n\n\
         On the first day of school pupils get a text signed by the president of their region that does not mention the pass they gave their number for. Nine telephones were handed over; other pupils declared that they got it. Some had agreed to be informed. The texts greet everybody by first name (in one of them the field was left unfilled).\n\n\
         `sourcier run incident.toml --out DIR` ; `answer.toml` holds what was planted.\n",
    )
}
