# Words of the list of commitments.

commitment-new = New commitment
commitment-new-title = New commitment
commitment-delete = Delete the selected rows
commitment-given-reference = References are given by the plan and never renumbered.
commitment-composed-when = This is made of start, end and recurrence. Press Enter to change them.

## When, in parts

commitment-when-title = When: { $title }
commitment-when-keep = Keep

## Empty state

commitments-empty-title = No commitments yet
commitments-empty-text = A commitment says who does what, by when. Add the first one; you can undo every step.
commitment-action-line = Action line
commitment-provision = Provision
commitment-goal = Goal
commitment-group = Group
