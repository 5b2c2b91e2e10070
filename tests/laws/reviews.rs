//! Reviews of real plans: an open one changes nothing, applying is one step, undoing it opens it again, and whatever comes in from
//! whoever, nothing is lost and nothing is silent.

use plan::history::Moment;
use plan::merge::{Key, Verdict, Why};
use plan::review::{Choice, Decision, Incoming, Loaded, Sort, applied_values, holding, read_incoming, seen_of};
use plan::snapshot::{Snapshot, With};
use plan::{Context, Error, Kind, Op, Origin, Plan, Value};
use plan_tests::desk::{Desk, code, set};
use plan_tests::{context, edit, quick_folder, read, same_content, sample, zipped};
use serde_json::{Value as Json, json};

fn incoming(bytes: Vec<u8>) -> Incoming {
    let manifest = Snapshot::read(&bytes).unwrap().manifest;
    Incoming { file: format!("{}.gdcsnap", manifest.organization), sort: Sort::Snapshot, manifest, bytes, common: None }
}

/// What somebody sends back who made a copy of a snapshot and changed some things.
fn back(bytes: &[u8], who: &str, at: u64, change: impl FnOnce(&mut Desk)) -> Vec<u8> {
    let mut theirs = Desk::with(|path| Plan::create(path, Origin::Snapshot(bytes), &context(at)).unwrap());
    theirs.requests = at;
    change(&mut theirs);
    let context = Context { by: format!("Person of {who}"), organization: who.into(), ..theirs.ask() };
    theirs.plan.snapshot(&context, &format!("From {who}"), With::default()).unwrap()
}

struct Table {
    desk: Desk,
    sent: Vec<u8>,
}

impl Table {
    fn new() -> Table {
        let mut desk = Desk::new();
        let context = desk.ask();
        let sent = desk.plan.snapshot(&context, "As sent", With::default()).unwrap();
        Table { desk, sent }
    }
    fn back(&self, who: &str, change: impl FnOnce(&mut Desk)) -> Vec<u8> {
        back(&self.sent, who, 1_000, change)
    }
    fn take_in(&mut self, files: &[&[u8]]) -> Loaded {
        let files: Vec<Incoming> = files.iter().map(|bytes| incoming(bytes.to_vec())).collect();
        let context = self.desk.ask();
        let (review, _) = self.desk.plan.review_take_in(&context, None, &files).unwrap();
        self.desk.plan.review_load(review).unwrap()
    }
    fn decide(&mut self, loaded: &Loaded, field: &str, choice: Choice, source: Option<usize>, value: Option<Json>) {
        let merged = loaded.merged(self.desk.plan.state());
        let item = merged.items.iter().find(|item| item.key.text().split('/').nth(1) == Some(field)).expect("an item");
        let context = self.desk.ask();
        let decision = Decision {
            item: item.key.text(),
            choice,
            source: source.map(|at| loaded.files[at].file.snapshot.clone()),
            value,
            note: String::new(),
            seen: seen_of(item),
            at: context.at(),
            by: context.by,
        };
        self.desk.plan.review_decide(loaded.review.id, &[(item.key.text(), Some(decision))]).unwrap();
    }
    fn apply(&mut self, loaded: &Loaded) -> plan::review::Outcomes {
        let context = self.desk.ask();
        self.desk.plan.review_apply(&context, loaded, None, &|_| Json::Null, |_| Ok(())).unwrap()
    }
}

fn schools() -> String {
    sample::id(Kind::Commitment, "schools")
}

fn title(desk: &mut Desk, text: &str) {
    desk.set(Kind::Commitment, &schools(), "title", json!(text));
}

fn meet(desk: &mut Desk) {
    desk.set(Kind::Commitment, &schools(), "next_step", json!("Meet"));
}

