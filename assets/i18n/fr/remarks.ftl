# remarques, rejets et refus d’une importation. Un nombre ou une liste permet un choix : à côté de $rows il y a $rows-n.

# a sentence about a message, with its code
remarks-coded = { $what }

# tables of text
remarks-title = La ligne { $words } au-dessus de l’en-tête a été sautée
remarks-row-empty = La ligne est vide ; remplissez-la ou retirez-la
remarks-row-short = La ligne a { $found } cellules et l’en-tête { $width } ; celles qui manquent sont prises pour vides
remarks-row-long = La ligne a { $found } cellules et l’en-tête { $width } : on ne sait pas quelle valeur va où ; mettez entre guillemets droits les valeurs qui contiennent { $separator }
remarks-guillemets = « { $text } »
remarks-tab = une tabulation
remarks-row-nul = La ligne contient des octets nuls ; choisissez un autre encodage ou réparez la ligne
remarks-quote-stray = Du texte suit un guillemet fermant ; vérifiez que la cellule ne contient pas ce qui revient aux suivantes
remarks-quote-open = Un guillemet est ouvert et jamais fermé : tout ce qui suit ne serait qu’une cellule ; fermez-le ou retirez-le, ou doublez-le s’il fait partie du texte
remarks-characters = Certains caractères ne se lisent pas en { $encoding } et sont montrés par �
remarks-tail = { $rows } lignes vides à la fin, jusqu’à la ligne { $last }, ont été sautées
remarks-tail-one = Une ligne vide à la fin a été sautée
remarks-further-short = { $n-n ->
    [one] { $n } autre ligne était plus courte que l’en-tête et a été complétée
   *[other] { $n } autres lignes étaient plus courtes que l’en-tête et ont été complétées
}
remarks-further-stray = { $n-n ->
    [one] { $n } autre ligne a
   *[other] { $n } autres lignes ont
} du texte après un guillemet fermant
remarks-further-characters = { $n-n ->
    [one] { $n } autre ligne contient
   *[other] { $n } autres lignes contiennent
} des caractères illisibles
remarks-cell-long = Une cellule de la ligne { $line } dépasse { $size } Kio ; ce n’est pas un tableau de personnes, ou le séparateur est un autre
remarks-cells-many = La ligne { $line } a plus de { $most } cellules ; le séparateur est peut-être un autre
remarks-nothing-but-empty = Le fichier ne contient que des lignes vides
remarks-encoding-unknown = { $label } n’est pas un encodage connu ; sont connus utf-8, utf-16le, utf-16be, windows-1252, iso-8859-15, cp850 et macintosh
remarks-nul = Le fichier contient des octets nuls : son encodage ne se devine pas ; nommez-le (par exemple utf-16le ou windows-1252), ou exportez de nouveau le tableau en UTF-8

