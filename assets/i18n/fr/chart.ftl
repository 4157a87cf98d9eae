# Les graphiques : la chronologie et la matrice des destinataires.
# Les textes insérés (noms, titres) viennent du dossier ; les dates et les nombres sont déjà écrits comme en français.

## Mots communs

chart-list-and = { $first } et { $last }
chart-clause-join = { " ; " }
chart-on-day = le { $day }
chart-from-to = du { $from } au { $to }
chart-from-and-to = { $from }, { $to }
chart-undated = sans date
chart-certain = certain
chart-possible = possible
chart-certain-part = certain { $days }, possible le reste du temps
chart-some-day-between = un jour de cet intervalle

chart-start-known = à partir du { $day }
chart-start-between = début entre le { $day } et le { $other }
chart-start-after = début le { $day } ou après
chart-start-before = début au plus tard le { $day }
chart-start-open = début inconnu
chart-end-known = jusqu’au { $day }
chart-end-between = fin entre le { $day } et le { $other }
chart-end-after = fin le { $day } ou après
chart-end-before = fin au plus tard le { $day }
chart-end-open = fin inconnue

chart-cell-known = { $day }
chart-cell-between = entre le { $day } et le { $other }
chart-cell-after = le { $day } ou après
chart-cell-before = au plus tard le { $day }
chart-cell-open = inconnu

chart-month-1 = janvier
chart-month-2 = février
chart-month-3 = mars
chart-month-4 = avril
chart-month-5 = mai
chart-month-6 = juin
chart-month-7 = juillet
chart-month-8 = août
chart-month-9 = septembre
chart-month-10 = octobre
chart-month-11 = novembre
chart-month-12 = décembre
chart-month-short-1 = janv.
chart-month-short-2 = févr.
chart-month-short-3 = mars
chart-month-short-4 = avr.
chart-month-short-5 = mai
chart-month-short-6 = juin
chart-month-short-7 = juil.
chart-month-short-8 = août
chart-month-short-9 = sept.
chart-month-short-10 = oct.
chart-month-short-11 = nov.
chart-month-short-12 = déc.
chart-axis-month-year = { $month } { $year }

## Chronologie

chart-timeline-title = Qui avait accès, et quand
chart-timeline-empty = Chronologie vide : rien n’est daté pour l’instant.
chart-timeline-description = Chronologie { $days } : { $counts }.
chart-timeline-undated = { $n ->
    [one] Un élément n’a pas de date.
   *[other] { $count } éléments n’ont pas de date.
}
chart-count-people = { $n ->
    [one] { $count } personne
   *[other] { $count } personnes
}
chart-count-sources = { $n ->
    [one] { $count } fichier
   *[other] { $count } fichiers
}
chart-count-campaigns = { $n ->
    [one] { $count } envoi
   *[other] { $count } envois
}
chart-count-events = { $n ->
    [one] { $count } événement
   *[other] { $count } événements
}
chart-copy-date = Si la liste vient du fichier « { $source } », sa copie se situe { $days } (ensemble à 95 %).
chart-lane-campaigns = Envois
chart-lane-events = Événements

chart-post-unnamed = fonction non précisée
chart-post-title = { $post } ({ $body })
chart-post-detail = { $person } : { $post }, { $span }
chart-post-access = accès au fichier « { $source } »
chart-post-access-likely = accès possible, non établi par un document, au fichier « { $source } »
chart-post-elsewhere = autre fonction, sans accès à un fichier du dossier
chart-post-contradictory = dates contradictoires : la fin précède le début
chart-proof = d’après : { $proof }
chart-proof-none = sans document cité
chart-post-corrected = dates corrigées à la main ; le document dit : { $from } – { $to }
chart-day-none = sans date
chart-proof-dated = { $proof } ({ $day })
chart-undated-post = { $person } : { $post }
chart-undated-source = Fichier « { $source } »
chart-undated-campaign = Envoi « { $title } »
chart-undated-event = { $kind } : { $title }

