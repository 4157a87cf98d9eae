# Commandes, palette, historique : ce qui entoure les salles.
## Menus
window-menu-go = Aller
window-menu-text-size = Taille du texte
window-text-small = Petite
window-text-normal = Normale
window-text-large = Grande
window-text-larger = Très grande
window-text-largest = La plus grande

## Commandes
window-command-step = Revenir à cette étape
window-command-step-tip = Remettre le dossier dans l’état où il était après cette étape ; rien n’est perdu
window-command-history = Historique des modifications
window-command-history-tip = Voir tout ce qui a été modifié et revenir à une étape
window-command-revisit = Aller à cet endroit
window-command-revisit-tip = Retourner à ce qui était affiché
window-command-show = Voir dans : { $room }
window-command-show-tip = Ouvrir la salle où l’on voit cet élément
window-command-text-size = Taille du texte
window-command-text-size-tip = Choisir la taille de tout ce qui est affiché
window-command-larger = Agrandir le texte
window-command-larger-tip = Agrandir tout ce qui est affiché
window-command-smaller = Réduire le texte
window-command-smaller-tip = Réduire tout ce qui est affiché
window-command-palette = Trouver une commande…
window-command-palette-tip = Chercher une commande, une salle, une personne, un fichier
window-why-largest = C’est déjà la plus grande taille.
window-why-smallest = C’est déjà la plus petite taille.

## Lieux
frame-places = Endroits visités
frame-places-tip = Retourner à un endroit déjà vu
frame-place = { $room } · { $what }

## Palette
frame-palette = Commande, personne, fichier…
frame-palette-hint = Que cherchez-vous ?
frame-palette-none = Rien de tel.
frame-palette-keys = Flèches pour choisir · Entrée pour valider · Échap pour fermer
frame-palette-sample = Incident d’exemple
frame-palette-recent = Dossier récent
frame-palette-person = Personne
frame-palette-source = Fichier candidat
frame-palette-message = Message
frame-palette-recipient = Destinataire

## Historique
frame-details = Détails
frame-history = Historique
frame-history-here = vous êtes ici
frame-history-undone = annulé
frame-history-aside-one = mis de côté
frame-history-beginning = Dossier vide, avant la première étape
frame-history-explained = Cliquez sur une étape pour y revenir. Une étape annulée n’est jamais effacée : si vous faites autre chose à sa place, elle est mise de côté et reste ici.
frame-history-aside =
    { $n ->
        [one] 1 étape mise de côté ici
       *[other] { $n } étapes mises de côté ici
    }
frame-history-log-aside =
    { $n ->
        [one] L’étape annulée est mise de côté ; l’historique (Ctrl+H) permet d’y revenir.
       *[other] Les { $n } étapes annulées sont mises de côté ; l’historique (Ctrl+H) permet d’y revenir.
    }
frame-history-nothing = Étape sans effet
frame-history-and-more =
    { $n ->
        [one] { $text }, et une autre modification
       *[other] { $text }, et { $n } autres modifications
    }
frame-history-import =
    { $n ->
        [0] Import sans fichier
        [one] Import de { $file }
        [2] Import de { $file } et d’un autre fichier
       *[other] Import de { $file } et de { $more } autres fichiers
    }
frame-history-withdraw =
    { $n ->
        [0] Import retiré
        [one] Import retiré : { $file }
        [2] Import retiré : { $file } et un autre fichier
       *[other] Import retiré : { $file } et { $more } autres fichiers
    }
frame-history-restore =
    { $n ->
        [0] Import rétabli
        [one] Import rétabli : { $file }
        [2] Import rétabli : { $file } et un autre fichier
       *[other] Import rétabli : { $file } et { $more } autres fichiers
    }
