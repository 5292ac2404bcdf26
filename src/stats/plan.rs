//! `plan.toml`: what will be compared, written before the numbers are looked at.

use super::filter::Voices;
use super::interval::LEAST;
use super::material::Copies;
use super::study::{Rules, SMALLEST_DIFFERENCE};
use crate::corpus::Genre;
use crate::counts::Record;
use crate::lang::Lang;
use crate::lexicon::Lexicon;
use crate::zones::ZoneKind;
use serde::Deserialize;
use toml::Spanned;

/// More primary contrasts than this are no plan but a search.
pub const PRIMARY: usize = 6;

/// A plan as read.
#[derive(Debug, Clone)]
pub struct Plan {
    pub written: Written,
    /// SHA-256 of the file, in hexadecimal.
    pub digest: String,
    /// Lexicon and contrast, by index.
    pub contrasts: Vec<(usize, usize)>,
}

/// A plan as its author writes it; what is left out keeps its default.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Written {
    /// Empty: all.
    #[serde(default)]
    pub outlets: Vec<String>,
    /// First and last day, ISO 8601.
    pub from: Option<String>,
    pub to: Option<String>,
    /// Empty: all.
    #[serde(default)]
    pub events: Vec<String>,
    /// `lexicon/contrast` or `contrast`.
    pub contrasts: Vec<Spanned<String>>,
    #[serde(default)]
    pub voice: Voices,
    /// Empty: all of the content.
    #[serde(default)]
    pub zones: Vec<ZoneKind>,
    /// Empty: all but opinion.
    #[serde(default)]
    pub genres: Vec<Genre>,
    #[serde(default)]
    pub copies: Copies,
    pub minimum_articles: Option<Spanned<usize>>,
    pub alpha: Option<Spanned<f64>>,
    pub smallest_difference: Option<Spanned<f64>>,
    pub seed: Option<u64>,
}

/// Why a plan cannot be followed; `line` is 0 where it concerns no line.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanProblem {
    pub line: usize,
    pub fault: Fault,
}

#[derive(Debug, Clone, PartialEq)]
pub enum Fault {
    Syntax(String),
    UnknownContrast { name: String, known: Vec<String> },
    TooManyContrasts(usize),
    NoContrast,
    Alpha(f64),
    Minimum(usize),
    Difference(f64),
}

impl Plan {
    /// Reads a plan for these lexicons.
    pub fn read(text: &str, lexicons: &[Lexicon]) -> Result<Self, PlanProblem> {
        let line = |at: usize| text[..at.min(text.len())].matches('\n').count() + 1;
        let written: Written = toml::from_str(text)
            .map_err(|e| PlanProblem { line: e.span().map_or(0, |s| line(s.start)), fault: Fault::Syntax(e.message().to_owned()) })?;
        let mut contrasts = Vec::new();
        for asked in &written.contrasts {
            let found = find(asked.get_ref(), lexicons);
            contrasts.push(found.map_err(|fault| PlanProblem { line: line(asked.span().start), fault })?);
        }
        let wrong = |line, fault| Err(PlanProblem { line, fault });
        if contrasts.is_empty() {
            return wrong(0, Fault::NoContrast);
        }
        if contrasts.len() > PRIMARY {
            return wrong(line(written.contrasts[PRIMARY].span().start), Fault::TooManyContrasts(contrasts.len()));
        }
        if let Some(alpha) = written.alpha.as_ref().filter(|a| !(0.0001..=0.2).contains(a.get_ref())) {
            return wrong(line(alpha.span().start), Fault::Alpha(*alpha.get_ref()));
        }
        if let Some(least) = written.minimum_articles.as_ref().filter(|m| *m.get_ref() < LEAST) {
            return wrong(line(least.span().start), Fault::Minimum(*least.get_ref()));
        }
        if let Some(size) = written.smallest_difference.as_ref().filter(|d| !(SMALLEST_DIFFERENCE..1.0).contains(d.get_ref())) {
            return wrong(line(size.span().start), Fault::Difference(*size.get_ref()));
        }
        let digest = crate::digest::sha256(text);
        Ok(Self { written, digest, contrasts })
    }

    pub fn rules(&self) -> Rules {
        let (written, usual) = (&self.written, Rules::default());
        Rules {
            alpha: written.alpha.as_ref().map_or(usual.alpha, |a| *a.get_ref()),
            least: written.minimum_articles.as_ref().map_or(usual.least, |m| *m.get_ref()),
            smallest_difference: written.smallest_difference.as_ref().map_or(usual.smallest_difference, |d| *d.get_ref()),
            seed: written.seed.unwrap_or(usual.seed),
        }
    }

