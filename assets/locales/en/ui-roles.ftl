# Words of roles, and of forms: who holds what, made and changed in dialogs.

roles-assign-title = New assignment
roles-assign-keep = Assign
roles-edit-title = Assignment
roles-edit-keep = Keep
roles-end-title = End an assignment
roles-end-keep = End it
roles-end-text = { $holder } will no longer be shown as { $role } of “{ $place }”. The assignment stays in the plan, as ended.
roles-end-several = It is stated in { $count } places. All of them end on that day.
roles-end-date = Ended when
roles-menu = What can be done with { $role }
roles-edit = Change…
roles-end = End…
roles-delete = Delete
roles-delete-one = Delete what this source states
roles-open = Show in the details
roles-nobody = nobody is named
roles-over = { $role }, ended
roles-state-unknown = state not stated
roles-sources =
    { $count ->
        [one] { $count } source
       *[other] { $count } sources
    }
roles-stated-as = “{ $words }”
roles-as-of = as of { $date }

## Forms

forms-required = “{ $field }” is needed.
forms-no-such = “{ $name }” is not among the rows for “{ $field }”. Type another name, or leave it empty.
forms-add = Add “{ $name }” to the plan
forms-private = Stays on this laptop
forms-date-example = 16 December 2025, Q4 2025, about 2027
forms-now = “{ $field }” is now: { $value }
forms-now-empty = “{ $field }” is now empty.
