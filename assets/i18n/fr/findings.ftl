# Ce qui accompagne un verdict : ce qui en changerait les termes, la prochaine question, les parties d’un fichier, deux copies, les graphies partagées. Mêmes règles que analysis.ftl.

findings-heading-change = Ce qui changerait la réponse
findings-heading-next = La prochaine question à poser
findings-scale = { $name }, version { $version } ; les rapports affichés ne dépassent pas { $cap }.
findings-heading-beside = Autres constats

## Ce qui changerait les termes du verdict

findings-changes = Les termes du verdict changent { $list }.
findings-holds = Ils restent les mêmes { $list }.
findings-holds-all = Aucune des hypothèses examinées ne change les termes du verdict : ils restent les mêmes { $list }.
findings-change-pool-below = si le bassin compte moins de { $pool } personnes
findings-change-pool-above = si le bassin compte plus de { $pool } personnes
findings-change-sigma-below = si le cercle favorise ses membres d’un facteur inférieur à { $sigma }
findings-change-sigma-above = si le cercle favorise ses membres d’un facteur supérieur à { $sigma }
findings-change-share = si « venir d’un fichier » veut dire en venir pour { $share } au moins, et non pour moitié
findings-change-source = sans le fichier « { $source } » parmi les candidats
findings-change-prints = sans les graphies partagées
findings-change-recipients = { $n ->
    [one] si l’on écarte un seul destinataire, celui qui pèse le plus
   *[other] si l’on écarte les { $count } destinataires qui pèsent le plus
}
findings-hold-pool = quel que soit le bassin essayé
findings-hold-sigma = quelle que soit la force du cercle
findings-hold-share = quelle que soit la part minimale essayée
findings-hold-sources = quel que soit l’autre fichier que l’on retire
findings-hold-prints = avec ou sans les graphies partagées
findings-hold-recipient = quel que soit le destinataire que l’on écarte
findings-and = { $list } ; { $last }

findings-turned-pool = Bassin : de { $low } à { $high } personnes
findings-turned-sigma = Force du cercle : de { $low } à { $high }
findings-turned-share = Part minimale : { $low } ou { $high }, au lieu de la moitié
findings-turned-recipient = Sans le destinataire { $recipient }
findings-turned-source = Sans le fichier « { $source } »
findings-turned-prints = Sans les graphies partagées
findings-unlimited = sans limite

findings-influence = Sans { $recipient }, le log10 du rapport de vraisemblance du fichier « { $source } » face à une origine extérieure passe de { $before } à { $after }.
findings-influence-rival = Sans { $recipient }, le log10 du rapport de vraisemblance du fichier « { $source } » passe de { $before } à { $after } face à une origine extérieure, et de { $rival-before } à { $rival-after } face au fichier « { $rival } ».

## La prochaine question

findings-question-control = Chercher quelqu’un qui figurait dans le fichier « { $source } » les jours de la copie, et lui demander si le message lui est parvenu.
findings-question-control-other = Chercher quelqu’un qui figurait dans le fichier « { $source } » et non dans le fichier « { $other } » les jours de la copie, et lui demander si le message lui est parvenu.
findings-question-membership = Demander à { $recipient } dans quels fichiers cette personne a figuré : son lien avec le fichier « { $source } » n’est pas sûr.
findings-question-presence = Demander à { $recipient } dans quels fichiers cette personne figurait le { $day } : ses dates dans le fichier « { $source } » ne sont pas connues.
findings-question-statement = Demander à { $recipient } à qui cette personne a donné cette adresse ou ce numéro, et à qui d’autre.
findings-question-contest = Cela aiderait à départager le fichier « { $source } » et le fichier « { $other } » (information attendue : { $bits } bit sur 1).
findings-question-contest-none = Cela aiderait à départager le fichier « { $source } » et une origine extérieure (information attendue : { $bits } bit sur 1).
findings-question-none = Aucune question à une personne connue n’apporterait d’information sur ce point.

findings-reply-yes = oui
findings-reply-no = non
findings-reply-only-to-source = au fichier « { $source } » seul
findings-reply-only-to-other = au fichier « { $other } » seul
findings-reply-only-elsewhere = à un autre seul
findings-reply-undecided = à plusieurs, ou ne sait plus
findings-prospect = Réponse « { $reply } » : le log10 du rapport de vraisemblance serait { $log }.

## Parties d’un fichier, deux copies

findings-slice = Seule la partie du fichier « { $source } » où « { $field } » vaut « { $value } » : les observations sont { $times } plus probables si la liste vient, pour moitié au moins, de cette partie que si elle vient, pour moitié au moins, du fichier entier. { $captured } des { $of } destinataires retrouvés dans le fichier sont dans cette partie, qui compte { $size } personnes.
findings-slice-whole = La partie du fichier « { $source } » où « { $field } » vaut « { $value } » a été essayée : les observations sont { $times } plus probables si la liste vient, pour moitié au moins, du fichier entier.
findings-slice-even = La partie du fichier « { $source } » où « { $field } » vaut « { $value } » a été essayée : les observations ne la départagent pas du fichier entier.

findings-two-copies = Une seule copie du fichier « { $source } » n’explique pas la liste : il en faut deux, l’une vers le { $first }, l’autre vers le { $second }, ou une liste réunie de deux états du fichier.
findings-two-copies-records = Figuraient dans le fichier le { $first } et non le { $second } : { $only-first }. Le { $second } et non le { $first } : { $only-second }.
findings-two-copies-share = La seconde copie rendrait compte d’environ { $share } de la liste.

## Graphies partagées

findings-quirk = Message à { $recipient }, { $where } : « { $rendered } ». Le fichier « { $source } » porte « { $written } » et donne ce texte ; le fichier « { $rival } » porte « { $rival-written } » et aurait donné « { $would-show } ».
findings-quirk-rare = { $quirk } Ce que le message a de différent figure dans { $share } des lignes du fichier « { $rival } ».
findings-prints-standing = { $n ->
    [one] Sur { $count } destinataire dont la graphie départage les fichiers, le fichier « { $source } » donne le texte du message pour { $given }.
   *[other] Sur { $count } destinataires dont la graphie départage les fichiers, le fichier « { $source } » donne le texte du message pour { $given }.
}
