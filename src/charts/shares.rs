//! Shares inside a contrast: one bar of 100 % per outlet or article.

use super::canvas::Canvas;
use super::phrases;
use super::{Frame, Pole, number, shares_layout, svg, table};
use crate::lang::Lang;

/// The words of a contrast and how often each row chose each of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shares {
    pub frame: Frame,
    pub members: Vec<Pole>,
    pub rows: Vec<ShareRow>,
}

/// The choices of one outlet or article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShareRow {
    pub name: String,
    /// One count per member, in the order of the members.
    pub counts: Vec<u64>,
    /// Articles with at least one choice: the n of the shares.
    pub articles: u64,
    /// Articles of the row; 1 where the row is an article.
    pub articles_total: u64,
}

impl ShareRow {
    /// The count of a member; a count that is not given is 0.
    pub fn count(&self, member: usize) -> u64 {
        self.counts.get(member).copied().unwrap_or(0)
    }

    /// All choices of the row.
    pub fn choices(&self) -> u128 {
        self.counts.iter().copied().map(u128::from).sum()
    }
}

impl Shares {
    /// The chart.
    pub fn to_svg(&self, lang: Lang) -> String {
        let chart = self.padded();
        let mut canvas = Canvas::new();
        shares_layout::draw(&chart, &mut canvas, lang);
        let title = self.frame.alt_title(lang);
        let description = self.frame.alt_description(chart.sentences(lang), lang);
        svg::write(&canvas, &title, &description, lang)
    }

    /// The same numbers, one record per row and member.
    pub fn to_csv(&self) -> String {
        let chart = self.padded();
        let records = chart.rows.iter().flat_map(|row| {
            let choices = row.choices();
            let share = move |count: u64| (choices > 0).then(|| count as f64 / choices as f64);
            chart.members.iter().enumerate().map(move |(i, member)| {
                vec![
                    row.name.clone(),
                    member.label.clone(),
                    row.count(i).to_string(),
                    table::field(share(row.count(i))),
                    choices.to_string(),
                    row.articles.to_string(),
                    row.articles_total.to_string(),
                ]
            })
        });
        table::write(&["row", "member", "count", "share", "choices", "articles_with_choice", "articles"], records)
    }

    /// The same chart with a member for every count, so that no choice goes unshown.
    fn padded(&self) -> Shares {
        let mut chart = self.clone();
        let most = self.rows.iter().map(|row| row.counts.len()).max();
        while chart.members.len() < most.unwrap_or(0) {
            chart.members.push(Pole { label: "« ? »".to_owned(), colour: chart.members.len() });
        }
        chart
    }

    /// One sentence per row.
    fn sentences(&self, lang: Lang) -> Vec<String> {
        let colon = phrases::colon(lang);
        let sentence = |row: &ShareRow| {
            let name = phrases::name(&row.name, lang);
            let choices = row.choices();
            let n = phrases::share_n(row, choices, lang);
            if choices == 0 {
                return format!("{name}{colon}{} ({n})", phrases::no_choice(lang));
            }
            let members = self.members.iter().enumerate().map(|(i, member)| {
                format!(
                    "{} {} ({})",
                    phrases::name(&member.label, lang),
                    number::count(row.count(i), lang),
                    number::percent(row.count(i), choices, lang)
                )
            });
            let members = members.collect::<Vec<_>>().join(", ");
            format!("{name}{colon}{members}{}{n}", phrases::semicolon(lang))
        };
        self.rows.iter().map(sentence).collect()
    }
}
