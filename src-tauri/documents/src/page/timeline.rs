//! What happens when, as a drawing: it stands still, and words never lie over words. The table of milestones is its twin.

use std::fmt::Write as _;

use chrono::{Datelike, NaiveDate};

use super::{Lane, Mark, Timeline};
use crate::inert::{escaped, html};

/// Width of the drawing; everything is in its units.
const WIDTH: f64 = 1_120.0;
/// Width of the titles of lanes.
const SIDE: f64 = 176.0;
/// Between the last day and the edge.
const MARGIN: f64 = 8.0;
/// Height of the years and quarters.
const HEAD: f64 = 40.0;
/// Room below the last lane, for the word of today.
const FOOT: f64 = 18.0;
/// Height of a row of marks.
const ROW: f64 = 24.0;
/// Height of a line of a title.
const LINE: f64 = 16.0;
/// Above and below the rows of a lane.
const PAD: f64 = 6.0;
/// Size of the letters of labels.
const LETTER: f64 = 12.0;
/// Half of the mark of a day.
const HALF: f64 = 5.5;
/// Between a mark and its words, and between words and the next mark.
const GAP: f64 = 8.0;
/// Room that an end takes up which is not known.
const FADE: f64 = 40.0;
/// The longest label.
const LABEL: f64 = 460.0;
/// Rows of a lane; what has no room is counted.
const ROWS: usize = 30;
/// So many years have room for quarters.
const QUARTERS: i32 = 7;

/// A mark with its place.
struct Placed<'a> {
    mark: &'a Mark,
    left: f64,
    right: f64,
    label: String,
    /// Where the words begin, and whether they stand before the mark.
    words: (f64, bool),
    reach: (f64, f64),
    row: usize,
}

struct Scale {
    first: NaiveDate,
    day: f64,
    years: (i32, i32),
    mirrored: bool,
}

impl Scale {
    fn of(lanes: &[Lane], mirrored: bool) -> Option<Scale> {
        let days = lanes.iter().flat_map(|lane| &lane.marks);
        let days = days.flat_map(|mark| [mark.start.0, mark.start.1, mark.end.0, mark.end.1]).flatten();
        let (first, last) = days.fold(None, |range: Option<(NaiveDate, NaiveDate)>, day| {
            let (first, last) = range.unwrap_or((day, day));
            Some((first.min(day), last.max(day)))
        })?;
        let years = (first.year(), last.year());
        let first = NaiveDate::from_ymd_opt(years.0, 1, 1)?;
        let end = NaiveDate::from_ymd_opt(years.1 + 1, 1, 1)?;
        let days = (end - first).num_days().max(1) as f64;
        Some(Scale { first, day: (WIDTH - SIDE - MARGIN) / days, years, mirrored })
    }

    fn x(&self, day: NaiveDate) -> f64 {
        SIDE + (day - self.first).num_days() as f64 * self.day
    }

    /// The evening of a day.
    fn end(&self, day: NaiveDate) -> f64 {
        self.x(day) + self.day
    }

    /// A place on the page: time runs with the words.
    fn at(&self, x: f64) -> f64 {
        if self.mirrored { WIDTH - x } else { x }
    }

    /// A stretch: where it begins on the page, and how long it is.
    fn stretch(&self, left: f64, right: f64) -> (f64, f64) {
        (if self.mirrored { WIDTH - right } else { left }, (right - left).max(0.0))
    }
}

