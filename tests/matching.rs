//! Patterns, guards, overlap and negation, on a small lexicon about nothing in particular.
//!
//! A case is a French sentence with the expected hits in square brackets.

use cadrage::counts::Instrument;
use cadrage::lang::Lang;
use cadrage::lexicon::Purpose;
use cadrage::lexicon::source::{File, read};
use cadrage::matching;

fn instrument(markers: &str) -> Instrument {
    let file = |name: &str, text: &str| File { name: name.into(), text: text.into() };
    let identity = "id='x'\nversion='1'\nlicence='CC-BY-4.0'\ntitle={fr='x',en='x'}\ndescription={fr='x',en='x'}";
    let axis = "axis='a'\ntitle={fr='x',en='x'}\nquestion={fr='x',en='x'}\n[[pole]]\nid='p'\nword={fr='x',en='x'}\n";
    let classes = [
        file("fruits.toml", "id='fruits'\ndescription={fr='x',en='x'}\nwords=['pomme','poire','fraise de bois']"),
        file("gens.toml", "id='gens'\ndescription={fr='x',en='x'}\nwords=['voisin:n','enfant']"),
    ];
    let lexicon = read(&[file("lexicon.toml", identity), file("axe.toml", &format!("{axis}{markers}"))], &classes)
        .unwrap_or_else(|problems| panic!("{problems}"));
    Instrument::new(vec![lexicon], Lang::Fr).unwrap_or_else(|problems| panic!("{problems}"))
}

/// A lexicon of one marker with these lines.
fn marker(lines: &str) -> Instrument {
    instrument(&format!("[[marker]]\nname='m'\npole='p'\n{lines}\n"))
}

fn unbracket(case: &str) -> (String, Vec<String>) {
    let mut hits = Vec::new();
    for part in case.split('[').skip(1) {
        hits.push(part.split(']').next().unwrap_or_default().to_owned());
    }
    (case.replace(['[', ']'], ""), hits)
}

fn found(instrument: &Instrument, sentence: &str) -> Vec<String> {
    let document = instrument.read(sentence);
    matching::find(&document, &instrument.lexicons, Purpose::Markers).iter().map(|hit| hit.span.of(sentence).to_owned()).collect()
}

fn check(instrument: &Instrument, cases: &[&str]) {
    for case in cases {
        let (sentence, expected) = unbracket(case);
        assert_eq!(found(instrument, &sentence), expected, "in: {case}");
    }
}

#[test]
fn a_lemma_matches_its_inflections_and_no_others() {
    check(
        &marker("match=['reprendre:v']"),
        &[
            "Ils [reprennent] la ville.",
            "La ville fut [reprise].",
            "Elle [reprit] la route.",
            "Il faudra la [reprendre].",
            "Nous [reprendrons] demain.",
            "[Reprenant] la ville, ils avancent.",
        ],
    );
    check(&marker("match=['cheval']"), &["Des [chevaux] et un [cheval], pas de chevalerie."]);
    check(&marker("match=['national:a']"), &["Les gardes [nationaux], la garde [nationale], la nation."]);
    check(&marker("match=['état']"), &["L'[État] et l'[Etat] et l'[ÉTAT] et l'[ETAT]."]);
}

#[test]
fn exact_forms_heed_case_and_stem_families_do_not() {
    check(&marker("match=['\"EI\"']"), &["L'[EI], pas ei ni Ei."]);
    check(&marker("match=['\"Daech\"']"), &["[Daech] et [DAECH], pas daech."]);
    check(&marker("match=['\"jardin\"']"), &["Un [jardin], le [Jardin], des jardins."]);
    check(&marker("match=['~jardinier']"), &["Le [jardinier], les [jardiniers], les [jardinières], pas le port."]);
}

