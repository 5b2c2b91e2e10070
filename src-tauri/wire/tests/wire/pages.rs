//! The plan as a page: what stands in it, that nothing in it is carried out, and that it is opened in place of its snapshot.

use chrono::{DateTime, Utc};
use plan::snapshot::{With, write};
use plan::{Context, Kind, Row, State, Value};
use serde_json::{Value as Json, json};

use crate::papers::{export, inside};
use crate::support::Desk;

fn row(kind: Kind, id: &str, fields: Json) -> Row {
    let def = kind.def();
    fields.as_object().into_iter().flatten().fold(Row::new(kind, id), |row, (name, json)| {
        let index = def.index(name).unwrap_or_else(|| panic!("{}.{name}", def.name));
        row.with(index, Value::accept(&def.fields[index as usize], json).unwrap())
    })
}

/// A plan of a few rows, the same on every day.
fn tiny() -> Vec<u8> {
    let mut state = State::default();
    for row in [
        row(
            Kind::About,
            "about",
            json!({ "title": "A <tiny> plan", "description": "Two lines\nof it.", "owner": "ITU" }),
        ),
        row(Kind::Organization, "ITU", json!({ "acronym": "ITU", "name": "International Telecommunication Union" })),
        row(Kind::Organization, "BDT", json!({ "acronym": "BDT", "name": "Development Bureau" })),
        row(
            Kind::Objective,
            "O1",
            json!({ "number": "1", "title": "Close divides", "short_title": "Digital divides" }),
        ),
        row(Kind::Objective, "ALL", json!({ "title": "All of them", "short_title": "All objectives", "ord": "z" })),
        row(
            Kind::Source,
            "S",
            json!({ "title": "The plan", "date": "2025", "address": "www.example.org/plan?a=1&b=2" }),
        ),
        row(Kind::Source, "T", json!({ "title": "A letter", "address": "javascript:alert(1)" })),
        row(Kind::Role, "co-lead", json!({ "title": "co-lead" })),
        row(
            Kind::Commitment,
            "c1",
            json!({
                "reference": "ITU-001", "title": "Giga & schools", "owner": "ITU", "lead": "BDT", "objective": "O1",
                "kind": "activity", "status": "ongoing", "status_as_of": "2025-33~", "status_as_of_words": "early 2025",
                "description": "Connects schools.", "standing": true, "source": "S", "source_para": "3", "basis": "stated",
            }),
        ),
        row(Kind::Commitment, "c2", json!({ "reference": "ITU-002", "title": "Without an objective", "owner": "ITU" })),
        row(Kind::Milestone, "m1", json!({ "title": "Report", "date": "2026-12-16/2026-12-17", "commitment": "c1" })),
        row(
            Kind::Milestone,
            "m2",
            json!({ "title": "Review", "date": "2027~", "date_words": "at its session", "place": "Geneva" }),
        ),
        row(Kind::Milestone, "m3", json!({ "title": "Some day" })),
        row(Kind::Group, "g1", json!({ "title": "Working group", "kind": "working_group", "acronym": "WG" })),
        row(Kind::Group, "g2", json!({ "title": "Sub-group", "parent": "g1", "objective": "O1", "source": "T" })),
        row(
            Kind::Assignment,
            "a1",
            json!({ "group": "g2", "organization": "ITU", "role": "co-lead", "state": "announced" }),
        ),
    ] {
        state.put(row);
    }
    let now: DateTime<Utc> = "2026-11-23T14:32:00Z".parse().unwrap();
    let context = Context { now, today: now.date_naive(), by: "Ada".into(), organization: "ITU".into(), seed: 0 };
    write(&state, &context, "Tiny", With::default()).unwrap().1
}

/// A desk at which a snapshot is open.
fn reading(bytes: &[u8]) -> Desk {
    let desk = Desk::over(tempfile::tempdir().unwrap(), false);
    std::fs::write(desk.path("open.gdcsnap"), bytes).unwrap();
    desk.ok("plan_open", json!({ "file": desk.file("open.gdcsnap") }));
    desk
}

fn page(desk: &Desk) -> String {
    String::from_utf8(export(desk, "out.html", json!({})).1).unwrap()
}

/// What stands between two marks.
fn between<'a>(text: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = text.split_once(from).unwrap_or_else(|| panic!("no {from}"));
    rest.split_once(to).unwrap_or_else(|| panic!("no {to}")).0
}