pub(super) fn draw(out: &mut String, timeline: &Timeline, mirrored: bool) {
    let lanes: Vec<&Lane> = timeline.lanes.iter().filter(|lane| !lane.marks.is_empty()).collect();
    let Some(scale) = Scale::of(&timeline.lanes, mirrored).filter(|_| !lanes.is_empty()) else {
        let _ = writeln!(out, "<p class=\"none\">{}</p>", escaped(&timeline.none));
        return;
    };
    let packed: Vec<(Vec<Placed<'_>>, usize)> = lanes.iter().map(|lane| pack(lane, &scale)).collect();
    let titles: Vec<Vec<String>> = lanes.iter().map(|lane| lines(lane)).collect();
    let heights: Vec<f64> = packed
        .iter()
        .zip(&titles)
        .map(|((placed, left_out), title)| {
            let rows = placed.iter().map(|placed| placed.row + 1).max().unwrap_or(0) + usize::from(*left_out > 0);
            (rows as f64 * ROW).max(title.len() as f64 * LINE + 6.0) + 2.0 * PAD
        })
        .collect();
    let height = HEAD + heights.iter().sum::<f64>() + FOOT;
    out.push_str("<ul class=\"legend\" aria-hidden=\"true\">");
    let figures = [
        "<path class=\"day\" d=\"M7 .5 12.5 6 7 11.5 1.5 6Z\"/>",
        "<rect class=\"day\" x=\"0\" y=\"3\" width=\"22\" height=\"6\" rx=\"3\"/>",
        "<rect class=\"vague\" x=\"0\" y=\"3\" width=\"22\" height=\"6\" fill=\"url(#both)\"/>",
    ];
    for (figure, word) in figures.iter().zip(&timeline.legend) {
        let _ = write!(out, "<li><svg viewBox=\"0 0 22 12\">{figure}</svg>{}</li>", escaped(word));
    }
    // It is wider than a small screen: then it is scrolled sideways, by keys too.
    let _ = write!(
        out,
        "</ul>\n<div class=\"drawing\" role=\"group\" tabindex=\"0\" aria-labelledby=\"h-timeline\">\n<svg id=\"drawn\" \
         viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-label=\"{}\" data-first=\"{}\" data-day=\"{:.5}\" data-side=\"{SIDE}\" \
         data-today=\"{}\">\n<defs>{}{}{}</defs>\n",
        escaped(&timeline.summary),
        scale.first,
        scale.day,
        escaped(&timeline.today),
        gradient("in", if mirrored { &[0.9, 0.1] } else { &[0.1, 0.9] }),
        gradient("out", if mirrored { &[0.1, 0.9] } else { &[0.9, 0.1] }),
        gradient("both", &[0.1, 0.9, 0.1])
    );
    years(out, &scale, height, &timeline.quarters);
    let mut top = HEAD;
    for (((lane, title), (placed, left_out)), height) in lanes.iter().zip(&titles).zip(&packed).zip(&heights) {
        let _ = writeln!(out, "<path class=\"rule\" d=\"M0 {top:.1}H{WIDTH}\"/>");
        side(out, lane, title, top, &scale);
        for placed in placed {
            one(out, placed, top + PAD + placed.row as f64 * ROW + ROW / 2.0, &scale);
        }
        if *left_out > 0 {
            let y = top + height - PAD - ROW / 2.0 + 4.0;
            let words = timeline.more.replace("{0}", &left_out.to_string());
            let _ = writeln!(
                out,
                "<text class=\"quiet\" x=\"{:.1}\" y=\"{y:.1}\">{}</text>",
                scale.at(SIDE),
                escaped(&words)
            );
        }
        top += height;
    }
    let _ = writeln!(out, "<path class=\"rule\" d=\"M0 {top:.1}H{WIDTH}\"/>\n</svg>\n</div>");
}

/// From nothing to full, from one side to the other, or to the middle and back.
fn gradient(name: &str, opacities: &[f64]) -> String {
    let last = (opacities.len() - 1).max(1) as f64;
    let stops: String = opacities
        .iter()
        .enumerate()
        .map(|(at, opacity)| {
            format!("<stop class=\"stop\" offset=\"{}\" stop-opacity=\"{opacity}\"/>", at as f64 / last)
        })
        .collect();
    format!("<linearGradient id=\"{name}\">{stops}</linearGradient>")
}

fn unit(out: &mut String, words: &str, x: f64, scale: &Scale) {
    let _ = writeln!(out, "<text class=\"unit\" x=\"{:.1}\" y=\"32\">{}</text>", scale.at(x + 6.0), escaped(words));
}

fn years(out: &mut String, scale: &Scale, height: f64, quarters: &[String; 4]) {
    let many = scale.years.1 - scale.years.0 + 1;
    // Where years are narrow not every one can be named.
    let every = (44.0 / (scale.day * 365.25)).ceil().max(1.0) as i32;
    for year in scale.years.0..=scale.years.1 {
        let month = |month: u32| NaiveDate::from_ymd_opt(year, month, 1).map(|day| scale.x(day));
        let Some(x) = month(1) else { continue };
        if (year - scale.years.0) % every == 0 {
            let _ = writeln!(out, "<path class=\"year\" d=\"M{:.1} 0V{height:.1}\"/>", scale.at(x));
            let _ = writeln!(out, "<text class=\"head\" x=\"{:.1}\" y=\"15\">{year}</text>", scale.at(x + 6.0));
        }
        if many > QUARTERS {
            continue;
        }
        for (quarter, x) in [4, 7, 10].into_iter().filter_map(month).enumerate() {
            let _ = writeln!(out, "<path class=\"quarter\" d=\"M{:.1} 22V{height:.1}\"/>", scale.at(x));
            unit(out, &quarters[quarter + 1], x, scale);
        }
        unit(out, &quarters[0], x, scale);
    }
}

fn side(out: &mut String, lane: &Lane, title: &[String], top: f64, scale: &Scale) {
    let inset = if lane.badge.is_empty() { 0.0 } else { 28.0 };
    if inset > 0.0 {
        let (x, width) = scale.stretch(0.0, 20.0);
        let _ = write!(
            out,
            "<rect class=\"tile\" x=\"{x:.1}\" y=\"{:.1}\" width=\"{width}\" height=\"18\" rx=\"4\"/><text class=\"tile-text\" \
             x=\"{:.1}\" y=\"{:.1}\">{}</text>",
            top + PAD + 2.0,
            scale.at(10.0),
            top + PAD + 15.0,
            html(&lane.badge)
        );
    }
    for (at, line) in title.iter().enumerate() {
        let y = top + PAD + 16.0 + at as f64 * LINE;
        let _ = writeln!(out, "<text class=\"lane\" x=\"{:.1}\" y=\"{y:.1}\">{}</text>", scale.at(inset), html(line));
    }
}

/// The title of a lane in lines that fit beside it.
fn lines(lane: &Lane) -> Vec<String> {
    let room = SIDE - 14.0 - if lane.badge.is_empty() { 0.0 } else { 28.0 };
    let mut lines: Vec<String> = Vec::new();
    for word in lane.title.split_whitespace() {
        match lines.last_mut() {
            Some(line) if length(line) + length(word) + 4.0 <= room => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(cut(word, room)),
        }
    }
    if lines.len() > 3 {
        lines.truncate(3);
        if let Some(last) = lines.last_mut() {
            *last = cut(&format!("{last} …"), room);
        }
    }
    lines
}

/// How long words are, estimated: they are drawn with whatever typeface is there, so rather too long.
fn length(text: &str) -> f64 {
    text.chars()
        .map(|c| match c {
            'i' | 'j' | 'l' | 't' | 'f' | 'r' | ' ' | '.' | ',' | ':' | ';' | '\'' | '’' | '(' | ')' | '-' | '/' => {
                0.42
            }
            'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' | '—' => 0.98,
            c if c.is_ascii_lowercase() => 0.62,
            c if c.is_ascii() => 0.72,
            '\u{300}'..='\u{36f}' => 0.0,
            '\u{80}'..='\u{2e7f}' => 0.72,
            _ => 1.1,
        })
        .sum::<f64>()
        * LETTER
}

/// The beginning of a text that fits, and a sign that there is more.
fn cut(text: &str, room: f64) -> String {
    if length(text) <= room {
        return text.to_owned();
    }
    let mut kept = String::new();
    for c in text.chars() {
        kept.push(c);
        if length(&kept) > room - LETTER {
            kept.pop();
            break;
        }
    }
    format!("{}…", kept.trim_end())
}

/// Gives each mark of a lane the first row that has room for it and its words; answers how many found none.
fn pack<'a>(lane: &'a Lane, scale: &Scale) -> (Vec<Placed<'a>>, usize) {
    let mut placed: Vec<Placed<'a>> = lane.marks.iter().filter_map(|mark| place(mark, scale)).collect();
    placed.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut taken: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut left_out = 0;
    placed.retain_mut(|placed| {
        let (left, right) = placed.reach;
        let free = |row: &Vec<(f64, f64)>| row.iter().all(|(a, b)| right + GAP <= *a || *b + GAP <= left);
        let row = match taken.iter().position(free) {
            Some(row) => row,
            None if taken.len() == ROWS => {
                left_out += 1;
                return false;
            }
            None => {
                taken.push(Vec::new());
                taken.len() - 1
            }
        };
        taken[row].push((left, right));
        placed.row = row;
        true
    });
    (placed, left_out)
}

