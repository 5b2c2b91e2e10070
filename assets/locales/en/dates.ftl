# Dates in words. Days, years and numbers come as text. A no-break space stands between a day and its month.

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

month-short-1 = Jan
month-short-2 = Feb
month-short-3 = Mar
month-short-4 = Apr
month-short-5 = May
month-short-6 = Jun
month-short-7 = Jul
month-short-8 = Aug
month-short-9 = Sep
month-short-10 = Oct
month-short-11 = Nov
month-short-12 = Dec

## One unit. Each is given, besides what stands here, `case`: behind which word it stands ("of": from, "to": to and until, "the": between and
## not before, "in": when something is, "part": early and the like, else "alone"); months also `which` they are ("month-4").

# The number of the first day of a month, and of all others.
date-number-first = 1
date-number = { $day }
date-number-alone = { $day }
date-day = { $day }{ "\u00A0" }{ $month } { $year }
date-day-of-month = { $day }{ "\u00A0" }{ $month }
date-month = { $month } { $year }
date-month-alone = { $month }
date-year = { $year }
date-decade = the { $year }s
date-quarter = Q{ $quarter }{ "\u00A0" }{ $year }
date-quarter-alone = Q{ $quarter }
date-half = H{ $half }{ "\u00A0" }{ $year }
date-half-alone = H{ $half }
date-spring = spring { $year }
date-summer = summer { $year }
date-autumn = autumn { $year }
date-winter = winter { $year }/{ $next }
date-spring-alone = spring
date-summer-alone = summer
date-autumn-alone = autumn
date-winter-alone = winter

date-quarter-long-1 = the first quarter of { $year }
date-quarter-long-2 = the second quarter of { $year }
date-quarter-long-3 = the third quarter of { $year }
date-quarter-long-4 = the fourth quarter of { $year }
date-half-long-1 = the first half of { $year }
date-half-long-2 = the second half of { $year }

date-early = early { $date }
date-mid = mid-{ $date }
date-late = late { $date }

## How sure it is

date-about = about { $date }
date-doubt = { $date }?
date-about-doubt = about { $date }?
date-doubt-long = { $date }, to be confirmed

## Spans

date-span-close = { $first }–{ $last }
date-span = { $first } – { $last }
date-span-words = { $first } to { $last }
date-from-to = from { $first } to { $last }
date-from = from { $date }
date-from-end-unknown = from { $date }, end not stated
date-until = until { $date }
date-until-start-unknown = until { $date }, start not stated

## A term, its ends in the forms of "from" and "to"

term-from-to = { $start } to { $end }
term-from = from { $start }
term-until = until { $end }

## One day within

date-by = by { $date }
date-not-before = not before { $date }
date-between = between { $first } and { $last }

## In a sentence

date-on = on { $date }
date-in = in { $date }

## Instants

instant = { $date }, { $time } UTC

## No date

date-not-stated = not stated
date-to-be-confirmed = date to be confirmed