chart-access-rows = { $n ->
    [one] { $what } ({ $rows } ligne)
   *[other] { $what } ({ $rows } lignes)
}
chart-access-by = { $what }, { $person }
chart-access-detail = { $person } : { $what }, fichier « { $source } », { $day }
chart-snapshot-rows = { $n ->
    [one] { $rows } ligne
   *[other] { $rows } lignes
}
chart-snapshot-detail = { $n ->
    [one] Fichier « { $source } », état au { $day } : { $rows } ligne, pièce { $evidence }
   *[other] Fichier « { $source } », état au { $day } : { $rows } lignes, pièce { $evidence }
}
chart-undated-snapshot = { $n ->
    [one] Fichier « { $source } », état sans date : { $rows } ligne, pièce { $evidence }
   *[other] Fichier « { $source } », état sans date : { $rows } lignes, pièce { $evidence }
}
chart-source-detail = Fichier « { $source } », attesté du { $first } au { $last }
chart-source-controller = responsable de traitement : { $text }
chart-source-purpose = finalité déclarée : { $text }
chart-campaign-detail = Envoi « { $title } », { $days }
chart-event-detail = { $kind } : { $title }, { $day }

chart-mark-snapshot = État du fichier
chart-mark-view = Consultation
chart-mark-export = Export
chart-mark-send = Transmission
chart-mark-transfer = Remise
chart-mark-message = Envoi
chart-mark-election = Élection
chart-mark-request = Demande
chart-mark-answer = Réponse
chart-mark-decision = Décision
chart-mark-other = Autre événement

chart-table-what = Quoi
chart-table-who = Qui
chart-table-from = Du
chart-table-to = Au
chart-table-certainty = Certitude
chart-table-proof = Pièce ou source
chart-table-copy = Date de copie
chart-table-copy-certainty = { $mass } (ensemble à 95 %)
chart-table-analysis = analyse
chart-table-source = Fichier attesté
chart-table-elsewhere = { $post } (autre fonction)
chart-table-mark = { $kind } : { $label }

chart-legend-certain = Accès certain
chart-legend-possible = Accès possible
chart-legend-elsewhere = Autre fonction
chart-legend-open = Fin ou début inconnu
chart-legend-source = Fichier attesté
chart-legend-density = Date de copie, densité
chart-legend-set95 = Date de copie, 95 %
chart-legend-vague = Un jour de cet intervalle
chart-legend-crowd = (un signe peut en réunir plusieurs, proches et de même nature)
chart-tray = Sans date
chart-tray-more = { $n ->
    [one] et { $count } autre, dans le tableau
   *[other] et { $count } autres, dans le tableau
}
chart-cluster = { $n ->
    [one] { $kind } : { $count }
   *[other] { $kind } : { $count } fois, { $days }
}

## Matrice des destinataires

chart-matrix-title = Qui figure dans quel fichier
chart-matrix-empty = Matrice vide : aucun destinataire n’est connu pour l’instant.
chart-matrix-description = { $people } face à { $columns }. { $found } dans au moins un état des fichiers avec la coordonnée utilisée ; { $none }.
chart-matrix-recipients = { $n ->
    [one] { $count } destinataire
   *[other] { $count } destinataires
}
chart-matrix-controls = { $n ->
    [one] { $count } personne de contrôle
   *[other] { $count } personnes de contrôle
}
chart-matrix-columns = { $n ->
    [one] { $count } colonne
   *[other] { $count } colonnes
}
chart-matrix-found = { $n ->
    [one] { $count } destinataire figure
   *[other] { $count } destinataires figurent
}
chart-matrix-none = { $n ->
    [0] aucun n’y manque
    [one] { $count } n’est retrouvé dans aucun
   *[other] { $count } ne sont retrouvés dans aucun
}
chart-matrix-received = A reçu
chart-matrix-control = Contrôle, n’a rien reçu
chart-matrix-undated = non daté ({ $evidence })
chart-matrix-no-state = aucun état détenu
chart-matrix-rest = autres combinaisons : { $count } personnes
chart-matrix-grouped = Les personnes dont la ligne est identique sont réunies sur une seule ligne, avec leur nombre.
chart-matrix-present = Présents

chart-presence-present = présent
chart-presence-absent = absent
chart-presence-unknown = inconnu
chart-presence-other = présent, autres coordonnées

chart-found-open-call = appel ouvert
chart-found-complete-list = liste complète
chart-found-circle = cercle du fichier « { $source } »

chart-matrix-who = Destinataire
chart-matrix-id = Identifiant
chart-matrix-status = Statut
chart-matrix-found-by = Trouvé par
