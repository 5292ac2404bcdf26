//! The charts that `cadrage chart` draws, by name.

use super::Corpus;
use super::pictures::{self, Picture};
use super::worksheet::is_named;
use crate::lang::Lang;

/// What a chart is about, besides the corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    Contrast,
    Axis,
    Corpus,
}

/// A chart that can be asked for.
pub struct Kind {
    pub name: &'static str,
    /// In French, where it differs.
    pub alias: &'static str,
    /// What it shows, in French and in English.
    about: (&'static str, &'static str),
    pub subject: Subject,
    /// By the number of its contrast or axis; None where nothing was found.
    draw: fn(&Corpus, usize) -> Option<Picture>,
}

/// Every chart, in the order in which they are listed.
pub static KINDS: [Kind; 5] = [
    Kind {
        name: "shares",
        alias: "parts",
        about: ("Part de chaque mot d'un contraste, média par média", "Share of each word of a contrast, outlet by outlet"),
        subject: Subject::Contrast,
        draw: pictures::shares_picture,
    },
    Kind {
        name: "intervals",
        alias: "intervalles",
        about: ("Les mêmes parts, avec leur intervalle à 95 %", "The same shares, with their 95% interval"),
        subject: Subject::Contrast,
        draw: pictures::intervals_picture,
    },
    Kind {
        name: "rates",
        alias: "frequences",
        about: ("Fréquence des mots d'un sujet, pour 1 000 mots", "Frequency of the words of a subject, per 1,000 words"),
        subject: Subject::Axis,
        draw: pictures::rates_picture,
    },
    Kind {
        name: "heatmap",
        alias: "ensemble",
        about: ("Tous les mots, tous les médias", "All words, all outlets"),
        subject: Subject::Corpus,
        draw: |corpus, _| pictures::overview_picture(corpus),
    },
    Kind {
        name: "roles",
        alias: "roles",
        about: ("Quel rôle est donné à quel acteur", "Which part is given to which actor"),
        subject: Subject::Corpus,
        draw: |corpus, _| pictures::roles_picture(corpus),
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

    /// The chart of the contrast or axis with this name, or of the one with most hits; an error names those that are known.
    pub fn draw(&self, corpus: &Corpus, subject: Option<&str>) -> Result<Option<Picture>, Vec<String>> {
        let comparison = &corpus.comparison;
        let (known, totals): (Vec<String>, Vec<u64>) = match self.subject {
            Subject::Contrast => {
                comparison.contrasts.iter().map(|f| (corpus.lexicons[f.lexicon].contrasts[f.contrast].id.clone(), f.total())).unzip()
            }
            Subject::Axis => comparison
                .axes
                .iter()
                .map(|f| (corpus.lexicons[f.lexicon].axes[f.axis].id.clone(), f.poles.iter().map(|p| p.total()).sum::<u64>()))
                .unzip(),
            Subject::Corpus => return Ok((self.draw)(corpus, 0)),
        };
        let number = match subject {
            None => (0..totals.len()).max_by_key(|at| (totals[*at], std::cmp::Reverse(*at))),
            Some(name) if self.subject == Subject::Contrast => (0..known.len()).find(|at| is_named(corpus, *at, name)),
            Some(name) => known.iter().position(|id| id == name),
        };
        number.map(|at| (self.draw)(corpus, at)).ok_or(known)
    }
}
