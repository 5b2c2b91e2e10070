# The matrix: the annex as it is printed, and what goes with what, counted. Names come as text.

annex-objective = Objective

## Who leads, in the words of the source: "ITU sole lead", "ITU lead with UNDP and UNESCO as co-leads"

annex-leads = { $holders } { $word }
annex-holds = { $holders } as { $word }
annex-with =
    { $word ->
        [co-lead] { $said } with { $holders } as { $count ->
            [one] co-lead
           *[other] co-leads
        }
        [co-facilitator] { $said } with { $holders } as { $count ->
            [one] co-facilitator
           *[other] co-facilitators
        }
        [partner] { $said } with { $holders } as { $count ->
            [one] partner
           *[other] partners
        }
       *[other] { $said }; { $holders }: { $word }
    }
annex-partners = with { $partners }
annex-led = led by { $lead }
annex-lead-partners = led by { $lead } with { $partners }

## What is printed twice

annex-double = Also under { $objective }: { $row }
annex-double-here = Stated twice for this objective

## Counts

matrix-cell = { $objective } and { $entry }
matrix-all = Total
matrix-by-way = By way of { $line }
matrix-note-by-way = No link names a goal itself where a number stands in brackets: it is reached by way of an action line, as the WSIS–SDG matrix of the catalogue has it, which is unverified.
matrix-note-without-objective =
    { $count ->
        [one] { $count } link is of a commitment without an objective, and is not counted here.
       *[other] { $count } links are of commitments without an objective, and are not counted here.
    }
