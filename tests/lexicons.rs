//! Every lexicon that ships proves itself, and faults are named with file, line and hint.

use cadrage::counts::Instrument;
use cadrage::lang::Lang;
use cadrage::lexicon::source::{File, read};
use cadrage::lexicon::{Compiled, load};

fn messages(lexicon: &str) -> Vec<String> {
    let file = |name: &str, text: &str| File { name: name.into(), text: text.into() };
    let identity = file("lexicon.toml", "id='x'\nversion='1'\nlicence='CC-BY-4.0'\ntitle={fr='x',en='x'}\ndescription={fr='x',en='x'}");
    let classes = [file("lieux.toml", "id='lieux'\ndescription={fr='x',en='x'}\nwords=['ville','village']")];
    let lexicon = match read(&[identity, file("axe.toml", lexicon)], &classes) {
        Ok(lexicon) => lexicon,
        Err(problems) => return problems.0.iter().map(|p| p.message(Lang::Fr)).collect(),
    };
    match Instrument::new(vec![lexicon], Lang::Fr) {
        Ok(instrument) => instrument.faults(0).iter().map(|p| p.message(Lang::Fr)).collect(),
        Err(problems) => problems.0.iter().map(|p| p.message(Lang::Fr)).collect(),
    }
}

const AXIS: &str = "axis='a'\ntitle={fr='x',en='x'}\nquestion={fr='x',en='x'}\n[[pole]]\nid='p'\nword={fr='x',en='x'}\n";

#[test]
fn every_marker_of_every_built_in_lexicon_hits_and_misses_its_examples() {
    let names = load::names();
    assert!(names.len() >= 2, "two lexicons ship");
    for name in names {
        let lexicon = load::load(name).unwrap_or_else(|problems| panic!("{problems}"));
        let instrument = Instrument::new(vec![lexicon], Lang::Fr).unwrap_or_else(|problems| panic!("{problems}"));
        let problems: Vec<String> = instrument.faults(0).iter().map(|p| p.message(Lang::Fr)).collect();
        assert!(problems.is_empty(), "{name}:\n{}", problems.join("\n"));
    }
}

#[test]
fn all_lexicons_compile_together() {
    let all = load::names().into_iter().map(|name| load::load(name).expect("a lexicon")).collect();
    Compiled::new(all).unwrap_or_else(|problems| panic!("{problems}"));
}

#[test]
fn readers_see_words_in_both_languages() {
    for name in load::names() {
        let lexicon = load::load(name).expect("a lexicon");
        for axis in &lexicon.axes {
            assert!(!axis.title.fr.is_empty() && !axis.title.en.is_empty(), "{name}/{}: no title", axis.id);
            assert!(!axis.question.fr.is_empty() && !axis.question.en.is_empty(), "{name}/{}: no question", axis.id);
            for pole in &axis.poles {
                assert!(!pole.word.fr.is_empty() && !pole.word.en.is_empty(), "{name}/{}/{}: no word", axis.id, pole.id);
                let is_mirror = axis.poles.iter().any(|other| other.mirror.as_ref() == Some(&pole.id));
                assert!(is_mirror || axis.markers.iter().any(|m| m.pole == pole.id), "{name}/{}/{}: no marker", axis.id, pole.id);
            }
        }
        for contrast in &lexicon.contrasts {
            assert!(contrast.members.len() >= 2, "{name}/{}: nothing to choose from", contrast.id);
            assert!(!contrast.caution.fr.is_empty() && !contrast.caution.en.is_empty(), "{name}/{}: no caution", contrast.id);
        }
    }
}

#[test]
fn faults_are_named_with_line_and_remedy() {
    let good = "hits=['La [ville] dort.']\nmisses=['Le port dort.']\n";
    let cases: &[(&str, &str)] = &[
        (
            "[[marker]]\nname='m'\npole='p'\nmatch=['villes']\n",
            "axe.toml:10: motif « villes », caractère 1 : « villes » est une forme de « ville »",
        ),
        ("[[marker]]\nname='m'\npole='q'\nmatch=['ville']\n", "axe.toml:8: le marqueur « m » nomme un pôle inconnu, « q »"),
        ("[[marker]]\nname='m'\npole='p'\nmatch=[]\n", "axe.toml:8: le marqueur « m » n'a pas de motif"),
        ("[[marker]]\nname='m'\npole='p'\nmatch=['... ville']\n", "axe.toml:10: le motif « ... ville » ne commence par aucun mot"),
        ("[[marker]]\nname='m'\npole='p'\nmatch=['ville']\nunless=['clause: @rien']\n", "axe.toml:11: classe inconnue : @rien"),
        (
            "[[marker]]\nname='m'\npole='p'\nmatch=['ville <lieu=^>']\nagent=['<qui>']\n",
            "axe.toml:8: aucun motif du marqueur « m » n'a de case <qui=…>",
        ),
        ("[[marker]]\nname='m'\npole='p'\nmatch=['ville']\nunless=['autour: port']\n", "axe.toml:11: garde illisible : « autour: port »"),
        ("[[marker]]\nname='m'\npole='p'\nmatch=['(ville']\n", "axe.toml:10: motif « (ville », caractère 7 : « ) » manque"),
        ("[[marker]]\nname='m'\npole='p'\nmatch=['ville:xyz']\n", "étiquette inconnue « xyz »"),
        ("[[marker]]\nname='m'\npole='p'\nmatch=['ville']\nmots=1\n", "axe.toml:11: clé inconnue : « mots »"),
        ("[[marker]]\nname='m'\npole=3\nmatch=['ville']\n", "axe.toml:9: TOML mal formé"),
        ("[[marker]]\nname='m'\npole='p'\nmatch=['ville']\n", "axe.toml:8: le marqueur « m » n'a pas d'exemples hits"),
        (
            "[[marker]]\nname='m'\npole='p'\nmatch=['port']\nhits=['La [ville] dort.']\nmisses=['Rien.']\n",
            "« m » ne trouve pas [ville] dans : La ville dort.",
        ),
        (
            "[[marker]]\nname='m'\npole='p'\nmatch=['ville']\nhits=['La [ville] dort.']\nmisses=['La ville dort.']\n",
            "axe.toml:12: « m » trouve à tort [ville]",
        ),
        ("[[marker]]\nname='m'\npole='p'\nmatch=['ville']\nhits=['La [ville dort.']\nmisses=['Rien.']\n", "crochets absents ou mal fermés"),
    ];
    for (marker, expected) in cases {
        let found = messages(&format!("{AXIS}{marker}")).join("\n");
        assert!(found.contains(expected), "expected: {expected}\nfound: {found}\nin: {marker}");
    }
    let twice =
        format!("{AXIS}[[marker]]\nname='m'\npole='p'\nmatch=['ville']\n{good}[[marker]]\nname='m'\npole='p'\nmatch=['village']\n{good}");
    assert!(messages(&twice).join("\n").contains("deux marqueurs « m »"));
    assert!(messages(&format!("[[marker]]\nname='m'\npole='p'\nmatch=['ville']\n{good}")).join("\n").contains("sans axe"));
    let fine = format!("{AXIS}[[marker]]\nname='m'\npole='p'\nmatch=['ville']\n{good}");
    assert_eq!(messages(&fine), Vec::<String>::new());
}

#[test]
fn an_unknown_lexicon_is_named_with_those_that_exist() {
    let problems = load::load("inconnu").expect_err("no such lexicon");
    let message = problems.0[0].message(Lang::Fr);
    assert!(message.contains("inconnu") && load::names().iter().all(|name| message.contains(name)), "{message}");
}
