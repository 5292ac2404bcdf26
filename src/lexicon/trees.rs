//! The patterns of a marker as trees, read on all cores before they are compiled in order.

use super::guard::Scope;
use super::pattern::{self, Fault, Node};
use super::schema::{Lexicon, Line, Marker};
use rayon::prelude::*;

/// A pattern as it stands in the lexicon, and as a tree.
pub(super) struct Tree<'l> {
    pub line: usize,
    pub text: &'l str,
    pub node: Result<Node, Fault>,
}

/// A guard; None in place of what is no guard.
pub(super) struct GuardTree<'l> {
    pub line: &'l Line,
    pub guard: Option<(Scope, Tree<'l>)>,
}

/// Of one marker.
pub(super) struct Trees<'l> {
    pub patterns: Vec<Tree<'l>>,
    pub except: Vec<Tree<'l>>,
    pub only: Vec<GuardTree<'l>>,
    pub unless: Vec<GuardTree<'l>>,
}

impl<'l> Trees<'l> {
    /// Of all markers, in their order.
    pub fn of_all(lexicons: &'l [Lexicon]) -> Vec<Self> {
        let markers: Vec<&Marker> = lexicons.iter().flat_map(|lexicon| &lexicon.axes).flat_map(|axis| &axis.markers).collect();
        markers.into_par_iter().map(Self::of).collect()
    }

    fn of(marker: &'l Marker) -> Self {
        let trees = |lines: &'l [Line]| lines.iter().map(|line| Tree::new(line.line, &line.text)).collect();
        let guards = |lines: &'l [Line]| lines.iter().map(GuardTree::new).collect();
        Self {
            patterns: trees(&marker.patterns),
            except: trees(&marker.except),
            only: guards(&marker.only),
            unless: guards(&marker.unless),
        }
    }
}

impl<'l> Tree<'l> {
    pub fn new(line: usize, text: &'l str) -> Self {
        Self { line, text, node: pattern::parse(text) }
    }
}

impl<'l> GuardTree<'l> {
    fn new(line: &'l Line) -> Self {
        let guard =
            line.text.split_once(':').and_then(|(scope, pattern)| Some((Scope::parse(scope)?, Tree::new(line.line, pattern.trim()))));
        Self { line, guard }
    }
}