# workbooks
remarks-row-outside = La ligne a une valeur dans la colonne { $column } ({ $cell }), hors de l’en-tête ; donnez un nom à la colonne ou videz la cellule
remarks-cell-error = La cellule { $place } contient l’erreur { $error } et est prise pour vide
remarks-further-errors = { $n-n ->
    [one] { $n } autre cellule contient une erreur et a été prise pour vide
   *[other] { $n } autres cellules contiennent une erreur et ont été prises pour vides
}
remarks-sheets = Seule la feuille « { $chosen } » est lue ; le classeur a aussi { $others }, à importer en nommant la feuille
remarks-sheet-hidden = { $name } (masquée)
remarks-sheet-missing = Le classeur n’a pas de feuille { $wanted } ; il a { $names }
remarks-formulas = { $count-n ->
    [one] { $count } cellule contient une formule ({ $place })
   *[other] { $count } cellules contiennent des formules (la première est { $place })
} ; les valeurs du dernier enregistrement du classeur sont prises
remarks-formulas-empty = { $count-n ->
    [one] { $count } cellule contient une formule sans valeur enregistrée ({ $place }) et reste vide ici
   *[other] { $count } cellules contiennent des formules sans valeur enregistrée (la première est { $place }) et restent vides ici
} ; ouvrez et enregistrez le classeur dans un tableur pour que les formules soient calculées
remarks-workbook-broken = Le classeur est abîmé au point que la lecture s’arrête ; ouvrez-le dans un tableur et enregistrez-le de nouveau
remarks-workbook-damaged = Le classeur est abîmé ; ouvrez-le dans un tableur et enregistrez-le de nouveau (détail technique : { $error })
remarks-workbook-damaged-why = Le classeur est abîmé : { $why } ; ouvrez-le dans un tableur et enregistrez-le de nouveau
remarks-workbook-empty = Aucune feuille du classeur ne contient quoi que ce soit
remarks-workbook-password = Le classeur est protégé par un mot de passe ; ouvrez-le dans un tableur, retirez le mot de passe, enregistrez-le et importez-le de nouveau
remarks-workbook-none = Ce fichier n’est pas un classeur ; enregistrez-le de nouveau en XLSX, ou importez-le pour ce qu’il est
remarks-workbook-large = Le classeur dépasse { $size } Mio ; enregistrez le tableau en CSV et importez celui-ci
remarks-workbook-old = C’est un ancien fichier Office, sans classeur ; enregistrez le tableau en XLSX ou en CSV et importez celui-ci
remarks-workbook-entries = L’archive a { $found } entrées, plus que les { $most } permises à un classeur
remarks-workbook-part = Le classeur est abîmé dans sa partie { $name } : { $why } ; redemandez-le
remarks-workbook-doctype = La partie { $name } du classeur déclare un type de document, ce qu’aucun tableur n’écrit ; elle n’est pas lue
remarks-workbook-unpacks = Décompressé, le classeur dépasse { $part } Mio par partie ou { $total } Mio en tout ; enregistrez le tableau en CSV et importez celui-ci
remarks-workbook-zip = Cette archive ZIP ne contient pas de classeur, quoi que dise son nom ; décompressez-la et importez son contenu
remarks-workbook-archive = L’archive du classeur est abîmée ou coupée ; redemandez le fichier (détail technique : { $error })
remarks-workbook-archive-why = L’archive du classeur est abîmée ou coupée : { $why } ; redemandez le fichier
remarks-cause-archive = son sommaire, qui est à la fin, manque ou est faux
remarks-cause-method = ses données sont comprimées d’une manière qui n’est pas lue ici
remarks-cause-packed = ses données comprimées sont abîmées
remarks-cause-cut = le fichier s’arrête trop tôt, comme s’il avait été coupé en chemin
remarks-cause-links = une de ses parties renvoie à une autre qui n’existe pas
remarks-cause-part-missing = il y manque la partie { $name }
remarks-cause-sheet-missing = il n’y a pas de feuille { $name } qui se lise
remarks-cause-value = une cellule contient une valeur qui ne se lit pas
remarks-cause-place = une cellule dit être à une place qui n’existe pas
remarks-cause-kind = il ne dit pas qu’il est un classeur
remarks-cause-container = le conteneur de cet ancien format ne se lit pas

# XML qui s’arrête
remarks-xml-tag-open = une balise est ouverte et jamais fermée
remarks-xml-value-open = un guillemet est ouvert dans une balise et jamais fermé
remarks-xml-part-open = un commentaire ou un bloc est ouvert et jamais fermé
remarks-xml-end-missing = il manque la balise qui ferme { $name }
remarks-xml-end-alone = une balise ferme { $name }, qui n’était pas ouvert
remarks-xml-end-wrong = une balise ferme { $found } où { $expected } était ouvert
remarks-xml-entity = un caractère écrit en code (&…;) ne se lit pas
remarks-xml-attribute = une valeur dans une balise est mal écrite
remarks-xml-encoding = des octets ne sont pas du texte dans l’encodage annoncé

