# Links between recipients and records: the waterfall, the labels, the review.
# Numbers are already written as English writes them.

## The waterfall
links-waterfall-title = What brings the two records together
links-step-prior = Before comparing
links-step-household = Someone else in the household
links-step-rivals = Other records fit as well
links-step-posterior = All in all
links-bit = { $n } bit
links-bits = { $n } bits
links-percent = { $n }%
links-more-than = more than { $p }
links-less-than = less than { $p }
links-unknown = unknown
links-chance = 1 chance in { $n }
links-times = { $n } times
links-what-is-a-bit = A bit measures how much a clue weighs: each bit more doubles the odds that this is the same person, each bit less halves them. Ten bits multiply them by about a thousand.
links-explain-prior = A record picked at random has { $chance } of being this person.
links-explain-posterior = All things considered, the link has a probability of { $p }.
links-explain-household = Two members of a household have the address and often the name in common; what that takes away is counted here.
links-explain-rivals = Only one record can be this person: what other records that fit take away from it is counted here.
links-explain-for = Seen about { $times } as often between two records of one person as between those of two people. Probability at this point: { $p }.
links-explain-against = Seen about { $times } as often between the records of two people as between two records of one person. Probability at this point: { $p }.
links-described-step = { $what } ({ $bits })
links-waterfall-both = A record picked at random has { $prior } of being this person; for: { $for }; against: { $against }; all in all the probability is { $posterior }.
links-waterfall-for = A record picked at random has { $prior } of being this person; for: { $for }; nothing against; all in all the probability is { $posterior }.
links-waterfall-against = A record picked at random has { $prior } of being this person; nothing for; against: { $against }; all in all the probability is { $posterior }.
links-waterfall-nothing = A record picked at random has { $prior } of being this person, and nothing could be compared.
links-step-spoken = { $what }: { $bits }, { $p } in total
links-table-what = Comparison
links-table-ours = Recipient
links-table-theirs = Record
links-table-bits = Bits
links-table-total = Total in bits
links-table-probability = Probability
links-axis-even = 50%
links-axis-less = less probable
links-axis-more = more probable

## What a comparison saw
links-name-missing = name missing on one side
links-name-swapped = first and last name exchanged
links-name-very-rare = very rare
links-name-rare = rare
links-name-common = common
links-last-exact = same last name
links-last-part = one last name contained in the other
links-last-nickname = last name shortened
links-last-initial = last name reduced to its initial
links-last-close = last names almost identical
links-last-near = last names close
links-last-far = last names vaguely close
links-last-different = different last names
links-last-missing = last name missing on one side
links-first-exact = same first name
links-first-part = one first name contained in the other
links-first-nickname = known short form
links-first-initial = first name reduced to its initial
links-first-close = first names almost identical
links-first-near = first names close
links-first-far = first names vaguely close
links-first-different = different first names
links-first-missing = first name missing on one side
links-address-exact = same address
links-address-close = same address, street written differently
links-address-street = same street, number different or missing
links-address-elsewhere = same number and street, town different or missing
links-address-place = same postcode and town
links-address-town = same town or same postcode
links-address-different = different addresses
links-address-missing = address missing on one side
links-email-exact = same e-mail address
links-email-local = same e-mail name, another domain
links-email-close = e-mail addresses almost identical
links-email-different = different e-mail addresses
links-email-missing = e-mail address missing on one side
links-phone-exact = same telephone number
links-phone-close = telephone numbers one digit apart
links-phone-different = different telephone numbers
links-phone-missing = telephone number missing on one side
links-birth-exact = same date of birth
links-birth-swapped = dates of birth with day and month exchanged
links-birth-close = dates of birth but for one part
links-birth-year = same year of birth
links-birth-different = different dates of birth
links-birth-missing = date of birth missing on one side
links-civility-same = same title (Mr, Mrs)
links-civility-different = different titles (Mr, Mrs)
links-civility-missing = title missing on one side
links-identifier-exact = same identifier
links-identifier-close = identifiers one digit apart
links-identifier-different = different identifiers
links-identifier-missing = identifier missing on one side

