//! Encodings, dates, and the doubts that a text raises.

use crate::files::Files;
use cadrage::corpus::{Warning, iso_date};

/// French as it was saved on many systems; each has marks that tell the encodings apart.
const TEXT: &str = "L'été où «\u{a0}Noël\u{a0}» revient, le cœur à l’œuvre, ça coûte 12 € à Gaëlle.";

fn latin9(c: char) -> u8 {
    match c {
        '€' => 0xa4,
        'œ' => 0xbd,
        '’' => b'\'',
        c => u8::try_from(u32::from(c)).expect("a letter of Latin-9"),
    }
}

#[test]
fn single_byte_encodings_are_told_apart() {
    let mac = encoding_of_mac(TEXT);
    let (windows, ..) = encoding_rs::WINDOWS_1252.encode(TEXT);
    let latin: Vec<u8> = TEXT.chars().map(latin9).collect();
    for (name, bytes, text) in
        [("windows.txt", &*windows, TEXT.to_owned()), ("mac.txt", &mac, TEXT.into()), ("latin9.txt", &latin, TEXT.replace('’', "'"))]
    {
        let article = Files::new(&[(name, bytes)]).articles(name).remove(0);
        assert_eq!(article.text, text, "{name}");
        assert!(article.warnings.iter().any(|w| matches!(w, Warning::Decoded { .. })), "{name}");
    }
}

/// MacRoman, by the code points of its table.
fn encoding_of_mac(text: &str) -> Vec<u8> {
    text.chars()
        .map(|c| match c {
            'é' => 0x8e,
            'ù' => 0x9d,
            '«' => 0xc7,
            '»' => 0xc8,
            'ë' => 0x91,
            'œ' => 0xcf,
            'à' => 0x88,
            '’' => 0xd5,
            'ç' => 0x8d,
            'û' => 0x9e,
            '€' => 0xdb,
            '\u{a0}' => 0xca,
            c => u8::try_from(u32::from(c)).expect("ASCII"),
        })
        .collect()
}

#[test]
fn utf16_is_read_with_and_without_its_mark() {
    let units = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
    for (name, bytes) in [("mark.txt", units(&format!("\u{feff}{TEXT}"))), ("bare.txt", units(TEXT))] {
        assert_eq!(Files::new(&[(name, &bytes)]).articles(name)[0].text, TEXT, "{name}");
    }
    let table = units("titre;texte\nPont;Il tient.\n");
    assert_eq!(Files::new(&[("t.csv", &table)]).articles("t.csv")[0].text, "Pont\n\nIl tient.");
}

#[test]
fn offsets_stay_those_of_the_text_as_read() {
    let text = "\u{feff}Un cafe\u{301}\r\n«\u{a0}ﬁn\u{a0}»\u{ad} d\u{202f}!";
    assert_eq!(Files::new(&[("a.txt", text.as_bytes())]).articles("a.txt")[0].text, &text[3..]);
}

fn doubts(text: &str) -> Vec<Warning> {
    Files::new(&[("a.txt", text.as_bytes())]).articles("a.txt").remove(0).warnings
}

const FRENCH: &str = "Le conseil de la vallée a adopté mardi le plan de sauvegarde du vieux pont, après trois heures de débat. Les élus ont voté \
    à une large majorité pour les travaux, qui commenceront au printemps et dureront deux ans. Les habitants s'en félicitent.";

#[test]
fn spoilt_letters_other_languages_and_paywalls_are_named() {
    assert_eq!(doubts(FRENCH), []);
    assert!(matches!(&doubts("Le pont a Ã©tÃ© fermÃ© lundi.")[..], [Warning::Mojibake { found }] if found == "Ã©"));
    let english = "The council of the valley adopted the plan to save the old bridge on Tuesday, after three hours of debate. A large majority of the \
        members voted for the works, which will begin in spring and last two years. People who live there are glad of it.";
    assert!(matches!(&doubts(english)[..], [Warning::NotFrench { english: "English", .. }]), "{:?}", doubts(english));
    for line in [
        "Il vous reste 57,3 % de cet article à lire. La suite est réservée aux abonnés.",
        "Il vous reste 57\u{a0}% de cet article à lire.",
        "Cet article est réservé aux abonnés.",
        "Abonnez-vous pour lire la suite",
    ] {
        assert!(matches!(&doubts(&format!("{FRENCH}\n\n{line}\n"))[..], [Warning::CutOff { found }] if found == line), "{line}");
    }
    let prose = format!(
        "{FRENCH} Selon la direction, cet article est réservé aux abonnés depuis mars, ce que conteste la rédaction du journal local."
    );
    assert_eq!(doubts(&prose), [], "a paragraph that speaks of it is none");
}

#[test]
fn dates_of_pages_and_feeds_become_iso() {
    for (found, iso) in [
        ("9 novembre 2017, 16h51", "2017-11-09"),
        ("Publié le 09/11/2017 à 16h51", "2017-11-09"),
        ("Mis à jour le jeudi 9 nov. 2017", "2017-11-09"),
        ("le 1er août 2016", "2016-08-01"),
        ("2017-11-09T16:51:00+01:00", "2017-11-09"),
        ("Thu, 09 Nov 2017 16:51:00 +0100", "2017-11-09"),
        ("November 9, 2017", "2017-11-09"),
    ] {
        assert_eq!(iso_date(found).as_deref(), Some(iso), "{found}");
    }
    assert_eq!(iso_date("hier"), None);
}
