//! How the numbers came about: what was read, what counts, with which lexicons, how right these are, and how to cite.

use super::words::{articles, quoted};
use super::{Corpus, conclusions, copies, reading, voice};
use crate::charts::number::{self, percent};
use crate::lexicon::Lexicon;
use crate::lexicon::validation::{LEAST, PoleValidation, Validation};
use maud::{Markup, html};

/// Begins a digest as people compare it.
const DIGEST: usize = 16;

pub fn section(corpus: &Corpus) -> Markup {
    let lang = corpus.lang;
    html! {
        h3 #lu { (lang.pick("Ce qui a été lu", "What was read")) }
        (reading::section(corpus))
        h3 { (lang.pick("Ce qui compte", "What counts")) }
        (counting(corpus))
        h3 { (lang.pick("Précautions", "Cautions")) }
        ul { (conclusions::cautions(corpus)) }
        @if let Some(shared) = copies::section(corpus) {
            h3 { (lang.pick("Textes repris", "Shared texts")) }
            (shared)
        }
        h3 { (lang.pick("Le programme se trompe-t-il ?", "How often does the program err?")) }
        @for lexicon in corpus.lexicons { (validation(corpus, lexicon)) }
        h3 { (lang.pick("De quoi refaire la mesure", "What it takes to measure again")) }
        (again(corpus))
        h3 { (lang.pick("Citer", "To cite")) }
        p { (lang.pick("Relevé fait avec cadrage ", "Measured with cadrage ")) (env!("CARGO_PKG_VERSION")) ", "
            @for (at, lexicon) in corpus.lexicons.iter().enumerate() { @if at > 0 { ", " }
                (lang.pick("lexique ", "lexicon ")) (quoted(&lexicon.identity.id, lang)) " " (lexicon.identity.version) " (SHA-256 " code { (digest(lexicon)) } ")" } "." }
    }
}

fn counting(corpus: &Corpus) -> Markup {
    let lang = corpus.lang;
    let whose = voice::basis(corpus);
    let words = format!("{} {}", number::count(corpus.comparison.tokens.iter().sum(), lang), lang.pick("mots", "words"));
    let n = articles(corpus.survey.taken.len() as u64, lang);
    html! {
        ul {
            li { (lang.pick(
                "Un mot compte dans le sens que définit le lexique : le même mot dans un autre sens n'est pas relevé.",
                "A word counts in the sense that the lexicon defines: the same word in another sense is not found.")) }
            li { (lang.pick(
                "Menus, appels à s'abonner, liens vers d'autres articles, mots-clés et second exemplaire du titre sont mis de côté et ne comptent pas.",
                "Menus, subscription prompts, links to other articles, tags and a second copy of the title are set aside and do not count.")) }
            li { (lang.pick(
                format!("« Pour 1 000 mots » ({whose}) : passages relevés dans ces mots, divisés par ces mots, fois mille ; ici {words} dans {n}, et pour plusieurs articles la somme des passages sur la somme des mots. Dans la liste des articles lus, passages et mots de toutes les voix."),
                format!("“Per 1,000 words” ({whose}): passages found in these words, divided by these words, times a thousand; here {words} in {n}, and for several articles the sum of passages over the sum of words. In the list of articles read, passages and words of all voices."))) }
            li { (lang.pick(
                "Les parts ne sont calculées qu'entre des mots qui peuvent désigner la même chose ; un groupe de mots n'y choisit qu'une fois.",
                "Shares are computed only between words that can name the same thing; a noun phrase chooses only once.")) }
            li { (lang.pick(
                "Un rôle est relevé là où une phrase le dit. Des phrases compliquées échappent au programme, et il arrive qu'il se trompe de camp : lisez-les.",
                "A part is found where a sentence states it. Complicated sentences escape the program, and it sometimes mistakes the side: read them.")) }
        }
    }
}

