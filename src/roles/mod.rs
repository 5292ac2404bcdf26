//! What part an article gives to each foreign actor.
//!
//! `(&Document, &Compiled, &Plan, names) → Vec<Statement>`. Words of a lexicon tell a part; the noun phrases that hang on them, by the ties that
//! the lexicon names, tell whose part it is and for or against whom.

mod anaphors;
mod around;
mod bearing;
mod effects;
mod genitive;
mod home;
mod parties;
pub mod phrases;
pub mod plan;
mod scene;
mod statements;
mod ties;

pub use plan::Plan;
pub use statements::Statement;

use crate::lexicon::Compiled;
use crate::matching::Hit;
use crate::text::Document;
use crate::voice::{Source, Voice, Voices};
use crate::zones::ZoneKind;
use parties::Parties;
use plan::Actor;
use scene::Scene;
use serde::{Deserialize, Serialize};

/// One statement that an actor plays a part, in the score format. Offsets in code points.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    pub actor: String,
    pub role: String,
    pub target: Option<String>,
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub zone: ZoneKind,
    pub sentence: usize,
    pub voice: Option<Voice>,
    pub source: Option<Source>,
}

/// All statements of an article, by place; `names` are the mentions of actors and places.
pub fn find(document: &Document, lexicons: &Compiled, plan: &Plan, names: &[Hit], voices: Option<&Voices>) -> Vec<Statement> {
    let Some(scene) = Scene::new(document, lexicons, plan, names) else { return Vec::new() };
    let parties = Parties::new(document, lexicons, plan, &scene, voices);
    let mut statements: Vec<Statement> = Vec::new();
    let tell = |hit: &Hit, statements: &mut Vec<Statement>| {
        for statement in statements::of_trigger(&parties, hit, statements) {
            if !statements.contains(&statement) {
                statements.push(statement);
            }
        }
    };
    scene.triggers.iter().for_each(|hit| tell(hit, &mut statements));
    // "« C'est une violation », a dénoncé Oslo": whose it is, only what follows tells.
    for hit in scene.triggers.iter().filter(|hit| statements::is_reproach(plan, hit)) {
        if !statements.iter().any(|statement| statement.tokens == hit.tokens) {
            tell(hit, &mut statements);
        }
    }
    let foes: Vec<Actor> = statements.iter().filter(|s| !s.at_home).filter_map(|s| s.target).collect();
    statements.retain(|s| !s.at_home || foes.contains(&s.actor));
    statements.sort_by_key(|s| (s.tokens.start, s.tokens.end, s.role, s.actor));
    share_targets(&mut statements);
    statements
}

/// "des bombardements iraniens ayant visé des Kurdes": one sentence that names the target once names it for all.
fn share_targets(statements: &mut [Statement]) {
    for at in 0..statements.len() {
        let Statement { sentence, actor, role, target, .. } = statements[at];
        if target.is_none() {
            let same = |s: &&Statement| s.sentence == sentence && s.actor == actor && s.role == role;
            let mut named = statements.iter().filter(same).filter_map(|s| s.target);
            if let Some(first) = named.next()
                && named.all(|other| other == first)
            {
                statements[at].target = Some(first);
            }
        }
    }
}
