//! Who is named with which word: the charts, their words, and why there are none.

use super::findings::whose;
use super::words::{articles, counted, quoted};
use super::{Corpus, evidence, exploration};
use crate::charts::number::{count, decimal};
use crate::charts::{AxisGroup, Edge, Frame, HeatRow, Heatmap, Network, RateCell};
use crate::lang::Lang;
use crate::lexicon::{Compiled, Lexicon, Purpose, word_of};
use crate::stats::Voices;
use crate::stats::cooccurrence::{Cell, Cooccurrence, Refusal, cooccurrence};
use crate::stats::family::Family;
use crate::stats::material::View;
use crate::stats::sample::Sample;
use maud::{Markup, PreEscaped, html};

/// A pair that fewer articles hold is counted, and drawn no line for.
pub const LEAST_ARTICLES: usize = 3;
/// Pairs of each subject that the page lists; the command has all.
const LISTED: usize = 12;
/// Lines beyond this many hide each other.
const LINES: usize = 24;

/// A table of actors and words with what its reader must know.
pub struct Together<'l> {
    pub family: Family,
    pub table: Cooccurrence,
    pub lexicons: &'l [Lexicon],
    /// All lexicons, those that name actors included.
    pub all: &'l [Lexicon],
    pub voices: Voices,
    pub lang: Lang,
}

/// Why there is none.
pub fn refused(refusal: Refusal, lang: Lang) -> &'static str {
    match refusal {
        Refusal::NotMeasured => lang.pick(
            "Aucun acteur relevé. Un relevé d'une version plus ancienne, ou fait sans les acteurs, ne dit pas qui est nommé dans quelle phrase : refaites-le.",
            "No actor found. Scores of an older version, or made without actors, do not say who is named in which sentence: make them anew.",
        ),
        Refusal::NeverTogether => lang.pick("Aucune phrase ne réunit un acteur et l'un de ces mots.", "No sentence holds an actor and one of these words."),
    }
}

impl<'l> Together<'l> {
    /// The table of one family; `instrument` knows the names of actors.
    pub fn new(sample: &Sample, family: Family, instrument: &'l Compiled, view: &View, lang: Lang) -> Result<Self, Refusal> {
        let lexicons = instrument.measured();
        let table = cooccurrence(sample, family, lexicons, family.words(lexicons, lang).len(), &view.filter)?;
        Ok(Self { family, table, lexicons, all: &instrument.lexicons, voices: view.filter.voices, lang })
    }
}

