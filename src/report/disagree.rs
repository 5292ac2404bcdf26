//! « Pas d'accord ? »: how a reader corrects the program, and what was corrected.

use super::Corpus;
use super::words::{counted, quoted};
use crate::counts::corrections::Change;
use maud::{Markup, html};

pub fn section(corpus: &Corpus) -> Markup {
    let lang = corpus.lang;
    html! {
        p { (lang.pick(
            "Le programme lit des mots, pas des intentions, et il se trompe. Ouvrez un nombre, lisez la phrase : si le mot n'a pas ce sens, barrez-le ; si quelqu'un d'autre parle, dites qui. Les nombres et les barres suivent aussitôt.",
            "The program reads words, not intentions, and it errs. Open a number, read the sentence: if the word does not have this sense, strike it out; if somebody else speaks, say who. Numbers and bars follow at once.")) }
        div #corrections {}
        p.note { (lang.pick(
            "La liste s'enregistre dans un fichier : d'autres peuvent la relire, la discuter et refaire le rapport avec « cadrage report ARTICLES -o rapport.html --corrections corrections.json ». Un texte modifié depuis ne prend plus les corrections faites sur l'ancien.",
            "The list is saved to a file: others can read it again, discuss it and make the report anew with “cadrage report ARTICLES -o report.html --corrections corrections.json”. A text changed since takes no correction made on the old one.")) }
        @if !corpus.corrections.is_empty() {
            p { strong { (counted(corpus.corrections.len() as u64, ("correction est déjà comptée ici :", "correction is already counted here:"), ("corrections sont déjà comptées ici :", "corrections are already counted here:"), lang)) } }
            ul { @for correction in &corpus.corrections { li {
                (quoted(&correction.text, lang)) " (" (correction.article) ") : "
                @match correction.change {
                    Change::Strike => (lang.pick("barré", "struck out")),
                    Change::Voice(voice) => (super::voice::name(voice, lang)),
                }
            } } }
        }
    }
}
