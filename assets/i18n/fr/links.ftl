# Les liens entre destinataires et fiches : la cascade, les étiquettes, la relecture.
# Les nombres sont déjà écrits comme en français.

## La cascade
links-waterfall-title = Ce qui rapproche les deux fiches
links-step-prior = Avant de comparer
links-step-household = Un autre membre du foyer
links-step-rivals = D’autres fiches conviennent aussi
links-step-posterior = En tout
links-bit = { $n } bit
links-bits = { $n } bits
links-percent = { $n } %
links-more-than = plus de { $p }
links-less-than = moins de { $p }
links-unknown = inconnue
links-chance = 1 chance sur { $n }
links-times = { $n } fois
links-what-is-a-bit = Un bit mesure le poids d’un indice : chaque bit en plus double le rapport entre « même personne » et « autre personne », chaque bit en moins le divise par deux. Dix bits le multiplient par mille environ.
links-explain-prior = Une fiche prise au hasard a { $chance } d’être cette personne.
links-explain-posterior = Tout compte fait, le lien a une probabilité de { $p }.
links-explain-household = Deux membres d’un même foyer se ressemblent par l’adresse et souvent par le nom ; ce que cela retire est compté ici.
links-explain-rivals = Une seule fiche peut être cette personne : ce que les autres fiches ressemblantes lui disputent est compté ici.
links-explain-for = Observé environ { $times } plus souvent entre deux fiches d’une même personne qu’entre celles de deux personnes. Probabilité à ce point : { $p }.
links-explain-against = Observé environ { $times } plus souvent entre les fiches de deux personnes qu’entre deux fiches d’une même personne. Probabilité à ce point : { $p }.
links-described-step = { $what } ({ $bits })
links-waterfall-both = Une fiche prise au hasard a { $prior } d’être cette personne ; pour : { $for } ; contre : { $against } ; en tout, la probabilité est de { $posterior }.
links-waterfall-for = Une fiche prise au hasard a { $prior } d’être cette personne ; pour : { $for } ; rien contre ; en tout, la probabilité est de { $posterior }.
links-waterfall-against = Une fiche prise au hasard a { $prior } d’être cette personne ; rien pour ; contre : { $against } ; en tout, la probabilité est de { $posterior }.
links-waterfall-nothing = Une fiche prise au hasard a { $prior } d’être cette personne, et rien n’a pu être comparé.
links-step-spoken = { $what } : { $bits }, soit { $p } en tout
links-table-what = Comparaison
links-table-ours = Destinataire
links-table-theirs = Fiche
links-table-bits = Bits
links-table-total = Total en bits
links-table-probability = Probabilité
links-axis-even = 50 %
links-axis-less = moins probable
links-axis-more = plus probable

## Ce qu’une comparaison a vu
links-name-missing = nom absent d’un côté
links-name-swapped = nom et prénom échangés
links-name-very-rare = très rare
links-name-rare = rare
links-name-common = courant
links-last-exact = même nom
links-last-part = un nom contenu dans l’autre
links-last-nickname = nom abrégé
links-last-initial = nom réduit à l’initiale
links-last-close = noms presque identiques
links-last-near = noms proches
links-last-far = noms vaguement proches
links-last-different = noms différents
links-last-missing = nom absent d’un côté
links-first-exact = même prénom
links-first-part = un prénom contenu dans l’autre
links-first-nickname = diminutif connu
links-first-initial = prénom réduit à l’initiale
links-first-close = prénoms presque identiques
links-first-near = prénoms proches
links-first-far = prénoms vaguement proches
links-first-different = prénoms différents
links-first-missing = prénom absent d’un côté
links-address-exact = même adresse
links-address-close = même adresse, voie écrite autrement
links-address-street = même voie, numéro différent ou absent
links-address-elsewhere = même numéro et même voie, commune différente ou absente
links-address-place = même code postal et même commune
links-address-town = même commune ou même code postal
links-address-different = adresses différentes
links-address-missing = adresse absente d’un côté
links-email-exact = même courriel
links-email-local = même courriel, autre domaine
links-email-close = courriels presque identiques
links-email-different = courriels différents
links-email-missing = courriel absent d’un côté
links-phone-exact = même téléphone
links-phone-close = téléphones à un chiffre près
links-phone-different = téléphones différents
links-phone-missing = téléphone absent d’un côté
links-birth-exact = même date de naissance
links-birth-swapped = dates de naissance, jour et mois échangés
links-birth-close = dates de naissance à un élément près
links-birth-year = même année de naissance
links-birth-different = dates de naissance différentes
links-birth-missing = date de naissance absente d’un côté
links-civility-same = même civilité
links-civility-different = civilités différentes
links-civility-missing = civilité absente d’un côté
links-identifier-exact = même identifiant
links-identifier-close = identifiants à un chiffre près
links-identifier-different = identifiants différents
links-identifier-missing = identifiant absent d’un côté

