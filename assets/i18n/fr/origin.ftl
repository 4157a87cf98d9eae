# La salle Origine : questions, graphiques, listes derrière les nombres.
# Mêmes règles que analysis.ftl : toujours deux propositions, jamais un jugement sur une personne.

## Les questions

origin-question-which = De quel fichier vient la liste ?
origin-question-pair = Ce fichier, ou un autre ?
origin-question-when = Quand la copie a-t-elle été faite ?
origin-question-quirks = Quelles fautes le message partage-t-il avec un fichier ?
origin-question-change = Qu’est-ce qui changerait la réponse ?
origin-question-rivals = Quelles autres explications ?
origin-question-next = Que demander ensuite ?
origin-question-people = Et pour chaque destinataire ?

origin-answer = La réponse, et ses réserves
origin-answer-which = « { $source } » tient { $captured } des { $all } destinataires ; part estimée de la liste : { $share }.
origin-answer-which-none = Aucun fichier ne se détache. « { $source } », le mieux placé, tient { $captured } des { $all } destinataires ; part estimée : { $share }.
origin-answer-pair = Comparez deux fichiers au choix, dans les deux sens.
origin-answer-when = Si la liste vient de « { $source } » : copie { $days }.
origin-answer-when-undated = Rien ne date la copie de « { $source } ».
origin-answer-people = La part de chaque origine, personne par personne.
origin-open = Montrer le détail : { $question }
origin-close = Replier : { $question }

## Le classement

origin-column-file = Fichier
origin-column-in = Y sont
origin-column-in-tip = Destinataires qui sont dans ce fichier
origin-column-out = N’y sont pas
origin-column-out-tip = Destinataires qui ne sont pas dans ce fichier
origin-column-only = Là seulement
origin-column-only-tip = Destinataires qui sont dans ce fichier et dans aucun autre fichier détenu
origin-column-controls = Sans envoi
origin-column-controls-tip = Personnes de ce fichier dont on sait qu’elles n’ont rien reçu (contrôles)
origin-column-support = Soutien
origin-column-support-tip = En toutes lettres, face à « aucun des fichiers connus »
origin-column-chance = Hasard (p)
origin-column-chance-tip = Probabilité d’en retrouver au moins autant si les destinataires étaient tirés au hasard dans la population
origin-column-lr = log10
origin-column-lr-tip = Logarithme décimal du rapport de vraisemblance entre « au moins la moitié vient de ce fichier » et « rien ne vient d’un fichier connu »
origin-ranking = Fichiers candidats, du mieux au moins bien soutenu
origin-ranking-what = Chaque nombre ouvre la liste des personnes qu’il compte. Un clic sur un fichier montre ce qui parle pour et contre lui.
origin-nowhere = Dans aucun fichier
origin-covering = Le plus petit ensemble de fichiers qui tient tous les destinataires expliqués : { $sources }.
origin-covering-nobody = { $n ->
    [0] Aucun destinataire n’est resté hors de tous les fichiers.
    [one] { $count } destinataire n’est dans aucun fichier.
   *[other] { $count } destinataires ne sont dans aucun fichier.
}

## Les parts

origin-shares-title = Part de la liste venue de chaque fichier
origin-shares-description = Part estimée de la liste, tous fichiers pris ensemble : { $parts } ; entre parenthèses, l’intervalle à 95 %.
origin-shares-one = { $name } { $share }
origin-shares-unexplained = hors des fichiers connus
origin-shares-file = Fichier
origin-shares-mean = Part moyenne
origin-shares-lo = De
origin-shares-hi = À
origin-shares-reading = Barre : part moyenne. Trait : intervalle à 95 %. Les parts de tous les fichiers font ensemble 100 %.

## Ce fichier, ou un autre ?

origin-pair-what = Deux propositions, et ce que les observations disent de l’une face à l’autre.
origin-pair-first = Première proposition
origin-pair-second = Seconde proposition
origin-pair-turn = Inverser
origin-pair-none = aucun des fichiers connus
origin-pair-same = Choisissez deux propositions différentes.
origin-pair-apart = Ce qui les départage
origin-pair-all = Toutes les comparaisons

## La date de copie

origin-copy-title = Quand « { $source } » aurait été copié
origin-copy-summary = Si la liste vient de ce fichier, la copie a été faite { $days } (ensemble à 95 %) ; la densité est la plus haute à partir du { $mode }.
origin-copy-of = Fichier
origin-copy-not-before = Pas avant le { $day }, à cause de
origin-copy-not-after = Pas après le { $day }, à cause de
origin-copy-from-window = Le { $day } est la première date possible : aucun témoin ne borne plus tôt.
origin-copy-to-window = Le { $day } est la dernière date possible : le jour de l’envoi.
origin-copy-more-witnesses = { $n ->
    [one] { $count } autre
   *[other] { $count } autres
}
origin-copy-limits = Les témoins de chaque borne
origin-copy-limits-what = Un témoin est quelqu’un dont l’entrée, la sortie ou le changement d’adresse dans le fichier interdit une date plus lointaine.
origin-copy-reading = Hauteur : probabilité par jour. Fond : ensemble à 95 %, fait d’intervalles entiers entre deux changements du fichier, donc plutôt trop large.

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
origin-fact-lr-for = Face à « aucun des fichiers connus » : { $support } (log10 du rapport : { $lr }).
origin-fact-lr-against = Face à « aucun des fichiers connus », les observations ne le soutiennent pas (log10 du rapport : { $lr }).
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

origin-quoted = « { $name } »
origin-tornado-title = Ce qui changerait le rapport de « { $source } » face à { $other }
origin-tornado-steady = Aucun de ces changements ne modifie les mots de la réponse.
origin-tornado-changes = Les mots de la réponse changeraient dans ces cas : { $changes }.
origin-tornado-more = { $n ->
    [one] { $count } autre cas
   *[other] { $count } autres cas
}
origin-tornado-at = { $what } à { $value }
origin-tornado-names-none = { $what } (plus aucun fichier n’est nommé)
origin-tornado-names = { $what } (« { $source } » est alors nommé)
origin-tornado-tips = Toutes choses égales, ils basculent avec { $tips }.
origin-tip-pool = une population de référence de { $pool }
origin-tip-sigma = une force des cercles de { $sigma }
origin-tip-recipients = { $n ->
    [one] le retrait du témoin le plus fort
   *[other] le retrait des { $count } témoins les plus forts
}
origin-turned-pool = Population de référence
origin-turned-sigma = Force des cercles
origin-turned-prior = Part minimale de la liste
origin-turned-recipient = Sans le destinataire { $id }
origin-turned-source = Sans le fichier « { $source } »
origin-turned-prints = Sans les fautes partagées
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
