//! What of a pasted page is the article and what is not.
//!
//! A page is written with one letter before each line: `t` title, `c` caption, `b` boilerplate, a dot for body; an empty line is an empty line.

use cadrage::corpus::{Article, Keep, Meta};
use cadrage::zones::{self, Cleaner, Profile, Zone, ZoneKind};
use proptest::prelude::*;
use std::path::Path;

fn article(text: &str, outlet: Option<&str>) -> Article {
    Article {
        id: "a".into(),
        path: "a".into(),
        text: text.into(),
        meta: Meta { outlet: outlet.map(str::to_owned), ..Meta::default() },
        marked: Vec::new(),
        keep: Keep::default(),
        left_out: Vec::new(),
        warnings: Vec::new(),
    }
}

fn letter(zones: &[Zone], at: usize) -> char {
    let zone = zones.iter().find(|zone| zone.span.start <= at && at < zone.span.end);
    match zone.map(|zone| zone.kind) {
        Some(ZoneKind::Title) => 't',
        Some(ZoneKind::Lead) => 'l',
        Some(ZoneKind::Caption) => 'c',
        Some(ZoneKind::Boilerplate) => 'b',
        Some(ZoneKind::Body) | None => '.',
    }
}

fn check(page: &str, outlet: Option<&str>) {
    let lines: Vec<(char, &str)> =
        page.trim_matches('\n').lines().map(|l| (l.chars().next().unwrap_or('.'), l.get(2..).unwrap_or(""))).collect();
    for ending in ["\n", "\r\n"] {
        let text: String = lines.iter().map(|(_, line)| format!("{line}{ending}")).collect();
        let zones = zones::find(&article(&text, outlet));
        let mut at = 0;
        for (wanted, line) in &lines {
            if !line.trim().is_empty() {
                assert_eq!(letter(&zones, at), *wanted, "line: {line}\nzones: {zones:?}");
            }
            at += line.len() + ending.len();
        }
    }
}

const PROSE: &str = ". Le conseil de la vallée a adopté mardi le plan de sauvegarde du vieux pont, après trois heures de débat.";

#[test]
fn a_page_without_furniture_is_all_content() {
    check(&format!("t Le vieux pont sera sauvé\n\n{PROSE}\n\n. Les travaux\n{PROSE}"), None);
    check(&format!("{PROSE}\n{PROSE}"), None);
    check(&format!("t Qui sauvera le vieux pont de la vallée ?\n\n{PROSE}"), None);
}

#[test]
fn labels_dates_bylines_and_counters_around_the_title_are_set_aside() {
    check(
        &format!(
            "b Accueil > Vallée > Patrimoine\nb International\nb La Gazette de Nulle-Part\nt Le vieux pont sera sauvé par la vallée\nb Par Anne Roux\nb Publié le 3 mai 2024 à 18h02 - Mis à jour le 4 mai 2024\nb 12 mars 2024, 16:51 | Auteur: Rédaction\nb Temps de lecture : 3 min\nb 1 245\nb S'abonner\nb Partager sur Facebook\n\n{PROSE}"
        ),
        Some("La Gazette de Nulle-Part"),
    );
    check(&format!("b Vallée (25)\nb 7870\nb S'abonner\n\n{PROSE}\n\nb Dossier:\nb Vallée (25)"), None);
}

#[test]
fn a_second_copy_of_the_title_counts_once() {
    check(&format!("t Le vieux pont sera sauvé\n\nb Le vieux pont sera sauvé\n\n{PROSE}"), None);
    check(
        &format!(
            "t Le vieux pont sera sauvé (VIDEO)\n\nb Le vieux pont sera sauvé (VIDEO) Source: Untel\nc Le pont et la rive au soleil couchant\n\n{PROSE}"
        ),
        None,
    );
}

#[test]
fn captions_are_content_of_their_own() {
    check(
        &format!(
            "t Le vieux pont sera sauvé\nc Le pont vu de la rive, le 3 mai. © Agence Untel\nc • Une passante sur le vieux pont\n\n{PROSE}"
        ),
        None,
    );
}

#[test]
fn links_to_other_articles_and_tags_are_set_aside() {
    check(
        &format!(
            "t Le vieux pont sera sauvé\n\n{PROSE}\n\nb Lire aussi : La guerre des ponts aura-t-elle lieu ?\n\n{PROSE}\n\nb À lire aussi\nb Trois ponts que la crue a emportés\nb Faut-il des péages ?\nb Tags:\nb pont, vallée, crise"
        ),
        None,
    );
    check(
        &format!(
            "t Le vieux pont sera sauvé\n\n{PROSE}\n\nb Tags: pont, vallée, guerre\nb Sur le même sujet\nb La résistance du béton en cinq questions\nb Qui a peur du vieux pont ?\nb Commentaires (56)"
        ),
        None,
    );
    check(
        &format!("t Le vieux pont sera sauvé\n\n{PROSE}\n\nb Recommande: Retrait de permis, ce qui change\nb Commenter via Facebook"),
        None,
    );
}

