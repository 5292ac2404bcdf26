//! The charts that `cadrage chart` draws, by name.

use super::Corpus;
use super::exploration;
use super::pictures::{self, Picture};
use crate::lang::Lang;
use crate::stats::Grouping;

/// What a chart is about, and how it is drawn; None where nothing was found.
#[derive(Clone, Copy)]
pub enum Source {
    /// A contrast, by its number.
    Contrast(fn(&Corpus, usize) -> Option<Picture>),
    /// An axis, by its number.
    Axis(fn(&Corpus, usize) -> Option<Picture>),
    /// A contrast or an axis: the pictures of the exploration whose name begins with `kind`; `command` says why there may be none.
    Family {
        kind: &'static str,
        command: &'static str,
    },
    Corpus(fn(&Corpus) -> Option<Picture>),
}

/// A chart that can be asked for.
pub struct Kind {
    pub name: &'static str,
    /// In French, where it differs.
    pub alias: &'static str,
    /// What it shows, in French and in English.
    about: (&'static str, &'static str),
    pub source: Source,
}

/// Every chart, in the order in which they are listed.
pub static KINDS: [Kind; 11] = [
    Kind {
        name: "shares",
        alias: "parts",
        about: ("Part de chaque mot d'un contraste, média par média", "Share of each word of a contrast, outlet by outlet"),
        source: Source::Contrast(pictures::shares_picture),
    },
    Kind {
        name: "intervals",
        alias: "intervalles",
        about: ("Les mêmes parts, avec leur intervalle à 95 %", "The same shares, with their 95% interval"),
        source: Source::Contrast(pictures::intervals_picture),
    },
    Kind {
        name: "voices",
        alias: "voix",
        about: (
            "Qui dit chaque mot d'un contraste : l'article lui-même, ou d'autres",
            "Who says each word of a contrast: the article itself, or others",
        ),
        source: Source::Contrast(pictures::voices_picture),
    },
    Kind {
        name: "rates",
        alias: "frequences",
        about: ("Fréquence des mots d'un sujet, pour 1 000 mots", "Frequency of the words of a subject, per 1,000 words"),
        source: Source::Axis(pictures::rates_picture),
    },
    Kind {
        name: "heatmap",
        alias: "ensemble",
        about: ("Tous les mots, tous les médias", "All words, all outlets"),
        source: Source::Corpus(pictures::overview_picture),
    },
    Kind {
        name: "roles",
        alias: "roles",
        about: ("Quel rôle est donné à quel acteur", "Which part is given to which actor"),
        source: Source::Corpus(pictures::roles_picture),
    },
    Kind {
        name: "map",
        alias: "carte",
        about: ("Carte des médias et des mots", "Map of outlets and words"),
        source: Source::Family { kind: "carte-", command: "map" },
    },
    Kind {
        name: "tree",
        alias: "arbre",
        about: ("Arbre des médias, selon leurs mots", "Tree of outlets, by their words"),
        source: Source::Family { kind: "arbre-", command: "distances" },
    },
    Kind {
        name: "timeline",
        alias: "frise",
        about: ("Les mots au fil du temps", "Words over time"),
        source: Source::Family { kind: "frise-", command: "timeline" },
    },
    Kind {
        name: "network",
        alias: "graphe",
        about: ("Qui est nommé avec quel mot, en graphe", "Who is named with which word, as a graph"),
        source: Source::Family { kind: "graphe-", command: "cooccurrence" },
    },
    Kind {
        name: "cooccurrence",
        alias: "voisinages",
        about: ("Qui est nommé avec quel mot, en tableau", "Who is named with which word, as a table"),
        source: Source::Family { kind: "ensemble-acteurs-", command: "cooccurrence" },
    },
];