# messages
remarks-header-8bit = Un en-tête contient des octets hors ASCII ; lu en UTF-8 ou en windows-1252
remarks-address-list-cut = Une liste de plus de 10 000 adresses a été coupée
remarks-text-cut = Un texte de plus de 2 Mio a été coupé
remarks-base64-damaged = Un texte en base64 est abîmé ou coupé ; ce qui se lit est là
remarks-nul-bytes = Le texte contient des octets nuls ; ils sont montrés par U+FFFD
remarks-charset-guessed = Le jeu de caractères n’est pas indiqué et le texte n’est pas en UTF-8 ; lu en windows-1252
remarks-charset-wrong = Le texte se dit en UTF-8 et ne l’est pas ; lu en windows-1252
remarks-charset-damaged = Certains octets ne sont pas valables en UTF-8
remarks-charset-damaged-in = Certains octets ne sont pas valables en { $encoding }
remarks-charset-unknown = Le jeu de caractères { $label } n’est pas connu ; lu en UTF-8 ou en windows-1252
remarks-header-line-damaged = Une ligne parmi les en-têtes n’en est pas un et a été laissée de côté
remarks-header-end-missing = Aucune ligne vide ne termine les en-têtes ; le corps commence à la première ligne qui n’en est pas un
remarks-header-truncated = Les en-têtes dépassent 1 Mio ou 10 000 champs ; ceux au-delà sont laissés de côté
remarks-header-truncated-2 = Un en-tête de plus de 64 Kio a été coupé
remarks-html-cut = Un texte HTML de plus de 512 Kio a été coupé
remarks-html-not-laid-out = Le texte HTML n’a pas pu être mis en page ; ses balises ont été retirées
remarks-mime-too-deep = Les parties emboîtées sur plus de 32 niveaux n’ont pas été regardées
remarks-mime-not-closed = La fin d’un message en plusieurs parties manque : le message est peut-être coupé
remarks-mime-no-parts = Un message en plusieurs parties n’en a aucune ; lu comme du texte simple
remarks-mime-no-boundary = Un message en plusieurs parties ne dit pas ce qui les sépare ; lu comme du texte simple
remarks-encrypted = Le message est chiffré ou enveloppé dans une signature ; son texte ne peut pas être lu
remarks-mime-too-many-parts = Les parties au-delà des 1 000 premières n’ont pas été regardées
remarks-enclosed-empty = Un message joint est vide
remarks-headers-missing = Il n’y a pas d’en-têtes
remarks-truncated = Le message s’arrête au milieu de ses en-têtes
remarks-truncated-2 = Le fichier s’arrête au milieu de ce message
remarks-truncated-3 = Le fichier s’arrête au milieu d’une ligne : le dernier message est peut-être coupé
remarks-truncated-4 = Content-Length annonce plus que le fichier ne contient : le dernier message est peut-être coupé
remarks-from-missing = Le message ne nomme pas d’expéditeur
remarks-forwarded = Joint à un message de { $forwarder }, qui n’est pas un destinataire
remarks-forwarded-inline = Le texte contient un message transféré ; on ne sait pas qui avait reçu celui-ci
remarks-mail-text = L’expéditeur, les destinataires et la date sont ceux que le texte nomme à partir de la ligne { $line } ; aucun en-tête d’acheminement ne les confirme
remarks-mail-text-above = Ce qui se trouve au-dessus de la ligne { $line } est conservé dans l’original et ne fait pas partie du message
remarks-mail-text-day-first = { $text } est lu comme { $day }, le jour en premier ; si c’est l’autre ordre, indiquez la date d’envoi
remarks-mail-text-month-first = { $text } est lu comme { $day }, le mois en premier, comme là où l’heure porte AM ou PM ; si c’est l’autre ordre, indiquez la date d’envoi
remarks-date-without-zone = La date n’a pas de fuseau horaire utilisable ; seul le jour est repris
remarks-date-missing = Le message n’a pas de date
remarks-date-unreadable = La date n’a pas pu être lue ; elle est gardée comme texte
remarks-date-out-of-range = La date est avant 1970 ou après aujourd’hui ; elle est gardée comme texte
remarks-damaged = Le message n’est pas fermé ; il a été lu jusqu’au suivant
remarks-message-cut = Le message dépasse 16 Mio ; la suite a été gardée et n’a pas été lue
remarks-message-cut-2 = Le courrier dépasse 16 Mio ; la suite a été gardée et n’a pas été lue
remarks-text-missing = Le message n’a pas de texte
remarks-text-damaged = La moitié d’un caractère manque ; il est montré par U+FFFD
remarks-text-not-read = Le texte d’un PDF n’est pas lu ; le document est gardé tel quel
remarks-direction-unknown = Le fichier ne dit pas si le message a été reçu ou envoyé ; il est pris pour reçu
remarks-from-quoted = Une ligne commence par « >From ». Elle a été laissée telle quelle : rien ne montre si le « > » vient de la boîte ou de l’auteur
remarks-from-unquoted = Un « > » a été retiré des lignes « >From », car la boîte les marque de façon réversible (mboxrd)
remarks-enclosed-encoded = L’empreinte est celle du message joint après décodage
remarks-unreadable = Le message n’a pas pu être lu ; ses octets sont gardés
remarks-link-mismatch = Un lien qui affiche { $shown } mène à { $host }
remarks-not-well-formed = À partir d’un endroit, le message n’est pas bien formé (détail technique : { $error })
remarks-not-well-formed-why = À partir d’un endroit, le message n’est pas bien formé : { $why }
remarks-preamble = { $bytes-n ->
    [one] { $bytes } octet avant le premier message n’appartient à aucun et a été laissé de côté
   *[other] { $bytes } octets avant le premier message n’appartiennent à aucun et ont été laissés de côté
}
remarks-smses-cut = Le fichier s’arrête avant </smses> : il est peut-être coupé
remarks-smses-count = Le fichier annonce { $announced } messages et en contient { $found }
remarks-element-other = L’élément <{ $name }> n’est ni un SMS ni un MMS
remarks-element-damaged = L’élément <{ $name }> est abîmé ou coupé et n’a pas pu être lu
remarks-message-empty = Le message n’a ni date, ni numéro, ni texte
remarks-xml-deep = Des éléments sont emboîtés sur plus de { $most } niveaux ; ce n’est pas une sauvegarde de messages
remarks-xml-doctype = Le fichier XML déclare un type de document ou des entités, ce qu’aucune sauvegarde de messages ne fait ; il est refusé, car de telles déclarations peuvent faire lire d’autres fichiers ou remplir la mémoire
remarks-sent-not-received = Envoyé depuis ce téléphone et non reçu ; seuls les messages reçus disent quelque chose d’une liste
remarks-receiver-unknown = Le document ne dit pas qui l’a reçu ; nommez les destinataires dans le formulaire, ou ajoutez recipients = ["adresse ou numéro"] dans le manifeste
remarks-control-received = { $of } était donné pour ne pas l’avoir reçu, mais voici un message qui lui est adressé ; cette personne compte désormais parmi les destinataires

