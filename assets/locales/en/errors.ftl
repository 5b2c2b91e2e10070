# Messages by code: what happened, that nothing was lost, what to do. A path that is not known is called "The file".

arg-path = The file
arg-person = somebody
arg-machine = another computer
arg-since = an unknown time
arg-field = this field
arg-count = some
arg-fields = the fields
arg-kind = row
arg-value = this
arg-version = a newer version
arg-limit = the limit
arg-length = more
arg-step = the last step
arg-at = an earlier day
arg-date = this day
arg-moment = this
arg-title = another row
arg-other = another row
arg-unit = days
arg-start = not stated
arg-end = no date stated
arg-context = none were given
arg-what = text or another kind of file
arg-code = unknown
arg-command = This command
arg-row = This row
arg-kinds = several
arg-format = this
arg-formats = another sort

## Opening files

error-no-such-file = { $path } was not found. It may have been moved or renamed: look for it, and open it again.
error-is-a-folder = { $path } is a folder. Open the plan inside it: its name ends in .gdcplan.
error-is-a-snapshot = { $path } is a snapshot, which is never changed. Make your own copy of it, and edit that.
error-empty-file = { $path } is empty: nothing was ever saved in it, or it was copied only in part. Ask for it again, or open another copy.
error-not-a-plan = { $path } is not a plan, although it may be a good file for another program. Nothing was changed in it. Open a file that ends in .gdcplan or .gdcsnap.
error-not-a-plan-text = { $path } is a text file, not a plan. Nothing was changed in it. Open a file that ends in .gdcplan or .gdcsnap.
error-not-a-plan-picture = { $path } is a picture, not a plan. Nothing was changed in it. Open a file that ends in .gdcplan or .gdcsnap.
error-foreign-database = { $path } is a database of another program, not a plan. Nothing was changed in it.
error-truncated = { $path } is cut off: a part of the plan is missing, perhaps from a copy that did not finish. It was left as it is. Copy it again from where it came, or open a restore point.
error-damaged = { $path } is damaged and was left as it is. Open a restore point or another copy.
error-changed-outside = { $path } was changed by another program since it was last saved here. Nothing of it was lost or overwritten. Compare it with a restore point before you go on.
error-newer-version =
    { $readable ->
        [yes] { $path } was made by a newer version of this application. It can be read but not changed here. Update the application to edit it.
       *[other] { $path } was made by a newer version of this application and cannot be read here. Update the application, or ask for it in an older form.
    }
error-read-only-file = { $path } may only be read. Nothing was changed. To edit, save a copy where you may write.
error-read-only-folder = Files cannot be written in this folder. Nothing was changed. Save a copy in a folder of your own.
error-not-allowed = { $path } may not be opened with your rights on this computer. Ask the person who owns it for access.
error-disk-full = The disk is full, so this change was not kept; everything before it is safe. Free some space, then do it again.
error-locked-by-other = This plan is being edited by { $person } on { $machine } since { $since }. You can read it now. To change it, wait until it is closed there, or make a copy.
error-busy = { $path } is in use by another program at this moment. Nothing was changed. Try again in a moment.
error-moved = { $path } was replaced or deleted while it was open here, so this change was not written into the wrong file. What you saved before is safe. Save a copy of what you see, or review it into the new file.
error-file-exists = { $path } exists already and was not overwritten. Choose another name.
error-name-too-long = The name { $path } is too long: nothing could be saved beside it. Nothing was changed. Choose a shorter name, of at most { $limit } Latin letters, or about half as many of another script.
error-path-too-long = { $path } lies too deep in its folders: their names together are too long, and nothing could be saved there. Nothing was changed. Choose a folder nearer to the top: at most { $limit } Latin letters in all, or about half as many of another script.
error-too-large = { $path } is larger than any plan can be. It was not opened.
error-file-not-written = Only a document that was written here since the application was started is opened from here. Open it where it lies.
error-no-desktop = { $path } was written, but it could not be shown from here ({ $reason }). Look for it in its folder.
error-file-in-use = { $path } is open in another program, so it was not replaced. Close it there, or choose another name.
error-disk-full-document = The disk is full, so { $path } was not written; what was there before is as it was, and so is the plan. Free some space, then do it again.
error-no-such-format = Documents of the sort “{ $format }” cannot be made. Nothing was written. Choose one of { $formats }.
error-no-such-export = Nothing is known of this export any more. Nothing was written. Look at the list again.
error-export-not-again = { $file } cannot be made once more: it is no document for a council, or it marks changes since a file that is not kept in this plan. Nothing was written. Export the document anew.
error-no-document = There is no document in this plan yet. Nothing was written. Make one first: “Documents” has the customary structure ready.
error-several-documents = There are several documents in this plan. Nothing was written. Say which one: { $documents }.
error-no-such-document = There is no document “{ $value }” in this plan. Nothing was written. Choose one of these: { $documents }.
error-paper-without-private = A document for a council never has private parts in it. Nothing was written. Leave out persons and notes.
error-pdf-without-changes = A PDF shows a document as it is, without changes. Nothing was written. To have changes marked, choose Word (.docx).
error-pdf-too-long = This document is too long for a PDF: to set it would take more memory than many computers have. Nothing was written. Save it as Word (.docx), or let its blocks show fewer rows.
error-document-not-then = The document “{ $title }” was not in the plan then, so there is nothing to mark changes against. Nothing was written. Choose a later state.
error-document-revises-none = The document “{ $title }” is no revision of another one, so there is nothing to mark changes against. Nothing was written. Say against which document, or which earlier state.
error-no-paper-language = The words of a document cannot be in “{ $value }” yet. Nothing was written. Choose one of { $languages }.
error-plan-is-private = This plan and its folder belong to another person on this computer. Ask that person for a snapshot.