/// Words stand behind their mark; before it, where there is no room.
fn place<'a>(mark: &'a Mark, scale: &Scale) -> Option<Placed<'a>> {
    let days = [mark.start.0, mark.start.1, mark.end.0, mark.end.1];
    let (first, last) = (days.iter().flatten().min()?, days.iter().flatten().max()?);
    let (mut left, mut right) = (scale.x(*first), scale.end(*last));
    if mark.start.0.is_none() {
        left -= FADE;
    }
    if mark.end.1.is_none() {
        right += FADE;
    }
    let (left, right) = (left.max(SIDE), right.min(WIDTH));
    let (left, right) = if is_exact(mark) && right - left < 2.0 * HALF {
        let middle = (left + right) / 2.0;
        (middle - HALF, middle + HALF)
    } else {
        (left, right.max(left + 2.0 * HALF))
    };
    let (before, behind) = (left - GAP - SIDE, WIDTH - right - GAP);
    let wanted = length(&mark.label).min(LABEL);
    let is_before = wanted > behind && before > behind;
    let room = wanted.min(if is_before { before } else { behind });
    let label = cut(&mark.label, room);
    let long = length(&label).min(room.max(0.0));
    let (words, reach) = if is_before {
        ((left - GAP, true), (left - GAP - long, right))
    } else {
        ((right + GAP, false), (left, right + GAP + long))
    };
    Some(Placed { mark, left, right, label, words, reach, row: 0 })
}