#[test]
fn an_open_review_changes_nothing_and_applying_is_one_step_that_undo_opens_again() {
    let mut table = Table::new();
    let one = table.back("BDT", |theirs| title(theirs, "By BDT"));
    let other = table.back("TSB", |theirs| {
        title(theirs, "By TSB");
        theirs.set(Kind::Commitment, &schools(), "next_step", json!("Meet"));
    });
    let (before, hash, newest) =
        (table.desk.plan.state().clone(), table.desk.plan.hash().unwrap(), table.desk.plan.newest());
    let loaded = table.take_in(&[&one, &other]);
    let bdt = loaded.files.iter().position(|read| read.manifest.organization == "BDT").unwrap();
    let merged = loaded.merged(table.desk.plan.state());
    assert_eq!(merged.items.len(), 2);
    table.decide(&loaded, "title", Choice::Theirs, Some(bdt), None);
    assert_eq!(*before, **table.desk.plan.state());
    assert_eq!((table.desk.plan.hash().unwrap(), table.desk.plan.newest()), (hash, newest), "no step");
    table.desk.plan.verify().unwrap();

    let done = table.apply(&loaded);
    assert_eq!((done.settled, done.open, done.held.len()), (2, 0, 0));
    assert_eq!(done.outcome.as_ref().unwrap().op, newest + 1, "one step");
    assert_eq!(table.desk.texts(Kind::Commitment, &schools(), ["title", "next_step"]), ["By BDT", "Meet"]);
    table.desk.plan.verify().unwrap();
    let review = table.desk.plan.review(loaded.review.id).unwrap();
    assert!(review.is_applied() && review.closed.is_some());
    let after = table.desk.plan.state().clone();
    // What was reviewed is an ancestor now: the same files change nothing.
    let again = table.take_in(&[&one, &other]);
    assert!(again.merged(table.desk.plan.state()).items.is_empty());
    // Undone, it is open again, with its decisions.
    let context = table.desk.ask();
    table.desk.plan.undo(&context, false).unwrap();
    assert!(same_content(&before, table.desk.plan.state()));
    let review = table.desk.plan.review(loaded.review.id).unwrap();
    assert!(!review.is_applied() && review.closed.is_none());
    let decisions = table.desk.plan.review_decisions(review.id).unwrap();
    let opened = table.desk.plan.review_load(review.id).unwrap();
    assert_eq!(holding(&opened.merged(table.desk.plan.state()), &decisions).len(), 1);
    let context = table.desk.ask();
    table.desk.plan.redo(&context).unwrap();
    assert_eq!(*after, **table.desk.plan.state());
    assert!(table.desk.plan.review(review.id).unwrap().is_applied());
    table.desk.plan.verify().unwrap();
    // The side that lost is in history, and in the bytes that are kept.
    let kept = table.desk.plan.at(&Moment::Snapshot("From TSB".into())).unwrap();
    assert_eq!(kept.row(Kind::Commitment, &schools()).unwrap().text("title"), "By TSB");
}

#[test]
fn without_a_restore_point_nothing_is_merged() {
    let mut table = Table::new();
    let one = table.back("BDT", meet);
    let loaded = table.take_in(&[&one]);
    let (before, newest) = (table.desk.plan.state().clone(), table.desk.plan.newest());
    let context = table.desk.ask();
    let full = |_: &Plan| Err(Error::Broken { code: "disk-full", context: "no room".into() });
    let refused = table.desk.plan.review_apply(&context, &loaded, None, &|_| Json::Null, full).map(|_| ());
    assert_eq!(code(refused), "disk-full");
    assert_eq!((*before == **table.desk.plan.state(), table.desk.plan.newest()), (true, newest));
    table.desk.plan.verify().unwrap();
}

#[test]
fn what_comes_out_otherwise_than_worked_out_is_not_kept() {
    let mut table = Table::new();
    let one = table.back("BDT", meet);
    let loaded = table.take_in(&[&one]);
    let before = table.desk.plan.state().clone();
    // Something in between changes what is written.
    let sql =
        "CREATE TEMP TRIGGER meddle AFTER UPDATE OF next_step ON main.commitment WHEN new.next_step IS NOT 'other'
               BEGIN UPDATE main.commitment SET next_step = 'other' WHERE id = new.id; END";
    table.desk.plan.store().connection_for_tests().execute_batch(sql).unwrap();
    let context = table.desk.ask();
    let refused = table.desk.plan.review_apply(&context, &loaded, None, &|_| Json::Null, |_| Ok(())).map(|_| ());
    assert_eq!(code(refused), "broken");
    assert!(same_content(&before, table.desk.plan.state()));
    table.desk.plan.store().connection_for_tests().execute_batch("DROP TRIGGER meddle").unwrap();
    table.apply(&loaded);
    assert_eq!(table.desk.text(Kind::Commitment, &schools(), "next_step"), "Meet");
    table.desk.plan.verify().unwrap();
}

