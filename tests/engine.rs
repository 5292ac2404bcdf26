//! The engine against a plain matcher that tries every pattern at every word, without tables, bits or short cuts.

use cadrage::counts::Instrument;
use cadrage::lang::Lang;
use cadrage::lexicon::program::{Program, Step};
use cadrage::lexicon::{Needs, Purpose, load};
use cadrage::matching::{self, Hit, engine};
use cadrage::text::Document;
use cadrage::text::context::pos_in_context;
use cadrage::text::morphology::Pos;
use cadrage::text::tags::Tag;
use cadrage::text::tokenizer::Kind;
use proptest::prelude::*;
use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

static INSTRUMENT: LazyLock<Instrument> = LazyLock::new(|| {
    let mut lexicons = load::default_lexicons().expect("built-in lexicons");
    lexicons.extend(load::auxiliary_lexicons().expect("built-in lexicons"));
    Instrument::new(lexicons, Lang::Fr).expect("sound lexicons")
});

/// The words of all examples: patterns match some of them, whatever their order.
static EXAMPLES: LazyLock<Vec<String>> = LazyLock::new(|| {
    let markers = INSTRUMENT.lexicons.lexicons.iter().flat_map(|l| &l.axes).flat_map(|axis| &axis.markers);
    markers.flat_map(|m| m.hits.iter().chain(&m.misses)).map(|line| line.text.replace(['[', ']'], "")).collect()
});

/// One sentence as the plain matcher sees it.
struct Plain<'d, 't> {
    document: &'d Document<'t>,
    sentence: usize,
    /// By token, the tests that its form passes.
    tags: Vec<HashMap<u32, Tag>>,
}

impl<'d, 't> Plain<'d, 't> {
    fn new(document: &'d Document<'t>, sentence: usize) -> Self {
        let tags = |token: usize| document.tags(token).iter().map(|tag| (tag.id, *tag)).collect();
        Self { document, sentence, tags: document.sentences[sentence].tokens.clone().map(tags).collect() }
    }

    /// Every end of a match of the program that begins at a token.
    fn ends(&self, program: &Program, token: usize) -> BTreeSet<usize> {
        let mut ends = BTreeSet::new();
        if self.document.tokens[token].kind.is_word() {
            self.run(program, 0, token, token, token, &mut ends);
        }
        ends
    }

    fn run(&self, program: &Program, at: usize, first: usize, next: usize, end: usize, ends: &mut BTreeSet<usize>) {
        let limit = self.document.sentences[self.sentence].tokens.end;
        let mut token = next;
        while token > first && token < limit && self.document.tokens[token].kind == Kind::Quote {
            token += 1;
        }
        let mut read = |passes: bool| {
            if passes {
                self.run(program, at + 1, first, token + 1, token + 1, ends);
            }
        };
        let is_word = token < limit && self.document.tokens[token].kind.is_word();
        match program.steps[at].step {
            Step::Tag(tag) => read(token < limit && self.has(token, tag)),
            Step::AnyWord => read(is_word),
            Step::Number => {
                read(is_word && (self.document.tokens[token].kind == Kind::Number || self.document.form(token).pos.contains(Pos::Numeral)))
            }
            Step::Capital => {
                read(is_word && self.document.tokens[token].kind == Kind::Word && self.document.form(token).casing.is_capitalised())
            }
            Step::Gap(width) => {
                self.run(program, at + 1, first, next, end, ends);
                let in_clause = self.document.clause_of(self.sentence, first).contains(&token);
                if width > 0 && is_word && in_clause {
                    let mut shorter = program.clone();
                    shorter.steps[at].step = Step::Gap(width - 1);
                    self.run(&shorter, at, first, token + 1, end.max(token + 1), ends);
                }
            }
            Step::Else(other, _) => {
                self.run(program, at + 1, first, next, end, ends);
                self.run(program, other as usize, first, next, end, ends);
            }
            Step::Jump(to) => self.run(program, to as usize, first, next, end, ends),
            Step::Open(_) | Step::Close(_) => self.run(program, at + 1, first, next, end, ends),
            Step::Done => {
                if end > first {
                    ends.insert(end);
                }
            }
        }
    }

