//! One observation: what is counted, with its passages, what it does not allow to conclude, and a question.

use crate::report::Corpus;
use maud::{Markup, html};

/// An observation as the reader meets it.
pub struct Observation {
    pub heading: Markup,
    /// Sentences with their numbers, each number a link to a block of `evidence`.
    pub said: Vec<Markup>,
    pub evidence: Vec<Markup>,
    pub cannot: String,
    pub question: String,
}

impl Observation {
    pub fn markup(&self, corpus: &Corpus, at: usize) -> Markup {
        let lang = corpus.lang;
        html! {
            li.observation id={ "observation-" (at + 1) } {
                h3 { (self.heading) }
                @match &self.said[..] {
                    [one] => p { (one) },
                    many => ul { @for said in many { li { (said) } } },
                }
                @for block in &self.evidence { (block) }
                p.cannot { strong { (lang.pick("Ce qu'on ne peut pas en conclure. ", "What cannot be concluded. ")) } (self.cannot) }
                p.ask { strong { (lang.pick("À vous. ", "Your turn. ")) } (self.question) }
            }
        }
    }
}
