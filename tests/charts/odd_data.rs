//! Data that no corpus should give, and some will.

use cadrage::charts::{AxisGroup, Frame, HeatRow, Heatmap, Pole, RateCell, RateRow, Rates, ShareRow, Shares};
use cadrage::lang::Lang;
use proptest::prelude::*;

use crate::picture::Picture;

fn text() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), "[ a-zéèçœÉ«»&<>\"'\u{a0}\u{202f}\n\t\u{1}-]{0,60}", "\\PC{0,30}", "[a-zé]{100,130}",]
}

fn count() -> impl Strategy<Value = u64> {
    prop_oneof![3 => Just(0u64), 5 => 0u64..50, 1 => 0u64..100_000, 1 => Just(u64::MAX)]
}

fn rate() -> impl Strategy<Value = f64> {
    prop_oneof![
        3 => Just(0.0),
        5 => 0.0f64..40.0,
        1 => Just(1e-9),
        1 => Just(f64::MAX),
        1 => Just(f64::NAN),
        1 => Just(f64::INFINITY),
        1 => Just(-3.0),
    ]
}

fn frame() -> impl Strategy<Value = Frame> {
    (text(), text(), text(), prop::collection::vec(text(), 0..3)).prop_map(|(title, question, subtitle, notes)| Frame {
        title,
        question,
        subtitle,
        notes,
    })
}

fn poles() -> impl Strategy<Value = Vec<Pole>> {
    prop::collection::vec((text(), 0usize..30), 0..11).prop_map(|poles| {
        let pole = |(label, colour)| Pole { label, colour };
        poles.into_iter().map(pole).collect()
    })
}

fn cells() -> impl Strategy<Value = Vec<Option<RateCell>>> {
    let cell =
        (rate(), count(), count(), count()).prop_map(|(rate, count, present_in, articles)| RateCell { rate, count, present_in, articles });
    prop::collection::vec(prop::option::weighted(0.8, cell), 0..14)
}

/// Every chart is readable, tells no NaN, and is the same twice.
fn check(draw: impl Fn(Lang) -> String) {
    for lang in [Lang::Fr, Lang::En] {
        let svg = draw(lang);
        assert_eq!(svg, draw(lang));
        assert!(!svg.contains("=\"NaN") && !svg.contains("=\"inf"));
        Picture::of(&svg).assert_readable();
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 48,
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn shares(
        frame in frame(),
        members in poles(),
        rows in prop::collection::vec(
            (text(), prop::collection::vec(count(), 0..11), count(), count()), 0..5),
    ) {
        let rows = rows.into_iter().map(|(name, counts, articles, articles_total)| ShareRow {
            name, counts, articles, articles_total,
        }).collect();
        let chart = Shares { frame, members, rows };
        check(|lang| chart.to_svg(lang));
        prop_assert!(chart.to_csv().starts_with("row,member,count"));
        let shown: usize = chart.rows.iter().flat_map(|r| &r.counts).filter(|&&c| c > 0).count();
        prop_assert_eq!(Picture::of(&chart.to_svg(Lang::Fr)).marks.len(), shown);
    }

    #[test]
    fn rates(
        frame in frame(),
        unit in text(),
        poles in poles(),
        rows in prop::collection::vec((text(), cells()), 0..5),
    ) {
        let rows = rows.into_iter().map(|(name, cells)| RateRow { name, cells }).collect();
        let chart = Rates { frame, unit, poles, rows };
        check(|lang| chart.to_svg(lang));
        prop_assert!(!chart.to_csv().contains("NaN"));
    }

    #[test]
    fn heatmap(
        frame in frame(),
        unit in text(),
        whole in any::<bool>(),
        axes in prop::collection::vec((text(), prop::collection::vec(text(), 0..9)), 0..5),
        rows in prop::collection::vec((text(), cells()), 0..5),
    ) {
        let axes: Vec<AxisGroup> =
            axes.into_iter().map(|(heading, poles)| AxisGroup { heading, poles }).collect();
        let rows: Vec<HeatRow> =
            rows.into_iter().map(|(name, cells)| HeatRow { name, cells }).collect();
        let chart = Heatmap { frame, unit, whole, axes, rows };
        check(|lang| chart.to_svg(lang));
        prop_assert!(!chart.to_csv().contains("NaN"));
        let columns: usize = chart.axes.iter().map(|axis| axis.poles.len()).sum();
        let marks = Picture::of(&chart.to_svg(Lang::Fr)).marks.len();
        prop_assert_eq!(marks, columns * chart.rows.len());
    }
}
