//! How the page names voices, and shows them beside one another.

use super::Corpus;
use super::evidence;
use crate::lang::Lang;
use crate::stats::Voices;
use crate::voice::Voice;
use maud::{Markup, html};

/// The voices, as pupils read them.
pub const ALL: [Voice; 4] = [Voice::Outlet, Voice::Direct, Voice::Indirect, Voice::Scare];

pub fn name(voice: Voice, lang: Lang) -> &'static str {
    match voice {
        Voice::Outlet => lang.pick("l'article lui-même", "the article itself"),
        Voice::Direct => lang.pick("entre guillemets", "in quotation marks"),
        Voice::Indirect => lang.pick("propos rapportés", "reported speech"),
        Voice::Scare => lang.pick("guillemets sans locuteur", "quotation marks without a speaker"),
    }
}

/// The class that gives a marked word its shape and colour.
pub fn class(voice: Option<Voice>) -> &'static str {
    match voice {
        None => "",
        Some(Voice::Outlet) => "outlet",
        Some(Voice::Direct) => "direct",
        Some(Voice::Indirect) => "indirect",
        Some(Voice::Scare) => "scare",
    }
}

/// The voices whose counts stand beside the main number: those that it leaves out.
pub fn beside(corpus: &Corpus) -> Vec<Voice> {
    let voices = corpus.comparison.voices;
    if corpus.has_voice() { ALL.into_iter().filter(|voice| !voices.takes(Some(*voice))).collect() } else { Vec::new() }
}

/// The id of the block with the hits of one voice that the main number leaves out.
pub fn block_id(id: &str, voice: Voice) -> String {
    format!("{id}-{}", class(Some(voice)))
}

/// "2 entre guillemets, 1 propos rapportés", each a link to its sentences.
pub fn others(corpus: &Corpus, id: &str, count: impl Fn(Voice) -> u64) -> Markup {
    html! {
        @for voice in beside(corpus) {
            @let n = count(voice);
            @if n > 0 { small { (evidence::link(&block_id(id, voice), n)) " " (name(voice, corpus.lang)) } }
        }
    }
}

/// Whose words the charts and main numbers count.
pub fn basis(corpus: &Corpus) -> &'static str {
    let lang = corpus.lang;
    if corpus.has_voice() { words_of(corpus.comparison.voices, lang) } else { lang.pick("citations comprises", "quotations included") }
}

/// The same as part of the page, where it follows the filters.
pub fn followed_basis(corpus: &Corpus) -> Markup {
    html! { span data-basis { (basis(corpus)) } }
}

/// The words that some voices say.
pub fn words_of(voices: Voices, lang: Lang) -> &'static str {
    match voices {
        Voices::All => lang.pick("mots de l'article et de ceux qu'il cite", "words of the article and of those it quotes"),
        Voices::Outlet | Voices::Only(Voice::Outlet) => lang.pick("mots de l'article lui-même", "the article's own words"),
        Voices::Unquoted => lang.pick("mots hors guillemets", "words outside quotation marks"),
        Voices::Only(Voice::Direct) => lang.pick("mots entre guillemets, dits par quelqu'un", "words in quotation marks, said by somebody"),
        Voices::Only(Voice::Indirect) => lang.pick("mots de propos rapportés", "words of reported speech"),
        Voices::Only(Voice::Scare) => lang.pick("mots entre guillemets sans locuteur", "words in quotation marks without a speaker"),
    }
}

/// What each shape of a marked word means.
pub fn legend(corpus: &Corpus) -> Markup {
    let lang = corpus.lang;
    html! {
        @if corpus.has_voice() {
            p.legend {
                (lang.pick("Qui dit le mot : ", "Who says the word: "))
                @for voice in ALL { mark class=(class(Some(voice))) { (name(voice, lang)) } " " }
            }
        }
    }
}
