# Les explications concurrentes : réserves, où en est la réponse, et ce que le dossier permet d’en dire.
# Leurs textes propres sont des données (assets/data/rivals.toml).

rivals-caution-open = { $n ->
    [one] Une explication concurrente n’a pas encore reçu de réponse : { $names }.
   *[other] { $count } explications concurrentes n’ont pas encore reçu de réponse : { $names }.
}
rivals-caution-possible = { $n ->
    [one] Une explication concurrente reste possible après examen : { $names }.
   *[other] { $count } explications concurrentes restent possibles après examen : { $names }.
}

rivals-standing-open = sans réponse
rivals-standing-spoken-against = répondu : des éléments parlent contre
rivals-standing-possible = répondu : soutenue ou possible
rivals-standing-does-not-apply = sans objet

rivals-side-for = parle pour
rivals-side-against = parle contre
rivals-side-neither = à savoir

rivals-reference-evidence = pièce E{ $id }
rivals-reference-message = message { $id }
rivals-reference-recipient = destinataire { $id }

## Ce que le dossier permet de dire ; jamais une réponse

rivals-hint-source-against = Le fichier « { $source } » paraît être de cette sorte. Les observations sont { $times } plus probables si la liste vient, pour moitié au moins, du fichier « { $other } » que si elle vient, pour moitié au moins, de celui-ci.
rivals-hint-source-for = Le fichier « { $source } » paraît être de cette sorte. Les observations sont { $times } plus probables si la liste vient, pour moitié au moins, de celui-ci que si elle vient, pour moitié au moins, du fichier « { $other } ».
rivals-hint-source-even = Le fichier « { $source } » paraît être de cette sorte ; les observations ne le départagent pas du fichier « { $other } ».
rivals-hint-only-for = Le fichier « { $source } » paraît être de cette sorte, et c’est le seul fichier candidat. Les observations sont { $times } plus probables s’il a servi, pour moitié au moins, que si la liste ne vient d’aucun fichier connu.
rivals-hint-only-against = Le fichier « { $source } » paraît être de cette sorte, et c’est le seul fichier candidat. Les observations sont { $times } plus probables si la liste ne vient d’aucun fichier connu que s’il a servi, pour moitié au moins.
rivals-hint-only-even = Le fichier « { $source } » paraît être de cette sorte, et c’est le seul fichier candidat ; les observations ne le départagent pas d’une origine extérieure.
rivals-hint-no-source = Aucun fichier candidat ne paraît être de cette sorte : elle n’a été comparée à rien. Pour la comparer, déclarez un fichier avec sa taille et la part des gens qu’il couvre.
rivals-hint-columns = L’envoi demandait ce qu’une liste de cette sorte ne porte pas d’ordinaire : { $columns }.
rivals-hint-given-to-one = { $n ->
    [one] L’adresse d’un destinataire désigne le seul fichier « { $source } » (déclaration, étiquette ou ligne témoin) : { $names }.
   *[other] Les adresses de { $count } destinataires désignent le seul fichier « { $source } » (déclarations, étiquettes ou lignes témoins) : { $names }.
}
rivals-hint-beyond-none = { $n ->
    [one] L’unique destinataire figure dans au moins un des fichiers détenus.
   *[other] Les { $of } destinataires figurent chacun dans au moins un des fichiers détenus.
}
rivals-hint-beyond = { $n ->
    [one] { $outside } destinataire sur { $of } ne figure dans aucun des fichiers détenus.
   *[other] { $outside } destinataires sur { $of } ne figurent dans aucun des fichiers détenus.
}
rivals-hint-beyond-circle = { $beyond } Des destinataires ont été cherchés dans le cercle d’un fichier : ce compte en dit peu.
rivals-hint-two-files = Les deux fichiers les mieux placés, « { $first } » et « { $second } », ne se départagent pas ; une liste formée chez un prestataire commun donnerait le même tableau.
rivals-hint-delivered = { $n ->
    [one] { $messages } message sur { $of } porte dans ses en-têtes la remise à l’adresse de son destinataire.
   *[other] { $messages } messages sur { $of } portent dans leurs en-têtes la remise à l’adresse de leur destinataire.
}
rivals-times = de l’ordre de { $times } fois
rivals-times-capped = au moins { $times } fois
rivals-more = { $names } et { $count } de plus
