//! Words over time: the chart, its words, and why there is none.

use super::dates;
use super::findings::{refused as no_interval, share, whose};
use super::words::{articles, counted, quoted};
use super::{Corpus, exploration};
use crate::charts::number::{decimal, rate};
use crate::charts::{Frame, Panel, PeriodLabel, Pole, TimePoint, Timeline as Chart};
use crate::lang::Lang;
use crate::lexicon::Lexicon;
use crate::stats::Voices;
use crate::stats::family::Family;
use crate::stats::interval::{Estimate, Interval, Refusal as NoInterval};
use crate::stats::periods::Step;
use crate::stats::timeline::{Change, Division, MOST_PERIODS, Point, Refusal, Series, Timeline, Words, by_outlet, by_word};
use maud::{Markup, PreEscaped, html};

/// A change is put into a sentence where its corrected p is not above this.
const ALPHA: f64 = 0.05;

/// A timeline with what its reader must know.
pub struct Followed<'l> {
    pub family: Family,
    pub timeline: Timeline,
    /// The word that all series are about, where they are outlets.
    pub word: Option<usize>,
    pub lexicons: &'l [Lexicon],
    pub voices: Voices,
    pub lang: Lang,
}

/// Why there is no timeline.
pub fn refused(refusal: Refusal, lang: Lang) -> String {
    match refusal {
        Refusal::NoDate => lang.pick(
            "Pas de frise : aucun article n'a de date au jour près. Donnez-en une dans manifest.csv ou dans une colonne « date ».".into(),
            "No timeline: no article has a date with its day. Give one in manifest.csv or in a column “date”.".into(),
        ),
        Refusal::TooMany { periods } => lang.pick(
            format!("Pas de frise : {periods} périodes, au plus {MOST_PERIODS}. Prenez des semaines ou des mois (--by week, --by month)."),
            format!("No timeline: {periods} periods, {MOST_PERIODS} at most. Take weeks or months (--by week, --by month)."),
        ),
    }
}

impl<'l> Followed<'l> {
    /// The words of one family, or one of them outlet by outlet.
    pub fn new(words: &Words<'_, 'l, '_>, word: Option<usize>, division: Division, lang: Lang) -> Result<Self, Refusal> {
        let names: Vec<String> = words.family.words(words.lexicons, lang).into_iter().map(str::to_owned).collect();
        let timeline = match word {
            Some(column) => by_outlet(words, column, division)?,
            None => by_word(words, &names, division)?,
        };
        Ok(Self { family: words.family, timeline, word, lexicons: words.lexicons, voices: words.view.filter.voices, lang })
    }
}

