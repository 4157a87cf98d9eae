# Searching the whole case.

window-room-search = Search
window-room-search-tip = Search the whole case
search-field = Search the whole case
search-hint = Words, "exact phrase", address, telephone number…
search-mode-words = Words
search-mode-list = List of terms
search-list-field = Terms to look for, one a line
search-list-hint = Paste a list: one term a line
search-list-explained = Paste a list of names, addresses or numbers, one a line. The table says how often each is found, room by room; a term that is not found stays, with 0.
search-stage-indexing = Reading what can be searched
search-stage-searching = Searching
search-task-rows = Searching the rows of files
search-progress = { $stage }: { $done } of { $total }
search-found =
    { $n ->
        [0] Nothing found
        [one] 1 item found
       *[other] { $count } items found
    }
search-nothing = Nothing in messages, recipients, evidence, files, people, events and notes answers this search.
search-group = { $group } · { $count }
search-more =
    { $n ->
        [one] Show the other one ({ $group })
       *[other] Show the { $n } others ({ $group })
    }
search-too-many =
    { $n ->
        [one] and 1 more, not shown: narrow the search
       *[other] and { $n } more, not shown: narrow the search
    }
search-hit = { $title } — { $snippet }
search-hidden = found in what is hidden
search-rows-explained = Rows of files are read only when asked: on a large file it can take some minutes.
search-rows-progress = { $source }: { $done } rows read
search-rows-of =
    { $n ->
        [0] { $title }: none of { $searched } rows read
        [one] { $title }: one of { $searched } rows read
       *[other] { $title }: { $count } of { $searched } rows read
    }
search-rows-sealed = { $title }: sealed file, its rows cannot be read
search-row = row { $n }
search-terms-found =
    { $n ->
        [one] 1 term
       *[other] { $n } terms
    } · not found: { $without }
search-terms-term = Term
search-terms-total = Total
search-terms-copy = Copy the table
search-terms-copy-tip = Copy every column, separated by tabs, for a spreadsheet
search-terms-explained = A click on a term shows where it stands.
search-terms-literal = read word by word
search-terms-nothing = no letter, no digit
search-help = What can be typed
search-help-words = letter members
search-help-words-tip = both words, anywhere; accents and capitals do not matter
search-help-phrase = "letter to members"
search-help-phrase-tip = these words, one after the other
search-help-or = leaflet OR (letter AND autumn)
search-help-or-tip = one or the other; OR, AND, NOT are written in capitals
search-help-not = letter NOT subscribers
search-help-not-tip = the first, without the second
search-help-beginning = memb*
search-help-beginning-tip = any word that begins like this
search-help-address = first.last@example.org
search-help-address-tip = this address, as it stands
search-help-number = 06 39 98 00 12
search-help-number-tip = this number, however it is written (+33639980012)
search-help-what = What is read: messages with their headers, recipients, evidence, files and their columns, people, events, answers and notes. Rows of files are read on demand, below the results.
search-mistake-nothing = Nothing to look for: type at least one letter or digit.
search-mistake-open-quote = Character { $at }: this quotation mark is never closed.
search-mistake-open-parenthesis = Character { $at }: this parenthesis is never closed.
search-mistake-stray-parenthesis = Character { $at }: this parenthesis closes what was never opened.
search-mistake-empty = Character { $at }: words are missing between these signs.
search-mistake-before = Character { $at }: something is missing before { $word }.
search-mistake-after = Character { $at }: something is missing after { $word }.
search-mistake-star = Character { $at }: the star stands at the end of a word, for anything that begins like it.
search-mistake-deep = Character { $at }: too many parentheses in each other.
search-mistake-long = Character { $at }: too many words; for many terms take the list of terms.
search-keys-arrows = Up, Down
search-keys-arrows-tip = Go from hit to hit
search-keys-enter = Enter
search-keys-enter-tip = Go to the hit

window-command-ask = Search
window-command-ask-tip = Search the whole case
window-command-search-rows = Search the rows of files too
window-command-search-rows-tip = Read every row of every file, on demand
window-command-cancel-search = Stop
window-command-cancel-search-tip = Stop reading rows
window-command-leave-search = Leave the search
window-command-leave-search-tip = Back to where one was before searching
