//! Each axis: its question, its words by group with their bars, and the sentences behind the numbers.

use super::words::{link_to, quoted};
use super::{Corpus, evidence, voice};
use crate::charts::number;
use crate::stats::{AxisFigures, Grouping, PoleFigures};
use crate::voice::Voice;
use maud::{Markup, html};

/// One section for each axis that has at least one hit, and a line on the others.
pub fn sections(corpus: &Corpus) -> Markup {
    let lang = corpus.lang;
    let is_met = |figures: &&AxisFigures| figures.poles.iter().any(PoleFigures::is_met);
    let absent: Vec<&str> = corpus
        .comparison
        .axes
        .iter()
        .filter(|figures| !is_met(figures))
        .map(|figures| corpus.lexicons[figures.lexicon].axes[figures.axis].title.in_lang(lang))
        .collect();
    html! {
        @for (number, figures) in corpus.comparison.axes.iter().enumerate() {
            @if is_met(&figures) { (section(corpus, number, figures)) }
        }
        @if !absent.is_empty() {
            p.note { (lang.pick("Sujets dont aucun mot n'a été relevé : ", "Subjects of which no word was found: ")) (absent.join(", ")) "." }
        }
    }
}

fn section(corpus: &Corpus, number: usize, figures: &AxisFigures) -> Markup {
    let lang = corpus.lang;
    let lexicon = &corpus.lexicons[figures.lexicon];
    let axis = &lexicon.axes[figures.axis];
    let (met, absent): (Vec<&PoleFigures>, Vec<&PoleFigures>) = figures.poles.iter().partition(|p| p.is_met());
    let word = |pole: &PoleFigures| quoted(axis.poles[pole.pole].word.in_lang(lang), lang);
    let id = |pole: &PoleFigures, group: usize| format!("a{number}-{}-{}", pole.pole, group + 1);
    let groups = &corpus.comparison.groups;
    let highest = met.iter().flat_map(|pole| &pole.rates).filter_map(|rate| rate.per_thousand()).fold(0.0, f64::max);
    html! {
        section id={ "axe=" (axis.id) } {
            h4 { (axis.title.in_lang(lang)) " " (link_to("axe", &axis.id, lang)) }
            p.question { (axis.question.in_lang(lang)) }
            div.scroll { table.poles style={ "--columns:" (groups.len() + 1) } {
                thead { tr {
                    th scope="col" { (lang.pick("Mot", "Word")) }
                    @for at in 0..groups.len() { th.number scope="col" { (corpus.short_name(at)) } }
                    th.number scope="col" { (lang.pick("Ensemble", "All")) }
                } }
                tbody { @for pole in &met { tr {
                    th scope="row" { (word(pole)) }
                    @for at in 0..groups.len() { td.number data-cell=(id(pole, at)) { (cell(corpus, pole, at, &id(pole, at), highest)) } }
                    td.number data-total={ "a" (number) "-" (pole.pole) } { (pole.total()) (totals(corpus, pole)) }
                } } }
            } }
            p.note {
                (lang.pick("Passages relevés (", "Passages found (")) (voice::followed_basis(corpus)) (lang.pick(") ; dessous, pour 1\u{202f}000 mots (la barre)", "); below, per 1,000 words (the bar)"))
                @if corpus.grouping == Grouping::Outlets { (lang.pick(", dans combien d'articles", ", in how many articles")) }
                @if corpus.has_voice() { (lang.pick(", puis les autres voix s'il y en a", ", then the other voices if any")) }
                "."
                @if !absent.is_empty() {
                    " " (lang.pick("Jamais relevés ici : ", "Never found here: "))
                    (absent.iter().map(|p| word(p)).collect::<Vec<_>>().join(", ")) "."
                }
            }
            @for pole in &met {
                @for (at, group) in groups.iter().enumerate() {
                    @let (label, source) = (axis.poles[pole.pole].word.in_lang(lang), [&*lexicon.identity.id, &axis.id, &axis.poles[pole.pole].id]);
                    (evidence::block(corpus, &id(pole, at), label, &group.name, None,
                        &hits_of(corpus, &group.articles, source, |said| corpus.comparison.voices.takes(said))))
                    @for voice in voice::beside(corpus) {
                        (evidence::block(corpus, &voice::block_id(&id(pole, at), voice), label, &group.name, Some(voice),
                            &hits_of(corpus, &group.articles, source, |said| said == Some(voice))))
                    }
                }
            }
        }
    }
}

/// A count with its rate, the bar of the rate in parts of the table's highest, and the other voices.
fn cell(corpus: &Corpus, pole: &PoleFigures, group: usize, id: &str, highest: f64) -> Markup {
    let (rate, presence) = (pole.rates[group], pole.presence[group]);
    html! {
        (evidence::link(id, rate.count))
        @if rate.count > 0 {
            @if let Some(per_thousand) = rate.per_thousand() {
                span.mini style={ "width:" ((100.0 * per_thousand / highest).round()) "%" } {}
                small { (number::rate(per_thousand, corpus.lang)) }
            }
            @if corpus.grouping == Grouping::Outlets { small { (presence.k) "/" (presence.n) } }
        }
        (voice::others(corpus, id, |voice| pole.by_voice[group][voice as usize]))
    }
}

/// What the other voices say in all groups, and everybody together.
fn totals(corpus: &Corpus, pole: &PoleFigures) -> Markup {
    let sum = |voice: Voice| -> u64 { pole.by_voice.iter().map(|counts| counts[voice as usize]).sum() };
    let beside: Vec<(u64, Voice)> = voice::beside(corpus).into_iter().map(|voice| (sum(voice), voice)).filter(|(n, _)| *n > 0).collect();
    let all = pole.total() + beside.iter().map(|(n, _)| n).sum::<u64>();
    html! {
        @for (n, voice) in &beside { small { (n) " " (voice::name(*voice, corpus.lang)) } }
        @if !beside.is_empty() { small { strong { (all) } (corpus.lang.pick(" en tout", " in all")) } }
    }
}

/// The hits of a pole (lexicon, axis, pole) in some articles that these voices say, as (article, hit).
fn hits_of(corpus: &Corpus, articles: &[usize], source: [&str; 3], said: impl Fn(Option<Voice>) -> bool) -> Vec<(usize, usize)> {
    let [lexicon, axis, pole] = source;
    let mut found = Vec::new();
    for article in articles {
        for (at, hit) in corpus.articles[*article].record.hits.iter().enumerate() {
            if hit.lexicon == lexicon && hit.axis == axis && hit.pole == pole && said(hit.voice) {
                found.push((*article, at));
            }
        }
    }
    found
}
