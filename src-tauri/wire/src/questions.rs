//! Questions: the plan check in words, and "this is intended, because …".

use std::sync::Arc;

use chrono::NaiveDate;
use plan::check::{self, Finding, Findings, Rule};
use plan::date::VagueDate;
use plan::kinds::Kind;
use plan::state::State;
use plan::{CreateRow, Error, Op, SetField};
use plan_strings::Strings;
use serde_json::{Map, Value as Json, json};

use crate::edit::kind_named;
use crate::present::{self, lower};
use crate::read::resolve;
use crate::session::{Call, Fault, Session, Shown, lock};
use crate::types::*;
use crate::{names, roles};

/// Questions that one request may ask for.
const WINDOW_MAX: usize = 500;
/// Rows that are sent with a question; the others are asked for.
const ROWS: usize = 5;
/// Rows of a question that one request may ask for.
const ROWS_MAX: usize = 1_000;
/// Questions on the overview.
const FIRST: usize = 5;
/// Names that a question lists; beyond that it counts.
const NAMES: usize = 4;
/// Findings that are kept: of now, and of what was looked at lately.
const KEPT: usize = 4;

/// Findings by the rows and the day that they are of.
pub(crate) type Kept = Vec<(Arc<State>, NaiveDate, Arc<Findings>)>;

/// The findings of a state, worked out once.
pub(crate) fn findings(session: &Session, call: &Call, shown: &Shown) -> Arc<Findings> {
    let today = roles::today(call);
    let fits =
        |(state, day, _): &&(Arc<State>, NaiveDate, Arc<Findings>)| Arc::ptr_eq(state, &shown.state) && *day == today;
    if let Some((_, _, findings)) = lock(&session.findings).iter().find(fits) {
        return findings.clone();
    }
    let findings = Arc::new(check::check(&shown.state, today));
    let mut kept = lock(&session.findings);
    kept.truncate(KEPT - 1);
    kept.insert(0, (shown.state.clone(), today, findings.clone()));
    findings
}

pub(crate) fn questions_list(session: &Session, call: &Call, list: QuestionsList) -> Result<Questions, Fault> {
    let (shown, _) = session.source(&list.source)?;
    if list.discreet {
        return Ok(Questions {
            op: shown.op,
            open: 0,
            intended: 0,
            rules: Vec::new(),
            count: 0,
            from: 0,
            questions: Vec::new(),
        });
    }
    let wanted = list.rule.as_deref().map(rule).transpose()?;
    let findings = findings(session, call, &shown);
    let of = if list.intended { &findings.intended } else { &findings.open };
    let touches = |finding: &&Finding| {
        list.row
            .as_ref()
            .is_none_or(|key| finding.rows.iter().any(|(kind, id)| kind.name() == key.kind && **id == *key.id))
    };
    let fitting: Vec<&Finding> = if list.first {
        check::first(&findings, FIRST)
    } else {
        of.iter().filter(|finding| wanted.is_none_or(|rule| finding.rule == rule)).filter(touches).collect()
    };
    let from = list.from.min(fitting.len());
    let to = if list.to == 0 { fitting.len() } else { list.to.clamp(from, fitting.len()) }.min(from + WINDOW_MAX);
    Ok(Questions {
        op: shown.op,
        open: findings.open.len(),
        intended: findings.intended.len(),
        rules: rules(&call.strings, of),
        count: fitting.len(),
        from,
        questions: fitting[from..to].iter().map(|finding| question(&call.strings, &shown.state, finding)).collect(),
    })
}

fn rule(code: &str) -> Result<Rule, Fault> {
    Rule::from_code(code).ok_or_else(|| Error::refused_with("no-such-rule", [("rule", code.to_owned())]))
}

fn rules(strings: &Strings, findings: &[Finding]) -> Vec<QuestionRule> {
    let mut rules: Vec<QuestionRule> = Vec::new();
    for (at, finding) in findings.iter().enumerate() {
        let code = finding.rule.code();
        if rules.last().is_none_or(|last| last.rule != code) {
            rules.push(QuestionRule {
                rule: code.to_owned(),
                title: about(strings, finding.rule, "title"),
                why: about(strings, finding.rule, "why"),
                count: 0,
                rows: 0,
                from: at,
            });
        }
        if let Some(last) = rules.last_mut() {
            last.count += 1;
            last.rows += finding.rows.len();
        }
    }
    rules
}

