# Words of sharing: who the receiver is, what goes, what stays.

share-title = Share
share-who-title = Before the first sharing
share-who-text = Your name and your organization stand on what you send. The receiver sees whose plan it is, and colleagues’ proposals come back to the right person.
share-who-name-missing = Write your name, or share without one.
share-who-next = Continue
share-who-skip = Share without a name
share-moment = This is the plan as of { $moment }, which you are looking at; not as it is now.
share-receiver = Does the receiver have this application?
share-receiver-yes = Yes: a snapshot
share-receiver-no = No: Word, Excel or HTML
share-text = A snapshot is a file for somebody who has this application. It does not change afterwards, whatever you do here.
share-without = Word, Excel, HTML, a calendar or plain tables: files that open in programs everybody has. What is private stays here.
share-export = Choose a file…
share-name = Name of the snapshot
share-name-hint = What the receiver should recognize it by, for example “As sent to BDT”. Left empty, it is called by its day.
share-persons = Take persons and their contacts along
share-save = Save the snapshot…
share-saved = { $name } was saved in { $folder }. You can send this file.

## What goes and what stays: a line each

share-goes = Goes
share-stays = Stays here
share-counting = Counting…
share-nothing-goes = no rows of your own
share-stays-history = the history
share-stays-discreet = what is private
share-count-commitment =
    { $count ->
        [one] { $count } commitment
       *[other] { $count } commitments
    }
share-count-milestone =
    { $count ->
        [one] { $count } milestone
       *[other] { $count } milestones
    }
share-count-group =
    { $count ->
        [one] { $count } group
       *[other] { $count } groups
    }
share-count-assignment =
    { $count ->
        [one] { $count } role held by somebody
       *[other] { $count } roles held by somebody
    }
share-count-indicator =
    { $count ->
        [one] { $count } indicator
       *[other] { $count } indicators
    }
share-count-measurement =
    { $count ->
        [one] { $count } measurement
       *[other] { $count } measurements
    }
share-count-update =
    { $count ->
        [one] { $count } report
       *[other] { $count } reports
    }
share-count-mapping =
    { $count ->
        [one] { $count } link to the Compact, action lines and goals
       *[other] { $count } links to the Compact, action lines and goals
    }
share-count-document =
    { $count ->
        [one] { $count } document
       *[other] { $count } documents
    }
share-count-block =
    { $count ->
        [one] { $count } piece of a document
       *[other] { $count } pieces of documents
    }
share-count-statement =
    { $count ->
        [one] { $count } statement
       *[other] { $count } statements
    }
share-count-intent =
    { $count ->
        [one] { $count } reason why something is intended
       *[other] { $count } reasons why something is intended
    }
share-count-saved_view =
    { $count ->
        [one] { $count } saved view
       *[other] { $count } saved views
    }
share-count-note =
    { $count ->
        [one] { $count } note
       *[other] { $count } notes
    }
share-count-person =
    { $count ->
        [one] { $count } person
       *[other] { $count } persons
    }
share-count-catalogue =
    { $count ->
        [one] the catalogue, { $count } entry
       *[other] the catalogue, { $count } entries
    }
share-count-follow_up =
    { $count ->
        [one] { $count } follow-up flag
       *[other] { $count } follow-up flags
    }
share-count-follow_up_reason =
    { $count ->
        [one] { $count } reason for a follow-up
       *[other] { $count } reasons for a follow-up
    }
share-count-assignment_person =
    { $count ->
        [one] who the person is in { $count } role
       *[other] who the person is in { $count } roles
    }
share-count-other = { $label }: { $count }

## A file that cannot be opened, and the copies of it

restore-title = This file could not be opened
restore-text = Copies of this plan are kept on this laptop. One of them can be opened as a file of its own; the file that could not be opened is left as it is.
restore-copies = Copies
restore-copy-of = { $when } · { $label }
restore-open = Open this copy…
restore-file = Restored plan

## A file for people without this application

written-show = Show in folder
written-open = Open

export-command = Export to Word, Excel and others…
export-title = Export
export-format = As which file
export-format-docx = Word: a document for the Council
export-format-pdf = PDF: the same document, to read and to print
export-format-xlsx = Excel: all rows, a sheet for each kind
export-format-html = HTML: pages to read in a browser
export-format-ics = Calendar: the milestones
export-format-csv = CSV: one kind of rows as plain text
export-format-json = JSON: everything, for programs
export-document = Document
export-no-document = There is no document yet. Make one on the screen Documents, then export it.
export-language = Language of headings and tables
export-language-hint = What you wrote stays as it is.
export-language-book = Language of the labels
export-language-book-hint = French and Arabic labels were not reviewed yet; a workbook says so.
export-since = Mark changes against
export-since-hint = Word shows them as tracked changes.
export-since-nothing = nothing: a clean document
export-since-made = As it was exported last
export-since-made-as = As it was exported last ({ $state })
export-since-revised = What it revises: { $document }
export-since-revised-made = as a file was made of it: { $made }
export-since-revised-now = as it is now: no file was made of it yet
export-kind = Rows
export-heads = First line
export-heads-names = Names of fields, for programs
export-heads-labels = Labels, for people
export-vague = Dates that are no known day
export-vague-span = Show them over all days that are possible
export-vague-leave-out = Leave them out
export-moment = This is the plan as of { $moment }, which you are looking at; not as it is now.
export-stays = History, notes that are not for everyone and flags stay here. A file that is there and open in another program is not replaced.
export-writing = Writing…
export-save = Save the file…
