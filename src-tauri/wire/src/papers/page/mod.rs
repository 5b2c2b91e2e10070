//! The plan as one page of HTML, with its snapshot inside.

mod lanes;
mod more;
mod rows;

use std::collections::HashMap;
use std::sync::Arc;

use plan::kinds::Kind;
use plan::state::State;
use plan::{Context, Error, Row};
use plan_documents::page::{Body, Page, Section, Shape, Snapshot, Standing, Words};

use super::{Draft, dates};
use crate::overview;
use crate::session::{Fault, Opened, Session, lock};
use crate::sources::Foreign;
use crate::types::Source;

/// Longest name of the snapshot that the page saves.
const NAME: usize = 60;

/// The rows of which the snapshot in the page is made: beside what is shown, which snapshots they descend from. A snapshot that
/// is looked at says so itself.
pub(super) fn descended(
    session: &Session,
    source: &Source,
    foreign: Option<&Foreign>,
    shown: &Arc<State>,
) -> Result<Arc<State>, Fault> {
    let of_file = foreign.and_then(|foreign| foreign.snapshot.clone());
    let snapshot = match (of_file, source, &*lock(&session.opened)) {
        (Some(snapshot), ..) => Some(snapshot),
        (None, Source::Now, Opened::Snapshot { snapshot, .. }) => Some((**snapshot).clone()),
        _ => None,
    };
    snapshot.map_or_else(|| Ok(shown.clone()), |snapshot| snapshot.into_plan_rows().map(Arc::new))
}

/// What the snapshot in a page says beside its rows: that of the plan as it is.
pub(super) fn beside(session: &Session, source: &Source, op: i64) -> Result<plan::snapshot::Beside, Fault> {
    match (source, &*lock(&session.opened)) {
        (Source::Now, Opened::Plan(plan)) if plan.newest() == op => plan.beside(),
        _ => Ok(plan::snapshot::Beside::default()),
    }
}

/// The place of a row among others, by its id.
type Places<'a> = HashMap<&'a str, usize>;

