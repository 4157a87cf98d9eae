# La salle Origine : questions, graphiques, listes derrière les nombres.
# Mêmes règles que analysis.ftl : toujours deux propositions, jamais un jugement sur une personne.

## Les questions

origin-question-which = De quel fichier vient la liste ?
origin-question-pair = Ce fichier, ou un autre ?
origin-question-when = Quand la copie a-t-elle été faite ?
origin-question-quirks = Quelles fautes le message partage-t-il avec un fichier ?
origin-question-change = Qu’est-ce qui changerait la réponse ?
origin-question-rivals = Quelles autres explications ?
origin-question-next = Que demander ensuite ?
origin-question-people = Et pour chaque destinataire ?

origin-answer = La réponse, et ses réserves
origin-answer-which = « { $source } » tient { $captured } des { $all } destinataires ; part estimée de la liste : { $share }.
origin-answer-which-none = Aucun fichier ne se détache. « { $source } », le mieux placé, tient { $captured } des { $all } destinataires ; part estimée : { $share }.
origin-answer-pair = Comparez deux fichiers au choix, dans les deux sens.
origin-answer-when = Si la liste vient de « { $source } » : copie { $days }.
origin-answer-when-undated = Rien ne date la copie de « { $source } ».
origin-answer-people = La part de chaque origine, personne par personne.

## Le classement

origin-column-file = Fichier
origin-column-in = Y sont
origin-column-in-tip = Destinataires qui sont dans ce fichier
origin-column-out = N’y sont pas
origin-pair-unheld = Qui est dans « { $source } » est inconnu : ses lignes ne sont pas au dossier.
origin-unknown = inconnu : les lignes de ce fichier ne sont pas au dossier
origin-column-out-tip = Destinataires qui ne sont pas dans ce fichier
origin-column-only = Là seulement
origin-column-only-tip = Destinataires qui sont dans ce fichier et dans aucun autre fichier détenu
origin-column-controls = Sans envoi
origin-column-controls-tip = Personnes de ce fichier dont on sait qu’elles n’ont rien reçu (contrôles)
origin-column-support = Soutien
origin-column-support-tip = En toutes lettres, face à une origine extérieure
origin-column-lr = log10
origin-column-lr-tip = Logarithme décimal du rapport de vraisemblance entre « au moins la moitié vient de ce fichier » et « rien ne vient d’un fichier connu »
origin-ranking = Fichiers candidats, du mieux au moins bien soutenu
origin-ranking-what = Chaque nombre ouvre la liste des personnes qu’il compte. Un clic sur un fichier montre ce qui parle pour et contre lui.
origin-covering = Le plus petit ensemble de fichiers qui tient tous les destinataires expliqués : { $sources }.
origin-covering-nobody = { $n ->
    [0] Aucun destinataire n’est resté hors de tous les fichiers dont on a les lignes.
    [one] { $count } destinataire n’est dans aucun des fichiers dont on a les lignes.
   *[other] { $count } destinataires ne sont dans aucun des fichiers dont on a les lignes.
}

## Les parts

origin-shares-title = Part de la liste venue de chaque fichier
origin-shares-description = Part estimée de la liste, tous fichiers pris ensemble : { $parts } ; entre parenthèses, l’intervalle à 95 %.
origin-shares-one = { $name } { $share }
origin-shares-unexplained = hors des fichiers connus
origin-shares-file = Fichier
origin-shares-mean = Part moyenne
origin-shares-lo = 95 % : de
origin-shares-hi = à
origin-shares-lo50 = 50 % : de
origin-shares-hi50 = à
origin-shares-reading = Part des destinataires connus. Barre : moyenne. Trait fin : intervalle à 95 %, trait épais : à 50 %. Tous les fichiers font ensemble 100 %.

## Ce fichier, ou un autre ?

origin-pair-what = Deux propositions, et ce que les observations disent de l’une face à l’autre.
origin-pair-first = Première proposition
origin-pair-second = Seconde proposition
origin-pair-turn = Inverser
origin-pair-none = aucun des fichiers connus
origin-pair-same = Choisissez deux propositions différentes.
origin-pair-apart = Ce qui les départage

## La date de copie

