//! Which commitments may answer a paragraph, the likeliest first, and why. Reasons are data: what they say in words is the border's.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use super::mention::{self, Place};
use super::paragraphs;
use super::vocabulary::{Token, Vocabulary, tokens};
use crate::Value;
use crate::kinds::Kind;
use crate::search::words;
use crate::state::{Id, Row, State};

/// Commitments that are proposed for one paragraph.
const PROPOSED: usize = 8;
/// The same where more are linked to it.
const PROPOSED_LINKED: usize = 40;
/// Commitments that may share a word, however large the plan is.
const COMMON: f32 = 2_000.0;
/// Words of a paragraph that are looked at, the rarest first.
const WORDS: usize = 48;
/// Words that are told as a reason.
const TOLD: usize = 5;

/// Weights of reasons. A link is there, so that nothing comes before it.
const LINKED: f32 = 100.0;
const CITES: f32 = 60.0;
const FOLLOWS: f32 = 40.0;
const GROUP: f32 = 12.0;
const ACTION_LINE: f32 = 10.0;
const GOAL: f32 = 4.0;
const ORGANIZATION: f32 = 3.0;
const OBJECTIVE: f32 = 1.5;
/// What shared words can come to, and how many of them make half of that.
const SHARED: (f32, f32) = (40.0, 8.0);
/// What scores less than this share of the best, or of as much as words can come to, is left out.
const BEHIND: f32 = 0.25;

/// Why a commitment may answer a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reason {
    /// It is linked to the paragraph.
    Linked,
    /// It names the paragraph as where it comes from.
    Cites,
    /// It answers a paragraph that this one names.
    Follows(Id),
    /// It goes with a group that is asked.
    Group(Id),
    /// It goes with an action line that the paragraph names.
    ActionLine(Id),
    /// It goes with a goal of the paragraph.
    Goal(Id),
    /// Whoever is asked owns it, leads it or is a partner.
    Organization(Id),
    /// They share words that are rare among commitments: as they stand in the paragraph.
    Words(Vec<String>),
    /// It is under the objective of the paragraph.
    Objective(Id),
}

/// A commitment that may answer a paragraph.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    /// The commitment.
    pub commitment: Id,
    /// How likely; the largest first.
    pub score: f32,
    /// Why, the strongest first.
    pub reasons: Vec<Reason>,
}

/// Positions of commitments by the id of something that they go with.
type Places = HashMap<Id, Vec<u32>>;

/// What is needed to propose commitments for the paragraphs of one instrument.
pub struct Proposals {
    vocabulary: Arc<Vocabulary>,
    /// Commitments by what they are linked to.
    provisions: Places,
    action_lines: Places,
    goals: Places,
    groups: Places,
    /// By who owns them, leads them or is a partner.
    organizations: Places,
    objectives: Places,
    /// Action lines by the words of their code.
    codes: HashMap<String, Id>,
    paragraphs: HashMap<Place, Id>,
    /// In how many paragraphs of the instrument a word stands, and how many there are.
    said: HashMap<String, usize>,
    count: usize,
}

/// A word of a paragraph that some commitments share.
struct Shared<'a> {
    weight: f32,
    text: &'a str,
    posts: &'a [(u32, f32)],
}

/// Another reason: what it weighs, and the commitments that have it.
struct Tie<'a> {
    reason: Reason,
    weight: f32,
    commitments: &'a [u32],
}

/// Scores of commitments by position; most have none.
struct Scores {
    of: Vec<f32>,
    touched: Vec<u32>,
}

impl Scores {
    fn add(&mut self, at: u32, score: f32) {
        let of = &mut self.of[at as usize];
        if *of == 0.0 {
            self.touched.push(at);
        }
        *of += score;
    }

    /// Those that are wanted, the best first.
    fn best(self, wanted: impl Fn(&u32) -> bool) -> Vec<(u32, f32)> {
        let Scores { of, touched } = self;
        let mut best: Vec<(u32, f32)> = touched.into_iter().filter(wanted).map(|at| (at, of[at as usize])).collect();
        best.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        best
    }
}

/// What the weight of shared words counts.
fn ended(weight: f32) -> f32 {
    SHARED.0 * weight / (weight + SHARED.1)
}

