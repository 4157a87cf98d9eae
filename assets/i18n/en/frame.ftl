# Commands, palette, history: what surrounds the rooms.
## Menus
window-menu-go = Go
window-menu-text-size = Text size
window-text-small = Small
window-text-normal = Normal
window-text-large = Large
window-text-larger = Larger
window-text-largest = Largest

## Commands
window-command-step = Go back to this step
window-command-step-tip = Put the case back as it was after this step; nothing is lost
window-command-history = History of changes
window-command-history-tip = See everything that was changed and go back to a step
window-command-revisit = Go to this place
window-command-revisit-tip = Return to what was shown
window-command-show = See in { $room }
window-command-show-tip = Open the room where this can be seen
window-command-text-size = Text size
window-command-text-size-tip = Choose how large everything is
window-command-larger = Larger text
window-command-larger-tip = Make everything larger
window-command-smaller = Smaller text
window-command-smaller-tip = Make everything smaller
window-command-palette = Find a command…
window-command-palette-tip = Look for a command, a room, a person, a file
window-why-largest = This is the largest size already.
window-why-smallest = This is the smallest size already.

## Places
frame-places = Places visited
frame-places-tip = Return to a place seen before
frame-place = { $room } · { $what }

## Palette
frame-palette = Command, person, file…
frame-palette-hint = What are you looking for?
frame-palette-none = Nothing of the kind.
frame-palette-keys = Arrows to choose · Enter to confirm · Esc to close
frame-palette-sample = Sample incident
frame-palette-recent = Recent case
frame-palette-person = Person
frame-palette-source = Candidate file
frame-palette-message = Message
frame-palette-recipient = Recipient

## History
frame-details = Details
frame-history = History
frame-history-here = you are here
frame-history-undone = undone
frame-history-aside-one = put aside
frame-history-beginning = Empty case, before the first step
frame-history-explained = Click a step to go back to it. A step that was undone is never erased: if you do something else instead, it is put aside and stays here.
frame-history-aside =
    { $n ->
        [one] 1 step put aside here
       *[other] { $n } steps put aside here
    }
frame-history-log-aside =
    { $n ->
        [one] The undone step is put aside; the history (Ctrl+H) leads back to it.
       *[other] The { $n } undone steps are put aside; the history (Ctrl+H) leads back to them.
    }
frame-history-nothing = A step without effect
frame-history-and-more =
    { $n ->
        [one] { $text }, and one other change
       *[other] { $text }, and { $n } other changes
    }
frame-history-import =
    { $n ->
        [0] Import without a file
        [one] Import of { $file }
        [2] Import of { $file } and one other file
       *[other] Import of { $file } and { $more } other files
    }
frame-history-withdraw =
    { $n ->
        [0] Import withdrawn
        [one] Import withdrawn: { $file }
        [2] Import withdrawn: { $file } and one other file
       *[other] Import withdrawn: { $file } and { $more } other files
    }
frame-history-restore =
    { $n ->
        [0] Import restored
        [one] Import restored: { $file }
        [2] Import restored: { $file } and one other file
       *[other] Import restored: { $file } and { $more } other files
    }
