//! Words, and where they stand.

use std::collections::HashMap;
use std::sync::Arc;

use super::query::{Clause, Query};
use super::terms::Term;
use super::words::words;
use super::{texts, weight};
use crate::fold::fold;
use crate::state::Row;

/// A word in a field of a row.
#[derive(Debug, Clone, Copy)]
struct Post {
    row: u32,
    field: u8,
    /// Which of the words of the field it is, counted within the row.
    place: u16,
}

/// A row that was found, by its position.
pub(super) struct Found {
    pub row: usize,
    pub score: f32,
    pub field: &'static str,
}

/// Words of rows.
#[derive(Default)]
pub(super) struct Index {
    pub rows: Vec<Arc<Row>>,
    /// Sorted.
    words: Vec<Box<str>>,
    /// Where each stands, by row.
    posts: Vec<Box<[Post]>>,
    /// References, codes and the like in one word, sorted: "itu013".
    codes: Vec<(Box<str>, u32)>,
}

/// The best that was found of a clause in a row.
#[derive(Clone, Copy)]
struct Best {
    row: u32,
    score: f32,
    field: u8,
}

/// What a word that only begins with the one that was typed counts of it.
const BEGINNING: f32 = 0.6;
/// What a term that means the same counts of the one that was typed.
const SAME: f32 = 0.85;
/// The whole name is what was typed, or its code.
const WHOLE: f32 = 40.0;
/// The name begins with what was typed.
const FIRST: f32 = 6.0;

impl Index {
    pub fn of(rows: Vec<Arc<Row>>) -> Index {
        let mut numbers: HashMap<Box<str>, u32> = HashMap::new();
        let mut posts: Vec<Vec<Post>> = Vec::new();
        let mut codes: Vec<(Box<str>, u32)> = Vec::new();
        for (row, of) in (0u32..).zip(&rows) {
            let mut place = 0u16;
            for (field, text) in texts(of) {
                let name = of.kind().def().fields[field as usize].name;
                let found = words(text);
                if matches!(name, "reference" | "code" | "acronym" | "symbol") {
                    codes.push((found.iter().map(|word| &*word.text).collect::<String>().into(), row));
                }
                for word in found {
                    let number = match numbers.get(&*word.text) {
                        Some(number) => *number,
                        None => {
                            let number = numbers.len() as u32;
                            numbers.insert(word.text.into(), number);
                            posts.push(Vec::new());
                            number
                        }
                    };
                    posts[number as usize].push(Post { row, field, place });
                    place = place.saturating_add(1);
                }
                // What stands at the end of one text is no neighbour of what begins the next.
                place = place.saturating_add(1);
            }
        }
        let mut sorted: Vec<(Box<str>, u32)> = numbers.into_iter().collect();
        sorted.sort_unstable();
        codes.sort_unstable();
        let ordered = sorted.iter().map(|(_, number)| std::mem::take(&mut posts[*number as usize]).into_boxed_slice());
        let posts = ordered.collect();
        Index { rows, words: sorted.into_iter().map(|(word, _)| word).collect(), posts, codes }
    }

    /// The rows that meet all clauses of a query.
    pub fn find(&self, query: &Query) -> Vec<Found> {
        let mut met: Option<Vec<Best>> = None;
        for clause in &query.clauses {
            let found = self.meet(clause);
            met = Some(match met {
                None => found,
                Some(before) => both(&before, &found),
            });
            if met.as_ref().is_some_and(Vec::is_empty) {
                break;
            }
        }
        let met = met.unwrap_or_default();
        let mut found: Vec<Found> = met.into_iter().map(|best| self.told(best, query)).collect();
        self.by_code(query, &mut found);
        found
    }

    /// "itu013" is a reference, whatever signs stand in it; and "UIT" is the ITU.
    fn by_code(&self, query: &Query, found: &mut Vec<Found>) {
        for (n, name) in query.names.iter().enumerate().filter(|(_, name)| !name.is_empty()) {
            let share = if n == 0 { 1.0 } else { SAME };
            let from = self.codes.partition_point(|(code, _)| **code < **name);
            for (_, row) in self.codes[from..].iter().take_while(|(code, _)| **code == **name) {
                let row = *row as usize;
                let field = ["reference", "code", "acronym", "symbol"];
                let field = field.into_iter().find(|field| !self.rows[row].text(field).is_empty()).unwrap_or("title");
                match found.iter_mut().find(|found| found.row == row) {
                    Some(found) => found.score += WHOLE * share,
                    None => found.push(Found { row, score: WHOLE * share, field }),
                }
            }
        }
    }