origin-copy-title = Quand « { $source } » aurait été copié
origin-copy-summary = Si la liste vient de ce fichier, la copie a été faite { $days } (ensemble à 95 %) ; la densité est la plus haute à partir du { $mode }.
origin-copy-of = Fichier
origin-copy-not-before = L’ensemble à 95 % commence le { $day } ; les jours d’avant s’accordent mal avec ce que le fichier dit de
origin-copy-not-after = L’ensemble à 95 % finit le { $day } ; les jours d’après s’accordent mal avec ce que le fichier dit de
origin-copy-from-window = Le { $day } est la première date possible : aucun témoin ne borne plus tôt.
origin-copy-to-window = Le { $day } est la dernière date possible : le jour de l’envoi.
origin-copy-more-witnesses = { $n ->
    [one] { $count } autre
   *[other] { $count } autres
}
origin-copy-limits = Les témoins de chaque borne
origin-copy-limits-what = Un témoin est quelqu’un dont l’entrée, la sortie ou le changement d’adresse dans le fichier s’accorde mal avec un jour plus lointain. Chaque borne est celle de l’ensemble à 95 % : au-delà, la courbe peut garder un peu de hauteur.
origin-copy-inside50 = Dans l’ensemble à 50 %
origin-copy-set50 = Ensemble à 50 %
origin-copy-reading = Hauteur : probabilité par jour. Trait épais au pied : ensemble à 50 %. Fond : ensemble à 95 %, fait d’intervalles entiers entre deux changements du fichier, donc plutôt trop large.

## Graphiques

origin-chart-of = { $what } : { $title }
origin-chart-copy = Copier
origin-chart-copy-tip = Copier le tableau dans le presse-papiers (valeurs séparées par des tabulations)
origin-chart-svg = SVG…
origin-chart-svg-tip = Enregistrer le graphique pour l’imprimer ou le citer

## Derrière un nombre

origin-behind-back = Retour à l’origine
origin-behind-back-tip = Échap
origin-behind-room = Ouvrir la salle Destinataires
origin-behind-what = Choisissez une personne : l’inspecteur montre le lien et la ligne du fichier telle qu’elle est écrite.
origin-behind-nobody = Personne.
origin-behind-used = Ce qui a été utilisé
origin-behind-how = { $how }, { $p }
origin-behind-row = Ligne du fichier
origin-behind-link = Lien
origin-behind-row-value = { $source }, { $snapshot }, ligne { $row }
origin-behind-row-only = { $snapshot }, ligne { $row }
origin-behind-row-only-undated = ligne { $row }
origin-behind-row-value-undated = { $source }, ligne { $row }
origin-behind-other-details = { $source } : d’autres coordonnées
origin-behind-not-there = pas dans ce fichier
origin-behind-said = { $source } : selon sa déclaration
origin-behind-received = { $n ->
    [one] { $count } destinataire de l’envoi
   *[other] { $count } destinataires de l’envoi
}
origin-behind-in = { $n ->
    [one] { $count } destinataire est dans « { $source } »
   *[other] { $count } destinataires sont dans « { $source } »
}
origin-behind-not-in = { $n ->
    [one] { $count } destinataire n’est pas dans « { $source } »
   *[other] { $count } destinataires ne sont pas dans « { $source } »
}
origin-behind-only-in = { $n ->
    [one] { $count } destinataire est dans « { $source } » et dans aucun autre fichier détenu
   *[other] { $count } destinataires sont dans « { $source } » et dans aucun autre fichier détenu
}
origin-behind-elsewhere = { $n ->
    [one] { $count } destinataire est dans « { $source } » et aussi dans un autre fichier
   *[other] { $count } destinataires sont dans « { $source } » et aussi dans un autre fichier
}
origin-behind-controls = { $n ->
    [one] { $count } personne de « { $source } » n’a rien reçu (contrôle)
   *[other] { $count } personnes de « { $source } » n’ont rien reçu (contrôles)
}
origin-behind-circle = { $n ->
    [one] { $count } destinataire a été trouvé dans le cercle de « { $source } »
   *[other] { $count } destinataires ont été trouvés dans le cercle de « { $source } »
}
origin-behind-outside = { $n ->
    [one] { $count } personne a été trouvée dans un cercle où elle ne figure pas
   *[other] { $count } personnes ont été trouvées dans un cercle où elles ne figurent pas
}
origin-behind-nowhere = { $n ->
    [one] { $count } destinataire n’est dans aucun des fichiers
   *[other] { $count } destinataires ne sont dans aucun des fichiers
}
origin-behind-both = { $n ->
    [one] { $count } destinataire est dans « { $source } » et dans « { $other } »
   *[other] { $count } destinataires sont dans « { $source } » et dans « { $other } »
}
origin-behind-first-only = { $n ->
    [one] { $count } destinataire est dans « { $source } » et non dans « { $other } »
   *[other] { $count } destinataires sont dans « { $source } » et non dans « { $other } »
}
origin-behind-neither = { $n ->
    [one] { $count } destinataire n’est ni dans « { $source } » ni dans « { $other } »
   *[other] { $count } destinataires ne sont ni dans « { $source } » ni dans « { $other } »
}
origin-behind-these = { $n ->
    [one] { $count } personne
   *[other] { $count } personnes
}

## Pour et contre

