# Words of the window itself: frame, files, settings, messages.

app-name = GDC Planner
cancel = Cancel
done = Done
choose = Choose…
back = Back
percent = { $percent } %
not-stated = not stated

## Keys, as they are written on the keyboard

key-ctrl = Ctrl
key-shift = Shift
key-alt = Alt
key-delete = Del
key-up = ↑
key-down = ↓
keys-palette = Ctrl K
keys-redo = Ctrl+Y

## Regions, for assistive technology

region-top = Plan
region-rail = Screens
region-foot = Status
region-next = Go to the next part of the window
region-previous = Go to the previous part of the window

## Top bar

steps = Steps
undo = Undo
redo = Redo
undo-of = Undo “{ $step }”
redo-of = Redo “{ $step }”
undo-other-title = Undo a step of an earlier sitting?
save = Save
saved-all = Everything is saved: each change is written to the disk as you make it.
saved-all-at = Everything is saved: each change is written to the disk as you make it, the last one at { $time }.
saved-nothing = There is nothing to save: this plan is only read. Make your own copy to change it.
state-saved = Saved { $time } · on this laptop only
state-saved-day = Saved { $day } · on this laptop only
state-unchanged = Saved · on this laptop only
state-read-only = Read only
share = Share…

## Plan and files

plan-menu = Plan
plan-menu-of = Plan: { $title }
plan-new = New plan…
plan-new-empty = New empty plan…
plan-new-file = GDC plan
plan-empty-title = New plan
plan-open = Open…
plan-recent = Recent
plan-missing = Not found in { $folder }
plan-copy = Make my own copy…
plan-copied = This is your own copy. Every change is saved as you make it.
plan-starter = Show the ITU’s plan
plan-close = Close

## First start, and plans that are only read

banner = About this plan
starter-title = The ITU action plan for the Global Digital Compact as given to its Council working group in early 2025
starter-text = Short titles; nothing is sent anywhere. You are reading it: to change something, make your own copy.
starter-look = Look around
starter-empty = Start with an empty plan…
snapshot-banner = You are reading a snapshot: { $provenance }
welcome-title = No plan is open
welcome-text = Open a plan or a snapshot, begin a new one, or look at the ITU’s action plan.

## Palette

palette = Search or run a command
palette-commands = Commands
palette-results = Results
palette-none = Nothing fits. Try fewer words, a reference such as ITU-018, or the name of a command.
palette-found =
    { $count ->
        [0] Nothing fits
        [one] { $count } result
       *[other] { $count } results
    }

## Settings

settings = Settings…
settings-title = Settings
settings-name = Your name
settings-name-hint = Stands beside your changes in the history.
settings-organization = Your organization
settings-organization-hint = Its acronym, such as ITU, BDT or KE. Rows of others ask before you change them.
settings-theme = Theme
settings-text-size = Text size
theme-system = As the system
theme-light = Light
theme-dark = Dark
theme-contrast = High contrast
language = Language
language-is = Language: { $language }
text-larger = Larger text
text-smaller = Smaller text
text-normal = Normal text size

## Sharing

share-title = Save a snapshot
share-text = A snapshot is a file for somebody who has this application. It does not change afterwards, whatever you do here.
share-name = Name
share-name-hint = What the receiver should recognize it by, for example “As sent to BDT”.
share-persons = Take persons and their contacts along
share-goes = Goes
share-stays = Stays here
share-history = the history
share-catalogue = catalogue entries
share-save = Save…
share-saved = { $name } was saved. You can send this file.

## Foot

offline = Offline · no connection has been made
count-commitments =
    { $count ->
        [one] { $count } commitment
       *[other] { $count } commitments
    }
count-milestones =
    { $count ->
        [one] { $count } milestone
       *[other] { $count } milestones
    }

## Editing

date-several = This can be read in more than one way. Which one is meant?
date-not-understood = This is not understood as a date. Try 16 December 2025, Dec 2025, Q4 2025, about 2027 or 2020–2025.
read-only-cell = This plan is only read. To change it, make your own copy.
foreign-title = Change a row of { $owner }?
foreign-text = This row is { $owner }’s. Your change will travel as a proposal.
foreign-yes = Change it
foreign-no = Leave it
foreign-kept = The row was left as it is. Press Escape to give up what you typed.

## When something goes wrong

notice = Message
error-unreachable = The program behind this window does not answer. What you saved before is safe. Start the application again.
error-window = Something went wrong in this window. What you saved before is safe.
details-copy = Copy details
details-copied = Details copied
failed-title = Something went wrong in this window
failed-text = Nothing that you saved is lost: every change was written to the disk as you made it.
failed-again = Show the window again
failed-details = Details for the people who help you
start-failed-title = The application could not start
