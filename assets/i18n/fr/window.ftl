# Le cadre de la fenêtre et les salles Accueil, Synthèse, Pièces, Messages.
## Pièces
window-room-start = Accueil
window-room-overview = Synthèse
window-room-evidence = Pièces
window-room-messages = Messages
window-room-recipients = Destinataires
window-room-sources = Fichiers
window-room-people = Personnes
window-room-origin = Origine
window-room-timeline = Chronologie
window-room-start-tip = Aller à l’accueil : dossiers récents, exemples
window-room-overview-tip = Voir l’enquête d’un coup d’œil
window-room-evidence-tip = Voir et ajouter les fichiers reçus
window-room-messages-tip = Lire les messages reçus
window-room-recipients-tip = Comparer les destinataires aux fichiers
window-room-sources-tip = Voir les fichiers d’origine possibles
window-room-people-tip = Voir qui occupait quelle fonction
window-room-origin-tip = Voir quel fichier les observations soutiennent, face à quels autres
window-room-timeline-tip = Voir qui avait accès, et quand

## Menu
window-menu-file = Fichier
window-menu-edit = Édition
window-menu-view = Affichage
window-menu-language = Langue
window-menu-review = Relecture
window-menu-help = Aide
window-menu-theme = Thème
window-language-fr = Français
window-language-en = English
window-theme-system = Comme le système
window-theme-light = Clair
window-theme-dark = Sombre
window-theme-contrast-light = Contraste fort, clair
window-theme-contrast-dark = Contraste fort, sombre
window-key-shift = Maj
window-key-left = Gauche
window-key-right = Droite

## Commandes
window-command-new = Nouveau dossier…
window-command-new-tip = Créer un dossier d’enquête dans un nouveau fichier
window-command-open = Ouvrir un dossier…
window-command-open-tip = Ouvrir un dossier d’enquête existant
window-command-open-path = Ouvrir
window-command-open-path-tip = Ouvrir ce dossier
window-command-open-sample = Ouvrir l’exemple
window-command-open-sample-tip = Ouvrir cet incident d’exemple
window-command-close = Fermer le dossier
window-command-close-tip = Fermer le dossier et revenir à l’accueil
window-command-quit = Quitter
window-command-quit-tip = Fermer le programme
window-command-undo = Annuler
window-command-undo-tip = Revenir sur la dernière modification
window-command-redo = Rétablir
window-command-redo-tip = Refaire la modification annulée
window-command-edit = Modifier
window-command-edit-tip = Modifier le dossier
window-command-add = Ajouter des pièces…
window-command-add-tip = Ajouter des fichiers au dossier, avec aperçu avant import
window-command-paste = Coller un texte…
window-command-paste-tip = Un courriel transféré, un SMS : le texte est gardé tel quel comme pièce
window-command-import = Importer
window-command-import-tip = Importer ces fichiers en une seule opération
window-command-go = Aller à
window-command-go-tip = Changer de salle
window-command-select = Sélectionner
window-command-select-tip = Voir les détails à droite
window-command-deselect = Ne plus rien sélectionner
window-command-deselect-tip = Vider le volet de détails
window-command-back = Précédent
window-command-back-tip = Revenir à ce qui était affiché avant
window-command-forward = Suivant
window-command-forward-tip = Avancer de nouveau
window-command-review = Relire les liens
window-command-review-tip = Commencer ou quitter la relecture des liens, une paire à la fois
window-command-review-link = Relire ce lien
window-command-review-link-tip = Ouvrir la relecture sur ce lien
window-command-judge-same = Même personne
window-command-judge-same-tip = Répondre que le destinataire et la fiche sont la même personne
window-command-judge-different = Autre personne
window-command-judge-different-tip = Répondre que ce sont deux personnes
window-command-judge-household = Même foyer
window-command-judge-household-tip = Répondre que ce sont deux personnes du même foyer
window-command-judge-unsure = Pas assez d’éléments
window-command-judge-unsure-tip = Répondre que rien ne permet de trancher (aussi avec la barre d’espace)
window-command-next-pair = Paire suivante
window-command-next-pair-tip = Passer à la paire suivante sans décider
window-command-previous-pair = Paire précédente
window-command-previous-pair-tip = Revenir à la paire précédente
window-command-score = Cacher le score jusqu’à la décision
window-command-score-tip = Ne montrer l’avis du programme qu’une fois la paire décidée
window-command-analyse = Relancer l’analyse
window-command-analyse-tip = Refaire tous les calculs sur le dossier
window-command-cancel = Interrompre
window-command-cancel-tip = Interrompre la tâche en cours ; rien n’est importé à moitié
window-command-language = Langue
window-command-language-tip = Changer la langue de la fenêtre
window-command-theme = Thème
window-command-theme-tip = Changer les couleurs de la fenêtre
window-command-rail = Volet des salles
window-command-rail-tip = Montrer ou cacher la liste des salles à gauche
window-command-inspector = Volet des détails
window-command-inspector-tip = Montrer ou cacher les détails à droite
window-command-messages = Journal des messages
window-command-messages-tip = Relire et copier les messages et les erreurs
window-command-shortcuts = Raccourcis clavier
window-command-shortcuts-tip = Voir tous les raccourcis clavier
window-command-about = À propos
window-command-about-tip = Ce que fait ce programme, et ce qu’il ne fait pas
window-command-forget = Oublier
window-command-forget-tip = Retirer ce dossier de la liste
window-command-copy = Copier
window-command-copy-tip = Copier dans le presse-papiers
window-command-export = Enregistrer sous…
window-command-export-tip = Écrire dans un fichier de votre choix
window-why-no-case = Ouvrez ou créez d’abord un dossier.
window-why-no-case-for-files = Ouvrez ou créez d’abord un dossier, puis déposez-y vos fichiers.
window-why-read-only = Ce dossier est ouvert en lecture seule.
window-why-nothing-to-undo = Il n’y a rien à annuler.
window-why-nothing-to-redo = Il n’y a rien à rétablir.
window-why-no-pair = Aucune paire n’est à l’écran ; ouvrez d’abord la relecture des liens.
window-why-no-review = Ouvrez d’abord la relecture des liens.
window-why-idle = Aucune tâche n’est en cours.
window-why-no-trail = Il n’y a rien de ce côté de l’historique.

