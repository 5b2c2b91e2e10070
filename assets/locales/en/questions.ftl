# Questions: what the plan check noticed. They ask, they do not accuse. For each rule: a title, why it is asked, what helps, and
# the sentence of one question. Names, dates and numbers come as text.

## A role that paragraphs state differently

check-roles-differ-title = Roles that are stated in different ways
check-roles-differ-why = Paragraphs of one source name other holders or other roles for the same thing. A reader will ask which of them holds.
check-roles-differ-remedy = Look at who holds which role
check-roles-differ = { $name }: the paragraphs of { $source } do not all say the same about who holds which role. Which of them holds?

## Figures

check-figures-differ-title = Figures that are stated in several ways
check-figures-differ-why = One figure counts different things in different places, or has several values as of the same day. It should be clear what is counted: what is published, or what is in development.
check-figures-differ-remedy = Say what it counts
check-figures-differ = { $name }: what does the figure count? The sources count { $counted }.
check-figures-differ-values = { $name }: which value holds? The sources give several as of the same day.

## Spellings

check-several-spellings-title = Organizations in several spellings
check-several-spellings-why = The same organization seems to stand in the plan under two names. Lists and counts then miss rows.
check-several-spellings-remedy = Look at the organization
check-several-spellings = { $name } stands for no name that the plan knows. Is { $others } meant?
check-organization = { $acronym } ({ $name })
check-several-spellings-same = Is { $name } the same organization as { $others }?

## Letters that look alike

check-looks-alike-title = Letters that look like others
check-looks-alike-why = A name holds letters of another alphabet that look Latin. Search and links by code do not find it.
check-looks-alike-remedy = Type the name again
check-looks-alike = “{ $text }” holds letters of another alphabet. Is “{ $latin }” meant?

## Status and dates

check-status-against-dates-title = A status that its dates do not go with
check-status-against-dates-why = By its dates the row has ended, was to have begun, or has not begun yet, and the status says something else.
check-status-against-dates-remedy = Check the status
check-status-against-dates = { $name } is { $status }; its { $field } is { $date }. Do both still hold?

## Two dates

check-two-dates-title = Two dates for one milestone
check-two-dates-why = The milestone has a date of its own, and also says how far it is from another. Its own date stands; the distance gives another day.
check-two-dates-remedy = Look at what it hangs on
check-two-dates = { $name } is on { $date }; by its distance it would be on { $computed }. Which of them holds?

## A circle

check-hangs-on-itself-title = Milestones that hang on themselves
check-hangs-on-itself-why = By what hangs on what, the days of these milestones cannot be worked out.
check-hangs-on-itself-remedy = Look at what it hangs on
check-hangs-on-itself = { $name } hangs on itself. What does it wait for?

## A paragraph with two decisions

check-decided-twice-title = Paragraphs decided in two ways
check-decided-twice-why = Colleagues decided differently, and both came into the plan. While it is answered, that it is not for us counts for nothing.
check-decided-twice-remedy = Decide once more
check-decided-twice = { $name } is said to be not for us, and { $commitments-count ->
        [one] { $commitments-count } commitment answers
       *[other] { $commitments-count } commitments answer
    } it. Which of the two holds?

## Links

check-link-gone-title = Links to what is gone
check-link-gone-why = A row names another that is not in the plan any more.
check-link-gone-remedy = Look at the row
check-link-gone = { $name }: what is named as { $field } is gone. What takes its place?

## Ended, and still named

check-ended-still-named-title = Ended or renamed, and still named
check-ended-still-named-why = A group or an organization has ended or has a successor, and rows name it as if it went on.
check-ended-still-named-remedy = Look at the rows that name it
check-ended-still-named =
    { $count ->
        [one] { $name } has ended, and { $count } row names it as if it went on. Who follows?
       *[other] { $name } has ended, and { $count } rows name it as if it went on. Who follows?
    }
check-ended-still-named-successor =
    { $count ->
        [one] { $name } is followed by { $successor }, and { $count } row still names it. Is { $successor } meant?
       *[other] { $name } is followed by { $successor }, and { $count } rows still name it. Is { $successor } meant?
    }

## Copied

check-looks-copied-title = What looks alike under two objectives
check-looks-copied-why = Rows under different objectives have the same words. It may be one thing that serves both, or a line that was copied.
check-looks-copied-remedy = Compare the rows
check-looks-copied = { $names } have nearly the same title under different objectives. Are they one thing, or two?

## Roles that are not stated

