//! What a reader found of one article, put together as an [`Article`].

use super::columns::{Field, Names};
use super::{Article, Genre, Keep, Mark, Meta, Reason, Warning, date, doubts};
use crate::span::Span;

/// More than any article: two million words.
const MAX_TEXT: usize = 16 << 20;

/// Where an article comes from, and what is known of it from outside.
#[derive(Debug, Clone)]
pub(super) struct Place {
    pub path: String,
    /// The id of an article that has none of its own.
    pub id: String,
    /// From manifests and the folder's name.
    pub outside: Fields,
    /// Names of fields that the user gave.
    pub names: Names,
}

/// The metadata of an article as found, before dates and genres are understood.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Fields {
    pub outlet: Option<String>,
    pub date: Option<String>,
    pub title: Option<String>,
    pub author: Option<String>,
    pub url: Option<String>,
    pub event: Option<String>,
    pub genre: Option<String>,
    pub section: Option<String>,
    pub keep: Option<String>,
}

impl Fields {
    /// Sets a field; white space alone leaves it unset. Fields that are no metadata are passed over.
    pub(super) fn set(&mut self, field: Field, value: &str) {
        let value = value.trim();
        let slot = match field {
            Field::Outlet => &mut self.outlet,
            Field::Date => &mut self.date,
            Field::Title => &mut self.title,
            Field::Author => &mut self.author,
            Field::Url => &mut self.url,
            Field::Event => &mut self.event,
            Field::Genre => &mut self.genre,
            Field::Keep => &mut self.keep,
            Field::Id | Field::Text | Field::File => return,
        };
        *slot = (!value.is_empty()).then(|| value.to_owned());
    }

    /// These fields, the others where these are unset.
    pub(super) fn or(self, others: &Fields) -> Fields {
        let either = |mine: Option<String>, other: &Option<String>| mine.or_else(|| other.clone());
        Fields {
            outlet: either(self.outlet, &others.outlet),
            date: either(self.date, &others.date),
            title: either(self.title, &others.title),
            author: either(self.author, &others.author),
            url: either(self.url, &others.url),
            event: either(self.event, &others.event),
            genre: either(self.genre, &others.genre),
            section: either(self.section, &others.section),
            keep: either(self.keep, &others.keep),
        }
    }

    fn into_meta(self, warnings: &mut Vec<Warning>) -> Meta {
        let date = self.date.map(|found| {
            date::iso(&found).unwrap_or_else(|| {
                warnings.push(Warning::UnreadDate { found: found.clone() });
                found
            })
        });
        let genre = self.genre.and_then(|found| {
            let genre = genre(&found);
            if genre.is_none() {
                warnings.push(Warning::UnknownGenre { found });
            }
            genre
        });
        Meta {
            outlet: self.outlet,
            date,
            title: self.title,
            author: self.author,
            url: self.url,
            event: self.event,
            genre,
            section: self.section,
        }
    }
}

/// One article as a reader found it.
#[derive(Debug, Default)]
pub(super) struct Record {
    pub id: Option<String>,
    pub text: String,
    /// Spans of `text` that the source itself marks.
    pub marked: Vec<(Mark, Span)>,
    pub fields: Fields,
    /// Text of the source that is not in `text`.
    pub left_out: Vec<String>,
    /// The outlet where nothing else names one.
    pub last_outlet: Option<String>,
    pub warnings: Vec<Warning>,
}

impl Record {
    /// Joins title and body and adds what is known from outside; `number` is that of the record where the file holds several.
    pub(super) fn into_article(self, place: &Place, number: Option<u64>) -> Result<Article, Reason> {
        if self.text.trim().is_empty() {
            return Err(Reason::EmptyText);
        }
        if self.text.len() > MAX_TEXT {
            return Err(Reason::TooLong { megabytes: MAX_TEXT >> 20 });
        }
        let mut warnings = self.warnings;
        warnings.extend(doubts::of(&self.text));
        let (text, marked) = match self.fields.title.as_deref() {
            Some(title) => with_title(title, self.text, self.marked),
            None => (self.text, self.marked),
        };
        let mut fields = self.fields.or(&place.outside);
        fields.outlet = fields.outlet.or(self.last_outlet);
        let keep = fields.keep.take().map_or(Keep::Found, |found| {
            Keep::parse(&found).unwrap_or_else(|| {
                warnings.push(Warning::UnknownKeep { found });
                Keep::Found
            })
        });
        Ok(Article {
            id: self.id.unwrap_or_else(|| number.map_or_else(|| place.id.clone(), |number| format!("{}#{number}", place.id))),
            path: place.path.clone(),
            text,
            meta: fields.into_meta(&mut warnings),
            marked,
            keep,
            left_out: self.left_out,
            warnings,
        })
    }
}

/// Title + `\n\n` + body, or the body alone where the title opens it.
fn with_title(title: &str, body: String, mut marked: Vec<(Mark, Span)>) -> (String, Vec<(Mark, Span)>) {
    if let Some(span) = opening(title, &body) {
        marked.insert(0, (Mark::Title, span));
        return (body, marked);
    }
    let shift = title.len() + 2;
    for (_, span) in &mut marked {
        *span = Span::new(span.start + shift, span.end + shift);
    }
    marked.insert(0, (Mark::Title, Span::new(0, title.len())));
    let mut text = String::with_capacity(shift + body.len());
    text.extend([title, "\n\n", &body]);
    (text, marked)
}

/// Where the title stands at the head of the body: same letters, whatever the white space, apostrophes and case.
fn opening(title: &str, body: &str) -> Option<Span> {
    let start = body.len() - body.trim_start().len();
    let mut rest = body[start..].char_indices().filter(|(_, c)| !c.is_whitespace());
    let mut end = start;
    for wanted in title.chars().filter(|c| !c.is_whitespace()) {
        let (at, found) = rest.next()?;
        if !same_letter(wanted, found) {
            return None;
        }
        end = start + at + found.len_utf8();
    }
    let follows = body[end..].chars().next();
    let whole = end > start && !follows.is_some_and(char::is_alphanumeric);
    whole.then(|| Span::new(start, end))
}

fn same_letter(a: char, b: char) -> bool {
    let plain = |c| match c {
        '’' | 'ʼ' => '\'',
        c => c,
    };
    plain(a) == plain(b) || a.to_lowercase().eq(b.to_lowercase())
}

/// The genre a word stands for, in French or English, with or without accents.
fn genre(found: &str) -> Option<Genre> {
    Some(match found.trim().to_lowercase().as_str() {
        "info" | "information" | "actualité" | "actualite" | "article" | "news" => Genre::Info,
        "depeche" | "dépêche" | "agence" | "dispatch" | "wire" => Genre::Depeche,
        "opinion" | "tribune" | "éditorial" | "editorial" | "édito" | "edito" | "chronique" | "point de vue" => Genre::Opinion,
        "entretien" | "interview" => Genre::Entretien,
        _ => return None,
    })
}
