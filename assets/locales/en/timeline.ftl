# Sentences of the timeline: its marks, what is to be looked at, what became of them.

timeline-mark = { $title }: { $facts }
timeline-commitment = { $reference } { $title }
timeline-past = past
timeline-hanging =
    { $count ->
        [one] { $count } milestone hangs on it
       *[other] { $count } milestones hang on it
    }
timeline-was = was { $when }
timeline-new = not there before
timeline-gone = no longer there
timeline-gathered =
    { $count ->
        [one] { $count } row that begins between { $first } and { $last }
       *[other] { $count } rows that begin between { $first } and { $last }
    }
timeline-gathered-day =
    { $count ->
        [one] { $count } row that begins on { $first }
       *[other] { $count } rows that begin on { $first }
    }
timeline-on-working-day = { $distance }, on a working day
timeline-no-objective = No objective stated
timeline-no-group = No group stated
timeline-no-lead = Lead not stated

## What a milestone would be, moved

timeline-moved = { $when }. Enter keeps it, Escape takes it back.
timeline-moved-with =
    { $count ->
        [one] { $when }; { $count } milestone moves with it. Enter keeps it, Escape takes it back.
       *[other] { $when }; { $count } milestones move with it. Enter keeps it, Escape takes it back.
    }

## What should be looked at

weekday-1 = Monday
weekday-2 = Tuesday
weekday-3 = Wednesday
weekday-4 = Thursday
weekday-5 = Friday
weekday-6 = Saturday
weekday-7 = Sunday
timeline-note-weekend = falls on a { $day }
timeline-note-holiday = falls on a holiday: { $title }
timeline-note-together =
    { $count ->
        [one] { $count } is due from { $holder } in this week
       *[other] { $count } are due from { $holder } in this week
    }

## What became of the marks since an earlier state

timeline-compared-moved =
    { $count ->
        [one] { $count } moved
       *[other] { $count } moved
    }
timeline-compared-new =
    { $count ->
        [one] { $count } new
       *[other] { $count } new
    }
timeline-compared-gone =
    { $count ->
        [one] { $count } gone
       *[other] { $count } gone
    }
timeline-compared-same = no date is another

## Rule packs

rules-moved = moved to the working day before: { $day } { $free }
rules-confidence = confidence: { $confidence }
