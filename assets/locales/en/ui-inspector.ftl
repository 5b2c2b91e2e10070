# Words of the inspector: the selected row in full.

inspector = Details of the row
inspector-tabs = Parts of the details
inspector-details = Details
inspector-links = Links
inspector-people = People
inspector-updates = Updates
inspector-history = History
inspector-main = Main facts
inspector-more = More
inspector-source = Source
inspector-private = Private
inspector-last = Last change
inspector-unchanged = Nothing has changed since the plan was made.
inspector-more-fields =
    { $count ->
        [one] { $count } more field, not stated
       *[other] { $count } more fields, not stated
    }
inspector-fewer = Only what is stated
inspector-close = Close the details
inspector-show = Show the details
inspector-empty-title = No row is selected
inspector-empty-text = Select a row to see its facts, where they come from, and what it is linked to.
inspector-gone-title = This row is no longer there
inspector-error-title = The details could not be read
owned-by = owned by { $owner }
edit-title = Change the title
open-row = Open { $name }
field-private = Stays on this laptop

## Empty tabs

links-empty-title = No links
links-empty-text = What this row serves, names or hangs on will be listed here.
people-empty-title = Nobody is named
people-empty-text = Roles that a source states will be listed here, with who holds them.
updates-empty-title = No reports
updates-empty-text = Reports on this row will be listed here, the newest first.
history-empty-title = No changes
history-empty-text = Every change of this row will be listed here.
step-more =
    { $count ->
        [one] and { $count } more change
       *[other] and { $count } more changes
    }
step-undone = undone
edit-not-kept = “{ $text }” was not kept as { $field }: { $why }