# which column is which
remarks-headless = La première ligne ressemble à des données et non à des noms de colonnes ; ajoutez une ligne avec les noms des colonnes
remarks-order-mixed = Certaines dates ont le jour en premier, d’autres le mois : { $example } ne s’accorde pas avec les autres. Le jour est lu en premier ; choisissez l’ordre, ou corrigez le fichier
remarks-order-month-first = Le mois est lu en premier dans les dates : { $example } ne s’accorde avec aucun autre ordre
remarks-order-remembered = Les dates comme { $example } se lisent dans les deux ordres ; le mois est lu en premier, comme dans l’état précédent
remarks-order-supposed = { $example } est lu comme { $day } : aucune date n’a de nombre au-dessus de 12 qui distingue le jour du mois, le jour est donc supposé venir en premier
remarks-ticks = La colonne { $column } ne contient que des coches : une case vide s’y lit « non »
remarks-no-such-field = { $table } n’a pas de champ { $field } ; il peut avoir { $known }
remarks-no-such-column = Il n’y a pas de colonne { $column } pour { $field }
remarks-did-you-mean = { $what } ; vouliez-vous dire { $near } ?
remarks-several-columns = Il y a plusieurs colonnes { $column } : { $field } ne peut pas y être lu ; renommez-les dans le fichier
remarks-mapped-twice = La colonne { $column } sert deux fois, à { $other } et à { $field } ; gardez-en un. { $table } demande { $needed }
remarks-field-in = { $field } dans { $column }
remarks-found-none = aucune colonne n’a été reconnue
remarks-found = trouvé : { $list }
remarks-remedy-headless = la première ligne ressemble à des données : ajoutez une ligne avec les noms des colonnes
remarks-remedy-column = dites quelle colonne c’est
remarks-needs-column = { $table } demande une colonne pour { $needed } ; { $found } ; { $remedy }
remarks-one = { $field }
remarks-one-of = { $list } ou { $last }
remarks-and-needed = { $before }, et { $group }
remarks-misfit = La colonne { $column } est lue comme { $field } et ne convient pas : attendu, { $meaning } ; sur { $filled } valeurs regardées, { $fitting } conviennent (une qui ne convient pas : { $example })
remarks-taken = La colonne { $column } est prise pour { $field } : { $why }
remarks-why-name = son nom le dit
remarks-why-emails = ses valeurs ressemblent à des adresses électroniques
remarks-why-phones = ses valeurs ressemblent à des numéros de téléphone
remarks-why-civilities = ses valeurs sont des civilités
remarks-why-postcodes = ses valeurs ressemblent à des codes postaux
remarks-why-names = ses valeurs ressemblent à des noms
remarks-why-numbers = ses valeurs sont des numéros tous différents
remarks-why-dates = c’est la seule colonne de dates
remarks-not-taken = La colonne { $column } n’a pas été prise pour { $field }, car la plupart de ses valeurs ne conviennent pas (attendu : { $meaning })
remarks-other-dates = Il y a aussi des dates dans { $columns } ; choisissez-le si c’est { $fields }
remarks-yes-no = La colonne { $column } contient des oui et des non ; choisissez { $field } si c’est ce qu’elle dit
remarks-none-usable = { $table } demande { $needed }, et { $rows-n ->
    [one] la seule ligne regardée ne peut pas
   *[other] aucune des { $rows } lignes regardées ne peut
} servir : trouvé { $found } ; choisissez d’autres colonnes, ou corrigez les valeurs
remarks-most-nobody = Sur { $rows } lignes regardées, { $nobody } ne nomment personne : rien n’y sert pour { $columns }
remarks-and-no = { $before } ni pour { $column }
remarks-found-empty = { $field } dans { $column } (vide)
remarks-found-unusable = { $field } dans { $column } ({ $values-n ->
    [one] sa seule valeur ne peut pas servir
   *[other] sur { $values } valeurs, aucune ne peut servir
} : { $example })
remarks-open-none = chaque champ a sa colonne
remarks-open = champs sans colonne : { $fields }
remarks-left-over = { $columns-n ->
    [one] La colonne { $columns } est gardée telle quelle et n’est lue
   *[other] Les colonnes { $columns } sont gardées telles quelles et ne sont lues
} comme aucun champ ; { $open }
remarks-same-names = { $count } colonnes s’appellent { $name } ; donnez à chacune son nom dans le fichier, pour que la bonne soit lue
remarks-unnamed = n° { $number } (sans nom)
remarks-mapping-file = Ce n’est pas un fichier de correspondances ; une ligne s’écrit champ = "Colonne" (détail technique : { $error })
remarks-mapping-file-why = Ce n’est pas un fichier de correspondances : { $why } ; une ligne s’écrit champ = "Colonne"
remarks-mapping-no-equals = il n’y a pas de signe égal dans { $text }
remarks-mapping-bare = le nom de colonne { $text } n’est pas entre guillemets droits
remarks-mapping-open = un guillemet est ouvert et jamais fermé dans { $text }
remarks-mapping-twice = le champ { $key } y est deux fois
remarks-mapping-near = { $key } n’est pas un champ connu ; vouliez-vous dire { $known } ?
remarks-mapping-unknown = { $key } n’est pas un champ connu ; le manuel donne la liste des champs
remarks-mapping-column = { $key } doit nommer une colonne entre guillemets droits, comme { $key } = "Colonne"
remarks-table-messages = Un tableau de messages
remarks-table-recipients = Un tableau de destinataires
remarks-table-source = Le tableau d’un fichier candidat
remarks-table-roster = Un tableau des fonctions
remarks-table-statements = Un tableau de déclarations
remarks-table-access-log = Un journal des accès
remarks-table-events = Un tableau d’événements
remarks-means-emails = des adresses électroniques
remarks-means-phones = des numéros de téléphone
remarks-means-postcodes = des codes postaux
remarks-means-civilities = des civilités comme M. ou Mme
remarks-means-house-numbers = des numéros dans la rue
remarks-means-dates = des dates
remarks-means-yes-or-no = oui ou non
remarks-means-reply = oui, non ou ne sait pas
remarks-means-found-by = open-call, complete-list ou circle:<identifiant du fichier>
remarks-means-certainty = certain ou possible
remarks-means-action = consultation, export, envoi ou transmission
remarks-means-event = élection, demande, réponse, décision ou autre
remarks-means-whole-numbers = des nombres entiers
remarks-means-numbers = des nombres
remarks-means-names = des noms
remarks-means-towns = des noms de communes
remarks-means-titles = des intitulés
remarks-means-texts = des textes

