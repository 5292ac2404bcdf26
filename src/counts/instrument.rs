//! The measuring instrument: compiled lexicons and the table of forms, immutable to its users, shared by all threads.

use super::basis::Basis;
use super::candidates::{self, Named, Placed, Seen};
use super::record::*;
use super::words::{self, Key, Words};
use crate::corpus::Article;
use crate::digest::hex;
use crate::lang::Lang;
use crate::lexicon::{Compiled, Lexicon, Needs, Problem, Problems, Purpose, Remark, duplicates};
use crate::matching;
use crate::matching::judge::Judged;
use crate::roles::{self, Plan, Role, Statement};
use crate::span::Span;
use crate::text::offsets::CodePoints;
use crate::text::{Document, Forms};
use crate::voice::{self, Attributed, Quote, Reported, Source, Speaker, Voice, Voices};
use crate::zones::{self, Cleaner};
use rustc_hash::FxHashSet;
use sha2::{Digest, Sha256};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

/// Some 300 bytes each: past this the table is begun anew, so that memory stays bounded. Frequent spellings are a few ten thousand and soon
/// met again; what fills the table is names.
const MANY_FORMS: usize = 250_000;
/// Below this an article says little by its rates.
const FEW_WORDS: usize = 50;

/// Scores articles; the same article always gives the same record.
pub struct Instrument {
    pub lexicons: Arc<Compiled>,
    plan: Plan,
    pub cleaner: Cleaner,
    /// Whether records list hits; without them there is still who speaks and who plays which part.
    pub hits: bool,
    forms: Forms,
    versions: Vec<LexiconVersion>,
    basis: Basis,
    lang: Lang,
}

impl Instrument {
    /// Measures what these lexicons hold, and voice where actors and words of speech are among them.
    pub fn new(mut lexicons: Vec<Lexicon>, lang: Lang) -> Result<Self, Problems> {
        lexicons.sort_by_key(|lexicon| lexicon.identity.purpose);
        let lexicons = Arc::new(Compiled::new(lexicons)?);
        let versions: Vec<LexiconVersion> = lexicons
            .lexicons
            .iter()
            .map(|l| LexiconVersion { id: l.identity.id.clone(), version: l.identity.version.clone(), sha256: l.sha256.clone() })
            .collect();
        let plan = Plan::new(&lexicons);
        let basis = Basis::new(&versions, lang);
        let forms = Forms::with_tagger(lexicons.tagger());
        Ok(Self { cleaner: Cleaner::default(), hits: true, forms, lexicons, plan, versions, basis, lang })
    }

    /// The lexicons that measure.
    pub fn versions(&self) -> &[LexiconVersion] {
        &self.versions
    }

    /// Call between batches: forgets the forms once there are more than any language has.
    pub fn bound_memory(&mut self) {
        if self.forms.len() > MANY_FORMS {
            self.forms = Forms::with_tagger(self.lexicons.tagger());
        }
    }

    /// The sentences and tokens of a text of which everything is content.
    pub fn read<'t>(&'t self, text: &'t str) -> Document<'t> {
        Document::new(text, &[], &self.forms)
    }

    /// The normal forms of the words met so far.
    pub fn spellings(&self) -> impl Iterator<Item = &str> {
        self.forms.iter().map(|form| &*form.norm)
    }

    /// Runs the examples of one lexicon; empty where every marker proves itself.
    pub fn check_examples(&self, lexicon: usize) -> Vec<Problem> {
        matching::examples::check(&self.lexicons, &self.forms, lexicon)
    }

    /// What must be mended in one lexicon: its examples, and patterns that do nothing.
    pub fn faults(&self, lexicon: usize) -> Vec<Problem> {
        let mut problems = self.check_examples(lexicon);
        problems.extend(duplicates::problems(&self.lexicons.lexicons[lexicon]));
        problems
    }

    /// What in one lexicon works but deserves a second look, by file and line.
    pub fn remarks(&self, lexicon: usize) -> Vec<Remark> {
        let mut remarks = matching::review::review(&self.lexicons, &self.forms, lexicon);
        remarks.extend(duplicates::remarks(&self.lexicons.lexicons[lexicon]));
        remarks.sort_by(|a, b| (&a.file, a.line).cmp(&(&b.file, b.line)));
        remarks
    }