impl Draft<'_> {
    /// The page. `whole` are the rows of which its snapshot is made.
    pub(super) fn page(&mut self, whole: &State) -> Result<Page, Fault> {
        let state = self.state.clone();
        let snapshot = self.inside(whole)?;
        let strings = self.strings.clone();
        let tables = rows::Tables::of(&state, &strings, self.with, self.at.date_naive());
        let mut sections = Vec::new();
        let mut add = |name: &'static str, title: String, intro: String, body: Body| {
            sections.push(Section { name, title, intro, body });
        };
        let columns = [strings.kind(Kind::Objective), strings.kinds(Kind::Commitment), strings.field("as_of")];
        add(
            "standing",
            strings.page_standing(),
            strings.page_standing_intro(),
            Body::Standing(columns, self.standing(&state)),
        );
        add("commitments", strings.kinds(Kind::Commitment), String::new(), Body::Tables(tables.commitments()));
        let lanes = lanes::draw(&state, &strings, &tables);
        add("timeline", strings.page_timeline(), String::new(), Body::Timeline(lanes));
        add("milestones", strings.kinds(Kind::Milestone), String::new(), Body::Tables(tables.milestones()));
        // What a plan may well do without is left out, where there is none.
        let mut others = [
            ("groups", strings.kinds(Kind::Group), tables.groups()),
            ("lines", strings.kinds(Kind::ActionLine), tables.action_lines()),
            ("figures", strings.kinds(Kind::Indicator), tables.indicators()),
            ("names", strings.page_names(), tables.organizations()),
            ("sources", strings.kinds(Kind::Source), tables.sources()),
        ];
        for (name, title, tables) in &mut others {
            if tables.iter().any(|table| !table.rows.is_empty()) {
                add(name, std::mem::take(title), String::new(), Body::Tables(std::mem::take(tables)));
            }
        }
        for kind in [Kind::Commitment, Kind::Milestone, Kind::Group] {
            self.count(kind, state.count(kind));
        }
        let about = state.row(Kind::About, "about");
        let lead = about.map(|row| row.text("description").to_owned()).unwrap_or_default();
        let objectives = state.in_order(Kind::Objective);
        Ok(Page {
            language: strings.lang().to_owned(),
            mirrored: strings.direction() == "rtl",
            owner: self.owner(),
            title: self.title(),
            lead,
            facts: self.facts(),
            objectives: objectives.iter().map(|row| numbered(row)).collect(),
            statuses: SHAPES
                .iter()
                .map(|(code, shape)| (*shape, strings.choice(Kind::Commitment, "status", code)))
                .collect(),
            sections,
            foot: vec![strings.page_foot_made(), strings.page_foot_inside(), strings.page_foot_hash(&self.hash)],
            words: self.words(),
            snapshot,
        })
    }

    /// What is known of the state that the page shows.
    fn facts(&self) -> Vec<(String, String)> {
        let strings = &self.strings;
        let mut facts: Vec<_> = self.state_words().map(|words| (strings.page_state(), words)).into_iter().collect();
        for kind in [Kind::Commitment, Kind::Milestone, Kind::Group] {
            facts.push((strings.kinds(kind), self.state.count(kind).to_string()));
        }
        let stays = match (self.with.persons, self.with.notes) {
            (false, false) => strings.page_private_all(),
            (false, true) => strings.page_private_persons(),
            (true, false) => strings.page_private_notes(),
            (true, true) => strings.page_private_none(),
        };
        facts.push((strings.page_private(), stays));
        facts
    }

    /// The snapshot of the same rows. Made at the time at which they were written last: equal rows, equal bytes.
    fn inside(&self, whole: &State) -> Result<Snapshot, Fault> {
        let context = Context {
            now: self.at,
            today: self.at.date_naive(),
            // Whoever is named in a page that goes round is to be asked first; for whom it was made is no secret.
            by: String::new(),
            organization: self.sender.clone(),
            seed: 0,
        };
        let (name, beside) = (context.today.to_string(), self.beside.clone());
        let (_, bytes) = plan::snapshot::write_beside(whole, &context, &name, self.with, beside)?;
        Ok(Snapshot { file: format!("{}.gdcsnap", file_name(&self.title())), bytes })
    }

    fn standing(&self, state: &State) -> Vec<Standing> {
        let strings = &self.strings;
        let rows = state.in_order(Kind::Commitment);
        let mut of: HashMap<&str, Vec<&Arc<Row>>> = HashMap::new();
        let mut other = Vec::new();
        for row in rows {
            match state.row(Kind::Objective, row.text("objective")) {
                Some(objective) => of.entry(objective.id()).or_default().push(row),
                None => other.push(row),
            }
        }
        let stands = |badge: &str, title: &str, objective: &Row, rows: &[&Arc<Row>]| {
            let said = |row: &Row, field: &str| dates::cell(strings, row, field);
            let standing = overview::standing_by(strings, objective, rows, &said);
            let as_of = match (standing.oldest.as_str(), standing.as_of.as_str()) {
                (oldest, newest) if oldest == newest => newest.to_owned(),
                (oldest, newest) => strings.list_to(oldest, newest),
            };
            Standing {
                badge: badge.to_owned(),
                title: title.to_owned(),
                marks: standing.marks.iter().map(|mark| shape_of(&mark.status)).collect(),
                counts: standing
                    .statuses
                    .iter()
                    .map(|count| (shape_of(&count.status), strings.page_count(&count.count.to_string(), &count.label)))
                    .collect(),
                none: strings.page_no_commitments(),
                as_of,
            }
        };
        let mut standing: Vec<Standing> = state
            .in_order(Kind::Objective)
            .iter()
            .map(|row| {
                let rows = of.get(&**row.id()).map(Vec::as_slice).unwrap_or_default();
                stands(row.text("number"), row.short(), row, rows)
            })
            .collect();
        if let Some(first) = other.first() {
            standing.push(stands("", &strings.page_other(), first, &other));
        }
        standing
    }

    fn words(&self) -> Words {
        let strings = &self.strings;
        Words {
            skip: strings.page_skip(),
            contents: strings.page_contents(),
            find: strings.page_find(),
            search: strings.page_search(),
            search_hint: strings.page_search_hint(),
            objective: strings.page_objective(),
            any_objective: strings.page_any_objective(),
            status: strings.page_status(),
            any_status: strings.page_any_status(),
            clear: strings.page_clear(),
            shown: strings.page_shown("{1}", "{0}"),
            none_fits: strings.page_none_fits(),
            empty: strings.page_empty(),
            open_all: strings.page_open_all(),
            close_all: strings.page_close_all(),
            save: strings.page_save(),
            save_hint: strings.page_save_hint(),
        }
    }
}

const SHAPES: [(&str, Shape); 6] = [
    ("planned", Shape::Planned),
    ("ongoing", Shape::Ongoing),
    ("completed", Shape::Completed),
    ("concluded", Shape::Concluded),
    ("superseded", Shape::Superseded),
    ("not_reported", Shape::NotReported),
];

/// The shape of a status; that of "not reported" for what is not stated, and for what a newer version may know.
fn shape_of(status: &str) -> Shape {
    SHAPES.iter().find(|(code, _)| *code == status).map_or(Shape::NotReported, |(_, shape)| *shape)
}

/// "2 Inclusion in the digital economy".
fn numbered(objective: &Row) -> String {
    match objective.text("number") {
        "" => objective.short().to_owned(),
        number => format!("{number} {}", objective.short()),
    }
}

/// A name for a file, made of a title.
fn file_name(title: &str) -> String {
    let plain: String = title.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let name = plain.split_whitespace().collect::<Vec<_>>().join("-");
    match plan_documents::inert::cut(&name, NAME).0.trim_end_matches('-') {
        "" => "plan".to_owned(),
        name => name.to_owned(),
    }
}

/// A fault of the model is one of ours.
impl Draft<'_> {
    pub(super) fn write_page(&mut self, whole: &State, watch: plan_documents::Watch<'_>) -> Result<Vec<u8>, Error> {
        let page = self.page(whole)?;
        plan_documents::page::write(&page, watch).map_err(super::fault)
    }
}
