//! Data to draw: ordinary, crowded and empty.

use cadrage::charts::{AxisGroup, Frame, HeatRow, Heatmap, Pole, RateCell, RateRow, Rates, ShareRow, Shares};

pub const OUTLETS: [&str; 12] = [
    "L'Écho du Cœur",
    "La Dépêche de Français-sur-Œuvre",
    "La Gazette",
    "Le Courrier de Valbrune",
    "Le Fil",
    "Le Nouvel Observateur des Provinces méridionales et d'Outre-mer",
    "Le Petit Journal",
    "Les Échos de l'Été",
    "Mer & Monde <en direct>",
    "Radio « Aube »",
    "Tribune libre",
    "Zénith",
];

pub const FIGHTERS: [&str; 10] = [
    "« combattant »",
    "« djihadiste »",
    "« extrémiste »",
    "« islamiste »",
    "« mercenaire »",
    "« milicien »",
    "« rebelle »",
    "« résistant »",
    "« séparatiste »",
    "« terroriste »",
];

pub const PLACES: [&str; 3] = ["« libérer »", "« prendre »", "« reprendre »"];

pub fn frame(title: &str, question: &str) -> Frame {
    Frame {
        title: title.to_owned(),
        question: question.to_owned(),
        subtitle: "Dans ces articles, propos de l'article lui-même, sans les citations.".to_owned(),
        notes: vec!["Pas forcément la même réalité : les articles ne parlent pas tous du même événement.".to_owned()],
    }
}

pub fn territory() -> Frame {
    frame("Un lieu change de mains", "« libérer », « reprendre », « prendre » : du point de vue de qui ?")
}

pub fn shares(rows: &[(&str, &[u64], u64, u64)], members: &[&str]) -> Shares {
    Shares {
        frame: territory(),
        members: Pole::all(members),
        rows: rows
            .iter()
            .map(|&(name, counts, articles, articles_total)| ShareRow {
                name: name.to_owned(),
                counts: counts.to_vec(),
                articles,
                articles_total,
            })
            .collect(),
    }
}

pub fn four_outlets() -> Shares {
    shares(
        &[
            ("L'Écho du Cœur", &[12, 3, 9], 10, 12),
            ("La Gazette", &[0, 0, 0], 0, 12),
            ("Le Courrier de Valbrune", &[2, 1, 14], 9, 12),
            ("Zénith", &[31, 1, 1], 12, 12),
        ],
        &PLACES,
    )
}

/// Ten members, most of them rare, in twelve rows.
pub fn crowded_shares() -> Shares {
    let counts: Vec<[u64; 10]> = (0..12u64).map(|r| std::array::from_fn(|c| (r * 7 + c as u64 * c as u64 * 3) % 11 * (r % 4))).collect();
    let mut rows: Vec<(&str, &[u64], u64, u64)> =
        OUTLETS.iter().zip(&counts).map(|(&name, counts)| (name, counts.as_slice(), 9, 12)).collect();
    let rare = [1, 1, 2000, 1, 1, 1, 1, 1, 2, 1];
    rows[2].1 = &rare;
    shares(&rows, &FIGHTERS)
}

pub fn article_shares() -> Shares {
    let long = "Le Fil – Après des semaines de combats acharnés, l'armée annonce avoir repris \
                le contrôle total de la vieille ville et de ses faubourgs";
    shares(
        &[(long, &[3, 0, 1], 1, 1), ("La Gazette – La ville est tombée", &[0, 0, 1], 1, 1), ("Zénith – Damas, l'été", &[0, 0, 0], 0, 1)],
        &PLACES,
    )
}

fn cell(count: u64, articles: u64) -> RateCell {
    RateCell { rate: count as f64 / 4.375, count, present_in: count.min(articles), articles }
}

pub fn rates(names: &[&str], poles: &[&str], count: impl Fn(usize, usize) -> u64) -> Rates {
    Rates {
        frame: frame("Ceux qui se battent sans être une armée d'État", "Quel mot pour les désigner, et qui l'emploie ?"),
        unit: "pour 1\u{202f}000 mots".to_owned(),
        poles: Pole::all(poles),
        rows: names
            .iter()
            .enumerate()
            .map(|(r, &name)| RateRow { name: name.to_owned(), cells: (0..poles.len()).map(|p| Some(cell(count(r, p), 12))).collect() })
            .collect(),
    }
}

pub fn some_count(row: usize, pole: usize) -> u64 {
    match pole {
        4 | 7 => 0,
        _ => ((row * 5 + pole * pole * 3) % 17) as u64,
    }
}

pub fn crowded_rates() -> Rates {
    let mut chart = rates(&OUTLETS, &FIGHTERS, some_count);
    chart.rows[3].cells[1] = None;
    chart
}

pub fn heatmap(names: &[&str]) -> Heatmap {
    let poles = |labels: &[&str]| labels.iter().map(|l| (*l).to_owned()).collect::<Vec<_>>();
    let axes = vec![
        AxisGroup { heading: "Ceux qui se battent sans être une armée d'État".to_owned(), poles: poles(&FIGHTERS) },
        AxisGroup {
            heading: "Un lieu change de mains".to_owned(),
            poles: poles(&["« chasser »", "« libérer »", "« occuper »", "« reprendre »"]),
        },
        AxisGroup { heading: "Mots de réserve".to_owned(), poles: poles(&["« prétendu »"]) },
        AxisGroup {
            heading: "Le nom donné à l'ensemble".to_owned(),
            poles: poles(&["« conflit »", "« crise »", "« guerre »", "« guerre civile »"]),
        },
    ];
    let columns = axes.iter().map(|axis| axis.poles.len()).sum();
    Heatmap {
        frame: frame("Tous les mots d'un coup d'œil", "Qui emploie quoi ?"),
        unit: "pour 1\u{202f}000 mots".to_owned(),
        whole: false,
        axes,
        rows: names
            .iter()
            .enumerate()
            .map(|(r, &name)| HeatRow {
                name: name.to_owned(),
                cells: (0..columns).map(|c| (r != 2 || c != 5).then(|| cell(some_count(r, c), 12))).collect(),
            })
            .collect(),
    }
}
