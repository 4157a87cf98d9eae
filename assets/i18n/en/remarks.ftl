# remarks, rejections and refusals of an import. A number or a list can be chosen by: beside $rows there is $rows-n.

# a sentence about a message, with its code
remarks-coded = { $code }: { $what }

# tables of text
remarks-title = The line { $words } above the header was passed over
remarks-row-empty = The row is empty; fill it in or take it out
remarks-row-short = The row has { $found } cells and the header { $width }; the missing ones are taken as empty
remarks-row-long = The row has { $found } cells and the header { $width }, so it is not known which value belongs where; put values that hold { $separator } in quotes
remarks-guillemets = « { $text } »
remarks-tab = a tab
remarks-row-nul = The row holds NUL bytes; choose another encoding or repair the row
remarks-quote-stray = Text follows a closing quote; check that the cell does not hold what belongs to the next ones
remarks-quote-open = A quote is opened and never closed, so all that follows would be one cell; close it or take it out, or double it if it is part of the text
remarks-characters = Some characters cannot be read as { $encoding } and are shown as �
remarks-tail = { $rows } empty rows at the end, up to line { $last }, were passed over
remarks-tail-one = An empty row at the end was passed over
remarks-further-short = { $n } further rows were shorter than the header and filled up
remarks-further-stray = { $n } further rows have text after a closing quote
remarks-further-characters = { $n } further rows hold characters that cannot be read
remarks-cell-long = A cell in line { $line } is longer than { $size } KiB; this is no table of people, or the separator is another one
remarks-cells-many = Line { $line } has more than { $most } cells; the separator may be another one
remarks-nothing-but-empty = The file holds nothing but empty lines
remarks-encoding-unknown = { $label } is not a known encoding; known are utf-8, utf-16le, utf-16be, windows-1252, iso-8859-15, cp850 and macintosh
remarks-nul = The file has NUL bytes, so its encoding cannot be told; name the encoding (for instance utf-16le or windows-1252), or export the table again as UTF-8

# workbooks
remarks-row-outside = The row has a value in column { $column } ({ $cell }), outside the header; give the column a name or clear the cell
remarks-cell-error = Cell { $place } holds the error { $error } and is taken as empty
remarks-further-errors = { $n } further cells hold an error and were taken as empty
remarks-sheets = Only the sheet « { $chosen } » is read; the workbook also has { $others }, which can be imported by naming the sheet
remarks-sheet-hidden = { $name } (hidden)
remarks-sheet-missing = The workbook has no sheet { $wanted }; it has { $names }
remarks-formulas = { $count-n ->
    [one] 1 cell holds a formula ({ $place })
   *[other] { $count } cells hold formulas (the first is { $place })
}; the values stored when the workbook was last saved are taken
remarks-formulas-empty = { $count-n ->
    [one] 1 cell holds a formula without a stored value ({ $place })
   *[other] { $count } cells hold formulas without a stored value (the first is { $place })
} and are empty here; open and save the workbook in a spreadsheet program to have them computed
remarks-workbook-broken = The workbook is damaged in a way that cannot be read past; open it in a spreadsheet program and save it again
remarks-workbook-damaged = The workbook is damaged; open it in a spreadsheet program and save it again (technical detail: { $error })
remarks-workbook-damaged-why = The workbook is damaged: { $why }; open it in a spreadsheet program and save it again
remarks-workbook-empty = The workbook has no sheet with anything in it
remarks-workbook-password = The workbook is protected by a password; open it in a spreadsheet program, take the password off, save it and import it again
remarks-workbook-none = This file is no workbook; save it again as XLSX, or import it as what it is
remarks-workbook-large = The workbook is larger than { $size } MiB; save the table as CSV and import that
remarks-workbook-old = This is an older Office file and holds no workbook; save the table as XLSX or CSV and import that
remarks-workbook-entries = The archive has { $found } entries, more than the { $most } a workbook may have
remarks-workbook-part = The workbook is damaged in its part { $name }: { $why }; ask for it again
remarks-workbook-doctype = The part { $name } of the workbook declares a document type, which no spreadsheet program writes; it is not read
remarks-workbook-unpacks = The workbook unpacks to more than { $part } MiB in a part or { $total } MiB in all; save the table as CSV and import that
remarks-workbook-zip = This ZIP archive holds no workbook, whatever its name says; unpack it and import what is in it
remarks-workbook-archive = The workbook's archive is damaged or cut off; ask for the file again (technical detail: { $error })
remarks-workbook-archive-why = The workbook's archive is damaged or cut off: { $why }; ask for the file again
remarks-cause-archive = its list of contents, which stands at the end, is missing or wrong
remarks-cause-method = its data is compressed in a way that is not read here
remarks-cause-packed = its compressed data is damaged
remarks-cause-cut = it ends too early, as if it had been cut off on its way
remarks-cause-links = one of its parts points to another that does not exist
remarks-cause-part-missing = its part { $name } is missing
remarks-cause-sheet-missing = it has no sheet { $name } that can be read
remarks-cause-value = a cell holds a value that cannot be read
remarks-cause-place = a cell says that it is in a place that does not exist
remarks-cause-kind = it does not say that it is a workbook
remarks-cause-container = the container of this old format cannot be read

