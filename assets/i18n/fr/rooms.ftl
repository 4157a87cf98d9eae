# rooms

## What several rooms share
rooms-filter = Filtrer
rooms-shown-of = { $shown } sur { $total }
rooms-nothing-matches = Rien ne correspond au filtre.
rooms-facet = { $name } ({ $count })
rooms-analysing = Analyse en cours…
rooms-none-of-the-files = aucun des fichiers connus
rooms-share = { $mean } ({ $lo } à { $hi })
rooms-date-empty = La date est vide.
rooms-date-form = « { $raw } » n’est pas une date : écrivez 14/05/2010, 2010-05-14, mai 2010, 2010-05~ ou ../2010-05
rooms-date-none = Il n’y a pas de jour « { $raw } » dans le calendrier.
rooms-tick-day = { $day } { $month }
rooms-tick-month = { $month } { $year }
rooms-month-1 = janv.
rooms-month-2 = févr.
rooms-month-3 = mars
rooms-month-4 = avr.
rooms-month-5 = mai
rooms-month-6 = juin
rooms-month-7 = juil.
rooms-month-8 = août
rooms-month-9 = sept.
rooms-month-10 = oct.
rooms-month-11 = nov.
rooms-month-12 = déc.

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
rooms-recipients-name = Nom
rooms-recipients-origin = Origine probable
rooms-recipients-set-aside = Écarté
rooms-recipients-set-aside-of = Écarter { $id }
rooms-recipients-set-aside-hint = Laisser de côté dans le raisonnement ; la personne reste dans le dossier
rooms-recipients-found-by-of = Trouvé par, { $id }
rooms-recipients-received = a reçu
rooms-recipients-control = contrôle
rooms-recipients-aside = écarté
rooms-recipients-origin-value = { $name } · { $p }
rooms-recipients-column-present = { $n ->
    [one] { $count } personne présente
   *[other] { $count } personnes présentes
}
rooms-recipients-cell = { $dated ->
    [yes] { $name } : { $presence } — { $source }, état du { $snapshot }
   *[other] { $name } : { $presence } — { $source }
}