impl Proposals {
    /// For the paragraphs of an instrument. `vocabulary` is that of the state, or of one whose commitments are the same.
    pub fn of(state: &State, vocabulary: &Arc<Vocabulary>, instrument: &str) -> Proposals {
        let commitments = vocabulary.commitments();
        let at: HashMap<&str, u32> = commitments.iter().zip(0u32..).map(|(row, at)| (&**row.id(), at)).collect();
        let (mut provisions, mut action_lines) = (Places::new(), Places::new());
        let (mut goals, mut groups) = (Places::new(), Places::new());
        for link in state.rows(Kind::Mapping) {
            let Some(commitment) = at.get(link.text("commitment")) else { continue };
            put(&mut provisions, link.text("provision"), *commitment);
            put(&mut action_lines, link.text("action_line"), *commitment);
            put(&mut goals, link.text("goal"), *commitment);
            put(&mut groups, link.text("group"), *commitment);
        }
        let (mut organizations, mut objectives) = (Places::new(), Places::new());
        for (row, at) in commitments.iter().zip(0u32..) {
            for field in ["owner", "lead", "partners"] {
                ids(row, field).for_each(|id| put(&mut organizations, id, at));
            }
            for field in ["objective", "objectives"] {
                ids(row, field).for_each(|id| put(&mut objectives, id, at));
            }
        }
        let (mut said, mut count) = (HashMap::new(), 0);
        for provision in paragraphs(state, instrument) {
            count += 1;
            let keys: HashSet<String> = tokens(&text_of(provision)).into_iter().map(|token| token.key).collect();
            keys.into_iter().for_each(|key| *said.entry(key).or_default() += 1);
        }
        let code =
            |row: &Arc<Row>| (words(row.text("code")).into_iter().map(|word| word.text).collect(), row.id().clone());
        Proposals {
            vocabulary: vocabulary.clone(),
            provisions,
            action_lines,
            goals,
            groups,
            organizations,
            objectives,
            codes: state.rows(Kind::ActionLine).map(code).collect(),
            paragraphs: state.rows(Kind::Provision).map(|row| (mention::place_of(row), row.id().clone())).collect(),
            said,
            count,
        }
    }

    /// The commitments that may answer a paragraph, the likeliest first.
    pub fn for_paragraph(&self, provision: &Row) -> Vec<Candidate> {
        let commitments = self.vocabulary.commitments();
        let text = text_of(provision);
        let shared = self.shared(&text);
        let ties = self.ties(provision, &text);
        let mut scores = Scores { of: vec![0.0; commitments.len()], touched: Vec::new() };
        for Shared { weight, posts, .. } in &shared {
            posts.iter().for_each(|(at, share)| scores.add(*at, weight * share));
        }
        // What words come to has an end, however many they are.
        scores.touched.iter().for_each(|at| {
            let of = &mut scores.of[*at as usize];
            *of = ended(*of);
        });
        for tie in &ties {
            tie.commitments.iter().for_each(|at| scores.add(*at, tie.weight));
        }
        // What another has taken the place of is proposed only where it is linked to the paragraph.
        let linked = self.provisions.get(provision.id()).map(Vec::as_slice).unwrap_or_default();
        let stands = |at: &u32| commitments[*at as usize].text("status") != "superseded" || linked.contains(at);
        let mut best = scores.best(stands);
        best.truncate(PROPOSED.max(linked.len().min(PROPOSED_LINKED)));
        let least = best.first().map_or(0.0, |(_, score)| score.min(SHARED.0) * BEHIND);
        best.retain(|(_, score)| *score >= least);
        let candidate = |(at, score): (u32, f32)| Candidate {
            commitment: commitments[at as usize].id().clone(),
            score,
            reasons: told(at, &shared, &ties),
        };
        best.into_iter().map(candidate).collect()
    }

    /// The words of a paragraph that some commitments have and not too many, the rarest first, each once.
    fn shared<'s>(&'s self, text: &'s str) -> Vec<Shared<'s>> {
        let all = self.vocabulary.commitments().len() as f32;
        // What half of the commitments say tells none of them from the others.
        let common = (all / 2.0).clamp(3.0, COMMON);
        let mut seen: HashSet<String> = HashSet::new();
        let mut shared = Vec::new();
        for Token { key, at } in tokens(text) {
            let posts = self.vocabulary.posts.get(&key).filter(|posts| posts.len() as f32 <= common);
            let (Some(posts), Some(told)) = (posts, self.tells(&key)) else { continue };
            if seen.insert(key) {
                shared.push(Shared { weight: (1.0 + all / posts.len() as f32).ln() * told, text: &text[at], posts });
            }
        }
        shared.sort_by(|a, b| b.weight.total_cmp(&a.weight));
        shared.truncate(WORDS);
        shared
    }

