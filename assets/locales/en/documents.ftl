# Documents that are made of the plan. The marks of direction of the window are no part of them.

export-written = { $name } was written to { $folder }.

## Workbooks

sheet-legend = About
sheet-state-label = State of the plan
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
sheet-cut = [… the rest does not fit in a cell]
sheet-not-in-list = This is not in the list. It will be asked about when the workbook is taken back.

## Calendars

calendar-vague = { $title } (date: { $when })
calendar-vague-note = The exact day is not known. The date is stated as: { $when }
