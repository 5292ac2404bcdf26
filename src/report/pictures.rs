//! The report's charts, from the figures that its tables show.

use super::words::{articles, quoted};
use super::{Corpus, findings, roles};
use crate::charts::{
    AxisGroup, Frame, HeatRow, Heatmap, IntervalCell, IntervalRow, Intervals, Pole, RateCell, RateRow, Rates, ShareRow, Shares, VoiceRow,
    VoiceShares,
};
use crate::stats::interval::Estimate;
use crate::stats::{AxisFigures, Comparison, ContrastFigures, Grouping, PoleFigures, RoleCell};

/// A chart, its table and where it belongs.
pub struct Picture {
    /// File name without ending.
    pub name: String,
    pub svg: String,
    pub csv: String,
    pub place: Place,
}

/// Where a chart belongs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// By its number in the comparison.
    Axis(usize),
    Contrast(usize),
    /// The intervals of a contrast's shares.
    Intervals(usize),
    /// Who says the words of a contrast.
    Voices(usize),
    Overview,
    Roles,
    /// Maps, trees, timelines, graphs: their sections draw them.
    Exploration,
}

/// One picture a contrast, one an axis, the overview and the matrix of roles; none where nothing was found.
pub fn pictures(corpus: &Corpus) -> Vec<Picture> {
    let comparison = &corpus.comparison;
    let contrasts = (0..comparison.contrasts.len()).filter_map(|at| shares_picture(corpus, at));
    let intervals = (0..comparison.contrasts.len()).filter_map(|at| intervals_picture(corpus, at));
    let axes = (0..comparison.axes.len()).filter_map(|at| rates_picture(corpus, at));
    let voices = (0..comparison.contrasts.len()).filter_map(|at| voices_picture(corpus, at));
    contrasts.chain(intervals).chain(voices).chain(axes).chain(overview_picture(corpus)).chain(roles_picture(corpus)).collect()
}

/// Shares of a contrast, by its number.
pub(super) fn shares_picture(corpus: &Corpus, number: usize) -> Option<Picture> {
    let figures = corpus.comparison.contrasts.get(number).filter(|f| f.total() > 0)?;
    let chart = shares(corpus, figures);
    let id = &corpus.lexicons[figures.lexicon].contrasts[figures.contrast].id;
    Some(Picture { name: format!("contraste-{id}"), svg: chart.to_svg(corpus.lang), csv: chart.to_csv(), place: Place::Contrast(number) })
}

/// Who says each word of a contrast, by its number; None where voice was not measured.
pub(super) fn voices_picture(corpus: &Corpus, number: usize) -> Option<Picture> {
    let lang = corpus.lang;
    let figures = corpus.comparison.contrasts.get(number).filter(|f| f.is_met() && corpus.has_voice())?;
    let contrast = &corpus.lexicons[figures.lexicon].contrasts[figures.contrast];
    let said = |side: usize, group: usize| {
        let mut counts = [0; 4];
        let choices = figures.choices[group].iter().filter(|choice| choice.side == side);
        choices.filter_map(|choice| choice.voice).for_each(|voice| counts[voice as usize] += 1);
        counts
    };
    let used: Vec<usize> = (0..contrast.members.len()).filter(|side| figures.choices.iter().flatten().any(|c| c.side == *side)).collect();
    let rows = corpus
        .comparison
        .groups
        .iter()
        .enumerate()
        .map(|(group, named)| VoiceRow { name: named.name.clone(), counts: used.iter().map(|side| said(*side, group)).collect() });
    let n = articles(corpus.comparison.groups.iter().map(|g| g.articles.len()).sum::<usize>() as u64, lang);
    let chart = VoiceShares {
        frame: Frame {
            title: contrast.title.in_lang(lang).into(),
            question: lang
                .pick(
                    "Qui dit chaque mot : l'article lui-même, ou quelqu'un d'autre ?",
                    "Who says each word: the article itself, or somebody else?",
                )
                .into(),
            notes: vec![lang.pick(
                format!("{n}, toutes les voix ; dans les barres : nombre de choix. Citer un mot n'est pas le faire sien."),
                format!("{n}, all voices; in the bars: number of choices. To quote a word is not to make it one's own."),
            )],
            ..Frame::default()
        },
        voices: super::voice::ALL.map(|voice| super::voice::name(voice, lang).to_owned()),
        words: used.iter().map(|side| quoted(contrast.members[*side].label.in_lang(lang), lang)).collect(),
        rows: rows.collect(),
    };
    let name = format!("contraste-{}-voix", contrast.id);
    Some(Picture { name, svg: chart.to_svg(lang), csv: chart.to_csv(), place: Place::Voices(number) })
}

/// Rates of the poles of an axis, by its number.
pub(super) fn rates_picture(corpus: &Corpus, number: usize) -> Option<Picture> {
    let figures = corpus.comparison.axes.get(number).filter(|f| met(f).next().is_some())?;
    let chart = rates(corpus, figures);
    let id = &corpus.lexicons[figures.lexicon].axes[figures.axis].id;
    Some(Picture { name: format!("axe-{id}"), svg: chart.to_svg(corpus.lang), csv: chart.to_csv(), place: Place::Axis(number) })
}

