//! Invented outlets whose habits are known: score records, no text.

use serde_json::{Value, json};
use std::collections::BTreeMap;

pub const OUTLETS: [&str; 12] = [
    "Agence Meridia",
    "Chaîne Boréale d'information en continu",
    "Fréquence Boréale",
    "La Gazette des deux rives et du littoral",
    "La Vigie du soir",
    "L'Écho du Cœur",
    "Le Courrier de Valbrune",
    "Le Quotidien indépendant de Haute-Ostara",
    "Ostara Info",
    "Radio Carmine",
    "Revue Sept",
    "Zénith",
];

/// Poles of one axis, the usual ones first.
pub const POLES: [&str; 6] = ["rebelle", "terroriste", "djihadiste", "combattant", "islamiste", "milicien"];
const ACTORS: [&str; 5] = ["russie", "turquie", "iran", "etats-unis", "france"];
const SENTENCES: usize = 14;

/// A seeded stream of numbers from 0 to 1 (SplitMix64).
pub struct Draw(pub u64);

impl Draw {
    pub fn unit(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    pub fn below(&mut self, n: usize) -> usize {
        ((self.unit() * n as f64) as usize).min(n - 1)
    }

    /// An index, each as likely as its weight says.
    pub fn pick(&mut self, weights: &[f64]) -> usize {
        let mut rest = self.unit() * weights.iter().sum::<f64>();
        let found = weights.iter().position(|w| {
            rest -= w;
            rest < 0.0
        });
        found.unwrap_or(weights.len() - 1)
    }
}

/// What an outlet is wont to say: a weight for each pole. Outlets in a circle, neighbours alike.
pub fn habit(outlet: usize, of: usize, strength: f64) -> Vec<f64> {
    let turn = std::f64::consts::TAU * outlet as f64 / of as f64;
    let lean = |pole: usize| (strength * (turn - std::f64::consts::TAU * pole as f64 / POLES.len() as f64).cos()).exp();
    (0..POLES.len()).map(|pole| lean(pole) * [3.0, 3.0, 2.0, 2.0, 1.0, 0.6][pole]).collect()
}

/// Records of so many outlets and articles each, over 16 weeks; `strength` 0: all outlets have one habit. From week 9 on all outlets say
/// the second pole twice as often; week 5 has no article.
pub fn records(outlets: usize, articles: usize, strength: f64, seed: u64) -> Vec<Value> {
    let mut draw = Draw(seed);
    let mut records = Vec::new();
    for (outlet, name) in OUTLETS.iter().enumerate().take(outlets) {
        let usual = habit(outlet, outlets, strength);
        for article in 0..articles {
            let week = [0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15][draw.below(15)];
            let mut weights = usual.clone();
            if week >= 8 {
                weights[1] *= 2.0;
            }
            // An article has moods of its own.
            weights.iter_mut().for_each(|w| *w *= 0.5 + draw.unit());
            records.push(record(&mut draw, name, article, week * 7 + article % 7, &weights));
        }
    }
    records
}

/// So many days after the first of January 2021.
fn date(day: usize) -> String {
    let mut rest = day;
    for (month, days) in [(1, 31), (2, 28), (3, 31), (4, 30)] {
        if rest < days {
            return format!("2021-{month:02}-{:02}", rest + 1);
        }
        rest -= days;
    }
    panic!("day {day} lies outside the world")
}

fn record(draw: &mut Draw, outlet: &str, article: usize, day: usize, weights: &[f64]) -> Value {
    let mut hits = Vec::new();
    let mut named: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let sentences: Vec<[usize; 2]> = (0..SENTENCES).map(|at| [at * 120, at * 120 + 118]).collect();
    for (at, [start, _]) in sentences.iter().enumerate() {
        if draw.unit() < 0.45 {
            let pole = draw.pick(weights);
            let voice = ["outlet", "outlet", "outlet", "direct", "indirect"][draw.below(5)];
            hits.push(
                json!({ "lexicon": "conflit", "axis": "combattants", "pole": POLES[pole], "marker": POLES[pole], "start": start + 10,
                "end": start + 20, "text": POLES[pole], "zone": "body", "sentence": at, "negated": false, "voice": voice, "source": null }),
            );
            // Whoever is named beside a pole is so by habit: the actor of the same number twice as often.
            if draw.unit() < 0.5 {
                let actor = if draw.unit() < 0.4 { pole.min(ACTORS.len() - 1) } else { draw.below(ACTORS.len()) };
                named.entry(ACTORS[actor]).or_default().push(at);
            }
        } else if draw.unit() < 0.3 {
            named.entry(ACTORS[draw.below(ACTORS.len())]).or_default().push(at);
        }
    }
    let id = format!("{}-{article}", OUTLETS.iter().position(|o| *o == outlet).unwrap_or(0));
    json!({
        "schema": "cadrage/score/1", "id": id, "path": id, "digest": format!("{id:0>64}"), "outlet": outlet,
        "date": date(day), "title": format!("Article {id}"), "author": null, "url": null,
        "event": null, "genre": "info", "chars": SENTENCES * 120, "tokens": 280,
        "tokens_by_voice": { "outlet": 220, "direct": 30, "indirect": 30, "scare": 0 },
        "sentences": sentences, "lexicons": [], "zones": [], "hits": hits, "roles": [], "quotes": [],
        "mentions": named.iter().map(|(actor, at)| ((*actor).to_owned(), at.len())).collect::<BTreeMap<String, usize>>(),
        "named": named, "warnings": []
    })
}

/// A score file in a folder of its own.
pub fn file(outlets: usize, articles: usize, strength: f64) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("scores.jsonl");
    // The schema first: by it a score file is known.
    let line = |record: &Value| {
        let mut rest = record.as_object().expect("an object").clone();
        rest.remove("schema");
        let rest = Value::Object(rest).to_string();
        format!("{{\"schema\":\"cadrage/score/1\",{}\n", &rest[1..])
    };
    let lines: String = records(outlets, articles, strength, 7).iter().map(line).collect();
    std::fs::write(&path, lines).expect("written");
    let path = path.to_str().expect("a path").to_owned();
    (folder, path)
}
