# rooms

## What several rooms share
rooms-filter = Filtrer
rooms-shown-of = { $shown } sur { $total }
rooms-nothing-matches = Rien ne passe le filtre.
rooms-facet = { $name } ({ $count })
rooms-analysing = Analyse en cours…
rooms-none-of-the-files = aucun des fichiers connus
rooms-share = { $mean } ({ $lo } à { $hi })
rooms-date-empty = La date est vide.
rooms-date-form = « { $raw } » n’est pas une date : écrivez 14/05/2010, 2010-05-14, mai 2010, 2010-05~ ou ../2010-05
rooms-date-none = Il n’y a pas de jour « { $raw } » dans le calendrier.

rooms-presence-present = présent
rooms-presence-absent = absent
rooms-presence-unknown = inconnu
rooms-presence-other = autres coordonnées

rooms-found-open-call = appel ouvert
rooms-found-complete-list = liste complète
rooms-found-circle = cercle : { $source }

## Recipients
rooms-recipients-empty = Aucun destinataire pour l’instant
rooms-recipients-empty-next = Les destinataires viennent des messages importés, ou d’un tableau de personnes qui ont reçu le message. Ajoutez aussi des contrôles : des personnes qui sont dans un fichier et n’ont rien reçu.
rooms-recipients-add = Ajouter un tableau de destinataires…
rooms-recipients-no-matrix = La présence dans les fichiers s’affichera après l’analyse.
rooms-recipients-status = Statut
rooms-recipients-found-by = Trouvé par
rooms-recipients-in-words = En toutes lettres
rooms-recipients-id = Identifiant
rooms-recipients-link = Lien
rooms-recipients-name = Nom
rooms-recipients-origin = Origine probable
rooms-recipients-set-aside = Écarté
rooms-recipients-decided = Relu
rooms-recipients-email = Courriel
rooms-recipients-phone = Téléphone
rooms-recipients-city = Commune
rooms-recipients-set-aside-of = Écarter { $id }
rooms-recipients-set-aside-hint = Laisser de côté dans le raisonnement ; la personne reste dans le dossier
rooms-recipients-found-by-of = Trouvé par, { $id }
rooms-recipients-received = a reçu
rooms-recipients-control = contrôle
rooms-recipients-aside = écarté
rooms-recipients-origin-value = { $p } · { $name }
rooms-recipients-column-present = { $n ->
    [one] { $count } personne présente
   *[other] { $count } personnes présentes
}
rooms-recipients-cell = { $dated ->
    [yes] { $name } : { $presence } — { $source }, état du { $snapshot }
   *[other] { $name } : { $presence } — { $source }
}

## Fields a column can be read as
rooms-field-recipient-id = identifiant du destinataire
rooms-field-name = nom complet
rooms-field-first-name = prénom
rooms-field-last-name = nom de famille
rooms-field-civility = civilité
rooms-field-email = courriel
rooms-field-phone = téléphone
rooms-field-street-number = numéro
rooms-field-street = voie
rooms-field-address-extra = complément d’adresse
rooms-field-postcode = code postal
rooms-field-city = commune
rooms-field-country = pays
rooms-field-birth-date = date de naissance
rooms-field-identifier = autre numéro
rooms-field-received = a reçu
rooms-field-sent-at = envoyé le
rooms-field-rendered-name = nom dans le message
rooms-field-found-by = trouvé par
rooms-field-joined = entrée dans le fichier
rooms-field-left = sortie du fichier
rooms-field-record-id = numéro de fiche
rooms-field-campaign = envoi
rooms-field-sigma = force du cercle
rooms-field-source = fichier
rooms-field-given-on = donné le
rooms-field-exclusive = à ce fichier seulement
rooms-field-reliability = fiabilité
rooms-field-answer = réponse
rooms-field-given-as = adresse donnée
rooms-field-person = personne
rooms-field-post = fonction
rooms-field-body = organisme
rooms-field-from = du
rooms-field-to = au
rooms-field-certainty = certitude
rooms-field-proof = preuve
rooms-field-proof-date = date de la preuve
rooms-field-at = date
rooms-field-action = action
rooms-field-rows = lignes
rooms-field-note = note
rooms-field-title = titre
rooms-field-kind = type

