# Words of the design system: controls and the grid. They know nothing of planning.

kit-close = Close
kit-clear = Clear
kit-loading = Loading…
kit-no-matches = Nothing matches
kit-as-written = Not in the list: “{ $text }” is used as written.
kit-grid-help = Arrow keys move. Type, or press F2, to change a cell. Press Escape and then Tab to leave the table.
kit-rows =
    { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
kit-sort-by = Sort by { $column }
kit-sorted-ascending = Sorted by { $column }, ascending
kit-sorted-descending = Sorted by { $column }, descending
kit-column-menu = { $column }: more
kit-column-moved = { $column } moved
kit-column-sized = Width of { $column } changed
kit-copied =
    { $count ->
        [one] { $count } cell copied
       *[other] { $count } cells copied
    }
kit-cut =
    { $count ->
        [one] { $count } cell cut. It goes where you paste it.
       *[other] { $count } cells cut. They go where you paste them.
    }
kit-copying = Reading the cells…
kit-copy-again = The cells are read. Press Ctrl+C once more to copy them.
kit-copy-failed = The cells could not be read. Nothing was copied.
kit-copied-part =
    { $count ->
        [one] That is more than can be copied at once: the last row was left off.
       *[other] That is more than can be copied at once: the last { $count } rows were left off.
    }
kit-suggestions =
    { $count ->
        [0] Nothing matches
        [one] { $count } suggestion
       *[other] { $count } suggestions
    }
kit-understood-as = Understood as { $words }
kit-choose-reading = Which one is meant?
kit-not-a-number = This is not a number. Digits, with a comma or a point for decimals, are understood.
kit-ambiguous-number = This can be read in two ways. Leave out the separator of thousands, or add a zero at the end of the decimals.
kit-not-among-choices = This is not one of the choices. Use the arrow keys to choose from the list.
kit-remove-item = Remove { $item }
kit-commit-failed = This could not be kept
kit-all-tabs = All tabs
kit-yes = yes
kit-no = no
