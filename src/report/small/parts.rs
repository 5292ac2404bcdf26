//! One help, told as help by one article and as something else by another: who says which, and in whose words.

use super::articles;
use super::observation::Observation;
use crate::lexicon::Purpose;
use crate::report::words::quoted;
use crate::report::{Corpus, evidence, roles};
use crate::stats::RoleFigures;
use crate::text::offsets::Slicer;
use crate::voice::Voice;
use crate::zones::ZoneKind;
use maud::{Markup, html};

/// A longer line is no subheading.
const HEADING: usize = 80;

/// What articles say of an actor in one role: sentences, as (article, indexes of its statements).
type Sentences = Vec<(usize, Vec<usize>)>;

/// For each role that the lexicon turns into another where it is held to be illegitimate: who is given which of the two.
pub fn observation(corpus: &Corpus) -> Option<Observation> {
    let lang = corpus.lang;
    let (plain, turned) =
        turning(corpus).into_iter().find(|pair| [&pair.0, &pair.1].iter().any(|role| !of_role(corpus, role).is_empty()))?;
    let mut actors: Vec<&str> = [&plain, &turned].iter().flat_map(|role| of_role(corpus, role)).map(|figure| &*figure.actor).collect();
    let articles_of = |actor: &str| -> usize {
        let cells = corpus.roles.iter().filter(|f| f.actor == actor && (f.role == plain || f.role == turned)).flat_map(|f| &f.cells);
        cells.filter(|cell| !cell.sentences.is_empty()).count()
    };
    actors.sort_by_key(|actor| (std::cmp::Reverse(articles_of(actor)), roles::actor_name(corpus, actor)));
    actors.dedup();
    let mut said = Vec::new();
    let mut blocks = Vec::new();
    for (row, actor) in actors.iter().enumerate() {
        let parts: Vec<(&String, &RoleFigures)> = [&plain, &turned]
            .into_iter()
            .filter_map(|role| Some((role, of_role(corpus, role).into_iter().find(|f| f.actor == **actor)?)))
            .collect();
        let mut pieces = Vec::new();
        for (place, (role, figure)) in parts.iter().enumerate() {
            let (piece, evidence) = part(corpus, role, figure, &format!("o-role{row}-{place}"));
            pieces.push(piece);
            blocks.extend(evidence);
        }
        said.push(html! {
            strong { (roles::actor_name(corpus, actor)) } (lang.pick("\u{a0}: ", ": "))
            @for (at, piece) in pieces.iter().enumerate() { @if at > 0 { " ; " } (piece) }
            "."
        });
    }
    Some(Observation {
        heading: html! { (lang.pick(
            format!("{} ou {} : qui, et selon qui ?", roles::role_word(corpus, &plain), roles::role_word(corpus, &turned)),
            format!("{} or {}: who, and according to whom?", roles::role_word(corpus, &plain), roles::role_word(corpus, &turned)),
        )) },
        said,
        evidence: blocks,
        cannot: lang.pick(
            "Qu'un article ne parle pas d'une aide ne montre pas qu'il n'y en a pas eu, ni qu'il la cache ; et ce qu'une personne citée affirme n'est pas pour autant établi.".into(),
            "That an article does not speak of a help does not show that there was none, nor that it hides it; and what a quoted person claims is not thereby established.".into(),
        ),
        question: if corpus.is_alone() { lang.pick(
            "Où chercher ce que cet article ne dit pas de ces aides, et qui d'autre en parle ?".into(),
            "Where to look for what this article does not say of these helps, and who else speaks of them?".into(),
        ) } else { lang.pick(
            "Qui ne lirait qu'un seul de ces articles, que saurait-il de ces aides, et que ne saurait-il pas ?".into(),
            "Whoever read only one of these articles: what would they know of these helps, and what not?".into(),
        ) },
    })
}

/// Roles that become another one where they are held to be illegitimate, with that one.
fn turning(corpus: &Corpus) -> Vec<(String, String)> {
    let lexicons = corpus.instrument.lexicons.iter().filter(|l| l.identity.purpose == Purpose::Roles);
    let poles = lexicons.flat_map(|l| &l.axes).flat_map(|axis| &axis.poles);
    poles.filter_map(|pole| Some((pole.id.clone(), pole.turns_into.clone()?))).collect()
}

fn of_role<'c>(corpus: &'c Corpus, role: &str) -> Vec<&'c RoleFigures> {
    corpus.roles.iter().filter(|figure| figure.role == role).collect()
}

