//! The embedded French dictionary: analyses, forms of a lemma, unaccented look-up, guesses.

use cadrage::text::dictionary::{
    Analysis, analyses, form_count, forms_of, forms_of_all, is_known, lemma, lemma_count, lemma_id, without_accents, without_initial_accent,
};
use cadrage::text::guess::{Guess, guesses};
use cadrage::text::morphology::{Features as F, Pos};

fn analysed(form: &str) -> Vec<Analysis> {
    let mut out = Vec::new();
    analyses(form, &mut out);
    out
}

fn feature(name: &str) -> F {
    match name {
        "sg" => F::SINGULAR,
        "pl" => F::PLURAL,
        "inv" => F::BOTH_NUMBERS,
        "m" => F::MASCULINE,
        "f" => F::FEMININE,
        "epi" => F::BOTH_GENDERS,
        "inf" => F::INFINITIVE,
        "pp" => F::PAST_PARTICIPLE,
        "ppr" => F::PRESENT_PARTICIPLE,
        "pres" => F::FINITE | F::INDICATIVE_PRESENT,
        "impf" => F::FINITE | F::IMPERFECT,
        "past" => F::FINITE | F::SIMPLE_PAST,
        "fut" => F::FINITE | F::FUTURE,
        "cond" => F::FINITE | F::CONDITIONAL,
        "subj" => F::FINITE | F::SUBJUNCTIVE,
        "subjimpf" => F::FINITE | F::SUBJUNCTIVE_IMPERFECT,
        "impe" => F::FINITE | F::IMPERATIVE,
        "1" => F::PERSON1,
        "2" => F::PERSON2,
        "3" => F::PERSON3,
        "cap" => F::CAPITALISED,
        "acr" => F::ACRONYM,
        other => panic!("unknown feature {other}"),
    }
}

fn features(names: &str) -> F {
    names.split_whitespace().fold(F::NONE, |all, name| all | feature(name))
}

use Pos::{
    Adjective as A, Adverb as Adv, Conjunction as C, Determiner as D, Noun as N, Numeral as Num, Preposition as P, Pronoun as Pro,
    ProperNoun as PN, Verb as V,
};

