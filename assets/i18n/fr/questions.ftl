# Le questionnaire neutre : aucune réponse n’y est suggérée, tous les fichiers y figurent, dans l’ordre de leurs noms.

questions-column-reference = Référence
questions-column-person = Personne interrogée
questions-column-contact = Coordonnée en question
questions-column-file = Fichier
questions-column-title = Organisme et nom du fichier
questions-column-answer = Réponse
questions-column-since = Depuis quand
questions-column-given-as = Avec quelle adresse
questions-column-exclusive = À personne d’autre
questions-column-note = Remarque

questions-none = aucun de ceux-ci
questions-unknown = ne sait pas
questions-yes = oui
questions-no = non
questions-table-hint = Dans la colonne « Réponse », écrivez { $yes }, { $no } ou « ne sait pas » à chaque ligne ; ce qui reste vide reste sans réponse.

questions-form-title = Questionnaire
questions-form-reference = Référence : { $reference }
questions-form-person = Personne interrogée : { $person }
questions-form-contact = La question porte sur cette coordonnée : { $contact }
questions-form-intro = Répondez de mémoire ou, mieux, d’après vos papiers. Aucune réponse n’est attendue plutôt qu’une autre, et « ne sait pas » en est une. Les fichiers sont dans l’ordre de leurs noms.
questions-form-ask = Dans les fichiers desquels de ces organismes figuriez-vous, depuis quand et avec quelle adresse ou quel numéro ?
questions-form-when = depuis (et jusqu’à) : ………………… avec l’adresse ou le numéro : …………………
questions-form-else = Avez-vous donné cette même coordonnée à d’autres encore ?
questions-form-else-nobody = à personne d’autre
questions-form-else-others = à d’autres : …………………
questions-form-else-unknown = ne sait pas
questions-form-remark = Autres précisions
questions-form-sign = Date : ………………… Signature : …………………

questions-done = { $n ->
    [one] Questionnaire pour { $count } personne : { $file }
   *[other] Questionnaire pour { $count } personnes : { $file }
}
questions-forms-done = { $n ->
    [one] { $count } formulaire à imprimer : { $folder }
   *[other] { $count } formulaires à imprimer : { $folder }
}
questions-read-back = Une fois rempli, il se relit tel quel : sourcier import { $case } { $file } --as statements

## Ce qui a été répondu

questions-said-yes = Dit avoir figuré dans le fichier « { $source } ».
questions-said-only = Dit n’avoir donné cette coordonnée qu’au titulaire du fichier « { $source } ».
questions-said-no = Dit ne pas avoir figuré dans le fichier « { $source } » ; le calcul n’en tient pas compte.
questions-said-since = Depuis : { $day }.
questions-said-as = Avec : { $given }.
questions-said-reliability = Fiabilité : { $reliability }.
questions-said-note = Remarque : « { $note } ».
