# The timeline: the question asked of the chart, the legend that filters, the time between two things, corrections in place.

## What is shown

timeline-note-range = Part shown: { $days }.
timeline-note-hidden = Left out by the legend: { $what }.
timeline-note-folds = { $n ->
    [one] One long stretch with nothing in it is folded.
   *[other] { $count } long stretches with nothing in them are folded.
}
timeline-fold = { $length } with nothing, folded
timeline-legend-tip = Click to hide or show. Nothing is deleted from the case.
timeline-legend-all = Show everything
timeline-nothing-left = The legend leaves everything out. “Show everything” brings the chart back.

## Toolbar

timeline-preset-all = All
timeline-preset-all-tip = The whole timeline
timeline-preset-copy = Copy date
timeline-preset-copy-tip = Around the copy date
timeline-preset-mailing = Mailing
timeline-preset-mailing-tip = Around the mailing
timeline-preset-selection = Selection
timeline-preset-selection-tip = Around what is selected
timeline-fold-gaps = Fold long gaps
timeline-fold-gaps-tip = Long stretches in which nothing begins, ends or happens are drawn short
timeline-ask = Who had access that day?
timeline-ask-tip = Pick a day, or the days of the copy: who could open the file, according to documents
timeline-more = More
timeline-clock = Time of mailings
timeline-clock-local = Local time ({ $zone })
timeline-clock-utc = UTC
timeline-clock-nothing = No sending has a known time, so the clock moves nothing. Posts, logs and events are days, as documents give them.
timeline-clock-timed = { $n ->
    [one] { $count } sending or receipt has a known time.
   *[other] { $count } sendings or receipts have a known time.
}
timeline-clock-moved = { $n ->
    [0] In UTC none is on another day. Posts, logs and events are days: the clock does not move them.
    [one] In UTC one is on another day. Posts, logs and events are days: the clock does not move them.
   *[other] In UTC { $count } are on another day. Posts, logs and events are days: the clock does not move them.
}
timeline-instant = { $day } at { $time }
timeline-instant-one = { $first } ({ $zone })
timeline-instants = from { $first } to { $last } ({ $zone })
timeline-save-svg = Save what is shown as SVG…
timeline-save-png = Save what is shown as PNG…
timeline-file = timeline
timeline-copy-table = Copy the table

## Overview

timeline-strip = Overview of the whole timeline: drag the window or its edges
timeline-strip-from = First day shown
timeline-strip-to = Last day shown
timeline-strip-window = Part shown: { $days }

## Asking a question

timeline-ask-source = File
timeline-ask-day = Day
timeline-ask-days-of-copy = Days of the copy (95%)
timeline-ask-selected = Selected day
timeline-ask-close = Close the question
timeline-ask-copy = Copy the answer
timeline-ask-copy-tip = Copy the answer as a table
timeline-ask-empty = Write a day, click in the chart, or ask about the days of the copy.
timeline-ask-vague = One day, exactly: { $raw } can be several.
timeline-ask-title = Who could open “{ $source }” { $days }?
timeline-ask-summary = { $certain }, { $possible }; { $excluded }. Other people, unknown, may have had access too.
timeline-ask-count-certain = { $n ->
    [0] No certain access
    [one] { $count } person with certain access
   *[other] { $count } people with certain access
}
timeline-ask-count-possible = { $n ->
    [0] possible for nobody named
    [one] possible for { $count } person
   *[other] possible for { $count } people
}
timeline-ask-count-excluded = { $n ->
    [0] nobody is excluded
    [one] { $count } person excluded according to documents
   *[other] { $count } people excluded according to documents
}
timeline-ask-caution = Having access is not having copied. “Excluded” holds for these documents only.
timeline-ask-caution-whole = Having access is not having copied. “Excluded” means: what the documents say of this person lies outside these days. A new piece of evidence can change that, and a copy taken earlier is not excluded.
timeline-ask-standing = Access
timeline-ask-reason = Why
timeline-ask-certain = certain
timeline-ask-possible = possible
timeline-ask-excluded = excluded
timeline-ask-others = other people, unknown
timeline-ask-others-reason = No list is complete: somebody the case does not know may have had access.
timeline-ask-others-named = In the roster, without documented access to this file: { $names }.
timeline-ask-post = { $post }, { $span }
timeline-ask-access = { $what }, { $day }
timeline-ask-log = access log
timeline-ask-likely = access likely, not shown by a document
timeline-ask-proven = shown { $days }
timeline-ask-all = { $n ->
    [one] shown for that day
   *[other] shown for each of the { $total } days
}
timeline-ask-open = { $n ->
    [one] possible on that day
   *[other] possible on each of the { $total } days
}
timeline-ask-some-open = possible on { $possible } of the { $total } days
timeline-ask-some = shown for { $certain } of the { $total } days
timeline-ask-some-both = shown for { $certain } of the { $total } days, possible on { $possible }
timeline-ask-outside = { $n ->
    [one] that day lies outside
   *[other] these days lie outside
}

## Time between two things

timeline-measure = Measure from here
timeline-measure-tip = The time between this and the next thing chosen; or Shift+click the second
timeline-measure-stop = Stop measuring
timeline-measured = From “{ $from }” to “{ $to }”
timeline-measure-next = “{ $from }”: choose the second thing
timeline-measure-unknown = One of the two has no date on the chart.
timeline-elapsed-from-start = from the start
timeline-elapsed-from-end = from the end
timeline-elapsed-to-start = to the start
timeline-elapsed-to-end = to the end
timeline-elapsed-line = { ": " }
timeline-same-day = the same day
timeline-years = { $n ->
    [one] { $count } year
   *[other] { $count } years
}
timeline-months = { $n ->
    [one] { $count } month
   *[other] { $count } months
}
timeline-days = { $n ->
    [one] { $count } day
   *[other] { $count } days
}
timeline-elapsed-days = { $length } ({ $days })
timeline-elapsed-before = { $length } earlier
timeline-elapsed-between = at least { $least }, at most { $most }
timeline-elapsed-least = at least { $least }
timeline-elapsed-most = at most { $most }
timeline-elapsed-either = at most { $most }; which came first is not known
timeline-elapsed-unknown = length unknown

## Correcting in place

timeline-edit = Correct the dates…
timeline-edit-tip = Or double-click the bar or the sign; drag the end of a bar to move it
timeline-edit-title = Dates: { $what }
timeline-edit-from = From
timeline-edit-to = To
timeline-edit-at = Date
timeline-edit-done = Close
timeline-edit-imported = This date comes from imported evidence and is not corrected here.
timeline-drag-from = begins on { $day }
timeline-drag-to = ends on { $day }
