# Steps of history. Three forms: a name ("Undo “Set status”"), what was done ("Status set"), and the sentence in the list.
# Names stand within quotation marks, so they have none of their own.

## Names of steps

step-create = Add { $kind }
step-set = Set { $field }
step-change = Change { $kind }
step-change-row = Change { $kind }: { $row }
step-delete = Delete { $kind }
step-delete-row = Delete { $kind }: { $row }
step-hang = Hang { $row } on { $anchor }
step-rows-set = Set { $field } of several rows
step-rows-change = Change several rows
step-cells-paste = Paste
step-cells-fill = Fill cells
step-cells-clear = Clear cells
step-cells-replace = Replace
step-cells-edit = Edit several rows
step-rows-delete = Delete several rows
step-rows-order = Change the order
step-milestone-take = Take a milestone from the calendar
step-milestone-take-counted = Take { $count } milestones from the calendar
step-rule-pack-take = Take rule packs
step-rule-pack-apply = Lay out deadlines
step-instrument-add = Add an instrument from a table
step-instrument-add-counted =
    { $count ->
        [one] Add { $count } provision from a table
       *[other] Add { $count } provisions from a table
    }
step-instrument-fill = Fill an instrument from a table
step-instrument-fill-counted =
    { $count ->
        [one] Fill { $count } provision from a table
       *[other] Fill { $count } provisions from a table
    }
step-instrument-add-filled =
    { $count ->
        [one] Add { $count } provision from a table and fill { $filled-count }
       *[other] Add { $count } provisions from a table and fill { $filled-count }
    }
step-milestone-move = Move milestone
step-group-conclude = Conclude group
step-group-succeed = Note the successor of a group
step-organization-rename = Rename organization
step-organization-conclude = Conclude organization
step-organization-succeed = Note the successor of an organization
step-assignment-end = End assignment
step-assignment-move = Move a role on the board
step-assignment-copy = Copy a role on the board
step-annex-move = Move a line of the annex
step-annex-remove = Take a line out of the annex
step-commitment-report = Report on a commitment
step-document-from-template = Make document with its customary structure
step-document-revise = Make revision of the document
step-step-take-back = Take back a step
step-step-take-back-of = Take back: { $step }
step-moment-return = Return to an earlier state
step-moment-return-to = Return to: { $moment }
step-review-apply = Apply a review
step-plan-import = Import
step-plan-create = Make the plan
step-undo = Undo
step-redo = Redo
step-undo-of = Undo “{ $step }”
step-redo-of = Redo “{ $step }”
step-snapshot-write = Make a snapshot
step-edition-make = Make an edition
step-carry-continues = Carry forward: continues
step-carry-completed = Carry forward: completed
step-carry-superseded = Carry forward: superseded
step-carry-new = Carry forward: new commitment
step-carry-not-for-us = Carry forward: not for us
step-carry-not-for-us-counted =
    { $count ->
        [one] Carry forward: { $count } paragraph not for us
       *[other] Carry forward: { $count } paragraphs not for us
    }
step-carry-take-back = Carry forward: open again
step-carry-take-back-counted =
    { $count ->
        [one] Carry forward: { $count } paragraph open again
       *[other] Carry forward: { $count } paragraphs open again
    }
step-other = Change

## What was done, for the live region and the status line

done-create = { $kind } added
done-set = { $field } set
done-change = { $kind } changed
done-change-row = { $kind } changed: { $row }
done-delete = { $kind } deleted
done-delete-row = { $kind } deleted: { $row }
done-hang = { $row } now hangs on { $anchor }
done-rows-set = { $field } of several rows set
done-rows-set-counted =
    { $count ->
        [one] { $field } of { $count } row set
       *[other] { $field } of { $count } rows set
    }
done-rows-change = Several rows changed
done-rows-change-counted =
    { $count ->
        [one] { $count } row changed
       *[other] { $count } rows changed
    }
done-cells-paste = Pasted
done-cells-paste-counted =
    { $count ->
        [one] Pasted into { $count } row
       *[other] Pasted into { $count } rows
    }
done-cells-fill = Filled
done-cells-fill-counted =
    { $count ->
        [one] { $count } row filled
       *[other] { $count } rows filled
    }
done-cells-clear = Cells cleared
done-cells-clear-counted =
    { $count ->
        [one] Cells of { $count } row cleared
       *[other] Cells of { $count } rows cleared
    }
