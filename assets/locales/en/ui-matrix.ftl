# Words of the matrix: the annex as it is printed, and the counts.

matrix-parts = Parts of the matrix
matrix-annex = Annex
matrix-counts = Counts
matrix-export = Export…
matrix-failed = The annex could not be read
matrix-named = { $named } of { $all } action lines are named
matrix-doubles =
    { $count ->
        [one] { $count } line is printed twice
       *[other] { $count } lines stand twice
    }
matrix-file-annex = Annex
matrix-file-counts = Matrix
matrix-written =
    { $count ->
        [one] { $count } line written to { $file }
       *[other] { $count } lines written to { $file }
    }

## The annex

matrix-in-brackets = ({ $words })
matrix-own-line = Added here, not in the document
matrix-cell-empty = Nothing is printed here
matrix-add = Add
matrix-add-in = Add a line: { $column }, { $objective }
matrix-add-activity = An activity or a platform…
matrix-add-action-line = An action line
matrix-there-already = stands here already
matrix-new-line = Name of the activity
matrix-reason = Why it goes with the objective
matrix-edit-title = Name of { $line }
matrix-edit-reason = Reason for { $line }
matrix-edit-hint = Enter keeps, Escape leaves it
matrix-moved = Line { $place } of { $count }
matrix-more =
    { $count ->
        [one] Show { $count } more line
       *[other] Show { $count } more lines
    }
matrix-line-new = New line in this cell…
matrix-line-edit = Edit the line
matrix-line-remove = Take the line out of the annex
matrix-line-up = Move the line up
matrix-line-down = Move the line down

## The counts

matrix-across = Across
matrix-across-action-line = Action lines
matrix-across-provision = Provisions
matrix-across-goal = Goals
matrix-unit = Count
matrix-unit-links = Links
matrix-unit-commitments = Commitments
matrix-basis = Basis
matrix-basis-any = Any
matrix-choice = { $label }: { $value }
matrix-objective = Objective
matrix-total = Total
matrix-sum = Total
matrix-grid = How often each objective meets each entry
matrix-cell-links =
    { $count ->
        [one] { $objective }, { $entry }: { $count } link
       *[other] { $objective }, { $entry }: { $count } links
    }
matrix-cell-commitments =
    { $count ->
        [one] { $objective }, { $entry }: { $count } commitment
       *[other] { $objective }, { $entry }: { $count } commitments
    }
matrix-cell-none = { $objective }, { $entry }: none
matrix-cell-by-way =
    { $count ->
        [one] { $objective }, { $entry }: { $count } by way of an action line
       *[other] { $objective }, { $entry }: { $count } by way of action lines
    }
matrix-not-example = not among the examples of the annex
matrix-legend-fewer = Fewer
matrix-legend-more = More
matrix-legend-not-example = Not among the examples of the annex
matrix-legend-by-way = In brackets: by way of an action line
matrix-links-count =
    { $count ->
        [0] No links
        [one] { $count } link
       *[other] { $count } links
    }
matrix-links-commitments =
    { $count ->
        [one] Show the commitment
       *[other] Show the { $count } commitments
    }
matrix-links-no-reason = No reason is given
matrix-links-example = An example of the annex
matrix-links-as-of = as of { $date }
matrix-links-more =
    { $count ->
        [one] Show { $count } more
       *[other] Show { $count } more
    }
matrix-links-open = Details of the link
matrix-empty-title = Nothing is linked yet
matrix-empty-text = Link a commitment with an action line, a provision or a goal in its details: the matrix counts the links.
