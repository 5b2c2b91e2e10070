//! Snapshots from strangers: whatever the bytes are, they are refused or found broken, or they are whole. Never a panic,
//! never more memory than was declared.

use plan::assets::STARTER;
use plan::snapshot::Snapshot;
use plan::{CreateRow, Error, Kind, Op, Origin, Plan};
use plan_tests::{context, edit, quick_folder, read, sample, zipped};
use serde_json::{Value as Json, json};

type Entries = Vec<(String, Vec<u8>)>;

fn sample_entries() -> Entries {
    zipped::entries(&sample::newer_snapshot())
}

fn code(bytes: &[u8]) -> &'static str {
    Snapshot::read(bytes).err().map_or("read", |error| error.code())
}

#[test]
fn what_is_no_snapshot_is_said_to_be_none() {
    let empty_zip = zipped::zipped(&[]);
    let other_zip = zipped::zipped(&[("word.json".into(), b"[]".to_vec())]);
    let cases: &[(&[u8], &str)] = &[
        (b"", "not-a-snapshot"),
        (b"hello", "not-a-snapshot"),
        (b"SQLite format 3\0", "not-a-snapshot"),
        (b"\x89PNG\r\n\x1a\n", "not-a-snapshot"),
        (b"PK\x03\x04", "snapshot-not-whole"),
        (&empty_zip, "not-a-snapshot"),
        (&other_zip, "not-a-snapshot"),
    ];
    for (bytes, expected) in cases {
        assert_eq!(code(bytes), *expected, "{}", String::from_utf8_lossy(bytes));
    }
}

#[test]
fn a_file_that_cannot_be_a_snapshot_is_named_for_what_it_is() {
    let folder = quick_folder();
    let file = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).unwrap();
        Snapshot::open(&path).unwrap_err().code()
    };
    assert_eq!(file("empty", b""), "empty-file");
    assert_eq!(file("text", b"hello"), "not-a-snapshot");
    assert_eq!(Snapshot::open(folder.path()).unwrap_err().code(), "is-a-folder");
    assert_eq!(Snapshot::open(&folder.path().join("nothing")).unwrap_err().code(), "no-such-file");
    assert_eq!(Snapshot::open(&folder.path().join("x".repeat(300))).unwrap_err().code(), "no-such-file");
    assert_eq!(Snapshot::open(&folder.path().join("text/below")).unwrap_err().code(), "no-such-file");
    let large = std::fs::File::create(folder.path().join("large")).unwrap();
    large.set_len(1 << 40).unwrap();
    assert_eq!(Snapshot::open(&folder.path().join("large")).unwrap_err().code(), "snapshot-too-large");
}

#[test]
fn names_that_are_paths_or_strange_are_refused() {
    for name in [
        "../evil.json",
        "/etc/passwd",
        "a/b.json",
        "..\\evil.json",
        "C:\\evil.json",
        "Objective.json",
        "objective.JSON",
        ".json",
        "a.json.exe",
        "objective",
        "ob jective.json",
        "objective1.json",
        "объект.json",
        "a\0.json",
        &format!("{}.json", "a".repeat(33)),
    ] {
        let mut entries = sample_entries();
        entries.push((name.to_owned(), b"[]".to_vec()));
        assert_eq!(code(&zipped::zipped(&entries)), "snapshot-not-whole", "{name:?}");
    }
}

#[test]
fn too_many_entries_are_refused() {
    let mut parts: Entries = sample_entries().into_iter().skip(1).collect();
    for n in 0..70u8 {
        parts.push((format!("x{}{}.json", char::from(b'a' + n / 26), char::from(b'a' + n % 26)), b"[]".to_vec()));
    }
    let manifest = serde_json::from_slice(&sample_entries()[0].1).unwrap();
    assert_eq!(code(&zipped::sealed(manifest, parts)), "snapshot-too-large");
}

#[test]
fn a_hundred_thousand_entries_are_refused_before_any_is_read() {
    let mut entries: Entries = vec![("manifest.json".into(), b"{}".to_vec())];
    entries.extend((0..100_000).map(|n| (format!("x{n}.json"), Vec::new())));
    assert_eq!(code(&zipped::zipped(&entries)), "snapshot-too-large");
}

#[test]
fn a_link_in_the_zip_is_no_part() {
    use std::io::Write as _;
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = zip::write::SimpleFileOptions::default();
    for (name, content) in sample_entries() {
        if name == "goal.json" {
            zip.add_symlink(name.as_str(), "/etc/passwd", options).unwrap();
        } else {
            zip.start_file(name.as_str(), options).unwrap();
            zip.write_all(&content).unwrap();
        }
    }
    assert_eq!(code(&zip.finish().unwrap().into_inner()), "snapshot-not-whole");
}