done-cells-replace = Replaced
done-cells-replace-counted =
    { $count ->
        [one] Replaced in { $count } row
       *[other] Replaced in { $count } rows
    }
done-cells-edit = Rows edited
done-cells-edit-counted =
    { $count ->
        [one] { $count } row edited
       *[other] { $count } rows edited
    }
done-rows-delete = Several rows deleted
done-rows-delete-counted =
    { $count ->
        [one] { $count } row deleted
       *[other] { $count } rows deleted
    }
done-rows-order = Order changed
done-rows-order-counted =
    { $count ->
        [one] Order changed
       *[other] { $count } rows moved
    }
done-milestone-take = Milestone taken from the calendar
done-milestone-take-counted = { $count } milestones taken from the calendar
done-rule-pack-take = Rule packs taken
done-rule-pack-apply = Deadlines laid out
done-instrument-add = Instrument added from a table
done-instrument-add-counted =
    { $count ->
        [one] { $count } provision added from a table
       *[other] { $count } provisions added from a table
    }
done-instrument-fill = Instrument filled from a table
done-instrument-fill-counted =
    { $count ->
        [one] { $count } provision filled from a table
       *[other] { $count } provisions filled from a table
    }
done-instrument-add-filled =
    { $count ->
        [one] { $count } provision added from a table, { $filled-count } filled
       *[other] { $count } provisions added from a table, { $filled-count } filled
    }
done-milestone-move = Milestone moved
done-group-conclude = Group concluded
done-group-succeed = Successor of the group noted
done-organization-rename = Organization renamed
done-organization-conclude = Organization concluded
done-organization-succeed = Successor of the organization noted
done-assignment-end = Assignment ended
done-assignment-move = Role moved
done-assignment-copy = Role copied
done-annex-move = Line of the annex moved
done-annex-remove = Line taken out of the annex
done-commitment-report = Report added
done-document-from-template = Document made with its customary structure
done-document-revise = Revision of the document made
done-step-take-back = Step taken back
done-moment-return = Returned to an earlier state
done-review-apply = Review applied
done-review-apply-counted =
    { $count ->
        [one] Review applied: { $count } item
       *[other] Review applied: { $count } items
    }
done-plan-import = Import finished
done-plan-create = Plan made
done-snapshot-write = Snapshot made
done-edition-make = Edition made
done-carry-continues = Decided: the commitment continues to answer the paragraph
done-carry-completed = Decided: what the paragraph asks for is done
done-carry-superseded = Decided: the commitment is superseded
done-carry-new = Decided: a new commitment answers the paragraph
done-carry-not-for-us = Decided: the paragraph is not for us
done-carry-not-for-us-counted =
    { $count ->
        [one] Decided: { $count } paragraph is not for us
       *[other] Decided: { $count } paragraphs are not for us
    }
done-carry-take-back = The paragraph is open again
done-carry-take-back-counted =
    { $count ->
        [one] { $count } paragraph is open again
       *[other] { $count } paragraphs are open again
    }
done-other = Changed

live-step-done = { $done }. Ctrl+Z undoes it.
live-step-undone = Undone: { $step }. Ctrl+Y redoes it.
live-step-redone = Redone: { $step }. Ctrl+Z undoes it.

## Sentences of the list. The row is named by its reference or title.

sentence-set = { $row } { $field }: { $before } → { $after }
# A row that is called by its title, which would run into the name of the field.
sentence-set-title = “{ $row }” { $field }: { $before } → { $after }
sentence-create = { $row } added
sentence-delete = { $row } deleted
sentence-change = { $row } changed
sentence-order = { $row } stands at another place in the list
sentence-annex-order = { $row } stands at another place in its cell of the annex
sentence-hang = { $row } hangs on { $anchor }: { $distance }

## What stays when an older step is taken back, and why

kept-field-changed = { $row }: { $field } stays “{ $now }”: it was changed since
kept-field-gone = { $row }: { $field } stays “{ $now }”: what it named before is gone
kept-field-circle = { $row }: { $field } stays “{ $now }”: else a row would stand above or behind itself
kept-row-changed = { $row } stays: it was changed since
kept-row-deleted = { $row } was deleted since, and is not brought back
kept-row-again = { $row } is there again, and stays as it is now
kept-row-gone = { $row } is not brought back: what it belongs to is gone
kept-row-named = { $row } stays: other rows refer to it

## What a person should know of a step besides

report-status-stays = The status of { $row } stays “{ $status }”: it was stated as of { $date }, and a report of an earlier day does not change it.
