# The frame of the window and the rooms Start, Overview, Evidence, Messages.
## Rooms
window-room-start = Start
window-room-overview = Overview
window-room-evidence = Evidence
window-room-messages = Messages
window-room-recipients = Recipients
window-room-sources = Sources
window-room-people = People
window-room-origin = Origin
window-room-timeline = Timeline
window-room-start-tip = Go to the start screen: recent cases, samples
window-room-overview-tip = See the inquiry at a glance
window-room-evidence-tip = See and add the files received
window-room-messages-tip = Read the messages received
window-room-recipients-tip = Compare recipients with the files
window-room-sources-tip = See the files the list may come from
window-room-people-tip = See who held which post
window-room-origin-tip = See which file the findings support, against which others
window-room-timeline-tip = See who had access, and when

## Menu
window-menu-file = File
window-menu-edit = Edit
window-menu-view = View
window-menu-language = Language
window-menu-review = Review
window-menu-help = Help
window-menu-theme = Theme
window-language-fr = Français
window-language-en = English
window-theme-system = Same as the system
window-theme-light = Light
window-theme-dark = Dark
window-theme-contrast-light = Strong contrast, light
window-theme-contrast-dark = Strong contrast, dark
window-key-shift = Shift
window-key-left = Left
window-key-right = Right

## Commands
window-command-new = New case…
window-command-new-tip = Make a case in a new file
window-command-open = Open a case…
window-command-open-tip = Open an existing case
window-command-open-path = Open
window-command-open-path-tip = Open this case
window-command-open-sample = Open the sample
window-command-open-sample-tip = Open this sample incident
window-command-close = Close the case
window-command-close-tip = Close the case and go back to the start screen
window-command-quit = Quit
window-command-quit-tip = Close the program
window-command-undo = Undo
window-command-undo-tip = Take the last change back
window-command-redo = Redo
window-command-redo-tip = Make the undone change again
window-command-edit = Change
window-command-edit-tip = Change the case
window-command-add = Add files…
window-command-add-tip = Add files to the case, with a preview before the import
window-command-paste = Paste a text…
window-command-paste-tip = A forwarded mail, a text message: the text is kept as it is, as a piece of evidence
window-command-import = Import
window-command-import-tip = Import these files in one operation
window-command-go = Go to
window-command-go-tip = Change room
window-command-select = Select
window-command-select-tip = See the details on the right
window-command-deselect = Select nothing
window-command-deselect-tip = Empty the details pane
window-command-back = Back
window-command-back-tip = Go back to what was shown before
window-command-forward = Forward
window-command-forward-tip = Go forward again
window-command-review = Review links
window-command-review-tip = Begin or leave the review of links, one pair at a time
window-command-review-link = Review this link
window-command-review-link-tip = Open the review at this link
window-command-judge-same = Same person
window-command-judge-same-tip = Answer that the recipient and the record are one person
window-command-judge-different = Different person
window-command-judge-different-tip = Answer that they are two people
window-command-judge-household = Same household
window-command-judge-household-tip = Answer that they are two people of one household
window-command-judge-unsure = Not enough information
window-command-judge-unsure-tip = Answer that there is no telling (also with the space bar)
window-command-next-pair = Next pair
window-command-next-pair-tip = Go to the next pair without deciding
window-command-previous-pair = Previous pair
window-command-previous-pair-tip = Go back to the pair before
window-command-score = Hide the score until decided
window-command-score-tip = Show what the program thinks only once the pair is decided
window-command-analyse = Analyse again
window-command-analyse-tip = Do all computations on the case again
window-command-cancel = Cancel task
window-command-cancel-tip = Stop the running task; nothing is imported by halves
window-command-language = Language
window-command-language-tip = Change the language of the window
window-command-theme = Theme
window-command-theme-tip = Change the colours of the window
window-command-rail = Rail of rooms
window-command-rail-tip = Show or hide the list of rooms on the left
window-command-inspector = Details pane
window-command-inspector-tip = Show or hide the details on the right
window-command-messages = Message log
window-command-messages-tip = Read and copy messages and errors
window-command-shortcuts = Keyboard shortcuts
window-command-shortcuts-tip = See all keyboard shortcuts
window-command-about = About
window-command-about-tip = What this program does, and what it does not
window-command-forget = Forget
window-command-forget-tip = Take this case off the list
window-command-copy = Copy
window-command-copy-tip = Copy to the clipboard
window-command-export = Save as…
window-command-export-tip = Write to a file of your choice
window-why-no-case = Open or create a case first.
window-why-no-case-for-files = Open or create a case first, then drop your files on it.
window-why-read-only = This case is open read-only.
window-why-nothing-to-undo = There is nothing to undo.
window-why-nothing-to-redo = There is nothing to redo.
window-why-no-pair = No pair is on screen; open the review of links first.
window-why-no-review = Open the review of links first.
window-why-idle = No task is running.
window-why-no-trail = There is nothing on this side of the trail.

