//! Files that are no whole plan, places that cannot be written, names that are odd: each gets a message that says what to do,
//! exit status 1 or 3, and nothing is lost.

#![allow(clippy::unwrap_used, clippy::panic, reason = "in a test a panic is the message")]

mod support;

use std::path::Path;
use std::process::Command;

use serde_json::json;
use support::{Folder, Ran, set};

/// Whatever may be done with a file: reading, checking, writing, comparing, copying.
fn every_way(file: &str) -> Vec<Vec<&str>> {
    vec![
        vec!["info", file],
        vec!["list", "commitments", file],
        vec!["show", file, "ITU-001"],
        vec!["history", file],
        vec!["verify", file],
        vec!["hash", file],
        vec!["undo", file],
        vec!["redo", file],
        vec!["call", file, "commitment_set", r#"{"id":"ITU-001","field":"title","value":"x"}"#],
        vec!["batch", file],
        vec!["snapshot", file, "out.gdcsnap"],
        vec!["at", file, "0", "out.gdcsnap"],
        vec!["copy", file, "out.gdcplan"],
        vec!["diff", file, "good.gdcplan"],
        vec!["diff", "good.gdcplan", file],
    ]
}

/// No way of using the file works, each says why, and nothing in the folder changes.
fn cannot_be_used(folder: &Folder, file: &str, status: i32, words: &str) {
    let bytes = || folder.at(file).is_file().then(|| folder.bytes(file));
    let (names, before) = (folder.names(), bytes());
    for way in every_way(file) {
        let ran = folder.run(&way);
        assert!(ran.err.contains(words), "{way:?}: {words:?} is not in {ran:?}");
        ran.failed(status, words);
        assert_eq!(bytes(), before, "{way:?}");
        assert_eq!(folder.names(), names, "{way:?}");
    }
}

fn folder_with_good_plan() -> Folder {
    let folder = Folder::new();
    folder.run(["new", "good.gdcplan"]).done();
    folder
}

/// Puts bytes in place of others of the same length; they must be there.
fn replaced(bytes: &[u8], from: &[u8], to: &[u8]) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let at = bytes.windows(from.len()).position(|window| window == from).unwrap();
    [&bytes[..at], to, &bytes[at + from.len()..]].concat()
}

#[test]
fn a_path_that_does_not_exist() {
    let folder = folder_with_good_plan();
    cannot_be_used(&folder, "gone.gdcplan", 1, "was not found");
    cannot_be_used(&folder, "no/such/folder/p.gdcplan", 1, "was not found");
    cannot_be_used(&folder, "good.gdcplan/p.gdcplan", 1, "was not found");
}

#[test]
fn a_folder() {
    let folder = folder_with_good_plan();
    std::fs::create_dir(folder.at("d.gdcplan")).unwrap();
    cannot_be_used(&folder, "d.gdcplan", 1, "is a folder. Open the plan inside it");
}

#[test]
fn an_empty_file() {
    let folder = folder_with_good_plan();
    folder.write("e.gdcplan", "");
    cannot_be_used(&folder, "e.gdcplan", 1, "is empty");
}

#[test]
fn a_text_file() {
    let folder = folder_with_good_plan();
    folder.write("short.gdcplan", "x");
    folder.write("long.gdcplan", "Dear colleague, please find attached. ".repeat(100));
    folder.write("arabic.gdcplan", format!("{}x", "خطة العمل ".repeat(50)));
    for file in ["short.gdcplan", "long.gdcplan", "arabic.gdcplan"] {
        cannot_be_used(&folder, file, 1, "is a text file, not a plan");
    }
}

#[test]
fn a_picture_and_other_bytes() {
    let folder = folder_with_good_plan();
    folder.write("p.gdcplan", include_bytes!("../../../assets/icons/128x128.png"));
    cannot_be_used(&folder, "p.gdcplan", 1, "is a picture, not a plan");
    folder.write("b.gdcplan", (0..=255u8).cycle().take(5_000).collect::<Vec<_>>());
    cannot_be_used(&folder, "b.gdcplan", 1, "is not a plan");
}

#[test]
fn a_truncated_plan() {
    let folder = folder_with_good_plan();
    let whole = folder.bytes("good.gdcplan");
    // Within the header, one page, half, one byte short.
    for length in [20, 99, 4_096, whole.len() / 2, whole.len() - 1] {
        folder.write("t.gdcplan", &whole[..length]);
        cannot_be_used(&folder, "t.gdcplan", 3, "t.gdcplan is cut off");
    }
}