/// A table of poles that annotators have seen often enough; the others in one line.
fn validation(corpus: &Corpus, lexicon: &Lexicon) -> Markup {
    let lang = corpus.lang;
    let known = Validation::of(lexicon);
    let name = |path: &str| -> Option<String> {
        let (axis, pole) = path.split_once('/')?;
        let pole = lexicon.axes.iter().find(|a| a.id == axis)?.poles.iter().find(|p| p.id == pole)?;
        Some(quoted(pole.word.in_lang(lang), lang))
    };
    let named: Vec<(String, &PoleValidation)> = known.pole.iter().filter_map(|pole| Some((name(&pole.path)?, pole))).collect();
    let (enough, few): (Vec<_>, Vec<_>) = named.into_iter().partition(|(_, pole)| pole.annotated >= LEAST);
    html! {
        @if known.pole.is_empty() {
            p { (lang.pick("Lexique ", "Lexicon ")) (quoted(&lexicon.identity.id, lang)) (lang.pick(" : personne ne l'a encore comparé à des articles annotés. Lisez chaque passage.", ": nobody has compared it with annotated articles yet. Read every passage.")) }
        } @else {
            p { (lang.pick(
                format!("{} articles ont été annotés par des personnes, sans voir le programme ; {} d'entre eux ont été lus en écrivant le lexique. Voici, mot par mot, ce qu'il en retrouve.", known.articles, known.read),
                format!("{} articles were annotated by people who did not see the program; {} of them were read when the lexicon was written. Here is, word by word, what it finds of it.", known.articles, known.read))) }
            details.listing {
                summary { (lang.pick("Mot par mot", "Word by word")) }
                div.scroll { table {
                    thead { tr {
                        th scope="col" { (lang.pick("Mot", "Word")) }
                        th.number scope="col" { (lang.pick("Relevés à raison", "Rightly found")) }
                        th.number scope="col" { (lang.pick("Retrouvés", "Found again")) }
                    } }
                    tbody { @for (name, pole) in &enough { tr {
                        th scope="row" { (name) }
                        td.number { (percent(pole.right, u128::from(pole.given), lang)) small { (pole.right) (lang.pick(" sur ", " of ")) (pole.given) } }
                        td.number { (percent(pole.right, u128::from(pole.annotated), lang)) small { (pole.right) (lang.pick(" sur ", " of ")) (pole.annotated) } }
                    } } }
                } }
            }
            @if !few.is_empty() {
                p.note { (lang.pick(
                    format!("Trop rares dans ces annotations pour le dire (moins de {LEAST}) : "),
                    format!("Too rare in these annotations to tell (fewer than {LEAST}): ")))
                    (few.iter().map(|(name, _)| name.clone()).collect::<Vec<_>>().join(", ")) "." }
            }
        }
    }
}

fn again(corpus: &Corpus) -> Markup {
    let lang = corpus.lang;
    html! {
        ul {
            li { "cadrage " (env!("CARGO_PKG_VERSION")) }
            @for lexicon in corpus.lexicons {
                li { (quoted(&lexicon.identity.id, lang)) " " (lexicon.identity.version) ", SHA-256 " code { (lexicon.sha256) } }
            }
            li { (lang.pick("Graine du hasard : ", "Random seed: ")) (corpus.survey.rules.seed) }
            li { @match &corpus.survey.plan {
                Some(plan) => { (lang.pick("Plan écrit d'avance, SHA-256 ", "Plan written beforehand, SHA-256 ")) code { (plan) } },
                None => (lang.pick("Sans plan écrit d'avance : la comparaison explore.", "No plan written beforehand: the comparison explores.")),
            } }
            li {
                details {
                    summary { (lang.pick("Empreinte (SHA-256) de chaque texte", "Digest (SHA-256) of each text")) }
                    ul { @for scored in &corpus.articles { li { (scored.record.id) " " code { (scored.record.digest) } } } }
                }
            }
        }
    }
}

fn digest(lexicon: &Lexicon) -> &str {
    lexicon.sha256.get(..DIGEST).unwrap_or(&lexicon.sha256)
}
