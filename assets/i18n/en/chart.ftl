# Charts: the timeline and the matrix of recipients.
# What is inserted (names, titles) comes from the case; days and numbers are already written the English way.

## Common words

chart-list-and = { $first } and { $last }
chart-clause-join = { "; " }
chart-on-day = on { $day }
chart-from-to = from { $from } to { $to }
chart-from-and-to = { $from }, { $to }
chart-undated = no date
chart-certain = certain
chart-possible = possible
chart-certain-part = certain { $days }, possible the rest of the time
chart-some-day-between = some day of this interval

chart-start-known = from { $day }
chart-start-between = began between { $day } and { $other }
chart-start-after = began on { $day } or later
chart-start-before = began on { $day } at the latest
chart-start-open = beginning unknown
chart-end-known = until { $day }
chart-end-between = ended between { $day } and { $other }
chart-end-after = ended on { $day } or later
chart-end-before = ended on { $day } at the latest
chart-end-open = end unknown

chart-cell-known = { $day }
chart-cell-between = between { $day } and { $other }
chart-cell-after = { $day } or later
chart-cell-before = { $day } at the latest
chart-cell-open = unknown

chart-month-1 = January
chart-month-2 = February
chart-month-3 = March
chart-month-4 = April
chart-month-5 = May
chart-month-6 = June
chart-month-7 = July
chart-month-8 = August
chart-month-9 = September
chart-month-10 = October
chart-month-11 = November
chart-month-12 = December
chart-month-short-1 = Jan
chart-month-short-2 = Feb
chart-month-short-3 = Mar
chart-month-short-4 = Apr
chart-month-short-5 = May
chart-month-short-6 = Jun
chart-month-short-7 = Jul
chart-month-short-8 = Aug
chart-month-short-9 = Sep
chart-month-short-10 = Oct
chart-month-short-11 = Nov
chart-month-short-12 = Dec
chart-axis-month-year = { $month } { $year }

## Timeline

chart-timeline-title = Who had access, and when
chart-timeline-empty = Empty timeline: nothing has a date yet.
chart-timeline-description = Timeline { $days }: { $counts }.
chart-timeline-undated = { $n ->
    [one] One item has no date.
   *[other] { $count } items have no date.
}
chart-count-people = { $n ->
    [one] { $count } person
   *[other] { $count } people
}
chart-count-sources = { $n ->
    [one] { $count } file
   *[other] { $count } files
}
chart-count-campaigns = { $n ->
    [one] { $count } mailing
   *[other] { $count } mailings
}
chart-count-events = { $n ->
    [one] { $count } event
   *[other] { $count } events
}
chart-copy-date = If the list comes from the file “{ $source }”, it was copied { $days } (95% set).
chart-lane-campaigns = Mailings
chart-lane-events = Events

chart-post-unnamed = post not stated
chart-post-title = { $post } ({ $body })
chart-post-detail = { $person }: { $post }, { $span }
chart-post-access = access to the file “{ $source }”
chart-post-access-likely = access to the file “{ $source }” possible, not stated by a document
chart-post-elsewhere = post elsewhere, without access to a file of the case
chart-post-contradictory = contradictory dates: the end comes before the beginning
chart-proof = according to: { $proof }
chart-proof-none = no document named
chart-post-corrected = days corrected by hand; the document says: { $from } – { $to }
chart-day-none = no date
chart-proof-dated = { $proof } ({ $day })
chart-undated-post = { $person }: { $post }
chart-undated-source = File “{ $source }”
chart-undated-campaign = Mailing “{ $title }”
chart-undated-event = { $kind }: { $title }

chart-access-rows = { $n ->
    [one] { $what } ({ $rows } row)
   *[other] { $what } ({ $rows } rows)
}
chart-access-by = { $what }, { $person }
chart-access-detail = { $person }: { $what }, file “{ $source }”, { $day }
chart-snapshot-rows = { $n ->
    [one] { $rows } row
   *[other] { $rows } rows
}
chart-snapshot-detail = { $n ->
    [one] File “{ $source }” as of { $day }: { $rows } row, exhibit { $evidence }
   *[other] File “{ $source }” as of { $day }: { $rows } rows, exhibit { $evidence }
}
chart-undated-snapshot = { $n ->
    [one] File “{ $source }”, undated state: { $rows } row, exhibit { $evidence }
   *[other] File “{ $source }”, undated state: { $rows } rows, exhibit { $evidence }
}
chart-source-detail = File “{ $source }”, known from { $first } to { $last }
chart-source-controller = controller: { $text }
chart-source-purpose = declared purpose: { $text }
chart-campaign-detail = Mailing “{ $title }”, { $days }
chart-event-detail = { $kind }: { $title }, { $day }

chart-mark-snapshot = State of the file
chart-mark-view = Viewed
chart-mark-export = Export
chart-mark-send = Sent on
chart-mark-transfer = Handed over
chart-mark-message = Mailing
chart-mark-election = Election
chart-mark-request = Request
chart-mark-answer = Answer
chart-mark-decision = Decision
chart-mark-other = Other event

chart-table-what = What
chart-table-who = Who
chart-table-from = From
chart-table-to = To
chart-table-certainty = Certainty
chart-table-proof = Exhibit or source
chart-table-copy = Copy date
chart-table-copy-certainty = { $mass } (95% set)
chart-table-analysis = analysis
chart-table-source = File known to exist
chart-table-elsewhere = { $post } (post elsewhere)
chart-table-mark = { $kind }: { $label }

chart-legend-certain = Access certain
chart-legend-possible = Access possible
chart-legend-elsewhere = Post elsewhere
chart-legend-open = Beginning or end unknown
chart-legend-source = File known to exist
chart-legend-density = Copy date, density
chart-legend-set95 = Copy date, 95%
chart-legend-vague = Some day of this interval
chart-legend-crowd = (one sign may stand for several of its kind close together)
chart-tray = No date
chart-tray-more = { $n ->
    [one] and { $count } more, in the table
   *[other] and { $count } more, in the table
}
chart-cluster = { $n ->
    [one] { $kind }: { $count }
   *[other] { $kind }: { $count } times, { $days }
}

## Matrix of recipients

chart-matrix-title = Who is in which file
chart-matrix-empty = Empty matrix: no recipient is known yet.
chart-matrix-description = { $people } against { $columns }. { $found } in at least one state of the files by the value used; { $none }.
chart-matrix-recipients = { $n ->
    [one] { $count } recipient
   *[other] { $count } recipients
}
chart-matrix-controls = { $n ->
    [one] { $count } control
   *[other] { $count } controls
}
chart-matrix-columns = { $n ->
    [one] { $count } column
   *[other] { $count } columns
}
chart-matrix-found = { $n ->
    [one] { $count } recipient is found
   *[other] { $count } recipients are found
}
chart-matrix-none = { $n ->
    [0] none is missing
    [one] { $count } is in none of them
   *[other] { $count } are in none of them
}
chart-matrix-received = Received
chart-matrix-control = Control, received nothing
chart-matrix-undated = undated ({ $evidence })
chart-matrix-no-state = no state held
chart-matrix-rest = other combinations: { $count } people
chart-matrix-grouped = People whose rows are identical are drawn as one row, with their number.
chart-matrix-present = Present

chart-presence-present = present
chart-presence-absent = absent
chart-presence-unknown = unknown
chart-presence-other = present with other details

chart-found-open-call = open call
chart-found-complete-list = complete list
chart-found-circle = circle of the file “{ $source }”

chart-matrix-who = Recipient
chart-matrix-id = Id
chart-matrix-status = Status
chart-matrix-found-by = Found by