# rows
remarks-for-field = Pour { $field }
remarks-in-column = Dans la colonne { $column }
remarks-missing = { $place }, { $what } manque ; remplissez la cellule ou retirez la ligne
remarks-the-source = le fichier
remarks-the-date = la date
remarks-the-person = la personne
remarks-the-action = l’action
remarks-the-title = l’intitulé
remarks-date-empty = la date est vide
remarks-date-form = { $text } n’est pas une date ; écrivez 2010-05-14, 14/05/2010, 2010-05, 2010-05~ ou ../2010-05
remarks-date-no-such-day = le jour { $text } n’existe pas dans le calendrier
remarks-date-correct = { $place }, { $error } ; corrigez-le ou laissez la cellule vide
remarks-date-form-or = { $place }, { $error }, ou laissez la cellule vide
remarks-date-without = Dans la colonne { $column }, { $error } ; la ligne est reprise sans elle
remarks-further-dates = { $n-n ->
    [one] { $n } autre date n’a pas pu être lue ; sa ligne est reprise sans elle
   *[other] { $n } autres dates n’ont pas pu être lues ; leurs lignes sont reprises sans elles
}
remarks-left-before = La ligne donne une sortie ({ $end }) avant l’entrée ({ $start })
remarks-rows-nobody = { $n-n ->
    [one] { $n } ligne ne nomme
   *[other] { $n } lignes ne nomment
} personne : ni adresse électronique, ni téléphone, ni autre numéro, ni nom, ni voie lisibles ; { $n-n ->
    [one] elle compte comme ligne, et personne n’y est trouvé
   *[other] elles comptent comme lignes, et personne n’y est trouvé
}
remarks-not-understood = { $place }, { $text } n’est pas compris ; écrivez { $known }
remarks-write-action = consultation, export, envoi ou transmission
remarks-write-whole = un nombre entier
remarks-write-sigma = un nombre d’au moins 1, comme 20 ou 2,5
remarks-write-reliability = un nombre entre 0 et 1, comme 0,9
remarks-names-nobody = La ligne ne nomme personne : ni adresse électronique, ni téléphone, ni numéro, ni nom ; remplissez l’un d’eux ou retirez la ligne
remarks-sent-at = La date d’envoi donnée pour tout le tableau ne se lit pas : { $error }
remarks-found-by = { $place }, { $text } n’est pas une façon d’être trouvé ; écrivez open-call, complete-list ou circle:<identifiant du fichier>
remarks-sigma = { $place }, la force { $text } est inférieure à 1 ; écrivez un nombre d’au moins 1
remarks-reliability = { $place }, la fiabilité { $text } n’est pas entre 0 et 1, tous deux exclus ; écrivez par exemple 0,9
remarks-post-order = La fonction finit ({ $end }) avant de commencer ({ $start }) ; corrigez l’une des deux dates
remarks-whose-row = La ligne ne dit pas de qui est la déclaration ; remplissez l’identifiant du destinataire, le courriel ou le téléphone
remarks-whose = On ne peut pas dire de qui est cette déclaration : aucun destinataire n’a cet identifiant, cette adresse ou ce numéro ; importez d’abord les destinataires
remarks-no-phone = { $place }, { $text } n’est pas un numéro de téléphone ; corrigez-le ou nommez le destinataire par un autre champ
remarks-no-email = { $place }, { $text } n’est pas une adresse électronique ; corrigez-la ou nommez le destinataire par un autre champ
remarks-no-answer = { $place }, il n’y a pas de réponse, mais { $text } est rempli ; écrivez oui, non ou ne sait pas, ou videz la ligne
remarks-source-near = Il n’y a pas de fichier { $name } dans ce dossier ; vouliez-vous dire { $near } ?
remarks-source-unknown = Il n’y a pas de fichier { $name } dans ce dossier ; ajoutez-le d’abord ou corrigez l’identifiant
remarks-source-none = Il n’y a pas de fichier { $name } dans ce dossier ; fichiers connus : { $known }
remarks-none-and-yes = « Aucun de ceux-là » est coché, mais la ligne { $line } dit oui à { $source } ; retirez l’un des deux
remarks-answers-otherwise = La ligne { $line } répond autrement à la même question ; gardez l’une des deux lignes
remarks-unanswered = { $count-n ->
    [one] { $count } question est restée sans réponse (ligne { $lines })
   *[other] { $count } questions sont restées sans réponse (lignes { $lines })
} ; rien n’en est retenu
remarks-answered-unknown = { $count-n ->
    [one] { $count } question a reçu la réponse « ne sait pas » (ligne { $lines })
   *[other] { $count } questions ont reçu la réponse « ne sait pas » (lignes { $lines })
} ; rien n’en est retenu
remarks-and-more = { $lines } et { $more } de plus
remarks-another-address = { $given } n’est pas l’adresse ou le numéro en question ; la réponse est gardée, mais ne dit pas qui d’autre détient celui-ci
remarks-entry-again = La même inscription est déjà là ; elle compte une fois
remarks-person-again = Exactement la même chose est déjà dite de { $of } ; la personne compte une fois
remarks-id-taken = L’identifiant { $of } est celui de quelqu’un d’autre dans ce dossier ; donnez à chaque destinataire le sien

