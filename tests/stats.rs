//! Every statistic against independent implementations (SciPy, statsmodels): `tests/oracle/stats.py > tests/oracle/stats.json`.

use cadrage::stats::benjamini_hochberg::adjust;
use cadrage::stats::binomial::jeffreys;
use cadrage::stats::difference::{log_odds, of_shares};
use cadrage::stats::interval::{self, Refusal, rate, share, t_quantile};
use cadrage::stats::mantel_haenszel::{Table, common_odds};
use cadrage::stats::permutation::{Design, Unit, smallest_p, test};
use cadrage::stats::presence::Presence;
use cadrage::stats::ratio::{Part, ratio};
use serde_json::Value;

fn golden(name: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(include_str!("oracle/stats.json")).expect("golden values");
    let cases = match &all[name] {
        Value::Array(cases) => cases.clone(),
        one => vec![one.clone()],
    };
    assert!(!cases.is_empty() && !cases[0].is_null(), "no golden value of {name}");
    cases
}

fn number(case: &Value, name: &str) -> f64 {
    case[name].as_f64().unwrap_or_else(|| panic!("{name} in {case}"))
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().expect("a list").iter().map(|v| v.as_f64().expect("a number")).collect()
}

fn parts(value: &Value) -> Vec<Part> {
    let part = |pair: &Value| {
        let pair = numbers(pair);
        Part { y: pair[0], x: pair[1] }
    };
    value.as_array().expect("parts").iter().map(part).collect()
}

#[track_caller]
fn close(got: f64, wanted: f64) {
    assert!((got - wanted).abs() <= 1e-6 * wanted.abs().max(1e-3), "{got} is not {wanted}");
}

#[test]
fn quantiles_of_student() {
    golden("t").iter().for_each(|case| close(t_quantile(number(case, "df")), number(case, "quantile")));
}

#[test]
fn jeffreys_interval() {
    for case in golden("jeffreys") {
        let presence = Presence { k: number(&case, "k") as u64, n: number(&case, "n") as u64 };
        let found = jeffreys(presence).expect("an interval");
        close(found.low, number(&case, "low"));
        close(found.high, number(&case, "high"));
    }
    assert_eq!(jeffreys(Presence { k: 0, n: 0 }), None);
}

#[test]
fn false_discovery_rate() {
    for case in golden("benjamini_hochberg") {
        let adjusted = adjust(&numbers(&case["p"]));
        adjusted.iter().zip(numbers(&case["adjusted"])).for_each(|(got, wanted)| close(*got, wanted));
    }
    assert!(adjust(&[]).is_empty());
}

#[test]
fn shares_and_rates() {
    for case in golden("share") {
        let parts = parts(&case["parts"]);
        close(ratio(&parts).and_then(|r| r.variance).expect("a variance"), number(&case, "variance"));
        let found = share(&parts).expect("a share");
        let shown = found.interval.expect("an interval");
        close(found.value, number(&case, "value"));
        close(found.scaled.expect("a logit").df, number(&case, "df"));
        close(shown.low, number(&case, "low"));
        close(shown.high, number(&case, "high"));
    }
    for case in golden("rate") {
        let shown = rate(&parts(&case["parts"])).expect("a rate").interval.expect("an interval");
        close(shown.low, number(&case, "low"));
        close(shown.high, number(&case, "high"));
    }
}

#[test]
fn no_interval_from_few_articles_or_a_rare_word() {
    let part = |y: f64| Part { y, x: 4.0 };
    let few = share(&[part(1.0), part(2.0), part(3.0)]).expect("a share");
    assert_eq!(few.interval, Err(Refusal::TooFew { n: 3, least: interval::LEAST }));
    let rare: Vec<Part> = (0..12).map(|at| part(f64::from(u8::from(at == 0)))).collect();
    let found = share(&rare).expect("a share");
    assert_eq!(found.interval, Err(Refusal::Rare { articles: 1, least: 2 }));
    let many: Vec<Part> = (0..20).map(|at| part(f64::from(u8::from(at < 2)))).collect();
    assert_eq!(share(&many).expect("a share").interval, Err(Refusal::Rare { articles: 2, least: 3 }));
    let alike = share(&[part(2.0); 12]).expect("a share");
    assert_eq!(alike.interval, Err(Refusal::Alike));
    let short = rate(&[Part { y: 1.0, x: 300.0 }; 11]).expect("a rate");
    assert_eq!(short.interval, Err(Refusal::TooFew { n: 11, least: interval::LEAST_FOR_RATES }));
    assert_eq!(found.value, 1.0 / 48.0);
    assert_eq!(share(&[Part { y: 0.0, x: 0.0 }]), None);
}