origin-weighing = Pour et contre « { $source } »
origin-for = Pour
origin-against = Contre, ou à garder en tête
origin-nothing-found = Rien de trouvé
origin-fact-lr-for = Face à une origine extérieure : { $support } (log10 du rapport : { $lr }).
origin-fact-lr-against = Face à une origine extérieure, les observations ne le soutiennent pas (log10 du rapport : { $lr }).
origin-fact-not-chance = Un tirage au hasard dans la population n’en ferait guère retrouver autant (p { $p }).
origin-fact-chance = Un tirage au hasard dans la population pourrait en faire retrouver autant (p { $p }).
origin-fact-mailed = { $share } de ce fichier a reçu l’envoi.
origin-fact-mailed-little = Seulement { $share } de ce fichier a reçu l’envoi : il n’a pas été utilisé en entier.
origin-fact-pair-for = Mieux soutenu que « { $source } » (log10 du rapport : { $lr }).
origin-fact-pair-against = Moins bien soutenu que « { $source } » (log10 du rapport : { $lr }).
origin-fact-pair-even = Ne se départage pas de « { $source } » (log10 du rapport : { $lr }).
origin-fact-contradictory = Les bornes de la date de copie se contredisent : deux copies, ou une liste composée.
origin-fact-circle-note = { $text } : leur présence n’y pèse rien face au hasard.

## Ce qui changerait la réponse

origin-outside = une origine extérieure
origin-quoted = « { $name } »
origin-tornado-title = Ce qui changerait le rapport de « { $source } » face à { $other }
origin-turned-pool = Bassin
origin-turned-sigma = Force des cercles
origin-turned-prior = Part minimale de la liste
origin-turned-recipient = Sans le destinataire { $id }
origin-turned-source = Sans le fichier « { $source } »
origin-turned-prints = Sans les graphies partagées
origin-turn-unlimited = illimitée
origin-turn-left-out = laissé de côté
origin-turn-as-is = tel quel
origin-tornado-as-is = La réponse telle quelle
origin-tornado-as-is-at = telle quelle : { $lr }
origin-tornado-even = 0 : ne soutient aucune des deux
origin-tornado-reading = log10 du rapport de vraisemblance, non plafonné. Barre hachurée : les mots de la réponse changent à l’un des bouts.
origin-tornado-what = Ce qui change
origin-tornado-low = Au plus bas
origin-tornado-low-lr = log10
origin-tornado-high = Au plus haut
origin-tornado-high-lr = log10
origin-tornado-changes-header = Autres mots
origin-tornado-spoken = { $what } : { $low } donne { $low-lr }, { $high } donne { $high-lr }.
origin-tornado-spoken-changes = Les mots de la réponse changent.
origin-change-against = Face à
origin-influence-title = Ce que pèse chaque destinataire
origin-influence-what = log10 du rapport du fichier de tête si la personne est laissée de côté ; celles qui pèsent le plus d’abord.
origin-influence-none = Sans elle, face à l’extérieur
origin-influence-rival = Sans elle, face au rival

## La réponse en une phrase

origin-headline-rival = Parmi les fichiers connus, c’est « { $source } » que les observations soutiennent : { $support } face à une origine extérieure, { $rival-support } face à « { $rival } ».
origin-headline-alone = Les observations soutiennent « { $source } », le seul fichier candidat : { $support } face à une origine extérieure.
origin-headline-close = Les observations ne départagent pas « { $source } » et « { $rival } ».
origin-headline-none = Les observations ne soutiennent nettement aucun des fichiers connus.
origin-answer-pair-of = « { $source } » face à « { $other } » : { $support }.
origin-lr-of = { $lr } : « { $source } » face à une origine extérieure

## Deux copies, parties d’un fichier

origin-two-copies-only = { $people } dans le fichier le { $day } et non le { $other }
origin-slices-title = Parties de « { $source } »
origin-slices-whole = Le fichier entier explique la liste au moins aussi bien que chacune de ses parties.
origin-slices-what = Une partie est ce qu’un filtre sur une colonne aurait gardé. log10 au-dessus de 0 : mieux soutenue que le fichier entier. Le fichier entier a la moitié du poids de départ, les parties se partagent l’autre moitié.
origin-slice = { $field } = { $value }
origin-slices-slice = Partie
origin-slices-size = Personnes
origin-slices-captured = Retrouvés
origin-slices-lr = log10
origin-slices-weight = Poids
origin-slices-mailed = A reçu

## Fautes partagées