#[test]
fn a_plan_that_is_damaged_in_its_structure() {
    let folder = folder_with_good_plan();
    let whole = folder.bytes("good.gdcplan");
    for page in [3, 7, 10, 20, 40] {
        let mut bytes = whole.clone();
        bytes[page * 4_096..page * 4_096 + 12].fill(0xff);
        folder.write("d.gdcplan", &bytes);
        cannot_be_used(&folder, "d.gdcplan", 3, "d.gdcplan");
        folder.run(["info", "d.gdcplan"]).failed(3, "is damaged and was left as it is");
    }
}

#[test]
fn a_plan_whose_tables_are_not_ours() {
    let folder = folder_with_good_plan();
    let whole = folder.bytes("good.gdcplan");
    let other = replaced(&whole, b"CREATE TABLE \"commitment\" (", b"CREATE TABLE \"commitmenX\" (");
    folder.write("o.gdcplan", other);
    cannot_be_used(&folder, "o.gdcplan", 3, "o.gdcplan");
}

#[test]
fn one_value_changed_by_another_tool_is_found_by_verify() {
    let folder = folder_with_good_plan();
    let whole = folder.bytes("good.gdcplan");
    folder.run(["verify", "good.gdcplan"]).done();
    let changed = replaced(&whole, b"Giga initiative to connect schools", b"Giga initiative to connect spoons!");
    folder.write("c.gdcplan", &changed);
    let ran = folder.run(["verify", "c.gdcplan"]).failed(3, "c.gdcplan was changed by another program");
    assert!(ran.err.contains("Compare it with a restore point"), "{ran:?}");
    let ran = folder.run(["verify", "c.gdcplan", "--json"]);
    assert_eq!((ran.status, &ran.json()["error"]["code"]), (3, &json!("changed-outside")));
    assert_ne!(folder.json(["hash", "c.gdcplan"])["hash"], folder.json(["hash", "good.gdcplan"])["hash"]);
    let changes = folder.json(["diff", "good.gdcplan", "c.gdcplan"])["changes"].as_array().unwrap().clone();
    assert_eq!((changes.len(), &changes[0]["after"]), (1, &json!("Giga initiative to connect spoons!")));
    assert_eq!(folder.bytes("c.gdcplan"), changed);
}

#[test]
fn a_snapshot_in_which_one_byte_is_another() {
    let folder = folder_with_good_plan();
    folder.run(["snapshot", "good.gdcplan", "s.gdcsnap"]).done();
    let whole = folder.bytes("s.gdcsnap");
    for at in (60..whole.len()).step_by(whole.len() / 40) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x10;
        folder.write("b.gdcsnap", &bytes);
        let ran = folder.run(["verify", "b.gdcsnap"]);
        // Times and attributes of the zip entries carry nothing; whatever is content is found.
        if ran.status == 0 {
            assert_eq!(folder.json(["hash", "b.gdcsnap"]), folder.json(["hash", "s.gdcsnap"]), "byte {at}");
        } else {
            assert!(
                matches!(ran.status, 1 | 3) && ran.err.starts_with("gdcplan: ") && ran.out.is_empty(),
                "{at}: {ran:?}"
            );
        }
        assert_eq!(folder.bytes("b.gdcsnap"), bytes);
    }
    for length in [4, 100, whole.len() / 2, whole.len() - 1] {
        folder.write("t.gdcsnap", &whole[..length]);
        folder.run(["verify", "t.gdcsnap"]).failed(3, "t.gdcsnap is not whole");
        folder.run(["copy", "t.gdcsnap", "c.gdcplan"]).failed(3, "t.gdcsnap is not whole");
    }
    assert!(!folder.at("c.gdcplan").exists());
    folder.write("word.gdcsnap", include_bytes!("../../../assets/icons/icon.ico"));
    folder.run(["verify", "word.gdcsnap"]).failed(1, "is not a plan");
}

#[test]
fn a_plan_of_a_newer_schema() {
    let folder = folder_with_good_plan();
    let mut newer = folder.bytes("good.gdcplan");
    newer[60..64].copy_from_slice(&99u32.to_be_bytes());
    folder.write("r.gdcplan", &newer);
    // It says that it can still be read by this version: read it is, changed it is not.
    assert_eq!(folder.json(["list", "goals", "r.gdcplan"])["count"], 17);
    folder.run(["call", "r.gdcplan", "about_set", &set("about", "title", "x")]).failed(1, "made by a newer version");
    folder.run(["undo", "r.gdcplan"]).failed(1, "It can be read but not changed here");
    assert_eq!(folder.bytes("r.gdcplan"), newer);
    let closed = replaced(&newer, b"min_reader1", b"min_reader9");
    folder.write("n.gdcplan", closed);
    cannot_be_used(&folder, "n.gdcplan", 1, "made by a newer version of this application and cannot be read here");
}

