//! The names under which tables, JSON objects and manifests give an article's fields.

use std::borrow::Cow;
use std::sync::Arc;

/// A field of an article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Field {
    Id,
    Text,
    Title,
    Outlet,
    Date,
    Author,
    Url,
    Event,
    Genre,
    /// Lines of the article that count as content by decree.
    Keep,
    /// The file that a row of `manifest.csv` is about.
    File,
}

/// Names of each field, the surest first: where a table has both `outlet` and `source`, `outlet` it is.
const NAMES: [(Field, &[&str]); 11] = [
    (Field::Id, &["id", "identifiant", "article id", "doc id"]),
    (Field::Text, &["text", "texte", "body", "contenu", "content", "corps", "full text", "texte integral", "article"]),
    (Field::Title, &["title", "titre", "headline"]),
    (Field::Outlet, &["outlet", "media", "journal", "titre de presse", "newspaper", "source", "site"]),
    (Field::Date, &["date", "date de publication", "published", "published at", "publication date", "publie le"]),
    (Field::Author, &["author", "auteur", "auteurs", "authors", "auteur e", "byline", "signature"]),
    (Field::Url, &["url", "lien", "link", "adresse"]),
    (Field::Event, &["event", "evenement"]),
    (Field::Genre, &["genre"]),
    (Field::Keep, &["keep", "garder"]),
    (Field::File, &["file", "fichier", "path", "chemin", "filename"]),
];

/// The field a usual name stands for, and how sure that is (0 is surest).
pub(super) fn field(name: &str) -> Option<(Field, usize)> {
    usual(&plain(name))
}

/// The same for a name in plain letters.
fn usual(name: &str) -> Option<(Field, usize)> {
    NAMES.iter().find_map(|(field, names)| Some((*field, names.iter().position(|n| *n == name)?)))
}

/// Names that the user gave to fields, besides the usual ones: `text=corps`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Names(Arc<Vec<(Field, String)>>);

impl Names {
    /// Adds `FIELD=NAME`; the field's own usual names are understood on the left. False where there is no such field.
    pub fn add(&mut self, given: &str) -> bool {
        let Some((left, right)) = given.split_once('=') else { return false };
        let Some((field, _)) = field(left) else { return false };
        let name = plain(right).into_owned();
        if name.is_empty() || field == Field::File {
            return false;
        }
        Arc::make_mut(&mut self.0).push((field, name));
        true
    }

    /// The field a name stands for, and how sure that is (0 is surest, a name that the user gave).
    pub(super) fn field(&self, name: &str) -> Option<(Field, usize)> {
        let wanted = plain(name);
        match self.0.iter().find(|(_, given)| *given == wanted) {
            Some((found, _)) => Some((*found, 0)),
            None => usual(&wanted).map(|(field, doubt)| (field, doubt + 1)),
        }
    }
}

/// The column of each field in a header; the surest name wins, then the leftmost.
#[derive(Debug, Clone, Default)]
pub(super) struct Columns(Vec<(Field, usize, usize)>);

impl Columns {
    pub(super) fn of<'n>(header: impl Iterator<Item = &'n str>, names: &Names) -> Self {
        let mut columns = Vec::new();
        for (at, name) in header.enumerate() {
            if let Some((field, doubt)) = names.field(name) {
                columns.push((field, doubt, at));
            }
        }
        columns.sort_by_key(|&(_, doubt, at)| (doubt, at));
        Self(columns)
    }

    pub(super) fn find(&self, field: Field) -> Option<usize> {
        self.every(field).next()
    }

    /// All columns that may give a field, the surest first.
    pub(super) fn every(&self, field: Field) -> impl Iterator<Item = usize> {
        self.0.iter().filter(move |(f, ..)| *f == field).map(|&(.., at)| at)
    }

    pub(super) fn known(&self) -> usize {
        self.0.len()
    }
}

/// Lower case, without accents, words parted by one space: "Évènement", "published_at".
fn plain(name: &str) -> Cow<'_, str> {
    use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
    if name.bytes().all(|byte| byte.is_ascii_lowercase()) {
        return Cow::Borrowed(name);
    }
    let letters: String = name
        .nfd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    Cow::Owned(letters.split_whitespace().collect::<Vec<_>>().join(" "))
}
