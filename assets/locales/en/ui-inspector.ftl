# Words of the inspector: the selected row in full.

inspector = Details of the row
inspector-tabs = Parts of the details
inspector-details = Details
inspector-links = Links
inspector-people = People
inspector-roles = Roles
inspector-indicators = Indicators
inspector-measurements = Measurements
inspector-updates = Updates
inspector-history = History
inspector-main = Main facts
inspector-hangs = Hangs on
inspector-falls = Falls on
inspector-more = More
inspector-source = Source
inspector-private = Private
inspector-last = Last change
inspector-unchanged = Nothing has changed since the plan was made.
inspector-more-fields =
    { $count ->
        [one] { $count } more field, not stated
       *[other] { $count } more fields, not stated
    }
inspector-fewer = Only what is stated
inspector-close = Close the details
inspector-show = Show the details
inspector-new-since = New since { $state }
inspector-empty-title = No row is selected
inspector-empty-text = Select a row to see its facts, where they come from, and what it is linked to.
inspector-gone-title = This row is no longer there
inspector-error-title = The details could not be read
owned-by = owned by { $owner }
edit-title = Change the title
open-row = Open { $name }
inspector-reading-of = our reading of { $source }
inspector-became-reading = With this change it is our reading of { $source }.
inspector-became-ours = With this change it is our own reading.
inspector-where-from = Where is this from?
inspector-where-from-keep = Keep
inspector-ask-as-of = As of which day?
inspector-ask-by = Who states it?
inspector-standing-goes-on = not for a standing activity, which goes on
field-private = Stays on this laptop

inspector-discreet-title = Hidden in discreet view
inspector-discreet-text = Persons are not shown while others look on. Leave discreet view to see this row.

## A row in a list

item-edit = Change { $name }
item-done = Close the fields of { $name }
item-delete = Delete { $name }

## Links

links-empty-title = No links
links-empty-text = What this row serves, names or hangs on will be listed here.
links-new = Link…
links-new-title = New link
links-keep = Add the link
links-to-what = Link with
links-link-to = the link with { $name }
links-new-milestone = Milestone…
links-new-milestone-title = New milestone
links-keep-milestone = Add the milestone
links-new-dependent = What hangs on this…
links-new-dependent-title = New milestone that hangs on this one
links-distance-example = 30, or -30 for before
links-more =
    { $count ->
        [one] { $count } more
       *[other] { $count } more
    }
links-beyond =
    { $count ->
        [one] and { $count } more, not listed here
       *[other] and { $count } more, not listed here
    }

## People and roles

people-empty-title = Nobody is named
people-empty-text = Roles that a source states will be listed here, with who holds them.
people-assign = Assign…
people-ended = Ended
roles-empty-title = No roles
roles-empty-text = Where a role is held, it will be listed here with its state and source.

## Updates

updates-status = Status as stated
updates-no-status = No status is stated
updates-as-of = as of { $date }
updates-no-as-of = no date stated
updates-stated-by = stated by { $name }
updates-reports = Reports
updates-report-of = the report of { $date }
updates-new = New report…
updates-new-title = New report
updates-as-before = as before: { $status }
updates-keep = Keep the report
updates-confirm = Confirmed, no change
updates-no-change = confirmed, no change
updates-confirm-states = “Confirmed” states again: { $status }, as of { $date }. Your organization is not set yet, so nobody is named.
updates-confirm-states-by = “Confirmed” states again: { $status }, as of { $date }, by { $name }.
updates-confirm-nothing = There is no status to confirm yet. A report states one.
updates-evidence = Evidence:
updates-by = reported by { $name }
updates-empty-text = A report says what has happened, as of which day. Where nothing has changed, confirm it with one press.
updates-empty-text-reading = Reports on this row are listed here, the newest first.

## Indicators

indicators = Indicators
indicators-empty-text = An indicator says what is counted; its measurements are the figures as they were stated, each with its date.
indicators-new = Indicator…
indicators-new-title = New indicator
indicators-keep = Add the indicator
indicator-baseline = baseline { $figure }
indicator-baseline-date = baseline { $figure }, { $date }
indicator-target = target { $figure }
indicator-target-date = target { $figure } by { $date }
measurements-empty = No figure is stated yet.
measurements-new = Measurement…
measurements-new-title = New measurement
measurements-keep = Add the measurement
measurement-name = the figure { $figure }
measurement-qualified = { $qualifier } { $value }
measurement-unit = { $figure } { $unit }
measurement-stated-as = stated as “{ $words }”

## The shipped reference

shipped = Shipped version
shipped-text = These fields differ from the reference that came with the application. There they read:
shipped-use = Use the shipped words for { $field }

## History

history-empty-title = No changes
history-empty-text = Every change of this row will be listed here.
history-all = All changes, in History
step-more =
    { $count ->
        [one] and { $count } more change
       *[other] and { $count } more changes
    }
step-undone = undone
edit-not-kept = “{ $text }” was not kept as { $field }: { $why }

## An organization with another name, or that is no more

inspector-rename = Rename…
inspector-rename-title = Rename the organization
inspector-rename-text = The old name is kept among those that it is also known as, so that it is still found by it.
inspector-rename-keep = Rename
inspector-conclude = Conclude or succeed…
inspector-conclude-title = The organization is no more
inspector-conclude-text = It stays in the plan, and so does all that names it: it was so. You can undo this.
inspector-conclude-date = Until when
inspector-conclude-by = Which organization follows it?
inspector-conclude-none = None, or not stated
inspector-conclude-new = A new organization
inspector-conclude-known = An organization that is in the plan
inspector-conclude-name = Name of the new organization
inspector-conclude-which = Which one
inspector-conclude-roles = End its roles as of that day
inspector-conclude-keep = Keep

## Figures over time

chart-over-time = Over time
chart-as-table = As a table
chart-as-picture = As a picture
chart-when = As of
chart-figure = Figure
chart-baseline = Baseline: { $figure }
chart-target = Target: { $figure }
chart-level-when = { $figure }, { $date }
chart-unplaced =
    { $count ->
        [one] { $count } figure without a date or a number is not drawn
       *[other] { $count } figures without a date or a number are not drawn
    }
chart-gap = A dotted line: nothing is known of the time between
