//! `cadrage lexicon check|new|try` as the author of a lexicon meets them.

use cadrage::counts::Instrument;
use cadrage::lang::Lang;
use cadrage::lexicon::source::{File, read};
use cadrage::lexicon::{load, usage};
use std::fs;
use std::path::Path;
use std::process::{Command, Output};
use tempfile::TempDir;

fn cadrage(args: &[&str], folder: &Path) -> Output {
    Command::new(env!("CARGO_BIN_EXE_cadrage")).args(args).current_dir(folder).output().expect("the program starts")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

const IDENTITY: &str = "id='x'\nversion='1'\nlicence='CC0'\ntitle={fr='x',en='x'}\ndescription={fr='x',en='x'}\n";
const AXIS: &str = "axis='a'\ntitle={fr='x',en='x'}\nquestion={fr='x',en='x'}\n[[pole]]\nid='p'\nword={fr='x',en='x'}\n[[pole]]\nid='q'\nword={fr='x',en='x'}\n";

fn lexicon(markers: &str) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("lexicon.toml"), IDENTITY).expect("a file");
    fs::write(folder.path().join("axe.toml"), format!("{AXIS}{markers}")).expect("a file");
    folder
}

/// A marker in five lines.
fn marker(name: &str, pole: &str, patterns: &str, hits: &str) -> String {
    format!("[[marker]]\nname='{name}'\npole='{pole}'\nmatch=[{patterns}]\nhits=[{hits}]\nmisses=['Il pleut.']\n")
}

#[test]
fn remarks_name_file_line_and_remedy_and_are_no_fault() {
    let cases: &[(&str, String, &str, &str)] = &[
        (
            "unproven",
            marker("m", "p", "'ville', 'port:n'", "'La [ville] dort.'"),
            "axe.toml:13: motif jamais prouvé dans « m » : port:n",
            "pattern never proved in \"m\": port:n",
        ),
        (
            "shadowed",
            marker("m", "p", "'ville', 'port:n'", "'La [ville] dort.', 'Du port de commerce, la [ville] dort.'")
                + &marker("n", "q", "'port:n de commerce'", "'Le [port de commerce] dort.'"),
            "axe.toml:13: motif masqué dans « m » : port:n cède toujours à « n »",
            "shadowed pattern in \"m\": port:n always loses to \"n\"",
        ),
        (
            "duplicate, other guards",
            marker("m", "p", "'ville'", "'La [ville] dort.'").replace("hits", "unless=['sentence: soir']\nhits")
                + &marker("n", "p", "'ville'", "'Le soir, la [ville] dort.'").replace("misses", "only=['sentence: soir']\nmisses"),
            "axe.toml:20: motif en double dans « n » : ville est déjà dans « m » (./axe.toml:13)",
            "duplicate pattern in \"n\": ville is in \"m\" already (./axe.toml:13)",
        ),
        (
            "overlap",
            marker("m", "p", "'(ville|cité:n)'", "'La [ville] dort.'") + &marker("n", "q", "'(ville|bourg)'", "'Le [bourg] dort.'"),
            "axe.toml:17: « n » (q) et « m » (p) trouvent tous deux [ville]",
            "\"n\" (q) and \"m\" (p) both match [ville]",
        ),
    ];
    for (what, markers, french, english) in cases {
        let folder = lexicon(markers);
        let check = cadrage(&["lexicon", "check", "."], folder.path());
        let found = text(&check.stdout);
        assert_eq!(check.status.code(), Some(0), "{what}: {}{found}", text(&check.stderr));
        assert!(found.contains("À relire\n") && found.contains(french), "{what}: {french}\n{found}");
        assert!(found.contains("    conseil : "), "{what} has no hint");
        let found = text(&cadrage(&["lexicon", "check", ".", "--lang", "en"], folder.path()).stdout);
        assert!(found.contains("Worth a second look\n") && found.contains(english) && found.contains("    hint: "), "{what}: {found}");
    }
}

