//! A handful of articles: each shown for itself, then side by side on one fact, then what is seen in them.

mod articles;
mod cards;
mod fact;
mod moments;
mod observation;
mod outlets;
mod parts;
mod told;

pub use cards::section as cards;
pub use fact::section as fact;
pub use outlets::known;

use super::Corpus;
use maud::{Markup, html};
use observation::Observation;

/// At most this many observations, so that a lesson can hold them.
const OBSERVATIONS: usize = 5;

/// Three to five observations: the words first, then the parts, then what these articles are.
pub fn observations(corpus: &Corpus) -> Markup {
    let lang = corpus.lang;
    let mut seen: Vec<Observation> = told::observations(corpus);
    seen.extend(parts::observation(corpus));
    seen.extend(moments::observation(corpus));
    seen.extend(outlets::observation(corpus));
    seen.truncate(OBSERVATIONS);
    html! {
        @if !seen.is_empty() { ol.observations { @for (at, observation) in seen.iter().enumerate() { (observation.markup(corpus, at)) } } }
        p.note { @if corpus.is_alone() { (lang.pick(
            "Avec un seul article, ni comparaison, ni tendance, ni mots typiques : de tels calculs demandent beaucoup de textes et feraient dire à celui-ci plus qu'il ne dit.",
            "With a single article there is no comparison, no trend and no typical word: such figures ask for many texts and would make this one say more than it does."))
        } @else { (lang.pick(
            format!("Avec {} articles, ni tendance, ni carte, ni mots typiques : de tels calculs demandent beaucoup de textes et feraient dire à ceux-ci plus qu'ils ne disent.", corpus.articles.len()),
            format!("With {} articles there is no trend, no map and no typical word: such figures ask for many texts and would make these say more than they do.", corpus.articles.len()))) } }
    }
}