frame-history-decision = Review: { $recipient } and row { $row } of { $source }, { $answer }
frame-history-from-to = { $what } — { $field }: “{ $old }” becomes “{ $new }”
frame-history-fields = { $what } — { $fields }
frame-history-yes = yes
frame-history-no = no
frame-history-incident-added = Case settings added: { $name }
frame-history-incident-changed = Case settings changed: { $name }
frame-history-incident-removed = Case settings removed: { $name }
frame-history-message-added = Message added: { $name }
frame-history-message-changed = Message changed: { $name }
frame-history-message-removed = Message removed: { $name }
frame-history-recipient-added = Recipient added: { $name }
frame-history-recipient-changed = Recipient changed: { $name }
frame-history-recipient-removed = Recipient removed: { $name }
frame-history-source-added = Candidate file added: { $name }
frame-history-source-changed = Candidate file changed: { $name }
frame-history-source-removed = Candidate file removed: { $name }
frame-history-snapshot-added = State of a file added: { $name }
frame-history-snapshot-changed = State of a file changed: { $name }
frame-history-snapshot-removed = State of a file removed: { $name }
frame-history-statement-added = Statement added: { $name }
frame-history-statement-changed = Statement changed: { $name }
frame-history-statement-removed = Statement removed: { $name }
frame-history-post-added = Post added: { $name }
frame-history-post-changed = Post changed: { $name }
frame-history-post-removed = Post removed: { $name }
frame-history-access-added = Log entry added: { $name }
frame-history-access-changed = Log entry changed: { $name }
frame-history-access-removed = Log entry removed: { $name }
frame-history-event-added = Event added: { $name }
frame-history-event-changed = Event changed: { $name }
frame-history-event-removed = Event removed: { $name }
frame-history-decision-added = Review added: { $name }
frame-history-decision-changed = Review changed: { $name }
frame-history-decision-removed = Review removed: { $name }
frame-history-rival-added = Answer to a rival explanation added: { $name }
frame-history-rival-changed = Answer to a rival explanation changed: { $name }
frame-history-rival-removed = Answer to a rival explanation removed: { $name }
frame-history-field-title = title
frame-history-field-language = language
frame-history-field-timezone = time zone
frame-history-field-pool = reference population
frame-history-field-until = last day considered
frame-history-field-campaign = mailing
frame-history-field-identity = identity
frame-history-field-received = received the message
frame-history-field-sent-on = sent on
frame-history-field-found-by = found by
frame-history-field-sigma = strength of the circle
frame-history-field-is-set-aside = set aside
frame-history-field-rendered-name = printed name
frame-history-field-name = name
frame-history-field-controller = controller
frame-history-field-purpose = purpose
frame-history-field-legal-basis = legal basis
frame-history-field-retention = retention
frame-history-field-kind = kind
frame-history-field-size = number of people
frame-history-field-coverage = coverage
frame-history-field-first-known = known since
frame-history-field-columns = columns
frame-history-field-as-of = day of the state
frame-history-field-mapping = column mapping
frame-history-field-source = file
frame-history-field-person = person
frame-history-field-post = post
frame-history-field-body = organisation
frame-history-field-from = start
frame-history-field-to = end
frame-history-field-certainty = certainty
frame-history-field-proof = proof
frame-history-field-proof-date = day of the proof
frame-history-field-recipient = recipient
frame-history-field-given-on = given on
frame-history-field-is-exclusive = given to it only
frame-history-field-reliability = reliability
frame-history-field-is-denied = was not in it
frame-history-field-given-as = address given
frame-history-field-references = references
frame-history-field-standing = state of the answer
frame-history-field-text = answer
frame-history-field-action = action
frame-history-field-date = date
frame-history-field-note = note

## Guided path
window-command-guide = Guided path
window-command-guide-tip = Show or hide the steps of the investigation above the room
frame-guide-step = { $name }: { $state }
frame-guide-done = it is there
frame-guide-ready = to be read
frame-guide-missing = something is missing
frame-guide-waiting = later
frame-guide-dossier = Dossier
frame-guide-read = Next step: read “{ $room }”
frame-guide-no-messages = Add the messages received, or the table of recipients.
frame-guide-no-recipients = Say who received these messages: add the recipients.
frame-guide-no-sources = Add the files the list may have come from.
frame-guide-one-source = Add a second candidate file: it takes at least two to compare.
frame-guide-undated = Date at least one state of a file: without it nothing dates the copy.
frame-guide-no-posts = Add who had access to these files, and when.
frame-guide-origin-waits = This needs recipients and candidate files first, then the analysis.
frame-guide-timeline-waits = This needs an analysis first.
frame-guide-save = Next step: save the results
frame-guide-unsaved = to be saved
frame-guide-dossier-waits = This needs an analysis first.

## Results
window-command-results = Save the results…
window-command-results-tip = Write the answer, the links, the account of what came in, the timeline and the summary into a folder
frame-results-title = Save the results
frame-results-proposed = { $case }-results
frame-results-folder = Folder
frame-results-what = Six files: the summary to read, results and counts for other tools, the table of links, the timeline and the witness matrix. They name people.
frame-results-saved = Results saved in { $path }
frame-results-in-the-way = “{ $name }” is in this folder already; choose another one.
frame-results-no-folder = That is a file, not a folder; choose another place.
frame-results-why-shielded = These files name people; lower the witness shield (F8) to write them.
frame-results-why-no-answer = The answer is not worked out yet.

## Case settings
window-command-case-settings = Case settings…
window-command-case-settings-tip = Change the title, how many people another mailing could have reached, the last day looked at
frame-settings-title = Case settings
frame-settings-name = Title of the case
frame-settings-pool = People an unrelated mailing could have reached
frame-settings-pool-what = The people of a town, the voters of a district… “Origin” says from which number on the answer would change.
frame-settings-until = Last day looked at
frame-settings-until-what = Empty: the day of the last message.
frame-settings-prints = Shared spellings count in the answer
frame-settings-zone = Dates that state no time zone are read in the one chosen when the case was made: { $zone }.
frame-settings-save = Apply
frame-settings-wrong-pool = Write a whole number of people, at least 1.
frame-settings-wrong-day = Write one day, such as 2011-03-01, or leave it empty.

