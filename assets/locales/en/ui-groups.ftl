# Words of the groups: the tree of bodies, the card of one, its roles and assignments.

groups-new = New group…
groups-new-sub = New sub-group…
groups-new-assignment = New assignment…
groups-assign = Assign
groups-assign-key = A
groups-find = Find a group
groups-conclude = Conclude…
groups-succeed = Succeeded by another group…
groups-move = Move below another group…
groups-up = Move the group up
groups-down = Move the group down
groups-delete = Delete the group
groups-delete-title = Delete { $group }?
groups-delete-text =
    { $groups ->
        [0] It has no sub-groups.
        [one] One sub-group stays, and goes to the top of the tree.
       *[other] { $groups } sub-groups stay, and go to the top of the tree.
    } { $roles ->
        [0] No assignment goes with it.
        [one] One assignment goes with it.
       *[other] { $roles } assignments go with it.
    } You can undo this.
groups-details = Details
groups-menu = What can be done with this group
groups-end-stated = Its end is stated: { $date }. Change it in the details.
groups-concluded = concluded { $date }
groups-below = Sub-groups:
groups-quoted = “{ $words }”
groups-parts = Parts of the group
groups-roles = Roles
groups-assignments = Assignments
groups-path = The groups above
groups-follows = Succeeds
groups-followed-by = Succeeded by
groups-error-title = The group could not be read

## The board

groups-board = Who holds what, body by body
groups-board-body = Body
groups-itself = The group itself
groups-persons = Persons
groups-unnamed = Nobody named
groups-assign-here = Assign { $holder } in { $group }
groups-assign-in = Assign somebody in { $group }
groups-stated =
    { $count ->
        [one] stated in one place
       *[other] stated in { $count } places
    }
groups-more =
    { $count ->
        [one] Show { $count } more group
       *[other] Show { $count } more groups
    }
groups-load = Show the load
groups-load-none = No organization holds a role here: there is nothing to count.
groups-load-hide = Hide the load
groups-carry-hint = Drag a role to another place, or press M on it. With Ctrl it is copied.
groups-carry-over = Over { $holder }, { $group }. Enter puts it down, Ctrl+Enter a copy, Escape leaves it.
groups-carry-copy = A copy over { $holder }, { $group }.
groups-carry-left = The role stays where it is.
groups-term-unknown = from and to not stated
groups-ended-unfold =
    { $count ->
        [one] Show { $count } ended role
       *[other] Show { $count } ended roles
    }
groups-ended-fold =
    { $count ->
        [one] Hide the ended role
       *[other] Hide the { $count } ended roles
    }
groups-facts = What is stated
groups-not-stated = What is not stated
groups-readings = Read or entered without a source
groups-own-roles = Roles in the group itself
groups-no-roles-read = No role is stated.
groups-no-roles = No role is stated. Press A to say who holds one.
groups-question-copy = Copy a question
groups-question-copied = The question is copied. Paste it into a message to somebody who knows.

## Dialogs

groups-new-title = New group
groups-new-sub-title = New sub-group
groups-new-keep = Add
groups-move-title = Move below another group
groups-move-below = Below which group?
groups-move-keep = Move
groups-move-text = Left empty, it stands at the top of the tree. Its sub-groups come along.
groups-conclude-title = Conclude the group
groups-conclude-text = The group stays in the plan, with the years of its work. You can undo this.
groups-conclude-date = Concluded when
groups-conclude-roles = End its roles as of that day
groups-conclude-keep = Conclude
groups-succeed-title = Succeeded by another group
groups-succeed-by = Which group succeeds it?
groups-succeed-new = A new group
groups-succeed-known = A group that is in the plan
groups-succeed-name = Name of the new group
groups-succeed-which = Which one
groups-succeed-date = Since when
groups-succeed-move = Its sub-groups go to the new one
groups-succeed-keep = Keep

## Empty states

groups-empty-title = No groups yet
groups-empty-text = A group is a body that meets: a working group, a task force, a commission. Add the first one, then say who holds which role in it.
groups-filtered-title = No group is called that
groups-filtered-clear = Show all groups
groups-assignments-empty-title = No assignments yet
groups-assignments-empty-text = An assignment says who holds which role in this group, or in one below it.
groups-assignment-delete = Delete the selected assignments
