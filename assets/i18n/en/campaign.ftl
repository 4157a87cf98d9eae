# Campaigns: families of messages, template, merge fields, columns.

## Why two messages are together
campaign-reason-same-text = same text
campaign-reason-like-text = { $words } of words in common ({ $runs } of runs of words)
campaign-reason-stated = put into the campaign “{ $campaign }” together
campaign-reason-mailing = same mailing number of the platform: { $mailing }
campaign-reason-sender = same sender: { $sender }
campaign-reason-number = same number in the text: { $number }
campaign-reason-link = same link: { $link }
campaign-reason-people = { $n ->
    [one] { $both } person of { $of } received both
   *[other] { $both } people of { $of } received both
}
campaign-reason-days = { $n ->
    [0] on the same day
    [one] { $days } day apart
   *[other] { $days } days apart
}

## Merge fields
campaign-kind-civility = title
campaign-kind-first-name = first name
campaign-kind-last-name = last name
campaign-kind-full-name = full name
campaign-kind-town = town
campaign-kind-postcode = postcode
campaign-kind-street = street address
campaign-kind-identifier = number of a person
campaign-kind-email = e-mail address
campaign-kind-phone = telephone number
campaign-kind-date = date
campaign-kind-link = individual link
campaign-kind-unknown = field not identified
campaign-basis-recipients = equal to the recipient’s own in { $equal } copies of { $of }
campaign-basis-values = from the look of the values
campaign-basis-place = from the words before it
campaign-basis-blank = from the name of the field left empty
campaign-basis-none = nothing tells

## Columns
campaign-column-civility = a title
campaign-column-first-name = a first name
campaign-column-last-name = a last name
campaign-column-name = a name
campaign-column-street = a street address
campaign-column-postcode = a postcode
campaign-column-city = a town
campaign-column-identifier = a number of a person (member, customer, tenant…)
campaign-column-email = an e-mail address
campaign-column-phone = a telephone number
campaign-column-birth-date = a birth date
campaign-quoted = “{ $name }”
campaign-needs-only = { $unknown ->
    [0] The list must have held { $column }: of the files, only “{ $source }” has that column.
   *[other] The list must have held { $column }: of the files whose columns are known, only “{ $source }” has that column.
}
campaign-needs-nobody = { $unknown ->
    [0] The list must have held { $column }: none of the files has that column.
   *[other] The list must have held { $column }: none of the files whose columns are known has it.
}
campaign-needs-complete-none = No file is known to have all these columns.
campaign-needs-complete-one = One file only is known to have all these columns: { $source }.
campaign-needs-complete-several = Several files have all these columns: { $sources }.

## The campaigns view
campaign-view-list = List
campaign-view-campaigns = Campaigns
campaign-view-grouping = Grouping the messages…
campaign-view-undated = no date
campaign-view-days = { $first } – { $last }
campaign-view-family = Campaign
campaign-view-messages = Messages
campaign-view-people = People
campaign-view-waves = Waves
campaign-view-sent = Sent
campaign-view-channels = Channels
campaign-view-senders = Senders
campaign-view-template = Template
campaign-view-columns = Columns needed
campaign-view-changed = What changed
campaign-view-why = Why together
campaign-view-wave = Wave
campaign-view-wave-line = { $n ->
    [one] { $number }. { $days } · { $copies } copy
   *[other] { $number }. { $days } · { $copies } copies
}
campaign-view-wave-of-text = { $n ->
    [one] { $number }. { $days } · { $copies } copy · text { $text }
   *[other] { $number }. { $days } · { $copies } copies · text { $text }
}
campaign-view-aligned = { $k ->
    [0] { $copies } copies laid over each other: no field varies.
    [one] { $copies } copies laid over each other: { $fields } field varies.
   *[other] { $copies } copies laid over each other: { $fields } fields vary.
}
campaign-view-one-copy = One copy only: merge fields can only be seen by comparing several copies.
campaign-view-unread = { $copies } more copies were not laid over; those that were are spread over all of them.
campaign-view-field = { $number } · { $kind }
campaign-view-fields = Merge fields
campaign-view-fields-field = Field
campaign-view-fields-basis = Why
campaign-view-fields-values = Values
campaign-view-fields-examples = Examples
campaign-view-fields-count = { $k ->
    [0] { $distinct } different
   *[other] { $distinct } different, empty in { $empty }
}
campaign-view-unfilled = { $n ->
    [one] Field left empty: “{ $written }” ({ $kind }), in { $copies } copy.
   *[other] Field left empty: “{ $written }” ({ $kind }), in { $copies } copies.
}
campaign-view-left-out = { $n ->
    [one] { $copies } copy differs too much from the others and was not laid over.
   *[other] { $copies } copies differ too much from the others and were not laid over.
}
campaign-view-message = Message { $n }
campaign-view-columns-hint = The columns the mailing list must at least have had, and those of each file. Having the columns is necessary; it is no proof.
campaign-view-columns-none = Nothing tells the columns of the list.
campaign-view-columns-need = The list must have held
campaign-view-columns-because = Because of
campaign-view-columns-channel = sent by { $channel }
campaign-view-columns-has = yes: { $columns }
campaign-view-columns-has-not = no
campaign-view-columns-unknown = unknown
campaign-view-columns-untold = Field { $field }: nothing tells which column it comes from.
campaign-view-before = Before
campaign-view-after = After
campaign-view-selected = Message { $n }, selected
campaign-view-changed-none = One wave only: select another message of this campaign in the list to compare it.
campaign-view-in-common = In common: { $reasons }
campaign-view-unchanged = Both texts say the same, word for word.
campaign-view-changed-legend = Struck through: before only. Underlined: after only.
campaign-view-changes = Changes
campaign-view-change = No.
campaign-view-stated = Campaign stated at import: “{ $campaign }”. Messages without a campaign that say the same have joined it.
campaign-view-ties = What ties them
campaign-view-ties-hint = Copies of one text are together by their words; this is what ties the texts to each other.
campaign-view-copies-alike = every copy has at least { $share } of its words in common with the first
campaign-view-with-first = with the first wave: { $reasons }