impl Followed<'_> {
    /// The name of a line: the word in quotation marks, or the outlet.
    pub fn name(&self, series: &Series) -> String {
        if self.word.is_some() { series.name.clone() } else { quoted(&series.name, self.lang) }
    }

    /// True where the value of some period is known within bounds.
    pub fn has_interval(&self) -> bool {
        let points = self.timeline.series.iter().flat_map(|series| series.points.iter().flatten());
        points.filter_map(|point| point.estimate).any(|estimate| estimate.interval.is_ok())
    }

    fn is_share(&self) -> bool {
        matches!(self.family, Family::Contrast(..))
    }

    /// "3,2 pour 1 000 mots" or "59 %".
    pub fn value(&self, value: f64) -> String {
        if self.is_share() { share(value, self.lang) } else { rate(1000.0 * value, self.lang) }
    }

    /// "entre 1,2 et 4,0", or why there is no interval.
    pub fn interval(&self, estimate: &Estimate) -> String {
        let lang = self.lang;
        match estimate.interval {
            Ok(Interval { low, high }) => {
                let (low, high) = (self.value(low), self.value(high));
                lang.pick(format!("entre {low} et {high}"), format!("between {low} and {high}"))
            }
            Err(NoInterval::Rare { articles: n, .. }) if !self.is_share() => {
                let n = articles(n as u64, lang);
                lang.pick(format!("pas d'intervalle : employé dans {n}"), format!("no interval: used in {n}"))
            }
            Err(refusal) => no_interval(refusal, lang),
        }
    }

    /// "4 fois dans 3 articles sur 8"
    pub fn n(&self, point: &Point) -> String {
        let lang = self.lang;
        let (times, of) = (counted(point.count, ("fois", "time"), ("fois", "times"), lang), articles(point.articles as u64, lang));
        lang.pick(format!("{times} dans {} sur {of}", point.users), format!("{times} in {} of {of}", point.users))
    }

    /// What changed at the date, in a sentence with its figures; None where no date divides.
    pub fn change(&self, series: &Series) -> Option<String> {
        let (date, change) = (self.timeline.around?, series.change?);
        let lang = self.lang;
        let side = |point: &Point| {
            let value = point.estimate.map_or("–".into(), |e| format!("{}, {}", self.value(e.value), self.interval(&e)));
            format!("{value} ({})", self.n(point))
        };
        let from = dates::from(date, lang);
        let sides = lang.pick(
            format!("avant : {} ; à partir {from} : {}", side(&change.before), side(&change.after)),
            format!("before: {}; {from} on: {}", side(&change.before), side(&change.after)),
        );
        Some(format!("{sides}. {}", self.verdict(&change)))
    }

    fn verdict(&self, change: &Change) -> String {
        let lang = self.lang;
        match (self.size(change), change.p) {
            (Some(size), Some(p)) if p <= ALPHA => {
                let p = super::findings::p_value(p, lang);
                lang.pick(format!("→ {size} ({p}, corrigé)"), format!("→ {size} ({p}, corrected)"))
            }
            (Some(size), Some(_)) => lang.pick(format!("{size} : rien de sûr"), format!("{size}: nothing certain")),
            _ => lang.pick("Trop peu d'articles pour dire si cela change.".into(), "Too few articles to say whether it changes.".into()),
        }
    }

    /// "2,1 fois plus souvent, entre 1,4 et 3,2" or "+12 points, entre 3 et 20".
    fn size(&self, change: &Change) -> Option<String> {
        let (lang, value, interval) = (self.lang, change.value?, change.interval?);
        let between = |shown: &dyn Fn(f64) -> String| {
            let (low, high) = (shown(interval.low), shown(interval.high));
            lang.pick(format!("entre {low} et {high}"), format!("between {low} and {high}"))
        };
        Some(if self.is_share() {
            let points = |x: f64| format!("{}{}", if x > 0.0 { "+" } else { "" }, decimal(100.0 * x, 0, lang));
            format!("{} points, {}", points(value), between(&points))
        } else {
            let times = |x: f64| decimal(x, if x < 0.995 { 2 } else { 1 }, lang);
            lang.pick(format!("× {}, {}", times(value), between(&times)), format!("× {}, {}", times(value), between(&times)))
        })
    }

    /// The clearest change that chance does not explain.
    fn clearest(&self) -> Option<&Series> {
        let p = |series: &&Series| series.change.and_then(|c| c.p);
        let certain = self.timeline.series.iter().filter(|series| p(series).is_some_and(|p| p <= ALPHA));
        certain.min_by(|one, two| p(one).unwrap_or(1.0).total_cmp(&p(two).unwrap_or(1.0)))
    }

    /// What is seen.
    fn title(&self) -> String {
        let lang = self.lang;
        let step = match self.timeline.step {
            Step::Day => lang.pick("jour après jour", "day by day"),
            Step::Week => lang.pick("semaine après semaine", "week by week"),
            Step::Month => lang.pick("mois après mois", "month by month"),
        };
        let what = match self.word {
            Some(word) => quoted(self.family.words(self.lexicons, lang)[word], lang),
            None => self.family.title(self.lexicons, lang).to_owned(),
        };
        let Some(date) = self.timeline.around else { return format!("{what}, {step}") };
        let from = dates::from(date, lang);
        match self.clearest().and_then(|series| Some((series, series.change?.value?))) {
            None => {
                lang.pick(format!("{what} : rien de sûr ne change à partir {from}"), format!("{what}: nothing certain changes {from} on"))
            }
            Some((series, value)) => {
                let more = value > if self.is_share() { 0.0 } else { 1.0 };
                let name = self.name(series);
                lang.pick(
                    format!("{name} : {} souvent à partir {from}", if more { "plus" } else { "moins" }),
                    format!("{name}: {} often {from} on", if more { "more" } else { "less" }),
                )
            }
        }
    }

    /// The chart.
    pub fn chart(&self) -> Chart {
        let (lang, timeline) = (self.lang, &self.timeline);
        let scale = if self.is_share() { 1.0 } else { 1000.0 };
        let point = |point: &Point| {
            let estimate = point.estimate?;
            Some(TimePoint {
                value: scale * estimate.value,
                interval: estimate.interval.ok().map(|i| (scale * i.low, scale * i.high)),
                label: format!("{} ; {}", self.n(point), self.interval(&estimate)),
            })
        };
        let labels: Vec<String> = timeline.series.iter().map(|series| self.name(series)).collect();
        let whole = |series: &Series| {
            let (count, users) = series.points.iter().flatten().fold((0, 0), |(count, users), p| (count + p.count, users + p.users));
            let (times, users) = (counted(count, ("fois", "time"), ("fois", "times"), lang), articles(users as u64, lang));
            lang.pick(format!("{times} dans {users}"), format!("{times} in {users}"))
        };
        let panels = timeline.series.iter().zip(Pole::all(&labels)).map(|(series, pole)| Panel {
            // Outlets are no words: they all take one colour.
            pole: if self.word.is_some() { Pole { colour: 0, ..pole } } else { pole },
            n: whole(series),
            points: series.points.iter().map(|p| p.as_ref().and_then(point)).collect(),
        });
        let periods = timeline.periods.iter().zip(&timeline.articles).map(|(period, articles)| PeriodLabel {
            name: dates::period(period, timeline.step, lang),
            tick: dates::tick(period, timeline.step, lang),
            articles: *articles as u64,
        });
        let date = timeline.around.map(|date| {
            let before = timeline.periods.iter().filter(|period| period.first < date).count();
            (before, lang.pick(format!("trait noir : {}", dates::day(date, lang)), format!("black line: {}", dates::day(date, lang))))
        });
        Chart {
            frame: Frame {
                title: self.title(),
                question: self.family.question(self.lexicons, lang).into(),
                subtitle: self.basis(),
                notes: self.notes(),
            },
            unit: if self.is_share() { String::new() } else { lang.pick("pour 1\u{202f}000 mots", "per 1,000 words").into() },
            periods: periods.collect(),
            panels: panels.collect(),
            date,
        }
    }

    /// What the timeline rests on.
    pub fn basis(&self) -> String {
        let (lang, timeline) = (self.lang, &self.timeline);
        let total = articles(timeline.articles.iter().sum::<usize>() as u64, lang);
        let [from, to] = timeline.span.map(|date| dates::day(date, lang));
        let empty = timeline.articles.iter().filter(|n| **n == 0).count() as u64;
        let gaps = if empty == 0 {
            String::new()
        } else {
            let gaps = counted(
                empty,
                ("période sans article", "period without articles"),
                ("périodes sans article", "periods without articles"),
                lang,
            );
            format!(", {gaps}")
        };
        let undated = if timeline.undated == 0 {
            String::new()
        } else {
            let n = articles(timeline.undated as u64, lang);
            lang.pick(format!(" {n} sans date au jour près : laissés de côté."), format!(" {n} without a day: left out."))
        };
        lang.pick(format!("{total} du {from} au {to}{gaps}.{undated}"), format!("{total} from {from} to {to}{gaps}.{undated}"))
    }

    pub fn notes(&self) -> Vec<String> {
        let lang = self.lang;
        let mut notes = vec![
            format!("{} {}", whose(self.voices, lang), lang.pick("Sans les textes d'opinion.", "Without opinion.")),
            lang.pick(
                "Trait vertical : intervalle à 95 %, l'unité est l'article. Point creux : pas d'intervalle, trop peu d'articles. Un trait sans barre en haut sort de l'image. Fond hachuré : aucun article, donc rien à compter.".into(),
                "Vertical line: 95% interval, the unit is the article. Hollow dot: no interval, too few articles. A line without a bar at its top leaves the picture. Hatched ground: no article, so nothing to count.".into(),
            ),
        ];
        if self.word.is_none() {
            notes.push(lang.pick(
                "Les médias lus ne sont pas les mêmes d'une période à l'autre, ni les faits racontés : un changement peut venir d'eux. Regardez un seul média (--outlet).".into(),
                "Neither the outlets read nor the events told are the same in every period: a change may be theirs. Look at one outlet (--outlet).".into(),
            ));
        }
        notes
    }
}