/// Form, lemma, part of speech and features that one of its readings must have.
const EXPECTED: &[(&str, &str, Pos, &str)] = &[
    // Irregular verbs.
    ("reprendre", "reprendre", V, "inf"),
    ("reprennent", "reprendre", V, "pres 3 pl"),
    ("reprit", "reprendre", V, "past 3 sg"),
    ("reprises", "reprendre", V, "pp f pl"),
    ("conquiert", "conquérir", V, "pres 3 sg"),
    ("conquis", "conquérir", V, "pp m inv"),
    ("conquerra", "conquérir", V, "fut 3 sg"),
    ("acquérait", "acquérir", V, "impf 3 sg"),
    ("acquièrent", "acquérir", V, "pres 3 pl"),
    ("enverra", "envoyer", V, "fut 3 sg"),
    ("envoient", "envoyer", V, "pres 3 pl"),
    ("fuyaient", "fuir", V, "impf 3 pl"),
    ("fuit", "fuir", V, "pres 3 sg"),
    ("bat", "battre", V, "pres 3 sg"),
    ("battus", "battre", V, "pp m pl"),
    ("vainquit", "vaincre", V, "past 3 sg"),
    ("vaincus", "vaincre", V, "pp m pl"),
    ("meurt", "mourir", V, "pres 3 sg"),
    ("mourront", "mourir", V, "fut 3 pl"),
    ("morte", "mourir", V, "pp f sg"),
    ("naquit", "naître", V, "past 3 sg"),
    ("nées", "naître", V, "pp f pl"),
    ("tuaient", "tuer", V, "impf 3 pl"),
    ("tué", "tuer", V, "pp m sg"),
    ("tu", "taire", V, "pp m sg"),
    ("taisent", "taire", V, "pres 3 pl"),
    ("tue", "tuer", V, "pres 3 sg"),
    ("est", "être", V, "pres 3 sg"),
    ("furent", "être", V, "past 3 pl"),
    ("soient", "être", V, "subj 3 pl"),
    ("été", "être", V, "pp"),
    ("a", "avoir", V, "pres 3 sg"),
    ("ayant", "avoir", V, "ppr"),
    ("aurait", "avoir", V, "cond 3 sg"),
    ("eût", "avoir", V, "subjimpf 3 sg"),
    ("va", "aller", V, "pres 3 sg"),
    ("iront", "aller", V, "fut 3 pl"),
    ("allés", "aller", V, "pp m pl"),
    ("fait", "faire", V, "pres 3 sg"),
    ("dites", "dire", V, "pres 2 pl"),
    ("peuvent", "pouvoir", V, "pres 3 pl"),
    ("veulent", "vouloir", V, "pres 3 pl"),
    ("doivent", "devoir", V, "pres 3 pl"),
    // Spelling changes of the first group.
    ("annonçait", "annoncer", V, "impf 3 sg"),
    ("exigeons", "exiger", V, "pres 1 pl"),
    ("appelle", "appeler", V, "pres 3 sg"),
    ("libère", "libérer", V, "pres 3 sg"),
    ("libérées", "libérer", V, "pp f pl"),
    ("frappez", "frapper", V, "impe 2 pl"),
    ("envahissaient", "envahir", V, "impf 3 pl"),
    ("finissant", "finir", V, "ppr"),
    // Nouns and adjectives.
    ("cheval", "cheval", N, "m sg"),
    ("chevaux", "cheval", N, "m pl"),
    ("canaux", "canal", N, "m pl"),
    ("nationaux", "national", A, "m pl"),
    ("nationales", "national", A, "f pl"),
    ("travaux", "travail", N, "m pl"),
    ("yeux", "œil", N, "m pl"),
    ("mort", "mort", N, "f sg"),
    ("mort", "mort", N, "m sg"),
    ("morts", "mort", N, "m pl"),
    ("mortes", "mort", A, "f pl"),
    ("occupés", "occupé", A, "m pl"),
    ("députées", "député", N, "f pl"),
    ("ouvrières", "ouvrier", N, "f pl"),
    ("actrice", "acteur", N, "f sg"),
    ("européenne", "européen", A, "f sg"),
    ("meurtrières", "meurtrier", A, "f pl"),
    ("anciennes", "ancien", A, "f pl"),
    ("heureuses", "heureux", A, "f pl"),
    ("nouvelle", "nouveau", A, "f sg"),
    ("terroristes", "terroriste", N, "epi pl"),
    ("sans-papiers", "sans-papiers", N, "epi inv"),
    ("chefs-d'œuvre", "chef-d'œuvre", N, "m pl"),
    ("prix", "prix", N, "m inv"),
    // Plural compounds, with or without a link to their singular in the dictionary.
    ("grands-mères", "grand-mère", N, "f pl"),
    ("soutiens-gorge", "soutien-gorge", N, "m pl"),
    ("sapeurs-pompiers", "sapeur-pompier", N, "m pl"),
    ("chefs-lieux", "chef-lieu", N, "m pl"),
    // Names.
    ("france", "France", PN, "f cap"),
    ("égypte", "Égypte", PN, "f cap"),
    ("états-unis", "États-Unis", PN, "m pl cap"),
    ("macron", "Macron", PN, "cap"),
    ("onu", "ONU", PN, "f cap acr"),
    // Grammatical words.
    ("le", "le", D, "m sg"),
    ("la", "le", D, "f sg"),
    ("l'", "le", D, "epi sg"),
    ("les", "le", Pro, "pl 3"),
    ("de", "de", P, ""),
    ("d'", "de", P, ""),
    ("du", "de", P, ""),
    ("du", "de", D, "m sg"),
    ("des", "de", D, "epi pl"),
    ("aux", "à", P, "pl"),
    ("qu'", "que", C, ""),
    ("qu'", "que", Pro, ""),
    ("n'", "ne", Adv, ""),
    ("s'", "se", Pro, "3"),
    ("s'", "si", C, ""),
    ("c'", "ce", Pro, "3"),
    ("j'", "je", Pro, "1 sg"),
    ("jusqu'", "jusque", P, ""),
    ("lorsqu'", "lorsque", C, ""),
    ("ses", "son", D, "epi pl 3"),
    ("son", "son", N, "m sg"),
    ("entre", "entre", P, ""),
    ("entre", "entrer", V, "pres 3 sg"),
    ("toutes", "tout", D, "f pl"),
    ("où", "où", Pro, ""),
    ("pas", "pas", Adv, ""),
    ("rapidement", "rapidement", Adv, ""),
    ("deux", "deux", Num, "epi pl"),
    ("vingt-deux", "vingt-deux", Num, "pl"),
    ("mille", "mille", Num, "pl"),
    ("millions", "million", Num, "m pl"),
];

