//! Words that the articles write themselves in one place and leave to others in another: there, reading the voice changes most.

use super::articles;
use super::observation::Observation;
use crate::counts::RecordHit;
use crate::report::words::quoted;
use crate::report::{Corpus, evidence, roles};
use crate::text::offsets::Slicer;
use crate::voice::{Source, Voice};
use maud::{Markup, html};
use std::collections::BTreeMap;

/// A word met more rarely says nothing of who uses it.
const LEAST: usize = 5;
/// Words shown at most.
const SHOWN: usize = 2;
/// Code points of an extract on each side of the word.
const AROUND: usize = 28;

/// A word that has alternatives, with its hits as (article, hit).
struct Word<'c> {
    /// Number of the axis among the comparison's, and of the pole within the axis.
    at: (usize, usize),
    label: &'c str,
    own: Vec<(usize, usize)>,
    told: Vec<(usize, usize)>,
    scare: Vec<(usize, usize)>,
}

impl Word<'_> {
    fn total(&self) -> usize {
        self.own.len() + self.told.len() + self.scare.len()
    }

    /// The part that the articles leave to others.
    fn part_told(&self) -> f64 {
        self.told.len() as f64 / self.total() as f64
    }
}

/// At most two, those most left to others first.
pub fn observations(corpus: &Corpus) -> Vec<Observation> {
    if !corpus.has_voice() {
        return Vec::new();
    }
    let mut words = words(corpus);
    words.retain(|word| word.total() >= LEAST && !word.own.is_empty() && !word.told.is_empty());
    words.sort_by(|a, b| b.part_told().total_cmp(&a.part_told()).then(b.total().cmp(&a.total())));
    words.iter().take(SHOWN).map(|word| observation(corpus, word)).collect()
}

/// The poles of all contrasts.
fn words<'c>(corpus: &'c Corpus) -> Vec<Word<'c>> {
    let mut words = Vec::new();
    for (number, figures) in corpus.comparison.axes.iter().enumerate() {
        let lexicon = &corpus.lexicons[figures.lexicon];
        let axis = &lexicon.axes[figures.axis];
        for pole in &axis.poles {
            let path = format!("{}/{}", axis.id, pole.id);
            if !lexicon.contrasts.iter().flat_map(|c| &c.members).any(|member| member.poles.contains(&path)) {
                continue;
            }
            let place = axis.poles.iter().position(|other| other.id == pole.id).unwrap_or_default();
            let mut word = Word { at: (number, place), label: pole.word.in_lang(corpus.lang), own: vec![], told: vec![], scare: vec![] };
            for (article, scored) in corpus.articles.iter().enumerate() {
                for (at, hit) in scored.record.hits.iter().enumerate() {
                    if hit.lexicon != lexicon.identity.id || hit.axis != axis.id || hit.pole != pole.id {
                        continue;
                    }
                    match hit.voice {
                        Some(Voice::Direct | Voice::Indirect) => word.told.push((article, at)),
                        Some(Voice::Scare) => word.scare.push((article, at)),
                        Some(Voice::Outlet) | None => word.own.push((article, at)),
                    }
                }
            }
            words.push(word);
        }
    }
    words
}

fn observation(corpus: &Corpus, word: &Word) -> Observation {
    let lang = corpus.lang;
    let name = quoted(word.label, lang);
    let id = |voice: &str| format!("o{}-{}-{voice}", word.at.0, word.at.1);
    let block = |voice: &str, hits: &[(usize, usize)], group: &str| evidence::block(corpus, &id(voice), word.label, group, None, hits);
    let mut said = vec![
        html! {
            (evidence::link(&id("own"), word.own.len() as u64)) " " (lang.pick("fois, l'article l'écrit lui-même (", "times the article writes it itself ("))
            (articles::named(corpus, &distinct(&word.own))) ") : " (extracts(corpus, &word.own))
        },
        html! {
            (evidence::link(&id("told"), word.told.len() as u64)) " " (lang.pick("fois, il rapporte les mots de quelqu'un d'autre : ", "times it reports somebody else's words: "))
            (speakers(corpus, &word.told)) "."
        },
    ];
    if !word.scare.is_empty() {
        said.push(html! {
            (evidence::link(&id("scare"), word.scare.len() as u64)) " "
            (lang.pick("fois, le mot est entre guillemets sans que personne parle.", "times the word stands in quotation marks with nobody speaking."))
        });
    }
    Observation {
        heading: html! {
            (name) (lang.pick("\u{a0}: ", ": ")) span data-count=(id("all")) { (word.total()) } (lang.pick(" fois, dont ", " times, "))
            span data-count=(id("own")) { (word.own.len()) }
            @if corpus.is_alone() { (lang.pick(" par l'article lui-même", " of them by the article itself")) }
            @else { (lang.pick(" par les articles eux-mêmes", " of them by the articles themselves")) }
        },
        said,
        evidence: vec![
            block("own", &word.own, lang.pick("l'article lui-même", "the article itself")),
            block("told", &word.told, lang.pick("les mots d'un autre", "somebody else's words")),
            block("scare", &word.scare, lang.pick("guillemets sans locuteur", "quotation marks without a speaker")),
        ],
        cannot: lang.pick(
            "Rapporter un mot n'est pas l'approuver, et choisir qui l'on cite est aussi un choix : le nombre ne dit pas lequel des deux on a sous les yeux.".into(),
            "To report a word is not to agree with it, and whom one quotes is a choice too: the number does not tell which of the two one sees.".into(),
        ),
        question: lang.pick(
            format!("Par quel autre mot pourrait-on remplacer {name} dans chacune de ces phrases ? Que changerait-il pour le lecteur ?"),
            format!("Which other word could take the place of {name} in each of these sentences? What would it change for the reader?"),
        ),
    }
}

