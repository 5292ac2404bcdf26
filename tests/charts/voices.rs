//! Diverging bars of voices: every count has its mark, on its side of the middle.

use crate::picture::Picture;
use crate::samples::OUTLETS;
use cadrage::charts::{Frame, VoiceRow, VoiceShares};
use cadrage::lang::Lang;

fn chart() -> VoiceShares {
    let row = |(at, name): (usize, &&str)| {
        let at = at as u64;
        VoiceRow { name: (*name).to_owned(), counts: vec![[at, 3, at % 3, 0], [0, 0, 0, at / 6], [40 * at, 1, 1, 1]] }
    };
    VoiceShares {
        frame: Frame { title: "« libérer » ou « reprendre »".into(), question: "Qui le dit ?".into(), ..Frame::default() },
        voices: ["l'article lui-même", "entre guillemets", "propos rapportés", "guillemets sans locuteur"].map(String::from),
        words: ["« libérer »", "« prendre »", "« reprendre »"].map(String::from).into(),
        rows: OUTLETS.iter().enumerate().map(row).collect(),
    }
}

#[test]
fn every_count_has_its_mark() {
    let chart = chart();
    let picture = Picture::of(&chart.to_svg(Lang::Fr));
    picture.assert_readable();
    let counts = chart.rows.iter().flat_map(|row| row.counts.iter().flatten());
    assert_eq!(picture.marks.len(), counts.filter(|count| **count > 0).count());
    for label in ["« libérer »", "l'article lui-même (à gauche)", "guillemets sans locuteur (à droite)", "jamais", "n\u{a0}=\u{a0}443"]
    {
        assert!(picture.has(label), "{label}");
    }
    assert_eq!(chart.to_csv().lines().count(), 1 + 12 * 3 * 4);
    assert!(
        picture
            .description
            .contains("La Gazette 2 l'article lui-même (29\u{a0}%), 3 entre guillemets (43\u{a0}%), 2 propos rapportés (29\u{a0}%)")
    );
}

#[test]
fn without_rows_it_says_so() {
    let picture = Picture::of(&VoiceShares::default().to_svg(Lang::Fr));
    picture.assert_readable();
    assert!(picture.has("Rien à montrer\u{a0}: aucune donnée.") || picture.has("Rien à montrer : aucune donnée."));
}
