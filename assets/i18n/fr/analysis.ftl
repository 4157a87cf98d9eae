# Les phrases du raisonnement : propositions, verdicts, réserves, motifs.
# Règle : toujours deux propositions ; jamais la probabilité d’une proposition, jamais un jugement sur une personne.
# La liste des mots interdits (assets/data/forbidden-words.toml) est appliquée à ce fichier par un test.

analysis-unknown-others = autres personnes inconnues
analysis-support-none = { $support } à une origine extérieure

## Propositions, après « si »

analysis-proposition-source = la liste d’envoi a été constituée, pour moitié au moins, à partir du fichier « { $source } »
analysis-proposition-none = la liste d’envoi ne vient d’aucun des fichiers connus

## Comparaison de deux propositions

analysis-compare = Les observations sont de l’ordre de { $times } fois plus probables si { $first } que si { $second }.
analysis-compare-capped = Les observations sont au moins { $times } fois plus probables, sous les hypothèses énoncées, si { $first } que si { $second }.
analysis-compare-support = Elles apportent un { $support } à la première proposition par rapport à la seconde.
analysis-compare-lowered = Elles apportent un { $support } à la première proposition par rapport à la seconde, un degré de moins que sur l’échelle, faute de personnes de contrôle et de liste complète.
analysis-compare-lowered-to-none = Faute de personnes de contrôle et de liste complète, elles ne sont retenues à l’appui d’aucune des deux propositions plutôt que de l’autre.
analysis-compare-even = Les observations sont à peu près aussi probables si { $first } que si { $second } ; elles ne soutiennent pas une proposition plutôt que l’autre.
analysis-not-said = Cette évaluation ne porte ni sur la probabilité d’une proposition, ni sur l’auteur ou l’intention.

## Verdicts

analysis-verdict-rival = Face au fichier « { $rival } », son concurrent le plus proche parmi les fichiers connus, le rapport est de l’ordre de { $times } : { $support } à la première proposition.
analysis-verdict-rival-capped = Face au fichier « { $rival } », son concurrent le plus proche parmi les fichiers connus, le rapport est d’au moins { $times } : { $support } à la première proposition.
analysis-verdict-rival-even = Face au fichier « { $rival } », son concurrent le plus proche parmi les fichiers connus, elles ne soutiennent pas une proposition plutôt que l’autre.
analysis-verdict-copy = Si la liste vient de ce fichier, sa copie se situe { $days } (ensemble à 95 %).
analysis-verdict-too-close = Les observations ne départagent pas le fichier « { $first } » et le fichier « { $second } ».
analysis-verdict-none = Les observations ne soutiennent nettement aucun des fichiers connus par rapport à une origine extérieure.
analysis-verdict-no-recipients = Aucun destinataire n’est connu pour cet envoi : il n’y a rien à évaluer.
analysis-verdict-no-sources = Aucun fichier n’est donné comme origine possible : il n’y a rien à comparer.

## Réserves

analysis-caution-none-supported = Aucun fichier connu n’est nettement soutenu par rapport à une origine extérieure.
analysis-caution-too-close = Les deux fichiers les mieux placés ne se départagent pas : l’écart entre eux est trop faible pour conclure.
analysis-caution-no-controls = Ni personne de contrôle ni liste complète : le degré de soutien affiché est abaissé d’un cran.
analysis-caution-few-recipients = { $n ->
    [one] Un seul destinataire : tout repose sur cette personne.
   *[other] Seulement { $count } destinataires : chaque personne pèse lourd dans le résultat.
}
analysis-caution-circle-only = Tous les destinataires ont été trouvés dans le cercle d’un même fichier : leur présence dans ce fichier, ou dans un fichier qui tient les mêmes personnes, ne dit rien contre une autre origine.
analysis-caution-some-unexplained = Certains destinataires ne figurent dans aucun des fichiers connus ; la part inexpliquée est estimée à { $mean } (intervalle à 95 % : de { $lo } à { $hi }).
analysis-caution-two-copies = Les bornes de la date de copie se contredisent : il y a eu deux copies, ou la liste réunit plusieurs fichiers.
analysis-caution-outside-circle = { $n ->
    [one] { $count } personne a été trouvée dans le cercle d’un fichier où elle ne figure pas ; elle est traitée comme venue par appel ouvert.
   *[other] { $count } personnes ont été trouvées dans le cercle d’un fichier où elles ne figurent pas ; elles sont traitées comme venues par appel ouvert.
}
analysis-caution-undated = Rien ne date la copie : ni lignes datées, ni deux états du fichier.
analysis-caution-no-sources = Aucun fichier n’est donné comme origine possible.
analysis-caution-no-recipients = Aucun destinataire n’est connu.

## Motifs : opportunité selon les documents

analysis-post-unknown = fonction inconnue
analysis-less-than = moins de { $share }
analysis-more-than = plus de { $share }
analysis-reason-post = { $post }, { $span }, { $proof } : accès certain au fichier « { $source } » pour { $certain } de la distribution de la date de copie, possible pour { $possible }.
analysis-reason-post-certain = { $post }, { $span }, { $proof } : accès certain au fichier « { $source } » pour { $certain } de la distribution de la date de copie.
analysis-reason-post-possible = { $post }, { $span }, { $proof } : accès possible, mais non certain, au fichier « { $source } » pour { $possible } de la distribution de la date de copie.
analysis-reason-post-outside = { $post }, { $span }, { $proof } : fonction donnant accès au fichier « { $source } », sans jour commun avec une date de copie connue.
analysis-reason-export = Le journal d’accès porte une sortie de données le { $day }.
analysis-reason-export-rows = { $n ->
    [one] Le journal d’accès porte une sortie de données le { $day } ({ $rows } ligne).
   *[other] Le journal d’accès porte une sortie de données le { $day } ({ $rows } lignes).
}
analysis-reason-used-after-post = { $n ->
    [one] Le premier envoi a eu lieu { $days } jour après la fin de la fonction « { $post } ».
   *[other] Le premier envoi a eu lieu { $days } jours après la fin de la fonction « { $post } ».
}
analysis-reason-two-hats = Une autre fonction était exercée ailleurs le jour de l’envoi : { $post }.
analysis-reason-others = { $n ->
    [one] { $count } autre personne avait accès au fichier les mêmes jours.
   *[other] { $count } autres personnes avaient accès au fichier les mêmes jours.
}
analysis-reason-no-others = Aucune autre personne connue n’avait accès au fichier les mêmes jours.