## Sources
rooms-sources-empty = Aucun fichier candidat pour l’instant
rooms-sources-empty-next = Ajoutez les fichiers d’où la liste a pu être prise : adhérents, abonnés, locataires… Plusieurs états datés du même fichier permettent de dater la copie.
rooms-sources-add = Ajouter un fichier…
rooms-sources-name = Nom du fichier
rooms-sources-controller = Responsable de traitement
rooms-sources-purpose = Finalité
rooms-sources-legal-basis = Base légale
rooms-sources-retention = Durée de conservation
rooms-sources-kind = Nature
rooms-sources-held = détenu
rooms-sources-declared = déclaré
rooms-sources-sealed = scellé
rooms-sources-size = Taille
rooms-sources-states = États
rooms-sources-captured = Retrouvés
rooms-sources-exclusive = Exclusifs
rooms-sources-id = Identifiant : { $id }
rooms-sources-declared-size = Nombre de personnes déclaré
rooms-sources-size-wrong = Écrivez un nombre entier de personnes, par exemple 12 500
rooms-sources-coverage = Couverture de la population
rooms-sources-coverage-wrong = Écrivez une part entre 0 et 100 %, par exemple 95 %
rooms-sources-first-known = Attesté depuis le
rooms-sources-columns = Colonnes connues
rooms-sources-no-states = Aucun état de ce fichier n’a été importé.
rooms-sources-no-states-declared = Un fichier déclaré n’a pas d’état : on n’en connaît que la taille et la population.
rooms-sources-as-of = État au
rooms-sources-rows = { $n ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
rooms-sources-file = { $has-sheet ->
    [yes] E{ $number } · { $name }, feuille « { $sheet } »
   *[other] E{ $number } · { $name }
}
rooms-sources-mapping = { $n ->
    [one] { $count } colonne et sa lecture
   *[other] { $count } colonnes et leur lecture
}
rooms-sources-show-state = Montrer dans l’inspecteur
rooms-sources-column = Colonne
rooms-sources-read-as = Lue comme
rooms-sources-not-read = gardée, non lue

## People
rooms-campaign = Envoi
rooms-people-posts = Postes
rooms-people-persons = Personnes et opportunité
rooms-people-log = Journal d’accès
rooms-people-nobody = Aucune personne pour l’instant
rooms-people-nobody-next = Importez l’annuaire des postes : qui, quelle fonction, dans quel organisme, avec accès à quel fichier, de quand à quand, d’après quel document. Ou ajoutez un poste à la main.
rooms-people-import = Importer un annuaire…
rooms-people-no-log = Aucun journal d’accès
rooms-people-no-log-next = S’il existe un journal des consultations, exports ou envois d’un fichier, ajoutez-le : un export dans l’intervalle de copie est un fait important.
rooms-people-import-log = Importer un journal…
rooms-people-new-name = Nom pour un nouveau poste
rooms-people-add = Ajouter un poste
rooms-people-remove = Retirer ce poste
rooms-people-person = Personne
rooms-people-post = Fonction
rooms-people-body = Organisme
rooms-people-access = Accès au fichier
rooms-people-from = Du
rooms-people-to = Au
rooms-people-certainty = Certitude
rooms-people-certain = établi
rooms-people-possible = possible
rooms-people-proof = Preuve
rooms-people-proof-date = Date de la preuve
rooms-people-no-proof = sans preuve citée
rooms-people-no-access = aucun accès
rooms-people-other-hat = autre casquette
rooms-people-unknown-day = inconnu
rooms-people-open-end = Une fin laissée vide est inconnue ; elle ne vaut jamais « aujourd’hui ». Dates admises : 14/05/2010, mai 2010, 2010-05~, ../2010-05
rooms-people-bodies = Organismes
rooms-people-post-count = Postes
rooms-people-hats = Casquettes
rooms-people-two-hats = deux casquettes
rooms-people-two-hats-hint = Deux casquettes : un poste avec accès et une autre fonction ont pu être tenus en même temps
rooms-people-others = Autres personnes, inconnues
rooms-people-opportunity = Opportunité selon les documents
rooms-people-opportunity-what = Part de la date de copie pendant laquelle l’accès est certain, puis possible. Par ordre alphabétique : ce n’est pas un classement, et l’opportunité n’est pas une preuve.
rooms-people-opportunity-later = L’opportunité s’affichera après l’analyse.
rooms-people-undated = copie non datée
rooms-people-pair = certaine { $certain }, possible { $possible }
rooms-people-no-opportunity = aucune connue
rooms-people-no-reasons = Les documents ne disent rien d’un accès de cette personne aux fichiers de cet envoi.
rooms-people-date = Date
rooms-people-action = Action
rooms-people-file = Fichier
rooms-people-rows = Lignes
rooms-people-note = Note
rooms-action-view = consultation
rooms-action-export = export
rooms-action-send = envoi
rooms-action-transfer = remise

## Timeline
rooms-as-chart = Graphique
rooms-as-table = Tableau
rooms-timeline-empty = Rien de daté pour l’instant
rooms-timeline-empty-next = La chronologie montre qui avait accès, quand, et la date de copie. Importez des messages, des fichiers datés et l’annuaire des postes.
rooms-timeline-add = Importer un annuaire…
rooms-timeline-zoom-in = Agrandir
rooms-timeline-zoom-out = Réduire
rooms-timeline-earlier = Plus tôt
rooms-timeline-later = Plus tard
rooms-timeline-span = du { $from } au { $to }
rooms-timeline-copy-of = Copie de « { $source } »
rooms-timeline-set95 = Ensemble à 95 % de la date de copie : { $spans }
rooms-tick-day = { $day } { $month }

## Origin
rooms-no = non
rooms-percent = { $n } %
rooms-at-least = ≥ { $n }
rooms-at-most = ≤ { $n }
rooms-less-than = < { $n }
rooms-origin-empty = Rien à peser pour l’instant
rooms-origin-needs-recipients = Il manque les destinataires : importez les messages reçus, ou un tableau des personnes qui les ont reçus.
rooms-origin-needs-sources = Il manque les fichiers candidats, ceux d’où la liste a pu être prise.
rooms-origin-ready = Destinataires et fichiers sont là : l’analyse peut commencer.
rooms-origin-analyse = Analyser
rooms-copy-undated = Rien ne date la copie de ce fichier : il faut des dates d’entrée et de sortie, ou au moins deux états.
rooms-copy-contradictory = Les bornes se contredisent : deux copies, ou une liste composée de plusieurs. L’intervalle n’est pas une moyenne des deux.
rooms-copy-density = Densité de la date de copie
rooms-copy-set95 = Ensemble à 95 %
rooms-copy-more-witnesses = { $n ->
    [one] et { $count } autre
   *[other] et { $count } autres
}
rooms-copy-from = Du
rooms-copy-to = Au
rooms-copy-mass = Probabilité
rooms-copy-inside = Dans l’ensemble à 95 %