#[test]
fn what_changed_meanwhile_is_asked_again() {
    let mut table = Table::new();
    let one = table.back("BDT", |theirs| {
        title(theirs, "By BDT");
        theirs.set(Kind::Commitment, &schools(), "next_step", json!("Meet"));
    });
    title(&mut table.desk, "Mine");
    let loaded = table.take_in(&[&one]);
    table.decide(&loaded, "title", Choice::Theirs, None, None);
    let seen = table.desk.plan.state().clone();
    // After it was decided, mine becomes another; and what would have been taken becomes a conflict.
    title(&mut table.desk, "Mine again");
    table.desk.set(Kind::Commitment, &schools(), "next_step", json!("Write"));
    let context = table.desk.ask();
    let refused = table.desk.plan.review_apply(&context, &loaded, Some(&seen), &|_| Json::Null, |_| Ok(()));
    assert_eq!(code(refused.map(|_| ())), "review-changed");
    // Whoever has looked at it as it is now applies what is left: both are open, and mine stands.
    let now = table.desk.plan.state().clone();
    let context = table.desk.ask();
    let merged = loaded.merged(&now);
    assert!(holding(&merged, &table.desk.plan.review_decisions(loaded.review.id).unwrap()).is_empty());
    let done = table.desk.plan.review_apply(&context, &loaded, None, &|_| Json::Null, |_| Ok(())).unwrap();
    assert_eq!((done.settled, done.open), (0, 2));
    assert_eq!(table.desk.texts(Kind::Commitment, &schools(), ["title", "next_step"]), ["Mine again", "Write"]);
}

#[test]
fn later_keeps_mine_stays_listed_and_can_be_decided_years_after() {
    let mut table = Table::new();
    let one = table.back("BDT", |theirs| title(theirs, "By BDT"));
    title(&mut table.desk, "Mine");
    let loaded = table.take_in(&[&one]);
    table.decide(&loaded, "title", Choice::Later, None, None);
    let done = table.apply(&loaded);
    assert_eq!((done.settled, done.open), (0, 1));
    let review = table.desk.plan.review(loaded.review.id).unwrap();
    assert!(review.is_applied() && review.closed.is_none(), "something is open in it");
    // Years later, with other steps in between.
    table.desk.requests += 300_000_000;
    table.desk.set(Kind::Commitment, &schools(), "next_step", json!("Meet"));
    let loaded = table.desk.plan.review_load(review.id).unwrap();
    assert_eq!(loaded.merged(table.desk.plan.state()).items.len(), 1);
    table.decide(&loaded, "title", Choice::Write, None, Some(json!("Ours")));
    let done = table.apply(&loaded);
    assert_eq!((done.settled, done.open), (1, 0));
    assert_eq!(table.desk.text(Kind::Commitment, &schools(), "title"), "Ours");
    table.desk.plan.verify().unwrap();
}

#[test]
fn a_file_that_disagrees_with_a_value_taken_earlier_opens_a_conflict_that_names_its_author() {
    let mut table = Table::new();
    let one = table.back("BDT", |theirs| title(theirs, "By BDT"));
    let other = table.back("TSB", |theirs| title(theirs, "By TSB"));
    let loaded = table.take_in(&[&one]);
    table.apply(&loaded);
    let loaded = table.take_in(&[&other]);
    let merged = loaded.merged(table.desk.plan.state());
    let item = &merged.items[0];
    assert_eq!((merged.items.len(), item.verdict), (1, Verdict::Conflict(Why::Several)));
    let earlier = applied_values(&table.desk.plan.reviews().unwrap());
    let (value, from) = &earlier[&item.key.text()];
    assert_eq!((value, from.len()), (&json!("By BDT"), 1));
    assert_eq!(from[0], Snapshot::read(&one).unwrap().manifest.id);
}