frame-history-decision = Relecture : { $recipient } et la ligne { $row } de { $source }, { $answer }
frame-history-from-to = { $what } — { $field } : « { $old } » devient « { $new } »
frame-history-fields = { $what } — { $fields }
frame-history-yes = oui
frame-history-no = non
frame-history-incident-added = Réglages du dossier ajoutés : { $name }
frame-history-incident-changed = Réglages du dossier modifiés : { $name }
frame-history-incident-removed = Réglages du dossier retirés : { $name }
frame-history-message-added = Message ajouté : { $name }
frame-history-message-changed = Message modifié : { $name }
frame-history-message-removed = Message retiré : { $name }
frame-history-recipient-added = Destinataire ajouté : { $name }
frame-history-recipient-changed = Destinataire modifié : { $name }
frame-history-recipient-removed = Destinataire retiré : { $name }
frame-history-source-added = Fichier candidat ajouté : { $name }
frame-history-source-changed = Fichier candidat modifié : { $name }
frame-history-source-removed = Fichier candidat retiré : { $name }
frame-history-snapshot-added = État d’un fichier ajouté : { $name }
frame-history-snapshot-changed = État d’un fichier modifié : { $name }
frame-history-snapshot-removed = État d’un fichier retiré : { $name }
frame-history-statement-added = Déclaration ajoutée : { $name }
frame-history-statement-changed = Déclaration modifiée : { $name }
frame-history-statement-removed = Déclaration retirée : { $name }
frame-history-post-added = Fonction ajoutée : { $name }
frame-history-post-changed = Fonction modifiée : { $name }
frame-history-post-removed = Fonction retirée : { $name }
frame-history-access-added = Accès au journal ajouté : { $name }
frame-history-access-changed = Accès au journal modifié : { $name }
frame-history-access-removed = Accès au journal retiré : { $name }
frame-history-event-added = Événement ajouté : { $name }
frame-history-event-changed = Événement modifié : { $name }
frame-history-event-removed = Événement retiré : { $name }
frame-history-decision-added = Relecture ajoutée : { $name }
frame-history-decision-changed = Relecture modifiée : { $name }
frame-history-decision-removed = Relecture retirée : { $name }
frame-history-rival-added = Réponse à une autre explication ajoutée : { $name }
frame-history-rival-changed = Réponse à une autre explication modifiée : { $name }
frame-history-rival-removed = Réponse à une autre explication retirée : { $name }
frame-history-field-title = titre
frame-history-field-language = langue
frame-history-field-timezone = fuseau horaire
frame-history-field-pool = population de référence
frame-history-field-until = dernier jour considéré
frame-history-field-campaign = envoi
frame-history-field-identity = identité
frame-history-field-received = a reçu le message
frame-history-field-sent-on = envoyé le
frame-history-field-found-by = trouvé par
frame-history-field-sigma = force du cercle
frame-history-field-is-set-aside = mis de côté
frame-history-field-rendered-name = nom imprimé
frame-history-field-name = nom
frame-history-field-controller = responsable de traitement
frame-history-field-purpose = finalité
frame-history-field-legal-basis = base légale
frame-history-field-retention = durée de conservation
frame-history-field-kind = nature
frame-history-field-size = nombre de personnes
frame-history-field-coverage = couverture
frame-history-field-first-known = connu depuis
frame-history-field-columns = colonnes
frame-history-field-as-of = date de l’état
frame-history-field-mapping = correspondance des colonnes
frame-history-field-source = fichier
frame-history-field-person = personne
frame-history-field-post = fonction
frame-history-field-body = organisme
frame-history-field-from = début
frame-history-field-to = fin
frame-history-field-certainty = certitude
frame-history-field-proof = preuve
frame-history-field-proof-date = date de la preuve
frame-history-field-recipient = destinataire
frame-history-field-given-on = donné le
frame-history-field-is-exclusive = donné à lui seul
frame-history-field-reliability = fiabilité
frame-history-field-is-denied = n’y figurait pas
frame-history-field-given-as = adresse donnée
frame-history-field-references = références
frame-history-field-standing = état de la réponse
frame-history-field-text = réponse
frame-history-field-action = action
frame-history-field-date = date
frame-history-field-note = note

