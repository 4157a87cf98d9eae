# rooms

## What several rooms share
rooms-filter = Filter
rooms-shown-of = { $shown } of { $total }
rooms-nothing-matches = Nothing passes the filter.
rooms-facet = { $name } ({ $count })
rooms-analysing = Analysis running…
rooms-none-of-the-files = none of the known files
rooms-share = { $mean } ({ $lo } to { $hi })
rooms-date-empty = The date is empty.
rooms-date-form = “{ $raw }” is not a date; write 14/05/2010, 2010-05-14, 2010-05, 2010-05~ or ../2010-05
rooms-date-none = There is no day “{ $raw }” in the calendar.

rooms-presence-present = present
rooms-presence-absent = absent
rooms-presence-unknown = unknown
rooms-presence-other = other details

rooms-found-open-call = open call
rooms-found-complete-list = complete list
rooms-found-circle = circle: { $source }

## Recipients
rooms-recipients-empty = No recipients yet
rooms-recipients-empty-next = Recipients come from imported messages, or from a table of people who received the message. Add controls too: people who are in a file and received nothing.
rooms-recipients-add = Add a table of recipients…
rooms-recipients-no-matrix = Presence in the files appears after the analysis.
rooms-recipients-status = Status
rooms-recipients-found-by = Found by
rooms-recipients-in-words = In words
rooms-recipients-id = Id
rooms-recipients-link = Link
rooms-recipients-name = Name
rooms-recipients-origin = Likely origin
rooms-recipients-set-aside = Set aside
rooms-recipients-decided = Reviewed
rooms-recipients-email = E-mail
rooms-recipients-phone = Telephone
rooms-recipients-city = Town
rooms-recipients-set-aside-of = Set { $id } aside
rooms-recipients-set-aside-hint = Leave out of the reasoning; the person stays in the case
rooms-recipients-found-by-of = Found by, { $id }
rooms-recipients-received = received
rooms-recipients-control = control
rooms-recipients-aside = set aside
rooms-recipients-origin-value = { $p } · { $name }
rooms-recipients-column-present = { $n ->
    [one] { $count } person present
   *[other] { $count } people present
}
rooms-recipients-cell = { $dated ->
    [yes] { $name }: { $presence } — { $source }, state of { $snapshot }
   *[other] { $name }: { $presence } — { $source }
}

## Fields a column can be read as
rooms-field-recipient-id = recipient id
rooms-field-name = full name
rooms-field-first-name = first name
rooms-field-last-name = last name
rooms-field-civility = civility
rooms-field-email = e-mail
rooms-field-phone = telephone
rooms-field-street-number = number
rooms-field-street = street
rooms-field-address-extra = address line 2
rooms-field-postcode = postcode
rooms-field-city = town
rooms-field-country = country
rooms-field-birth-date = date of birth
rooms-field-identifier = other number
rooms-field-received = received
rooms-field-sent-at = sent on
rooms-field-rendered-name = name in the message
rooms-field-found-by = found by
rooms-field-joined = joined the file
rooms-field-left = left the file
rooms-field-record-id = record number
rooms-field-campaign = mailing
rooms-field-sigma = strength of the circle
rooms-field-source = file
rooms-field-given-on = given on
rooms-field-exclusive = to this file only
rooms-field-reliability = reliability
rooms-field-answer = answer
rooms-field-given-as = address given
rooms-field-person = person
rooms-field-post = post
rooms-field-body = organisation
rooms-field-from = from
rooms-field-to = to
rooms-field-certainty = certainty
rooms-field-proof = proof
rooms-field-proof-date = date of the proof
rooms-field-at = date
rooms-field-action = action
rooms-field-rows = rows
rooms-field-note = note
rooms-field-title = title
rooms-field-kind = kind

## Sources
rooms-sources-empty = No candidate files yet
rooms-sources-empty-next = Add the files the list may have been taken from: members, subscribers, tenants… Several dated states of the same file make it possible to date the copy.
rooms-sources-add = Add a file…
rooms-sources-name = Name of the file
rooms-sources-controller = Controller
rooms-sources-purpose = Purpose
rooms-sources-legal-basis = Legal basis
rooms-sources-retention = Retention
rooms-sources-kind = Kind
rooms-sources-held = held
rooms-sources-declared = declared
rooms-sources-sealed = sealed
rooms-sources-size = Size
rooms-sources-states = States
rooms-sources-captured = Captured
rooms-sources-exclusive = Exclusive
rooms-sources-id = Id: { $id }
rooms-sources-declared-size = Declared number of people
rooms-sources-size-wrong = Write a whole number of people, for instance 12,500
rooms-sources-coverage = Coverage of the population
rooms-sources-coverage-wrong = Write a share between 0 and 100%, for instance 95%
rooms-sources-first-known = First known on
rooms-sources-columns = Known columns
rooms-sources-no-states = No state of this file has been imported.
rooms-sources-no-states-declared = A declared file has no state: only its size and population are known.
rooms-sources-as-of = State of
rooms-sources-rows = { $n ->
    [one] { $count } row
   *[other] { $count } rows
}
rooms-sources-file = { $has-sheet ->
    [yes] E{ $number } · { $name }, sheet “{ $sheet }”
   *[other] E{ $number } · { $name }
}
rooms-sources-mapping = { $n ->
    [one] { $count } column and how it is read
   *[other] { $count } columns and how they are read
}
rooms-sources-show-state = Show in the inspector
rooms-sources-column = Column
rooms-sources-read-as = Read as
rooms-sources-not-read = kept, not read

