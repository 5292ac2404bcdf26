//! Where a text may hold what pages add to it, found in a few passes over the whole: most lines need not be asked.

use super::{inline, prompts};
use crate::span::Span;
use aho_corasick::packed::Searcher;
use memchr::{memchr_iter, memchr3_iter, memmem};
use std::sync::LazyLock;

/// What a line may hold.
#[derive(Debug, Clone, Copy, Default)]
pub struct Found {
    /// A word of the notices that make a line one whatever its length.
    pub notice: bool,
    /// A word or sign of those who speak of pictures.
    pub picture: bool,
    /// A prompt between sentences.
    pub prompt: bool,
    /// Soft hyphens, which may part any word.
    pub hyphen: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Sign {
    Notice,
    Picture,
    Prompt,
    Hyphen,
}

/// The signs of a text.
pub struct Signs {
    /// In order.
    places: Vec<(usize, Sign)>,
    /// Fragments may stand anywhere.
    unsure: bool,
}

/// Fragments of small letters, and what each is a sign of; none may hide another by overlapping it.
struct Fragments {
    /// None where the processor has no quick way to look for them.
    searcher: Option<Searcher>,
    signs: Vec<Sign>,
}

static FRAGMENTS: LazyLock<Fragments> = LazyLock::new(|| {
    let notices = prompts::long_notices().iter().map(|notice| (notice.to_ascii_lowercase(), Sign::Notice));
    let pictures = ["photo", "crédit", "crÉdit", "capture"].map(|said| (said.to_owned(), Sign::Picture));
    let prompts = ["aussi", "galement"].map(|said| (said.to_owned(), Sign::Prompt));
    let (fragments, signs): (Vec<String>, Vec<Sign>) = notices.chain(pictures).chain(prompts).unzip();
    Fragments { searcher: Searcher::new(fragments), signs }
});

static COPYRIGHT: LazyLock<memmem::Finder> = LazyLock::new(|| memmem::Finder::new("©"));

impl Signs {
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut places: Vec<(usize, Sign)> = Vec::new();
        if let Some(searcher) = &FRAGMENTS.searcher {
            for hit in searcher.find_iter(&text.to_ascii_lowercase()) {
                let sign = FRAGMENTS.signs[hit.pattern().as_usize()];
                if sign != Sign::Prompt || inline::may_prompt(text, hit.start()) {
                    places.push((hit.start(), sign));
                }
            }
        }
        let marks = memchr3_iter(b':', b'(', b'[', bytes).filter(|at| inline::may_prompt(text, *at));
        places.extend(marks.map(|at| (at, Sign::Prompt)));
        places.extend(COPYRIGHT.find_iter(bytes).map(|at| (at, Sign::Picture)));
        let hyphens = memchr_iter(0xad, bytes).filter(|at| bytes[..=*at].ends_with("\u{ad}".as_bytes()));
        places.extend(hyphens.flat_map(|at| [(at, Sign::Hyphen), (at, Sign::Picture)]));
        places.sort_unstable();
        Self { places, unsure: FRAGMENTS.searcher.is_none() }
    }

    /// Those of a stretch of the text.
    pub fn within(&self, span: Span) -> Found {
        let mut all = Found { notice: self.unsure, picture: self.unsure, prompt: self.unsure, hyphen: false };
        let first = self.places.partition_point(|(at, _)| *at < span.start);
        for (_, sign) in self.places[first..].iter().take_while(|(at, _)| *at < span.end) {
            match sign {
                Sign::Notice => all.notice = true,
                Sign::Picture => all.picture = true,
                Sign::Prompt => all.prompt = true,
                Sign::Hyphen => all.hyphen = true,
            }
        }
        all
    }
}