/// What is said of a rule: its title, why it is asked, what helps.
fn about(strings: &Strings, rule: Rule, what: &str) -> String {
    strings.lookup(&format!("check-{}-{what}", rule.code())).unwrap_or_else(|| rule.code().to_owned())
}

fn question(strings: &Strings, state: &State, finding: &Finding) -> Question {
    Question {
        rule: finding.rule.code().to_owned(),
        subject: finding.subject.clone(),
        words: words(strings, state, finding),
        why: about(strings, finding.rule, "why"),
        rows: touched(strings, state, &finding.rows[..finding.rows.len().min(ROWS)]),
        count: finding.rows.len(),
        remedy: about(strings, finding.rule, "remedy"),
        field: finding.rule.remedy().unwrap_or_default().to_owned(),
        intended: finding.intent.as_ref().and_then(|id| intended(strings, state, id)),
    }
}

fn intended(strings: &Strings, state: &State, id: &str) -> Option<Intended> {
    let row = state.row(Kind::Intent, id)?;
    let date = present::date_field(strings, row, "date").unwrap_or_else(|| strings.date_not_stated());
    let words = match row.text("said_by") {
        "" => strings.check_intended(row.text("because"), &date),
        by => strings.check_intended_by(row.text("because"), by, &date),
    };
    Some(Intended { id: id.to_owned(), words })
}

fn touched(strings: &Strings, state: &State, rows: &[(Kind, plan::state::Id)]) -> Vec<RowBrief> {
    let brief = |(kind, id): &(Kind, plan::state::Id)| {
        let row = state.row(*kind, id)?;
        let when = present::when_of(strings, state, row).unwrap_or_default();
        // Several paragraphs may state the same role of the same holder: they are told apart by their words and their place.
        let note = match row.kind() {
            Kind::Assignment => {
                let parts = [row.text("stated_as").to_owned(), row.text("source_para").to_owned(), when];
                parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
            }
            _ => when,
        };
        Some(present::brief(strings, state, row, note))
    };
    rows.iter().filter_map(brief).collect()
}

pub(crate) fn question_rows(session: &Session, call: &Call, ask: QuestionRows) -> Result<TouchedRows, Fault> {
    let (shown, _) = session.source(&ask.source)?;
    let findings = findings(session, call, &shown);
    let finding = named_question(&findings, &ask.question)?;
    let from = ask.from.min(finding.rows.len());
    let to = ask.to.clamp(from, finding.rows.len()).min(from + ROWS_MAX);
    let rows = touched(&call.strings, &shown.state, &finding.rows[from..to]);
    Ok(TouchedRows { count: finding.rows.len(), from, rows })
}

/// What is to be asked comes before what is intended: some rows of one question may be the one, others the other.
fn named_question<'a>(findings: &'a Findings, name: &QuestionName) -> Result<&'a Finding, Fault> {
    findings.find(rule(&name.rule)?, &name.subject).ok_or_else(|| Error::stale("question", &name.subject))
}

pub(crate) fn question_intended(session: &Session, call: &Call, ask: QuestionIntended) -> Result<Written, Fault> {
    let shown = session.shown();
    let found = findings(session, call, &shown);
    let finding = named_question(&found, &ask.question)?;
    let chosen = |id: &str| ask.rows.as_ref().is_none_or(|rows| rows.iter().any(|row| row == id));
    let rows: Vec<&str> = finding.rows.iter().map(|(_, id)| &**id).filter(|id| chosen(id)).collect();
    let by = match call.context.organization.as_str() {
        "" => call.context.by.clone(),
        organization => organization.to_owned(),
    };
    let known = shown
        .state
        .rows(Kind::Intent)
        .find(|row| row.text("rule") == ask.question.rule && row.text("subject") == ask.question.subject);
    let today = call.context.today.to_string();
    let op = match known {
        // What was said of other rows stays said.
        Some(known) => {
            let mut all: Vec<&str> = known.text("rows").lines().chain(rows).collect();
            all.sort_unstable();
            all.dedup();
            let set = |field: &str, value: Json| SetField {
                kind: Kind::Intent,
                id: known.id().to_string(),
                field: field.into(),
                value,
                words: None,
                was: None,
            };
            Op::SetMany(vec![
                set("because", json!(ask.because)),
                set("rows", json!(all.join("\n"))),
                set("said_by", json!(by)),
                set("date", json!(today)),
            ])
        }
        None => {
            let mut fields = Map::new();
            fields.insert("rule".into(), json!(ask.question.rule));
            fields.insert("subject".into(), json!(ask.question.subject));
            fields.insert("because".into(), json!(ask.because));
            fields.insert("rows".into(), json!(rows.join("\n")));
            fields.insert("said_by".into(), json!(by));
            fields.insert("date".into(), json!(today));
            Op::Create(CreateRow { kind: Kind::Intent, id: None, fields })
        }
    };
    session.write(call, |plan| plan.act(&call.context, &op, None))
}

