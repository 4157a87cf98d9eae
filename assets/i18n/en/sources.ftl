# Sources: what files have in common and what changes in them.
sources-tab-register = Register
sources-tab-overlaps = Overlaps
sources-tab-profile = Columns
sources-tab-changes = Differences
sources-tab-history = Successive values
sources-choose-file = File
sources-choose-state = State
sources-undated = undated
sources-no-state = No state of this file was imported: there are no rows to look at.
sources-running = Comparing…
sources-stop = Stop
sources-stopped = The comparison was stopped.
sources-again = Start again

## Overlaps
sources-overlaps-what = An overlap is the number of people of the row’s file who are also in the column’s file, and their share of the row’s file; two people are the same if they have the same e-mail address, telephone number or identifier, or the same name and birth date or address.
sources-overlaps-latest = Latest states
sources-overlaps-latest-hint = The people of the latest state of each file, without those who had left by that day
sources-overlaps-ever = All states
sources-overlaps-ever-hint = Everybody who ever stood in a state that was imported
sources-overlaps-file = File
sources-overlaps-people = People
sources-overlaps-cell = { $count } ({ $share })
sources-overlaps-declared = not computable: declared
sources-overlaps-sealed = not computable: sealed
sources-overlaps-no-state = not computable: no state
sources-overlaps-nothing = not computable: nothing to compare

## Column profile
sources-profile-what = What is in each column of this state, whatever it was read as.
sources-profile-column = Column
sources-profile-read-as = Read as
sources-profile-filled = Filled
sources-profile-distinct = Distinct
sources-profile-looks = Looks like
sources-profile-frequent = Most frequent
sources-profile-shortest = Shortest
sources-profile-longest = Longest
sources-profile-share = { $count } ({ $share })
sources-profile-value = { $value } ({ $count })
sources-looks-email = e-mail addresses
sources-looks-phone = telephone numbers
sources-looks-postcode = postcodes
sources-looks-date = dates
sources-looks-civility = forms of address
sources-looks-number = numbers
sources-looks-name = names
sources-looks-text = free text
sources-looks-empty = nothing: empty

## Differences
sources-changes-what = Rows are paired by their record number, else by another number, e-mail address, telephone number, or name with birth date or address.
sources-changes-before = Before
sources-changes-after = After
sources-changes-needs-two = It takes two states of this file to compare them.
sources-changes-same = This is the same state twice; choose another one.
sources-changes-added = { $n ->
    [one] { $count } came
   *[other] { $count } came
}
sources-changes-removed = { $n ->
    [one] { $count } left
   *[other] { $count } left
}
sources-changes-changed = { $n ->
    [one] { $count } changed row
   *[other] { $count } changed rows
}
sources-changes-unchanged = { $n ->
    [one] { $count } unchanged
   *[other] { $count } unchanged
}
sources-changes-alike = not told apart: { $before } before, { $after } after
sources-changes-alike-hint = These rows have the same numbers, addresses and names: nothing says which is which. They count neither as come, nor as left, nor as changed.
sources-changes-hide-writing = { $n ->
    [one] Hide { $count } value that is only written differently
   *[other] Hide { $count } values that are only written differently
}
sources-changes-broken = The column “{ $field }” names nobody from one state to the other (it counts lines, or was numbered anew), so it was left out.
sources-changes-lost-columns = Columns only in the earlier state: { $columns }
sources-changes-new-columns = Columns only in the later state: { $columns }
sources-changes-none = Nothing in this list.
sources-changes-line = Row
sources-changes-row = row { $n }
sources-changes-who = Who
sources-changes-field = Field
sources-changes-value-before = Before
sources-changes-value-after = After
sources-changes-kind = What changes
sources-changes-writing = writing
sources-changes-value = value
sources-changes-blank = (blank)

## Successive values
sources-history-explained = People who stayed in the file while their e-mail address, telephone number, name or address changed. A date between two states is only known to lie between them; an unknown end never means “today”.
sources-history-none = No value changed for anybody who stayed in this file, or nothing dates the change.
sources-history-who = Who
sources-history-what = What
sources-history-value = Value
sources-history-from = From
sources-history-until = Until
sources-history-unknown = unknown
sources-history-email = e-mail
sources-history-phone = telephone
sources-history-name = name
sources-history-address = address