/// All poles of all axes.
pub(super) fn overview_picture(corpus: &Corpus) -> Option<Picture> {
    corpus.comparison.axes.iter().any(|f| met(f).next().is_some()).then(|| {
        let chart = heatmap(corpus);
        Picture { name: "ensemble".into(), svg: chart.to_svg(corpus.lang), csv: chart.to_csv(), place: Place::Overview }
    })
}

/// Actors by role.
pub(super) fn roles_picture(corpus: &Corpus) -> Option<Picture> {
    (!corpus.roles.is_empty()).then(|| {
        let chart = matrix(corpus);
        Picture { name: "roles".into(), svg: chart.to_svg(corpus.lang), csv: chart.to_csv(), place: Place::Roles }
    })
}

/// Shares with their intervals, where any holds.
pub(super) fn intervals_picture(corpus: &Corpus, number: usize) -> Option<Picture> {
    let lang = corpus.lang;
    let case = &corpus.survey.cases[number];
    let contrast = &corpus.lexicons[case.at.0].contrasts[case.at.1];
    let is_known = |e: &Option<Estimate>| e.as_ref().is_some_and(|e| e.interval.is_ok());
    if !case.study.groups.iter().any(|g| g.shares.iter().any(is_known)) {
        return None;
    }
    let labels: Vec<String> = contrast.members.iter().map(|m| quoted(m.label.in_lang(lang), lang)).collect();
    let used: Vec<usize> = (0..labels.len()).filter(|side| case.study.groups.iter().any(|g| g.found[*side] > 0)).collect();
    let cell = |e: &Estimate| IntervalCell {
        share: e.value,
        interval: e.interval.ok().map(|i| (i.low, i.high)),
        label: findings::interval(e, lang),
    };
    let rows = corpus.survey.groups.iter().zip(&case.study.groups).map(|(group, figures)| IntervalRow {
        name: group.name.clone(),
        cells: used.iter().map(|side| figures.shares[*side].as_ref().map(cell)).collect(),
        articles: figures.articles as u64,
    });
    let coloured = Pole::all(&labels);
    let chart = Intervals {
        frame: Frame {
            title: contrast.title.in_lang(lang).into(),
            question: lang.pick("Entre quelles bornes se trouve chaque part ?", "Between which bounds does each share lie?").into(),
            notes: vec![
                format!(
                    "{} {}",
                    findings::whose(corpus.survey.view.filter.voices, lang),
                    lang.pick("Sans les textes d'opinion.", "Without opinion.")
                ),
                lang.pick(
                    "Trait : intervalle à 95 %, l'unité est l'article. Point creux : pas d'intervalle.".into(),
                    "Line: 95% interval, the unit is the article. Hollow dot: no interval.".into(),
                ),
            ]
            .into_iter()
            .chain(findings::weighed(&case.study, corpus.survey.view.copies, lang).map(String::from))
            .collect(),
            ..Frame::default()
        },
        members: used.iter().map(|side| coloured[*side].clone()).collect(),
        rows: rows.collect(),
    };
    let name = format!("contraste-{}-intervalles", contrast.id);
    Some(Picture { name, svg: chart.to_svg(lang), csv: chart.to_csv(), place: Place::Intervals(number) })
}

fn met(figures: &AxisFigures) -> impl Iterator<Item = &PoleFigures> {
    figures.poles.iter().filter(|pole| pole.total() > 0)
}

fn unit(corpus: &Corpus) -> String {
    corpus.lang.pick("pour 1\u{202f}000 mots", "per 1,000 words").into()
}

fn shares(corpus: &Corpus, figures: &ContrastFigures) -> Shares {
    let lang = corpus.lang;
    let contrast = &corpus.lexicons[figures.lexicon].contrasts[figures.contrast];
    let labels: Vec<String> = contrast.members.iter().map(|m| quoted(m.label.in_lang(lang), lang)).collect();
    let rows = corpus.comparison.groups.iter().zip(&figures.shares).map(|(group, share)| ShareRow {
        name: group.name.clone(),
        counts: share.counts.clone(),
        articles: share.articles,
        articles_total: share.of,
    });
    Shares {
        frame: Frame {
            title: contrast.title.in_lang(lang).into(),
            question: contrast.question.in_lang(lang).into(),
            notes: vec![base_note(corpus, super::voice::basis(corpus))],
            ..Frame::default()
        },
        members: Pole::all(&labels),
        rows: rows.collect(),
    }
}

/// How many articles are counted, and whose words.
fn base_note(corpus: &Corpus, whose: &str) -> String {
    let n = articles(corpus.comparison.groups.iter().map(|g| g.articles.len()).sum::<usize>() as u64, corpus.lang);
    match corpus.grouping {
        Grouping::Articles => format!("{n}, {whose}"),
        Grouping::Outlets => corpus.lang.pick(
            format!("{n}, {whose} ; sans intervalle : ces nombres décrivent ces articles"),
            format!("{n}, {whose}; no interval: these numbers describe these articles"),
        ),
    }
}

