//! Which restore points are kept: the nearer, the more.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};

use super::{Occasion, RestorePoint};

/// How many of those that people asked for are kept.
pub const ASKED: usize = 20;

/// One stretch of the past: how long it is, how far apart its restore points are, and how many there are at the most.
struct Stretch {
    past: TimeDelta,
    apart: TimeDelta,
    most: usize,
}

const STRETCHES: &[Stretch] = &[
    Stretch { past: TimeDelta::hours(1), apart: TimeDelta::minutes(15), most: 4 },
    Stretch { past: TimeDelta::days(1), apart: TimeDelta::hours(1), most: usize::MAX },
    Stretch { past: TimeDelta::days(31), apart: TimeDelta::days(1), most: usize::MAX },
    Stretch { past: TimeDelta::days(366), apart: TimeDelta::weeks(1), most: usize::MAX },
];

/// The ids of those that are too many, of the restore points of one plan, newest first.
///
/// Kept are: of those that people asked for the newest [`ASKED`]; the newest made before a review, and the newest made before a
/// return; and of all others the newest, of the last hour the newest of each quarter of an hour, of the last day of each hour,
/// of the last month of each day, of the last year of each week. Hours, days and weeks are those of the clock (UTC), so that
/// what is kept for its hour today is what is kept for its day tomorrow.
pub fn to_go(points: &[RestorePoint], now: DateTime<Utc>) -> Vec<&str> {
    let mut kept: HashSet<&str> = HashSet::new();
    let of = |why: Occasion| points.iter().filter(move |point| point.why == why);
    kept.extend(of(Occasion::Asked).take(ASKED).map(|point| &*point.id));
    for why in [Occasion::BeforeReview, Occasion::BeforeReturn] {
        kept.extend(of(why).take(1).map(|point| &*point.id));
    }
    let automatic: Vec<(&str, Option<DateTime<Utc>>)> = points
        .iter()
        .filter(|point| point.why != Occasion::Asked)
        .map(|point| (&*point.id, point.at.parse::<DateTime<Utc>>().ok()))
        .collect();
    kept.extend(automatic.first().map(|(id, _)| *id));
    // A time that cannot be read says nothing about age.
    kept.extend(automatic.iter().filter(|(_, at)| at.is_none()).map(|(id, _)| *id));
    for stretch in STRETCHES {
        let mut slots: HashSet<i64> = HashSet::new();
        for (id, at) in &automatic {
            let Some(at) = at.filter(|at| now.signed_duration_since(*at) < stretch.past) else { continue };
            let slot = at.timestamp().div_euclid(stretch.apart.num_seconds());
            if slots.len() < stretch.most && slots.insert(slot) {
                kept.insert(id);
            }
        }
    }
    points.iter().map(|point| &*point.id).filter(|id| !kept.contains(id)).collect()
}
