//! Maps, trees, timelines and graphs: every name and number is there, none on another, with twelve outlets and long names.

use cadrage::charts::{CorrespondenceMap, Edge, Joint, Leaf, MapPoint, Network, Panel, PeriodLabel, Pole, TimePoint, Timeline, Tree};
use cadrage::lang::Lang;

use crate::samples::*;
use crate::structure::{look, records};

/// Points in a spiral, so that some lie close together.
fn map(outlets: &[&str], words: &[&str]) -> CorrespondenceMap {
    let point = |at: usize, name: &str, far: f64| {
        let turn = 0.9 * at as f64;
        let place = [far * turn.cos() * (1.0 + 0.1 * at as f64), far * turn.sin()];
        let outline = (0..40)
            .map(|step| std::f64::consts::TAU * f64::from(step) / 40.0)
            .map(|t| [place[0] + 0.2 * t.cos(), place[1] + 0.1 * t.sin()]);
        MapPoint {
            name: name.into(),
            place,
            quality: 0.84,
            articles: 10 + at as u64,
            is_supplementary: at == 3,
            outline: outline.collect(),
        }
    };
    CorrespondenceMap {
        frame: frame("« libérer » d'un côté, « prendre » de l'autre", "Un lieu change de mains"),
        shares: [0.62, 0.21],
        outlets: outlets.iter().enumerate().map(|(at, name)| point(at, name, 0.4)).collect(),
        words: words.iter().enumerate().map(|(at, name)| MapPoint { outline: Vec::new(), ..point(at, name, 0.7) }).collect(),
    }
}

#[test]
fn a_map_names_every_point() {
    let chart = map(&OUTLETS, &FIGHTERS);
    let picture = look("map-crowded", &chart.to_svg(Lang::Fr));
    assert_eq!(picture.marks.len(), OUTLETS.len() + FIGHTERS.len());
    assert!(FIGHTERS.iter().all(|word| picture.has(word)) && picture.has("Radio « Aube »"));
    assert!(picture.has("axe 1 : 62\u{a0}% des écarts") && picture.description.contains("position vue à 84\u{a0}%"));
    assert_eq!(records(&chart.to_csv()).len(), picture.marks.len());
    // All in one place, and nothing to place.
    let mut heap = map(&OUTLETS, &PLACES);
    heap.outlets.iter_mut().chain(&mut heap.words).for_each(|p| (p.place, p.outline) = ([0.0, 0.0], Vec::new()));
    assert_eq!(look("map-heap", &heap.to_svg(Lang::En)).marks.len(), 15);
    assert!(look("map-empty", &map(&[], &[]).to_svg(Lang::Fr)).has("Rien à montrer : aucune donnée."));
}

#[test]
fn a_tree_names_every_leaf_and_every_support() {
    let leaves: Vec<Leaf> = OUTLETS.iter().map(|name| Leaf { name: (*name).into(), articles: 24 }).collect();
    // Two neighbours first, then one by one: the narrowest of trees.
    let joint = |at: usize| Joint {
        branches: [if at == 0 { 0 } else { 11 + at }, at + 1],
        height: 0.1 + 0.02 * at as f64,
        support: 0.95 - 0.05 * at as f64,
    };
    let chart = Tree {
        frame: frame("Deux médias se ressemblent", ""),
        unit: "distance".into(),
        leaves,
        joints: (0..11).map(joint).collect(),
        chance: 0.08,
    };
    let picture = look("tree-crowded", &chart.to_svg(Lang::Fr));
    assert_eq!(picture.marks.len(), 11);
    assert!(picture.has("95\u{a0}%") && picture.has("Zénith (24)"));
    assert!(picture.marks[0].2.contains("L'Écho du Cœur, La Dépêche de Français-sur-Œuvre") && picture.marks[0].2.contains("0,10"));
    assert_eq!(records(&chart.to_csv()).len(), 11);
    assert!(look("tree-empty", &Tree::default().to_svg(Lang::En)).has("Nothing to show: no data."));
}