## Rows and fields

error-no-such-row = This row is no longer there, or never was. Nothing was changed. Look at the list again.
error-several-rows = “{ $row }” names more than one { $kind }. Nothing was changed. Name the one that is meant by its id.
error-several-provisions = “{ $row }” names more than one paragraph: { $names }. Nothing was changed. Name the one that is meant like that.
error-several-kinds = “{ $row }” names rows of several kinds: { $kinds }. Nothing was changed. Name the one that is meant like that.
error-window-only = { $command } is a command of the window, which here has no meaning. Nothing was done.
error-no-such-field = This plan has no field “{ $field }” there. Nothing was changed.
error-no-such-kind = There is no kind of row called “{ $kind }”. Nothing was changed.
error-stale-field = Somebody, or another window, has changed this since you saw it. Your change was not made, and theirs is kept. Look at what is there now, then decide.
error-stale-row = This row has been deleted since you saw it. Your change was not made. Undo the deletion if the row is still needed.
error-too-long = The text for “{ $field }” has { $length } characters; at most { $limit } fit. Nothing was changed. Shorten it, and try again.
error-table-empty = There is no provision in this table. Nothing was changed. Say which column holds the paragraphs and which the actions.
error-table-too-large = This table is larger than { $limit }. Nothing was changed. Paste it in parts.
error-too-many = More than { $limit } at once is not possible. Nothing was changed. Do it in parts.
error-has-nul = The text for “{ $field }” contains an invisible character (NUL) that no plan can hold. Nothing was changed. Remove it, or type the text anew.
error-not-a-choice = “{ $value }” is not one of the choices for “{ $field }”. Nothing was changed. Choose from the list.
error-not-a-date = “{ $value }” was not understood as a date. Nothing was changed. Type it for instance as 16 December 2025, Dec 2025, Q4 2025, about 2027 or 2020–2025.
error-no-such-day = “{ $value }” is not in the calendar. Nothing was changed. Check the day and the month.
error-ends-before-it-starts = “{ $value }” ends before it starts. Nothing was changed. Check both dates.
error-date-out-of-range = The date lies outside the years 1000 to 9999. Nothing was changed. Check the year or the distance.
error-ambiguous-date = “{ $value }” can be read in more than one way. Nothing was changed. Choose which day is meant, or write the month as a word.
error-not-a-number = “{ $value }” is not a number that “{ $field }” can hold. Nothing was changed. Use digits, with a point for decimals.
error-not-a-flag = “{ $field }” can only be yes or no. Nothing was changed.
error-not-a-set = “{ $field }” needs a list. Nothing was changed.
error-not-a-text = “{ $field }” needs text. Nothing was changed.
error-not-a-code = “{ $value }” cannot be used as a code. Nothing was changed. Use letters, digits, points and hyphens.
error-required = “{ $field }” may not be empty. Nothing was changed. Fill it in first.
error-one-of = Exactly one of these must be filled: { $fields }. Nothing was changed.
error-computed-field = “{ $field }” is filled in by the application and cannot be typed. Nothing was changed.
error-still-named =
    { $count ->
        [one] This row cannot be deleted yet: “{ $title }” still refers to it. Nothing was changed. Change that row first.
       *[other] This row cannot be deleted yet: { $count } rows still refer to it, “{ $title }” among them. Nothing was changed. Change those rows first.
    }
error-dangling = This would leave a row that refers to nothing. Nothing was changed. Choose a row that exists.
error-exists-already = There is already a { $kind } of this name or code. Nothing was added.
error-not-deletable = The plan’s own row cannot be deleted. Nothing was changed.
error-view-unreadable = What this view is to show cannot be read. Nothing was changed. Save the view once more.
error-view-private = This view filters by “{ $field }”, which stays on this computer. Nothing was changed. Keep the view on this computer, or take the filter away.
error-cycle = This would make a circle: { $path }. Nothing was changed. Choose another row.

