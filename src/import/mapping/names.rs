//! What columns are called, in French and in English.
//!
//! Names are in the plain form of [`super::plain`]. A whole name says more than a part of one; a part is only listed where it cannot mean something else.

use crate::model::{Field, ImportKind};

/// How well a column's name fits a field: 100 for one of its whole names, less for a name that only contains one, 0 if it does not.
pub fn fit(field: Field, name: &str, kind: ImportKind) -> u32 {
    if name.is_empty() {
        return 0;
    }
    if name.split(' ').eq(field.key().split('_')) {
        return 110;
    }
    let (whole, parts) = names(field, kind);
    if whole.split(", ").any(|known| known == name) {
        return 100;
    }
    let words: Vec<&str> = name.split(' ').collect();
    let longest = parts.split(", ").filter(|part| !part.is_empty()).filter_map(|part| {
        let wanted: Vec<&str> = part.split(' ').collect();
        words.windows(wanted.len()).any(|window| window == wanted).then_some(wanted.len())
    });
    longest.max().map_or(0, |length| (60 + 10 * length).saturating_sub(3 * (words.len() - length)).max(1) as u32)
}

/// Whole names, and parts of names, with commas between them.
fn names(field: Field, kind: ImportKind) -> (&'static str, &'static str) {
    match field {
        Field::Email => (
            "email, e mail, mail, courriel, mel, adresse mail, adresse email, adresse e mail, adresse electronique, email address, \
             contact mail, adresse courriel",
            "email, e mail, mail, courriel, adresse electronique",
        ),
        Field::Phone => (
            "telephone, tel, mobile, portable, gsm, phone, numero, numero de telephone, phone number, mobile number, cell, cell \
             phone, num tel, n tel",
            "telephone, tel, mobile, portable, gsm, phone",
        ),
        Field::Name => (
            "nom complet, nom et prenom, nom prenom, prenom nom, prenom et nom, nom prenoms, full name, fullname, identite, \
             beneficiaire, destinataire, adherent, contact, display name",
            "nom complet, full name, nom et prenom",
        ),
        Field::FirstName => {
            ("prenom, prenoms, first name, firstname, given name, given names, forename, prenom usuel, prenom 1", "prenom, first name, given name")
        }
        Field::LastName => (
            "nom, nom de famille, last name, lastname, surname, family name, nom usuel, nom d usage, nom usage, nom patronymique, \
             nom naissance, nom de naissance",
            "nom de famille, last name, surname, family name, nom usuel, nom d usage",
        ),
        Field::Civility => ("civilite, civ, titre, title, civility, salutation, appel, politesse, m mme", "civilite"),
        Field::StreetNumber => (
            "numero de voie, numero voie, n voie, no voie, num voie, numero rue, n rue, street number, house number, numero de rue, \
             numero dans la voie",
            "street number, house number, numero de voie, numero voie",
        ),
        Field::Street => (
            "adresse, rue, voie, street, address, adresse 1, adresse1, address 1, address line 1, adresse postale, libelle voie, \
             nom de voie, nom voie, ligne 4, adresse ligne 1",
            "rue, adresse postale, street address, nom de la voie, libelle de voie",
        ),
        Field::AddressExtra => (
            "complement, complement adresse, complement d adresse, adresse 2, adresse2, address 2, address line 2, batiment, \
             appartement, residence, etage, apartment, address extra, adresse ligne 2",
            "complement d adresse, complement adresse",
        ),
        Field::Postcode => (
            "code postal, cp, codepostal, postcode, post code, postal code, zip, zip code, zipcode, code post",
            "code postal, postal code, postcode, zip code",
        ),
        Field::City => (
            "ville, commune, localite, city, town, suburb, bureau distributeur, libelle commune, nom commune, nom de la commune",
            "ville, commune, localite",
        ),
        Field::Country => ("pays, country, code pays, country code", ""),
        Field::BirthDate => (
            "date de naissance, date naissance, naissance, ne le, nee le, ne e le, birth date, birthdate, birthday, date of birth, \
             dob, ddn",
            "date de naissance, date naissance, birth date, date of birth",
        ),
        Field::Identifier => (
            "numero d adherent, numero adherent, n adherent, no adherent, num adherent, n d adherent, numero de membre, numero \
             membre, member number, membership number, member id, membership id, matricule, customer id, customer number, client \
             number, numero client, numero de client, n client, id client, numero allocataire, n allocataire, numero de locataire, \
             numero locataire, n locataire, tenant number, tenant id, numero d abonne, numero abonne, n abonne, subscriber number, \
             subscriber id, ine, nia, numero etudiant, student id, student number, pupil id, numero de contrat, numero contrat, \
             carte, numero de carte, id adherent, id membre, identifiant adherent, identifiant client, numero d inscription, nir, \
             numero de securite sociale, n securite sociale, social security number, ssn, soc sec id, national id",
            "matricule, numero d adherent, numero de membre, numero de locataire, numero d abonne, membership number, member \
             number, customer number",
        ),
        Field::RecipientId => {
            ("id, identifiant, recipient, id destinataire, destinataire id, ref, reference, temoin, destinataire", "recipient id, id destinataire")
        }
        Field::RecordId => (
            "id, identifiant, record, n, no, num, numero, cle, code, key, uid, uuid, id personne, id fiche, numero de fiche, ref, \
             reference, row id, id enregistrement",
            "record id, id fiche",
        ),
        Field::Received => ("recu, a recu, received, message recu, has received, touche", "message recu, a recu"),
        Field::SentAt => (
            "envoye le, date d envoi, date envoi, envoi, expedie le, sent, sent on, sent date, date sent, send date, recu le, date \
             de reception, date reception, received on, received at, date",
            "date d envoi, date envoi, envoye le, sent at, sent on, date de reception",
        ),
        Field::RenderedName => (
            "nom affiche, nom fusionne, nom dans le message, nom imprime, adresse a, salutation, rendered name, name as printed, \
             name in message, greeting",
            "nom affiche, rendered name, nom dans le message",
        ),
        Field::FoundBy => (
            "trouve par, trouve, found, how found, origine du temoignage, mode de collecte, recrutement, decouvert par, found \
             through",
            "trouve par, found by",
        ),
        Field::Campaign => ("campagne, envoi, vague, mailing, campaign id, id campagne", "campagne, campaign"),
        Field::Sigma => ("force, intensite, strength", ""),
        Field::Joined => (
            "adhesion, date d adhesion, date adhesion, inscription, date d inscription, date inscription, entree, date d entree, \
             date entree, entre le, arrivee, date d arrivee, adherent depuis, membre depuis, abonne depuis, client depuis, depuis, \
             inscrit le, inscrit depuis, ajoute le, cree le, date de creation, date creation, premiere adhesion, member since, \
             customer since, since, join date, date joined, joined on, subscribed, subscribed on, subscribed at, created, created \
             at, created on, added, added on, start date, date de debut, date debut, debut, entry date",
            "date d adhesion, date adhesion, date d inscription, date inscription, date d entree, member since, join date, premiere \
             adhesion",
        ),
        Field::Left => (
            "radiation, date de radiation, date radiation, sortie, date de sortie, date sortie, sorti le, depart, date de depart, \
             date depart, parti le, demission, date de demission, resiliation, date de resiliation, resilie le, fin d adhesion, fin \
             adhesion, date de fin, date fin, fin, desinscription, date de desinscription, desinscrit le, desabonnement, date de \
             desabonnement, desabonne le, supprime le, left on, leave date, leaving date, unsubscribed, unsubscribed on, \
             unsubscribed at, end date, removed, removed on, deleted at, cancelled, cancelled on, exit date",
            "date de radiation, date de sortie, date de depart, date de resiliation, fin d adhesion, date de desinscription, date \
             de desabonnement, leave date",
        ),
        Field::Source => (
            "fichier, base, base de donnees, file, database, dataset, source id, id source, registre, liste, logiciel, application, \
             system, systeme",
            "fichier, source",
        ),
        Field::GivenOn => (
            "date, donne le, donnee le, communique le, communiquee le, remis le, date de remise, date de communication, given, date \
             given, quand, when, depuis quand, since when, le",
            "donne le, communique le, given on",
        ),
        Field::Exclusive => (
            "exclusif, exclusive, exclusivite, uniquement, seulement, only, adresse dediee, dedie, dediee, dedicated, unique, a personne d \
             autre, to nobody else",
            "exclusif, exclusive, exclusivement",
        ),
        Field::Reliability => ("fiabilite, confiance, poids, trust, confidence, weight", "fiabilite, reliability"),
        Field::Answer => ("reponse, reponses, answer, reply, y figuriez vous, were you in it", "reponse"),
        Field::GivenAs => (
            "avec quelle adresse, adresse donnee, adresse communiquee, coordonnee donnee, numero donne, with which address, address given, given as",
            "adresse donnee, address given",
        ),
        Field::Person => (
            "personne, nom, name, nom complet, nom et prenom, nom prenom, prenom nom, prenom et nom, full name, qui, who, \
             utilisateur, user, user name, username, login, compte, account, agent, titulaire, holder, salarie, employee, elu, \
             acteur, par, by",
            "personne, person, utilisateur, user",
        ),
        Field::Post => {
            ("poste, fonction, mandat, role, titre, qualite, emploi, position, job, job title, title, office, charge", "fonction, poste, mandat")
        }
        Field::Body => (
            "organisme, organisation, organization, structure, entite, instance, institution, parti, association, service, \
             employeur, employer, party, company, societe, collectivite",
            "organisme, organisation, organization",
        ),
        Field::From => (
            "du, de, debut, date de debut, date debut, depuis, entree, date d entree, entree en fonction, prise de fonction, prise \
             de poste, nomination, date de nomination, premier jour, start, start date, since, begin, first day, from date",
            "date de debut, date debut, prise de fonction, entree en fonction, start date",
        ),
        Field::To => (
            "au, a, fin, date de fin, date fin, jusqu au, jusque, sortie, date de sortie, fin de fonction, fin de fonctions, \
             cessation, cessation de fonction, depart, date de depart, dernier jour, end, end date, until, last day, to date, till",
            "date de fin, date fin, fin de fonction, fin de fonctions, cessation de fonction, end date, dernier jour",
        ),
        Field::Certainty => ("certitude, certain, surete, degre de certitude, statut, acces certain", "certitude, certainty"),
        Field::Proof => (
            "preuve, piece, pieces, justificatif, document, source documentaire, evidence, reference, pv, proces verbal",
            "preuve, justificatif, proof",
        ),
        Field::ProofDate => (
            "date de la preuve, date preuve, date de preuve, date de la piece, date piece, date du document, date document, date du \
             justificatif, evidence date, document date, proof on",
            "date de la preuve, date de la piece, date du document, proof date",
        ),
        Field::At => match kind {
            ImportKind::AccessLog => (
                "date, horodatage, date et heure, date heure, quand, le, timestamp, datetime, date time, when, time, moment, jour, day",
                "horodatage, timestamp, date et heure, date",
            ),
            _ => ("date, jour, quand, le, when, day, date de l evenement, event date, on", "date"),
        },
        Field::Action => (
            "acte, operation, type, type d action, type d acces, nature, evenement, event, access, acces, activity, activite, what",
            "action, operation",
        ),
        Field::Rows => (
            "lignes, nombre de lignes, nb lignes, nb, nombre, volume, enregistrements, nombre d enregistrements, fiches, count, row \
             count, records, number of rows, quantite",
            "lignes, enregistrements, rows, records",
        ),
        Field::Note => (
            "notes, remarque, remarques, commentaire, commentaires, observation, observations, comment, comments, remark, details, \
             detail, description, precision, precisions",
            "remarque, commentaire, observation, comment",
        ),
        Field::Title => (
            "titre, intitule, evenement, libelle, objet, event, label, name, nom, what, quoi, fait, description, sujet, subject",
            "titre, intitule, evenement",
        ),
        Field::Kind => ("type, nature, genre, categorie, category, sorte, type d evenement, event type, sort", "type, categorie"),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{fields, plain};
    use super::*;

    #[test]
    fn every_name_is_listed_in_the_form_it_is_compared_in() {
        for kind in
            [ImportKind::Recipients, ImportKind::Source, ImportKind::Roster, ImportKind::Statements, ImportKind::AccessLog, ImportKind::Events]
        {
            for field in fields(kind) {
                let (whole, parts) = names(field, kind);
                for name in whole.split(", ").chain(parts.split(", ")) {
                    assert_eq!(plain(name), name, "{field:?}");
                }
            }
        }
    }

    #[test]
    fn a_whole_name_says_more_than_a_part_and_a_part_more_than_nothing() {
        let fit = |name| fit(Field::Email, name, ImportKind::Source);
        assert!(fit("email") > fit("courriel") && fit("courriel") > fit("courriel du membre") && fit("courriel du membre") > 0);
        assert_eq!(fit("ville"), 0);
    }
}
