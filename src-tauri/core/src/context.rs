//! Who acts, when, and with which randomness: all that the core takes from the world around it.

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};

/// Who acts and when. One context is made for each request.
#[derive(Debug, Clone)]
pub struct Context {
    /// The moment of the request.
    pub now: DateTime<Utc>,
    /// The day on the calendar of the person who acts: near midnight it is another than that of `now` in UTC.
    pub today: NaiveDate,
    /// Name of the person who acts; may be empty.
    pub by: String,
    /// Acronym of the organization for which the person acts; may be empty.
    pub organization: String,
    /// Randomness from which the ids of new rows are made.
    pub seed: u64,
}

impl Context {
    /// The moment as RFC 3339 text in UTC with milliseconds, as it stands in files.
    pub fn at(&self) -> String {
        self.now.to_rfc3339_opts(SecondsFormat::Millis, true)
    }

    /// The `n`-th fresh id of this request: a UUID v7.
    pub fn id(&self, n: u64) -> String {
        let (a, b) = (mix(self.seed ^ mix(n)), mix(self.seed.wrapping_add(n).rotate_left(17)));
        let mut random = [0u8; 10];
        random[..8].copy_from_slice(&a.to_le_bytes());
        random[8..].copy_from_slice(&b.to_le_bytes()[..2]);
        let millis = u64::try_from(self.now.timestamp_millis()).unwrap_or(0);
        uuid::Builder::from_unix_timestamp_millis(millis, &random).into_uuid().to_string()
    }
}

/// The finaliser of SplitMix64: spreads the bits of a number over all 64.
pub(crate) fn mix(mut x: u64) -> u64 {
    x = x.wrapping_add(0x9e37_79b9_7f4a_7c15);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}
