//! One self-contained HTML page: what was read, figures with their charts, and the sentences behind every number.
//!
//! `Corpus → String`; no clock and no network, the same input gives the same bytes.

mod article;
mod axes;
mod bars;
mod conclusions;
mod contrasts;
pub mod cooccurrence;
mod copies;
mod data;
pub mod dates;
mod disagree;
pub mod distances;
mod essential;
mod evidence;
pub mod exploration;
pub mod findings;
pub mod gallery;
mod keywords;
pub mod map;
mod method;
mod page;
mod pictures;
mod reading;
mod roles;
mod small;
mod speakers;
pub mod summary;
pub mod tables;
pub mod timeline;
pub mod voice;
pub mod words;
pub mod worksheet;

pub use exploration::Exploration;
pub use page::render;
pub use pictures::{Picture, pictures};

use crate::counts::Record;
use crate::counts::choices::choices;
use crate::counts::corrections::Correction;
use crate::lang::Lang;
use crate::lexicon::{Compiled, Lexicon};
use crate::masking::excerpt;
use crate::stats::survey::{Input, Request, Survey, survey};
use crate::stats::{self, By, Comparison, Group, Grouping, RoleFigures};
use crate::text::offsets::Slicer;
use std::sync::OnceLock;

/// An article that was counted, with the text in which its evidence stands.
pub struct Scored<'l> {
    pub record: Record<'l>,
    /// None where a score file does not carry it.
    pub text: Option<String>,
}

/// Everything a report is made of.
pub struct Corpus<'l> {
    pub articles: Vec<Scored<'l>>,
    /// One line for each input that could not be used.
    pub refused: Vec<String>,
    /// The lexicons whose markers are counted.
    pub lexicons: &'l [Lexicon],
    /// Every lexicon that took part, those of voice included.
    pub instrument: &'l Compiled,
    pub lang: Lang,
    pub grouping: Grouping,
    pub comparison: Comparison,
    pub roles: Vec<RoleFigures>,
    /// What can be said of it.
    pub survey: Survey,
    /// Maps, trees and timelines take long and few outputs show them: made when first asked for.
    exploration: OnceLock<Exploration<'l>>,
    /// What readers put right before counting.
    pub corrections: Vec<Correction>,
    /// The texts have been cut down to what stands beside passages.
    excerpted: bool,
}

impl<'l> Corpus<'l> {
    /// Counts and compares what is asked for; the articles come in the order in which they are shown.
    pub fn new(mut articles: Vec<Scored<'l>>, refused: Vec<String>, instrument: &'l Compiled, asked: &Request, lang: Lang) -> Self {
        let lexicons = instrument.measured();
        for scored in &mut articles {
            // Words of saying are shown with who speaks, not among the wordings.
            scored.record.hits.retain(|hit| lexicons.iter().any(|l| l.identity.id == hit.lexicon));
        }
        let records: Vec<&Record> = articles.iter().map(|a| &a.record).collect();
        let input: Vec<Input> = articles.iter().map(|a| Input { record: &a.record, text: a.text.as_deref() }).collect();
        let survey = survey(&input, lexicons, asked);
        let grouping = if survey.by == By::Article { Grouping::Articles } else { Grouping::Outlets };
        // What the survey leaves out, opinion above all, is nowhere compared.
        let groups: Vec<Group> = survey
            .groups
            .iter()
            .map(|group| Group { name: group.name.clone(), articles: group.articles.iter().map(|at| survey.taken[*at]).collect() })
            .collect();
        let roles = stats::roles(&records, &groups);
        let slicers: Vec<Option<Slicer>> = articles.iter().map(|a| a.text.as_deref().map(Slicer::new)).collect();
        let comparison = stats::compare(&records, groups, lexicons, survey.view.filter.voices, |article, lexicon, contrast| {
            choices(records[article], &lexicons[lexicon].contrasts[contrast], slicers[article].as_ref())
        });
        Self {
            exploration: OnceLock::new(),
            articles,
            refused,
            lexicons,
            instrument,
            lang,
            grouping,
            comparison,
            roles,
            survey,
            corrections: Vec::new(),
            excerpted: false,
        }
    }

    /// Maps, distances, timelines and co-occurrences; empty for a handful of articles side by side.
    pub fn exploration(&self) -> &Exploration<'l> {
        self.exploration.get_or_init(|| match self.grouping {
            Grouping::Articles => Exploration::default(),
            Grouping::Outlets => Exploration::new(&self.articles, &self.survey, self.instrument, self.lang),
        })
    }

    /// True where somebody means the contrast with this number by this name.
    pub fn is_contrast(&self, number: usize, name: &str) -> bool {
        let figures = &self.comparison.contrasts[number];
        let lexicon = &self.lexicons[figures.lexicon];
        lexicon.contrasts[figures.contrast].is_called(name, &lexicon.identity.id)
    }

    /// Cuts all texts down to so many words around what was found, once everything is counted.
    pub fn excerpt(&mut self, around: usize) {
        // What is counted later would miss the words that are cut.
        self.exploration();
        self.excerpted = true;
        for Scored { record, text } in &mut self.articles {
            text.iter_mut().for_each(|text| excerpt(record, text, around));
        }
    }

    /// True where voice was measured in every article.
    fn has_voice(&self) -> bool {
        self.articles.iter().all(|scored| scored.record.tokens_by_voice.is_some())
    }

    /// True where there is nothing to set an article beside.
    fn is_alone(&self) -> bool {
        self.articles.len() == 1
    }

    /// True where no word of the lexicons was found anywhere.
    fn is_silent(&self) -> bool {
        self.articles.iter().all(|scored| scored.record.hits.is_empty())
    }

    /// How tables and bars name a group: the outlet, or the article's number and outlet.
    fn short_name(&self, group: usize) -> String {
        let found = &self.comparison.groups[group];
        match self.grouping {
            Grouping::Outlets => found.name.clone(),
            Grouping::Articles => {
                let article = found.articles[0];
                let outlet = self.articles[article].record.outlet.as_deref();
                format!("{} · {}", article + 1, outlet.unwrap_or(self.lang.pick("média inconnu", "unknown outlet")))
            }
        }
    }

    /// The title that readers see, or the file's name where the page has none.
    fn title(&self, article: usize) -> &str {
        let record = &self.articles[article].record;
        record.title.as_deref().unwrap_or(&record.id)
    }
}
