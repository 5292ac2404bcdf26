//! The words that set each outlet apart, with their passages: the numbers of `cadrage keyness`.

use super::Corpus;
use super::evidence::{self, Mark, Passage};
use super::words::{articles, quoted};
use crate::charts::number::{count, decimal};
use crate::counts::Record;
use crate::counts::words::{self, Key, Words};
use crate::stats::keyness::{GroupKeywords, Keyness, Keyword, Rules, keyness};
use crate::stats::word_table::WordTable;
use crate::stats::{Grouping, Voices};
use crate::text::offsets::{CodePoints, Slicer};
use crate::text::{Document, Forms};
use crate::voice::{QuoteKind, Voice};
use crate::zones::Zone;
use maud::{Markup, html};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// Words shown for each outlet, and words of meaning of an expression.
const SHOWN: usize = 8;
const LONGEST: usize = 3;
/// With more groups there is no section: one outlet would fill a screen, all of them a book.
const MOST: usize = 24;
/// Below this nothing is a keyword: one chance in a hundred.
const NOTABLE: f64 = 2.0;
/// Nothing sets an outlet apart whose corrected test over articles does not come below this.
const ALPHA: f64 = 0.05;

/// What the columns of numbers hold, in French and English.
const NUMBERS: [((&str, &str), &str, &str); 4] = [
    (
        ("Score", "Score"),
        "Spécificité de Lafon, une fois ôté l'article qui pèse le plus : 3 veut dire qu'une telle fréquence viendrait du hasard une fois sur mille (10 puissance 3). À partir de 2.",
        "Lafon's specificity without the article that weighs most: 3 means that such a frequency would come by chance once in a thousand (10 to the power of 3). From 2 on.",
    ),
    (
        ("DP", "DP"),
        "Répartition dans les articles du média : 0, chacun en a sa part ; près de 1, presque tout est dans un seul.",
        "How it is spread over the outlet's articles: 0, each has its share; near 1, nearly all is in one.",
    ),
    (
        ("z", "z"),
        "Écart avec les autres médias (logarithme du rapport des chances), en nombre d'erreurs types : 2 et plus, il est net.",
        "Difference from the other outlets (log odds ratio) in standard errors: from 2 on it is clear.",
    ),
    (
        ("q", "q"),
        "Test dont l'unité est l'article, corrigé du nombre de comparaisons ; seuls les mots sous 0,05 sont montrés.",
        "Test whose unit is the article, corrected for the number of comparisons; only words below 0.05 are shown.",
    ),
];

/// A section of the page; None for a handful of articles, for a great many outlets, and where texts are missing or cut.
pub fn section(corpus: &Corpus) -> Option<Markup> {
    if corpus.grouping == Grouping::Articles || corpus.survey.groups.len() > MOST || corpus.excerpted {
        return None;
    }
    let lang = corpus.lang;
    let found = Found::new(corpus)?;
    Some(html! {
        p { (lang.pick(
            "Sans lexique : quels mots chaque média emploie-t-il plus que les autres ? « Articles » et « Ailleurs » disent combien d'articles ont le mot. Un mot d'ici peut n'être qu'un sujet, un lieu, un nom : cliquez, lisez.",
            "Without a lexicon: which words does each outlet use more than the others? “Articles” and “Elsewhere” say how many articles have the word. A word here may be no more than a subject, a place, a name: click and read.")) }
        @for (number, group) in found.keyness.groups.iter().enumerate() { (found.group(corpus, number, group)) }
        dl.note {
            @for (name, fr, en) in NUMBERS { dt { (lang.pick(name.0, name.1)) } dd { (lang.pick(fr, en)) } }
        }
        p.note { (lang.pick(
            format!("Textes d'opinion laissés de côté ; {} mots et expressions examinés ; q corrigé sur {} comparaisons ; z : a priori de {} mots.", found.keyness.units, found.keyness.tests, decimal(found.keyness.prior, 0, lang)),
            format!("Opinion left out; {} words and expressions looked at; q corrected for {} comparisons; z: prior of {} words.", found.keyness.units, found.keyness.tests, decimal(found.keyness.prior, 0, lang)))) }
    })
}

