# La chronologie : la question posée au graphique, la légende qui filtre, la durée entre deux choses, les corrections sur place.

## Ce qui est montré

timeline-note-range = Partie montrée : { $days }.
timeline-note-hidden = Masqué par la légende : { $what }.
timeline-note-folds = { $n ->
    [one] Une longue période sans rien est repliée.
   *[other] { $count } longues périodes sans rien sont repliées.
}
timeline-fold = { $length } sans rien, replié
timeline-legend-tip = Un clic masque ou montre. Rien n’est effacé du dossier.
timeline-legend-all = Tout montrer
timeline-nothing-left = La légende masque tout. « Tout montrer » ramène le graphique.

## Barre d’outils

timeline-preset-all = Tout
timeline-preset-all-tip = Toute la chronologie
timeline-preset-copy = Date de copie
timeline-preset-copy-tip = Autour de la date de copie
timeline-preset-mailing = Envoi
timeline-preset-mailing-tip = Autour de l’envoi
timeline-preset-selection = Sélection
timeline-preset-selection-tip = Autour de ce qui est sélectionné
timeline-fold-gaps = Replier les longs vides
timeline-fold-gaps-tip = Les longues périodes où rien ne commence, ne finit ni n’arrive sont dessinées courtes
timeline-ask = Qui avait accès ce jour-là ?
timeline-ask-tip = Choisissez un jour, ou les jours de la copie : qui pouvait ouvrir le fichier, d’après les documents
timeline-more = Plus
timeline-clock = Heure des envois
timeline-clock-local = Heure locale ({ $zone })
timeline-clock-utc = UTC
timeline-clock-nothing = Aucun envoi n’a d’heure connue : l’horloge ne déplace rien. Postes, journaux et événements sont des jours, tels que les documents les donnent.
timeline-clock-timed = { $n ->
    [one] { $count } envoi ou réception a une heure connue.
   *[other] { $count } envois ou réceptions ont une heure connue.
}
timeline-clock-moved = { $n ->
    [0] En UTC, aucun ne change de jour. Postes, journaux et événements sont des jours : l’horloge ne les déplace pas.
    [one] En UTC, un seul change de jour. Postes, journaux et événements sont des jours : l’horloge ne les déplace pas.
   *[other] En UTC, { $count } changent de jour. Postes, journaux et événements sont des jours : l’horloge ne les déplace pas.
}
timeline-instant = { $day } à { $time }
timeline-instant-one = { $first } ({ $zone })
timeline-instants = du { $first } au { $last } ({ $zone })
timeline-save-svg = Enregistrer ce qui est montré en SVG…
timeline-save-png = Enregistrer ce qui est montré en PNG…
timeline-file = chronologie
timeline-copy-table = Copier le tableau

## Aperçu

timeline-strip = Aperçu de toute la chronologie : faites glisser la fenêtre ou ses bords
timeline-strip-from = Premier jour montré
timeline-strip-to = Dernier jour montré
timeline-strip-window = Période montrée : { $days }

## Poser une question

