# Words of carrying a plan forward: paragraphs of an instrument beside the commitments that may answer them. Sentences about what was
# decided and why a commitment is proposed come from the core.

screen-carry = Carry forward
carry-command = Carry forward to an instrument…
carry-lead = A resolution asks for something, paragraph by paragraph. Beside each paragraph stand the commitments that may answer it, and you say what holds: it continues, it is done, another takes its place, a new commitment is needed, or it is not for us. It ends in an edition of the plan under a name of its own; what was before stays quotable.
carry-instruments = Instruments with paragraphs
carry-no-instruments = No instrument has paragraphs yet
carry-no-instruments-text = In the catalogue, under Instruments, paste the table by which a resolution is followed up.
carry-standing-none =
    { $count ->
        [one] { $count } paragraph
       *[other] { $count } paragraphs
    }
carry-standing =
    { $count ->
        [one] { $decided } of { $count } paragraph decided
       *[other] { $decided } of { $count } paragraphs decided
    }
carry-failed = The paragraphs could not be read
carry-reading = Reading…
carry-choose = Another instrument
carry-counts = { $decided } of { $all } decided

## The list

carry-list = Paragraphs
carry-paragraph = ¶ { $number }
carry-filters = Which paragraphs
carry-only-open = Open: { $count }
carry-only-answered = Answered: { $count }
carry-only-not-for-us = Not for us: { $count }
carry-only-all = All: { $count }
carry-find = Find in the paragraphs
carry-find-short = Find
carry-is-open = Not decided yet
carry-is-not-for-us = Not for us
carry-is-not-for-us-because = Not for us: { $because }
carry-none-open = Every paragraph is decided. The edition can be made.
carry-none-so = No paragraph is decided so
carry-none-filtered = No paragraph holds these words
carry-none-at-all = This instrument has no paragraphs yet. In the catalogue they can be pasted as a table.
carry-show-all = Show all paragraphs
carry-marked =
    { $count ->
        [one] { $count } paragraph marked. Mark another to decide them together.
       *[other] { $count } paragraphs marked. 5: none of them is for us. Backspace: all of them are open again.
    }

## One paragraph

carry-open-row = Details
carry-candidates = What may answer it
carry-candidates-none = No commitment shares anything with this paragraph. Look for another, or make a new one.
carry-another = Another commitment…
carry-another-title = Another commitment
carry-another-keep = Put it beside
carry-commitment = Commitment
carry-open-commitment = Details of { $name }
carry-choices = Decide
carry-choice-continues = { $name } continues
carry-choice-completed = { $name } has completed it
carry-choice-superseded = { $name } is superseded…
carry-choice-new = New commitment…
carry-choice-not-for-us = Not for us…
carry-choice-not-for-us-many = { $count } not for us…
carry-take-back = Open again
carry-safe = Each decision is a step of its own and can be undone. Deciding again replaces what was decided of the same commitment.
carry-off-commitment = Choose a commitment first.
carry-off-marked = Several paragraphs are marked: together they can only be none of ours, or open again.
carry-wait = One moment: the next paragraph is being read.

## Dialogs

carry-not-for-us-title =
    { $count ->
        [one] Not for us
       *[other] { $count } paragraphs not for us
    }
carry-not-for-us-text = The reason stands with the paragraph and goes along wherever it is read.
carry-not-for-us-keep = Not for us
carry-because = Because
carry-new-title = New commitment for { $number }
carry-new-keep = Make it
carry-new-text = Where it stands in the instrument becomes its source, as our reading. Everything can be changed later.
carry-superseded-title = { $name } is superseded
carry-superseded-keep = Supersede it
carry-superseded-what = What takes its place
carry-superseded-known = A commitment of the plan
carry-superseded-new = A new commitment for this paragraph
carry-superseded-text = { $name } gets the status “superseded” as of today, and says by what. It stays in the plan.

## The edition

carry-edition = Make the edition…
carry-edition-title = An edition of the plan
carry-edition-keep = Make the edition
carry-edition-text = { $decided } of { $all } paragraphs are decided. The plan as it is now gets a name: it can be opened, compared with and quoted for ever, whatever changes later.
carry-edition-name = Name of the edition
carry-edition-before = Name of the plan as it was before the first decision
carry-edition-before-hint = So that the earlier edition stays quotable. Leave it empty to give it none.
carry-edition-before-named = The plan as it was before the first decision is “{ $name }” already, and stays quotable under that name.
carry-edition-open-title =
    { $count ->
        [one] { $count } paragraph is not decided: make the edition all the same?
       *[other] { $count } paragraphs are not decided: make the edition all the same?
    }
carry-edition-open-text = They stay open, and can be decided at any time; the questions of the plan go on asking about them.
carry-edition-open-yes = Make it all the same
carry-edition-menu = Edition
carry-edition-look = Look at this edition
carry-edition-history = All editions

## On paper

carry-print-instrument = Instrument
carry-print-number = No.
carry-print-paragraph = Paragraph
carry-print-decided = Decided

## Ways here

catalogue-carry = Carry forward
inspector-carry = Carry forward

## Keys

keys-carry = Carry forward
keys-carry-walk = Next and previous paragraph
keys-carry-candidates = To the commitments that may answer it; there: it continues
keys-carry-decide = Continues, completed, superseded, new, not for us
keys-carry-mark = Mark a paragraph; all of them
keys-carry-open = Open again
keys-carry-leave = Back to the paragraphs
