//! The map of outlets and words: its chart, its words, and why there is none.

use super::findings::{p_value, share, whose};
use super::words::{articles, counted, listed, quoted};
use super::{Corpus, exploration};
use crate::charts::{CorrespondenceMap, Frame, MapPoint};
use crate::lang::Lang;
use crate::lexicon::Lexicon;
use crate::stats::Voices;
use crate::stats::correspondence_analysis::Points;
use crate::stats::distances;
use crate::stats::family::Family;
use crate::stats::interval::LEAST;
use crate::stats::map::{LEAST_ARTICLES, LEAST_OUTLETS, LEAST_USERS, LEAST_WORDS, Map, Refusal, Shown, map};
use crate::stats::material::View;
use crate::stats::profiles::Profiles;
use crate::stats::sample::Sample;
use maud::{Markup, PreEscaped, html};

/// Above this a map may show nothing but chance.
const ALPHA: f64 = 0.05;
/// Corners of the line that is drawn for an ellipse.
const CORNERS: usize = 60;
/// Words that a title names on each side.
const NAMED: usize = 3;

/// A family of words with its map.
pub struct Mapped<'l> {
    pub family: Family,
    pub profiles: Profiles,
    pub map: Map,
    pub lexicons: &'l [Lexicon],
    pub voices: Voices,
    pub lang: Lang,
}

/// Why there is no map.
pub fn refused(refusal: Refusal, lang: Lang) -> String {
    match refusal {
        Refusal::FewOutlets { enough, of } => lang.pick(
            format!("Pas de carte : {} sur {of} avec au moins {LEAST_ARTICLES} articles où figure l'un de ces mots, il en faut {LEAST_OUTLETS}. Avec si peu de points, une carte montrerait surtout le hasard ; lisez « cadrage compare ».", counted(enough as u64, ("média", ""), ("médias", ""), lang)),
            format!("No map: {} of {of} with at least {LEAST_ARTICLES} articles that use one of these words, {LEAST_OUTLETS} are needed. With so few points a map would mostly show chance; read “cadrage compare”.", counted(enough as u64, ("", "outlet"), ("", "outlets"), lang)),
        ),
        Refusal::FewWords { enough } => lang.pick(
            format!("Pas de carte : {} dans au moins {LEAST_USERS} articles, il en faut {LEAST_WORDS}. De deux mots, la part de l'un dit tout : lisez « cadrage compare ».", counted(enough as u64, ("mot employé", ""), ("mots employés", ""), lang)),
            format!("No map: {} in at least {LEAST_USERS} articles, {LEAST_WORDS} are needed. Of two words, the share of one says all: read “cadrage compare”.", counted(enough as u64, ("", "word used"), ("", "words used"), lang)),
        ),
        Refusal::NothingDiffers => lang.pick(
            "Pas de carte : ces médias emploient ces mots dans les mêmes proportions.".into(),
            "No map: these outlets use these words in the same proportions.".into(),
        ),
    }
}

impl<'l> Mapped<'l> {
    /// The map of one family.
    pub fn new(sample: &Sample, family: Family, lexicons: &'l [Lexicon], view: &View, seed: u64, lang: Lang) -> Result<Self, Refusal> {
        let material = sample.material(family, lexicons, sample.outlets());
        let profiles = Profiles::new(&material, family.words(lexicons, lang).len(), view);
        let map = map(&profiles, seed)?;
        Ok(Self { family, profiles, map, lexicons, voices: view.filter.voices, lang })
    }
}