#[test]
fn a_sound_lexicon_gets_no_remark() {
    let markers =
        marker("m", "p", "'ville', 'port:n'", "'La [ville] dort.', 'Le [port] dort.'") + &marker("n", "q", "'bourg'", "'Le [bourg] dort.'");
    let check = cadrage(&["lexicon", "check", "."], lexicon(&markers).path());
    assert_eq!(text(&check.stdout), "x : marqueurs : 2 ; à corriger : 0 ; à relire : 0\n", "{}", text(&check.stderr));
}

#[test]
fn a_pattern_twice_with_the_same_guards_is_a_fault() {
    let markers = marker("m", "p", "'ville', ' ville '", "'La [ville] dort.'");
    let check = cadrage(&["lexicon", "check", "."], lexicon(&markers).path());
    assert_eq!(check.status.code(), Some(1));
    let found = text(&check.stderr);
    assert!(found.contains("axe.toml:13: motif en double dans « m » : ville") && found.contains("supprimez-le"), "{found}");
}

#[test]
fn a_class_of_ones_own_that_nothing_uses_is_named() {
    let folder = lexicon(&marker("m", "p", "'@employee'", "'La [ville] dort.'"));
    fs::create_dir(folder.path().join("classes")).expect("a folder");
    let class = |name: &str, words: &str| {
        let class = format!("id='{name}'\ndescription={{fr='x',en='x'}}\nwords=[{words}]\n");
        fs::write(folder.path().join(format!("classes/{name}.toml")), class).expect("a file");
    };
    class("employee", "'@par-renvoi'");
    class("par-renvoi", "'ville'");
    class("oubliee", "'port:n'");
    let check = cadrage(&["lexicon", "check", "."], folder.path());
    let found = text(&check.stdout);
    assert_eq!(check.status.code(), Some(0), "{}", text(&check.stderr));
    assert!(found.contains("oubliee.toml:1: aucun motif et aucune garde n'emploie la classe @oubliee"), "{found}");
    assert!(found.contains("à relire : 1 (classes inutilisées 1)"), "built-in classes are not the author's: {found}");
    class("oubliee", "");
    let check = cadrage(&["lexicon", "check", "."], folder.path());
    assert_eq!(check.status.code(), Some(1));
    assert!(text(&check.stderr).contains("oubliee.toml:1: la classe @oubliee est vide"), "{}", text(&check.stderr));
}

#[test]
fn built_in_classes_are_used_by_a_built_in_lexicon() {
    let all: Vec<_> = load::names().into_iter().map(|name| load::load(name).expect("a lexicon")).collect();
    let unused = usage::unused(all[0].classes.iter(), &all.iter().collect::<Vec<_>>());
    let messages: Vec<String> = unused.iter().map(|remark| remark.message(Lang::Fr)).collect();
    assert!(messages.is_empty(), "{}", messages.join("\n"));
}

#[test]
fn keys_unknown_or_missing_are_named_with_the_nearest() {
    let good = marker("m", "p", "'ville'", "'La [ville] dort.'");
    let cases = [
        (good.replace("match=", "macth="), "axe.toml:13: clé inconnue : « macth »", "vouliez-vous dire « match » ?"),
        (good.replace("misses=", "mises="), "axe.toml:15: clé inconnue : « mises »", "vouliez-vous dire « misses » ?"),
        (
            good.replace("misses=", "exemples="),
            "axe.toml:15: clé inconnue : « exemples »",
            "conseil : clés possibles ici : name, pole, match",
        ),
        (good.replace("match=['ville']\n", ""), "il manque la clé « match »", "ajoutez match = …"),
    ];
    for (markers, message, hint) in cases {
        let check = cadrage(&["lexicon", "check", "."], lexicon(&markers).path());
        let found = text(&check.stderr);
        assert_eq!(check.status.code(), Some(1), "{found}");
        assert!(found.contains(message) && found.contains(hint), "{message}\n{hint}\n{found}");
        let english = text(&cadrage(&["lexicon", "check", ".", "--lang", "en"], lexicon(&markers).path()).stderr);
        assert!(english.contains(" key") && !english.contains("clé") && english.contains("hint: "), "{english}");
    }
}