    /// The sentences and tokens of an article's content.
    pub fn document<'t>(&'t self, article: &'t Article, zones: &[zones::Zone]) -> Document<'t> {
        Document::new(&article.text, zones, &self.forms)
    }

    /// Every match of the marker at this index in an article, kept or not.
    pub fn judge(&self, article: &Article, marker: usize) -> Vec<Judged> {
        let document = self.document(article, &self.cleaner.find(article));
        matching::judge::judge(&document, &self.lexicons, marker)
    }

    /// The units of one article, up to `longest` words of meaning each, said by the voices that `takes` names, and its title. Where voice is not
    /// measured every word counts.
    pub fn words(&self, article: &Article, longest: usize, takes: impl Fn(Voice) -> bool) -> (Words, Option<String>) {
        let zones = self.cleaner.find(article);
        let document = Document::new(&article.text, &zones, &self.forms);
        let voices = self.measures_voice().then(|| self.voices(&document));
        let words = Words::of(&document, longest, |token| voices.as_ref().is_none_or(|voices| takes(voices.at(token))));
        (words, article.meta.title.clone().or_else(|| title_of(&article.text, &zones)))
    }

    /// A pattern that finds a unit by its stems.
    pub fn pattern_of(&self, form: &str) -> String {
        words::pattern_of(&self.read(form))
    }

    /// Where the words of an article stand; `is_model` tells of a marker (by its index) whether its passages are those that are looked at.
    pub fn placed(&self, article: &Article, is_model: impl Fn(usize) -> bool) -> Placed {
        let document = Document::new(&article.text, &self.cleaner.find(article), &self.forms);
        let hits = matching::find(&document, &self.lexicons, Purpose::Markers);
        candidates::placed(&document, &hits.iter().filter(|hit| is_model(hit.marker)).collect::<Vec<_>>())
    }

    /// The occurrences of some words of an article with so many columns beside them, and the names of some places.
    pub fn seen(&self, article: &Article, words: &FxHashSet<Key>, places: &FxHashSet<Key>, columns: usize) -> (Vec<Seen>, Vec<Named>) {
        let document = Document::new(&article.text, &self.cleaner.find(article), &self.forms);
        let hits = matching::find(&document, &self.lexicons, Purpose::Markers);
        (candidates::seen(&document, &self.lexicons, &hits, words, columns), candidates::named(&document, places))
    }

    /// The sentences of an article with the spans in them of the markers (by index) that `takes` names, all in bytes of the text.
    pub fn sentences_with(&self, article: &Article, takes: impl Fn(usize) -> bool) -> Vec<(Span, Vec<Span>)> {
        let document = Document::new(&article.text, &self.cleaner.find(article), &self.forms);
        let hits = matching::find(&document, &self.lexicons, Purpose::Markers);
        let of = |number: usize| hits.iter().filter(|hit| hit.sentence == number && takes(hit.marker)).map(|hit| hit.span).collect();
        document.sentences.iter().enumerate().map(|(number, sentence)| (sentence.span, of(number))).collect()
    }

    fn voices(&self, document: &Document) -> Voices {
        let speech = matching::find(document, &self.lexicons, Needs::SPEECH);
        let actors = matching::find(document, &self.lexicons, Needs::ACTORS);
        voice::find(document, &self.lexicons, &speech, &actors)
    }

    /// Digest of all that the measure of an article depends on; two articles of one basis differ in their metadata at most.
    pub fn basis(&self, article: &Article) -> String {
        self.basis.of(article, &Sha256::digest(&article.text), &self.cleaner, self.hits, self.lang)
    }