# XML that ends
remarks-xml-tag-open = a tag is opened and never closed
remarks-xml-value-open = a quotation mark is opened in a tag and never closed
remarks-xml-part-open = a comment or a block is opened and never closed
remarks-xml-end-missing = the tag that closes { $name } is missing
remarks-xml-end-alone = a tag closes { $name }, which was not open
remarks-xml-end-wrong = a tag closes { $found } where { $expected } was open
remarks-xml-entity = a character written as a code (&…;) cannot be read
remarks-xml-attribute = a value in a tag is written wrongly
remarks-xml-encoding = some bytes are not text in the encoding it states

# messages
remarks-header-8bit = A header has bytes beyond ASCII; read as UTF-8 or windows-1252
remarks-address-list-cut = A list of over 10,000 addresses was cut
remarks-text-cut = A text over 2 MiB was cut
remarks-base64-damaged = A base64 text is damaged or cut; what could be read is there
remarks-nul-bytes = The text contains NUL bytes; they are shown as U+FFFD
remarks-charset-guessed = The charset is not given and the text is not UTF-8; read as windows-1252
remarks-charset-wrong = The text is labelled UTF-8 and is not; read as windows-1252
remarks-charset-damaged = Some bytes are not valid in UTF-8
remarks-charset-damaged-in = Some bytes are not valid in { $encoding }
remarks-charset-unknown = The charset { $label } is not known; read as UTF-8 or windows-1252
remarks-header-line-damaged = A line among the headers is no header and was left out
remarks-header-end-missing = No empty line ends the headers; the body begins at the first line that is no header
remarks-header-truncated = The headers are over 1 MiB or 10,000 fields; those beyond are left out
remarks-header-truncated-2 = A header over 64 KiB was cut
remarks-html-cut = An HTML text over 512 KiB was cut
remarks-html-not-laid-out = The HTML text could not be laid out; its tags were taken out instead
remarks-mime-too-deep = Parts nested more than 32 deep were not looked at
remarks-mime-not-closed = The end of a multipart is missing: the message may be cut
remarks-mime-no-parts = A multipart has no parts; read as plain text
remarks-mime-no-boundary = A multipart names no boundary; read as plain text
remarks-encrypted = The message is encrypted or wrapped in a signature; its text cannot be read
remarks-mime-too-many-parts = Parts beyond the first 1,000 were not looked at
remarks-enclosed-empty = An enclosed message is empty
remarks-headers-missing = There are no headers
remarks-truncated = The message ends within its headers
remarks-truncated-2 = The file ends in the middle of this message
remarks-truncated-3 = The file ends in the middle of a line: the last message may be cut
remarks-truncated-4 = Content-Length announces more than the file holds: the last message may be cut
remarks-from-missing = The message names no sender
remarks-forwarded = Enclosed in a message from { $forwarder }, who is not a recipient
remarks-forwarded-inline = The text holds a forwarded message; who received that is not known
remarks-mail-text = Sender, receivers and date are those the text names from line { $line } on; no header of transport confirms them
remarks-mail-text-above = What stands above line { $line } is kept in the original and is not part of the message
remarks-mail-text-day-first = { $text } is read as { $day }, the day first; if it is the other order, say when it was sent
remarks-mail-text-month-first = { $text } is read as { $day }, the month first, as where clocks have AM and PM; if it is the other order, say when it was sent
remarks-date-without-zone = The date has no usable time zone; only the day is taken over
remarks-date-missing = The message has no date
remarks-date-unreadable = The date could not be read; it is kept as text
remarks-date-out-of-range = The date is before 1970 or after today; it is kept as text
remarks-damaged = The message is not closed; it was read up to the next one
remarks-message-cut = The message is over 16 MiB; what lies beyond was kept and not read
remarks-message-cut-2 = The letter is over 16 MiB; what lies beyond was kept and not read
remarks-text-missing = The message has no text
remarks-text-damaged = Half of a character is missing; it is shown as U+FFFD
remarks-text-not-read = The text of a PDF is not read; the document is kept as it is
remarks-direction-unknown = The file does not say whether the message was received or sent; it is taken as received
remarks-from-quoted = A line begins with « >From ». It was left as it is: nothing shows whether the mailbox or its author put the « > »
remarks-from-unquoted = One « > » was taken from lines « >From », as the mailbox quotes reversibly (mboxrd)
remarks-enclosed-encoded = The digest is that of the enclosed message after decoding
remarks-unreadable = The message could not be read; its bytes are kept
remarks-link-mismatch = A link that shows { $shown } leads to { $host }
remarks-not-well-formed = The message is not well-formed from some point on (technical detail: { $error })
remarks-not-well-formed-why = The message is not well-formed from some point on: { $why }
remarks-preamble = { $bytes } bytes before the first message belong to none and were left out
remarks-smses-cut = The file ends before </smses>: it may be cut
remarks-smses-count = The file announces { $announced } messages and holds { $found }
remarks-element-other = The element <{ $name }> is neither an SMS nor an MMS
remarks-element-damaged = The element <{ $name }> is damaged or cut and could not be read
remarks-message-empty = The message has neither date nor number nor text
remarks-xml-deep = Elements are nested more than { $most } deep; this is no backup of messages
remarks-xml-doctype = The XML file declares a document type or entities, which no backup of messages does; it is refused, as such declarations can make a program read other files or fill its memory
remarks-sent-not-received = Sent from this telephone, not received on it; only messages received say anything about a list
remarks-receiver-unknown = Who received it is not in the document; add recipients = ["address or number"] in the manifest, or name them in the form
remarks-control-received = { $of } was said not to have received it, but here is a message to them; they now count as a recipient

