# Reviews: what colleagues propose, in sentences, and the minutes. The app asks, it does not accuse; nobody is scored.
# $reader: `minutes` are read by those who were not there, to whom nobody is "you"; else it is who decides, at the screen.

## What is proposed of a field. Joined by review-join.

review-set = { $who } changed { $field }: { $after }, was: { $before }
review-set-several = { $who } changed { $field }: { $after } (was { $before })
review-fill = { $who } filled in { $field }: { $after }
review-clear = { $who } emptied { $field }, was: { $before }
review-precise = { $who } gave { $field } more precisely: { $after }, was: { $before }
review-vague = { $who } gave { $field } less precisely: { $after }, was: { $before }
review-words = { $who } changed the words of { $field }
review-add = { $who } added to { $field }: { $added }
review-take-out = { $who } took out of { $field }: { $removed }
review-add-take-out = { $who } added to { $field }: { $added }; took out: { $removed }
review-order =
    { $reader ->
        [minutes] { $who } put it at another place in the list: { $place }
       *[other] { $who } put { $row } at another place in the list: { $place }
    }
review-place-behind = behind { $row }
review-place-first = first
review-propose = { $who } proposes { $field }: { $after }
review-same = { $who } left { $field } as it was: { $after }

## What I did, beside it

review-mine =
    { $reader ->
        [minutes] the plan: { $mine }
       *[other] you: { $mine }
    }
review-mine-words =
    { $reader ->
        [minutes] the words changed in the plan too
       *[other] you changed the words too
    }
review-mine-empty =
    { $reader ->
        [minutes] the plan: not stated
       *[other] you: not stated
    }
review-mine-also =
    { $reader ->
        [minutes] changed in the plan: its { $fields }
       *[other] you changed its { $fields }
    }
review-mine-from =
    { $reader ->
        [minutes] that of the plan was taken from { $who } in an earlier review
       *[other] yours was taken from { $who } in an earlier review
    }
review-was = was: { $before }
review-join = { $first }; { $second }
review-who-list = { $all }, { $one }
review-who-join = { $first } and { $second }

## Of fields that say one thing together, each but the first with its label. Joined by list-comma.

review-clause = { $field } { $value }
review-clause-status-as-of = as of { $value }
review-clause-status-by = stated by { $value }
review-clause-not-for-us-because = because { $value }

## What is proposed of a row. A line of minutes begins with its name.

review-row-added =
    { $reader ->
        [minutes] { $who } added it
       *[other] { $who } added { $row }
    }
review-row-added-both =
    { $reader ->
        [minutes] { $who } added it, each differently
       *[other] { $who } added { $row }, each differently
    }
review-row-deleted =
    { $reader ->
        [minutes] { $who } deleted it
       *[other] { $who } deleted { $row }
    }
review-row-deleted-changed =
    { $reader ->
        [minutes] { $who } deleted it; it was changed by others
       *[other] { $who } deleted { $row }, which was changed by others
    }
review-row-deleted-mine =
    { $reader ->
        [minutes] { $who } deleted it; it was changed in the plan
       *[other] { $who } deleted { $row }, which you changed
    }
review-row-deleted-by-me =
    { $reader ->
        [minutes] it was deleted in the plan; { $who } changed it
       *[other] you deleted { $row }, which { $who } changed
    }
review-row-named =
    { $reader ->
        [minutes] it was deleted in the plan; { $who } now refers to it
       *[other] you deleted { $row }, which { $who } now refers to
    }
review-row-unknown =
    { $reader ->
        [minutes] { $who } has it; it is not in the plan
       *[other] { $who } has { $row }, which is not in your version
    }

## Why it is asked

