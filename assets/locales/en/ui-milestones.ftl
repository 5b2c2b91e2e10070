# Words of the milestones: by date, what hangs on what, the reference calendar.

milestones-new = New milestone
milestones-new-title = New milestone
milestones-delete = Delete the selected milestones
milestones-as-timeline = As timeline
milestones-hangs-on = Hangs on
milestones-given-hangs-on = Press Enter to change what the milestone hangs on, or to let it stand by itself.
milestones-computed = worked out:
milestones-hanging =
    { $count ->
        [one] { $count } milestone hangs on this
       *[other] { $count } milestones hang on this
    }

## What moves with what

milestones-moved-along =
    { $count ->
        [one] { $count } milestone moved with it: { $names }.
       *[other] { $count } milestones moved with it: { $names }.
    }
milestones-moved-along-more = At least { $count } milestones moved with it: { $names }.
milestones-moved-more = at least { $count } others
milestones-moved-others =
    { $count ->
        [one] { $count } other
       *[other] { $count } others
    }

## Sections

milestones-by-today = Past and to come
milestones-by-year = Year
milestones-before-today = Begun before today
milestones-from-today = From today, { $day }
milestones-no-beginning = Beginning not known
milestones-no-date = Date not known

## Hanging on another

milestones-hang = Hang the milestone on another…
milestones-hang-title = What “{ $title }” hangs on
milestones-hang-keep = Hang it on this
milestones-working = On a working day: the last one before, where the day falls on a weekend or a holiday
milestones-distance = How far
milestones-distance-wrong = A whole number, or 0 for the same time.
milestones-unit = Unit
milestones-side = Before or after
milestones-side-before = before
milestones-side-after = after
milestones-own-date-goes = Its own date, { $date }, goes. From then on its days follow the other milestone.
milestones-release = Let it stand by itself, on the days it has now
milestones-hangs-clear = This milestone has no date of its own: its days follow the one it hangs on. Let it stand by itself first.

## Reference calendar

milestones-take = Take from the calendar…
milestones-take-short = Calendar…
milestones-take-title = Take milestones from the reference calendar
milestones-take-text = Dates are taken as their sources state them, with the source. You can change them afterwards.
milestones-take-search = Search the calendar
milestones-take-list = Entries of the calendar
milestones-take-ahead = This year and later
milestones-take-over = Earlier years
milestones-take-none = No entry fits. Try fewer words, a year or a place.
milestones-take-keep =
    { $count ->
        [0] Take
        [one] Take { $count } milestone
       *[other] Take { $count } milestones
    }
milestones-taken = in the plan

## Empty state

milestones-empty-title = No milestones yet
milestones-empty-text = A milestone is a dated event, deadline, deliverable or decision. Type dates as vague as they are: “Q4 2027”, “end of 2025”, “about 2030”. Take the known ones from the calendar, or add your own.