#[test]
fn a_database_of_another_program() {
    let folder = folder_with_good_plan();
    let mut foreign = folder.bytes("good.gdcplan");
    foreign[68..72].fill(0);
    folder.write("f.gdcplan", foreign);
    cannot_be_used(&folder, "f.gdcplan", 1, "is a database of another program");
}

#[test]
fn names_that_other_programs_trip_over() {
    let folder = Folder::new();
    for name in [
        "a [b] #c ?d e.gdcplan",
        "خطة العمل.gdcplan",
        "计划 行动.gdcplan",
        "file:x?mode=memory",
        "100%20.gdcplan",
        "quote\" back\\slash 'n' $HOME `x`.gdcplan",
        "-.gdcplan",
        "plan.gdcplan ",
        " .hidden",
        "new\nline.gdcplan",
    ] {
        let path = folder.at(name).to_str().unwrap().to_owned();
        folder.run(["new", &path]).done();
        folder.run(["call", &path, "commitment_set", &set("ITU-001", "title", "Named")]).done();
        assert_eq!(folder.field(&path, "ITU-001", "title"), "Named");
        let snapshot = format!("{path}.gdcsnap");
        folder.run(["snapshot", &path, &snapshot]).done();
        assert_eq!(folder.json(["diff", &path, &snapshot]), json!({ "changes": [] }));
        std::fs::remove_file(&path).unwrap();
        std::fs::remove_file(&snapshot).unwrap();
        assert_eq!(folder.names(), [""; 0], "{name:?} left something behind");
    }
    // Relative, and behind the two dashes that end the options.
    folder.run(["new", "--", "--json"]).done();
    folder.run(["verify", "--", "--json"]).done();
}

#[test]
#[cfg(unix)]
fn a_name_that_is_no_text() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;
    let folder = Folder::new();
    let name = OsStr::from_bytes(b"plan\xff.gdcplan");
    folder.run([OsStr::new("new"), name]).done();
    folder.run([OsStr::new("verify"), name]).done();
    let call = set("ITU-001", "title", "Named");
    folder.run([OsStr::new("call"), name, OsStr::new("commitment_set"), OsStr::new(&call)]).done();
    assert!(folder.at(name).is_file());
}

#[test]
fn names_of_300_characters_and_of_all_that_fits() {
    let folder = Folder::new();
    let name = |length: usize| "n".repeat(length);
    for length in [240, 241, 247] {
        folder.run(["new", &name(length)]).done();
        folder.run(["call", &name(length), "commitment_set", &set("ITU-001", "title", "Named")]).done();
        folder.run(["verify", &name(length)]).done();
    }
    for length in [248, 255, 300, 5_000] {
        folder.run(["new", &name(length)]).failed(1, "Choose a shorter name");
    }
    folder.run(["info", &name(300)]).failed(1, "was not found");
    folder.run(["snapshot", &name(240), &name(300)]).failed(1, "Choose a shorter name");
    // Given such a name elsewhere, it is read, and to edit it a shorter one is asked for.
    std::fs::rename(folder.at(name(240)), folder.at(name(255))).unwrap();
    let before = folder.bytes(name(255));
    assert_eq!(folder.field(&name(255), "ITU-001", "title"), "Named");
    folder.run(["undo", &name(255)]).failed(1, "Choose a shorter name");
    assert_eq!(folder.bytes(name(255)), before);
}

#[test]
fn a_plan_that_lies_deep_in_folders() {
    let folder = Folder::with_plan();
    let down = |levels: usize| "a folder with a name of fifty characters and more /".repeat(levels) + "p.gdcplan";
    let (deep, deeper) = (down(8), down(20));
    std::fs::create_dir_all(folder.at(&deeper).parent().unwrap()).unwrap();
    folder.run(["new", &deep]).done();
    folder.run(["call", &deep, "commitment_set", &set("ITU-001", "title", "Deep")]).done();
    // Deeper than the database can reach: it is read, and to edit it another folder is asked for.
    folder.run(["new", &deeper]).failed(1, "Choose a folder nearer to the top");
    std::fs::rename(folder.at(&deep), folder.at(&deeper)).unwrap();
    assert_eq!(folder.field(&deeper, "ITU-001", "title"), "Deep");
    folder.run(["verify", &deeper]).done();
    let before = folder.bytes(&deeper);
    folder.run(["undo", &deeper]).failed(1, "Choose a folder nearer to the top");
    folder.run(["copy", &deeper, "up.gdcplan"]).done();
    folder.run(["undo", "up.gdcplan"]).done();
    assert_eq!(folder.bytes(&deeper), before);
}