## Strip
window-strip-ready = Ready
window-strip-messages = Log
window-strip-errors =
    { $n ->
        [one] 1 error
       *[other] { $n } errors
    }
window-strip-left = about { $s } s left
window-stage-reading = Reading
window-stage-normalising = Normalising
window-stage-linking = Linking
window-stage-attributing = Weighing the sources
window-stage-dating = Dating the copy
window-stage-writing = Writing
window-stage-verifying = Verifying
window-task-opening = Opening the case
window-task-creating = Making the case
window-task-sample = Preparing the sample
window-task-import = Import
window-task-analysis = Analysis
window-offline = Offline: nothing leaves this computer
window-offline-tip = The program has no network access at all: no remote content, no look-ups, no telemetry.
window-log-opened = Case open: { $title }
window-log-imported =
    { $files ->
        [one] 1 file imported
       *[other] { $files } files imported
    }: { $found } items found, { $rejected } rejected
window-log-analysed = Analysis up to date
window-log-copied = Copied
window-log-exported = Saved: { $path }
window-error-export = Could not be saved: { $path }
window-drop-here = Drop to add to the case
window-drop-case = Drop a case to open it

## Errors
window-error-not-a-case = This file is not a Sourcier case.
window-error-passphrase-needed = This case is protected by a passphrase.
window-error-wrong-passphrase = This passphrase does not open the case.
window-error-in-use = This case is already open in another window or program.
window-error-exists = There is already a file here; choose another name.
window-error-read-only = This case was written by a newer version of Sourcier and is open read-only. Update Sourcier to change it.
window-error-cancelled = Task cancelled
window-error-defect = The program made a mistake and stopped this task; the case is as it was before.
window-error-lost = The case was closed by a mistake of the program. What was saved is still in it; open it again.
window-error-settings = The preferences could not be saved

## Dialogs
window-cancel = Cancel
window-close = Close
window-choose = Choose…
window-choose-tip = Choose with the desktop’s file picker
window-new-title = New case
window-new-name = Title
window-new-path = Case file
window-new-create = Create the case
window-export-title = Save as
window-export-path = File
window-export-save = Save
window-passphrase = Passphrase (optional)
window-passphrase-again = The same passphrase again
window-new-no-passphrase = Without a passphrase, anybody who gets hold of this file can read everything in it.
window-new-with-passphrase = The case will be encrypted. A forgotten passphrase cannot be recovered.
window-untitled = Untitled case
window-untitled-file = case
window-open-title = Open a case
window-open-path = Case file (.sourcier)
window-open-open = Open
window-passphrase-title = Protected case
window-problem-no-path = Give a file.
window-problem-exists = This file exists already. Give another name, or choose it by the button, which asks whether to replace it.
window-problem-passphrases-differ = The two passphrases differ.
window-shortcuts-title = Keyboard shortcuts
window-keys-tab = Tab
window-keys-tab-tip = Go to the next field or button
window-about-what = Sourcier helps to reconstruct how a file of personal data was misused: which file a list came from, when it was copied, who could have held the copy on that day according to documents.
window-about-offline = Everything stays on this computer. The program connects to nothing.
window-about-limits = It compares hypotheses in pairs and describes opportunity of access according to documents. It never says who is guilty or that something is illegal.
window-about-licence = Licence MIT or Apache 2.0
window-messages-title = Message log
window-messages-none = No messages yet
window-messages-copy = Copy all
window-closing-title = A task is running
window-closing-text = An import is running. If you close now it is given up as a whole; the case stays as it was before.
window-closing-stay = Stay
window-closing-close = Give up and close

