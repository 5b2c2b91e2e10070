# Words of the window itself: frame, files, settings, messages.

app-name = GDC Planner
cancel = Cancel
copied = Copied.
copy-citation = Copy as a citation
done = Done
choose = Choose…
back = Back
percent = { $percent } %
not-stated = not stated

## Keys, as they are written on the keyboard

key-ctrl = Ctrl
key-shift = Shift
key-alt = Alt
key-delete = Del
key-enter = Enter
key-escape = Esc
key-home = Home
key-end = End
key-up = ↑
key-down = ↓
key-left = ←
key-right = →
key-space = Space
key-backspace = Backspace
key-page-up = PgUp
key-page-down = PgDn
keys-palette = Ctrl K
keys-redo = Ctrl+Y

## Why something does nothing now

off-past = This is the plan as it was. Go back to now to change it.
off-nothing-open = No plan is open. Open one, or begin a new one.
off-undo = There is nothing to undo.
off-redo = There is nothing to redo.
off-starter = The ITU’s plan is what is shown.

## Regions, for assistive technology

region-top = Plan
region-rail = Screens
region-foot = Status
region-next = Go to the next part of the window
region-previous = Go to the previous part of the window

## Top bar

steps = Steps
undo = Undo
redo = Redo
undo-of = Undo “{ $step }”
redo-of = Redo “{ $step }”
undo-other-title = Undo a step of an earlier sitting?
save = Save
saved-restore-point = Everything is saved, each change as you make it. A restore point was made at { $time }: you can come back to it.
restore-points = Restore points
saved-nothing = There is nothing to save: this plan is only read. Make your own copy to change it.
state-saved = Saved { $time } · on this laptop only
state-saved-day = Saved { $day } · on this laptop only
state-unchanged = Saved · on this laptop only
state-read-only = Read only
state-why = Why is this plan only read?
share = Share…

## Plan and files

plan-menu = Plan
plan-menu-of = Plan: { $title }
plan-new = New plan…
plan-new-empty = New empty plan…
plan-new-file = GDC plan
plan-empty-title = New plan
plan-open = Open…
plan-recent = Recent
plan-missing = Not found in { $folder }
plan-copy = Make my own copy…
plan-save-copy = Save a copy…
plan-copy-saved = What you see now is the copy, { $name }. The plan that it was made from stays as it is; it is under Recent.
copy-without-title = Make the copy without what is being typed?
copy-without-text = What is being typed could not be kept, and will not be in the copy. You can type it again there.
copy-without-yes = Make the copy…
stuck = Nothing can be written to this file now. What you see can be saved as a copy, in which you can go on.
plan-copied = This is your own copy. Every change is saved as you make it.
plan-starter = Show the ITU’s plan
plan-developments = Show developments since, from public sources
plan-close = Close

## First start, and plans that are only read

banner = About this plan
starter-title = The ITU action plan for the Global Digital Compact as given to its Council working group in early 2025
starter-text = Short titles; nothing is sent anywhere. You are reading it: to change something, make your own copy.
starter-look = Look around
starter-reading = You are reading the ITU’s plan as it was given.
starter-empty = Start with an empty plan…
snapshot-banner = { $provenance }. You are reading it: to change something, make your own copy.
welcome-title = No plan is open
welcome-text = Open a plan or a snapshot, begin a new one, or look at the ITU’s action plan.

## Screens

screen-show = Go to { $screen }
screen-overview = Overview
screen-matrix = Matrix
screen-history = History
screen-catalogue = Catalogue

## The plan as it was

moment-bar-label = Which moment is shown
moment-bar = You are looking at the plan as it was, not at now: “{ $moment }”. Nothing can be changed here.
moment-bar-unnamed = You are looking at the plan as it was, not at now. Nothing can be changed here.
moment-leave = Back to now

## A plan that a colleague is editing

reader-free = Your colleague has closed this plan. You can edit it now.
reader-edit = Edit it

## Discreet view

discreet = Discreet view
discreet-leave = Leave discreet view
discreet-bar = Discreet view: persons, notes, flags and questions are not shown.

## Keys

keys = Keys…
keys-title = Keys
keys-everywhere = Everywhere
keys-tables = In tables
keys-table-enter = Keep the cell and go down or up; typing over a cell replaces it
keys-table-tab = Keep the cell and go on or back
keys-table-edit = Change the text of a cell
keys-table-escape = Give up what is being typed
keys-table-clear = Empty the selected cells
keys-table-range = Select several cells; all of them
keys-table-copy = Copy and paste
keys-table-cut = Cut: the cells go where they are pasted
keys-table-fill = Fill down from the first row, or from above; to the side from the first column
keys-table-today = Today’s date
keys-table-ends = First and last cell
keys-table-open = All details of the row
keys-table-anew = Empty the cell and type anew
keys-table-column = Select the column or the row
keys-table-flag = Tick or untick
keys-head-move = On the head of a column: move the column
keys-head-width = On the head of a column: wider, narrower
keys-head-fit = On the head of a column: as wide as what is in it
keys-table-line = First and last cell of the row
keys-table-page = A page up or down
keys-row-new = New row
keys-row-delete = Delete the selected rows
keys-row-up = Move the row up
keys-row-down = Move the row down
keys-groups = In groups
keys-tree-walk = Go through the groups; letters find a name
keys-tree-fold = Close and open a group
keys-role-carry = On the board: take a role along; arrows, then Enter, or Ctrl+Enter for a copy
keys-role-delete = Take a role off the board
keys-matrix = In the annex of the matrix
keys-documents = Documents
keys-documents-on = Keep the words and go on with a new paragraph
keys-annex-walk = Go through its lines and columns
keys-review = In the review
keys-review-walk = Next and previous change
keys-review-choose = Take a version; its number stands on the button
keys-review-later = Later
keys-review-versions = On to the versions
keys-review-undecide = Undecide
keys-review-leave = Back to the list, and to the files
keys-others = In history, catalogue and lists
keys-history-find = Search in the steps of history
keys-catalogue-back = In the catalogue: back to what was found
keys-list-walk = Go through a list
keys-details = In details and forms
keys-details-edit = Change a field
keys-form-keep = Keep a form, or a text of several lines
keys-details-leave = Give up what is being typed; go back to the list

