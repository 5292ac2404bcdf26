//! Which word classes a lexicon uses.

use super::pattern::{self, Node};
use super::remark::{Doubt, Remark};
use super::schema::{Class, Lexicon, Line};
use rustc_hash::FxHashSet;

/// Classes among `candidates` that none of the lexicons uses.
pub fn unused<'c>(candidates: impl Iterator<Item = &'c Class>, lexicons: &[&Lexicon]) -> Vec<Remark> {
    let used: FxHashSet<String> = lexicons.iter().flat_map(|lexicon| used(lexicon)).collect();
    candidates
        .filter(|class| !used.contains(&class.id))
        .map(|class| Remark { file: class.file.clone(), line: class.line, doubt: Doubt::UnusedClass { class: class.id.clone() } })
        .collect()
}

/// The ids of all classes that the markers refer to, directly or through another class.
fn used(lexicon: &Lexicon) -> FxHashSet<String> {
    let mut todo = Vec::new();
    for marker in lexicon.axes.iter().flat_map(|axis| &axis.markers) {
        for line in marker.patterns.iter().chain(&marker.except) {
            add_references(&line.text, &mut todo);
        }
        for guard in marker.only.iter().chain(&marker.unless) {
            add_references(guard.text.split_once(':').map_or("", |(_, pattern)| pattern), &mut todo);
        }
    }
    let mut used = FxHashSet::default();
    while let Some(id) = todo.pop() {
        let words: &[Line] = lexicon.classes.iter().find(|class| class.id == id).map_or(&[], |class| &class.words);
        if used.insert(id) {
            words.iter().for_each(|word| add_references(&word.text, &mut todo));
        }
    }
    used
}

/// The classes that a pattern names; none where it cannot be read, which compiling reports.
fn add_references(pattern: &str, found: &mut Vec<String>) {
    let mut todo: Vec<Node> = pattern::parse(pattern.trim()).into_iter().collect();
    while let Some(node) = todo.pop() {
        match node {
            Node::Class(id) => found.push(id),
            Node::Sequence(parts) | Node::Alternatives(parts) => todo.extend(parts),
            Node::Optional(inner) | Node::Slot(_, inner) => todo.push(*inner),
            Node::Word(_) | Node::Pole { .. } | Node::Any | Node::Number | Node::Capital | Node::Gap(_) => {}
        }
    }
}
