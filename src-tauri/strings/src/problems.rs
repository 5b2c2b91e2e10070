//! Messages of errors, by code.

use crate::dates::DateStyle;
use crate::{Step, Strings};
use plan::date::VagueDate;

impl Strings {
    /// The message for a code: what happened, that nothing was lost, what to do. Arguments are as the core gives them: names of
    /// kinds, fields and steps and instants are put into words here, and what is missing is called by a general word.
    pub fn error<N: AsRef<str>, V: AsRef<str>>(&self, code: &str, args: impl IntoIterator<Item = (N, V)>) -> String {
        let given: Vec<(String, String)> = args
            .into_iter()
            .filter(|(_, value)| !value.as_ref().is_empty())
            .map(|(name, value)| (name.as_ref().to_owned(), value.as_ref().to_owned()))
            .collect();
        let key = format!("error-{code}");
        let Some(mut variables) = Strings::variables(&key) else {
            return self.format("error-unknown", &[("code", code)]);
        };
        let find = |name: &str| given.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str());
        // Some have a sentence of their own for what is not known.
        let missing = variables.iter().filter(|name| find(name).is_none());
        let own =
            missing.map(|name| format!("{key}-without-{name}")).find_map(|key| Some((Strings::variables(&key)?, key)));
        let key = own.map_or(key, |(of_own, own)| {
            variables = of_own;
            own
        });
        let words: Vec<(&str, String)> =
            variables.iter().map(|name| (*name, self.argument_words(name, &find))).collect();
        let args: Vec<(&str, &str)> = words.iter().map(|(name, value)| (*name, value.as_str())).collect();
        self.format(&key, &args)
    }

    /// The message for an error of the core.
    pub fn problem(&self, error: &plan::Error) -> String {
        match error {
            plan::Error::Refused { code, args } => {
                self.error(code, args.iter().map(|(name, value)| (*name, value.as_str())))
            }
            plan::Error::Stale { .. } => self.error(error.code(), [("", ""); 0]),
            plan::Error::Broken { code, context } => self.error(code, [("context", context.as_str())]),
        }
    }

    fn argument_words<'a>(&self, name: &str, find: &impl Fn(&str) -> Option<&'a str>) -> String {
        let Some(value) = find(name) else {
            return self.written(&format!("arg-{name}"), &[], false).unwrap_or_default();
        };
        match name {
            "field" => self.field_part(value),
            "fields" => value.split(", ").map(|field| self.field_part(field)).collect::<Vec<_>>().join(", "),
            "kind" => self.small(self.kind_part(value)),
            "step" => self.step_part(&Step { op: value, field: find("field"), ..Step::default() }),
            "since" => self.instant_part(value),
            "at" => {
                let day = value.get(..10).and_then(|day| VagueDate::parse(day).ok());
                day.map_or_else(|| value.to_owned(), |day| self.date_part(&day, DateStyle::Full))
            }
            "start" | "end" => {
                VagueDate::parse(value).map_or_else(|_| value.to_owned(), |date| self.date_part(&date, DateStyle::Full))
            }
            // A text comes as JSON where its type was wrong.
            "value" => value.strip_prefix('"').and_then(|v| v.strip_suffix('"')).unwrap_or(value).to_owned(),
            _ => value.to_owned(),
        }
    }
}
