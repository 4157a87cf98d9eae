# rooms

## What several rooms share
rooms-filter = Filter
rooms-shown-of = { $shown } of { $total }
rooms-nothing-matches = Nothing matches the filter.
rooms-facet = { $name } ({ $count })
rooms-analysing = Analysis running…
rooms-none-of-the-files = none of the known files
rooms-share = { $mean } ({ $lo } to { $hi })
rooms-date-empty = The date is empty.
rooms-date-form = “{ $raw }” is not a date; write 14/05/2010, 2010-05-14, 2010-05, 2010-05~ or ../2010-05
rooms-date-none = There is no day “{ $raw }” in the calendar.
rooms-tick-day = { $day } { $month }
rooms-tick-month = { $month } { $year }
rooms-month-1 = Jan
rooms-month-2 = Feb
rooms-month-3 = Mar
rooms-month-4 = Apr
rooms-month-5 = May
rooms-month-6 = Jun
rooms-month-7 = Jul
rooms-month-8 = Aug
rooms-month-9 = Sep
rooms-month-10 = Oct
rooms-month-11 = Nov
rooms-month-12 = Dec

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
rooms-recipients-name = Name
rooms-recipients-origin = Likely origin
rooms-recipients-set-aside = Set aside
rooms-recipients-set-aside-of = Set { $id } aside
rooms-recipients-set-aside-hint = Leave out of the reasoning; the person stays in the case
rooms-recipients-found-by-of = Found by, { $id }
rooms-recipients-received = received
rooms-recipients-control = control
rooms-recipients-aside = set aside
rooms-recipients-origin-value = { $name } · { $p }
rooms-recipients-column-present = { $n ->
    [one] { $count } person present
   *[other] { $count } people present
}
rooms-recipients-cell = { $dated ->
    [yes] { $name }: { $presence } — { $source }, state of { $snapshot }
   *[other] { $name }: { $presence } — { $source }
}
