# Rival explanations: cautions, where the answer stands, and what the case can say about them.
# Their own texts are data (assets/data/rivals.toml).

rivals-caution-open = { $n ->
    [one] A rival explanation has not been answered yet: { $names }.
   *[other] { $count } rival explanations have not been answered yet: { $names }.
}
rivals-caution-possible = { $n ->
    [one] A rival explanation remains possible after examination: { $names }.
   *[other] { $count } rival explanations remain possible after examination: { $names }.
}

rivals-standing-open = not answered
rivals-standing-spoken-against = answered: findings speak against it
rivals-standing-possible = answered: supported or possible
rivals-standing-does-not-apply = does not apply

rivals-side-for = speaks for it
rivals-side-against = speaks against it
rivals-side-neither = worth knowing

rivals-reference-evidence = exhibit E{ $id }
rivals-reference-message = message { $id }
rivals-reference-recipient = recipient { $id }

## What the case can say; never an answer

rivals-hint-source-against = The file “{ $source }” looks like one of this kind. The findings are { $times } more probable if at least half of the list comes from the file “{ $other }” than if at least half of it comes from this one.
rivals-hint-source-for = The file “{ $source }” looks like one of this kind. The findings are { $times } more probable if at least half of the list comes from this one than if at least half of it comes from the file “{ $other }”.
rivals-hint-source-even = The file “{ $source }” looks like one of this kind; the findings do not tell it from the file “{ $other }”.
rivals-hint-only-for = The file “{ $source }” looks like one of this kind, and it is the only candidate. The findings are { $times } more probable if at least half of the list comes from it than if the list comes from no known file.
rivals-hint-only-against = The file “{ $source }” looks like one of this kind, and it is the only candidate. The findings are { $times } more probable if the list comes from no known file than if at least half of it comes from this one.
rivals-hint-only-even = The file “{ $source }” looks like one of this kind, and it is the only candidate; the findings do not tell it from an outside origin.
rivals-hint-no-source = No candidate looks like a file of this kind: it was compared with nothing. To compare it, declare a file with its size and the share of people it covers.
rivals-hint-columns = The mailing needed what a list of this kind does not commonly hold: { $columns }.
rivals-hint-given-to-one = { $n ->
    [one] The address of one recipient names the file “{ $source }” alone (statement, tag or seeded row): { $names }.
   *[other] The addresses of { $count } recipients name the file “{ $source }” alone (statements, tags or seeded rows): { $names }.
}
rivals-hint-beyond-none = { $n ->
    [one] The only recipient is in at least one of the held files.
   *[other] Each of the { $of } recipients is in at least one of the held files.
}
rivals-hint-beyond = { $n ->
    [one] { $outside } recipient of { $of } is in none of the held files.
   *[other] { $outside } recipients of { $of } are in none of the held files.
}
rivals-hint-beyond-circle = { $beyond } Recipients were looked for in the circle of a file: this count says little about it.
rivals-hint-two-files = The two leading files, “{ $first }” and “{ $second }”, cannot be told apart; a list formed at a processor they share would look the same.
rivals-hint-delivered = { $n ->
    [one] { $messages } message of { $of } names in its headers the delivery to its recipient’s address.
   *[other] { $messages } messages of { $of } name in their headers the delivery to their recipient’s address.
}
rivals-times = of the order of { $times } times
rivals-times-capped = at least { $times } times
rivals-more = { $names } and { $count } more
