# Lists: columns, order, filters, copies.

list-arranging = Sorting and filtering…
list-marked = { $n ->
    [one] { $count } marked row
   *[other] { $count } marked rows
  }
list-scroll = Scrolling of “{ $list }”
list-width-of = Width of the column “{ $column }”
list-title-hint = Click: sort. Shift+click: sort by it as well. Right click: count, hide. On the keyboard, + and − change the width.
list-sort-up = Sort in ascending order
list-sort-down = Sort in descending order
list-sort-also = Sort by this column as well
list-sort-not = Do not sort by this column
list-count-values = Frequency of values…
list-hide-column = Hide the column
list-columns = Columns
list-columns-name = Choose columns
list-columns-reset = Original columns and widths
list-more = More
list-export = Export
list-facet-name = Filter by “{ $column }”
list-except = except
list-exclude = Leave out “{ $value }”
list-chip = { $column }: { $value }
list-chip-except = { $column }: except { $value }
list-chip-remove = Let go of the filter “{ $chip }”
list-show-all = Show all
list-blank = (blank)
list-views = Views
list-views-none = No view is saved.
list-view-name = Name of the view
list-view-save = Save the view
list-view-needs-name = Give the view a name first.
list-view-where = Columns, order and filters are saved in the case, because a filter may name people.
list-view-remove = Remove the view “{ $name }”
list-frequency-title = Frequencies: { $column }
list-frequency-what = A click keeps only the rows with that value; a second click gives all of them back.
list-frequency-values = { $n ->
    [one] { $count } different value
   *[other] { $count } different values
  }
list-frequency-value = Value
list-frequency-count = Count
list-frequency-share = Share
list-yes = yes
list-no = no

window-menu-list = Rows
window-why-no-list = No list is shown.
window-command-list-copy = Copy rows
window-command-list-copy-tip = Copies the marked rows, or all that are shown, to paste into a spreadsheet
window-command-list-mark-all = Mark all rows
window-command-list-mark-all-tip = Marks every row the list shows
window-command-list-filter = Filter the list
window-command-list-filter-tip = Puts the cursor into the list’s filter
window-command-list-clear = Show all rows
window-command-list-clear-tip = Lets go of every filter of the list
window-command-list-frequencies = Frequency of values
window-command-list-frequencies-tip = Counts each value of the column the list is sorted by
window-command-list-csv = Export the list as CSV
window-command-list-csv-tip = Saves what is shown as a CSV file
window-command-list-xlsx = Export the list as an XLSX workbook
window-command-list-xlsx-tip = Saves what is shown as a workbook