#[test]
fn phrases_have_options_alternatives_gaps_and_classes() {
    check(
        &marker("match=['reprendre:v le? ...2 contrôle:n']"),
        &["Ils ont [repris le contrôle] du port.", "Ils [reprennent enfin le contrôle].", "Ils reprennent la route, le contrôle suit."],
    );
    check(
        &marker("match=['groupe (rouge|vert)? local']"),
        &["Un [groupe local], un [groupe vert local], des [groupes rouges locaux], un groupe bleu local."],
    );
    check(
        &marker("match=['tarte à le? @fruits']"),
        &["Une [tarte à la pomme], une [tarte aux poires], une [tarte aux fraises des bois], une tarte à la crème."],
    );
    check(
        &marker("match=['prendre d\\'assaut']".replace("\\'", "’").as_str()),
        &["Ils [prennent d'assaut] la colline.", "Ils [prirent d’assaut] la colline."],
    );
    check(&marker("match=['rue # ^']"), &["La [rue 12 Octobre], la rue douce Octobre."]);
    check(&marker("match=['groupe \"Alpha\"']"), &["Le [groupe «Alpha»] arrive.".replace("[groupe «Alpha»]", "[groupe «Alpha]»").as_str()]);
}

#[test]
fn patterns_do_not_cross_marks_or_sentences() {
    let phrase = marker("match=['grand jardin']");
    check(&phrase, &["Un [grand jardin].", "Il est grand, jardin compris.", "Il est grand. Jardin fermé.", "Il est grand : jardin."]);
}

#[test]
fn nouns_and_verbs_are_told_apart_by_their_neighbours() {
    check(
        &marker("match=['frappe:n']"),
        &[
            "La [frappe] a eu lieu.",
            "Des [frappes] nocturnes.",
            "Il frappe fort.",
            "Elle ne frappe pas.",
            "[Frappes] sur la côte.",
            "De nouvelles [frappes].",
        ],
    );
    check(&marker("match=['frapper:v']"), &["Il [frappe] fort.", "La frappe a eu lieu.", "Ils ont [frappé].", "Qui [frappe] la porte ?"]);
    check(
        &marker("match=['reprise:n']"),
        &["La [reprise] de la ville.", "La ville a été reprise.", "Elle a reprise.", "[Reprise] de la ville de Tarsène."],
    );
    check(&marker("match=['tuer:v']"), &["Trente [tués].", "Il a été [tué].", "Tu viens."]);
}

#[test]
fn guards_decide_the_sense() {
    check(
        &marker("match=['cueillir:v']\nonly=['object: @fruits']"),
        &[
            "Il [cueille] des pommes.",
            "Il cueille des fleurs.",
            "Des poires ont été [cueillies].",
            "Les pommes que Jean a [cueillies] sont mûres.",
        ],
    );
    check(
        &marker("match=['libérer:v']\nunless=['object: @gens']"),
        &[
            "Ils [libèrent] le port.",
            "Ils libèrent des enfants.",
            "Les enfants ont été libérés.",
            "Les enfants libérés chantent.",
            "Le port a été [libéré] par les voisins.",
        ],
    );
    check(&marker("match=['libération:n']\nunless=['object: @gens']"), &["La [libération] du port.", "La libération des enfants."]);
    check(
        &marker("match=['porter:v']\nonly=['subject: @gens']"),
        &["Les voisins [portent] du bois.", "Du bois est [porté] par les voisins.", "Le mur porte du bois."],
    );
    check(&marker("match=['arbre']\nunless=['next: généalogique']"), &["Un [arbre] vert.", "Un arbre généalogique."]);
    check(&marker("match=['arbre']\nunless=['prev: cinq']"), &["Deux [arbres].", "Cinq arbres."]);
    check(&marker("match=['arbre']\nonly=['before 3: jardin']"), &["Au jardin, un [arbre].", "Au jardin qui dort encore, un arbre."]);
    check(&marker("match=['arbre']\nonly=['after 3: jardin']"), &["Un [arbre] du jardin.", "Un arbre qui pousse au jardin."]);
    check(&marker("match=['arbre']\nonly=['clause: jardin']"), &["Un [arbre] pousse au jardin.", "Un arbre pousse, mais le jardin dort."]);
    check(
        &marker("match=['arbre']\nonly=['sentence: jardin']"),
        &["Un [arbre] pousse, mais le jardin dort.", "Un arbre pousse. Le jardin dort."],
    );
    check(
        &marker("match=['guerre:n']\nexcept=['guerre de le? bouton', 'chef de guerre']"),
        &["La [guerre] dure.", "Un chef de guerre.", "La guerre des boutons."],
    );
}

