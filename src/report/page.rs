//! The page: its order, its own sentences, its style and its few lines of script.

use super::pictures::{Picture, Place};
use super::words::{articles, counted, quoted};
use super::{Corpus, axes, conclusions, contrasts, exploration, reading, roles, speakers, voice};
use crate::charts::font;
use crate::stats::Grouping;
use maud::{DOCTYPE, Markup, PreEscaped, html};

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// The whole page.
pub fn render(corpus: &Corpus, pictures: &[Picture]) -> String {
    let lang = corpus.lang;
    let title = title(corpus);
    let overview = pictures.iter().find(|p| p.place == Place::Overview);
    let matrix = pictures.iter().find(|p| p.place == Place::Roles);
    let page = html! {
        (DOCTYPE)
        html lang=(lang.pick("fr", "en")) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                title { (title) }
                style { (PreEscaped(font::css())) (PreEscaped(STYLE)) }
            }
            body {
                header {
                    h1 { (title) }
                    (introduction(corpus))
                    nav aria-label=(lang.pick("Sommaire", "Contents")) { ul {
                        li { a href="#lu" { (lang.pick("Ce qui a été lu", "What was read")) } }
                        li { a href="#contrastes" { (lang.pick("Un mot ou un autre", "One word or another")) } }
                        @if corpus.has_voice() { li { a href="#qui-parle" { (lang.pick("Qui a la parole", "Who is given the floor")) } } }
                        li { a href="#sujets" { (lang.pick("Sujet par sujet", "Subject by subject")) } }
                        li { a href="#roles" { (lang.pick("La part de chacun", "The part of each")) } }
                        li { a href="#ensemble" { (lang.pick("Vue d'ensemble", "Overview")) } }
                        li { a href="#explorer" { (lang.pick("Cartes et frises", "Maps and timelines")) } }
                        li { a href="#methode" { (lang.pick("Méthode", "Method")) } }
                    } }
                }
                main {
                    section #lu { h2 { (lang.pick("Ce qui a été lu", "What was read")) } (reading::section(corpus)) }
                    section #contrastes {
                        h2 { (lang.pick("Un mot ou un autre", "One word or another")) }
                        p { (lang.pick(
                            "Pour désigner la même chose, plusieurs mots sont possibles. Voici lesquels ces articles emploient. Cliquez sur un nombre pour lire les phrases qu'il compte.",
                            "The same thing can be named in several words. Here are those that these articles use. Click a number to read the sentences it counts.")) }
                        (voice::legend(corpus))
                        (contrasts::sections(corpus, pictures))
                    }
                    @if corpus.has_voice() {
                        section #qui-parle { h2 { (lang.pick("Qui a la parole", "Who is given the floor")) } (speakers::section(corpus)) }
                    }
                    section #sujets {
                        h2 { (lang.pick("Sujet par sujet", "Subject by subject")) }
                        (axes::sections(corpus, pictures))
                    }
                    section #roles {
                        h2 { (lang.pick("La part de chacun", "The part of each")) }
                        p.question { (lang.pick(
                            "Quel rôle ces articles donnent-ils aux acteurs étrangers, et qui le dit ?",
                            "Which part do these articles give to foreign actors, and who says so?")) }
                        (roles::section(corpus, matrix))
                    }
                    section #ensemble {
                        h2 { (lang.pick("Vue d'ensemble", "Overview")) }
                        @match overview {
                            Some(picture) => figure.wide { (PreEscaped(&picture.svg)) },
                            None => p { (lang.pick("Aucun mot des lexiques n'a été relevé dans ces articles.", "No word of the lexicons was found in these articles.")) },
                        }
                    }
                    (exploration::section(corpus))
                    section #methode { h2 { (lang.pick("Méthode", "Method")) } (method(corpus)) }
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string()
}