#[test]
fn differences() {
    for case in golden("difference") {
        let (one, two) = (parts(&case["one"]), parts(&case["two"]));
        let (first, second) = (share(&one).expect("a share"), share(&two).expect("a share"));
        let (difference, interval) = of_shares(&first, &second);
        let interval = interval.expect("an interval");
        close(difference, number(&case, "difference"));
        close(interval.low, number(&case, "low"));
        close(interval.high, number(&case, "high"));
        let odds = log_odds((&one, &first), (&two, &second));
        assert!(!odds.corrected);
        close(odds.value, number(&case, "log_odds"));
        let interval = odds.interval.expect("an interval");
        close(interval.low, number(&case, "log_low"));
        close(interval.high, number(&case, "log_high"));
    }
}

#[test]
fn half_is_added_where_a_cell_is_empty() {
    let case = &golden("empty_cell")[0];
    let (one, two) = (parts(&case["one"]), parts(&case["two"]));
    let odds = log_odds((&one, &share(&one).expect("a share")), (&two, &share(&two).expect("a share")));
    assert!(odds.corrected && odds.interval.is_none());
    close(odds.value, number(case, "log_odds"));
}

fn unit(group: usize, stratum: usize, part: Part) -> Unit {
    Unit { group, stratum, counts: vec![part.y, part.x - part.y] }
}

#[test]
fn permutation_of_clusters() {
    for case in golden("permutation_clusters") {
        let of = |name: &str, group: usize| parts(&case[name]).into_iter().map(move |p| unit(group, 0, p)).collect::<Vec<_>>();
        let units = [of("one", 0), of("two", 1)].concat();
        let found = test(&units, 2, Design::Clusters, 1, 0);
        assert!(found.exhaustive);
        close(found.p, number(&case, "p"));
        close(found.pairs[0].p, number(&case, "p"));
    }
}

fn tables(case: &Value) -> Vec<Table> {
    let table = |cells: &Value| {
        let cells = numbers(cells);
        Table { a: cells[0], b: cells[1], c: cells[2], d: cells[3] }
    };
    case["tables"].as_array().expect("tables").iter().map(table).collect()
}

#[test]
fn permutation_within_events() {
    for case in golden("permutation_events") {
        let both =
            |(event, t): (usize, Table)| [unit(0, event, Part { y: t.a, x: t.a + t.b }), unit(1, event, Part { y: t.c, x: t.c + t.d })];
        let units: Vec<Unit> = tables(&case).into_iter().enumerate().flat_map(both).collect();
        let found = test(&units, 2, Design::WithinEvents, 1, 0);
        close(found.p, number(&case, "p"));
        close(smallest_p(&units, 2), 2.0 / f64::powi(2.0, units.len() as i32 / 2));
    }
}

#[test]
fn permutation_of_three_groups_at_once_and_pair_by_pair() {
    for case in golden("permutation_groups") {
        let unit = |unit: &Value| {
            let index = |at: usize| unit[at].as_u64().expect("a number") as usize;
            Unit { group: index(0), stratum: index(1), counts: numbers(&unit[2]) }
        };
        let units: Vec<Unit> = case["units"].as_array().expect("units").iter().map(unit).collect();
        let design = if case["design"] == "clusters" { Design::Clusters } else { Design::WithinEvents };
        let found = test(&units, 3, design, 1, 0);
        assert!(found.exhaustive);
        close(found.arrangements as f64, number(&case, "arrangements"));
        close(found.p, number(&case, "p"));
        found.pairs.iter().zip(numbers(&case["pairs"])).for_each(|(pair, wanted)| close(pair.p, wanted));
    }
}

