//! What a measure depends on, as a digest: where it is the same, so is the measure.

use super::record::{LexiconVersion, SCHEMA};
use crate::corpus::Article;
use crate::digest::hex;
use crate::lang::Lang;
use crate::zones::Cleaner;
use sha2::{Digest, Sha256};

/// Bytes of a digest that records keep.
const KEPT: usize = 16;

/// What all articles of a run share.
#[derive(Clone)]
pub(super) struct Basis(Fields);

impl Basis {
    pub(super) fn new(lexicons: &[LexiconVersion], lang: Lang) -> Self {
        let mut fields = Fields::default();
        fields.add(SCHEMA).add(env!("CARGO_PKG_VERSION")).add(lang.pick("fr", "en"));
        for lexicon in lexicons {
            fields.add(&lexicon.id).add(&lexicon.version).add(&lexicon.sha256);
        }
        Self(fields)
    }

    /// In hexadecimal; `text` is the digest of the text.
    pub(super) fn of(&self, article: &Article, text: &[u8], cleaner: &Cleaner, hits: bool, lang: Lang) -> String {
        let mut fields = self.0.clone();
        fields.add(text).add([u8::from(cleaner.keep_all)]).add(cleaner.profile.as_ref().map_or("", |profile| &profile.sha256));
        // Zones know a title by the title, and what an outlet repeats by the outlet.
        fields.option(article.meta.title.as_deref()).option(article.meta.outlet.as_deref());
        for (mark, span) in &article.marked {
            fields.add([*mark as u8]).add(span.start.to_le_bytes()).add(span.end.to_le_bytes());
        }
        fields.add(article.keep.to_string());
        for part in &article.left_out {
            fields.add(part);
        }
        for warning in &article.warnings {
            fields.add(warning.message(lang));
        }
        if !hits {
            fields.add("without hits");
        }
        hex(&fields.finish()[..KEPT])
    }
}

/// Fields of any length, none of which can pass for a part of its neighbour.
#[derive(Clone, Default)]
pub struct Fields(Sha256);

impl Fields {
    pub fn add(&mut self, field: impl AsRef<[u8]>) -> &mut Self {
        let field = field.as_ref();
        self.0.update((field.len() as u64).to_le_bytes());
        self.0.update(field);
        self
    }

    /// A field that may be missing.
    pub fn option(&mut self, field: Option<&str>) -> &mut Self {
        self.add([u8::from(field.is_some())]).add(field.unwrap_or_default())
    }

    pub fn finish(self) -> [u8; 32] {
        self.0.finalize().into()
    }
}
