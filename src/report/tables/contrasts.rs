//! A row a group and side of a contrast: counts, share, interval or why there is none, and the test of all groups.

use super::super::Corpus;
use super::Table;

const COLUMNS: [&str; 15] = [
    "lexicon",
    "contrast",
    "group",
    "side",
    "count",
    "counted",
    "articles_with_choice",
    "articles",
    "clusters",
    "share",
    "low",
    "high",
    "no_interval",
    "p_all_groups",
    "planned",
];

pub fn table(corpus: &Corpus) -> Table {
    let mut rows = Vec::new();
    for case in &corpus.survey.cases {
        let lexicon = &corpus.lexicons[case.at.0];
        let contrast = &lexicon.contrasts[case.at.1];
        for (group, figures) in corpus.survey.groups.iter().zip(&case.study.groups) {
            for (side, member) in contrast.members.iter().enumerate() {
                let estimate = figures.shares[side];
                let interval = estimate.and_then(|e| e.interval.ok());
                rows.push(vec![
                    lexicon.identity.id.clone().into(),
                    contrast.id.clone().into(),
                    group.name.clone().into(),
                    member.label.in_lang(corpus.lang).into(),
                    figures.found[side].into(),
                    figures.counts[side].into(),
                    figures.articles.into(),
                    figures.of.into(),
                    figures.clusters.into(),
                    estimate.map(|e| e.value).into(),
                    interval.map(|i| i.low).into(),
                    interval.map(|i| i.high).into(),
                    estimate.and_then(|e| e.interval.err()).map(|refusal| refusal.id()).into(),
                    case.study.p().into(),
                    case.primary.into(),
                ]);
            }
        }
    }
    Table { name: "contrasts", columns: &COLUMNS, rows }
}