#[test]
fn more_rows_than_any_plan_has_are_refused_and_very_many_are_read() {
    let with_goals = |count: usize| {
        changed(true, |_, parts| {
            let rows: Vec<String> = (0..count).map(|n| format!("{{\"id\":\"SDG-{n:07}\",\"title\":\"x\"}}")).collect();
            let goals = part(parts, "goal.json");
            let mut all: Vec<Json> = serde_json::from_slice(goals).unwrap();
            all.sort_by_key(|row| row["id"].to_string());
            let there: Vec<String> = all.iter().map(Json::to_string).collect();
            *goals = format!("[{}]", rows.into_iter().chain(there).collect::<Vec<_>>().join(",")).into_bytes();
        })
    };
    let many = with_goals(100_000);
    assert!(Snapshot::read(&many).unwrap().state.count(Kind::Goal) > 100_000);
    // Counts that nobody can have are refused before a row is read: of one kind, or of all together.
    for (kinds, count) in [(1, 2_000_001), (6, 400_000)] {
        let bytes = changed(false, |m, _| {
            let parts = m["parts"].as_array_mut().unwrap().iter_mut();
            parts.take(kinds).for_each(|part| part["count"] = json!(count));
        });
        assert_eq!(code(&bytes), "snapshot-too-large");
    }
}

#[test]
fn the_kept_corpus_and_what_chance_makes_of_it_is_refused_or_can_be_merged() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/snapshot");
    let mine = sample::state();
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let corpus: Vec<Vec<u8>> = paths.iter().map(|path| std::fs::read(path).unwrap()).collect();
    assert!(corpus.len() >= 5);
    let mut dice = plan_tests::dice::Dice::new(20_261_128);
    for bytes in &corpus {
        plan_tests::fuzz::snapshot(bytes, &mine);
    }
    for _ in 0..120 {
        let bytes = plan_tests::fuzz::mutated(dice.pick(&corpus).unwrap(), &mut dice);
        plan_tests::fuzz::snapshot(&bytes, &mine);
    }
}

#[test]
fn a_bomb_is_refused_before_it_goes_off() {
    // 40 MB of blanks in 40 kB, of which the manifest says 2 bytes, 3 GB, or the truth with a wrong sum.
    let blanks = vec![b' '; 40 << 20];
    let mut entries = sample_entries();
    entries.push(("zzz.json".into(), blanks));
    for (bytes, expected) in
        [(2u64, "snapshot-not-whole"), (3 << 30, "snapshot-too-large"), (40 << 20, "snapshot-not-whole")]
    {
        let mut manifest: Json = serde_json::from_slice(&entries[0].1).unwrap();
        let part = json!({ "name": "zzz.json", "count": 0, "bytes": bytes, "sha256": "0".repeat(64) });
        manifest["parts"].as_array_mut().unwrap().push(part);
        let manifest = manifest.to_string().into_bytes();
        let zip = match bytes {
            // Once is enough for the time that it takes to make one.
            2 => zipped::zipped(&[&[("manifest.json".to_owned(), manifest)], &entries[1..]].concat()),
            _ => {
                let small = [
                    &[("manifest.json".to_owned(), manifest)],
                    &entries[1..entries.len() - 1],
                    &[("zzz.json".to_owned(), b"[]".to_vec())],
                ];
                zipped::zipped(&small.concat())
            }
        };
        assert!(zip.len() < 1 << 20, "{} bytes", zip.len());
        assert_eq!(code(&zip), expected, "{bytes} bytes declared");
    }
    // A manifest that is one.
    let mut all = sample_entries();
    all[0].1.splice(0..0, vec![b' '; 70 << 20]);
    assert_eq!(code(&zipped::zipped(&all)), "snapshot-not-whole");
}

#[test]
fn a_size_that_the_zip_itself_declares_falsely_is_found() {
    let bytes = sample::newer_snapshot();
    // The sizes stand in the central directory: signature, then at 20 compressed and at 24 uncompressed.
    let heads: Vec<usize> = bytes.windows(4).enumerate().filter(|(_, w)| *w == b"PK\x01\x02").map(|(i, _)| i).collect();
    assert!(heads.len() > 10);
    for head in heads {
        for field in [20, 24] {
            for lie in [0u32, 1, 1 << 20, u32::MAX - 1] {
                let mut bytes = bytes.clone();
                bytes[head + field..head + field + 4].copy_from_slice(&lie.to_le_bytes());
                whole_or_refused(&bytes, &format!("size {lie} at {}", head + field));
            }
        }
    }
}