## What a link is called
links-label-sure = sure
links-label-sure-meaning = A link with a probability of at least 99%.
links-label-likely = likely
links-label-likely-meaning = A link with a probability of 90 to 99%.
links-label-possible = possible
links-label-possible-meaning = A link with a probability of 50 to 90%, no more than that: worth reviewing.
links-label-household = household
links-label-household-meaning = Same address, but another member of the household fits better than the person.
links-label-ambiguous = ambiguous
links-label-ambiguous-meaning = At least one other record fits so well that there is no telling which is the right one.
links-label-weak = weak
links-label-weak-meaning = Less likely than not the same person: this link does not count.

## Reviewing links
links-label-not-found = not found
links-label-decided = reviewed
links-bits-tip = What are bits?
links-total-so-far = At this point: { $bits }, that is { $p }
links-copy-csv = Copy (CSV)
links-copy-csv-tip = Copy the numbers of this chart for a spreadsheet
links-copy-json = Copy (JSON)
links-copy-json-tip = Copy the numbers of this chart for a program
links-both-records = Both records side by side
links-field-street = address
links-agreement-same = the same
links-agreement-alike = the same, written differently
links-agreement-different = different
links-agreement-only-ours = only with the recipient
links-agreement-only-theirs = only in the record
links-by-email = The e-mail address is the same. This link rests on no other comparison.
links-by-phone = The telephone number is the same. This link rests on no other comparison.
links-by-review = A reviewer said that this row is the person; the program had not linked it.
links-by-identifier = The identifier is the same. This link rests on no other comparison.
links-runner-up = The next closest record is row { $row }, with a probability of { $p }.
links-runner-up-near = Another record fits nearly as well: row { $row }, with a probability of { $p }.
links-answer-same = same person
links-answer-different = different person
links-answer-household = same household
links-answer-unsure = not enough information
links-decided = Reviewed on { $at }: { $answer }
links-decided-blind = Reviewed on { $at }, score hidden: { $answer }
links-hidden = The score and what it rests on are shown once the pair is decided.
links-hidden-here = Hidden until you have decided, so as not to lead you.
links-review-not-analysed = The links to review will be shown after the analysis.
links-review-gone = This pair is no longer in the case. Go on to the next one.
links-review-title = Review links
links-review-back = Back to the list
links-review-recipient = Recipient { $id }
links-review-control = Control { $id }
links-review-row = { $source }, { $snapshot }, row { $row }
links-review-as-of = as of { $day }
links-review-undated = undated (E{ $evidence })
links-review-whole-row = The whole row, as written
links-review-given = Your answer: { $answer }. Another answer replaces it.
links-review-place = { $place } of { $total }
links-review-decided = { $n ->
    [0] no pair decided
    [one] { $count } pair decided
   *[other] { $count } pairs decided
}
links-review-progress = { $n } pairs decided of { $total }
links-review-minutes-left = about { $n } min left
links-review-seconds-left = less than a minute left
links-review-last = Previous pair, { $name }: you answered “{ $answer }”; the program called it “{ $label }” ({ $p }).
links-review-last-unscored = Previous pair, { $name }: you answered “{ $answer }”.
links-reason-ambiguous = Why this pair: another record fits as well.
links-reason-doubtful = Why this pair: the program is in doubt.
links-reason-household = Why this pair: same address, another name.
links-reason-sample = Why this pair: drawn at random from those the program is certain of, to count its mistakes.
links-estimate-title = { $n ->
    [one] What { $count } answer says
   *[other] What { $count } answers say
}
links-estimate-precision = Links that are right
links-estimate-precision-meaning = Of 100 links kept, { $lo } to { $hi } name the right person (95% interval).
links-estimate-recall = Right links that are kept
links-estimate-recall-meaning = Of 100 people rightly brought together with a record, the program keeps between { $lo } and { $hi } (95% interval). A person whom nothing brings near a record is not counted.
links-estimate-unknown = not known yet: too few answers
links-estimate-unchecked = { $n ->
    [one] { $count } link is in a group of which nothing has been reviewed yet: the interval allows for it.
   *[other] { $count } links are in groups of which nothing has been reviewed yet: the intervals allow for it.
}
links-review-nothing = Nothing to review
links-review-nothing-next = There is no link to review: add recipients and files, or wait for the analysis to finish.
links-review-done = Everything is reviewed
links-review-done-next = Your answers replace the program’s opinion and stand in the log of the case. The analysis takes them into account; each answer can be undone.
links-review-skipped = End of the list
links-review-skipped-next = Some pairs were left aside.
links-review-see-skipped = See the pairs left aside
links-review-answered = { $answer }: { $count }
