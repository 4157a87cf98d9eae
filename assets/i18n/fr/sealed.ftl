# Les fichiers scellés : ce qui en est gardé, et ce que cela ne permet pas.

sealed-field = Scellé
sealed-field-hint = ne garder que des empreintes à clef
sealed-key-file = Fichier de clef
sealed-key-file-hint = au moins 16 octets ; une clef par échange
sealed-key-read = Clef lue (contrôle { $check })
sealed-known = Cette source est scellée (contrôle de clef { $check }) : cet état le sera aussi, avec la même clef.
sealed-hashed-table = Cette table contient des empreintes à clef : cochez « Scellé » et donnez le fichier de la clef qui les a faites.
sealed-limits = Ce que le sceau cache, et ce qu’il ne cache pas : les adresses et les numéros se devinent, donc quiconque a la clef et la table peut y chercher n’importe qui. Sans la clef, on ne peut rien chercher ; une empreinte sans clef, elle, se retourne en quelques minutes. La clef est conservée dans le dossier, faute de quoi personne ne pourrait plus rapprocher : protégez le dossier par une phrase de passe. Le fichier lui-même n’est pas conservé, seulement son SHA-256 : c’est l’exception à la règle « les originaux sont gardés octet pour octet ». Seules des adresses et des numéros identiques s’y retrouvent : ni noms, ni adresses postales, ni changements d’une ligne, ni erreurs partagées.
sealed-cannot-profile = Cette source est scellée : ses lignes ne contiennent que des empreintes, on ne peut pas dire ce qu’il y a dans ses colonnes.
sealed-cannot-changes = Cette source est scellée : on ne peut pas dire quelles lignes ont changé entre deux états, seulement qui s’y trouve.
sealed-cannot-history = Cette source est scellée : on ne peut pas suivre les valeurs d’une personne.
sealed-cannot-fingerprints = { $sources } : scellé, donc rien ne peut y être lu ; ni noms, ni fautes partagées ne comptent pour ou contre.
sealed-register = Clef { $check }, conservée dans le dossier. Les originaux de cette source ne sont pas conservés.
sealed-evidence-withheld = Le contenu de cette pièce n’est pas conservé : elle a été importée scellée. Seuls restent son SHA-256, sa taille et les empreintes de ses lignes.
sealed-problem-key = Un fichier scellé demande son fichier de clef (au moins 16 octets)
sealed-rules =
    Sceller un fichier : règles sourcier.seal/1

    But : permettre de chercher des destinataires dans un fichier sans le montrer. Le responsable du fichier remplace chaque identifiant par une empreinte à clef et ne remet que cela.

    1. La clef. Une clef par échange, tirée au hasard, convenue à part (pas dans le même envoi que la table). Ce sont les octets du fichier de clef, sans marque d’ordre (BOM) et sans blancs ni fins de ligne autour ; 16 octets au moins, 4096 au plus.

    2. L’empreinte. HMAC-SHA-256 (RFC 2104) avec cette clef, du texte UTF-8 « domaine:forme canonique », écrite en 64 chiffres hexadécimaux minuscules (base64 des 32 octets est lu aussi). Les domaines sont email, phone, identifier et record.

    3. La table. Un fichier CSV en UTF-8, première ligne : les noms de colonnes. Colonnes lues : email_hmac, phone_hmac, identifier_hmac, record_hmac, et, en clair si on le souhaite, joined et left (jour d’entrée, jour de sortie : 2010-05-14 ou 14/05/2010). Au moins une des trois premières. Une case sans valeur lisible reste vide ; la ligne reste, car elle compte dans la taille du fichier. Triez les lignes, pour que leur ordre ne dise rien.

    4. Forme canonique d’une adresse électronique (domaine email). Ne garder que l’adresse : sans nom affiché, chevrons, guillemets, « mailto: », espaces ni ponctuation finale. Minuscules, Unicode NFC. Dans la partie locale, enlever le signe + et tout ce qui le suit ; garder les points. Domaine en ASCII (xn--), sans point final.

    5. Forme canonique d’un numéro de téléphone (domaine phone). E.164, par exemple +33639980012 ; un numéro sans indicatif de pays est lu comme français. Un numéro impossible n’a pas d’empreinte.

    6. Forme canonique d’un autre numéro (domaines identifier et record). Unicode NFKC, majuscules, sans espaces, points, tirets ni barres obliques ; les zéros de tête restent. « identifier » est un numéro que d’autres tables connaissent (numéro d’adhérent, de locataire), « record » celui de la ligne dans ce fichier.

    7. Ce que cela cache. Sans la clef : tout, sauf le nombre de lignes et les jours laissés en clair. Avec la clef : quiconque a la table peut y chercher une adresse ou un numéro donné, donc deviner qui y est. Détruisez la clef et la table quand l’échange est fini.

    Exemples, avec la clef « { $key } » (à ne jamais employer) ; case, texte haché, empreinte :
sealed-rules-check = Contrôle de clef de l’exemple : { $check } (les huit premiers chiffres du HMAC de « check:sourcier.seal/1 »). Deux personnes qui comparent ce contrôle savent si elles ont la même clef.