## Bande du bas
window-strip-ready = Prêt
window-strip-messages = Journal
window-strip-errors =
    { $n ->
        [one] 1 erreur
       *[other] { $n } erreurs
    }
window-strip-left = encore { $s } s environ
window-stage-reading = Lecture
window-stage-normalising = Mise en forme
window-stage-linking = Rapprochement
window-stage-attributing = Comparaison des fichiers
window-stage-dating = Datation de la copie
window-stage-writing = Écriture
window-stage-verifying = Vérification
window-task-opening = Ouverture du dossier
window-task-creating = Création du dossier
window-task-sample = Préparation de l’exemple
window-task-import = Import
window-task-analysis = Analyse
window-offline = Hors ligne : rien ne quitte cet ordinateur
window-offline-tip = Le programme ne contient aucun accès au réseau : aucun contenu distant, aucune recherche en ligne, aucune statistique.
window-log-opened = Dossier ouvert : { $title }
window-log-imported =
    { $files ->
        [one] 1 fichier importé
       *[other] { $files } fichiers importés
    } : { $found } éléments trouvés, { $rejected } rejetés
window-log-analysed = Analyse à jour
window-log-copied = Copié
window-log-exported = Enregistré : { $path }
window-error-export = L’enregistrement a échoué : { $path }
window-drop-here = Déposer pour ajouter au dossier
window-drop-case = Déposer un dossier pour l’ouvrir

## Erreurs
window-error-not-a-case = Ce fichier n’est pas un dossier Sourcier.
window-error-passphrase-needed = Ce dossier est protégé par une phrase de passe.
window-error-wrong-passphrase = Cette phrase de passe n’ouvre pas le dossier.
window-error-in-use = Ce dossier est déjà ouvert dans une autre fenêtre ou un autre programme.
window-error-exists = Il y a déjà un fichier à cet endroit ; choisissez un autre nom.
window-error-read-only = Ce dossier vient d’une version plus récente de Sourcier : il est ouvert en lecture seule. Mettez Sourcier à jour pour le modifier.
window-error-cancelled = Tâche interrompue
window-error-defect = Le programme s’est trompé et a arrêté cette tâche ; le dossier est tel qu’avant.
window-error-lost = Le dossier s’est refermé à cause d’une erreur du programme. Ce qui était enregistré y est toujours ; ouvrez-le de nouveau.
window-error-settings = Les préférences n’ont pas pu être enregistrées

