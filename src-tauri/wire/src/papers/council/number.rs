//! Numbers of headings and paragraphs: "1", "1.1".

/// Levels that are counted: three of headings, and the paragraphs below the last.
const LEVELS: usize = 4;

/// What was numbered so far.
#[derive(Default)]
pub(super) struct Numbers {
    counts: [u32; LEVELS],
    /// Level of the last heading that has a number; 0: none.
    depth: usize,
    /// Level of the last heading; 0: none.
    level: u8,
}

impl Numbers {
    /// The number of a heading; empty, where it has none. A level that skips one is counted as the next below.
    pub(super) fn heading(&mut self, level: u8, numbered: bool) -> String {
        self.level = level;
        if !numbered {
            return String::new();
        }
        self.depth = usize::from(level).min(self.depth + 1);
        self.count(self.depth)
    }

    /// The number of a paragraph below the last heading that has one: "1.1"; "1" below none.
    pub(super) fn paragraph(&mut self) -> String {
        self.count(self.depth + 1)
    }

    /// Level of the heading that one stands below.
    pub(super) fn level(&self) -> u8 {
        self.level
    }

    fn count(&mut self, level: usize) -> String {
        let level = level.clamp(1, LEVELS);
        self.counts[level - 1] += 1;
        self.counts[level..].fill(0);
        let parts: Vec<String> = self.counts[..level].iter().map(u32::to_string).collect();
        parts.join(".")
    }
}

#[cfg(test)]
mod tests {
    use super::Numbers;

    #[test]
    fn paragraphs_are_counted_below_their_heading_and_headings_go_on() {
        let mut numbers = Numbers::default();
        assert_eq!(numbers.paragraph(), "1", "before any heading");
        let mut numbers = Numbers::default();
        let said = [
            numbers.heading(1, true),
            numbers.paragraph(),
            numbers.heading(2, false),
            numbers.paragraph(),
            numbers.heading(2, true),
            numbers.paragraph(),
            numbers.heading(1, true),
            numbers.paragraph(),
            numbers.heading(3, true),
        ];
        assert_eq!(said, ["1", "1.1", "", "1.2", "1.3", "1.3.1", "2", "2.1", "2.2"]);
    }
}
