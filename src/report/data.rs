//! What the page's script knows: articles, their hits and the page's wordings, as one block of JSON.

use super::{Corpus, voice};
use crate::stats::{Grouping, Voices};
use crate::zones::ZoneKind;
use serde::Serialize;
use std::collections::BTreeMap;

/// The zones that a reader can choose.
const ZONES: [ZoneKind; 4] = [ZoneKind::Title, ZoneKind::Lead, ZoneKind::Caption, ZoneKind::Body];

#[derive(Serialize)]
struct Data<'c> {
    lang: &'static str,
    /// Voices that the main numbers count, by number.
    main: Vec<usize>,
    /// Groups of several articles.
    outlets: bool,
    groups: Vec<String>,
    /// The key of each pole (`a0-3`: axis and pole by number) and what readers call it.
    poles: Vec<(String, String)>,
    /// By contrast: what readers call its sides.
    sides: Vec<Vec<&'c str>>,
    /// Lexicon and marker.
    markers: Vec<(&'c str, &'c str)>,
    articles: Vec<Article<'c>>,
    words: Words,
}

/// One article; short names keep the page small.
#[derive(Serialize)]
struct Article<'c> {
    /// Its group; opinion has none.
    g: Option<usize>,
    /// Title.
    t: &'c str,
    /// Outlet, date, event, genre.
    o: Option<&'c str>,
    d: Option<&'c str>,
    e: Option<&'c str>,
    k: Option<&'static str>,
    id: &'c str,
    digest: &'c str,
    /// Words by voice.
    w: [usize; 4],
    h: Vec<Hit<'c>>,
}

/// Pole, marker, start, end, sentence, zone, voice (-1 where it was not measured), (contrast, side) of its choices, who speaks.
#[derive(Serialize)]
struct Hit<'c>(usize, usize, usize, usize, usize, usize, i8, Vec<(usize, usize)>, Option<&'c str>);

