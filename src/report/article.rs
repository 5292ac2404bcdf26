//! Every article whole, its counted words coloured by subject and shaped by voice, the words that give a part underlined.

use super::words::{articles, day, quoted};
use super::{Corpus, roles, voice};
use crate::counts::RecordHit;
use crate::stats::Grouping;
use crate::text::offsets::Slicer;
use crate::zones::ZoneKind;
use maud::{Markup, html};
use std::collections::BTreeMap;

/// Colours that subjects take in turn.
const COLOURS: usize = 9;

/// All articles: one after the other while they are few, else by event, two beside each other.
pub fn section(corpus: &Corpus) -> Markup {
    let lang = corpus.lang;
    html! {
        @if !corpus.is_silent() { p { (lang.pick(
            "Chaque mot relevé porte la couleur de son sujet ; sa forme dit qui parle. Les mots soulignés deux fois donnent un rôle à quelqu'un.",
            "Each word found bears the colour of its subject; its shape tells who speaks. Words underlined twice give somebody a part.")) }
        (voice::legend(corpus))
        (subjects(corpus)) }
        @match corpus.grouping {
            Grouping::Articles => { @for article in 0..corpus.articles.len() { (whole(corpus, article)) } },
            Grouping::Outlets => { @for (event, members) in by_event(corpus) { (told(corpus, event, &members)) } },
        }
    }
}

/// The subjects met and their colours.
fn subjects(corpus: &Corpus) -> Markup {
    let lang = corpus.lang;
    let met = corpus.comparison.axes.iter().enumerate().filter(|(_, figures)| figures.poles.iter().any(|pole| pole.is_met()));
    html! {
        ul.subjects { @for (number, figures) in met {
            @let axis = &corpus.lexicons[figures.lexicon].axes[figures.axis];
            li { span class={ "swatch " (colour(number)) } {} a href={ "#axe=" (axis.id) } { (axis.title.in_lang(lang)) } }
        } }
    }
}

fn colour(axis: usize) -> String {
    format!("ax{}", axis % COLOURS)
}

/// Articles by event, events in order of their names; those of no known event last.
fn by_event<'c>(corpus: &'c Corpus) -> Vec<(Option<&'c str>, Vec<usize>)> {
    let mut events: BTreeMap<(bool, Option<&'c str>), Vec<usize>> = BTreeMap::new();
    for (at, scored) in corpus.articles.iter().enumerate() {
        let event = scored.record.event.as_deref();
        events.entry((event.is_none(), event)).or_default().push(at);
    }
    events.into_iter().map(|((_, event), members)| (event, members)).collect()
}

fn told(corpus: &Corpus, event: Option<&str>, members: &[usize]) -> Markup {
    let lang = corpus.lang;
    html! {
        section.event {
            h3 {
                (event.unwrap_or(lang.pick("Sans événement connu", "No event known")))
                " " small { (articles(members.len() as u64, lang)) }
            }
            div.beside { @for article in members { (whole(corpus, *article)) } }
        }
    }
}

/// One article, closed in a large corpus.
fn whole(corpus: &Corpus, article: usize) -> Markup {
    let lang = corpus.lang;
    let record = &corpus.articles[article].record;
    let few = corpus.grouping == Grouping::Articles;
    html! {
        details.reading id={ "article-" (article + 1) } open[few] {
            summary {
                @if few { span.big { (article + 1) } " " }
                @if let Some(outlet) = &record.outlet { strong { (outlet) } " · " }
                (corpus.title(article))
                @if let Some(date) = &record.date { " · " span.date { (day(date, lang)) } }
            }
            @match corpus.articles[article].text.as_deref() {
                Some(text) => (body(corpus, article, text)),
                None => p.note { (lang.pick(
                    "Le relevé ne porte pas le texte : refaites-le avec --with-text, ou donnez les articles eux-mêmes.",
                    "The score file does not carry the text: score again with --with-text, or give the articles themselves.")) },
            }
        }
    }
}

/// The content, a paragraph for each line that has any.
fn body(corpus: &Corpus, article: usize, text: &str) -> Markup {
    let record = &corpus.articles[article].record;
    let slicer = Slicer::new(text);
    let mut paragraphs: Vec<(ZoneKind, Vec<usize>)> = Vec::new();
    let mut end_of_last = 0;
    for (at, (start, end)) in record.sentences.iter().enumerate() {
        let goes_on = at > 0 && !slicer.slice(end_of_last, *start).contains('\n');
        match paragraphs.last_mut().filter(|_| goes_on) {
            Some((_, sentences)) => sentences.push(at),
            None => paragraphs.push((zone_at(corpus, article, *start), vec![at])),
        }
        end_of_last = *end;
    }
    html! {
        @for (zone, sentences) in &paragraphs {
            p class=(zone_class(*zone)) { @for at in sentences { (sentence(corpus, article, *at, &slicer)) " " } }
        }
    }
}

fn zone_at(corpus: &Corpus, article: usize, offset: usize) -> ZoneKind {
    let zones = &corpus.articles[article].record.zones;
    zones.iter().find(|zone| zone.start <= offset && offset < zone.end).map_or(ZoneKind::Body, |zone| zone.kind)
}

fn zone_class(zone: ZoneKind) -> &'static str {
    match zone {
        ZoneKind::Title => "title",
        ZoneKind::Lead => "lead",
        ZoneKind::Caption => "caption",
        ZoneKind::Body | ZoneKind::Boilerplate => "body",
    }
}