## Groups, milestones, reports

error-rules-applied-already = These deadlines are laid out already before “{ $title }”. Nothing was changed. Change those that are there, or choose other rules.
error-hangs-not-moved = “{ $title }” has no date of its own: it stands { $value }. Nothing was changed. Change the distance instead, or let it stand by itself.
error-no-date-to-move = “{ $title }” has no date that could be moved. Nothing was changed. Give it a date first.

error-has-successor = “{ $title }” is followed by “{ $other }” already. Nothing was changed. If that is wrong, take it out of the field first.
error-move-needs-a-day = “{ $title }” hangs on another milestone, so it can only be moved to one exact day. Nothing was changed. Give a day, or take it off the other milestone first.
error-anchor-not-exact = “{ $title }” hangs on “{ $other }”, of which the exact day is not known: the distance between them cannot be worked out. Nothing was changed. Give “{ $other }” a day first, or take “{ $title }” off it.
error-distance-not-whole =
    { $unit ->
        [weeks] “{ $title }” hangs on another milestone by a number of weeks, and that day is not whole weeks away. Nothing was changed. Choose another day, or count the distance in days.
        [months] “{ $title }” hangs on another milestone by a number of months, and that day is not whole months away. Nothing was changed. Choose another day, or count the distance in days.
        [years] “{ $title }” hangs on another milestone by a number of years, and that day is not whole years away. Nothing was changed. Choose another day, or count the distance in days.
       *[other] “{ $title }” hangs on another milestone, and that day cannot be counted from it. Nothing was changed. Choose another day.
    }
error-end-before-start = “{ $title }” would end before it starts: its start is { $start }, its end { $end }. Nothing was changed. Check both dates.
error-already-ended = “{ $title }” has ended already ({ $end }). Nothing was changed. If that date is wrong, correct it in its field.
error-already-ended-without-end = “{ $title }” has ended already; when is not stated. Nothing was changed. If the date is known, set it in its field.
error-role-held = “{ $title }” is there already. Nothing was changed. One role of a kind is enough for an organization in one place.
error-not-in-a-group = “{ $title }” is not held in a group. Nothing was changed. Change it in its details.
error-annex-not-a-line = A row of this kind is no line of the annex: { $kind }. Nothing was changed. Lines are commitments, and links of an objective to an action line.
error-annex-action-line = “{ $title }” is an action line, which is part of the WSIS process. Nothing was changed. Put it into that column.
error-standing-not-completed = “{ $title }” is a standing activity, which goes on and is never completed. Nothing was changed. Say “concluded” if it has come to its end, or take “standing” off it first.
error-words-without-date = “{ $value }” was given in words, without a date. Nothing was changed. Give a date as well, as vague as it is: for instance 2025, Q4 2025, about 2027 or by 2030.
error-report-says-nothing = The report on “{ $title }” says nothing yet. Nothing was changed. Give a status, some words or evidence, or confirm that nothing changed.
error-report-says-both = The report on “{ $title }” says “no change” and another status. Nothing was changed. Choose one of them.
error-report-to-come = A report says how things stand on a day that has come, and { $date } has not. Nothing was changed. Check the year.

## Steps

error-nothing-to-undo = There is nothing to undo.
error-nothing-to-redo = There is nothing to redo.
error-undo-other-sitting = The next step back, “{ $step }”, was made by { $person } on { $at }. Nothing was changed yet. Undo it if you mean to.
error-undo-other-sitting-without-person = The next step back, “{ $step }”, was made on { $at }, in an earlier sitting. Nothing was changed yet. Undo it if you mean to.
error-read-only-past = This is the plan as it was, and it stays so. Nothing was changed. Go back to now to change it.
error-changed-meanwhile = The plan was changed since you looked. Nothing was changed by this. Look at what is there now, and try again.
error-dates-to-decide = There are dates of which it is not known which comes first, the day or the month. Nothing was changed. Say which.
error-read-only-plan = This plan is open for reading only. Nothing was changed. Make your own copy to edit it.
error-no-plan-open = No plan is open. Open one, or make a new one.
error-no-such-review = There is no such review in this plan. Nothing was changed. Look at the list of reviews.
error-no-such-item = This is no longer proposed: it was settled meanwhile, or the file was taken out of the review. Nothing was changed.
error-review-empty = There is nothing in this review. Add a file that a colleague sent.
error-review-changed = The plan was changed while you were deciding: { $count } of the items are others now, and are asked again. Nothing was applied. Look at them, then apply once more.
error-decision-misfit = This cannot be decided that way. Nothing was changed. Choose another way.
error-whose-is-it = Several colleagues propose different values here. Choose whose it is to be.
error-no-such-form = { $path } is no form in which this can be written. Nothing was changed. Choose a name that ends in .txt or .json; minutes may also end in .docx, and a list of changes in .csv.
error-not-replaced = The plan lies in its place as it was: there is nothing to review, and nothing was changed.
error-is-this-plan = { $path } is this plan itself. Choose a file that a colleague sent.
error-no-such-moment = Nothing is known of “{ $moment }”. Give a step number, a day and time, or the name of a snapshot.
error-before-beginning = This plan did not exist yet at that time: it began on { $at }. Nothing was changed. Choose a later moment, or its beginning (step 0).
error-nothing-to-take-back = Nothing of this step is left to take back: what it changed was changed again since, or is as before it already. Nothing was changed.
error-step-not-in-force = This step was undone. Nothing of it is left to take back, and nothing was changed.
error-step-not-to-take-back = A step of this sort cannot be taken back by itself. Nothing was changed.
error-bad-request = The request is not complete or not in the right form, so nothing was done. Details: { $context }
error-no-such-command = “{ $command }” is not a command of this application. Nothing was done.
error-search-too-long = A search takes up to { $limit } characters. Nothing was looked for. Type a few words.
error-no-such-rule = The plan check has no rule of that name. Nothing was done.
error-not-yet = { $command } comes in a later version. Nothing was done.
error-cancelled = Cancelled. Nothing was changed.

