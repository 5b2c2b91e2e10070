# Sentences of the border: about files, snapshots and rows as a whole.

nothing-changed = Nothing changed.
untitled-plan = Untitled plan
verify-whole = The file is whole: its structure, its references, its content and the snapshots it keeps.
verify-snapshot-whole = The snapshot is whole: its parts are what its manifest says.
snapshot-provenance = Snapshot “{ $name }” of { $at }
snapshot-provenance-by = Snapshot “{ $name }” of { $at }, from { $by }
snapshot-saved = Snapshot saved
snapshot-made = Snapshot “{ $name }” made
when-standing = standing
when-from-to = { $start } to { $end }
when-from = from { $start }
when-until = until { $end }
when-about-recurrence = { $recurrence }, { $when }
days-after = { $distance } after { $anchor }
days-before = { $distance } before { $anchor }
days-with = together with { $anchor }
days-before-anchor = { $distance } before
days-after-anchor = { $distance } after
days-with-anchor = on the same day
saved-view-text = rows with “{ $text }”
saved-view-filter = { $field }: { $values }
saved-view-contains = with “{ $text }”
saved-view-filled = stated
saved-view-sorted = sorted by { $fields }
saved-view-grouped = grouped by { $field }
saved-view-columns = columns { $fields }
distance-days =
    { $count ->
        [one] { $count } day
       *[other] { $count } days
    }
distance-weeks =
    { $count ->
        [one] { $count } week
       *[other] { $count } weeks
    }
distance-months =
    { $count ->
        [one] { $count } month
       *[other] { $count } months
    }
distance-years =
    { $count ->
        [one] { $count } year
       *[other] { $count } years
    }
days-problem-cycle = hangs on itself
days-problem-circle = it would hang on itself: { $path }
days-problem-anchor = not known: what it hangs on has no date
days-problem-range = outside the years that dates can name
role-state = { $role }, { $state }

## Names of rows that have no title: what they link, what they say

name-holder = { $role }: { $holder }
name-held-in = { $role } in { $place }
name-held-on = { $role } on { $place }
name-held-at = { $role } at { $place }
name-held-for = { $role } for { $place }
name-mapping = { $from } → { $to }
name-measurement = { $indicator }: { $value }
name-measured = { $qualifier } { $value }
name-measured-of = { $value } { $counted }
name-update = { $commitment }: report of { $date }
name-update-undated = { $commitment }: report
name-intent = Intended: { $rule }
name-statement = Statement on { $row }
name-statement-to = Statement to { $to } on { $row }
name-note = Note on { $row }
name-block = { $kind }: { $words }
name-revision-of = revision of { $name }
name-gone = { $kind } that is gone

stated-in = { $source }, { $para }
provenance-stated = { $source }; { $basis }
provenance-no-source = { $basis }, without a source
provenance-our-reading = our reading of { $source }
provenance-other = somebody else’s reading of { $source }
provenance-other-by = reading of { $source } by { $by }
provenance-by = reading by { $by }
group-none = Not stated

## Where the plan stands, and what comes next

standing-mark = { $reference } { $title }: { $status }
next-under-way = under way
next-month-only = only the month is known
next-quarter-only = only the quarter or season is known
next-half-only = only the half of the year is known
next-year-only = only the year is known
next-month-stated = month stated
next-quarter-stated = quarter or season stated
next-half-stated = half of the year stated
next-year-stated = year stated

## Links to rows of the same kind, by what they are to this one

link-group-parent = Groups under it
link-group-successor = Predecessors
link-milestone-anchor = What hangs on it
link-organization-parent = Parts of it
link-organization-members = Member of
link-organization-successor = Predecessors
link-commitment-superseded-by = Supersedes

## Earlier states

moment-beginning = Beginning of the plan
moment-beginning-as = Beginning: { $name }
restore-asked = Restore point
restore-opened = When it was opened
restore-before-return = Before going back
restore-before-review = Before a review
restore-time = While it was edited
# Two files of one plan: $file is the one that the restore point is of.
restore-of-file = { $label } (of { $file })
restore-made = Restore point made.
restore-made-named = Restore point “{ $name }” made.

## Cells that stay as they are when many are changed at once, and why

cell-left-required = It may not be empty.
cell-left-given = It is worked out or given, and not typed into.
cell-left-choice = “{ $value }” is not one of the choices.
cell-left-unknown = “{ $value }” is not among the { $kinds } of this plan.
cell-left-several = “{ $value }” names several. Write its full name or its code.
cell-left-date = “{ $value }” was not understood as a date.
cell-left-no-such-day = “{ $value }” is not in the calendar.
cell-left-two-dates = “{ $value }” can be read in more than one way. Write the month as a word.
cell-left-number = “{ $value }” is not a number that fits here.
cell-left-two-numbers = “{ $value }” can be read in two ways. Leave out the separator of thousands.
cell-left-flag = It can only be yes or no.
cell-left-no-column = There is no column for it.
cell-left-no-row = There is no row for it, and one is not made here.
cell-left-no-title = There is no row for it, and one cannot be made without a title.
cell-left-too-long = It has { $length } characters; at most { $limit } fit.
cell-left-too-many = It has more than { $limit } parts.
cell-left-has-nul = It contains an invisible character that no plan can hold.
cell-left-end-before-start = The row would end before it starts.
cell-left-ends-before-it-starts = It ends before it starts.
cell-left-standing-not-completed = The activity is standing, and is never completed.
cell-left-cycle = It would make a circle: { $path }.
cell-left-one-of = The row has to name exactly one of these: { $fields }.
cell-left-words-without-date = Words need a date beside them.
cells-column-when = When
cells-column-owner-lead = Owner and lead
cells-column-shown-as-of = As of
cells-left =
    { $count ->
        [one] { $count } cell stays as it is. { $why }
       *[other] { $count } cells stay as they are. The first of them: { $why }
    }
