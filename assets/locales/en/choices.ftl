# Labels of codes. Which key a field uses is said by `choice_key`: `choice-<list>-<code>`.

yes = yes
no = no

## Status of a commitment

choice-status-planned = Planned
choice-status-ongoing = Ongoing
choice-status-completed = Completed
choice-status-concluded = Concluded
choice-status-superseded = Superseded
choice-status-not-reported = Not reported

## Kinds of commitment

choice-commitment-kind-undertaking = undertaking
choice-commitment-kind-activity = activity
choice-commitment-kind-offer = offer
choice-commitment-kind-platform = platform
choice-commitment-kind-national-commitment = national commitment
choice-commitment-kind-request-received = request received

choice-recurrence-yearly = yearly
choice-recurrence-every-two-years = every two years
choice-recurrence-every-four-years = every four years
choice-recurrence-irregular = at no fixed interval

## Columns of the annex

choice-annex-wsis-process = WSIS process
choice-annex-itu-activities = ITU activities
choice-annex-not-printed = not in the annex

## Kinds of milestone, and distances between milestones

choice-milestone-kind-event = event
choice-milestone-kind-deadline = deadline
choice-milestone-kind-deliverable = deliverable
choice-milestone-kind-decision = decision

choice-unit-days = days
choice-unit-weeks = weeks
choice-unit-months = months
choice-unit-years = years

choice-anchor-from-start = from its start
choice-anchor-from-end = from its end

## Kinds of provision

choice-provision-kind-undertaking = undertaking
choice-provision-kind-principle = principle
choice-provision-kind-call = call
choice-provision-kind-request = request
choice-provision-kind-invitation = invitation
choice-provision-kind-statement = statement
choice-provision-kind-decision = decision

## Kinds of organization

choice-organization-kind-un-entity = United Nations entity
choice-organization-kind-international-organization = international organization
choice-organization-kind-bureau = bureau
choice-organization-kind-member-state = Member State
choice-organization-kind-ministry = ministry or national authority
choice-organization-kind-collective = collective
choice-organization-kind-company = company
choice-organization-kind-civil-society = civil society
choice-organization-kind-other = other

## Kinds of group

choice-group-kind-working-group = working group
choice-group-kind-sub-group = sub-group
choice-group-kind-task-force = task force
choice-group-kind-network = network
choice-group-kind-commission = commission
choice-group-kind-council = council
choice-group-kind-committee = committee
choice-group-kind-partnership = partnership
choice-group-kind-coalition = coalition
choice-group-kind-forum = forum

## Where a fact comes from, and how sure it is

choice-answer-continues = continues
choice-answer-completed = completed
choice-answer-superseded = superseded
choice-answer-new = new

choice-basis-stated = stated
choice-basis-our-reading = our reading
choice-basis-other = somebody else’s reading

choice-confidence-high = high
choice-confidence-medium = medium
choice-confidence-low = low
choice-confidence-unverified = unverified

choice-state-announced = announced
choice-state-confirmed = confirmed
choice-state-ended = ended

choice-qualifier-exact = exactly
choice-qualifier-over = over
choice-qualifier-about = about

## Documents and their blocks

choice-state-draft = draft
choice-state-in-clearance = in clearance
choice-state-cleared = cleared
choice-state-submitted = submitted
choice-state-issued = issued

choice-original-language-ar = Arabic
choice-original-language-zh = Chinese
choice-original-language-en = English
choice-original-language-fr = French
choice-original-language-ru = Russian
choice-original-language-es = Spanish

choice-block-kind-heading = heading
choice-block-kind-paragraph = paragraph
choice-block-kind-dash = dash
choice-block-kind-commitments = commitments
choice-block-kind-annex = annex
choice-block-kind-milestones = milestones
choice-block-kind-groups = groups
choice-block-kind-indicators = indicators
choice-block-kind-updates = updates
choice-block-kind-changes = changes
## Whom a note is for

choice-audience-me = me
choice-audience-delegation = my delegation
choice-audience-everyone = everyone