# addresses that name a file
remarks-flag = { $flagged }. Demandez si elle a servi ailleurs, et si le fichier a connu une fuite
remarks-flag-also = { $flagged } ; elle nomme aussi { $others }. Demandez si elle a servi ailleurs, et si le fichier a connu une fuite
remarks-flag-tag = L’adresse { $address } ({ $of }) porte la marque { $tag }, qui nomme le fichier { $names } : son titulaire l’a peut-être créée pour ce fichier
remarks-flag-word = L’adresse { $address } ({ $of }) contient un mot du fichier { $names } : son titulaire l’a peut-être créée pour ce fichier
remarks-flag-statement = { $of } déclare n’avoir donné cette adresse qu’à { $given_to } ; elle figure parmi les adresses qui nomment un fichier
remarks-further-flags = { $n-n ->
    [one] { $n } autre adresse ou ligne de ce fichier nomme un fichier candidat ou est une adresse témoin
   *[other] { $n } autres adresses ou lignes de ce fichier nomment un fichier candidat ou sont des adresses témoins
}
remarks-seeded = Cette ligne est marquée comme adresse témoin (colonne { $column } : { $value }) : { $after }
remarks-seeded-sealed = un fichier scellé ne garde pas la marque ; retenez-la
remarks-seeded-clear = qui y a reçu un message est signalé
remarks-remembered = Lu avec les colonnes choisies pour l’état du { $of }
remarks-remembered-misfit = Les colonnes choisies pour l’état du { $of } ne conviennent pas : { $missing } manque ici ; les colonnes ont été proposées de nouveau, vérifiez-les

