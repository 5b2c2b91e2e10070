//! How many tests ran, read from what their runners print.
use std::fmt;

/// Tests that passed and failed.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed, or ended before they could.
    pub failed: u64,
    /// Those of the passed that passed only at the second try. They stop nothing, since two busy cores are late at times; they are
    /// told, since each of them is a race of the window or of the test.
    pub second_try: u64,
}

impl Counts {
    /// Adds those of another runner.
    pub const fn add(&mut self, other: &Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.second_try += other.second_try;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} passed, {} failed", self.passed, self.failed)?;
        if self.second_try > 0 {
            write!(formatter, " ({} of the passed at the second try)", self.second_try)?;
        }
        Ok(())
    }
}

/// `test result: ok. 12 passed; 0 failed; …`, once per test program.
pub fn cargo(said: &str) -> Counts {
    sum(said.lines().filter_map(|line| line.trim().strip_prefix("test result: ")))
}

/// `Tests  1 failed | 12 passed (13)`, once per run.
pub fn vitest(said: &str) -> Counts {
    sum(said.lines().filter_map(|line| line.trim().strip_prefix("Tests ")))
}

/// `12 passed (3.4s)`, `1 failed`, each on a line of its own at the end.
pub fn playwright(said: &str) -> Counts {
    let last = |line: &&str| {
        let mut words = line.split_whitespace();
        let number = words.next().is_some_and(|word| word.parse::<u64>().is_ok());
        number && matches!(words.next(), Some("passed" | "failed" | "flaky" | "interrupted"))
    };
    sum(said.lines().filter(last))
}

/// `# pass 12`, `# fail 0`, `# cancelled 0`; with `ℹ` instead of `#` on a terminal.
pub fn node(said: &str) -> Counts {
    let mut counts = Counts::default();
    for line in said.lines() {
        let mut words = line.trim_start_matches(['#', 'ℹ']).split_whitespace();
        let (Some(what), Some(number), None) = (words.next(), words.next(), words.next()) else { continue };
        let Ok(number) = number.parse::<u64>() else { continue };
        match what {
            "pass" => counts.passed += number,
            "fail" | "cancelled" => counts.failed += number,
            _ => {}
        }
    }
    counts
}

/// Adds up `N passed` and `N failed` wherever they stand in the lines.
fn sum<'a>(lines: impl Iterator<Item = &'a str>) -> Counts {
    let mut counts = Counts::default();
    for line in lines {
        let words: Vec<&str> = line.split([' ', ';', '|', ',']).filter(|word| !word.is_empty()).collect();
        for pair in words.windows(2) {
            let Ok(number) = pair[0].parse::<u64>() else { continue };
            match pair[1] {
                "passed" => counts.passed += number,
                "flaky" => {
                    counts.passed += number;
                    counts.second_try += number;
                }
                "failed" | "interrupted" => counts.failed += number,
                _ => {}
            }
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn counts(passed: u64, failed: u64) -> Counts {
        Counts { passed, failed, second_try: 0 }
    }

    #[test]
    fn adds_up_the_programs_of_cargo_test() {
        let said = "running 2 tests\ntest a ... ok\n\
            test result: ok. 2 passed; 0 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.00s\n\
            test result: FAILED. 5 passed; 1 failed; 0 ignored; 0 measured; 0 filtered out; finished in 0.10s\n";
        assert_eq!(cargo(said), counts(7, 1));
    }

    #[test]
    fn reads_the_summary_of_vitest_and_not_that_of_its_files() {
        let said =
            " Test Files  1 failed | 3 passed (4)\n      Tests  1 failed | 12 passed (13)\n   Start at  10:00:00\n";
        assert_eq!(vitest(said), counts(12, 1));
        assert_eq!(vitest("      Tests  9 passed (9)\n"), counts(9, 0));
    }

    #[test]
    fn reads_the_end_of_playwright() {
        let said =
            "  ✓  1 start.spec.ts:3:1 › 4 passed by (120ms)\n\n  1 failed\n    start.spec.ts:9:1\n  3 passed (4.1s)\n";
        assert_eq!(playwright(said), counts(3, 1));
        let shaky = playwright("  1 flaky\n  3 passed (4.1s)\n");
        assert_eq!(shaky, Counts { second_try: 1, ..counts(4, 0) });
        assert_eq!(shaky.to_string(), "4 passed, 0 failed (1 of the passed at the second try)");
    }

    #[test]
    fn reads_both_voices_of_node() {
        assert_eq!(node("# tests 3\n# pass 2\n# fail 1\n# cancelled 0\n"), counts(2, 1));
        assert_eq!(node("ℹ tests 3\nℹ pass 2\nℹ fail 0\nℹ cancelled 1\n"), counts(2, 1));
    }

    #[test]
    fn nothing_said_counts_nothing() {
        for read in [cargo, vitest, playwright, node] {
            assert_eq!(read("all is well\n"), counts(0, 0));
        }
    }
}
