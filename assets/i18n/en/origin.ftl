# The Origin room: questions, charts, lists behind numbers.
# The same rules as analysis.ftl: always two propositions, never a judgement of a person.

## The questions

origin-question-which = Which file does the list come from?
origin-question-pair = This file, or another one?
origin-question-when = When was the copy made?
origin-question-quirks = Which errors does the message share with a file?
origin-question-change = What would change the answer?
origin-question-rivals = Which other explanations are there?
origin-question-next = What to ask next?
origin-question-people = And for each recipient?

origin-answer = The answer and its cautions
origin-answer-which = “{ $source }” holds { $captured } of the { $all } recipients; estimated share of the list: { $share }.
origin-answer-which-none = No file stands out. “{ $source }”, the best placed, holds { $captured } of the { $all } recipients; estimated share: { $share }.
origin-answer-pair = Compare any two files, in both directions.
origin-answer-when = If the list comes from “{ $source }”: copied { $days }.
origin-answer-when-undated = Nothing dates the copy of “{ $source }”.
origin-answer-people = The share of each origin, person by person.
origin-open = Show details: { $question }
origin-close = Fold: { $question }

## The ranking

origin-column-file = File
origin-column-in = In it
origin-column-in-tip = Recipients who are in this file
origin-column-out = Not in it
origin-column-out-tip = Recipients who are not in this file
origin-column-only = Only there
origin-column-only-tip = Recipients who are in this file and in no other file we hold
origin-column-controls = Not mailed
origin-column-controls-tip = People of this file who are known to have received nothing (controls)
origin-column-support = Support
origin-column-support-tip = In words, against “none of the known files”
origin-column-chance = Chance (p)
origin-column-chance-tip = Probability of finding at least as many if the recipients were drawn from the population at random
origin-column-lr = log10
origin-column-lr-tip = Decimal logarithm of the likelihood ratio between “at least half comes from this file” and “nothing comes from a known file”
origin-ranking = Candidate files, the best supported first
origin-ranking-what = Each number opens the list of the people it counts. A click on a file shows what speaks for and against it.
origin-nowhere = In no file
origin-covering = The smallest set of files that holds every recipient explained: { $sources }.
origin-covering-nobody = { $n ->
    [0] No recipient is outside all files.
    [one] { $count } recipient is in no file.
   *[other] { $count } recipients are in no file.
}

## Shares

origin-shares-title = Share of the list that comes from each file
origin-shares-description = Estimated share of the list, all files together: { $parts }; in brackets the 95% interval.
origin-shares-one = { $name } { $share }
origin-shares-unexplained = outside the known files
origin-shares-file = File
origin-shares-mean = Mean share
origin-shares-lo = From
origin-shares-hi = To
origin-shares-reading = Bar: mean share. Line: 95% interval. The shares of all files add up to 100%.

## This file, or another one?

origin-pair-what = Two propositions, and what the findings say of one against the other.
origin-pair-first = First proposition
origin-pair-second = Second proposition
origin-pair-turn = Turn round
origin-pair-none = none of the known files
origin-pair-same = Choose two different propositions.
origin-pair-apart = What sets them apart
origin-pair-all = All comparisons

## The copy date

origin-copy-title = When “{ $source }” would have been copied
origin-copy-summary = If the list comes from this file, the copy was made { $days } (95% set); the density is highest from { $mode } on.
origin-copy-of = File
origin-copy-not-before = Not before { $day }, because of
origin-copy-not-after = Not after { $day }, because of
origin-copy-from-window = { $day } is the first day possible: no witness limits it further.
origin-copy-to-window = { $day } is the last day possible: the day of sending.
origin-copy-more-witnesses = { $n ->
    [one] { $count } other
   *[other] { $count } others
}
origin-copy-limits = The witnesses of each limit
origin-copy-limits-what = A witness is somebody whose joining, leaving or change of address in the file forbids a date further out.
origin-copy-reading = Height: probability per day. Ground: 95% set, made of whole stretches between two changes of the file, so rather too wide.

## Charts

origin-chart-of = { $what }: { $title }
origin-chart-copy = Copy
origin-chart-copy-tip = Copy the table to the clipboard (tab-separated values)
origin-chart-svg = SVG…
origin-chart-svg-tip = Save the chart, to print or to quote it

## Behind a number