impl Together<'_> {
    pub fn actor(&self, at: usize) -> &str {
        let id = &self.table.actors[at].0;
        word_of(self.all, Purpose::Actors, id).map_or(id, |word| word.in_lang(self.lang))
    }

    pub fn word(&self, column: usize) -> String {
        quoted(self.family.words(self.lexicons, self.lang)[column], self.lang)
    }

    /// Pairs that meet, as actor and column, the strongest bond first: those in enough articles, then by G².
    pub fn pairs(&self) -> Vec<(usize, usize)> {
        let cells = &self.table.cells;
        let met = |actor: usize| {
            (0..cells[actor].len()).filter(move |column| !cells[actor][*column].places.is_empty()).map(move |column| (actor, column))
        };
        let mut pairs: Vec<(usize, usize)> = (0..cells.len()).flat_map(met).collect();
        let rank = |(actor, column): &(usize, usize)| (cells[*actor][*column].articles >= LEAST_ARTICLES, cells[*actor][*column].g2);
        pairs.sort_by(|one, two| rank(two).0.cmp(&rank(one).0).then(rank(two).1.total_cmp(&rank(one).1)));
        pairs
    }

    pub fn cell(&self, (actor, column): (usize, usize)) -> &Cell {
        &self.table.cells[actor][column]
    }

    /// "12 phrases dans 9 articles de 4 médias ; attendu par hasard : 6,1 (× 2,0)"
    pub fn numbers(&self, cell: &Cell) -> String {
        let lang = self.lang;
        let expected = decimal(cell.expected, 1, lang);
        let ratio = cell.ratio().filter(|_| cell.articles >= LEAST_ARTICLES).map(|ratio| decimal(ratio, 1, lang));
        let times = match ratio {
            Some(ratio) => format!("×\u{a0}{ratio}"),
            None => lang.pick("trop peu d'articles pour comparer".into(), "too few articles to compare".into()),
        };
        let found = self.found(cell);
        lang.pick(
            format!("{found} ; attendu par hasard : {expected} ({times})"),
            format!("{found}; expected by chance: {expected} ({times})"),
        )
    }

    /// "12 phrases dans 9 articles de 4 médias"
    fn found(&self, cell: &Cell) -> String {
        let lang = self.lang;
        let sentences = counted(cell.sentences() as u64, ("phrase", "sentence"), ("phrases", "sentences"), lang);
        let outlets = counted(cell.outlets as u64, ("média", "outlet"), ("médias", "outlets"), lang);
        let articles = articles(cell.articles as u64, lang);
        lang.pick(format!("{sentences} dans {articles} de {outlets}"), format!("{sentences} in {articles} of {outlets}"))
    }

    /// Pairs for which a line is drawn: in enough articles, and more often than expected.
    fn lines(&self) -> Vec<(usize, usize)> {
        let strong = |pair: &(usize, usize)| {
            self.cell(*pair).articles >= LEAST_ARTICLES && self.cell(*pair).ratio().is_some_and(|ratio| ratio > 1.0)
        };
        self.pairs().into_iter().filter(strong).take(LINES).collect()
    }

    /// The graph: pairs that meet more often than the order of sentences explains.
    pub fn network(&self) -> Network {
        let lang = self.lang;
        let lines = self.lines();
        let title = match lines.first() {
            Some(pair) => {
                let (word, actor, found) = (self.word(pair.1), self.actor(pair.0), self.found(self.cell(*pair)));
                lang.pick(format!("{word} et {actor} ensemble : {found}"), format!("{word} and {actor} together: {found}"))
            }
            None => lang.pick("Aucune paire n'est assez fréquente pour un trait".into(), "No pair is frequent enough for a line".into()),
        };
        let words: Vec<String> = (0..self.table.words.len()).map(|column| self.word(column)).collect();
        let edge = |(actor, column): &(usize, usize)| {
            let cell = self.cell((*actor, *column));
            Edge {
                left: *actor,
                right: *column,
                count: cell.sentences() as u64,
                articles: cell.articles as u64,
                ratio: cell.ratio().unwrap_or(0.0),
            }
        };
        Network {
            frame: Frame { notes: self.notes(true), ..self.frame(title) },
            unit: lang.pick("Nombre et épaisseur : phrases où les deux sont ensemble", "Number and width: sentences that hold both").into(),
            left: (0..self.table.actors.len()).map(|at| self.actor(at).to_owned()).collect(),
            right: words,
            edges: lines.iter().map(edge).collect(),
        }
    }

    /// The matrix: every pair, in sentences.
    pub fn matrix(&self) -> Heatmap {
        let lang = self.lang;
        let columns: Vec<usize> =
            (0..self.table.words.len()).filter(|column| self.table.cells.iter().any(|row| !row[*column].places.is_empty())).collect();
        let rows = (0..self.table.actors.len()).filter(|at| self.table.cells[*at].iter().any(|cell| !cell.places.is_empty()));
        let cell = |cell: &Cell| RateCell {
            rate: cell.sentences() as f64,
            count: cell.sentences() as u64,
            present_in: cell.articles as u64,
            articles: self.table.articles as u64,
        };
        let row = |at: usize| HeatRow {
            name: self.actor(at).to_owned(),
            cells: columns.iter().map(|column| Some(cell(&self.table.cells[at][*column]))).collect(),
        };
        let title = lang.pick("Qui est nommé dans la même phrase que quel mot", "Who is named in one sentence with which word");
        Heatmap {
            frame: Frame { notes: self.notes(false), ..self.frame(title.into()) },
            unit: lang.pick("Phrases", "Sentences").into(),
            whole: true,
            axes: vec![AxisGroup {
                heading: self.family.title(self.lexicons, lang).into(),
                poles: columns.iter().map(|column| self.word(*column)).collect(),
            }],
            rows: rows.map(row).collect(),
        }
    }

    fn frame(&self, title: String) -> Frame {
        Frame { title, question: self.family.title(self.lexicons, self.lang).into(), subtitle: self.basis(), notes: Vec::new() }
    }

    /// What the counts rest on.
    pub fn basis(&self) -> String {
        let lang = self.lang;
        let [sentences, held] = [self.table.sentences, self.table.words.iter().sum()].map(|n| count(n as u64, lang));
        let n = articles(self.table.articles as u64, lang);
        lang.pick(
            format!("{n}, {sentences} phrases ; l'un de ces mots {held} fois."),
            format!("{n}, {sentences} sentences; one of these words {held} times."),
        )
    }

    fn notes(&self, is_graph: bool) -> Vec<String> {
        let lang = self.lang;
        let mut notes = vec![
            format!("{} {}", whose(self.voices, lang), lang.pick("Sans les textes d'opinion.", "Without opinion.")),
            lang.pick(
                "Être dans la même phrase ne dit pas que le mot désigne l'acteur : lisez les phrases.".into(),
                "To be in one sentence does not say that the word names the actor: read the sentences.".into(),
            ),
        ];
        if is_graph {
            notes.push(lang.pick(
                format!("Un trait : dans au moins {LEAST_ARTICLES} articles, et plus souvent que si les phrases de chaque article étaient mélangées. Ce n'est pas un test : un trait décrit ces articles."),
                format!("A line: in at least {LEAST_ARTICLES} articles, and more often than if the sentences of each article were shuffled. This is no test: a line describes these articles."),
            ));
        }
        notes
    }
}