#[test]
fn a_name_that_is_there_twice_is_refused() {
    let mut entries = sample_entries();
    let goal = entries.iter().position(|(name, _)| name == "goal.json").unwrap();
    let other = entries[goal].1.clone();
    entries.insert(goal, ("goax.json".into(), other));
    let mut bytes = zipped::zipped(&entries);
    while let Some(at) = bytes.windows(9).position(|w| w == b"goax.json") {
        bytes[at + 3] = b'l';
    }
    assert_eq!(code(&bytes), "snapshot-not-whole");
}

/// Takes the sample apart, changes it and seals it again or not.
fn changed(sealed: bool, change: impl FnOnce(&mut Json, &mut Entries)) -> Vec<u8> {
    let mut entries = sample_entries();
    let mut manifest: Json = serde_json::from_slice(&entries.remove(0).1).unwrap();
    if sealed {
        change(&mut manifest, &mut entries);
        return zipped::sealed(manifest, entries);
    }
    change(&mut manifest, &mut entries);
    entries.insert(0, ("manifest.json".into(), manifest.to_string().into_bytes()));
    zipped::zipped(&entries)
}

fn part<'a>(entries: &'a mut Entries, name: &str) -> &'a mut Vec<u8> {
    &mut entries.iter_mut().find(|(n, _)| n == name).unwrap().1
}

#[test]
fn a_hash_that_is_wrong_is_found() {
    for bytes in [
        changed(false, |m, _| m["parts"][0]["sha256"] = json!("0".repeat(64))),
        changed(false, |m, _| m["id"] = json!("0".repeat(64))),
        changed(false, |_, parts| part(parts, "goal.json").push(b'\n')),
    ] {
        assert_eq!(code(&bytes), "snapshot-not-whole");
    }
}

#[test]
fn a_count_that_is_wrong_is_found_whatever_is_sealed() {
    let declared = |m: &mut Json, by: i64| {
        let goal = m["parts"].as_array_mut().unwrap().iter_mut().find(|part| part["name"] == "goal.json").unwrap();
        goal["count"] = json!(goal["count"].as_i64().unwrap() + by);
    };
    for by in [-1, 1, 1_000] {
        assert_eq!(code(&changed(false, |m, _| declared(m, by))), "snapshot-not-whole", "{by}");
    }
}

#[test]
fn sums_counts_sizes_and_ids_must_be_right() {
    let cases: Vec<(&str, Vec<u8>)> = vec![
        ("a part that is another", changed(false, |_, parts| part(parts, "goal.json").push(b'\n'))),
        ("a part that is missing", changed(false, |_, parts| parts.retain(|(name, _)| name != "goal.json"))),
        ("a part too many", changed(false, |_, parts| parts.push(("zzz.json".into(), b"[]".to_vec())))),
        ("a part that nobody has", changed(false, |m, _| m["parts"][0]["name"] = json!("aaa.json"))),
        ("a sum", changed(false, |m, _| m["parts"][0]["sha256"] = json!("0".repeat(64)))),
        ("a size", changed(false, |m, _| m["parts"][0]["bytes"] = json!(1))),
        ("a size below zero", changed(false, |m, _| m["parts"][0]["bytes"] = json!(-1))),
        ("a size beyond all", changed(false, |m, _| m["parts"][0]["bytes"] = json!(1e30))),
        ("a count", changed(false, |m, _| m["parts"][0]["count"] = json!(7))),
        ("an id", changed(false, |m, _| m["id"] = json!("0".repeat(64)))),
        ("a parent that the id does not count", changed(false, |m, _| m["parents"] = json!(["f".repeat(64)]))),
        ("parts out of order", changed(false, |m, _| m["parts"].as_array_mut().unwrap().reverse())),
        (
            "a part twice",
            changed(false, |m, _| {
                let part = m["parts"][0].clone();
                m["parts"].as_array_mut().unwrap().insert(0, part);
            }),
        ),
        (
            "the manifest as a part of itself",
            changed(false, |m, _| {
                let parts = m["parts"].as_array_mut().unwrap();
                parts.push(json!({ "name": "manifest.json", "count": 0, "bytes": 1, "sha256": "" }));
            }),
        ),
        ("no parts", changed(false, |m, _| drop(m.as_object_mut().unwrap().remove("parts")))),
        ("a manifest that is a list", changed(false, |m, _| *m = json!([]))),
    ];
    for (what, bytes) in cases {
        assert_eq!(code(&bytes), "snapshot-not-whole", "{what}");
    }
}