    /// Measures one article.
    pub fn score(&self, article: &Article) -> Record<'_> {
        let text = &*article.text;
        let zones = self.cleaner.find(article);
        let document = self.document(article, &zones);
        let matches = matching::find_all(&document, &self.lexicons);
        let voices = self.measures_voice().then(|| voice::find(&document, &self.lexicons, &matches.speech, &matches.actors));
        let statements = roles::find(&document, &self.lexicons, &self.plan, &matches.actors, voices.as_ref());
        let points = CodePoints::new(text);
        let tokens = document.words();
        let digest = Sha256::digest(text);
        let named = self.named(&matches.actors);
        let mut warnings: Vec<String> = article.warnings.iter().map(|w| w.message(self.lang)).collect();
        if tokens < FEW_WORDS {
            warnings.push(crate::corpus::Warning::Short { words: tokens }.message(self.lang));
        }
        Record {
            schema: SCHEMA.into(),
            id: article.id.clone(),
            path: article.path.clone(),
            digest: hex(&digest),
            basis: self.basis.of(article, &digest, &self.cleaner, self.hits, self.lang),
            outlet: article.meta.outlet.clone(),
            date: article.meta.date.clone(),
            title: article.meta.title.clone().or_else(|| title_of(text, &zones)),
            author: article.meta.author.clone(),
            url: article.meta.url.clone(),
            event: article.meta.event.clone(),
            genre: article.meta.genre,
            section: article.meta.section.clone(),
            cleaning: Cleaning::of(&self.cleaner, article),
            chars: points.len(),
            tokens,
            tokens_by_voice: voices.as_ref().map(|voices| TokensByVoice::from(voices.count(&document))),
            sentences: points.of_all(document.sentences.iter().map(|s| s.span)).collect(),
            lexicons: Cow::Borrowed(&self.versions),
            zones: zones.iter().map(|z| RecordZone { kind: z.kind, start: points.at(z.span.start), end: points.at(z.span.end) }).collect(),
            hits: if self.hits { self.record_hits(&document, &points, &matches.markers, voices.as_ref()) } else { Vec::new() },
            quotes: voices.as_ref().map(|voices| record_quotes(&document, &points, voices)).unwrap_or_default(),
            roles: statements.iter().map(|statement| self.record_role(&document, &points, statement, voices.as_ref())).collect(),
            reported: voices.as_ref().map(|voices| record_reported(&document, &points, voices)).unwrap_or_default(),
            mentions: named.iter().map(|(actor, sentences)| (actor.clone(), sentences.len())).collect(),
            named,
            warnings,
            text: None,
        }
    }

    /// The sentences that name each actor.
    fn named(&self, hits: &[matching::Hit]) -> BTreeMap<String, Vec<usize>> {
        let mut named: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for hit in hits.iter().filter(|hit| !self.lexicons.axis(&self.lexicons.markers[hit.marker]).places) {
            if let Some(actor) = voice::actor_of(&self.lexicons, hit) {
                match named.get_mut(actor) {
                    Some(sentences) => sentences.push(hit.sentence),
                    None => _ = named.insert(actor.to_owned(), vec![hit.sentence]),
                }
            }
        }
        named
    }

    fn measures_voice(&self) -> bool {
        self.lexicons.serves(Purpose::Speech)
    }

    /// Markers, and the words by which others are given the floor, by place.
    fn record_hits<'i>(
        &'i self,
        document: &Document,
        points: &CodePoints,
        hits: &[matching::Hit],
        voices: Option<&Voices>,
    ) -> Vec<RecordHit<'i>> {
        let mut recorded: Vec<RecordHit> = hits.iter().map(|hit| self.record_hit(document, points, hit, voices)).collect();
        let Some(voices) = voices else { return recorded };
        let quoting: Vec<usize> = voices.quotes.iter().filter_map(|quote| quote.report).collect();
        for (number, report) in voices.reports.iter().enumerate() {
            let Some(trigger) = &report.trigger else { continue };
            if report.scope.is_empty() && !quoting.contains(&number) {
                continue;
            }
            if self.lexicons.axis(&self.lexicons.markers[trigger.marker]).counted {
                let tokens = trigger.tokens.clone();
                let span = Span::new(document.tokens[tokens.start].span.start, document.tokens[tokens.end - 1].span.end);
                let hit = matching::Hit { marker: trigger.marker, span, tokens, sentence: report.sentence, negated: false };
                recorded.push(self.record_hit(document, points, &hit, Some(voices)));
            }
        }
        recorded.sort_by_key(|hit| hit.start);
        recorded
    }

    fn record_hit<'i>(&'i self, document: &Document, points: &CodePoints, hit: &matching::Hit, voices: Option<&Voices>) -> RecordHit<'i> {
        let said = voices.map(|voices| voices.of(document, hit.tokens.clone()));
        let marker = &self.lexicons.markers[hit.marker];
        let source = self.lexicons.source(marker);
        RecordHit {
            lexicon: (&*self.lexicons.lexicons[marker.lexicon].identity.id).into(),
            axis: (&*self.lexicons.axis(marker).id).into(),
            pole: (&*source.pole).into(),
            marker: (&*source.name).into(),
            start: points.at(hit.span.start),
            end: points.at(hit.span.end),
            text: hit.span.of(document.text).to_owned(),
            zone: document.sentences[hit.sentence].zone,
            sentence: hit.sentence,
            negated: hit.negated,
            voice: said.map(|said| said.voice),
            source: said.and_then(|said| Some(record_source(document, points, said.speaker?))),
            said: said.and_then(|said| said.trigger).map(|trigger| {
                let word = self.lexicons.source(&self.lexicons.markers[trigger.marker]);
                SaidBy { verb: (&*word.name).into(), class: (&*word.pole).into() }
            }),
        }
    }

    fn record_role(&self, document: &Document, points: &CodePoints, statement: &Statement, voices: Option<&Voices>) -> Role {
        // "a appelé à cesser le feu": what is called for is reported, the call is not.
        let first = statement.tokens.start..statement.tokens.start + 1;
        let said = voices.map(|voices| voices.of(document, first));
        let tokens = &statement.tokens;
        let span = Span::new(document.tokens[tokens.start].span.start, document.tokens[tokens.end - 1].span.end);
        Role {
            actor: self.plan.actors[statement.actor].clone(),
            role: self.plan.roles[statement.role].id.clone(),
            target: statement.target.map(|actor| self.plan.actors[actor].clone()),
            start: points.at(span.start),
            end: points.at(span.end),
            text: span.of(document.text).to_owned(),
            zone: document.sentences[statement.sentence].zone,
            sentence: statement.sentence,
            voice: said.map(|said| said.voice),
            source: said.and_then(|said| Some(record_source(document, points, said.speaker?))),
        }
    }
}