## Start
window-start-claim = Which file does this list come from, when was it copied, who could have held it?
window-start-continue = Back to “{ $title }”
window-start-samples = Sample incidents
window-start-samples-about = People, parties and towns are invented. Each sample opens in a temporary copy.
window-start-open-sample = Open
window-start-open-sample-name = Open the sample “{ $title }”
window-start-recent = Recent cases
window-start-recent-none = Cases you open will appear here.
window-start-forget = Take “{ $title }” off the list
window-start-path-title = The path of an inquiry
window-start-step-1 = Add the files received, untouched
window-start-step-2 = Read the messages and note who received them
window-start-step-3 = Describe the files the list may have left
window-start-step-4 = Say who had access to them, from when to when
window-start-step-5 = Weigh the files against each other
window-start-step-6 = See who could have held the copy on that day
window-sample-adherents = A party’s members
window-sample-adherents-summary = Former members get two e-mails from another movement, sent by former officers.
window-sample-ecole = The school letter
window-sample-ecole-summary = A harmless letter: the sample in which the tool must stay neutral.
window-sample-locataires = The tenants’ letter
window-sample-locataires-summary = 12,500 tenants of a housing office get a letter from the mayor.
window-sample-lyceens = The pupils’ text message
window-sample-lyceens-summary = A region’s pupils get a text message from its president; some had consented.
window-sample-theatre = The theatre’s subscribers
window-sample-theatre-summary = Subscribers from three towns; before an election those of one town get an e-mail.

## Inspector
window-inspector-empty = Select something: its details, why it is linked and the raw row appear here.
window-inspector-gone = This is no longer in the case.
window-inspector-recipient = Recipient
window-inspector-control = Control
window-inspector-set-aside = Set aside: does not count in the reasoning.
window-inspector-why = Why it is linked
window-inspector-not-analysed = Not analysed yet
window-inspector-no-link = Found in none of the known files.
window-inspector-none = None of the known files
window-inspector-link = { $source }, { $snapshot }, row { $row } · { $how } · { $p }
window-inspector-raw = Raw row
window-inspector-message = Message
window-inspector-copy-of = Another copy of a message already received.
window-inspector-first-copy = See the first copy
window-inspector-reached = Recipients reached
window-inspector-reached-nobody = No recipient was resolved.
window-inspector-headers = Headers
window-inspector-bytes = Beginning of the original
window-inspector-campaign = Mailing
window-inspector-person = Person
window-inspector-post = Post
window-inspector-access = Access log
window-inspector-all-of-person = Everything on this person
window-inspector-opportunity = Opportunity according to documents
window-inspector-source = Source
window-inspector-snapshots = Dated states
window-inspector-row = Row { $n }
window-inspector-row-linked = Linked to
window-inspector-row-unlinked = No recipient is linked to this row.
window-inspector-snapshot = State of a source
window-inspector-snapshot-line = { $day } · { $rows } rows
window-inspector-columns = Columns
window-inspector-evidence = Evidence E{ $n }
window-loading = Reading…
window-no-subject = (no subject)
window-no-access = no access to a known file
window-day-unknown = not known
window-and-more = and { $n } more
window-go-messages = See the messages
window-go-evidence = See in the evidence
window-copy-digest = Copy the digest
window-bytes = { $n } bytes
window-evidence-not-embedded = File over 1 GiB: only its path and digest are kept.
window-account =
    { $found_text } found = { $imported_text } imported + { $duplicates ->
        [one] { $duplicates_text } duplicate
       *[other] { $duplicates_text } duplicates
    } + { $rejected_text } rejected
