//! A version of the rows, what it leaves out, and what two versions have in common.

use std::collections::HashSet;
use std::sync::Arc;

use super::{Key, Part, Unit, units, unknown_of};
use crate::Row;
use crate::kinds::Kind;
use crate::snapshot::{Manifest, Snapshot};
use crate::state::{Id, State};

/// What a version does not state because it is private.
#[derive(Debug, Clone, Default)]
pub struct Omitted {
    kinds: HashSet<Kind>,
    fields: HashSet<(Kind, u8)>,
    unknown: HashSet<(Kind, String)>,
    /// Notes that are not for everyone. Of notes whole rows go or stay, and nothing says that some stayed.
    notes: bool,
    /// What was left open in a review: what stands there is no value that anybody agreed to.
    open: HashSet<Key>,
}

impl Omitted {
    /// What the manifest of a snapshot says was left out, and what follows from what it does not say went along.
    fn of_manifest(manifest: &Manifest) -> Omitted {
        let notes = !manifest.private.iter().any(|name| name == Kind::Note.name());
        let open = manifest.open.iter().filter_map(|text| Key::parse(text)).collect();
        Omitted { notes, open, ..Omitted::of(manifest.omitted.iter().map(String::as_str)) }
    }
    /// Reads names as a manifest has them: a kind, or `kind.field`.
    pub fn of<'a>(names: impl IntoIterator<Item = &'a str>) -> Omitted {
        let mut omitted = Omitted::default();
        for name in names {
            let (kind, field) = name.split_once('.').map_or((name, None), |(kind, field)| (kind, Some(field)));
            let Some(kind) = Kind::from_name(kind) else { continue };
            match field.map(|field| (field, kind.def().index(field))) {
                None => drop(omitted.kinds.insert(kind)),
                Some((_, Some(index))) => drop(omitted.fields.insert((kind, index))),
                Some((field, None)) => drop(omitted.unknown.insert((kind, field.to_owned()))),
            }
        }
        omitted
    }
    /// Whether a kind is left out as a whole.
    pub fn kind(&self, kind: Kind) -> bool {
        self.kinds.contains(&kind)
    }
    /// Whether a row that was there is left out.
    pub fn row(&self, was: &Row) -> bool {
        self.kind(was.kind()) || (self.notes && was.kind() == Kind::Note && was.text("audience") != "everyone")
    }
    /// Whether a unit is left out, be it in part.
    pub fn unit(&self, kind: Kind, unit: &Unit) -> bool {
        self.kind(kind) || unit.fields.iter().any(|index| self.fields.contains(&(kind, *index)))
    }
    /// Whether a field that this version does not know is left out.
    pub fn unknown(&self, kind: Kind, name: &str) -> bool {
        self.kind(kind) || (!self.unknown.is_empty() && self.unknown.contains(&(kind, name.to_owned())))
    }
    /// Whether it was left open in a review.
    pub fn leaves_open(&self, key: &Key) -> bool {
        !self.open.is_empty() && self.open.contains(key)
    }
    /// What either leaves out.
    pub fn with(&self, other: &Omitted) -> Omitted {
        let mut both = self.clone();
        both.kinds.extend(&other.kinds);
        both.fields.extend(&other.fields);
        both.unknown.extend(other.unknown.iter().cloned());
        both.notes |= other.notes;
        both.open.extend(other.open.iter().cloned());
        both
    }
}

/// The rows of one version.
#[derive(Debug, Clone, Default)]
pub struct Version {
    /// Its rows.
    pub state: Arc<State>,
    /// What it does not state.
    pub omitted: Omitted,
}

impl Version {
    /// The version that a snapshot holds.
    pub fn of(snapshot: &Snapshot) -> Version {
        Version { state: snapshot.state.clone(), omitted: Omitted::of_manifest(&snapshot.manifest) }
    }
}

/// What a version has in common with mine.
#[derive(Debug, Clone, Default)]
pub struct Common {
    /// The rows.
    pub version: Version,
    /// What has no common value, because the ancestors disagree.
    pub unclear: HashSet<Key>,
    /// What the same sender proposed before and was left open: it is asked, also where nobody else changed it.
    pub left_open: HashSet<Key>,
    /// Ids of the snapshots that it is made of.
    pub of: Vec<String>,
}

impl Common {
    /// Whether it says whether a row is there.
    pub(crate) fn knows_row(&self, kind: Kind, id: &Id) -> bool {
        !self.version.omitted.kind(kind)
            && (self.unclear.is_empty() || !self.unclear.contains(&Key { kind, id: id.clone(), part: Part::Row }))
    }
    /// Whether a row of mine is as it was, in all that this states: what it leaves out says nothing.
    pub(crate) fn states_same(&self, was: &Row, mine: &Row) -> bool {
        if was == mine {
            return true;
        }
        let kind = was.kind();
        let omitted = &self.version.omitted;
        let mut stated = units(kind).iter().filter(|unit| !omitted.unit(kind, unit));
        let unknown = |row: &Row| {
            let all = unknown_of(row).into_iter();
            all.filter(|(name, _)| !omitted.unknown(kind, name)).collect::<serde_json::Map<_, _>>()
        };
        stated.all(|unit| unit.same(was, mine)) && unknown(was) == unknown(mine)
    }
    /// Whether it says what is in a part of a row.
    pub(crate) fn knows(&self, key: &Key) -> bool {
        let stated = match (&key.part, key.unit()) {
            (Part::Unknown(name), _) => !self.version.omitted.unknown(key.kind, name),
            (_, Some(unit)) => !self.version.omitted.unit(key.kind, unit),
            _ => true,
        };
        stated && self.knows_row(key.kind, &key.id) && (self.unclear.is_empty() || !self.unclear.contains(key))
    }
}
