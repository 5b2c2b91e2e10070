# Words of the list of commitments.

commitment-new = New commitment
commitment-new-title = New commitment
commitment-delete = Delete the selected rows
commitment-computed-cell = This is worked out from other fields. Change start, end or “as of” in the details.

## Empty state

commitments-empty-title = No commitments yet
commitments-empty-text = A commitment says who does what, by when. Add the first one; you can undo every step.