window-field-email = E-mail
window-field-phone = Telephone
window-field-address = Address
window-field-identifier = Identifier
window-field-rendered = Name as the message printed it
window-field-found-by = Found by
window-field-sent = Sent on
window-field-key = Recognised by
window-field-date = Date
window-field-from = From
window-field-to = To
window-field-cc = Copy to
window-field-delivered = Delivered to
window-field-message-id = Message-ID
window-field-attachments = Attachments
window-field-reached = Known recipients
window-field-certain = Certain access
window-field-possible = Possible access
window-field-post = Post
window-field-body = Body
window-field-from-day = From
window-field-to-day = To
window-field-access = Access
window-field-proof = Proof
window-field-action = Action
window-field-rows = Rows
window-field-note = Note
window-field-source-kind = What we have of it
window-field-controller = Controller
window-field-purpose = Purpose
window-field-legal-basis = Legal basis
window-field-retention = Retention
window-field-size = People
window-field-first-known = First known
window-field-sheet = Sheet
window-field-digest = SHA-256 digest
window-field-size-bytes = Size
window-field-media-type = Kind of content
window-field-acquired = Acquired
window-field-method = How obtained
window-field-format = Format
window-format-eml = e-mail (eml)
window-format-mbox = mailbox (mbox)
window-format-sms-xml = backed-up text messages (XML)
window-format-mail-text = e-mail copied as text
window-format-letter = letter
window-format-sheet = { $kind }, sheet “{ $sheet }”
window-found-open-call = Open call
window-found-complete-list = Complete list
window-found-circle = In the circle of { $source }
window-how-email = e-mail
window-how-phone = telephone
window-how-identifier = identifier
window-how-fields = all fields
window-how-review = a reviewer
window-certainty-certain = certain
window-certainty-possible = possible
window-action-view = Viewed
window-action-export = Exported
window-action-send = Sent
window-action-transfer = Handed over
window-event-election = Election
window-event-request = Request
window-event-answer = Answer
window-event-decision = Decision
window-event-other = Event
window-source-held = One or more states of the file
window-source-declared = Only what is said of it
window-source-sealed = Sealed hashes
window-unit-b = { $n } B
window-unit-kb = { $n } kB
window-unit-mb = { $n } MB

## Evidence
window-evidence-empty = No evidence yet
window-evidence-empty-next = Add the messages received, the lists of recipients and the possible files. Originals are stored byte for byte before anything is read.
window-evidence-no-report = This file is kept; nothing was read from it.
window-evidence-rejections = Not taken over
window-evidence-warnings = Taken over, deserves a look
window-account-holds = the account adds up
window-account-broken = the account does not add up
window-column-number = No.
window-column-name = Name
window-column-kind = Imported as
window-column-found = Found
window-column-rejected = Rejected
window-column-size = Size
window-column-acquired = Acquired
window-column-method = How obtained
window-column-digest = Digest
window-column-line = Line
window-column-reason = Reason
window-kind-messages = Messages received
window-kind-recipients = Recipients
window-kind-source = Candidate file
window-kind-roster = Posts and access
window-kind-statements = Statements
window-kind-access-log = Access log
window-kind-events = Events
window-desk-title = Add files
window-desk-leave = Back to the evidence
window-desk-choose = Choose files…
window-desk-pasted = Text
window-desk-pasted-hint = Paste the mail with its lines From, Date, To, Subject, or the text message here
window-desk-pasted-name = pasted text { $n }.txt
window-problem-no-text = The text is empty; paste or type it.
window-desk-type = or a path
window-desk-add = Add
window-desk-drop = You can also drop files anywhere on the window, and paste a text here with Ctrl+V.
window-desk-empty = No file on the desk
window-desk-empty-next = Choose files, type a path, drop them here or paste a text. Nothing enters the case before you have seen the preview.
window-desk-unusable =
    { $n ->
        [one] One file cannot be read so: change what it is, or set it aside.
       *[other] { $n } files cannot be read so: change what they are, or set them aside.
    }
