//! The rules, by name and by how much an answer helps.

macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident $code:literal $rank:literal,)*) => {
        /// A rule of the plan check, in the order in which questions are listed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Rule {
            $($(#[$doc])* $name,)*
        }

        impl Rule {
            /// All rules, in order.
            pub const ALL: &'static [Rule] = &[$(Rule::$name,)*];

            /// Its name on the wire, in reasons that are kept, and in the keys of its words.
            pub fn code(self) -> &'static str {
                match self {
                    $(Rule::$name => $code,)*
                }
            }

            /// How much an answer helps: the least first.
            pub(super) fn rank(self) -> u8 {
                match self {
                    $(Rule::$name => $rank,)*
                }
            }
        }
    };
}

rules! {
    /// Paragraphs or sources state a role, or who holds it, in different ways. Facts: id of the action line.
    RolesDiffer "roles-differ" 3,
    /// A figure is stated in several ways, or it counts several things. Facts: what is counted, one by one.
    FiguresDiffer "figures-differ" 4,
    /// An organization in several spellings. Facts: ids of the organizations that may be meant.
    SeveralSpellings "several-spellings" 5,
    /// A name that differs only by letters that look alike. Facts: the name in one alphabet.
    LooksAlike "looks-alike" 2,
    /// A status that the dates contradict. Facts: field of the date.
    StatusAgainstDates "status-against-dates" 1,
    /// A milestone with a date of its own and a day computed from another. Facts: the computed date.
    TwoDates "two-dates" 2,
    /// A milestone that hangs on itself.
    HangsOnItself "hangs-on-itself" 1,
    /// A paragraph that is said to be not for us, and answered too.
    DecidedTwice "decided-twice" 2,
    /// A link to what is gone. Facts: field.
    LinkGone "link-gone" 1,
    /// A group or an organization that has ended and is still named. Facts: id of what follows it, or nothing.
    EndedStillNamed "ended-still-named" 2,
    /// What looks copied between two objectives.
    LooksCopied "looks-copied" 6,
    /// A role that is not stated. Facts: the role, "second", "several" or "lead".
    RoleNotStated "role-not-stated" 3,
    /// A milestone that has passed without an outcome. Facts: year.
    NoOutcome "no-outcome" 5,
    /// Information that is old. Facts: as of when.
    Old "old" 4,
    /// A status of no day.
    StatusUndated "status-undated" 7,
    /// A one-off without a date. Facts: id of the objective.
    NoDate "no-date" 7,
    /// Nobody leads. Facts: id of the objective.
    NoLead "no-lead" 8,
    /// Nobody owns a commitment.
    NoOwner "no-owner" 1,
    /// Rows without a source. Facts: kind.
    NoSource "no-source" 8,
    /// An action line that nothing goes with.
    ActionLineUnmapped "action-line-unmapped" 9,
    /// Paragraphs of an instrument that are not decided, while others are. Facts: id of the instrument.
    CarriedInPart "carried-in-part" 6,
}

impl Rule {
    /// The rule of that name.
    pub fn from_code(code: &str) -> Option<Rule> {
        Rule::ALL.iter().copied().find(|rule| rule.code() == code)
    }

    /// The field that an answer fills, where it is one of the rows that are asked about.
    pub fn remedy(self) -> Option<&'static str> {
        Some(match self {
            Rule::FiguresDiffer => "counts",
            Rule::StatusAgainstDates => "status",
            Rule::TwoDates | Rule::HangsOnItself => "anchor",
            Rule::NoOutcome => "outcome",
            Rule::Old => "status",
            Rule::StatusUndated => "status_as_of",
            Rule::NoDate => "end",
            Rule::NoLead => "lead",
            Rule::NoOwner => "owner",
            Rule::NoSource => "source",
            Rule::RolesDiffer
            | Rule::SeveralSpellings
            | Rule::LooksAlike
            | Rule::LinkGone
            | Rule::EndedStillNamed
            | Rule::LooksCopied
            | Rule::RoleNotStated
            | Rule::ActionLineUnmapped
            | Rule::CarriedInPart
            | Rule::DecidedTwice => return None,
        })
    }
}