/// What lies over some words of a sentence.
struct Layer {
    start: usize,
    end: usize,
    /// The hit's index; none for a role.
    hit: Option<usize>,
    class: String,
    title: String,
}

fn sentence(corpus: &Corpus, article: usize, at: usize, slicer: &Slicer) -> Markup {
    let (start, end) = corpus.articles[article].record.sentences[at];
    let layers = layers(corpus, article, at);
    let mut cuts: Vec<usize> = layers.iter().flat_map(|layer| [layer.start, layer.end]).chain([start, end]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    html! {
        span.s id={ "s" (article + 1) "-" (at) } {
            @for pair in cuts.windows(2) {
                @let over: Vec<&Layer> = layers.iter().filter(|layer| layer.start <= pair[0] && pair[1] <= layer.end).collect();
                (covered(&over, pair[0], slicer.slice(pair[0], pair[1])))
            }
        }
    }
}

/// A stretch of text inside everything that lies over it.
fn covered(over: &[&Layer], start: usize, text: &str) -> Markup {
    let Some((layer, inner)) = over.split_first() else { return html! { (text) } };
    let inside = covered(inner, start, text);
    match layer.hit {
        Some(hit) if layer.start == start => html! {
            mark data-h=(hit) class=(layer.class) title=(layer.title) { (inside) }
        },
        Some(hit) => html! { mark data-h=(hit) class=(layer.class) { (inside) } },
        None => html! { u class=(layer.class) title=(layer.title) { (inside) } },
    }
}

fn layers(corpus: &Corpus, article: usize, sentence: usize) -> Vec<Layer> {
    let record = &corpus.articles[article].record;
    let hits = record.hits.iter().enumerate().filter(|(_, hit)| hit.sentence == sentence);
    let mut layers: Vec<Layer> = hits.filter_map(|(at, hit)| of_hit(corpus, at, hit)).collect();
    for role in record.roles.iter().filter(|role| role.sentence == sentence) {
        let target = role.target.as_ref().map(|target| format!(" → {}", roles::actor_name(corpus, target)));
        let title = format!(
            "{}\u{a0}: {}{}",
            roles::actor_name(corpus, &role.actor),
            roles::role_word(corpus, &role.role),
            target.unwrap_or_default()
        );
        match layers.iter_mut().find(|layer| layer.hit.is_none() && (layer.start, layer.end) == (role.start, role.end)) {
            Some(same) => same.title = format!("{} ; {title}", same.title),
            None => layers.push(Layer { start: role.start, end: role.end, hit: None, class: "role".into(), title }),
        }
    }
    layers
}

fn of_hit(corpus: &Corpus, at: usize, hit: &RecordHit) -> Option<Layer> {
    let axes = corpus.comparison.axes.iter().enumerate();
    let mut known = axes.map(|(n, figures)| (n, &corpus.lexicons[figures.lexicon])).zip(corpus.comparison.axes.iter());
    let ((number, _), figures) =
        known.find(|((_, lexicon), figures)| lexicon.identity.id == hit.lexicon && lexicon.axes[figures.axis].id == hit.axis)?;
    let axis = &corpus.lexicons[figures.lexicon].axes[figures.axis];
    let word = axis.poles.iter().find(|pole| pole.id == hit.pole).map(|pole| quoted(pole.word.in_lang(corpus.lang), corpus.lang))?;
    let class = format!("{} {}", colour(number), voice::class(hit.voice));
    let notes = super::evidence::notes(hit, corpus);
    let title = std::iter::once(word).chain(notes).collect::<Vec<_>>().join(" · ");
    Some(Layer { start: hit.start, end: hit.end, hit: Some(at), class, title })
}
