//! The border: requests, answers, THE list of commands, and the session that carries them out.
//!
//! Hosts (the window, the browser host, the command line) are thin: they bring a [`Host`], call [`Session::call`], and pass
//! events on. Words about data are made here, in the language of the request.

mod carry;
mod cells;
pub mod commands;
mod compared;
mod console;
mod detail;
mod discreet;
mod documents;
mod edit;
mod editions;
mod error;
pub mod export;
mod facts;
mod files;
mod gone;
mod groups;
mod hang;
mod host;
mod instruments;
mod jobs;
mod load;
mod matrix;
mod names;
mod overview;
mod papers;
mod paragraphs;
mod past;
mod picture;
mod present;
mod questions;
mod read;
mod restore;
mod review;
mod roles;
mod rules;
mod saved_views;
mod search;
mod session;
mod share;
mod shelf;
mod shipped;
mod sources;
mod steps;
mod symbols;
mod timeline;
mod timeline_links;
mod told;
pub mod types;
mod verbs;
mod words;

pub use error::WireError;
pub use host::{Host, Nobody, ToDesktop};
pub use session::{Call, Session};
