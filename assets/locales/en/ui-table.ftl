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
filter-several = { $label }: { $count }
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
paste-one = This cannot be pasted here. Paste one text, into one cell or into several cells of text.
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