## Boîtes de dialogue
window-cancel = Annuler
window-close = Fermer
window-choose = Choisir…
window-choose-tip = Choisir avec le sélecteur de fichiers du bureau
window-new-title = Nouveau dossier
window-new-name = Titre
window-new-path = Fichier du dossier
window-new-create = Créer le dossier
window-export-title = Enregistrer sous
window-export-path = Fichier
window-export-save = Enregistrer
window-passphrase = Phrase de passe (facultative)
window-passphrase-again = La même phrase de passe
window-new-no-passphrase = Sans phrase de passe, toute personne qui obtient ce fichier peut lire tout ce qu’il contient.
window-new-with-passphrase = Le dossier sera chiffré. Une phrase de passe oubliée ne peut pas être retrouvée.
window-untitled = Dossier sans titre
window-untitled-file = dossier
window-open-title = Ouvrir un dossier
window-open-path = Fichier du dossier (.sourcier)
window-open-open = Ouvrir
window-passphrase-title = Dossier protégé
window-problem-no-path = Indiquez un fichier.
window-problem-exists = Ce fichier existe déjà. Donnez un autre nom, ou choisissez-le par le bouton, qui demandera s’il faut le remplacer.
window-problem-passphrases-differ = Les deux phrases de passe sont différentes.
window-shortcuts-title = Raccourcis clavier
window-keys-tab = Tab
window-keys-tab-tip = Passer au champ ou au bouton suivant
window-about-what = Sourcier aide à reconstituer comment un fichier de données personnelles a été détourné : de quel fichier vient la liste, quand elle a été copiée, qui pouvait en détenir la copie ce jour-là d’après les documents.
window-about-offline = Tout reste sur cet ordinateur. Le programme ne se connecte à rien.
window-about-limits = Il compare des hypothèses deux à deux et décrit des possibilités d’accès d’après des documents. Il ne dit jamais qui est coupable ni que quelque chose est illégal.
window-about-licence = Licence MIT ou Apache 2.0
window-messages-title = Journal des messages
window-messages-none = Aucun message pour l’instant
window-messages-copy = Tout copier
window-closing-title = Une tâche est en cours
window-closing-text = Un import est en cours. Si vous fermez maintenant, il est abandonné en entier ; le dossier reste tel qu’avant.
window-closing-stay = Rester
window-closing-close = Abandonner et fermer

## Accueil
window-start-claim = De quel fichier vient cette liste, quand a-t-elle été copiée, qui pouvait la détenir ?
window-start-continue = Revenir à « { $title } »
window-start-samples = Incidents d’exemple
window-start-samples-about = Personnes, partis et communes sont inventés. Chaque exemple s’ouvre dans une copie temporaire.
window-start-open-sample = Ouvrir
window-start-open-sample-name = Ouvrir l’exemple « { $title } »
window-start-recent = Dossiers récents
window-start-recent-none = Les dossiers que vous ouvrirez apparaîtront ici.
window-start-forget = Retirer « { $title } » de la liste
window-start-path-title = Le chemin d’une enquête
window-start-step-1 = Ajouter les fichiers reçus, tels quels
window-start-step-2 = Lire les messages et noter qui les a reçus
window-start-step-3 = Décrire les fichiers d’où la liste a pu sortir
window-start-step-4 = Dire qui y avait accès, et de quand à quand
window-start-step-5 = Comparer les fichiers entre eux
window-start-step-6 = Voir qui pouvait détenir la copie ce jour-là
window-sample-adherents = Les adhérents d’un parti
window-sample-adherents-summary = D’anciens adhérents reçoivent deux courriels d’un autre mouvement, envoyés par d’anciens responsables.
window-sample-ecole = La lettre de l’école
window-sample-ecole-summary = Une lettre anodine : l’exemple où l’outil doit rester neutre.
window-sample-locataires = La lettre aux locataires
window-sample-locataires-summary = 12 500 locataires d’un office de logement reçoivent une lettre du maire.
window-sample-lyceens = Le SMS aux lycéens
window-sample-lyceens-summary = Les lycéens d’une région reçoivent un SMS de son président ; certains y avaient consenti.
window-sample-theatre = Les abonnés du théâtre
window-sample-theatre-summary = Des abonnés de trois communes ; avant une élection, ceux d’une seule reçoivent un courriel.

