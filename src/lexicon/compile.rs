//! From lexicons to what the matcher runs: programs, guards, and the words that can begin a hit.

use super::error::{Problem, Problems, What};
use super::guard::Guard;
use super::need::Needs;
use super::pattern::{Node, WordTest};
use super::program::{Program, Step};
use super::schema::{Lexicon, Line, Marker, Pole, Purpose};
use super::tagging::Tests;
use super::ties::Tie;
use super::trees::{GuardTree, Tree, Trees};
use super::uses::{SharedTagger, Use, uses};
use crate::text::tags::Tagger;
use rustc_hash::FxHashMap;
use std::ops::Range;
use std::sync::Arc;

/// Lexicons ready for matching; immutable, shared by all threads.
#[derive(Debug)]
pub struct Compiled {
    pub lexicons: Vec<Lexicon>,
    pub markers: Vec<CompiledMarker>,
    /// The patterns of all markers, in their order.
    pub patterns: Vec<Pattern>,
    pub tests: Tests,
    /// By tag.
    pub(super) uses: Vec<Use>,
}

/// A pattern and whose it is.
#[derive(Debug)]
pub struct Pattern {
    /// Index into [`Compiled::markers`].
    pub marker: usize,
    pub program: Program,
}

/// A marker's place and its programs.
#[derive(Debug)]
pub struct CompiledMarker {
    pub lexicon: usize,
    pub axis: usize,
    pub marker: usize,
    /// Index of its pole on the axis.
    pole: Option<usize>,
    /// What its axis is needed for.
    pub needs: Needs,
    /// Its place among [`Compiled::patterns`].
    pub patterns: Range<usize>,
    pub except: Vec<Program>,
    pub only: Vec<Guard>,
    pub unless: Vec<Guard>,
}

impl CompiledMarker {
    /// The programs of its guards and exceptions.
    pub(super) fn conditions(&self) -> impl Iterator<Item = &Program> {
        self.only.iter().chain(&self.unless).map(|guard| &guard.program).chain(&self.except)
    }

    pub(super) fn conditions_mut(&mut self) -> impl Iterator<Item = &mut Program> {
        self.only.iter_mut().chain(&mut self.unless).map(|guard| &mut guard.program).chain(&mut self.except)
    }

    /// True where not every match is a hit.
    pub fn is_guarded(&self) -> bool {
        !(self.except.is_empty() && self.only.is_empty() && self.unless.is_empty())
    }
}

impl Compiled {
    /// Compiles lexicons that have been read without fault.
    pub fn new(lexicons: Vec<Lexicon>) -> Result<Self, Problems> {
        let mut tests = Tests::default();
        let (mut markers, mut patterns) = (Vec::new(), Vec::new());
        let mut problems = Vec::new();
        let mut others = Others::default();
        let mut trees = Trees::of_all(&lexicons).into_iter();
        for (l, lexicon) in lexicons.iter().enumerate() {
            let mut compiler = Compiler {
                lexicons: &lexicons,
                lexicon,
                tests: &mut tests,
                patterns: &mut patterns,
                classes: FxHashMap::default(),
                poles: FxHashMap::default(),
                others: &mut others,
                open: Vec::new(),
                problems: &mut problems,
            };
            for (a, axis) in lexicon.axes.iter().enumerate() {
                let needs = Needs::of_axis(lexicon, axis);
                for ((m, marker), trees) in axis.markers.iter().enumerate().zip(&mut trees) {
                    markers.push(compiler.marker(markers.len(), (l, a, m), needs, marker, trees));
                }
            }
        }
        if !problems.is_empty() {
            return Err(Problems(problems));
        }
        let uses = uses(&mut markers, &mut patterns, &tests);
        Ok(Self { lexicons, markers, patterns, tests, uses })
    }

    /// The programs of a marker's patterns.
    pub fn programs(&self, marker: &CompiledMarker) -> impl Iterator<Item = &Program> {
        self.patterns[marker.patterns.clone()].iter().map(|pattern| &pattern.program)
    }

