# What became of rows since an earlier state, told in the rows themselves.

compared-new = new
compared-changed = changed: { $fields }
compared-was = was: { $was }
compared-days = computed date
compared-count-changed =
    { $count ->
        [one] { $count } changed
       *[other] { $count } changed
    }
compared-same = nothing is different