impl Kind {
    /// By its name or alias.
    pub fn of(name: &str) -> Option<&'static Kind> {
        KINDS.iter().find(|kind| kind.name == name || kind.alias == name)
    }

    pub fn about(&self, lang: Lang) -> &'static str {
        lang.pick(self.about.0, self.about.1)
    }

    /// Why there is no picture of an exploration: what this subject lacks, or the first of all.
    pub fn refusal(&self, corpus: &Corpus, subject: Option<&str>) -> Option<String> {
        let Source::Family { kind, .. } = self.source else { return None };
        let mut refusals = exploration::refusals(corpus, kind).into_iter();
        let (family, reason) = refusals.find(|(family, _)| subject.is_none_or(|name| family.id(corpus.lexicons) == name))?;
        let title = family.title(corpus.lexicons, corpus.lang);
        Some(corpus.lang.pick(format!("{title} : {reason}"), format!("{title}: {reason}")))
    }

    /// The chart of the contrast or axis with this name, or of the one with most hits that can be drawn; an error names those that are known.
    pub fn draw(&self, corpus: &Corpus, subject: Option<&str>) -> Result<Option<Picture>, Vec<String>> {
        let comparison = &corpus.comparison;
        let axis = |at: usize| &corpus.lexicons[comparison.axes[at].lexicon].axes[comparison.axes[at].axis].id;
        let contrast = |at: usize| &corpus.lexicons[comparison.contrasts[at].lexicon].contrasts[comparison.contrasts[at].contrast].id;
        match self.source {
            Source::Corpus(draw) => Ok(draw(corpus)),
            Source::Family { kind, .. } => family(corpus, kind, subject),
            Source::Contrast(draw) => {
                let totals: Vec<u64> = comparison.contrasts.iter().map(|figures| figures.total()).collect();
                let asked = |name: &str| (0..totals.len()).find(|at| corpus.is_contrast(*at, name));
                one_of(&totals, subject.map(asked), |at| draw(corpus, at))
                    .ok_or_else(|| (0..totals.len()).map(|at| contrast(at).clone()).collect())
            }
            Source::Axis(draw) => {
                let totals: Vec<u64> = comparison.axes.iter().map(|figures| figures.poles.iter().map(|pole| pole.total()).sum()).collect();
                let asked = |name: &str| (0..totals.len()).find(|at| axis(*at) == name);
                one_of(&totals, subject.map(asked), |at| draw(corpus, at))
                    .ok_or_else(|| (0..totals.len()).map(|at| axis(at).clone()).collect())
            }
        }
    }
}

/// The one asked for, else the first that can be drawn, by totals; None where nobody knows what was asked for.
fn one_of(totals: &[u64], asked: Option<Option<usize>>, draw: impl Fn(usize) -> Option<Picture>) -> Option<Option<Picture>> {
    match asked {
        Some(number) => number.map(draw),
        None => {
            let mut order: Vec<usize> = (0..totals.len()).collect();
            order.sort_by_key(|at| std::cmp::Reverse(totals[*at]));
            Some(order.into_iter().find_map(draw))
        }
    }
}

/// A picture of the exploration, which names its contrast or axis.
fn family(corpus: &Corpus, kind: &str, subject: Option<&str>) -> Result<Option<Picture>, Vec<String>> {
    let about = |picture: &Picture| picture.name.strip_prefix(kind).map(|rest| rest.trim_start_matches("contraste-").to_owned());
    // A subject that is known and has no picture is not an unknown one.
    let known: Vec<String> =
        exploration::refusals(corpus, kind).into_iter().map(|(family, _)| family.id(corpus.lexicons).to_owned()).collect();
    let mut pictures: Vec<Picture> = exploration::pictures(corpus);
    pictures.retain(|picture| about(picture).is_some());
    let Some(name) = subject else { return Ok(pictures.into_iter().next()) };
    match pictures.iter().position(|picture| about(picture).as_deref() == Some(name)) {
        Some(at) => Ok(Some(pictures.swap_remove(at))),
        None if known.iter().any(|id| id == name) || corpus.grouping == Grouping::Articles => Ok(None),
        None => Err(pictures.iter().filter_map(about).chain(known).collect()),
    }
}