/// Runs a script in a mount namespace of its own, where a file system can be mounted without asking anybody; none, where the
/// system does not allow even that.
fn in_own_namespace(folder: &Folder, script: &str) -> Option<Ran> {
    let run = |script: &str| {
        let unshare = ["--map-root-user", "--mount", "sh", "-ec", script];
        Command::new("unshare").args(unshare).current_dir(folder.path()).output().ok()
    };
    let can = format!("mkdir -p probe && mount -t tmpfs -o size=64k none {}/probe", folder.path().display());
    let allowed = run(&can).is_some_and(|output| output.status.success());
    if folder.at("probe").exists() {
        std::fs::remove_dir(folder.at("probe")).unwrap();
    }
    allowed.then(|| Ran::of(run(script).unwrap()))
}

/// The script's `gdcplan`.
fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_gdcplan"))
}

#[test]
#[cfg(target_os = "linux")]
fn a_read_only_folder_where_one_can_be_mounted_else_by_its_rights() {
    let folder = Folder::new();
    std::fs::create_dir(folder.at("ro")).unwrap();
    folder.run(["new", "ro/p.gdcplan"]).done();
    folder.run(["call", "ro/p.gdcplan", "about_set", &set("about", "title", "Before")]).done();
    let before = folder.bytes("ro/p.gdcplan");
    let script = format!(
        r#"mount --bind ro ro && mount -o remount,bind,ro ro
           g={}
           $g show ro/p.gdcplan about:about | head -1
           $g verify ro/p.gdcplan
           set +e
           $g undo ro/p.gdcplan; echo "undo $?"
           $g new ro/q.gdcplan; echo "new $?"
           $g snapshot ro/p.gdcplan s.gdcsnap; echo "snapshot $?"
           $g at ro/p.gdcplan 0 ro/s.gdcsnap; echo "at $?"
           $g at ro/p.gdcplan 0 s.gdcsnap; echo "at $?"
           $g copy ro/p.gdcplan c.gdcplan > c.out; echo "copy $?""#,
        program().display()
    );
    match in_own_namespace(&folder, &script) {
        Some(ran) => {
            let lines: Vec<&str> = ran.out.lines().collect();
            assert_eq!(lines[0], "Before", "{ran:?}");
            assert!(lines[1].starts_with("The file is whole"), "{ran:?}");
            let statuses: Vec<&&str> =
                lines.iter().filter(|line| line.ends_with(|c: char| c.is_ascii_digit())).collect();
            assert_eq!(statuses[..3], [&"undo 1", &"new 1", &"snapshot 1"], "{ran:?}");
            assert!(lines.contains(&"at 1") && lines.contains(&"at 0") && lines.contains(&"copy 0"), "{ran:?}");
            assert!(ran.err.contains("may only be read. Nothing was changed. To edit, save a copy"), "{ran:?}");
            assert!(ran.err.contains("Files cannot be written in this folder"), "{ran:?}");
            assert_eq!(folder.field("c.gdcplan", "about:about", "title"), "Before");
            folder.run(["undo", "c.gdcplan"]).done();
        }
        None => {
            use std::os::unix::fs::PermissionsExt;
            let allow =
                |mode| std::fs::set_permissions(folder.at("ro"), std::fs::Permissions::from_mode(mode)).unwrap();
            allow(0o555);
            let ran = folder.run(["undo", "ro/p.gdcplan"]);
            let read = folder.run(["verify", "ro/p.gdcplan"]);
            allow(0o755);
            ran.failed(1, "Files cannot be written in this folder");
            read.done();
        }
    }
    assert_eq!(folder.bytes("ro/p.gdcplan"), before);
    assert_eq!(std::fs::read_dir(folder.at("ro")).unwrap().count(), 1);
}

