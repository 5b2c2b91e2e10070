# Groups: what is stated of them, what is not, and the question that follows. Names and numbers come as text.

list-and = { $first } and { $last }
list-comma = { $first }, { $last }
list-more = { $count } more
list-semicolon = { $first }; { $last }
list-to = { $first } to { $last }

## Roles of which there are several. A role that people added is called by its own title.

roles-chair = Chairs
roles-co-chair = Co-chairs
roles-vice-chair = Vice-chairs
roles-lead = Leads
roles-co-lead = Co-leads
roles-facilitator = Facilitators
roles-co-facilitator = Co-facilitators
roles-host = Hosts
roles-co-organizer = Co-organizers
roles-secretariat = Secretariat
roles-coordinator = Coordinators
roles-member = Members
roles-observer = Observers
roles-partner = Partners
roles-focal-point = Focal points
roles-substitute = Substitutes

## Who holds a role, where only a person is named: names of persons are private

holder-person = a person
holder-person-of = a person of { $organization }

## Facts: what is stated, and behind it where and as of when

fact-role = { $role }: { $holders }
fact-role-for = { $role }: { $holders }, for { $places }
fact-sub-groups-on =
    { $count ->
        [one] { $count } sub-group, on objective { $numbers }
       *[other] { $count } sub-groups, on objectives { $numbers }
    }
fact-groups-below = Under it: { $names }
fact-with-words = { $fact }: “{ $words }”
fact-term = Term: { $when }
fact-terms-of-reference = Terms of reference: { $text }
fact-meets = Meets: { $text }
fact-as-of = as of { $date }
fact-stated = { $fact }. { $lead }: { $source }.
fact-led = { $fact }. { $lead }.
fact-no-source = No source is given
fact-alone = { $fact }.

places-objectives =
    { $count ->
        [one] the sub-group on objective { $numbers }
       *[other] the sub-groups on objectives { $numbers }
    }

## What is not stated

not-stated-second = Second { $role } not stated
not-stated-several = { $roles } not stated
not-stated-lead = Chair or lead not stated
not-stated-for = { $what }, for { $places }
not-stated-alone = { $what }.

## The question that follows

question-others = Who are the other { $roles }? { $named }
question-second = Who is the second { $role }? { $named }
question-are-this = Who are its { $roles }? The sources name nobody.
question-named-nobody = The sources name nobody.
question-named = The source ({ $source }) names { $who }, and nobody else.
question-named-somewhere = The sources name { $who }, and nobody else.
question-holder-for = { $holder } for { $places }
question-announced = { $who } (as announced)

## Load: told only when it is asked for

load-none = no role now
load-roles =
    { $roles-count ->
        [one] { $roles-count } role, { $leading-count } leading, up to { $at-once-count } at once
       *[other] { $roles-count } roles, { $leading-count } leading, up to { $at-once-count } at once
    }
