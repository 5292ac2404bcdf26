//! The pattern language: what an author writes, as a tree.
//!
//! ```text
//! reprendre:v le? ... contrôle        a verb in any inflection, an optional word, a gap, a word
//! groupe (djihadiste|terroriste)? État islamique
//! ```
//! The whole language is described in `docs/LEXIQUES.md`.

use crate::text::morphology::{Features, Pos};
use crate::text::pos_set::PosSet;

/// A pattern as a tree.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// A test on one word.
    Word(WordTest),
    /// A class of `lexicons/classes`, by id.
    Class(String),
    /// The patterns of a pole: `@axis.pole`, or `@lexicon/axis.pole`.
    Pole {
        lexicon: Option<String>,
        axis: String,
        pole: String,
    },
    /// Any one word.
    Any,
    /// A number, in digits or letters.
    Number,
    /// A word that begins with a capital.
    Capital,
    /// Up to this many words of the same clause.
    Gap(u8),
    Sequence(Vec<Node>),
    Alternatives(Vec<Node>),
    Optional(Box<Node>),
    /// A named part of the match.
    Slot(String, Box<Node>),
}

/// A test on one word.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum WordTest {
    /// Any inflection of a lemma; an empty set of parts of speech means any.
    Lemma { lemma: String, pos: PosSet, features: Features },
    /// The letters as written.
    Exact(String),
    /// Every word with the same Snowball stem as this one.
    Stem(String),
    /// Any word of these parts of speech.
    Pos { pos: PosSet, features: Features },
}

/// Why a pattern cannot be read: where in it, and what is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// Byte offset in the pattern.
    pub at: usize,
    pub kind: FaultKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FaultKind {
    Empty,
    Unclosed(char),
    Unexpected(char),
    UnknownTag(String),
    /// A bare word that is an inflection, with the lemmas it could mean.
    NotALemma {
        word: String,
        lemmas: Vec<String>,
    },
}

const GAP: u8 = 5;

/// Reads a pattern.
pub fn parse(text: &str) -> Result<Node, Fault> {
    let mut parser = Parser { text, at: 0 };
    let node = parser.alternatives()?;
    match parser.peek() {
        Some(c) => Err(parser.fault(FaultKind::Unexpected(c))),
        None => Ok(node),
    }
}

struct Parser<'t> {
    text: &'t str,
    at: usize,
}

