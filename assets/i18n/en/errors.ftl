# What goes wrong, in the language of who reads it. The words of a library come last, as a technical detail.
errors-detail = technical detail: { $detail }
errors-unknown = This did not work
errors-no-thread = The task could not be started; close other programs and try again
errors-sample = The sample could not be prepared
errors-shield = The masked copy of the case could not be made

# What the system answers: the end of a sentence
errors-system-missing = there is no file or folder at this place; check that it was not moved, or that the drive is plugged in
errors-system-denied = you are not allowed to; choose another place, or close the program that holds the file
errors-system-full = there is no room left on the disk; make some and try again
errors-system-large = the file is larger than this disk takes; choose another disk
errors-system-read-only = this disk can only be read; choose another place
errors-system-folder = it is a folder and not a file; choose a file
errors-system-no-folder = a part of the path is a file and not a folder; check the path
errors-system-not-empty = the folder is not empty; choose another one
errors-system-exists = there is already a file of this name; choose another name
errors-system-name = this name is not allowed on this disk; choose a shorter one without special characters
errors-system-no-file = it is not a file that can be read, or the path is not allowed; choose another file
errors-system-content = its content is not what it should be; it may be damaged, ask for it again
errors-system-cut = it ends too early; ask for it again, or copy it again
errors-system-interrupted = the system interrupted the task; try again
errors-system-slow = the disk did not answer in time; try again, or copy the file to this computer
errors-system-busy = another program is using it; close that and try again
errors-system-memory = there is not enough memory left; close other programs and try again
errors-system-other-disk = it cannot go from one disk to another; choose a place on the same disk
errors-system-unsupported = this disk cannot do that; choose another place
errors-system-network = the network drive can no longer be reached; connect it again and try once more
errors-system-device = the disk or stick does not answer as it should; check that it is plugged in, and copy what can be copied
errors-system-many = too many files are open at once; close other programs and try again
errors-system-number = the system refused, with error number { $number }
errors-system-other = the system refused without saying why

# What the case database answers
errors-database-damaged = the database file is damaged; go back to a copy
errors-database-read-only = the file can only be read; check your rights, or copy it elsewhere
errors-database-closed = its file cannot be opened; check that it is still there and that you are allowed to
errors-database-big = an item is too large for it; split the file in two

# The case: what else its file is, and how it is damaged
errors-file-folder = it is a folder of the computer; choose a file
errors-file-empty = it is empty
errors-file-database = it is the database of another program
errors-file-png = it is a picture
errors-file-pdf = it is a PDF document
errors-file-zip = it is a ZIP archive or an office document
errors-file-text = it is a text file
errors-file-unknown = its first bytes are not those of a case
errors-sheet-character = one of its characters is neither a digit nor a letter from a to f
errors-sheet-groups = it needs 17 groups of 4 characters
errors-sheet-check = its last group, which checks the others, does not fit them; look for a typing error
errors-case-empty-passphrase = The passphrase is empty; choose one, or make the case without a passphrase
errors-case-recovery-key = This is not the recovery key as the sheet shows it
errors-case-too-new = This case was written by a newer version of Sourcier and cannot be read by this one; update Sourcier to open it
errors-case-closed = This case has been closed in the meantime; open it again
errors-case-damaged = The case is damaged
errors-damage-cut = the end of its file is missing ({ $actual } of { $stated } bytes are there); copy it again from the original, or go back to a copy
errors-damage-interrupted = the database interrupted the import and kept nothing of it; check that there is room on the disk and try again
errors-damage-evidence = piece of evidence E{ $id } is not whole any more; import its file again, or go back to a copy
errors-damage-record = a stored record can no longer be read; go back to a copy
errors-damage-log = its log does not hold together; it may have been changed outside Sourcier, go back to a copy
errors-damage-database = its database can no longer be read in full; go back to a copy
errors-case-no-such = What was asked for is not, or no longer, in this case; it may have been taken out in the meantime
errors-case-bad-record = This cannot be kept in the case in this form
errors-case-sealed-before = The file { $file } cannot be stored: the same bytes came in sealed (evidence E{ $id }), so they were not to be kept; import it sealed again, or in another case
errors-case-withheld = This piece came in sealed: the case keeps its digest and not its bytes
errors-case-altered = This piece, too large to be kept in the case, no longer has the size it was taken in with; put the file of that time back in its place
errors-case-unreconciled = The account of { $file } does not add up: { $found } found, but { $imported } imported, { $duplicates } duplicates and { $rejected } rejected. This is a mistake of the program; nothing of the file was kept
errors-case-io = The file could not be read or written
errors-case-database = The case database refused
errors-case-record = A record stored in the case cannot be read; go back to a copy, or update Sourcier
errors-case-table = A table of the case could not be read or written; try again, or go back to a copy

# Linking, searching, pictures, exports
errors-link-table = The tables could not be compared; try again
errors-link-packed = What the case keeps for linking people cannot be read; import the file again
errors-link-segment = A part of the table could not be read
errors-search-index = The search failed; change the question, or close the case and open it again
errors-picture-drawing = The chart could not be read back to make a picture of it; save it as SVG
errors-picture-size = The picture would have no size, or one too large; save it as SVG
errors-picture-writing = The picture could not be written; save it as SVG
errors-sheet-rows = A workbook holds at most { $most } rows below its titles, and this table has { $rows }; save it as CSV
errors-sheet-workbook = The workbook could not be made; save the table as CSV
errors-sheet-csv = The CSV file could not be made
errors-bundle-json = The results could not be written as JSON
errors-manifest-read = The manifest could not be read
errors-manifest-wrong = The manifest has to be mended, line { $line }

# The key of a sealed source
errors-key-short = The key has { $found } bytes; at least { $fewest } are needed, or it can be found by trying: write for instance six words chosen by dice
errors-key-long = The key file has more than { $most } bytes; it must be another file; choose the right one
errors-key-unreadable = The stored key cannot be read