# which column is which
remarks-headless = The first line looks like data and not like column names; add a line with the names of the columns
remarks-order-mixed = Some dates have the day first and some the month: { $example } does not fit the others. They are read with the day first; choose the order, or correct the file
remarks-order-month-first = Dates are read with the month first: { $example } fits no other order
remarks-order-remembered = Dates such as { $example } fit both orders; they are read with the month first, as in the state before
remarks-order-supposed = { $example } is read as { $day }: no date has a number above 12 that would tell day from month, so the day is supposed to come first
remarks-ticks = Column { $column } holds only ticks, so a blank in it is read as no
remarks-no-such-field = { $table } has no field { $field }; it can have { $known }
remarks-no-such-column = There is no column { $column } for { $field }
remarks-did-you-mean = { $what }; did you mean { $near }?
remarks-several-columns = There are several columns { $column }, so { $field } cannot be read from it; rename them in the file
remarks-mapped-twice = Column { $column } is mapped twice, to { $other } and to { $field }; keep one of them. { $table } needs { $needed }
remarks-field-in = { $field } in { $column }
remarks-found-none = no column was recognised
remarks-found = { $list-n ->
    [one] found was { $list }
   *[other] found were { $list }
}
remarks-remedy-headless = the first line looks like data, so add a line with the names of the columns
remarks-remedy-column = say which column it is, for instance { $field } = "Column"
remarks-needs-column = { $table } needs a column for { $needed }; { $found }; { $remedy }
remarks-one = { $field }
remarks-one-of = { $list } or { $last }
remarks-and-needed = { $before }, and { $group }
remarks-misfit = Column { $column } is mapped to { $field } and does not fit: of { $filled } values looked at, { $fitting } are { $meaning } (one that is not: { $example })
remarks-taken = Column { $column } is taken for { $field } because { $why }
remarks-why-name = of its name
remarks-why-emails = its values look like e-mail addresses
remarks-why-phones = its values look like telephone numbers
remarks-why-civilities = its values are forms of address
remarks-why-postcodes = its values look like postcodes
remarks-why-names = its values look like names
remarks-why-numbers = its values are numbers of which each comes once
remarks-why-dates = it is the only column of dates
remarks-not-taken = Column { $column } was not taken for { $field } because most of its values are not { $meaning }
remarks-other-dates = Dates stand in { $columns } too; map it if it is { $fields }
remarks-yes-no = Column { $column } holds yes and no; map it to { $field } if that is what it says
remarks-none-usable = { $table } needs { $needed }, and none of the { $rows-n ->
    [one] 1 row
   *[other] { $rows } rows
} looked at can be used: { $found-n ->
    [one] found was { $found }
   *[other] found were { $found }
}; choose other columns, or correct the values
remarks-most-nobody = Of the { $rows-n ->
    [one] 1 row
   *[other] { $rows } rows
} looked at, { $nobody } name nobody: they have no { $columns } that can be used
remarks-and-no = { $before } and no { $column }
remarks-found-empty = { $field } in { $column } (empty)
remarks-found-unusable = { $field } in { $column } ({ $values-n ->
    [one] its one value cannot be used
   *[other] of { $values } values none can be used
}: { $example })
remarks-open-none = every field has its column
remarks-open = fields without a column: { $fields }
remarks-left-over = { $columns-n ->
    [one] Column { $columns } is
   *[other] Columns { $columns } are
} kept as written and read as no field; { $open }
remarks-same-names = { $count } columns are called { $name }; give each a name of its own in the file, so that the right one is read
remarks-unnamed = no. { $number } (without a name)
remarks-mapping-file = This is not a mapping file; a line reads field = "Column" (technical detail: { $error })
remarks-mapping-file-why = This is not a mapping file: { $why }; a line reads field = "Column"
remarks-mapping-no-equals = there is no "=" in { $text }
remarks-mapping-bare = the name of the column { $text } is not in quotation marks
remarks-mapping-open = a quotation mark is opened and never closed in { $text }
remarks-mapping-twice = the field { $key } is there twice
remarks-mapping-near = { $key } is not a known field; did you mean { $known }?
remarks-mapping-unknown = { $key } is not a known field; known fields are listed in the manual
remarks-mapping-column = { $key } must name a column in quotes, as in { $key } = "Column"
remarks-table-messages = A table of messages
remarks-table-recipients = A table of recipients
remarks-table-source = The table of a source
remarks-table-roster = A roster
remarks-table-statements = A table of statements
remarks-table-access-log = An access log
remarks-table-events = A table of events
remarks-means-emails = e-mail addresses
remarks-means-phones = telephone numbers
remarks-means-postcodes = postcodes
remarks-means-civilities = forms of address such as M. or Mme
remarks-means-house-numbers = house numbers
remarks-means-dates = dates
remarks-means-yes-or-no = yes or no
remarks-means-reply = yes, no or do not know
remarks-means-found-by = open-call, complete-list or circle:<source id>
remarks-means-certainty = certain or possible
remarks-means-action = view, export, send or transfer
remarks-means-event = election, request, answer, decision or other
remarks-means-whole-numbers = whole numbers
remarks-means-numbers = numbers
remarks-means-names = names
remarks-means-towns = names of towns
remarks-means-titles = titles
remarks-means-texts = texts