#[test]
fn forms_have_the_expected_readings() {
    let mut wrong = Vec::new();
    for &(form, wanted, pos, names) in EXPECTED {
        let readings = analysed(form);
        let found = readings.iter().any(|a| lemma(a.lemma) == wanted && a.pos == pos && a.features.contains(features(names)));
        if !found {
            wrong.push(format!("{form} → {wanted} {pos:?} {names}: {:?}", named(&readings)));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn named(readings: &[Analysis]) -> Vec<(&'static str, Pos, F)> {
    readings.iter().map(|a| (lemma(a.lemma), a.pos, a.features)).collect()
}

/// Readings a careless expansion would invent.
#[test]
fn forms_lack_other_readings() {
    let excluded = [("tué", "taire"), ("la", "la"), ("est", "EST"), ("mort", "mordre"), ("vont", "avoir"), ("cheval", "chevaux")];
    for (form, other) in excluded {
        assert!(analysed(form).iter().all(|a| lemma(a.lemma) != other), "{form} as {other}");
    }
    for form in ["chevals", "chevalx", "national-", "mourirent", "prendrer", ""] {
        assert!(analysed(form).is_empty(), "{form}");
    }
}

#[test]
fn a_singular_noun_is_not_plural() {
    for form in ["cheval", "ville", "ouvrière", "député", "bateau"] {
        for reading in analysed(form).iter().filter(|a| a.pos == Pos::Noun) {
            assert!(!reading.features.contains(F::PLURAL), "{form}");
            assert!(reading.features.contains(F::SINGULAR), "{form}");
        }
    }
}

#[test]
fn lemmas_round_trip_through_their_identifiers() {
    for rank in (0..u32::try_from(lemma_count()).unwrap()).step_by(97) {
        let id = cadrage::text::dictionary::LemmaId(rank);
        assert_eq!(lemma_id(lemma(id)), Some(id));
    }
    assert_eq!(lemma_id("mourrir"), None);
    assert_eq!(lemma(cadrage::text::dictionary::LemmaId(u32::MAX)), "");
    assert!(form_count() > 400_000 && lemma_count() > 80_000);
}

#[test]
fn forms_of_a_lemma_are_those_that_name_it() {
    let sample = [
        ("reprendre", Some(Pos::Verb)),
        ("libérer", Some(Pos::Verb)),
        ("être", Some(Pos::Verb)),
        ("mort", Some(Pos::Noun)),
        ("national", None),
        ("France", None),
        ("de", None),
    ];
    for ((wanted, pos), forms) in sample.iter().zip(forms_of_all(&sample)) {
        assert!(!forms.is_empty(), "{wanted}");
        assert_eq!(forms, forms_of(wanted, *pos));
        for form in forms {
            assert!(analysed(&form).iter().any(|a| lemma(a.lemma) == *wanted && pos.is_none_or(|p| p == a.pos)), "{form} of {wanted}");
        }
    }
    // Conversely, every analysed form is among the forms of each of its lemmas.
    for &(form, wanted, pos, _) in EXPECTED.iter().step_by(7) {
        assert!(forms_of(wanted, Some(pos)).contains(&form.to_string()), "{form}");
    }
    assert_eq!(forms_of("ouvrier", Some(Pos::Noun)), ["ouvrier", "ouvriers", "ouvrière", "ouvrières"]);
    assert_eq!(forms_of("de", None), ["d'", "de", "des", "du"]);
    assert_eq!(forms_of("libérer", Some(Pos::Verb)).len(), 39);
}

#[test]
fn every_conjugated_form_has_a_tense_a_person_and_a_number() {
    let tenses = features("pres impf past fut cond subj subjimpf impe").0 & !F::FINITE.0;
    for verb in ["conquérir", "aller", "tuer", "finir", "avoir"] {
        for form in forms_of(verb, Some(Pos::Verb)) {
            for reading in analysed(&form) {
                if lemma(reading.lemma) != verb || reading.pos != Pos::Verb {
                    continue;
                }
                let f = reading.features;
                assert_eq!(f.contains(F::FINITE), f.intersects(F(tenses)), "{form}");
                if f.contains(F::FINITE) {
                    assert!(f.intersects(F::PERSON1 | F::PERSON2 | F::PERSON3), "{form}");
                    assert!(f.intersects(F::BOTH_NUMBERS), "{form}");
                } else {
                    let nonfinite = F::INFINITIVE | F::PAST_PARTICIPLE | F::PRESENT_PARTICIPLE;
                    assert!(f.intersects(nonfinite), "{form} {f:?}");
                }
            }
        }
    }
}

#[test]
fn capitals_without_accents_find_their_words() {
    assert_eq!(without_initial_accent("etat"), ["état"]);
    assert_eq!(without_initial_accent("egypte"), ["égypte"]);
    assert_eq!(without_initial_accent("oeuvre"), ["œuvre"]);
    assert_eq!(without_initial_accent("evenement"), Vec::<String>::new());
    assert_eq!(without_accents("evenement"), ["évènement", "événement"]);
    assert_eq!(without_accents("elysee"), ["élysée"]);
    assert_eq!(without_accents("cote"), ["cote", "coté", "côte", "côté"]);
    assert_eq!(without_accents("francais"), ["français"]);
    assert_eq!(without_accents("xyzzy"), Vec::<String>::new());
    assert_eq!(without_accents(""), Vec::<String>::new());
}

fn guessed(form: &str) -> Vec<Guess> {
    let mut out = Vec::new();
    guesses(form, &mut out);
    out
}

#[test]
fn unknown_words_inflect_regularly() {
    let expected = [
        ("ouïgours", "ouïgour", Pos::Noun, "pl"),
        ("ouïgoure", "ouïgour", Pos::Adjective, "f sg"),
        ("ouïgoures", "ouïgour", Pos::Noun, "f pl"),
        ("zadistes", "zadiste", Pos::Noun, "epi pl"),
        ("zadiste", "zadiste", Pos::Noun, "epi sg"),
        ("djihadisés", "djihadiser", Pos::Verb, "pp m pl"),
        ("djihadisent", "djihadiser", Pos::Verb, "pres 3 pl"),
        ("djihadisera", "djihadiser", Pos::Verb, "fut 3 sg"),
        ("djihadisant", "djihadiser", Pos::Verb, "ppr"),
        ("djihadisaient", "djihadiser", Pos::Verb, "impf 3 pl"),
        ("ubérisa", "ubériser", Pos::Verb, "past 3 sg"),
        ("tikçait", "tikcer", Pos::Verb, "impf 3 sg"),
        ("blagageait", "blagager", Pos::Verb, "impf 3 sg"),
        ("hamassissent", "hamassir", Pos::Verb, "pres 3 pl"),
        ("zadisteux", "zadisteux", Pos::Adjective, "sg"),
        ("complotales", "complotal", Pos::Adjective, "f pl"),
        ("complotaux", "complotal", Pos::Adjective, "m pl"),
        ("influenceuses", "influenceur", Pos::Noun, "f pl"),
        ("macronienne", "macronien", Pos::Adjective, "f sg"),
        ("wokement", "wokement", Pos::Adverb, ""),
    ];
    for (form, wanted, pos, names) in expected {
        let mut lemma = String::new();
        let matches = guessed(form).iter().any(|guess| {
            guess.spell(form, &mut lemma);
            lemma == wanted && guess.pos == pos && guess.features.contains(features(names))
        });
        assert!(matches, "{form} → {wanted}");
    }
    assert!(guessed("").iter().all(|g| g.pos != Pos::Verb));
}

#[test]
fn known_words_are_known() {
    assert!(is_known("gouvernement") && is_known("jusqu'") && is_known("œuvre"));
    assert!(!is_known("gouvernment") && !is_known("France") && !is_known("hz"));
}