/// The cell of a pole and a group.
fn rate_cell(comparison: &Comparison, pole: &PoleFigures, group: usize, rate: f64) -> Option<RateCell> {
    debug_assert!(group < comparison.groups.len());
    rate.is_finite().then(|| RateCell {
        rate,
        count: pole.rates[group].count,
        present_in: pole.presence[group].k,
        articles: pole.presence[group].n,
    })
}

fn rates(corpus: &Corpus, figures: &AxisFigures) -> Rates {
    let lang = corpus.lang;
    let comparison = &corpus.comparison;
    let axis = &corpus.lexicons[figures.lexicon].axes[figures.axis];
    let poles: Vec<&PoleFigures> = met(figures).collect();
    // Colours follow the alphabet over all poles of the axis, so that they do not change with the corpus.
    let all: Vec<String> = figures.poles.iter().map(|p| quoted(axis.poles[p.pole].word.in_lang(lang), lang)).collect();
    let coloured = Pole::all(&all);
    let rows = comparison.groups.iter().enumerate().map(|(at, group)| RateRow {
        name: group.name.clone(),
        cells: poles.iter().map(|p| rate_cell(comparison, p, at, p.rates[at].per_thousand().unwrap_or(f64::NAN))).collect(),
    });
    Rates {
        frame: Frame {
            title: axis.title.in_lang(lang).into(),
            question: axis.question.in_lang(lang).into(),
            notes: vec![base_note(corpus, super::voice::basis(corpus))],
            ..Frame::default()
        },
        unit: unit(corpus),
        poles: figures.poles.iter().zip(coloured).filter(|(p, _)| p.total() > 0).map(|(_, pole)| pole).collect(),
        rows: rows.collect(),
    }
}

fn heatmap(corpus: &Corpus) -> Heatmap {
    let lang = corpus.lang;
    let comparison = &corpus.comparison;
    let matrix = comparison.rate_matrix();
    let columns: Vec<&PoleFigures> = comparison.axes.iter().flat_map(|f| &f.poles).collect();
    let shown: Vec<usize> = (0..columns.len()).filter(|c| columns[*c].total() > 0).collect();
    let axes = comparison.axes.iter().filter(|f| met(f).next().is_some()).map(|figures| {
        let axis = &corpus.lexicons[figures.lexicon].axes[figures.axis];
        AxisGroup {
            heading: axis.title.in_lang(lang).into(),
            poles: met(figures).map(|p| quoted(axis.poles[p.pole].word.in_lang(lang), lang)).collect(),
        }
    });
    let rows = comparison.groups.iter().enumerate().map(|(at, group)| HeatRow {
        name: group.name.clone(),
        cells: shown.iter().map(|c| rate_cell(comparison, columns[*c], at, matrix[[at, *c]])).collect(),
    });
    Heatmap {
        frame: Frame {
            title: lang.pick("Vue d'ensemble", "Overview").into(),
            question: lang.pick("Quels mots reviennent, et où ?", "Which words recur, and where?").into(),
            notes: vec![base_note(corpus, super::voice::basis(corpus))],
            ..Frame::default()
        },
        unit: unit(corpus),
        whole: false,
        axes: axes.collect(),
        rows: rows.collect(),
    }
}

/// Groups by actors and roles, so that support in one and interference in the other stand side by side.
fn matrix(corpus: &Corpus) -> Heatmap {
    let lang = corpus.lang;
    let figures = roles::ordered(corpus);
    let mut actors: Vec<AxisGroup> = Vec::new();
    for figure in &figures {
        let (heading, word) = (roles::actor_name(corpus, &figure.actor), roles::role_word(corpus, &figure.role));
        match actors.last_mut().filter(|last| last.heading == heading) {
            Some(actor) => actor.poles.push(word),
            None => actors.push(AxisGroup { heading, poles: vec![word] }),
        }
    }
    let by_outlet = corpus.grouping == Grouping::Outlets;
    let cell = |cell: &RoleCell| {
        let passages = cell.passages;
        let rate = if by_outlet { cell.articles.k as f64 } else { passages as f64 };
        RateCell { rate, count: passages, present_in: cell.articles.k, articles: cell.articles.n }
    };
    let rows = corpus.comparison.groups.iter().enumerate().map(|(at, group)| HeatRow {
        name: group.name.clone(),
        cells: figures.iter().map(|figure| Some(cell(&figure.cells[at]))).collect(),
    });
    Heatmap {
        frame: Frame {
            title: lang.pick("La part de chacun", "The part of each").into(),
            question: lang.pick("Quel rôle est donné à qui, et où ?", "Which part is given to whom, and where?").into(),
            // A part counts whoever says so.
            notes: vec![base_note(corpus, lang.pick("toutes les voix", "all voices"))],
            ..Frame::default()
        },
        unit: if by_outlet {
            lang.pick("Articles qui le disent", "Articles that say so")
        } else {
            lang.pick("Passages qui le disent", "Passages that say so")
        }
        .into(),
        whole: true,
        axes: actors,
        rows: rows.collect(),
    }
}