window-desk-set-aside =
    { $n ->
        [one] Set this file aside
       *[other] Set these { $n } files aside
    }
window-desk-set-aside-tip = Takes them off the desk; the files themselves do not change
window-desk-folder-unread = This folder could not be read: { $folder }
window-desk-folder-many = { $count } files were left out: a folder gives { $most } at most. Add the others separately.
window-desk-state-looking = { $kind } · being read…
window-desk-state-ready = { $kind } · ready
window-desk-state-incomplete = { $kind } · incomplete
window-desk-state-unusable = { $kind } · cannot be read so
window-desk-remove = Remove { $file }
window-desk-kind = What it is
window-desk-method-hint = for example: passed on by a member
window-desk-source = Id of the file
window-desk-source-hint = for example: members
window-desk-known-sources = Files of the case
window-desk-as-of = State on
window-desk-as-of-hint = for example: 2010-05-14, 2021-03
window-desk-found-open-call = Open call: anybody who got the message could come forward
window-desk-found-complete-list = Complete list of everybody mailed
window-desk-found-circle = Looked for among the members of a file
window-desk-circle = Circle
window-desk-sigma = Strength of the circle
window-desk-sigma-hint = empty = only they could be found
window-desk-campaign = Mailing
window-desk-campaign-hint = empty = the only one of the case
window-desk-sent-at = Sent on
window-desk-sender = Sender
window-desk-if-missing = if the document does not say
window-desk-channel = Channel
window-desk-recipients = Receivers
window-desk-recipients-hint = addresses, numbers, or the path of a table
window-desk-detected = Detected
window-desk-encoding = Encoding
window-desk-separator = Separator
window-desk-reading = Read it differently
window-desk-dates = Order of dates
window-dates-day-first = day, month, year
window-dates-month-first = month, day, year
window-separator-semicolon = semicolon
window-separator-comma = comma
window-separator-tab = tab
window-separator-bar = vertical bar
window-channel-detect = From the document
window-channel-email = E-mail
window-channel-sms = Text message
window-channel-letter = Letter
window-channel-call = Call
window-channel-other = Other
window-desk-import =
    { $n ->
        [one] Import 1 file
       *[other] Import { $n } files
    }
window-desk-importing = Importing…
window-desk-all-or-none = All files come in together, or none.
window-desk-done =
    { $n ->
        [one] 1 file imported
       *[other] { $n } files imported
    }
window-desk-see = See the evidence
window-peek-title = What was understood
window-peek-dates-chosen = as you chose.
window-peek-dates-values = shown by “{ $example }”.
window-peek-dates-supposed = Supposed: “{ $example }” could be read in the other order too.
window-peek-dates-mixed = “{ $example }” does not fit the other dates. Choose the order, or correct the file.
window-peek-why = Why it is read this way
window-peek-all = { $n ->
    [one] { $count } item read, the whole file
   *[other] { $count } items read, the whole file
}
window-peek-some = { $n ->
    [one] { $count } item read, the beginning of the file
   *[other] { $count } items read, the beginning of the file
}
window-map-none = kept, not read
window-map-column = Field of column { $column }
window-problem-no-source = Give the file an id, for example “members”.
window-problem-as-of = The date is not understood; write for example 2010-05-14 or 2010-05.
window-problem-no-circle = Say among the members of which file these people were found.
window-problem-sigma = The strength of the circle is a number from 1 up, or nothing.