# rows
remarks-for-field = For { $field }
remarks-in-column = In column { $column }
remarks-missing = { $place }, { $what } is missing; fill it in or take the row out
remarks-the-source = the source
remarks-the-date = the date
remarks-the-person = the person
remarks-the-action = the action
remarks-the-title = the title
remarks-date-empty = the date is empty
remarks-date-form = { $text } is not a date; write 2010-05-14, 14/05/2010, 2010-05, 2010-05~ or ../2010-05
remarks-date-no-such-day = there is no day { $text } in the calendar
remarks-date-correct = { $place }, { $error }; correct it or leave the cell empty
remarks-date-form-or = { $place }, { $error }, or leave the cell empty
remarks-date-without = In column { $column }, { $error }; the row is taken over without it
remarks-further-dates = { $n } further dates could not be read; their rows are taken over without them
remarks-left-before = The row says left ({ $end }) before joined ({ $start })
remarks-rows-nobody = { $n-n ->
    [one] 1 row names
   *[other] { $n } rows name
} nobody: no e-mail address, telephone number, other number, name or street that can be read; they count as rows, and nobody is found in them
remarks-not-understood = { $place }, { $text } is not understood; write { $known }
remarks-write-action = view, export, send or transfer (consultation, export, envoi, transmission)
remarks-write-whole = a whole number
remarks-write-sigma = a number of at least 1, such as 20 or 2,5
remarks-write-reliability = a number between 0 and 1, such as 0,9
remarks-names-nobody = The row names nobody: it has no e-mail address, telephone number, number or name; fill one in or take the row out
remarks-sent-at = The time it was sent, as given for the whole table, cannot be read: { $error }
remarks-found-by = { $place }, { $text } is no way of being found; write open-call, complete-list or circle:<source id>
remarks-sigma = { $place }, the strength { $text } is under 1; write a number of at least 1
remarks-reliability = { $place }, the reliability { $text } is not between 0 and 1, both left out; write for instance 0,9
remarks-post-order = The post ends ({ $end }) before it begins ({ $start }); correct one of the two dates
remarks-whose-row = The row does not say whose statement it is; fill in recipient_id, email or phone
remarks-whose = Whose statement this is cannot be told: no recipient has this id, address or number; import the recipients first
remarks-no-phone = { $place }, { $text } is no telephone number; correct it or name the recipient by another field
remarks-no-email = { $place }, { $text } is no e-mail address; correct it or name the recipient by another field
remarks-no-answer = { $place }, there is no answer, but { $text } is filled in; write yes, no or do not know, or empty the row
remarks-source-near = There is no source { $name } in this case; did you mean { $near }?
remarks-source-unknown = There is no source { $name } in this case; add it first or correct the id
remarks-source-none = There is no source { $name } in this case; known sources are { $known }
remarks-none-and-yes = “None of these” is ticked, but line { $line } says yes to { $source }; take one of the two out
remarks-answers-otherwise = Line { $line } answers the same question otherwise; keep one of the two lines
remarks-unanswered = { $count-n ->
    [one] 1 question was left without an answer (line { $lines })
   *[other] { $count } questions were left without an answer (lines { $lines })
}; nothing is recorded of that
remarks-answered-unknown = { $count-n ->
    [one] 1 question was answered with “do not know” (line { $lines })
   *[other] { $count } questions were answered with “do not know” (lines { $lines })
}; nothing is recorded of that
remarks-and-more = { $lines } and { $more } more
remarks-another-address = { $given } is not the address or number in question; the answer is kept, but says nothing about who else has that one
remarks-entry-again = The same entry is there already; it counts once
remarks-person-again = Exactly the same is said about { $of } already; the person counts once
remarks-id-taken = The id { $of } belongs to somebody else in this case; give every recipient an id of their own

