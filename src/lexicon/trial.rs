//! A lexicon of one marker, made of what an author tries out: it is compiled and matched like any other.

use super::error::Problems;
use super::load;
use super::schema::{Axis, Class, Identity, Lexicon, Line, Marker, Pole, Purpose};
use std::sync::Arc;

/// The id of the lexicon that a trial becomes: none, which no file can have.
pub const ID: &str = "";

/// A pattern and its guards, not yet in any file.
#[derive(Debug, Clone, Default)]
pub struct Trial {
    pub pattern: String,
    pub except: Vec<String>,
    pub only: Vec<String>,
    pub unless: Vec<String>,
    /// What messages name instead of a file.
    pub place: String,
}

impl Trial {
    /// The trial, and behind it the lexicons whose classes and poles it may use: its only marker is compiled first.
    pub fn beside(self, named: Vec<Lexicon>) -> Result<Vec<Lexicon>, Problems> {
        let builtin = load::builtin_classes()?;
        let classes = named.iter().flat_map(|lexicon| &*lexicon.classes).chain(&*builtin).cloned().collect();
        Ok([self.into_lexicon(classes)].into_iter().chain(named).collect())
    }

    /// The lexicon, with these classes within reach.
    fn into_lexicon(self, classes: Arc<[Class]>) -> Lexicon {
        let lines = |texts: Vec<String>| texts.into_iter().map(|text| Line { text, line: 0 }).collect();
        let marker = Marker {
            name: self.pattern.clone(),
            pole: String::new(),
            file: self.place,
            line: 0,
            patterns: vec![Line { text: self.pattern, line: 0 }],
            except: lines(self.except),
            only: lines(self.only),
            unless: lines(self.unless),
            ..Marker::default()
        };
        let wording = Default::default;
        let pole = Pole::default();
        let axis = Axis {
            id: String::new(),
            title: wording(),
            question: wording(),
            counted: false,
            places: false,
            poles: vec![pole],
            markers: vec![marker],
        };
        let identity = Identity {
            id: ID.into(),
            version: String::new(),
            licence: String::new(),
            title: wording(),
            description: wording(),
            default: false,
            purpose: Purpose::Markers,
        };
        Lexicon { identity, sha256: String::new(), axes: vec![axis], contrasts: Vec::new(), classes }
    }
}
