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
catalogue-rules-empty-text = The application comes with rule packs for the Council and its working groups. Choose a meeting on the timeline and press D: the pack that you use is taken into the plan, and its days can then be changed here.
catalogue-holidays-empty-text = Days on which nobody files documents, each with its name. A deadline that keeps to working days falls on the last working day before them.

## An instrument of a table

catalogue-instrument-new = New instrument from a table…
catalogue-instrument-title = New instrument from a table
catalogue-instrument-text = Paste the table by which a resolution is followed up: paragraph, action requested, asked entities. What it comes to is shown below before anything is made.
catalogue-instrument-keep = Make it
catalogue-instrument-fill = Fill it
catalogue-instrument-is-there = { $title } is in the plan: the table fills it.
catalogue-instrument-adopted = Adopted
catalogue-instrument-adopted-example = such as 17 December 2025
catalogue-instrument-source = Where the table is from
catalogue-instrument-source-hint = The title of a page or a document
catalogue-table = Table
catalogue-table-paste = Paste the table here (Ctrl+V)
catalogue-table-again = Another table can be pasted in its place.
catalogue-table-reading = Reading the table…
catalogue-table-header = The first row says what the columns are
catalogue-table-columns = What each column is
catalogue-table-column = Column { $number }
catalogue-column-paragraph = Paragraph
catalogue-column-action = Action requested
catalogue-column-asked = Who is asked
catalogue-column-heading = Heading
catalogue-column-conditions = Conditions
catalogue-column-none = Not read
catalogue-lines = Provisions
catalogue-lines-more =
    { $count ->
        [one] { $count } more is not listed
       *[other] { $count } more are not listed
    }
catalogue-lines-notes = Notes
catalogue-lines-left = Rows that are left out
catalogue-lines-row = Row { $row }
catalogue-asked = Who is asked
catalogue-asked-unknown =
    { $count ->
        [one] { $count } name is not known. It stays as it is written, unless you choose who is meant.
       *[other] { $count } names are not known. They stay as they are written, unless you choose who is meant.
    }
catalogue-asked-count =
    { $count ->
        [one] in { $count } provision
       *[other] in { $count } provisions
    }
catalogue-asked-who = Who “{ $words }” is
catalogue-asked-choose = Choose who is meant
catalogue-asked-suggested = { $name }, perhaps
catalogue-asked-choose-one = “{ $words }” is { $name }
catalogue-asked-kept = stays as it is written
catalogue-asked-keep = Only the words
catalogue-asked-keep-one = “{ $words }”: only the words
catalogue-asked-reset = As before
catalogue-asked-reset-one = “{ $words }”: as before
catalogue-asked-rest =
    { $count ->
        [one] { $count } more name
       *[other] { $count } more names
    }