#[test]
fn the_page_of_a_tiny_plan_is_as_it_was() {
    let whole = page(&reading(&tiny()));
    // Style and script are looked at by themselves; how a zip is packed is no matter of ours.
    let mut text = whole.clone();
    for (from, to) in [
        ("<style>", "</style>"),
        ("id=\"snapshot\">", "</script>"),
        ("</script>\n<script>", "</script>"),
        ("style-src '", "'"),
        ("script-src '", "'"),
    ] {
        let inside = between(&text, from, to).to_owned();
        text = text.replacen(&format!("{from}{inside}{to}"), &format!("{from}…{to}"), 1);
    }
    let golden = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/wire/golden/tiny.html");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&golden, &text).unwrap();
    }
    let known = std::fs::read_to_string(&golden).unwrap_or_default();
    let odd = text.lines().zip(known.lines()).find(|(now, then)| now != then);
    assert!(text == known, "UPDATE_GOLDEN=1 writes golden/tiny.html anew; the first line that differs: {odd:?}");
}

#[test]
fn nothing_stands_in_the_page_but_what_its_policy_names() {
    let text = page(&reading(&tiny()));
    let policy = between(&text, "Content-Security-Policy\" content=\"", "\"");
    assert!(policy.starts_with("default-src 'none'; "), "{policy}");
    for word in ["unsafe", "http", "*", "blob"] {
        assert!(!policy.contains(word), "{word} in {policy}");
    }
    // Neither style nor script outside the two elements, and nothing to fetch.
    let rest = text.replacen(between(&text, "<style>", "</style>"), "", 1);
    let rest = rest.replacen(between(&rest, "</script>\n<script>", "</script>"), "", 1);
    for odd in [" style=", " onclick=", " onload=", "<link", "<img", "<iframe", "src=\"", "javascript:alert(1)\""] {
        assert!(!rest.contains(odd), "{odd}");
    }
    assert_eq!(rest.matches("<script").count(), 2);
    // A link leads to the web, or nowhere.
    assert!(rest.contains("href=\"https://www.example.org/plan?a=1&amp;b=2\""), "an address without a scheme");
    assert!(!rest.contains("href=\"javascript:"), "what is no address of the web");
}

#[test]
fn what_people_typed_is_text_in_the_page() {
    let desk = Desk::plan();
    let names = [
        "<script>alert(1)</script>",
        "</script><script>alert(1)</script>",
        "</style><img src=x onerror=alert(1)>",
        "\" onmouseover=\"alert(1)",
        "<script type=\"application/vnd.gdcsnap;base64\" id=\"snapshot\">UEsDBA==</script>",
        "a\u{202e}b\u{2066}c",
        "__proto__",
        "constructor",
        "{0} {1} ${location}",
        "<!-- --> ]]> &amp; &lt;",
    ];
    for name in names {
        let group = json!({ "title": name, "acronym": "__proto__", "mandate": name });
        desk.ok("group_create", json!({ "fields": group }));
        let fields =
            json!({ "title": name, "date": "2026-12-16", "place": name, "outcome": name, "description": name });
        desk.ok("milestone_create", json!({ "fields": fields }));
        let fields = json!({ "title": name, "owner": "ITU", "next_step": name, "description": name });
        desk.ok("commitment_create", json!({ "fields": fields }));
    }
    let text = page(&desk);
    assert_eq!(text.matches("<script").count(), 2, "an element that was typed");
    assert!(!text.contains("<img") && !text.contains("\u{202e}") && !text.contains("\u{2066}"));
    assert!(text.contains("&lt;script&gt;alert(1)&lt;/script&gt;") && text.contains("a&lt;U+202E&gt;b"));
    assert!(!text.contains(" onmouseover=\""));
    // And it is opened all the same.
    let opened = Desk::over(tempfile::tempdir().unwrap(), false);
    std::fs::write(opened.path("in.html"), &text).unwrap();
    opened.ok("plan_open", json!({ "file": opened.file("in.html") }));
    assert_eq!(opened.hash(), desk.hash());
}