check-role-not-stated-title = Roles that are not stated
check-role-not-stated-why = A role that is held together is stated for one only, or is stated for the groups beside it and not for this one.
check-role-not-stated-remedy = Add a role
check-role-not-stated-second = Who is the second { $role } of { $names }?
check-role-not-stated-all = Who holds the role of { $role } in { $names }?

## Outcome

check-no-outcome-title = Milestones that have passed
check-no-outcome-why = The day has passed and no outcome is noted.
check-no-outcome-remedy = Note the outcome
check-no-outcome =
    { $count ->
        [one] What came of { $names } in { $year }?
       *[other] What came of { $count } milestones of { $year }?
    }

## Age

check-old-title = Information that is older than the plan’s rhythm
check-old-why = The status was stated some time ago. It may still hold: then “confirmed, no change” is an answer.
check-old-remedy = Report, or confirm that nothing changed
check-old =
    { $count ->
        [one] { $names } is stated as of { $date }. Is there news?
       *[other] { $count } commitments are stated as of { $date }. Is there news?
    }

check-status-undated-title = A status of no day
check-status-undated-why = Nobody said as of when the status holds, so that nobody can tell how old it is.
check-status-undated-remedy = Say as of when
check-status-undated =
    { $count ->
        [one] As of when does the status of { $names } hold?
       *[other] As of when does the status of { $count } commitments hold?
    }

## Dates, leads, owners, sources

check-no-date-title = Undertakings without a date
check-no-date-why = What is done once has an end, even a vague one. Standing activities, offers and platforms are not asked for dates.
check-no-date-remedy = Give a date, as vague as it is
check-no-date =
    { $count ->
        [one] { $objective }: is there a date for { $names }?
       *[other] { $objective }: is there a date for { $count } commitments?
    }

check-no-lead-title = Commitments without a lead
check-no-lead-why = The plan says who owns them, not who leads them.
check-no-lead-remedy = Name the lead
check-no-lead =
    { $count ->
        [one] { $objective }: who leads { $names }?
       *[other] { $objective }: who leads { $count } commitments?
    }

check-no-owner-title = Commitments without an owner
check-no-owner-why = Every commitment is somebody’s.
check-no-owner-remedy = Name the owner
check-no-owner =
    { $count ->
        [one] Whose is { $names }?
       *[other] Whose are { $count } commitments?
    }

check-no-source-title = Rows without a source
check-no-source-why = A fact without its source cannot be checked. “Our reading” is an answer too.
check-no-source-remedy = Name the source
check-no-source = { $kind }: where do { $count } of them come from?
check-no-source-one = { $kind }: where does { $names } come from?

check-action-line-unmapped-title = Action lines that nothing goes with
check-action-line-unmapped-why = No objective and no commitment of the plan is linked to these action lines.
check-action-line-unmapped-remedy = Link what goes with it
check-action-line-unmapped =
    { $count ->
        [one] What goes with the action line { $names }?
       *[other] What goes with the action lines { $names }?
    }

check-carried-in-part-title = Paragraphs that are not decided
check-carried-in-part-why = The plan is being carried forward to an instrument: some of its paragraphs are decided, and these are not.
check-carried-in-part-remedy = Carry forward
check-carried-in-part =
    { $count ->
        [one] What answers { $count } paragraph of { $instrument }, or is it not for us?
       *[other] What answers { $count } paragraphs of { $instrument }, or are they not for us?
    }

## Answers

check-no-objective = Without an objective
check-intended-by = { $because } ({ $by }, { $date })
check-intended = { $because } ({ $date })

## Who holds a role: the card that answers a search

answer-question = { $place }: { $role }
answer-lead = Lead: { $organization }
answer-not-stated = { $role } of { $place } not stated.
answer-ask-owner = The owner is { $organization }: ask there.

## What was said to whom: a sentence to copy, with symbol and paragraph

told-head = It was said
told-head-on = It was said { $when }
told-head-to = { $to } was told
told-head-to-on = { $to } was told { $when }
told-by = { $head } by { $by }
told-at = { $head } ({ $place })
told-words-of-date = ({ $words })
told-verbatim = { $head }: “{ $words }”
told-not-verbatim = { $head }, not verbatim: { $words }

## Reports and progress

report-due = A report is due by { $date }.
report-was-due = A report was due by { $date }.
report-due-unknown = A report is awaited: nobody said as of when the status holds.
progress = { $percent } % of the way to the target
progress-as-of = { $percent } % of the way to the target, as of { $date }