pub(crate) fn question_ask_again(session: &Session, call: &Call, ask: QuestionName) -> Result<Written, Fault> {
    rule(&ask.rule)?;
    let state = session.shown().state;
    let known = state.rows(Kind::Intent).find(|row| row.text("rule") == ask.rule && row.text("subject") == ask.subject);
    let id = known.ok_or_else(|| Error::stale("question", &ask.subject))?.id().to_string();
    session.write(call, |plan| plan.act(&call.context, &Op::Delete { kind: Kind::Intent, id }, None))
}

/// The names of rows, of many the first.
fn listed(strings: &Strings, names: Vec<String>) -> String {
    let more = names.len().saturating_sub(NAMES);
    let mut shown: Vec<String> = names.into_iter().take(NAMES).collect();
    let last = if more > 0 { Some(strings.list_more(more as u64)) } else { shown.pop() };
    let first = shown.into_iter().reduce(|all, one| strings.list_comma(&all, &one));
    match (first, last) {
        (Some(first), Some(last)) => strings.list_and(&first, &last),
        (first, last) => first.or(last).unwrap_or_default(),
    }
}

/// The question as a sentence.
pub(crate) fn words(strings: &Strings, state: &State, finding: &Finding) -> String {
    let fact = |at: usize| finding.facts.get(at).map(String::as_str).unwrap_or_default();
    let row = |at: usize| finding.rows.get(at).and_then(|(kind, id)| state.row(*kind, id));
    let count = finding.rows.len() as u64;
    let first = || row(0).map(|row| names::name_of(strings, state, row)).unwrap_or_default();
    let all = || {
        let shown = finding.rows.iter().take(NAMES + 1).filter_map(|(kind, id)| state.row(*kind, id));
        let mut names: Vec<String> = shown.map(|row| names::name_of(strings, state, row)).collect();
        names.resize(finding.rows.len(), String::new());
        listed(strings, names)
    };
    let called = |kind: Kind, id: &str| state.row(kind, id).map_or_else(|| id.to_owned(), |row| row.short().to_owned());
    let objective = || match state.row(Kind::Objective, fact(0)) {
        Some(objective) => objective.short().to_owned(),
        None => strings.check_no_objective(),
    };
    let field = |at: usize| strings.small(strings.field(fact(at)));
    let date = |field: &str| row(0).and_then(|row| present::date_field(strings, row, field)).unwrap_or_default();
    match finding.rule {
        Rule::RolesDiffer => strings.check_roles_differ(&first(), &called(Kind::Source, fact(1))),
        Rule::FiguresDiffer if finding.facts.len() > 1 => {
            strings.check_figures_differ(&listed(strings, finding.facts.clone()), &first())
        }
        Rule::FiguresDiffer => strings.check_figures_differ_values(&first()),
        Rule::SeveralSpellings => {
            let others: Vec<String> = finding.facts.iter().map(|id| organization(strings, state, id)).collect();
            let same = finding.rows.iter().any(|(_, id)| **id == *fact(0));
            let others = listed(strings, others);
            let name = row(0).map(|row| row.short().to_owned()).unwrap_or_default();
            if same {
                strings.check_several_spellings_same(&name, &others)
            } else {
                strings.check_several_spellings(&name, &others)
            }
        }
        Rule::LooksAlike => strings.check_looks_alike(fact(1), fact(0)),
        Rule::StatusAgainstDates => {
            let status = row(0).map(|row| lower(&strings.choice(Kind::Commitment, "status", row.text("status"))));
            strings.check_status_against_dates(&date(fact(0)), &field(0), &first(), &status.unwrap_or_default())
        }
        Rule::TwoDates => {
            let computed = VagueDate::parse(fact(0)).map(|date| strings.date_words(&date)).unwrap_or_default();
            strings.check_two_dates(&computed, &date("date"), &first())
        }
        Rule::DecidedTwice => strings.check_decided_twice(finding.rows.len().saturating_sub(1) as u64, &first()),
        Rule::HangsOnItself => strings.check_hangs_on_itself(&first()),
        Rule::LinkGone => strings.check_link_gone(&field(0), &first()),
        Rule::EndedStillNamed => {
            let naming = fact(1).parse().unwrap_or_default();
            let kind = finding.rows.first().map_or(Kind::Group, |(kind, _)| *kind);
            match fact(0) {
                "" => strings.check_ended_still_named(naming, &first()),
                successor => strings.check_ended_still_named_successor(naming, &first(), &called(kind, successor)),
            }
        }
        Rule::LooksCopied => strings.check_looks_copied(&all()),
        Rule::RoleNotStated => {
            let role = lower(&called(Kind::Role, fact(0)));
            if fact(1) == "second" {
                strings.check_role_not_stated_second(&all(), &role)
            } else {
                strings.check_role_not_stated_all(&all(), &role)
            }
        }
        Rule::NoOutcome => strings.check_no_outcome(count, &all(), fact(0)),
        Rule::Old => strings.check_old(count, &date("status_as_of"), &all()),
        Rule::StatusUndated => strings.check_status_undated(count, &all()),
        Rule::NoDate => strings.check_no_date(count, &all(), &objective()),
        Rule::NoLead => strings.check_no_lead(count, &all(), &objective()),
        Rule::NoOwner => strings.check_no_owner(count, &all()),
        Rule::NoSource => {
            let kind = Kind::from_name(fact(0)).map(|kind| strings.kinds(kind)).unwrap_or_default();
            if count == 1 { strings.check_no_source_one(&kind, &all()) } else { strings.check_no_source(count, &kind) }
        }
        Rule::CarriedInPart => strings.check_carried_in_part(count, &called(Kind::Instrument, fact(0))),
        Rule::ActionLineUnmapped => strings.check_action_line_unmapped(count, &lines(strings, state, finding)),
    }
}