    /// How much a word tells one paragraph from the others; none: too many of them have it.
    fn tells(&self, key: &str) -> Option<f32> {
        let said = self.said.get(key).copied().unwrap_or(0);
        match said {
            ..3 => Some(1.0),
            said if said * 4 <= self.count => Some(1.0 - 2.0 * said as f32 / self.count as f32),
            _ => None,
        }
    }

    /// The reasons of a paragraph that are no words.
    fn ties<'s>(&'s self, provision: &Row, text: &str) -> Vec<Tie<'s>> {
        let all = self.vocabulary.commitments().len() as f32;
        let mut ties: Vec<Tie<'s>> = Vec::new();
        let mut add = |reason: Reason, weight: f32, commitments: Option<&'s Vec<u32>>| {
            if let Some(commitments) = commitments {
                ties.push(Tie { reason, weight, commitments });
            }
        };
        add(Reason::Linked, LINKED, self.provisions.get(provision.id()));
        add(Reason::Cites, CITES, self.vocabulary.cites.get(&mention::place_of(provision)));
        for place in self.vocabulary.instruments.named_in(text) {
            if let Some(id) = self.paragraphs.get(&place).filter(|id| *id != provision.id()) {
                add(Reason::Follows(id.clone()), FOLLOWS, self.provisions.get(id));
            }
        }
        for id in ids(provision, "asked_groups") {
            add(Reason::Group(id.into()), GROUP, self.groups.get(id));
        }
        let mut codes: HashSet<&Id> = HashSet::new();
        for id in words(text).iter().filter_map(|word| self.codes.get(&word.text)) {
            if codes.insert(id) {
                add(Reason::ActionLine(id.clone()), ACTION_LINE, self.action_lines.get(id));
            }
        }
        for id in ids(provision, "goals") {
            add(Reason::Goal(id.into()), GOAL, self.goals.get(id));
        }
        for id in ids(provision, "asked_organizations") {
            // What is so for most commitments tells none of them from the others.
            let rare = self.organizations.get(id).filter(|places| (places.len() as f32) < all / 2.0);
            add(Reason::Organization(id.into()), ORGANIZATION, rare);
        }
        let objective = provision.text("objective");
        add(Reason::Objective(objective.into()), OBJECTIVE, self.objectives.get(objective));
        ties
    }
}

/// Why a commitment is proposed, the strongest reason first.
fn told(at: u32, shared: &[Shared<'_>], ties: &[Tie<'_>]) -> Vec<Reason> {
    let has = |tie: &&Tie<'_>| tie.commitments.binary_search(&at).is_ok();
    let mut reasons: Vec<(f32, Reason)> = ties.iter().filter(has).map(|tie| (tie.weight, tie.reason.clone())).collect();
    let shares = |word: &&Shared<'_>| word.posts.binary_search_by_key(&at, |(at, _)| *at).is_ok();
    let words: Vec<&Shared<'_>> = shared.iter().filter(shares).collect();
    if !words.is_empty() {
        let weight: f32 = words.iter().map(|word| word.weight).sum();
        let texts = words.iter().take(TOLD).map(|word| word.text.to_owned()).collect();
        reasons.push((ended(weight), Reason::Words(texts)));
    }
    reasons.sort_by(|a, b| b.0.total_cmp(&a.0));
    reasons.into_iter().map(|(_, reason)| reason).collect()
}

/// The commitments that may answer each paragraph of an instrument, paragraphs in the order of the plan.
pub fn propose(state: &State, instrument: &str) -> Vec<(Arc<Row>, Vec<Candidate>)> {
    let vocabulary = Arc::new(Vocabulary::of(state));
    let proposals = Proposals::of(state, &vocabulary, instrument);
    paragraphs(state, instrument).map(|row| (row.clone(), proposals.for_paragraph(row))).collect()
}

/// What a paragraph says.
fn text_of(provision: &Row) -> String {
    let texts = ["title", "action", "heading", "conditions"].map(|field| provision.text(field));
    texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The rows that a field names, one or several.
fn ids<'r>(row: &'r Row, field: &str) -> impl Iterator<Item = &'r str> {
    let value = row.get(field);
    let one = value.and_then(Value::text).filter(|id| !id.is_empty());
    one.into_iter().chain(value.and_then(Value::set).into_iter().flatten().map(|id| &**id))
}

/// Notes a commitment, each once: they come in their order but where links do.
fn put(places: &mut Places, id: &str, commitment: u32) {
    if id.is_empty() {
        return;
    }
    let known = match places.get_mut(id) {
        Some(known) => known,
        None => places.entry(id.into()).or_default(),
    };
    if let Err(at) = known.binary_search(&commitment) {
        known.insert(at, commitment);
    }
}
