# La recherche dans tout le dossier.

window-room-search = Recherche
window-room-search-tip = Chercher dans tout le dossier
search-field = Chercher dans tout le dossier
search-hint = Mots, "phrase exacte", adresse, numéro de téléphone…
search-mode-words = Mots
search-mode-list = Liste de termes
search-list-field = Termes à chercher, un par ligne
search-list-hint = Collez une liste : un terme par ligne
search-list-explained = Collez une liste de noms, d’adresses ou de numéros, un par ligne. Le tableau dit combien de fois chacun est trouvé, salle par salle ; un terme introuvable y reste, avec 0.
search-stage-indexing = Lecture de ce qui peut être cherché
search-stage-searching = Recherche
search-task-rows = Recherche dans les lignes des fichiers
search-progress = { $stage } : { $done } sur { $total }
search-found =
    { $n ->
        [0] Rien trouvé
        [one] 1 élément trouvé
       *[other] { $count } éléments trouvés
    }
search-nothing = Rien dans les messages, destinataires, pièces, fichiers, personnes, événements et notes ne répond à cette recherche.
search-group = { $group } · { $count }
search-more =
    { $n ->
        [one] Montrer l’autre ({ $group })
       *[other] Montrer les { $n } autres ({ $group })
    }
search-too-many =
    { $n ->
        [one] et 1 autre, non montré : précisez la recherche
       *[other] et { $n } autres, non montrés : précisez la recherche
    }
search-hit = { $title } — { $snippet }
search-hidden = trouvé dans ce qui est masqué
search-rows-explained = Les lignes des fichiers ne sont lues qu’à la demande : cela peut prendre quelques minutes sur un grand fichier.
search-rows-progress = { $source } : { $done } lignes lues
search-rows-of =
    { $n ->
        [0] { $title } : aucune ligne sur { $searched } lues
        [one] { $title } : une ligne sur { $searched } lues
       *[other] { $title } : { $count } lignes sur { $searched } lues
    }
search-rows-sealed = { $title } : fichier scellé, ses lignes ne se lisent pas
search-row = ligne { $n }
search-terms-found =
    { $n ->
        [one] 1 terme
       *[other] { $n } termes
    } · sans résultat : { $without }
search-terms-term = Terme
search-terms-total = Total
search-terms-copy = Copier le tableau
search-terms-copy-tip = Copier toutes les colonnes, séparées par des tabulations, pour un tableur
search-terms-explained = Un clic sur un terme montre où il se trouve.
search-terms-literal = lu tel quel
search-terms-nothing = ni lettre ni chiffre
search-help = Ce qu’on peut écrire
search-help-words = lettre adhérents
search-help-words-tip = les deux mots, n’importe où ; accents et majuscules ne comptent pas
search-help-phrase = "lettre aux adhérents"
search-help-phrase-tip = ces mots l’un après l’autre
search-help-or = tract OU (lettre ET rentrée)
search-help-or-tip = l’un ou l’autre ; OU, ET, SAUF s’écrivent en majuscules
search-help-not = lettre SAUF abonnés
search-help-not-tip = le premier, sans le second
search-help-beginning = adhé*
search-help-beginning-tip = tout mot qui commence ainsi
search-help-address = prenom.nom@exemple.fr
search-help-address-tip = cette adresse, comme elle se présente
search-help-number = 06 39 98 00 12
search-help-number-tip = ce numéro, quelle que soit sa forme (+33639980012)
search-help-what = Sont lus : les messages avec leurs en-têtes, les destinataires, les pièces, les fichiers et leurs colonnes, les personnes, les événements, les réponses et les notes. Les lignes des fichiers sont lues à la demande, sous les résultats.
search-mistake-nothing = Rien à chercher : écrivez au moins une lettre ou un chiffre.
search-mistake-open-quote = Caractère { $at } : ce guillemet n’est jamais refermé.
search-mistake-open-parenthesis = Caractère { $at } : cette parenthèse n’est jamais refermée.
search-mistake-stray-parenthesis = Caractère { $at } : cette parenthèse ferme sans avoir été ouverte.
search-mistake-empty = Caractère { $at } : il manque des mots entre ces signes.
search-mistake-before = Caractère { $at } : il manque quelque chose avant { $word }.
search-mistake-after = Caractère { $at } : il manque quelque chose après { $word }.
search-mistake-star = Caractère { $at } : l’étoile se met à la fin d’un mot, pour tout ce qui commence ainsi.
search-mistake-deep = Caractère { $at } : trop de parenthèses les unes dans les autres.
search-mistake-long = Caractère { $at } : trop de mots ; pour beaucoup de termes, prenez la liste de termes.
search-keys-arrows = Haut, Bas
search-keys-arrows-tip = Passer d’un résultat à l’autre
search-keys-enter = Entrée
search-keys-enter-tip = Aller au résultat

window-command-ask = Chercher
window-command-ask-tip = Chercher dans tout le dossier
window-command-search-rows = Chercher aussi dans les lignes des fichiers
window-command-search-rows-tip = Lire toutes les lignes de tous les fichiers, à la demande
window-command-cancel-search = Arrêter
window-command-cancel-search-tip = Arrêter la lecture des lignes
window-command-leave-search = Quitter la recherche
window-command-leave-search-tip = Revenir où l’on était avant de chercher