#[test]
fn what_is_no_utf_8_no_json_or_no_rows_is_found_broken() {
    let about = |row: Json| json!([row]).to_string();
    let texts: Vec<Vec<u8>> = vec![
        b"[{\"id\":\"a\xff\"}]".to_vec(),
        b"[".to_vec(),
        b"{}".to_vec(),
        b"[1]".to_vec(),
        b"[{}]".to_vec(),
        b"[{\"id\":1}]".to_vec(),
        b"[{\"id\":\"\"}]".to_vec(),
        b"[{\"id\":\"a\\u0000\",\"title\":\"x\"}]".to_vec(),
        b"[{\"id\":\"a\",\"title\":\"x\"},{\"id\":\"a\",\"title\":\"y\"}]".to_vec(),
        about(json!({ "id": "about" })).into_bytes(),
        about(json!({ "id": "about", "title": 7 })).into_bytes(),
        about(json!({ "id": "about", "title": "a\0b" })).into_bytes(),
        about(json!({ "id": "about", "title": "x".repeat(301) })).into_bytes(),
        about(json!({ "id": "about", "title": "x", "owner": "NOBODY" })).into_bytes(),
        about(json!({ "id": "x".repeat(401), "title": "x" })).into_bytes(),
    ];
    texts.into_iter().for_each(found_broken);
}

/// The sample with another text in place of what the plan says of itself, sealed; it must not be whole.
fn found_broken(about: Vec<u8>) {
    let shown = String::from_utf8_lossy(&about[..about.len().min(80)]).into_owned();
    let bytes = changed(true, |_, parts| *part(parts, "about.json") = about);
    assert_eq!(code(&bytes), "snapshot-not-whole", "{shown}");
}

#[test]
fn json_of_ten_thousand_levels_is_refused_and_of_a_hundred_is_read() {
    let nested = |depth: usize| {
        format!("[{{\"id\":\"about\",\"title\":\"x\",\"deep\":{}{}}}]", "[".repeat(depth), "]".repeat(depth))
    };
    for depth in [200, 10_000, 1_000_000] {
        found_broken(nested(depth).into_bytes());
    }
    found_broken("[".repeat(5_000_000).into_bytes());
    // Depth that is still read is still written.
    whole_or_refused(
        &changed(true, |_, parts| *part(parts, "about.json") = nested(100).into_bytes()),
        "a hundred levels",
    );
}

#[test]
fn a_row_in_which_a_key_stands_twice_is_refused() {
    found_broken(b"[{\"id\":\"about\",\"title\":\"x\",\"title\":\"y\"}]".to_vec());
    found_broken(b"[{\"id\":\"about\",\"id\":\"about\",\"title\":\"x\"}]".to_vec());
    found_broken(b"[{\"id\":\"about\",\"title\":\"x\",\"mood\":1,\"mood\":1}]".to_vec());
}

#[test]
fn numbers_beyond_all_numbers_are_refused() {
    for number in ["1e999", "-1e999", &"9".repeat(400)] {
        found_broken(format!("[{{\"id\":\"about\",\"title\":\"x\",\"mood\":{number}}}]").into_bytes());
    }
}

#[test]
fn lone_surrogates_are_refused() {
    found_broken(b"[{\"id\":\"about\",\"title\":\"\\ud800\"}]".to_vec());
    found_broken(b"[{\"id\":\"about\",\"title\":\"x\",\"mood\":\"\\udc00\\ud800\"}]".to_vec());
    // As some programs write them, in bytes that are no UTF-8.
    found_broken(b"[{\"id\":\"about\",\"title\":\"\xed\xa0\x80\"}]".to_vec());
}

#[test]
fn a_newer_format_is_said_when_it_cannot_be_read_and_read_when_it_can() {
    assert_eq!(code(&changed(true, |m, _| m["min_reader"] = json!(99))), "newer-version");
    assert_eq!(code(&changed(true, |m, _| m["format"] = json!(99))), "read");
    // Even where nothing else in it can be understood.
    let future = json!({ "format": 99, "min_reader": 99, "chapters": {} }).to_string().into_bytes();
    assert_eq!(code(&zipped::zipped(&[("manifest.json".into(), future)])), "newer-version");
}