#[test]
#[cfg(target_os = "linux")]
fn a_read_only_file_where_one_can_be_mounted_else_by_its_rights() {
    let folder = Folder::with_plan();
    folder.run(["call", "p.gdcplan", "about_set", &set("about", "title", "Before")]).done();
    let before = folder.bytes("p.gdcplan");
    let script = format!(
        r#"mount --bind p.gdcplan p.gdcplan && mount -o remount,bind,ro p.gdcplan
           {0} verify p.gdcplan
           set +e
           {0} undo p.gdcplan; exit $?"#,
        program().display()
    );
    let ran = in_own_namespace(&folder, &script).unwrap_or_else(|| {
        use std::os::unix::fs::PermissionsExt;
        let allow =
            |mode| std::fs::set_permissions(folder.at("p.gdcplan"), std::fs::Permissions::from_mode(mode)).unwrap();
        allow(0o444);
        folder.run(["verify", "p.gdcplan"]).done();
        let ran = folder.run(["undo", "p.gdcplan"]);
        allow(0o644);
        ran
    });
    assert_eq!(ran.status, 1, "{ran:?}");
    assert!(ran.err.contains("p.gdcplan may only be read. Nothing was changed. To edit, save a copy"), "{ran:?}");
    assert_eq!(folder.bytes("p.gdcplan"), before);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_where_one_can_be_mounted_else_a_limit_on_the_size_of_files() {
    let folder = Folder::with_plan();
    folder.run(["call", "p.gdcplan", "about_set", &set("about", "title", "Before")]).done();
    folder.write("set.json", set("about", "description", "x".repeat(40_000)));
    let script = format!(
        r#"mkdir full && mount -t tmpfs -o size=4m none full && cp p.gdcplan full
           dd if=/dev/zero of=full/filler bs=4k 2>/dev/null || true
           g={0}
           set +e
           sum=$(sha256sum < full/p.gdcplan)
           $g call full/p.gdcplan about_set "$(cat set.json)"; echo "set $?"
           $g new full/q.gdcplan; echo "new $?"
           $g generate full/g.gdcplan --commitments 10 --seed 1; echo "generate $?"
           $g snapshot full/p.gdcplan full/s.gdcsnap; echo "snapshot $?"
           $g copy full/p.gdcplan full/c.gdcplan; echo "copy $?"
           test "$sum" = "$(sha256sum < full/p.gdcplan)" && echo "the same bytes"
           $g verify full/p.gdcplan
           $g show full/p.gdcplan about:about | head -1
           ls -A full
           rm full/filler
           $g call full/p.gdcplan about_set "$(cat set.json)" > /dev/null; echo "set $?"
           $g verify full/p.gdcplan"#,
        program().display()
    );
    if let Some(ran) = in_own_namespace(&folder, &script) {
        assert_eq!(
            ran.out.lines().collect::<Vec<_>>(),
            [
                "set 3",
                "new 3",
                "generate 3",
                "snapshot 3",
                "copy 3",
                "the same bytes",
                "The file is whole: its structure, its references, its content and the snapshots it keeps.",
                "Before",
                "filler",
                "p.gdcplan",
                "set 0",
                "The file is whole: its structure, its references, its content and the snapshots it keeps.",
            ],
            "{ran:?}"
        );
        assert_eq!(ran.err.matches("The disk is full").count(), 5, "{ran:?}");
        return;
    }
    let before = folder.bytes("p.gdcplan");
    let limit = format!("trap '' XFSZ; ulimit -f {}; exec \"$@\"", before.len() / 512);
    let arguments = ["-c", &limit, "sh", program().to_str().unwrap(), "call", "p.gdcplan", "about_set"];
    let value = set("about", "description", "x".repeat(40_000));
    let ran = Ran::of(Command::new("sh").args(arguments).arg(value).current_dir(folder.path()).output().unwrap());
    ran.failed(3, "What you saved before is safe");
    assert_eq!(folder.bytes("p.gdcplan"), before);
    folder.run(["verify", "p.gdcplan"]).done();
}

#[test]
fn a_crash_in_the_middle_of_a_write_is_rolled_back_even_by_who_only_reads() {
    let folder = Folder::with_plan();
    // A journal that belongs to a write that never ended: SQLite's header, the original first page, and a changed file.
    let whole = folder.bytes("p.gdcplan");
    let page = usize::from(u16::from_be_bytes([whole[16], whole[17]]));
    let pages = (whole.len() / page) as u32;
    let (nonce, number) = (7u32, 2u32);
    let original = &whole[page..2 * page];
    let mut sum = nonce;
    let mut at = page as i64 - 200;
    while at > 0 {
        sum = sum.wrapping_add(u32::from(original[at as usize]));
        at -= 200;
    }
    let mut journal = b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7".to_vec();
    for word in [1, nonce, pages, 512, page as u32] {
        journal.extend(word.to_be_bytes());
    }
    journal.resize(512, 0);
    journal.extend(number.to_be_bytes());
    journal.extend(original);
    journal.extend(sum.to_be_bytes());
    let mut torn = whole.clone();
    torn[page..2 * page].fill(0xee);
    folder.write("p.gdcplan", &torn);
    folder.write("p.gdcplan-journal", &journal);
    folder.run(["verify", "p.gdcplan"]).done();
    assert_eq!(folder.bytes("p.gdcplan"), whole);
    assert_eq!(folder.names(), ["p.gdcplan"]);
}