    fn told(&self, best: Best, query: &Query) -> Found {
        let row = &self.rows[best.row as usize];
        let field = row.kind().def().fields.get(best.field as usize).map_or("title", |field| field.name);
        let names = [row.title(), row.text("short_title")].into_iter().filter(|name| !name.is_empty());
        // A short name says more than a long one that holds the same words.
        let length = names.clone().map(str::len).min().unwrap_or(0);
        let mut score = best.score / (1.0 + 0.02 * length.min(200) as f32);
        if best.score > 6.0 {
            let squeezed = |name: &str| fold(name).chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            let is_called = |name: &str| {
                let name = squeezed(name);
                let of = |wanted: &String| match (name == *wanted, name.starts_with(wanted.as_str())) {
                    (true, _) => WHOLE / 2.0,
                    (_, true) => FIRST,
                    _ => 0.0,
                };
                query.names.iter().filter(|wanted| !wanted.is_empty()).map(of).fold(0.0, f32::max)
            };
            score += names.map(is_called).fold(0.0, f32::max);
        }
        Found { row: best.row as usize, score, field }
    }

    /// The rows that meet a clause, by row.
    fn meet(&self, clause: &Clause) -> Vec<Best> {
        let mut found = self.term(&clause.typed, 1.0);
        if clause.begins
            && let [typed] = &clause.typed[..]
        {
            let from = self.words.partition_point(|word| **word <= **typed);
            let longer = self.words[from..].iter().take_while(|word| word.starts_with(&**typed)).count();
            for at in from..from + longer {
                found.extend(self.posts[at].iter().map(|post| self.best(*post, BEGINNING)));
            }
        }
        for same in &clause.same {
            found.extend(self.term(same, SAME));
        }
        found.sort_by(|a, b| a.row.cmp(&b.row).then(b.score.total_cmp(&a.score)));
        found.dedup_by_key(|best| best.row);
        found
    }

    fn word(&self, word: &str) -> &[Post] {
        self.words.binary_search_by(|known| (**known).cmp(word)).map_or(&[], |at| &self.posts[at])
    }

    /// The rows that hold the words of a term, one behind the other.
    fn term(&self, term: &Term, share: f32) -> Vec<Best> {
        let Some((first, others)) = term.split_first() else { return Vec::new() };
        let mut posts: Vec<Post> = self.word(first).to_vec();
        for word in others {
            let mut next: HashMap<u32, Vec<u16>> = HashMap::new();
            self.word(word).iter().for_each(|post| next.entry(post.row).or_default().push(post.place));
            // Pairs of letters stand two places on: the single letter is between them.
            posts = posts
                .into_iter()
                .filter_map(|post| {
                    let places = next.get(&post.row)?;
                    let place = *places.iter().find(|place| (post.place + 1..=post.place + 2).contains(place))?;
                    Some(Post { place, ..post })
                })
                .collect();
        }
        posts.into_iter().map(|post| self.best(post, share)).collect()
    }

    fn best(&self, post: Post, share: f32) -> Best {
        let row = &self.rows[post.row as usize];
        let name = row.kind().def().fields.get(post.field as usize).map_or("", |field| field.name);
        Best { row: post.row, score: weight(row.kind(), name) * share, field: post.field }
    }
}

/// The rows of both lists, each with what it has in both; the field is that of the better.
fn both(a: &[Best], b: &[Best]) -> Vec<Best> {
    let mut found = Vec::new();
    let (mut i, mut j) = (0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        match x.row.cmp(&y.row) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                let field = if x.score >= y.score { x.field } else { y.field };
                found.push(Best { row: x.row, score: x.score + y.score, field });
                i += 1;
                j += 1;
            }
        }
    }
    found
}
