# Ce qui va mal, dans la langue de qui lit. Les mots d’une bibliothèque ne viennent qu’en dernier, comme détail technique.
errors-detail = détail technique : { $detail }
errors-unknown = Cela n’a pas réussi
errors-no-thread = La tâche n’a pas pu commencer ; fermez d’autres programmes et recommencez
errors-sample = L’exemple n’a pas pu être préparé
errors-shield = La copie masquée du dossier n’a pas pu être faite

# Ce que répond le système : la fin d’une phrase
errors-system-missing = il n’y a pas de fichier ni de répertoire à cet endroit ; vérifiez qu’il n’a pas été déplacé, ou que le disque ou la clé est branché
errors-system-denied = vous n’en avez pas le droit ; choisissez un autre endroit, ou fermez le programme qui tient le fichier
errors-system-full = il n’y a plus de place sur le disque ; libérez-en et recommencez
errors-system-large = le fichier est plus grand que ce que ce disque accepte ; choisissez un autre disque
errors-system-read-only = ce disque ne permet que de lire ; choisissez un autre endroit
errors-system-folder = c’est un répertoire et non un fichier ; choisissez un fichier
errors-system-no-folder = une partie du chemin est un fichier et non un répertoire ; vérifiez le chemin
errors-system-not-empty = le répertoire n’est pas vide ; choisissez-en un autre
errors-system-exists = il y a déjà un fichier de ce nom ; choisissez un autre nom
errors-system-name = ce nom n’est pas permis sur ce disque ; choisissez un nom plus court, sans signes particuliers
errors-system-no-file = ce n’est pas un fichier qui se lise, ou le chemin n’est pas permis ; choisissez un autre fichier
errors-system-content = son contenu n’est pas ce qu’il devrait être ; il est peut-être abîmé, redemandez-le
errors-system-cut = le fichier s’arrête trop tôt ; redemandez-le, ou copiez-le de nouveau
errors-system-interrupted = le système a interrompu la tâche ; recommencez
errors-system-slow = le disque n’a pas répondu à temps ; recommencez, ou copiez le fichier sur cet ordinateur
errors-system-busy = un autre programme s’en sert ; fermez-le et recommencez
errors-system-memory = il n’y a plus assez de mémoire ; fermez d’autres programmes et recommencez
errors-system-other-disk = cela ne peut pas passer d’un disque à l’autre ; choisissez un endroit sur le même disque
errors-system-unsupported = ce disque ne sait pas le faire ; choisissez un autre endroit
errors-system-network = le disque en réseau n’est plus joignable ; rétablissez la connexion et recommencez
errors-system-device = le disque ou la clé ne répond pas comme il faut ; vérifiez le branchement, et copiez ce qui peut l’être
errors-system-many = trop de fichiers sont ouverts à la fois ; fermez d’autres programmes et recommencez
errors-system-number = le système a refusé, avec l’erreur numéro { $number }
errors-system-other = le système a refusé sans dire pourquoi

# Ce que répond la base du dossier
errors-database-damaged = le fichier de la base est abîmé ; revenez à une copie
errors-database-read-only = le fichier ne peut être que lu ; vérifiez vos droits, ou copiez-le ailleurs
errors-database-closed = son fichier ne peut pas être ouvert ; vérifiez qu’il est toujours là et que vous en avez le droit
errors-database-big = un élément est trop grand pour elle ; partagez le fichier en deux

