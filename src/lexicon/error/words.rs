//! The faults of a lexicon in words, each with the hint that mends it.

use super::What;
use crate::lang::Lang;
use crate::lexicon::pattern::FaultKind;

impl What {
    /// The fault, and the hint that mends it.
    pub(super) fn in_words(&self, lang: Lang) -> (String, String) {
        let (fr, fr_hint, en, en_hint): (String, String, String, String) = match self {
            What::Unreadable(why) => (
                format!("ne peut pas être lu ({why})"),
                "vérifiez le chemin et les droits".into(),
                format!("cannot be read ({why})"),
                "check the path and its permissions".into(),
            ),
            What::Syntax(why) => (
                format!("TOML mal formé : {why}"),
                "comparez avec un fichier de lexicons/".into(),
                format!("malformed TOML: {why}"),
                "compare with a file of lexicons/".into(),
            ),
            What::UnknownKey { key, nearest, known } => {
                let (fr, en) = match nearest {
                    Some(nearest) => (format!("vouliez-vous dire « {nearest} » ? "), format!("did you mean \"{nearest}\"? ")),
                    None => Default::default(),
                };
                (
                    format!("clé inconnue : « {key} »"),
                    format!("{fr}clés possibles ici : {}", known.join(", ")),
                    format!("unknown key: \"{key}\""),
                    format!("{en}keys possible here: {}", known.join(", ")),
                )
            }
            What::MissingKey { key } => (
                format!("il manque la clé « {key} »"),
                format!("ajoutez {key} = … ; pour un modèle : cadrage lexicon new"),
                format!("missing key \"{key}\""),
                format!("add {key} = …; for a model: cadrage lexicon new"),
            ),
            What::NoSuchLexicon { name, known } => (
                format!("aucun lexique « {name} »"),
                format!("lexiques fournis : {}, ou le chemin d'un dossier", known.join(", ")),
                format!("no lexicon \"{name}\""),
                format!("built in: {}, or give the path of a folder", known.join(", ")),
            ),
            What::NoAxis => (
                "des [[pole]] ou des [[marker]] sans axe".into(),
                "commencez le fichier par axis = \"…\"".into(),
                "[[pole]] or [[marker]] without an axis".into(),
                "begin the file with axis = \"…\"".into(),
            ),
            What::MissingIdentity => (
                "pas de lexicon.toml".into(),
                "il donne id, version, titre et licence du lexique".into(),
                "no lexicon.toml".into(),
                "it gives the lexicon's id, version, title and licence".into(),
            ),
            What::UnknownPole { marker, pole } => (
                format!("le marqueur « {marker} » nomme un pôle inconnu, « {pole} »"),
                "déclarez-le par [[pole]] dans un fichier du même axe".into(),
                format!("marker \"{marker}\" names an unknown pole, \"{pole}\""),
                "declare it with [[pole]] in a file of the same axis".into(),
            ),
            What::DuplicateMarker { marker } => (
                format!("deux marqueurs « {marker} » dans cet axe"),
                "un nom par marqueur : réunissez-les ou renommez-en un".into(),
                format!("two markers \"{marker}\" in this axis"),
                "one name a marker: join them or rename one".into(),
            ),
            What::DuplicatePattern { marker, pattern, other, place } => (
                format!("motif en double dans « {marker} » : {pattern} est déjà dans « {other} » ({place}), avec les mêmes gardes"),
                "celui-ci ne sert à rien : supprimez-le".into(),
                format!("duplicate pattern in \"{marker}\": {pattern} is in \"{other}\" already ({place}), with the same guards"),
                "this one does nothing: delete it".into(),
            ),
            What::NoPattern { marker } => (
                format!("le marqueur « {marker} » n'a pas de motif"),
                "donnez-en un dans match = [\"…\"]".into(),
                format!("marker \"{marker}\" has no pattern"),
                "give one in match = [\"…\"]".into(),
            ),
            What::Pattern { pattern, at, kind } => {
                let (fr, en) = fault_in_words(kind);
                (
                    format!("motif « {pattern} », caractère {} : {fr}", at + 1),
                    String::new(),
                    format!("pattern \"{pattern}\", character {}: {en}", at + 1),
                    String::new(),
                )
            }
            What::UnanchoredPattern { pattern } => (
                format!("le motif « {pattern} » ne commence par aucun mot"),
                "commencez par un mot ou une classe ; _ # ^ ... :n viennent après".into(),
                format!("pattern \"{pattern}\" begins with no word"),
                "begin with a word or a class; _ # ^ ... :n come after".into(),
            ),
            What::UnknownClass { class } => (
                format!("classe inconnue : @{class}"),
                format!("écrivez classes/{class}.toml"),
                format!("unknown class: @{class}"),
                format!("write classes/{class}.toml"),
            ),
            What::UnknownSlot { marker, slot } => (
                format!("aucun motif du marqueur « {marker} » n'a de case <{slot}=…>"),
                format!("écrivez <{slot}=…> dans un motif, ou une autre place"),
                format!("no pattern of marker \"{marker}\" has a slot <{slot}=…>"),
                format!("write <{slot}=…> in a pattern, or another place"),
            ),
            What::EmptyClass { class } => (
                format!("la classe @{class} est vide"),
                "ajoutez des mots, ou supprimez-la".into(),
                format!("class @{class} is empty"),
                "add words, or delete it".into(),
            ),
            What::UnknownReference { reference } => (
                format!("renvoi inconnu : @{reference}"),
                "@axe.pôle, ou @lexique/axe.pôle".into(),
                format!("unknown reference: @{reference}"),
                "@axis.pole, or @lexicon/axis.pole".into(),
            ),
            What::CircularReference { reference } => (
                format!("@{reference} renvoie à lui-même"),
                "supprimez l'un des renvois".into(),
                format!("@{reference} refers to itself"),
                "remove one of the references".into(),
            ),
            What::Guard { guard } => (
                format!("garde illisible : « {guard} »"),
                "portée: motif, où la portée est prev, next, before N, after N, clause, sentence, object, subject".into(),
                format!("unreadable guard: \"{guard}\""),
                "scope: pattern, where scope is prev, next, before N, after N, clause, sentence, object, subject".into(),
            ),
            What::UnknownMember { contrast, member } => (
                format!("le contraste « {contrast} » nomme « {member} », qui n'existe pas"),
                "axe/pôle dans poles, axe/marqueur dans markers".into(),
                format!("contrast \"{contrast}\" names \"{member}\", which does not exist"),
                "axis/pole in poles, axis/marker in markers".into(),
            ),
            What::NoExamples { marker, hits } => {
                let key = if *hits { "hits" } else { "misses" };
                (
                    format!("le marqueur « {marker} » n'a pas d'exemples {key}"),
                    "donnez des phrases à trouver (hits, avec [crochets]) et à ne pas trouver (misses)".into(),
                    format!("marker \"{marker}\" has no {key} examples"),
                    "give sentences it must hit (hits, with [brackets]) and must not (misses)".into(),
                )
            }
            What::MissedExample { marker, sentence, expected } => (
                format!("« {marker} » ne trouve pas [{expected}] dans : {sentence}"),
                String::new(),
                format!("\"{marker}\" does not hit [{expected}] in: {sentence}"),
                String::new(),
            ),
            What::FalseExample { marker, sentence, found } => (
                format!("« {marker} » trouve à tort [{found}] dans : {sentence}"),
                String::new(),
                format!("\"{marker}\" wrongly hits [{found}] in: {sentence}"),
                String::new(),
            ),
            What::Brackets { marker, sentence } => (
                format!("« {marker} » : crochets absents ou mal fermés dans : {sentence}"),
                "entourez le passage attendu : [libéré]".into(),
                format!("\"{marker}\": missing or unclosed brackets in: {sentence}"),
                "enclose the expected span: [libéré]".into(),
            ),
        };
        lang.pick((fr, fr_hint), (en, en_hint))
    }
}

fn fault_in_words(kind: &FaultKind) -> (String, String) {
    match kind {
        FaultKind::Empty => ("rien à cet endroit".into(), "nothing here".into()),
        FaultKind::Unclosed(c) => (format!("« {c} » manque"), format!("missing {c}")),
        FaultKind::Unexpected(c) => (format!("« {c} » inattendu"), format!("unexpected {c}")),
        FaultKind::UnknownTag(tag) => (format!("étiquette inconnue « {tag} »"), format!("unknown tag \"{tag}\"")),
        FaultKind::NotALemma { word, lemmas } => (
            format!(
                "« {word} » est une forme de « {} » : écrivez ce mot, ou \"{word}\" entre guillemets droits pour la forme exacte",
                lemmas.join(" », « ")
            ),
            format!(
                "\"{word}\" is a form of \"{}\": write that word, or put \"{word}\" in straight quotes for the exact form",
                lemmas.join("\", \"")
            ),
        ),
    }
}