# addresses that name a file
remarks-flag = { $flagged }. Ask whether it was used elsewhere, and whether the file had a breach
remarks-flag-also = { $flagged }; it names { $others } as well. Ask whether it was used elsewhere, and whether the file had a breach
remarks-flag-tag = The address { $address } ({ $of }) carries the tag { $tag }, which names the source { $names }: its owner may have made it for that file
remarks-flag-word = The address { $address } ({ $of }) holds a word of the source { $names }: its owner may have made it for that file
remarks-flag-statement = { $of } states that this address was given to { $given_to } only; it is listed with the addresses that name a file
remarks-further-flags = { $n } further addresses or rows of this file name a source or are seeded
remarks-seeded = This row is marked as seeded (column { $column }: { $value }): { $after }
remarks-seeded-sealed = a sealed file does not keep the mark, so remember it
remarks-seeded-clear = whoever received a message there is flagged
remarks-remembered = Read with the columns chosen for the state of { $of }
remarks-remembered-misfit = The columns chosen for the state of { $of } do not fit: { $missing } is missing here; the columns were proposed anew, so check them

# sealed tables
remarks-sealed-received = Sealed by whoever handed it over; kept are { $kept }. The key (check { $check }) is stored in the case
remarks-sealed = Sealed: of each row only { $kept } are kept, keyed hashes and days. The key (check { $check }) is stored in the case
remarks-not-kept = Not kept are the columns { $names }
remarks-withheld = The file itself is not stored, only its SHA-256 { $sha256 } and its size: whoever has it can show that it is the same
remarks-in-the-clear = The same file is in this case in the clear already ({ $evidence }); sealing it hides nothing here
remarks-lost = { $n } cells are left out: what stands in them is no e-mail address, telephone number or other number that can be read
remarks-lost-hashes = { $n } cells are left out: what stands in them is no keyed hash
remarks-sealed-limits = Only equal addresses and numbers can be found in a sealed file: not names, postal addresses, changes of a row or shared errors
remarks-needs-key = This table holds keyed hashes: import it as a state of a sealed source, with the file of the key they were made with
remarks-other-key = The source { $name } is sealed with another key (check { $one }, this one { $two }); one source has one key, so give this table a source of its own
remarks-source-clear = The source { $name } is in this case in the clear; sealing one more state of it would hide nothing, so give it a source of its own
remarks-key-unknown = The source { $name } is sealed and its key is not known: name the file that holds it (key_file), or nobody could be found in it
remarks-key-file = The key file { $name } cannot be read: { $cause }
remarks-sealed-needs = A sealed table needs a column for email, phone or identifier: names and addresses cannot be found again by their hashes
remarks-hashes-already = This table holds keyed hashes already
remarks-no-hash = { $n } cells of the rows looked at are no keyed hash (64 hex digits, or base64 of 32 bytes)
remarks-hashes-read = A table of keyed hashes: read are { $columns }
remarks-not-stored = The row cannot be stored (technical detail: { $error })
remarks-rows-many = A table cannot have more than 4,294,967,295 rows; cut it in two

