# Words of the review: files of colleagues, items, decisions, minutes. Sentences about what is proposed come from the core.

screen-review = Review
rail-files =
    { $count ->
        [one] { $count } file
       *[other] { $count } files
    }

## Files

review-files-choose = Review files…
review-developments = Review developments since, from public sources
review-developments-short = Review developments since
review-add-file = Add a file
review-files-count =
    { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
review-files-title =
    { $count ->
        [0] Nothing came in yet
        [one] One file came in
       *[other] { $count } files came in
    }
review-file-items =
    { $count ->
        [0] proposes nothing new
        [one] proposes { $count } change
       *[other] proposes { $count } changes
    }
review-two-way = no common version
review-put-back = Take out
review-put-back-title = Take the version of { $who } out of this review?
review-put-back-text = The file itself stays where it is. What was decided about it alone is forgotten; it can be added again at any time.
review-how = What one colleague alone changed is taken unless you decide otherwise. What several changed, and what is always asked about, waits for you. Nothing changes in your plan until you apply.
review-nothing-proposed = These files propose nothing that is not in your plan already. You can close this review.
review-begin = Go through what is proposed
review-reading = Reading…
review-reading-files = Reading the files…
review-stop = Stop
review-dismiss = Understood
review-refused =
    { $count ->
        [one] One file was not taken in. Your plan and the other files are not touched by that.
       *[other] { $count } files were not taken in. Your plan and the other files are not touched by that.
    }
review-known = { $name } was in this review already: the same file twice changes nothing.
review-was-applied = Applied on { $when }, as one step. What is listed now is what was left open, or is different again.
review-was-applied-by = Applied on { $when } by { $who }, as one step. What is listed now is what was left open, or is different again.
review-findings =
    { $count ->
        [one] One question about the rows
       *[other] { $count } questions about the rows
    }

## No review yet

review-empty-title = What do your colleagues propose?
review-empty-what = Send a snapshot of this plan to colleagues. When they send their files back, all of them are reviewed here together: each change is a sentence, with your version and theirs side by side.
review-empty-drop = Choose the files, or drop them on this window: one, or ten at once.
review-empty-safe = Your plan stays as it is until you apply, and the files stay as they are. You can leave and go on later.
review-empty-undo = Applying is one step: Ctrl+Z takes it back, and a restore point is kept before it.
review-empty-developments = To see how it works, begin with what became known since the ITU’s plan was given, from public sources.
review-earlier = Earlier reviews

## The list

review-list = What is proposed
review-filters = Which changes are listed
review-only-open = Needs you { $count }
review-only-taken = Taken { $count }
review-only-decided = Decided { $count }
review-only-later = Later { $count }
review-only-again = Asked again { $count }
review-only-all = All { $count }
review-by-file = Colleague
review-by-file-all = All colleagues
review-by-field = Field
review-by-field-all = All fields
review-by-kind = Kind
review-by-kind-all = All kinds
review-by-rows = Rows that come or go
review-by-count =
    { $count ->
        [one] { $count } change
       *[other] { $count } changes
    }
review-by-open =
    { $count ->
        [one] { $count } change, { $open } open
       *[other] { $count } changes, { $open } open
    }
review-narrow = Filter
review-narrowed =
    { $count ->
        [one] { $count } filter
       *[other] { $count } filters
    }
review-find = Find in the changes
review-find-short = Find
review-unfilter = All of them
review-none-open = Nothing waits for you
review-none-state = Nothing here
review-none-filtered = No change fits these filters
review-none-proposed = Nothing is proposed
review-show-all = Show all changes
review-print-none = Nothing is being reviewed
review-standing-open = Your decision
review-standing-taken = Will be taken
review-standing-decided = Decided: { $decision }
review-standing-later = Left open: { $decision }
review-standing-held = Decided, and left open: other rows need it
review-hold-rows = Rows that need it
review-hold-open = Show { $name }
review-standing-again = Asked again: your version has changed
review-counts =
    { $count ->
        [one] { $count } change · { $taken } to apply · { $open } open
       *[other] { $count } changes · { $taken } to apply · { $open } open
    }

## One item

review-the-row = the row itself
review-common = Last common version
review-common-none = There is none: nobody knows what it was before.
review-version-mine = Your version
review-theirs = { $who }’s version
review-both = Both together
review-both-note = the words do not overlap
review-written = Written anew
review-nothing = Nothing is stated.
review-no-row = The row is not there.
review-chosen = (chosen)
review-again-why = It was decided when your version was another.
review-open-row = Show the row
review-row-not-here = This row is not in your plan yet. Once it is taken, it can be shown.
review-choices = What to do
review-choice-mine = Keep mine
review-choice-theirs = Take { $who }’s
review-choice-both = Take both
review-choice-write = Write new
review-choice-ask = Ask back
review-choice-later = Later
review-undecide = Undecide
review-undecide-none = Nothing was decided yet.
review-safe = Nothing is lost: every version stays in the history, and the whole review can be undone in one step.
review-off-closed = This review is closed. Open it again to decide.
review-off-nothing = There is nothing to apply yet.

## Writing, asking

review-write-title = Write anew: { $field }
review-write-do = Use this
review-write-not = This field is a list: keep your version or take another, and change the row itself afterwards.
review-ask-title = Ask back
review-ask-means = Your version stays until there is an answer. You get a text to send by mail; nothing is sent from here.
review-ask-whom = Whom to ask
review-ask-note = What you want to know
review-ask-hint = It stands in the text, and in the minutes. Left empty, the text asks what it should be.
review-ask-do = Mark as asked, and show the text
review-ask-letter = Text to { $who }
review-ask-none = You have not asked this colleague anything in this review. Choose “Ask back” at a change first.
review-ask-send = Copy this text into a mail.
review-ask-text = Text
review-ask-copy = Copy
review-questions = Questions…

## Many at once

review-bulk = Decide many at once…
review-bulk-key = Ctrl+Shift+B
review-bulk-title = Decide many at once
review-bulk-means = What was decided one by one stays as it was decided.
review-bulk-which = Which of them
review-bulk-open = Only those that wait for a decision
review-bulk-all = Also those that will be taken
review-bulk-decision = Decision
review-bulk-do =
    { $count ->
        [0] Nothing to decide
        [one] Decide { $count } change
       *[other] Decide { $count } changes
    }
review-bulk-done =
    { $count ->
        [one] { $count } change decided.
       *[other] { $count } changes decided.
    }
review-bulk-left =
    { $count ->
        [one] { $count } does not fit this decision, and waits for you.
       *[other] { $count } do not fit this decision, and wait for you.
    }
review-bulk-back = Take this back

## The whole

review-more = More
review-others = Other reviews
review-apply-command = Apply the review
review-applied-done =
    { $count ->
        [one] { $count } change applied as one step, “{ $step }”. A restore point of before was kept at { $time }; Ctrl+Z opens the review again.
       *[other] { $count } changes applied as one step, “{ $step }”. A restore point of before was kept at { $time }; Ctrl+Z opens the review again.
    }
review-applied-open =
    { $count ->
        [one] { $count } stays open, as it was in your plan.
       *[other] { $count } stay open, as they were in your plan.
    }
review-close = Close this review…
review-close-title = Close this review without applying it?
review-close-text =
    { $count ->
        [0] Your plan stays as it is. The review is kept under “Other reviews”, with its decisions, and can be opened again.
        [one] { $count } change would be applied. Closed, your plan stays as it is. The review is kept under “Other reviews”, with its decisions, and can be opened again.
       *[other] { $count } changes would be applied. Closed, your plan stays as it is. The review is kept under “Other reviews”, with its decisions, and can be opened again.
    }
review-close-do = Close it
review-closed = The review is closed.
review-reopen = Open this review again

## Minutes

review-minutes = Minutes
review-minutes-internal = For your own use: minutes are not part of what is shared.
review-minutes-part-taken = Taken
review-minutes-part-decided = Decided
review-minutes-part-open = Open
review-minutes-more =
    { $count ->
        [one] { $count } more, in the text
       *[other] { $count } more, in the text
    }
review-minutes-copy = Copy as text
review-minutes-text = Save as text…
review-minutes-json = Save as data…
review-minutes-saved = The minutes are in { $name }, in { $folder }.

## Files that are offered

dropped-title = What to do with this file?
dropped-text = Review what it proposes, beside the plan that is open; or open the file itself instead of the plan.
dropped-review = Review it
dropped-open = Open it
dropped-needs-plan = Several files can be reviewed together, but only into a plan of your own. Open it, or make your own copy; then drop them again.
copies-found =
    { $count ->
        [one] Beside this plan lies a copy that was changed elsewhere.
       *[other] Beside this plan lie { $count } copies that were changed elsewhere.
    }
copies-line = { $name }: { $what }.
copies-review = Review
replaced = { $what }. Nothing was overwritten, and what you see is safe.
replaced-review = Review mine into it
replaced-without-title = Go on without what is being typed?
replaced-without-text = What is being typed could not be kept, and will not be in the review. You can type it again afterwards.
replaced-without-yes = Review without it
replaced-done = Your version lies beside the plan as { $name }. What is open now is the other file; the review shows what yours has that it has not.
