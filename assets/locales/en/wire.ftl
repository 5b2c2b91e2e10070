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
days-problem-anchor = not known: what it hangs on has no date
days-problem-range = outside the years that dates can name
role-state = { $role }, { $state }
stated-in = { $source }, { $para }
group-none = Not stated
