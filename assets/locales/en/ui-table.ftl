# Words of every table of rows: its bar, its columns, its cells.

new = New
row-up = Move the row up
row-down = Move the row down

## Columns

column-reference = Ref.
column-when = When
column-as-of = As of
columns = Columns
columns-reset = Standard columns

## Grouping and filters

group-by = Group by
group-by-none = No groups
grouping-none = No groups
grouping-is = Group: { $field }
grouping-empty = Not stated
filters = Groups and filters
filter-text = Filter rows
filter-add = Filter
filter-search = Search in { $label }
filter-is = { $label }: { $values }
filter-values =
    { $count ->
        [one] { $count } value
       *[other] { $count } values
    }
filter-contains = Contains
filter-from = From
filter-to = To
filter-filled = { $label } is
filter-filled-any = anything
filter-filled-yes = stated
filter-filled-no = not stated
filter-not-a-number = This is not a number.
filter-stated = stated
filter-with-words = “{ $words }”
filter-between = { $from } to { $to }
filter-since = from { $from }
filter-until = until { $to }
filter-empty = not stated
filter-no-values = No values
filter-more =
    { $count ->
        [one] { $count } more value. Search for it above.
       *[other] { $count } more values. Search for them above.
    }
filter-clear = Clear this filter
filters-clear = Show all rows
rows-of = { $shown } of { $total }

## Cells that are not typed into

given-cell = This is given by the plan and not typed into.
edit-row-away = This row could not be reached just now, so nothing was changed. Press Enter to try again.

## Empty state

filtered-empty-title = No row fits the filters
filtered-empty-text = The rows are still there. Take away a filter, or show all rows.

## Whose row a new one is

owner-title = Whose row is it?
owner-text = The reference of a row begins with its owner and never changes, such as ITU-018 or KE-001.
owner-add = Add the row

## The day of what is said, and filters that gave way

as-of-gone = “As of” is no longer stated: it spoke of what was there before.
as-of-give = Give the day
filters-gone = All rows are shown, because the filters hid the new one.
filters-hide-new = The new row is there, but the filters hide it.
filters-again = Filter again

## Many cells at once: what would change

cells-paste-title = Paste
cells-paste = Paste
cells-replace-title = Replace
cells-replace = Replace all
cells-set-title = Edit several rows
cells-set = Change the rows
cells-fill-title = Fill cells
cells-fill = Fill
cells-clear-title = Clear cells
cells-clear = Clear
cells-reading = Looking at what would change…
cells-change =
    { $count ->
        [one] { $count } cell changes, in { $rows }.
       *[other] { $count } cells change, in { $rows }.
    }