#[test]
fn a_deletion_is_asked_and_takes_along_what_its_sender_deleted_with_it() {
    let mut table = Table::new();
    let one = table.back("BDT", |theirs| drop(theirs.act(&Op::Delete { kind: Kind::Commitment, id: schools() })));
    let loaded = table.take_in(&[&one]);
    let merged = loaded.merged(table.desk.plan.state());
    let key = Key { kind: Kind::Commitment, id: (&*schools()).into(), part: plan::merge::Part::Row };
    assert_eq!(merged.item(&key).unwrap().verdict, Verdict::Asked(Why::Deletion));
    let done = table.apply(&loaded);
    assert!(done.open > 0 && table.desk.row(Kind::Commitment, &schools()).is_some());
    let context = table.desk.ask();
    let decision = Decision {
        item: key.text(),
        choice: Choice::Theirs,
        source: None,
        value: None,
        note: String::new(),
        seen: seen_of(merged.item(&key).unwrap()),
        at: context.at(),
        by: context.by,
    };
    table.desk.plan.review_decide(loaded.review.id, &[(key.text(), Some(decision))]).unwrap();
    let loaded = table.desk.plan.review_load(loaded.review.id).unwrap();
    let done = table.apply(&loaded);
    assert!(done.held.is_empty(), "{:?}", done.held);
    assert!(table.desk.row(Kind::Commitment, &schools()).is_none());
    table.desk.plan.verify().unwrap();
    let context = table.desk.ask();
    table.desk.plan.undo(&context, false).unwrap();
    assert!(table.desk.row(Kind::Commitment, &schools()).is_some());
}

#[test]
fn a_note_that_stayed_with_its_writer_is_not_stated_and_one_for_everyone_that_is_gone_is_asked_about() {
    let mut table = Table::new();
    let mut note = |text: &str, audience: &str| {
        let Json::Object(fields) = json!({ "text": text, "audience": audience, "commitment": schools() }) else {
            unreachable!()
        };
        table.desk.act(&Op::Create(plan::CreateRow { kind: Kind::Note, id: None, fields }));
        let rows = table.desk.plan.state().rows(Kind::Note);
        rows.filter(|row| row.text("text") == text).map(|row| row.id().to_string()).next().unwrap()
    };
    let (mine, ours) = (note("Between us", "delegation"), note("For all", "everyone"));
    // Mine goes to my deputy with all its notes. What comes back is sent as things are sent to anybody.
    let context = table.desk.ask();
    table.sent = table.desk.plan.snapshot(&context, "To my deputy", With { persons: false, notes: true }).unwrap();
    let answer = table.back("BDT", |theirs| {
        assert!(theirs.row(Kind::Note, &mine).is_some(), "it went along");
        meet(theirs);
        theirs.act(&Op::Delete { kind: Kind::Note, id: ours.clone() });
    });
    let loaded = table.take_in(&[&answer]);
    let merged = loaded.merged(table.desk.plan.state());
    let gone: Vec<String> = merged
        .items
        .iter()
        .filter(|item| item.why() == Some(Why::Deletion))
        .map(|item| item.key.id.to_string())
        .collect();
    assert_eq!(gone, [ours]);
    // Nor is it counted among what is missing, where there is no last common version.
    let stranger = zipped::resealed(&answer, |manifest, _| {
        manifest["parents"] = json!([]);
        manifest["ancestors"] = json!([]);
    });
    let merged = table.take_in(&[&stranger]).merged(table.desk.plan.state());
    let missing = merged.findings.iter().find(|finding| finding.rule == "only-mine" && finding.kind == Kind::Note);
    assert_eq!(missing.map(|finding| finding.count), Some(1), "{:#?}", merged.findings);
}