    /// The lexicons whose markers are counted; they come first.
    pub fn measured(&self) -> &[Lexicon] {
        let count = self.lexicons.iter().take_while(|l| l.identity.purpose == Purpose::Markers).count();
        &self.lexicons[..count]
    }

    /// True where some lexicon has this purpose.
    pub fn serves(&self, purpose: Purpose) -> bool {
        self.lexicons.iter().any(|l| l.identity.purpose == purpose)
    }

    pub fn purpose(&self, marker: usize) -> Purpose {
        self.lexicons[self.markers[marker].lexicon].identity.purpose
    }

    /// What tables of forms ask.
    pub fn tagger(self: &Arc<Self>) -> Box<dyn Tagger> {
        Box::new(SharedTagger(Arc::clone(self)))
    }

    pub fn axis(&self, marker: &CompiledMarker) -> &super::Axis {
        &self.lexicons[marker.lexicon].axes[marker.axis]
    }

    pub fn pole(&self, marker: &CompiledMarker) -> Option<&Pole> {
        marker.pole.map(|pole| &self.axis(marker).poles[pole])
    }

    pub fn source(&self, marker: &CompiledMarker) -> &Marker {
        &self.axis(marker).markers[marker.marker]
    }
}

struct Compiler<'l> {
    lexicons: &'l [Lexicon],
    lexicon: &'l Lexicon,
    tests: &'l mut Tests,
    patterns: &'l mut Vec<Pattern>,
    /// What a class compiles to, once.
    classes: FxHashMap<String, Node>,
    /// What a reference to a pole compiles to, once.
    poles: FxHashMap<String, Node>,
    others: &'l mut Others,
    /// References being resolved, to find circles.
    open: Vec<String>,
    problems: &'l mut Vec<Problem>,
}

/// Lexicons that the user did not ask for and patterns refer to all the same.
#[derive(Default)]
struct Others(FxHashMap<String, Option<Lexicon>>);

impl Others {
    fn lexicon(&mut self, id: &str) -> Option<&Lexicon> {
        self.0.entry(id.to_owned()).or_insert_with(|| super::load::load(id).ok()).as_ref()
    }
}

/// A word test that stands for a whole class carries its number in this form.
fn class_test(number: u32) -> Node {
    Node::Word(WordTest::Exact(format!("\0{number}")))
}