## People
rooms-campaign = Mailing
rooms-people-posts = Posts
rooms-people-persons = People and opportunity
rooms-people-log = Access log
rooms-people-nobody = Nobody yet
rooms-people-nobody-next = Import the roster of posts: who, in which post, in which organisation, with access to which file, from when to when, by which document. Or add a post by hand.
rooms-people-import = Import a roster…
rooms-people-no-log = No access log
rooms-people-no-log-next = If there is a log of who viewed, exported or sent a file, add it: an export inside the copy-date interval is an important fact.
rooms-people-import-log = Import a log…
rooms-people-new-name = Name for a new post
rooms-people-add = Add a post
rooms-people-remove = Remove this post
rooms-people-person = Person
rooms-people-post = Post
rooms-people-body = Organisation
rooms-people-access = Access to file
rooms-people-from = From
rooms-people-to = To
rooms-people-certainty = Certainty
rooms-people-certain = stated
rooms-people-possible = possible
rooms-people-proof = Proof
rooms-people-proof-date = Date of the proof
rooms-people-no-proof = no proof named
rooms-people-no-access = no access
rooms-people-other-hat = other hat
rooms-people-unknown-day = unknown
rooms-people-open-end = An end left empty is unknown; it never means “today”. Dates can be 14/05/2010, 2010-05, 2010-05~, ../2010-05
rooms-people-bodies = Organisations
rooms-people-post-count = Posts
rooms-people-hats = Hats
rooms-people-two-hats = two hats
rooms-people-two-hats-hint = Two hats: a post with access and another post may have been held at the same time
rooms-people-others = Other people, unknown
rooms-people-opportunity = Opportunity according to documents
rooms-people-opportunity-what = Share of the copy date during which access is certain, then possible. In alphabetical order: this is not a ranking, and opportunity is not proof.
rooms-people-opportunity-later = Opportunity appears after the analysis.
rooms-people-undated = copy not dated
rooms-people-pair = certain { $certain }, possible { $possible }
rooms-people-no-opportunity = none known
rooms-people-no-reasons = The documents say nothing of this person’s access to the files of this mailing.
rooms-people-date = Date
rooms-people-action = Action
rooms-people-file = File
rooms-people-rows = Rows
rooms-people-note = Note
rooms-action-view = view
rooms-action-export = export
rooms-action-send = sending
rooms-action-transfer = transfer

## Timeline
rooms-as-chart = Chart
rooms-as-table = Table
rooms-timeline-empty = Nothing dated yet
rooms-timeline-empty-next = The timeline shows who had access, when, and the copy date. Import messages, dated files and the roster of posts.
rooms-timeline-add = Import a roster…
rooms-timeline-zoom-in = Zoom in
rooms-timeline-zoom-out = Zoom out
rooms-timeline-earlier = Earlier
rooms-timeline-later = Later
rooms-timeline-span = from { $from } to { $to }
rooms-timeline-copy-of = Copy of “{ $source }”
rooms-timeline-set95 = 95% set of the copy date: { $spans }
rooms-tick-day = { $day } { $month }

## Origin
rooms-no = no
rooms-percent = { $n }%
rooms-at-least = ≥ { $n }
rooms-at-most = ≤ { $n }
rooms-less-than = < { $n }
rooms-origin-empty = Nothing to weigh yet
rooms-origin-needs-recipients = Recipients are missing: import the messages received, or a table of the people who received them.
rooms-origin-needs-sources = The candidate files are missing, those the list may have been taken from.
rooms-origin-ready = Recipients and files are here: the analysis can begin.
rooms-origin-analyse = Analyse
rooms-copy-undated = Nothing dates the copy of this file: that takes dates of joining and leaving, or at least two states.
rooms-copy-contradictory = The edges contradict each other: two copies, or a list merged from several. The interval is not an average of the two.
rooms-copy-density = Density of the copy date
rooms-copy-set95 = 95% set
rooms-copy-more-witnesses = { $n ->
    [one] and { $count } more
   *[other] and { $count } more
}
rooms-copy-from = From
rooms-copy-to = To
rooms-copy-mass = Probability
rooms-copy-inside = In the 95% set
