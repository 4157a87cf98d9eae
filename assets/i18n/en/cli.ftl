# Command line
cli-summary-counts = { $files } files read: { $found } items found = { $imported } imported + { $duplicates } duplicates + { $rejected } rejected
cli-summary-nothing = No recipients: add the messages received or the list of recipients, then analyse again.
cli-summary-campaign = { $n-messages ->
    [one] { $messages } message
   *[other] { $messages } messages
}, { $n-recipients ->
    [one] { $recipients } recipient
   *[other] { $recipients } recipients
}, { $n-controls ->
    [one] { $controls } control
   *[other] { $controls } controls
}; { $is-one-day ->
    [yes] sent on { $first }
   *[no] sent from { $first } to { $last }
}
cli-summary-sources = Candidate files
cli-summary-source = File
cli-summary-captured = Captured
cli-summary-exclusive = Exclusive
cli-summary-share = Share [95%]
cli-summary-support = log10 LR
cli-summary-none = No known file
cli-summary-copy = Copy date
cli-summary-undated = Nothing dates the copy: dated rows or at least two snapshots of the file are needed.
cli-summary-span = { $is-one-day ->
    [yes] on { $from }
   *[no] from { $from } to { $to }
} ({ $mass } posterior)
cli-summary-witnesses = limit at { $at }, held by { $count ->
    [one] one record
   *[other] { $count } records
}: { $names }
cli-summary-who = Who could have held the copy
cli-summary-who-note = Opportunity according to documents, in alphabetical order; this is not a ranking.
cli-summary-person = Person
cli-summary-certain = Certain
cli-summary-possible = Possible
cli-summary-reason = { $person }: { $reason }
cli-run-files = Files written: { $files }
cli-demo-no-display = There is no display for the window: here is the same incident ("{ $name }") done without it.