## Détails
window-inspector-empty = Choisissez quelque chose : les détails, les raisons du rapprochement et la ligne d’origine s’affichent ici.
window-inspector-gone = Cet élément n’est plus dans le dossier.
window-inspector-recipient = Destinataire
window-inspector-control = Contrôle
window-inspector-set-aside = Mis de côté : ne compte pas dans le raisonnement.
window-inspector-why = Pourquoi ce rapprochement
window-inspector-not-analysed = Pas encore analysé
window-inspector-no-link = Absent de tous les fichiers connus.
window-inspector-none = Aucun fichier connu
window-inspector-link = { $source }, { $snapshot }, ligne { $row } · { $how } · { $p }
window-inspector-raw = Ligne d’origine
window-inspector-message = Message
window-inspector-copy-of = Autre exemplaire d’un message déjà reçu.
window-inspector-first-copy = Voir le premier exemplaire
window-inspector-reached = Destinataires atteints
window-inspector-reached-nobody = Aucun destinataire n’a été déterminé.
window-inspector-headers = En-têtes
window-inspector-bytes = Début du fichier d’origine
window-inspector-campaign = Envoi
window-inspector-person = Personne
window-inspector-post = Fonction
window-inspector-access = Journal d’accès
window-inspector-all-of-person = Tout sur cette personne
window-inspector-opportunity = Possibilité d’accès d’après les documents
window-inspector-source = Fichier
window-inspector-snapshots = États datés
window-inspector-row = Ligne { $n }
window-inspector-row-linked = Rapprochée de
window-inspector-row-unlinked = Aucun destinataire n’est rapproché de cette ligne.
window-inspector-snapshot = État d’un fichier
window-inspector-snapshot-line = { $day } · { $rows } lignes
window-inspector-columns = Colonnes
window-inspector-evidence = Pièce E{ $n }
window-loading = Lecture…
window-no-subject = (sans objet)
window-no-access = aucun accès à un fichier connu
window-day-unknown = non connu
window-and-more = et { $n } autres
window-go-messages = Voir les messages
window-go-evidence = Voir dans les pièces
window-copy-digest = Copier l’empreinte
window-bytes = { $n } octets
window-evidence-not-embedded = Fichier de plus de 1 Gio : seuls son chemin et son empreinte sont conservés.
window-account =
    { $found ->
        [one] { $found_text } trouvé
       *[other] { $found_text } trouvés
    } = { $imported ->
        [one] { $imported_text } importé
       *[other] { $imported_text } importés
    } + { $duplicates_text } en double + { $rejected ->
        [one] { $rejected_text } rejeté
       *[other] { $rejected_text } rejetés
    }
window-field-email = Courriel
window-field-phone = Téléphone
window-field-address = Adresse
window-field-identifier = Identifiant
window-field-rendered = Nom tel qu’imprimé dans le message
window-field-found-by = Trouvé par
window-field-sent = Envoyé le
window-field-key = Reconnu par
window-field-date = Date
window-field-from = De
window-field-to = À
window-field-cc = Copie à
window-field-delivered = Remis à
window-field-message-id = Identifiant du message
window-field-attachments = Pièces jointes
window-field-reached = Destinataires connus
window-field-certain = Accès certain
window-field-possible = Accès possible
window-field-post = Fonction
window-field-body = Organisme
window-field-from-day = Du
window-field-to-day = Au
window-field-access = Accès
window-field-proof = Preuve
window-field-action = Action
window-field-rows = Lignes
window-field-note = Note
window-field-source-kind = Ce que nous en avons
window-field-controller = Responsable de traitement
window-field-purpose = Finalité
window-field-legal-basis = Base légale
window-field-retention = Durée de conservation
window-field-size = Personnes
window-field-first-known = Connu depuis
window-field-sheet = Feuille
window-field-digest = Empreinte SHA-256
window-field-size-bytes = Taille
window-field-media-type = Nature
window-field-acquired = Reçu le
window-field-method = Obtenu comment
window-field-format = Format
window-format-eml = courriel (eml)
window-format-mbox = boîte de courriels (mbox)
window-format-sms-xml = SMS sauvegardés (XML)
window-format-mail-text = courriel copié comme texte
window-format-letter = lettre
window-format-sheet = { $kind }, feuille « { $sheet } »
window-found-open-call = Appel ouvert
window-found-complete-list = Liste complète
window-found-circle = Dans le cercle de { $source }
window-how-email = courriel
window-how-phone = téléphone
window-how-identifier = identifiant
window-how-fields = l’ensemble des champs
window-how-review = la relecture
window-certainty-certain = certain
window-certainty-possible = possible
window-action-view = Consultation
window-action-export = Export
window-action-send = Envoi
window-action-transfer = Remise
window-event-election = Élection
window-event-request = Demande
window-event-answer = Réponse
window-event-decision = Décision
window-event-other = Événement
window-source-held = Un ou plusieurs états du fichier
window-source-declared = Seulement ce qu’on en dit
window-source-sealed = Empreintes scellées
window-unit-b = { $n } o
window-unit-kb = { $n } ko
window-unit-mb = { $n } Mo