#[test]
fn a_page_is_opened_compared_and_copied_in_place_of_its_snapshot() {
    let desk = Desk::plan();
    desk.ok("commitment_set", json!({ "id": "ITU-013", "field": "title", "value": "A title of mine" }));
    let (answer, bytes) = export(&desk, "mine.html", json!({}));
    assert!(bytes.len() < 2_000_000, "{} bytes for the ITU's plan", bytes.len());
    assert_eq!((&answer["rows"]["commitment"], &answer["noted"]), (&json!(141), &json!(true)));

    let other = Desk::over(tempfile::tempdir().unwrap(), false);
    std::fs::write(other.path("mine.HTML"), &bytes).unwrap();
    let summary = other.ok("plan_open", json!({ "file": other.file("mine.HTML") }));
    assert_eq!(summary["open"], "snapshot");
    assert_eq!(other.hash(), desk.hash(), "the same rows");
    // What is made of it again descends from it, and says the same.
    let (_, again) = export(&other, "again.html", json!({}));
    let snapshot = |bytes: &[u8]| {
        plan::snapshot::Snapshot::read(&inside(&String::from_utf8_lossy(bytes)).unwrap()).unwrap().manifest
    };
    assert_eq!(snapshot(&again).parents, [snapshot(&bytes).id.clone()]);
    assert!(snapshot(&bytes).by.is_empty(), "no person is named in a page that goes round");

    other.ok("plan_copy", json!({ "file": other.file("theirs.gdcplan") }));
    other.ok("commitment_set", json!({ "id": "ITU-013", "field": "title", "value": "A title of theirs" }));
    export(&other, "theirs.html", json!({}));
    std::fs::copy(other.path("theirs.html"), desk.path("theirs.html")).unwrap();
    let changes =
        desk.ok("compare", json!({ "a": { "at": "now" }, "b": { "at": "file", "file": desk.file("theirs.html") } }));
    assert!(changes.to_string().contains("A title of theirs"), "{changes}");
    let started = desk.ok("review_start", json!({ "files": [desk.file("theirs.html")] }));
    assert_eq!(started["refused"], json!([]), "{started}");
    let items = desk.ok("review_items", json!({ "review": started["review"]["id"] }));
    assert!(items.to_string().contains("A title of theirs"), "{items}");
}

#[test]
fn equal_rows_give_equal_bytes_whoever_looks() {
    let (one, other) = (page(&reading(&tiny())), page(&reading(&tiny())));
    assert!(one == other);
    let plan = Desk::plan();
    let first = page(&plan);
    std::thread::sleep(std::time::Duration::from_millis(20));
    assert!(first == page(&plan), "the time of the export is not in it");
}

#[test]
fn pages_of_strangers_are_refused_for_what_they_are() {
    let desk = Desk::plan();
    let good = page(&desk);
    let open = |name: &str, text: &[u8]| {
        std::fs::write(desk.path(name), text).unwrap();
        let file = desk.file(name);
        let started = desk.ok("review_start", json!({ "files": [file] }));
        let refused = started["refused"][0]["error"]["code"].as_str().unwrap_or("taken in").to_owned();
        assert_eq!(desk.refused("plan_open", json!({ "file": desk.file(name) })), refused, "{name}");
        refused
    };
    let block = between(&good, "id=\"snapshot\">", "</script>").to_owned();
    assert_eq!(open("news.html", b"<!DOCTYPE html><title>News</title>"), "page-without-plan");
    assert_eq!(open("none.html", good.replace("gdcsnap;base64", "gdcsnap").as_bytes()), "page-without-plan");
    assert_eq!(open("two.html", format!("{good}{good}").as_bytes()), "page-with-several-plans");
    assert_eq!(open("cut.html", &good.as_bytes()[..good.len() - 40_000]), "snapshot-not-whole");
    assert_eq!(open("odd.html", good.replace(&block, "not base64!").as_bytes()), "snapshot-not-whole");
    assert_eq!(open("empty.html", good.replace(&block, "").as_bytes()), "not-a-snapshot");
    assert_eq!(open("text.html", good.replace(&block, "aGVsbG8=").as_bytes()), "not-a-snapshot");
    let mut bytes = block.clone().into_bytes();
    let at = bytes.len() / 2;
    let letter = (at..).find(|at| bytes[*at].is_ascii_alphanumeric()).unwrap();
    bytes[letter] = if bytes[letter] == b'A' { b'B' } else { b'A' };
    let flipped = good.replace(&block, &String::from_utf8(bytes).unwrap());
    assert_eq!(open("flipped.html", flipped.as_bytes()), "snapshot-not-whole");
    assert_eq!(open("bytes.html", b"<!doctype html>\xff\xfe"), "snapshot-not-whole");
    let huge = std::fs::File::options().create(true).append(true).open(desk.path("huge.html")).unwrap();
    std::fs::write(desk.path("huge.html"), &good).unwrap();
    huge.set_len(3 << 30).unwrap();
    assert_eq!(desk.refused("plan_open", json!({ "file": desk.file("huge.html") })), "snapshot-too-large");
}