#[test]
fn a_place_without_a_lexicon_is_nothing_to_check() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    for name in [".", "inconnu"] {
        assert_eq!(cadrage(&["lexicon", "check", name], folder.path()).status.code(), Some(2), "{name}");
    }
}

#[test]
fn a_new_lexicon_is_sound_as_it_is_and_replaces_nothing() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let path = folder.path();
    let new = cadrage(&["lexicon", "new", "Mon lexique (2)"], path);
    assert_eq!(new.status.code(), Some(0), "{}", text(&new.stderr));
    let check = cadrage(&["lexicon", "check", "Mon lexique (2)"], path);
    assert_eq!(check.status.code(), Some(0), "{}", text(&check.stderr));
    assert_eq!(text(&check.stdout), "mon-lexique-2 : marqueurs : 2 ; à corriger : 0 ; à relire : 0\n");
    fs::write(path.join("a.txt"), "Le réchauffement climatique inquiète. Le réchauffement des relations aussi.").expect("a file");
    let scored = text(&cadrage(&["score", "a.txt", "--lexicon", "Mon lexique (2)"], path).stdout);
    assert_eq!(scored.matches("\"marker\":").count(), 1, "{scored}");

    let file = path.join("Mon lexique (2)/climat.toml");
    fs::write(&file, "# à moi").expect("a file");
    let again = cadrage(&["lexicon", "new", "Mon lexique (2)"], path);
    assert_eq!(again.status.code(), Some(2));
    assert!(text(&again.stderr).contains("n'est pas vide"));
    assert_eq!(fs::read_to_string(&file).expect("the file"), "# à moi");
    let over_file = cadrage(&["lexicon", "new", "a.txt", "--id", "x"], path);
    assert_eq!(over_file.status.code(), Some(2));

    fs::create_dir(path.join("vide")).expect("a folder");
    assert_eq!(cadrage(&["lexicon", "new", "vide", "--id", "mots_2"], path).status.code(), Some(0));
    assert!(fs::read_to_string(path.join("vide/lexicon.toml")).expect("a file").contains("id = \"mots_2\""));
    assert_eq!(cadrage(&["lexicon", "new", "autre", "--id", "a/b"], path).status.code(), Some(2));
    assert!(!path.join("autre").exists());
}

const ARTICLE: &str = "L'armée a libéré la ville de Tarsène.\nDimanche, les rebelles ont libéré trois otages.\n\
    La parole s'est libérée depuis. Un professeur a libéré le chien.\n";

/// After the mark, the contexts, the match and their brackets.
const ID_COLUMN: usize = 107;

fn try_lines(args: &[&str]) -> (Vec<String>, Output) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("a.txt"), ARTICLE).expect("a file");
    let output = cadrage(&[&["lexicon", "try"], args].concat(), folder.path());
    (text(&output.stdout).lines().map(str::to_owned).collect(), output)
}

#[test]
fn try_shows_what_each_guard_keeps_and_drops() {
    let guards =
        ["--only", "object: @lieux", "--only", "object: @prisonniers", "--unless", "object: otage", "--except", "se être? libérer"];
    let (lines, output) = try_lines(&[&["libérer:v", "a.txt"][..], &guards].concat());
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    assert_eq!(lines.len(), 5, "{lines:#?}");
    let ends = [
        ("gardé ", "a.txt  gardé par only « object: @lieux »"),
        ("écarté", "a.txt  écarté par unless « object: otage »"),
        ("écarté", "a.txt  écarté par except « se être? libérer »"),
        ("écarté", "a.txt  écarté : aucun only ne tient"),
    ];
    for (line, (mark, end)) in lines.iter().zip(ends) {
        assert!(line.starts_with(mark) && line.ends_with(end), "{line}");
        assert_eq!(line.chars().position(|c| c == '['), Some(47), "contexts are aligned: {line}");
        assert_eq!(line.find("a.txt").map(|at| line[..at].chars().count()), Some(ID_COLUMN), "{line}");
    }
    assert!(lines[0].contains("L'armée a [libéré] la ville de Tarsène. Dimanche, les "), "{}", lines[0]);
    assert_eq!(lines[4], "passages trouvés : 4 ; gardés : 1 ; écartés : 3 (except 1, only 1, unless 1)");

    let (lines, _) = try_lines(&[&["libérer:v", "a.txt", "--lang", "en"][..], &guards].concat());
    assert!(lines[1].starts_with("dropped ") && lines[1].ends_with("dropped by unless \"object: otage\""), "{}", lines[1]);
    assert_eq!(lines[4], "matches: 4; kept: 1; dropped: 3 (except 1, only 1, unless 1)");
}