timeline-ask-source = Fichier
timeline-ask-day = Jour
timeline-ask-days-of-copy = Jours de la copie (95 %)
timeline-ask-selected = Jour sélectionné
timeline-ask-close = Fermer la question
timeline-ask-copy = Copier la réponse
timeline-ask-copy-tip = Copier la réponse comme tableau
timeline-ask-empty = Écrivez un jour, cliquez dans le graphique, ou demandez les jours de la copie.
timeline-ask-vague = Un seul jour, exact : { $raw } peut en être plusieurs.
timeline-ask-title = Qui pouvait ouvrir « { $source } » { $days } ?
timeline-ask-summary = { $certain }, { $possible } ; { $excluded }. D’autres personnes, inconnues, ont aussi pu avoir accès.
timeline-ask-count-certain = { $n ->
    [0] Aucun accès certain
    [one] { $count } personne : accès certain
   *[other] { $count } personnes : accès certain
}
timeline-ask-count-possible = { $n ->
    [0] possible pour personne de nommé
    [one] possible pour { $count } personne
   *[other] possible pour { $count } personnes
}
timeline-ask-count-excluded = { $n ->
    [0] personne n’est exclu
    [one] { $count } personne exclue d’après les documents
   *[other] { $count } personnes exclues d’après les documents
}
timeline-ask-caution = Avoir accès n’est pas avoir copié. « Exclu » ne vaut que pour ces documents.
timeline-ask-caution-whole = Avoir accès n’est pas avoir copié. « Exclu » veut dire : ce que les documents disent de cette personne est hors de ces jours. Une pièce nouvelle peut changer cela, et une copie prise plus tôt n’est pas exclue.
timeline-ask-standing = Accès
timeline-ask-reason = Pourquoi
timeline-ask-certain = certain
timeline-ask-possible = possible
timeline-ask-excluded = exclu
timeline-ask-others = autres personnes, inconnues
timeline-ask-others-reason = Aucune liste n’est complète : quelqu’un que le dossier ne connaît pas peut avoir eu accès.
timeline-ask-others-named = Dans l’annuaire, sans accès documenté à ce fichier : { $names }.
timeline-ask-post = { $post }, { $span }
timeline-ask-access = { $what }, { $day }
timeline-ask-log = journal des accès
timeline-ask-likely = accès vraisemblable, non établi par un document
timeline-ask-proven = établi { $days }
timeline-ask-all = { $n ->
    [one] établi ce jour-là
   *[other] établi chacun des { $total } jours
}
timeline-ask-open = { $n ->
    [one] possible ce jour-là
   *[other] possible chacun des { $total } jours
}
timeline-ask-some-open = possible { $possible } des { $total } jours
timeline-ask-some = établi { $certain } des { $total } jours
timeline-ask-some-both = établi { $certain } des { $total } jours, possible { $possible }
timeline-ask-outside = { $n ->
    [one] ce jour-là est en dehors
   *[other] ces jours sont en dehors
}

## Durée entre deux choses

timeline-measure = Mesurer à partir d’ici
timeline-measure-tip = La durée entre ceci et la prochaine chose choisie ; ou Maj+clic sur la seconde
timeline-measure-stop = Ne plus mesurer
timeline-measured = De « { $from } » à « { $to } »
timeline-measure-next = « { $from } » : choisissez la seconde chose
timeline-measure-unknown = L’une des deux n’a pas de date sur le graphique.
timeline-elapsed-from-start = du début
timeline-elapsed-from-end = de la fin
timeline-elapsed-to-start = au début
timeline-elapsed-to-end = à la fin
timeline-elapsed-line = { " : " }
timeline-same-day = le même jour
timeline-years = { $n ->
    [one] { $count } an
   *[other] { $count } ans
}
timeline-months = { $count } mois
timeline-days = { $n ->
    [one] { $count } jour
   *[other] { $count } jours
}
timeline-elapsed-days = { $length } ({ $days })
timeline-elapsed-before = { $length } plus tôt
timeline-elapsed-between = au moins { $least }, au plus { $most }
timeline-elapsed-least = au moins { $least }
timeline-elapsed-most = au plus { $most }
timeline-elapsed-either = au plus { $most } ; lequel vient d’abord n’est pas connu
timeline-elapsed-unknown = durée inconnue

## Corriger sur place

timeline-edit = Corriger les dates…
timeline-edit-tip = Ou double-cliquez sur la barre ou le signe ; faites glisser le bout d’une barre pour le déplacer
timeline-edit-title = Dates : { $what }
timeline-edit-from = Du
timeline-edit-to = Au
timeline-edit-at = Date
timeline-edit-done = Fermer
timeline-edit-imported = Cette date vient d’une pièce importée et ne se corrige pas ici.
timeline-drag-from = commence le { $day }
timeline-drag-to = finit le { $day }