    /// Zones that are not taken.
    pub fn without_zones(&self) -> Vec<ZoneKind> {
        let all = [ZoneKind::Title, ZoneKind::Lead, ZoneKind::Body, ZoneKind::Caption];
        all.into_iter().filter(|z| !self.written.zones.is_empty() && !self.written.zones.contains(z)).collect()
    }

    /// True where an article belongs to the comparison, its genre apart. One without a date lies outside any period.
    pub fn takes(&self, record: &Record, event: Option<&str>) -> bool {
        let one_of = |list: &[String], value: Option<&str>| list.is_empty() || value.is_some_and(|v| list.iter().any(|l| l == v));
        let day = record.date.as_deref().and_then(|d| d.get(..10));
        let (from, to) = (self.written.from.as_deref(), self.written.to.as_deref());
        let within = (from.is_none() && to.is_none()) || day.is_some_and(|d| from.is_none_or(|f| d >= f) && to.is_none_or(|t| d <= t));
        within && one_of(&self.written.outlets, record.outlet.as_deref()) && one_of(&self.written.events, event)
    }
}

fn find(name: &str, lexicons: &[Lexicon]) -> Result<(usize, usize), Fault> {
    let all = super::material::contrasts(lexicons);
    let path = |(l, c): (usize, usize)| format!("{}/{}", lexicons[l].identity.id, lexicons[l].contrasts[c].id);
    let fits = |at: &(usize, usize)| path(*at) == name || lexicons[at.0].contrasts[at.1].id == name;
    all.iter()
        .copied()
        .find(fits)
        .ok_or_else(|| Fault::UnknownContrast { name: name.into(), known: all.iter().map(|at| path(*at)).collect() })
}

/// True where an article is taken for its genre: opinion only where a plan asks for it.
pub fn takes_genre(plan: Option<&Plan>, genre: Option<Genre>) -> bool {
    match plan.map(|p| &*p.written.genres).filter(|g| !g.is_empty()) {
        Some(genres) => genre.is_some_and(|g| genres.contains(&g)),
        None => genre != Some(Genre::Opinion),
    }
}

impl PlanProblem {
    /// File, line, what, and the remedy.
    pub fn message(&self, file: &str, lang: Lang) -> String {
        let place = if self.line > 0 { format!("{file}:{}", self.line) } else { file.to_owned() };
        let what = match &self.fault {
            Fault::Syntax(detail) => lang.pick(
                format!("plan illisible ({detail}). Corrigez cette ligne ; docs/METHOD.md montre un plan entier."),
                format!("unreadable plan ({detail}). Correct this line; docs/METHOD.md shows a whole plan."),
            ),
            Fault::UnknownContrast { name, known } => lang.pick(
                format!("contraste inconnu : « {name} ». Contrastes connus : {}.", known.join(", ")),
                format!("unknown contrast: “{name}”. Known contrasts: {}.", known.join(", ")),
            ),
            Fault::TooManyContrasts(n) => lang.pick(
                format!("{n} contrastes principaux. Gardez-en {PRIMARY} au plus : les autres restent visibles, comme exploratoires."),
                format!("{n} primary contrasts. Keep {PRIMARY} at most: the others remain visible, as exploratory."),
            ),
            Fault::NoContrast => lang.pick(
                "aucun contraste. Nommez dans « contrasts » ceux que vous voulez comparer.".into(),
                "no contrast. Name those to be compared in “contrasts”.".into(),
            ),
            Fault::Alpha(alpha) => lang.pick(
                format!("alpha = {alpha} : prenez un nombre entre 0,0001 et 0,2, d'ordinaire 0.05."),
                format!("alpha = {alpha}: take a number between 0.0001 and 0.2, usually 0.05."),
            ),
            Fault::Minimum(n) => lang.pick(
                format!("minimum_articles = {n} : un intervalle demande {LEAST} articles au moins."),
                format!("minimum_articles = {n}: an interval needs {LEAST} articles at least."),
            ),
            Fault::Difference(size) => lang.pick(
                format!("smallest_difference = {size} : au-dessous de {SMALLEST_DIFFERENCE}, l'erreur de l'instrument l'emporte."),
                format!("smallest_difference = {size}: below {SMALLEST_DIFFERENCE} the instrument's own error prevails."),
            ),
        };
        let colon = lang.pick(" : ", ": ");
        format!("{place}{colon}{what}")
    }
}