cells-rows =
    { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
cells-create =
    { $count ->
        [one] { $count } row is added.
       *[other] { $count } rows are added.
    }
cells-nothing = Nothing would change.
cells-same =
    { $count ->
        [one] { $count } cell holds it already.
       *[other] { $count } cells hold it already.
    }
cells-marks =
    { $count ->
        [one] The list mark of { $count } text is left out.
       *[other] The list marks of { $count } texts are left out.
    }
cells-unplaced =
    { $count ->
        [one] { $count } cell could not be placed.
       *[other] { $count } cells could not be placed.
    }
cells-unplaced-title = Could not be placed
cells-changes-title = What changes
cells-row = Row
cells-field = Field
cells-text = Text
cells-why = Why
cells-before = Now
cells-after = Then
cells-no-row = none
cells-new-row = new row
cells-empty = empty
cells-more = and { $count } more
cells-show-more = Show more ({ $count })
cells-dates =
    { $count ->
        [one] “{ $text }” can be read in two ways. Which comes first?
       *[other] { $count } dates such as “{ $text }” can be read in two ways. Which comes first?
    }
cells-day-first = The day: { $date }
cells-month-first = The month: { $date }
cells-foreign =
    { $count ->
        [one] { $count } row is the { $owner }’s. Your change will travel as a proposal.
       *[other] { $count } rows are the { $owner }’s. Your change will travel as a proposal.
    }
paste-too-many = That is more than can be pasted at once: at most { $limit } cells. Nothing was changed. Paste it in parts.
paste-nothing = There is nothing on the clipboard that could be pasted here.

## Looking for words, and replacing them

find = Find in the table
find-and-replace = Find and replace
find-label = Find in the table
find-text = Find
find-with = Replace with
find-count = { $nth } of { $count }
find-none = Not found
find-all-replaced = All replaced
find-previous = The one before
find-next = The next one
find-exact = Match case and accents
find-whole = Whole cell
find-replace = Replace all…
find-more = Replace…
find-close = Close the bar

## The order of the rows

sort-title = Sort the rows
sort-by = Sort by
sort-direction = Direction
sort-ascending = ascending
sort-descending = descending
sort-first = First by
sort-then = Then by
sort-add = Add a level
sort-earlier = { $field }: earlier
sort-later = { $field }: later
sort-remove = { $field }: leave out
sort-none = As in the plan
sort-done = Done
sort-as-plan = The rows stand in the order of the plan.
sorted-by = Sorted: { $fields }
order-sorted = The rows are sorted, so none can be moved by hand. Take the sort away first.
order-filtered = Some rows are hidden by filters, so none can be moved by hand. Show all rows first.
order-own = These rows stand in an order of their own, and none is moved by hand.
order-group = A row is moved within its group. To put it into another one, change its field.

## Views with a name

views-more = More: find, sort, views
views-saved = Saved views
views-save = Save
views-save-as = Save this view…
views-save-title = Save this view
views-text = Filters, order, grouping and columns are kept under this name.
views-name = Name
views-name-replaces = “{ $name }” is there already: it will show what you see now.
views-name-taken = “{ $name }” is there already. Choose another name.
views-replace = Replace it
views-rename = Rename
views-rename-title = Rename the view
views-rename-this = Rename “{ $name }”…
views-delete-this = Delete “{ $name }”
views-update-this = Save changes in “{ $name }”
views-deleted = The view “{ $name }” was deleted.
views-back = Bring it back
views-of-plan = Saved views, kept with the plan
views-place = Keep it
views-place-here = On this computer, for me
views-place-plan = With the plan: colleagues get it with the next snapshot
views-to-plan = Keep “{ $name }” with the plan
views-to-here = Keep “{ $name }” on this computer only
views-in-plan = The view “{ $name }” is kept with the plan: colleagues get it with the next snapshot.
views-only-here = The view “{ $name }” is kept on this computer only.
views-show = View: { $name }
views-kept = The view “{ $name }” was saved.
views-standard = Standard view

## Several rows at once

bulk = Edit the selected rows…
bulk-title =
    { $count ->
        [one] Edit { $count } row
       *[other] Edit { $count } rows
    }
bulk-text = Only what you change here is set, in all of these rows.
bulk-several = several values
bulk-set = Names, with a comma or a semicolon between them
bulk-empty = Empty it in all rows
bulk-not-empty = Leave it as it is
bulk-emptied = will be empty
bulk-yes = yes
bulk-no = no
bulk-more =
    { $count ->
        [one] { $count } more field
       *[other] { $count } more fields
    }

## Columns in their places

column-hide = Hide this column
column-narrower = Narrower
column-wider = Wider
column-fit = Fit to content
column-fit-all = Fit all columns
column-earlier-menu = Move towards the start
column-later-menu = Move towards the end
column-sort-up = Sort ascending
column-sort-down = Sort descending
column-sort-also = Sort by this as well

## The menu of a cell

cell-menu = The cell and its row
cell-menu-edit = Edit the cell
cell-menu-cut = Cut
cell-menu-copy = Copy
cell-menu-paste = Paste
cell-menu-paste-keys = Press Ctrl+V to paste: a menu is not handed what was copied elsewhere.
cell-menu-open = Show the details
