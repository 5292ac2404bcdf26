//! Each contrast: who chose which wording, with chart, table, caution and evidence.

use super::pictures::Picture;
use super::words::{articles, counted, link_to, listed, quoted};
use super::{Corpus, bars, conclusions, evidence, voice};
use crate::charts::number::percent;
use crate::stats::{ContrastFigures, Share};
use crate::voice::Voice;
use maud::{Markup, html};

/// One section for each contrast with at least one choice, and a line on the others.
pub fn sections(corpus: &Corpus, pictures: &[Picture]) -> Markup {
    let lang = corpus.lang;
    let absent: Vec<String> = corpus
        .comparison
        .contrasts
        .iter()
        .filter(|figures| !figures.is_met())
        .map(|figures| corpus.lexicons[figures.lexicon].contrasts[figures.contrast].title.in_lang(lang).to_owned())
        .collect();
    html! {
        @for (number, figures) in corpus.comparison.contrasts.iter().enumerate() {
            @if figures.is_met() { (section(corpus, pictures, number, figures)) }
        }
        @if !absent.is_empty() {
            p.note { (lang.pick("Sans aucun passage ici : ", "With no passage here: ")) (absent.join(" ; ")) "." }
        }
    }
}

fn section(corpus: &Corpus, pictures: &[Picture], number: usize, figures: &ContrastFigures) -> Markup {
    let lang = corpus.lang;
    let contrast = &corpus.lexicons[figures.lexicon].contrasts[figures.contrast];
    let labels: Vec<String> = contrast.members.iter().map(|m| quoted(m.label.in_lang(lang), lang)).collect();
    let silent: Vec<String> = corpus
        .comparison
        .groups
        .iter()
        .enumerate()
        .filter(|(at, _)| figures.choices[*at].is_empty())
        .map(|(at, _)| corpus.short_name(at))
        .collect();
    let id = |side: usize, group: usize| format!("c{number}-{side}-{}", group + 1);
    html! {
        section id={ "contraste=" (contrast.id) } {
            h4 { (contrast.title.in_lang(lang)) " " (link_to("contraste", &contrast.id, lang)) }
            p.question { (contrast.question.in_lang(lang)) }
            (bars::figure(corpus, number, figures))
            div.scroll { table {
                thead { tr {
                    th scope="col" {}
                    @for label in &labels { th.number scope="col" { (label) } }
                    th.number scope="col" { (lang.pick("Base", "Base")) }
                } }
                tbody {
                    @for (at, share) in figures.shares.iter().enumerate() {
                        @if !figures.choices[at].is_empty() {
                            tr {
                                th scope="row" { (corpus.short_name(at)) }
                                @for side in 0..labels.len() { td.number data-cell=(id(side, at)) { (cell(share, side, &id(side, at), figures, at, corpus)) } }
                                td.number data-base={ "c" (number) "-" (at + 1) } { (base(share, corpus)) }
                            }
                        }
                    }
                }
            } }
            @if !silent.is_empty() {
                p.note { (lang.pick("Aucun de ces mots dans : ", "None of these words in: ")) (listed(&silent, lang)) "." }
            }
            p.caution { (contrast.caution.in_lang(lang)) }
            (conclusions::block(corpus, number, pictures))
            @for side in 0..labels.len() {
                @for (at, group) in corpus.comparison.groups.iter().enumerate() {
                    @let label = contrast.members[side].label.in_lang(lang);
                    (evidence::block(corpus, &id(side, at), label, &group.name, None,
                        &chosen(figures, at, side, |said| corpus.comparison.voices.takes(said))))
                    @for voice in voice::beside(corpus) {
                        (evidence::block(corpus, &voice::block_id(&id(side, at), voice), label, &group.name, Some(voice),
                            &chosen(figures, at, side, |said| said == Some(voice))))
                    }
                }
            }
        }
    }
}

fn cell(share: &Share, side: usize, id: &str, figures: &ContrastFigures, group: usize, corpus: &Corpus) -> Markup {
    html! {
        (evidence::link(id, share.counts[side]))
        @if share.counts[side] > 0 { small { (percent(share.counts[side], u128::from(share.total()), corpus.lang)) } }
        (voice::others(corpus, id, |voice| chosen(figures, group, side, |said| said == Some(voice)).len() as u64))
    }
}

fn base(share: &Share, corpus: &Corpus) -> Markup {
    let lang = corpus.lang;
    html! {
        (counted(share.total(), ("choix", "choice"), ("choix", "choices"), lang))
        @if share.of > 1 { small { (lang.pick("dans ", "in ")) (share.articles) (lang.pick(" sur ", " of ")) (articles(share.of, lang)) } }
    }
}

fn chosen(figures: &ContrastFigures, group: usize, side: usize, said: impl Fn(Option<Voice>) -> bool) -> Vec<(usize, usize)> {
    figures.choices[group].iter().filter(|c| c.side == side && said(c.voice)).map(|c| (c.article, c.hit)).collect()
}