struct Found {
    table: WordTable,
    keyness: Keyness,
    /// By outlet and unit that is shown: its passages, and how many words they mark.
    passages: FxHashMap<(usize, u32), (Vec<Passage>, usize)>,
}

impl Found {
    fn new(corpus: &Corpus) -> Option<Self> {
        let taken = &corpus.survey.taken;
        let texts: Vec<&str> = taken.iter().map(|at| corpus.articles[*at].text.as_deref()).collect::<Option<_>>()?;
        let records: Vec<&Record> = taken.iter().map(|at| &corpus.articles[*at].record).collect();
        let forms = Forms::plain();
        let rules = Rules::default();
        let voices = corpus.comparison.voices;
        let read = |(record, text): (&&Record, &&str)| {
            with_document(record, text, &forms, voices, |document, takes| Words::of(document, LONGEST, takes))
        };
        let all: Vec<Words> = records.par_iter().zip(&texts).map(read).collect();
        let mut table = WordTable::new(rules.least_count as u32);
        all.into_iter().for_each(|words| table.add(words));
        let keyness = keyness(&table, &corpus.survey.groups, &rules);
        let mut found = Self { table, keyness, passages: FxHashMap::default() };
        for (group, members) in corpus.survey.groups.iter().enumerate() {
            let wanted: FxHashMap<Key, u32> = found.shown(group).map(|keyword| (found.table.key(keyword.unit), keyword.unit)).collect();
            for at in &members.articles {
                let passages = passages(taken[*at], records[*at], texts[*at], &forms, voices, &wanted);
                for (unit, passage) in passages {
                    let (list, marks) = found.passages.entry((group, unit)).or_default();
                    *marks += 1;
                    match list.last_mut() {
                        Some(last) if last.article == passage.article && last.sentence == passage.sentence => {
                            last.marks.extend(passage.marks)
                        }
                        _ => list.push(passage),
                    }
                }
            }
        }
        Some(found)
    }

    fn shown(&self, group: usize) -> impl Iterator<Item = &Keyword> {
        self.keyness.groups[group].keywords.iter().filter(|keyword| keyword.rank() >= NOTABLE && keyword.q < ALPHA).take(SHOWN)
    }

    fn group(&self, corpus: &Corpus, number: usize, group: &GroupKeywords) -> Markup {
        let lang = corpus.lang;
        let id = |at: usize| format!("cle-{number}-{at}");
        let of = lang.pick(" sur ", " of ");
        let shown: Vec<&Keyword> = self.shown(number).collect();
        html! {
            h3 { (group.name) }
            p.note { (articles(group.articles, lang)) ", " (count(group.words, lang)) " " (lang.pick("mots", "words")) }
            @if shown.is_empty() {
                p { (lang.pick("Aucun mot ne le distingue nettement : ce qui s'y répète tient à un seul article, ou peut venir du hasard.", "No word clearly sets it apart: what recurs there hangs on a single article, or may come by chance.")) }
            } @else {
                div.scroll { table {
                    thead { tr {
                        th scope="col" { (lang.pick("Mot", "Word")) }
                        @for head in lang.pick(["Passages", "Articles", "Ailleurs", NUMBERS[0].0.0, "DP", "z", "q"], ["Passages", "Articles", "Elsewhere", NUMBERS[0].0.1, "DP", "z", "q"]) {
                            th.number scope="col" { (head) }
                        }
                    } }
                    tbody { @for (at, keyword) in shown.iter().enumerate() { tr {
                        th scope="row" { (quoted(self.table.form(keyword.unit), lang)) }
                        td.number { (evidence::link(&id(at), keyword.counts.here)) }
                        td.number { (keyword.here.k) (of) (keyword.here.n) }
                        td.number { (keyword.there.k) (of) (keyword.there.n) }
                        td.number { (decimal(keyword.rank(), 1, lang)) }
                        td.number { (keyword.dp.map_or("–".into(), |dp| decimal(dp, 2, lang))) }
                        td.number { (keyword.log_odds.map_or("–".into(), |odds| decimal(odds.z, 1, lang))) }
                        td.number { @if keyword.q < 0.001 { (lang.pick("< 0,001", "< 0.001")) } @else { (decimal(keyword.q, 3, lang)) } }
                    } } }
                } }
                @for (at, keyword) in shown.iter().enumerate() {
                    @if let Some((passages, marks)) = self.passages.get(&(number, keyword.unit)) {
                        (evidence::list(corpus, &id(at), self.table.form(keyword.unit), &group.name, None, *marks, passages))
                    }
                }
            }
        }
    }
}