/// What the script says.
#[derive(Serialize)]
struct Words {
    voices: [&'static str; 4],
    /// Whose words are counted: as in the report, everybody's, one voice alone.
    bases: [&'static str; 6],
    all_voices: &'static str,
    usual_voices: &'static str,
    zones: [&'static str; 4],
    any: &'static str,
    outlet: &'static str,
    voice: &'static str,
    zone: &'static str,
    genre: &'static str,
    event: &'static str,
    from: &'static str,
    to: &'static str,
    filter: &'static str,
    reset: &'static str,
    outside: &'static str,
    shown: &'static str,
    close: &'static str,
    strike: &'static str,
    restore: &'static str,
    who: &'static str,
    passages: [&'static str; 2],
    articles: &'static str,
    choices: [&'static str; 2],
    within: &'static str,
    of: &'static str,
    all: &'static str,
    corrections: [&'static str; 2],
    none: &'static str,
    export: &'static str,
    undo: &'static str,
    see: &'static str,
    struck: &'static str,
    read: &'static str,
}

/// The block's content; `<` is escaped, so that no text can close it.
pub fn json(corpus: &Corpus) -> String {
    let poles = poles(corpus);
    let places: BTreeMap<(&str, &str, &str), usize> = poles.iter().enumerate().map(|(at, pole)| (pole.path, at)).collect();
    let mut sides: BTreeMap<(usize, usize), Vec<(usize, usize)>> = BTreeMap::new();
    for (number, figures) in corpus.comparison.contrasts.iter().enumerate() {
        figures.choices.iter().flatten().for_each(|c| sides.entry((c.article, c.hit)).or_default().push((number, c.side)));
    }
    let mut group_of = vec![None; corpus.articles.len()];
    for (at, group) in corpus.comparison.groups.iter().enumerate() {
        group.articles.iter().for_each(|article| group_of[*article] = Some(at));
    }
    let mut markers: Vec<(&str, &str)> = Vec::new();
    let mut numbers: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for scored in &corpus.articles {
        for hit in &scored.record.hits {
            numbers.entry((&hit.lexicon, &hit.marker)).or_insert_with(|| {
                markers.push((&hit.lexicon, &hit.marker));
                markers.len() - 1
            });
        }
    }
    let articles = corpus.articles.iter().enumerate().map(|(at, scored)| {
        let record = &scored.record;
        let hits = record.hits.iter().enumerate().map(|(number, hit)| {
            Hit(
                places.get(&(&*hit.lexicon, &*hit.axis, &*hit.pole)).copied().unwrap_or_default(),
                numbers[&(&*hit.lexicon, &*hit.marker)],
                hit.start,
                hit.end,
                hit.sentence,
                ZONES.iter().position(|zone| *zone == hit.zone).unwrap_or(ZONES.len() - 1),
                hit.voice.map_or(-1, |voice| voice as i8),
                sides.get(&(at, number)).cloned().unwrap_or_default(),
                hit.source.as_ref().map(|source| &*source.text),
            )
        });
        let by = record.tokens_by_voice.map_or([record.tokens, 0, 0, 0], |by| [by.outlet, by.direct, by.indirect, by.scare]);
        Article {
            g: group_of[at],
            t: corpus.title(at),
            o: record.outlet.as_deref(),
            d: record.date.as_deref(),
            e: record.event.as_deref(),
            k: record.genre.map(|genre| super::reading::genre(Some(genre), corpus.lang)),
            id: &record.id,
            digest: &record.digest,
            w: by,
            h: hits.collect(),
        }
    });
    let articles = articles.collect();
    let main = voice::ALL.into_iter().filter(|v| corpus.comparison.voices.takes(Some(*v))).map(|v| v as usize).collect();
    let data = Data {
        lang: corpus.lang.pick("fr", "en"),
        main,
        outlets: corpus.grouping == Grouping::Outlets,
        groups: (0..corpus.comparison.groups.len()).map(|at| corpus.short_name(at)).collect(),
        poles: poles.iter().map(|pole| (pole.key.clone(), pole.word.to_owned())).collect(),
        sides: corpus
            .comparison
            .contrasts
            .iter()
            .map(|f| corpus.lexicons[f.lexicon].contrasts[f.contrast].members.iter().map(|m| m.label.in_lang(corpus.lang)).collect())
            .collect(),
        markers,
        articles,
        words: words(corpus),
    };
    serde_json::to_string(&data).unwrap_or_default().replace('<', "\\u003c")
}

/// A pole with its key in the page.
struct Known<'c> {
    key: String,
    path: (&'c str, &'c str, &'c str),
    word: &'c str,
}

fn poles<'c>(corpus: &'c Corpus) -> Vec<Known<'c>> {
    let mut known = Vec::new();
    for (number, figures) in corpus.comparison.axes.iter().enumerate() {
        let lexicon = &corpus.lexicons[figures.lexicon];
        let axis = &lexicon.axes[figures.axis];
        known.extend(axis.poles.iter().enumerate().map(|(at, pole)| Known {
            key: format!("a{number}-{at}"),
            path: (&*lexicon.identity.id, &*axis.id, &*pole.id),
            word: pole.word.in_lang(corpus.lang),
        }));
    }
    known
}

fn words(corpus: &Corpus) -> Words {
    let lang = corpus.lang;
    let one = |voice| voice::words_of(Voices::Only(voice), lang);
    let [outlet, direct, indirect, scare] = voice::ALL.map(one);
    let p = |fr, en| lang.pick(fr, en);
    Words {
        voices: voice::ALL.map(|v| voice::name(v, lang)),
        bases: [voice::basis(corpus), voice::words_of(Voices::All, lang), outlet, direct, indirect, scare],
        all_voices: p("tout le monde", "everybody"),
        usual_voices: p("comme dans le rapport", "as in the report"),
        zones: [p("titre", "title"), p("chapeau", "standfirst"), p("légende", "caption"), p("corps", "body")],
        any: p("tous", "all"),
        outlet: p("Média", "Outlet"),
        voice: p("Qui parle", "Who speaks"),
        zone: p("Endroit", "Place"),
        genre: "Genre",
        event: p("Événement", "Event"),
        from: p("Du", "From"),
        to: p("au", "to"),
        filter: p("Ne compter que…", "Count only…"),
        reset: p("Tout remettre", "Reset"),
        outside: p("hors filtre", "filtered out"),
        shown: p("articles comptés", "articles counted"),
        close: p("Fermer", "Close"),
        strike: p("Barrer", "Strike out"),
        restore: p("Rétablir", "Restore"),
        who: p("Qui parle ?", "Who speaks?"),
        passages: [p("passage", "passage"), p("passages", "passages")],
        articles: "articles",
        choices: [p("choix", "choice"), p("choix", "choices")],
        within: p("dans", "in"),
        of: p("sur", "of"),
        all: p("en tout", "in all"),
        corrections: [p("correction", "correction"), p("corrections", "corrections")],
        none: p("Aucune correction pour l'instant.", "No correction so far."),
        export: p("Enregistrer la liste", "Save the list"),
        undo: p("Tout annuler", "Undo all"),
        see: p("Voir la liste", "See the list"),
        struck: p("barré", "struck out"),
        read: p("lire dans l'article", "read in the article"),
    }
}