fn timeline(periods: usize, panels: &[&str]) -> Timeline {
    let value = |panel: usize, at: usize| 1.0 + ((at * 7 + panel * 3) % 11) as f64 / 4.0;
    let point = |panel: usize, at: usize| {
        let value = value(panel, at);
        let interval = (!at.is_multiple_of(3)).then_some((0.6 * value, 1.7 * value));
        (at % 9 != 4).then(|| TimePoint { value, interval, label: "4 fois dans 3 articles sur 8".into() })
    };
    let labels = Pole::all(panels);
    Timeline {
        frame: frame("Semaine après semaine", "Qui avance ?"),
        unit: "pour 1\u{202f}000 mots".into(),
        periods: (0..periods)
            .map(|at| PeriodLabel {
                name: format!("semaine {at}"),
                tick: format!("{} sept.", at % 30 + 1),
                articles: if at % 9 == 4 { 0 } else { 8 },
            })
            .collect(),
        panels: labels
            .into_iter()
            .enumerate()
            .map(|(panel, pole)| Panel {
                pole,
                n: "120 fois dans 60 articles".into(),
                points: (0..periods).map(|at| point(panel, at)).collect(),
            })
            .collect(),
        date: Some((periods / 2, "trait noir : 1er mars 2021".into())),
    }
}

#[test]
fn a_timeline_shows_gaps_and_every_value() {
    for (name, periods, panels) in
        [("timeline", 12, &PLACES[..]), ("timeline-crowded", 200, &OUTLETS[..]), ("timeline-one", 1, &PLACES[..1])]
    {
        let chart = timeline(periods, panels);
        let picture = look(name, &chart.to_svg(Lang::Fr));
        let values = (0..periods).filter(|at| at % 9 != 4).count() * panels.len();
        assert_eq!(picture.marks.len(), values);
        assert!(!picture.marks.iter().any(|mark| mark.1 % 9 == 4), "a gap is no zero");
        let rows = records(&chart.to_csv());
        assert_eq!(rows.len(), periods * panels.len());
        assert_eq!(rows.iter().filter(|row| row["value"].is_empty()).count(), rows.len() - values);
    }
    let mut shares = timeline(12, &PLACES);
    shares.unit.clear();
    shares
        .panels
        .iter_mut()
        .flat_map(|p| p.points.iter_mut().flatten())
        .for_each(|p| (p.value, p.interval) = (p.value / 4.0, p.interval.map(|(low, high)| (low / 4.0, high / 4.0))));
    assert!(look("timeline-shares", &shares.to_svg(Lang::En)).has("100%"));
    assert!(look("timeline-empty", &Timeline::default().to_svg(Lang::Fr)).has("Rien à montrer : aucune donnée."));
}

#[test]
fn a_graph_numbers_its_lines() {
    let edges: Vec<Edge> =
        (0..24).map(|at| Edge { left: at % 12, right: (at * 7 + at / 12) % 10, count: 40 - at as u64, articles: 5, ratio: 1.8 }).collect();
    let chart = Network {
        frame: frame("« rebelle » : surtout avec Zénith", ""),
        unit: "Nombre et épaisseur : phrases".into(),
        left: OUTLETS.iter().map(|name| (*name).into()).collect(),
        right: FIGHTERS.iter().map(|word| (*word).into()).collect(),
        edges,
    };
    let picture = look("network-crowded", &chart.to_svg(Lang::Fr));
    assert!(FIGHTERS.iter().all(|word| picture.has(word)));
    assert_eq!(picture.marks.len(), 24);
    assert!(picture.description.contains("40 phrases dans 5 articles, 1,8 fois ce qu'on attend"));
    assert_eq!(records(&chart.to_csv()).len(), 24);
    assert!(look("network-empty", &Network::default().to_svg(Lang::Fr)).has("Rien à montrer : aucune donnée."));
}