/// The subjects without a timeline, and why.
pub fn refusals(corpus: &Corpus) -> Vec<(Family, String)> {
    let lang = corpus.lang;
    let reason = |followed: &Result<Followed, Refusal>| {
        match followed {
        Err(refusal) => Some(refused(*refusal, lang)),
        Ok(followed) if !followed.has_interval() => Some(
            lang.pick(
                "Pas de frise : aucune période n'a assez d'articles qui emploient ces mots pour dire entre quelles bornes se trouve sa valeur. La commande « cadrage timeline » montre tout de même les nombres.",
                "No timeline: no period has enough articles that use these words to say between which bounds its value lies. The command “cadrage timeline” shows the numbers all the same.",
            )
            .into(),
        ),
        Ok(_) => None,
    }
    };
    corpus.exploration().timelines.iter().filter_map(|(family, followed)| Some((*family, reason(followed)?))).collect()
}

/// The timelines of subjects that have an interval somewhere.
pub fn section(corpus: &Corpus) -> Markup {
    let (lang, found) = (corpus.lang, &corpus.exploration().timelines);
    html! {
        section #frise {
            h3 { (lang.pick("Frise", "Timeline")) }
            @for followed in found.iter().filter_map(|(_, followed)| followed.as_ref().ok()).filter(|followed| followed.has_interval()) {
                h4.unseen { (followed.family.title(corpus.lexicons, lang)) }
                figure { (PreEscaped(followed.chart().to_svg(lang))) }
                (exploration::to_passages(corpus, followed.family))
            }
            (exploration::reasons(corpus, refusals(corpus)))
        }
    }
}
