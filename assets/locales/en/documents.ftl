# Documents that are made of the plan. The marks of direction of the window are no part of them.

export-written = { $name } was written to { $folder }.
export-again = { $name } was written to { $folder }: byte for byte { $made }, as it was made on { $when }.
export-again-other = { $name } was written to { $folder } from the state of { $when }. It is not byte for byte { $made }: this version of the program writes it differently.
export-without-letters = { $written } Its fonts lack these characters, so they stand in it as boxes: { $characters }
export-not-noted = { $written } That it was made could not be noted in the plan: { $reason }

## Workbooks

sheet-legend = About
sheet-state-label = State of the plan
sheet-language-label = Language
sheet-unreviewed = The words of this workbook were not reviewed yet by anybody whose language it is.
sheet-no-words = The labels are in English: there are none in “{ $language }” yet.
sheet-rows =
    { $count ->
        [one] { $count } row
       *[other] { $count } rows
    }
sheet-dates-label = Dates
sheet-dates = A date that is known to the day is a real date. Any other stands in words, as vague as it is: “Q4 2025”, “about 2027”.
sheet-lists-label = Choices
sheet-lists = Cells with a list offer what the plan knows. Other words can be typed; they are asked about when the workbook is taken back.
sheet-hidden-label = Hidden columns
sheet-hidden = The first column of each sheet holds the permanent ids of its rows, by which the workbook can be taken back. Please leave it as it is. The words of dates as their sources gave them are hidden beside the dates, and so are columns in which nothing stands.
sheet-private-label = Not in this workbook
sheet-private = What is private to whoever sent it: persons and their contacts, flags for follow-up, and the history.
sheet-sheets = Sheets
sheet-when = When
sheet-name-of = { $field } (name)
sheet-cut = [… the rest does not fit in a cell]
sheet-not-in-list = This is not in the list. It will be asked about when the workbook is taken back.

## Calendars

calendar-vague = { $title } (date: { $when })
calendar-vague-note = The exact day is not known. The date is stated as: { $when }

## Pages

page-state = State of the plan
page-private = Not in this page
page-private-none = nothing was left out but the history
page-private-all = persons and their contacts, flags for follow-up, notes that are not for everyone, and the history
page-private-persons = persons and their contacts, and the history
page-private-notes = flags for follow-up, notes that are not for everyone, and the history
page-skip = Skip to the content
page-contents = On this page
page-find = Search and filter
page-search = Search
page-search-hint = Words of any row
page-objective = Objective
page-any-objective = Any objective
page-status = Status
page-any-status = Any status
page-clear = Show all rows
# { $shown } and { $all } are numbers, put in by the page itself while somebody types.
page-shown = Rows shown: { $shown } of { $all }
page-none-fits = No row here fits. Take away a word, or show all rows.
page-empty = Nothing is stated yet.
page-open-all = Open all details
page-close-all = Close all details
page-save = Save the plan (.gdcsnap)
page-save-hint = GDC Planner opens this page as well as the file: what is in both is the same.
page-foot-made = Made with GDC Planner. Dates are as vague as they were stated.
page-foot-inside = The plan itself is in this page. Open the page with GDC Planner to look at it there, to make a copy of your own, or to compare it with yours. Nothing was fetched to show this page, and nothing is sent.
page-foot-hash = Content { $hash }
page-standing = Where we stand
page-standing-intro = One mark for each commitment, by its status.
page-count = { $status }: { $number }
page-no-commitments = no commitments yet
page-other = Without an objective
page-as-of = as of { $date }
page-timeline = Timeline
page-timeline-summary = Milestones by objective, from { $first } to { $last }. The same milestones stand in the table below.
page-timeline-none = No milestone has a date yet.
page-timeline-day = day stated
page-timeline-span = days stated
page-timeline-vague = date as vague as stated
page-timeline-more = { $number } more in the table
page-today = today
page-when = When
page-owner-lead = Owner · lead
page-belongs = Belongs to
page-roles = Roles
page-held = { $role }: { $holders }
page-held-state = { $holder } ({ $state })
page-was-announced = was announced
page-was-planned = Was planned
page-links = Goes with
page-link-reason = { $link }: { $reason }
page-reports = Reports
page-figures = Figures
page-said = { $when }: { $words }
page-notes = Notes for everyone
page-names = Organizations named