# sealed tables
remarks-sealed-received = Scellé par qui l’a remis ; sont gardés { $kept }. La clé (contrôle { $check }) est conservée dans le dossier
remarks-sealed = Scellé : de chaque ligne ne sont gardés que { $kept }, des empreintes à clé et des jours. La clé (contrôle { $check }) est conservée dans le dossier
remarks-not-kept = Ne sont pas gardées les colonnes { $names }
remarks-withheld = Le fichier lui-même n’est pas conservé, seulement son SHA-256 { $sha256 } et sa taille : qui le détient peut montrer que c’est le même
remarks-in-the-clear = Le même fichier est déjà en clair dans ce dossier ({ $evidence }) ; le sceller n’y cache rien
remarks-lost = { $n-n ->
    [one] { $n } cellule est laissée de côté : ce qui y figure
   *[other] { $n } cellules sont laissées de côté : ce qui y figure
} n’est ni une adresse électronique, ni un téléphone, ni un autre numéro lisible
remarks-lost-hashes = { $n-n ->
    [one] { $n } cellule est laissée de côté : ce qui y figure
   *[other] { $n } cellules sont laissées de côté : ce qui y figure
} n’est pas une empreinte à clé
remarks-sealed-limits = Dans un fichier scellé ne se retrouvent que des adresses et des numéros égaux : ni noms, ni adresses postales, ni changements d’une ligne, ni erreurs communes
remarks-needs-key = Ce tableau contient des empreintes à clé : importez-le comme l’état d’un fichier scellé, avec le fichier de la clé qui a servi
remarks-other-key = Le fichier { $name } est scellé avec une autre clé (contrôle { $one }, celle-ci { $two }) ; un fichier n’a qu’une clé : faites de ce tableau un fichier à part
remarks-source-clear = Le fichier { $name } est en clair dans ce dossier ; en sceller un état de plus ne cacherait rien : faites-en un fichier à part
remarks-key-unknown = Le fichier { $name } est scellé et sa clé n’est pas connue : indiquez le fichier qui la contient, sinon personne ne pourrait y être trouvé
remarks-key-file = Le fichier de clef { $name } ne peut pas être lu : { $cause }
remarks-sealed-needs = Un tableau scellé demande une colonne pour le courriel, le téléphone ou un autre numéro : noms et adresses ne se retrouvent pas par leurs empreintes
remarks-hashes-already = Ce tableau contient déjà des empreintes à clé
remarks-no-hash = { $n-n ->
    [one] { $n } cellule des lignes regardées n’est pas une empreinte
   *[other] { $n } cellules des lignes regardées ne sont pas des empreintes
} à clé (64 chiffres hexadécimaux, ou 32 octets en base64)
remarks-hashes-read = Un tableau d’empreintes à clé : sont lus { $columns }
remarks-not-stored = La ligne ne peut pas être conservée (détail technique : { $error })
remarks-rows-many = Un tableau ne peut pas avoir plus de 4 294 967 295 lignes ; coupez-le en deux