origin-quirks-none = Aucune : les fichiers auraient écrit les mêmes textes, ou le message ne montre rien qu’on puisse comparer.
origin-quirks-what = Un fichier se trahit par ses manies : une faute de frappe, un nom d’avant, des majuscules, des accents absents. Ne sont comptés que les destinataires pour qui les fichiers auraient donné des textes différents.
origin-quirks-title = Fautes et manies partagées, les plus rares d’abord
origin-quirks-recipient = Destinataire
origin-quirks-shown = Dans le message
origin-quirks-file = Même texte dans
origin-quirks-rival = Autre texte dans
origin-quirks-kind = Différence
origin-quirks-rarity = Rareté
origin-quirks-cell = { $source } : { $text }
origin-quirks-kind-in = { $kind }, { $field }
origin-quirks-one-in = 1 sur { $n }
origin-quirks-standing = « { $source } » : même texte pour { $matches }, autre texte pour { $mismatches }.
origin-addresses-title = Adresses qui désignent un fichier

## Autres explications

origin-rivals-answer = { $n ->
    [0] Les { $all } explications concurrentes ont toutes reçu une réponse.
    [one] { $count } explication concurrente sur { $all } n’a pas encore reçu de réponse.
   *[other] { $count } explications concurrentes sur { $all } n’ont pas encore reçu de réponse.
}
origin-rivals-what = Chaque explication attend une réponse, avec ce sur quoi elle repose. Une explication sans réponse reste imprimée comme réserve.
origin-rival-predicts = Ce qu’on verrait alors
origin-rival-speaks-for = Ce qui parlerait pour elle
origin-rival-speaks-against = Ce qui parlerait contre elle
origin-rival-ask = À demander
origin-rivals-case-says = Ce que le dossier en dit (ce n’est pas une réponse)
origin-rivals-standing = Réponse
origin-rivals-standing-of = Réponse, { $name }
origin-rivals-why = Pourquoi, en une phrase
origin-rivals-why-of = Pourquoi, { $name }
origin-rivals-cite = Citer ce qui est sélectionné
origin-rivals-cite-tip = Une pièce, un message ou un destinataire choisi ailleurs devient ce sur quoi la réponse repose
origin-rivals-uncite = Ne plus citer : { $reference }
origin-rivals-own = Une autre explication
origin-rivals-add = Ajouter

## Que demander ensuite

origin-next-what = Ce qui départagerait le mieux « { $source } » et { $other }, le plus utile d’abord.
origin-next-bits = 1 bit : la réponse tranche à elle seule. 0 : elle n’apprend rien. Le nombre après chaque réponse est le log10 du rapport qui en résulterait.
origin-next-bit = { $n } bit
origin-next-more = { $n ->
    [one] Montrer { $count } autre question
   *[other] Montrer { $count } autres questions
}
origin-reply-after = { $reply } : { $lr }
origin-next-export = Exporter le questionnaire…
origin-next-export-tip = Un tableau à remplir, une ligne par personne et par fichier
origin-next-export-nobody = Ces questions ne s’adressent à personne du dossier : il faut d’abord trouver la personne.
origin-next-file = questionnaire.csv
origin-next-import = Relire un questionnaire rempli…
origin-next-neutral = Le questionnaire est neutre : il demande la même chose sur tous les fichiers et ne dit pas ce que la réponse changerait.
origin-slices-used = Parts et date de copie sont celles de cette partie.
origin-address-given = { $n ->
    [one] { $count } personne dit n’avoir donné cette adresse qu’à « { $source } »
   *[other] { $count } personnes disent n’avoir donné cette adresse qu’à « { $source } »
}

## Et si…

origin-whatif-title = Et si… ? Essayez d’autres hypothèses
origin-whatif-trial = C’est un essai : rien de ce qui est réglé ici n’est enregistré, ni repris dans le dossier.
origin-whatif-start = Préparer un essai
origin-whatif-start-tip = Rapproche de nouveau les fichiers, en arrière-plan ; ensuite chaque réglage répond aussitôt
origin-whatif-preparing = Préparation de l’essai…
origin-whatif-nothing = Il n’y a rien à essayer : ni fichier, ni destinataire.
origin-whatif-drop = Laisser de côté la personne sélectionnée
origin-whatif-drop-tip = Choisissez d’abord un destinataire de cet envoi, ici ou dans une autre salle
origin-whatif-back = Remettre { $id }
origin-whatif-reset = Tout remettre
origin-whatif-same = Avec ces réglages, les mots de la réponse restent les mêmes.
origin-whatif-names = Avec ces réglages, les mots de la réponse changent ; le fichier nommé serait « { $source } ».
origin-whatif-names-none = Avec ces réglages, les mots de la réponse changent ; aucun fichier ne serait nommé.
origin-whatif-file = Fichier
origin-whatif-as-is = Tel quel
origin-whatif-then = À l’essai
origin-whatif-copy = Copie, à l’essai
origin-whatif-what = log10 du rapport face à une origine extérieure, non plafonné.