impl Mapped<'_> {
    fn word(&self, column: usize) -> String {
        quoted(self.family.words(self.lexicons, self.lang)[column], self.lang)
    }

    /// Whether outlets differ more than by chance.
    pub fn certainty(&self) -> String {
        let p = p_value(self.map.p, self.lang);
        if self.map.p <= ALPHA {
            self.lang.pick(
                format!("Ces médias choisissent leurs mots de façon plus différente que le hasard ne le ferait ({p})."),
                format!("These outlets choose their words more differently than chance would make them ({p})."),
            )
        } else {
            self.lang.pick(
                format!("Le hasard seul écarterait peut-être autant ces médias ({p}) : ne concluez rien de la carte."),
                format!("Chance alone might set these outlets as far apart ({p}): conclude nothing from the map."),
            )
        }
    }

    /// What an axis sets apart; None where the words of one side only make it.
    pub fn opposition(&self, axis: usize) -> Option<String> {
        let [one, two] =
            self.map.sides(axis).map(|side| listed(&side.iter().take(NAMED).map(|at| self.word(*at)).collect::<Vec<_>>(), self.lang));
        let lang = self.lang;
        match (one.is_empty(), two.is_empty()) {
            (true, true) => None,
            (false, false) => {
                Some(lang.pick(format!("{one} d'un côté, {two} de l'autre"), format!("{one} on one side, {two} on the other")))
            }
            (_, empty) => {
                Some(lang.pick(format!("{} à part", if empty { &one } else { &two }), format!("{} apart", if empty { &one } else { &two })))
            }
        }
    }

    /// One sentence for each axis of the plane.
    pub fn axes(&self) -> Vec<String> {
        let sentence = |axis: usize| {
            let (part, words) = (share(self.map.share(axis), self.lang), self.opposition(axis)?);
            Some(self.lang.pick(
                format!("Axe {}, {part} des écarts : {words}.", axis + 1),
                format!("Axis {}, {part} of the differences: {words}.", axis + 1),
            ))
        };
        (0..self.map.analysis.inertias.len().min(2)).filter_map(sentence).collect()
    }

    /// The chart.
    pub fn chart(&self) -> CorrespondenceMap {
        let (lang, map, profiles) = (self.lang, &self.map, &self.profiles);
        let active = |points: &Points, at: usize| (plane(points.coordinates.row(at)), points.cos2.row(at).iter().take(2).sum());
        let shown = |shown: &Shown| (plane(shown.place.coordinates.view()), shown.place.cos2.iter().take(2).sum());
        let point = |name: String, articles: usize, (place, quality): ([f64; 2], f64), is_supplementary: bool| MapPoint {
            name,
            place,
            quality,
            articles: articles as u64,
            is_supplementary,
            outline: Vec::new(),
        };
        let outlets = map.outlets.iter().enumerate().map(|(at, index)| MapPoint {
            outline: map.procrustes[at].map(|ellipse| ellipse.outline(CORNERS)).unwrap_or_default(),
            ..point(profiles.names[*index].clone(), profiles.articles[*index], active(&map.analysis.rows, at), false)
        });
        let words = map
            .words
            .iter()
            .enumerate()
            .map(|(at, index)| point(self.word(*index), profiles.users[*index], active(&map.analysis.columns, at), false));
        let other_outlets =
            map.other_outlets.iter().map(|s| point(profiles.names[s.index].clone(), profiles.articles[s.index], shown(s), true));
        let other_words = map.other_words.iter().map(|s| point(self.word(s.index), profiles.users[s.index], shown(s), true));
        CorrespondenceMap {
            frame: Frame {
                title: self.title(),
                question: self.family.title(self.lexicons, lang).into(),
                subtitle: self.basis(),
                notes: self.notes(),
            },
            shares: [map.share(0), map.share(1)],
            outlets: outlets.chain(other_outlets).collect(),
            words: words.chain(other_words).collect(),
        }
    }

    /// What is seen, where chance would not show it too.
    fn title(&self) -> String {
        let opposed = if self.map.p <= ALPHA { self.opposition(0) } else { None };
        opposed.unwrap_or_else(|| {
            self.lang.pick("Des médias que rien de sûr ne sépare".into(), "Outlets that nothing certain sets apart".into())
        })
    }

    /// What the map rests on.
    pub fn basis(&self) -> String {
        let lang = self.lang;
        let total: usize = self.map.outlets.iter().map(|at| self.profiles.articles[*at]).sum();
        let outlets = counted(self.map.outlets.len() as u64, ("média", "outlet"), ("médias", "outlets"), lang);
        let words = counted(self.map.words.len() as u64, ("mot", "word"), ("mots", "words"), lang);
        let articles = articles(total as u64, lang);
        lang.pick(
            format!("{outlets}, {words}, {articles} où l'un d'eux figure. {}", self.certainty()),
            format!("{outlets}, {words}, {articles} that use one of them. {}", self.certainty()),
        )
    }

    fn notes(&self) -> Vec<String> {
        let lang = self.lang;
        vec![
            format!("{} {}", whose(self.voices, lang), lang.pick("Sans les textes d'opinion.", "Without opinion.")),
            lang.pick(
                "Deux médias proches emploient ces mots dans des proportions semblables. Un mot est du côté des médias où il est plus fréquent qu'ailleurs. La distance entre un mot et un média ne se lit pas.".into(),
                "Outlets that are near each other use these words in similar proportions. A word lies on the side of outlets that use it more than others. The distance between a word and an outlet has no meaning.".into(),
            ),
            lang.pick(
                "Ellipse : où le point tomberait, 95 fois sur 100, avec d'autres articles du même média. Des ellipses qui se recouvrent ne permettent pas de séparer deux médias.".into(),
                "Ellipse: where the point would fall, 95 times in 100, with other articles of the same outlet. Where ellipses overlap two outlets cannot be told apart.".into(),
            ),
        ]
    }
}

