//! Sentences that pupils judge in the last step: do these texts allow us to say so?

use super::lesson::lesson;
use super::{Sheet, parts};
use crate::lang::Lang;
use crate::voice::Voice;

/// A sentence, whether the texts allow it, and why.
pub struct Judged {
    pub text: String,
    pub holds: bool,
    pub why: String,
}

/// Those made from the texts first and in the middle, so that neither answer gathers at one end.
pub fn claims(sheet: &Sheet) -> Vec<Judged> {
    let lang = sheet.corpus.lang;
    let mut claims: Vec<Judged> = lesson()
        .claim
        .iter()
        .map(|claim| Judged { text: claim.text.in_lang(lang).into(), holds: claim.holds, why: claim.why.in_lang(lang).into() })
        .collect();
    let (counted, own) = from_the_texts(sheet);
    claims.insert(claims.len() / 2 + 1, own);
    claims.insert(1, counted);
    claims
}

/// How often the most frequent word stands there, and who says it.
fn from_the_texts(sheet: &Sheet) -> (Judged, Judged) {
    let lang = sheet.corpus.lang;
    let sides = sheet.contrast.members.len();
    let of = |side: usize| -> Vec<Option<Voice>> {
        let said = sheet.texts.iter().flat_map(|text| text.choices.iter().map(move |(s, hit)| (*s, text.article, *hit)));
        said.filter(|(s, ..)| *s == side).map(|(_, article, hit)| sheet.corpus.articles[article].record.hits[hit].voice).collect()
    };
    let most = (0..sides).max_by_key(|side| (of(*side).len(), std::cmp::Reverse(*side))).unwrap_or(0);
    let (voices, word) = (of(most), &parts::members(sheet)[most]);
    let (n, own) = (voices.len(), voices.iter().filter(|voice| **voice == Some(Voice::Outlet)).count());
    let texts = sheet.texts.len();
    let counted = Judged {
        text: lang.pick(format!("Dans ces {texts} textes, on lit {n} fois le mot {word}."), format!("In these {texts} texts the word {word} is read {}.", times(n))),
        holds: true,
        why: lang.pick(
            "Oui, une fois qu'on l'a compté, formes et famille comprises. C'est tout ce que ce nombre dit : il ne dit pas que c'est beaucoup.".into(),
            "Yes, once it has been counted, with its forms and family. This is all that the number says: it does not say that it is much.".into(),
        ),
    };
    let holds = own == n;
    let said = lang.pick(format!("L'outil en compte {own} sur {n}"), format!("The tool counts {own} of {n}"));
    let own = Judged {
        text: lang.pick(
            format!("Chaque fois qu'on lit {word}, c'est l'article lui-même qui le dit."),
            format!("Each time we read {word}, it is the article itself that says so."),
        ),
        holds,
        why: match holds {
            true => lang.pick(
                format!("{said} : oui, dans ces passages. À vérifier phrase par phrase."),
                format!("{said}: yes, in these passages. To be checked sentence by sentence."),
            ),
            false => lang.pick(
                format!("{said} : les autres fois, quelqu'un d'autre parle, ou le mot est tenu à distance par des guillemets."),
                format!("{said}: the other times somebody else speaks, or quotation marks keep the word at a distance."),
            ),
        },
    };
    (counted, own)
}

fn times(n: usize) -> String {
    match n {
        1 => "once".into(),
        2 => "twice".into(),
        n => format!("{n} times"),
    }
}

/// "on peut le dire" or not.
pub fn verdict(holds: bool, lang: Lang) -> &'static str {
    if holds { lang.pick("On peut le dire", "We can say so") } else { lang.pick("On ne peut pas le dire", "We cannot say so") }
}
