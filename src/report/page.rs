//! The page: its parts in order, and what stands before them.

use super::pictures::{Picture, Place};
use super::words::{articles, counted};
use super::{
    Corpus, article, axes, conclusions, contrasts, data, disagree, essential, exploration, keywords, method, roles, small, speakers, voice,
};
use crate::charts::font;
use crate::stats::Grouping;
use maud::{DOCTYPE, Markup, PreEscaped, html};

const STYLE: &str = include_str!("style.css");
/// One script, its files in the order in which they need each other.
const SCRIPT: [&str; 6] = [
    include_str!("script/state.js"),
    include_str!("script/counts.js"),
    include_str!("script/passages.js"),
    include_str!("script/corrections.js"),
    include_str!("script/filters.js"),
    include_str!("script/address.js"),
];

/// One part of the page, to which the contents lead.
struct Part {
    id: &'static str,
    title: &'static str,
    body: Markup,
    /// Places within it that the contents name instead.
    within: Vec<(&'static str, &'static str)>,
}

impl Part {
    fn links(&self) -> Vec<(&'static str, &'static str)> {
        if self.within.is_empty() { vec![(self.id, self.title)] } else { self.within.clone() }
    }
}

/// The whole page.
pub fn render(corpus: &Corpus, pictures: &[Picture]) -> String {
    let lang = corpus.lang;
    let title = title(corpus);
    let parts = parts(corpus, pictures);
    let page = html! {
        (DOCTYPE)
        html lang=(lang.pick("fr", "en")) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
                style { (PreEscaped(font::css())) (PreEscaped(STYLE)) }
            }
            body {
                a.skip href={ "#" (parts[0].id) } { (lang.pick("Aller au contenu", "Skip to the content")) }
                header { h1 { (title) } (introduction(corpus)) }
                nav aria-label=(lang.pick("Sommaire", "Contents")) { ul { @for (id, title) in parts.iter().flat_map(Part::links) { li { a href={ "#" (id) } { (title) } } } } }
                main { @for part in &parts { section id=(part.id) { h2 { (part.title) } (part.body) } } }
                script #data type="application/json" { (PreEscaped(data::json(corpus))) }
                script { (PreEscaped(SCRIPT.concat())) }
            }
        }
    };
    page.into_string()
}

/// What the page holds, in order: a handful of articles is read, more of them are compared.
fn parts(corpus: &Corpus, pictures: &[Picture]) -> Vec<Part> {
    let lang = corpus.lang;
    let few = corpus.grouping == Grouping::Articles;
    let mut parts = Vec::new();
    let part = |id, title, body| Part { id, title, body, within: Vec::new() };
    if few {
        parts.push(part("cartes", lang.pick("Qui écrit, et quand ?", "Who writes, and when?"), small::cards(corpus)));
        if let Some(fact) = small::fact(corpus) {
            parts.push(part("meme-fait", lang.pick("La même chose, dite par chacun", "The same thing, as each one puts it"), fact));
        }
        parts.push(part(
            "observations",
            lang.pick("Ce qu'on voit dans ces textes", "What is seen in these texts"),
            small::observations(corpus),
        ));
        parts.push(part("lire", lang.pick("Lire", "Read"), article::section(corpus)));
    } else {
        parts.push(part("essentiel", lang.pick("L'essentiel", "In short"), essential::section(corpus)));
    }
    parts.push(part("comparer", lang.pick("Comparer", "Compare"), compare(corpus, pictures)));
    if !few {
        parts.push(part("lire", lang.pick("Lire", "Read"), article::section(corpus)));
    }
    if corpus.has_voice() {
        parts.push(part("qui-parle", lang.pick("Qui parle", "Who speaks"), speakers::section(corpus)));
    }
    parts.push(part("roles", lang.pick("Rôles", "Parts"), parts_played(corpus, pictures)));
    if let Some(words) = keywords::section(corpus) {
        parts.push(part("mots", lang.pick("Les mots de chacun", "The words of each"), words));
    }
    if !few {
        let within = vec![
            ("carte", lang.pick("Carte", "Map")),
            ("frise", lang.pick("Frise", "Timeline")),
            ("avec-qui", lang.pick("Voisinages", "Neighbours")),
        ];
        let title = lang.pick("Cartes, frises, voisinages", "Maps, timelines, neighbours");
        parts.push(Part { within, ..part("explorer", title, exploration::section(corpus)) });
    }
    if !corpus.is_silent() {
        parts.push(part("pas-d-accord", lang.pick("Pas d'accord ?", "You disagree?"), disagree::section(corpus)));
    }
    parts.push(part("methode", lang.pick("Méthode", "Method"), method::section(corpus)));
    parts
}