## The first ten minutes

guide = Getting started
guide-title = The first ten minutes
guide-text = Everything stays on this laptop. Each change is saved as you make it, and each can be undone.
guide-copy-title = Make the plan your own
guide-copy-text = The ITU’s plan is shown as it was given, only to be read. Your copy is yours to change; what you change can be compared with the original at any time.
guide-edit-title = Change a commitment
guide-edit-text = Choose a cell and type. Tab goes on, Enter goes down, as in a spreadsheet. The details at the side hold source, people and reports.
guide-milestones-title = Look at the milestones
guide-milestones-text = Dates are as vague as they are known: “end of 2026” or “16–17 December 2025”. A deadline can hang on a meeting and move with it.
guide-groups-title = See who sits where
guide-groups-text = Groups and sub-groups, who holds which role, and what nobody has stated yet.
guide-documents-title = Write the Council document
guide-documents-text = A document draws its tables and figures from the plan. Write between them, look at the page beside, and export it to Word. Others go to Excel, a calendar or HTML.
guide-review-title = Review what colleagues send back
guide-review-text = Files of colleagues are reviewed together: each change is a sentence, with your version and theirs side by side. Nothing changes until you apply, and applying can be undone.
guide-back-title = Look back
guide-back-text = Every step is kept, with its day and person. Look at the plan as it was, compare, take back a single step.
guide-share-title = Share a snapshot
guide-share-text = A snapshot is a file for a colleague. Before it is written you see what goes along and what stays here.
guide-developments-title = See what has happened since
guide-developments-text = A second file follows the ITU’s plan with developments from public sources, each with its source and date. Look at it, and compare.

## Palette

palette = Search or run a command
palette-commands = Commands
palette-results = Results
palette-rows = In the plan
filters-left = The filters were taken away to show this row.
filters-back = Filter again
palette-none = Nothing fits. Try fewer words, a reference such as ITU-018, or the name of a command.
palette-found =
    { $count ->
        [0] Nothing fits
        [one] { $count } result
       *[other] { $count } results
    }

## Settings

settings = Settings…
settings-title = Settings
settings-name = Your name
settings-name-hint = Stands beside your changes in the history.
settings-organization = Your organization
settings-organization-hint = Its acronym, such as ITU, BDT or KE. Rows of others ask before you change them.
settings-version = GDC Planner { $version }
settings-theme = Theme
settings-text-size = Text size
theme-system = As the system
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
language = Language
language-is = Language: { $language }
text-larger = Larger text
text-smaller = Smaller text
text-normal = Normal text size

## Foot

offline = Offline · no connection has been made
count-commitments =
    { $count ->
        [one] { $count } commitment
       *[other] { $count } commitments
    }
count-milestones =
    { $count ->
        [one] { $count } milestone
       *[other] { $count } milestones
    }

## Editing

date-several = This can be read in more than one way. Which one is meant?
date-not-understood = This is not understood as a date. Try 16 December 2025, Dec 2025, Q4 2025, about 2027 or 2020–2025.
read-only-cell = This plan is only read. To change it, make your own copy.
foreign-title = Change a row of { $owner }?
foreign-text = This row is { $owner }’s. Your change will travel as a proposal.
foreign-yes = Change it
foreign-no = Leave it
foreign-kept = The row was left as it is. Press Escape to give up what you typed.

## When something goes wrong

notice = Message
error-unreachable = The program behind this window does not answer. What you saved before is safe. Start the application again.
error-window = Something went wrong in this window. What you saved before is safe.
details-copy = Copy details
details-copied = Details copied
failed-title = Something went wrong in this window
failed-text = Nothing that you saved is lost: every change was written to the disk as you made it.
failed-again = Show the window again
failed-details = Details for the people who help you
start-failed-title = The application could not start

## Printing

print = Print…
print-title = Print { $screen }
print-text = A page with all rows of what this screen shows. Then the print dialog of the system comes, which can also save it as a PDF.
print-paper = Paper
print-go = Print
print-nothing = This screen has nothing to print.
print-making = { $rows } rows are on the page…
print-making-of = { $rows } of { $total } rows are on the page…
print-on = Printed { $date }
print-moment = As it was: { $moment }
print-discreet = Without persons, flags and questions
print-rows = { $shown } of { $total } rows
print-text-filter = With the words “{ $text }”
print-by = By { $person }
print-differences =
    { $count ->
        [one] { $count } difference
       *[other] { $count } differences
    }
print-difference = What is different
print-time = Time
print-step = Step
print-who = Who
print-role = Role
print-state = State
print-when = When
print-basis = Basis and source
print-objective = Objective
print-count = Commitments
print-standing = Status
print-as-of = As of
print-milestone = Milestone
print-note = Note
print-key = What the short names stand for
print-short = Short
print-title-of = Title
print-kind = What it is
print-found-in = Found in
print-question = Question
print-touches = Rows that it touches
print-more-rows =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
