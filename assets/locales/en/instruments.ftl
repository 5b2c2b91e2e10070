# What a table says that an instrument is made of, and what of it is carried forward.

instrument-nothing = No provision in it
instrument-count =
    { $count ->
        [one] { $count } provision
       *[other] { $count } provisions
    }
instrument-count-there =
    { $count ->
        [one] { $count } of them is in the plan and is filled
       *[other] { $count } of them are in the plan and are filled
    }
instrument-count-asked =
    { $count ->
        [one] { $count } name of who is asked
       *[other] { $count } names of who is asked
    }
instrument-count-unknown =
    { $count ->
        [one] { $count } of them is not known
       *[other] { $count } of them are not known
    }
instrument-count-left =
    { $count ->
        [one] { $count } row left out
       *[other] { $count } rows left out
    }
instrument-facilitators =
    { $count ->
        [one] { $count } facilitator of the action lines, from the catalogue
       *[other] { $count } facilitators of the action lines, from the catalogue
    }
instrument-succeeded = followed by { $name }
instrument-there = in the plan as “{ $title }”
instrument-carried = paragraph of the row above
instrument-no-action = nothing is asked for in it
instrument-cut = the title is its beginning; the whole is kept
instrument-left-no-paragraph = no paragraph, and none above it
instrument-left-head = the head of the table again
instrument-left-too-long = a text in it is longer than the plan keeps
instrument-left-too-many = it asks more than 500
instrument-left-nothing = nothing in the columns that are read