## Check my conclusion
window-command-conclusion = Check my conclusion…
window-command-conclusion-tip = Compare your conclusion with what was planted in this sample
window-why-no-sample = Only sample incidents have a known answer; open one from the start screen.
frame-conclusion = Check my conclusion
frame-conclusion-about = Say what you found; the program says what agrees with what was planted in the sample. The answer is only shown if you ask for it.
frame-conclusion-source = Which file does the list come from?
frame-conclusion-choose = Choose…
frame-conclusion-none = From none of the known files
frame-conclusion-days = When was it copied?
frame-conclusion-from = from
frame-conclusion-to = to
frame-conclusion-people = Who held the copy?
frame-conclusion-compare = Compare
frame-conclusion-show = Show the answer
frame-conclusion-show-tip = See what was planted in this sample
frame-conclusion-source-unstated = File: you stated nothing.
frame-conclusion-source-right = File: this is the planted answer.
frame-conclusion-source-wrong = File: this is not the planted answer.
frame-conclusion-days-unstated = Period: give a beginning and an end.
frame-conclusion-days-inside =
    { $n ->
        [one] Period: this is the day of the copy.
       *[other] Period: the day of the copy is inside ({ $count } days).
    }
frame-conclusion-days-later =
    { $n ->
        [one] Period: the copy was made one day after its end.
       *[other] Period: the copy was made { $count } days after its end.
    }
frame-conclusion-days-earlier =
    { $n ->
        [one] Period: the copy was made one day before its beginning.
       *[other] Period: the copy was made { $count } days before its beginning.
    }
frame-conclusion-days-backwards = Period: the end is before the beginning.
frame-conclusion-days-no-copy = Period: there is no day to be found in this sample.
frame-conclusion-people-unstated = People: you named nobody.
frame-conclusion-people-found = People: { $found } of { $planted } { $others ->
        [0] found, and nobody besides.
        [one] found, and one person besides.
       *[other] found, and { $others } people besides.
    }
frame-conclusion-answer = In this sample the list was taken from “{ $source }”, copied on { $day }; the copy was in the hands of { $people }.
frame-conclusion-answer-none = In this sample nothing was misused: the list comes from none of the known files, and the findings must support none.

## Keys
frame-keys-here = In the room “{ $room }”
frame-keys-everywhere = Everywhere
frame-keys-arrows = Left, Right
frame-keys-plus-minus = + and −
frame-keys-pages = Page up, Page down
frame-keys-ends = Home, End
frame-keys-escape = Esc
frame-keys-escape-tip = Close what is open on top
frame-keys-timeline-move = Earlier or later
frame-keys-drag = Drag an end
frame-keys-timeline-drag = Correct when a post began or ended
frame-keys-double-click = Double-click
frame-keys-timeline-edit = Correct dates by typing
frame-keys-timeline-zoom = Narrow or widen the period
frame-keys-sources-pages = Previous or next rows
frame-keys-sources-ends = First or last row
frame-keys-rooms = { $first } to { $last }
frame-keys-rooms-tip = The rooms, from top to bottom

## Witness shield
window-command-shield = Witness shield
window-command-shield-tip = Replace every name, address and number by a stable label, on screen and in what is copied or saved; the case can then only be looked at
window-why-shielded = The witness shield is up; lower it (F8) to change the case.
frame-shield-up = Shield up
frame-shield-rising = The shield is going up
frame-shield-rising-next = Names, addresses and numbers are being replaced; nothing is shown before that.
frame-shield-failed = Nothing can be shown safely: { $why }. Lower the shield with F8.
frame-shield-hidden = (hidden)
frame-shield-original = Hidden as long as the witness shield is up: the original names people.
frame-shield-recent = Recent cases are hidden as long as the witness shield is up.
frame-shield-case = Case
frame-shield-evidence = Evidence
frame-shield-ip = IP address
frame-shield-person = Person { $n }
frame-shield-name = Name
frame-shield-first-name = First name
frame-shield-last-name = Name
frame-shield-email = E-mail
frame-shield-phone = Phone
frame-shield-address = Address
frame-shield-identifier = Number
frame-shield-birth = Birth
frame-shield-value = Value

## Tasks
window-command-retry = Try again
window-command-retry-tip = Begin the task again that did not succeed
window-why-nothing-failed = No task is to be tried again.
frame-tasks = Tasks
frame-tasks-none = Nothing is running.
frame-tasks-told = Messages and errors
frame-tasks-copy-errors = Copy the errors
frame-tasks-failed = Did not succeed: { $task }
frame-tasks-rate = { $count } a second
frame-tasks-minutes = about { $n } min left
frame-shield-reasoning = This question is asked of the case itself; lower the witness shield (F8) to ask it.
