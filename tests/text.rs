//! Tokens, sentences, clauses and forms of French.

use cadrage::counts::Instrument;
use cadrage::lang::Lang;
use cadrage::text::clauses::Clause;
use cadrage::text::offsets::{CodePoints, Slicer};
use cadrage::text::tokenizer::{Kind, RawToken, tokenize};
use cadrage::text::{Document, Forms};
use proptest::prelude::*;

fn tokens(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    tokenize(text, |t: RawToken| all.push(&text[t.start..t.end]));
    all
}

#[test]
fn tokens_are_words_numbers_and_marks() {
    let cases: &[(&str, &str)] = &[
        ("L'armée n'a pas qu'une ville.", "L' armée n' a pas qu' une ville ."),
        ("L’été, aujourd’hui", "L’ été , aujourd’hui"),
        ("le porte-parole de Saint-Denis", "le porte-parole de Saint-Denis"),
        ("a-t-il dit, dit-elle, rendez-vous", "a -t-il dit , dit -elle , rendez-vous"),
        ("Kim Jong-il, lui, est mort", "Kim Jong-il , lui , est mort"),
        ("1 200 000 habitants, 40.000 morts, 10,5 %", "1 200 000 | habitants | , | 40.000 | morts | , | 10,5 | %"),
        ("En 2017 300 personnes", "En 2017 300 personnes"),
        ("à 16h51 le 1er du G7 et du M23", "à 16h51 le 1er du G7 et du M23"),
        ("M. Martin, Mme Roux et J. Dupont", "M. Martin , Mme Roux et J. Dupont"),
        ("l'O.N.U. et les U.S.A.", "l' O.N.U. et les U.S.A."),
        ("«Daech», \"EI\" (FP)", "« Daech » , \" EI \" ( FP )"),
        ("voir exemple.fr puis", "voir exemple.fr puis"),
        ("fin.Samedi", "fin . Samedi"),
        ("Quoi ?! Non... Si…", "Quoi ? ! Non ... Si …"),
        ("contre-offensive—ou presque–fin", "contre-offensive — ou presque – fin"),
        ("jusqu'à lorsqu'il quelqu'un", "jusqu' à lorsqu' il quelqu' un"),
    ];
    for (text, expected) in cases {
        let expected: Vec<&str> = if expected.contains('|') { expected.split(" | ").collect() } else { expected.split(' ').collect() };
        assert_eq!(tokens(text), expected, "in: {text}\nhelp: see text/tokenizer.rs");
    }
}

fn sentences(text: &str) -> Vec<String> {
    let forms = Forms::plain();
    Document::new(text, &[], &forms).sentences.iter().map(|s| s.span.of(text).to_owned()).collect()
}

#[test]
fn sentences_end_where_a_reader_ends_them() {
    let cases: &[(&str, &[&str])] = &[
        ("Il part. Elle reste.", &["Il part.", "Elle reste."]),
        ("Un titre sans point\nUne phrase.", &["Un titre sans point", "Une phrase."]),
        ("M. Martin et Mme. Roux partent. Bien.", &["M. Martin et Mme. Roux partent.", "Bien."]),
        ("La fin de la ville.Samedi, il pleut.", &["La fin de la ville.", "Samedi, il pleut."]),
        ("«Il part.» Elle reste.", &["«Il part.»", "Elle reste."]),
        ("«Il part.», dit-elle. Bon.", &["«Il part.», dit-elle.", "Bon."]),
        ("\"Il part.\" Elle dit : \"Non.\" Fin.", &["\"Il part.\"", "Elle dit : \"Non.\"", "Fin."]),
        ("Il dit oui.\"Un berger part\", dit-il.", &["Il dit oui.", "\"Un berger part\", dit-il."]),
        ("Quoi ? demande-t-il. Rien !", &["Quoi ? demande-t-il.", "Rien !"]),
        ("Il y en a 3.5 et 4. Puis 5.", &["Il y en a 3.5 et 4.", "Puis 5."]),
        ("Il pleut etc. et tout. Fin.", &["Il pleut etc. et tout.", "Fin."]),
        (
            "Rien, comme d'habitude.Samedi, il pleut.« Tiens ! » dit-elle.",
            &["Rien, comme d'habitude.", "Samedi, il pleut.", "« Tiens ! » dit-elle."],
        ),
        (
            "VALBRUNE (Agence) La mairie a promis (Le Monde) Le reste suit.",
            &["VALBRUNE (Agence)", "La mairie a promis (Le Monde)", "Le reste suit."],
        ),
        ("tout était bon, même la bouteille. on reviendra. merci", &["tout était bon, même la bouteille.", "on reviendra.", "merci"]),
        ("J.-P. Untel arrive. Il dit \"oui. \"Non\" ajoute-t-elle.", &["J.-P. Untel arrive.", "Il dit \"oui.", "\"Non\" ajoute-t-elle."]),
        ("Un.\r\n\r\nDeux.\rTrois.", &["Un.", "Deux.", "Trois."]),
    ];
    for (text, expected) in cases {
        assert_eq!(sentences(text), *expected, "in: {text}\nhelp: see text/sentences.rs");
    }
}