#[test]
fn lines_that_cross_have_what_both_agreed_on_in_common() {
    // Two colleagues take each other's version in, each decides, and both send a new one.
    let mut table = Table::new();
    let from_mine = {
        title(&mut table.desk, "Mine");
        let context = table.desk.ask();
        table.desk.plan.snapshot(&context, "Mine", With::default()).unwrap()
    };
    let theirs_first = table.back("BDT", meet);
    // They take mine in.
    let mut theirs = Desk::with(|path| Plan::create(path, Origin::Snapshot(&theirs_first), &context(2_000)).unwrap());
    theirs.requests = 2_000;
    let context = theirs.ask();
    let (review, _) = theirs
        .plan
        .review_take_in(&context, None, &[incoming(from_mine.clone()), incoming(table.sent.clone())])
        .unwrap();
    let loaded = theirs.plan.review_load(review).unwrap();
    let context = theirs.ask();
    theirs.plan.review_apply(&context, &loaded, None, &|_| Json::Null, |_| Ok(())).unwrap();
    theirs.set(Kind::Commitment, &schools(), "description", json!("Long words by BDT"));
    let context = theirs.ask();
    let theirs_second = theirs.plan.snapshot(&context, "Second", With::default()).unwrap();
    // I take theirs in.
    let loaded = table.take_in(&[&theirs_first]);
    table.apply(&loaded);
    let loaded = table.take_in(&[&theirs_second]);
    let common = loaded.proposals[0].common.as_ref().unwrap();
    assert_eq!(common.of.len(), 2, "two ancestors, of which none descends from the other");
    let fields: Vec<String> = loaded.merged(table.desk.plan.state()).items.iter().map(|item| item.key.text()).collect();
    assert!(fields.iter().any(|key| key.starts_with("commitment/description/")), "{fields:?}");
    assert!(!fields.iter().any(|key| key.contains("/title/") || key.contains("/next_step/")), "{fields:?}");
}

#[test]
fn a_strangers_plan_is_compared_by_id_and_likeness_and_said_to_be_so() {
    let mut table = Table::new();
    // The same rows under other ids, from a plan that shares nothing with mine.
    let renamed = zipped::resealed(&table.sent, |manifest, parts| {
        manifest["parents"] = json!([]);
        manifest["ancestors"] = json!([]);
        let text = serde_json::to_string(&parts).unwrap();
        let other = text.replace(&schools(), "01980000-0000-7000-8000-000000000001");
        *parts = serde_json::from_str(&other).unwrap();
        let (_, rows) = parts.iter_mut().find(|(name, _)| name == "commitment.json").unwrap();
        let row =
            rows.as_array_mut().unwrap().iter_mut().find(|row| row["id"] == "01980000-0000-7000-8000-000000000001");
        row.unwrap()["next_step"] = json!("Meet");
    });
    let loaded = table.take_in(&[&renamed]);
    assert!(loaded.proposals[0].common.is_none());
    let merged = loaded.merged(table.desk.plan.state());
    let codes: Vec<&str> = merged.findings.iter().map(|finding| finding.rule).collect();
    assert!(codes.contains(&"like") && codes.contains(&"no-common-state"), "{codes:?}");
    let next = merged.items.iter().find(|item| item.key.text() == format!("commitment/next_step/{}", schools()));
    assert_eq!(next.unwrap().verdict, Verdict::Conflict(Why::NoCommon), "{:#?}", merged.items);
    assert!(merged.items.iter().all(|item| item.verdict != Verdict::Taken));
}

#[test]
fn fields_and_parts_of_a_newer_version_are_taken_in_and_written_back() {
    let mut table = Table::new();
    let from_next_year = {
        let bytes = table.back("BDT", |theirs| title(theirs, "By BDT"));
        zipped::resealed(&bytes, |manifest, parts| {
            manifest["format"] = json!(3);
            for (name, rows) in parts.iter_mut().filter(|(name, _)| name == "commitment.json") {
                let _ = name;
                rows[0]["colour"] = json!({ "deep": [1, 2] });
            }
            parts.push(("promise.json".into(), json!([{ "id": "p1", "words": "We will" }])));
            manifest["private"].as_array_mut().unwrap().push(json!("commitment.mood2"));
        })
    };
    let loaded = table.take_in(&[&from_next_year]);
    table.apply(&loaded);
    table.desk.plan.verify().unwrap();
    let context = table.desk.ask();
    let again = Snapshot::read(&table.desk.plan.snapshot(&context, "On", With::default()).unwrap()).unwrap();
    assert!(again.unknown["promise"].contains("We will"));
    let extra: Vec<&str> = again.state.rows(Kind::Commitment).filter_map(|row| row.extra()).collect();
    assert!(extra.iter().any(|extra| extra.contains("colour")), "{extra:?}");
    assert!(again.manifest.omitted.contains(&"commitment.mood2".to_owned()), "what is private stays private");
}

