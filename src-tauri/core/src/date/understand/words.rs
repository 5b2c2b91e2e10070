//! The words that dates are typed with: one table per language. A language is a table and nothing else.

/// What a word, or several in a row, says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// A month, 1 to 12.
    Month(u8),
    /// A season, 0 (spring) to 3 (winter).
    Season(u8),
    /// "Quarter", which a number 1 to 4 belongs to.
    Quarter,
    /// "Half", which a number 1 or 2 belongs to.
    Half,
    /// A number in words.
    Ordinal(u8),
    /// "Last", of quarters and halves.
    Last,
    /// The "s" of "2020s".
    Decade,
    /// A day of the week, 0 (Monday) to 6.
    Weekday(u8),
    /// The first third.
    Early,
    /// The second third.
    Mid,
    /// The last third.
    Late,
    /// "Beginning of".
    Beginning,
    /// "End of".
    End,
    /// "About".
    About,
    /// "Possibly".
    Doubt,
    /// "From": goes on, or the first word of a span.
    From,
    /// "Until": the end of a span.
    Until,
    /// "By": one day, not later.
    By,
    /// "Before": one day, earlier.
    Before,
    /// "After": one day, later.
    After,
    /// "Not before": one day, not earlier.
    NotBefore,
    /// "Onwards", after what it belongs to.
    Onwards,
    /// "To", between the ends of a span.
    To,
    /// "Between": one day, not outside.
    Between,
    /// "And".
    And,
    /// "End not stated".
    EndUnknown,
    /// "Start not stated".
    StartUnknown,
    /// There is no date.
    NotStated,
    /// Says nothing.
    Filler,
}

/// One language.
pub(super) struct Words {
    /// Its code.
    pub lang: &'static str,
    /// Words in lower case, without dots, several separated by one space; the longest that fits is taken.
    pub table: &'static [(&'static str, Sense)],
}

/// The languages in which a text is tried, one after the other: the one asked for, then English.
pub(super) fn languages(lang: &str) -> impl Iterator<Item = &'static Words> {
    let primary = lang.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let own = ALL.iter().copied().find(|words| words.lang == primary && words.lang != ENGLISH.lang);
    own.into_iter().chain(std::iter::once(&ENGLISH))
}

const ALL: &[&Words] = &[&ENGLISH];

use Sense::*;

static ENGLISH: Words = Words {
    lang: "en",
    table: &[
        ("january", Month(1)),
        ("jan", Month(1)),
        ("february", Month(2)),
        ("feb", Month(2)),
        ("march", Month(3)),
        ("mar", Month(3)),
        ("april", Month(4)),
        ("apr", Month(4)),
        ("may", Month(5)),
        ("june", Month(6)),
        ("jun", Month(6)),
        ("july", Month(7)),
        ("jul", Month(7)),
        ("august", Month(8)),
        ("aug", Month(8)),
        ("september", Month(9)),
        ("sept", Month(9)),
        ("sep", Month(9)),
        ("october", Month(10)),
        ("oct", Month(10)),
        ("november", Month(11)),
        ("nov", Month(11)),
        ("december", Month(12)),
        ("dec", Month(12)),
        ("spring", Season(0)),
        ("summer", Season(1)),
        ("autumn", Season(2)),
        ("fall", Season(2)),
        ("winter", Season(3)),
        ("quarter", Quarter),
        ("qtr", Quarter),
        ("q", Quarter),
        ("half", Half),
        ("semester", Half),
        ("h", Half),
        ("first", Ordinal(1)),
        ("second", Ordinal(2)),
        ("third", Ordinal(3)),
        ("fourth", Ordinal(4)),
        ("last", Last),
        ("s", Decade),
        ("monday", Weekday(0)),
        ("mon", Weekday(0)),
        ("tuesday", Weekday(1)),
        ("tues", Weekday(1)),
        ("tue", Weekday(1)),
        ("wednesday", Weekday(2)),
        ("wed", Weekday(2)),
        ("thursday", Weekday(3)),
        ("thurs", Weekday(3)),
        ("thu", Weekday(3)),
        ("friday", Weekday(4)),
        ("fri", Weekday(4)),
        ("saturday", Weekday(5)),
        ("sat", Weekday(5)),
        ("sunday", Weekday(6)),
        ("sun", Weekday(6)),
        ("early", Early),
        ("early in", Early),
        ("mid", Mid),
        ("middle", Mid),
        ("late", Late),
        ("late in", Late),
        ("beginning", Beginning),
        ("start", Beginning),
        ("end", End),
        ("toward the end", End),
        ("towards the end", End),
        ("about", About),
        ("around", About),
        ("approximately", About),
        ("approx", About),
        ("roughly", About),
        ("circa", About),
        ("ca", About),
        ("c", About),
        ("possibly", Doubt),
        ("perhaps", Doubt),
        ("probably", Doubt),
        ("tentatively", Doubt),
        ("tentative", Doubt),
        ("unconfirmed", Doubt),
        ("to be confirmed", Doubt),
        ("tbc", Doubt),
        ("from", From),
        ("since", From),
        ("as from", From),
        ("starting", From),
        ("beginning in", From),
        ("until", Until),
        ("till", Until),
        ("up to", Until),
        ("by", By),
        ("not later than", By),
        ("no later than", By),
        ("at the latest", By),
        ("or earlier", By),
        ("or before", By),
        ("before", Before),
        ("prior to", Before),
        ("after", After),
        ("not before", NotBefore),
        ("not earlier than", NotBefore),
        ("no earlier than", NotBefore),
        ("at the earliest", NotBefore),
        ("or later", NotBefore),
        ("or after", NotBefore),
        ("onwards", Onwards),
        ("onward", Onwards),
        ("ongoing", Onwards),
        ("to", To),
        ("through", To),
        ("between", Between),
        ("and", And),
        ("end not stated", EndUnknown),
        ("end unknown", EndUnknown),
        ("start not stated", StartUnknown),
        ("start unknown", StartUnknown),
        ("not stated", NotStated),
        ("date to be confirmed", NotStated),
        ("date to be determined", NotStated),
        ("to be determined", NotStated),
        ("to be decided", NotStated),
        ("tbd", NotStated),
        ("unknown", NotStated),
        ("n a", NotStated),
        ("na", NotStated),
        ("none", NotStated),
        ("in", Filler),
        ("on", Filler),
        ("the", Filler),
        ("of", Filler),
        ("at", Filler),
        ("during", Filler),
        ("year", Filler),
        ("st", Filler),
        ("nd", Filler),
        ("rd", Filler),
        ("th", Filler),
    ],
};