#[test]
fn clauses_have_a_verb_or_stand_apart() {
    let forms = Forms::plain();
    let cases: &[(&str, &str)] = &[
        ("L'armée avance.", "L'armée avance."),
        ("L'armée, soutenue par un allié, avance.", "L'armée, soutenue par un allié, avance."),
        ("L'armée, qui recule, a pris la ville.", "L'armée|, qui recule|, a pris la ville."),
        ("Il dit que la ville dort et que le port brûle.", "Il dit |que la ville dort et |que le port brûle."),
        ("La ville dort, mais le port brûle.", "La ville dort|, mais le port brûle."),
        ("Paris, Lyon et Lille dorment.", "Paris, Lyon et Lille dorment."),
        ("Il part ; elle reste (et chante).", "Il part |; elle reste |(et chante|)."),
    ];
    for (text, expected) in cases {
        let document = Document::new(text, &[], &forms);
        let clauses: &[Clause] = document.clauses(0);
        let cut: Vec<&str> = clauses
            .iter()
            .map(|clause| {
                let start = document.tokens[clause.tokens.start].span.start;
                let end = document.tokens.get(clause.tokens.end).map_or(text.len(), |t| t.span.start);
                &text[start..end]
            })
            .collect();
        assert_eq!(cut.join("|").replace(" |", "|"), expected.replace(" |", "|"), "in: {text}");
    }
}

#[test]
fn code_points_count_as_python_does() {
    let text = "a\r\né e\u{301} «œ» \u{a0}\u{ad}𝄞 fin".repeat(20);
    let points = CodePoints::new(&text);
    for (count, (byte, _)) in text.char_indices().enumerate() {
        assert_eq!(points.at(byte), count);
    }
    assert_eq!(points.len(), text.chars().count());
    assert_eq!(Slicer::new(&text).slice(3, 4), "é");
    assert_eq!(CodePoints::new("abc").at(2), 2);
}

#[test]
fn a_form_is_analysed_once_for_all_threads() {
    let forms = Forms::plain();
    let ids: Vec<_> = std::thread::scope(|scope| {
        let threads: Vec<_> =
            (0..4).map(|_| scope.spawn(|| (0..200).map(|n| forms.intern(&format!("mot{n}")).id).collect::<Vec<_>>())).collect();
        threads.into_iter().map(|thread| thread.join().expect("a thread")).collect()
    });
    assert!(ids.windows(2).all(|pair| pair[0] == pair[1]));
    assert_eq!(forms.len(), 200);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tokens_and_gaps_make_up_the_text(text in "([a-zéÀ'’\\-.,«»\" 0-9\u{ad}\u{301}\u{a0}]{0,60}|\\PC{0,60})") {
        let mut at = 0;
        tokenize(&text, |token| {
            assert!(at <= token.start && token.start < token.end, "tokens advance");
            assert!(text.is_char_boundary(token.start) && text.is_char_boundary(token.end));
            assert!(text[at..token.start].chars().all(|c| c.is_whitespace() || "\u{ad}\u{feff}\u{200b}".contains(c)), "a gap holds no letter");
            at = token.end;
        });
        assert!(text[at..].chars().all(|c| c.is_whitespace() || "\u{ad}\u{feff}\u{200b}".contains(c)));
    }

    #[test]
    fn a_sentence_knows_what_stands_in_it(text in "([a-zéÀ'’\\-.,;!«»\" 0-9\n]{0,60}|\\PC{0,60})") {
        let forms = Forms::plain();
        let document = Document::new(&text, &[], &forms);
        for sentence in &document.sentences {
            let tokens = &document.tokens[sentence.tokens.clone()];
            for kind in [Kind::Word, Kind::Number, Kind::Quote, Kind::Comma, Kind::Stop, Kind::Mark] {
                assert_eq!(sentence.has(kind), tokens.iter().any(|token| token.kind == kind));
            }
            assert_eq!(sentence.has_conditional, tokens.iter().any(|token| token.form.is_conditional()));
        }
        assert_eq!(document.words(), document.tokens.iter().filter(|token| token.kind.is_word()).count());
    }

    #[test]
    fn any_text_is_scored_without_panic(text in "([a-zA-Zéà'’\\-.,;:!?«»\"() 0-9\n]{0,200}|\\PC{0,120})") {
        thread_local! {
            static INSTRUMENT: Instrument = Instrument::new(
                cadrage::lexicon::load::default_lexicons().expect("the default lexicon"), Lang::Fr).expect("it compiles");
        }
        INSTRUMENT.with(|instrument| {
            let document = instrument.read(&text);
            for hit in cadrage::matching::find(&document, &instrument.lexicons, cadrage::lexicon::Purpose::Markers) {
                assert!(text.is_char_boundary(hit.span.start) && text.is_char_boundary(hit.span.end));
                assert!(document.sentences[hit.sentence].span.contains(&hit.span));
            }
        });
    }
}