## Snapshots

error-not-a-snapshot = { $path } is not a snapshot of a plan. Nothing was changed. Open a file that ends in .gdcsnap.
error-page-without-plan = { $path } is a page without a plan in it. Nothing was taken over. Open a page that GDC Planner made, or a file that ends in .gdcplan or .gdcsnap.
error-page-with-several-plans = { $path } holds more than one plan, which no page of GDC Planner does: somebody put it together. Nothing of it was taken over. Ask the sender for the snapshot.
error-snapshot-not-whole = { $path } is not whole: its content does not match its own list, so nothing of it was taken over. Ask for the snapshot again.
error-snapshot-too-large = { $path } is larger than a snapshot may be. Nothing of it was taken over. Ask the sender what it contains.
error-not-our-file-ref = The application did not choose this file itself, so it was not touched. Choose it again from the dialog.

## Carrying forward, and editions

error-carry-open =
    { $count ->
        [one] { $count } paragraph of { $title } is not decided yet. Nothing was made. Decide it, or make the edition all the same.
       *[other] { $count } paragraphs of { $title } are not decided yet. Nothing was made. Decide them, or make the edition all the same.
    }
error-no-such-paragraph = The instrument has no paragraph “{ $value }”. Nothing was changed. Write its number as it is listed.
error-no-instrument-paragraph = No instrument has a paragraph “{ $value }”. Nothing was changed. Write its number as it is listed, or name the instrument.
error-several-instruments = Several instruments have a paragraph { $value }: { $names }. Nothing was changed. Say which is meant: write its symbol or its title behind the file.
error-several-paragraphs = Several rows are paragraph { $value }: { $names }. Nothing was changed. A commitment answers one of them: name it by its id in place of the number.
error-carry-one-paragraph = A commitment answers one paragraph at a time. Nothing was changed. Choose one paragraph.
error-carry-nothing-decided = Nothing was decided about this instrument in this plan, so there is no state before it. Nothing was made. Leave its name empty.
error-edition-exists = A state of this plan is called “{ $value }” already. Nothing was made. Choose another name.
error-edition-same = The plan is just as “{ $value }” has it: that name can be quoted already. Nothing was made.
error-edition-no-change = The plan is just as it was before the first decision, so there is nothing to tell two editions apart. Nothing was made. Leave the name of the state before empty.
error-edition-name = A name of an edition is one line of up to { $limit } characters, and neither a number nor a time. Nothing was made. Choose another name.

## Restore points

error-no-data-folder = No restore point was made: there is no folder for them here. Nothing was changed. Save a copy instead.
error-already-now = This is the plan as it is now. Nothing was changed. Choose an earlier state.
error-another-plan = Another plan was opened meanwhile, so this was not done. Open the plan again and try once more.
error-plan-read-again = Somebody else was changing this plan while it was read, so this could not be worked out. Nothing was changed. Try again in a moment.
error-no-such-restore-point = This restore point is no longer there. Nothing was changed. Choose another one.
error-restore-point-damaged = This restore point is damaged and was not used. Nothing was changed. Choose another one.

## Everything else

error-not-shown-to-others = This stays private and is not shown in the discreet view. Nothing was changed. Leave the discreet view to see it.
error-broken = Something went wrong, and this change was not made. What you saved before is safe. Try again; if it happens again, copy the details for the people who help you.
error-unknown = This could not be done, and nothing was changed. The reason has the code “{ $code }”.
error-id-is-made = The id of a { $kind } is made by the application. Leave it out; nothing was changed.