#[test]
fn try_without_guards_keeps_everything_but_what_a_longer_match_covers() {
    let (lines, _) = try_lines(&["libérer:v", "a.txt"]);
    assert_eq!(lines[4], "passages trouvés : 4 ; gardés : 4 ; écartés : 0");
    let (lines, _) = try_lines(&["(libérer le ville de ^|ville de ^)", "a.txt"]);
    assert!(lines[1].ends_with("écarté : un passage plus long le recouvre"), "{lines:?}");
}

#[test]
fn try_keeps_what_the_same_marker_in_a_lexicon_hits() {
    let markers = "[[marker]]\nname='m'\npole='p'\nmatch=['libérer:v']\nexcept=['se être? libérer']\nunless=['object: otage']\n";
    let file = |name: &str, text: String| File { name: name.into(), text };
    let lexicon = read(&[file("lexicon.toml", IDENTITY.into()), file("axe.toml", format!("{AXIS}{markers}"))], &[]).expect("a lexicon");
    let instrument = Instrument::new(vec![lexicon], Lang::Fr).expect("an instrument");
    let hits = cadrage::matching::find(&instrument.read(ARTICLE), &instrument.lexicons, cadrage::lexicon::Purpose::Markers).len();
    let (lines, _) = try_lines(&["libérer:v", "a.txt", "--except", "se être? libérer", "--unless", "object: otage"]);
    assert_eq!(lines.iter().filter(|line| line.starts_with("gardé")).count(), hits);
}

#[test]
fn try_reaches_built_in_classes_and_those_of_a_lexicon_that_is_named() {
    let folder = lexicon(&marker("m", "p", "'ville'", "'La [ville] dort.'"));
    fs::create_dir(folder.path().join("classes")).expect("a folder");
    fs::write(folder.path().join("classes/betes.toml"), "id='betes'\ndescription={fr='x',en='x'}\nwords=['chien']\n").expect("a file");
    let (_, unnamed) = try_lines(&["@betes", "a.txt"]);
    assert_eq!(unnamed.status.code(), Some(2));
    assert!(text(&unnamed.stderr).contains("classe inconnue : @betes"), "{}", text(&unnamed.stderr));
    let place = folder.path().to_string_lossy();
    let (lines, _) = try_lines(&["(@betes|@lieux|@x/a.p)", "a.txt", "--lexicon", &place]);
    assert!(lines.iter().any(|line| line.contains("[chien]")) && lines.iter().any(|line| line.contains("[ville]")), "{lines:#?}");
}

#[test]
fn try_says_what_is_wrong_with_a_pattern_a_guard_or_an_input() {
    for (args, message) in [
        (&["villes", "a.txt"][..], "« villes » est une forme de « ville »"),
        (&["ville", "a.txt", "--unless", "autour: port"], "garde illisible : « autour: port »"),
        (&["ville", "absent.txt"], "absent.txt"),
        (&["ville"], "il manque"),
    ] {
        let (_, output) = try_lines(args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(text(&output.stderr).contains(message), "{}", text(&output.stderr));
    }
    let (_, partly) = try_lines(&["libérer", "a.txt", "absent.txt"]);
    assert_eq!(partly.status.code(), Some(1));
}