fn title(corpus: &Corpus) -> String {
    let n = corpus.articles.len() as u64;
    let lang = corpus.lang;
    match corpus.grouping {
        Grouping::Articles => lang.pick(format!("{} côte à côte", articles(n, lang)), format!("{} side by side", articles(n, lang))),
        Grouping::Outlets => {
            let k = corpus.comparison.groups.len() as u64;
            let outlets = counted(k, ("média", "outlet"), ("médias", "outlets"), lang);
            lang.pick(format!("{outlets}, {}", articles(n, lang)), format!("{outlets}, {}", articles(n, lang)))
        }
    }
}

fn introduction(corpus: &Corpus) -> Markup {
    let lang = corpus.lang;
    html! {
        p { (lang.pick(
            "Ce rapport compte des mots choisis parmi d'autres possibles, et montre les phrases où ils se trouvent. Il ne note aucun média et ne dit pas qui a raison.",
            "This report counts words chosen among other possible ones, and shows the sentences in which they stand. It rates no outlet and does not say who is right.")) }
        div.caution {
            p { strong { (lang.pick("À savoir avant de lire", "Before you read")) } }
            ul {
                @if corpus.has_voice() {
                    li { (lang.pick(
                        "Un mot peut venir de l'article lui-même ou de quelqu'un qu'il cite. Les grands nombres comptent ce que le titre du tableau ou du graphique annonce ; les autres voix sont à côté. Le programme se trompe parfois : lisez la phrase avant de conclure.",
                        "A word may be the article's own or that of someone it quotes. The large numbers count what the table or chart says; the other voices stand beside. The program errs at times: read the sentence before you conclude.")) }
                } @else {
                    li { (lang.pick(
                        "Qui parle n'a pas été mesuré : un mot compté peut venir de l'article lui-même ou d'une personne qu'il cite. Lisez la phrase avant de conclure.",
                        "Who speaks was not measured: a counted word may be the article's own or that of someone it quotes. Read the sentence before you conclude.")) }
                }
                li { (lang.pick(
                    "Un rôle est relevé là où une phrase le dit. Des phrases compliquées échappent au programme, et il arrive qu'il se trompe de camp : lisez-les.",
                    "A part is found where a sentence states it. Complicated sentences escape the program, and it sometimes mistakes the side: read them.")) }
                li { (lang.pick(
                    "Les nombres décrivent ces articles. Ce qu'ils disent de plus, avec quelle certitude, et ce qu'ils ne peuvent pas dire, est écrit sous chaque contraste.",
                    "The numbers describe these articles. What more they say, how surely, and what they cannot say, stands below each contrast.")) }
                (conclusions::cautions(corpus))
            }
        }
    }
}

fn method(corpus: &Corpus) -> Markup {
    let lang = corpus.lang;
    html! {
        ul {
            li { (lang.pick(
                "Un mot compte dans le sens que définit le lexique : le même mot dans un autre sens n'est pas relevé.",
                "A word counts in the sense that the lexicon defines: the same word in another sense is not found.")) }
            li { (lang.pick(
                "Menus, appels à s'abonner, liens vers d'autres articles, mots-clés et second exemplaire du titre sont mis de côté et ne comptent pas.",
                "Menus, subscription prompts, links to other articles, tags and a second copy of the title are set aside and do not count.")) }
            li { (lang.pick(
                "« Pour 1 000 mots » : passages relevés divisés par les mots de l'article, multipliés par mille ; pour plusieurs articles, la somme des passages divisée par la somme des mots.",
                "\"Per 1,000 words\": passages found divided by the article's words, times a thousand; for several articles, the sum of passages over the sum of words.")) }
            li { (lang.pick(
                "Les parts ne sont calculées qu'entre des mots qui peuvent désigner la même chose ; un groupe de mots n'y choisit qu'une fois.",
                "Shares are computed only between words that can name the same thing; a noun phrase chooses only once.")) }
        }
        p { (lang.pick("Instrument : cadrage ", "Instrument: cadrage ")) (env!("CARGO_PKG_VERSION")) (lang.pick(" ; lexiques :", "; lexicons:")) }
        ul { @for lexicon in corpus.lexicons {
            li { (quoted(&lexicon.identity.id, lang)) " " (lexicon.identity.version) ", SHA-256 " code { (lexicon.sha256) } }
        } }
    }
}
