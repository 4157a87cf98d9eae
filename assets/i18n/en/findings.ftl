# What goes with a verdict: what would change its words, the next question, parts of a file, two copies, shared spellings.
# The same rules as in analysis.ftl.

findings-heading-change = What would change the answer
findings-heading-next = The next question to ask
findings-scale = { $name }, version { $version }; ratios shown do not go beyond { $cap }.
findings-heading-beside = Other findings

## What would change the words of the verdict

findings-changes = The words of the verdict change { $list }.
findings-holds = They stay the same { $list }.
findings-holds-all = None of the assumptions looked at changes the words of the verdict: they stay the same { $list }.
findings-change-pool-below = if the pool is below { $pool } people
findings-change-pool-above = if the pool is above { $pool } people
findings-change-sigma-below = if the circle favours its members by a factor below { $sigma }
findings-change-sigma-above = if the circle favours its members by a factor above { $sigma }
findings-change-share = if “coming from a file” means at least { $share } of the list and not half of it
findings-change-source = without the file “{ $source }” among the candidates
findings-change-prints = without the shared spellings
findings-change-recipients = { $n ->
    [one] if a single recipient is left out, the one that weighs most
   *[other] if the { $count } recipients that weigh most are left out
}
findings-hold-pool = whatever pool was tried
findings-hold-sigma = however strong the circle
findings-hold-share = whatever least share was tried
findings-hold-sources = whichever other file is taken out
findings-hold-prints = with or without the shared spellings
findings-hold-recipient = whichever single recipient is left out
findings-and = { $list }; { $last }

findings-turned-pool = Pool: { $low } to { $high } people
findings-turned-sigma = Strength of the circle: { $low } to { $high }
findings-turned-share = Least share: { $low } or { $high } instead of half
findings-turned-recipient = Without the recipient { $recipient }
findings-turned-source = Without the file “{ $source }”
findings-turned-prints = Without the shared spellings
findings-unlimited = unlimited

findings-influence = Without { $recipient }, the log10 likelihood ratio of the file “{ $source }” against an outside origin goes from { $before } to { $after }.
findings-influence-rival = Without { $recipient }, the log10 likelihood ratio of the file “{ $source }” goes from { $before } to { $after } against an outside origin, and from { $rival-before } to { $rival-after } against the file “{ $rival }”.

## The next question

findings-question-control = Find somebody who was in the file “{ $source }” on the days of the copy, and ask whether the message reached them.
findings-question-control-other = Find somebody who was in the file “{ $source }” and not in the file “{ $other }” on the days of the copy, and ask whether the message reached them.
findings-question-membership = Ask { $recipient } in which files they have been: their link to the file “{ $source }” is not sure.
findings-question-presence = Ask { $recipient } in which files they were on { $day }: their dates in the file “{ $source }” are not known.
findings-question-statement = Ask { $recipient } to whom they gave this address or number, and to whom else.
findings-question-contest = It would help to tell the file “{ $source }” from the file “{ $other }” (expected information: { $bits } of 1 bit).
findings-question-contest-none = It would help to tell the file “{ $source }” from an outside origin (expected information: { $bits } of 1 bit).
findings-question-none = No question to a known person would bring information on this point.

findings-reply-yes = yes
findings-reply-no = no
findings-reply-only-to-source = to the file “{ $source }” alone
findings-reply-only-to-other = to the file “{ $other }” alone
findings-reply-only-elsewhere = to somebody else alone
findings-reply-undecided = to several, or not known any more
findings-prospect = Answer “{ $reply }”: the log10 likelihood ratio would be { $log }.

## Parts of a file, two copies

findings-slice = Only the part of the file “{ $source }” with “{ $field }” = “{ $value }”: the findings are { $times } more probable if at least half of the list comes from this part than if at least half of it comes from the whole file. { $captured } of the { $of } recipients found in the file are in this part, which holds { $size } people.
findings-slice-whole = The part of the file “{ $source }” with “{ $field }” = “{ $value }” was tried: the findings are { $times } more probable if at least half of the list comes from the whole file.
findings-slice-even = The part of the file “{ $source }” with “{ $field }” = “{ $value }” was tried: the findings do not tell it from the whole file.

findings-two-copies = One copy of the file “{ $source }” does not explain the list: it takes two, one around { $first }, the other around { $second }, or a list merged from two states of the file.
findings-two-copies-records = In the file on { $first } and not on { $second }: { $only-first }. On { $second } and not on { $first }: { $only-second }.
findings-two-copies-share = The second copy would account for about { $share } of the list.

## Shared spellings

findings-quirk = Message to { $recipient }, { $where }: “{ $rendered }”. The file “{ $source }” has “{ $written }” and gives this text; the file “{ $rival }” has “{ $rival-written }” and would have given “{ $would-show }”.
findings-quirk-rare = { $quirk } What is different in the message stands in { $share } of the rows of the file “{ $rival }”.
findings-prints-standing = { $n ->
    [one] Of { $count } recipient whose spelling tells files apart, the file “{ $source }” gives the text of the message for { $given }.
   *[other] Of { $count } recipients whose spelling tells files apart, the file “{ $source }” gives the text of the message for { $given }.
}