#[test]
fn the_longest_wording_wins_and_one_span_is_one_hit() {
    let lexicon = instrument(
        "[[marker]]\nname='court'\npole='p'\nmatch=['jardin']\n[[marker]]\nname='long'\npole='p'\nmatch=['jardin public', 'jardin ...2 public']\n",
    );
    check(&lexicon, &["Le [jardin public] et le [jardin].", "Un [jardin très public]."]);
}

#[test]
fn negation_is_marked_and_restriction_is_not() {
    let lexicon = marker("match=['libérer:v', 'frappe:n', 'reprise:n']");
    let cases = [
        ("Ils n'ont pas libéré le port.", true),
        ("Ils ne libéreront jamais le port.", true),
        ("Sans libérer le port, ils partent.", true),
        ("Aucune frappe n'a eu lieu.", true),
        ("Ni frappe ni bruit.", true),
        ("Ils partent sans aucune frappe.", true),
        ("Ils ne libèrent que le port.", false),
        ("Ils ont sans doute libéré le port.", false),
        ("Ils ont libéré le port.", false),
        ("La frappe n'a pas suffi, disent-ils, et la reprise du port suit.", false),
        ("Ils n'ont plus libéré que le port.", false),
        ("Aucun port n'a été libéré.", true),
        ("Personne n'a libéré le port.", true),
        ("Jamais le port n'a été libéré.", true),
        ("La personne a libéré le port.", false),
        ("Pas de frappe cette nuit.", true),
        ("Plus de dix frappes cette nuit.", false),
        ("Le maire n'a pas commenté la frappe.", false),
        ("Le maire n'exclut pas une frappe.", false),
        ("Ils n'ont pas lancé la frappe.", true),
    ];
    for (sentence, negated) in cases {
        let document = lexicon.read(sentence);
        let hits = matching::find(&document, &lexicon.lexicons, Purpose::Markers);
        let last = hits.last().unwrap_or_else(|| panic!("no hit in: {sentence}"));
        assert_eq!(last.negated, negated, "in: {sentence}");
    }
}

#[test]
fn a_neutral_sentence_in_front_shifts_every_hit_and_changes_nothing_else() {
    let lexicon = marker("match=['libérer:v', 'reprendre:v le? ... contrôle:n', 'frappe:n']\nunless=['object: @gens']");
    let sentences =
        ["L'armée a libéré la ville.", "Ils ont «repris le contrôle» du port après trois frappes.", "Les enfants libérés chantent."];
    for front in ["Il fait beau.", "«Été\u{a0}!»\n", "Le café – 3\u{202f}000 œufs – est fermé\u{a0}: voilà.\r\n", "E\u{301}te\u{301}.\n"]
    {
        for sentence in sentences {
            let moved = format!("{front} {sentence}");
            let shift = front.len() + 1;
            let plain = lexicon.read(sentence);
            let shifted = lexicon.read(&moved);
            let spans = |document: &cadrage::text::Document, by: usize| -> Vec<(usize, usize, usize)> {
                matching::find(document, &lexicon.lexicons, Purpose::Markers)
                    .iter()
                    .map(|h| (h.span.start - by, h.span.end - by, h.marker))
                    .collect()
            };
            assert_eq!(spans(&plain, 0), spans(&shifted, shift), "in: {moved}");
        }
    }
}

#[test]
fn slots_and_other_lexicons_can_be_named() {
    let lexicon = marker("match=['<qui=@gens> ...2 <verbe=cueillir:v>']");
    let text = "Les voisins ont tous cueilli des pommes.";
    let document = lexicon.read(text);
    let program = &lexicon.lexicons.patterns[0].program;
    let found = matching::engine::longest_from(&document, program, 0, 1).expect("a match");
    let words: Vec<String> =
        found.slots.iter().map(|slot| slot.clone().map(|range| range.map(|t| document.surface(t)).collect()).unwrap_or_default()).collect();
    assert_eq!(program.slots, ["qui", "verbe"]);
    assert_eq!(words, ["voisins", "cueilli"]);
    let other = cadrage::lexicon::load::names()[0];
    let known = cadrage::lexicon::load::load(other).expect("a built-in lexicon");
    let axis = &known.axes[0];
    let reference = format!("match=['grand @{other}/{}.{}']", axis.id, axis.poles[0].id);
    assert!(!marker(&reference).lexicons.patterns[0].program.steps.is_empty());
}