# a file that is refused
remarks-error-missing = The file does not exist
remarks-error-empty = The file is empty
remarks-error-read = The file could not be read
remarks-error-write = The output could not be written
remarks-error-cancelled = Cancelled
remarks-error-wrong-kind = This file is { $found }; { $wanted }
remarks-error-line = { $problem } (line { $line })
remarks-error-header = { $problem }; the header has [{ $header }]
remarks-wanted-remedy = { $needed }; { $remedy }
remarks-wanted-messages = messages are read from .eml, mbox and SMS backup (XML) files; letters from text and PDF files
remarks-wanted-recipients = recipients are read from CSV, TSV and XLSX tables
remarks-wanted-source = the state of a source is read from CSV, TSV and XLSX tables
remarks-wanted-roster = a roster is read from CSV, TSV and XLSX tables
remarks-wanted-statements = statements are read from CSV, TSV and XLSX tables
remarks-wanted-access-log = an access log is read from CSV, TSV and XLSX tables
remarks-wanted-events = events are read from CSV, TSV and XLSX tables
remarks-wanted-mailbox = in an mbox file each message begins with a line « From … »
remarks-wanted-smses = SMS are read from backups whose root element is <smses>
remarks-wanted-remedy-as-table = import it as recipients or as a source
remarks-wanted-remedy-unpack = unpack it and import what is in it
remarks-wanted-remedy-as-messages = import it as messages
remarks-wanted-remedy-open = open it instead of importing it
remarks-wanted-remedy-save-table = open it in the program it comes from and save the table as CSV or XLSX
remarks-look-no-mailbox = no mailbox: no line in it begins a message
remarks-look-other-xml = an XML file of another kind
remarks-look-empty = an empty file
remarks-look-workbook = a workbook (spreadsheet)
remarks-look-old-office = an older or an encrypted Office file
remarks-look-office-text = a word processor document
remarks-look-zip = a ZIP archive and no workbook
remarks-look-compressed = a compressed file
remarks-look-pdf = a PDF document
remarks-look-image = an image
remarks-look-mail = an e-mail message
remarks-look-mbox = an mbox of e-mail messages
remarks-look-sms-backup = an SMS backup (XML)
remarks-look-html = a web page (HTML)
remarks-look-xml = an XML file
remarks-look-json = a JSON file
remarks-look-rtf = a rich-text document
remarks-look-parquet = a Parquet table
remarks-look-case = a Sourcier case
remarks-look-sqlite = an SQLite database
remarks-look-tsv = a TSV table
remarks-look-table = a CSV table
remarks-look-text = plain text
remarks-look-binary = binary data of an unknown kind
