//! Who is given the floor: how many words each voice has, who speaks, who is named and never speaks.

use super::Corpus;
use super::evidence::{self, Mark, Passage};
use super::words::{counted, listed};
use crate::charts::number::percent;
use crate::counts::Record;
use crate::lexicon::Purpose;
use crate::text::normal::sort_key;
use crate::text::offsets::Slicer;
use crate::voice::{QuoteKind, Source, Voice};
use crate::zones::ZoneKind;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// Speakers shown for each outlet or article.
const SHOWN: usize = 8;
/// Fewer mentions than this, and an actor's silence says nothing.
const NAMED_OFTEN: usize = 3;

/// The words somebody has in a group of articles.
#[derive(Default)]
pub(super) struct Floor {
    pub quoted: usize,
    pub reported: usize,
    /// Where, one passage a quotation or a stretch of reported speech.
    passages: Vec<Passage>,
    /// How the texts name them, most of all.
    phrases: BTreeMap<String, usize>,
    /// Agencies that passed the words on.
    pub relays: BTreeMap<String, usize>,
}

impl Floor {
    fn words(&self) -> usize {
        self.quoted + self.reported
    }

    /// Adds the words of a passage, up to the end of the sentence in which it begins.
    fn show(&mut self, corpus: &Corpus, article: usize, (start, end): (usize, usize), voice: Voice, slicer: Option<&Slicer>) {
        let sentences = &corpus.articles[article].record.sentences;
        let Some(sentence) = sentences.iter().position(|(from, to)| *from <= start && start < *to) else { return };
        let end = end.min(sentences[sentence].1);
        let text = slicer.map_or("…", |slicer| slicer.slice(start, end)).to_owned();
        let mark = Mark { start, end, text, voice: Some(voice) };
        self.passages.push(Passage { article, sentence, zone: ZoneKind::Body, marks: vec![mark], notes: Vec::new() });
    }

    fn hear(&mut self, source: &Source) {
        *self.phrases.entry(source.text.clone()).or_default() += 1;
        if let Some(relay) = &source.relay {
            *self.relays.entry(relay.clone()).or_default() += 1;
        }
    }
}

pub fn section(corpus: &Corpus) -> Markup {
    let lang = corpus.lang;
    let heard: Vec<Vec<(String, Floor)>> = corpus.comparison.groups.iter().map(|group| speakers(corpus, &group.articles)).collect();
    html! {
        p { (lang.pick(
            "Combien de mots chaque article dit lui-même, et combien il laisse à d'autres. Être cité n'est pas être approuvé.",
            "How many words each article says itself, and how many it leaves to others. To be quoted is not to be agreed with.")) }
        div.scroll { table.below.floor {
            thead { tr {
                th scope="col" {}
                @for voice in super::voice::ALL { th.number scope="col" { (super::voice::name(voice, lang)) } }
                th scope="col" { (lang.pick("Qui parle : mots entre guillemets + mots rapportés (passages)", "Who speaks: words quoted + words reported (passages)")) }
            } }
            tbody {
                @for (at, group) in corpus.comparison.groups.iter().enumerate() {
                    @let records: Vec<&Record> = group.articles.iter().map(|at| &corpus.articles[*at].record).collect();
                    tr {
                        th scope="row" { (corpus.short_name(at)) }
                        @for count in words_by_voice(&records) { td.number { (count) small { (percent(count, total(&records), lang)) } } }
                        td { (floor(corpus, at, &heard[at], &records)) }
                    }
                }
            }
        } }
        @for (at, speakers) in heard.iter().enumerate() {
            @for (number, (name, floor)) in speakers.iter().take(SHOWN).enumerate() {
                @if !floor.passages.is_empty() {
                    (evidence::list(corpus, &block_id(at, number), name, &corpus.short_name(at), None, floor.passages.len(), &floor.passages))
                }
            }
        }
        p.note { (lang.pick(
            "Un pays, une armée ou une organisation réunit tous ceux qui parlent en son nom ; les agences de presse qui transmettent sont nommées à part.",
            "A country, an army or an organisation stands for all who speak in its name; news agencies that pass words on are named apart.")) }
    }
}

fn words_by_voice(records: &[&Record]) -> [u64; 4] {
    let mut sums = [0; 4];
    for by in records.iter().filter_map(|record| record.tokens_by_voice) {
        for (sum, n) in sums.iter_mut().zip([by.outlet, by.direct, by.indirect, by.scare]) {
            *sum += n as u64;
        }
    }
    sums
}

fn total(records: &[&Record]) -> u128 {
    records.iter().map(|record| record.tokens as u128).sum()
}

/// The speakers of some articles, most words first.
fn speakers(corpus: &Corpus, articles: &[usize]) -> Vec<(String, Floor)> {
    let mut speakers: Vec<(String, Floor)> = floors(corpus, articles).into_iter().collect();
    speakers.sort_by(|(a, x), (b, y)| y.words().cmp(&x.words()).then_with(|| sort_key(a).cmp(&sort_key(b))));
    speakers
}

