# Sealed files: what is kept of them, and what that does not allow.

sealed-field = Sealed
sealed-field-hint = keep only keyed hashes
sealed-key-file = Key file
sealed-key-file-hint = at least 16 bytes; one key per exchange
sealed-key-read = Key read (check { $check })
sealed-known = This source is sealed (key check { $check }): this state will be too, with the same key.
sealed-hashed-table = This table holds keyed hashes: tick “Sealed” and give the file of the key they were made with.
sealed-limits = What the seal hides, and what not: addresses and numbers can be guessed, so whoever has the key and the table can look for anybody in it. Without the key nothing can be looked for; a hash without a key is reversed in minutes. The key is kept in the case, because otherwise nobody could link again: protect the case with a passphrase. The file itself is not kept, only its SHA-256: that is the exception to keeping originals byte for byte. Only equal addresses and numbers are found in it: no names, no postal addresses, no changes of a row, no shared errors.
sealed-cannot-profile = This source is sealed: its rows hold hashes only, so nothing can be said about what is in its columns.
sealed-cannot-changes = This source is sealed: nobody can tell which rows changed between two states, only who is in them.
sealed-cannot-history = This source is sealed: the values of a person cannot be followed.
sealed-cannot-fingerprints = { $sources }: sealed, so nothing can be read off it; neither names nor shared errors count for or against it.
sealed-register = Key { $check }, kept in the case. The originals of this source are not kept.
sealed-evidence-withheld = The content of this piece is not kept: it came in sealed. What remains is its SHA-256, its size and the hashes of its rows.
sealed-problem-key = A sealed file needs its key file (at least 16 bytes)
sealed-rules =
    Sealing a file: rules sourcier.seal/1

    Purpose: to look for recipients in a file without showing the file. Its controller replaces every identifier by a keyed hash and hands over nothing else.

    1. The key. One key per exchange, drawn at random, agreed separately (not sent together with the table). It is the bytes of the key file without a byte order mark and without spaces and line ends around; at least 16 bytes, at most 4096.

    2. The hash. HMAC-SHA-256 (RFC 2104) with that key, of the UTF-8 text “domain:canonical form”, written as 64 lowercase hexadecimal digits (base64 of the 32 bytes is read as well). The domains are email, phone, identifier and record.

    3. The table. A CSV file in UTF-8, its first line the names of the columns. Columns read: email_hmac, phone_hmac, identifier_hmac, record_hmac and, in the clear if wished, joined and left (day of joining, day of leaving: 2010-05-14 or 14/05/2010). At least one of the first three. A cell without a readable value stays empty; the row stays, for it counts in the size of the file. Sort the rows, so that their order tells nothing.

    4. Canonical form of an e-mail address (domain email). Keep the address only: no display name, angle brackets, quotes, “mailto:”, spaces or closing punctuation. Lower case, Unicode NFC. In the local part take off the plus sign and everything behind it; keep the dots. Domain in ASCII (xn--), without a final dot.

    5. Canonical form of a telephone number (domain phone). E.164, for instance +33639980012; a number without a country code is read as French. An impossible number has no hash.

    6. Canonical form of another number (domains identifier and record). Unicode NFKC, upper case, without spaces, dots, dashes and slashes; leading zeros stay. “identifier” is a number that other tables know (membership number, tenancy number), “record” that of the row in this file.

    7. What it hides. Without the key: everything but the number of rows and the days left in the clear. With the key: whoever has the table can look for a given address or number in it, and so guess who is there. Destroy key and table when the exchange is over.

    Examples, with the key “{ $key }” (never to be used); cell, text hashed, hash:
sealed-rules-check = Key check of the example: { $check } (the first eight digits of the HMAC of “check:sourcier.seal/1”). Two people who compare this check know whether they have the same key.