## Chemin guidé
window-command-guide = Chemin guidé
window-command-guide-tip = Montrer ou cacher les étapes de l’enquête au-dessus de la salle
frame-guide-step = { $name } : { $state }
frame-guide-done = c’est là
frame-guide-ready = à lire
frame-guide-missing = il manque quelque chose
frame-guide-waiting = plus tard
frame-guide-dossier = Dossier
frame-guide-read = Étape suivante : lire « { $room } »
frame-guide-no-messages = Ajoutez les messages reçus, ou le tableau des destinataires.
frame-guide-no-recipients = Dites qui a reçu ces messages : ajoutez les destinataires.
frame-guide-no-sources = Ajoutez les fichiers d’où la liste a pu sortir.
frame-guide-one-source = Ajoutez un deuxième fichier candidat : il en faut au moins deux pour comparer.
frame-guide-undated = Datez au moins un état de fichier : sans cela, rien ne date la copie.
frame-guide-no-posts = Ajoutez qui avait accès à ces fichiers, et quand.
frame-guide-origin-waits = Il faut d’abord des destinataires et des fichiers candidats, puis l’analyse.
frame-guide-timeline-waits = Il faut d’abord une analyse.
frame-guide-save = Étape suivante : enregistrer les résultats
frame-guide-unsaved = à enregistrer
frame-guide-dossier-waits = Il faut d’abord une analyse.

## Résultats
window-command-results = Enregistrer les résultats…
window-command-results-tip = Écrire la réponse, les rapprochements, le compte des imports, la chronologie et le résumé dans un répertoire
frame-results-title = Enregistrer les résultats
frame-results-proposed = { $case }-resultats
frame-results-folder = Répertoire
frame-results-what = Six fichiers : le résumé à lire, les résultats et les comptes pour d’autres outils, la table des rapprochements, la chronologie et la matrice des témoins. Ils nomment des personnes.
frame-results-saved = Résultats enregistrés dans { $path }
frame-results-in-the-way = « { $name } » est déjà dans ce répertoire ; choisissez-en un autre.
frame-results-no-folder = C’est un fichier, pas un répertoire ; choisissez un autre endroit.
frame-results-why-shielded = Ces fichiers nomment des personnes ; désactivez le bouclier des témoins (F8) pour les écrire.
frame-results-why-no-answer = La réponse n’est pas encore calculée.

## Réglages du dossier
window-command-case-settings = Réglages du dossier…
window-command-case-settings-tip = Changer le titre, le nombre de personnes qu’un autre envoi aurait pu atteindre, le dernier jour étudié
frame-settings-title = Réglages du dossier
frame-settings-name = Titre du dossier
frame-settings-pool = Personnes qu’un envoi sans rapport aurait pu atteindre
frame-settings-pool-what = Les habitants d’une commune, les électeurs d’un canton… « Origine » dit à partir de quel nombre la réponse changerait.
frame-settings-until = Dernier jour étudié
frame-settings-until-what = Vide : le jour du dernier message.
frame-settings-prints = Les graphies partagées comptent dans la réponse
frame-settings-zone = Les dates sans fuseau sont lues dans celui choisi à la création : { $zone }.
frame-settings-save = Appliquer
frame-settings-wrong-pool = Écrivez un nombre entier de personnes, au moins 1.
frame-settings-wrong-day = Écrivez un jour précis, comme 01/03/2011, ou laissez vide.

## Vérifier ma conclusion
window-command-conclusion = Vérifier ma conclusion…
window-command-conclusion-tip = Comparer votre conclusion à ce qui a été caché dans cet exemple
window-why-no-sample = Seuls les incidents d’exemple ont une réponse connue ; ouvrez-en un depuis l’accueil.
frame-conclusion = Vérifier ma conclusion
frame-conclusion-about = Dites ce que vous avez trouvé ; le programme dit en quoi cela s’accorde avec ce qui a été caché dans l’exemple. La réponse ne s’affiche que si vous la demandez.
frame-conclusion-source = De quel fichier vient la liste ?
frame-conclusion-choose = Choisir…
frame-conclusion-none = D’aucun des fichiers connus
frame-conclusion-days = Quand a-t-elle été copiée ?
frame-conclusion-from = du
frame-conclusion-to = au
frame-conclusion-people = Qui détenait la copie ?
frame-conclusion-compare = Comparer
frame-conclusion-show = Montrer la réponse
frame-conclusion-show-tip = Voir ce qui a été caché dans cet exemple
frame-conclusion-source-unstated = Fichier : vous n’avez rien indiqué.
frame-conclusion-source-right = Fichier : c’est la bonne réponse.
frame-conclusion-source-wrong = Fichier : ce n’est pas la réponse cachée.
frame-conclusion-days-unstated = Période : indiquez un début et une fin.
frame-conclusion-days-inside =
    { $n ->
        [one] Période : le jour de la copie est celui-là.
       *[other] Période : le jour de la copie est dedans ({ $count } jours).
    }
