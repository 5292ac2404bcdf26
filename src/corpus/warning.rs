//! Warnings in words.

use super::Warning;
use crate::lang::Lang;

impl Warning {
    /// What a reader of the figures should know, in their language.
    pub fn message(&self, lang: Lang) -> String {
        match self {
            Warning::Short { words } => {
                lang.pick(format!("article très court ({words} mots)"), format!("very short article ({words} words)"))
            }
            Warning::Decoded { encoding } => lang.pick(
                format!("le fichier n'est pas en UTF-8 ; il a été lu comme du {encoding}"),
                format!("the file is not UTF-8; it was read as {encoding}"),
            ),
            Warning::Damaged { characters } => lang.pick(
                format!("{characters} caractères illisibles ont été remplacés par « \u{fffd} »"),
                format!("{characters} unreadable characters were replaced by “\u{fffd}”"),
            ),
            Warning::Mojibake { found } => lang.pick(
                format!(
                    "lettres abîmées par un mauvais codage (« {found} ») : des mots ne seront pas reconnus ; reprenez le texte d'origine"
                ),
                format!("letters spoilt by a wrong encoding (“{found}”): words will be missed; take the original text again"),
            ),
            Warning::NotFrench { french, english } => lang.pick(
                format!("ce texte semble être en {french} ; les mesures ne valent que pour le français"),
                format!("this text seems to be in {english}; measures hold for French only"),
            ),
            Warning::CutOff { found } => lang.pick(
                format!("article sans doute incomplet, la suite étant réservée aux abonnés : « {found} »"),
                format!("article probably cut off by a paywall: “{found}”"),
            ),
            Warning::UnreadDate { found } => lang.pick(
                format!("date non comprise, gardée telle quelle : « {found} »"),
                format!("date not understood, kept as found: “{found}”"),
            ),
            Warning::UnknownKeep { found } => lang.pick(
                format!("colonne « garder » non comprise : « {found} » (attendu : tout, ou des lignes comme 3-5 9)"),
                format!("“keep” column not understood: “{found}” (expected: all, or lines such as 3-5 9)"),
            ),
            Warning::UnknownGenre { found } => lang.pick(
                format!("genre inconnu : « {found} » (attendu : info, depeche, opinion, entretien)"),
                format!("unknown genre: “{found}” (expected: info, depeche, opinion, entretien)"),
            ),
        }
    }
}
