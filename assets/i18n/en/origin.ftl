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

## The ranking

origin-column-file = File
origin-column-in = In it
origin-column-in-tip = Recipients who are in this file
origin-column-out = Not in it
origin-pair-unheld = Who is in “{ $source }” is unknown: its rows are not in the case.
origin-unknown = unknown: the rows of this file are not in the case
origin-column-out-tip = Recipients who are not in this file
origin-column-only = Only there
origin-column-only-tip = Recipients who are in this file and in no other file we hold
origin-column-controls = Not mailed
origin-column-controls-tip = People of this file who are known to have received nothing (controls)
origin-column-support = Support
origin-column-support-tip = In words, against an outside origin
origin-column-lr = log10
origin-column-lr-tip = Decimal logarithm of the likelihood ratio between “at least half comes from this file” and “nothing comes from a known file”
origin-ranking = Candidate files, the best supported first
origin-ranking-what = Each number opens the list of the people it counts. A click on a file shows what speaks for and against it.
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
origin-shares-lo = 95%: from
origin-shares-hi = to
origin-shares-lo50 = 50%: from
origin-shares-hi50 = to
origin-shares-reading = Share of the known recipients. Bar: mean. Thin line: 95% interval, thick line: 50%. All files together make 100%.

## This file, or another one?

origin-pair-what = Two propositions, and what the findings say of one against the other.
origin-pair-first = First proposition
origin-pair-second = Second proposition
origin-pair-turn = Turn round
origin-pair-none = none of the known files
origin-pair-same = Choose two different propositions.
origin-pair-apart = What sets them apart

## The copy date

origin-copy-title = When “{ $source }” would have been copied
origin-copy-summary = If the list comes from this file, the copy was made { $days } (95% set); the density is highest from { $mode } on.
origin-copy-of = File
origin-copy-not-before = The 95% set begins on { $day }; earlier days fit poorly with what the file says of
origin-copy-not-after = The 95% set ends on { $day }; later days fit poorly with what the file says of
origin-copy-from-window = { $day } is the first day possible: no witness limits it further.
origin-copy-to-window = { $day } is the last day possible: the day of sending.
origin-copy-more-witnesses = { $n ->
    [one] { $count } other
   *[other] { $count } others
}
origin-copy-limits = The witnesses of each limit
origin-copy-limits-what = A witness is somebody whose joining, leaving or change of address in the file fits poorly with a day further out. Each limit is that of the 95% set: beyond it the curve may keep a little height.
origin-copy-inside50 = In the 50% set
origin-copy-set50 = 50% set
origin-copy-reading = Height: probability per day. Thick line at the foot: 50% set. Ground: 95% set, made of whole stretches between two changes of the file, so rather too wide.

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
origin-behind-row-only = { $snapshot }, row { $row }
origin-behind-row-only-undated = row { $row }
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
origin-fact-lr-for = Against an outside origin: { $support } (log10 of the ratio: { $lr }).
origin-fact-lr-against = Against an outside origin, the findings do not support it (log10 of the ratio: { $lr }).
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

origin-outside = an outside origin
origin-quoted = “{ $name }”
origin-tornado-title = What would change the ratio of “{ $source }” against { $other }
origin-turned-pool = Pool
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
origin-tornado-spoken = { $what }: { $low } gives { $low-lr }, { $high } gives { $high-lr }.
origin-tornado-spoken-changes = The words of the answer change.
origin-change-against = Against
origin-influence-title = What each recipient weighs
origin-influence-what = log10 of the ratio of the leading file with the person left out; those who weigh most first.
origin-influence-none = Without them, against outside
origin-influence-rival = Without them, against the rival

## The answer in one sentence

origin-headline-rival = Of the known files the findings support “{ $source }”: { $support } against an outside origin, { $rival-support } against “{ $rival }”.
origin-headline-alone = The findings support “{ $source }”, the only candidate file: { $support } against an outside origin.
origin-headline-close = The findings do not tell “{ $source }” and “{ $rival }” apart.
origin-headline-none = The findings support none of the known files clearly.
origin-answer-pair-of = “{ $source }” against “{ $other }”: { $support }.
origin-lr-of = { $lr }: “{ $source }” against an outside origin

## Two copies, parts of a file