# a file that is refused
remarks-error-missing = Le fichier n’existe pas
remarks-error-empty = Le fichier est vide
remarks-error-read = Le fichier n’a pas pu être lu
remarks-error-write = Le résultat n’a pas pu être écrit
remarks-error-cancelled = Interrompu
remarks-error-wrong-kind = Ce fichier est { $found } ; { $wanted }
remarks-error-line = { $problem } (ligne { $line })
remarks-error-header = { $problem } ; l’en-tête contient { $header }
remarks-wanted-remedy = { $needed } ; { $remedy }
remarks-wanted-messages = les messages se lisent dans des fichiers .eml, mbox et des sauvegardes de SMS (XML) ; les courriers, dans des fichiers texte et PDF
remarks-wanted-recipients = les destinataires se lisent dans des tableaux CSV, TSV et XLSX
remarks-wanted-source = l’état d’un fichier candidat se lit dans des tableaux CSV, TSV et XLSX
remarks-wanted-roster = les fonctions se lisent dans des tableaux CSV, TSV et XLSX
remarks-wanted-statements = les déclarations se lisent dans des tableaux CSV, TSV et XLSX
remarks-wanted-access-log = un journal des accès se lit dans des tableaux CSV, TSV et XLSX
remarks-wanted-events = les événements se lisent dans des tableaux CSV, TSV et XLSX
remarks-wanted-mailbox = dans un fichier mbox, chaque message commence par une ligne « From … »
remarks-wanted-smses = les SMS se lisent dans des sauvegardes dont l’élément racine est <smses>
remarks-wanted-remedy-as-table = importez-le comme destinataires ou comme fichier candidat
remarks-wanted-remedy-unpack = décompressez-le et importez son contenu
remarks-wanted-remedy-as-messages = importez-le comme messages
remarks-wanted-remedy-open = ouvrez-le au lieu de l’importer
remarks-wanted-remedy-save-table = ouvrez-le dans le logiciel d’où il vient et enregistrez le tableau en CSV ou en XLSX
remarks-look-no-mailbox = sans messages : aucune de ses lignes n’en commence un
remarks-look-other-xml = un fichier XML d’une autre sorte
remarks-look-empty = un fichier vide
remarks-look-workbook = un classeur (tableur)
remarks-look-old-office = un fichier Office ancien ou chiffré
remarks-look-office-text = un document de traitement de texte
remarks-look-zip = une archive ZIP et non un classeur
remarks-look-compressed = un fichier compressé
remarks-look-pdf = un document PDF
remarks-look-image = une image
remarks-look-mail = un message électronique
remarks-look-mbox = une boîte mbox de messages électroniques
remarks-look-sms-backup = une sauvegarde de SMS (XML)
remarks-look-html = une page web (HTML)
remarks-look-xml = un fichier XML
remarks-look-json = un fichier JSON
remarks-look-rtf = un document RTF
remarks-look-parquet = un tableau Parquet
remarks-look-case = un dossier Sourcier
remarks-look-sqlite = une base SQLite
remarks-look-tsv = un tableau TSV
remarks-look-table = un tableau CSV
remarks-look-text = du texte simple
remarks-look-binary = des données binaires d’une sorte inconnue
