//! The part that each actor is given: who, in which role, in which articles, with the sentences that say so.

use super::Corpus;
use super::evidence::{self, Mark, Passage};
use super::pictures::Picture;
use super::words::{listed, quoted};
use crate::lexicon::{Purpose, word_of};
use crate::roles::Role;
use crate::stats::{Grouping, RoleCell, RoleFigures};
use maud::{Markup, PreEscaped, html};

/// The chart, a table of actors and roles by group, and who has none.
pub fn section(corpus: &Corpus, picture: Option<&Picture>) -> Markup {
    let lang = corpus.lang;
    if corpus.roles.is_empty() {
        return html! { p { (lang.pick("Aucun rôle d'un acteur étranger n'a été relevé ici.", "No part of a foreign actor was found here.")) } };
    }
    let by_outlet = corpus.grouping == Grouping::Outlets;
    let groups = &corpus.comparison.groups;
    let silent: Vec<String> = (0..groups.len())
        .filter(|at| corpus.roles.iter().all(|figure| figure.cells[*at].sentences.is_empty()))
        .map(|at| groups[at].name.clone())
        .collect();
    let ordered = ordered(corpus);
    let id = |row: usize, group: usize| format!("r{row}-{}", group + 1);
    html! {
        @if let Some(picture) = picture { figure.wide { (PreEscaped(&picture.svg)) } }
        div.scroll { table {
            thead { tr {
                th scope="col" { (lang.pick("Acteur", "Actor")) }
                th scope="col" { (lang.pick("Rôle", "Part")) }
                @for at in 0..groups.len() { th.number scope="col" { (corpus.short_name(at)) } }
            } }
            tbody {
                @for (row, figure) in ordered.iter().enumerate() {
                    tr {
                        th scope="row" { (actor_name(corpus, &figure.actor)) }
                        td { (role_word(corpus, &figure.role)) }
                        @for (at, cell) in figure.cells.iter().enumerate() { td.number { (number(corpus, cell, &id(row, at), by_outlet)) } }
                    }
                }
            }
        } }
        p.note {
            @if by_outlet {
                (lang.pick(
                    "En grand, les articles qui le disent au moins une fois, sur tous ceux du média ; puis les passages qui le disent, à ouvrir ; enfin les articles où l'article lui-même le dit, sans le prêter à quelqu'un.",
                    "First the articles that say it at least once, of all articles of the outlet; then the passages that say it, to be opened; last the articles that say it in their own voice, not in somebody else's."))
            } @else {
                (lang.pick(
                    "Passages qui le disent, à ouvrir ; « lui-même » : l'article le dit aussi sans le prêter à quelqu'un.",
                    "Passages that say it, to be opened; “own voice”: the article also says it itself."))
            }
        }
        @if !silent.is_empty() {
            p.note { (lang.pick("Aucun rôle relevé dans : ", "No part found in: ")) (listed(&silent, lang)) "." }
        }
        @for (row, figure) in ordered.iter().enumerate() {
            @for (at, cell) in figure.cells.iter().enumerate() {
                @if !cell.sentences.is_empty() { (evidence_of(corpus, figure, cell, &id(row, at), &groups[at].name)) }
            }
        }
    }
}

/// Actors by name, the roles of each by their words.
pub fn ordered<'c>(corpus: &'c Corpus) -> Vec<&'c RoleFigures> {
    let key = |figure: &&RoleFigures| {
        let sorted = crate::text::normal::sort_key;
        (sorted(&actor_name(corpus, &figure.actor)), sorted(&role_word(corpus, &figure.role)))
    };
    let mut figures: Vec<&RoleFigures> = corpus.roles.iter().collect();
    figures.sort_by_cached_key(key);
    figures
}

fn number(corpus: &Corpus, cell: &RoleCell, id: &str, by_outlet: bool) -> Markup {
    let lang = corpus.lang;
    let own = cell.own.filter(|own| *own > 0);
    if cell.sentences.is_empty() {
        return evidence::link(id, 0);
    }
    html! {
        @if by_outlet { strong { (cell.articles.k) "/" (cell.articles.n) } " " }
        (evidence::link(id, cell.passages))
        @if let Some(own) = own {
            small { @if by_outlet { (lang.pick("lui-même : ", "own voice: ")) (own) } @else { (lang.pick("lui-même", "own voice")) } }
        }
    }
}

/// The name readers see; the id where no lexicon at hand has one.
pub fn actor_name(corpus: &Corpus, id: &str) -> String {
    pole_word(corpus, Purpose::Actors, id).unwrap_or_else(|| id.to_owned())
}

/// The role's words in guillemets.
pub fn role_word(corpus: &Corpus, id: &str) -> String {
    quoted(&bare_word(corpus, id), corpus.lang)
}

fn pole_word(corpus: &Corpus, purpose: Purpose, id: &str) -> Option<String> {
    word_of(&corpus.instrument.lexicons, purpose, id).map(|word| word.in_lang(corpus.lang).to_owned())
}

/// The word without its guillemets.
pub fn bare_word(corpus: &Corpus, id: &str) -> String {
    pole_word(corpus, Purpose::Roles, id).unwrap_or_else(|| id.to_owned())
}

fn evidence_of(corpus: &Corpus, figure: &RoleFigures, cell: &RoleCell, id: &str, group: &str) -> Markup {
    let group = format!("{} · {group}", actor_name(corpus, &figure.actor));
    let passages = passages(corpus, &cell.sentences);
    evidence::list(corpus, id, &bare_word(corpus, &figure.role), &group, None, cell.passages as usize, &passages)
}

/// The sentences that make these statements, given as (article, indexes into its roles).
pub fn passages(corpus: &Corpus, sentences: &[(usize, Vec<usize>)]) -> Vec<Passage> {
    let of_sentence = |(article, statements): &(usize, Vec<usize>)| {
        let roles = &corpus.articles[*article].record.roles;
        let first = &roles[statements[0]];
        let mark = |role: &Role| Mark { start: role.start, end: role.end, text: role.text.clone(), voice: role.voice };
        let mut marks: Vec<Mark> = statements.iter().map(|at| mark(&roles[*at])).collect();
        marks.dedup();
        let mut passage = Passage { article: *article, sentence: first.sentence, zone: first.zone, marks, notes: Vec::new() };
        statements.iter().flat_map(|at| notes_on(corpus, &roles[*at])).for_each(|note| passage.add(note));
        passage
    };
    sentences.iter().map(of_sentence).collect()
}

/// For or against whom, and who says so.
fn notes_on(corpus: &Corpus, role: &Role) -> Vec<String> {
    let lang = corpus.lang;
    let target = role.target.as_ref().map(|target| format!("→ {}", actor_name(corpus, target)));
    let voice = role.voice.map(|voice| super::voice::name(voice, lang).to_owned());
    let source = role.source.as_ref().map(|source| quoted(&source.text, lang));
    target.into_iter().chain(voice).chain(source).collect()
}