review-why-several = Several changed it, each differently. Until it is decided, your version stays.
review-why-deleted-and-changed = One deleted what another changed.
review-why-deletion = Deletions are always asked about.
review-why-along = It belonged to a row that was deleted. Unless you decide otherwise, it goes with that deletion.
review-why-role = Roles of other organizations are always asked about.
review-why-status = A status is always asked about.
review-why-issued = It stands in { $documents }, as issued. What was issued is always asked about.
review-why-no-common = There is no last common version, so it cannot be told who changed it.
review-why-left-open = It was proposed before and left open. Until it is decided, your version stays.
review-why-dangling = It refers to something that is not in your version.
review-why-named = You deleted it, and somebody refers to it now.
review-why-needed = Other rows still refer to it.
review-why-emptied = It referred to a row that was deleted. Unless you decide otherwise, it goes with that deletion.
review-why-facts = It says where facts come from that are asked about. Unless you decide otherwise, it goes with them.
review-why-opposite = It says the opposite of what is asked about. Unless you decide otherwise, it goes with that.
review-why-decided-twice = The paragraph would be answered and said not to be for us.
review-why-circle = Together with what is there, a row would stand above or behind itself.
review-why-end-before-start = Together with what is there, it would end before it starts.
review-why-standing-not-completed = A standing activity cannot be completed.

## Why what was decided stays open, at the end of a sentence. What has no words here is told as why it is asked.

review-held-why-emptied = The row that it refers to stays.
review-held-why-along = The row that it belongs to stays.

## The same in minutes, where it says "you" on the screen

review-minutes-why-several = Several changed it, each differently. Until it is decided, the version of the plan stays.
review-minutes-why-left-open = It was proposed before and left open. Until it is decided, the version of the plan stays.
review-minutes-why-dangling = It refers to something that is not in the plan.
review-minutes-why-named = It was deleted in the plan, and somebody refers to it now.

## Decisions

review-decision-mine =
    { $reader ->
        [minutes] the version of the plan
       *[other] your version
    }
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
review-held = In { $row }, { $field } stays as it is: { $why }
review-held-row = { $row } stays as it is: { $why }
review-held-needed = { $row } stays, because other rows still need it: { $rows }. Move or delete those first, or keep your version.
review-hold = Applying leaves this open, because other rows still need the row: { $rows }. Move or delete those first, or keep your version.
review-hold-unnamed = Applying leaves this open, because other rows still need the row. Move or delete those first, or keep your version.
review-hold-why = Applying leaves this open: { $why }. Decide one of the two otherwise, or keep your version.
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
review-file-common-several =
    { $reader ->
        [minutes] { $sent }. It shares several earlier versions with the plan; they were put together.
       *[other] { $sent }. It shares several earlier versions with yours; they were put together.
    }
review-file-copy = { $sent }. A copy of this plan: both go back to { $common }.
review-file-none = { $sent }. No common version is known: it is compared by ids and likeness alone.
review-file-same =
    { $reader ->
        [minutes] { $sent }. It proposes nothing that the plan does not have.
       *[other] { $sent }. It proposes nothing that you do not have.
    }
review-beginning = the beginning of the plan

## What should be looked at

review-finding-reference-twice = { $row } and { $other } have the same reference
review-finding-id-of-another-kind =
    { $reader ->
        [minutes] { $row } has the id of another row of the plan, { $other }
       *[other] { $row } has the id of another row of yours, { $other }
    }
review-finding-only-mine =
    { $count ->
        [one] { $kind }: { $count } row of yours is not in the version of { $who }. Without a common version it cannot be told whether it was deleted; it stays.
       *[other] { $kind }: { $count } rows of yours are not in the version of { $who }. Without a common version it cannot be told whether they were deleted; they stay.
    }
review-finding-only-mine-minutes =
    { $count ->
        [one] { $kind }: { $count } row of the plan is not in the version of { $who }. Without a common version it cannot be told whether it was deleted; it stays.
       *[other] { $kind }: { $count } rows of the plan are not in the version of { $who }. Without a common version it cannot be told whether they were deleted; they stay.
    }
review-finding-like =
    { $reader ->
        [minutes] { $row } of { $who } was recognised as that of the plan by its title
       *[other] { $row } of { $who } was recognised as yours by its title
    }
review-finding-no-common-state =
    { $reader ->
        [minutes] The version of { $who } has no known version in common with the plan: all that differs is asked
       *[other] The version of { $who } has no known version in common with yours: all that differs is asked
    }
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
review-minute-open = open: the version of the plan stays
review-minute-asked = open: { $who } was asked; the version of the plan stays
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
