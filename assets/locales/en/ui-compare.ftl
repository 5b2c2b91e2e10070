# An earlier state beside the rows and the timeline, in place.

compare-with = Compare with…
compare-with-nothing = nothing
compare-with-state = Compared with: { $state }
compare-bar = What is compared
compare-said = Compared with { $state }: { $counts }
compare-only = Only what changed
compare-all = Also what did not change
compare-stop = Stop comparing
compare-stopped = Nothing is compared any longer.
compare-nothing-yet = Nothing is compared. Choose an earlier state first.
compare-gone = Show what is gone
compare-gone-title = No longer there
compare-gone-more =
    { $count ->
        [one] and { $count } more
       *[other] and { $count } more
    }
compare-only-empty-title = Nothing is different
compare-only-empty-text = The rows are what they were then.
compare-print = Compared with { $state }: { $counts }
compare-print-only = Only what changed
keys-compare = Compare with an earlier state, or stop comparing
keys-compare-only = Show only what changed