impl Parser<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn skip_spaces(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start().len();
    }

    fn fault(&self, kind: FaultKind) -> Fault {
        Fault { at: self.at, kind }
    }

    fn alternatives(&mut self) -> Result<Node, Fault> {
        let mut branches = vec![self.sequence()?];
        while self.peek() == Some('|') {
            self.at += 1;
            branches.push(self.sequence()?);
        }
        Ok(if branches.len() == 1 { branches.remove(0) } else { Node::Alternatives(branches) })
    }

    fn sequence(&mut self) -> Result<Node, Fault> {
        let mut parts = Vec::new();
        loop {
            self.skip_spaces();
            match self.peek() {
                None | Some('|' | ')' | '>') => break,
                Some(_) => parts.extend(self.element()?),
            }
        }
        article_in_contraction(&mut parts);
        match parts.len() {
            0 => Err(self.fault(FaultKind::Empty)),
            1 => Ok(parts.remove(0)),
            _ => Ok(Node::Sequence(parts)),
        }
    }

    /// One element with its `?`; an elided word ("d'assaut") gives two.
    fn element(&mut self) -> Result<Vec<Node>, Fault> {
        let mut nodes = match self.peek() {
            Some('(') => vec![self.enclosed(')')?],
            Some('<') => vec![self.slot()?],
            Some('"') => vec![self.exact()?],
            Some('~') => {
                self.at += 1;
                vec![Node::Word(WordTest::Stem(self.word()?.to_lowercase()))]
            }
            Some('@') => vec![self.reference()?],
            Some(':') => {
                let (pos, features) = self.tags()?;
                vec![Node::Word(WordTest::Pos { pos, features })]
            }
            Some('.') => vec![self.gap()?],
            Some('_') => self.sign(Node::Any),
            Some('#') => self.sign(Node::Number),
            Some('^') => self.sign(Node::Capital),
            _ => self.lemmas()?,
        };
        if self.peek() == Some('?') {
            self.at += 1;
            if let Some(last) = nodes.pop() {
                nodes.push(Node::Optional(Box::new(last)));
            }
        }
        Ok(nodes)
    }

    fn sign(&mut self, node: Node) -> Vec<Node> {
        self.at += 1;
        vec![node]
    }

    fn enclosed(&mut self, close: char) -> Result<Node, Fault> {
        self.at += 1;
        let node = self.alternatives()?;
        if self.peek() != Some(close) {
            return Err(self.fault(FaultKind::Unclosed(close)));
        }
        self.at += close.len_utf8();
        Ok(node)
    }

    /// `<name=pattern>`
    fn slot(&mut self) -> Result<Node, Fault> {
        let rest = &self.rest()[1..];
        let Some(equals) = rest.find('=') else { return Err(self.fault(FaultKind::Unclosed('>'))) };
        let name = rest[..equals].trim().to_owned();
        // `enclosed` skips one character: leave it the `=`.
        self.at += 1 + equals;
        Ok(Node::Slot(name, Box::new(self.enclosed('>')?)))
    }

    fn exact(&mut self) -> Result<Node, Fault> {
        let rest = &self.rest()[1..];
        let Some(close) = rest.find('"') else { return Err(self.fault(FaultKind::Unclosed('"'))) };
        let words: Vec<Node> =
            crate::text::tokenizer::words(&rest[..close]).map(|word| Node::Word(WordTest::Exact(word.replace('’', "'")))).collect();
        if words.is_empty() {
            return Err(self.fault(FaultKind::Empty));
        }
        self.at += close + 2;
        Ok(if words.len() == 1 { words.into_iter().next().unwrap_or(Node::Any) } else { Node::Sequence(words) })
    }

    fn gap(&mut self) -> Result<Node, Fault> {
        let Some(rest) = self.rest().strip_prefix("...") else { return Err(self.fault(FaultKind::Unexpected('.'))) };
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let width = rest[..digits].parse().unwrap_or(GAP);
        self.at += 3 + digits;
        Ok(Node::Gap(width))
    }

    fn reference(&mut self) -> Result<Node, Fault> {
        self.at += 1;
        let name = self.name();
        let (lexicon, path) = match name.split_once('/') {
            Some((lexicon, path)) => (Some(lexicon.to_owned()), path),
            None => (None, &*name),
        };
        Ok(match path.split_once('.') {
            Some((axis, pole)) => Node::Pole { lexicon, axis: axis.into(), pole: pole.into() },
            None if name.is_empty() => return Err(self.fault(FaultKind::Empty)),
            None => Node::Class(name),
        })
    }

    fn name(&mut self) -> String {
        let len = self.rest().find(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '_' | '/' | '.'))).unwrap_or(self.rest().len());
        let name = self.rest()[..len].to_owned();
        self.at += len;
        name
    }

    fn word(&mut self) -> Result<String, Fault> {
        let is_inner = |c: char| c.is_alphanumeric() || matches!(c, '-' | '\'' | '’');
        let len = self.rest().find(|c| !is_inner(c)).unwrap_or(self.rest().len());
        if len == 0 {
            return Err(self.fault(self.peek().map_or(FaultKind::Empty, FaultKind::Unexpected)));
        }
        let word = self.rest()[..len].replace('’', "'");
        self.at += len;
        Ok(word)
    }

    /// A bare word: any inflection of it. "d'assaut" is two of them.
    fn lemmas(&mut self) -> Result<Vec<Node>, Fault> {
        let start = self.at;
        let written = self.word()?;
        let (pos, features) = if self.peek() == Some(':') { self.tags()? } else { Default::default() };
        let parts: Vec<&str> = crate::text::tokenizer::words(&written).collect();
        let last = parts.len().saturating_sub(1);
        parts
            .into_iter()
            .enumerate()
            .map(|(i, part)| {
                let (pos, features) = if i == last { (pos, features) } else { Default::default() };
                lemma_test(part, pos, features).map(Node::Word).map_err(|kind| Fault { at: start, kind })
            })
            .collect()
    }

    /// `:n/a.pl` — parts of speech, then features.
    fn tags(&mut self) -> Result<(PosSet, Features), Fault> {
        self.at += 1;
        let len = self.rest().find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '/' | '.'))).unwrap_or(self.rest().len());
        // A gap may follow without a space: "…:v..." keeps its dots.
        let len = self.rest()[..len].find("...").unwrap_or(len);
        let text = self.rest()[..len].to_owned();
        let mut groups = text.split('.');
        let (mut pos, mut features) = (PosSet::default(), Features::default());
        for name in groups.next().unwrap_or_default().split('/').filter(|name| !name.is_empty()) {
            let Some(one) = crate::text::pos_set::pos_named(name) else {
                return Err(self.fault(FaultKind::UnknownTag(name.into())));
            };
            pos.insert(one);
        }
        for name in groups {
            let Some(one) = crate::text::pos_set::feature_named(name) else {
                return Err(self.fault(FaultKind::UnknownTag(name.into())));
            };
            features |= one;
        }
        self.at += len;
        Ok((pos, features))
    }
}