## Comment un lien s’appelle
links-label-sure = sûr
links-label-sure-meaning = Lien d’une probabilité d’au moins 99 %.
links-label-likely = probable
links-label-likely-meaning = Lien d’une probabilité de 90 à 99 %.
links-label-possible = possible
links-label-possible-meaning = Lien d’une probabilité de 50 à 90 %, pas davantage : à relire.
links-label-household = foyer
links-label-household-meaning = Même adresse, mais un autre membre du foyer s’y accorde mieux que la personne elle-même.
links-label-ambiguous = ambigu
links-label-ambiguous-meaning = Au moins une autre fiche convient assez bien pour qu’on ne puisse pas dire laquelle est la bonne.
links-label-weak = faible
links-label-weak-meaning = Moins d’une chance sur deux que ce soit la même personne : ce lien ne compte pas.

## Relire les liens
links-label-not-found = non retrouvé
links-label-decided = relu
links-bits-tip = Que sont les bits ?
links-total-so-far = À ce point : { $bits }, soit { $p }
links-copy-csv = Copier (CSV)
links-copy-csv-tip = Copier les nombres de ce graphique pour un tableur
links-copy-json = Copier (JSON)
links-copy-json-tip = Copier les nombres de ce graphique pour un programme
links-both-records = Les deux fiches côte à côte
links-field-street = adresse
links-agreement-same = identique
links-agreement-alike = identique, écrit autrement
links-agreement-different = différent
links-agreement-only-ours = seulement chez le destinataire
links-agreement-only-theirs = seulement dans la fiche
links-by-email = Le courriel est le même. Ce lien ne repose sur aucune autre comparaison.
links-by-phone = Le numéro de téléphone est le même. Ce lien ne repose sur aucune autre comparaison.
links-by-review = Un relecteur a dit que cette ligne est bien la personne ; le programme ne les avait pas rapprochées.
links-by-identifier = L’identifiant est le même. Ce lien ne repose sur aucune autre comparaison.
links-runner-up = La fiche suivante la plus proche est la ligne { $row }, avec une probabilité de { $p }.
links-runner-up-near = Une autre fiche convient presque aussi bien : la ligne { $row }, avec une probabilité de { $p }.
links-answer-same = même personne
links-answer-different = autre personne
links-answer-household = même foyer
links-answer-unsure = pas assez d’éléments
links-decided = Relu le { $at } : { $answer }
links-decided-blind = Relu le { $at }, score caché : { $answer }
links-hidden = Le score et ce qui le fonde s’affichent une fois la paire décidée.
links-hidden-here = Caché jusqu’à votre décision, pour ne pas l’influencer.
links-review-not-analysed = Les liens à relire s’afficheront après l’analyse.
links-review-gone = Cette paire n’est plus dans le dossier. Passez à la suivante.
links-review-title = Relire les liens
links-review-back = Retour à la liste
links-review-recipient = Destinataire { $id }
links-review-control = Contrôle { $id }
links-review-row = { $source }, { $snapshot }, ligne { $row }
links-review-as-of = état du { $day }
links-review-undated = état non daté (E{ $evidence })
links-review-whole-row = Toute la ligne, telle qu’écrite
links-review-given = Votre réponse : { $answer }. Une autre réponse la remplace.
links-review-place = { $place } sur { $total }
links-review-decided = { $n ->
    [0] aucune paire décidée
    [one] { $count } paire décidée
   *[other] { $count } paires décidées
}
links-review-progress = { $n } paires décidées sur { $total }
links-review-minutes-left = encore { $n } min environ
links-review-seconds-left = encore moins d’une minute
links-review-last = Paire précédente, { $name } : vous avez répondu « { $answer } » ; le programme l’appelait « { $label } » ({ $p }).
links-review-last-unscored = Paire précédente, { $name } : vous avez répondu « { $answer } ».
links-reason-ambiguous = Pourquoi cette paire : une autre fiche convient aussi.
links-reason-doubtful = Pourquoi cette paire : le programme hésite.
links-reason-household = Pourquoi cette paire : même adresse, autre nom.
links-reason-sample = Pourquoi cette paire : tirée au sort parmi celles dont le programme est certain, pour compter ses erreurs.
links-estimate-title = { $n ->
    [one] Ce que dit { $count } réponse
   *[other] Ce que disent { $count } réponses
}
links-estimate-precision = Liens justes
links-estimate-precision-meaning = Sur 100 liens retenus, { $lo } à { $hi } désignent la bonne personne (intervalle à 95 %).
links-estimate-recall = Liens retrouvés
links-estimate-recall-meaning = Sur 100 personnes rapprochées à juste titre, le programme en retient entre { $lo } et { $hi } (intervalle à 95 %). Une personne que rien ne rapproche d’une fiche n’est pas comptée.
links-estimate-unknown = on ne sait pas encore : trop peu de réponses
links-estimate-unchecked = { $n ->
    [one] { $count } lien est dans un groupe où rien n’a encore été relu : l’intervalle en tient compte.
   *[other] { $count } liens sont dans des groupes où rien n’a encore été relu : les intervalles en tiennent compte.
}
links-review-nothing = Rien à relire
links-review-nothing-next = Il n’y a aucun lien à relire : ajoutez des destinataires et des fichiers, ou attendez la fin de l’analyse.
links-review-done = Tout est relu
links-review-done-next = Vos réponses remplacent l’avis du programme et sont notées dans le journal du dossier. L’analyse en tient compte ; chaque réponse peut être annulée.
links-review-skipped = Fin de la liste
links-review-skipped-next = Des paires ont été laissées de côté.
links-review-see-skipped = Voir les paires laissées de côté
links-review-answered = { $answer } : { $count }
