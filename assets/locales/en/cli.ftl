# Labels of the command line. What it says about data comes from the other files.

cli-file = File
cli-plan = Plan
cli-snapshot = Snapshot
cli-title = Title
cli-id = Id
cli-schema = Schema
cli-format = Format
cli-hash = Hash
cli-rows = Rows
cli-descends-from = Descends from
cli-keeps = Keeps
cli-left-out = Left out
cli-last-step = Last step
cli-no-step = None yet
cli-reference = Reference
cli-when = When
cli-owner-lead = Owner · lead
cli-provenance = Comes from
cli-facts = What is stated
cli-readings = Read or entered without a source
cli-not-stated = What is not stated
cli-question = To be asked
cli-roles = Roles
cli-indicators = Indicators
cli-updates = Updates
cli-history = History
cli-listed =
    { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
cli-listed-of =
    { $count ->
        [one] { $count } row of { $total }
       *[other] { $count } rows of { $total }
    }
cli-more-sentences =
    { $count ->
        [one] and { $count } more change
       *[other] and { $count } more changes
    }
cli-step = Step { $number }: { $name }
cli-step-undone = taken back
cli-step-dropped = taken back, then something else was done
cli-step-barrier = nothing before this can be taken back
cli-made = Made { $path }
cli-snapshot-written = Snapshot “{ $name }” written to { $path }
cli-goes = Goes along
cli-stays = Stays here
cli-no-differences = No differences
cli-differences =
    { $count ->
        [one] { $count } difference
       *[other] { $count } differences
    }
cli-output-closed =
    { $count ->
        [one] nobody read the answers any more; { $count } line was carried out
       *[other] nobody read the answers any more; { $count } lines were carried out
    }

cli-review-taken = Taken:
cli-review-asked = Asked:
cli-review-open =
    { $count ->
        [0] Nothing is left open.
        [one] { $count } item is left open: your version stays.
       *[other] { $count } items are left open: your version stays.
    }
cli-missing-letters = Its fonts lack these characters, so they stand in it as boxes: { $characters }
cli-not-noted = It was not noted in the plan, which can only be read here.
cli-only-english = Only English words are there for { $path }: it is in English.
cli-no-questions = The plan check has no questions.
cli-nothing-intended = Nothing was said to be intended.
cli-questions =
    { $count ->
        [one] { $count } question
       *[other] { $count } questions
    }
cli-report-due = Report
cli-told = Told so far
cli-notes = Notes
cli-asked = Questions that touch it
cli-more =
    { $count ->
        [one] { $count } more
       *[other] { $count } more
    }
cli-not-known = Not known: “{ $words }”
cli-maybe = (perhaps { $names })
cli-row-left = Row { $row } left out: { $why }
cli-carry-counts = { $all } paragraphs: { $answered } answered, { $none } not for us, { $open } open
cli-carry-not-for-us = not for us: { $because }
cli-carry-edition = Carried forward in the edition “{ $name }”
