//! The bars of a contrast, drawn by the page itself so that they follow filters and corrections, and fit a phone.

use super::words::quoted;
use super::{Corpus, voice};
use crate::charts::Pole;
use crate::charts::number::percent;
use crate::charts::palette::{self, Texture};
use crate::stats::ContrastFigures;
use maud::{Markup, html};

/// A row for each group that chose anything; a piece leads to the passages that it counts.
pub fn figure(corpus: &Corpus, number: usize, figures: &ContrastFigures) -> Markup {
    let lang = corpus.lang;
    let contrast = &corpus.lexicons[figures.lexicon].contrasts[figures.contrast];
    let labels: Vec<String> = contrast.members.iter().map(|m| quoted(m.label.in_lang(lang), lang)).collect();
    let poles = Pole::all(&labels);
    html! {
        figure.bars {
            p.key aria-hidden="true" { @for pole in &poles { span.piece style=(ink(pole.colour)) {} " " (pole.label) " " } }
            @for (at, share) in figures.shares.iter().enumerate() {
                @if !figures.choices[at].is_empty() {
                    div.row {
                        span.name { (corpus.short_name(at)) }
                        div.bar data-bar={ "c" (number) "-" (at + 1) } {
                            @for (side, pole) in poles.iter().enumerate() {
                                @let n = share.counts[side];
                                a.piece href={ "#c" (number) "-" (side) "-" (at + 1) } style={ (ink(pole.colour)) ";flex-grow:" (n) } hidden[n == 0]
                                    aria-label={ (pole.label) ", " (corpus.short_name(at)) } { b { (n) } i { " (" (percent(n, u128::from(share.total()), lang)) ")" } }
                            }
                        }
                        span.base { "n\u{a0}=\u{a0}" span data-n={ "c" (number) "-" (at + 1) } { (share.total()) } }
                    }
                }
            }
            figcaption.note {
                (lang.pick("Dans les barres : combien de fois chaque mot est choisi (part de la ligne) ; ", "In the bars: how often each word is chosen (share of the row); "))
                (voice::followed_basis(corpus)) "."
            }
        }
    }
}

/// Fill, texture and letters of a pole, as the charts draw it.
fn ink(colour: usize) -> String {
    let ink = palette::pole(colour);
    let css = |c: plotters::style::RGBColor| format!("#{:02x}{:02x}{:02x}", c.0, c.1, c.2);
    let texture = ink.texture.map(|(texture, line)| {
        let line = css(line);
        match texture {
            Texture::Dots => format!(";background-image:radial-gradient({line} 1px,transparent 1.5px);background-size:6px 6px"),
            Texture::Horizontal => format!(";background-image:repeating-linear-gradient(0deg,{line} 0 1px,transparent 1px 5px)"),
            Texture::Diagonal => format!(";background-image:repeating-linear-gradient(45deg,{line} 0 1px,transparent 1px 6px)"),
            Texture::BackDiagonal => format!(";background-image:repeating-linear-gradient(-45deg,{line} 0 1px,transparent 1px 6px)"),
        }
    });
    format!("background-color:{};color:{}{}", css(ink.fill), css(ink.text()), texture.unwrap_or_default())
}
