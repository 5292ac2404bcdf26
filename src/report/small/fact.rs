//! One sentence of each article on the same thing: the contrast that most articles take a side in (of several, the one in which they
//! take the most different sides), and of each article the sentence with such a word that shares most with the sentences of the others.

use super::articles;
use crate::links::Content;
use crate::links::events::{cosine, terms, weigh};
use crate::report::Corpus;
use crate::report::evidence::{self, Mark, Passage};
use crate::stats::ContrastFigures;
use maud::{Markup, html};
use rust_stemmers::{Algorithm, Stemmer};
use std::collections::{BTreeMap, BTreeSet};

/// A sentence as (article, index within it).
type Place = (usize, usize);

/// A contrast that may be shown.
struct Candidate<'c> {
    /// Articles, sides, likeness: compared in this order.
    merit: (usize, usize, f64),
    figures: &'c ContrastFigures,
    chosen: Vec<Place>,
}

/// Weighted words of the sentences that are compared.
struct Likeness {
    places: Vec<Place>,
    terms: Vec<BTreeMap<String, f64>>,
}

impl Likeness {
    fn new(corpus: &Corpus) -> Self {
        let stemmer = Stemmer::create(Algorithm::French);
        let mut likeness = Self { places: Vec::new(), terms: Vec::new() };
        for (article, scored) in corpus.articles.iter().enumerate() {
            let Some(text) = scored.text.as_deref() else { continue };
            let words = Content::new(&scored.record, text).words;
            for (at, (start, end)) in scored.record.sentences.iter().enumerate() {
                let own = words.iter().filter(|w| w.start >= *start && w.end <= *end).cloned().collect();
                likeness.places.push((article, at));
                likeness.terms.push(terms(&Content { words: own }, &stemmer));
            }
        }
        likeness
    }
}

/// The sentences side by side; none where fewer than two articles have one.
pub fn section(corpus: &Corpus) -> Option<Markup> {
    let lang = corpus.lang;
    let likeness = Likeness::new(corpus);
    let vectors = weigh(&likeness.terms);
    let of: BTreeMap<Place, usize> = likeness.places.iter().enumerate().map(|(at, place)| (*place, at)).collect();
    let alike = |one: &Place, two: &Place| match (of.get(one), of.get(two)) {
        (Some(one), Some(two)) => cosine(&vectors[*one], &vectors[*two]),
        _ => 0.0,
    };
    let mut best: Option<Candidate> = None;
    for figures in &corpus.comparison.contrasts {
        let (chosen, likeness) = choose(corpus, figures, alike);
        let sides: BTreeSet<usize> = figures.choices.iter().flatten().map(|choice| choice.side).collect();
        let merit = (chosen.len(), sides.len(), likeness);
        if best.as_ref().is_none_or(|best| merit > best.merit) {
            best = Some(Candidate { merit, figures, chosen });
        }
    }
    let Candidate { figures, chosen, .. } = best.filter(|best| best.chosen.len() > 1)?;
    let n = chosen.len();
    let contrast = &corpus.lexicons[figures.lexicon].contrasts[figures.contrast];
    let without: Vec<usize> = corpus
        .comparison
        .groups
        .iter()
        .flat_map(|group| &group.articles)
        .copied()
        .filter(|at| chosen.iter().all(|(article, _)| article != at))
        .collect();
    Some(html! {
        h3 { (contrast.title.in_lang(lang)) }
        p.question { (contrast.question.in_lang(lang)) }
        (crate::report::voice::legend(corpus))
        div.sides {
            @for (article, sentence) in &chosen { article.side {
                h4 { (articles::number(corpus, *article)) " " (super::cards::outlet(corpus, *article)) }
                (evidence::quote(corpus, &passage(corpus, figures, *article, *sentence)))
            } }
        }
        @if !without.is_empty() {
            p.note { (lang.pick("Aucun de ces mots dans ", "None of these words in ")) (articles::named(corpus, &without)) "." }
        }
        p.note {
            (lang.pick(
                format!("De chacun des {n} articles, la phrase qui emploie l'un de ces mots et partage le plus d'autres mots avec celles des autres. "),
                format!("Of each of the {n} articles, the sentence that uses one of these words and shares most other words with those of the others. ")))
            a href={ "#contraste=" (contrast.id) } { (lang.pick("Toutes les phrases", "All sentences")) }
        }
        p.caution { (contrast.caution.in_lang(lang)) }
    })
}

/// Of each article with a choice the sentence most like one of every other article, and how alike they are in all.
fn choose(corpus: &Corpus, figures: &ContrastFigures, alike: impl Fn(&Place, &Place) -> f64) -> (Vec<Place>, f64) {
    let mut candidates: BTreeMap<usize, Vec<Place>> = BTreeMap::new();
    for choice in figures.choices.iter().flatten() {
        let place = (choice.article, corpus.articles[choice.article].record.hits[choice.hit].sentence);
        let places = candidates.entry(choice.article).or_default();
        if !places.contains(&place) {
            places.push(place);
        }
    }
    let score = |place: &Place| -> f64 {
        let others = candidates.iter().filter(|(article, _)| **article != place.0);
        others.map(|(_, places)| places.iter().map(|other| alike(place, other)).fold(0.0, f64::max)).sum()
    };
    let mut total = 0.0;
    let mut chosen = Vec::new();
    for places in candidates.values() {
        // The first of equals, as a reader meets it.
        let best = places.iter().rev().map(|place| (score(place), *place)).max_by(|a, b| a.0.total_cmp(&b.0));
        if let Some((score, place)) = best {
            total += score;
            chosen.push(place);
        }
    }
    (chosen, total)
}

fn passage(corpus: &Corpus, figures: &ContrastFigures, article: usize, sentence: usize) -> Passage {
    let hits = figures.choices.iter().flatten().filter(|c| c.article == article).map(|c| &corpus.articles[article].record.hits[c.hit]);
    let mut passage = Passage { article, sentence, zone: crate::zones::ZoneKind::Body, marks: Vec::new(), notes: Vec::new() };
    for hit in hits.filter(|hit| hit.sentence == sentence) {
        passage.zone = hit.zone;
        passage.marks.push(Mark { start: hit.start, end: hit.end, text: hit.text.clone(), voice: hit.voice });
        evidence::notes(hit, corpus).into_iter().for_each(|note| passage.add(note));
    }
    passage
}