frame-conclusion-days-later =
    { $n ->
        [one] Période : la copie a été faite un jour après sa fin.
       *[other] Période : la copie a été faite { $count } jours après sa fin.
    }
frame-conclusion-days-earlier =
    { $n ->
        [one] Période : la copie a été faite un jour avant son début.
       *[other] Période : la copie a été faite { $count } jours avant son début.
    }
frame-conclusion-days-backwards = Période : la fin est avant le début.
frame-conclusion-days-no-copy = Période : il n’y a pas de jour à trouver dans cet exemple.
frame-conclusion-people-unstated = Personnes : vous n’avez nommé personne.
frame-conclusion-people-found = Personnes : { $found } sur { $planted } { $others ->
        [0] trouvées, personne en trop.
        [one] trouvées, et une personne en trop.
       *[other] trouvées, et { $others } personnes en trop.
    }
frame-conclusion-answer = Dans cet exemple, la liste a été tirée de « { $source } », copiée le { $day } ; la copie était entre les mains de : { $people }.
frame-conclusion-answer-none = Dans cet exemple, rien n’a été détourné : la liste ne vient d’aucun des fichiers connus, et les constats ne doivent en soutenir aucun.

## Touches
frame-keys-here = Dans la salle « { $room } »
frame-keys-everywhere = Partout
frame-keys-arrows = Gauche, Droite
frame-keys-plus-minus = + et −
frame-keys-pages = Page préc., Page suiv.
frame-keys-ends = Début, Fin
frame-keys-escape = Échap
frame-keys-escape-tip = Fermer ce qui est ouvert au-dessus
frame-keys-timeline-move = Avancer ou reculer dans le temps
frame-keys-drag = Glisser un bord
frame-keys-timeline-drag = Corriger le début ou la fin d’une fonction
frame-keys-double-click = Double-clic
frame-keys-timeline-edit = Corriger les dates en les tapant
frame-keys-timeline-zoom = Resserrer ou élargir la période
frame-keys-sources-pages = Lignes précédentes ou suivantes
frame-keys-sources-ends = Première ou dernière ligne
frame-keys-rooms = { $first } à { $last }
frame-keys-rooms-tip = Les salles, de haut en bas

## Bouclier des témoins
window-command-shield = Bouclier des témoins
window-command-shield-tip = Remplacer chaque nom, adresse et numéro par une étiquette stable, à l’écran et dans ce qui est copié ou enregistré ; le dossier n’est alors que consulté
window-why-shielded = Le bouclier des témoins est actif ; désactivez-le (F8) pour modifier le dossier.
frame-shield-up = Bouclier actif
frame-shield-rising = Le bouclier s’active
frame-shield-rising-next = Les noms, adresses et numéros sont en train d’être remplacés ; rien n’est montré avant.
frame-shield-failed = Rien ne peut être montré sans risque : { $why }. Désactivez le bouclier avec F8.
frame-shield-hidden = (caché)
frame-shield-original = Caché tant que le bouclier des témoins est actif : l’original nomme des personnes.
frame-shield-recent = Les dossiers récents sont cachés tant que le bouclier des témoins est actif.
frame-shield-case = Dossier
frame-shield-evidence = Pièce
frame-shield-ip = Adresse IP
frame-shield-person = Personne { $n }
frame-shield-name = Nom
frame-shield-first-name = Prénom
frame-shield-last-name = Nom
frame-shield-email = Courriel
frame-shield-phone = Tél.
frame-shield-address = Adresse
frame-shield-identifier = Numéro
frame-shield-birth = Naissance
frame-shield-value = Valeur

## Tâches
window-command-retry = Réessayer
window-command-retry-tip = Recommencer la tâche qui n’a pas abouti
window-why-nothing-failed = Aucune tâche n’est à recommencer.
frame-tasks = Tâches
frame-tasks-none = Rien n’est en cours.
frame-tasks-told = Messages et erreurs
frame-tasks-copy-errors = Copier les erreurs
frame-tasks-failed = N’a pas abouti : { $task }
frame-tasks-rate = { $count } par seconde
frame-tasks-minutes = encore { $n } min environ
frame-shield-reasoning = Cette question se pose sur le dossier lui-même ; désactivez le bouclier des témoins (F8) pour la poser.
