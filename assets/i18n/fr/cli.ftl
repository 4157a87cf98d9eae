# Ligne de commande
cli-summary-counts = { $files } fichiers lus : { $found } éléments trouvés = { $imported } importés + { $duplicates } en double + { $rejected } rejetés
cli-summary-nothing = Aucun destinataire : ajoutez les messages reçus ou la liste des destinataires, puis recommencez l’analyse.
cli-summary-campaign = { $n-messages ->
    [one] { $messages } message
   *[other] { $messages } messages
}, { $n-recipients ->
    [one] { $recipients } destinataire
   *[other] { $recipients } destinataires
}, { $n-controls ->
    [one] { $controls } personne de contrôle
   *[other] { $controls } personnes de contrôle
} ; { $is-one-day ->
    [yes] envoi le { $first }
   *[no] envois du { $first } au { $last }
}
cli-summary-sources = Fichiers candidats
cli-summary-source = Fichier
cli-summary-captured = Retrouvés
cli-summary-exclusive = Exclusifs
cli-summary-share = Part [95 %]
cli-summary-support = log10 RV
cli-summary-none = Aucun fichier connu
cli-summary-copy = Date de la copie
cli-summary-undated = Rien ne date la copie : il faut des lignes datées ou au moins deux états du fichier.
cli-summary-span = { $is-one-day ->
    [yes] le { $from }
   *[no] du { $from } au { $to }
} ({ $mass } a posteriori)
cli-summary-witnesses = limite au { $at }, tenue par { $count ->
    [one] un enregistrement
   *[other] { $count } enregistrements
} : { $names }
cli-summary-who = Qui pouvait détenir la copie
cli-summary-who-note = Opportunité selon les documents, par ordre alphabétique ; ce n’est pas un classement.
cli-summary-person = Personne
cli-summary-certain = Certaine
cli-summary-possible = Possible
cli-summary-reason = { $person } : { $reason }
cli-run-files = Fichiers écrits : { $files }
cli-demo-no-display = Il n’y a pas d’écran pour la fenêtre : voici le même incident (« { $name } ») traité ici.
