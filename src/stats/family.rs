//! Words that are set side by side: the poles of an axis, or the members of a contrast.

use crate::counts::Record;
use crate::counts::choices::choices;
use crate::lang::Lang;
use crate::lexicon::Lexicon;
use crate::text::offsets::Slicer;

/// An axis or a contrast, by the index of its lexicon and its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Family {
    Axis(usize, usize),
    Contrast(usize, usize),
}

impl Family {
    /// Every axis.
    pub fn axes(lexicons: &[Lexicon]) -> Vec<Family> {
        lexicons.iter().enumerate().flat_map(|(l, lexicon)| (0..lexicon.axes.len()).map(move |a| Family::Axis(l, a))).collect()
    }

    /// Every contrast.
    pub fn contrasts(lexicons: &[Lexicon]) -> Vec<Family> {
        super::material::contrasts(lexicons).into_iter().map(|(l, c)| Family::Contrast(l, c)).collect()
    }

    /// Its name for the command line: `lexicon/axis`.
    pub fn path(self, lexicons: &[Lexicon]) -> String {
        let (Family::Axis(l, _) | Family::Contrast(l, _)) = self;
        format!("{}/{}", lexicons[l].identity.id, self.id(lexicons))
    }

    pub fn id(self, lexicons: &[Lexicon]) -> &str {
        match self {
            Family::Axis(l, a) => &lexicons[l].axes[a].id,
            Family::Contrast(l, c) => &lexicons[l].contrasts[c].id,
        }
    }

    pub fn title(self, lexicons: &[Lexicon], lang: Lang) -> &str {
        match self {
            Family::Axis(l, a) => lexicons[l].axes[a].title.in_lang(lang),
            Family::Contrast(l, c) => lexicons[l].contrasts[c].title.in_lang(lang),
        }
    }

    pub fn question(self, lexicons: &[Lexicon], lang: Lang) -> &str {
        match self {
            Family::Axis(l, a) => lexicons[l].axes[a].question.in_lang(lang),
            Family::Contrast(l, c) => lexicons[l].contrasts[c].question.in_lang(lang),
        }
    }

    /// The word of each column, as readers see it, without quotation marks.
    pub fn words(self, lexicons: &[Lexicon], lang: Lang) -> Vec<&str> {
        match self {
            Family::Axis(l, a) => lexicons[l].axes[a].poles.iter().map(|pole| pole.word.in_lang(lang)).collect(),
            Family::Contrast(l, c) => lexicons[l].contrasts[c].members.iter().map(|member| member.label.in_lang(lang)).collect(),
        }
    }

    /// What one article says, as (column, index of the hit): of an axis each hit, of a contrast what its noun phrases choose.
    pub fn choices(self, record: &Record, lexicons: &[Lexicon], text: Option<&Slicer>) -> Vec<(usize, usize)> {
        match self {
            Family::Contrast(l, c) => choices(record, &lexicons[l].contrasts[c], text),
            Family::Axis(l, a) => {
                let (lexicon, axis) = (&lexicons[l].identity.id, &lexicons[l].axes[a]);
                let column = |pole: &str| axis.poles.iter().position(|known| known.id == pole);
                let of_axis = |(at, hit): (usize, &crate::counts::RecordHit)| {
                    let own = hit.lexicon == *lexicon && hit.axis == axis.id;
                    own.then(|| column(&hit.pole)).flatten().map(|column| (column, at))
                };
                record.hits.iter().enumerate().filter_map(of_axis).collect()
            }
        }
    }
}
