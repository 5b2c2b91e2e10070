# Words of the overview: where the plan stands.

overview-title = Where we stand
overview-compared = Compared with
overview-since-menu = An earlier state to compare with
overview-since-named = States of this plan
overview-since-origin = Where the plan comes from
overview-since-kept = Restore points
overview-since-shipped = Came with the application
overview-failed = This could not be read
overview-objectives = Objectives
overview-legend = What the marks mean
overview-marks =
    { $count ->
        [one] { $count } commitment under { $objective }
       *[other] { $count } commitments under { $objective }
    }
overview-count = { $count } { $status }
overview-as-of = as of { $date }
overview-oldest = oldest: { $date }
overview-undated =
    { $count ->
        [one] { $count } with no date stated
       *[other] { $count } with no date stated
    }
overview-no-as-of = no date stated
overview-no-commitments = no commitments
overview-other =
    { $count ->
        [one] { $count } commitment names no objective
       *[other] { $count } commitments name no objective
    }
overview-empty-title = No commitments yet
overview-empty-text = Once there are commitments, each stands here as one mark in the row of its objective: planned, ongoing, completed. Beside it, how old the information is.
overview-empty-go = Go to Commitments

## Next

overview-next = Next
overview-next-deadlines = Deadlines
overview-next-others = Other milestones
overview-next-all = All milestones
overview-next-empty-title = Nothing ahead
overview-next-empty-text = Meetings, deadlines and deliverables with a date to come are listed here, the next one first. Milestones can be added, or taken from the reference calendar.
overview-next-go = Go to Milestones

## Changed since

overview-changed = Changed
overview-changed-since = Changed since “{ $name }”
overview-changed-all =
    { $count ->
        [one] { $number } change
       *[other] All { $number } changes
    }
overview-changed-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
overview-what-added = added
overview-what-removed = gone
overview-changed-empty-title = Nothing has changed
overview-changed-empty-text = What becomes different from the state above will be told here in sentences. Another state can be chosen there.
overview-changed-first-title = Nothing to compare with yet
overview-changed-first-text = This is the plan as it was given. In a copy of your own, what becomes different from it is told here in sentences.
