# Words of the timeline: bar, headers, legend, keys.

screen-timeline = Timeline

timeline-lanes = Lanes
timeline-lanes-are = Lanes: { $lanes }
timeline-lanes-objective = objective
timeline-lanes-group = group
timeline-lanes-lead = lead
timeline-lanes-plan = order of the plan

timeline-show = What is shown
timeline-show-milestones = Milestones
timeline-show-both = Milestones and commitments
timeline-commitments = Commitments that have dates
timeline-dense = Rows closer together
timeline-links = Lines to what hangs on what
timeline-links-none = none
timeline-links-selected = of the selected milestone
timeline-links-all = all

timeline-zoom = Zoom
timeline-zoom-in = Nearer
timeline-zoom-out = Farther
timeline-level-decade = Decades
timeline-level-year = Years
timeline-level-quarter = Quarters
timeline-level-month = Months
timeline-level-week = Weeks

timeline-today = Today
timeline-go-today = Go to today
timeline-quarter = Q{ $quarter }
timeline-decade = { $year }s
timeline-as-table = As table
timeline-new-keep = Add it
timeline-hang-none = Select a milestone first.

timeline-fold = Fold: { $lane }
timeline-unfold = Unfold: { $lane }
timeline-rows =
    { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
timeline-before =
    { $count ->
        [one] { $count } earlier: go there
       *[other] { $count } earlier: go there
    }
timeline-after =
    { $count ->
        [one] { $count } later: go there
       *[other] { $count } later: go there
    }
timeline-help = The arrow keys go from mark to mark. Enter shows the details. Shift with an arrow moves a date; Enter keeps it, Escape takes it back. Plus and minus zoom. F8 shows the same as a table.

timeline-taken-back = Taken back: the date is as it was.
timeline-commitment-stays = The dates of a commitment are changed in its details. Press Enter to see them.

## Several in one

timeline-nearer = Look nearer
timeline-gathered-more =
    { $count ->
        [one] { $count } more is in the table.
       *[other] { $count } more are in the table.
    }

## Legend

timeline-legend = Legend
timeline-sign-event = event
timeline-sign-deadline = deadline
timeline-sign-deliverable = deliverable
timeline-sign-decision = decision
timeline-sign-span = from day to day
timeline-sign-vague = somewhere within
timeline-sign-open = end open or not known
timeline-sign-computed = worked out
timeline-sign-doubt = in doubt
timeline-sign-ghost = as in “{ $state }”
timeline-undated =
    { $count ->
        [one] { $count } without a date: in the table
       *[other] { $count } without a date: in the table
    }

## Empty state

timeline-empty-title = Nothing has a date yet
timeline-empty-text = Milestones stand here by their days, as vague as they are: a diamond for a day, a bar that fades for “in 2027” or “end of 2025”. What has no date yet is in the table.

## Keys

keys-timeline = In the timeline
keys-timeline-walk = Go from mark to mark, and from lane to lane
keys-timeline-ends = First and last mark of the lane
keys-timeline-move = Move the date by one unit of the zoom; Enter keeps it, Escape takes it back
keys-timeline-zoom = Nearer and farther; also Ctrl and the wheel
keys-timeline-page = Earlier and later by what is seen
keys-timeline-table = The same as a table, and back
keys-timeline-today = Go to today
keys-timeline-hang = What the milestone hangs on

## Deadlines by rule packs, pictures, paper

timeline-more = More
timeline-waiting = Laying out the timeline…
timeline-packs = Lay out deadlines before it…
timeline-packs-title = Lay out deadlines before a meeting
timeline-pack = Rule pack
timeline-pack-shipped = comes with the application; it is taken into the plan, where it can be changed
timeline-pack-working = On working days: the last one before, where a day falls on a weekend or a holiday
timeline-pack-organization = Who files the documents
timeline-pack-organization-hint = Coordinates what is due. Left empty, it is whom the rules name.
timeline-pack-there = laid out already
timeline-packs-keep =
    { $count ->
        [0] Lay out
        [one] Lay out { $count } deadline
       *[other] Lay out { $count } deadlines
    }
timeline-svg = Save as drawing (SVG)…
timeline-png = Save as picture (PNG)…
timeline-print = Print on A3…
timeline-picture-sheet = { $number } of { $count }
timeline-picture-undated =
    { $count ->
        [one] { $count } row without a date is not on it
       *[other] { $count } rows without a date are not on it
    }
timeline-picture-saved = The picture is saved.
timeline-picture-description =
    { $count ->
        [one] A timeline of { $count } row of the plan. All of it is in the table of milestones.
       *[other] A timeline of { $count } rows of the plan. All of it is in the table of milestones.
    }