    fn has(&self, token: usize, tag: u32) -> bool {
        let sentence = &self.document.sentences[self.sentence].tokens;
        self.tags[token - sentence.start].get(&tag).is_some_and(|tag| {
            tag.pos.is_empty()
                || tag.pos == self.document.form(token).pos
                || tag.pos.intersects(pos_in_context(self.document, token, sentence))
        })
    }

    /// What the engine should find, as (first token, end, marker).
    fn candidates(&self) -> BTreeSet<(usize, usize, usize)> {
        let mut found = BTreeSet::new();
        for token in self.document.sentences[self.sentence].tokens.clone() {
            for pattern in &INSTRUMENT.lexicons.patterns {
                if let Some(longest) = self.ends(&pattern.program, token).last() {
                    found.insert((token, *longest, pattern.marker));
                }
            }
        }
        found
    }
}

fn key(hit: &Hit) -> (usize, usize, usize) {
    (hit.tokens.start, hit.tokens.end, hit.marker)
}

fn check(text: &str) -> usize {
    let document = INSTRUMENT.read(text);
    let mut count = 0;
    for sentence in 0..document.sentences.len() {
        let mut found = Vec::new();
        engine::candidates(&document, &INSTRUMENT.lexicons, Needs::EVERYTHING, sentence, &mut found);
        let plain = Plain::new(&document, sentence).candidates();
        assert_eq!(found.iter().map(key).collect::<BTreeSet<_>>(), plain, "in: {text}");
        // What can begin is known of the sentence before anything is tried.
        assert!(found.is_empty() || document.sentences[sentence].begins != 0);
        count += plain.len();
    }
    count
}

#[test]
fn the_engine_finds_what_a_plain_matcher_finds_in_examples() {
    let found: usize = EXAMPLES.iter().step_by(17).map(|text| check(text)).sum();
    assert!(found > 200, "{found}");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_engine_finds_what_a_plain_matcher_finds_in_words_as_they_come(
        parts in prop::collection::vec((any::<prop::sample::Index>(), any::<prop::sample::Index>(), 1..6_usize, 0..8_u8), 1..8),
    ) {
        let mut text = String::new();
        for (example, from, count, mark) in parts {
            let words: Vec<&str> = example.get(&EXAMPLES).split(' ').collect();
            let from = from.index(words.len());
            text.push_str(&words[from..words.len().min(from + count)].join(" "));
            text.push_str(match mark { 0 => ", ", 1 => " « ", 2 => " » ", 3 => " : ", _ => " " });
        }
        check(&text);
    }
}

#[test]
fn hits_do_not_depend_on_what_else_is_asked() {
    let needs = [Needs::MARKERS, Needs::ACTORS, Needs::SPEECH, Needs::STANDINGS, Needs::ROLES, Needs::EFFECTS];
    for text in EXAMPLES.chunks(40).map(|some| some.join("\n")) {
        let document = INSTRUMENT.read(&text);
        let lexicons = &INSTRUMENT.lexicons;
        let all = matching::find(&document, lexicons, Needs::EVERYTHING);
        for need in needs {
            let of_need: Vec<&Hit> = all.iter().filter(|hit| lexicons.markers[hit.marker].needs.meets(need)).collect();
            assert_eq!(matching::find(&document, lexicons, need).iter().collect::<Vec<_>>(), of_need);
        }
        let speech = matching::find(&document, lexicons, Purpose::Speech);
        assert!(speech.iter().all(|hit| lexicons.purpose(hit.marker) == Purpose::Speech));
        let found = matching::find_all(&document, lexicons);
        assert_eq!(found.markers, matching::find(&document, lexicons, Purpose::Markers));
        assert_eq!(found.actors, matching::find(&document, lexicons, Purpose::Actors));
    }
}
