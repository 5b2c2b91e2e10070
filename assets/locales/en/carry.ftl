# Carrying a plan forward to an instrument: why a commitment is proposed, how it answers, and editions. Names come as text.

carry-answer = { $commitment } { $answer }
carry-superseded-by = { $commitment } superseded by { $by }
carry-reason-linked = linked to this paragraph
carry-reason-cites = names this paragraph as its source
carry-reason-follows = answers { $paragraph }, which the text names
carry-reason-group = goes with { $group }, which is asked
carry-reason-action-line = goes with action line { $line }
carry-reason-goal = goes with “{ $goal }”
carry-reason-organization = { $organization } is asked
carry-reason-words = shares “{ $words }”
carry-reason-objective = under { $objective }, too

edition-name = With { $symbol }
edition-name-before = Before { $symbol }
edition-made = Edition “{ $name }” made. It can be opened, compared with and quoted from now on.
edition-made-named = Edition “{ $name }” made
edition-made-for = Edition “{ $name }” made, carried forward to { $symbol }
# $sum: the first twelve signs of the sum of its content, by which a copy is recognised.
edition-quote = { $title }, edition “{ $name }” of { $date }, sum { $sum }
