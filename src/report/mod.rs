//! One self-contained HTML page: what was read, figures with their charts, and the sentences behind every number.
//!
//! `Corpus → String`; no clock and no network, the same input gives the same bytes.

mod axes;
mod contrasts;
mod evidence;
mod page;
mod pictures;
mod reading;
mod roles;
mod words;

pub use page::render;
pub use pictures::{Picture, pictures};

use crate::counts::Record;
use crate::counts::choices::choices;
use crate::lang::Lang;
use crate::lexicon::Lexicon;
use crate::stats::{self, Comparison, Grouping, RoleFigures};
use crate::text::offsets::Slicer;

/// An article that was counted, with the text in which its evidence stands.
pub struct Scored<'l> {
    pub record: Record<'l>,
    pub text: String,
}

/// Everything a report is made of.
pub struct Corpus<'l> {
    pub articles: Vec<Scored<'l>>,
    /// One line for each input that could not be used.
    pub refused: Vec<String>,
    /// Those whose words are counted.
    pub lexicons: &'l [Lexicon],
    /// All that were at hand, for the names of actors and roles.
    pub known: &'l [Lexicon],
    pub lang: Lang,
    pub grouping: Grouping,
    pub comparison: Comparison,
    pub roles: Vec<RoleFigures>,
}

impl<'l> Corpus<'l> {
    /// Counts and compares; the articles come in the order in which they are shown.
    pub fn new(articles: Vec<Scored<'l>>, refused: Vec<String>, lexicons: &'l [Lexicon], known: &'l [Lexicon], lang: Lang) -> Self {
        let records: Vec<&Record> = articles.iter().map(|a| &a.record).collect();
        let grouping = Grouping::for_articles(articles.len());
        let groups = stats::group(&records, grouping);
        let roles = stats::roles(&records, &groups);
        let slicers: Vec<Slicer> = articles.iter().map(|a| Slicer::new(&a.text)).collect();
        let comparison = stats::compare(&records, groups, lexicons, |article, lexicon, contrast| {
            choices(records[article], &lexicons[lexicon].contrasts[contrast], &slicers[article])
        });
        Self { articles, refused, lexicons, known, lang, grouping, comparison, roles }
    }

    /// The title that readers see, or the file's name where the page has none.
    fn title(&self, article: usize) -> &str {
        let record = &self.articles[article].record;
        record.title.as_deref().unwrap_or(&record.id)
    }
}
