# The sentences of the reasoning: propositions, verdicts, cautions, reasons.
# Rule: always two propositions; never the probability of a proposition, never a judgement of a person.
# A test applies the list of forbidden words (assets/data/forbidden-words.toml) to this file.

analysis-unknown-others = unknown others
analysis-support-none = { $support } for an outside origin

## Propositions, after "if"

analysis-proposition-source = at least half of the mailing list was built from the file “{ $source }”
analysis-proposition-none = the mailing list comes from none of the known files

## Two propositions compared

analysis-compare = The findings are of the order of { $times } times more probable if { $first } than if { $second }.
analysis-compare-capped = The findings are at least { $times } times more probable, under the stated assumptions, if { $first } than if { $second }.
analysis-compare-support = They give { $support } for the first proposition over the second.
analysis-compare-lowered = They give { $support } for the first proposition over the second, one step less than on the scale, for want of controls and of a complete list.
analysis-compare-lowered-to-none = For want of controls and of a complete list, they are not counted in support of either proposition over the other.
analysis-compare-even = The findings are about as probable if { $first } as if { $second }; they do not support one proposition over the other.
analysis-not-said = This does not state how probable either proposition is, nor who acted or why.

## Verdicts

analysis-verdict-rival = Against the file “{ $rival }”, the closest rival among the known files, the ratio is of the order of { $times }: { $support } for the first proposition.
analysis-verdict-rival-capped = Against the file “{ $rival }”, the closest rival among the known files, the ratio is at least { $times }: { $support } for the first proposition.
analysis-verdict-rival-even = Against the file “{ $rival }”, the closest rival among the known files, they do not support one proposition over the other.
analysis-verdict-copy = If the list comes from this file, it was copied { $days } (95% set).
analysis-verdict-too-close = The findings do not tell the file “{ $first }” and the file “{ $second }” apart.
analysis-verdict-none = The findings do not clearly support any of the known files over an outside origin.
analysis-verdict-no-recipients = No recipient of this mailing is known: there is nothing to evaluate.
analysis-verdict-no-sources = No file is given as a possible origin: there is nothing to compare.

## Cautions

analysis-caution-none-supported = No known file is clearly supported over an outside origin.
analysis-caution-too-close = The two leading files cannot be told apart: the difference between them is too small for a conclusion.
analysis-caution-no-controls = Neither controls nor a complete list: the degree of support shown is lowered by one step.
analysis-caution-few-recipients = { $n ->
    [one] A single recipient: everything rests on this person.
   *[other] Only { $count } recipients: each person weighs heavily in the result.
}
analysis-caution-circle-only = Every recipient was found in the circle of one file: their being in that file, or in one that holds the same people, says nothing against another origin.
analysis-caution-some-unexplained = Some recipients are in none of the known files; the unexplained share is estimated at { $mean } (95% interval: { $lo } to { $hi }).
analysis-caution-two-copies = The limits of the copy date contradict each other: there were two copies, or the list merges several files.
analysis-caution-outside-circle = { $n ->
    [one] { $count } person was found in the circle of a file they are not in; they are treated as found by open call.
   *[other] { $count } people were found in the circle of a file they are not in; they are treated as found by open call.
}
analysis-caution-undated = Nothing dates the copy: neither dated rows nor two states of the file.
analysis-caution-no-sources = No file is given as a possible origin.
analysis-caution-no-recipients = No recipient is known.

## Reasons: opportunity according to documents

analysis-post-unknown = unknown post
analysis-less-than = less than { $share }
analysis-more-than = more than { $share }
analysis-reason-post = { $post }, { $span }, { $proof }: access to the file “{ $source }” certain for { $certain } of the copy-date distribution, possible for { $possible }.
analysis-reason-post-certain = { $post }, { $span }, { $proof }: access to the file “{ $source }” certain for { $certain } of the copy-date distribution.
analysis-reason-post-possible = { $post }, { $span }, { $proof }: access to the file “{ $source }” possible, but not certain, for { $possible } of the copy-date distribution.
analysis-reason-post-outside = { $post }, { $span }, { $proof }: a post with access to the file “{ $source }”, without a day in common with a known copy date.
analysis-reason-export = The access log shows data going out on { $day }.
analysis-reason-export-rows = { $n ->
    [one] The access log shows data going out on { $day } ({ $rows } row).
   *[other] The access log shows data going out on { $day } ({ $rows } rows).
}
analysis-reason-used-after-post = { $n ->
    [one] The first send was { $days } day after the end of the post “{ $post }”.
   *[other] The first send was { $days } days after the end of the post “{ $post }”.
}
analysis-reason-two-hats = Another post was held elsewhere on the day of the send: { $post }.
analysis-reason-others = { $n ->
    [one] { $count } other person had access to the file on the same days.
   *[other] { $count } other people had access to the file on the same days.
}
analysis-reason-no-others = No other known person had access to the file on the same days.