fn distinct(hits: &[(usize, usize)]) -> Vec<usize> {
    let mut found: Vec<usize> = hits.iter().map(|(article, _)| *article).collect();
    found.dedup();
    found
}

/// A few words around each, so that the sentence says what it speaks of.
fn extracts(corpus: &Corpus, hits: &[(usize, usize)]) -> Markup {
    html! {
        @for (at, (article, hit)) in hits.iter().enumerate() {
            @if at > 0 { " ; " }
            (extract(corpus, *article, &corpus.articles[*article].record.hits[*hit]))
        }
        "."
    }
}

fn extract(corpus: &Corpus, article: usize, hit: &RecordHit) -> Markup {
    let lang = corpus.lang;
    let text = corpus.articles[article].text.as_deref();
    let (before, after) = match text.map(Slicer::new) {
        Some(slicer) => {
            let (start, end) = corpus.articles[article].record.sentences[hit.sentence];
            let from = hit.start.saturating_sub(AROUND).max(start);
            let to = (hit.end + AROUND).min(end);
            let before = slicer.slice(from, hit.start);
            let after = slicer.slice(hit.end, to);
            // Whole words only.
            let before = if from > start { before.split_once(' ').map_or("", |(_, rest)| rest) } else { before };
            let after = if to < end { after.rsplit_once(' ').map_or("", |(rest, _)| rest) } else { after };
            (before.to_owned(), after.to_owned())
        }
        None => Default::default(),
    };
    html! {
        (lang.pick("«\u{a0}", "“")) (before) strong { (hit.text) } (after) (lang.pick("\u{a0}»", "”"))
        " " span.whole { "(" (articles::number(corpus, article)) ")" }
    }
}

/// "Syrie, 6 fois : « Damas », « une source militaire »"; who stands for no country or body goes by the text's words.
fn speakers(corpus: &Corpus, hits: &[(usize, usize)]) -> Markup {
    let lang = corpus.lang;
    let mut cited: BTreeMap<Option<String>, Cited> = BTreeMap::new();
    for (article, hit) in hits {
        let source = corpus.articles[*article].record.hits[*hit].source.as_ref();
        let actor = source.and_then(|s| s.actor.as_deref()).map(|id| roles::actor_name(corpus, id));
        let of_actor = cited.entry(actor).or_default();
        of_actor.times += 1;
        let phrase = source.map_or_else(|| lang.pick("sans nom", "unnamed").to_owned(), |s| phrase(s, corpus));
        if !of_actor.phrases.contains(&phrase) {
            of_actor.phrases.push(phrase);
        }
    }
    let mut ordered: Vec<(Option<String>, Cited)> = cited.into_iter().collect();
    ordered.sort_by_key(|(actor, cited)| (actor.is_none(), std::cmp::Reverse(cited.times)));
    html! {
        @for (at, (actor, cited)) in ordered.iter().enumerate() {
            @if at > 0 { " ; " }
            @if let Some(actor) = actor { strong { (actor) } ", " (cited.times) (lang.pick(" fois : ", " times: ")) }
            (cited.phrases.join(", "))
        }
    }
}

/// Those who speak for one actor, or for none.
#[derive(Default)]
struct Cited {
    times: usize,
    phrases: Vec<String>,
}

/// "« une source militaire » (par Sana)".
fn phrase(source: &Source, corpus: &Corpus) -> String {
    let relay = source.relay.as_ref().map(|relay| format!(" ({}{relay})", corpus.lang.pick("par ", "by way of ")));
    format!("{}{}", quoted(&source.text, corpus.lang), relay.unwrap_or_default())
}