origin-behind-back = Back to the origin
origin-behind-back-tip = Escape
origin-behind-room = Open the Recipients room
origin-behind-what = Choose a person: the inspector shows the link and the row of the file as it is written.
origin-behind-nobody = Nobody.
origin-behind-used = What was used
origin-behind-how = { $how }, { $p }
origin-behind-row = Row of the file
origin-behind-link = Link
origin-behind-row-value = { $source }, { $snapshot }, row { $row }
origin-behind-row-value-undated = { $source }, row { $row }
origin-behind-other-details = { $source }: other details
origin-behind-not-there = not in this file
origin-behind-said = { $source }: by their own statement
origin-behind-received = { $n ->
    [one] { $count } recipient of the mailing
   *[other] { $count } recipients of the mailing
}
origin-behind-in = { $n ->
    [one] { $count } recipient is in “{ $source }”
   *[other] { $count } recipients are in “{ $source }”
}
origin-behind-not-in = { $n ->
    [one] { $count } recipient is not in “{ $source }”
   *[other] { $count } recipients are not in “{ $source }”
}
origin-behind-only-in = { $n ->
    [one] { $count } recipient is in “{ $source }” and in no other file we hold
   *[other] { $count } recipients are in “{ $source }” and in no other file we hold
}
origin-behind-elsewhere = { $n ->
    [one] { $count } recipient is in “{ $source }” and in another file too
   *[other] { $count } recipients are in “{ $source }” and in another file too
}
origin-behind-controls = { $n ->
    [one] { $count } person in “{ $source }” received nothing (control)
   *[other] { $count } people in “{ $source }” received nothing (controls)
}
origin-behind-circle = { $n ->
    [one] { $count } recipient was found in the circle of “{ $source }”
   *[other] { $count } recipients were found in the circle of “{ $source }”
}
origin-behind-outside = { $n ->
    [one] { $count } person was found in a circle they are not in
   *[other] { $count } people were found in a circle they are not in
}
origin-behind-nowhere = { $n ->
    [one] { $count } recipient is in none of the files
   *[other] { $count } recipients are in none of the files
}
origin-behind-both = { $n ->
    [one] { $count } recipient is in “{ $source }” and in “{ $other }”
   *[other] { $count } recipients are in “{ $source }” and in “{ $other }”
}
origin-behind-first-only = { $n ->
    [one] { $count } recipient is in “{ $source }” and not in “{ $other }”
   *[other] { $count } recipients are in “{ $source }” and not in “{ $other }”
}
origin-behind-neither = { $n ->
    [one] { $count } recipient is neither in “{ $source }” nor in “{ $other }”
   *[other] { $count } recipients are neither in “{ $source }” nor in “{ $other }”
}
origin-behind-these = { $n ->
    [one] { $count } person
   *[other] { $count } people
}

## For and against

origin-weighing = For and against “{ $source }”
origin-for = For
origin-against = Against, or to keep in mind
origin-nothing-found = Nothing found
origin-fact-lr-for = Against “none of the known files”: { $support } (log10 of the ratio: { $lr }).
origin-fact-lr-against = Against “none of the known files”, the findings do not support it (log10 of the ratio: { $lr }).
origin-fact-not-chance = Drawing from the population at random would hardly find as many (p { $p }).
origin-fact-chance = Drawing from the population at random could find as many (p { $p }).
origin-fact-mailed = { $share } of this file was mailed.
origin-fact-mailed-little = Only { $share } of this file was mailed: it was not used whole.
origin-fact-pair-for = Better supported than “{ $source }” (log10 of the ratio: { $lr }).
origin-fact-pair-against = Less well supported than “{ $source }” (log10 of the ratio: { $lr }).
origin-fact-pair-even = Not told apart from “{ $source }” (log10 of the ratio: { $lr }).
origin-fact-contradictory = The edges of the copy date contradict each other: two copies, or a composed list.
origin-fact-circle-note = { $text }: their being there carries no weight against chance.

## What would change the answer

origin-quoted = “{ $name }”
origin-tornado-title = What would change the ratio of “{ $source }” against { $other }
origin-tornado-steady = None of these changes alters the words of the answer.
origin-tornado-changes = The words of the answer would change in these cases: { $changes }.
origin-tornado-more = { $n ->
    [one] { $count } other case
   *[other] { $count } other cases
}
origin-tornado-at = { $what } at { $value }
origin-tornado-names-none = { $what } (no file is named any more)
origin-tornado-names = { $what } (“{ $source }” is named then)
origin-tornado-tips = All else being equal, they tip with { $tips }.
origin-tip-pool = a reference population of { $pool }
origin-tip-sigma = a strength of circles of { $sigma }
origin-tip-recipients = { $n ->
    [one] the strongest witness left out
   *[other] the { $count } strongest witnesses left out
}
origin-turned-pool = Reference population
origin-turned-sigma = Strength of circles
origin-turned-prior = Least share of the list
origin-turned-recipient = Without recipient { $id }
origin-turned-source = Without the file “{ $source }”
origin-turned-prints = Without shared errors
origin-turn-unlimited = unlimited
origin-turn-left-out = left out
origin-turn-as-is = as it is
origin-tornado-as-is = The answer as it is
origin-tornado-as-is-at = as it is: { $lr }
origin-tornado-even = 0: supports neither
origin-tornado-reading = log10 of the likelihood ratio, not capped. Hatched bar: the words of the answer change at one of its ends.
origin-tornado-what = What changes
origin-tornado-low = At the lowest
origin-tornado-low-lr = log10
origin-tornado-high = At the highest
origin-tornado-high-lr = log10
origin-tornado-changes-header = Other words