## Pièces
window-evidence-empty = Aucune pièce pour l’instant
window-evidence-empty-next = Ajoutez les messages reçus, les listes de destinataires et les fichiers possibles. Les originaux sont conservés octet pour octet avant toute lecture.
window-evidence-no-report = Ce fichier est conservé ; rien n’en a été lu.
window-evidence-rejections = Non repris
window-evidence-warnings = Repris, à vérifier
window-account-holds = le compte est bon
window-account-broken = le compte n’est pas bon
window-column-number = N°
window-column-name = Nom
window-column-kind = Importé comme
window-column-found = Trouvés
window-column-rejected = Rejetés
window-column-size = Taille
window-column-acquired = Reçu le
window-column-method = Obtenu comment
window-column-digest = Empreinte
window-column-line = Ligne
window-column-reason = Raison
window-kind-messages = Messages reçus
window-kind-recipients = Destinataires
window-kind-source = Fichier candidat
window-kind-roster = Fonctions et accès
window-kind-statements = Déclarations
window-kind-access-log = Journal d’accès
window-kind-events = Événements
window-desk-title = Ajouter des pièces
window-desk-leave = Revenir aux pièces
window-desk-choose = Choisir des fichiers…
window-desk-pasted = Texte
window-desk-pasted-hint = Collez ici le courriel avec ses lignes De, Date, À, Objet, ou le SMS
window-desk-pasted-name = texte collé { $n }.txt
window-problem-no-text = Le texte est vide ; collez-le ou tapez-le.
window-desk-type = ou un chemin
window-desk-add = Ajouter
window-desk-drop = Vous pouvez aussi déposer des fichiers n’importe où dans la fenêtre, et coller un texte ici avec Ctrl+V.
window-desk-empty = Aucun fichier sur la table
window-desk-empty-next = Choisissez des fichiers, tapez un chemin, déposez-les ici ou collez un texte. Rien n’entre dans le dossier avant que vous ayez vu l’aperçu.
window-desk-unusable =
    { $n ->
        [one] Un fichier ne peut être lu ainsi : changez ce qu’il est, ou écartez-le.
       *[other] { $n } fichiers ne peuvent être lus ainsi : changez ce qu’ils sont, ou écartez-les.
    }
window-desk-set-aside =
    { $n ->
        [one] Écarter ce fichier
       *[other] Écarter ces { $n } fichiers
    }