#[test]
fn a_number_as_high_as_numbers_go_does_not_stop_the_next_commitment() {
    let folder = quick_folder();
    for (n, number) in
        ["ITU-4294967295", "ITU-18446744073709551615", "ITU-99999999999999999999999999"].iter().enumerate()
    {
        let bytes = zipped::resealed(&sample::newer_snapshot(), |_, parts| {
            let (_, rows) = parts.iter_mut().find(|(name, _)| name == "commitment.json").unwrap();
            rows[0]["reference"] = json!(number);
        });
        let path = folder.path().join(format!("{n}.gdcplan"));
        Plan::create(&path, Origin::Snapshot(&bytes), &context(1)).unwrap();
        let Json::Object(fields) = json!({ "title": "Next", "owner": "ITU" }) else { unreachable!() };
        let create = Op::Create(CreateRow { kind: Kind::Commitment, id: None, fields });
        edit(&path, 2).unwrap().act(&context(3), &create, None).unwrap();
    }
}

#[test]
fn rows_that_run_in_circles_hang_nothing_up() {
    let folder = quick_folder();
    let bytes = zipped::resealed(&sample::newer_snapshot(), |_, parts| {
        let rows = |parts: &mut Vec<(String, Json)>, name: &str| parts.iter().position(|(n, _)| n == name).unwrap();
        for (name, field) in
            [("organization.json", "parent"), ("milestone.json", "anchor"), ("group.json", "successor")]
        {
            let at = rows(parts, name);
            let Json::Array(rows) = &mut parts[at].1 else { unreachable!() };
            let ids: Vec<Json> = rows.iter().map(|row| row["id"].clone()).collect();
            for (i, row) in rows.iter_mut().enumerate() {
                row[field] = ids[(i + 1) % ids.len()].clone();
                row.as_object_mut().unwrap().remove("date");
            }
        }
    });
    // Whether such rows are refused or taken in is the reader's choice; what is taken in can be worked with.
    if let Err(error) = Snapshot::read(&bytes) {
        assert_eq!(error.code(), "snapshot-not-whole");
        return;
    }
    let path = folder.path().join("circles.gdcplan");
    Plan::create(&path, Origin::Snapshot(&bytes), &context(1)).unwrap();
    let mut plan = edit(&path, 2).unwrap();
    for kind in [Kind::Organization, Kind::Milestone, Kind::Group] {
        for row in plan.state().rows(kind).cloned().collect::<Vec<_>>() {
            plan.state().days(row.id());
            let _refused_or_not = plan.act(&context(3), &Op::Delete { kind, id: row.id().to_string() }, None);
        }
    }
    read(&path).unwrap().verify().unwrap();
}

/// What is read in spite of everything is what was sent.
fn whole_or_refused(bytes: &[u8], said: &str) {
    match Snapshot::read(bytes) {
        Ok(read) => {
            let folder = quick_folder();
            let path = folder.path().join("whole.gdcplan");
            Plan::create(&path, Origin::Snapshot(bytes), &context(1)).unwrap_or_else(|e| panic!("{said}: {e}"));
            plan_tests::read(&path).unwrap().verify().unwrap_or_else(|e| panic!("{said}: {e}"));
            drop(read);
        }
        Err(Error::Refused { code, .. }) => {
            assert!(["not-a-snapshot", "snapshot-too-large", "newer-version"].contains(&code), "{said}: {code}")
        }
        Err(Error::Broken { code, .. }) => assert_eq!(code, "snapshot-not-whole", "{said}"),
        Err(error) => panic!("{said}: {error}"),
    }
}

#[test]
fn a_snapshot_cut_off_anywhere_is_refused() {
    for (bytes, samples) in [(sample::newer_snapshot(), 150), (STARTER.to_vec(), 40)] {
        for i in 0..samples {
            let length = i * bytes.len() / samples;
            assert!(Snapshot::read(&bytes[..length]).is_err(), "{length} of {} bytes", bytes.len());
        }
        assert!(Snapshot::read(&bytes[..bytes.len() - 1]).is_err());
    }
}

#[test]
fn a_flipped_bit_is_found_or_makes_no_difference() {
    for (bytes, samples) in [(sample::newer_snapshot(), 1_200), (STARTER.to_vec(), 120)] {
        let whole = Snapshot::read(&bytes).unwrap();
        for i in 0..samples {
            let at = (i * bytes.len() / samples + i % 5).min(bytes.len() - 1);
            let mut flipped = bytes.clone();
            flipped[at] ^= 1 << (i % 8);
            match Snapshot::read(&flipped) {
                Ok(read) => {
                    assert_eq!(read.manifest.id, whole.manifest.id, "bit {} of byte {at}", i % 8);
                    assert!(read.state == whole.state, "bit {} of byte {at}", i % 8);
                }
                Err(Error::Refused { .. } | Error::Broken { .. }) => {}
                Err(error) => panic!("byte {at}: {error}"),
            }
        }
    }
}