/// "« apporte son appui », 3 fois, dit par l'article lui-même (articles 2, 4 et 5)", with the passages.
fn part(corpus: &Corpus, role: &str, figure: &RoleFigures, id: &str) -> (Markup, Vec<Markup>) {
    let lang = corpus.lang;
    let all: Sentences = figure.cells.iter().flat_map(|cell| cell.sentences.clone()).collect();
    let of_voice = |own: bool| -> Sentences {
        let is = |article: usize, at: &usize| (corpus.articles[article].record.roles[*at].voice == Some(Voice::Outlet)) == own;
        all.iter()
            .map(|(article, statements)| (*article, statements.iter().copied().filter(|at| is(*article, at)).collect::<Vec<_>>()))
            .filter(|(_, statements)| !statements.is_empty())
            .collect()
    };
    let (own, told) = (of_voice(true), of_voice(false));
    let block = |id: &str, sentences: &Sentences, whose: &str| -> (u64, Markup) {
        let passages = roles::passages(corpus, sentences);
        let count: usize = passages.iter().map(|passage| passage.marks.len()).sum();
        let group = format!("{} · {whose}", roles::actor_name(corpus, &figure.actor));
        (count as u64, evidence::list(corpus, id, roles::bare_word(corpus, role).as_str(), &group, None, count, &passages))
    };
    let mut blocks = Vec::new();
    let mut pieces: Vec<Markup> = Vec::new();
    if !own.is_empty() {
        let id = format!("{id}-own");
        let (count, evidence) = block(&id, &own, lang.pick("l'article lui-même", "the article itself"));
        blocks.push(evidence);
        pieces.push(html! {
            (evidence::link(&id, count)) (lang.pick(" fois par l'article lui-même (", " times by the article itself ("))
            (articles::named(corpus, &distinct(&own)))
            @for heading in subheadings(corpus, &own) { (lang.pick(", dans un intertitre\u{a0}: ", ", in a subheading: ")) (quoted(&heading, lang)) }
            ")"
        });
    }
    if !told.is_empty() {
        let id = format!("{id}-told");
        let (count, evidence) = block(&id, &told, lang.pick("les mots d'un autre", "somebody else's words"));
        blocks.push(evidence);
        pieces.push(html! {
            (evidence::link(&id, count)) (lang.pick(" fois selon ceux qu'il cite (", " times according to those it quotes ("))
            (articles::named(corpus, &distinct(&told))) (lang.pick("\u{a0}: ", ": ")) (sources(corpus, &told).join(", ")) ")"
        });
    }
    let said = html! {
        (roles::role_word(corpus, role)) ", "
        @for (at, piece) in pieces.iter().enumerate() { @if at > 0 { ", " } (piece) }
    };
    (said, blocks)
}

fn distinct(sentences: &Sentences) -> Vec<usize> {
    let mut found: Vec<usize> = sentences.iter().map(|(article, _)| *article).collect();
    found.dedup();
    found
}

fn sources(corpus: &Corpus, sentences: &Sentences) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for (article, statements) in sentences {
        for at in statements {
            let source = corpus.articles[*article].record.roles[*at].source.as_ref();
            let name = source.map_or_else(|| corpus.lang.pick("sans nom", "unnamed").to_owned(), |s| quoted(&s.text, corpus.lang));
            if !found.contains(&name) {
                found.push(name);
            }
        }
    }
    found
}

/// The lines that stand by themselves in the body and end without a full stop.
fn subheadings(corpus: &Corpus, sentences: &Sentences) -> Vec<String> {
    let mut found = Vec::new();
    for (article, statements) in sentences {
        let scored = &corpus.articles[*article];
        let Some(slicer) = scored.text.as_deref().map(Slicer::new) else { continue };
        let role = &scored.record.roles[statements[0]];
        let (start, end) = scored.record.sentences[role.sentence];
        let line = slicer.slice(start, end).trim();
        let is_alone = (start == 0 || slicer.slice(start - 1, start) == "\n")
            && matches!(slicer.slice(end, (end + 1).min(scored.record.chars)), "" | "\n");
        if role.zone == ZoneKind::Body && is_alone && line.chars().count() <= HEADING && !line.ends_with(['.', '!', '?', '…', ':']) {
            found.push(line.to_owned());
        }
    }
    found
}