/// The maps and the trees, each for the subjects that allow one.
pub fn section(corpus: &Corpus) -> Markup {
    let (lang, found) = (corpus.lang, corpus.exploration());
    // In one sentence each: what one of them lacks, the command says.
    let no_map = lang.pick(
        format!("Pas de carte là où moins de {LEAST_OUTLETS} médias ont {LEAST_ARTICLES} articles avec l'un des mots, où moins de {LEAST_WORDS} mots sont employés dans {LEAST_USERS} articles, ou si tous choisissent de même : elle montrerait surtout le hasard. « cadrage map » dit ce qui manque, sujet par sujet."),
        format!("No map where fewer than {LEAST_OUTLETS} outlets have {LEAST_ARTICLES} articles with one of the words, where fewer than {LEAST_WORDS} words are used in {LEAST_USERS} articles, or where all choose alike: it would mostly show chance. “cadrage map” says what is missing, subject by subject."),
    );
    let no_tree = lang.pick(
        format!("Pas de distances là où moins de {} médias ont {LEAST} articles avec l'un des mots ; « cadrage distances » dit ce qui manque.", distances::LEAST_OUTLETS),
        format!("No distances where fewer than {} outlets have {LEAST} articles with one of the words; “cadrage distances” says what is missing.", distances::LEAST_OUTLETS),
    );
    let refused_maps = found.maps.iter().filter(|(_, map)| map.is_err()).map(|(family, _)| (*family, no_map.clone())).collect();
    let refused_trees = found.spreads.iter().filter(|(_, spread)| spread.is_err()).map(|(family, _)| (*family, no_tree.clone())).collect();
    html! {
        section #carte {
            h3 { (lang.pick("Carte des médias", "Map of outlets")) }
            p.question { (lang.pick("Quels médias emploient les mêmes mots ? Ces images orientent la lecture ; elles ne remplacent pas les passages.",
                "Which outlets use the same words? These pictures guide reading; they do not replace the passages.")) }
            @for map in found.maps.iter().filter_map(|(_, map)| map.as_ref().ok()) {
                h4.unseen { (map.family.title(corpus.lexicons, lang)) }
                figure { (PreEscaped(map.chart().to_svg(lang))) }
                (exploration::to_passages(corpus, map.family))
                p { (map.axes().join(" ")) }
            }
            (exploration::reasons(corpus, refused_maps))
            @for spread in found.spreads.iter().filter_map(|(_, spread)| spread.as_ref().ok()) {
                h4.unseen { (spread.family.title(corpus.lexicons, lang)) }
                figure { (PreEscaped(spread.chart().to_svg(lang))) }
                (exploration::to_passages(corpus, spread.family))
                details {
                    summary { (lang.pick("Les distances, paire par paire", "The distances, pair by pair")) }
                    ul { @for pair in spread.pairs() { li { (spread.pair(pair)) } } }
                }
            }
            (exploration::reasons(corpus, refused_trees))
        }
    }
}

/// The first two coordinates; the second is 0 where there is but one axis.
fn plane(coordinates: ndarray::ArrayView1<f64>) -> [f64; 2] {
    [0, 1].map(|axis| coordinates.get(axis).copied().unwrap_or(0.0))
}