window-desk-set-aside-tip = Les enlève de la table ; les fichiers eux-mêmes ne changent pas
window-desk-folder-unread = Ce répertoire n’a pas pu être lu : { $folder }
window-desk-folder-many = { $count } fichiers sont restés en dehors : un répertoire en donne { $most } au plus. Ajoutez les autres séparément.
window-desk-state-looking = { $kind } · lecture…
window-desk-state-ready = { $kind } · prêt
window-desk-state-incomplete = { $kind } · à compléter
window-desk-state-unusable = { $kind } · ne peut être lu ainsi
window-desk-remove = Enlever { $file }
window-desk-kind = Nature du fichier
window-desk-method-hint = par exemple : transmis par un adhérent
window-desk-source = Identifiant du fichier
window-desk-source-hint = par exemple : adherents
window-desk-known-sources = Fichiers du dossier
window-desk-as-of = État au
window-desk-as-of-hint = par exemple : 14/05/2010, mi-mars 2021
window-desk-found-open-call = Appel ouvert : quiconque a reçu le message a pu se signaler
window-desk-found-complete-list = Liste complète de tous les destinataires
window-desk-found-circle = Cherchés parmi les membres d’un fichier
window-desk-circle = Cercle
window-desk-sigma = Force du cercle
window-desk-sigma-hint = vide = eux seuls pouvaient être trouvés
window-desk-campaign = Envoi
window-desk-campaign-hint = vide = le seul du dossier
window-desk-sent-at = Envoyé le
window-desk-sender = Expéditeur
window-desk-if-missing = si le document ne le dit pas
window-desk-channel = Voie
window-desk-recipients = Destinataires
window-desk-recipients-hint = adresses, numéros, ou chemin d’un tableau
window-desk-detected = Détecté
window-desk-encoding = Encodage
window-desk-separator = Séparateur
window-desk-reading = Lire autrement
window-desk-dates = Ordre des dates
window-dates-day-first = jour, mois, année
window-dates-month-first = mois, jour, année
window-separator-semicolon = point-virgule
window-separator-comma = virgule
window-separator-tab = tabulation
window-separator-bar = barre verticale
window-channel-detect = D’après le document
window-channel-email = Courriel
window-channel-sms = SMS
window-channel-letter = Lettre
window-channel-call = Appel
window-channel-other = Autre
window-desk-import =
    { $n ->
        [one] Importer 1 fichier
       *[other] Importer { $n } fichiers
    }
window-desk-importing = Import en cours…
window-desk-all-or-none = Tous les fichiers entrent ensemble, ou aucun.
window-desk-done =
    { $n ->
        [one] 1 fichier importé
       *[other] { $n } fichiers importés
    }
window-desk-see = Voir les pièces
window-peek-title = Ce qui a été compris
window-peek-dates-chosen = comme vous l’avez choisi.
window-peek-dates-values = d’après « { $example } ».
window-peek-dates-supposed = Supposé : « { $example } » se lirait aussi dans l’autre ordre.
window-peek-dates-mixed = « { $example } » ne s’accorde pas avec les autres dates. Choisissez l’ordre, ou corrigez le fichier.
window-peek-why = Pourquoi cette lecture
window-peek-all = { $n ->
    [one] { $count } élément lu, tout le fichier
   *[other] { $count } éléments lus, tout le fichier
}
window-peek-some = { $n ->
    [one] { $count } élément lu, le début du fichier
   *[other] { $count } éléments lus, le début du fichier
}
window-map-none = gardée, non lue
window-map-column = Champ de la colonne { $column }
window-problem-no-source = Donnez un identifiant au fichier, par exemple « adherents ».
window-problem-as-of = La date n’est pas comprise ; écrivez par exemple 14/05/2010, 2010-05 ou « mi-mars 2021 ».
window-problem-no-circle = Dites parmi les membres de quel fichier ces personnes ont été trouvées.
window-problem-sigma = La force du cercle est un nombre à partir de 1, ou rien.

## Messages
window-messages-empty = Aucun message pour l’instant
window-messages-empty-next = Ajoutez les messages reçus : fichiers .eml ou mbox, sauvegardes de SMS, lettres numérisées.
window-messages-add = Ajouter des messages…
window-messages-copies = { $n ->
    [one] Montrer aussi l’autre exemplaire
   *[other] Montrer aussi les { $count } autres exemplaires
}
window-column-subject = Objet
window-column-copies = Copies
window-reader-text = Texte
window-reader-original = Original
window-reader-headers = En-têtes
window-reader-copy = Copier le texte
window-reader-no-text = Ce message ne contient pas de texte.
window-reader-no-headers = Aucun en-tête n’a été conservé pour ce message.
window-reader-no-unsubscribe = Aucun en-tête de désinscription (List-Unsubscribe).
window-reader-where = Pièce E{ $n }, à partir de l’octet { $from }, { $bytes } octets. Les octets hors ASCII sont écrits \x suivi de leur numéro.
window-reader-cut = Seuls les { $bytes } premiers octets sont montrés.
window-header-authentication-results = Ce que le fournisseur du destinataire dit avoir vérifié
window-header-cc = Copies annoncées
window-header-date = Date écrite par l’expéditeur
window-header-delivered-to = Adresse qui a vraiment reçu le message
window-header-dkim-signature = Signature du domaine d’envoi
window-header-from = Expéditeur affiché
window-header-list-unsubscribe = Moyen de désinscription
window-header-message-id = Identifiant unique du message
window-header-received = Étape de l’acheminement, écrite par un serveur
window-header-reply-to = Adresse des réponses
window-header-return-path = Adresse des avis de non-remise
window-header-to = Destinataire annoncé
window-header-x-mailer = Logiciel d’envoi
window-header-x-original-to = Adresse visée à l’arrivée au serveur

