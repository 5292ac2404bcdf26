//! A row a group and pole: how often, in how many articles, with intervals.

use super::super::Corpus;
use super::Table;

const COLUMNS: [&str; 15] = [
    "lexicon",
    "axis",
    "pole",
    "group",
    "count",
    "words",
    "counted",
    "words_counted",
    "per_1000",
    "low",
    "high",
    "articles_with_word",
    "articles",
    "presence_low",
    "presence_high",
];

pub fn table(corpus: &Corpus) -> Table {
    let mut rows = Vec::new();
    for ((l, a, p), rates) in &corpus.survey.poles {
        let lexicon = &corpus.lexicons[*l];
        let axis = &lexicon.axes[*a];
        for (group, rate) in corpus.survey.groups.iter().zip(rates) {
            let interval = rate.rate.and_then(|e| e.interval.ok());
            rows.push(vec![
                lexicon.identity.id.clone().into(),
                axis.id.clone().into(),
                axis.poles[*p].id.clone().into(),
                group.name.clone().into(),
                rate.hits.into(),
                rate.tokens.into(),
                rate.counted.y.into(),
                rate.counted.x.into(),
                rate.rate.map(|e| 1000.0 * e.value).into(),
                interval.map(|i| 1000.0 * i.low).into(),
                interval.map(|i| 1000.0 * i.high).into(),
                rate.presence.k.into(),
                rate.presence.n.into(),
                rate.presence_interval.map(|i| i.low).into(),
                rate.presence_interval.map(|i| i.high).into(),
            ]);
        }
    }
    Table { name: "rates", columns: &COLUMNS, rows }
}