#[test]
fn odds_over_events() {
    for case in golden("mantel_haenszel") {
        let found = common_odds(&tables(&case));
        close(found.log_odds.expect("odds"), number(&case, "value"));
        let (low, high) = found.scaled.expect("an interval").limits();
        close(low, number(&case, "low"));
        close(high, number(&case, "high"));
    }
}

#[test]
fn the_smallest_p_is_reached_by_the_clearest_difference() {
    for (first, second) in [(3, 3), (3, 4), (5, 2)] {
        let all = |group: usize, n: usize, y: f64| (0..n).map(|_| unit(group, 0, Part { y, x: 4.0 })).collect::<Vec<_>>();
        let units = [all(0, first, 0.0), all(1, second, 4.0)].concat();
        close(test(&units, 2, Design::Clusters, 1, 0).p, smallest_p(&units, 2));
    }
}

#[test]
fn drawn_arrangements_agree_with_all_of_them_and_with_any_number_of_threads() {
    // 10 against 11: more arrangements than are drawn.
    let units: Vec<Unit> = (0..21).map(|at| unit(at % 2, 0, Part { y: f64::from((at * 7 % 5) as u8), x: 5.0 })).collect();
    let found = test(&units, 2, Design::Clusters, 1, 0);
    assert!(!found.exhaustive && found.arrangements == 10_000);
    assert_eq!(found, test(&units, 2, Design::Clusters, 1, 0));
    assert_ne!(found.p, test(&units, 2, Design::Clusters, 2, 0).p, "another seed draws others");
    let one_thread = rayon::ThreadPoolBuilder::new().num_threads(1).build().expect("a pool");
    assert_eq!(found, one_thread.install(|| test(&units, 2, Design::Clusters, 1, 0)));
    // Of all 352,716 arrangements: counted once, by this test's own loop over bit masks.
    assert!((found.p - exhaustive(&units)).abs() < 0.015, "{} against {}", found.p, exhaustive(&units));
}

/// All ways of choosing ten of the units, as bit masks (Gosper's hack).
fn exhaustive(units: &[Unit]) -> f64 {
    let z = |mask: u32| {
        let relabelled: Vec<Unit> =
            units.iter().enumerate().map(|(at, u)| Unit { group: usize::from(mask >> at & 1 == 1), ..u.clone() }).collect();
        let sums = |g: usize, f: &dyn Fn(&Unit) -> f64| relabelled.iter().filter(|u| u.group == g).map(f).sum::<f64>();
        let one = |g: usize| {
            let (y, x, n) = (sums(g, &|u| u.counts[0]), sums(g, &|u| u.base()), sums(g, &|_| 1.0));
            let r = y / x;
            (r, (n / (n - 1.0) * sums(g, &|u| (u.counts[0] - r * u.base()).powi(2)) / x / x, x))
        };
        let ((a, (va, xa)), (b, (vb, xb))) = (one(0), one(1));
        let common = units.iter().map(|u| u.counts[0]).sum::<f64>() / units.iter().map(Unit::base).sum::<f64>();
        let floor = |v: f64, x: f64| v.max(common * (1.0 - common) / x);
        ((a - b) / (floor(va, xa) + floor(vb, xb)).sqrt()).abs()
    };
    let found = z((0..21).filter(|at| at % 2 == 1).fold(0, |mask, at| mask | 1 << at));
    let (mut mask, mut reached, mut all) = ((1u32 << 10) - 1, 0.0, 0.0);
    while mask < 1 << 21 {
        all += 1.0;
        reached += f64::from(u8::from(z(mask) >= found - 1e-9));
        let low = mask & mask.wrapping_neg();
        let ripple = mask + low;
        mask = (((ripple ^ mask) >> 2) / low) | ripple;
    }
    reached / all
}
