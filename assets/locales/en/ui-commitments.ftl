# Words of the list of commitments.

commitment-new = New commitment
commitment-new-title = New commitment
commitment-delete = Delete the selected rows
row-up = Move the row up
row-down = Move the row down
new = New

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
filter-clear = Clear this filter
filters-clear = Show all rows
rows-of = { $shown } of { $total }

## Cells that are not typed into

computed-cell = This is worked out from other fields. Change start, end or “as of” in the details.
given-cell = References are given by the application and never change.
paste-one = This cannot be pasted here. Paste one text, into one cell or into several cells of text.

## Empty states

filtered-empty-title = No row fits the filters
filtered-empty-text = The rows are still there. Take away a filter, or show all rows.
commitments-empty-title = No commitments yet
commitments-empty-text = A commitment says who does what, by when. Add the first one; you can undo every step.

## Whose row a new one is

owner-title = Whose row is it?
owner-text = The reference of a row begins with its owner and never changes, such as ITU-018 or KE-001.
owner-add = Add the row
edit-row-away = This row could not be reached just now, so nothing was changed. Press Enter to try again.