## Messages
window-messages-empty = No messages yet
window-messages-empty-next = Add the messages received: .eml or mbox files, SMS backups, scanned letters.
window-messages-add = Add messages…
window-messages-copies = { $n ->
    [one] Show the other copy too
   *[other] Show the { $count } other copies too
}
window-column-subject = Subject
window-column-copies = Copies
window-reader-text = Text
window-reader-original = Original
window-reader-headers = Headers
window-reader-copy = Copy the text
window-reader-no-text = This message contains no text.
window-reader-no-headers = No headers were kept for this message.
window-reader-no-unsubscribe = There is no unsubscribe header (List-Unsubscribe).
window-reader-where = Evidence E{ $n }, from byte { $from } on, { $bytes } bytes. Bytes outside ASCII are written \x and their number.
window-reader-cut = Only the first { $bytes } bytes are shown.
window-header-authentication-results = What the recipient’s provider says it verified
window-header-cc = Announced copies
window-header-date = Date written by the sender
window-header-delivered-to = Address that really received the message
window-header-dkim-signature = Signature of the sending domain
window-header-from = Sender as shown
window-header-list-unsubscribe = Way to unsubscribe
window-header-message-id = Unique id of the message
window-header-received = Step of the journey, written by a server
window-header-reply-to = Address for replies
window-header-return-path = Address for bounces
window-header-to = Announced recipient
window-header-x-mailer = Sending program
window-header-x-original-to = Address aimed at on arrival at the server

## Overview
window-overview-empty = Nothing to sum up yet
window-overview-empty-next = Add the messages received, the known recipients and the files the list may have left first.
window-overview-analysing = analysing
window-overview-waiting = The analysis is running; its findings will appear here.
window-overview-no-analysis = No findings: no analysis has finished. The message log says why.
window-overview-findings = What the findings support
window-overview-pairs = Hypotheses compared in pairs ({ $n })
window-overview-go = See: { $room }
window-overview-open = What is still open
window-overview-account = The accounts
window-overview-files =
    { $n ->
        [one] 1 file imported.
       *[other] { $n } files imported.
    }
window-chain-copy = Copy date
window-chain-set95 = 95% interval
window-chain-undated = nothing dates the copy
window-chain-no-source = no source stands out
window-chain-span = { $from } to { $to }
window-chain-copies =
    { $n ->
        [0] no further copies
        [one] and one further copy
       *[other] and { $count } further copies
    }
window-chain-controls =
    { $n ->
        [0] and no control
        [one] and one control
       *[other] and { $count } controls
    }
window-chain-states =
    { $n ->
        [0] no dated state
        [one] one state
       *[other] { $states } states
    }, { $declared ->
        [0] none declared
        [one] one declared
       *[other] { $declared } declared
    }
window-chain-people-access =
    { $n ->
        [0] with possible access, none for certain, of { $all }
       *[other] with possible access, { $certain } for certain, of { $all }
    }
window-chain-people-known = known
window-chain-card = { $title }: { $main } { $below }
window-open-rejected =
    { $n ->
        [one] One row was not taken over: why?
       *[other] { $count } rows were not taken over: why?
    }
window-open-method =
    { $n ->
        [one] For one file it is not said how it was obtained.
       *[other] For { $count } files it is not said how they were obtained.
    }
window-open-no-messages = No message is in the case.
window-open-no-controls = Nobody is known to be in a file and not to have received the message: a few controls would make the answer firmer.
window-open-one-source = Which other files may the list have left? At least two are needed to compare.
window-open-pool = Another mailing could have reached { $count } people: this is the number proposed, and the answer depends on it. Is it the right one?
window-open-one-state =
    { $n ->
        [one] One source has a single dated state; a second one would allow the copy to be dated.
       *[other] { $count } sources have a single dated state; a second one would allow the copy to be dated.
    }
window-open-undated =
    { $n ->
        [one] One state of a source has no date.
       *[other] { $count } states of sources have no date.
    }
window-open-no-posts = Who had access to these files, and when?
window-open-unproved =
    { $n ->
        [one] One access rests on no document.
       *[other] { $count } accesses rest on no document.
    }
window-open-endless =
    { $n ->
        [one] The end of one post with access is not known.
       *[other] The end of { $count } posts with access is not known.
    }
window-open-no-log = Is there a log of views or exports of these files?
window-open-no-request = Has a request for access or information been sent?
window-open-nowhere =
    { $n ->
        [one] One recipient is in none of the known files.
       *[other] { $count } recipients are in none of the known files.
    }