impl Compiler<'_> {
    fn marker(&mut self, number: usize, place: (usize, usize, usize), needs: Needs, marker: &Marker, trees: Trees) -> CompiledMarker {
        let file = &marker.file;
        let first = self.patterns.len();
        for tree in trees.patterns {
            let program = self.anchored(file, tree);
            self.patterns.extend(program.map(|program| Pattern { marker: number, program }));
        }
        let patterns = first..self.patterns.len();
        for tie in marker.agent.iter().chain(&marker.patient) {
            if let Tie::Slot(slot) = tie
                && !self.patterns[patterns.clone()].iter().any(|pattern| pattern.program.slots.contains(slot))
            {
                self.report(file, marker.line, What::UnknownSlot { marker: marker.name.clone(), slot: slot.clone() });
            }
        }
        let (lexicon, axis, at) = place;
        let poles = &self.lexicons[lexicon].axes[axis].poles;
        let pole = poles.iter().position(|pole| pole.id == marker.pole);
        let needs = needs | Needs::beside_axis(marker, pole.map(|pole| &poles[pole]));
        let except = trees.except.into_iter().filter_map(|tree| self.anchored(file, tree)).collect();
        let only = trees.only.into_iter().filter_map(|tree| self.guard(file, tree)).collect();
        let unless = trees.unless.into_iter().filter_map(|tree| self.guard(file, tree)).collect();
        CompiledMarker { lexicon, axis, marker: at, pole, needs, patterns, except, only, unless }
    }

    /// A pattern that begins with a known word, so that it can be found without trying every place.
    fn anchored(&mut self, file: &str, tree: Tree) -> Option<Program> {
        let Tree { line, text, .. } = tree;
        let program = self.program(file, tree)?;
        if program.first_tags.is_none() {
            self.report(file, line, What::UnanchoredPattern { pattern: text.into() });
            return None;
        }
        Some(program)
    }

    fn guard(&mut self, file: &str, GuardTree { line, guard }: GuardTree) -> Option<Guard> {
        let Some((scope, tree)) = guard else {
            self.report(file, line.line, What::Guard { guard: line.text.clone() });
            return None;
        };
        Some(Guard { scope, program: self.program(file, tree)? })
    }

    fn program(&mut self, file: &str, tree: Tree) -> Option<Program> {
        let line = tree.line;
        let node = self.read(file, tree)?;
        let node = self.resolve(file, line, node)?;
        let mut program = Program::default();
        self.emit(&node, &mut program);
        program.push(Step::Done);
        program.finish();
        Some(program)
    }

    /// A tree, unless its pattern is faulty.
    fn read(&mut self, file: &str, Tree { line, text, node }: Tree) -> Option<Node> {
        node.map_err(|fault| {
            self.report(file, line, What::Pattern { pattern: text.into(), at: text[..fault.at].chars().count(), kind: fault.kind });
        })
        .ok()
    }

    fn report(&mut self, file: &str, line: usize, what: What) {
        let problem = Problem { file: file.into(), line, what };
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    /// Replaces references by what they refer to.
    fn resolve(&mut self, file: &str, line: usize, node: Node) -> Option<Node> {
        Some(match node {
            Node::Class(id) => self.class(file, line, &id)?,
            Node::Pole { lexicon, axis, pole } => self.pole(file, line, lexicon, &axis, &pole)?,
            Node::Sequence(parts) => Node::Sequence(self.resolve_all(file, line, parts)?),
            Node::Alternatives(branches) => {
                let branches = self.resolve_all(file, line, branches)?;
                self.alternatives(branches)
            }
            Node::Optional(inner) => Node::Optional(Box::new(self.resolve(file, line, *inner)?)),
            Node::Slot(name, inner) => Node::Slot(name, Box::new(self.resolve(file, line, *inner)?)),
            other => other,
        })
    }

    fn resolve_all(&mut self, file: &str, line: usize, nodes: Vec<Node>) -> Option<Vec<Node>> {
        nodes.into_iter().map(|node| self.resolve(file, line, node)).collect()
    }

    /// A class: one test for all its single words, and its phrases beside.
    fn class(&mut self, file: &str, line: usize, id: &str) -> Option<Node> {
        if let Some(node) = self.classes.get(id) {
            return Some(node.clone());
        }
        let lexicon = self.lexicon;
        let Some(class) = lexicon.classes.iter().find(|c| c.id == id) else {
            self.report(file, line, What::UnknownClass { class: id.into() });
            return None;
        };
        let nodes = self.guarded(id, file, line, |this| {
            let parsed = this.parse_lines(&class.file, &class.words);
            this.resolve_all(&class.file, 0, parsed)
        })?;
        let node = self.alternatives(nodes);
        self.classes.insert(id.into(), node.clone());
        Some(node)
    }

    /// Branches that are one word become one test, which a form passes or not whatever their number.
    fn alternatives(&mut self, branches: Vec<Node>) -> Node {
        let (words, mut others): (Vec<Node>, Vec<Node>) = branches.into_iter().partition(|node| matches!(node, Node::Word(_)));
        let tests: Vec<u32> =
            words.iter().filter_map(|node| if let Node::Word(test) = node { Some(self.test_number(test)) } else { None }).collect();
        match tests.len() {
            0 => {}
            1 => others.extend(words),
            _ => others.push(class_test(self.tests.class(tests))),
        }
        if others.len() == 1 { others.remove(0) } else { Node::Alternatives(others) }
    }

    fn pole(&mut self, file: &str, line: usize, lexicon: Option<String>, axis: &str, pole: &str) -> Option<Node> {
        let of_pole = |l: &Lexicon| -> Vec<Marker> {
            l.axes.iter().filter(|a| a.id == axis).flat_map(|a| &a.markers).filter(|m| m.pole == pole).cloned().collect()
        };
        let markers = match &lexicon {
            None => of_pole(self.lexicon),
            Some(id) => match self.lexicons.iter().find(|l| l.identity.id == *id) {
                Some(home) => of_pole(home),
                None => self.others.lexicon(id).map(of_pole).unwrap_or_default(),
            },
        };
        let reference = format!("{}{axis}.{pole}", lexicon.map(|l| l + "/").unwrap_or_default());
        if let Some(node) = self.poles.get(&reference) {
            return Some(node.clone());
        }
        if markers.is_empty() {
            self.report(file, line, What::UnknownReference { reference });
            return None;
        }
        let branches = self.guarded(&reference.clone(), file, line, |this| {
            let mut branches = Vec::new();
            for marker in &markers {
                let parsed = this.parse_lines(&marker.file, &marker.patterns);
                branches.extend(this.resolve_all(&marker.file, marker.line, parsed)?);
            }
            Some(branches)
        })?;
        let node = self.alternatives(branches);
        self.poles.insert(reference, node.clone());
        Some(node)
    }

    /// Runs `build` unless the same reference is already being resolved.
    fn guarded<T>(&mut self, reference: &str, file: &str, line: usize, build: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        if self.open.iter().any(|name| name == reference) {
            self.report(file, line, What::CircularReference { reference: reference.into() });
            return None;
        }
        self.open.push(reference.into());
        let built = build(self);
        self.open.pop();
        built
    }

    fn parse_lines(&mut self, file: &str, lines: &[Line]) -> Vec<Node> {
        lines.iter().filter_map(|line| self.read(file, Tree::new(line.line, &line.text))).collect()
    }

    fn test_number(&mut self, test: &WordTest) -> u32 {
        match test {
            WordTest::Exact(letters) if letters.starts_with('\0') => letters[1..].parse().unwrap_or(0),
            test => self.tests.number(test),
        }
    }

    fn emit(&mut self, node: &Node, program: &mut Program) {
        match node {
            Node::Word(test) => {
                program.push(Step::Tag(self.test_number(test)));
            }
            Node::Any => _ = program.push(Step::AnyWord),
            Node::Number => _ = program.push(Step::Number),
            Node::Capital => _ = program.push(Step::Capital),
            Node::Gap(width) => _ = program.push(Step::Gap(*width)),
            Node::Sequence(parts) => parts.iter().for_each(|part| self.emit(part, program)),
            Node::Alternatives(branches) => self.emit_branches(branches, program),
            Node::Optional(inner) => {
                let fork = program.push(Step::Done);
                self.emit(inner, program);
                program.steps[fork].step = Step::branch(program.steps.len());
            }
            Node::Slot(name, inner) => {
                let number = program.slots.len() as u16;
                program.slots.push(name.clone());
                program.push(Step::Open(number));
                self.emit(inner, program);
                program.push(Step::Close(number));
            }
            // Resolved before; nothing is left to match.
            Node::Class(_) | Node::Pole { .. } => {}
        }
    }

    fn emit_branches(&mut self, branches: &[Node], program: &mut Program) {
        let mut ends = Vec::new();
        for (at, branch) in branches.iter().enumerate() {
            if at + 1 == branches.len() {
                self.emit(branch, program);
            } else {
                let fork = program.push(Step::Done);
                self.emit(branch, program);
                ends.push(program.push(Step::Done));
                program.steps[fork].step = Step::branch(program.steps.len());
            }
        }
        let end = program.steps.len();
        for jump in ends {
            program.steps[jump].step = Step::Jump(end as u32);
        }
    }
}