/// "WHO (World Health Organization)".
fn organization(strings: &Strings, state: &State, id: &str) -> String {
    match state.row(Kind::Organization, id) {
        Some(row) if row.short() != row.title() => strings.check_organization(row.short(), row.title()),
        Some(row) => row.title().to_owned(),
        None => id.to_owned(),
    }
}

/// All codes: there are eighteen at the most.
fn lines(strings: &Strings, state: &State, finding: &Finding) -> String {
    let mut codes: Vec<String> =
        finding.rows.iter().filter_map(|(kind, id)| state.row(*kind, id)).map(|row| row.short().to_owned()).collect();
    let last = codes.pop().unwrap_or_default();
    let first = codes.into_iter().reduce(|all, one| strings.list_comma(&all, &one));
    first.map_or_else(|| last.clone(), |first| strings.list_and(&first, &last))
}

/// The rows that name a group or an organization: what to look at when it is concluded or renamed. The note says as what.
pub(crate) fn row_naming(session: &Session, call: &Call, ask: RowNaming) -> Result<TouchedRows, Fault> {
    let kind = kind_named(&ask.kind)?;
    let (shown, _) = session.seen(&Source::Now, ask.discreet)?;
    let (state, strings) = (&shown.state, &call.strings);
    let id: plan::state::Id = resolve(state, kind, &ask.id)?.into();
    let naming = check::naming(state, kind, &id);
    let brief =
        |(row, field): &(Arc<plan::Row>, &'static str)| present::brief(strings, state, row, strings.field(field));
    Ok(TouchedRows { count: naming.len(), from: 0, rows: naming.iter().take(ROWS_MAX).map(brief).collect() })
}