/// A document out of a record, and which of its tokens the voices say. Turns of an interview, which records do not list, stay with the outlet.
fn with_document<T>(
    record: &Record,
    text: &str,
    forms: &Forms,
    voices: Voices,
    work: impl FnOnce(&Document, &dyn Fn(usize) -> bool) -> T,
) -> T {
    let slicer = Slicer::new(text);
    let zones: Vec<Zone> =
        record.zones.iter().map(|zone| Zone { kind: zone.kind, span: (slicer.byte(zone.start)..slicer.byte(zone.end)).into() }).collect();
    let document = Document::new(text, &zones, forms);
    let bytes = |start: usize, end: usize| slicer.byte(start)..slicer.byte(end);
    // Quotations are laid over reported speech.
    let mut said: Vec<(std::ops::Range<usize>, Voice)> = record
        .quotes
        .iter()
        .filter_map(|quote| match quote.kind {
            QuoteKind::Direct => Some((bytes(quote.start, quote.end), Voice::Direct)),
            QuoteKind::Scare => Some((bytes(quote.start, quote.end), Voice::Scare)),
            QuoteKind::Title => None,
        })
        .collect();
    said.extend(record.reported.iter().map(|reported| (bytes(reported.start, reported.end), Voice::Indirect)));
    let by_token: Option<Vec<Voice>> = record.tokens_by_voice.is_some().then(|| {
        let voice = |at: usize| said.iter().find(|(range, _)| range.contains(&at)).map_or(Voice::Outlet, |(_, voice)| *voice);
        document.tokens.iter().map(|token| voice(token.span.start)).collect()
    });
    work(&document, &|token| voices.takes(by_token.as_ref().map(|voices| voices[token])))
}

/// The passages of some units in one article, by place.
fn passages(
    article: usize,
    record: &Record,
    text: &str,
    forms: &Forms,
    voices: Voices,
    wanted: &FxHashMap<Key, u32>,
) -> Vec<(u32, Passage)> {
    with_document(record, text, forms, voices, |document, takes| {
        let points = CodePoints::new(text);
        let mut found = Vec::new();
        words::each(document, LONGEST, takes, |unit| {
            let Some(number) = wanted.get(&unit.key) else { return };
            let (first, last) = (document.tokens[unit.tokens.start].span, document.tokens[unit.tokens.end - 1].span);
            let (start, end) = (points.at(first.start), points.at(last.end));
            let mark = Mark { start, end, text: text[first.start..last.end].to_owned(), voice: None };
            let zone = document.sentences[unit.sentence].zone;
            // Masked names may have moved where sentences end: the record says which they were.
            let within = |(from, to): &&(usize, usize)| *from <= start && end <= *to;
            if let Some(sentence) = record.sentences.iter().position(|sentence| within(&sentence)) {
                found.push((*number, Passage { article, sentence, zone, marks: vec![mark], notes: Vec::new() }));
            }
        });
        found
    })
}