## Synthèse
window-overview-empty = Rien à résumer pour l’instant
window-overview-empty-next = Ajoutez d’abord les messages reçus, les destinataires connus et les fichiers d’où la liste a pu sortir.
window-overview-analysing = analyse en cours
window-overview-waiting = L’analyse est en cours ; les conclusions s’afficheront ici.
window-overview-no-analysis = Pas de conclusion : aucune analyse n’a abouti. Le journal des messages dit pourquoi.
window-overview-findings = Ce que les constats soutiennent
window-overview-pairs = Hypothèses comparées deux à deux ({ $n })
window-overview-go = Voir : { $room }
window-overview-open = Ce qui reste ouvert
window-overview-account = Les comptes
window-overview-files =
    { $n ->
        [one] 1 fichier importé.
       *[other] { $n } fichiers importés.
    }
window-chain-copy = Date de copie
window-chain-set95 = intervalle à 95 %
window-chain-undated = rien ne date la copie
window-chain-no-source = aucun fichier ne se détache
window-chain-span = du { $from } au { $to }
window-chain-copies =
    { $n ->
        [0] sans double
        [one] et un autre exemplaire
       *[other] et { $count } autres exemplaires
    }
window-chain-controls =
    { $n ->
        [0] et aucun contrôle
        [one] et un contrôle
       *[other] et { $count } contrôles
    }
window-chain-states =
    { $n ->
        [0] aucun état daté
        [one] un état
       *[other] { $states } états
    }, { $declared ->
        [0] aucun déclaré
        [one] un déclaré
       *[other] { $declared } déclarés
    }
window-chain-people-access =
    { $n ->
        [0] accès possible, aucun certain, sur { $all }
       *[other] accès possible, dont certain : { $certain }, sur { $all }
    }
window-chain-people-known = connues
window-chain-card = { $title } : { $main } { $below }
window-open-rejected =
    { $n ->
        [one] Une ligne n’a pas été reprise : pourquoi ?
       *[other] { $count } lignes n’ont pas été reprises : pourquoi ?
    }
window-open-method =
    { $n ->
        [one] Pour un fichier, il n’est pas dit comment il a été obtenu.
       *[other] Pour { $count } fichiers, il n’est pas dit comment ils ont été obtenus.
    }
window-open-no-messages = Aucun message n’est dans le dossier.
window-open-no-controls = Personne n’est connu pour être dans un fichier sans avoir reçu le message : quelques contrôles rendraient la réponse plus ferme.
window-open-one-source = Quels autres fichiers la liste a-t-elle pu quitter ? Il en faut au moins deux pour comparer.
window-open-pool = { $count } personnes auraient pu recevoir un autre envoi : c’est la valeur proposée, et la réponse en dépend. Est-ce la bonne ?
window-open-one-state =
    { $n ->
        [one] Un fichier n’a qu’un seul état daté ; un deuxième permettrait de dater la copie.
       *[other] { $count } fichiers n’ont qu’un seul état daté ; un deuxième permettrait de dater la copie.
    }
window-open-undated =
    { $n ->
        [one] Un état de fichier n’a pas de date.
       *[other] { $count } états de fichiers n’ont pas de date.
    }
window-open-no-posts = Qui avait accès à ces fichiers, et quand ?
window-open-unproved =
    { $n ->
        [one] Un accès ne repose sur aucun document.
       *[other] { $count } accès ne reposent sur aucun document.
    }
window-open-endless =
    { $n ->
        [one] La fin d’une fonction avec accès n’est pas connue.
       *[other] La fin de { $count } fonctions avec accès n’est pas connue.
    }
window-open-no-log = Y a-t-il un journal des consultations ou des exports de ces fichiers ?
window-open-no-request = Une demande d’accès ou d’information a-t-elle été envoyée ?
window-open-nowhere =
    { $n ->
        [one] Un destinataire n’est dans aucun fichier connu.
       *[other] { $count } destinataires ne sont dans aucun fichier connu.
    }