/// "de le", "à le": the article hides in "du" and "aux", and may be missing.
fn article_in_contraction(parts: &mut [Node]) {
    let is = |node: &Node, lemmas: &[&str]| matches!(node, Node::Word(WordTest::Lemma { lemma, .. }) if lemmas.contains(&&**lemma));
    for at in 1..parts.len() {
        if is(&parts[at], &["le"]) && is(&parts[at - 1], &["de", "à"]) {
            parts[at] = Node::Optional(Box::new(parts[at].clone()));
        }
    }
}

/// Checks that a bare word is a lemma; an inflection of another word is a fault that names that word.
fn lemma_test(written: &str, pos: PosSet, features: Features) -> Result<WordTest, FaultKind> {
    use crate::text::dictionary;
    let word = written.to_lowercase();
    // A lemma is a form of its own; so most words need no closer look.
    if dictionary::lemma_id(&word).is_some() {
        return Ok(WordTest::Lemma { lemma: word, pos, features });
    }
    let mut analyses = Vec::new();
    dictionary::analyses(&word, &mut analyses);
    let mut lemmas: Vec<String> = analyses.iter().map(|a| dictionary::lemma(a.lemma).to_lowercase()).collect();
    lemmas.dedup();
    if lemmas.is_empty() || lemmas.contains(&word) {
        return Ok(WordTest::Lemma { lemma: word, pos, features });
    }
    // Elided words, contractions and other small words stand for their full form: d' → de, aux → à, les → le.
    let small = [Pos::Preposition, Pos::Determiner, Pos::Pronoun, Pos::Conjunction];
    if let Some(analysis) = analyses.iter().find(|a| small.contains(&a.pos) || word.ends_with('\'')) {
        return Ok(WordTest::Lemma { lemma: dictionary::lemma(analysis.lemma).to_owned(), pos, features });
    }
    // The dictionary files "reprise" under "repris": a feminine noun stands for its own forms.
    let feminine = Features::FEMININE | Features::SINGULAR;
    if pos.is_only(Pos::Noun)
        && let Some(analysis) = analyses.iter().find(|a| a.pos == Pos::Noun && a.features.contains(feminine))
    {
        return Ok(WordTest::Lemma { lemma: dictionary::lemma(analysis.lemma).to_owned(), pos, features: features | Features::FEMININE });
    }
    lemmas.sort();
    lemmas.dedup();
    Err(FaultKind::NotALemma { word, lemmas })
}