/// The graphs, and under each its strongest pairs with their sentences.
pub fn section(corpus: &Corpus) -> Markup {
    let (lang, found) = (corpus.lang, &corpus.exploration().together);
    let without =
        found.iter().filter_map(|(family, together)| Some((*family, refused(*together.as_ref().err()?, lang).to_owned()))).collect();
    html! {
        section #avec-qui {
            h3 { (lang.pick("Qui avec quel mot", "Who with which word")) }
            p.question { (lang.pick("Qui est nommé dans la même phrase que quel mot, et plus souvent qu'attendu ou non ?",
                "Who is named in one sentence with which word, and more often than expected or not?")) }
            @for (number, (_, together)) in found.iter().enumerate() {
                @if let Ok(together) = together { (block(corpus, number, together)) }
            }
            (exploration::reasons(corpus, without))
        }
    }
}

fn block(corpus: &Corpus, number: usize, together: &Together) -> Markup {
    let lang = corpus.lang;
    let pairs = together.pairs();
    let listed = &pairs[..pairs.len().min(LISTED)];
    let id = |at: usize| format!("avec-{number}-{}", at + 1);
    html! {
        h4 { (together.family.title(corpus.lexicons, lang)) }
        @if !together.lines().is_empty() { figure { (PreEscaped(together.network().to_svg(lang))) } }
        div.scroll { table.below {
            thead { tr {
                th scope="col" { (lang.pick("Acteur", "Actor")) }
                th scope="col" { (lang.pick("Mot", "Word")) }
                th.number scope="col" { (lang.pick("Phrases", "Sentences")) }
                th scope="col" {}
            } }
            tbody { @for (at, pair) in listed.iter().enumerate() { tr {
                th scope="row" { (together.actor(pair.0)) }
                td { (together.word(pair.1)) }
                td.number { (evidence::link(&id(at), together.cell(*pair).sentences() as u64)) }
                td { (together.numbers(together.cell(*pair))) }
            } } }
        } }
        @if pairs.len() > listed.len() {
            p.note { (lang.pick(format!("{} autres paires : « cadrage cooccurrence ».", pairs.len() - listed.len()), format!("{} more pairs: “cadrage cooccurrence”.", pairs.len() - listed.len()))) }
        }
        @for (at, pair) in listed.iter().enumerate() {
            @let passages = passages(corpus, together, *pair);
            (evidence::list(corpus, &id(at), together.family.words(corpus.lexicons, lang)[pair.1], together.actor(pair.0), None, passages.len(), &passages))
        }
    }
}

/// The sentences of a pair, each with the word marked where it first stands.
fn passages(corpus: &Corpus, together: &Together, pair: (usize, usize)) -> Vec<evidence::Passage> {
    let passage = |(article, sentence): &(usize, usize)| {
        let article = corpus.survey.taken[*article];
        let record = &corpus.articles[article].record;
        let hits = together.family.choices(record, corpus.lexicons, None).into_iter().filter(|(column, _)| *column == pair.1);
        let mut hits =
            hits.map(|(_, hit)| &record.hits[hit]).filter(|hit| hit.sentence == *sentence && corpus.survey.view.filter.takes(hit));
        let hit = hits.next()?;
        let mark = evidence::Mark { start: hit.start, end: hit.end, text: hit.text.clone(), voice: hit.voice };
        Some(evidence::Passage { article, sentence: *sentence, zone: hit.zone, marks: vec![mark], notes: Vec::new() })
    };
    together.cell(pair).places.iter().filter_map(passage).collect()
}
