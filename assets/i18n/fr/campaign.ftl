# Campagnes : familles de messages, gabarit, champs de fusion, colonnes.

## Pourquoi deux messages vont ensemble
campaign-reason-same-text = même texte
campaign-reason-like-text = { $words } de mots en commun ({ $runs } des suites de mots)
campaign-reason-stated = rattachés ensemble à la campagne « { $campaign } »
campaign-reason-mailing = même numéro d’envoi de la plateforme : { $mailing }
campaign-reason-sender = même expéditeur : { $sender }
campaign-reason-number = même numéro dans le texte : { $number }
campaign-reason-link = même lien : { $link }
campaign-reason-people = { $n ->
    [one] { $both } personne sur { $of } a reçu les deux
   *[other] { $both } personnes sur { $of } ont reçu les deux
}
campaign-reason-days = { $n ->
    [0] le même jour
    [one] à { $days } jour d’écart
   *[other] à { $days } jours d’écart
}

## Champs de fusion
campaign-kind-civility = civilité
campaign-kind-first-name = prénom
campaign-kind-last-name = nom de famille
campaign-kind-full-name = nom complet
campaign-kind-town = commune
campaign-kind-postcode = code postal
campaign-kind-street = adresse
campaign-kind-identifier = numéro de personne
campaign-kind-email = courriel
campaign-kind-phone = téléphone
campaign-kind-date = date
campaign-kind-link = lien individuel
campaign-kind-unknown = champ non identifié
campaign-basis-recipients = égal à la donnée du destinataire dans { $equal } copies sur { $of }
campaign-basis-values = d’après la forme des valeurs
campaign-basis-place = d’après les mots qui précèdent
campaign-basis-blank = d’après le nom du champ resté vide
campaign-basis-none = rien ne permet de le dire

## Colonnes
campaign-column-civility = une civilité
campaign-column-first-name = un prénom
campaign-column-last-name = un nom de famille
campaign-column-name = un nom
campaign-column-street = une adresse
campaign-column-postcode = un code postal
campaign-column-city = une commune
campaign-column-identifier = un numéro de personne (adhérent, client, locataire…)
campaign-column-email = un courriel
campaign-column-phone = un téléphone
campaign-column-birth-date = une date de naissance
campaign-quoted = « { $name } »
campaign-needs-only = { $unknown ->
    [0] La liste devait contenir { $column } : parmi les fichiers, seul « { $source } » a cette colonne.
   *[other] La liste devait contenir { $column } : parmi les fichiers dont les colonnes sont connues, seul « { $source } » a cette colonne.
}
campaign-needs-nobody = { $unknown ->
    [0] La liste devait contenir { $column } : aucun des fichiers n’a cette colonne.
   *[other] La liste devait contenir { $column } : aucun des fichiers dont les colonnes sont connues n’a celle-là.
}
campaign-needs-complete-none = Aucun fichier n’est connu pour avoir toutes ces colonnes.
campaign-needs-complete-one = Un seul fichier est connu pour avoir toutes ces colonnes : { $source }.
campaign-needs-complete-several = Plusieurs fichiers ont toutes ces colonnes : { $sources }.

## Vue des campagnes
campaign-view-list = Liste
campaign-view-campaigns = Campagnes
campaign-view-grouping = Rapprochement des messages…
campaign-view-undated = sans date
campaign-view-days = { $first } – { $last }
campaign-view-family = Campagne
campaign-view-messages = Messages
campaign-view-people = Personnes
campaign-view-waves = Vagues
campaign-view-sent = Envoyée
campaign-view-channels = Canaux
campaign-view-senders = Expéditeurs
campaign-view-template = Gabarit
campaign-view-columns = Colonnes nécessaires
campaign-view-changed = Ce qui a changé
campaign-view-why = Pourquoi ensemble
campaign-view-wave = Vague
campaign-view-wave-line = { $n ->
    [one] { $number }. { $days } · { $copies } copie
   *[other] { $number }. { $days } · { $copies } copies
}
campaign-view-wave-of-text = { $n ->
    [one] { $number }. { $days } · { $copies } copie · texte { $text }
   *[other] { $number }. { $days } · { $copies } copies · texte { $text }
}
campaign-view-aligned = { $k ->
    [0] { $copies } copies superposées : aucun champ ne varie.
    [one] { $copies } copies superposées : { $fields } champ varie.
   *[other] { $copies } copies superposées : { $fields } champs varient.
}
campaign-view-one-copy = Une seule copie : les champs de fusion ne se voient qu’en comparant plusieurs copies.
campaign-view-unread = { $copies } copies de plus n’ont pas été superposées ; celles qui l’ont été sont réparties sur toutes.
campaign-view-field = { $number } · { $kind }
campaign-view-fields = Champs de fusion
campaign-view-fields-field = Champ
campaign-view-fields-basis = Pourquoi
campaign-view-fields-values = Valeurs
campaign-view-fields-examples = Exemples
campaign-view-fields-count = { $k ->
    [0] { $distinct } différentes
   *[other] { $distinct } différentes, vide dans { $empty }
}
campaign-view-unfilled = { $n ->
    [one] Champ resté vide : « { $written } » ({ $kind }), dans { $copies } copie.
   *[other] Champ resté vide : « { $written } » ({ $kind }), dans { $copies } copies.
}
campaign-view-left-out = { $n ->
    [one] { $copies } copie diffère trop des autres et n’a pas été superposée.
   *[other] { $copies } copies diffèrent trop des autres et n’ont pas été superposées.
}
campaign-view-message = Message { $n }
campaign-view-columns-hint = Les colonnes que la liste d’envoi devait au moins contenir, et celles de chaque fichier. Avoir les colonnes est nécessaire, ce n’est pas une preuve.
campaign-view-columns-none = Rien n’indique les colonnes de la liste.
campaign-view-columns-need = La liste devait contenir
campaign-view-columns-because = À cause de
campaign-view-columns-channel = envoi par { $channel }
campaign-view-columns-has = oui : { $columns }
campaign-view-columns-has-not = non
campaign-view-columns-unknown = inconnu
campaign-view-columns-untold = Champ { $field } : rien ne dit de quelle colonne il vient.
campaign-view-before = Avant
campaign-view-after = Après
campaign-view-selected = Message { $n }, sélectionné
campaign-view-changed-none = Une seule vague : sélectionnez un autre message de cette campagne dans la liste pour le comparer.
campaign-view-in-common = En commun : { $reasons }
campaign-view-unchanged = Les deux textes disent la même chose, mot pour mot.
campaign-view-changed-legend = Barré : seulement avant. Souligné : seulement après.
campaign-view-changes = Changements
campaign-view-change = N°
campaign-view-stated = Campagne indiquée à l’import : « { $campaign } ». Les messages sans campagne qui disent la même chose l’ont rejointe.
campaign-view-ties = Ce qui les relie
campaign-view-ties-hint = Les copies d’un même texte vont ensemble par leurs mots ; voici ce qui relie les textes entre eux.
campaign-view-copies-alike = chaque copie a au moins { $share } de mots en commun avec la première
campaign-view-with-first = avec la première vague : { $reasons }
