//! What people type as a date: understood, asked about, or not understood. Never guessed between day and month.
//!
//! What the words come to, where EDTF leaves a choice:
//!
//! | typed | understood as |
//! |---|---|
//! | early, mid, late 2025 | one day in January to April, May to August, September to December: `[2025-01..2025-04]` |
//! | early, mid, late December 2025 | one day of the 1st to the 10th, 11th to 20th, 21st to the last |
//! | beginning, end of 2025 | first, last quarter: `2025-33`, `2025-36` |
//! | by 2030, by the end of 2030, no later than 2030 | one day, in 2030 or before: `[..2030]` |
//! | before 2030, after 2030 | `[..2029]`, `[2031..]` |
//! | not before 2026, 2026 or later | `[2026..]` |
//! | from, since 2026; 2026 onwards | goes on: `2026/..` |
//! | until 2025 | went on before: `../2025` |
//! | between June and August 2026 | one day in it: `[2026-06..2026-08]` |
//! | June to August 2026, June–August 2026 | a span: `2026-06/2026-08` |
//! | winter 2025/26, winter 2025 | the winter that begins in 2025: `2025-24` |
//! | from early 2026 | "early" has no form as the edge of a span: about the first quarter, `2026-33~/..`; mid: about July; late: about the fourth |
//! | 2020-21 | asked about: the years 2020 to 2021, or EDTF's spring 2020 |
//! | 03/04/2025, 03.04.2025 | asked about |
//! | 16.12.25 | asked about, even if only one reading exists: the century was not typed |

mod read;
mod tokens;
mod words;

use super::VagueDate;

/// What became of a typed text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Understood {
    /// It can only mean this.
    Date(VagueDate),
    /// It can mean any of these: ask.
    Ambiguous(Vec<VagueDate>),
    /// It says that there is no date: empty, "not stated", "to be determined".
    NotStated,
    /// It is no date, or one that does not exist.
    NotUnderstood,
}

/// Understands what was typed, in the language of that code (and always in English and EDTF). Digits of other scripts, marks
/// of direction and odd spaces are taken for what they are.
pub fn understand(text: &str, lang: &str) -> Understood {
    let Some(plain) = tokens::plain(text) else { return Understood::NotUnderstood };
    if plain.is_empty() || plain == "-" || plain == "–" {
        return Understood::NotStated;
    }
    let verbatim = VagueDate::parse(&plain.to_ascii_uppercase()).ok();
    let mut found: Vec<VagueDate> = verbatim.into_iter().collect();
    if found.is_empty() || read::looks_like_two_years(&plain) {
        for words in words::languages(lang) {
            let Some(items) = tokens::items(&plain, words) else { continue };
            if read::not_stated(&items) {
                return Understood::NotStated;
            }
            let readings = read::phrase(&items);
            if readings.is_empty() {
                continue;
            }
            if readings.iter().any(|reading| reading.ask) {
                return Understood::Ambiguous(distinct(found, readings.iter().map(|reading| reading.date)));
            }
            found = distinct(found, readings.iter().map(|reading| reading.date));
            break;
        }
    }
    match found.as_slice() {
        [] => Understood::NotUnderstood,
        [date] => Understood::Date(*date),
        _ => Understood::Ambiguous(found),
    }
}

fn distinct(mut dates: Vec<VagueDate>, more: impl Iterator<Item = VagueDate>) -> Vec<VagueDate> {
    for date in more {
        if !dates.contains(&date) {
            dates.push(date);
        }
    }
    dates
}
