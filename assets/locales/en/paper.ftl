# Words of a document for a council. The keys down to "What is said about it" stand on paper itself: they are what other languages have.

paper-dash = { " – " }
paper-comma = { ", " }
paper-semicolon = { "; " }
paper-colon = { ": " }
paper-open = { " (" }
paper-close = )
paper-not-stated = not stated

## The head and the box

paper-agenda-item = Agenda item: { $item }
paper-document = Document { $symbol }
paper-revision = Revision { $number } to Document { $symbol }
paper-original = Original: { $language }
paper-purpose = Purpose
paper-action-required = Action required
paper-references = References
paper-boxed = Purpose, action required and references
paper-head = Head of the document
paper-page = Page
paper-continued = continued
paper-stale = older than six months

## Commitments

paper-column-reference = Reference
paper-column-commitment = Commitment
paper-column-lead = Lead and partners
paper-column-when = When
paper-column-status = Status
paper-lead = lead: { $name }
paper-partners = with { $names }
paper-lead-partners = lead: { $lead }, with { $partners }
paper-status-as-of = { $status }, as of { $date }
paper-was-planned = was planned
paper-table-commitments = Commitments: reference, title, lead and partners, dates, status
paper-no-commitments = There are no commitments to report.

## Milestones

paper-column-milestone = Milestone
paper-column-place = Place
paper-column-belongs = Belongs to
paper-date-not-stated = date not stated
paper-table-milestones = Milestones: when, what, where, and what they belong to
paper-no-milestones = There are no milestones to report.
paper-no-milestones-dated = No milestone with a date follows.
paper-milestones-undated =
    { $count ->
        [one] No date is stated for { $count } other milestone.
       *[other] No date is stated for { $count } other milestones.
    }

## Groups

paper-column-group = Group
paper-column-roles = Roles
paper-role-announced = { $holder } (announced)
paper-role-was-announced = { $holder } (was announced)
paper-role-not-stated = { $role }: not stated
paper-table-groups = Groups and who holds which role in them
paper-no-groups = There are no groups to report.

## Roles, of one holder

paper-role-chair = chair
paper-role-co-chair = co-chair
paper-role-vice-chair = vice-chair
paper-role-lead = lead
paper-role-co-lead = co-lead
paper-role-facilitator = facilitator
paper-role-co-facilitator = co-facilitator
paper-role-host = host
paper-role-co-organizer = co-organizer
paper-role-secretariat = secretariat
paper-role-coordinator = coordinator
paper-role-member = member
paper-role-observer = observer
paper-role-partner = partner
paper-role-focal-point = focal point
paper-role-substitute = substitute

## Indicators

paper-column-indicator = Indicator
paper-column-baseline = Baseline
paper-column-value = Newest value
paper-column-as-of = As of
paper-column-target = Target
paper-target-by = { $target }, by { $date }
paper-baseline-as-of = { $baseline }, as of { $date }
paper-table-indicators = Indicators: baseline, newest value with its day, target
paper-no-indicators = There are no indicators to report.

## Updates and changes

paper-column-date = Date
paper-column-report = Report
paper-no-change = confirmed, no change
paper-reported-by = { $report } ({ $by })
paper-table-updates = Reports on commitments: day, commitment, report
paper-no-updates = Nothing has been reported.
paper-no-updates-since = Nothing has been reported since { $date }.
paper-no-new-updates = Nothing new has been reported.
paper-added = { $row } was added.
paper-removed = { $row } was removed.
paper-changed = { $row }: { $field } was { $before } and is now { $after }.
paper-changed-words = { $row }: the words of { $field } were changed.
paper-stated = { $row }: { $field } is now stated as { $after }.
paper-unstated = { $row }: { $field } is no longer stated (it was { $before }).
paper-more-changes =
    { $count ->
        [one] … and { $count } more change
       *[other] … and { $count } more changes
    }
paper-no-changes = Nothing has changed.
paper-no-changes-since = Nothing has changed since { $date }.
paper-nothing-before = There is no earlier version of this document to compare with.

## The annex

paper-column-objective = GDC objective
paper-column-wsis = WSIS process
paper-column-itu = ITU activities
paper-table-annex = Objectives of the Compact, what belongs to the WSIS process and what the ITU does under each
paper-annex-empty = The annex holds no entries yet.

## The customary structure

paper-template-purpose = This document gives information on the implementation of the Global Digital Compact: what is done, by whom, and how far it has come.
paper-template-action = The Council is invited to note this document.
paper-template-introduction = What follows is drawn from “{ $plan }” as it stood when this document was made.
paper-template-done = What is done under each objective
paper-template-objective = Objective { $number }: { $title }
paper-template-together = Working together
paper-template-next = What comes next
paper-template-next-caption = Milestones
paper-template-counted = What is counted
paper-template-counted-caption = Indicators
paper-template-reported = What was reported
paper-template-annex = Annex
paper-template-annex-title = Objectives, the WSIS process and the activities of the ITU

## What is said about it, in the window

paper-told = { $facts-count ->
        [one] { $facts-count } fact
       *[other] { $facts-count } facts
    }, { $old-count } older than six months
paper-told-since = { $changed-count ->
        [0] No fact
        [one] { $changed-count } fact
       *[other] { $changed-count } facts
    } changed since { $at }, { $old-count } older than six months
paper-length = about { $pages } of { $limit } pages without the annex
paper-length-over = about { $pages } pages without the annex: more than the { $limit } that are asked for
paper-more-rows =
    { $count ->
        [one] … and { $count } more row
       *[other] … and { $count } more rows
    }
paper-finding-unknown-figure = “{ $asked }” names nothing in the plan, or more than one row: it stays as it is typed.
paper-finding-no-value = “{ $asked }” is not stated in the plan.
paper-finding-annex-empty = No line of the matrix and no commitment is placed in the annex. Place them there with “Column of the annex” in their details.
paper-finding-no-rows = Nothing in the plan fits what this block asks for.
paper-finding-unknown-since = There is no earlier state “{ $since }” to begin from.
paper-finding-again =
    { $count ->
        [one] { $words }
       *[other] { $words } ({ $count } times)
    }
paper-filter = { $kind } · { $filters }
paper-filter-with = { $filters }, { $filter }
paper-filter-holds = “{ $words }”
paper-filter-since = since { $since }
