# Words of the history: earlier states, steps, comparisons.

history-parts = What is shown
history-part-steps = Steps
history-part-compare = Compare
history-reading = Reading…
history-close = Close

## Earlier states

history-states = Earlier states
history-states-count =
    { $count ->
        [one] { $count } earlier state
       *[other] { $count } earlier states
    }
history-states-named = Named states
history-states-kept = States kept by the application
history-states-automatic =
    { $count ->
        [one] { $count } kept by the application itself
       *[other] { $count } kept by the application itself
    }
history-states-none = What you send, and what you keep under a name, will be listed here.
history-nameless = Without a name
history-sort-start = how the plan began
history-sort-edition = edition
history-sort-snapshot = snapshot
history-sort-restore_point = restore point
history-sort-parent = received
history-sort-shipped = came with the application
history-sum = sum { $sum }
history-state-actions = This state
history-looked-at = shown now
history-damaged = damaged
history-damaged-note = This copy is damaged and cannot be used. The others are not touched by that.
history-look = Look at it
history-compare-now = Compare with now
history-go-back = Go back to it…
history-go-back-title = Go back to “{ $name }”?
history-go-back-means = The whole plan becomes what it was then. Nothing is lost: a restore point of now is kept first, going back is one step, and Ctrl+Z takes it back.
history-go-back-do = Go back
history-gone-back = The plan is again as in “{ $name }”. Ctrl+Z takes this back.
history-gone-back-same = Nothing changed: the plan is as in “{ $name }” already.
history-keep-state = Keep the state of now…
history-keep-title = Keep the state of now
history-keep-text = A restore point is a copy on this laptop, to which you can go back. It is not sent to anybody.
history-keep-name = Name
history-keep-hint = For example “Before the meeting of 3 December”.
history-keep-do = Keep
history-kept = The state of now is kept.

## Steps

history-search = Search in steps
history-filters = Filters
history-filter-is = { $name }: { $value }
history-filter-person = Person
history-everybody = Everybody
history-filter-kind = Kind
history-all-kinds = Everything
history-filter-field = Field
history-all-fields = All fields
history-row-name = { $short } · { $title }
history-today = Today, { $day }
history-undone = undone
history-noted = noted
history-barrier = no undo beyond this
history-undone-note = This step was undone: what it changed is again as before.
history-noted-note = This step is noted and cannot be undone: what was sent cannot be called back.
history-barrier-note = Here the file was brought to the form of a newer version. Steps before this one cannot be undone; the plan as it was can still be looked at.
history-more-changes =
    { $count ->
        [one] and { $count } more change
       *[other] and { $count } more changes
    }
history-older = Older steps
history-step-actions = This step
history-look-then = Look at the plan as it was then
history-take-back = Take back this step…
history-none-title = No steps yet
history-none-text = Every change of the plan will be listed here, with who made it and when. Each can be taken back.
history-no-steps-title = No steps are known of this plan
history-no-steps-text = History stays with the plan in which it was made: a snapshot brings none along. Make your own copy, and your changes will be listed here. Earlier states can be compared all the same.
history-nothing-fits-title = No step fits
history-nothing-fits-text = No step fits the filters.
history-all-steps = Show all steps
history-error-title = The steps could not be read

## Taking back one older step

history-take-back-title = Take back this step?
history-take-back-do = Take back
history-take-back-none = Nothing of this step can be taken back: all that it changed was changed again since, or is as before already.
history-take-back-hidden = What goes back is private, and is not shown in the discreet view.
history-take-back-means = This is a step of its own, and Ctrl+Z takes it back. Steps made since stay as they are.
history-taken-back = The step was taken back. A new step says so, on top of the list.
history-goes-back = Goes back
history-stays = Stays as it is now

## Comparing

history-compare-two = Compare two states
history-compare-nothing = There is no earlier state to compare with
history-compare-failed = The two states could not be compared
history-before = From
history-after = To
history-swap = The other way round
history-now = Now
history-a-file = A file…
history-same-title = No differences
history-same-text = Both states hold the same rows with the same facts.
history-count-added =
    { $count ->
        [one] { $count } row added
       *[other] { $count } rows added
    }
history-count-changed =
    { $count ->
        [one] { $count } row changed
       *[other] { $count } rows changed
    }
history-count-removed =
    { $count ->
        [one] { $count } row gone
       *[other] { $count } rows gone
    }
history-what-added = added
history-what-changed = changed
history-what-removed = gone
history-kind-count = { $label } { $count }
history-limit = The first { $listed } of { $total } differences are listed. The numbers of rows added, changed and gone are those of all.
history-more-rows = More rows
history-emptied = not stated