origin-two-copies-only = { $people } in the file on { $day } and not on { $other }
origin-slices-title = Parts of “{ $source }”
origin-slices-whole = The whole file explains the list at least as well as each of its parts.
origin-slices-what = A part is what a filter on a column would have kept. log10 above 0: better supported than the whole file. The whole file begins with half of the weight, the parts share the other half.
origin-slice = { $field } = { $value }
origin-slices-slice = Part
origin-slices-size = People
origin-slices-captured = Found
origin-slices-lr = log10
origin-slices-weight = Weight
origin-slices-mailed = Mailed

## Shared errors

origin-quirks-none = None: the files would have written the same texts, or the message shows nothing to compare.
origin-quirks-what = A file betrays itself by its habits: a typing error, an earlier surname, capitals, missing accents. Only recipients for whom the files would have given different texts are counted.
origin-quirks-title = Shared errors and habits, the rarest first
origin-quirks-recipient = Recipient
origin-quirks-shown = In the message
origin-quirks-file = Same text in
origin-quirks-rival = Other text in
origin-quirks-kind = Difference
origin-quirks-rarity = Rarity
origin-quirks-cell = { $source }: { $text }
origin-quirks-kind-in = { $kind }, { $field }
origin-quirks-one-in = 1 in { $n }
origin-quirks-standing = “{ $source }”: the same text for { $matches }, another text for { $mismatches }.
origin-addresses-title = Addresses that name a file

## Other explanations

origin-rivals-answer = { $n ->
    [0] All { $all } rival explanations have an answer.
    [one] { $count } rival explanation of { $all } has no answer yet.
   *[other] { $count } rival explanations of { $all } have no answer yet.
}
origin-rivals-what = Each explanation waits for an answer, with what it rests on. One without an answer stays printed as a caution.
origin-rival-predicts = What would be seen then
origin-rival-speaks-for = What would speak for it
origin-rival-speaks-against = What would speak against it
origin-rival-ask = To ask
origin-rivals-case-says = What the case says of it (this is no answer)
origin-rivals-standing = Answer
origin-rivals-standing-of = Answer, { $name }
origin-rivals-why = Why, in a sentence
origin-rivals-why-of = Why, { $name }
origin-rivals-cite = Cite what is selected
origin-rivals-cite-tip = A piece of evidence, a message or a recipient selected elsewhere becomes what the answer rests on
origin-rivals-uncite = No longer cite: { $reference }
origin-rivals-own = Another explanation
origin-rivals-add = Add

## What to ask next

origin-next-what = What would tell “{ $source }” and { $other } apart best, the most useful first.
origin-next-bits = 1 bit: the answer settles it. 0: it tells nothing. The number after each answer is the log10 of the ratio it would lead to.
origin-next-bit = { $n } bit
origin-next-more = { $n ->
    [one] Show { $count } other question
   *[other] Show { $count } other questions
}
origin-reply-after = { $reply }: { $lr }
origin-next-export = Export questionnaire…
origin-next-export-tip = A table to fill in, one line per person and file
origin-next-export-nobody = These questions are for nobody of the case: the person has to be found first.
origin-next-file = questionnaire.csv
origin-next-import = Read back a completed questionnaire…
origin-next-neutral = The questionnaire is neutral: it asks the same about every file and does not tell what the answer would change.
origin-slices-used = Shares and copy date are of this part.
origin-address-given = { $n ->
    [one] { $count } person says that this address was given to “{ $source }” only
   *[other] { $count } people say that this address was given to “{ $source }” only
}

## What if

origin-whatif-title = What if? Try other assumptions
origin-whatif-trial = This is a trial: nothing that is set here is saved or put into the dossier.
origin-whatif-start = Prepare a trial
origin-whatif-start-tip = Links the files again, in the background; after that each setting answers at once
origin-whatif-preparing = Preparing the trial…
origin-whatif-nothing = There is nothing to try: no file or no recipient.
origin-whatif-drop = Leave out the selected person
origin-whatif-drop-tip = First choose a recipient of this mailing, here or in another room
origin-whatif-back = Put back { $id }
origin-whatif-reset = Put everything back
origin-whatif-same = With these settings the words of the answer stay the same.
origin-whatif-names = With these settings the words of the answer change; the file named would be “{ $source }”.
origin-whatif-names-none = With these settings the words of the answer change; no file would be named.
origin-whatif-file = File
origin-whatif-as-is = As it is
origin-whatif-then = On trial
origin-whatif-copy = Copy, on trial
origin-whatif-what = log10 of the ratio against an outside origin, not capped.