#[test]
fn a_page_is_replaced_by_a_page_and_by_nothing_else() {
    let desk = Desk::plan();
    export(&desk, "a.html", json!({}));
    export(&desk, "a.html", json!({}));
    for format in ["csv", "json", "ics", "xlsx"] {
        let request = json!({ "file": desk.file("a.html"), "format": format });
        assert_eq!(desk.refused("plan_export", request), "file-exists", "{format}");
    }
    std::fs::write(desk.path("notes.html"), "my notes").unwrap();
    assert_eq!(desk.refused("plan_export", json!({ "file": desk.file("notes.html") })), "file-exists");
    assert_eq!(desk.refused("snapshot_write", json!({ "file": desk.file("a.html") })), "file-exists");
}

#[test]
fn a_plan_of_which_nothing_says_when_it_was_written_says_no_day() {
    let desk = Desk::over(tempfile::tempdir().unwrap(), false);
    desk.ok("plan_new", json!({ "file": desk.file("empty.gdcplan"), "empty": true }));
    let text = page(&desk);
    assert!(!text.contains("State of the plan") && !text.contains("1 January 2025"), "no step, no day");
    desk.ok("milestone_create", json!({ "fields": { "title": "A first one" } }));
    assert!(page(&desk).contains("<dt>State of the plan</dt>"));
}

#[test]
fn a_page_says_which_notes_stay_and_a_phone_what_the_dates_are() {
    let text = page(&reading(&tiny()));
    assert!(text.contains("flags for follow-up, notes that are not for everyone, and the history"));
    let standing = between(&text, "<table class=\"standing\">", "</table>");
    assert!(standing.contains("<td class=\"quiet\" data-l=\"As of\"><bdi>early 2025</bdi></td>"), "{standing}");
    assert!(between(&text, "<style>", "</style>").contains(".standing td[data-l]::before"));
}

#[test]
fn a_bar_of_the_timeline_fades_only_where_its_end_is_not_known() {
    let fills = |date: &str| {
        let desk = Desk::over(tempfile::tempdir().unwrap(), false);
        desk.ok("plan_new", json!({ "file": desk.file("bars.gdcplan"), "empty": true }));
        desk.ok("milestone_create", json!({ "fields": { "title": "Another", "date": "2024-01-01" } }));
        desk.ok("milestone_create", json!({ "fields": { "title": "Bar", "date": date } }));
        let text = page(&desk);
        let bar = between(&text, "<g><title>Bar: ", "</g>");
        let rects = bar.split("<rect ").skip(1).map(|rect| match rect.split_once("url(#") {
            Some((_, name)) => name.split(')').next().unwrap().to_owned(),
            None => "sure".to_owned(),
        });
        rects.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(fills("../2026-06-30"), "in", "until a day");
    assert_eq!(fills("by June 2026"), "in", "some day before one that is known");
    assert_eq!(fills("2026-03-01/.."), "out", "from a day on");
    assert_eq!(fills("2026-03-01/2026"), "out", "begun on a day, over in a year");
    assert_eq!(fills("2025/2026-06-30"), "in sure", "begun in a year, over on a day");
    assert_eq!(fills("2025/2027"), "in sure out");
    assert_eq!(fills("2026"), "both", "one day of a year");
}

#[test]
fn what_was_planned_or_announced_for_a_day_that_is_past_is_told_as_such_in_a_page() {
    let desk = Desk::over(tempfile::tempdir().unwrap(), false);
    desk.ok("plan_new", json!({ "file": desk.file("past.gdcplan"), "empty": true }));
    let group = desk.ok("group_create", json!({ "fields": { "title": "Sub-group" } }))["created"].clone();
    for (title, start) in [("Early course", "2020"), ("Late course", "2090")] {
        let fields = json!({ "title": title, "objective": "O1", "owner": "ITU", "status": "planned", "start": start });
        desk.ok("commitment_create", json!({ "fields": fields }));
    }
    for (holder, start) in [("ITU", json!("2020-05")), ("UNESCO", json!("2090")), ("UNDP", Json::Null)] {
        let fields =
            json!({ "group": group, "organization": holder, "role": "co-lead", "state": "announced", "start": start });
        desk.ok("assignment_create", json!({ "fields": fields }));
    }
    let text = page(&desk);
    let of = |title: &str| between(&text, title, "</tr>").to_owned();
    assert!(of("Early course").contains("Was planned"), "{}", of("Early course"));
    assert!(!of("Late course").contains("Was planned") && of("Late course").contains("Planned"));
    assert!(text.contains("ITU (was announced), UNESCO (announced), UNDP (announced)"), "{}", of("Sub-group"));
}