fn record_source(document: &Document, points: &CodePoints, speaker: &Speaker) -> Source {
    let Span { start, end } = speaker.span;
    Source {
        text: speaker.span.of(document.text).to_owned(),
        start: points.at(start),
        end: points.at(end),
        actor: speaker.actor.clone(),
        relay: speaker.relay.map(|relay| relay.of(document.text).to_owned()),
    }
}

fn record_reported(document: &Document, points: &CodePoints, voices: &Voices) -> Vec<Reported> {
    let record = |(tokens, words, speaker): (Range<usize>, usize, Option<&Speaker>)| Reported {
        start: points.at(document.tokens[tokens.start].span.start),
        end: points.at(document.tokens[tokens.end - 1].span.end),
        words,
        source: speaker.map(|speaker| record_source(document, points, speaker)),
    };
    voices.reported(document).map(record).collect()
}

fn record_quotes(document: &Document, points: &CodePoints, voices: &Voices) -> Vec<Quote> {
    let record = |quote: &Attributed| {
        let tokens = &quote.marked.tokens;
        Quote {
            kind: quote.kind,
            start: points.at(document.tokens[tokens.start].span.start),
            end: points.at(document.tokens[tokens.end - 1].span.end),
            words: document.tokens[tokens.clone()].iter().filter(|t| t.kind.is_word()).count(),
            source: quote.speaker.map(|speaker| record_source(document, points, &voices.speakers[speaker])),
        }
    };
    voices.quotes.iter().map(record).collect()
}

/// The page's own title, where no field gives one.
fn title_of(text: &str, zones: &[zones::Zone]) -> Option<String> {
    let title = zones.iter().find(|z| z.kind == zones::ZoneKind::Title)?;
    Some(title.span.of(text).split_whitespace().collect::<Vec<_>>().join(" "))
}
