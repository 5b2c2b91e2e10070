# Words of the catalogue: what the reference says, list by list.

catalogue-lists = Lists of the catalogue
catalogue-search = Search the catalogue
catalogue-search-short = Search all lists
catalogue-results = Found in the catalogue
catalogue-found =
    { $count ->
        [0] Nothing found
        [one] { $count } entry found
       *[other] { $count } entries found
    }
catalogue-back = Back to what was found for “{ $text }”
catalogue-back-command = Back to what was found
catalogue-show-all = All { $count } in { $kind }
catalogue-none-title = Nothing in the catalogue fits
catalogue-none-text = Try fewer words, an acronym, the number of a paragraph, or the symbol of a document.
catalogue-new = New entry of this list
catalogue-new-title = New entry
catalogue-delete = Delete the selected entries
catalogue-number = No.
catalogue-facilitators = Facilitators
catalogue-symbol = Symbol
catalogue-computed-cell = This is worked out from who holds which role. Change it under “People” in the details.
catalogue-empty-title = This list is empty
catalogue-empty-text = Entries of the reference stand here. A new plan has those that the application came with.