#[test]
fn clocks_that_are_ten_years_apart_come_to_the_same() {
    let mut hashes = Vec::new();
    for shift in [0, 315_360_000u64] {
        let mut table = Table::new();
        let one = back(&table.sent, "BDT", 1_000 + shift, |theirs| {
            title(theirs, "By BDT");
            theirs.set(Kind::Commitment, &schools(), "next_step", json!("Meet"));
        });
        let other = back(&table.sent, "TSB", 1_000, |theirs| title(theirs, "By TSB"));
        let loaded = table.take_in(&[&one, &other]);
        table.apply(&loaded);
        hashes.push(table.desk.plan.hash().unwrap());
    }
    assert_eq!(hashes[0], hashes[1]);
}

#[test]
fn a_copy_of_the_file_goes_back_to_the_last_step_that_both_share() {
    let folder = quick_folder();
    let (here, copy) = (folder.path().join("plan.gdcplan"), folder.path().join("plan-PC-2.gdcplan"));
    sample::plan_file(&here);
    let act = |path: &std::path::Path, n: u64, field: &str, value: Json| {
        let mut plan = edit(path, n).unwrap();
        plan.act(&context(n + 1), &Op::Set(set(Kind::Commitment, &schools(), field, value)), None).unwrap();
    };
    act(&here, 10, "title", json!("Before both"));
    std::fs::copy(&here, &copy).unwrap();
    act(&copy, 20, "title", json!("On the other laptop"));
    act(&here, 30, "next_step", json!("Here"));
    let bytes = std::fs::read(&copy).unwrap();
    let mut plan = edit(&here, 40).unwrap();
    let one = read_incoming(&plan, &copy, &context(41), None).unwrap();
    assert_eq!(one.sort, Sort::Copy);
    let (review, _) = plan.review_take_in(&context(42), None, &[one]).unwrap();
    let loaded = plan.review_load(review).unwrap();
    let merged = loaded.merged(plan.state());
    let keys: Vec<String> = merged.items.iter().map(|item| item.key.text()).collect();
    assert_eq!(keys, [format!("commitment/title/{}", schools())]);
    assert_eq!(merged.items[0].verdict, Verdict::Taken);
    plan.review_apply(&context(43), &loaded, None, &|_| Json::Null, |_| Ok(())).unwrap();
    let row = plan.state().row(Kind::Commitment, &schools()).unwrap();
    assert_eq!((row.text("title"), row.text("next_step")), ("On the other laptop", "Here"));
    assert_eq!(std::fs::read(&copy).unwrap(), bytes, "the copy was only read");
    // Again, as it is: nothing.
    let one = read_incoming(&plan, &copy, &context(44), None).unwrap();
    let (review, _) = plan.review_take_in(&context(45), None, &[one]).unwrap();
    assert!(plan.review_load(review).unwrap().merged(plan.state()).items.is_empty());
    drop(plan);
    read(&here).unwrap().verify().unwrap();
}

#[test]
fn the_words_of_a_long_text_are_put_together_only_when_somebody_says_so() {
    let mut table = Table::new();
    let long = "one two three four five six seven";
    table.desk.set(Kind::Commitment, &schools(), "description", json!(long));
    let context = table.desk.ask();
    table.sent = table.desk.plan.snapshot(&context, "Long", With::default()).unwrap();
    let one = table.back("BDT", |theirs| {
        theirs.set(Kind::Commitment, &schools(), "description", json!(long.replace("two", "TWO")));
    });
    table.desk.set(Kind::Commitment, &schools(), "description", json!(long.replace("six", "SIX")));
    let loaded = table.take_in(&[&one]);
    let merged = loaded.merged(table.desk.plan.state());
    assert_eq!(merged.items[0].verdict, Verdict::Conflict(Why::Several));
    let both = plan::review::both_of(&merged.items[0]).unwrap();
    let text = Value::Text("one TWO three four five SIX seven".into());
    assert_eq!(both, plan::merge::Content::Values(vec![Some(text)]));
    table.apply(&loaded);
    assert_eq!(table.desk.text(Kind::Commitment, &schools(), "description"), long.replace("six", "SIX"));
    table.decide(&loaded, "description", Choice::Both, None, None);
    table.apply(&loaded);
    assert_eq!(table.desk.text(Kind::Commitment, &schools(), "description"), "one TWO three four five SIX seven");
}