#[test]
fn notices_end_the_article() {
    check(
        &format!(
            "t Le vieux pont sera sauvé\n\n{PROSE}\n\nb Raconter l'actualité\n\nb En cliquant sur « Tout accepter », vous consentez au traitement de vos données par nos partenaires et au dépôt de cookies sur votre terminal, selon les règles que vous pouvez lire à tout moment.\n\nb OK\n\nb Nous utilisons des cookies pour améliorer nos services.\nb Tout refuser"
        ),
        None,
    );
    check(
        &format!(
            "t Le vieux pont sera sauvé\n\n{PROSE}\n\nb Anne Roux et Luc Petit (Vallée, correspondance)\nb Cet article est réservé aux abonnés. Il vous reste 42 % de cet article à lire."
        ),
        None,
    );
}

#[test]
fn a_notice_between_two_paragraphs_ends_nothing() {
    let long = ". Le conseil de la vallée a adopté mardi le plan de sauvegarde du vieux pont, après trois heures de débat, et chacun des maires présents s'en est félicité devant la presse locale.";
    check(
        &format!(
            "t Le vieux pont sera sauvé\n\n{PROSE}\n\nb Ce contenu est bloqué car vous n'avez pas accepté les cookies.\n\n{long}\n\n{long}"
        ),
        None,
    );
    check(
        &format!(
            "t Le vieux pont sera sauvé\n\n{PROSE}\n. Publié le 3 mai par l'institut, le rapport salue le travail des maçons.\n. Réactions\n{PROSE}"
        ),
        None,
    );
}

#[test]
fn subheadings_and_quoted_lines_stay() {
    check(
        &format!(
            "t Le vieux pont sera sauvé\n\n{PROSE}\n\n. L'aide de la vallée\n. « Nous attendions ce jour »\n{PROSE}\n. 1 200 pierres remplacées\n{PROSE}"
        ),
        None,
    );
}

#[test]
fn the_shared_pages_are_read_as_annotated() {
    let gold = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/gold");
    if !gold.is_dir() {
        eprintln!("skipped: no ../shared/gold beside the repository");
        return;
    }
    for id in ["s0", "s1", "s2", "s3", "s4"] {
        let text = std::fs::read_to_string(gold.join(format!("docs/{id}.txt"))).expect("a page");
        let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
        let notes = std::fs::read_to_string(gold.join(format!("gold/{id}.json"))).expect("its annotation");
        let notes: serde_json::Value = serde_json::from_str(&notes).expect("JSON");
        let wanted = |line: usize| {
            let has = |key: &str| notes[key].as_array().is_some_and(|list| list.iter().any(|n| n.as_u64() == Some(line as u64)));
            if has("boilerplate") {
                'b'
            } else if has("title") {
                't'
            } else {
                '.'
            }
        };
        let zones = zones::find(&article(text, None));
        let mut at = 0;
        for (number, line) in text.split('\n').enumerate() {
            let indent = line.len() - line.trim_start().len();
            if !line.trim().is_empty() {
                let found = letter(&zones, at + indent);
                assert_eq!(found.to_string().replace('c', "."), wanted(number + 1).to_string(), "{id}, line {}: {line}", number + 1);
            }
            at += line.len() + 1;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn zones_are_sorted_disjoint_and_on_character_boundaries(
        text in "([a-zé «».:!?0-9\n\r\u{a0}]{0,200}|(Lire aussi|Tags:|S'abonner|\n| |[a-zà]{1,9}|\\.){0,60}|\\PC{0,100})",
        page in "((Lire aussi : |À LIRE AUSSI|\\(voir aussi |>> |»|«|Commentaires|Il vous reste 12 %|Publié le |12 mars 2024|16:41|Par Anne Roux|© Untel|Photo|İ|ß|\u{301}|[A-ZÉ][a-zé]{1,8}|[.!?…:|/()\\[\\]-]| |\r\n|\n|\u{2028}){0,80})",
        repeated in "[A-ZÉİa-zéß .:|«-]{1,12}",
        lines in proptest::collection::vec(1_usize..12, 0..3),
        keep_all in any::<bool>(),
    ) {
        let profile = format!("schema = \"cadrage/profile/1\"\n[[outlet]]\nname = \"Lire\"\narticles = 3\nlines = [{repeated:?}]\nprefixes = [{repeated:?}, \"lire\", \"é\"]\nsuffixes = [{repeated:?}, \"roux\"]\n");
        let profile = Profile::parse(&profile).expect("a profile");
        let kept = lines.iter().map(|line| line.to_string()).collect::<Vec<_>>().join(" ");
        for text in [&text, &page] {
            for cleaner in [Cleaner::default(), Cleaner { keep_all, profile: Some(profile.clone()) }] {
                let mut article = article(text, Some("Lire"));
                article.keep = Keep::parse(&kept).unwrap_or_default();
                let mut end = 0;
                for zone in cleaner.find(&article) {
                    prop_assert!(end <= zone.span.start && zone.span.start < zone.span.end && zone.span.end <= text.len());
                    prop_assert!(text.is_char_boundary(zone.span.start) && text.is_char_boundary(zone.span.end));
                    prop_assert!(zone.kind != ZoneKind::Body);
                    prop_assert!(!cleaner.keep_all || zone.kind != ZoneKind::Boilerplate);
                    end = zone.span.end;
                }
            }
        }
    }
}