fn block_id(group: usize, speaker: usize) -> String {
    format!("q{}-{speaker}", group + 1)
}

/// Who speaks in a group, and the actors that are named and never speak.
fn floor(corpus: &Corpus, group: usize, speakers: &[(String, Floor)], records: &[&Record]) -> Markup {
    let lang = corpus.lang;
    let rest = speakers.len().saturating_sub(SHOWN);
    let silent = silent(corpus, records);
    html! {
        @if speakers.is_empty() { (lang.pick("personne d'autre", "nobody else")) }
        ul.speakers {
            @for (at, (name, floor)) in speakers.iter().take(SHOWN).enumerate() {
                li {
                    (name) (lang.pick("\u{a0}: ", ": ")) (floor.quoted) "\u{a0}+\u{a0}" (floor.reported) " ("
                    (evidence::link(&block_id(group, at), floor.passages.len() as u64)) ")"
                    @if !floor.relays.is_empty() {
                        small { (lang.pick("transmis par ", "passed on by ")) (listed(&floor.relays.keys().cloned().collect::<Vec<_>>(), lang)) }
                    }
                }
            }
        }
        @if rest > 0 { small { (lang.pick("et ", "and ")) (counted(rest as u64, ("autre", "other"), ("autres", "others"), lang)) } }
        @if !silent.is_empty() {
            small { (lang.pick("Nommés au moins trois fois, jamais cités : ", "Named three times at least, never quoted: ")) (listed(&silent, lang)) }
        }
    }
}

/// By speaker, as readers see the name, in these articles.
pub(super) fn floors(corpus: &Corpus, articles: &[usize]) -> BTreeMap<String, Floor> {
    let mut floors: BTreeMap<String, Floor> = BTreeMap::new();
    for article in articles {
        let scored = &corpus.articles[*article];
        let slicer = scored.text.as_deref().map(Slicer::new);
        for quote in scored.record.quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct) {
            let floor = floors.entry(name(corpus, quote.source.as_ref())).or_default();
            floor.quoted += quote.words;
            floor.show(corpus, *article, (quote.start, quote.end), Voice::Direct, slicer.as_ref());
            quote.source.iter().for_each(|source| floor.hear(source));
        }
        for reported in &scored.record.reported {
            let floor = floors.entry(name(corpus, reported.source.as_ref())).or_default();
            floor.reported += reported.words;
            floor.show(corpus, *article, (reported.start, reported.end), Voice::Indirect, slicer.as_ref());
            reported.source.iter().for_each(|source| floor.hear(source));
        }
    }
    floors
}

/// The actor that somebody speaks for, else the phrase without its article.
fn name(corpus: &Corpus, source: Option<&Source>) -> String {
    match source {
        None => corpus.lang.pick("sans nom", "unnamed").to_owned(),
        Some(Source { actor: Some(actor), .. }) => actor_name(corpus, actor),
        Some(source) => bare(&source.text).to_owned(),
    }
}

fn bare(phrase: &str) -> &str {
    let articles = ["le ", "la ", "les ", "l'", "l’", "Le ", "La ", "Les ", "L'", "L’", "un ", "une ", "des ", "Un ", "Une ", "Des "];
    articles.iter().find_map(|article| phrase.strip_prefix(article)).unwrap_or(phrase)
}

/// What readers call an actor.
fn actor_name(corpus: &Corpus, id: &str) -> String {
    let lexicons = corpus.instrument.lexicons.iter().filter(|l| l.identity.purpose == Purpose::Actors);
    let mut poles = lexicons.flat_map(|l| &l.axes).flat_map(|axis| &axis.poles);
    poles.find(|pole| pole.id == id).map_or(id, |pole| pole.word.in_lang(corpus.lang)).to_owned()
}

/// Actors that are named often and nobody speaks for.
fn silent(corpus: &Corpus, records: &[&Record]) -> Vec<String> {
    let mut mentions: BTreeMap<&str, usize> = BTreeMap::new();
    for record in records {
        record.mentions.iter().for_each(|(actor, n)| *mentions.entry(actor).or_default() += n);
    }
    let quotes = records.iter().flat_map(|record| record.quotes.iter().filter_map(|quote| quote.source.as_ref()));
    let reported = records.iter().flat_map(|record| record.reported.iter().filter_map(|reported| reported.source.as_ref()));
    let heard: Vec<&str> = quotes.chain(reported).filter_map(|source| source.actor.as_deref()).collect();
    let often = mentions.into_iter().filter(|(actor, n)| *n >= NAMED_OFTEN && !heard.contains(actor));
    let mut names: Vec<String> = often.map(|(actor, _)| actor_name(corpus, actor)).collect();
    names.sort_by_key(|name| sort_key(name));
    names
}
