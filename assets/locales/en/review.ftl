# Reviews: what colleagues propose, in sentences, and the minutes. The app asks, it does not accuse; nobody is scored.

## What is proposed of a field. Joined by review-join.

review-set = { $who } changed { $field }: { $after }, was: { $before }
review-fill = { $who } filled in { $field }: { $after }
review-clear = { $who } emptied { $field }, was: { $before }
review-precise = { $who } gave { $field } more precisely: { $after }, was: { $before }
review-vague = { $who } gave { $field } less precisely: { $after }, was: { $before }
review-words = { $who } changed the words of { $field }
review-add = { $who } added to { $field }: { $added }
review-take-out = { $who } took out of { $field }: { $removed }
review-add-take-out = { $who } added to { $field }: { $added }; took out: { $removed }
review-order = { $who } put { $row } at another place in the list
review-propose = { $who } proposes { $field }: { $after }
review-same = { $who } left { $field } as it was: { $after }

## What I did, beside it

review-mine = you: { $mine }
review-mine-words = you changed the words too
review-mine-empty = you: not stated
review-mine-also = you changed its { $fields }
review-mine-from = yours was taken from { $who } in an earlier review
review-was = was: { $before }
review-join = { $first }; { $second }
review-who-join = { $first } and { $second }

## What is proposed of a row

review-row-added = { $who } added { $row }
review-row-added-both = { $who } added { $row }, each differently
review-row-deleted = { $who } deleted { $row }
review-row-deleted-changed = { $who } deleted { $row }, which was changed by others
review-row-deleted-mine = { $who } deleted { $row }, which you changed
review-row-deleted-by-me = you deleted { $row }, which { $who } changed
review-row-named = you deleted { $row }, which { $who } now refers to
review-row-unknown = { $who } has { $row }, which is not in your version

## Why it is asked

review-why-several = Several changed it, each differently. Until it is decided, your version stays.
review-why-deleted-and-changed = One deleted what another changed.
review-why-deletion = Deletions are always asked about.
review-why-role = Roles of other organizations are always asked about.
review-why-status = A status is always asked about.
review-why-issued = It stands in { $documents }, as issued. What was issued is always asked about.
review-why-no-common = There is no last common version, so it cannot be told who changed it.
review-why-dangling = It refers to something that is not in your version.
review-why-named = You deleted it, and somebody refers to it now.
review-why-needed = Other rows still refer to it.
review-why-emptied = It referred to a row that was deleted. Unless you decide otherwise, it goes with that deletion.
review-why-facts = It says where facts come from that are asked about. Unless you decide otherwise, it goes with them.
review-why-circle = Together with what is there, a row would stand above or behind itself.
review-why-end-before-start = Together with what is there, it would end before it starts.
review-why-standing-not-completed = A standing activity cannot be completed.

## Decisions

review-decision-mine = your version
review-decision-theirs = { $who }’s version
review-decision-both = the words of both
review-decision-write = written anew: { $value }
review-decision-ask = asked back
review-decision-later = later

## The whole

review-sentence = Apply { $count }, leave { $open-count } open
review-sentence-all =
    { $count ->
        [one] Apply { $count } item
       *[other] Apply all { $count } items
    }
review-sentence-none = Nothing to apply
review-started =
    { $count ->
        [0] Nothing new to review.
        [one] { $count } file taken in. { $items-count } items to look at.
       *[other] { $count } files taken in. { $items-count } items to look at.
    }
review-decided =
    { $count ->
        [one] { $count } item decided: { $decision }. { $open-count } open.
       *[other] { $count } items decided: { $decision }. { $open-count } open.
    }
review-undecided =
    { $count ->
        [one] { $count } item is open again. { $open-count } open.
       *[other] { $count } items are open again. { $open-count } open.
    }
review-brief = { $day }: { $files }
review-state-open = open
review-state-applied = applied
review-state-closed = closed
review-held = { $row } { $field } stays as it is: { $why }
review-held-row = { $row } stays as it is: { $why }
review-held-needed = { $row } stays, because other rows still need it: { $rows }. Move or delete those first, or keep your version.
review-hold = Applying leaves this open, because other rows still need the row: { $rows }. Move or delete those first, or keep your version.
review-hold-unnamed = Applying leaves this open, because other rows still need the row. Move or delete those first, or keep your version.
review-hold-note = { $name } (“{ $text }”)
review-hold-more =
    { $count ->
        [one] { $rows } and { $count } more
       *[other] { $rows } and { $count } more
    }

## A file that came in

review-file-sent = From { $who }, made on { $day }
review-file-undated = From { $who }
review-file-common = { $sent }. Last common version: { $common }.
review-file-common-several = { $sent }. It shares several earlier versions with yours; they were put together.
review-file-copy = { $sent }. A copy of this plan: both go back to { $common }.
review-file-none = { $sent }. No common version is known: it is compared by ids and likeness alone.
review-file-same = { $sent }. It proposes nothing that you do not have.
review-beginning = the beginning of the plan

## What should be looked at

review-finding-reference-twice = { $row } and { $other } have the same reference
review-finding-id-of-another-kind = { $row } has the id of another row of yours, { $other }
review-finding-only-mine =
    { $count ->
        [one] { $kind }: { $count } row of yours is not in the version of { $who }. Without a common version it cannot be told whether it was deleted; it stays.
       *[other] { $kind }: { $count } rows of yours are not in the version of { $who }. Without a common version it cannot be told whether they were deleted; they stay.
    }
review-finding-like = { $row } of { $who } was recognised as yours by its title
review-finding-no-common-state = The version of { $who } has no known version in common with yours: all that differs is asked
review-finding-end-before-start = { $row } of { $who } ends before it starts
review-finding-standing-not-completed = { $row } of { $who } is a standing activity, and stated as completed
review-finding-unknown-part = The version of { $who } holds parts of a newer version of this program: they are kept
review-finding-other = { $row } should be looked at

## Minutes

review-minutes-title = Minutes of the review of { $day }
review-minutes-began = Begun on { $day } by { $who }.
review-minutes-began-nobody = Begun on { $day }.
review-minutes-applied = Applied on { $day } by { $who }.
review-minutes-applied-nobody = Applied on { $day }.
review-minutes-not-applied = Not applied yet.
review-minutes-files = Files
review-minutes-taken = Taken without a conflict ({ $count })
review-minutes-decided = Decided ({ $count })
review-minutes-open = Open ({ $count })
review-minutes-findings = To be looked at ({ $count })
review-minute-taken = taken: { $value }
review-minute-taken-row = taken
review-minute-decided = decided: { $decision }
review-minute-decided-by = decided by { $who }: { $decision }
review-minute-open = open: your version stays
review-minute-asked = open: { $who } was asked; your version stays
review-minute-held = open: { $why }
review-minute-needed = open, because other rows still need it: { $rows }
review-minute-note = { $result } ({ $note })

## A letter to ask back

review-letter =
    Dear colleague,

    Thank you for “{ $file }”. Before we take it in, may we ask about the following:

    { $questions }

    With thanks
review-letter-item = { $sentence }. What should it be?

## Copies beside the plan

copy-beside = A copy beside the plan, last changed on { $day } by { $who }
copy-beside-nobody = A copy beside the plan, last changed on { $day }
copy-beside-untouched = A copy beside the plan
copy-replaced = Another file lies in the place of this plan now, last changed on { $day } by { $who }
copy-replaced-nobody = Another file lies in the place of this plan now