fn compare(corpus: &Corpus, pictures: &[Picture]) -> Markup {
    let lang = corpus.lang;
    let overview = pictures.iter().find(|p| p.place == Place::Overview);
    html! {
        h3 #contrastes { (lang.pick("Un mot ou un autre", "One word or another")) }
        @if !corpus.is_silent() {
            p {
                (lang.pick("Pour désigner la même chose, plusieurs mots sont possibles. ", "The same thing can be named in several words. "))
                @if corpus.is_alone() { (lang.pick("Voici lesquels cet article emploie.", "Here are those that this article uses.")) }
                @else { (lang.pick("Voici lesquels ces articles emploient.", "Here are those that these articles use.")) }
                span.onscreen { " " (lang.pick("Cliquez sur un nombre pour lire les phrases qu'il compte.", "Click a number to read the sentences it counts.")) }
            }
            (voice::legend(corpus))
            div #filtres {}
        }
        (contrasts::sections(corpus, pictures))
        h3 #sujets { (lang.pick("Sujet par sujet", "Subject by subject")) }
        (axes::sections(corpus))
        @if corpus.grouping == Grouping::Outlets {
            h3 #ensemble { (lang.pick("Vue d'ensemble", "Overview")) }
            (conclusions::stale(lang.pick(
                "Cette image porte sur le relevé entier : vos filtres et vos corrections n'y changent rien.",
                "This picture is about everything that was counted: your filters and corrections change nothing here."), lang))
            @match overview {
                Some(picture) => figure.wide { (PreEscaped(&picture.svg)) },
                None => p { (lang.pick("Aucun mot des lexiques n'a été relevé dans ces articles.", "No word of the lexicons was found in these articles.")) },
            }
        }
    }
}

fn parts_played(corpus: &Corpus, pictures: &[Picture]) -> Markup {
    html! {
        p.question { @if corpus.is_alone() { (corpus.lang.pick(
            "Quel rôle cet article donne-t-il aux acteurs étrangers, et qui le dit ?",
            "Which part does this article give to foreign actors, and who says so?"))
        } @else { (corpus.lang.pick(
            "Quel rôle ces articles donnent-ils aux acteurs étrangers, et qui le dit ?",
            "Which part do these articles give to foreign actors, and who says so?")) } }
        (roles::section(corpus, pictures.iter().find(|p| p.place == Place::Roles)))
    }
}

fn title(corpus: &Corpus) -> String {
    let n = corpus.articles.len() as u64;
    let lang = corpus.lang;
    match corpus.grouping {
        Grouping::Articles if n == 1 => articles(n, lang),
        Grouping::Articles => lang.pick(format!("{} côte à côte", articles(n, lang)), format!("{} side by side", articles(n, lang))),
        Grouping::Outlets => {
            let k = corpus.comparison.groups.len() as u64;
            let outlets = counted(k, ("média", "outlet"), ("médias", "outlets"), lang);
            format!("{outlets}, {}", articles(n, lang))
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
            p { strong { (lang.pick("Avant de lire. ", "Before you read. ")) }
                @if corpus.has_voice() { (lang.pick(
                    "Un mot peut venir de l'article lui-même ou de quelqu'un qu'il cite : regardez toujours qui parle. ",
                    "A word may be the article's own or that of someone it quotes: always look who speaks. ")) }
                @else { (lang.pick(
                    "Qui parle n'a pas été mesuré : un mot compté peut venir de l'article lui-même ou d'une personne qu'il cite. ",
                    "Who speaks was not measured: a counted word may be the article's own or that of someone it quotes. ")) }
                (lang.pick("Le programme se trompe parfois : lisez la phrase avant de conclure. ", "The program errs at times: read the sentence before you conclude. "))
                @if corpus.is_alone() { (lang.pick("Ces nombres décrivent cet article, rien de plus.", "These numbers describe this article, nothing more.")) }
                @else { (lang.pick("Ces nombres décrivent ces articles, rien de plus.", "These numbers describe these articles, nothing more.")) }
            }
            @if corpus.is_silent() { p { strong { (lang.pick("Aucun mot des lexiques n'a été trouvé ici. ", "No word of the lexicons was found here. ")) }
                (lang.pick(
                    "Rien n'est donc compté ni comparé : ou bien le texte parle d'autre chose, ou bien il le dit avec d'autres mots. « cadrage lexicon list » dit ce que cherchent les lexiques.",
                    "So nothing is counted or compared: either the text speaks of something else, or it does so in other words. “cadrage lexicon list” tells what the lexicons look for.")) } }
        }
    }
}
