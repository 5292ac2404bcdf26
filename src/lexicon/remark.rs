//! What works in a lexicon but deserves a second look: file, line, what, and what to do, in the user's language.

use super::error::with_place;
use crate::lang::Lang;

/// One thing to look at again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    pub file: String,
    /// 1-based.
    pub line: usize,
    pub doubt: Doubt,
}

/// The kinds of remarks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Doubt {
    /// No hit sentence is found by this pattern.
    Unproven {
        marker: String,
        pattern: String,
    },
    /// On its marker's own examples the pattern matches, and another marker wins each time.
    Shadowed {
        marker: String,
        pattern: String,
        winner: String,
    },
    /// The same pattern stands at `place` already, with other guards.
    Duplicate {
        marker: String,
        pattern: String,
        other: String,
        place: String,
    },
    /// Two poles claim the same words of an example.
    Overlap {
        marker: String,
        pole: String,
        winner: String,
        winner_pole: String,
        found: String,
        sentence: String,
    },
    UnusedClass {
        class: String,
    },
}

/// Kinds in the order of a summary, with their names.
pub const KINDS: [(&str, &str); 5] = [
    ("motifs jamais prouvés", "patterns never proved"),
    ("motifs masqués", "shadowed patterns"),
    ("motifs en double", "duplicate patterns"),
    ("pôles en concurrence", "poles that tie"),
    ("classes inutilisées", "unused classes"),
];

impl Remark {
    /// One line for a person, with a hint after it.
    pub fn message(&self, lang: Lang) -> String {
        let (what, hint) = self.doubt.in_words(lang);
        with_place(&self.file, self.line, &what, &hint, lang)
    }
}

impl Doubt {
    /// Index into [`KINDS`].
    pub fn kind(&self) -> usize {
        match self {
            Doubt::Unproven { .. } => 0,
            Doubt::Shadowed { .. } => 1,
            Doubt::Duplicate { .. } => 2,
            Doubt::Overlap { .. } => 3,
            Doubt::UnusedClass { .. } => 4,
        }
    }

    fn in_words(&self, lang: Lang) -> (String, String) {
        let (fr, fr_hint, en, en_hint): (String, String, String, String) = match self {
            Doubt::Unproven { marker, pattern } => (
                format!("motif jamais prouvé dans « {marker} » : {pattern}"),
                "ajoutez à hits une phrase que seul ce motif trouve, ou supprimez-le".into(),
                format!("pattern never proved in \"{marker}\": {pattern}"),
                "add a sentence to hits that only this pattern finds, or delete it".into(),
            ),
            Doubt::Shadowed { marker, pattern, winner } => (
                format!("motif masqué dans « {marker} » : {pattern} cède toujours à « {winner} »"),
                format!("supprimez-le, allongez-le, ou gardez « {winner} » par unless"),
                format!("shadowed pattern in \"{marker}\": {pattern} always loses to \"{winner}\""),
                format!("delete it, make it longer, or guard \"{winner}\" with unless"),
            ),
            Doubt::Duplicate { marker, pattern, other, place } => (
                format!("motif en double dans « {marker} » : {pattern} est déjà dans « {other} » ({place})"),
                "vérifiez que leurs gardes s'excluent, ou réunissez-les".into(),
                format!("duplicate pattern in \"{marker}\": {pattern} is in \"{other}\" already ({place})"),
                "make sure that their guards exclude each other, or join them".into(),
            ),
            Doubt::Overlap { marker, pole, winner, winner_pole, found, sentence } => (
                format!(
                    "« {marker} » ({pole}) et « {winner} » ({winner_pole}) trouvent tous deux [{found}] : le second l'emporte, car il vient avant ; dans : {sentence}"
                ),
                "une garde unless à l'un des deux, pour que l'ordre des fichiers ne décide pas".into(),
                format!(
                    "\"{marker}\" ({pole}) and \"{winner}\" ({winner_pole}) both match [{found}]: the latter wins because it comes first; in: {sentence}"
                ),
                "give one of them an unless guard, so that the order of the files does not decide".into(),
            ),
            Doubt::UnusedClass { class } => (
                format!("aucun motif et aucune garde n'emploie la classe @{class}"),
                "employez-la, ou supprimez son fichier".into(),
                format!("no pattern and no guard uses class @{class}"),
                "use it, or delete its file".into(),
            ),
        };
        lang.pick((fr, fr_hint), (en, en_hint))
    }
}