# Le dossier : ce que son fichier est d’autre, et comment il est abîmé
errors-file-folder = c’est un répertoire ; choisissez un fichier
errors-file-empty = il est vide
errors-file-database = c’est la base de données d’un autre programme
errors-file-png = c’est une image
errors-file-pdf = c’est un document PDF
errors-file-zip = c’est une archive ZIP ou un document de bureautique
errors-file-text = c’est un fichier de texte
errors-file-unknown = ses premiers octets ne sont pas ceux d’un dossier
errors-sheet-character = un de ses signes n’est ni un chiffre ni une lettre de a à f
errors-sheet-groups = il y faut 17 groupes de 4 signes
errors-sheet-check = son dernier groupe, qui contrôle les autres, ne va pas avec eux ; cherchez une faute de frappe
errors-case-empty-passphrase = La phrase de passe est vide ; choisissez-en une, ou créez le dossier sans phrase de passe
errors-case-recovery-key = Ce n’est pas la clé de secours telle que la feuille la montre
errors-case-too-new = Ce dossier vient d’une version plus récente de Sourcier, et celle-ci ne peut pas le lire ; mettez Sourcier à jour pour l’ouvrir
errors-case-closed = Ce dossier a été fermé entre-temps ; ouvrez-le de nouveau
errors-case-damaged = Le dossier est abîmé
errors-damage-cut = la fin de son fichier manque ({ $actual } octets sur { $stated }) ; copiez-le de nouveau depuis l’original, ou revenez à une copie
errors-damage-interrupted = la base a interrompu l’importation et n’en a rien gardé ; vérifiez qu’il reste de la place sur le disque et recommencez
errors-damage-evidence = la pièce E{ $id } n’est plus entière ; importez son fichier de nouveau, ou revenez à une copie
errors-damage-record = un élément enregistré ne se lit plus ; revenez à une copie
errors-damage-log = son journal ne tient plus ensemble ; il a pu être modifié hors de Sourcier, revenez à une copie
errors-damage-database = sa base de données ne se lit plus entièrement ; revenez à une copie
errors-case-no-such = Ce qui est demandé n’est pas, ou n’est plus, dans ce dossier ; il a pu en être retiré entre-temps
errors-case-bad-record = Cela ne peut pas être gardé dans le dossier sous cette forme
errors-case-sealed-before = Le fichier { $file } ne peut pas être gardé : les mêmes octets ont été importés scellés (pièce E{ $id }), donc ils ne devaient pas l’être ; importez-le scellé de nouveau, ou dans un autre dossier
errors-case-withheld = Cette pièce a été importée scellée : le dossier en garde l’empreinte et non les octets
errors-case-altered = Cette pièce, trop grande pour être gardée dans le dossier, n’a plus la taille qu’elle avait à l’importation ; remettez à sa place le fichier d’alors
errors-case-unreconciled = Le compte de { $file } ne tombe pas juste : { $found } trouvés, mais { $imported } importés, { $duplicates } en double et { $rejected } rejetés. C’est une erreur du programme ; rien du fichier n’a été gardé
errors-case-io = Le fichier n’a pas pu être lu ou écrit
errors-case-database = La base du dossier a refusé
errors-case-record = Un élément enregistré dans le dossier ne se lit pas ; revenez à une copie, ou mettez Sourcier à jour
errors-case-table = Un tableau du dossier n’a pas pu être lu ou écrit ; recommencez, ou revenez à une copie

# Rapprochement, recherche, images, exports
errors-link-table = Les tableaux n’ont pas pu être comparés ; recommencez
errors-link-packed = Ce que le dossier garde pour rapprocher les personnes ne se lit pas ; importez le fichier de nouveau
errors-link-segment = Une partie du tableau n’a pas pu être lue
errors-search-index = La recherche n’a pas abouti ; modifiez la question ou fermez et rouvrez le dossier
errors-picture-drawing = Le graphique n’a pas pu être relu pour en faire une image ; enregistrez-le en SVG
errors-picture-size = L’image n’aurait pas de taille, ou une trop grande ; enregistrez-la en SVG
errors-picture-writing = L’image n’a pas pu être écrite ; enregistrez-la en SVG
errors-sheet-rows = Un classeur a au plus { $most } lignes sous ses titres, et ce tableau en a { $rows } ; enregistrez-le en CSV
errors-sheet-workbook = Le classeur n’a pas pu être fait ; enregistrez le tableau en CSV
errors-sheet-csv = Le fichier CSV n’a pas pu être fait
errors-bundle-json = Les résultats n’ont pas pu être écrits en JSON
errors-manifest-read = Le manifeste n’a pas pu être lu
errors-manifest-wrong = Le manifeste est à corriger, ligne { $line }

# La clef d’un fichier scellé
errors-key-short = La clef a { $found } octets ; il en faut au moins { $fewest }, sinon on peut la trouver en essayant : écrivez par exemple six mots tirés aux dés
errors-key-long = Le fichier de clef a plus de { $most } octets ; vérifiez que c’est le bon fichier
errors-key-unreadable = La clef gardée dans le dossier ne se lit pas
