# Fichiers : ce qu’ils ont en commun et ce qui y change.
sources-tab-register = Registre
sources-tab-overlaps = Recoupements
sources-tab-profile = Colonnes
sources-tab-changes = Différences
sources-tab-history = Valeurs successives
sources-choose-file = Fichier
sources-choose-state = État
sources-undated = sans date
sources-no-state = Aucun état de ce fichier n’a été importé : il n’y a pas de lignes à examiner.
sources-running = Comparaison en cours…
sources-stop = Arrêter
sources-stopped = La comparaison a été arrêtée.
sources-again = Recommencer

## Recoupements
sources-overlaps-what = Un recoupement est le nombre de personnes du fichier de la ligne qui sont aussi dans celui de la colonne, et leur part du fichier de la ligne ; deux personnes sont la même si elles ont le même courriel, téléphone ou numéro, ou les mêmes nom et date de naissance ou adresse.
sources-overlaps-latest = Derniers états
sources-overlaps-latest-hint = Les personnes du dernier état de chaque fichier, sans celles qui en étaient sorties ce jour-là
sources-overlaps-ever = Tous les états
sources-overlaps-ever-hint = Toutes les personnes qui ont figuré un jour dans un état importé
sources-overlaps-file = Fichier
sources-overlaps-people = Personnes
sources-overlaps-cell = { $count } ({ $share })
sources-overlaps-declared = non calculable : déclaré
sources-overlaps-sealed = non calculable : scellé
sources-overlaps-no-state = non calculable : sans état
sources-overlaps-nothing = non calculable : rien de comparable

## Colonnes
sources-profile-what = Ce que contient chaque colonne de cet état, quelle que soit la façon dont elle a été lue.
sources-profile-column = Colonne
sources-profile-read-as = Lue comme
sources-profile-filled = Remplies
sources-profile-distinct = Distinctes
sources-profile-looks = Ressemble à
sources-profile-frequent = Les plus fréquentes
sources-profile-shortest = La plus courte
sources-profile-longest = La plus longue
sources-profile-share = { $count } ({ $share })
sources-profile-value = { $value } ({ $count })
sources-looks-email = courriels
sources-looks-phone = téléphones
sources-looks-postcode = codes postaux
sources-looks-date = dates
sources-looks-civility = civilités
sources-looks-number = nombres
sources-looks-name = noms
sources-looks-text = texte libre
sources-looks-empty = rien : vide

## Différences
sources-changes-what = Les lignes sont rapprochées par leur numéro de fiche, sinon par un autre numéro, le courriel, le téléphone, ou le nom avec la date de naissance ou l’adresse.
sources-changes-before = Avant
sources-changes-after = Après
sources-changes-needs-two = Il faut deux états de ce fichier pour les comparer.
sources-changes-same = C’est deux fois le même état : choisissez-en un autre.
sources-changes-added = { $n ->
    [one] { $count } arrivée
   *[other] { $count } arrivées
}
sources-changes-removed = { $n ->
    [one] { $count } départ
   *[other] { $count } départs
}
sources-changes-changed = { $n ->
    [one] { $count } ligne modifiée
   *[other] { $count } lignes modifiées
}
sources-changes-unchanged = { $n ->
    [one] { $count } inchangée
   *[other] { $count } inchangées
}
sources-changes-alike = indiscernables : { $before } avant, { $after } après
sources-changes-alike-hint = Ces lignes ont les mêmes numéros, adresses et noms : rien ne dit laquelle est laquelle. Elles ne comptent ni comme arrivées, ni comme départs, ni comme modifications.
sources-changes-hide-writing = { $n ->
    [one] Masquer { $count } valeur dont seule l’écriture change
   *[other] Masquer { $count } valeurs dont seule l’écriture change
}
sources-changes-broken = La colonne « { $field } » ne désigne personne d’un état à l’autre (elle compte les lignes, ou a été renumérotée) : elle a été laissée de côté.
sources-changes-lost-columns = Colonnes qui ne sont que dans l’état d’avant : { $columns }
sources-changes-new-columns = Colonnes qui ne sont que dans l’état d’après : { $columns }
sources-changes-none = Rien dans cette liste.
sources-changes-line = Ligne
sources-changes-row = ligne { $n }
sources-changes-who = Qui
sources-changes-field = Champ
sources-changes-value-before = Avant
sources-changes-value-after = Après
sources-changes-kind = Ce qui change
sources-changes-writing = écriture
sources-changes-value = valeur
sources-changes-blank = (vide)

## Valeurs successives
sources-history-explained = Les personnes restées dans le fichier pendant que leur courriel, leur téléphone, leur nom ou leur adresse changeait. Une date entre deux états n’est connue qu’à ces états près ; une fin inconnue ne vaut jamais « aujourd’hui ».
sources-history-none = Aucune valeur n’a changé pour une personne restée dans ce fichier, ou rien ne date le changement.
sources-history-who = Qui
sources-history-what = Quoi
sources-history-value = Valeur
sources-history-from = Depuis
sources-history-until = Jusqu’au
sources-history-unknown = inconnu
sources-history-email = courriel
sources-history-phone = téléphone
sources-history-name = nom
sources-history-address = adresse
