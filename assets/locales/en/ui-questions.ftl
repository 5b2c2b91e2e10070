# Words of the screens Questions and Search.

screen-questions = Questions
questions-parts = Which questions
questions-open = To look at
questions-intended = Intended
questions-lead = What a careful reader would ask. An answer is a change of the plan, or a reason why it is intended; the reason is kept with the plan.
questions-lead-intended = What somebody said is intended, with the reason. It can be asked again.
questions-count =
    { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }
questions-more =
    { $count ->
        [one] { $count } more question
       *[other] { $count } more questions
    }
questions-more-rows =
    { $count ->
        [one] { $count } more row
       *[other] { $count } more rows
    }
questions-intend = This is intended…
questions-intend-title = Why is this intended?
questions-intend-keep = Keep the reason
questions-because = This is intended, because
questions-because-kept =
    { $count ->
        [one] The reason is kept for this row. Others will still be asked about.
       *[other] The reason is kept for these { $count } rows. Others will still be asked about.
    }
questions-again = Ask again
questions-none-title = No questions
questions-none-text = The plan check found nothing to ask about. It looks again with every change.
questions-none-intended-title = Nothing was said to be intended
questions-none-intended-text = Where something is as it should be, say so under the question, with the reason: it is then listed here.
questions-discreet-title = Questions are not shown to others
questions-discreet-text = Leave the discreet view to see them.
questions-reading = Reading the plan…
questions-failed = The questions could not be worked out
overview-questions = Questions
overview-questions-none = The plan check has no questions.
overview-questions-all =
    { $count ->
        [one] The question
       *[other] All { $count } questions
    }

screen-search = Search
search-label = Words, names, references, or “who leads C6”
search-empty-title = Search everything
search-empty-text = Commitments, milestones, groups, organizations, provisions, notes and sources, in any of six languages. “Who co-leads sub-group 4” is answered from the rows.
search-none-title = Nothing found
search-none-text = No row holds all of these words. Fewer words find more.
search-signs-title = No words to look for
search-signs-text = Signs alone say nothing here. Type a word, a name or a reference.
search-reading = Looking through everything…
search-failed = The search could not be done
search-found =
    { $count ->
        [0] Nothing found
        [one] { $count } row found
       *[other] { $count } rows found
    }
search-more =
    { $count ->
        [one] { $count } more
       *[other] { $count } more
    }
search-kinds = Kinds of rows
search-results = Rows that were found
palette-answer = Answer
palette-search-all = Search everything for “{ $text }”
answer-card = Answer
answer-stated = Stated
answer-readings = Read or entered without a source

## What was said of a row, and notes on it

inspector-told = Told
inspector-notes = Notes
inspector-told-quick = Note what was said
inspector-told-quick-title = What was said?
inspector-told-keep = Keep it
inspector-told-empty = Nothing is noted of what was said about this. A reply given in a session can be noted in a moment, and copied later as a sentence.
inspector-told-of = what was said to { $to }
inspector-told-nobody = To nobody in particular
inspector-told-verbatim = exact words
inspector-told-not-verbatim = not verbatim
inspector-told-by = by { $name }
inspector-told-copy = Copy as a sentence
notes-new = Add a note
notes-new-title = A note
notes-keep = Keep the note
notes-who = Notes for me and for my delegation stay on this laptop; those for everyone go along with the plan.
notes-of = the note of { $date }
notes-for = for { $audience }
notes-for-me = me

## What names a group that ends

naming-none = No row names it.
naming-label =
    { $count ->
        [one] { $count } row names it. Look at it afterwards:
       *[other] { $count } rows name it. Look at them afterwards:
    }

## How often a report is due

questions-rhythm = A report is due
questions-rhythm-none = not set: asked after six months
questions-rhythm-months =
    { $count ->
        [one] every month
        [12] every year
        [24] every two years
       *[other] every { $count } months
    }