fn is_exact(mark: &Mark) -> bool {
    mark.start.0.is_some() && mark.start.0 == mark.start.1 && mark.end.0.is_some() && mark.end.0 == mark.end.1
}

fn one(out: &mut String, placed: &Placed<'_>, y: f64, scale: &Scale) {
    let (left, right) = (placed.left, placed.right);
    let _ = write!(out, "<g><title>{}: {}</title>", html(&placed.mark.label), html(&placed.mark.when));
    if !is_exact(placed.mark) {
        // From the day on which it has certainly begun to the one on which it has not ended yet, it is certain. What is known to the
        // day does not fade, whatever is not known of the other side.
        let exact = |(from, to): (Option<NaiveDate>, Option<NaiveDate>)| from.is_some() && from == to;
        let Mark { start, end, .. } = placed.mark;
        let begun = if exact(*start) { Some(left) } else { start.1.map(|day| scale.end(day)) };
        let not_ended = if exact(*end) { Some(right) } else { end.0.map(|day| scale.x(day)) };
        let parts = match (begun, not_ended) {
            (Some(from), Some(to)) if from < to => {
                let (from, to) = (from.clamp(left, right), to.clamp(left, right));
                vec![(left, from, "in"), (from, to, ""), (to, right, "out")]
            }
            (Some(from), None) => {
                let from = from.clamp(left, right);
                vec![(left, from, "in"), (from, right, "out")]
            }
            (None, Some(to)) => {
                let to = to.clamp(left, right);
                vec![(left, to, "in"), (to, right, "out")]
            }
            _ if exact(*start) || (start.0.is_some() && end.1.is_none()) => vec![(left, right, "out")],
            _ if exact(*end) || (start.0.is_none() && end.1.is_some()) => vec![(left, right, "in")],
            _ => vec![(left, right, "both")],
        };
        for (from, to, fill) in parts {
            let fill = if fill.is_empty() { String::new() } else { format!(" fill=\"url(#{fill})\"") };
            if to - from > 0.05 {
                let (x, width) = scale.stretch(from, to);
                let class = if fill.is_empty() { "sure" } else { "vague" };
                let _ = write!(
                    out,
                    "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{:.1}\" width=\"{width:.1}\" height=\"8\"{fill}/>",
                    y - 4.0
                );
            }
        }
    } else if right - left <= 2.0 * HALF + 0.01 {
        let x = scale.at((left + right) / 2.0);
        let _ = write!(
            out,
            "<path class=\"day\" d=\"M{x:.1} {:.1}l{HALF} {HALF}-{HALF} {HALF}-{HALF}-{HALF}Z\"/>",
            y - HALF
        );
    } else {
        let (x, width) = scale.stretch(left, right);
        let _ = write!(
            out,
            "<rect class=\"day\" x=\"{x:.1}\" y=\"{:.1}\" width=\"{width:.1}\" height=\"8\" rx=\"4\"/>",
            y - 4.0
        );
    }
    let anchor = if placed.words.1 { " text-anchor=\"end\"" } else { "" };
    let _ = writeln!(
        out,
        "<text x=\"{:.1}\" y=\"{:.1}\"{anchor}>{}</text></g>",
        scale.at(placed.words.0),
        y + 4.0,
        html(&placed.label)
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Option<NaiveDate> {
        text.parse().ok()
    }

    #[test]
    fn words_never_lie_over_words_or_marks() {
        let mut marks = Vec::new();
        for month in 1..=12 {
            for n in 0..4 {
                let start = day(&format!("2025-{month:02}-{:02}", 1 + n * 7));
                let label = "A milestone with a name of some length, 会议 and more".repeat(1 + n % 2);
                marks.push(Mark { label, when: String::new(), start: (start, start), end: (start, start) });
            }
        }
        marks.push(Mark {
            label: "Open".into(),
            when: String::new(),
            start: (None, day("2025-03-01")),
            end: (day("2027-01-01"), None),
        });
        let lane = Lane { badge: String::new(), title: "All".into(), marks };
        let scale = Scale::of(std::slice::from_ref(&lane), false).unwrap();
        let (placed, left_out) = pack(&lane, &scale);
        assert_eq!(placed.len() + left_out, 49);
        for (at, a) in placed.iter().enumerate() {
            assert!(a.reach.0 >= SIDE - HALF && a.reach.1 <= WIDTH + HALF, "{:?} {}", a.reach, a.label);
            for b in &placed[at + 1..] {
                assert!(a.row != b.row || a.reach.1 <= b.reach.0 || b.reach.1 <= a.reach.0, "{} {}", a.label, b.label);
            }
        }
    }

    #[test]
    fn nothing_to_draw_is_said() {
        let mut out = String::new();
        let lane = Lane {
            badge: String::new(),
            title: String::new(),
            marks: vec![Mark { label: "x".into(), when: String::new(), start: (None, None), end: (None, None) }],
        };
        let timeline = Timeline {
            summary: String::new(),
            lanes: vec![lane],
            more: String::new(),
            quarters: Default::default(),
            legend: Default::default(),
            today: String::new(),
            none: "No dates <yet>".into(),
        };
        draw(&mut out, &timeline, false);
        assert_eq!(out, "<p class=\"none\">No dates &lt;yet&gt;</p>\n");
    }
}
